"""Where are the ruled tables of a sheet? Lines that touch make a grid; cells without a line between them are one."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from gongkai.indexer.readers.linear import LOST
from gongkai.indexer.readers.pdf.glyph import Glyph, Rule

__all__ = ["Grid", "GridCell", "find_grids", "place"]

SNAP = 3.0  # points: lines no farther apart are one line, gaps no wider are none
MAX_LINES = 1_500
MAX_SQUARES = 20_000
OVERHANG = 8.0  # points: a line that ends so far beyond the last one across it means an open side
OPEN = 0.5  # an outer side with less of its length ruled is taken as an open side, not as a notch


class _Line(NamedTuple):
    """A line at `at`, from `low` to `high`; across or down."""

    at: float
    low: float
    high: float


@dataclass(slots=True)
class GridCell:
    """A cell on rows `[row, row+rowspan)` and columns `[col, col+colspan)`, with what is printed in it."""

    row: int
    col: int
    rowspan: int
    colspan: int
    x0: float
    top: float
    x1: float
    bottom: float
    glyphs: list[Glyph] = field(default_factory=list)


@dataclass(slots=True)
class Grid:
    """A ruled table: the places of its column and row lines, and its cells in reading order."""

    xs: list[float]
    ys: list[float]
    cells: list[GridCell]
    owner: list[list[GridCell | None]]

    def cell_at(self, x: float, y: float) -> GridCell | None:
        """Return the cell at a point."""
        col, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        inside = 0 <= row < len(self.ys) - 1 and 0 <= col < len(self.xs) - 1
        return self.owner[row][col] if inside else None


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """Return the ruled tables, from the top down; a frame round one text is none."""
    across = _merge([_Line((r.top + r.bottom) / 2, r.x0, r.x1) for r in rules if r.across])
    down = _merge([_Line((r.x0 + r.x1) / 2, r.top, r.bottom) for r in rules if not r.across])
    if len(across) + len(down) > MAX_LINES:
        return []
    grids = [_build(hs, vs) for hs, vs in _touching(across, down)]
    return sorted((g for g in grids if g), key=lambda grid: (grid.ys[0], grid.xs[0]))


def _merge(lines: list[_Line]) -> list[_Line]:
    """Join lines on one height that touch or overlap."""
    places = _snap((line.at for line in lines), SNAP / 2)
    merged: list[_Line] = []
    for line in sorted(_Line(places[line.at], line.low, line.high) for line in lines):
        last = merged[-1] if merged else None
        if last and last.at == line.at and line.low <= last.high + SNAP:
            merged[-1] = _Line(last.at, last.low, max(last.high, line.high))
        else:
            merged.append(line)
    return merged


def _snap(values: Iterable[float], reach: float) -> dict[float, float]:
    """Return for each value the middle of its cluster; a cluster is at most `reach` wide."""
    clusters: list[list[float]] = []
    for value in sorted(set(values)):
        if clusters and value - clusters[-1][0] <= reach:
            clusters[-1].append(value)
        else:
            clusters.append([value])
    return {value: (cluster[0] + cluster[-1]) / 2 for cluster in clusters for value in cluster}


def _touching(across: list[_Line], down: list[_Line]) -> list[tuple[list[_Line], list[_Line]]]:
    """Return the groups of lines that touch one another."""
    parent = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, h in enumerate(across):
        for j, v in enumerate(down, len(across)):
            if h.low - SNAP <= v.at <= h.high + SNAP and v.low - SNAP <= h.at <= v.high + SNAP:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[_Line], list[_Line]]] = {}
    for i in range(len(parent)):
        hs, vs = groups.setdefault(root(i), ([], []))
        (hs if i < len(across) else vs).append(across[i] if i < len(across) else down[i - len(across)])
    lonely = [v for hs, vs in groups.values() if not hs for v in vs]
    return [(hs, vs + [v for v in lonely if _beside(v, vs)]) for hs, vs in groups.values() if hs and vs]


def _beside(line: _Line, others: Sequence[_Line]) -> bool:
    """Return whether a line that touches none is a side of these lines' table: as high as the whole of it."""
    low, high = min(other.low for other in others), max(other.high for other in others)
    return abs(line.low - low) <= SNAP and abs(line.high - high) <= SNAP


def _build(hs: list[_Line], vs: list[_Line]) -> Grid | None:
    """Return the grid of lines that touch, closed at its outer edges; None when it has one column or cell."""
    xs = _places([v.at for v in vs], hs)
    ys = _places([h.at for h in hs], vs)
    rows, cols = len(ys) - 1, len(xs) - 1
    if cols < 2 or rows < 1 or rows * cols > MAX_SQUARES:
        return None
    left = [[_ruled(vs, x, (ys[r] + ys[r + 1]) / 2) for x in xs] for r in range(rows)]
    over = [[_ruled(hs, y, (xs[c] + xs[c + 1]) / 2) for c in range(cols)] for y in ys]
    label = _regions(left, over)
    cells = _rectangles(label, xs, ys, _notches(left, over, label))
    owner: list[list[GridCell | None]] = [[None] * cols for _ in range(rows)]
    for cell in cells:
        for r in range(cell.row, cell.row + cell.rowspan):
            owner[r][cell.col : cell.col + cell.colspan] = [cell] * cell.colspan
    return Grid(xs, ys, cells, owner) if len(cells) > 1 else None


