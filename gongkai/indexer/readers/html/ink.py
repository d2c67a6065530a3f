"""Which digits of a web page nobody sees: of the colour of their ground, of no size, off the page? They make no number.

A style or an attribute says so, of the element or of one around it. What colour a style sheet elsewhere gives nobody knows: white
digits are believed to stand on white where the page states no other ground. Where all numbers of a table, or of all tables of
the page, are so, there is one; and where its title is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from html import unescape
from itertools import chain
from typing import NamedTuple, cast

from lxml import etree

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.chrome import text_of, writable
from gongkai.indexer.readers.html.colours import BLACK, WHITE, Colour, are_alike, colour_of
from gongkai.indexer.readers.html.elements import BLOCKS
from gongkai.indexer.readers.html.selectors import tags_among
from gongkai.indexer.readers.html.sheets import BACKGROUND, COLOUR, GONE, PICTURES, SMALL, Sheet
from gongkai.indexer.readers.html.unhidden import FEWEST_NUMBERS, NUMBER, only_titles
from gongkai.indexer.readers.linear import LOWERED

__all__ = ["lower_unseen"]

Element = etree._Element
_CELLS = frozenset(("td", "th"))
_OF_TABLE = _CELLS | {"table", "tr", "tbody", "thead", "tfoot"}
_DECLARING = ("style", "color", "bgcolor", "text", "face")  # attributes that say themselves how text is printed
_NAMING = ("class", "id")  # those by which a sheet does
_DIGIT = expression(r"\d")
_DECLARED = {name: etree.XPath(f"//@{name}", smart_strings=False) for name in _DECLARING}
_WRITTEN = {  # the same in the markup, found in half the time
    name: expression(rb"%s(?<![-\w]%s)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)" % (name.encode(), name.encode()))
    for name in _DECLARING
}
_MAY_DECLARE = etree.XPath(f"//*[{' or '.join(f'@{name}' for name in (*_DECLARING, *_NAMING))}]")
_LOOKS = (*_DECLARING, *_NAMING, "background")
_SIZE = expression(
    r"(?<![-\w])font(?:-size)?\s*:\s*[^;]{0,40}?(?:[1-9]\d*\s*(?:p[xt]|rem|[cm]m|in)|small|medium|large)", re.IGNORECASE
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
    if not _fading(_written(lowered), sheet):
        return
    fading = _fading({name: set(cast("list[str]", of(root))) for name, of in _DECLARED.items()}, sheet)
    looks = _Looks(sheet)
    inside: set[Element] = set()  # of those that declare it and were looked at: however deep they are nested, once
    for outer in _declaring(root, sheet, fading):
        if outer not in inside:
            inside.update(parts := list(outer.iter("*")))
            for part in parts if _DIGIT.search(text_of(outer)) else ():
                looks.of(part)
    unseen = [element for element, look in looks.known.items() if look.is_unseen and _prints_digits(element)]
    tables = {table for element in unseen for table in element.iterancestors("table")}
    believed = _believed(root, tables, looks) if tables else tables
    titles = only_titles(root, unseen)  # a banner, which a sheet elsewhere draws, stands behind them
    for element in unseen:
        if believed.isdisjoint((element, *element.iterancestors("table"))) and looks.is_told(element) and element not in titles:
            _lower(element)


class _Looks:
    """How the text of elements is printed, found out once for each of them and of those around it."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.known: dict[Element, _Look] = {}
        self._cells: dict[Element, Element] = {}  # in which they stand, if in one
        self._marks: dict[Element, bool] = {}  # cells: whether they hold no more than a number, a label or a note
        self._inline: dict[Element, bool] = {}  # of what is unseen: whether it is a part of a line, up to what is seen

    def of(self, element: Element) -> _Look:
        """Return how the text of an element is printed."""
        inside: list[Element] = []
        around: Element | None = element
        while around is not None and around not in self.known:
            inside.append(around)
            around = around.getparent()
        look = _Look() if around is None else self.known[around]
        for part in reversed(inside):
            look = _within(look, part, self._sheet) if _may_look(part, self._sheet) else look
            self._keep(part, look, part.getparent())
        return look

    def _keep(self, part: Element, look: _Look, parent: Element | None) -> None:
        self.known[part] = look
        cell = part if part.tag in _CELLS else None if parent is None else self._cells.get(parent)
        if cell is not None:
            self._cells[part] = cell
        if look.is_unseen:
            self._inline[part] = part.tag not in BLOCKS and (parent is None or self._inline.get(parent, True))

    def is_told(self, element: Element) -> bool:
        """Tell an element in a cell, or within a line of which it is a part: what holds paragraphs may have them shown by its sheet."""
        cell = self._cells.get(element)
        if cell is not None and cell not in self._marks:
            self._marks[cell] = len(text_of(cell)) <= _LONGEST_MARK
        return (cell is not None and self._marks[cell]) or self._inline[element]


def _prints_digits(element: Element) -> bool:
    """Tell whether digits are an element's own, and not those of one in it."""
    return any(_DIGIT.search(text) for text in (element.text or "", *(part.tail or "" for part in element)))


