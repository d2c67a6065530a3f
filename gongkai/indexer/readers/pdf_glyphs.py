"""What is drawn on a PDF page? pypdfium2 → upright sheets of glyphs and ruling lines.

Coordinates are points from the sheet's upper left corner, y downward. A page printed on its side (by /Rotate
or by turned text) is turned upright: the direction that most glyphs have decides. Text at another angle, a
watermark, is left out, and so is what lies outside the page.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from ctypes import byref, c_double, c_float, c_int
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

__all__ = ["Glyph", "Rule", "Sheet", "draw"]

MAX_GLYPHS = 60_000  # a full page of text has 2,000
MAX_OBJECTS = 60_000
MAX_RULES = 4_000  # after that it is a drawing, not a table
MAX_DEPTH = 8  # of form objects
THIN = 3.0  # a filled rectangle no thicker is a line
SLANT = 1.0  # points by which a straight line may be off
LOW = 0.7  # of an em: a box less high, under a character as wide as that, is its ink
BELOW = 0.12  # of an em: what Han characters have below the base line
VERTICAL = 8  # a character's box so many times its ink both ways is pdfium's for a vertical font


class Glyph(NamedTuple):
    """One printed character in its box, as wide as its advance."""

    char: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def em(self) -> float:
        """Type size, close enough: fonts state boxes of 1.0 to 1.4 em."""
        return max((self.bottom - self.top) * 0.8, self.x1 - self.x0)


class Rule(NamedTuple):
    """One straight line, across or down."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def across(self) -> bool:
        """Whether it runs from left to right."""
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Sheet:
    """An upright page."""

    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[Rule]


_Box = tuple[float, float, float, float]  # left, bottom, right, top; y upward, as PDF has it
_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1, 0, 0, 1, 0, 0)


def draw(page: Any) -> Sheet:
    """Return the upright sheet of a `pypdfium2.PdfPage`."""
    left, bottom, right, top = page.get_bbox()
    turned = Counter[int]()
    drawn: list[tuple[str, int, _Box]] = []
    for char, angle, box in _characters(page):
        quarter = round(angle / (math.pi / 2))
        if abs(angle - quarter * math.pi / 2) < 0.1:
            turned[-quarter % 4] += 1  # pdfium counts with the clock
            drawn.append((char, -quarter % 4, box))
    way = turned.most_common(1)[0][0] if turned else 0
    upright = _Turn(way, left, bottom, right, top)
    glyphs = [Glyph(char, *upright(box)) for char, quarter, box in drawn if quarter == way]
    rules = [Rule(*upright(box)) for box in _lines(page)]
    width, height = upright.width, upright.height
    kept = [g for g in glyphs if 0 <= g.x0 + g.x1 <= 2 * width and 0 <= g.top + g.bottom <= 2 * height]
    return Sheet(width, height, _once(kept), rules)


class _Turn:
    """Turn boxes of the page so that text in direction `way` (quarters, against the clock) is upright."""

    def __init__(self, way: int, left: float, bottom: float, right: float, top: float) -> None:
        self.way, self.edges = way, (left, bottom, right, top)
        across, up = right - left, top - bottom
        self.width, self.height = (up, across) if way % 2 else (across, up)

    def __call__(self, box: _Box) -> tuple[float, float, float, float]:
        left, bottom, right, top = self.edges
        x0, y0, x1, y1 = box
        if self.way == 0:
            return x0 - left, top - y1, x1 - left, top - y0
        if self.way == 1:
            return y0 - bottom, x0 - left, y1 - bottom, x1 - left
        if self.way == 2:
            return right - x1, y0 - bottom, right - x0, y1 - bottom
        return top - y1, right - x1, top - y0, right - x0


def _characters(page: Any) -> Iterator[tuple[str, float, _Box]]:
    """Yield each printed character, its angle and its box: as wide as its advance, as high as its font."""
    import pypdfium2.raw as pdfium

    text = page.get_textpage()
    try:
        high = 0
        for index in range(min(text.count_chars(), MAX_GLYPHS)):
            code = pdfium.FPDFText_GetUnicode(text.raw, index)
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000:
                code, high = (0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD), 0
            if code <= 0x20 or code > 0x10FFFF or chr(code).isspace() or pdfium.FPDFText_IsGenerated(text.raw, index) == 1:
                continue
            angle = pdfium.FPDFText_GetCharAngle(text.raw, index)
            if box := _box(text.raw, index, sideways=round(angle / (math.pi / 2)) % 2 == 1):
                yield chr(code), angle, box
    finally:
        text.close()


def _box(text: Any, index: int, *, sideways: bool) -> _Box | None:
    """Return the box of a character's advance; of its ink, where a vertical font makes the former many times larger.

    A font that states no height gets its characters' ink for one, and a comma would fall out of its line: such a box
    is made as high as the type.
    """
    import pypdfium2.raw as pdfium

    loose, ink = pdfium.FS_RECTF(), [c_double() for _ in range(4)]
    if not pdfium.FPDFText_GetLooseCharBox(text, index, byref(loose)):
        return None
    if pdfium.FPDFText_GetCharBox(text, index, *map(byref, ink)):
        left, right, bottom, top = (edge.value for edge in ink)
        wide, high = (loose.right - loose.left) / VERTICAL, (loose.top - loose.bottom) / VERTICAL
        if 0 < right - left < wide and 0 < top - bottom < high:
            return left, bottom, right, top
    box = loose.left, loose.bottom, loose.right, loose.top
    advance, height = loose.right - loose.left, loose.top - loose.bottom
    if sideways:
        advance, height = height, advance
    return _as_high_as_type(text, index, box, height, sideways=sideways) if height < LOW * advance else box


