"""Which characters of a PDF page stand in a layer that is not shown, or under a patch? The page is drawn, and what leaves no ink is not read.

pdfium's text has the layers that are off too (an old number, another version of the report). Drawing a page takes 20 ms, so it
is done only for files that have layers at all, and for pages that have a picture over digits.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from ctypes import byref, c_double
from math import sqrt
from typing import Any

from gongkai.indexer.expressions import expression

__all__ = ["contrasts", "has_layers", "unseen", "unseen_words"]

SCALE = 2.0  # pixels a point: the thinnest stroke of type of 5 points is seen
LEAST_SCALE = 0.8
MAX_PIXELS = 16_000_000  # a page of A4 has 2 million
CONTRAST = 16  # of 255, between the darkest and the lightest pixel of a character's box
SPECK = 0.5  # points: so small a box is no character's ink
MAX_PACKED = 20_000_000  # bytes of unpacked objects that are looked at

_LAYERS = b"/OCProperties"
_PACKED = expression(rb"/ObjStm.{0,400}?stream\r?\n", re.DOTALL)


def has_layers(content: bytes) -> bool:
    """Return whether a file has layers that can be hidden; true also where that is encrypted, or packed in a way that is not known."""
    if _LAYERS in content or b"/Encrypt" in content:
        return True
    left, at = MAX_PACKED, 0
    while match := _PACKED.search(content, at):
        at = content.find(b"endstream", match.end())
        at = at if at >= 0 else len(content)
        try:
            body = zlib.decompressobj().decompress(content[match.end() : at], left)
        except zlib.error:
            return True
        left -= len(body)
        if _LAYERS in body or left <= 0:
            return True
    return False


def unseen_words(page: Any, text: Any, printed: Sequence[tuple[int, str]]) -> set[int]:
    """Return the places of the characters, each told with its place, where the page has no ink.

    Most words without ink are of a font that is not in the file and not on this machine: then only digits tell, which pdfium
    can always draw.
    """
    found = unseen(page, text, [place for place, _ in printed])
    words = {place for place, char in printed if not char.isdigit()}
    return found - words if len(found & words) * 2 > len(words) else found


def unseen(page: Any, text: Any, places: Sequence[int]) -> set[int]:
    """Return those of the places where the page, as it is shown, has no ink; none where it is too large to be drawn."""
    return {place for place, contrast in contrasts(page, text, places).items() if contrast < CONTRAST}


def contrasts(page: Any, text: Any, places: Sequence[int]) -> dict[int, int]:
    """Return for places by how much, of 255, the lightest point of the page differs there from the darkest; none of a page too large."""
    left, bottom, right, top = page.get_bbox()
    scale = min(SCALE, sqrt(MAX_PIXELS / max((right - left) * (top - bottom), 1.0)))
    if scale < LEAST_SCALE:
        return {}
    bitmap = page.render(scale=scale, rotation=-page.get_rotation() % 360, grayscale=True)
    pixels, wide, high, stride = bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride
    found: dict[int, int] = {}
    for place in places:
        box = _ink(text, place)
        if box is None:
            continue
        x0, x1 = max(int((box[0] - left) * scale), 0), min(int((box[2] - left) * scale) + 1, wide)
        y0, y1 = max(int((top - box[3]) * scale), 0), min(int((top - box[1]) * scale) + 1, high)
        rows = [pixels[y * stride + x0 : y * stride + x1] for y in range(y0, y1)] if x0 < x1 else []
        if rows:
            found[place] = max(map(max, rows)) - min(map(min, rows))
    return found


def _ink(text: Any, place: int) -> tuple[float, float, float, float] | None:
    """Return the box of a character's ink; None where it has none."""
    import pypdfium2.raw as pdfium

    left, right, bottom, top = edges = [c_double() for _ in range(4)]
    if not pdfium.FPDFText_GetCharBox(text, place, *map(byref, edges)):
        return None
    box = left.value, bottom.value, right.value, top.value
    return box if min(box[2] - box[0], box[3] - box[1]) >= SPECK else None
