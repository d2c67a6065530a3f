"""Which rows of the list of 2014 stand in their own block? 被依法纠错数 is one of reviews, of lawsuits and of further blocks.

Their order alone tells them apart: a list that prints the lawsuits first, leaves a block out or adds 行政申诉数量 has other rows
where those of the form would stand.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.lists.rows_again import without_rows_again
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import TableText
from gongkai.mappings.form_2014 import LIST_2014

__all__ = ["in_own_blocks"]

_REVIEW, _LAWSUITS = LIST_2014 + "review.", LIST_2014 + "litigation."
_TOTAL, _PARTS = "total", ("upheld", "corrected", "other")
# The heading of a block: 六、行政申诉数量, 国家赔偿数
_BLOCK = expression(
    r"(?<![^\s|])(?:[一二三四五六七八九十]{1,2}、[ \t]*(?P<numbered>[\u4e00-\u9fff、]{2,16})"
    r"|(?P<plain>(?:行政|国家)(?:申诉|赔偿|补偿|调解|裁决)(?:数量|案件数|数)))"
)
_OWN_ROW = expression("行政复议|行政诉讼|.*(?:维持|驳回|纠错|情形)")


def in_own_blocks(rows: Mapping[str, Reading], text: TableText, folded: str) -> dict[str, Reading]:
    """Return the readings of rows printed once, without those of reviews and lawsuits outside the block of their own heading."""
    rows = without_rows_again(rows, text, folded)
    headings = {segment.row: segment.label[0] for segment in reversed(text.segments) if segment.row}
    review, lawsuits = headings.get(_REVIEW + _TOTAL), headings.get(_LAWSUITS + _TOTAL)
    begins = {_REVIEW: review, _LAWSUITS: lawsuits}
    if lawsuits is None and review is not None and not _adds_up(rows):
        rows = {row: reading for row, reading in rows.items() if not row.startswith(_REVIEW) or row.endswith(_TOTAL)}
    return {
        row: reading
        for row, reading in rows.items()
        if not (prefix := next((prefix for prefix in begins if row.startswith(prefix)), ""))
        or row.endswith(_TOTAL)
        or reading.values[0].value is None
        or _is_below(reading, begins[prefix], lawsuits if prefix == _REVIEW else review, folded)
    }


def _adds_up(rows: Mapping[str, Reading]) -> bool:
    """Tell whether the parts of the reviews, where all are printed, may be theirs: below a heading that is lost they are the lawsuits'."""
    total, *parts = (rows[row].values[0].value if row in rows else None for row in map(_REVIEW.__add__, (_TOTAL, *_PARTS)))
    numbers = [part for part in parts if part is not None]
    return total is None or len(numbers) < len(parts) or sum(numbers) == total


def _is_below(reading: Reading, own: int | None, other: int | None, folded: str) -> bool:
    """Tell whether a row stands below its heading, and no other one between; a heading that is lost was above both."""
    at = reading.values[0].start
    if own is None:
        return other is None or at < other
    if at < own or (other is not None and own < other < at):
        return False
    return not any(_is_foreign(heading) for heading in _BLOCK.finditer(folded, own, at))


def _is_foreign(heading: re.Match[str]) -> bool:
    return not heading["numbered"] or _OWN_ROW.match(heading["numbered"]) is None
