"""What is drawn on a PDF page? pypdfium2 → upright sheets of glyphs and ruling lines.

Coordinates are points from the sheet's upper left corner, y downward. A page printed on its side (by /Rotate
or by turned text) is turned upright: the direction that most glyphs have decides. Text at another angle, a
watermark, is left out, and so is what lies outside the page. A page a little askew is made level, with its lines.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double
from dataclasses import dataclass
from typing import Any

from gongkai.indexer.readers.linear import LOST
from gongkai.indexer.readers.pdf.glyph import Glyph, Rule
from gongkai.indexer.readers.pdf.level import about, direction, levelled, slant_of, unslanted
from gongkai.indexer.readers.pdf.rules import Drawn, drawn_lines, holds
from gongkai.indexer.readers.pdf.visible.clipped import clipped
from gongkai.indexer.readers.pdf.visible.covered import covered, under_pictures
from gongkai.indexer.readers.pdf.visible.groups import Printed, faded
from gongkai.indexer.readers.pdf.visible.ink import CLEAR, MAX_TESTS, PALE, Ink, ink_of, levels, watermarks
from gongkai.indexer.readers.pdf.visible.layers import unseen, unseen_words
from gongkai.indexer.readers.pdf.visible.overlaid import cut_short, once
from gongkai.indexer.readers.pdf.visible.raised import with_marks
from gongkai.indexer.readers.pdf.visible.seen import without_unseen
from gongkai.indexer.readers.pdf.visible.strokes import crossed, with_minuses
from gongkai.indexer.readers.pdf.visible.uneven import without_uneven

__all__ = ["Sheet", "draw"]

MAX_GLYPHS = 60_000  # a full page of text has 2,000
LOW = 0.7  # of an em: a box less high, under a character as wide as that, is its ink
LAYER = 40  # words that tell whether the text of a page is invisible as a whole
BELOW = 0.12  # of an em: what Han characters have below the base line
VERTICAL = 8  # a character's box so many times its ink both ways is pdfium's for a vertical font
SPECK = 0.1  # points: less is no ink
LEANS = 0.05  # points a point of height: italic type leans 0.2 to 0.35
_SILENT = frozenset(map(chr, (*range(0x20), *range(0x7F, 0xA0), 0xAD, *range(0x200B, 0x2010), 0x2060, 0xFEFF, 0xFFFE, 0xFFFF)))


@dataclass(frozen=True, slots=True)
class Sheet:
    """An upright page."""

    width: float
    height: float
    glyphs: list[Glyph]
    rules: list[Rule]
    unmapped: int = 0  # of its characters: their font gives no meaning for them


_Box = tuple[float, float, float, float]  # left, bottom, right, top; y upward, as PDF has it


def draw(page: Any, veiled: Sequence[_Box] = (), *, layered: bool = False) -> Sheet:
    """Return the upright sheet of a `pypdfium2.PdfPage`; digits in the boxes `veiled` are unknown. `layered`: some of it may be hidden."""
    left, bottom, right, top = page.get_bbox()
    turned = Counter[int]()
    drawn: list[tuple[str, int, _Box, int, int]] = []
    slants: list[tuple[int, float]] = []
    inks: dict[int, Ink] = {}
    for char, angle, box, ink, piece in _characters(page, veiled, inks, layered=layered):
        quarter = round(angle / (math.pi / 2))
        if abs(angle - quarter * math.pi / 2) < 0.1:
            turned[-quarter % 4] += 1  # pdfium counts with the clock
            drawn.append((char, -quarter % 4, box, ink, piece))
            slants.append((-quarter % 4, angle - quarter * math.pi / 2))
    way = turned.most_common(1)[0][0] if turned else 0
    upright = _Turn(way, left, bottom, right, top)
    glyphs = [Glyph(char, *upright(box), ink, piece) for char, quarter, box, ink, piece in drawn if quarter == way]
    edges = drawn_lines(page)
    slant = slant_of([slant for quarter, slant in slants if quarter == way])
    if slant:
        level = drawn_lines(page, about(upright.corner, slant))
        if len(level.lines) >= len(edges.lines):  # else the text alone is askew
            glyphs, edges = levelled(glyphs, slant), level
    width, height = upright.width, upright.height
    kept: list[Glyph] = []
    for glyph in glyphs:
        inside = 0 <= glyph.x0 + glyph.x1 <= 2 * width and 0 <= glyph.top + glyph.bottom <= 2 * height
        if inside or (kept and _goes_on(kept[-1], glyph)):
            kept.append(glyph)
    unmapped = sum(_is_unmapped(glyph.char) for glyph in kept)
    kept, rules = _with_strokes(kept, edges, upright)
    return Sheet(width, height, without_uneven(with_marks(once(kept)), inks, rules), rules, unmapped)


def _is_unmapped(char: str) -> bool:
    """Return whether a font gives no meaning for a character: unknown, or of the private use area."""
    return char in "\ufffd\ufffe\uffff" or "\ue000" <= char <= "\uf8ff"


def _with_strokes(glyphs: Sequence[Glyph], drawn: Drawn, upright: _Turn) -> tuple[list[Glyph], list[Rule]]:
    """Return what is seen of the glyphs after the strokes over and before them, and the rules that are none of these strokes."""
    kept, rules = without_unseen(glyphs, [Rule(*upright(box)) for box in drawn.lines])
    ends = [[upright((*point, *point))[:2] for point in segment] for segment in drawn.slanted]
    lost = crossed(kept, [(one, other) for one, other in ends])
    kept = [glyph._replace(char=LOST) if number in lost else glyph for number, glyph in enumerate(kept)]
    minuses, strokes = with_minuses(kept, [*rules, *(Rule(*upright(box)) for box in drawn.dashes)])
    signs = [Glyph("-", dash.x0, digit.top, dash.x1, digit.bottom) for dash, digit in minuses]
    return kept + signs, [rule for number, rule in enumerate(rules) if number not in strokes]


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    """Return whether a digit goes on with a number: one that the edge of the paper cuts stays whole."""
    digits = last.char.isdigit() and glyph.char.isdigit()
    return digits and abs(glyph.x0 - last.x1) < 0.1 * glyph.em and abs(glyph.bottom - last.bottom) < 1


class _Turn:
    """Turn boxes of the page so that text in direction `way` (quarters, against the clock) is upright."""

    def __init__(self, way: int, left: float, bottom: float, right: float, top: float) -> None:
        self.way, self.edges = way, (left, bottom, right, top)
        across, up = right - left, top - bottom
        self.width, self.height = (up, across) if way % 2 else (across, up)

    @property
    def corner(self) -> tuple[float, float]:
        """The point of the page that is the sheet's upper left corner."""
        left, bottom, right, top = self.edges
        return [(left, top), (left, bottom), (right, bottom), (right, top)][self.way]

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


