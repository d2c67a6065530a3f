"""Does the page print table two as a list, each number behind the word of its column: 规章 本年制发件数:3 本年废止件数:0?

Or on its side, a column a row of the form? It is read where each of its rows names just the columns that one form has
for it, each with one number, and no row is told twice in two ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import Squeezed
from gongkai.indexer.numbers import Value, value_of
from gongkai.indexer.tables.labels import FRAME, PROACTIVE, Label, column_words
from gongkai.indexer.tables.ownership.over_tables import claim
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import Segment, TableText
from gongkai.mappings.form import Row
from gongkai.report import State

__all__ = ["is_on_its_side", "list_of_two"]

_WORDS = frozenset(word for rows in PROACTIVE.values() for row in rows.values() for words in column_words(row) for word in words)
_NOT_LAST = _WORDS - {word for rows in PROACTIVE.values() for row in rows.values() for word in column_words(row)[-1]}
_FRAMES = frozenset(FRAME["proactive"])
_FEWEST, _LONGEST = 3, 30  # rows; characters of a cell
_FEWEST_ON_SIDE = 2  # words
_DIGIT = expression(r"\d")
_CELL = expression(r"[ \t|]+[-+增减]?\d[\d,.]*(?=[\s|]|$)")
_TOKEN = expression(r"[^\s|]+")
# A line of a number alone below empty cells, which are the row's: the number is the page's.
_BELOW_BLANKS, _LINE_ENDS = expression(r"[|\t][ |\t]*\n[ \t]*$"), expression(r"[ \t]*(?:\n|$)")
_NOISE = expression(
    r":?-{3,}:?|[:;,.、。]+|[(]?(?:单位:?)?(?:件|项|个|万元)[)]?[:]?|[(\[]?[一二三四五六七八九十\d]{1,2}[)\]、.]+"
)
_PIECE = expression(r"[\d.,]*\d[\d.,]*")  # of a number that a space or the line's end cuts: 000, .25
# In letters: r for a row, c for a word of a column, n for a number, d for a piece of one, f for a word of the frame, x for other text.
_LISTED = expression(r"(?<=[nfx])r(?:cn)+(?=[rfx])|^r(?:cn)+(?=[rfx])|(?<=[nfx])r(?:cn)+$")
_ON_ITS_SIDE = expression(r"(?<![rc])(r{2,})f*((?:cn{2,})+)(?!n)")


class _Item(NamedTuple):
    letter: str
    word: str
    start: int
    end: int
    rows: tuple[str, ...] = ()


def list_of_two(page: Squeezed, folded: str, labels: Sequence[Label]) -> tuple[TableText, str, dict[str, Reading]] | None:
    """Return table two, its form and the readings of its rows where it is printed as a list; else null."""
    items = list(_items(page, folded, labels))
    letters = "".join(item.letter for item in items)
    found: dict[str, set[tuple[str, tuple[Value, ...]]]] = {}
    inside: list[_Item] = []
    for row, cells in _rows(items, letters, folded):
        inside += [row, *(item for pair in cells for item in pair)]
        if (read := _read(row.rows, cells, folded)) is None:
            return None
        found.setdefault(read[0], set()).add(read[1:])
    if not found or claim(start := min(item.start for item in inside), 0, folded) == 0:
        return None
    end = max(item.end for item in inside)
    named = {row for item in items if item.letter == "r" and start <= item.start < end for row in item.rows[:1]}
    forms = {form for told in found.values() for form, _ in told if form}
    told_twice = any(len({tuple(v.value for v in values) for _, values in told}) > 1 for told in found.values())
    if told_twice or len(forms) != 1 or len(found) < _FEWEST or len(named) > len(found):
        return None
    readings = {row: Reading(values) for row, told in found.items() for _, values in told}
    segments = [Segment(row, r.values[0].start, max(v.end for v in r.values), (start, start)) for row, r in readings.items()]
    return TableText("proactive", start, end, segments), forms.pop(), readings


def is_on_its_side(text: TableText, folded: str) -> bool:
    """Tell whether numbers stand right behind words of columns that are no row's last: its columns are rows of the form."""
    words = [s for s in text.segments if s.row is None and not s.unknown and s.word in _NOT_LAST]
    once = {s.word for s in words if _DIGIT.search(folded, s.start, s.end)}
    return len(once) >= _FEWEST_ON_SIDE or sum(_CELL.match(folded, s.start, s.end) is not None for s in words) >= _FEWEST_ON_SIDE


