"""How is a page made level that was scanned a little askew? Its text layer says by how much its characters are turned."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median
from typing import Protocol, TypeVar

from gongkai.indexer.readers.pdf.rules import Matrix
from gongkai.indexer.readers.pdf.seen import Box

__all__ = ["about", "levelled", "slant_of"]

LEAST = 0.003  # a 6th of a degree: the ends of a line are 1.5 points apart in height


class _Glyph(Box, Protocol):
    def _replace(self: _G, *, x0: float, top: float, x1: float, bottom: float) -> _G: ...


_G = TypeVar("_G", bound=_Glyph)


def slant_of(slants: Sequence[float]) -> float:
    """Return by how much most characters are turned, clockwise; 0 where a page is level."""
    slant = median(slants) if slants else 0.0
    return slant if abs(slant) >= LEAST else 0.0


def about(corner: tuple[float, float], slant: float) -> Matrix:
    """Return what turns the points of a page (y upward) about a corner so that text of that slant is level."""
    (x, y), across, up = corner, math.cos(slant), math.sin(slant)
    return across, up, -up, across, x - across * x + up * y, y - up * x - across * y


def levelled(glyphs: Sequence[_G], slant: float) -> list[_G]:
    """Return the glyphs turned about the sheet's corner so that text of that slant stands level."""
    across, down = math.cos(slant), math.sin(slant)
    turned: list[_G] = []
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        right, below = x * across + y * down - x, y * across - x * down - y
        turned.append(
            glyph._replace(x0=glyph.x0 + right, top=glyph.top + below, x1=glyph.x1 + right, bottom=glyph.bottom + below)
        )
    return turned
