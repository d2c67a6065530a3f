"""How much ink do the digits of a PDF page leave? Printed in the colour of the ground nobody sees them, pale ones may be a watermark.

Invisible text is what the text layer of a scan is made of: there it is read, and nowhere else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from ctypes import byref, c_double, c_uint, c_void_p, cast
from math import hypot, inf
from statistics import median_high
from typing import Any, NamedTuple

from gongkai.indexer.readers.pdf.rules import Box, Matrix, holds, objects

__all__ = [
    "CLEAR",
    "CONTRAST",
    "FAINT",
    "MAX_TESTS",
    "PALE",
    "Ground",
    "Ink",
    "address",
    "ink_of",
    "levels",
    "unit_square",
    "watermarks",
]

MAX_TESTS = 1_000_000  # of a digit and a box, or another digit; a page has 50,000

CLEAR, PALE, FAINT = 2, 1, 0
"""A digit that is surely read; one that is paler than the others; one that nobody sees."""

Colour = tuple[float, float, float]
WHITE: Colour = (255, 255, 255)
CONTRAST = 20  # of 255, in any colour: with less the digit is not told from its ground
LIGHT = 170  # of 255, each colour: a digit so light is pale
TRANSPARENT = 128  # of 255: a digit that lets more through is pale
FEWER = 0.5  # of the words of a page are pale at most: with more of them that is how it prints
OFTEN, LONG = 3, 4  # times that a watermark of so many characters is printed on a page
LARGE = 1.6  # of the height of most digits
MAX_PICTURES = 500


class Ink(NamedTuple):
    """What paints a text: the number of its object in the file, whether it is painted at all, its colour and opacity."""

    piece: int
    painted: bool = True
    colour: Colour = (0, 0, 0)
    alpha: float = 255
    size: float = 0.0  # of its type on the page
    base: float = 0.0  # where its base line is, up from the page's corner

    @property
    def pale(self) -> bool:
        """Whether it is paler than numbers are printed."""
        return min(self.colour) >= LIGHT or self.alpha <= TRANSPARENT


class Ground(NamedTuple):
    """A filled shape: its number in the order of painting, its box, its colour (None for a pattern) and opacity."""

    number: int
    box: Box
    colour: Colour | None
    alpha: float


Digit = tuple[int, Box, Ink]
"""A character's place in the text of the page, its box, its ink."""


def address(item: Any) -> int:
    """Return what tells an object of the page from the others."""
    return cast(item, c_void_p).value or 0


def ink_of(text: Any, index: int, known: dict[int, Ink]) -> Ink:
    """Return the ink of a character; all characters of an object have one, `known` are those that were met."""
    import pypdfium2.raw as pdfium

    item = pdfium.FPDFText_GetTextObject(text, index)
    piece = address(item) if item else 0
    if piece in known:
        return known[piece]
    mode = pdfium.FPDFTextObj_GetTextRenderMode(item) if item else pdfium.FPDF_TEXTRENDERMODE_FILL
    unpainted = {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}
    outlined = mode in (pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP)
    red, green, blue, alpha = (c_uint() for _ in range(4))
    told = pdfium.FPDFText_GetStrokeColor if outlined else pdfium.FPDFText_GetFillColor
    ink = Ink(piece, mode not in unpainted)
    if told(text, index, *map(byref, (red, green, blue, alpha))):
        ink = ink._replace(colour=(red.value, green.value, blue.value), alpha=alpha.value)
    known[piece] = ink = _measured(text, index, ink)
    return ink


def _measured(text: Any, index: int, ink: Ink) -> Ink:
    """Return the ink with the size and the base line of its text."""
    import pypdfium2.raw as pdfium

    matrix, x, y = pdfium.FS_MATRIX(), c_double(), c_double()
    told = pdfium.FPDFText_GetMatrix(text, index, byref(matrix)) and pdfium.FPDFText_GetCharOrigin(
        text, index, byref(x), byref(y)
    )
    along = hypot(matrix.a, matrix.b) if told else 0.0
    if not along:
        return ink
    up = -matrix.b / along, matrix.a / along  # upright to the base line, even where the type is slanted
    size = abs(matrix.c * up[0] + matrix.d * up[1]) * pdfium.FPDFText_GetFontSize(text, index)
    return ink._replace(size=size, base=x.value * up[0] + y.value * up[1])


