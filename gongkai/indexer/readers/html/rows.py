"""Which rows and cells has a table of a web page, as browsers show it?"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

__all__ = ["cells_of", "rows_of", "span_of"]

Element = etree._Element


def rows_of(table: Element) -> Iterator[Element]:
    """Yield the rows as they are shown: a foot below all others, wherever it is written."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("tbody", "thead"):
            yield from (row for row in child if row.tag == "tr")
    for foot in table.iterchildren("tfoot"):
        yield from (row for row in foot if row.tag == "tr")


def cells_of(row: Element) -> list[Element]:
    """Return the cells of a row; browsers see those in a form around them as well."""
    cells = list(row.iterchildren("td", "th"))
    if len(cells) == len(row):
        return cells
    places = (child.iterchildren("td", "th") if child.tag == "form" else (child,) for child in row)
    return [cell for place in places for cell in place if cell.tag in ("td", "th")]


def span_of(stated: str | None) -> int:
    """Return over how many rows or columns a cell reaches by what its attribute states; 1 where it is absent or nonsense."""
    text = (stated or "").strip()
    return min(max(int(text), 1), 100) if text.isdecimal() and len(text) < 10 else 1
