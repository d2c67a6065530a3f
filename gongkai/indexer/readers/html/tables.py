"""Which cells has a table of data on a web page, and what does each say? A table that lays out the page has none."""

from __future__ import annotations

from lxml import etree

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.chrome import digits_in, text_of, writable
from gongkai.indexer.readers.html.doubts import is_of_one_piece, mark_doubtful
from gongkai.indexer.readers.html.elements import APART
from gongkai.indexer.readers.html.lines import BREAK, FEWEST_CELLS, FEWEST_LINES, PARAGRAPH, lines_of_row
from gongkai.indexer.readers.html.rows import cells_of, rows_of
from gongkai.indexer.readers.html.sheets import Sheet
from gongkai.indexer.readers.html.side_by_side import stacked
from gongkai.indexer.readers.linear import LOST, LOWERED, RAISED

__all__ = ["data_cells"]

Element = etree._Element
_DIGITS = expression("[0-9０-９][^0-9０-９]*+[0-9０-９]")
_FIELD = expression(r"[-+减增]?\d[\d,.]*(?:万?元)?")
_MARK = expression(r"(?P<open>[\[(（〔【]?)注?(?P<digits>[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})[\])）〕】]?")
_NUMBER_ALONE, _SMALL_SIZES = expression(r"\s*\d[\d.,\s]*"), frozenset("012")
_RARE = ("input", "s", "del", "strike", "textarea", "sup", "a", "sub", "img")  # what cells of numbers seldom hold
_HIDDEN_NAMES = frozenset(("hidden", "hide", "d-none", "layui-hide"))  # of the sheets that most sites have
_LONG_CELL = 400  # characters: a cell with more text than a label or a note lays out the page


def data_cells(table: Element, sheet: Sheet) -> list[list[tuple[Element, str]]]:
    """Return the rows of a table of data with their cells' texts; none when the table lays out the page.

    A table lays out the page when it holds a table, has no row of two cells, or a cell with paragraphs of text.
    """
    if next(table.iterdescendants("table"), None) is not None:
        return []
    rows = [[(cell, text_of(cell)) for cell in cells_of(row)] for row in rows_of(table)]
    holding = [(cell, text) for row in rows for cell, text in row if len(cell) or "bidi" in cell.get("style", "")]
    doubtful = {cell for cell, text in holding if _DIGITS.search(text) and not is_of_one_piece(cell)}
    for cell in doubtful:
        mark_doubtful(cell, sheet)
    if not any(len(row) > 1 for row in rows) or not all(_holds_columns(row) for row in rows if _is_long(row)):
        return []
    if holding:
        rows = _marked(table, [[(cell, text_of(cell) if cell in doubtful else text) for cell, text in row] for row in rows])
    return [[(cell, text if text.isalnum() else _on_one_line(text)) for cell, text in row] for row in stacked(rows)]


def _is_long(row: list[tuple[Element, str]]) -> bool:
    texts = [text for _, text in row]
    return max(map(len, texts), default=0) > _LONG_CELL < max(map(len, map(str.strip, texts)))


def _on_one_line(text: str) -> str:
    return " ".join(text.split()).replace("|", "/")


def _has_digit(cell: Element, *, but: Element | None = None) -> bool:
    """Tell whether a cell holds a digit, one in a field of a form not counted."""
    return digits_in(cell) > (0 if but is None else digits_in(but))


def _mark_cells(table: Element) -> int:
    """Write into a table of data what its markup means: struck text is none, raised digits are, paragraphs stand apart.

    Return how many breaks and paragraphs there are.
    """
    if next(table.iter(*_RARE), None) is not None:  # one walk through the table instead of six
        _mark_rare(table)
    marked = 0
    for apart in table.iter("br", *APART):
        mark = BREAK if apart.tag == "br" else PARAGRAPH
        marked += 1
        apart.tail = mark + writable(apart.tail)
        if apart.tag != "br":
            apart.text = mark + writable(apart.text)  # 1<p>2</p> is not 12
    return marked


