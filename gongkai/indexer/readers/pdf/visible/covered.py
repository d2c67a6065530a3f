"""Which digits of a PDF page lie under a box, and which on a shape? A number corrected so has its old digits in the file, and nobody sees them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from ctypes import byref, c_int, c_uint
from math import inf
from typing import Any

from gongkai.indexer.readers.pdf.rules import THIN, Box, Matrix, objects, subpaths
from gongkai.indexer.readers.pdf.visible.ink import MAX_PICTURES, MAX_TESTS, Digit, Ground, address, unit_square

__all__ = ["covered", "under_pictures"]

NEAR = 0.3  # of a digit's height: digits nearer to one another are one number's

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
    covered. Beside the other digits of a number it is one that nobody knows.
    """
    hidden, grounds = _hidden(page, digits)
    seen = [box for place, box, _ in digits if place not in hidden]
    if len(hidden) * len(seen) > MAX_TESTS:
        return dict.fromkeys(hidden, True), grounds
    return {place: _is_doubtful(box, seen) for place, box, _ in digits if place in hidden}, grounds


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


def _hidden(page: Any, digits: Sequence[Digit]) -> tuple[set[int], dict[int, Ground]]:
    import pypdfium2.raw as pdfium

    shapes: list[tuple[Ground, bool]] = []
    for number, path, matrix in objects(page.raw, {pdfium.FPDF_PAGEOBJ_PATH}):
        shapes += _shapes(number, path, matrix)
        if len(shapes) > MAX_COVERS:
            return set(), _unknown(digits)
    under = _under(digits, shapes)
    if not under:
        return set(), {} if under is not None else _unknown(digits)
    painted = {address(item): number for number, item, _ in objects(page.raw, {pdfium.FPDF_PAGEOBJ_TEXT})}
    pieces = {place: ink.piece for place, _, ink in digits}
    hidden: set[int] = set()
    grounds: dict[int, Ground] = {}
    for place, shape, is_box in under:
        if painted.get(pieces[place], inf) > shape.number:
            grounds[place] = shape
        elif is_box:
            hidden.add(place)
    return hidden if len(hidden) <= max(MAX_COVERED * len(digits), FEW) else set(), grounds


def _unknown(digits: Sequence[Digit]) -> dict[int, Ground]:
    """Return a ground that nobody knows for each digit."""
    return dict.fromkeys((place for place, _, _ in digits), Ground(0, (0, 0, 0, 0), None, 0))


def _under(digits: Sequence[Digit], shapes: Sequence[tuple[Ground, bool]]) -> list[tuple[int, Ground, bool]] | None:
    """Return the places of digits with the shapes on whose place they are, in the order of painting, and whether these hide all.

    Null where there are too many of both to tell.
    """
    by_height = sorted((box[1] + box[3], place, box) for place, box, _ in digits)
    heights = [height for height, _, _ in by_height]
    found: list[tuple[int, Ground, bool]] = []
    budget = MAX_TESTS
    for shape, is_box in shapes:
        near = by_height[bisect_left(heights, 2 * shape.box[1]) : bisect_right(heights, 2 * shape.box[3])]
        budget -= len(near)
        if budget < 0:
            return None
        found += [(place, shape, is_box) for _, place, box in near if _is_inside(box, shape.box)]
    return found


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


def _shapes(number: int, path: Any, matrix: Matrix) -> list[tuple[Ground, bool]]:
    """Return the shapes that a path fills, with whether each is an upright rectangle that hides what is under it; no lines."""
    import pypdfium2.raw as pdfium

    fill, stroke = c_int(), c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke)) or not fill.value:
        return []
    red, green, blue, alpha = (c_uint() for _ in range(4))
    told = bool(pdfium.FPDFPageObj_GetFillColor(path, byref(red), byref(green), byref(blue), byref(alpha)))
    opaque = told and alpha.value >= OPAQUE and not pdfium.FPDFPageObj_HasTransparency(path)
    colour = (red.value, green.value, blue.value) if told else None
    found: list[tuple[Ground, bool]] = []
    for shape in subpaths(path, matrix):
        xs, ys = [x for x, _ in shape], [y for _, y in shape]
        box = min(xs), min(ys), max(xs), max(ys)
        if min(box[2] - box[0], box[3] - box[1]) > THIN:
            corners = all(min(x - box[0], box[2] - x) < 1 and min(y - box[1], box[3] - y) < 1 for x, y in shape)
            found.append((Ground(number, box, colour, alpha.value), opaque and corners and len(shape) > 3))
    return found
