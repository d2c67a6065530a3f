"""What are the rows of a table whose labels all stand before its numbers, as text taken out of a PDF has them?

There are exactly as many numbers as the rows have cells. They follow row by row or column by column: in table three the
sums tell which, in table two only table three can.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import value_of
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.solve import balances
from gongkai.indexer.tables.tables import Segment, TableText
from gongkai.mappings.form import FORMS, SUBTOTAL, Table
from gongkai.report import State

__all__ = ["in_printed_order", "labels_come_first", "numbers_pile_up", "stand_behind", "stands_above_its_label"]

_FEWEST, _LONG = 5, 20  # labels; of a list that goes over pages
_PAGES = 2
_MOST = 7  # numbers of one row
_OTHER = "requests.other.other"
_OLDER = {row.key for row in FORMS["2019"].tables[1].rows}
_TOKEN = expression(r"[^\s|]+")
_DIGIT = expression(r"\d")
_Rows = dict[str, Reading]
_ROW_ABOVE = 120  # characters of a row of seven numbers, and of a page's number below
_CELLS_A_LINE = 6  # line breaks
_HEAD_ABOVE = expression(r"(?:其他|总计|合计|机构|组织|企业|自然人)[\s|]*$")  # and no label in other words
_SEVEN_ABOVE = expression(r"(?<![^\s|])(?:\d+[\s|]+){7}(?:[-—–]+ *\d{1,3} *[-—–]+[\s|]+)?(?:[一1][、.])?$")


def labels_come_first(segments: Sequence[Segment], folded: str) -> bool:
    """Tell whether nothing is printed behind the labels but the last: what follows that one is every row's."""
    named = [s for s in segments if s.row and not s.unknown]
    is_last = len(named) >= _FEWEST and [s for s in named if folded[s.start : s.end].strip()] == named[-1:]
    return is_last and numbers_pile_up(segments, folded)


def numbers_pile_up(segments: Sequence[Segment], folded: str) -> bool:
    """Tell whether more numbers than any row has follow the last label of a table."""
    last = next((s for s in reversed(segments) if s.row and not s.unknown), None)
    return last is not None and len(_TOKEN.findall(folded, last.start, last.end)) > _MOST


def stand_behind(segments: Sequence[Segment], folded: str) -> bool:
    """Tell whether the numbers of a list stand behind all its labels, between which one or two of the pages' stand at most."""
    named = [s for s in segments if s.row and not s.unknown]
    filled = sum(_DIGIT.search(folded, s.start, s.end) is not None for s in named[:-1])
    return len(named) >= _LONG and filled <= _PAGES and numbers_pile_up(segments, folded)


def in_printed_order(
    table: Table, text: TableText, named: list[str], kinds: dict[str, list[str]], folded: str
) -> dict[str, list[Reading]]:
    """Return the rows that the numbers behind all labels make; none where there are more or fewer, or two ways to deal them."""
    filled = [s for s in text.segments if _DIGIT.search(folded, s.start, s.end)]
    if _OTHER in named:
        named = [row for row in named if row != SUBTOTAL]  # (六) heads its three rows
    printed = dict.fromkeys(s.row for s in text.segments if s.row in named and not s.unknown)
    if list(printed) != named:
        return {}  # in another order than the form's: the numbers' may be either
    if len(filled) != 1 or set(named) not in ({row.key for row in table.rows}, _OLDER):
        return {}
    spans = [m.span() for m in _TOKEN.finditer(folded, filled[0].start, filled[0].end)]
    if len(spans) != sum(len(kinds[row]) for row in named):
        return {}
    ways = [_dealt(spans, named, kinds, folded)]
    if table.key == "requests":
        count = len(named)
        ways.append(_dealt([span for row in range(count) for span in spans[row::count]], named, kinds, folded))
    found = [rows for rows in ways if _is_legible(rows) and (table.key != "requests" or balances(rows, named))]
    if not found or any(list(_values(rows)) != list(_values(found[0])) for rows in found):
        return {}
    text.labels_first = found[0] is ways[0]
    return {row: [reading] for row, reading in found[0].items()}


def _dealt(spans: Sequence[tuple[int, int]], named: Sequence[str], kinds: dict[str, list[str]], folded: str) -> _Rows:
    rows, at = {}, 0
    for row in named:
        cells = zip(spans[at : at + len(kinds[row])], kinds[row], strict=True)
        rows[row] = Reading(tuple(value_of(folded, *span, kind) for span, kind in cells))
        at += len(kinds[row])
    return rows


def _values(rows: _Rows) -> Iterator[object]:
    return (value.value for reading in rows.values() for value in reading.values)


def _is_legible(rows: _Rows) -> bool:
    return all(value.state in (State.READ, State.BLANK) for reading in rows.values() for value in reading.values)


def stands_above_its_label(segments: Sequence[Segment], folded: str) -> bool:
    """Tell whether the seven numbers of the first row of table three stand above its label: so do those of the others then.

    The numbers of the columns, 1 to 7, are no row.
    """
    first = next((segment for segment in segments if segment.row), None)
    if first is None:
        return False
    above = _SEVEN_ABOVE.search(folded, max(0, first.label[0] - _ROW_ABOVE), first.label[0])
    if above is None or re.findall(r"\d+", above[0])[:7] == list("1234567"):
        return False
    lines = above[0].count("\n")
    if not lines:
        return True
    # A row above its label on a line of its own is one of torn rows, which are read; a cell a line it is none where the head ends above.
    return lines >= _CELLS_A_LINE and _HEAD_ABOVE.search(folded, max(0, above.start() - _ROW_ABOVE), above.start()) is not None
