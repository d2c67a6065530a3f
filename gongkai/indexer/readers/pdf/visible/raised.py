"""Which digits of a PDF page are marks of notes? Small ones, raised beside a number or behind a label, or alone.

Left as they are printed they would make the number longer (`1775` and a small `3` are not 17753), or be the number of
the label. They become raised characters, on the line of what they stand behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median_high

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.linear import LOWERED, RAISED
from gongkai.indexer.readers.pdf.glyph import Glyph
from gongkai.text import HAN

__all__ = ["with_marks"]

SMALL = 0.82  # of the number before it: marks are set in 50 to 75 % of its type
PLAIN = 0.9  # of the height of most digits: one that high is no mark of a larger one
NARROW = 0.37  # of a Han character: digits of its own size have 0.4 to 0.6
HIGHER = 0.08  # of the height of what is before it
SAME = 0.03  # of its height: two digits of one number differ by less
BACK, BEHIND = 0.2, 0.2  # em between it and what is before it
LONELY = 0.72  # of the type around it: so small are marks that stand alone
MOSTLY = 3.0  # times as many characters of its row are larger as are not
BESIDE = 0.5  # em: characters so near are of one cell
EDGE = 0.5  # of the height of the row's characters
MAX_LONELY = 200  # of a page: with more of them that is how it prints
MAX_NEAR = 20  # characters that end in one mesh; of a printed page 8 do
PLACE = 16.0  # points: the mesh in which neighbours are looked for

_LOW = "".join(map(chr, LOWERED.values()))
_DIGIT = expression(r"\d")
_BEFORE = expression(rf"[\d{HAN}）)]")


def with_marks(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return the glyphs, digits that are marks of notes as raised or lowered ones."""
    highest = max((glyph.bottom - glyph.top for glyph in glyphs), default=0.0)
    small = [n for n, g in enumerate(glyphs) if g.bottom - g.top < SMALL * highest and g.char.isdecimal()]
    if not small:
        return list(glyphs)
    usual = median_high(glyph.bottom - glyph.top for glyph in glyphs if glyph.char.isdecimal())
    ends = _mesh(glyphs, _BEFORE, ends=True)
    marked: dict[int, Glyph] = {}
    for number in sorted(small, key=lambda number: glyphs[number].x0):
        glyph = glyphs[number]
        before = list(_near(ends, glyph.x0, glyph.bottom))
        if any(other not in marked and _is_next(glyphs[other], glyph) for other in before):
            continue  # it goes on with a number
        for other in before:
            plain = glyphs[other].char.isdecimal() and glyph.bottom - glyph.top > PLAIN * usual  # over it stands a stamp
            if other != number and not plain and (found := _behind(glyphs[other], marked.get(other), glyph)):
                marked[number] = found
                break
    below = [n for n in small if n not in marked and glyphs[n].bottom - glyphs[n].top < SMALL * usual]
    begins = _mesh(glyphs, _DIGIT, ends=False) if below else {}
    for number in sorted(below, key=lambda number: -glyphs[number].x0):
        glyph = glyphs[number]
        for other in _near(begins, glyph.x1, glyph.bottom):
            if other != number and _is_before(glyph, glyphs[other], marked.get(other)):
                base = marked.get(other, glyphs[other])
                marked[number] = glyph._replace(char=glyph.char.translate(RAISED), top=base.top, bottom=base.bottom)
                break
    for number in _lonely(glyphs, [number for number in below if number not in marked], LONELY * usual):
        marked[number] = glyphs[number]._replace(char=glyphs[number].char.translate(RAISED))
    return [marked.get(number, glyph) for number, glyph in enumerate(glyphs)]


_Mesh = dict[tuple[int, int], list[int]]


def _mesh(glyphs: Sequence[Glyph], kind: re.Pattern[str], *, ends: bool) -> _Mesh:
    """Return where the characters of a kind end, or begin."""
    mesh: _Mesh = {}
    for number, glyph in enumerate(glyphs):
        if kind.match(glyph.char):
            places = mesh.setdefault((int((glyph.x1 if ends else glyph.x0) / PLACE), int(glyph.bottom / PLACE)), [])
            if len(places) < MAX_NEAR:
                places.append(number)
    return mesh


def _near(mesh: _Mesh, x: float, y: float) -> Iterator[int]:
    column, row = int(x / PLACE), int(y / PLACE)
    return (other for i in (-1, 0, 1) for j in (-1, 0, 1) for other in mesh.get((column + i, row + j), ()))


