"""Does the text of a page stand off the ruling of its table? A text layer that a program read from a picture may, by a row or a column.

Then the lines say nothing: a label of two lines falls into two rows, and its numbers into one of them. Such a table is read as one
without ruling. A single number that a line crosses is left unread.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from gongkai.indexer.readers.linear import LOST
from gongkai.indexer.readers.pdf.glyph import Glyph
from gongkai.indexer.readers.pdf.grid import Grid, GridCell
from gongkai.indexer.readers.pdf.visible.seen import HIGH, LOW
from gongkai.indexer.readers.pdf.words import Line, lines_of

__all__ = ["is_off", "lose_crossed"]

LEAST = 7.0  # points: a row or column less wide is the space between two lines
REACH = 1.2  # of a row's height: text so near beyond the table may be of it
WIDEST = 60.0  # points: farther beyond the table is other text
SOME = 3  # characters beyond a side, or numbers beyond an edge: fewer are a mark in the margin
MANY, SHARE = 4, 0.03  # digits that lines cross, and of the table's: with more of them its text is off its lines
MOSTLY = 0.3  # of the rows of a table: in so many two numbers stand in one cell where all stand off
GAP = 0.5  # of a digit's height between two numbers
CUT = 0.34  # of a number's width: with more of it beyond a line it may be the next cell's


def is_off(grid: Grid, rest: Sequence[Glyph]) -> bool:
    """Return whether lines cross many digits of a table, numbers stand right outside under one another's columns, or an edge is empty.

    Where all cells at one edge are empty, text right beyond the opposite edge is that of the table.
    """
    digits = [(glyph, cell) for cell in grid.cells for glyph in cell.glyphs if glyph.char.isdecimal()]
    crossed = sum(_is_crossed(glyph, cell) for glyph, cell in digits)
    many = crossed >= MANY and crossed > SHARE * len(digits)
    return many or _is_off_rows(grid, rest) or _is_off_columns(grid, rest) or _is_off_by_half(grid)


def _is_off_by_half(grid: Grid) -> bool:
    """Return whether in many rows a cell holds two numbers and another one none: they stand half a column off."""
    double = {cell.row for cell in grid.cells if _holds_two(cell)}
    return len(double) >= SOME and len(double & {cell.row for cell in grid.cells if not cell.glyphs}) > MOSTLY * len(grid.ys)


def _holds_two(cell: GridCell) -> bool:
    """Return whether a cell holds nothing but two numbers beside one another."""
    if len(cell.glyphs) < 2 or not all(glyph.char.isdecimal() for glyph in cell.glyphs):
        return False
    line = sorted(cell.glyphs, key=lambda glyph: glyph.x0)
    high = line[0].bottom - line[0].top
    level = all(abs(glyph.bottom - line[0].bottom) < high / 2 for glyph in line)
    return level and any(glyph.x0 - before.x1 > GAP * high for before, glyph in pairwise(line))


def _is_off_rows(grid: Grid, rest: Sequence[Glyph]) -> bool:
    xs, ys = grid.xs, grid.ys
    reach = min(REACH * max(ys[1] - ys[0], ys[-1] - ys[-2]), WIDEST)
    over = [glyph for glyph in rest if 2 * xs[0] < glyph.x0 + glyph.x1 < 2 * xs[-1]]
    above = lines_of(glyph for glyph in over if 0 < ys[0] - (glyph.top + glyph.bottom) / 2 < reach)
    below = lines_of(glyph for glyph in over if 0 < (glyph.top + glyph.bottom) / 2 - ys[-1] < reach)
    if above and (
        _columns(grid, above[-1]) >= SOME or (ys[-1] - ys[-2] > LEAST and _are_empty(grid, lambda c: c.row == len(ys) - 2))
    ):
        return True
    is_row = bool(below) and len(below[0].parts) > 1 and any(glyph.char.isdigit() for glyph in below[0].glyphs)
    first_is_empty = is_row and ys[1] - ys[0] > LEAST and _are_empty(grid, lambda cell: cell.row == 0 and cell.rowspan == 1)
    return first_is_empty or (bool(below) and _columns(grid, below[0]) >= SOME)


def _is_off_columns(grid: Grid, rest: Sequence[Glyph]) -> bool:
    xs, ys = grid.xs, grid.ys
    beside = [glyph for glyph in rest if 2 * ys[0] < glyph.top + glyph.bottom < 2 * ys[-1]]
    if xs[-1] - xs[-2] > LEAST and _are_empty(grid, lambda cell: cell.col == len(xs) - 2):
        return sum(xs[0] - WIDEST < g.x0 < xs[0] < g.x1 + g.em for g in beside) >= SOME
    if xs[1] - xs[0] > LEAST and _are_empty(grid, lambda cell: cell.col == 0 and cell.colspan == 1):
        return sum(g.x1 < xs[-1] + WIDEST for g in beside if g.x0 + g.x1 > 2 * xs[-1]) >= SOME
    return False


def _columns(grid: Grid, line: Line) -> int:
    """Return in how many columns of a table the numbers of a line would stand."""
    return len({bisect_right(grid.xs, (word.x0 + word.x1) / 2) for word in line.parts if word.text.isdecimal()})


def _are_empty(grid: Grid, chosen: Callable[[GridCell], bool]) -> bool:
    cells = [cell for cell in grid.cells if chosen(cell)]
    return bool(cells) and not any(cell.glyphs for cell in cells)


def lose_crossed(cell: GridCell) -> None:
    """Make the digits of a cell unknown ones that a line at its edge crosses: each by itself, or a number that stands half beyond one."""
    digits = [glyph for glyph in cell.glyphs if glyph.char.isdecimal()]
    lost = {id(glyph) for glyph in digits if _is_crossed(glyph, cell)}
    left, right = min((glyph.x0 for glyph in digits), default=0.0), max((glyph.x1 for glyph in digits), default=0.0)
    beyond = max(cell.x0 - left, 0.0) - max(right - cell.x1, 0.0)
    if CUT * (right - left) < abs(beyond) and right - left <= cell.x1 - cell.x0:
        lost = set(map(id, digits))
    if lost:
        cell.glyphs[:] = [glyph._replace(char=LOST) if id(glyph) in lost else glyph for glyph in cell.glyphs]


def _is_crossed(glyph: Glyph, cell: GridCell) -> bool:
    high = glyph.bottom - glyph.top
    return cell.top > glyph.top + HIGH * high or cell.bottom < glyph.top + LOW * high
