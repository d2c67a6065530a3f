"""What do the annotations of a PDF page hide or add? Whoever corrects a printed page puts a text box over the old number.

pdfium's text is that of the page alone. So annotations that say how they look are drawn into the page first, as any viewer
shows them; a digit under one that leaves its look to the viewer is one that nobody knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from gongkai.indexer.readers.pdf.rules import Box

__all__ = ["shown"]

MAX_ANNOTATIONS = 5_000
HIDDEN, NO_VIEW = 2, 32  # flags
NO_LOOK = 2  # bytes of the empty string that stands for no appearance


def shown(open_page: Callable[[], Any]) -> tuple[Any, list[Box]]:
    """Return the page with its annotations drawn into it, and the boxes of those of which the look is not known."""
    import pypdfium2.raw as pdfium

    page = open_page()
    count = min(pdfium.FPDFPage_GetAnnotCount(page.raw), MAX_ANNOTATIONS)
    looks = list(_looks(page.raw, count)) if count > 0 else []
    if not looks:
        return page, []
    drawn = pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_FAIL
    page.close()
    return open_page(), [box for box, has_look in looks if not (drawn and has_look)]


def _looks(page: Any, count: int) -> Iterator[tuple[Box, bool]]:
    """Yield the boxes of the annotations that hide or add something, with whether their look tells what is to be read."""
    import pypdfium2.raw as pdfium

    silent = {pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP}
    opaque = {pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STRIKEOUT}
    for index in range(count):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind, flags = pdfium.FPDFAnnot_GetSubtype(annotation), pdfium.FPDFAnnot_GetFlags(annotation)
        if flags & NO_VIEW:  # what is only printed would be drawn
            pdfium.FPDFAnnot_SetFlags(annotation, flags | HIDDEN)
        has_look = pdfium.FPDFAnnot_GetAP(annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL, None, 0) > NO_LOOK
        if kind not in silent and not flags & (HIDDEN | NO_VIEW) and (has_look or kind in opaque or _is_filled(annotation, kind)):
            rect = pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(annotation, rect)
            left, right = sorted((rect.left, rect.right))
            bottom, top = sorted((rect.bottom, rect.top))
            yield (left, bottom, right, top), has_look and kind != pdfium.FPDF_ANNOT_STRIKEOUT
        pdfium.FPDFPage_CloseAnnot(annotation)


def _is_filled(annotation: Any, kind: int) -> bool:
    """Return whether a shape is filled, where it does not say how it looks."""
    import pypdfium2.raw as pdfium

    if kind not in (pdfium.FPDF_ANNOT_SQUARE, pdfium.FPDF_ANNOT_CIRCLE, pdfium.FPDF_ANNOT_POLYGON):
        return False
    return bool(pdfium.FPDFAnnot_HasKey(annotation, b"IC"))
