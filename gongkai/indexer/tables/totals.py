"""What are the totals of table three where the page leaves out empty cells? Whose the other numbers are, nobody can tell.

The last number of a row is its total where it is the sum of those before it, in every row, and where the totals of the
whole table hold together (F1, F2).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import Value
from gongkai.indexer.tables.habits import head_words
from gongkai.indexer.tables.heads.further_columns import prints_more
from gongkai.indexer.tables.heads.head_order import applicants_in_order
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.padding import Padding
from gongkai.indexer.tables.rows.splits import adds_up, cells_add_up
from gongkai.indexer.tables.tables import TableText
from gongkai.mappings.form import FORMS
from gongkai.report import Figure, State

__all__ = ["ROWS_OF_THREE", "doubt_closed_below", "doubt_gaps", "doubt_totals", "holds", "totals_alone", "unread", "unread_total"]

_FEWEST_ROWS = 3  # that have numbers
_FEWEST_OPEN = 6  # rows that may print no total: fewer may be pages' numbers
_FEWEST_CLOSED = 10  # numbers that close on their own line, for each that the line below closes
_OF_SEVEN = (
    (7, 1),
    (8, 2),
)  # line breaks before and behind the last of seven cells, each on a line: also where a line parts rows
_WINDOW = 60
_TOKEN = expression(r"[^\s|]+")
_NUMBER = expression(r"0|[1-9]\d{0,8}")
_MARKS = frozenset("-/—无")
_IN, _OVER, _DONE, _FORWARD = (f"requests.{key}" for key in ("received", "carried_over", "processed", "carried_forward"))
ROWS_OF_THREE = [[row.key for row in FORMS[key].tables[1].rows] for key in ("2021", "2019")]
Spans = list[tuple[int, int]]


def totals_alone(text: TableText, figures: Mapping[str, Figure], folded: str) -> Iterator[Figure]:
    """Yield the totals that could not be read with their rows; none where a label is lost, or a number is no row's."""
    named = set(text.rows)
    rows = next((rows for rows in ROWS_OF_THREE if named.issuperset(rows)), None)
    if rows is None or text.disputed or all(_is_known(f"{row}.total", figures) for row in rows):
        return
    if "总计" not in head_words(text) or not applicants_in_order(text, folded) or prints_more(text, folded):
        return
    cells = _cells(text, rows, folded)
    if cells is None:
        return
    only = _only_totals(cells, folded)
    total = only or _totals(cells, rows, folded)
    if total is None:
        return
    for row, value in total.items():
        name = f"{row}.total"
        if (value or only) and not _is_known(name, figures):
            start, end = cells[row][-1]
            yield Figure(name, value, State.INFERRED, folded[start:end], (start, end), "identity")


def _is_known(name: str, figures: Mapping[str, Figure]) -> bool:
    return name in figures and figures[name].value is not None


def _cells(text: TableText, rows: list[str], folded: str) -> dict[str, Spans] | None:
    """Return where the numbers of each row stand; null where a number stands behind no row's label, or twice behind one."""
    first = next(i for i, segment in enumerate(text.segments) if segment.row in rows)
    cells: dict[str, Spans] = {row: [] for row in rows}
    for segment in text.segments[first:]:
        found = [m.span() for m in _TOKEN.finditer(folded, segment.start, segment.end) if m[0] not in _MARKS]
        if not found:
            continue
        if segment.row not in cells or segment.unknown or cells[segment.row]:
            return None
        cells[segment.row] = found
    return cells


def _only_totals(cells: Mapping[str, Spans], folded: str) -> dict[str, int] | None:
    """Return the totals of a table that fills no other column: six empty lines stand before the one number of each row.

    Null where a row has another number, stands elsewhere, or the table does not hold.
    """
    printed = {row: folded[slice(*spans[0])] for row, spans in cells.items() if len(spans) == 1}
    if len(printed) < len(cells) or not all(_NUMBER.fullmatch(raw) for raw in printed.values()):
        return None
    lines = [_lines_around(folded, *spans[0]) for spans in cells.values()]
    if len({before for before, _ in lines}) != 1 or any(around not in _OF_SEVEN for around in lines[:-1]):
        return None
    total = {row: int(raw) for row, raw in printed.items()}
    return total if holds(total) and sum(map(bool, total.values())) >= _FEWEST_ROWS else None


