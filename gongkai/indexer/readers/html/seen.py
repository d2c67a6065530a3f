"""What of a web page does a reader see? Hidden and struck text is none.

Styles count as they stand in an element, and in the page's own sheets (sheets.py).
"""

from __future__ import annotations

import re
from itertools import chain
from typing import cast

from lxml import etree

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.chrome import REPORT, text_of, writable
from gongkai.indexer.readers.html.closed import closed_beside_seen
from gongkai.indexer.readers.html.frames import show_frames
from gongkai.indexer.readers.html.ink import lower_unseen
from gongkai.indexer.readers.html.selectors import tags_among
from gongkai.indexer.readers.html.sheets import HIDDEN, STRUCK, Sheet, sheet_of
from gongkai.indexer.readers.html.unhidden import not_believed

__all__ = ["drop_unseen"]

Element = etree._Element
_NEVER_SHOWN = (
    "noscript",
    "template",
    "iframe",
    "object",
    "svg",
    "select",
    "option",
    "datalist",
    "title",
    "button",
    "canvas",
    "progress",
    "meter",
    "audio",
    "video",
)
_READINGS = ("rt", "rp")  # what stands above a character
_STRUCK_TAGS = frozenset(("s", "del", "strike"))
_CELLS = ("td", "th")
_MAY_BE_UNSEEN = etree.XPath(
    f"descendant-or-self::*[@style or @class or @id or @hidden or {' or '.join(f'self::{tag}' for tag in sorted(_STRUCK_TAGS))}]"
)
# No page hides or strikes anything without one of them, or a struck tag; looking at each element takes 1 ms.
_HIDING = (b"hidden", b"line-through")
_HIDING_RULES = ((b"display", expression(rb"display[^;>]{1,20}none")), (b"visibility", expression(rb"visibility\s*:\s*collapse")))
_PLACED = expression(r"visibility\s*:\s*hidden", re.IGNORECASE)
_GOALS = tuple(f"data-{name}" for name in ("to", "target", "count", "end", "endval", "final", "num"))
_COUNTED_UP = etree.XPath(f"descendant-or-self::*[{' or '.join(f'@{name}' for name in _GOALS)}]")
_COUNTER = expression(
    r"count(?!ry|y)|timer|odometer|number-?(?:roll|scroll)", re.IGNORECASE
)  # in the classes of what a script counts up
_ABOVE_ZERO = expression(r"0*[1-9]\d*(?:\.\d+)?")
_OPENING = 2000  # bytes in which a page tells its type
_OLD_TYPE = expression(
    rb"<!doctype(?:(?!\s+html\b)|[^>]*//dtd html (?:[23]|4\.0 |4\.01 (?:transitional|frameset)//[a-z]{2}[\"']\s*>))"
)
_LONGEST_MARK = 40  # characters of a number, a label or a note


def drop_unseen(root: Element, lowered: bytes) -> Sheet:
    """Take out what a reader does not see; `lowered` is the markup. Return what the page's sheets say of the rest."""
    has_frames = show_frames(root)
    sheet = sheet_of(root, folds=_is_old(lowered)) if has_frames or b"<style" in lowered else Sheet({})
    if b"data-" in lowered:
        _drop_first_of_count(root)
    etree.strip_elements(root, "script", "style", *_NEVER_SHOWN, *_READINGS, with_tail=False)
    if next(root.iter(*_STRUCK_TAGS), None) is not None or _may_hide(lowered):
        _drop_hidden(root, sheet)
    for element in closed_beside_seen(root):
        _remove(element)
    lower_unseen(root, sheet, lowered)
    return sheet


def _is_old(lowered: bytes) -> bool:
    """Tell a page that browsers show as those of old, where names in sheets are the same in any case: its type is not told, or old."""
    opening = lowered[:_OPENING]
    return (at := opening.find(b"<!doctype")) < 0 or _OLD_TYPE.match(opening, at) is not None


def _drop_first_of_count(root: Element) -> None:
    """Take out the 0 from which a script counts up to the number that is shown; of a cell such a number may be for sorting it."""
    for element in cast("list[Element]", _COUNTED_UP(root)):
        goals = (element.get(name, "").replace(",", "") for name in _GOALS)
        is_begun = (
            len(element) == 0 and (element.text or "").strip() == "0" and any(_ABOVE_ZERO.fullmatch(goal) for goal in goals)
        )
        if is_begun and (element.tag not in _CELLS or _COUNTER.search(element.get("class", ""))):
            element.text = None


def _may_hide(lowered: bytes) -> bool:
    """Tell whether markup holds words that hide or strike; a rule is looked for only where the word that it begins with stands."""
    if any(sign in lowered for sign in _HIDING):
        return True
    return any(word in lowered and rule.search(lowered) is not None for word, rule in _HIDING_RULES)


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
            if element.tag in _CELLS and (_PLACED.search(style) or not hides):
                element[:], element.text = [], None  # its place stays
            else:
                _remove(element)


def _outermost(root: Element, sheet: Sheet, *, in_cells: bool = False) -> list[tuple[Element, str]]:
    """Return what is not seen, with its declarations, but not what lies in other such elements; or what is so in cells."""
    found: list[tuple[Element, str]] = []
    tags = tags_among(sheet.rules)
    asked = chain(cast("list[Element]", _MAY_BE_UNSEEN(root)), root.iter(*tags) if tags else ())
    if all(_unseen(element, sheet) is None for element in asked):
        return found
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        style = _unseen(element, sheet)
        if style is not None and (not in_cells or _is_in_cell(element)):
            found.append((element, style))
            walk.skip_subtree()
    return found


def _hides(element: Element, style: str) -> bool:
    return HIDDEN.search(style) is not None or element.get("hidden") is not None


def _is_in_cell(element: Element) -> bool:
    is_part = element.tag in _CELLS or next(element.iterancestors(*_CELLS), None) is not None
    return is_part and len(text_of(element)) <= _LONGEST_MARK


def _unseen(element: Element, sheet: Sheet) -> str | None:
    """Return the declarations of an element that is not seen, or struck; null of any other."""
    if element.tag in _STRUCK_TAGS:
        return ""
    is_hidden = element.get("hidden") is not None
    if not is_hidden and not sheet.may_hide(element):
        return None
    style = sheet.style_of(element)
    return style if is_hidden or HIDDEN.search(style) or STRUCK.search(style) else None


def _remove(element: Element) -> None:
    """Remove an element, its tail staying where it was; never the page as a whole."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = writable(before.tail) + writable(element.tail)
        else:
            parent.text = writable(parent.text) + writable(element.tail)
    parent.remove(element)
