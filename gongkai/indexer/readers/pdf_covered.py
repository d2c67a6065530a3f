"""Which digits of a PDF page lie under a box? A number corrected so has its old digits in the file, and nobody sees them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from ctypes import byref, c_int, c_uint, c_void_p, cast
from typing import Any

from gongkai.indexer.readers.pdf_rules import THIN, Box, Matrix, objects, subpaths

__all__ = ["covered"]

NEAR = 0.3  # of a digit's height: digits nearer to one another are one number's

OPAQUE = 255
INSIDE = 0.6  # of a digit's width and height
MAX_COVERED = 0.3  # of the digits of a page: with more of them the box is clipped, or what is under it is meant to be read
FEW = 20  # digits: so many may be all of a page
MAX_COVERS = 2_000
MAX_TESTS = 1_000_000  # of a digit and a box, or another digit; a page has 50,000

Digit = tuple[int, Box]
"""A character's place in the text of the page, and its box."""


def covered(page: Any, text: Any, digits: Sequence[Digit]) -> dict[int, bool]:
    """Return the places of the digits over which an opaque box was painted afterwards, with whether it may be seen.

    pdfium gives a digit only once that the old number and the new one, printed over it, have in the same place: it seems
    covered. Beside the other digits of a number it is one that nobody knows.
    """
    hidden = _hidden(page, text, digits)
    seen = [box for place, box in digits if place not in hidden]
    if len(hidden) * len(seen) > MAX_TESTS:
        return dict.fromkeys(hidden, True)
    return {place: _is_doubtful(box, seen) for place, box in digits if place in hidden}


def _hidden(page: Any, text: Any, digits: Sequence[Digit]) -> set[int]:
    import pypdfium2.raw as pdfium

    covers: list[tuple[int, Box]] = []
    for number, path, matrix in objects(page.raw, {pdfium.FPDF_PAGEOBJ_PATH}):
        covers += [(number, box) for box in _boxes(path, matrix)]
        if len(covers) > MAX_COVERS:
            return set()
    under = _under(digits, covers)
    if not under:
        return set()
    painted = {_address(item): number for number, item, _ in objects(page.raw, {pdfium.FPDF_PAGEOBJ_TEXT})}
    hidden: set[int] = set()
    for place, number in under:
        item = pdfium.FPDFText_GetTextObject(text, place)
        if item and painted.get(_address(item), number) < number:
            hidden.add(place)
    return hidden if len(hidden) <= max(MAX_COVERED * len(digits), FEW) else set()


def _under(digits: Sequence[Digit], covers: Sequence[tuple[int, Box]]) -> list[tuple[int, int]]:
    """Return the places of digits with the numbers of boxes on whose place they are."""
    by_height = sorted((box[1] + box[3], place, box) for place, box in digits)
    heights = [height for height, _, _ in by_height]
    found: list[tuple[int, int]] = []
    budget = MAX_TESTS
    for number, cover in covers:
        near = by_height[bisect_left(heights, 2 * cover[1]) : bisect_right(heights, 2 * cover[3])]
        budget -= len(near)
        if budget < 0:
            return []
        found += [(place, number) for _, place, box in near if _is_inside(box, cover)]
    return found


def _is_doubtful(digit: Box, seen: Sequence[Box]) -> bool:
    """Return whether a covered digit stands beside one that is seen, and under none."""
    high = digit[3] - digit[1]
    gaps = [
        max(digit[0], box[0]) - min(digit[2], box[2]) for box in seen if min(digit[3], box[3]) - max(digit[1], box[1]) > high / 2
    ]
    return min(gaps, default=high) < NEAR * high and min(gaps) > -NEAR * (digit[2] - digit[0])


def _address(item: Any) -> int | None:
    return cast(item, c_void_p).value


def _is_inside(digit: Box, cover: Box) -> bool:
    across = min(digit[2], cover[2]) - max(digit[0], cover[0])
    up = min(digit[3], cover[3]) - max(digit[1], cover[1])
    return across > INSIDE * (digit[2] - digit[0]) > 0 and up > INSIDE * (digit[3] - digit[1]) > 0


def _boxes(path: Any, matrix: Matrix) -> list[Box]:
    """Return the upright rectangles that a path fills opaquely, those that are no lines."""
    import pypdfium2.raw as pdfium

    fill, stroke = c_int(), c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke)) or not fill.value:
        return []
    red, green, blue, alpha = (c_uint() for _ in range(4))
    told = pdfium.FPDFPageObj_GetFillColor(path, byref(red), byref(green), byref(blue), byref(alpha))
    if not told or alpha.value < OPAQUE or pdfium.FPDFPageObj_HasTransparency(path):
        return []
    boxes: list[Box] = []
    for shape in subpaths(path, matrix):
        xs, ys = [x for x, _ in shape], [y for _, y in shape]
        box = min(xs), min(ys), max(xs), max(ys)
        corners = all(min(x - box[0], box[2] - x) < 1 and min(y - box[1], box[3] - y) < 1 for x, y in shape)
        if corners and len(shape) > 3 and min(box[2] - box[0], box[3] - box[1]) > THIN:
            boxes.append(box)
    return boxes