Cells = list[tuple[_Item, _Item]]


def _rows(items: Sequence[_Item], letters: str, folded: str) -> Iterator[tuple[_Item, Cells]]:
    """Yield each row with the words of its columns and their numbers, none of which stands lower below its word than all others do."""
    listed: list[tuple[_Item, Cells]] = []
    for match in _LISTED.finditer(letters):
        row, *others = items[match.start() : match.end()]
        listed.append((row, list(zip(others[::2], others[1::2], strict=True))))
    breaks = sorted(_breaks(pair, folded) for _, cells in listed for pair in cells)
    usual = breaks[-2] if len(breaks) > _FEWEST else _LONGEST  # what one stands lower than is the page's, below an empty cell
    yield from ((row, cells) for row, cells in listed if all(_breaks(pair, folded) <= usual for pair in cells))
    for match in _ON_ITS_SIDE.finditer(letters):
        rows, size = items[slice(*match.span(1))], len(match[1])
        columns = items[slice(*match.span(2))]
        heads = [at for at, item in enumerate(columns) if item.letter == "c"]
        if [b - a for a, b in pairwise([*heads, len(columns)])] == [size + 1] * len(heads):
            for number, row in enumerate(rows, 1):
                yield row, [(columns[at], columns[at + number]) for at in heads]


def _breaks(pair: tuple[_Item, _Item], folded: str) -> int:
    word, number = pair
    return folded.count("\n", word.end, number.start)


def _read(rows: Sequence[str], cells: Cells, folded: str) -> tuple[str, str, tuple[Value, ...]] | None:
    """Return row, form (none where both have those columns) and values; null where its columns are not those of a form."""
    words = [word.word for word, _ in cells]
    fitting = [
        (form, key, named[key]) for form, named in PROACTIVE.items() for key in rows if key in named and _fits(named[key], words)
    ]
    if not fitting or len({key for _, key, _ in fitting}) > 1:
        return None
    form, key, row = fitting[0]
    values = []
    for column, named in zip(row.columns, column_words(row), strict=True):
        cell = next(cell for word, cell in cells if word.word in named)
        values.append(value_of(folded, cell.start, cell.end, column.kind))
    if any(value.state not in (State.READ, State.BLANK) for value in values):
        return None
    return key, form if len(fitting) == 1 else "", tuple(values)


def _fits(row: Row, words: Sequence[str]) -> bool:
    """Tell whether the words are those of a row's columns, each once."""
    named = column_words(row)
    return len(words) == len(named) == len(set(words)) and all(any(word in names for word in words) for names in named)


# -- letters ------------------------------------------------------------------------------------------------
def _items(page: Squeezed, folded: str, labels: Sequence[Label]) -> Iterator[_Item]:
    for label, following in pairwise([*labels, None]):
        if label is None:
            return
        start, end = page.span(label.start, label.end)
        rows = tuple(row for row in label.rows if row.startswith("proactive."))
        letter = "r" if rows else "c" if label.word in _WORDS else "f" if label.word in _FRAMES else "x"
        yield _Item(letter, label.word, start, end, rows)
        for token in _TOKEN.finditer(folded, end, page.offset(following.start) if following else len(folded)):
            raw = token[0].strip(":;,。、")
            if len(raw) > _LONGEST:
                yield _Item("x", "", *token.span())
                continue
            at = token.start() + token[0].find(raw)
            if not raw or _NOISE.fullmatch(token[0]):
                continue
            is_number = any(value_of(folded, at, at + len(raw), kind).value is not None for kind in ("decimal", "signed"))
            is_cell = (is_number and not _stands_below_blanks(token, folded)) or raw in ("-", "/", "无")
            yield _Item("n" if is_cell else "d" if _PIECE.fullmatch(raw) else "x", raw, at, at + len(raw))


def _stands_below_blanks(token: re.Match[str], folded: str) -> bool:
    before = folded[max(0, token.start() - _LONGEST) : token.start()]
    return _BELOW_BLANKS.search(before) is not None and _LINE_ENDS.match(folded, token.end()) is not None
