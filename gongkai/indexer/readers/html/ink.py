"""Which digits of a web page nobody sees: of the colour of their ground, of no size, off the page? They make no number.

A style or an attribute says so, of the element or of one around it. What colour a style sheet elsewhere gives nobody knows: white
digits are believed to stand on white where the page states no other ground. Where all numbers of its tables are so, there is one.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.chrome import text_of, writable
from gongkai.indexer.readers.html.colours import BLACK, WHITE, Colour, are_alike, colour_of
from gongkai.indexer.readers.html.elements import BLOCKS
from gongkai.indexer.readers.html.sheets import BACKGROUND, COLOUR, GONE, SMALL, Sheet
from gongkai.indexer.readers.html.unhidden import FEWEST_NUMBERS
from gongkai.indexer.readers.linear import LOWERED

__all__ = ["lower_unseen"]

Element = etree._Element
_CELLS = frozenset(("td", "th"))
_OF_TABLE = _CELLS | {"table", "tr", "tbody", "thead", "tfoot"}
_LOOKS = ("style", "class", "id", "color", "bgcolor", "background", "text", "size")
_DIGIT, _NUMBER = expression(r"\d"), expression(r"\s*\d[\d,.]*\s*")
# No page prints anything unseen without one of them; looking at each element takes 5 ms.
_FADING = (
    expression(rb"color(?<![-g]color)\s*[:=]\s*[\"']?\s*(?:white|window\b|snow|ivory|#?[ef]|rgba?\(\s*(?:2[3-5]|\d+%)|hsl)"),
    expression(rb"(?:background(?:-color)?\s*:|bgcolor\s*=)\s*[\"']?\s*(?:black|windowtext|#?[01]|rgba?\(\s*[0-3]?\d\s*,)"),
    expression(
        rb"color\s*:\s*(?:transparent|rgba\(|#[0-9a-f]{6}00)|opacity\s*[:(=]\s*0|text-indent\s*:\s*-\d\d|clip(?:-path)?\s*:|scale\w*\("
    ),
    expression(
        rb"(?:left|right|top|bottom)\s*:\s*-\d\d|(?:width|height)\s*:\s*0|font(?:-size)?\s*:[^;}]{0,40}\b[01](?:\.\d+)?(?![\d.])"
    ),
)
_SIZE = expression(
    r"(?<![-\w])font(?:-size)?\s*:\s*[^;]*?(?:[1-9]\d*\s*(?:p[xt]|rem|[cm]m|in)|small|medium|large)", re.IGNORECASE
)
_NO_ROOM = expression(r"(?<![-\w])(?:max-)?(?:width|height)\s*:\s*0(?![\d.]*[1-9])", re.IGNORECASE)
_CUT_OFF = expression(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.IGNORECASE)
_PICTURE = expression(r"url\(|gradient|image")
_TOKEN = expression(r"[^\s(]+(?:\([^)]*\))?")
_LONGEST_MARK = 40  # characters of a number, a label or a note: a cell with more lays out the page
_UNSEEN = LOWERED | {ord(wide): below for wide, below in zip("０１２３４５６７８９", LOWERED.values(), strict=True)}
_LEFT_AS_IT_IS = frozenset(("", "inherit", "unset", "initial", "none", "transparent", "currentcolor"))


class _Look(NamedTuple):
    """How text is printed: its colour and its ground, null where nobody knows; whether its size, or its place, hides it."""

    ink: Colour | None = BLACK
    ground: Colour | None = WHITE
    is_small: bool = False
    is_gone: bool = False

    @property
    def is_unseen(self) -> bool:
        return self.is_gone or self.is_small or are_alike(self.ink, self.ground)


def lower_unseen(root: Element, sheet: Sheet, lowered: bytes) -> None:
    """Lower the digits that nobody sees, in the cells of tables and in elements within a line; `lowered` is the markup."""
    if not any(rule.search(lowered) for rule in _FADING):
        return
    looks: dict[Element, _Look] = {}
    unseen: list[Element] = []
    for element in root.iter("*"):
        parent = element.getparent()
        around = looks[parent] if parent is not None else _Look()
        looks[element] = look = _within(around, element, sheet) if _may_look(element, sheet) else around
        if look.is_unseen:
            unseen.append(element)
    believed = {table for table in root.iter("table") if _is_all_unseen(table, looks)} if unseen else set()
    for element in unseen:
        if believed.isdisjoint((element, *element.iterancestors("table"))) and _is_told(element, looks):
            _lower(element)


def _may_look(element: Element, sheet: Sheet) -> bool:
    attributes = element.attrib
    return element.tag == "a" or element.tag in sheet.rules or any(name in attributes for name in _LOOKS)


def _within(around: _Look, element: Element, sheet: Sheet) -> _Look:
    """Return the look of an element that stands in others of that look."""
    style = sheet.style_of(element)
    ink, ground, is_small, is_gone = around
    if element.tag == "a":
        ink = None  # of links
    if written := element.get("color") or (element.get("text") if element.tag == "body" else None):
        ink = colour_of(written.strip().lower())
    if element.get("background"):
        ground = None
    elif written := element.get("bgcolor"):
        ground = colour_of(written.strip().lower())
    if not style:
        return _Look(ink, ground, is_small, is_gone)
    said = _said(style)
    ink = said.ink if said.has_ink else ink
    ground = said.ground if said.has_ground else ground
    is_small = said.is_small or (is_small and not said.is_sized)
    is_gone = is_gone or said.is_gone or (said.has_no_room and element.tag not in _OF_TABLE)
    return _Look(ink, ground, is_small, is_gone)


class _Said(NamedTuple):
    """What a style says of a look, and which of it it says at all."""

    ink: Colour | None
    has_ink: bool
    ground: Colour | None
    has_ground: bool
    is_small: bool
    is_sized: bool
    is_gone: bool
    has_no_room: bool


@lru_cache(maxsize=1 << 10)  # a page writes the same styles again and again
def _said(style: str) -> _Said:
    inks = [word for found in COLOUR.finditer(style) if (word := found[1].strip().lower()) not in _LEFT_AS_IT_IS]
    grounds = [ground for found in BACKGROUND.finditer(style) if (ground := _ground(found[1].lower())) is not _NONE]
    return _Said(
        colour_of(inks[-1]) if inks else None,
        bool(inks),
        grounds[-1] if grounds else None,
        bool(grounds),
        SMALL.search(style) is not None,
        _SIZE.search(style) is not None,
        GONE.search(style) is not None,
        _NO_ROOM.search(style) is not None and _CUT_OFF.search(style) is not None,
    )


_NONE = (-1.0, -1.0, -1.0)


def _ground(written: str) -> Colour | None:
    """Return the ground that a declaration gives; null for a picture or what nobody can tell, `_NONE` where it gives none."""
    if _PICTURE.search(written):
        return None
    words = [word for word in _TOKEN.findall(written) if word not in _LEFT_AS_IT_IS]
    return next((colour for word in words if (colour := colour_of(word))), None) if words else _NONE


def _is_all_unseen(table: Element, looks: dict[Element, _Look]) -> bool:
    """Tell whether no number of a table of data is seen: a sheet elsewhere gives it another ground then."""
    cells = [cell for cell in table.iter(*_CELLS) if _NUMBER.fullmatch(text_of(cell))]
    parts = (part for cell in cells for part in cell.iter("*") if _DIGIT.search(part.text or ""))
    return len(cells) >= FEWEST_NUMBERS and all(looks[part].is_unseen for part in parts)


def _is_told(element: Element, looks: dict[Element, _Look]) -> bool:
    """Tell an element in a cell, or within a line of which it is a part: what holds paragraphs may have them shown by its sheet."""
    around = [element, *element.iterancestors()]
    cell = next((part for part in around if part.tag in _CELLS), None)
    if cell is not None and len(text_of(cell)) <= _LONGEST_MARK:
        return True
    outermost = next(i for i, part in enumerate(around) if i + 1 == len(around) or not looks[around[i + 1]].is_unseen)
    return all(part.tag not in BLOCKS for part in around[: outermost + 1])


def _lower(element: Element) -> None:
    """Lower the digits of an element, but not of those in it."""
    element.text = writable(element.text).translate(_UNSEEN)
    for part in element:
        part.tail = writable(part.tail).translate(_UNSEEN)
