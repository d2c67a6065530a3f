"""What of a web page does a reader see? Hidden and struck text is none; digits that may not be seen beside others are no number.

Styles count as they stand in an element, and for plain names (.hidden, td.hidden, #hidden) in the page's own sheets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, cast

from lxml import etree

from gongkai.indexer.readers.chrome import REPORT, text_of, writable
from gongkai.indexer.readers.html_unhidden import is_for_screen, not_believed
from gongkai.indexer.readers.linear import LOWERED, RAISED

__all__ = ["Sheet", "drop_unseen", "leads_to_note", "mark_doubtful", "marks_of"]

Element = etree._Element
_NEVER_SHOWN = (
    "noscript",
    "dialog",
    "template",
    "iframe",
    "object",
    "svg",
    "select",
    "option",
    "button",
    "canvas",
    "audio",
    "video",
)
_READINGS = ("rt", "rp")  # what stands above a character
_STRUCK_TAGS = frozenset(("s", "del", "strike"))
_CELLS = ("td", "th")
_DIGITS = "0123456789０１２３４５６７８９"
_MAY_BE_UNSEEN = etree.XPath(
    f"descendant-or-self::*[@style or @class or @id or @hidden or {' or '.join(f'self::{tag}' for tag in sorted(_STRUCK_TAGS))}]"
)
# No page hides or strikes anything without one of them, or a struck tag; looking at each element takes 1 ms.
_HIDING = tuple(map(re.compile, (b"hidden", b"line-through", rb"display\s*:\s*none", rb"visibility\s*:\s*collapse")))
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
_PLACED = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*(?:super|text-top|\+?0*[1-9][\d.]*(?:px|pt|r?em|ex|%))", re.IGNORECASE)
_NOTE = re.compile(r"(?:^|[\s#_.-])(?:Mso)?(?:foot|end)?(?:ftn|edn|fn|note|cite)(?:ref\w*)?(?:$|[\s_.:\d-])", re.IGNORECASE)
# The mark of a note: a style, or the name of a class, raises the digit of a number as well.
_BRACKETED = re.compile(r"\s*(?:[\[(（〔【［]\s*注?\s*(\d{1,2})\s*[\])）〕】］]|注\s*(\d{1,2}))\s*")
# Transparent, of no size, off the page: a background, a script or Word may show it, so that nobody knows.
_DOUBTFUL = re.compile(
    r"mso-text-raise|mso-list\s*:\s*ignore|display\s*:\s*block|position\s*:\s*(?:relative|absolute)|(?<![-\w])color\s*:\s*(?:transparent|rgba\(\s*255\s*,\s*255\s*,\s*255)"
    r"|vertical-align\s*:\s*sub|(?<![-\w])font-size\s*:\s*(?:0(?:p[xt]|r?em|%)?|[01](?:\.\d+)?p[xt])\s*(?:[;!]|$)|(?<![-\w])opacity\s*:\s*0?\.?0+\s*(?:[;!]|$)|mso-hide"
    r"|(?<![-\w])(?:left|top|right|bottom|text-indent)\s*:\s*-\d{3}|(?<![-\w])margin-(?:left|top)\s*:\s*-\d{4}|(?<![-\w])clip(?:-path)?\s*:|(?<![-\w])(?:width|height)\s*:\s*[01](?:px)?\s*(?:[;!]|$)",
    re.IGNORECASE,
)
_DOUBTFUL_NAME = re.compile(
    r"(?:^|\s)(?:su[bp]|su(?:per|b)script|sr-only|visually-?hidden|screen-reader\S*)(?:\s|$)", re.IGNORECASE
)
_SMALLEST = ("1", "-1", "-2", "-3")  # of a digit beside larger ones
_LONGEST_MARK = 40  # characters of a number, a label or a note
_WHITE = re.compile("#?fff(?:fff)?|white", re.IGNORECASE)
_COLOR = re.compile(r"(?<![-\w])color\s*:", re.IGNORECASE)
_WHITE_STYLE = re.compile(
    r"(?<![-\w])color\s*:\s*(?:#fff(?:fff)?(?![0-9a-f])|white|rgb\(\s*255\s*,\s*255\s*,\s*255)", re.IGNORECASE
)
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_PLAIN_NAME = re.compile(r"([a-z]\w*)?([.#][-\w]+)", re.IGNORECASE)
_NAME = re.compile(r"[.#][-\w]+")


class Sheet(NamedTuple):
    """What the page's style sheets say of plain names: name, the tag it is for or nothing, and the declarations."""

    rules: dict[str, list[tuple[str, str]]]

    def style_of(self, element: Element) -> str:
        """Return the element's declarations, its own behind those of the sheets."""
        own = element.get("style") or ""
        if not self.rules:
            return own
        names = [f".{name}" for name in (element.get("class") or "").split()]
        names += [f"#{element.get('id')}"] if element.get("id") else []
        said = [style for name in names for tag, style in self.rules.get(name, ()) if tag in ("", element.tag)]
        return ";".join([*said, own])


