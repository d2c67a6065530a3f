"""How is a page made level that was scanned a little askew? Its text layer says by how much its characters are turned."""

from __future__ import annotations

import math
from collections.abc import Sequence
from ctypes import byref, c_double
from statistics import median
from typing import Any

from gongkai.indexer.readers.pdf.glyph import Glyph
from gongkai.indexer.readers.pdf.rules import Box as Box4
from gongkai.indexer.readers.pdf.rules import Matrix

__all__ = ["about", "direction", "levelled", "slant_of", "unslanted"]

LEAST = 0.003  # a 6th of a degree: the ends of a line are 1.5 points apart in height


def direction(text: Any, index: int) -> tuple[float, float]:
    """Return the angle at which a character's text runs, with the clock, and how far its type leans; pdfium takes the one for the other."""
    import pypdfium2.raw as pdfium

    angle = float(pdfium.FPDFText_GetCharAngle(text, index))
    m = pdfium.FS_MATRIX()
    turned = abs(angle - round(angle / (math.pi / 2)) * math.pi / 2) > LEAST
    if not turned or not pdfium.FPDFText_GetMatrix(text, index, byref(m)):
        return angle, 0.0
    size = m.a * m.a + m.b * m.b
    return math.atan2(-m.b, m.a) % math.tau, (m.a * m.c + m.b * m.d) / size if size else 0.0


def unslanted(text: Any, index: int, box: Box4, lean: float) -> Box4:
    """Return the box of a character of level type that leans without what it leans: it begins at the character's origin."""
    import pypdfium2.raw as pdfium

    x, y = c_double(), c_double()
    wide = box[2] - box[0] - abs(lean) * (box[3] - box[1])
    if wide <= 0 or not pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y)):
        return box
    return x.value, box[1], x.value + wide, box[3]


def slant_of(slants: Sequence[float]) -> float:
    """Return by how much most characters are turned, clockwise; 0 where a page is level."""
    slant = median(slants) if slants else 0.0
    return slant if abs(slant) >= LEAST else 0.0


def about(corner: tuple[float, float], slant: float) -> Matrix:
    """Return what turns the points of a page (y upward) about a corner so that text of that slant is level."""
    (x, y), across, up = corner, math.cos(slant), math.sin(slant)
    return across, up, -up, across, x - across * x + up * y, y - up * x - across * y


def levelled(glyphs: Sequence[Glyph], slant: float) -> list[Glyph]:
    """Return the glyphs turned about the sheet's corner so that text of that slant stands level."""
    across, down = math.cos(slant), math.sin(slant)
    turned: list[Glyph] = []
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        right, below = x * across + y * down - x, y * across - x * down - y
        turned.append(
            glyph._replace(x0=glyph.x0 + right, top=glyph.top + below, x1=glyph.x1 + right, bottom=glyph.bottom + below)
        )
    return turned
