"""Whose label is it? Label text of a table without ruling, broken over lines, goes to the row that it stands beside.

A label's line on the height of a value is that row's: cells do not overlap. Further lines, above and below, are
given to rows only where they can belong in one way: every label is centred on its row, or every label begins on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.linear import join_runs
from gongkai.indexer.readers.pdf.table import ORDINAL
from gongkai.indexer.readers.pdf.words import Line, Word

__all__ = ["UNIT", "Block", "Row", "find_blocks"]

PITCH = 1.9  # em between the middles of two lines of one label, at most
EVEN = 0.06  # em by which the pitches of lines may differ
STEP = 0.03  # em: pitches no farther apart are taken for one
SLACK = 0.005  # em
BESIDE = 0.75  # of the pitch: a label's line that is nearer to a value is that row's
OFF = 0.25  # of the pitch by which a label may lie above or below its row
ROOM = 2.5  # em that the longest line of a column is longer than one after which a label goes on, at most
EXACT = 1.0  # points: lines no farther out of line begin, or are centred, on one place
ALIGNED = 0.5  # em by which lines of one label may be out of line

UNIT = expression(r"[（(]?(人次|万元|[次件条个人项篇场元份名册期])[）)]?")
"""What is counted, where a column of its own says it."""

_Solution = list[tuple[int, int, int]]  # row, first and last line of its label


@dataclass(slots=True)
class Block:
    """A label: the words of one label column under one another."""

    words: list[Word]
    em: float

    @property
    def word(self) -> Word:
        """The label as one word."""
        text = join_runs(word.text for word in self.words)
        first, last = self.words[0], self.words[-1]
        return Word(text, min(w.x0 for w in self.words), first.top, max(w.x1 for w in self.words), last.bottom)


@dataclass(slots=True)
class Row:
    """A row: its values, or the heads of its columns, and its labels."""

    line: Line
    values: list[Word]
    labels: list[Block] = field(default_factory=list)

    @property
    def middle(self) -> float:
        """The height of the middle of its values."""
        return sum(word.middle for word in self.values) / len(self.values)


@dataclass(slots=True)
class _Run:
    """Words under one another in one label column that may be one label or several."""

    words: list[Word]
    rows: list[int]  # beside each word the row, or -1

    @property
    def row(self) -> int | None:
        """The one row beside it; None where there are more."""
        beside = {row for row in self.rows if row >= 0}
        return beside.pop() if len(beside) == 1 else None


def find_blocks(lines: Sequence[Line], rows: Sequence[Row], left: float, cuts: Sequence[float] = ()) -> list[Block]:
    """Give the labels left of `left` to the rows and return those that belong to none.

    `cuts` are heights that no label crosses. A row whose label could be told in no way, or in several, has none.
    """
    values = {id(row.line): row.values[0].x0 for row in rows}
    words = [word for line in lines for word in line.parts if word.x1 <= min(left, values.get(id(line), left))]
    if not words:
        return []
    em = max(line.em for line in lines)
    columns = _label_columns(words, em)
    pitch, greatest = _pitch(columns, em)
    runs = [run for column in columns for run in _runs(column, rows, (pitch, greatest), cuts)]
    leaves, groups = _leaves(runs, rows)
    leaves = _whole(leaves, em)
    solved = _solve(leaves, rows, pitch, greatest)
    loose: list[Block] = []
    for run, solution in solved:
        loose += _give(run, solution, rows, em)
    for run in groups:
        block = Block(run.words, em)
        home = _home(block, rows)
        (loose if home is None else home.labels).append(block)
    return loose


def _label_columns(words: Sequence[Word], em: float) -> list[list[Word]]:
    """Return the words of each label column from the top down: words that begin, or are centred, on one place."""
    lefts, centres = [word.x0 for word in words], [(word.x0 + word.x1) / 2 for word in words]
    near = [(i, j) for i, a in enumerate(words) for j, b in enumerate(words) if 0.5 * em < b.middle - a.middle < PITCH * em]
    begun, centred = (sum(abs(at[i] - at[j]) < EXACT for i, j in near) for at in (lefts, centres))
    columns: list[list[Word]] = []
    start = -1e9
    for at, word in sorted(zip(lefts if begun >= centred else centres, words, strict=True), key=lambda place: place[0]):
        if at - start > ALIGNED * em:
            columns.append([])
            start = at
        columns[-1].append(word)
    return [sorted(column, key=lambda word: word.middle) for column in columns]


def _pitch(columns: Sequence[Sequence[Word]], em: float) -> tuple[float, float]:
    """Return the least and the greatest distance of two lines of one label.

    The least is that of two lines under one another, found twice at least; others are as good as equal to it.
    """
    gaps = [below.middle - above.middle for column in columns for above, below in pairwise(column)]
    gaps = sorted(gap for gap in gaps if 0.8 * em < gap < PITCH * em)
    least = next((gap for gap, other in pairwise(gaps) if other - gap < STEP * em), gaps[0] if gaps else 1.3 * em)
    greatest = least
    for gap in gaps:
        if greatest < gap < min(greatest + STEP * em, least + EVEN * em):
            greatest = gap
    return least, greatest + SLACK * em


def _runs(column: Sequence[Word], rows: Sequence[Row], sizes: tuple[float, float], cuts: Sequence[float]) -> list[_Run]:
    """Cut a label column where a label must end: at wider gaps, at lines across, and before an ordinal."""
    pitch, greatest = sizes
    runs: list[_Run] = []
    for word in column:
        above = runs[-1].words[-1] if runs else None
        beside = _beside(word, rows, pitch)
        if (
            above is None
            or word.middle - above.middle > greatest
            or ORDINAL.match(word.text)
            or any(above.middle < cut < word.middle for cut in cuts)
        ):
            runs.append(_Run([], []))
        runs[-1].words.append(word)
        runs[-1].rows.append(beside)
    return runs


def _beside(word: Word, rows: Sequence[Row], pitch: float) -> int:
    """Return the row on whose height a word stands, or -1."""
    near = min(range(len(rows)), key=lambda i: abs(rows[i].middle - word.middle), default=-1)
    return near if near >= 0 and abs(rows[near].middle - word.middle) < BESIDE * pitch else -1


def _leaves(runs: Sequence[_Run], rows: Sequence[Row]) -> tuple[list[_Run], list[_Run]]:
    """Part the runs that hold labels of rows from those that name groups of rows, left of these."""
    last: dict[int, float] = {}
    for run in runs:
        for row in {row for row in run.rows if row >= 0 and not _is_unit(run)}:
            last[row] = max(last.get(row, 0.0), run.words[0].x0)
    leaves: list[_Run] = []
    groups: list[_Run] = []
    for run in runs:
        own = {row for row in run.rows if row >= 0 and last.get(row, 0.0) <= run.words[0].x0 + 1}
        is_leaf = bool(own) and own == {row for row in run.rows if row >= 0}
        (leaves if is_leaf and not _names_group(run, own, last, len(rows)) else groups).append(run)
    return leaves, groups


def _is_unit(run: _Run) -> bool:
    """Return whether a run says what is counted (次, 件), in a column of its own behind the labels."""
    return all(UNIT.fullmatch(word.text) for word in run.words)


def _whole(runs: Sequence[_Run], em: float) -> list[_Run]:
    """Cut runs after lines that are whole labels: the next line is that of a row left blank.

    They leave room for more words of their label, or a unit stands behind them and another one behind the next line.
    """
    units = [word.middle for run in runs if _is_unit(run) for word in run.words]
    counted = {id(word) for run in runs for word in run.words if any(abs(at - word.middle) < OFF * em for at in units)}
    cut: list[_Run] = []
    for run in runs:
        beside = [other for other in runs if abs(other.words[0].x0 - run.words[0].x0) < 1 or _centre_off(other, run) < 1]
        room = max(word.x1 - word.x0 for other in beside for word in other.words) - ROOM * em
        start = 0
        for index, (word, below) in enumerate(zip(run.words, [*run.words[1:], None], strict=True), 1):
            whole = word.x1 - word.x0 < room or {id(word), id(below)} <= counted
            if below is None or whole:
                cut.append(_Run(run.words[start:index], run.rows[start:index]))
                start = index
    return cut


def _centre_off(one: _Run, other: _Run) -> float:
    return abs(one.words[0].x0 + one.words[0].x1 - other.words[0].x0 - other.words[0].x1) / 2


def _names_group(run: _Run, own: set[int], last: dict[int, float], count: int) -> bool:
    """Return whether a run beside the first or last row may name a group: the label right of it may be on another page."""
    right = max(word.x1 for word in run.words)
    ends = [(0, 1), (count - 1, count - 2)]
    return any(end in own and last.get(near, 0.0) >= right for end, near in ends if 0 <= near < count)


def _solve(runs: Sequence[_Run], rows: Sequence[Row], pitch: float, greatest: float) -> list[tuple[_Run, _Solution | None]]:
    """Return for each run which lines are whose label; None where that cannot be told.

    Where the lines of a label are closer than any two rows, a run is one label. Else labels are told by where they
    stand to their rows, with one alignment for the whole table; where that fails, a line on its row's height is its label.
    """
    step = min((below.middle - above.middle for above, below in pairwise(rows)), default=1e9)
    if greatest < step:
        return [(run, [(run.row, 0, len(run.words) - 1)] if run.row is not None else None) for run in runs]
    apart = min((gap for a, b in pairwise(rows) if (gap := b.middle - a.middle) > BESIDE * pitch), default=1e9)
    ways = [[_apart(way(run, rows, pitch), run, apart - STEP * pitch) for run in runs] for way in (_centred, _begun)]
    fits = [sum(solution is not None for solution in way) for way in ways]
    best = ways[0] if fits[0] >= fits[1] else ways[1]
    if fits[0] == fits[1] and ways[0] != ways[1]:
        best = [None] * len(runs)
    return [(run, solution or _level(run, rows, pitch)) for run, solution in zip(runs, best, strict=True)]


def _apart(solution: _Solution | None, run: _Run, step: float) -> _Solution | None:
    """Return the solution where the lines of its labels are closer than rows: else one may be the label of a row left blank."""
    inner = [pair for _, first, last in solution or [] for pair in pairwise(run.words[first : last + 1])]
    return None if any(below.middle - above.middle > step for above, below in inner) else solution


def _level(run: _Run, rows: Sequence[Row], pitch: float) -> _Solution | None:
    """Give each row the one line on its height; None where a row has another or stands between two."""
    cores = _cores(run)
    exact = all(first == last and abs(run.words[first].middle - rows[row].middle) < OFF * pitch for row, first, last in cores)
    return cores if exact else None


def _cores(run: _Run) -> _Solution:
    """Return each row of a run with the first and the last line that stand beside it."""
    cores: _Solution = []
    for index, row in enumerate(run.rows):
        if row < 0:
            continue
        if cores and cores[-1][0] == row:
            cores[-1] = row, cores[-1][1], index
        else:
            cores.append((row, index, index))
    return cores


def _centred(run: _Run, rows: Sequence[Row], pitch: float) -> _Solution | None:
    """Give each row as many lines above its own as below; None where lines are left over or missing."""
    solution: _Solution = []
    done = 0
    for row, first, last in _cores(run):
        reach = first - done
        middle = (run.words[first].middle + run.words[last].middle) / 2
        if reach < 0 or last + reach >= len(run.words) or abs(middle - rows[row].middle) > OFF * pitch:
            return None
        solution.append((row, done, last + reach))
        done = last + reach + 1
    return solution if done == len(run.words) else None


def _begun(run: _Run, rows: Sequence[Row], pitch: float) -> _Solution | None:
    """Give each row the lines from its own to the next row's; None where the first line is no row's."""
    cores = _cores(run)
    if (
        not cores
        or cores[0][1]
        or any(first != last or abs(run.words[first].middle - rows[row].middle) > OFF * pitch for row, first, last in cores)
    ):
        return None
    ends = [first - 1 for _, first, _ in cores[1:]] + [len(run.words) - 1]
    return [(row, first, end) for (row, first, _), end in zip(cores, ends, strict=True)]


def _give(run: _Run, solution: _Solution | None, rows: Sequence[Row], em: float) -> list[Block]:
    """Give a run's labels to their rows and return its lines that are no row's."""
    given: set[int] = set()
    for row, first, last in solution or []:
        rows[row].labels.append(Block(run.words[first : last + 1], em))
        given.update(range(first, last + 1))
    return [Block([word], em) for index, word in enumerate(run.words) if index not in given]


def _home(block: Block, rows: Sequence[Row]) -> Row | None:
    """Return the row beside the middle of a group's name, when that row has a label of its own right of it."""
    word = block.word
    near = min(rows, key=lambda row: abs(row.middle - word.middle), default=None)
    if near is None or abs(near.middle - word.middle) > block.em or not any(own.word.x0 >= word.x1 for own in near.labels):
        return None
    return near
