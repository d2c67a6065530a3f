"""Which tables three have another shape than rows of seven cells? One that lacks a column, one that lies on its side.

Nothing but the head tells then whose the numbers are. Such a table is read where its head is printed whole, every row
has just as many numbers as the head has columns, and every sum holds (F1, F2, F3). A table whose empty
cells are line breaks is one as well: their number tells which they are. So is one that prints the sum of the bodies beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import Value, value_of
from gongkai.indexer.tables.labels import FRAME, column_words
from gongkai.indexer.tables.rows.cells import Reading, read_cells
from gongkai.indexer.tables.rows.splits import adds_up, cells_add_up
from gongkai.indexer.tables.solve import columns_hold
from gongkai.indexer.tables.tables import Segment, TableText
from gongkai.mappings.form import APPLICANTS, FORMS, SUBTOTAL
from gongkai.report import State

__all__ = ["in_its_own_shape", "on_its_side"]

_WHOLE = [{row.key for row in FORMS[key].tables[1].rows} for key in ("2021", "2019")]
_COLUMNS = column_words(FORMS["2021"].tables[1].rows[0])
_PERSON, _FORWARD = "自然人", "requests.carried_forward"
_ALSO_COLUMNS = {"总计": "requests.processed", "其他": "requests.other.other"}
_TOTAL = len(APPLICANTS) - 1
_FRAME = frozenset(FRAME["requests"])
_FIRST_FRAMES = frozenset(word for word in _FRAME if word.startswith("本列") or word == "申请人情况")
_PLACES_OF_SUM = (1, 6)  # of the bodies' sum, before or behind them
_FEWEST_GAPS = 3  # rows with empty cells that come out whole
_CELLS = r"([\s|]+(?:\d+(?=[\s|]|$)[\s|]*)+)"
_TOKEN = expression(r"\S+")
_CELL = expression(r"[^\s|]+")
Readings = dict[str, list[Reading]]


def in_its_own_shape(text: TableText, folded: str) -> Readings | None:
    """Return the rows of a table that prints other cells than the form's seven in a line; null where it is no such table."""
    return _without_column(text, folded) or _with_sum(text, folded) or _with_breaks(text, folded)


def _without_column(text: TableText, folded: str) -> Readings | None:
    """Return the rows of a table whose head leaves out one column, its cells missing; null where it is no such table."""
    first = next((i for i, segment in enumerate(text.segments) if segment.row), 0)
    lost = _lost_column(text.segments[:first])
    if lost is None:
        return None
    rows: dict[str, Reading] = {}
    for segment in text.segments[first:]:
        if not any(c.isdigit() for c in folded[segment.start : segment.end]):
            continue
        if segment.row is None or segment.unknown or segment.row in rows:
            return None
        kinds = ["count"] * _TOTAL
        found = read_cells(
            folded, segment.start, segment.end, kinds, segment.ordinal, habit=segment.habit, padding=segment.padding
        )
        if len(found) != 1 or any(value.state is not State.READ for value in found[0].values):
            return None
        rows[segment.row] = _with_gap(found[0], lost)
    if not _is_whole(rows, lost):
        return None
    text.shaped = True
    return {row: [reading] for row, reading in rows.items()}


def _lost_column(head: Sequence[Segment]) -> int | None:
    """Return which column a head leaves out that is printed whole otherwise; null where it is another, or damaged."""
    words = [segment.word for segment in head]
    columns = [[i for i, named in enumerate(_COLUMNS) if word in named] for word in words if word not in _FRAME]
    printed = sorted(i for found in columns for i in found)
    lost = set(range(len(_COLUMNS))) - set(printed)
    if len(printed) != _TOTAL or len(lost) != 1 or any(segment.unknown for segment in head) or not all(columns):
        return None
    return lost.pop() if set(words) & _FIRST_FRAMES else None


def _with_gap(reading: Reading, lost: int) -> Reading:
    before, behind = reading.values[:lost], reading.values[lost:]
    at = (before or behind)[-1 if before else 0].end
    return replace(reading, values=(*before, Value(None, State.MISSING, at, at), *behind), placed=True)


def _is_whole(rows: dict[str, Reading], lost: int | None) -> bool:
    """Tell whether the rows are those of a form and every sum holds; the totals count a column that is not printed."""
    if set(rows) not in _WHOLE or not columns_hold(rows, list(rows)):
        return False
    sums = [[int(v.value or 0) for v in reading.values] for reading in rows.values()]
    if lost is None:
        return all(map(adds_up, sums))
    return lost == _TOTAL or all(sum(cells) <= total for *cells, total in sums)


def on_its_side(text: TableText, folded: str) -> Readings | None:
    """Return the rows of a table that prints a line for each applicant; null where it is no such table.

    The table's end is moved behind its numbers.
    """
    person = next((i for i, s in enumerate(text.segments) if s.word == _PERSON), len(text.segments))
    head = text.segments[:person]
    order = [row for s in head if (row := s.row or _ALSO_COLUMNS.get(s.word)) and not s.unknown]
    if set(order) - {SUBTOTAL} in _WHOLE:
        order = [row for row in order if row != SUBTOTAL]  # (六) heads its three rows and has no cells of its own
    if set(order) not in _WHOLE or len(set(order)) < len(order):
        return None
    if any(c.isdigit() for s in head for c in folded[s.start : s.end]):
        return None
    if (found := _lines().match(folded, head[-1].label[1])) is None:
        return None
    columns = [[m.span() for m in re.compile(r"\d+").finditer(folded, *found.span(i + 1))] for i in range(len(_COLUMNS))]
    if any(len(cells) != len(order) for cells in columns):
        return None
    values = [[value_of(folded, *span, "count") for span in cells] for cells in columns]
    if any(value.state is not State.READ for cells in values for value in cells):
        return None
    readings = [Reading(cells, placed=True) for cells in zip(*values, strict=True)]
    last = [*(row for row in order if row != _FORWARD), _FORWARD]  # a head of two lines prints 四、 on the first
    ways = [dict(zip(rows, readings, strict=True)) for rows in (order, last)]
    whole = [way for way in ways if _is_whole(way, None)]
    if not whole or any(_numbers(way) != _numbers(whole[0]) for way in whole):
        return None
    text.end, text.shaped = max(text.end, found.end()), True
    return {row: [reading] for row, reading in whole[0].items()}


