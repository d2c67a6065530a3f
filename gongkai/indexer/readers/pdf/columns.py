"""Which lines are rows of a table that has no ruling? Numbers that stand in columns under one another.

A row is a line that ends in values; its label may reach above and below it. Where five or more columns are
seen, a column without a value in a row is an empty cell: a blank keeps its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.pdf.doubts import between, find_doubts
from gongkai.indexer.readers.pdf.heads import cell_of, inner_heads, over, piece_of, read_heads
from gongkai.indexer.readers.pdf.labels import Row, find_blocks
from gongkai.indexer.readers.pdf.table import ORDINAL, TableCell, TablePiece
from gongkai.indexer.readers.pdf.words import Line, Word

__all__ = ["find_columns"]

MAX_LINES = 1_000  # of a page; a printed one has 100
MAX_GLYPHS = 1_000  # of a line
WIDE = 5  # columns, from which on blanks keep their place
APART = 4.0  # em between two lines of one table
BETWEEN = 8  # lines between two rows of one table, at most
BESIDE = 0.9  # em: lines of text on a page are never so close
STRAY = 5  # a column in which fewer than one of so many rows begin is none
LEADING = 1.75  # em between two lines of one label, at most
CLOSE = 2.4  # em between two lines of a table's head

_VALUE = expression(r"(?:[+-]?\d[\d,，]*(\.\d+)?|\.\d+)(万元|元|件|项|个|条|次|笔|人)?[⁰¹²³⁴-⁹①-⑳*]{0,3}|[-—–/]+|无")
_SECTION = expression(r"[一二三四五六七八九十]{1,2}、.*(情况|事项|问题)")

_Span = tuple[float, float]


def find_columns(lines: Sequence[Line]) -> list[Line | TablePiece]:
    """Return the lines, those that are rows of a table without ruling as tables."""
    if len(lines) > MAX_LINES or any(len(line.glyphs) > MAX_GLYPHS for line in lines):
        return list(lines)
    items: list[Line | TablePiece] = []
    for stretch, is_table in _stretches(_marked(lines)):
        items += _read(stretch) if is_table else between(stretch)
    return items


def _marked(lines: Sequence[Line]) -> list[Line]:
    """Mark lines that end in a single number of a table though they have one word only.

    It stands beside the lines of a label, on a height between them; close to its label, below or above another cell; or close
    to the cell with the rest of it.
    """
    marked = list(lines)
    for index, line in enumerate(lines):
        if len(line.words) > 1 or not _VALUE.fullmatch(line.parts[-1].text):
            continue
        near = [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]
        if len(line.parts) == 1:
            found = any(
                (other.parts[0].x1 < line.x0 and abs(other.parts[0].middle - line.middle) < BESIDE * max(line.em, other.em))
                or any(_goes_on(part, line) for part in other.parts[1:])
                for other in near
            )
        else:
            around = [*lines[max(0, index - BETWEEN) : index], *lines[index + 1 : index + BETWEEN]]
            found = any(
                abs(part.x0 - line.parts[-1].x0) < 1 or abs(part.x0 + part.x1 - line.parts[-1].x0 - line.parts[-1].x1) < 2
                for other in around
                for part in other.parts[1:]
            )
        if found:
            marked[index] = replace(line, beside=True)
    return marked


def _goes_on(part: Word, line: Line) -> bool:
    """Return whether a number alone on its line stands right below or above another: the rest of it, in one cell."""
    near = abs(part.middle - line.middle) < LEADING * line.em and part.x0 < line.x1 and line.x0 < part.x1
    return near and bool(_VALUE.fullmatch(part.text))


def _values(line: Line) -> list[Word]:
    """Return the values in which a line of several words, or of several values, ends."""
    if line.beside:
        return [line.parts[-1]]
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
    left, wide = _values(lines[0])[0].x0, len(_values(lines[0])) >= WIDE
    if wide and any(line.parts[-1].x0 >= left for line in lines[1:-1]):
        return False  # the head of another table
    steps = all(b.middle - a.middle < APART * max(a.em, b.em) for a, b in pairwise(lines))
    return steps and len(lines) <= BETWEEN and not any(_SECTION.match(line.text) for line in lines[1:-1])


def _head(lines: Sequence[Line], row: int, floor: int) -> int:
    """Return where the table of a first row begins: its label may begin above it, and column heads stand above.

    A line alone counts when more of the head stands above it, or when it is close and no full line of text.
    """
    left, first, at = _values(lines[row])[0].x0, row, row
    while at > floor and not _SECTION.match(lines[at - 1].text):
        line, gap = lines[at - 1], lines[at].middle - lines[at - 1].middle
        of_head = len(line.parts) > 1 or line.x0 > left - line.em
        if gap > (APART if of_head else CLOSE) * line.em or first - at > 3:
            break
        at -= 1
        near = CLOSE if not _labels(lines[row]) else LEADING if _begins_label(line, lines[first]) else 0.0
        label = line.x1 < left and lines[first].middle - line.middle < near * line.em
        first = at if of_head or label else first
    return first


def _begins_label(line: Line, below: Line) -> bool:
    """Return whether the first of several lines of a label stands right over one of its lines."""
    return any(
        abs(line.parts[0].x0 - part.x0) < 1 or abs(line.parts[0].x0 + line.parts[0].x1 - part.x0 - part.x1) < 2
        for part in below.parts
        if not ORDINAL.match(part.text)
    )


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
    left = _left(rows, columns)
    counts = {len(row.values) for row in rows}
    if len(rows) > 1 and len(counts) == 1 and WIDE <= min(counts) < len(columns):
        columns = []  # rows that stand askew: none of their cells is surely empty
    first = next(index for index, line in enumerate(lines) if _values(line))
    heads = [i for i, line in enumerate(lines[:first]) if any(part.x1 > left for part in line.parts)]
    cut = heads[-1] + 1 if heads and len(columns) >= WIDE else 0
    items: list[Line | TablePiece] = []
    if cut:
        columns = _columns(rows, lines[:cut])
        pieces, headed = read_heads(lines[:cut], columns, left)
        items += pieces
        columns = columns if headed >= len(columns) else []  # rows that stand askew under their head: no cell is surely empty
    body = lines[cut:]
    inner, across = inner_heads([line for line in body if not _values(line)], left)
    items += [piece_of([cell_of([part]) for part in line.parts], line.top, line.bottom) for line in across]
    crossing = {id(line) for line in across}
    labelled = [line for line in body if id(line) not in crossing]
    every = sorted([*rows, *inner], key=lambda row: row.middle)
    loose = find_blocks(labelled, every, left, [line.middle for line in across])
    items += [Line((block.word,), block.em) for block in loose]
    items += [_row_piece(row, _cells(row, [])) for row in inner]
    doubts = find_doubts(rows, inner, loose, max(line.em for line in lines))
    wide = len(columns) >= WIDE
    items += [_row_piece(row, doubts.settle(row, _cells(row, columns, left), wide)) for row in rows]
    if wide:
        for item in items:
            if isinstance(item, TablePiece):
                item.columns = tuple(columns)
    return _joined(sorted(items, key=lambda item: (item.top + item.bottom) / 2))


def _left(rows: Sequence[Row], columns: Sequence[_Span]) -> float:
    """Return where the values begin; a value among the labels, of a row that stands askew, does not count."""
    begins = [row.values[0].x0 for row in rows]
    usual = [low for low, high in columns if sum(low <= x <= high for x in begins) * STRAY >= len(rows)]
    return min(begins) if len(columns) < WIDE or not usual else min(usual)


def _row_piece(row: Row, cells: list[TableCell]) -> TablePiece:
    high = max(word.bottom - word.top for word in row.values) / 2
    return piece_of(cells, row.middle - high, row.middle + high)


def _columns(rows: Sequence[Row], heads: Sequence[Line]) -> list[_Span]:
    """Return the columns in which values stand, and of a wide table those in which only a head stands.

    A head without values below is a column only when there are more heads than columns of values, and these leave
    a gap as wide as one.
    """
    columns = _clusters(sorted((word.x0, word.x1) for row in rows if len(row.values) > 1 for word in row.values))
    if not heads or len(columns) < WIDE:
        return columns
    named = _named(heads, columns[0][0])
    homes = [over(named, low, high) for low, high in columns]
    if len(named) > len(columns) and all(len(home) == 1 for home in homes) and len({home[0] for home in homes}) == len(homes):
        return _clusters(sorted(columns + named))
    middles = [(low + high) / 2 for low, high in columns]
    pitch = sorted(b - a for a, b in pairwise(middles))[len(middles) // 2 - 1]
    extra = [
        (low, high)
        for low, high in named
        if len(named) > len(columns) and not over(columns, low, high) and _gap((low + high) / 2, middles) > 1.5 * pitch
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
            if part.x1 > left and all(len(over(lower, part.x0, part.x1)) < 2 for lower in below)
        ]
    return _clusters(sorted(spans))


def _gap(at: float, middles: Sequence[float]) -> float:
    """Return the distance of the two columns between which `at` lies; twice the distance to the last one after it."""
    before = max((m for m in middles if m <= at), default=middles[0])
    return next((m - before for m in middles if m > at), 2 * (at - before))


def _clusters(spans: Sequence[_Span]) -> list[_Span]:
    merged: list[_Span] = []
    for low, high in spans:
        if merged and low < merged[-1][1]:
            merged[-1] = merged[-1][0], max(high, merged[-1][1])
        else:
            merged.append((low, high))
    return merged


def _cells(row: Row, columns: Sequence[_Span], left: float = 1e9) -> list[TableCell]:
    """Return the cells of a row: its labels, then a cell a column; all that is printed where not all of it are values."""
    cells = [cell_of([block.word]) for block in sorted(row.labels, key=lambda block: block.word.x0)]
    homes = [next(iter(over(columns, word.x0, word.x1)), None) for word in row.values]
    first = row.values[0].x0
    begin = columns[0][0] if columns else left
    if any(begin < part.x1 < first for part in row.line.parts):
        return cells + [cell_of([part]) for part in row.line.parts if part.x1 > begin]
    if len(columns) < WIDE or None in homes or len(set(homes)) < len(homes):
        return cells + [cell_of([word]) for word in row.values]
    placed = dict(zip(homes, row.values, strict=True))
    return cells + [cell_of([placed[i]]) if i in placed else TableCell("", low, high) for i, (low, high) in enumerate(columns)]


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
