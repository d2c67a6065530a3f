"""Which characters of a PDF page are printed over one another? Copies for bold type are one; two numbers in one place are none."""

from __future__ import annotations

from collections.abc import Sequence
from ctypes import byref, c_float, c_ushort, string_at
from typing import Any

from gongkai.indexer.readers.linear import LOST
from gongkai.indexer.readers.pdf.glyph import Glyph
from gongkai.indexer.readers.pdf.rules import Box as _Box
from gongkai.indexer.readers.pdf.rules import holds
from gongkai.indexer.readers.pdf.visible.ink import Digit

__all__ = ["cut_short", "legible", "once"]

SPOT = 0.3  # of its width: a second print so near is a copy
OVER = 0.34  # of the narrower one's width: digits that share so much are printed over one another
LEVEL = 0.5  # of the lower one's height, that they share
MAX_NEAR = 16  # digits of one line that are looked at
MISSING = 0.6  # of a digit's width, which a text is wider than its digits: one of it is not given
MAX_SHORT = 200  # texts of a page that are wider than their digits: with more of them that is how it prints
EDGE = 1.0  # points
MOST_SPACES = 32  # of a number's text, around its digits
DRAWN, SHADE = 2.0, 100  # pixels a point of a text that is drawn alone; of 255, how opaque ink is
_DASHES = frozenset("-—–/−")


