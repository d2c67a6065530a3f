"""Which columns has a table three that prints fewer than the form? The totals alone, or one for each of several years.

It is read where its head names every column, each row of the form prints just as many numbers, and every column that
is read holds together (F1, F2): then no number is the page's, and none is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import Value, value_of
from gongkai.indexer.tables.labels import FRAME
from gongkai.indexer.tables.ownership.over_tables import claim
from gongkai.indexer.tables.ownership.whose import year_of_title
from gongkai.indexer.tables.tables import Segment, TableText
from gongkai.indexer.tables.totals import ROWS_OF_THREE, holds
from gongkai.mappings.form import APPLICANTS, SUBTOTAL
from gongkai.report import Figure, State

__all__ = ["columns_told"]

_PERSON, _TOTAL = APPLICANTS[0].key, APPLICANTS[-1].key
_BODIES, _SHARE, _LISTED = "bodies", "share", "listed"
_APPLICANT = expression("|".join([*(column.label for column in APPLICANTS[:-2]), "法人", "组织"]))
_FRAMES = "|".join(map(re.escape, sorted((word for word in FRAME["requests"] if "法人" not in word), key=len, reverse=True)))
_HEAD_WORD = expression(
    rf"(?P<{_PERSON}>自然人)|(?P<{_BODIES}>法人(?:或|和|及)其[他它]组织)|(?P<year>20\d\d)年度?|(?P<{_SHARE}>占比|比例|比重)(?:\(%\))?"
    rf"|(?P<{_TOTAL}>总计|合计|件数|数量)(?:\(件\))?"
    rf"|(?:{_FRAMES}|项目|指标|内容|类[别型]|名称|情况|办理|申请|统计|[(]?单位:件[)]?|三、|\(一\)|[-:|()\s]|\b1\.)"
)
_TOKEN = expression(r"[^\s|]+")
_ITEM = expression(r"[\s|]*:?\s*(\d[\d,]*)件?[\s|;,。]*")
_PERCENT = expression(r"\d+(?:\.\d+)?%|-|/")
_LONGEST_HEAD = 120
Cells = dict[str, list[Value]]


def columns_told(text: TableText, folded: str) -> Iterator[Figure]:
    """Yield the figures of a table three that names fewer columns than the form; none where it leaves a doubt."""
    first = next((i for i, segment in enumerate(text.segments) if segment.row), 0)
    named = {segment.row for segment in text.segments[first:] if segment.row}
    rows = next((rows for rows in ROWS_OF_THREE if named - set(rows) <= {SUBTOTAL} and named.issuperset(rows)), None)
    if rows is None or text.disputed or claim(text.start, 0, folded) == 0:
        return
    columns = _columns(text.segments[first], text, folded)
    if columns is None or (cells := _cells(text.segments[first:], columns, folded)) is None or set(cells) != set(rows):
        return
    by_name = {name: {row: cells[row][at] for row in rows} for name, at in _read(columns, folded).items()}
    if not by_name or not all(holds(_numbers(column)) for column in by_name.values()) or not _adds_up(by_name, rows):
        return
    for column, values in by_name.items():
        if column != _BODIES:
            yield from (
                Figure(f"{row}.{column}", v.value, v.state, v.raw, (v.start, v.end), "label") for row, v in values.items()
            )


def _columns(first: Segment, text: TableText, folded: str) -> list[str] | None:
    """Return what stands in each column, by the words above the first row; null where they are not all known."""
    label = first.label[0]
    start = folded.rfind("\n", 0, text.start if text.start < label else folded.rfind("\n", 0, label)) + 1
    head = folded[start:label]
    if len(head) > _LONGEST_HEAD or _HEAD_WORD.sub("", head.rstrip("一二三四、.1( |")).strip():
        return None if _APPLICANT.search(folded, max(0, label - _LONGEST_HEAD), label) else [_LISTED]
    found = [m for m in _HEAD_WORD.finditer(head) if m.lastgroup]
    return [m["year"] if m.lastgroup == "year" else str(m.lastgroup) for m in found] or [_LISTED]


def _read(columns: Sequence[str], folded: str) -> dict[str, int]:
    """Return the columns that are read, and which of them each is; none where two are the same or the year's is not there."""
    named = [column for column in columns if column != _SHARE]
    if len(set(named)) < len(named):
        return {}
    if named in ([_LISTED], [_TOTAL], [_PERSON, _TOTAL], [_PERSON, _BODIES, _TOTAL]):
        return {_TOTAL if column == _LISTED else column: columns.index(column) for column in named}
    if named and all(map(str.isdigit, named)) and (year := year_of_title(folded)) == max(named):
        return {_TOTAL: columns.index(year)}
    return {}


def _cells(segments: Sequence[Segment], columns: Sequence[str], folded: str) -> Cells | None:
    """Return the cells of each row; null where one prints more or fewer, or a number stands elsewhere."""
    found: Cells = {}
    for segment in segments:
        body = folded[segment.start : segment.end]
        if not any(map(str.isdigit, body)):
            continue
        if segment.row is None or segment.unknown or segment.row in found:
            return None
        if list(columns) == [_LISTED]:
            spans = [
                (segment.start + m.start(1), segment.start + m.end(1)) for m in [_ITEM.fullmatch(body)] if m and "件" in body
            ]
        else:
            spans = [m.span() for m in _TOKEN.finditer(folded, segment.start, segment.end)]
        if len(spans) != len(columns):
            return None
        values = [value_of(folded, *span, "count") for span in spans]
        for column, value in zip(columns, values, strict=True):
            if value.state is not State.READ and not (column == _SHARE and _PERCENT.fullmatch(value.raw)):
                return None
        found[segment.row] = values
    return found


def _numbers(column: Mapping[str, Value]) -> dict[str, int]:
    return {row: int(value.value or 0) for row, value in column.items()}


def _adds_up(columns: Mapping[str, Mapping[str, Value]], rows: Sequence[str]) -> bool:
    """Tell whether the parts of each row that are printed are its total, or no more than that."""
    parts = [column for name, column in columns.items() if name != _TOTAL]
    for row in rows:
        total, known = int(columns[_TOTAL][row].value or 0), sum(int(part[row].value or 0) for part in parts)
        if known > total or (_BODIES in columns and known != total):
            return False
    return True
