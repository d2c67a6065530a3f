"""Which digits of a PDF page lie under a box, and which on a shape? A number corrected so has its old digits in the file, and nobody sees them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from ctypes import byref, c_int, c_uint
from math import inf
from typing import Any

from gongkai.indexer.readers.pdf.rules import THIN, Box, Matrix, objects, shaded, subpaths
from gongkai.indexer.readers.pdf.visible.ink import MAX_PICTURES, MAX_TESTS, Digit, Ground, address, unit_square
from gongkai.indexer.readers.pdf.visible.seen import HIGH, LOW

__all__ = ["covered", "under_pictures"]

NEAR = 0.3  # of a digit's height: digits nearer to one another are one number's

SHAPE, BAR, BOX = range(3)  # of any form, an upright rectangle, one that hides what is under it
OPAQUE = 255
INSIDE = 0.6  # of a digit's width and height
MAX_COVERED = 0.3  # of the digits of a page: with more of them the box is clipped, or what is under it is meant to be read
FEW = 20  # digits: so many may be all of a page
MAX_COVERS = 2_000
PATCH = 3  # times as high as a digit is what is pasted over a line, at most; a seal is higher
STRIP = 0.5  # of the page's width: low pictures as wide are those of a scan
LAYER = 0.6  # of the digits of a page: with more of them under pictures these are a scan, and the text its layer


def covered(page: Any, digits: Sequence[Digit]) -> tuple[dict[int, bool], dict[int, Ground]]:
    """Return the places of the digits over which an opaque box was painted afterwards, with whether it may be seen; the grounds of others.

    pdfium gives a digit only once that the old number and the new one, printed over it, have in the same place: it seems
    covered. Beside the other digits of a number it is one that nobody knows. So is a digit over the middle of which a bar was painted.
    """
    hidden, grounds, struck = _hidden(page, digits)
    seen = [box for place, box, _ in digits if place not in hidden]
    if len(hidden) * len(seen) > MAX_TESTS:
        return dict.fromkeys(hidden | struck, True), grounds
    doubtful = {place: _is_doubtful(box, seen) for place, box, _ in digits if place in hidden}
    return doubtful | dict.fromkeys(struck - hidden, True), grounds


def under_pictures(page: Any, digits: Sequence[Digit]) -> dict[int, bool]:
    """Return the places of the digits over which a picture was painted afterwards, with whether it is as low as a patch; none of a scan's.

    Of a page with most digits under pictures only those under small patches.
    A patch hides them, with what it prints itself or without; a seal does not.
    """
    import pypdfium2.raw as pdfium

    found = objects(page.raw, {pdfium.FPDF_PAGEOBJ_IMAGE})
    pictures = [(number, unit_square(matrix)) for (number, _, matrix), _ in zip(found, range(MAX_PICTURES), strict=False)]
    if not pictures or len(pictures) * len(digits) > MAX_TESTS:
        return {}
    painted = {address(item): number for number, item, _ in objects(page.raw, {pdfium.FPDF_PAGEOBJ_TEXT})}
    left, bottom, right, top = page.get_bbox()
    strip = STRIP * min(right - left, top - bottom)
    under: dict[int, bool] = {}
    pasted = set[int]()
    for place, box, ink in digits:
        over = [picture for number, picture in pictures if number > painted.get(ink.piece, inf) and _is_inside(box, picture)]
        if over:
            high = max(box[2] - box[0], box[3] - box[1])
            low = [picture for picture in over if min(picture[2] - picture[0], picture[3] - picture[1]) <= PATCH * high]
            under[place] = bool(low)
            if ink.painted and any(max(picture[2] - picture[0], picture[3] - picture[1]) < strip for picture in low):
                pasted.add(place)
    return under if len(under) <= LAYER * len(digits) else dict.fromkeys(pasted, True)


def _hidden(page: Any, digits: Sequence[Digit]) -> tuple[set[int], dict[int, Ground], set[int]]:
    """Return the places of the digits under a box, the grounds of others, and the places of those under a bar."""
    import pypdfium2.raw as pdfium

    none = set[int]()
    shapes: list[tuple[Ground, int]] = []
    for number, item, matrix in objects(page.raw, {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING}):
        shapes += _shapes(number, item, matrix)
        if len(shapes) > MAX_COVERS:
            return none, _unknown(digits), none
    under = _under(digits, shapes)
    if not under:
        return none, {} if under is not None else _unknown(digits), none
    painted = {address(item): number for number, item, _ in objects(page.raw, {pdfium.FPDF_PAGEOBJ_TEXT})}
    hidden, struck = set[int](), set[int]()
    grounds: dict[int, Ground] = {}
    for (place, box, ink), shape, kind in under:
        is_over, is_whole = painted.get(ink.piece, inf) <= shape.number, _is_inside(box, shape.box)
        if is_whole and not is_over:
            grounds[place] = shape
        elif is_whole and kind == BOX:
            hidden.add(place)
        elif not is_whole and is_over and kind != SHAPE:
            struck.add(place)
    return hidden if len(hidden) <= max(MAX_COVERED * len(digits), FEW) else none, grounds, struck


def _unknown(digits: Sequence[Digit]) -> dict[int, Ground]:
    """Return a ground that nobody knows for each digit."""
    return dict.fromkeys((place for place, _, _ in digits), Ground(0, (0, 0, 0, 0), None, 0))


def _under(digits: Sequence[Digit], shapes: Sequence[tuple[Ground, int]]) -> list[tuple[Digit, Ground, int]] | None:
    """Return digits with the shapes on whose place they, or their middles, are, in the order of painting, and their kinds.

    Null where there are too many of both to tell.
    """
    by_height = sorted(digits, key=_twice_its_height)
    heights = list(map(_twice_its_height, by_height))
    found: list[tuple[Digit, Ground, int]] = []
    budget = MAX_TESTS
    for shape, kind in shapes:
        near = by_height[bisect_left(heights, 2 * shape.box[1]) : bisect_right(heights, 2 * shape.box[3])]
        budget -= len(near)
        if budget < 0:
            return None
        found += [(digit, shape, kind) for digit in near if _is_inside(digit[1], shape.box) or _is_struck(digit[1], shape.box)]
    return found


def _twice_its_height(digit: Digit) -> float:
    return digit[1][1] + digit[1][3]


def _is_struck(digit: Box, bar: Box) -> bool:
    """Tell a digit over whose middle a bar runs, less high than it is."""
    across = min(digit[2], bar[2]) - max(digit[0], bar[0])
    high, level = digit[3] - digit[1], (bar[1] + bar[3]) / 2
    return across > INSIDE * (digit[2] - digit[0]) > 0 and digit[3] - LOW * high <= level <= digit[3] - HIGH * high


def _is_doubtful(digit: Box, seen: Sequence[Box]) -> bool:
    """Return whether a covered digit stands beside one that is seen, and under none."""
    high = digit[3] - digit[1]
    gaps = [
        max(digit[0], box[0]) - min(digit[2], box[2]) for box in seen if min(digit[3], box[3]) - max(digit[1], box[1]) > high / 2
    ]
    return min(gaps, default=high) < NEAR * high and min(gaps) > -NEAR * (digit[2] - digit[0])


def _is_inside(digit: Box, cover: Box) -> bool:
    across = min(digit[2], cover[2]) - max(digit[0], cover[0])
    up = min(digit[3], cover[3]) - max(digit[1], cover[1])
    return across > INSIDE * (digit[2] - digit[0]) > 0 and up > INSIDE * (digit[3] - digit[1]) > 0


def _shapes(number: int, item: Any, matrix: Matrix) -> list[tuple[Ground, int]]:
    """Return the shapes that a path or a shading fills, with their kinds; no lines."""
    import pypdfium2.raw as pdfium

    if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_SHADING:
        box = shaded(item, matrix)
        return [(Ground(number, box, None, 0), BAR)] if min(box[2] - box[0], box[3] - box[1]) > THIN else []
    fill, stroke = c_int(), c_int()
    if not pdfium.FPDFPath_GetDrawMode(item, byref(fill), byref(stroke)) or not fill.value:
        return []
    red, green, blue, alpha = (c_uint() for _ in range(4))
    told = bool(pdfium.FPDFPageObj_GetFillColor(item, byref(red), byref(green), byref(blue), byref(alpha)))
    opaque = told and alpha.value >= OPAQUE and not pdfium.FPDFPageObj_HasTransparency(item)
    colour = (red.value, green.value, blue.value) if told else None
    found: list[tuple[Ground, int]] = []
    for shape in subpaths(item, matrix):
        xs, ys = [x for x, _ in shape], [y for _, y in shape]
        box = min(xs), min(ys), max(xs), max(ys)
        if min(box[2] - box[0], box[3] - box[1]) > THIN:
            corners = all(min(x - box[0], box[2] - x) < 1 and min(y - box[1], box[3] - y) < 1 for x, y in shape)
            kind = SHAPE if not corners or len(shape) < 4 else BOX if opaque else BAR
            found.append((Ground(number, box, colour, alpha.value), kind))
    return found