def _places(values: list[float], crossing: list[_Line]) -> list[float]:
    """Return the places of the lines, and of the open sides to which the crossing lines reach."""
    places = sorted(set(_snap(values, SNAP).values()))
    low, high = min(line.low for line in crossing), max(line.high for line in crossing)
    before = [low] if low < places[0] - OVERHANG else []
    after = [high] if high > places[-1] + OVERHANG else []
    return before + places + after


def _ruled(lines: list[_Line], at: float, point: float) -> bool:
    """Return whether a line on the place `at` covers `point`."""
    return any(abs(line.at - at) <= SNAP and line.low - 1 <= point <= line.high + 1 for line in lines)


def _regions(left: list[list[bool]], over: list[list[bool]]) -> list[list[int]]:
    """Number the squares; squares without a line between them get one number."""
    rows, cols = len(left), len(over[0])
    label = [[-1] * cols for _ in range(rows)]
    number = 0
    for r in range(rows):
        for c in range(cols):
            if label[r][c] >= 0:
                continue
            todo = [(r, c)]
            label[r][c] = number
            while todo:
                y, x = todo.pop()
                for ny, nx, ruled in (
                    (y, x + 1, left[y][x + 1]),
                    (y, x - 1, left[y][x]),
                    (y + 1, x, over[y + 1][x]),
                    (y - 1, x, over[y][x]),
                ):
                    if not ruled and 0 <= ny < rows and 0 <= nx < cols and label[ny][nx] < 0:
                        label[ny][nx] = number
                        todo.append((ny, nx))
            number += 1
    return label


def _notches(left: list[list[bool]], over: list[list[bool]], label: list[list[int]]) -> set[int]:
    """Return the regions that lie outside: open on two sides of the whole that are otherwise ruled.

    A region open on one side only is a cell: a page break leaves its lower edge without a line.
    """
    rows, cols = len(left), len(over[0])
    found: Counter[int] = Counter()
    for ruled, side in (
        ([left[r][0] for r in range(rows)], [label[r][0] for r in range(rows)]),
        ([left[r][cols] for r in range(rows)], [label[r][cols - 1] for r in range(rows)]),
        (over[0], label[0]),
        (over[rows], label[rows - 1]),
    ):
        if sum(ruled) > OPEN * len(ruled):
            found.update({region for region, line in zip(side, ruled, strict=True) if not line})
    return {region for region, sides in found.items() if sides > 1}


def _rectangles(label: list[list[int]], xs: list[float], ys: list[float], outside: set[int]) -> list[GridCell]:
    """Cut the regions into cells; a region that is no rectangle gives several. What is outside gives none."""
    rows, cols = len(label), len(label[0])
    taken = [[label[r][c] in outside for c in range(cols)] for r in range(rows)]
    cells: list[GridCell] = []
    for r in range(rows):
        for c in range(cols):
            if taken[r][c]:
                continue
            number = label[r][c]
            right = c
            while right < cols and label[r][right] == number and not taken[r][right]:
                right += 1
            below = r + 1
            while below < rows and all(label[below][x] == number and not taken[below][x] for x in range(c, right)):
                below += 1
            for y in range(r, below):
                taken[y][c:right] = [True] * (right - c)
            cells.append(GridCell(r, c, below - r, right - c, xs[c], ys[r], xs[right], ys[below]))
    return cells


def place(grid: Grid, glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Put each glyph into its cell and return those that lie in none.

    A run of digits without a gap stays whole, in the cell where most of it lies: a number too wide for its
    cell must not lose its end to the neighbour.
    """
    rest: list[Glyph] = []
    for run in _runs(glyphs):
        homes = [grid.cell_at((g.x0 + g.x1) / 2, (g.top + g.bottom) / 2) for g in run]
        if len(run) > 1 and any(home is not homes[0] for home in homes):
            run, homes = _settled(run, homes)
        for glyph, home in zip(run, homes, strict=True):
            (rest if home is None else home.glyphs).append(glyph)
    return rest


def _settled(run: list[Glyph], homes: list[GridCell | None]) -> tuple[list[Glyph], list[GridCell | None]]:
    """Return digits that touch across a line, with their cells: each text of the file in the cell where most of it lies.

    Two texts are two numbers that run into one another. Where each digit is a text of its own, or one of the texts reaches
    over the line, nobody can tell.
    """
    pieces = {glyph.piece for glyph in run}
    places = {(glyph.piece, id(home)) for glyph, home in zip(run, homes, strict=True)}
    if 1 < len(pieces) < len(places) or len(pieces) == len(run):
        return [glyph._replace(char=LOST) for glyph in run], homes
    best: dict[int, GridCell | None] = {}
    for piece in pieces:
        votes = [home for glyph, home in zip(run, homes, strict=True) if glyph.piece == piece and home is not None]
        best[piece] = max(votes, key=lambda cell: sum(cell is vote for vote in votes)) if votes else None
    return run, [best[glyph.piece] for glyph in run]


def _runs(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs in order, digits that touch on one base line together."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        last = runs[-1][-1] if runs else None
        if (
            last
            and last.char.isdigit()
            and glyph.char.isdigit()
            and abs(last.bottom - glyph.bottom) < 1
            and -0.3 < (glyph.x0 - last.x1) / glyph.em < 0.05
        ):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return runs