def _written(lowered: bytes) -> dict[str, set[str]]:
    """Return what the markup has for the attributes that declare a look."""
    asked = [name for name in _WRITTEN if (name != "face" or b"dings" in lowered) and _is_in(lowered, name)]
    found = {name: set(_WRITTEN[name].findall(lowered)) if name in asked else set() for name in _WRITTEN}
    return {name: {unescape(value.decode("utf-8", "replace").strip("\"'")) for value in values} for name, values in found.items()}


def _is_in(lowered: bytes, name: str) -> bool:
    return any(f"{name}{sign}".encode() in lowered for sign in ("=", " ="))


def _fading(values: Mapping[str, set[str]], sheet: Sheet) -> frozenset[str]:
    """Return the declarations, of attributes and of sheets, by which text may be unseen: nearly every page has none.

    Text that is unseen has the colour of a ground that the page states, or white, or is black on black; or no size or place.
    """
    styles = values["style"].union(rule.style for said in sheet.rules.values() for rule in said)
    inks = set(map(_colour, values["color"] | values["text"]))
    inks |= {said.ink for said in map(_said, styles) if said.has_ink}
    grounds = {WHITE, *map(_colour, values["bgcolor"])}
    grounds |= {said.ground for said in map(_said, styles) if said.has_ground}
    odd = {ink for ink in inks if any(are_alike(ink, ground) for ground in grounds)}
    colours = values["color"] | values["text"] | values["bgcolor"]
    return frozenset(
        [style for style in styles if _said(style).may_fade(odd)]
        + [word for word in colours if (colour := _colour(word)) in odd or are_alike(BLACK, colour)]
        + [face for face in values["face"] if PICTURES.match(face)]
    )


def _colour(written: str) -> Colour | None:
    """Return the colour that an attribute gives."""
    return colour_of(written.strip().lower())


def _declaring(root: Element, sheet: Sheet, fading: frozenset[str]) -> Iterator[Element]:
    """Yield the elements that declare one of these themselves, or for which a sheet does."""
    rules = {name for name, said in sheet.rules.items() if any(rule.style in fading for rule in said)}
    tags = tags_among(rules)
    for element in chain(cast("list[Element]", _MAY_DECLARE(root)), root.iter(*tags) if tags else ()):
        written = (element.attrib.get(name) for name in _DECLARING)
        if not fading.isdisjoint(written) or not rules.isdisjoint((*sheet.names_of(element), element.tag)):
            yield element


def _may_look(element: Element, sheet: Sheet) -> bool:
    attributes = element.attrib
    return element.tag == "a" or element.tag in sheet.rules or any(name in attributes for name in _LOOKS)


def _within(around: _Look, element: Element, sheet: Sheet) -> _Look:
    """Return the look of an element that stands in others of that look."""
    style = sheet.style_of(element)
    ink, ground, is_small, is_gone = around
    is_gone = is_gone or PICTURES.match(element.get("face", "")) is not None
    if element.tag == "a":
        ink = None  # of links
    if written := element.get("color") or (element.get("text") if element.tag == "body" else None):
        ink = _colour(written)
    if element.get("background"):
        ground = None
    elif written := element.get("bgcolor"):
        ground = _colour(written)
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
    is_narrow: bool  # of no width or height
    has_no_room: bool  # for what does not fit in

    def may_fade(self, odd: Collection[Colour | None]) -> bool:
        """Tell whether text may be unseen by it; `odd` are the colours of text that are a ground's as well."""
        return (
            self.is_small
            or self.is_gone
            or self.is_narrow
            or (self.has_ink and self.ink in odd)
            or (self.has_ground and are_alike(BLACK, self.ground))
        )


@lru_cache(maxsize=1 << 12)  # a page writes the same styles again and again
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
        is_narrow := _NO_ROOM.search(style) is not None,
        is_narrow and _CUT_OFF.search(style) is not None,
    )


_NONE = (-1.0, -1.0, -1.0)


def _ground(written: str) -> Colour | None:
    """Return the ground that a declaration gives; null for a picture or what nobody can tell, `_NONE` where it gives none."""
    if _PICTURE.search(written):
        return None
    words = [word for word in _TOKEN.findall(written) if word not in _LEFT_AS_IT_IS]
    return next((colour for word in words if (colour := colour_of(word))), None) if words else _NONE


def _believed(root: Element, tables: set[Element], looks: _Looks) -> set[Element]:
    """Return the tables of data, or all of a page, of which no number is seen: a sheet elsewhere gives them another ground then."""
    numbers: Counter[Element] = Counter()
    shown: set[Element] = set()
    for cell in root.iter(*_CELLS):
        if NUMBER.fullmatch(text_of(cell)):
            around = (root, *cell.iterancestors("table"))
            numbers.update(around)
            if not all(looks.of(part).is_unseen for part in cell.iter("*") if _DIGIT.search(part.text or "")):
                shown.update(around)
    unseen = {table for table, count in numbers.items() if count >= FEWEST_NUMBERS and table not in shown}
    return tables if root in unseen else unseen


def _lower(element: Element) -> None:
    """Lower the digits of an element, but not of those in it."""
    element.text = writable(element.text).translate(_UNSEEN)
    for part in element:
        part.tail = writable(part.tail).translate(_UNSEEN)
