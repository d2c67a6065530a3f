"""Which digits of a cell may not be seen, or are a note's, beside others of it? They are no digits of its number then."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.chrome import digits_in, text_of, writable
from gongkai.indexer.readers.html.elements import BLOCKS
from gongkai.indexer.readers.html.lines import PARAGRAPH
from gongkai.indexer.readers.html.sheets import NOTE, WHITE_STYLE, Sheet, looks
from gongkai.indexer.readers.linear import LOWERED, RAISED

__all__ = ["is_of_one_piece", "leads_to_note", "looks_otherwise", "mark_doubtful", "marks_of"]

Element = etree._Element
_DIGITS = "0123456789０１２３４５６７８９"
# The mark of a note: a style, or the name of a class, raises the digit of a number as well.
_BRACKETED = expression(r"\s*(?:[\[(（〔【［]\s*注?\s*(\d{1,2})\s*[\])）〕】］]|注\s*(\d{1,2}))\s*")
_OTHERWISE = expression(
    r"mso-text-raise\s*:(?!\s*0)|mso-list\s*:\s*ignore|display\s*:\s*block|position\s*:\s*relative[^}]*(?:top|bottom)\s*:|position\s*:\s*absolute"
    r"|font-size\s*:\s*(?:(?:xx?-)?small(?:er)?)\b",
    re.IGNORECASE,
)
# On a line of its own, at the other side of the cell, or a gap away: 12 beside 34 is no 1234.
_APART = expression(
    r"display\s*:\s*(?:inline-)?(?:block|flex|grid|table|list-item)|(?<![-\w])float\s*:\s*(?:left|right)"
    r"|(?<![-\w])(?:margin|padding)(?:-(?:left|right))?\s*:[^;]{0,40}(?<![-\d.])[1-9]",
    re.IGNORECASE,
)
_MOST_APART = 40  # of a cell with a number
_APART_TAGS = frozenset(("label", "mn"))
_SMALL_NAME = expression(r"(?:^|\s)su(?:[bp]|(?:per|b)script)(?:\s|$)", re.IGNORECASE)
_TURNED = expression(r"(?=.*unicode-bidi\s*:\s*(?:isolate-|bidi-)?override).*direction\s*:\s*rtl", re.IGNORECASE | re.DOTALL)
_NAMED_APART = expression(
    r"(?:^|[\s_-])(?:badge|tool-?tip\w*|pop-?over\w*)(?:$|[\s_-])", re.IGNORECASE
)  # what a site's sheet sets apart
_SMALLEST = ("1", "-1", "-2", "-3")  # of a digit beside larger ones
_WHITE = expression("#?fff(?:fff)?|white", re.IGNORECASE)
# A digit in red beside others corrects them, or is added to them.
_RED_STYLE = expression(r"(?<![-\w])color\s*:\s*(?:red|#(?:f00|ff0000)(?![0-9a-f])|rgb\(\s*255\s*,\s*0\s*,\s*0)", re.IGNORECASE)
_RED = expression("red|#?f00|#?ff0000", re.IGNORECASE)
_COLOR = expression(r"(?<![-\w])color\s*:", re.IGNORECASE)


def is_of_one_piece(cell: Element) -> bool:
    """Tell a cell whose text is one piece, in elements that stand around all of it: none has a digit beside it."""
    element = cell
    if _is_turned(cell):
        return False
    while len(element) == 1 and not (element.text or "").strip():
        element = element[0]
        if _is_turned(element) or (element.tail or "").strip():
            return False
    return len(element) == 0


def mark_doubtful(cell: Element, sheet: Sheet) -> None:
    """Lower the digits of elements that may not be seen, raise those of notes, where others stand beside them in a cell."""
    digits = digits_in(cell)  # raised and lowered ones count
    for element in list(cell.iter()) if _is_turned(cell) else list(cell.iterdescendants()):
        marks = marks_of(element, sheet)
        if marks and _stands_beside_digits(element, digits):
            _translate(element, _proven(element, marks))
    other = [element for element in cell.iterdescendants() if looks_otherwise(element, sheet)]
    lowered = other if other and not _hold_all_digits(other, cell) else []
    for element in lowered:
        _translate(element, LOWERED)
    apart = [element for element in cell.iterdescendants() if _is_apart(element, sheet)]
    for element in apart if len(apart) <= _MOST_APART else ():
        if element not in lowered and _stands_beside_digits(element, digits):
            element.text, element.tail = PARAGRAPH + writable(element.text), PARAGRAPH + writable(element.tail)
    white = [element for element in cell.iterdescendants() if _is_white(element, sheet)]
    if white and not _is_all_white(cell, sheet):
        for element in white:
            if _stands_beside_digits(element, digits):
                _translate(element, LOWERED)


def looks_otherwise(element: Element, sheet: Sheet) -> bool:
    """Tell an element that is printed smaller, higher, in red, on a line of its own, or that numbers an item: beside others that are not."""
    if element.tag == "small" or (element.tag == "font" and element.get("size", "").strip() in _SMALLEST):
        return True
    if not sheet.may_say(element):
        return False
    style = sheet.style_of(element)
    if _is_coloured(element, style, _RED, _RED_STYLE):
        return True
    names = element.get("class", "")
    return _says(style, _OTHERWISE) or _SMALL_NAME.search(names) is not None or _NAMED_APART.search(names) is not None


def _is_apart(element: Element, sheet: Sheet) -> bool:
    """Tell an element within a line that its style, or what a page's program makes of its tag, parts from what stands beside it."""
    if element.tag in BLOCKS:
        return False
    if element.tag in _APART_TAGS or "-" in element.tag:
        return True
    return sheet.may_say(element) and _says(sheet.style_of(element), _APART)