def _characters(
    page: Any, veiled: Sequence[_Box], inks: dict[int, Ink], *, layered: bool
) -> list[tuple[str, float, _Box, int, int]]:
    """Return each printed character, its angle, its box, how well a digit is seen and its text; none that lies under a box."""
    text = page.get_textpage()
    try:
        printed = faded(page, text.raw, list(_printed(text, inks)), inks)
        away = unseen_words(page, text.raw, [one[:2] for one in printed]) if layered else set[int]()
        printed = [one for one in printed if one[0] not in away] if away else printed
        digits = [(index, box, ink) for index, _, _, box, ink in printed if ink]
        cut, in_doubt = clipped(page, digits)
        if cut:
            known = inks.copy()
            words = [(index, box, ink_of(text.raw, index, known)) for index, _, _, box, ink in printed if not ink]
            cut |= clipped(page, words)[0]
            printed = [one for one in printed if one[0] not in cut]
            digits = [digit for digit in digits if digit[0] not in cut]
        hidden, under = covered(page, digits)
        are_many = len(veiled) * len(digits) > MAX_TESTS
        hidden |= {index: True for index, box, _ in digits if are_many or any(holds(veil, box) for veil in veiled)}
        hidden |= dict.fromkeys(in_doubt, True)
        if over := under_pictures(page, digits):
            hidden |= dict.fromkeys((place for place, is_patch in over.items() if is_patch), True)
            hidden |= dict.fromkeys(unseen(page, text.raw, sorted(over)), False)
        hidden |= dict.fromkeys(cut_short(page, text.raw, [digit for digit in digits if digit[0] not in hidden]), True)
        is_layer = not all(ink.painted for _, _, ink in digits) and _is_layer(text.raw, printed)
        seen, dropped = _inks(text.raw, printed, levels(page, digits, under, is_layer), inks.copy())
    finally:
        text.close()
    return [
        (LOST if hidden.get(index) else char, angle, box, seen.get(index, CLEAR), ink.piece if ink else 0)
        for index, char, angle, box, ink in printed
        if index not in dropped and (index not in hidden or hidden[index])
    ]


def _inks(text: Any, printed: Sequence[Printed], found: dict[int, int], known: dict[int, Ink]) -> tuple[dict[int, int], set[int]]:
    """Return how well digits are seen, of pale ones only those that may be a watermark's, and the places of the watermarks."""
    pale = {index for index, level in found.items() if level == PALE}
    if not pale:
        return found, set()
    dropped, doubtful = watermarks(pale, [(index, char, box, ink_of(text, index, known)) for index, char, _, box, _ in printed])
    return {index: level for index, level in found.items() if level != PALE or index in doubtful}, dropped


