"""Which rows have fewer cells than they seem to? A cell is lost, and what fills the line up to its table's width looks like one."""

from __future__ import annotations

from collections.abc import Sequence

from gongkai.indexer.tables.doubts.doubts import CELL
from gongkai.indexer.tables.habits import all_shown, head_words
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.splits import adds_up, cells_add_up
from gongkai.indexer.tables.tables import TableText

__all__ = ["doubt_closed", "doubt_narrow", "doubt_shifted"]

_CELLS = 7


def doubt_closed(text: TableText, rows: dict[str, list[Reading]], folded: str) -> None:
    """Drop rows of table three with an empty last cell that print fewer separators than whole rows: the last one closes the line."""
    named = [s for s in text.segments if s.row and not s.unknown]
    lines = {s.row: folded[s.start : s.end].strip("\n").partition("\n")[0].rstrip() for s in named}
    closed = {row: line.count("|") for row, line in lines.items() if line.endswith("|")}
    whole = min((count for row, count in closed.items() if len(CELL.findall(lines[row])) == _CELLS), default=0)
    for row, readings in rows.items():
        if closed.get(row, whole) < whole:
            rows[row] = [r for r in readings if r.values[-1].raw]


def doubt_narrow(text: TableText, rows: dict[str, list[Reading]], folded: str) -> None:
    """Drop the rows of table two with an empty last cell whose line has fewer separators than that of a row with all of its cells."""
    counts = {s.row: _separators(folded[s.start : s.end].strip("\n")) for s in text.segments if s.row and not s.unknown}
    whole: dict[int, int] = {}
    for row, readings in rows.items():
        if row in counts and readings and all(v.raw for v in readings[0].values):
            cells = len(readings[0].values)
            whole[cells] = min(counts[row], whole.get(cells, counts[row]))
    for row, readings in rows.items():
        rows[row] = [
            r for r in readings if len(r.values) == 1 or r.values[-1].raw or counts.get(row, 0) >= whole.get(len(r.values), 0)
        ]


def _separators(cells: str) -> int:
    """Return how many separators a row has: on its label's line, or below it, where each cell has a line."""
    line = cells.partition("\n")[0]
    return max((line if line.strip("| ") else cells).count("|"), line.count("\t"))


def doubt_shifted(text: TableText, rows: dict[str, list[Reading]], folded: str) -> None:
    """Drop rows whose last printed number is the sum of those before, an empty cell where the total belongs: one is lost.

    Where that happens, six zeros before an empty cell are no row either. Where the head leaves out a kind of applicant,
    an empty cell may be no column's, and seven numbers may be those of others: only rows that add up are kept. Where it
    is lost and every last cell is empty, that cell may be none.
    """
    if "总计" not in head_words(text) and not any(r.values[-1].raw for readings in rows.values() for r in readings):
        rows.clear()
    if not all_shown(text, folded):
        for row, readings in rows.items():
            rows[row] = [r for r in readings if all(v.raw for v in r.values) and cells_add_up(r.values)]
        printed = {s.row for s in text.segments if s.row and any(c.isdigit() for c in folded[s.start : s.end])}
        if sum(map(bool, rows.values())) * 2 < len(printed):
            rows.clear()  # most have fewer numbers: seven are those of six columns and one more
    shifted = {
        row for row, readings in rows.items() if any(map(_is_shifted, readings)) and (len(readings) == 1 or _long(readings))
    }
    if shifted:
        _drop_open(shifted, rows)
    _doubt_short(rows, folded)
    _doubt_totals(rows)


def _drop_open(shifted: set[str], rows: dict[str, list[Reading]]) -> None:
    """Drop the shifted rows and those of zeros before an empty cell; all before one, where the last numbers look like totals."""
    is_open = {row for row, readings in rows.items() if any(not r.values[-1].raw for r in readings)}
    told = {row for row in is_open if any(v.value for r in rows[row] for v in r.values)}
    are_totals = len(shifted) * 2 > len(told) or all(_ends_high(r) for row in told for r in rows[row])
    for row in shifted | (is_open if are_totals else is_open - told):
        rows[row] = []


def _ends_high(reading: Reading) -> bool:
    *cells, last = [v.value or 0 for v in reading.values if v.raw]
    return last >= sum(cells)


def _long(readings: Sequence[Reading]) -> bool:
    return any(sum(bool(v.raw) for v in reading.values) > 2 for reading in readings)


def _is_shifted(reading: Reading) -> bool:
    printed = [v.value for v in reading.values if v.raw]
    return not reading.values[-1].raw and len(printed) > 1 and bool(printed[-1]) and adds_up(printed)


def _doubt_short(rows: dict[str, list[Reading]], folded: str) -> None:
    """Drop rows with numbers and an empty last cell where the others print their total: a number before it was lost.

    It went with its cell, or stands at the label's end (总计41), or two ran together, and what fills the line up looks like a cell.
    """
    closed = sum(all(reading.values[-1].raw for reading in readings) for readings in rows.values() if readings)
    if closed * 2 > len(rows):
        for row, readings in rows.items():
            rows[row] = [r for r in readings if not (any(v.value for v in r.values) and _ends_empty(r, folded))]


def _ends_empty(reading: Reading, folded: str) -> bool:
    """Tell whether nothing stands in the last cell; 2[1] is no number, and there."""
    *_, before, last = reading.values
    line = folded.find("\n", before.end)
    return not last.raw and not folded[before.end : line if line >= 0 else None].strip(" |\t")


def _doubt_totals(rows: dict[str, list[Reading]]) -> None:
    """Where most rows print no total, drop those whose last number is no sum: it may be the page's, in an empty cell."""
    single = {row: readings[0].values for row, readings in rows.items() if len(readings) == 1 and not readings[0].glued}
    with_total = {row: values for row, values in single.items() if values[-1].raw}
    if len(with_total) * 2 < len(single):
        for row, values in with_total.items():
            rows[row] = rows[row] if cells_add_up(values) else []
