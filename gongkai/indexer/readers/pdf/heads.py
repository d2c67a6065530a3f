"""What do the heads of a table without ruling say? Words broken over lines, set tight side by side, over one or more columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gongkai.indexer.readers.linear import join_runs
from gongkai.indexer.readers.pdf.glyph import Glyph
from gongkai.indexer.readers.pdf.labels import Row
from gongkai.indexer.readers.pdf.table import TableCell, TablePiece
from gongkai.indexer.readers.pdf.words import Line, Word, word_of

__all__ = ["cell_of", "inner_heads", "over", "piece_of", "read_heads"]

TOUCHING = 0.06  # em: characters of one head stand no farther apart
LEVEL = 0.35  # em by which the middles of heads of one row may differ
LEADING = 1.75  # em between two lines of one head, at most
EVEN = 0.045  # em by which the pitch of two lines may be off

_Span = tuple[float, float]


def read_heads(lines: Sequence[Line], columns: Sequence[_Span], left: float) -> tuple[list[TablePiece], int]:
    """Return the head of a wide table as rows in which heads begin, and over how many columns there is one.

    A head of one column that stands higher than its neighbours reaches over several rows, and begins in the upper one.
    """
    em = max(line.em for line in lines)
    corner = [part for line in lines for part in line.parts if part.x1 <= left]
    words = _atoms([glyph for line in lines for glyph in line.glyphs], corner, em)
    own: list[list[Word]] = [[] for _ in columns]
    spanning: list[list[Word]] = []
    for word in words:
        below = over(columns, word.x0, word.x1)
        if len(below) < 2:
            own[below[0] if below else _nearest(columns, word)].append(word)
        else:
            _add(spanning, word, LEADING * em)
    pitch = _pitch(own, em)
    leaves: list[list[Word]] = []
    for stack in own:
        heads = _stacked(stack, pitch + EVEN * em, em)
        spanning += heads[:-1]
        leaves += heads[-1:]
    rows = _levels(leaves, spanning, em)
    first = [cell_of(corner)] if corner else []
    if not rows:
        return [piece_of(first, lines[0].top, lines[-1].bottom)] if first else [], 0
    cells = [[cell_of(head) for head in row] for row in rows]
    cells[0] = first + cells[0]
    return [TablePiece(cells, cells[0][0].x0, cells[0][-1].x1, lines[0].top, lines[-1].bottom, ruled=False)], len(leaves)


def _atoms(glyphs: Sequence[Glyph], corner: Sequence[Word], em: float) -> list[Word]:
    """Return the strings of touching characters outside the corner."""
    atoms: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: g.x0):
        if any(word.x0 <= glyph.x0 and glyph.x1 <= word.x1 and abs(_middle(glyph) - word.middle) < em for word in corner):
            continue
        last = next((a for a in atoms if _touch(a[-1], glyph, em)), None)
        if last is None:
            atoms.append([glyph])
        else:
            last.append(glyph)
    return sorted((word_of(atom) for atom in atoms), key=lambda word: (word.middle, word.x0))


def _middle(glyph: Glyph) -> float:
    return (glyph.top + glyph.bottom) / 2


def _touch(before: Glyph, glyph: Glyph, em: float) -> bool:
    return -0.3 * em < glyph.x0 - before.x1 < TOUCHING * em and abs(_middle(before) - _middle(glyph)) < 0.2 * em


def _nearest(columns: Sequence[_Span], word: Word) -> int:
    return min(range(len(columns)), key=lambda i: max(columns[i][0] - word.x1, word.x0 - columns[i][1]))


def _add(cells: list[list[Word]], word: Word, reach: float) -> None:
    """Add a word to the cell that it goes on with: right below it and aligned; else it begins one."""
    for cell in cells:
        last = cell[-1]
        aligned = abs(last.x0 - word.x0) < 1 or abs(last.x0 + last.x1 - word.x0 - word.x1) < 2
        if aligned and 0 < word.middle - last.middle < reach and last.x1 - last.x0 > word.x1 - word.x0:
            cell.append(word)
            return
    cells.append([word])


def _pitch(stacks: Sequence[Sequence[Word]], em: float) -> float:
    """Return the distance of two lines of one head."""
    gaps = [b.middle - a.middle for stack in stacks for a, b in pairwise(stack)]
    return min((gap for gap in gaps if LEVEL * em < gap < LEADING * em), default=0.0)


def _stacked(stack: Sequence[Word], pitch: float, em: float) -> list[list[Word]]:
    """Cut the words over one column into heads; words on one height belong together."""
    cells: list[list[Word]] = []
    for word in stack:
        gap = word.middle - cells[-1][-1].middle if cells else pitch + 1
        if cells and (gap < LEVEL * em or gap <= pitch):
            cells[-1].append(word)
        else:
            cells.append([word])
    return cells


def _levels(leaves: Sequence[list[Word]], spanning: Sequence[list[Word]], em: float) -> list[list[list[Word]]]:
    """Return the heads row by row, each row from left to right; the lowest of several columns stand in a row with the higher leaves."""
    rows = _by_height(spanning, em)
    levels = _by_height(leaves, em)
    if len(levels) > 1 and rows:
        high = [cell for level in levels[:-1] for cell in level]
        levels = [[*rows.pop(), *high], levels[-1]]
    else:
        levels = [[cell for level in levels for cell in level]] if levels else []
    return [sorted(row, key=lambda cell: cell[0].x0) for row in [*rows, *levels]]


def _height(cell: Sequence[Word]) -> float:
    return (cell[0].middle + cell[-1].middle) / 2


def _by_height(cells: Sequence[list[Word]], em: float) -> list[list[list[Word]]]:
    groups: list[list[list[Word]]] = []
    for cell in sorted(cells, key=_height):
        if not groups or _height(cell) - _height(groups[-1][-1]) > LEVEL * em:
            groups.append([])
        groups[-1].append(cell)
    return groups


def inner_heads(lines: Sequence[Line], left: float) -> tuple[list[Row], list[Line]]:
    """Return the rows of heads among these lines, each with its heads put together, and the lines across all columns."""
    across = [line for line in lines if any(part.x0 < left < part.x1 for part in line.parts)]
    crossing = {id(line) for line in across}
    cells: list[tuple[list[Word], Line]] = []
    for line in lines:
        for part in line.parts:
            if id(line) in crossing or part.x0 < left:
                continue
            above = next((words for words, _ in reversed(cells) if _goes_on(words[-1], part, line.em, across)), None)
            if above is None:
                cells.append(([part], line))
            else:
                above.append(part)
    rows: list[Row] = []
    for words, line in sorted(cells, key=lambda cell: _height(cell[0])):
        word = Word(join_runs(w.text for w in words), words[0].x0, words[0].top, max(w.x1 for w in words), words[-1].bottom)
        if rows and abs(rows[-1].middle - word.middle) < LEVEL * line.em:
            rows[-1].values = sorted([*rows[-1].values, word], key=lambda value: value.x0)
        else:
            rows.append(Row(line, [word]))
    return rows, across


def _goes_on(last: Word, word: Word, em: float, across: Sequence[Line]) -> bool:
    under = last.x0 < word.x1 and word.x0 < last.x1 and 0 < word.middle - last.middle < LEADING * em
    return under and not any(last.middle < line.middle < word.middle for line in across)


def over(columns: Sequence[_Span], x0: float, x1: float) -> list[int]:
    """Return the columns that a stretch of x touches."""
    return [index for index, (low, high) in enumerate(columns) if x0 < high and low < x1]


def cell_of(words: Sequence[Word]) -> TableCell:
    """Return the cell of words in order."""
    text = join_runs(word.text for word in words)
    return TableCell(text, min(w.x0 for w in words), max(w.x1 for w in words))


def piece_of(row: list[TableCell], top: float, bottom: float) -> TablePiece:
    """Return a row as a table without ruling."""
    return TablePiece([row], row[0].x0, row[-1].x1, top, bottom, ruled=False)