def _as_high_as_type(text: Any, index: int, box: _Box, height: float, *, sideways: bool) -> _Box:
    """Return the box from below the base line to the top of the type, where the font's own is much lower."""
    import pypdfium2.raw as pdfium

    matrix, x, y = pdfium.FS_MATRIX(), c_double(), c_double()
    told = pdfium.FPDFText_GetMatrix(text, index, byref(matrix)), pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
    size = pdfium.FPDFText_GetFontSize(text, index)
    up = (matrix.c if sideways else matrix.d) * size
    if not all(told) or height >= LOW * abs(up):
        return box
    base = x.value if sideways else y.value
    low, high = sorted((base - BELOW * up, base + (1 - BELOW) * up))
    return (low, box[1], high, box[3]) if sideways else (box[0], low, box[2], high)


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """Drop the second print of a character on (nearly) the same spot: bold by overprinting."""
    seen: dict[tuple[str, int, int], Glyph] = {}
    kept: list[Glyph] = []
    for glyph in glyphs:
        reach = max(glyph.x1 - glyph.x0, 1) * 0.3
        column, row = round(glyph.x0 / 4), round(glyph.top / 4)
        near = (seen.get((glyph.char, column + i, row + j)) for i in (-1, 0, 1) for j in (-1, 0, 1))
        if any(n and abs(n.x0 - glyph.x0) < reach and abs(n.top - glyph.top) < reach for n in near):
            continue
        seen[glyph.char, column, row] = glyph
        kept.append(glyph)
    return kept


def _lines(page: Any) -> list[_Box]:
    """Return the straight lines of a page, stroked or drawn as thin rectangles; none of a drawing."""
    found: list[_Box] = []
    for path, matrix in _paths(page.raw):
        found += _of_path(path, matrix)
        if len(found) > MAX_RULES * 4:
            return []
    return found


def _paths(page: Any) -> Iterator[tuple[Any, _Matrix]]:
    """Yield every path object, also inside form objects, and what places it on the page."""
    import pypdfium2.raw as pdfium

    todo = [(page, _IDENTITY, 0)]
    budget = MAX_OBJECTS
    while todo:
        parent, outer, depth = todo.pop()
        count, get = (
            (pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject)
            if depth
            else (pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject)
        )
        for index in range(min(count(parent), budget)):
            budget -= 1
            item = get(parent, index)
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM):
                continue
            matrix = _compose(_matrix_of(item), outer)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                yield item, matrix
            elif depth < MAX_DEPTH:
                todo.append((item, matrix, depth + 1))


def _matrix_of(item: Any) -> _Matrix:
    import pypdfium2.raw as pdfium

    m = pdfium.FS_MATRIX()
    return (m.a, m.b, m.c, m.d, m.e, m.f) if pdfium.FPDFPageObj_GetMatrix(item, byref(m)) else _IDENTITY


def _compose(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _of_path(path: Any, matrix: _Matrix) -> list[_Box]:
    """Return the lines of one path: edges when stroked, thin shapes and frames when filled."""
    import pypdfium2.raw as pdfium

    fill, stroke = c_int(), c_int()
    if not pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke)):
        return []
    shapes = _subpaths(path, matrix)
    edges = [edge for shape in shapes for edge in _edges(shape)]
    if stroke.value:
        return edges
    if not fill.value:
        return []
    boxes = [_bounds(shape) for shape in shapes]
    thin = [box for box in boxes if min(box[2] - box[0], box[3] - box[1]) <= THIN]
    framed = len(boxes) == 2 and not thin  # an outer and an inner edge, the space between them filled
    return edges if framed else [_middle(box) for box in thin if max(box[2] - box[0], box[3] - box[1]) > THIN]


def _subpaths(path: Any, matrix: _Matrix) -> list[list[tuple[float, float]]]:
    """Return the corner points of each subpath; a curve counts as its end point."""
    import pypdfium2.raw as pdfium

    a, b, c, d, e, f = matrix
    shapes: list[list[tuple[float, float]]] = []
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


def _edges(shape: list[tuple[float, float]]) -> list[_Box]:
    """Return the edges that run across or down; a thin stroked rectangle's short ends are lost, rightly."""
    return [
        (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        for (x0, y0), (x1, y1) in pairwise(shape)
        if min(abs(x1 - x0), abs(y1 - y0)) <= SLANT and max(abs(x1 - x0), abs(y1 - y0)) > THIN
    ]


def _bounds(shape: list[tuple[float, float]]) -> _Box:
    xs, ys = [x for x, _ in shape], [y for _, y in shape]
    return min(xs), min(ys), max(xs), max(ys)


def _middle(box: _Box) -> _Box:
    """Return the middle line of a thin box."""
    x0, y0, x1, y1 = box
    if x1 - x0 >= y1 - y0:
        return x0, (y0 + y1) / 2, x1, (y0 + y1) / 2
    return (x0 + x1) / 2, y0, (x0 + x1) / 2, y1