def drop_unseen(root: Element, lowered: bytes) -> Sheet:
    """Take out what a reader does not see; `lowered` is the markup. Return what the page's sheets say of the rest."""
    sheet = _sheet(root) if b"<style" in lowered else Sheet({})
    etree.strip_elements(root, "script", "style", *_NEVER_SHOWN, *_READINGS, with_tail=False)
    if next(root.iter(*_STRUCK_TAGS), None) is not None or any(sign.search(lowered) for sign in _HIDING):
        _drop_hidden(root, sheet)
    return sheet


def _sheet(root: Element) -> Sheet:
    """Return the rules of the page's sheets for plain names; a name that another rule shows, by a script's say, hides nothing."""
    rules: dict[str, list[tuple[str, str]]] = {}
    shown: set[str] = set()
    for element in filter(is_for_screen, root.iter("style")):
        said, shows = _rules(element.text or "")
        shown |= shows
        for name, tag, style in said:
            rules.setdefault(name, []).append((tag, style))
    return Sheet(
        {name: [(tag, s) for tag, s in said if name not in shown or not _HIDDEN.search(s)] for name, said in rules.items()}
    )


@lru_cache(maxsize=256)  # the pages of a site have the same sheets
def _rules(sheet: str) -> tuple[tuple[tuple[str, str, str], ...], frozenset[str]]:
    """Return name, tag and declarations of each rule that changes what is seen, and the names that a rule shows."""
    rules: list[tuple[str, str, str]] = []
    shown: set[str] = set()
    depth = 0
    for part in _COMMENT.sub("", sheet).split("}"):
        selectors, _, style = part.rpartition("{")
        is_inside = depth > 0 or "{" in selectors  # of another medium: print, a telephone
        depth = max(0, depth + part.count("{") - 1)
        if is_inside or not style:
            continue
        hides = _HIDDEN.search(style) is not None
        if hides or _STRUCK.search(style) or _WHITE_STYLE.search(style) or _looks(style, ""):
            names = (_PLAIN_NAME.fullmatch(selector.strip()) for selector in selectors.split(","))
            rules += [(plain[2], (plain[1] or "").lower(), style) for plain in names if plain]
        if not hides and ("display" in style or "visibility" in style):
            shown.update(_NAME.findall(selectors))
    return tuple(rules), frozenset(shown)


def _drop_hidden(root: Element, sheet: Sheet) -> None:
    """Take out what is hidden and what is struck; where that is the report itself, only what is so in cells of a table."""
    unseen = _outermost(root, sheet)
    shown = REPORT.findall(text_of(root)) if unseen else []
    for hides in (True, False):
        those = [(element, style) for element, style in unseen if hides is _hides(element, style)]
        concealed = [mark for element, _ in those for mark in REPORT.findall(text_of(element))]
        if set(concealed) - {mark for mark in shown if shown.count(mark) > concealed.count(mark)}:
            within = (pair for element, _ in those for pair in _outermost(element, sheet, in_cells=True))
            those = [(element, style) for element, style in within if hides is _hides(element, style)]
        kept = not_believed(root, [element for element, _ in those]) if those else frozenset()
        for element, style in those:
            if element in kept:
                continue
            parent = element.getparent()
            if element.tag in _CELLS and (_PLACED.search(style) or not hides):
                element[:], element.text = [], None  # its place stays
            elif parent is not None:
                _remove(parent, element)


def _outermost(root: Element, sheet: Sheet, *, in_cells: bool = False) -> list[tuple[Element, str]]:
    """Return what is not seen, with its declarations, but not what lies in other such elements; or what is so in cells."""
    found: list[tuple[Element, str]] = []
    if all(_unseen(element, sheet) is None for element in cast("list[Element]", _MAY_BE_UNSEEN(root))):
        return found
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        style = _unseen(element, sheet)
        if style is not None and (not in_cells or _is_in_cell(element)):
            found.append((element, style))
            walk.skip_subtree()
    return found


def _hides(element: Element, style: str) -> bool:
    return _HIDDEN.search(style) is not None or element.get("hidden") is not None


def _is_in_cell(element: Element) -> bool:
    is_part = element.tag in _CELLS or next(element.iterancestors(*_CELLS), None) is not None
    return is_part and len(text_of(element)) <= _LONGEST_MARK


def _unseen(element: Element, sheet: Sheet) -> str | None:
    """Return the declarations of an element that is not seen, or struck; null of any other."""
    if element.tag in _STRUCK_TAGS:
        return ""
    if not element.attrib:
        return None
    style = sheet.style_of(element)
    return style if _HIDDEN.search(style) or _STRUCK.search(style) or element.get("hidden") is not None else None


