"""How do glyphs become words, lines and the text of a cell?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gongkai.indexer.readers.linear import join_runs, tidy
from gongkai.indexer.readers.pdf_glyphs import Glyph

__all__ = ["Line", "Word", "cell_text", "is_full", "lines_of"]

SPACE = 0.25  # em: a wider gap is a space
COLUMN = 1.6  # em: a wider gap separates words that stand in columns
PART = 0.7  # em: a wider gap separates labels in a table without ruling
CLOSE = 0.3  # em: a wider gap separates two numbers, and a label from one that begins with an ordinal

_ORDINAL = re.compile(r"[（(][一二三四五六七][）)]|\d[.．、][^\d]")
_NUMERAL_END = re.compile(r"[\d,.]$")
_NUMERAL_START = re.compile(r"[\d,.]")


@dataclass(frozen=True, slots=True)
class Word:
    """Glyphs on one line without a column gap, as text."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its words from left to right, the size of its type in points, and its words cut at closer gaps."""

    words: tuple[Word, ...]
    em: float
    parts: tuple[Word, ...] = ()

    @property
    def text(self) -> str:
        """The line as one text, words in columns two spaces apart."""
        return "  ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        """Its left end."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Its right end."""
        return self.words[-1].x1

    @property
    def top(self) -> float:
        """Its upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the printed lines from the top down."""
    return [_line(row) for row in _rows(glyphs)]


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Group the glyphs whose middles are level, each group from left to right."""
    rows: list[list[Glyph]] = []
    level = reach = 0.0
    for glyph in sorted(glyphs, key=lambda g: g.top + g.bottom):
        middle, height = (glyph.top + glyph.bottom) / 2, glyph.bottom - glyph.top
        if rows and abs(middle - level) <= 0.5 * min(reach, height):
            rows[-1].append(glyph)
            level += (middle - level) / len(rows[-1])
            reach = max(reach, height)
        else:
            rows.append([glyph])
            level, reach = middle, height
    return [sorted(row, key=lambda g: g.x0) for row in rows]


def _line(row: Sequence[Glyph]) -> Line:
    em = sorted(g.em for g in row)[len(row) * 3 // 4]  # digits are narrow
    words, parts = (
        tuple(_word(word) for word in _loosened(_spread(_cut(row, gap * em, CLOSE * em)), em)) for gap in (COLUMN, PART)
    )
    return Line(words, em, parts)


def _cut(row: Sequence[Glyph], wide: float, close: float) -> list[list[Glyph]]:
    """Cut a line at gaps wider than `wide`, and at closer ones between two numbers or before `（一）` or `1.`."""
    words: list[list[Glyph]] = [[row[0]]]
    for index, (before, glyph) in enumerate(pairwise(row), 1):
        gap = glyph.x0 - before.x1
        numbers = before.char.isdigit() and glyph.char.isdigit()
        if gap > wide or (gap > close and (numbers or _ORDINAL.match("".join(g.char for g in row[index : index + 3])))):
            words.append([])
        words[-1].append(glyph)
    return words


def _loosened(words: list[list[Glyph]], em: float) -> list[list[Glyph]]:
    """Cut a number off the label that it stands close to, when more numbers follow it."""
    for index, word in enumerate(words[:-1]):
        if all(g.char.isdigit() for g in words[index + 1]):
            cut = len(word)
            while cut and word[cut - 1].char.isdigit():
                cut -= 1
            if 0 < cut < len(word) and word[cut].x0 - word[cut - 1].x1 > 0.4 * em:
                return [*words[:index], word[:cut], word[cut:], *words[index + 1 :]]
            break
    return words


def _spread(words: list[list[Glyph]]) -> list[list[Glyph]]:
    """Put a heading of single characters set wide apart (公　告) together again."""
    apart = len(words) > 1 and all(len(word) == 1 and word[0].char.isalpha() and not word[0].char.isascii() for word in words)
    return [[glyph for word in words for glyph in word]] if apart else words


def _word(glyphs: Sequence[Glyph]) -> Word:
    return Word(
        _text(glyphs),
        glyphs[0].x0,
        min(g.top for g in glyphs),
        max(g.x1 for g in glyphs),
        max(g.bottom for g in glyphs),
    )


def _text(row: Sequence[Glyph]) -> str:
    parts = [row[0].char]
    for before, glyph in pairwise(row):
        gap = glyph.x0 - before.x1
        parts += [" ", glyph.char] if gap > SPACE * min(before.em, glyph.em) else [glyph.char]
    return tidy("".join(parts))


def cell_text(glyphs: Sequence[Glyph], x0: float, x1: float, padding: float) -> str:
    """Return the text of a cell that reaches from `x0` to `x1`, its lines joined.

    Beside Han characters nothing stands between two lines. A numeral goes on over a line break only where
    its line is full: with `padding` on both sides no further digit would have fitted.
    """
    text = ""
    previous: list[Glyph] = []
    for row in _rows(glyphs):
        line = _text(row)
        if previous and _NUMERAL_END.search(text) and _NUMERAL_START.match(line):
            text += line if is_full(previous, x0, x1, padding, row[0].x1 - row[0].x0) else " " + line
        else:
            text = join_runs((text, line))
        previous = row
    return text


def is_full(row: Sequence[Glyph], x0: float, x1: float, padding: float, advance: float) -> bool:
    """Return whether a line leaves no room for another character of that width in its cell."""
    used = max(g.x1 for g in row) - min(g.x0 for g in row)
    return x1 - x0 - 2 * padding - used < advance