def _mark_rare(table: Element) -> None:
    """Write what fields, struck text, marks of notes and pictures mean.

    A number in a field of a form is one of its cell, where no other is printed in it; those of two fields are two.
    """
    filled: dict[Element, list[tuple[Element, str]]] = {}
    for field in table.iter("input"):  # a form that is shown filled in
        value = (field.get("value") or "").strip()
        is_shown = field.get("type", "text").lower() in ("text", "number") and _HIDDEN_NAMES.isdisjoint(
            field.get("class", "").split()
        )
        if is_shown and _FIELD.fullmatch(value):
            filled.setdefault(next(field.iterancestors("td", "th"), field), []).append((field, value))
    for fields in (fields for cell, fields in filled.items() if not _has_digit(cell)):
        apart = PARAGRAPH if len(fields) > 1 else ""
        for field, value in fields:
            field.tail = apart + value + apart + writable(field.tail)
    etree.strip_elements(table, "s", "del", "strike", with_tail=False)
    for typed in table.iter("textarea"):
        if _has_digit(next(typed.iterancestors("td", "th"), typed), but=typed):
            typed.text = None
    for small in table.iter("sup", "a"):
        _raise_mark(small)
    for small in table.iter("sup", "sub"):
        for part in small.iter():
            part.text = writable(part.text).translate(RAISED if small.tag == "sup" else LOWERED)
    for picture in table.iter("img"):
        if _is_part_of_number(picture):
            picture.tail = LOST + writable(picture.tail)


def _is_part_of_number(picture: Element) -> bool:
    """Tell whether a picture stands beside nothing but digits in its cell: it may show some of them. One of 2 points fills space."""
    sizes = {picture.get("width", "").removesuffix("px"), picture.get("height", "").removesuffix("px")}
    cell = next(picture.iterancestors("td", "th"), picture)
    return _NUMBER_ALONE.fullmatch(text_of(cell)) is not None and sizes.isdisjoint(_SMALL_SIZES)


def _raise_mark(element: Element) -> None:
    """Write the mark of a note as raised digits: [1] or (注1) that is raised, or leads to a place on the page."""
    found = _MARK.fullmatch(text_of(element).strip())
    if found and (element.tag == "sup" or (found["open"] and "#" in element.get("href", ""))):
        element[:], element.text = [], found["digits"].translate(RAISED)


def _marked(table: Element, rows: list[list[tuple[Element, str]]]) -> list[list[tuple[Element, str]]]:
    """Return the rows with what the markup of their cells means; those that hold a line of several rows each are apart."""
    if _is_plain(table, "".join([text for row in rows for _, text in row])):
        return rows
    marked = [[(cell, text, len(cell)) for cell, text in row] for row in rows]  # what holds no element stays as it is
    breaks = _mark_cells(table)
    cells = [[(cell, text_of(cell) if holds else text) for cell, text, holds in row] for row in marked]
    return cells if breaks < FEWEST_LINES * FEWEST_CELLS else [line for row in cells for line in _apart(row)]


def _is_plain(table: Element, text: str) -> bool:
    """Tell a table, with the text of its cells, whose markup means nothing but that each cell is a paragraph, if that."""
    if BREAK in text or PARAGRAPH in text or writable(text) != text or next(table.iter(*_RARE), None) is not None:
        return False
    return all(map(_is_alone, table.iter("br", *APART)))


def _is_alone(apart: Element) -> bool:
    """Tell a break or a paragraph with nothing beside it in its cell."""
    cell = apart.getparent()
    if cell is None or cell.tag not in ("td", "th") or len(cell) > 1:
        return False
    return not ((cell.text or "").strip() or (apart.tail or "").strip())


def _holds_columns(row: list[tuple[Element, str]]) -> bool:
    """Tell whether a row may hold a line of several rows in each cell: as many in each of them."""
    lines = {sum(1 for _ in cell.iter("br", "p")) for cell, _ in row}
    return len(row) >= FEWEST_CELLS and len(lines) == 1 and lines.pop() >= FEWEST_LINES


def _apart(row: list[tuple[Element, str]]) -> list[list[tuple[Element, str]]]:
    """Return the row, or the rows that its cells hold a line of each."""
    lines = lines_of_row([text for _, text in row])
    return [[(cell, text) for (cell, _), text in zip(row, line, strict=True)] for line in lines] or [row]