def _is_layer(text: Any, printed: Sequence[Printed]) -> bool:
    """Return whether the words of a page are invisible too: then its text is the layer of what is drawn in another way."""
    words = [index for index, char, _, _, _ in printed if char.isalpha()]
    some = words[:: max(1, len(words) // LAYER)]
    return sum(not ink_of(text, index, {}).painted for index in some) * 2 >= len(some)


def _printed(text: Any, inks: dict[int, Ink]) -> Iterator[Printed]:
    """Yield each character with its place, its angle, its box, as wide as its advance, as high as its font, and a digit's ink."""
    import pypdfium2.raw as pdfium

    high = 0
    for index in range(min(text.count_chars(), MAX_GLYPHS)):
        code = pdfium.FPDFText_GetUnicode(text.raw, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code, high = (0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0xFFFD), 0
        if pdfium.FPDFText_IsGenerated(text.raw, index) == 1:
            continue
        if code > 0x10FFFF or chr(code) in _SILENT or chr(code).isspace():
            code = _unnamed(text.raw, index)
        if not code:
            continue
        angle, lean = direction(text.raw, index)
        if box := _box(text.raw, index, chr(code), sideways=round(angle / (math.pi / 2)) % 2 == 1):
            box = unslanted(text.raw, index, box, lean) if abs(lean) > LEANS and abs(math.sin(angle)) < LEANS else box
            yield index, chr(code), angle, box, ink_of(text.raw, index, inks) if chr(code).isdigit() else None


def _unnamed(text: Any, index: int) -> int:
    """Return what a character is that its font calls white space or nothing: a hyphen, unknown, or 0 where nothing is printed.

    Left out, it would make another number of the digits around it.
    """
    import pypdfium2.raw as pdfium

    left, right, bottom, top = ink = [c_double() for _ in range(4)]
    if not pdfium.FPDFText_GetCharBox(text, index, *map(byref, ink)):
        return 0
    wide, high = right.value - left.value, top.value - bottom.value
    if min(wide, high) < SPECK:
        return 0
    return ord("-") if wide > 2 * high else ord(LOST)


def _box(text: Any, index: int, char: str, *, sideways: bool) -> _Box | None:
    """Return the box of a character's advance; of its ink, where a vertical font makes the former many times larger.

    A font that states no height gets its characters' ink for one, and a comma would fall out of its line: such a box
    is made as high as the type.
    """
    import pypdfium2.raw as pdfium

    loose, ink = pdfium.FS_RECTF(), [c_double() for _ in range(4)]
    if not pdfium.FPDFText_GetLooseCharBox(text, index, byref(loose)):
        return None
    box = loose.left, loose.bottom, loose.right, loose.top
    advance, height = loose.right - loose.left, loose.top - loose.bottom
    if pdfium.FPDFText_GetCharBox(text, index, *map(byref, ink)):
        left, right, bottom, top = (edge.value for edge in ink)
        tiny = 0 < right - left < advance / VERTICAL and 0 < top - bottom < height / VERTICAL
        if tiny and (char.isalnum() or max(advance, height) > VERTICAL / 2 * abs(_type_size(text, index, sideways=sideways))):
            return left, bottom, right, top  # a full stop's ink is as small in the box of its type
    if sideways:
        advance, height = height, advance
    low = height < LOW * advance or not char.isalnum()
    return _as_high_as_type(text, index, box, height, sideways=sideways) if low else box


def _type_size(text: Any, index: int, *, sideways: bool) -> float:
    """Return the size of the type on the page; negative where it is printed upside down, 0 when it is not told."""
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    told = pdfium.FPDFText_GetMatrix(text, index, byref(matrix))
    return float((matrix.c if sideways else matrix.d) * pdfium.FPDFText_GetFontSize(text, index)) if told else 0.0


def _as_high_as_type(text: Any, index: int, box: _Box, height: float, *, sideways: bool) -> _Box:
    """Return the box from below the base line to the top of the type, where the font's own is much lower."""
    import pypdfium2.raw as pdfium

    x, y = c_double(), c_double()
    up = _type_size(text, index, sideways=sideways)
    if not up or not pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y)) or height >= LOW * abs(up):
        return box
    base = x.value if sideways else y.value
    low, high = sorted((base - BELOW * up, base + (1 - BELOW) * up))
    return (low, box[1], high, box[3]) if sideways else (box[0], low, box[2], high)
