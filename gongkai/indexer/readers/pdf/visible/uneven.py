"""Which digits of a PDF page stand beside others that are set otherwise? They are no number together: a page's number, a stamp over a table.

The two that touch by chance made 350 of 50. Marks of notes are told before (raised.py). A text layer that a program
read from a picture sets each word in its own size: there it tells nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from gongkai.indexer.readers.linear import LOST
from gongkai.indexer.readers.pdf.glyph import Box, Glyph
from gongkai.indexer.readers.pdf.visible.ink import Ink

__all__ = ["without_uneven"]

# Of the lower one's height between two digits that are read as one number; those over one another: overlaid.py.
OVER, GAP = 0.15, 0.2
SIZE = 0.03  # of the type: two sizes of one number differ by less
BASE = 0.06  # of the type: so do two base lines
COLOUR = 60  # of 255, in any colour: so do two hues
PLACE = 8.0  # points: the mesh in which neighbours are looked for
_AROUND = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
MAX_NEAR = 8  # digits that end in one mesh; of a printed page 3 do


def without_uneven(glyphs: Sequence[Glyph], inks: Mapping[int, Ink], rules: Sequence[Box]) -> list[Glyph]:
    """Return the glyphs, digits as unknown ones that touch others of another size, base line or colour; none over a line of the table."""
    digits = [glyph for glyph in glyphs if glyph.piece in inks and glyph.char.isdecimal()]
    pairs = list(_pairs(digits, inks))
    if not pairs:
        return list(glyphs)
    run_of = {id(glyph): run for run in _runs(digits) for glyph in run}
    runs = ((run_of[id(one)], run_of[id(other)]) for one, other in pairs)
    down = sorted((rule for rule in rules if rule.bottom - rule.top > rule.x1 - rule.x0), key=_left)
    lost = {id(glyph) for one, other in runs if not _are_parted(one, other, down) for glyph in (*one, *other)}
    return [glyph._replace(char=LOST) if id(glyph) in lost else glyph for glyph in glyphs]


def _pairs(digits: Sequence[Glyph], inks: Mapping[int, Ink]) -> Iterator[tuple[Glyph, Glyph]]:
    """Yield the digits that touch and are set otherwise."""
    mesh: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in digits:
        places = mesh.setdefault((int(glyph.x1 / PLACE), int((glyph.top + glyph.bottom) / PLACE / 2)), [])
        if len(places) < MAX_NEAR:
            places.append(glyph)
    for glyph in digits:
        column, row = int(glyph.x0 / PLACE), int((glyph.top + glyph.bottom) / PLACE / 2)
        for place in [(column + i, row + j) for i, j in _AROUND if (column + i, row + j) in mesh]:
            for other in mesh[place]:
                if other.piece != glyph.piece and _touch(other, glyph) and _differ(inks[other.piece], inks[glyph.piece]):
                    yield other, glyph


def _touch(before: Box, glyph: Box) -> bool:
    """Return whether two digits stand beside one another; written out, for it is asked often."""
    high, other = glyph.bottom - glyph.top, before.bottom - before.top
    low = high if high < other else other
    level = (glyph.bottom if glyph.bottom < before.bottom else before.bottom) - (
        glyph.top if glyph.top > before.top else before.top
    )
    return -OVER * low < glyph.x0 - before.x1 < GAP * low and level > low / 2


def _differ(one: Ink, other: Ink) -> bool:
    size = one.size if one.size > other.size else other.size
    if not (one.painted and other.painted):
        return False
    if not (-SIZE * size <= one.size - other.size <= SIZE * size and -BASE * size <= one.base - other.base <= BASE * size):
        return True
    return one.colour != other.colour and max(abs(a - b) for a, b in zip(_hue(one), _hue(other), strict=True)) > COLOUR


def _hue(ink: Ink) -> tuple[float, ...]:
    """Return what tells a colour from the grey that is as light: greys are alike."""
    return tuple(part - sum(ink.colour) / 3 for part in ink.colour)


def _are_parted(before: Sequence[Box], after: Sequence[Box], down: Sequence[Box]) -> bool:
    """Return whether one of the lines down the page, from the left, stands between two runs of digits: they are numbers of two cells."""
    left, right = max(map(_centre, before)), min(map(_centre, after))
    level = (after[0].top + after[0].bottom) / 2
    between = down[bisect_right(down, left, key=_left) : bisect_left(down, right, key=_left)]
    return any(rule.top <= level <= rule.bottom for rule in between)


def _left(box: Box) -> float:
    return box.x0


def _centre(box: Box) -> float:
    return (box.x0 + box.x1) / 2


def _runs(digits: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the digits that a text of the file sets one behind the other."""
    pieces: dict[int, list[Glyph]] = {}
    for glyph in digits:
        pieces.setdefault(glyph.piece, []).append(glyph)
    for piece in pieces.values():
        run: list[Glyph] = []
        for glyph in piece:
            if run and not _touch(run[-1], glyph):
                yield run
                run = []
            run.append(glyph)
        yield run
