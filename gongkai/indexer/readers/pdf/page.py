"""What stands on a sheet, from the top down? Lines and tables; two pages printed side by side are taken apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.linear import LOST
from gongkai.indexer.readers.pdf.columns import find_columns
from gongkai.indexer.readers.pdf.glyph import Glyph, Rule
from gongkai.indexer.readers.pdf.glyphs import Sheet
from gongkai.indexer.readers.pdf.grid import Grid, GridCell, find_grids, place
from gongkai.indexer.readers.pdf.off_rules import is_off, lose_crossed
from gongkai.indexer.readers.pdf.table import TableCell, TablePiece
from gongkai.indexer.readers.pdf.visible.overlaid import legible
from gongkai.indexer.readers.pdf.words import Line, cell_text, em_of, is_full, is_spaced, lines_of, rows_of
from gongkai.text import HAN

__all__ = ["Item", "SheetItems", "halves", "read_sheet"]

Item = Line | TablePiece

GUTTER = 16.0  # points: the least width of the white strip between two pages on one sheet
PROSE = 40  # Han characters: a half with fewer is no page
LEADING = 1.75  # em between two lines of one cell, at most
LONGEST = 9  # digits of a number: a longer one is two, above or beside one another
PADDING = 8.0  # points: no cell leaves more than this white at its sides by rule
_HAN_CHAR = expression(f"[{HAN}]")


@dataclass(frozen=True, slots=True)
class SheetItems:
    """The items of one page and its height."""

    items: list[Item]
    height: float


def halves(sheet: Sheet) -> list[Sheet]:
    """Return the two pages of a sheet that shows two side by side, else the sheet itself.

    Two pages are told by a broad sheet with a white strip near its middle that no character and no rule crosses,
    and text of some length on both sides.
    """
    if sheet.width <= sheet.height or not sheet.glyphs:
        return [sheet]
    cut = _gutter(sheet)
    if cut is None:
        return [sheet]
    sides = [[g for g in sheet.glyphs if ((g.x0 + g.x1) / 2 < cut) is left] for left in (True, False)]
    if any(sum(bool(_HAN_CHAR.match(g.char)) for g in side) < PROSE for side in sides):
        return [sheet]
    rules = [[r for r in sheet.rules if ((r.x0 + r.x1) / 2 < cut) is left] for left in (True, False)]
    return [Sheet(sheet.width / 2, sheet.height, g, r) for g, r in zip(sides, rules, strict=True)]


def _gutter(sheet: Sheet) -> float | None:
    """Return the middle of the widest white strip in the middle fifth of the sheet."""
    low, high = sheet.width * 0.4, sheet.width * 0.6
    shapes: list[Glyph | Rule] = [*sheet.glyphs, *sheet.rules]
    best: tuple[float, float] | None = None
    edge = low
    for left, right in [*sorted((s.x0, s.x1) for s in shapes if s.x1 > low and s.x0 < high), (high, high)]:
        if left - edge >= GUTTER and (best is None or left - edge > best[1] - best[0]):
            best = edge, left
        edge = max(edge, right)
    return None if best is None else (best[0] + best[1]) / 2


def read_sheet(sheet: Sheet) -> SheetItems:
    """Return the lines and tables of an upright sheet from the top down."""
    rest: Sequence[Glyph] = sheet.glyphs
    tables: list[TablePiece] = []
    for grid in find_grids(sheet.rules):
        outside = place(grid, rest)
        if is_off(grid, outside):
            continue
        for cell in grid.cells:
            lose_crossed(cell)
        rest = _take_hanging(grid, outside)
        tables.append(_piece(grid))
    lines = lines_of(legible(rest))
    items: list[Item] = []
    for table in sorted((t for t in tables if t.rows), key=lambda t: t.top):
        above = [line for line in lines if line.middle < table.top]
        lines = lines[len(above) :]
        items += [*find_columns(above), table]
    return SheetItems(items + find_columns(lines), sheet.height)


def _take_hanging(grid: Grid, rest: Sequence[Glyph]) -> Sequence[Glyph]:
    """Put the line that hangs below the last row into its cells, and return the other glyphs.

    A page break may end the lines of a table above the text of its last row. The line is the row's only when each
    character of it goes on right below a cell whose own last line is full.
    """
    below = [glyph for glyph in rest if glyph.top + glyph.bottom > 2 * grid.ys[-1]]
    line = rows_of(below)[0] if below else ()
    padding = _padding(grid)
    homes = [grid.cell_at((glyph.x0 + glyph.x1) / 2, grid.ys[-1] - 0.1) for glyph in line]
    if not line or not all(home is not None and _goes_on_below(home, g, padding) for home, g in zip(homes, line, strict=True)):
        return rest
    for home, glyph in zip(homes, line, strict=True):
        if home is not None:
            home.glyphs.append(glyph)
    return [glyph for glyph in rest if glyph not in line]


def _goes_on_below(cell: GridCell, glyph: Glyph, padding: float) -> bool:
    """Return whether a character stands right below the full last line of a cell."""
    last = max((g.bottom for g in cell.glyphs), default=0.0)
    final = [g for g in cell.glyphs if g.bottom > last - 0.5 * (g.bottom - g.top)]
    near = bool(final) and 0 < glyph.bottom - last < LEADING * glyph.em
    return near and is_full(final, cell.x0, cell.x1, padding, 1.3 * final[-1].em)


def _piece(grid: Grid) -> TablePiece:
    """Return a grid as rows of cell texts; rows in which no cell begins, and empty slivers, are dropped."""
    padding = _padding(grid)
    spaced = is_spaced([cell.glyphs for cell in grid.cells])
    rows: list[list[TableCell]] = []
    kept = [row for row in range(len(grid.ys) - 1) if any(cell.row == row for cell in grid.cells)]
    for row in kept:
        cells = sorted((cell for cell in grid.cells if cell.row == row), key=lambda cell: cell.col)
        doubtful = _is_doubtful(cells, padding)
        rows.append([_cell(cell, padding, kept, doubtful=doubtful, spaced=spaced) for cell in cells])
    if not any(cell.glyphs for cell in grid.cells):
        rows = []
    return TablePiece(rows, grid.xs[0], grid.xs[-1], grid.ys[0], grid.ys[-1])


def _padding(grid: Grid) -> float:
    """Return the white that cells leave at their sides: the least that any text of the table leaves on the left."""
    lefts = [min(g.x0 for g in cell.glyphs) - cell.x0 for cell in grid.cells if cell.glyphs]
    return min(max(min(lefts, default=0.0), 0.0), PADDING)


def _is_doubtful(cells: Sequence[GridCell], padding: float) -> bool:
    """Return whether all numbers of a row fill two lines or more to their end: that one wraps so is chance, all are two above one another."""
    numbers = [cell for cell in cells if cell.glyphs and all(glyph.char.isdigit() for glyph in cell.glyphs)]
    return len(numbers) > 1 and all(_fills_lines(cell, padding) for cell in numbers)


def _fills_lines(cell: GridCell, padding: float) -> bool:
    rows = rows_of(cell.glyphs)
    return len(rows) > 1 and all(is_full(row, cell.x0, cell.x1, padding, em_of(row) / 2) for row in rows)


def _cell(cell: GridCell, padding: float, kept: Sequence[int], *, doubtful: bool, spaced: bool) -> TableCell:
    text = cell_text(legible(cell.glyphs), cell.x0, cell.x1, padding, spaced=spaced) if cell.glyphs else ""
    text = LOST if text.isdigit() and (doubtful or len(text) > LONGEST) else text
    last = max((g.bottom for g in cell.glyphs), default=0.0)
    final = [g for g in cell.glyphs if g.bottom > last - 0.5 * (g.bottom - g.top)]
    full = bool(final) and is_full(final, cell.x0, cell.x1, padding, 1.3 * final[-1].em)
    rowspan = sum(cell.row <= row < cell.row + cell.rowspan for row in kept)
    return TableCell(text, cell.x0, cell.x1, rowspan, full)
