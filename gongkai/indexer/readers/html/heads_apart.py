"""Which two tables of a page are one, its head and its body? Programs that keep the head in sight while the body rolls print them so."""

from __future__ import annotations

from lxml import etree

from gongkai.indexer.readers.chrome import text_of
from gongkai.indexer.readers.html.rows import cells_of, rows_of, span_of

__all__ = ["join_heads"]

Element = etree._Element
_HIGHEST = 4  # elements around a head that hold nothing behind it


def join_heads(root: Element) -> None:
    """Put a head that is a table of its own above the rows of the body right below it."""
    heads = root.iter("table") if next(root.iter("th"), None) is not None else ()
    for head in list(heads):
        if not _is_head(head):
            continue
        body = _right_below(head)
        if body is not None and _is_body(body) and _width(head) == _width(body):
            body[:0] = list(rows_of(head))  # what stands around the head alone may be called one, and left out as the site's


def _is_head(table: Element) -> bool:
    """Tell a table of heads alone, none of them a number."""
    if next(table.iter("th"), None) is None or next(table.iterdescendants("td", "table"), None) is not None:
        return False
    return not any(text_of(cell).strip().isdigit() for cell in table.iter("th"))


def _is_body(table: Element) -> bool:
    """Tell a table that has no heads."""
    return next(table.iter("td"), None) is not None and next(table.iterdescendants("th", "table"), None) is None


def _right_below(head: Element) -> Element | None:
    """Return the table that follows with nothing to read between."""
    outer: Element | None = head
    for _ in range(_HIGHEST):
        if outer is None or (outer.tail or "").strip():
            return None
        below = outer.getnext()
        while below is not None and not text_of(below).strip() and not (below.tail or "").strip():
            below = below.getnext()
        if below is not None:
            table = next(below.iter("table"), None)
            return table if table is not None and text_of(table).strip() == text_of(below).strip() else None
        outer = outer.getparent()
    return None


def _width(table: Element) -> int:
    """Return how many columns the first row has that has cells; one without a head, over the bar that rolls the body, is none."""
    row = next((cells for row in rows_of(table) if (cells := cells_of(row))), [])
    row = [cell for cell in row if "gutter" not in cell.get("class", "") or text_of(cell).strip()]
    return sum(span_of(cell.get("colspan", "")) for cell in row)
