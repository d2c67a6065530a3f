"""Which digits of running text are no part of the number that they stand right behind: raised, lowered, small, a note's?"""

from __future__ import annotations

import re

from lxml import etree

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.chrome import text_of
from gongkai.indexer.readers.html.doubts import leads_to_note, looks_otherwise, marks_of
from gongkai.indexer.readers.html.elements import BLOCKS
from gongkai.indexer.readers.html.sheets import Sheet
from gongkai.indexer.readers.linear import LOWERED, RAISED

__all__ = ["with_marks_apart"]

Element = etree._Element
_PLAIN = str.maketrans("０１２３４５６７８９", "0123456789")
_MOST = 2  # digits of a note's mark
_NAMED = expression(r"(?:^|[\s_-])su[pb](?:$|[\s_-]|er|script)", re.IGNORECASE)


def with_marks_apart(element: Element, line: list[str], sheet: Sheet) -> str:
    """Return the text that an element begins with; digits of their own kind right behind the line's become other characters."""
    text = element.text or ""
    if not text.lstrip()[:1].isdigit() or element.tag in BLOCKS or not "".join(line[-2:]).rstrip()[-1:].isdigit():
        return text
    digits = text_of(element).strip()
    return text.translate(_PLAIN).translate(_marks(element, digits, sheet)) if len(digits) <= _MOST else text


def _marks(element: Element, digits: str, sheet: Sheet) -> dict[int, int]:
    """Return what becomes of digits that are all that an element, and those around it, hold."""
    for part in (element, *element.iterancestors()):
        if part.tag in BLOCKS or text_of(part).strip() != digits:
            break
        if part.tag == "sup" or leads_to_note(part):
            return RAISED
        is_lower = part.tag == "sub" or _NAMED.search(part.get("class", "")) is not None
        if is_lower or looks_otherwise(part, sheet) or marks_of(part, sheet) is not None:
            return LOWERED  # nobody knows
    return {}
