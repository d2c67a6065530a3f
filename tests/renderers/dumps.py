"""How does a program print the tables of a PDF as text? Wrapped cells on the lines where the page has them."""

from __future__ import annotations

import unicodedata
from random import Random

from gongkai.sample.facts import Facts
from gongkai.sample.printed import Grid, PrintedCell

__all__ = ["flowing", "placed"]

Line = dict[int, str]  # column → what is printed there


def _positions(grid: Grid) -> list[list[tuple[int, PrintedCell]]]:
    """Return the cells of each row with their first columns."""
    taken: set[tuple[int, int]] = set()
    rows = []
    for number, row in enumerate(grid):
        at, cells = 0, []
        for cell in row:
            while (number, at) in taken:
                at += 1
            taken |= {(number + down, at + right) for down in range(cell.rowspan) for right in range(cell.colspan)}
            cells.append((at, cell))
        rows.append(cells)
    return rows


def _wrapped(cell: PrintedCell, width: int) -> list[str]:
    """Break labels and heads at the width of their columns; numbers stay whole."""
    width = max(width, len(cell.text)) if cell.kind == "number" else width * (1 if cell.rowspan > 1 else cell.colspan)
    return [cell.text[at : at + width] for at in range(0, len(cell.text), width)]


def _lines(grid: Grid, width: int) -> list[Line]:
    """Return the lines of the table: every cell wrapped, in the middle of its row or of the rows that it spans."""
    lines: list[Line] = []
    bounds: list[int] = []
    waiting: list[tuple[int, int, int, list[str]]] = []
    for number, row in enumerate(_positions(grid)):
        pieces = [(at, cell, _wrapped(cell, width)) for at, cell in row]
        height = max([len(found) for _, cell, found in pieces if cell.rowspan == 1], default=1) or 1
        bounds.append(len(lines))
        waiting += [(number, cell.rowspan, at, found) for at, cell, found in pieces]
        lines += [{} for _ in range(height)]
    bounds.append(len(lines))
    for number, rowspan, at, found in waiting:
        top, bottom = bounds[number], bounds[min(number + rowspan, len(grid))]
        first = max(top, (top + bottom - len(found)) // 2)
        for line, piece in zip(lines[first:], found, strict=False):
            line[at] = piece
    return lines


def flowing(grid: Grid, facts: Facts, random: Random) -> list[Grid | str]:
    """Print the lines one after the other, a space between what stands on one."""
    lines = _lines(grid, random.choice((4, 6, 8, 12)))
    return [" ".join(text for _, text in sorted(line.items())) for line in lines if line]


def placed(grid: Grid, facts: Facts, random: Random) -> list[Grid | str]:
    """Print the lines with spaces that keep their columns apart."""
    lines = _lines(grid, random.choice((4, 6, 8, 12)))
    count = 1 + max(at for line in lines for at in line)
    widths = [
        max([_width(line[at]) for line in lines if at in line and (at + 1 in line or at == count - 1)] or [2])
        for at in range(count)
    ]
    return [_padded(line, widths) for line in lines if line]


def _padded(line: Line, widths: list[int]) -> str:
    printed = ""
    for at, text in sorted(line.items()):
        start = sum(widths[:at]) + 2 * at
        printed += " " * max(start - _width(printed), 1 if printed else 0) + text
    return printed


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