def once(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Drop the second print of a character on (nearly) the same spot: bold by overprinting.

    One mesh may hold two digits alike of small type: the second print of each has its own first one. A text of digits
    is a copy as a whole; else two numbers, one of which is wider than its column, have a digit in common.
    """
    seen: dict[tuple[str, int, int], list[Glyph]] = {}
    copies: set[int] = set()
    whole: dict[int, bool] = {}
    for number, glyph in enumerate(glyphs):
        reach = max(glyph.x1 - glyph.x0, 1) * SPOT
        column, row = round(glyph.x0 / 4), round(glyph.top / 4)
        near = (n for i in (-1, 0, 1) for j in (-1, 0, 1) for n in seen.get((glyph.char, column + i, row + j), ()))
        is_copy = any(_is_spot(n, glyph, reach) for n in near)
        if is_copy:
            copies.add(number)
        else:
            seen.setdefault((glyph.char, column, row), []).append(glyph)
        whole[glyph.piece] = is_copy and whole.get(glyph.piece, True)
    return [glyph for number, glyph in enumerate(glyphs) if number not in copies or _is_own(glyph, whole)]


def _is_spot(one: Glyph, other: Glyph, reach: float) -> bool:
    same_place = abs(one.x0 - other.x0) < reach and abs(one.top - other.top) < reach
    return same_place and abs(one.bottom - other.bottom) < reach  # of a larger one it is no copy


def _is_own(glyph: Glyph, whole: dict[int, bool]) -> bool:
    """Return whether a digit that has a copy is its text's own: not the whole of this is one."""
    return glyph.char.isdecimal() and glyph.piece != 0 and not whole[glyph.piece]


def legible(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Return the glyphs of one place, digits over which others are printed as unknown ones."""
    signs = sorted((g for g in glyphs if g.char.isdecimal() or g.char in _DASHES), key=lambda g: (g.top + g.bottom, g.x0))
    highest = max((glyph.bottom - glyph.top for glyph in signs), default=0.0)
    lost: set[int] = set()
    for number, glyph in enumerate(signs):
        for place in range(number + 1, min(number + 1 + MAX_NEAR, len(signs))):
            other = signs[place]
            if other.top + other.bottom - glyph.top - glyph.bottom > highest:
                break
            beside = other.x0 >= glyph.x1 or glyph.x0 >= other.x1
            if not beside and not (number in lost and place in lost) and _is_over(glyph, other):
                lost |= {number, place}
    unknown = {id(signs[number]) for number in lost}
    return [glyph._replace(char=LOST) if id(glyph) in unknown else glyph for glyph in glyphs] if lost else glyphs


def _is_over(one: Glyph, other: Glyph) -> bool:
    """Return whether two characters, one of them a digit, share much of their place; written out, for it is asked often."""
    shared = (one.x1 if one.x1 < other.x1 else other.x1) - (other.x0 if one.x0 < other.x0 else one.x0)
    wide, high = one.x1 - one.x0, one.bottom - one.top
    narrow = wide if wide < other.x1 - other.x0 else other.x1 - other.x0
    low = high if high < other.bottom - other.top else other.bottom - other.top
    level = (one.bottom if one.bottom < other.bottom else other.bottom) - (one.top if one.top > other.top else other.top)
    if not (shared > OVER * narrow > 0 and level > LEVEL * low):
        return False
    return one.char not in _DASHES or other.char not in _DASHES


def cut_short(page: Any, text: Any, digits: Sequence[Digit]) -> set[int]:
    """Return the places of digits of a text that has more of them than are given.

    The PDF library gives a digit once that two texts have in one place, as the first one's: of the second it is lost. Nor does it
    give one at an end of its text that the font calls a space, where a space is before.
    """
    import pypdfium2.raw as pdfium

    pieces: dict[int, list[Digit]] = {}
    for digit in digits:
        pieces.setdefault(digit[2].piece, []).append(digit)
    found: set[int] = set()
    left, bottom, right, top = (c_float() for _ in range(4))
    edges = byref(left), byref(bottom), byref(right), byref(top)
    budget = MAX_SHORT
    for piece, run in pieces.items():
        item = pdfium.FPDFText_GetTextObject(text, run[0][0])
        if budget and item and pdfium.FPDFPageObj_GetBounds(item, *edges):
            bounds = left.value, bottom.value, right.value, top.value
            gaps = _missing([box for _, box, _ in run], bounds)
            budget -= bool(gaps)
            shared = any(ink.piece != piece and holds(gap, box) for gap in gaps for _, box, ink in digits)
            upright = run[0][1][0] <= run[-1][1][0]  # not of a page that stands on its head
            if gaps and (shared or (upright and _is_whole(item, text, len(run)) and _has_ink(page, item, bounds, gaps))):
                found |= {place for place, _, _ in run}
    return found


def _is_whole(item: Any, text: Any, count: int) -> bool:
    """Return whether so many digits, and white space, are all that is given of a text."""
    import pypdfium2.raw as pdfium

    buffer = (c_ushort * (count + MOST_SPACES))()
    size = pdfium.FPDFTextObj_GetText(item, text, buffer, len(buffer)) // 2
    given = "".join(map(chr, buffer[: max(size - 1, 0)]))
    return size <= len(buffer) and sum(map(str.isdecimal, given)) == count == len("".join(given.split()))


def _has_ink(page: Any, item: Any, bounds: _Box, gaps: Sequence[_Box]) -> bool:
    """Return whether a text, drawn alone, leaves ink where none of its digits is given."""
    import pypdfium2.raw as pdfium

    bitmap = pdfium.FPDFTextObj_GetRenderedBitmap(page.pdf.raw, page.raw, item, DRAWN)
    if not bitmap:
        return False
    try:
        wide, high, stride = (read(bitmap) for read in _measures())
        shades = string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * high)[3::4]  # how opaque each pixel is
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    scale = wide / max(bounds[2] - bounds[0], EDGE)
    for gap in gaps:
        x0, x1 = max(int((gap[0] - bounds[0]) * scale), 0), min(int((gap[2] - bounds[0]) * scale), wide)
        if any(max(shades[y * stride // 4 + x0 : y * stride // 4 + x1], default=0) > SHADE for y in range(high)):
            return True
    return False


def _measures() -> tuple[Any, Any, Any]:
    import pypdfium2.raw as pdfium

    return pdfium.FPDFBitmap_GetWidth, pdfium.FPDFBitmap_GetHeight, pdfium.FPDFBitmap_GetStride


def _missing(boxes: Sequence[_Box], bounds: _Box) -> list[_Box]:
    """Return where a text that is as high as its digits reaches beyond them."""
    x0, x1 = boxes[0][0], boxes[-1][2]
    _, low, right, high = boxes[0]
    wide = MISSING * (right - boxes[0][0])
    is_level = low - EDGE <= bounds[1] and bounds[3] <= high + EDGE and bounds[3] - bounds[1] > LEVEL * (high - low)
    if not is_level or bounds[0] > x0 + 2 * EDGE or bounds[2] < x1 - 2 * EDGE:
        return []
    gaps = (bounds[0] - EDGE, low, x0, high), (x1, low, bounds[2] + EDGE, high)
    return [gap for gap in gaps if gap[2] - gap[0] > wide + EDGE]
