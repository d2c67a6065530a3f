"""Which digits of a PDF page are marks of notes? Small ones, raised behind a number or a label.

Left as they are printed they would make the number longer (`1775` and a small `3` are not 17753), or be the number of
the label. They become raised characters, on the line of what they stand behind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from gongkai.indexer.readers.linear import RAISED
from gongkai.indexer.readers.pdf_seen import Box
from gongkai.text import HAN

__all__ = ["with_marks"]

SMALL = 0.82  # of the number before it: marks are set in 50 to 75 % of its type
NARROW = 0.37  # of a Han character: digits of its own size have 0.4 to 0.6
HIGHER = 0.08  # of the height of what is before it
BACK, BEHIND = 0.15, 0.2  # em between it and what is before it
MAX_NEAR = 20  # characters that end in one mesh; of a printed page 8 do
PLACE = 16.0  # points: the mesh in which neighbours are looked for

_BEFORE = re.compile(rf"[\d{HAN}）)]")


class _Glyph(Box, Protocol):
    @property
    def char(self) -> str: ...
    @property
    def em(self) -> float: ...
    def _replace(self: _G, *, char: str, x0: float, top: float, bottom: float) -> _G: ...


_G = TypeVar("_G", bound=_Glyph)


def with_marks(glyphs: Sequence[_G]) -> list[_G]:
    """Return the glyphs, digits that are marks of notes as raised ones."""
    highest = max((glyph.bottom - glyph.top for glyph in glyphs), default=0.0)
    small = [n for n, g in enumerate(glyphs) if g.bottom - g.top < SMALL * highest and g.char.isdecimal()]
    if not small:
        return list(glyphs)
    ends: dict[tuple[int, int], list[int]] = {}
    for number, glyph in enumerate(glyphs):
        if _BEFORE.match(glyph.char):
            places = ends.setdefault((int(glyph.x1 / PLACE), int(glyph.bottom / PLACE)), [])
            if len(places) < MAX_NEAR:
                places.append(number)
    marked: dict[int, _G] = {}
    for number in sorted(small, key=lambda number: glyphs[number].x0):
        glyph = glyphs[number]
        column, row = int(glyph.x0 / PLACE), int(glyph.bottom / PLACE)
        near = (other for i in (-1, 0, 1) for j in (0, 1) for other in ends.get((column + i, row + j), ()))
        for other in near:
            if other != number and (base := _base(glyphs[other], marked.get(other), glyph)):
                char = glyph.char.translate(RAISED)
                marked[number] = glyph._replace(char=char, x0=base.x1, top=base.top, bottom=base.bottom)
                break
    return [marked.get(number, glyph) for number, glyph in enumerate(glyphs)]


def _base(before: _G, mark: _G | None, glyph: _G) -> _G | None:
    """Return what a digit stands behind as a mark, itself perhaps the first digit (`mark`, `before` as printed) of one."""
    high, gap = before.bottom - before.top, glyph.x0 - before.x1
    if not -BACK * before.em < gap < BEHIND * before.em:
        return None
    if mark is not None:
        same = abs(before.top - glyph.top) < HIGHER * high and abs(before.bottom - glyph.bottom) < HIGHER * high
        return mark if same else None
    is_digit = before.char.isdecimal()
    narrow = glyph.x1 - glyph.x0 < (SMALL if is_digit else NARROW) * (before.x1 - before.x0)
    raised = before.bottom - glyph.bottom > HIGHER * high and glyph.bottom > before.top
    return before if narrow and raised and glyph.bottom - glyph.top < SMALL * high else None
