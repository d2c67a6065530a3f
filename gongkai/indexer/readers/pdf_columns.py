"""Which lines are rows of a table that has no ruling? Numbers that stand in columns under one another.

A row is a line that ends in values; parts of its label may stand above and below it. Where five or more columns
are seen, a column without a value in a row is an empty cell: a blank keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from gongkai.indexer.readers.linear import join_runs
from gongkai.indexer.readers.pdf_words import Line, Word

__all__ = ["ORDINAL", "TableCell", "TablePiece", "find_columns"]

ORDINAL = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|第")
_VALUE = re.compile(r"[+-]?\d[\d,，]*(\.\d+)?(万元|元|件|项|个|条|次|笔|人)?|[-—–/]+|无")
WIDE = 5  # columns, from which on blanks keep their place
NEAR = 1.8  # em between the middles of a row and of a part of its label
APART = 4.0  # em between two rows of one table


@dataclass(slots=True)
class TableCell:
    """A cell between `x0` and `x1`; `full` when its last line leaves no room for another character."""

    text: str
    x0: float
    x1: float
    rowspan: int = 1
    full: bool = False


@dataclass(slots=True)
class TablePiece:
    """The part of a table that stands on one sheet."""

    rows: list[list[TableCell]]
    x0: float
    x1: float
    top: float
    bottom: float
    ruled: bool = True


@dataclass(slots=True)
class _Row:
    """A row: label words, then values."""

    line: Line
    values: list[Word]
    labels: list[Word]
    parts: list[Word] = field(default_factory=list)


def find_columns(lines: Sequence[Line]) -> list[Line | TablePiece]:
    """Return the lines, those that are rows of a table without ruling as tables."""
    items: list[Line | TablePiece] = []
    for stretch, is_table in _stretches(lines):
        items += _read(stretch) if is_table else stretch
    return items


def _values(line: Line) -> list[Word]:
    """Return the values in which a line of several words, or of several values, ends."""
    count = 0
    for word in reversed(line.words):
        if not _VALUE.fullmatch(word.text):
            break
        count += 1
    return list(line.words[len(line.words) - count :]) if len(line.words) > 1 else []


def _stretches(lines: Sequence[Line]) -> list[tuple[list[Line], bool]]:
    """Cut the lines into stretches: from the first row of a table to its last, and what is between tables."""
    rows = [index for index, line in enumerate(lines) if _values(line)]
    stretches: list[tuple[list[Line], bool]] = []
    done = 0
    while rows:
        first = last = rows.pop(0)
        while rows and _belongs(lines[last : rows[0] + 1]):
            last = rows.pop(0)
        first = _with_head(lines, first, done)
        last = _with_tail(lines, last, rows[0] if rows else len(lines))
        stretches += [(list(lines[done:first]), False), (list(lines[first : last + 1]), True)]
        done = last + 1
    return [*stretches, (list(lines[done:]), False)]


def _belongs(lines: Sequence[Line]) -> bool:
    """Return whether the last of these lines goes on with the table of the first: only short text between."""
    steps = all(b.middle - a.middle < APART * max(a.em, b.em) for a, b in pairwise(lines))
    return steps and len(lines) <= 6


def _with_head(lines: Sequence[Line], first: int, floor: int) -> int:
    """Return where the table begins: above its first row, parts of the row's label, then lines of several words."""
    row = lines[first]
    if not _labels(row):
        while first > floor and _is_part(lines[first - 1], row, _values(row)):
            first -= 1
    while first > floor and lines[first].middle - lines[first - 1].middle < APART * lines[first].em:
        if len(lines[first - 1].words) < 2:
            break
        first -= 1
    return first


def _labels(line: Line) -> list[Word]:
    return list(line.words[: len(line.words) - len(_values(line))])


def _with_tail(lines: Sequence[Line], last: int, end: int) -> int:
    """Return where the table ends with the parts of the last label below."""
    row, values = lines[last], _values(lines[last])
    after = last + 1
    while after < end and _is_part(lines[after], row, values) and not ORDINAL.match(lines[after].text):
        last = after
        after += 1
    return last


def _is_part(line: Line, row: Line, values: list[Word]) -> bool:
    """Return whether a line can be a part of the row's label: near it, left of its values."""
    near = abs(line.middle - row.middle) < NEAR * max(line.em, row.em)
    return near and not _values(line) and line.x1 < values[0].x0