def levels(page: Any, digits: Sequence[Digit], under: dict[int, Ground], is_layer: bool) -> dict[int, int]:
    """Return PALE or FAINT for the places of digits that are not CLEAR.

    `under` has, for the place of a digit, the shape on which it is printed; `is_layer` says that the text is invisible as a whole.
    """
    faint = {place for place, _, ink in digits if _is_faint(ink, under.get(place), is_layer)}
    pale = {place for place, _, ink in digits if ink.pale and place not in under}
    if faint or pale:
        pictures = _pictures(page)
        if len(pictures) * len(digits) > MAX_TESTS:
            return {}
        on_them = {place for place, box, _ in digits if any(holds(picture, box) for picture in pictures)}
        faint, pale = faint - on_them, pale - on_them - faint
    return dict.fromkeys(pale, PALE) | dict.fromkeys(faint, FAINT)


def watermarks(pale: Collection[int], printed: Sequence[tuple[int, str, Box, Ink]]) -> tuple[set[int], set[int]]:
    """Return the places of the characters of watermarks, and those of pale digits that may be one's; `printed` is the whole page.

    Transparent text is one, and pale text that is much larger than the numbers or printed again and again. A page that prints
    most of its words pale has none.
    """
    texts: dict[int, list[tuple[int, str, Box]]] = {}
    for place, char, box, ink in printed:
        texts.setdefault(ink.piece, []).append((place, char, box))
    inks = {ink.piece: ink for _, _, _, ink in printed}
    words = {piece: "".join(char for _, char, _ in text) for piece, text in texts.items()}
    pieces = {ink.piece for place, _, _, ink in printed if place in pale}
    said = {words[piece] for piece in pieces}
    pieces |= {piece for piece in texts if inks[piece].pale and words[piece] in said}
    light = sum(map(len, {words[piece] for piece in texts if inks[piece].pale}))
    if light > FEWER * sum(map(len, set(words.values()))):
        return set(), set()
    times = Counter(words[piece] for piece in pieces)
    high = [_high(box) for _, char, box, ink in printed if char.isdigit() and not ink.pale]
    most = LARGE * median_high(high) if high else inf
    dropped: set[int] = set()
    for piece in pieces:
        again = times[words[piece]] >= OFTEN and len(words[piece]) >= LONG
        if inks[piece].alpha <= TRANSPARENT or again or max(_high(box) for _, _, box in texts[piece]) > most:
            dropped |= {place for place, _, _ in texts[piece]}
    return dropped, set(pale) - dropped if high else set()  # where no number is dark, that is how they are printed


def _high(box: Box) -> float:
    return max(box[3] - box[1], box[2] - box[0])


def _is_faint(ink: Ink, ground: Ground | None, is_layer: bool) -> bool:
    if not ink.painted:
        return not is_layer
    if ground is not None and ground.colour is None:
        return False
    base = WHITE if ground is None or ground.colour is None else _blended(ground.colour, ground.alpha, WHITE)
    shown = _blended(ink.colour, ink.alpha, base)
    return max(abs(one - other) for one, other in zip(shown, base, strict=True)) < CONTRAST


def _blended(colour: Colour, alpha: float, base: Colour) -> Colour:
    red, green, blue = (one * alpha / 255 + other * (1 - alpha / 255) for one, other in zip(colour, base, strict=True))
    return red, green, blue


def _pictures(page: Any) -> list[Box]:
    """Return the boxes of the pictures and shadings of a page: what is printed on them has a ground that nobody can tell."""
    import pypdfium2.raw as pdfium

    found: list[Box] = []
    for _, item, matrix in objects(page.raw, {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING}):
        is_picture = pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE
        found.append(unit_square(matrix) if is_picture else page.get_bbox())
        if len(found) > MAX_PICTURES:
            break
    return found


def unit_square(matrix: Matrix) -> Box:
    """Return the box of a picture that is placed so."""
    a, b, c, d, e, f = matrix
    xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
    return min(xs), min(ys), max(xs), max(ys)
