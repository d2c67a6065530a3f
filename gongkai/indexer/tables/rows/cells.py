"""How many ways are there to read the cells of one row? Every reading that the printed characters allow.

Separated cells give one reading. Digits run together are split in every way that leaves no number with a
leading zero; the caller's identities decide which splits can be right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice, pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import Value, is_before_dash, read_number, value_of
from gongkai.indexer.tables.rows.odd_cells import in_all
from gongkai.indexer.tables.rows.padding import Padding
from gongkai.indexer.tables.rows.pieces import DIGIT, DIGITS_CLOSE, marked_pieces, row_of_table
from gongkai.indexer.tables.rows.splits import adds_up, splits
from gongkai.indexer.tables.tables import Habit
from gongkai.report import State

__all__ = ["MOST_READINGS", "Reading", "read_cells"]

MOST_READINGS = 400
_LONGEST_RUN = 40
_GROUPS = {7: (7,), 15: (5, 5, 5)}  # cells of a row → the groups of them that add up (F3, F4)
_INLINE = (Habit.INLINE, Habit.FLOATING)
_PIECES = 2  # that a number is printed in
_MARKS = 3  # tokens that a page's number takes: 2 / 6
_SEPARATORS = frozenset(",、;")  # one alone may mark an empty cell
_TOKEN = expression(r"[^\s|]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a row.

    `glued`: the split is a conjecture; `ordered`: the form's order tells the row, not its label; `lead`: empty cells
    dropped before the first; `width`: separators on the row's line, where some of them only pad it; `placed`: the line
    has a place for each cell and for no other; `open_end`: unless its last, empty cell is a separator that fills the
    line up; `others` are the readings that were ruled out.
    """

    values: tuple[Value, ...]
    glued: bool = False
    ordered: bool = False
    lead: int = 0
    width: int = 0
    placed: bool = False
    open_end: bool = False
    others: tuple[Reading, ...] = field(default=(), compare=False, repr=False)


def read_cells(
    text: str,
    start: int,
    end: int,
    kinds: Sequence[str],
    ordinal: str,
    *,
    bare: bool = False,
    habit: Habit = Habit.NONE,
    padding: Padding = Padding.UNKNOWN,
) -> list[Reading]:
    """Return the readings of `text[start:end]` as `len(kinds)` cells; none when no reading is possible.

    `ordinal`: a digit that may number the next label; `bare`: no label stands before the cells, an empty first piece is
    one; `habit`: where the table's rows print their numbers, one elsewhere is none; `padding`: how its lines end.
    """
    n = len(kinds)
    if _strays(text, start, end, n, habit, padding):
        return []
    end = _row_end(text, start, end, n, habit)
    pieces = marked_pieces(text, start, end, n, bare=bare)
    if pieces is not None:
        if n > 1 and (row := row_of_table(text, start, end, n, pieces, padding, bare=bare)) is not None:
            return _placed(text, *row, kinds)
        found = _fit_pieces(text, pieces, kinds)
        if found or _has_gap(text, pieces):  # an empty cell among more or fewer than n: nothing tells whose the others are
            return found
    own_cell = start if pieces is None or bare else _behind_footnote(text, start, end)
    tokens = [m.span() for m in _TOKEN.finditer(text, own_cell, end)]
    if pieces is None:
        tokens = _of_one_row(text, tokens, n, inline=habit in _INLINE)
    if len(tokens) == n + 1 and ordinal and text[slice(*tokens[-1])].strip("()、.") == ordinal:
        tokens.pop()
    if len(tokens) == n and not _are_separated(text, tokens):
        return [Reading(tuple(value_of(text, a, b, kind) for (a, b), kind in zip(tokens, kinds, strict=True)))]
    if n == 1:
        return [] if is_before_dash(text, tokens) else _repeated(text, tokens, kinds[0])
    is_known = tokens and n in _GROUPS and not DIGIT.search(text, start, own_cell)  # 11\t0000011: the first in the label's cell
    readings = list(islice(_glued(text, tokens, _GROUPS[n], ordinal), MOST_READINGS + 1)) if is_known else []
    return readings if len(readings) <= MOST_READINGS else []


