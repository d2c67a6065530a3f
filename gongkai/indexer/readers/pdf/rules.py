"""Which straight lines are drawn on a PDF page? Strokes and thin filled rectangles, also inside form objects.

Those too short for a table's may be the minus before a number, slanted ones may strike one: they are told apart.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from ctypes import byref, c_float, c_int
from itertools import pairwise
from math import inf
from typing import Any, NamedTuple

__all__ = [
    "MAX_DEPTH",
    "MAX_OBJECTS",
    "Box",
    "Drawn",
    "Matrix",
    "Point",
    "Segment",
    "composed",
    "drawn_lines",
    "holds",
    "listed",
    "matrix_of",
    "objects",
    "shaded",
    "subpaths",
]

MAX_OBJECTS = 60_000
MAX_RULES = 4_000  # after that it is a drawing, not a table
MAX_DEPTH = 8  # of form objects
THIN = 3.0  # a filled rectangle no thicker is a line
SLANT = 1.0  # points by which a straight line may be off
SHORT = 1.2  # points: the minus of type of 4 points is no shorter
STEP = 2.6  # points between two pieces of a dotted line, at most
DOTS = 4  # pieces that make a line, at least
SAME_LEVEL = 0.3  # points: pieces of one line are as high
WAVE, WIDE, FEWEST_POINTS = 6.0, 1.5, 4  # points: a wavy line is no higher; times as wide as high; points that it goes through
CURVED = 0.05  # points: a piece that goes so far across and up or down is neither
FLAT = 1.5  # times as long as it is thick is a short line at least

Box = tuple[float, float, float, float]  # left, bottom, right, top; y upward, as PDF has it
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)

Point = tuple[float, float]
Segment = tuple[Point, Point]


class Drawn(NamedTuple):
    """The straight lines of a page: those across and down, those too short for a table's, the slanted ones."""

    lines: list[Box]
    dashes: list[Box]
    slanted: list[Segment]
    dots: list[Box]


def drawn_lines(page: Any, turn: Matrix = _IDENTITY) -> Drawn:
    """Return the straight lines of a page that is turned so, stroked or drawn as thin rectangles; none of a drawing."""
    import pypdfium2.raw as pdfium

    found = Drawn([], [], [], [])
    for _, item, matrix in objects(page.raw, {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING}):
        placed = matrix if turn is _IDENTITY else composed(matrix, turn)
        if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_PATH:
            _collect(item, placed, found)
        else:
            _fill([shaded(item, placed)], found)
        if len(found.lines) > MAX_RULES * 4:
            return Drawn([], [], [], [])
    return _joined(found)


def holds(outer: Box, box: Box) -> bool:
    """Return whether the middle of a box lies in another one."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def objects(page: Any, kinds: Collection[int]) -> Iterator[tuple[int, Any, Matrix]]:
    """Yield the objects of these kinds in the order of painting: its number, the object, what places it on the page.

    Those inside form objects are among them.
    """
    import pypdfium2.raw as pdfium

    levels = [(listed(page, 0), _IDENTITY)]
    number = 0
    while levels and number < MAX_OBJECTS:
        item = next(levels[-1][0], None)
        if item is None:
            levels.pop()
            continue
        number += 1
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind in kinds:
            yield number, item, composed(matrix_of(item), levels[-1][1])
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and len(levels) <= MAX_DEPTH:
            levels.append((listed(item, len(levels)), composed(matrix_of(item), levels[-1][1])))


def listed(parent: Any, depth: int) -> Iterator[Any]:
    """Yield the objects of a page, or of a form object."""
    import pypdfium2.raw as pdfium

    if depth:
        return (pdfium.FPDFFormObj_GetObject(parent, index) for index in range(pdfium.FPDFFormObj_CountObjects(parent)))
    return (pdfium.FPDFPage_GetObject(parent, index) for index in range(pdfium.FPDFPage_CountObjects(parent)))


def matrix_of(item: Any) -> Matrix:
    """Return what places an object in the one that holds it."""
    import pypdfium2.raw as pdfium

    m = pdfium.FS_MATRIX()
    return (m.a, m.b, m.c, m.d, m.e, m.f) if pdfium.FPDFPageObj_GetMatrix(item, byref(m)) else _IDENTITY


def composed(inner: Matrix, outer: Matrix) -> Matrix:
    """Return what does first the one, then the other."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _collect(path: Any, matrix: Matrix, found: Drawn) -> None:
    """Add the lines of one path: edges when stroked, thin shapes and frames when filled."""
    import pypdfium2.raw as pdfium

    fill, stroke = c_int(), c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke)) or not (fill.value or stroke.value):
        return
    drawn = subpaths(path, matrix)
    shapes = [shape for shape in drawn if not _is_wave(shape)]
    found.lines.extend(_middle(_bounds(shape)) for shape in drawn if _is_wave(shape))
    edges = [edge for shape in shapes for edge in _edges(shape)]
    if stroke.value:
        found.slanted.extend((shape[0], shape[1]) for shape in shapes if len(shape) == 2 and _is_slanted(*shape))
    else:
        boxes = [_bounds(shape) for shape in shapes]
        framed = len(boxes) == 2 and not any(map(_is_thin, boxes))  # an outer and an inner edge, the space between them filled
        _fill(boxes, found)
        edges = edges if framed else []
    _add(edges, found)