def _numbers(rows: dict[str, Reading]) -> dict[str, list[object]]:
    return {row: [value.value for value in reading.values] for row, reading in rows.items()}


def _lines() -> re.Pattern[str]:
    """Return a pattern of the seven applicants in the form's order, each followed by numbers."""
    parts = ["|".join(r"\s*".join(map(re.escape, word)) for word in sorted(words, key=len, reverse=True)) for words in _COLUMNS]
    bodies = "|".join(word for word in _FRAME if word.startswith("法人"))
    person, *others = (rf"(?:{part}){_CELLS}" for part in parts)
    return re.compile(rf"[\s|]*{person}(?:(?:{bodies})[\s|]*)?" + "".join(others))


def _with_sum(text: TableText, folded: str) -> Readings | None:
    """Return the rows of a table that prints the sum of the bodies beside them; null where it is no such table.

    That sum and the total hold in every row, and the head names the form's columns in its order.
    """
    first = next((i for i, segment in enumerate(text.segments) if segment.row), 0)
    words = [segment.word for segment in text.segments[:first]]
    heads = [next((i for i, word in enumerate(words) if word in named), -1) for named in _COLUMNS]
    named = [s for s in text.segments[first:] if any(c.isdigit() for c in folded[s.start : s.end])]
    cells = {s.row or "": [m.span() for m in _CELL.finditer(folded, s.start, s.end)] for s in named}
    if -1 in heads or heads[:_TOTAL] != sorted(heads[:_TOTAL]) or len(cells) < len(named) or any(s.unknown for s in named):
        return None
    if any(len(spans) != len(_COLUMNS) + 1 for spans in cells.values()):
        return None
    values = {row: [value_of(folded, *span, "count") for span in spans] for row, spans in cells.items()}
    if any(value.state is not State.READ for row in values.values() for value in row):
        return None
    ways = [rows for at in _PLACES_OF_SUM if (rows := _without_sum(values, at)) and _is_whole(rows, None)]
    if not ways or any(_numbers(way) != _numbers(ways[0]) for way in ways):
        return None
    text.shaped = True
    return {row: [reading] for row, reading in ways[0].items()}


def _without_sum(values: dict[str, list[Value]], at: int) -> dict[str, Reading] | None:
    """Return the rows without the cell that is the sum of the bodies in every row; null where it is not."""
    rows = {row: Reading((*cells[:at], *cells[at + 1 :]), placed=True) for row, cells in values.items()}
    sums = {row: sum(int(value.value or 0) for value in reading.values[1:_TOTAL]) for row, reading in rows.items()}
    return rows if all(values[row][at].value == bodies for row, bodies in sums.items()) else None


def _with_breaks(text: TableText, folded: str) -> Readings | None:
    """Return the rows of a table that prints a cell a line, and line breaks for an empty one; null where it is no such table.

    Every row comes out as seven cells then, and nearly every one adds up. What a row ends with is printed.
    """
    if "|" in folded[text.start : text.end]:
        return None
    named = [s for s in text.segments if s.row and not s.unknown and any(c.isdigit() for c in folded[s.start : s.end])]
    cells = {s.row or "": [m.span() for m in _TOKEN.finditer(folded, s.start, s.end)] for s in named}
    if len(cells) < len(named) or sum(len(spans) <= _TOTAL for spans in cells.values()) < _FEWEST_GAPS:
        return None
    gaps = {row: _gaps(folded, s.start, cells[row]) for row, s in zip(cells, named, strict=True)}
    least = min(min(breaks) for breaks in gaps.values())
    for step in {1, least} if least else ():
        found = {row: _with_empty(breaks, least, step) for row, breaks in gaps.items()}
        if None not in found.values():
            readings = {row: _spread(folded, cells[row], empty or []) for row, empty in found.items()}
            sure = {row: [r] for row, r in readings.items() if cells_add_up(r.values)}
            return sure if len(sure) * 10 >= len(readings) * 9 else None
    return None


def _gaps(folded: str, start: int, cells: Sequence[tuple[int, int]]) -> list[int]:
    """Return how many line breaks stand before each cell."""
    return [folded.count("\n", a, b) for a, b in pairwise([start, *(i for cell in cells for i in cell)])][::2]


def _with_empty(breaks: Sequence[int], least: int, step: int) -> list[int] | None:
    """Return how many empty cells stand before each one printed, by its line breaks; null where they do not make seven cells."""
    empty = [(count - least) // step for count in breaks]
    is_even = all((count - least) % step == 0 for count in breaks)
    return empty if is_even and len(breaks) + sum(empty) == len(APPLICANTS) else None


def _spread(folded: str, cells: Sequence[tuple[int, int]], empty: Sequence[int]) -> Reading:
    values: list[Value] = []
    for (a, b), before in zip(cells, empty, strict=True):
        values += [Value(None, State.BLANK, a, a)] * before + [value_of(folded, a, b, "count")]
    return Reading(tuple(values), placed=True)
