"""What of a web page is shown only once somebody opens it, closed <details> and <dialog>? No table beside one of its kind that is seen.

Where only a <details> has the report's table, its readers open it.
"""

from __future__ import annotations

from lxml import etree

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.chrome import REPORT, text_of

__all__ = ["closed_beside_seen"]

Element = etree._Element
_CELLS = ("td", "th")
_OF_TABLES = expression("结果维持|結果維持|制发件数|制作数量|处理决定数量")


def closed_beside_seen(root: Element) -> list[Element]:
    """Return what is closed and says no more of a report than what is seen does."""
    closed = [one for one in root.iter("details", "dialog") if one.get("open") is None]
    closed = [one for one in closed if next(one.iterancestors(*_CELLS), None) is None]
    within = set(closed)
    outermost = [element for element in closed if within.isdisjoint(element.iterancestors())]
    if not outermost:
        return []
    seen = _kinds("".join(_text_beside(root, within)))
    return [element for element in outermost if _kinds(text_of(element)) <= seen and _may_mislead(element)]


def _may_mislead(element: Element) -> bool:
    """Tell a table of a report's kind, or a dialog, which only a script opens: what a <details> says besides is the report's."""
    return element.tag != "details" or (next(element.iter("table"), None) is not None and bool(_kinds(text_of(element))))


def _kinds(text: str) -> set[str]:
    """Return the words of a report's own and of its tables' heads."""
    return {*REPORT.findall(text), *_OF_TABLES.findall(text)}


def _text_beside(root: Element, closed: set[Element]) -> list[str]:
    """Return the text that stands in none of the elements."""
    walk = etree.iterwalk(root, events=("start", "end"))
    texts: list[str] = []
    for event, element in walk:
        if event == "end":
            texts.append(element.tail or "")
        elif element in closed:
            walk.skip_subtree()
        else:
            texts.append(element.text or "")
    return texts