def _are_separated(text: str, tokens: list[tuple[int, int]]) -> bool:
    """Tell whether some tokens part the others: 0 , 0 , 0 , of a line that is cut off are three cells, not six."""
    return sum(text[begin:end] in _SEPARATORS for begin, end in tokens) > 1


def _behind_footnote(text: str, start: int, end: int) -> int:
    """Return where the rest of a label's own cell ends that is glued to it, a footnote's digit say."""
    while start < end and text[start] not in " |\n\t":
        start += 1
    return start


def _row_end(text: str, start: int, end: int, n: int, habit: Habit) -> int:
    """Return where a row ends that stands on one line, as one number does, and the separated cells of an inline table."""
    first = DIGIT.search(text, start, end)
    line = text.find("\n", first.end(), end) if first else -1
    if first is None or line < 0:
        return end
    # The next line is another row's, unless it closes the cell that the number stands in, with more of its digits perhaps.
    is_closed = DIGITS_CLOSE.match(text, line + 1) or text.startswith("|", line + 1)
    is_alone = n == 1 and "\n" not in text[start : first.start()] and not is_closed
    is_row = habit in _INLINE and set(text[start : first.start()]) & set("|\t") and not DIGITS_CLOSE.match(text, line + 1)
    return line if is_alone or is_row else end


def _strays(text: str, start: int, end: int, n: int, habit: Habit, padding: Padding) -> bool:
    """Tell whether the first number stands where the rows of this table print none: it is the page's or a footnote's."""
    line = text.find("\n", start, end)
    if line < 0 or not DIGIT.search(text, line, end):
        return False
    if DIGIT.search(text, start, line):
        return habit is Habit.BELOW and n == 1
    if padding is not Padding.LINES and text.count("|", start, line) > n:
        return True  # the row's own line holds its cells, all of them empty
    is_ruled = text.count("\t", start, line) + text.count("|", start, line) >= n
    return habit is Habit.FLOATING or (habit is Habit.INLINE and (n == 1 or is_ruled))


def _of_one_row(text: str, tokens: list[tuple[int, int]], n: int, *, inline: bool) -> list[tuple[int, int]]:
    """Return the tokens that can be one row's: those of its first line where they are enough, else all or none.

    A number on a line of its own may be the page's. Cells on lines of unequal lengths are one row's only if they add up.
    """
    lines = _by_line(text, tokens)
    if len(lines) < 2 or n == 1:
        return tokens
    if len(lines[0]) == n and len(tokens) <= n + _MARKS:
        is_cut = n not in _GROUPS and [1] * (n - 1) == [len(line) for line in lines[1:]]  # 2 6 1 may be 261
        return [] if is_cut else lines[0]
    if (not inline and all(len(line) == 1 for line in lines)) or (len(tokens) == n and _sums_hold(text, tokens)):
        return tokens
    return []


def _has_gap(text: str, pieces: Sequence[tuple[int, int]]) -> bool:
    filled = [i for i, (a, b) in enumerate(pieces) if text[a:b].strip()]
    return bool(filled) and len(filled) < filled[-1] - filled[0] + 1