def _is_next(before: Glyph, glyph: Glyph) -> bool:
    """Return whether a digit goes on with a number: right behind a digit that is set as it is."""
    high = glyph.bottom - glyph.top
    level = abs(before.top - glyph.top) < SAME * high and abs(before.bottom - glyph.bottom) < SAME * high
    return level and before.char.isdecimal() and abs(glyph.x0 - before.x1) < SAME * high


def _behind(before: Glyph, mark: Glyph | None, glyph: Glyph) -> Glyph | None:
    """Return a digit as the mark that it is behind a character, itself perhaps the first digit (`mark`, `before` as printed) of one."""
    high, gap = before.bottom - before.top, glyph.x0 - before.x1
    if not -BACK * before.em < gap < BEHIND * before.em:
        return None
    if mark is not None:
        same = abs(before.top - glyph.top) < HIGHER * high and abs(before.bottom - glyph.bottom) < HIGHER * high
        return _set(glyph, mark, LOWERED if mark.char in _LOW else RAISED) if same else None
    is_digit = before.char.isdecimal()
    narrow = glyph.x1 - glyph.x0 < (SMALL if is_digit else NARROW) * (before.x1 - before.x0)
    if not narrow or glyph.bottom - glyph.top >= SMALL * high:
        return None
    if before.bottom - glyph.bottom > HIGHER * high and glyph.bottom > before.top:
        return _set(glyph, before, RAISED)
    lowered = is_digit and glyph.bottom - before.bottom > HIGHER * high and glyph.top < before.bottom
    return _set(glyph, before, LOWERED) if lowered else None


def _set(glyph: Glyph, base: Glyph, table: dict[int, int]) -> Glyph:
    """Return a digit as a mark on the line of what it stands behind."""
    return glyph._replace(char=glyph.char.translate(table), x0=base.x1, top=base.top, bottom=base.bottom)


def _is_before(glyph: Glyph, after: Glyph, mark: Glyph | None) -> bool:
    """Return whether a digit stands as a mark before a number, or before the next digit (`after` as printed) of such a mark."""
    high, gap = after.bottom - after.top, after.x0 - glyph.x1
    if not -BACK * after.em < gap < BEHIND * after.em:
        return False
    if mark is not None:
        return (
            mark.x1 <= after.x1
            and abs(after.top - glyph.top) < HIGHER * high
            and abs(after.bottom - glyph.bottom) < HIGHER * high
        )
    narrow = glyph.x1 - glyph.x0 < SMALL * (after.x1 - after.x0) and glyph.bottom - glyph.top < SMALL * high
    return narrow and after.bottom - glyph.bottom > HIGHER * high and glyph.bottom > after.top


def _lonely(glyphs: Sequence[Glyph], small: Sequence[int], least: float) -> Iterator[int]:
    """Yield the digits that stand alone in their row, one or two together, much smaller than all the row's other characters.

    A number is set smaller than its neighbours where its cell has no room for it; so short a number always has.
    """
    tiny = [number for number in small if glyphs[number].bottom - glyphs[number].top < least]
    if not tiny or len(tiny) > MAX_LONELY:
        return
    for number in tiny:
        glyph = glyphs[number]
        middle, most = (glyph.top + glyph.bottom) / 2, (glyph.bottom - glyph.top) / LONELY
        level = [other for other in glyphs if _is_level(other, middle) and other is not glyph]
        alike = [other for other in level if other.bottom - other.top <= most]
        beside = _beside(glyph, level)
        are_two = all(other in alike and len(_beside(other, level)) == 0 for other in beside)
        if len(beside) <= 1 and are_two and len(level) > MOSTLY * len(alike):
            yield number


def _beside(glyph: Glyph, level: Sequence[Glyph]) -> list[Glyph]:
    """Return which of a row's other characters stand close to one."""
    return [other for other in level if other is not glyph and max(other.x0 - glyph.x1, glyph.x0 - other.x1) < BESIDE * glyph.em]


def _is_level(other: Glyph, middle: float) -> bool:
    """Return whether a character stands in the row of a mark of that height: it may stand at the upper edge of its cell."""
    edge = EDGE * (other.bottom - other.top)
    return other.char.isalnum() and other.top - edge <= middle <= other.bottom + edge
