"""How do glyphs become words, lines and the text of a cell?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.linear import join_runs, tidy
from gongkai.indexer.readers.pdf.glyph import Glyph

__all__ = ["Line", "Word", "cell_text", "em_of", "is_full", "is_spaced", "lines_of", "rows_of", "word_of"]

SPACE = 0.25  # em: a wider gap is a space
OWN_TEXT = 0.08  # em: a wider gap is one between two digits that the file prints as texts of their own
SPACED, EVEN = 6, 0.05  # gaps between digits of a table, at least, and em by which they differ, where all numbers are set wide
COLUMN = 1.6  # em: a wider gap separates words that stand in columns
PART = 0.7  # em: a wider gap separates labels in a table without ruling
MAX_NEAR = 400  # characters of a line that are looked at; a printed line has 150
LEVEL = 0.5  # of the lower of two characters: their middles stand no farther apart on one line
SAME, SLANT = 0.12, 0.65  # the same, from the last character of the line; from its middle where they are so close
UNDER = 0.3  # em: a character so much lower than one above it stands on another line
CLOSE = 0.3  # em: a wider gap separates two numbers, and text from one that begins with an ordinal
LABELS = 0.1  # em: a wider gap separates two labels where the characters of a label touch
TOUCHING = 0.06  # em: a wider gap separates two numbers there
DASHES = 4  # gaps between numbers, from which on a dash among them is a cell
OWN = 5  # gaps of a line, from which on they alone tell how it is set
EXACT = 0.03  # em: characters that touch are no farther apart

_ORDINAL = expression(r"[（(][一二三四五六七][）)]|\d[.．、][^\d]")
_IN_NUMBERS = expression(r"[\d—–\-/]")
_NUMERAL_END = expression(r"[\d,.]$")
_NUMERAL_START = expression(r"[\d,.]")


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
    """A printed line: its words from left to right, the size of its type in points, its words cut at closer gaps, its glyphs."""

    words: tuple[Word, ...]
    em: float
    parts: tuple[Word, ...] = ()
    glyphs: tuple[Glyph, ...] = ()
    beside: bool = False  # whether it stands, lower or higher than they, beside the lines of a label

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
    rows = rows_of(glyphs)
    close = [gap for row in rows for gap in _close_gaps(row)]
    return [_line(row, _are_tight(near if len(near := _close_gaps(row)) >= OWN else close)) for row in rows]


def rows_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Group the glyphs whose middles are level, each group from left to right."""
    rows: list[list[Glyph]] = []
    level = reach = last = 0.0
    for glyph in sorted(glyphs, key=lambda g: g.top + g.bottom):
        middle, height = (glyph.top + glyph.bottom) / 2, glyph.bottom - glyph.top
        off, least = abs(middle - level), min(reach, height)
        # A dash of another font is no line of its own where the numbers beside it went to the line above them.
        is_level = off <= LEVEL * least or (middle - last <= SAME * least and off <= SLANT * least)
        if rows and is_level and not _stands_on(glyph, middle, rows[-1]):
            rows[-1].append(glyph)
            level += (middle - level) / len(rows[-1])
            reach = max(reach, height)
        else:
            rows.append([glyph])
            level, reach = middle, height
        last = middle
    return [sorted(row, key=lambda g: g.x0) for row in rows]


def _stands_on(glyph: Glyph, middle: float, row: Sequence[Glyph]) -> bool:
    """Return whether a character stands under one of a row, and not beside it: a line of a label below another one."""
    lowest = 2 * (middle - UNDER * glyph.em)
    for other in row[-MAX_NEAR:]:
        if other.top + other.bottom < lowest:
            shared = min(glyph.x1, other.x1) - max(glyph.x0, other.x0)
            if shared > 0.5 * min(glyph.x1 - glyph.x0, other.x1 - other.x0) > 0:
                return True
    return False


def _line(row: Sequence[Glyph], tight: bool) -> Line:
    em = em_of(row)
    numbers = TOUCHING if tight else CLOSE
    of_words, of_parts = (
        _Gaps(COLUMN, numbers, CLOSE),
        _Gaps(PART, numbers, LABELS, CLOSE if tight else PART, LABELS if tight else PART),
    )
    words, parts = (tuple(word_of(word) for word in _loosened(_spread(_cut(row, gaps, em)), em)) for gaps in (of_words, of_parts))
    return Line(words, em, parts, tuple(row))