def _lines_around(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return how many line breaks stand right before and right behind a number."""
    before, behind = folded[max(0, start - _WINDOW) : start], folded[end : end + _WINDOW]
    return before[len(before.rstrip()) :].count("\n"), behind[: len(behind) - len(behind.lstrip())].count("\n")


def holds(total: Mapping[str, int]) -> bool:
    """Tell whether the totals of the whole table hold together (F1, F2)."""
    outcomes = sum(value for row, value in total.items() if row not in (_IN, _OVER, _DONE, _FORWARD))
    return total[_IN] + total[_OVER] == total[_DONE] + total[_FORWARD] and outcomes == total[_DONE]


def _totals(cells: Mapping[str, Spans], rows: list[str], folded: str) -> dict[str, int] | None:
    """Return the totals of the rows, 0 where a row has no number; null where one is no sum, or the table does not hold.

    What stands behind the last row may be the page's number: nothing is carried forward then, if all else holds.
    """
    total = dict.fromkeys(rows, 0)
    if any(folded[slice(*span)] == "0" for spans in cells.values() for span in spans):
        return None  # a page that prints zeros may leave its totals empty: 1 0 0 0 0 1 is no total then
    for row, spans in cells.items():
        printed = [folded[slice(*span)] for span in spans]
        numbers = [int(raw) for raw in printed if _NUMBER.fullmatch(raw)]
        is_row = len(numbers) == len(printed) and (not any(numbers) or (len(numbers) > 1 and adds_up(numbers)))
        if is_row:
            total[row] = numbers[-1] if numbers else 0
        elif row != _FORWARD:
            return None
    # 1 1 in every row may as well be two applicants of two kinds and no totals.
    tells = any(len(spans) > 2 for spans in cells.values()) or len(set(total.values()) - {0}) > 1
    return total if holds(total) and tells and sum(map(bool, total.values())) >= _FEWEST_ROWS else None


def doubt_totals(rows: dict[str, Reading]) -> dict[str, Reading]:
    """Return the rows without the totals that are no sums, where the page leaves totals empty: the page's number may stand there.

    A row whose first cell is the only empty one, other rows' are not, and whose total is no sum may stand one column late, its last cell lost.
    """
    late = {row for row, r in rows.items() if _begins_late(r)}
    if sum(not r.values[0].raw for r in rows.values()) * 2 < len(rows):
        rows = {row: r for row, r in rows.items() if row not in late}
    if not any(not r.values[-1].raw and any(v.value for v in r.values) for r in rows.values()):
        return rows
    return {row: r if r.values[-1].value is None or cells_add_up(r.values) else unread_total(r) for row, r in rows.items()}


def _begins_late(reading: Reading) -> bool:
    first, *others = reading.values
    return not first.raw and all(value.raw for value in others) and not cells_add_up(reading.values)


def unread(reading: Reading, those: Collection[Value]) -> Reading:
    """Return the reading with some of its numbers unread."""
    return replace(
        reading, values=tuple(v._replace(value=None, state=State.ILLEGIBLE) if v in those else v for v in reading.values)
    )


def unread_total(reading: Reading) -> Reading:
    """Return the row with its total illegible."""
    *cells, total = reading.values
    return replace(reading, values=(*cells, total._replace(value=None, state=State.ILLEGIBLE)))


def doubt_gaps(text: TableText, rows: dict[str, list[Reading]], folded: str) -> None:
    """Where a cell stands on a line, drop rows with empty cells in one of which the page's number may stand.

    They do not add up, or print no total where others do. A number that closes on its own line is a cell's.
    """
    if text.padding not in (Padding.LINES, Padding.OPENED, Padding.UNKNOWN):
        return
    in_lines = text.padding is not Padding.UNKNOWN
    told = [bool(r.values[-1].raw) for readings in rows.values() for r in readings if any(v.value for v in r.values)]
    is_open = len(told) >= _FEWEST_OPEN and sum(told) * 2 < len(told)
    for row, readings in rows.items():
        rows[row] = [
            r
            for r in readings
            if _keeps_its_sum(r)
            or (is_open and not r.values[-1].raw)
            or not any(v.raw and _closes_below(v, folded) for v in r.values)
            or not (in_lines or _is_in_lines(r, folded))
        ]


def doubt_closed_below(rows: dict[str, list[Reading]], folded: str) -> None:
    """Where a cell closes on its own line, leave a number unread that the line below closes, and a row adds up without.

    It may be the page's, in an empty cell.
    """
    values = [value for readings in rows.values() for reading in readings for value in reading.values if value.raw]
    if len(values) < _FEWEST_CLOSED * sum(_closes_below(value, folded) for value in values):
        return
    for row, readings in rows.items():
        rows[row] = [_without_closed_below(reading, folded) for reading in readings]


def _without_closed_below(reading: Reading, folded: str) -> Reading:
    below = [i for i, value in enumerate(reading.values) if value.value and _closes_below(value, folded)]
    without = [0 if i in below else value.value or 0 for i, value in enumerate(reading.values)]
    if not below or cells_add_up(reading.values) or not adds_up(without):
        return reading
    values = [v._replace(value=None, state=State.ILLEGIBLE) if i in below else v for i, v in enumerate(reading.values)]
    return replace(reading, values=tuple(values))


def _closes_below(value: Value, folded: str) -> bool:
    """Tell whether the separator behind a number stands on the next line."""
    return folded[value.end : value.end + 3].replace(" ", "").startswith("\n|")


def _is_in_lines(reading: Reading, folded: str) -> bool:
    """Tell whether each cell of a row stands on a line of its own, between separators."""
    start, end = reading.values[0].start, reading.values[-1].end
    return min(folded.count("\n", start, end), folded.count("|", start, end)) >= len(reading.values) - 1


def _keeps_its_sum(reading: Reading) -> bool:
    return all(v.raw for v in reading.values) or cells_add_up(reading.values)
