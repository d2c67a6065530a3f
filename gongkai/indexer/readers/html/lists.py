"""Which lists of terms (<dl>) of a web page are tables of data? Those with numbers behind their terms: a term heads a row, each <dd> is a cell.

Where all cells of numbers say what they count (自然人：3), in the same order in every row, these words are the table's head.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.chrome import text_of, writable

__all__ = ["make_tables"]

Element = etree._Element
_NUMBER = expression(r"\s*[-+]?\d[\d.,]*\s*(?:件|条|个|项|万元)?\s*")
_TOLD = expression(r"\s*([^\s\d:：]{2,20})\s*[:：]\s*(\d[\d.,]*)\s*")
_FEWEST_ROWS = 3  # with numbers
_LONGEST = 60  # characters of a label or a cell


def make_tables(root: Element) -> None:
    """Make a table of each list of terms that holds numbers, and of several in a row."""
    done: set[Element] = set()
    for first in list(root.iter("dl")):
        if first in done or next(first.iterancestors("td", "th", "dl"), None) is not None:
            continue
        lists = list(_in_a_row(first))
        done.update(lists)
        rows = [row for one in lists for row in _rows(one)]
        if all(rows) and (rows := _with_head(rows)) and sum(map(_holds_numbers, rows)) >= _FEWEST_ROWS:
            _replace(lists, rows)


def _in_a_row(first: Element) -> Iterator[Element]:
    """Yield a list and those that follow it with nothing between."""
    one: Element | None = first
    while one is not None and one.tag == "dl":
        yield one
        one = one.getnext() if not (one.tail or "").strip() else None


def _rows(terms: Element) -> Iterator[list[Element]]:
    """Yield each term with its cells; an empty row for what is neither."""
    row: list[Element] = []
    parts = [part for child in terms for part in (child if child.tag == "div" else (child,))]
    for part in parts:
        is_plain = part.tag in ("dt", "dd") and next(part.iter("a", "dl", "table", "p"), None) is None
        if not is_plain or len(text_of(part).strip()) > _LONGEST or (part.tag == "dd" and not row):
            yield []
            return
        if part.tag == "dt":
            if row:
                yield row
            row = []
        row.append(part)
    yield row


def _holds_numbers(row: Sequence[Element]) -> bool:
    return len(row) > 1 and all(_NUMBER.fullmatch(text_of(cell)) for cell in row[1:])


def _with_head(rows: list[list[Element]]) -> list[list[Element]]:
    """Return the rows with the words that all cells of numbers begin with as their head; none where only some do, or others."""
    told = [[_TOLD.fullmatch(text_of(cell)) for cell in row[1:]] for row in rows]
    if not any(found for row in told for found in row):
        return rows
    words = [[found[1] for found in row if found] for row in told if row]
    if any(len(said) != len(row) or said != words[0] for said, row in zip(words, filter(None, told), strict=True)):
        return []
    for row, numbers in zip(rows, told, strict=True):
        for cell, found in zip(row[1:], numbers, strict=True):
            cell[:], cell.text = [], found[2] if found else None
    head = [etree.Element("dt"), *(etree.Element("dd") for _ in words[0])]
    for cell, word in zip(head[1:], words[0], strict=True):
        cell.text = word
    return [head, *rows]


def _replace(lists: Sequence[Element], rows: Sequence[Sequence[Element]]) -> None:
    """Put a table of the rows in the place of lists."""
    parent = lists[0].getparent()
    if parent is None:
        return
    table = etree.Element("table")
    table.tail = writable(lists[-1].tail)
    for row in rows:
        line = etree.SubElement(table, "tr")
        for cell in row:
            cell.tag, cell.tail = "td", None
            line.append(cell)
    parent.replace(lists[0], table)
    for other in lists[1:]:
        parent.remove(other)
