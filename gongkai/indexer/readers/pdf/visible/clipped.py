"""Which digits of a PDF page lie outside what their text is cut to? Nobody sees them: a form object cuts what it holds to its own box."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from ctypes import byref, c_float
from math import inf
from typing import Any

from gongkai.indexer.readers.pdf.rules import Box, Matrix, composed, matrix_of, objects
from gongkai.indexer.readers.pdf.visible.ink import Digit, address

__all__ = ["clipped"]

SEEN = 0.5  # of a digit's width and height: with less of it inside nobody knows it
NEAR = 0.6  # of a digit's height: digits so near, or parted by a point, are one number's
FIELD = 5.0  # digits' heights: a frame that is as high holds more than one number
PLACE, MAX_NEAR = 24.0, 12  # points: the mesh in which neighbours are looked for; digits that begin in one mesh
MOST_PATHS, MOST_SEGMENTS = 20, 400  # of one text: what is cut in a more intricate way is taken as seen
MAX_STEPS = 100_000  # paths and segments looked at, of a page; beyond them nobody knows which digits are seen
EVERYWHERE: Box = (-inf, -inf, inf, inf)


def clipped(page: Any, digits: Sequence[Digit]) -> tuple[set[int], set[int]]:
    """Return the places of the digits that are cut off, and of those of which that is not known, or that are what is left of a number."""
    import pypdfium2.raw as pdfium

    pieces = {ink.piece for _, _, ink in digits}
    frames: dict[int, Box | None] = {}
    frame_of = _Frames()
    for _, item, matrix in objects(page.raw, {pdfium.FPDF_PAGEOBJ_TEXT}):
        if (piece := address(item)) in pieces and (frame := frame_of(item)) != EVERYWHERE:
            frames[piece] = frame and _moved(frame, item, matrix)
    cut, doubtful = set[int](), set[int]()
    for place, box, ink in digits:
        frame = frames.get(ink.piece, EVERYWHERE)
        if frame is None:
            doubtful.add(place)
        elif not _is_inside(box, frame):
            cut.add(place)
    if cut:
        doubtful |= _rest(digits, cut, frames)
    return cut, doubtful


def _rest(digits: Sequence[Digit], cut: set[int], frames: Mapping[int, Box | None]) -> set[int]:
    """Return the places of digits in the frame that cuts off what stands beside or below them: a field shows a part of a number.

    pdfium says of a text that is whole in its frame nothing of this, so its place tells.
    """
    mesh: dict[tuple[int, int], list[Digit]] = {}
    for digit in digits:
        near = mesh.setdefault((int(digit[1][0] / PLACE), int(digit[1][1] / PLACE)), [])
        if digit[0] not in cut and len(near) < MAX_NEAR:
            near.append(digit)
    found: set[int] = set()
    for place, box, ink in digits:
        frame = frames.get(ink.piece) if place in cut else None
        if frame:
            column, row = int(box[0] / PLACE), int(box[1] / PLACE)
            around = (digit for i in (-1, 0, 1) for j in (-1, 0, 1) for digit in mesh.get((column + i, row + j), ()))
            found |= {other for other, seen, _ in around if _is_inside(seen, frame) and _goes_on(seen, box, frame)}
    return found


def _goes_on(seen: Box, digit: Box, frame: Box) -> bool:
    """Return whether two digits stand beside one another, or in two lines of a frame that has few."""
    high = digit[3] - digit[1]
    gap = max(digit[0], seen[0]) - min(digit[2], seen[2])
    down = max(digit[1], seen[1]) - min(digit[3], seen[3])
    return gap < NEAR * high and (down < 0 or (down < high and frame[3] - frame[1] < FIELD * high))


class _Frames:
    """The boxes to which texts are cut; those that share their paths share one."""

    def __init__(self) -> None:
        self._left = MAX_STEPS
        self._known: dict[tuple[int, ...], Box] = {}

    def __call__(self, item: Any) -> Box | None:
        """Return the box that all paths share to which a text is cut; None where there are too many of them."""
        import pypdfium2.raw as pdfium

        clip = pdfium.FPDFPageObj_GetClipPath(item)
        count = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
        if not 0 < count <= MOST_PATHS:
            return EVERYWHERE
        self._left -= count
        if self._left < 0:
            return None
        sizes = [pdfium.FPDFClipPath_CountPathSegments(clip, path) for path in range(count)]
        paths = [(path, size) for path, size in enumerate(sizes) if 0 < size <= MOST_SEGMENTS]
        # pdfium keeps the paths once for all the texts behind them, and what is kept in one place is one path.
        shared = tuple(address(pdfium.FPDFClipPath_GetPathSegment(clip, path, 0)) for path, _ in paths)
        if shared not in self._known:
            self._left -= sum(size for _, size in paths)
            if self._left < 0:
                return None
            self._known[shared] = _frame(clip, paths)
        return self._known[shared]


def _frame(clip: Any, paths: Sequence[tuple[int, int]]) -> Box:
    """Return the box that paths share, each told by its number and how many segments it has."""
    import pypdfium2.raw as pdfium

    left, bottom, right, top = EVERYWHERE
    x, y = c_float(), c_float()
    for path, size in paths:
        xs: list[float] = []
        ys: list[float] = []
        for number in range(size):
            if pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, path, number), byref(x), byref(y)):
                xs.append(x.value)
                ys.append(y.value)
        if xs:
            left, bottom, right, top = max(left, min(xs)), max(bottom, min(ys)), min(right, max(xs)), min(top, max(ys))
    return left, bottom, right, top


def _moved(frame: Box, item: Any, matrix: Matrix) -> Box:
    """Return a frame on the page: it is told in the space of the object that holds the text, `matrix` places the text itself."""
    own = matrix_of(item)
    a, b, c, d, e, f = own
    scale = a * d - b * c
    if own == matrix or not scale:
        return frame
    back = d / scale, -b / scale, -c / scale, a / scale, (c * f - d * e) / scale, (b * e - a * f) / scale
    p, q, r, s, t, u = composed(back, matrix)
    corners = [(x, y) for x in (frame[0], frame[2]) for y in (frame[1], frame[3])]
    xs, ys = [p * x + r * y + t for x, y in corners], [q * x + s * y + u for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _is_inside(digit: Box, frame: Box) -> bool:
    across = min(digit[2], frame[2]) - max(digit[0], frame[0])
    up = min(digit[3], frame[3]) - max(digit[1], frame[1])
    return across >= SEEN * (digit[2] - digit[0]) and up >= SEEN * (digit[3] - digit[1])