def _read(lines: list[Line]) -> list[Line | TablePiece]:
    """Return the table that stands in `lines`; lines that belong to no row stay lines."""
    stack, lines = _unstacked(lines)
    rows = [_Row(line, _values(line), _labels(line)) for line in lines if _values(line)]
    loose = [line for line in lines if not _values(line) and not _attached(line, rows)]
    columns = _columns(rows, [line for line in loose if len(line.words) > 2])
    items: list[Line | TablePiece] = [_piece([_cells(row, columns)], row.line) for row in rows]
    items += [_piece([[_cell([w]) for w in line.words]], line) if len(line.words) > 1 else line for line in loose]
    items += stack
    return _joined(sorted(items, key=lambda item: (item.top + item.bottom) / 2))


def _unstacked(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Take a label set upright (one character below the other, at the left) out of the lines."""
    edge = min(line.x0 for line in lines)
    tall = [w for ln in lines if (w := ln.words[0]).x0 < edge + ln.em and len(w.text) <= 2 and not _VALUE.fullmatch(w.text)]
    if len(tall) < 3:
        return [], lines
    top = tall[0]
    stack = Line((Word(join_runs(w.text for w in tall), top.x0, top.top, top.x1, top.bottom),), lines[0].em)
    kept = [(line, tuple(word for word in line.words if word not in tall)) for line in lines]
    return [stack], [Line(words, line.em) for line, words in kept if words]


def _attached(line: Line, rows: list[_Row]) -> bool:
    """Give a part of a label to its row; return whether there is one."""
    above = max((r for r in rows if r.line.middle < line.middle), key=lambda r: r.line.middle, default=None)
    below = min((r for r in rows if r.line.middle >= line.middle), key=lambda r: r.line.middle, default=None)
    begins = bool(ORDINAL.match(line.text))
    if below and not below.labels and (begins or below.parts) and _is_part(line, below.line, below.values):
        below.parts += line.words
        return True
    if above and not begins and _is_part(line, above.line, above.values):
        above.parts += line.words
        return True
    return False


def _columns(rows: Sequence[_Row], heads: Sequence[Line]) -> list[tuple[float, float]]:
    """Return the columns in which values stand: their stretches of x, from left to right."""
    spans = sorted((word.x0, word.x1) for row in rows if len(row.values) > 1 for word in row.values)
    columns = _clusters(spans)
    if len(columns) >= WIDE:
        start = columns[0][0]
        extra = [(w.x0, w.x1) for line in heads for w in line.words if w.x0 > start and not _over(columns, w)]
        columns = _clusters(sorted(columns + extra))
    return columns


def _over(columns: Iterable[tuple[float, float]], word: Word) -> bool:
    return any(word.x0 < high and low < word.x1 for low, high in columns)


def _clusters(spans: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    merged: list[tuple[float, float]] = []
    for low, high in spans:
        if merged and low < merged[-1][1]:
            merged[-1] = merged[-1][0], max(high, merged[-1][1])
        else:
            merged.append((low, high))
    return merged


def _cells(row: _Row, columns: Sequence[tuple[float, float]]) -> list[TableCell]:
    """Return the cells of a row: labels with their parts, then a cell a column."""
    labels: list[list[Word]] = [[word] for word in row.labels]
    for part in row.parts:
        home = next((words for words in labels if any(part.x0 < w.x1 and w.x0 < part.x1 for w in words)), None)
        if home is None:
            labels.append([part])
        else:
            home.append(part)
    labels.sort(key=lambda words: words[0].x0)
    cells = [_cell(sorted(words, key=lambda w: w.middle)) for words in labels]
    homes = [next((i for i, (low, high) in enumerate(columns) if w.x0 < high and low < w.x1), None) for w in row.values]
    if len(columns) < WIDE or None in homes or len(set(homes)) < len(homes):
        return cells + [_cell([word]) for word in row.values]
    placed = dict(zip(homes, row.values, strict=True))
    return cells + [
        _cell([placed[i]]) if i in placed else TableCell("", low, high) for i, (low, high) in enumerate(columns)
    ]


def _cell(words: Sequence[Word]) -> TableCell:
    text = join_runs(word.text for word in words)
    return TableCell(text, min(w.x0 for w in words), max(w.x1 for w in words))


def _piece(rows: list[list[TableCell]], line: Line) -> TablePiece:
    return TablePiece(rows, rows[0][0].x0, rows[0][-1].x1, line.top, line.bottom, ruled=False)


def _joined(items: list[Line | TablePiece]) -> list[Line | TablePiece]:
    """Join the pieces that follow one another into one table."""
    joined: list[Line | TablePiece] = []
    for item in items:
        last = joined[-1] if joined else None
        if isinstance(item, TablePiece) and isinstance(last, TablePiece):
            last.rows += item.rows
            last.x0, last.x1, last.bottom = min(last.x0, item.x0), max(last.x1, item.x1), item.bottom
        else:
            joined.append(item)
    return joined
