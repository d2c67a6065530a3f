"""Which words of a table does the page qualify, so that they are another row's or column's? 规章(上年), 2022年行政强制, 申请人情况(累计)."""

from __future__ import annotations

import re

from gongkai.indexer.beside import qualifies, year_of_title
from gongkai.indexer.tables import TableText

__all__ = ["has_qualified_head", "leave_qualified"]

_BEFORE = re.compile(r"(?:上一?年度?|去年|(?P<year>20\d\d)年度?)[:(]?$")
_LONGEST = 8  # characters before a label
_BEHIND = re.compile(r"\s*[(\[【〔](?P<note>[^()\[\]【】〔〕|\n]{1,30})[)\]】〕]")
_QUALIFIED_ABOVE, _ABOVE = re.compile(rf"(?:申请人情况|行政复议|行政诉讼){_BEHIND.pattern}"), 60  # characters
_OTHER_ROW = re.compile("修[订改]|申请数|复议|撤销")
_HEADS = frozenset(("申请人情况", "本年度办理结果", "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"))


def leave_qualified(table: TableText, folded: str) -> None:
    """Take the rows of table two for none of the form's whose label says that they are of another year, planned, or a part's."""
    for segment in table.segments:
        start, end = segment.label
        if segment.row is None:
            continue
        before = _BEFORE.search(folded, max(0, start - _LONGEST), start)
        if before and (before["year"] is None or before["year"] != year_of_title(folded)):
            segment.row, segment.unknown = None, before[0]
        elif (behind := _BEHIND.match(folded, end)) and (_OTHER_ROW.search(behind["note"]) or qualifies(behind["note"], folded)):
            segment.row, segment.unknown = None, behind["note"]


def has_qualified_head(table: TableText, folded: str) -> bool:
    """Tell whether the head of table three or four says that its numbers are of another year, or not of all."""
    words = (s for s in table.segments if not s.unknown and (s.row is None or s.word in _HEADS))
    behind = [_BEHIND.match(folded, s.label[1]) for s in words]
    behind += _QUALIFIED_ABOVE.finditer(folded, max(0, table.start - _ABOVE), table.start)  # a year cuts its word off the table
    return any(note is not None and qualifies(note["note"], folded) for note in behind)