def _by_line(text: str, tokens: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    lines: list[list[tuple[int, int]]] = []
    for i, token in enumerate(tokens):
        if not i or "\n" in text[tokens[i - 1][1] : token[0]]:
            lines.append([])
        lines[-1].append(token)
    return lines


def _sums_hold(text: str, tokens: Sequence[tuple[int, int]]) -> bool:
    numbers = iter([read_number(text[a:b], "count")[0] for a, b in tokens])
    return len(tokens) in _GROUPS and all(adds_up(list(islice(numbers, size))) for size in _GROUPS[len(tokens)])


def _repeated(text: str, tokens: list[tuple[int, int]], kind: str) -> list[Reading]:
    """One value printed again in each of the three cells it spans is one value; different values are none, nor 2 2, maybe 22."""
    cells = [value_of(text, a, b, kind) for a, b in in_all(text, tokens)]
    values = [v for v in cells if v.state is not State.BLANK]
    if values and cells[0].state is State.BLANK:
        return [Reading((cells[0],))]  # the cell holds a dash: a number behind it is not its own
    if not values:
        return [Reading((cells[0] if cells else Value(None, State.BLANK, 0, 0),))]
    if len(values) == _PIECES and values[0].value:
        return []
    if all(v.value == values[0].value and v.state is State.READ for v in values):
        return [Reading((values[0],))]
    return []


def _placed(text: str, pieces: Sequence[tuple[int, int]], is_sure: bool, kinds: Sequence[str]) -> list[Reading]:
    """Read a line whose first piece is the first cell; none when it has fewer pieces than cells, or prints more."""
    n = len(kinds)
    if len(pieces) < n or any(text[a:b].strip() for a, b in pieces[n:]):
        return []
    values = tuple(value_of(text, a, b, kind) for (a, b), kind in zip(pieces[:n], kinds, strict=True))
    return [Reading(values, placed=True, open_end=not (is_sure or values[-1].raw))]


def _fit_pieces(text: str, pieces: list[tuple[int, int]], kinds: Sequence[str]) -> list[Reading]:
    """Return the ways to take `len(kinds)` neighbouring pieces such that only empty ones are left out."""
    n = len(kinds)
    blank = [not text[a:b].strip() for a, b in pieces]
    if n == 1:
        return _repeated(text, [p for p, b in zip(pieces, blank, strict=True) if not b], kinds[0])
    readings = []
    for lead in range(len(pieces) - n + 1):
        if all(blank[:lead]) and all(blank[lead + n :]):
            cells = pieces[lead : lead + n]
            values = tuple(value_of(text, a, b, kind) for (a, b), kind in zip(cells, kinds, strict=True))
            readings.append(Reading(values, lead=lead, width=_width(text, cells)))
    return readings[:1] if all(blank) else readings


def _width(text: str, cells: list[tuple[int, int]]) -> int:
    """Return how many separators the row's line has; 0 when its cells stand on several lines."""
    first, last = cells[0][0], cells[-1][1]
    if "\n" in text[first:last].strip():
        return 0
    start, end = text.rfind("\n", 0, first) + 1, text.find("\n", last)
    return text.count("|", start, end if end >= 0 else len(text))


def _glued(text: str, tokens: list[tuple[int, int]], groups: Sequence[int], ordinal: str) -> Iterator[Reading]:
    """Split runs of digits into groups of integers that add up, a token's end always being a cell's end."""
    n = sum(groups)
    if len(tokens) > 1 and "\n" in text[tokens[0][1] : tokens[-1][0]]:
        return  # a number a line: lines are missing, digits are not run together
    places = [i for a, b in tokens for i in range(a, b)]
    if len(tokens) * 2 > n or any(not text[a:b].isdecimal() for a, b in tokens) or not n <= len(places) <= _LONGEST_RUN:
        return
    ends = frozenset(accumulate(b - a for a, b in tokens))
    for cuts in splits("".join(text[a:b] for a, b in tokens), ends, groups):
        spans = [(places[a], places[b - 1] + 1) for a, b in pairwise((0, *cuts))]
        yield Reading(tuple(Value(int(text[a:b]), State.INFERRED, a, b, text[a:b]) for a, b in spans), glued=True)
    if ordinal and text[tokens[-1][1] - 1] == ordinal and len(places) > n:  # the digit may number the next label
        a, b = tokens[-1]
        yield from _glued(text, [*tokens[:-1], (a, b - 1)] if b - a > 1 else tokens[:-1], groups, "")