def _remove(parent: Element, element: Element) -> None:
    """Remove an element, its tail staying where it was."""
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = writable(before.tail) + writable(element.tail)
        else:
            parent.text = writable(parent.text) + writable(element.tail)
    parent.remove(element)


def mark_doubtful(cell: Element, sheet: Sheet) -> None:
    """Lower the digits of elements that may not be seen, raise those of notes, where others stand beside them in a cell."""
    for element in list(cell.iterdescendants()):
        marks = marks_of(element, sheet)
        if marks and _stands_beside_digits(element, cell):
            _translate(element, _proven(element, marks))
    white = [element for element in cell.iterdescendants() if _is_white(element, sheet)]
    if white and not _is_all_white(cell, sheet):
        for element in white:
            if _stands_beside_digits(element, cell):
                _translate(element, LOWERED)


def _translate(element: Element, marks: dict[int, int]) -> None:
    for part in element.iter():
        part.text = writable(part.text).translate(marks)
        if part is not element:
            part.tail = writable(part.tail).translate(marks)


def marks_of(element: Element, sheet: Sheet) -> dict[int, int] | None:
    """Return what the digits of an element become, if they are not like others."""
    if not element.attrib and element.tag != "small":
        return None
    if leads_to_note(element):
        return RAISED
    target = element.get("href", "")
    if (target.startswith("#") and len(target) > 1) or element.get("aria-hidden") == "true":
        return LOWERED
    if element.tag == "small" or (element.tag == "font" and element.get("size", "").strip() in _SMALLEST):
        return LOWERED
    if element.tag == "bdo" and element.get("dir", "").lower() == "rtl":
        return LOWERED
    return _looks(sheet.style_of(element), element.get("class", ""))


def leads_to_note(element: Element) -> bool:
    """Tell whether an element is a link to a note on the page."""
    target = element.get("href", "")
    return target.startswith("#") and _NOTE.search(target) is not None


def _proven(element: Element, marks: dict[int, int]) -> dict[int, int]:
    """Return what becomes of digits that a style or a class alone raises: a note's with more to say so, else nobody knows whose."""
    if marks is LOWERED or leads_to_note(element):
        return marks
    if element.tag == "sup" or next(element.iterancestors("sup"), None) is not None:
        return {}  # raised with the cell
    digits = sum(map(str.isdigit, text_of(element)))
    inner = [part for part in element.iterdescendants("sup", "a") if part.tag == "sup" or leads_to_note(part)]
    if any(sum(map(str.isdigit, text_of(part))) == digits for part in inner):
        return {}
    if found := _BRACKETED.fullmatch(text_of(element)):
        element[:], element.text = [], found[1] or found[2]
        return RAISED
    before, parent = element.getprevious(), element.getparent()
    ahead = before.tail if before is not None else parent.text if parent is not None else ""
    around = f"{(ahead or '').rstrip().lstrip(_DIGITS)}{text_of(element)}{(element.tail or '').lstrip()[:1]}"
    return {} if _BRACKETED.fullmatch(around) else LOWERED


@lru_cache(maxsize=1 << 12)  # a page writes the same styles again and again
def _looks(style: str, names: str) -> dict[int, int] | None:
    """Return what the digits of elements of that style and those classes become."""
    if _DOUBTFUL.search(style) or _DOUBTFUL_NAME.search(names):
        return LOWERED
    return RAISED if _RAISED.search(style) or _NOTE.search(names) else None


def _is_white(element: Element, sheet: Sheet) -> bool:
    if not element.attrib:
        return False
    return _WHITE_STYLE.search(sheet.style_of(element)) is not None or _WHITE.fullmatch(element.get("color", "")) is not None


def _is_all_white(cell: Element, sheet: Sheet) -> bool:
    """Tell a cell whose digits all are white, on one ground: they are seen, or not, as one number."""
    white: dict[Element, bool] = {}
    for element in cell.iter():
        parent = element.getparent()
        style = sheet.style_of(element)
        if element is not cell and ("background" in style.lower() or element.get("bgcolor")):
            return False
        is_own = _COLOR.search(style) is not None or element.get("color") is not None
        white[element] = _is_white(element, sheet) if is_own else parent is not None and white.get(parent, False)
        if not white[element] and any(map(str.isdigit, element.text or "")):
            return False
        if element is not cell and parent is not None and not white[parent] and any(map(str.isdigit, element.tail or "")):
            return False
    return True


def _stands_beside_digits(element: Element, cell: Element) -> bool:
    if element.tag == "bdo":
        return True
    inside = sum(map(str.isdigit, text_of(element)))
    return 0 < inside < sum(map(str.isdigit, "".join(cast("Iterator[str]", cell.itertext()))))
