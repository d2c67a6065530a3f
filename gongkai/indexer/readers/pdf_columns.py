"""Which lines are rows of a table that has no ruling? Numbers that stand in columns under one another.

A row is a line that ends in values; its label may reach above and below it. Where five or more columns are
seen, a column without a value in a row is an empty cell: a blank keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from gongkai.indexer.readers.linear import join_runs
from gongkai.indexer.readers.pdf_labels import Row, find_blocks
from gongkai.indexer.readers.pdf_table import TableCell, TablePiece
from gongkai.indexer.readers.pdf_words import Line, Word

__all__ = ["find_columns"]

WIDE = 5  # columns, from which on blanks keep their place
APART = 4.0  # em between two lines of one table
BETWEEN = 8  # lines between two rows of one table, at most
CLOSE = 2.4  # em between two lines of a table's head

_VALUE = re.compile(r"[+-]?\d[\d,，]*(\.\d+)?(万元|元|件|项|个|条|次|笔|人)?|[-—–/]+|无")
_SECTION = re.compile(r"[一二三四五六七八九十]{1,2}、.*(情况|事项|问题)")

_Span = tuple[float, float]


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
    """Cut the lines into stretches: from the head of a table to its last row, and what is between tables."""
    rows = [index for index, line in enumerate(lines) if _values(line)]
    stretches: list[tuple[list[Line], bool]] = []
    done = 0
    while rows:
        first = last = rows.pop(0)
        while rows and _belongs(lines[last : rows[0] + 1]):
            last = rows.pop(0)
        first = _head(lines, first, done)
        last = _tail(lines, last, rows[0] if rows else len(lines))
        stretches += [(list(lines[done:first]), False), (list(lines[first : last + 1]), True)]
        done = last + 1
    return [*stretches, (list(lines[done:]), False)]


def _belongs(lines: Sequence[Line]) -> bool:
    """Return whether the last of these lines goes on with the table of the first: only short text between."""
    steps = all(b.middle - a.middle < APART * max(a.em, b.em) for a, b in pairwise(lines))
    return steps and len(lines) <= BETWEEN and not any(_SECTION.match(line.text) for line in lines[1:-1])


def _head(lines: Sequence[Line], row: int, floor: int) -> int:
    """Return where the table of a first row begins: its label may begin above it, and column heads stand above.

    A line alone counts when more of the head stands above it, or when it is close and no full line of text.
    """
    left, first, at = _values(lines[row])[0].x0, row, row
    while at > floor and not _SECTION.match(lines[at - 1].text):
        line, gap = lines[at - 1], lines[at].middle - lines[at - 1].middle
        of_head = len(line.words) > 1 or line.x0 > left - line.em
        if gap > (APART if of_head else CLOSE) * line.em or first - at > 3:
            break
        at -= 1
        label = line.x1 < left and lines[first].middle - line.middle < CLOSE * line.em and not _labels(lines[row])
        first = at if of_head or label else first
    return first


def _labels(line: Line) -> list[Word]:
    return list(line.words[: len(line.words) - len(_values(line))])


def _tail(lines: Sequence[Line], last: int, end: int) -> int:
    """Return where the table ends: the last label may go on below its row."""
    left = _values(lines[last])[0].x0
    while last + 1 < end:
        line = lines[last + 1]
        if line.x1 > left or line.middle - lines[last].middle > 1.8 * line.em or _SECTION.match(line.text):
            break
        last += 1
    return last


def _read(lines: list[Line]) -> list[Line | TablePiece]:
    """Return the table that stands in `lines`; text that belongs to no row stays a line."""
    rows = [Row(line, _values(line)) for line in lines if _values(line)]
    columns = _columns(rows, [])
    left = min(word.x0 for row in rows for word in row.values)
    first = next(index for index, line in enumerate(lines) if _values(line))
    heads = [i for i, line in enumerate(lines[:first]) if any(part.x1 > left for part in line.parts)]
    cut = heads[-1] + 1 if heads else 0
    if len(columns) >= WIDE:
        columns = _columns(rows, lines[:cut])
    items: list[Line | TablePiece] = _header(lines[:cut], columns, left)
    body = lines[cut:]
    items += [_piece([_cell([part]) for part in ln.parts], ln) for ln in body if not _values(ln) and ln.parts[-1].x1 > left]
    loose = find_blocks([ln for ln in body if _values(ln) or ln.parts[-1].x1 <= left], rows, left)
    items += [Line((block.word,), block.em) for block in loose]
    items += [_piece(_cells(row, columns), row.line) for row in rows]
    if len(columns) >= WIDE:
        for item in items:
            if isinstance(item, TablePiece):
                item.columns = tuple(columns)
    return _joined(sorted(items, key=lambda item: (item.top + item.bottom) / 2))


def _header(lines: Sequence[Line], columns: Sequence[_Span], left: float) -> list[Line | TablePiece]:
    """Return the rows of the head; heads of single columns, broken over lines, are put together in one row."""
    if len(columns) < WIDE:
        return [_piece([_cell([part]) for part in line.parts], line) for line in lines]
    own: dict[int, list[Word]] = {}
    wide: list[Line | TablePiece] = []
    corner: list[Word] = []
    for line in lines:
        spanning: list[Word] = []
        for part in line.parts:
            over = _over(columns, part.x0, part.x1)
            above = own.get(over[0], []) if len(over) == 1 else []
            if above and part.middle - above[-1].middle > CLOSE * line.em:  # the name of a group, no part of this head
                wide.append(_piece([_cell(own.pop(over[0]))], lines[0]))
            if len(over) == 1:
                own.setdefault(over[0], []).append(part)
            else:
                (corner if part.x1 <= left else spanning).append(part)
        if spanning:
            wide.append(_piece([_cell([part]) for part in spanning], line))
    rows = [_piece([_cell(corner)], lines[0])] if corner else []
    if own:
        rows.append(_piece([_cell(own[i]) for i in sorted(own)], lines[-1]))
    return [*wide, *rows]


def _columns(rows: Sequence[Row], heads: Sequence[Line]) -> list[_Span]:
    """Return the columns in which values stand, and of a wide table those in which only a head stands.

    A head without values below is a column only when there are more heads than columns of values, and these leave
    a gap as wide as one.
    """
    columns = _clusters(sorted((word.x0, word.x1) for row in rows if len(row.values) > 1 for word in row.values))
    if not heads or len(columns) < WIDE:
        return columns
    named = _named(heads, columns[0][0])
    homes = [_over(named, low, high) for low, high in columns]
    if len(named) > len(columns) and all(len(home) == 1 for home in homes) and len({home[0] for home in homes}) == len(homes):
        return _clusters(sorted(columns + named))
    middles = [(low + high) / 2 for low, high in columns]
    pitch = sorted(b - a for a, b in pairwise(middles))[len(middles) // 2 - 1]
    extra = [
        (low, high)
        for low, high in named
        if len(named) > len(columns) and not _over(columns, low, high) and _gap((low + high) / 2, middles) > 1.5 * pitch
    ]
    return _clusters(sorted(columns + extra))


def _named(heads: Sequence[Line], left: float) -> list[_Span]:
    """Return the stretches of x that heads of single columns take: those with no two heads side by side below them."""
    spans: list[_Span] = []
    for index, line in enumerate(heads):
        below = [[(part.x0, part.x1) for part in lower.parts] for lower in heads[index + 1 :]]
        spans += [
            (part.x0, part.x1)
            for part in line.parts
            if part.x1 > left and all(len(_over(lower, part.x0, part.x1)) < 2 for lower in below)
        ]
    return _clusters(sorted(spans))


def _gap(at: float, middles: Sequence[float]) -> float:
    """Return the distance of the two columns between which `at` lies; twice the distance to the last one after it."""
    before = max((m for m in middles if m <= at), default=middles[0])
    return next((m - before for m in middles if m > at), 2 * (at - before))


def _over(columns: Sequence[_Span], x0: float, x1: float) -> list[int]:
    """Return the columns that a stretch of x touches."""
    return [index for index, (low, high) in enumerate(columns) if x0 < high and low < x1]


def _clusters(spans: Sequence[_Span]) -> list[_Span]:
    merged: list[_Span] = []
    for low, high in spans:
        if merged and low < merged[-1][1]:
            merged[-1] = merged[-1][0], max(high, merged[-1][1])
        else:
            merged.append((low, high))
    return merged


def _cells(row: Row, columns: Sequence[_Span]) -> list[TableCell]:
    """Return the cells of a row: its labels, then a cell a column."""
    cells = [_cell([block.word]) for block in sorted(row.labels, key=lambda block: block.word.x0)]
    homes = [next(iter(_over(columns, word.x0, word.x1)), None) for word in row.values]
    if len(columns) < WIDE or None in homes or len(set(homes)) < len(homes):
        return cells + [_cell([word]) for word in row.values]
    placed = dict(zip(homes, row.values, strict=True))
    return cells + [_cell([placed[i]]) if i in placed else TableCell("", low, high) for i, (low, high) in enumerate(columns)]


def _cell(words: Sequence[Word]) -> TableCell:
    text = join_runs(word.text for word in words)
    return TableCell(text, min(w.x0 for w in words), max(w.x1 for w in words))


def _piece(row: list[TableCell], line: Line) -> TablePiece:
    return TablePiece([row], row[0].x0, row[-1].x1, line.top, line.bottom, ruled=False)


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
