"""How is a web page read? BeautifulSoup's detector decodes, lxml builds the tree, one walk makes the linear text.

The walk is over lxml's own tree: it is the tree BeautifulSoup would wrap, 9–37 times faster on real-sized pages.
"""

from __future__ import annotations

import re
from html import unescape

from lxml import etree

from gongkai.indexer.expressions import expression
from gongkai.indexer.page import Block, Cell, Page, Source, Table
from gongkai.indexer.readers.chrome import is_chrome, is_control_line, is_menu, text_of
from gongkai.indexer.readers.decode import decode
from gongkai.indexer.readers.html.elements import BLOCKS, SKIPPED
from gongkai.indexer.readers.html.heads_apart import join_heads
from gongkai.indexer.readers.html.lines import FEWEST_LINES
from gongkai.indexer.readers.html.lists import make_tables
from gongkai.indexer.readers.html.notes import with_marks_apart
from gongkai.indexer.readers.html.rows import span_of
from gongkai.indexer.readers.html.seen import drop_unseen
from gongkai.indexer.readers.html.sheets import Sheet
from gongkai.indexer.readers.html.strings import out_of_a_string
from gongkai.indexer.readers.html.tables import data_cells
from gongkai.indexer.readers.text import text_to_page, visible_markup

__all__ = ["looks_like_html", "read_html"]

Element = etree._Element
_made = tuple.__new__  # a page has 300 cells: made so in two thirds of the time that their own __new__ takes
_TAG = expression(rb"(?:<|&lt;)(?:!doctype|html|head|body|div|p|table|t[rdh]|meta|span|br|h[1-6]|font|center|ul|li)\b", re.I)
_ROW = expression(rb"^\|[^\n]*\|\s*$", re.MULTILINE)  # of markdown, which has no other mark for a line break in a cell
_MORE = expression(rb"<(?:html|body|div|p|table|h[1-6])\b")
_END = expression(rb"</(?:html|body)\s*>", re.I)
_DEEPEST = 240  # elements: Python gives up at 1,000 frames; libxml2 reads 2,048 of a tree that may be huge, else 256


def looks_like_html(content: bytes) -> bool:
    """Tell a web page or a fragment of one from plain text."""
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    tags = _TAG.findall(start)
    is_markdown = set(map(bytes.lower, tags)) == {b"<br"} and _ROW.search(start) is not None
    return len(tags) >= (1 if start[:1] == b"<" else 4) and not is_markdown


def read_html(source: Source) -> Page:
    """Read a web page: data tables as rows, all else as paragraphs, site chrome left out."""
    markup = visible_markup(out_of_a_string(decode(source.content, is_html=True))).replace(b"\x00", b" ")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    lowered = markup.lower()
    if (end := lowered.find(b"</html")) >= 0 and _MORE.search(lowered, end):
        markup = _END.sub(b"", markup)  # libxml2 reads nothing behind it, a browser shows it all
    root = etree.fromstring(markup, parser) if markup.strip() else None
    if root is None:
        return text_to_page("", source)
    meta_and_title = _head(root)
    walk = _Walk(drop_unseen(root, lowered))
    join_heads(root)
    make_tables(root)
    walk.element(root, 0)
    walk.close_block()
    title, meta = meta_and_title
    return Page("".join(walk.pieces), tuple(walk.blocks), tuple(walk.tables), source.title or title, source.url, meta)


def _head(root: Element) -> tuple[str | None, dict[str, str]]:
    """Return the document's title and what its meta elements and JSON-LD state, names in lower case."""
    meta: dict[str, str] = {}
    said = list(root.iter("meta", "script", "title"))
    for element in said:
        name, content = element.get("name") or element.get("property"), element.get("content")
        if element.tag == "meta" and name and content:
            meta.setdefault(name.strip().lower(), content.strip())
    for element in said:
        if element.tag == "script" and element.get("type") == "application/ld+json" and element.text:
            for key in ("headline", "datePublished", "dateModified"):
                if found := re.search(rf'"{key}"\s*:\s*"([^"]{{1,200}})"', element.text):
                    meta.setdefault(key.lower(), unescape(found.group(1)))
    title = next((" ".join((element.text or "").split()) for element in said if element.tag == "title"), "")
    return title or None, meta


class _Walk:
    """The linear text as it grows."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.pieces: list[str] = []
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.length = 0
        self.line: list[str] = []
        self.kind = "paragraph"

    def put(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def close_block(self) -> None:
        """End the running paragraph."""
        if not self.line:
            return
        text = " ".join("".join(self.line).split())
        self.line.clear()
        if text and not is_control_line(text):
            start = self.length
            self.put(text)
            self.blocks.append(Block(start, self.length, self.kind))
            self.put("\n")
        self.kind = "paragraph"

    def element(self, element: Element, depth: int) -> None:
        """Walk an element and what follows inside it, its tail left to the caller."""
        tag = element.tag
        if not isinstance(tag, str) or tag in SKIPPED or (is_menu(element) if tag == "table" else is_chrome(element)):
            return
        if tag == "br":
            self.close_block()
            return
        if tag == "table" and (cells := data_cells(element, self.sheet)):
            self.close_block()
            self.line += [text_of(caption) for caption in element.iterchildren("caption")]
            self.close_block()
            self.data_table(cells)
            return
        block = tag in BLOCKS
        if block:
            self.close_block()
            self.kind = "heading" if tag[0] == "h" and tag[1:].isdigit() else self.kind
        if tag == "pre" and self.typed(element):
            return
        if text := element.text:
            self.line.append(text if block else with_marks_apart(element, self.line, self.sheet))
        for child in element:
            (self.element if depth < _DEEPEST else self.deep)(child, depth + 1)
            if tail := child.tail:
                self.line.append(tail)
        if block:
            self.close_block()

    def deep(self, element: Element, _: int) -> None:
        """Walk an element that lies too deep to call for each below it, its tail left to the caller."""
        walk = etree.iterwalk(element, events=("start", "end"))
        for event, inner in walk:
            if inner.tag == "br" or inner.tag in BLOCKS:
                self.close_block()
            if event == "end":
                self.line.append((inner.tail if inner is not element else None) or "")
            elif inner.tag in SKIPPED:
                walk.skip_subtree()
            elif inner.tag == "table" and (cells := data_cells(inner, self.sheet)):
                walk.skip_subtree()
                self.data_table(cells)
            else:
                self.line.append(with_marks_apart(inner, self.line, self.sheet))

    def typed(self, element: Element) -> bool:
        """Put text that was typed in lines as it stands: tabs and runs of spaces part its cells."""
        lines = [] if next(element.iter("table", "p", "div", "br"), None) is not None else text_of(element).split("\n")
        if len(lines) < FEWEST_LINES:
            return False
        for line in lines:
            if (text := line.strip(" \r")) and not is_control_line(text):
                start = self.length
                self.put(text)
                self.blocks.append(Block(start, self.length, self.kind))
                self.put("\n")
        return True

    def data_table(self, table: list[list[tuple[Element, str]]]) -> None:
        start = self.length
        rows: list[tuple[Cell, ...]] = []
        for row in table:
            at = self.length
            cells: list[Cell] = []
            for element, text in row:
                end = at + len(text)
                down, right = element.get("rowspan"), element.get("colspan")
                cells.append(_made(Cell, (at, end, span_of(down) if down else 1, span_of(right) if right else 1)))
                at = end + 3
            self.put(" | ".join([text for _, text in row]) + "\n")
            rows.append(tuple(cells))
        self.blocks.append(Block(start, self.length, "table"))
        self.tables.append(Table(tuple(rows)))