def _fill(boxes: Sequence[Box], found: Drawn) -> None:
    """Add the thin ones of boxes that are filled."""
    thin = [box for box in boxes if _is_thin(box)]
    found.dots.extend(box for box in thin if not _is_long(box))
    _add([_middle(box) for box in thin if _is_long(box)], found)


def _add(edges: Sequence[Box], found: Drawn) -> None:
    found.lines.extend(edge for edge in edges if max(edge[2] - edge[0], edge[3] - edge[1]) > THIN)
    found.dashes.extend(edge for edge in edges if max(edge[2] - edge[0], edge[3] - edge[1]) <= THIN)


def shaded(item: Any, matrix: Matrix) -> Box:
    """Return the box that a shading (a run of colours) fills: that of what it is clipped to."""
    import pypdfium2.raw as pdfium

    a, b, c, d, e, f = matrix
    edges = [c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *map(byref, edges))
    left, low, right, top = (edge.value for edge in edges)
    return _bounds([(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (low, top)])


def _is_thin(box: Box) -> bool:
    return min(box[2] - box[0], box[3] - box[1]) <= THIN


def _is_slanted(one: Point, other: Point) -> bool:
    return min(abs(one[0] - other[0]), abs(one[1] - other[1])) > SLANT


def _is_wave(shape: Sequence[Point]) -> bool:
    """Tell a curve that is drawn as a line is, low and wide: a wave strikes a number as a straight line does."""
    left, low, right, top = _bounds(shape)
    is_curved = any(min(abs(x1 - x0), abs(y1 - y0)) > CURVED for (x0, y0), (x1, y1) in pairwise(shape))
    return len(shape) >= FEWEST_POINTS and is_curved and top - low <= WAVE and right - left > max(THIN, WIDE * (top - low))


def _is_long(box: Box) -> bool:
    """Return whether a thin box is a line: much longer than thick where it is short; a dot is none."""
    wide, high = box[2] - box[0], box[3] - box[1]
    return max(wide, high) > THIN or max(wide, high) > max(SHORT, FLAT * min(wide, high))


def _joined(found: Drawn) -> Drawn:
    """Return the lines with those that are drawn as dots and short dashes; a browser prints dotted borders so."""
    pieces = found.dashes + found.dots
    chains = _chains(pieces) + [(chain, _flipped(line)) for chain, line in _chains(list(map(_flipped, pieces)))]
    used = {place for chain, _ in chains for place in chain}
    dashes = [dash for place, dash in enumerate(found.dashes) if place not in used]
    few = len(dashes) + len(found.slanted) <= MAX_RULES
    lines = found.lines + [line for _, line in chains]
    return Drawn(lines if len(lines) <= MAX_RULES * 4 else [], dashes if few else [], found.slanted if few else [], [])


def _chains(pieces: Sequence[Box]) -> list[tuple[list[int], Box]]:
    """Return the lines across that pieces make which stand behind one another, each with the places of its pieces."""
    by_level = sorted(((box[1] + box[3]) / 2, place) for place, box in enumerate(pieces))
    levels: list[list[int]] = []
    first = -inf
    for level, place in by_level:
        if level - first > SAME_LEVEL:
            levels.append([])
            first = level
        levels[-1].append(place)
    found: list[tuple[list[int], Box]] = []
    for places in levels:
        places.sort(key=lambda place: pieces[place][0])
        gaps = [at for at, (one, other) in enumerate(pairwise(places), 1) if pieces[other][0] - pieces[one][2] > STEP]
        for begin, end in pairwise([0, *gaps, len(places)]):
            chain = places[begin:end]
            box = _bounds([corner for place in chain for corner in (pieces[place][:2], pieces[place][2:])])
            if len(chain) >= DOTS and box[2] - box[0] > THIN:
                found.append((chain, _middle(box)))
    return found


def _flipped(box: Box) -> Box:
    """Return a box with its sides and its heights exchanged."""
    return box[1], box[0], box[3], box[2]


def subpaths(path: Any, matrix: Matrix) -> list[list[Point]]:
    """Return the corner points of each subpath; a curve counts as its end point."""
    import pypdfium2.raw as pdfium

    a, b, c, d, e, f = matrix
    shapes: list[list[Point]] = []
    x, y = c_float(), c_float()
    for index in range(min(pdfium.FPDFPath_CountSegments(path), MAX_OBJECTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y)):
            continue
        point = a * x.value + c * y.value + e, b * x.value + d * y.value + f
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO or not shapes:
            shapes.append([])
        shapes[-1].append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            shapes[-1].append(shapes[-1][0])
    return [shape for shape in shapes if len(shape) > 1]


def _edges(shape: list[Point]) -> list[Box]:
    """Return the edges that run across or down; a thin stroked rectangle's short ends are lost, rightly."""
    return [
        (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        for (x0, y0), (x1, y1) in pairwise(shape)
        if min(abs(x1 - x0), abs(y1 - y0)) <= SLANT and max(abs(x1 - x0), abs(y1 - y0)) > SHORT
    ]


def _bounds(shape: Sequence[Point]) -> Box:
    xs, ys = [x for x, _ in shape], [y for _, y in shape]
    return min(xs), min(ys), max(xs), max(ys)


def _middle(box: Box) -> Box:
    """Return the middle line of a thin box."""
    x0, y0, x1, y1 = box
    if x1 - x0 >= y1 - y0:
        return x0, (y0 + y1) / 2, x1, (y0 + y1) / 2
    return (x0 + x1) / 2, y0, (x0 + x1) / 2, y1