def _hold_all_digits(elements: list[Element], cell: Element) -> bool:
    within = set(elements)
    outermost = (element for element in elements if within.isdisjoint(element.iterancestors()))
    return sum(map(digits_in, outermost)) == digits_in(cell)


def _translate(element: Element, marks: dict[int, int]) -> None:
    for part in element.iter():
        part.text = writable(part.text).translate(marks)
        if part is not element:
            part.tail = writable(part.tail).translate(marks)


def marks_of(element: Element, sheet: Sheet) -> dict[int, int] | None:
    """Return what the digits of an element become, if they are not like others."""
    if not sheet.may_say(element):
        return None
    if leads_to_note(element):
        return RAISED
    target = element.get("href", "")
    if (target.startswith("#") and len(target) > 1) or element.get("aria-hidden") == "true":
        return LOWERED
    if _is_turned(element):
        return LOWERED
    return looks(sheet.style_of(element), element.get("class", ""))


def leads_to_note(element: Element) -> bool:
    """Tell whether an element is a link to a note on the page."""
    target = element.get("href", "")
    return target.startswith("#") and NOTE.search(target) is not None


def _proven(element: Element, marks: dict[int, int]) -> dict[int, int]:
    """Return what becomes of digits that a style or a class alone raises: a note's with more to say so, else nobody knows whose."""
    if marks is LOWERED or leads_to_note(element):
        return marks
    if element.tag == "sup" or next(element.iterancestors("sup"), None) is not None:
        return {}  # raised with the cell
    digits = digits_in(element)
    inner = [part for part in element.iterdescendants("sup", "a") if part.tag == "sup" or leads_to_note(part)]
    if any(digits_in(part) == digits for part in inner):
        return {}
    if found := _BRACKETED.fullmatch(text_of(element)):
        element[:], element.text = [], found[1] or found[2]
        return RAISED
    before, parent = element.getprevious(), element.getparent()
    ahead = before.tail if before is not None else parent.text if parent is not None else ""
    around = f"{(ahead or '').rstrip().lstrip(_DIGITS)}{text_of(element)}{(element.tail or '').lstrip()[:1]}"
    return {} if _BRACKETED.fullmatch(around) else LOWERED


def _is_white(element: Element, sheet: Sheet) -> bool:
    if not sheet.may_say(element):
        return False
    return _is_coloured(element, sheet.style_of(element), _WHITE, WHITE_STYLE)


@lru_cache(maxsize=256)  # a page writes the same styles again and again
def _says(style: str, rule: re.Pattern[str]) -> bool:
    return rule.search(style) is not None


def _is_coloured(element: Element, style: str, named: re.Pattern[str], declared: re.Pattern[str]) -> bool:
    return _says(style, declared) or named.fullmatch(element.get("color", "")) is not None


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


def _is_turned(element: Element) -> bool:
    """Tell an element that shows its text from the end to the beginning."""
    if element.tag == "bdo":
        return element.get("dir", "").lower() == "rtl"
    return bool(element.attrib) and _says(element.get("style", ""), _TURNED)


def _stands_beside_digits(element: Element, digits: int) -> bool:
    """Tell whether the cell, which holds so many digits, has some within an element and some beside it."""
    return _is_turned(element) or 0 < digits_in(element) < digits
