"""How do programs that take the text out of pages print tables? Lines filled up with separators, cells between lone ones.

The width of a table is that of its widest row with its spans. Every row is filled up to it at its end, wherever its
spans lie. Empty cells are printed as cells, or left out: the line is filled up all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from gongkai.sample.printed import Grid, PrintedCell

__all__ = [
    "BROKEN",
    "blank_labels",
    "closed_cells",
    "closed_rows",
    "drop_group_labels",
    "drop_labels",
    "filled_between_pipes",
    "filled_cells",
    "filled_ends",
    "filled_lines",
    "filled_rows",
    "lines_between_pipes",
    "lines_closed_below",
    "lines_opened_by_pipes",
    "lines_with_breaks",
    "rows_with_breaks",
    "split_heads",
    "wider",
]

Writer = Callable[[Grid], str]


def _closed(cell: PrintedCell) -> str:
    return f"{cell.text} |" if cell.text else "|"


def _rows(grid: Grid, *, drops: bool) -> list[tuple[list[PrintedCell], str]]:
    """Return the cells of each row that are printed, and the separators that fill it up."""
    width = sum(cell.colspan for cell in grid[0])
    kept = [[cell for cell in row if cell.text or not drops] for row in grid]
    return [(row, "|" * (width - len(row))) for row in kept]


def filled_rows(*, drops: bool = False, opened: bool = False, bare_end: bool = False) -> Writer:
    """Return what prints a row a line: `opened` with a separator before it, `bare_end` the last row not filled up."""

    def write(grid: Grid) -> str:
        lines = []
        for row, filling in _rows(grid, drops=drops):
            line = " ".join([*(["|"] if opened else []), *map(_closed, row)])
            lines.append(f"{line} {filling}".rstrip() + (" " if opened else ""))
        if bare_end:
            lines[-1] = " ".join(map(_closed, _rows(grid, drops=drops)[-1][0]))
        return "\n".join(lines)

    return write


def filled_lines(*, drops: bool = False, filled: bool = True, opened: bool = False) -> Writer:
    """Return what prints a cell a line, what fills the row up on a line of its own; `opened`: a separator before each row."""

    def write(grid: Grid) -> str:
        rows = (
            [*(["|"] if opened else []), *map(_closed, row), *([filling] if filled and filling else [])]
            for row, filling in _rows(grid, drops=drops)
        )
        return "\n".join(line for row in rows for line in row)

    return write


def rows_with_breaks(*, filled: bool = False, opened: bool = False) -> Writer:
    """Return what prints a row a line, and in its place the line break that stands in a cell that is empty otherwise."""

    def write(grid: Grid) -> str:
        lines = []
        for row, filling in _rows(grid, drops=False):
            line = re.sub(r" *\n *", "\n", " | ".join(cell.text or "\n" for cell in row)) + " |"
            lines.append(f"{'| ' if opened else ''}{line} {filling if filled else ''}".rstrip())
        return "\n".join(lines)

    return write


def lines_with_breaks(grid: Grid) -> str:
    """Print a cell a line with a blank line between, and one line break more for each that is empty."""
    return "".join(f"\n\n{cell.text}" if cell.text else "\n" for row in grid for cell in row).lstrip("\n")


def lines_closed_below(*, filled: bool) -> Writer:
    """Return what prints a cell a line, the separators of some labels, which end with a line break, on the next one."""

    def write(grid: Grid) -> str:
        random, lines = Random(str(grid[-1])), []
        for row, filling in _rows(grid, drops=False):
            for cell in row:
                is_below = cell.kind != "number" and random.random() < 0.15
                lines.append(f"{cell.text}\n|" if is_below else _closed(cell))
            lines += [filling] if filled and filling else []
        return "\n".join(lines)

    return write


def lines_between_pipes(grid: Grid) -> str:
    """Print a cell a line, and a line with a separator behind each."""
    return "\n".join(f"{cell.text}\n|" for row in grid for cell in row)


def lines_opened_by_pipes(grid: Grid) -> str:
    """Print the same with a separator before each row, no cell that is empty."""
    return "\n".join("|\n" + "\n".join(f"{cell.text}\n|" for cell in row if cell.text) for row in grid)


def filled_between_pipes(*, drops: bool = False) -> Writer:
    """Return what prints a cell a line, a line with a separator behind each, and what fills the row up on a line of its own."""

    def write(grid: Grid) -> str:
        rows = (
            [*(line for cell in row for line in (cell.text, "|") if line), filling] for row, filling in _rows(grid, drops=drops)
        )
        return "\n".join(line for row in rows for line in row if line)

    return write


def filled_ends(*, drops: bool = False) -> Writer:
    """Return what prints a cell a line, what fills the row up at the end of its last line."""

    def write(grid: Grid) -> str:
        rows = ("\n".join(map(_closed, row)) + f" {filling}".rstrip() for row, filling in _rows(grid, drops=drops))
        return "\n".join(rows)

    return write


def filled_cells(*, drops: bool = False) -> Writer:
    """Return what prints so too, a separator on a line of its own before each row, spaces around what is in a cell."""

    def write(grid: Grid) -> str:
        rows = ("| \n" + "\n".join(f" {cell.text}  | " for cell in row) + filling for row, filling in _rows(grid, drops=drops))
        return "\n".join(rows)

    return write


def wider(table: Writer) -> Writer:
    """Return what prints a table that has a column more than its rows have cells, as those do that were filled in by hand."""

    def write(grid: Grid) -> str:
        *first, last = grid[0]
        return table([[*first, last._replace(colspan=last.colspan + 1)], *grid[1:]])

    return write


def closed_rows(grid: Grid) -> str:
    """Print a row a line, every cell closed, an empty cell for each label that reaches down from the rows above."""
    below: list[int] = []  # for each row, the labels that reach into it
    lines = []
    for number, row in enumerate(grid):
        below += [0] * (number + max(cell.rowspan for cell in row) - len(below))
        for cell in row:
            for under in range(number + 1, number + cell.rowspan):
                below[under] += cell.kind == "label"
        lines.append(" ".join(["|"] * below[number] + [_closed(cell) for cell in row]))
    return "\n".join(lines)


def closed_cells(grid: Grid) -> str:
    """Print a row a line, every cell closed, nothing where a label reaches down, nothing that fills the line up."""
    return "\n".join(" ".join(map(_closed, row)) for row in grid)


BROKEN: dict[str, Writer] = {
    "breaks": rows_with_breaks(),
    "breaks_filled": rows_with_breaks(filled=True),
    "breaks_opened": rows_with_breaks(filled=True, opened=True),
    "lines_breaks": lines_with_breaks,
    "filled_lines_closed_below": lines_closed_below(filled=True),
}
"""Layouts in whose empty cells, or behind whose labels, a line break stands."""


def drop_labels(grid: Grid, random: Random) -> Grid:
    """Lose the labels of some rows, their cells stay."""
    labelled = [i for i, row in enumerate(grid) if row[-1].kind == "number" and row[0].kind != "number"]
    lost = set(random.sample(labelled, min(len(labelled), random.randint(1, 3))))
    return [[cell for cell in row if cell.kind == "number"] if i in lost else row for i, row in enumerate(grid)]


def drop_group_labels(grid: Grid, random: Random) -> Grid:
    """Lose the labels of all rows under one or more groups of results, their cells and the groups' headings stay."""
    first = [i for i, row in enumerate(grid) if any(c.kind == "label" and c.text.startswith("1.") for c in row)]
    lost = set(random.sample(first, random.randint(1, len(first)))) if first else set()
    changed, is_lost = [], False
    for i, row in enumerate(grid):
        numbered = [c for c in row if c.kind == "label" and c.text[:1].isdigit()]
        is_lost = i in lost if i in first else is_lost and bool(numbered)
        changed.append([cell for cell in row if cell not in numbered] if is_lost else row)
    return changed


def blank_labels(grid: Grid, random: Random) -> Grid:
    """Lose what is printed in the labels' cells of some rows, the cells stay."""
    labelled = [i for i, row in enumerate(grid) if row[-1].kind == "number" and row[0].kind != "number"]
    lost = set(random.sample(labelled, min(len(labelled), random.randint(1, 3))))
    return [[c if c.kind == "number" else c._replace(text="") for c in row] if i in lost else row for i, row in enumerate(grid)]


def split_heads(grid: Grid, random: object) -> Grid:
    """Break the heads of four characters and of 本年新… in two lines."""
    changed = []
    for row in grid:
        cells = []
        for cell in row:
            at = 3 if cell.text.startswith("本年新") else 2 if len(cell.text) == 4 else 0
            is_split = cell.kind == "head" and at > 0 and cell.text != "信息内容"
            cells.append(cell._replace(text=f"{cell.text[:at]}\n{cell.text[at:]}") if is_split else cell)
        changed.append(cells)
    return changed
