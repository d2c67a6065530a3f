"""How opaque is what a PDF page prints as a group? A browser prints transparent text so: the group fades, the text in it says nothing of it.

By a mask or a way of mixing colours a group may vanish too: a page that has such groups is drawn, which takes 20 ms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import byref, c_uint
from typing import Any

from gongkai.indexer.readers.pdf.rules import MAX_DEPTH, MAX_OBJECTS, Box, listed
from gongkai.indexer.readers.pdf.visible.ink import CONTRAST, Ink, address, ink_of
from gongkai.indexer.readers.pdf.visible.layers import contrasts

__all__ = ["Printed", "faded"]

OPAQUE = 255.0
LESS = 0.4  # of what its opacity says: a digit that stands out no more from what is around it fades in another way too

Printed = tuple[int, str, float, Box, Ink | None]
"""A character with its place, its angle, its box and, of a digit, its ink."""


def faded(page: Any, text: Any, printed: Sequence[Printed], inks: dict[int, Ink]) -> list[Printed]:
    """Return what is printed, the digits of transparent groups in the ink that is seen, without words that are not; `inks` too are changed so."""
    grouped = dict(_grouped(page.raw))
    if not grouped:
        return list(printed)
    known = inks.copy()
    pieces = {one[0]: ink_of(text, one[0], known).piece for one in printed}
    digits = [(one[0], one[4]) for one in printed if one[4] and one[4].painted and one[4].piece in grouped]
    seen = contrasts(page, text, [place for place, _ in digits]) if digits else {}
    most: dict[int, float] = {}
    for place, ink in digits:
        most[ink.piece] = max(most.get(ink.piece, 0.0), seen.get(place, OPAQUE))
    for piece, contrast in most.items():
        alpha = inks[piece].alpha * grouped[piece] / OPAQUE
        inks[piece] = inks[piece]._replace(alpha=min(alpha, contrast) if contrast < LESS * alpha else alpha)
    away = {piece for piece, alpha in grouped.items() if alpha < CONTRAST}
    return [
        (place, char, angle, box, ink and inks[ink.piece])
        for place, char, angle, box, ink in printed
        if ink or pieces[place] not in away
    ]


def _grouped(page: Any) -> Iterator[tuple[int, float]]:
    """Yield the texts in transparent groups, and those that are mixed with what is under them, with the opacity of their groups."""
    import pypdfium2.raw as pdfium

    levels = [(listed(page, 0), OPAQUE, False)]
    number = 0
    while levels and number < MAX_OBJECTS:
        items, alpha, is_group = levels[-1]
        item = next(items, None)
        if item is None:
            levels.pop()
            continue
        number += 1
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and len(levels) <= MAX_DEPTH:
            is_own = bool(pdfium.FPDFPageObj_HasTransparency(item))
            levels.append((listed(item, len(levels)), alpha * (_alpha(item) if is_own else 1.0), is_group or is_own))
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT and (is_group or pdfium.FPDFPageObj_HasTransparency(item)):
            yield address(item), alpha


def _alpha(item: Any) -> float:
    """Return how opaque an object is, from 0 to 1."""
    import pypdfium2.raw as pdfium

    *colour, alpha = (c_uint() for _ in range(4))
    told = pdfium.FPDFPageObj_GetFillColor(item, *map(byref, (*colour, alpha)))
    return alpha.value / OPAQUE if told else 1.0