class _Gaps(NamedTuple):
    """The gaps, in em, that separate words: any, two numbers, text from an ordinal (`（一）`, `1.`), or a number; Han characters."""

    wide: float
    numbers: float
    ordinal: float
    number: float = COLUMN
    han: float = COLUMN


def _cut(row: Sequence[Glyph], gaps: _Gaps, em: float) -> list[list[Glyph]]:
    """Cut a line at wide gaps."""
    words: list[list[Glyph]] = [[row[0]]]
    numbers = [before and glyph for before, glyph in pairwise(_IN_NUMBERS.match(glyph.char) is not None for glyph in row)]
    apart = [number and glyph.x0 - before.x1 > CLOSE * em for number, (before, glyph) in zip(numbers, pairwise(row), strict=True)]
    dashes = sum(apart) >= DASHES  # a page's number between dashes is one word
    for index, (number, (before, glyph)) in enumerate(zip(numbers, pairwise(row), strict=True), 1):
        if before.char.isdigit() and glyph.char.isdigit():
            least = gaps.numbers
        elif dashes and number:
            least = CLOSE
        elif _ORDINAL.match("".join(g.char for g in row[index : index + 3])):
            least = gaps.ordinal
        elif before.char.isascii() or glyph.char.isascii():
            least = gaps.number if glyph.char.isdigit() else gaps.wide
        else:
            least = min(gaps.han, gaps.wide)
        if glyph.x0 - before.x1 > least * em:
            words.append([])
        words[-1].append(glyph)
    return words


def em_of(row: Sequence[Glyph]) -> float:
    """Return the type size of a line."""
    return sorted(g.em for g in row)[len(row) * 3 // 4]  # digits are narrow


def _close_gaps(row: Sequence[Glyph]) -> list[float]:
    """Return the gaps, in em, between characters of a line that stand close."""
    em = em_of(row)
    gaps = [(glyph.x0 - before.x1) / em for before, glyph in pairwise(row)]
    return [abs(gap) for gap in gaps if gap < CLOSE]


def _are_tight(gaps: list[float]) -> bool:
    """Return whether most characters touch: then no gap between them is the setting's."""
    return bool(gaps) and sorted(gaps)[len(gaps) // 2] < EXACT


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


def word_of(glyphs: Sequence[Glyph]) -> Word:
    """Return the glyphs, from left to right, as one word."""
    return Word(
        _text(glyphs),
        glyphs[0].x0,
        min(g.top for g in glyphs),
        max(g.x1 for g in glyphs),
        max(g.bottom for g in glyphs),
    )


def _text(row: Sequence[Glyph], *, spaced: bool = False) -> str:
    parts = [row[0].char]
    for before, glyph in pairwise(row):
        gap = glyph.x0 - before.x1
        least = OWN_TEXT if before.piece != glyph.piece and before.piece and glyph.piece and not spaced else SPACE
        parts += [" ", glyph.char] if gap > least * min(before.em, glyph.em) else [glyph.char]
    return tidy("".join(parts))


def is_spaced(cells: Iterable[Sequence[Glyph]]) -> bool:
    """Return whether a table sets the digits of its numbers apart, and all equally: then a gap as wide is none between two numbers."""
    gaps = [
        (glyph.x0 - before.x1) / min(before.em, glyph.em)
        for glyphs in cells
        for row in rows_of(glyphs)
        for before, glyph in pairwise(row)
        if before.char.isdecimal() and glyph.char.isdecimal()
    ]
    return len(gaps) >= SPACED and max(gaps) <= SPACE and min(gaps) > OWN_TEXT / 2 and max(gaps) - min(gaps) < EVEN


def cell_text(glyphs: Sequence[Glyph], x0: float, x1: float, padding: float, *, spaced: bool = False) -> str:
    """Return the text of a cell that reaches from `x0` to `x1`, its lines joined; `spaced`: its digits are set apart.

    Beside Han characters nothing stands between two lines. A numeral goes on over a line break only where
    its line is full: with `padding` on both sides no further digit would have fitted.
    """
    text = ""
    previous: list[Glyph] = []
    for row in rows_of(glyphs):
        line = _text(row, spaced=spaced)
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
