"""Which numbers of a table without ruling might be another row's, or a part of a longer number? They are not read.

A number without lines round it says by its place alone whose it is. Where two readings of the place are possible a
careful person would not choose: a label that nobody can tell, or a cell that is illegible, stands in the table instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gongkai.indexer.readers.linear import LOST
from gongkai.indexer.readers.pdf.heads import over
from gongkai.indexer.readers.pdf.labels import UNIT, Block, Row
from gongkai.indexer.readers.pdf.table import TableCell, TablePiece
from gongkai.indexer.readers.pdf.words import Line

__all__ = ["Doubts", "between", "find_doubts"]

LEVEL = 0.75  # em: a label's line that is nearer stands beside a row
TWICE = 2.0  # a label above its row is so much nearer to it than any other label is
CROWDED = 0.95  # em: lines of two rows are never so close
LEADING = 1.5  # em between two lines of one cell, at most
NEAR = 0.9  # of the least distance of two rows: a line that is nearer to a row is a part of it
APART = 6.0  # em between a label and a number below it, at most
NEARER = 0.8  # of the distance to the line above
SPACED = 0.7  # em: no cell is so narrow that two characters in two cells stand so close

_Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Doubts:
    """The doubtful rows of a table, by their ids: without a label that can be told, too close to another, with cut numbers."""

    nameless: set[int]
    close: set[int]
    cut: dict[int, list[_Span]]

    def settle(self, row: Row, cells: Sequence[TableCell], wide: bool) -> list[TableCell]:
        """Return the cells of a row, those that are in doubt illegible; `wide` says that columns tell its numbers apart."""
        doubtful = [*self.cut.get(id(row), ()), *(() if wide else _spaced(row))]
        labels, values = list(cells[: len(row.labels)]), list(cells[len(row.labels) :])
        if id(row) in self.close:
            values = [_unread(cell) for cell in values]
        elif doubtful:
            values = [_unread(cell) if over(doubtful, cell.x0, cell.x1) else cell for cell in values]
        unknown = [TableCell(LOST, row.values[0].x0, row.values[0].x0)] if id(row) in self.nameless else []
        return unknown + labels + values


def find_doubts(rows: Sequence[Row], heads: Sequence[Row], loose: Sequence[Block], em: float) -> Doubts:
    """Return which rows of a table are in doubt; `loose` are label texts of no row, `em` is the size of type."""
    return Doubts(_unnamed(rows, loose), _crowded(rows, heads, em), _cut_off(rows, em))


def _unnamed(rows: Sequence[Row], loose: Sequence[Block]) -> set[int]:
    """Return the ids of rows without a label that the text before them would seem to name.

    A label printed above its row, or on its line, is that row's where every other label is much farther from it.
    """
    words = [(word, len(block.words) == 1) for block in loose for word in block.words]
    words += [(word, False) for row in rows for block in row.labels for word in block.words]
    words = [(word, alone) for word, alone in words if not UNIT.fullmatch(word.text)]
    found: set[int] = set()
    for row in rows:
        if not words or not all(UNIT.fullmatch(block.word.text) for block in row.labels):
            continue
        high = LEVEL * row.line.em
        off = [(row.middle - word.middle, alone) for word, alone in words]
        above = min((gap for gap, alone in off if gap > high or (alone and gap >= 0)), default=None)
        others = [abs(gap) for gap, alone in off if not (gap > high or (alone and gap >= 0))]
        if others and (above is None or max(TWICE * above, high) > min(others)):
            found.add(id(row))
    return found


def _unread(cell: TableCell) -> TableCell:
    return TableCell(LOST if cell.text else "", cell.x0, cell.x1)


def between(lines: Sequence[Line]) -> list[Line | TablePiece]:
    """Return lines of no table; a number alone on its line, nearer to the line below than to that above it, is neither one's."""
    items: list[Line | TablePiece] = [*lines]
    for index, (above, line, below) in enumerate(zip(lines, lines[1:], lines[2:], strict=False), 1):
        nearer = below.middle - line.middle < NEARER * (line.middle - above.middle)
        if nearer and line.middle - above.middle < APART * above.em and line.text.isdigit():
            label = TableCell(LOST, line.x0, line.x0)
            items[index] = TablePiece(
                [[label, TableCell(line.text, line.x0, line.x1)]], line.x0, line.x1, line.top, line.bottom, False
            )
    return items


def _crowded(rows: Sequence[Row], heads: Sequence[Row], em: float) -> set[int]:
    """Return the ids of rows that stand closer than two lines can: parts of one row, or rows of a page that is not level.

    Where they are half of the rows, it is all rows: what stands apart by chance is not surely whole. So are two
    rows without labels that stand as close as lines of one cell, or have values in different columns only, and a row with
    a label and one without of which both is true.
    """
    own, found = {id(row) for row in rows}, set[int]()
    for above, below in pairwise(sorted([*rows, *heads], key=lambda row: row.middle)):
        gap = below.middle - above.middle
        bare, apart = _is_bare(above) + _is_bare(below), not _share(above, below)
        parts = (bare == 2 and (apart or gap < LEADING * em)) or (bare == 1 and apart and gap < LEADING * em)
        if gap < CROWDED * em or parts:
            found |= {id(above), id(below)} & own
    return own if len(found) > 2 and 2 * len(found) >= len(own) else found


def _is_bare(row: Row) -> bool:
    return not row.labels and row.line.parts[0].x0 >= row.values[0].x0


def _share(one: Row, other: Row) -> bool:
    """Return whether two rows have values in one column."""
    return any(_under(other, value.x0, value.x1) for value in one.values)


def _cut_off(rows: Sequence[Row], em: float) -> dict[int, list[_Span]]:
    """Return, for the ids of rows, where their numbers are cut: a line without a label has the rest of them.

    It is nearer to its row than lines of two rows are, and all that stands in it stands below or above values of the row.
    """
    ordered = sorted(rows, key=lambda row: row.middle)
    named = [row for row in ordered if row.labels]
    step = min((below.middle - above.middle for above, below in pairwise(named)), default=0.0)
    reach = max(NEAR * step, LEADING * em)
    found: dict[int, list[_Span]] = {}
    for pair in pairwise(ordered):
        rest, row = sorted(pair, key=lambda row: bool(row.labels))
        near = pair[1].middle - pair[0].middle < reach
        if near and row.labels and _is_bare(rest) and all(_under(row, value.x0, value.x1) for value in rest.values):
            spans = [(value.x0, value.x1) for value in rest.values]
            for part in pair:
                found.setdefault(id(part), []).extend(spans)
    return found


def _under(row: Row, x0: float, x1: float) -> bool:
    return any(value.x0 < x1 and x0 < value.x1 for value in row.values)


def _spaced(row: Row) -> list[_Span]:
    """Return where single characters stand so close beside one another that they may be one number set wide."""
    found: list[_Span] = []
    for before, after in pairwise(row.values):
        if len(before.text) == len(after.text) == 1 and after.x0 - before.x1 < SPACED * row.line.em:
            found += [(before.x0, before.x1), (after.x0, after.x1)]
    return found
