"""How is a text file read? As it is: the linear text of the page is the file, line by line, rows of commas as any rows."""

from __future__ import annotations

import re
from html import unescape

from gongkai.indexer.expressions import expression
from gongkai.indexer.page import Block, Page, Source
from gongkai.indexer.readers.commas import with_rows_of_commas
from gongkai.indexer.readers.decode import decode

__all__ = ["read_text", "text_to_page", "visible_markup", "without_invisible"]

_BLOCK = expression(r"^(?=[^\S\n]*\S)[^\n]+", re.MULTILINE)
_ENDS = expression(r"\r\n?|[\x85\u2028\u2029\x0b\x0c]")
_CONTROL = expression(r"[\x00-\x08\x0e-\x1f\x7f]")
_UNSEEN = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff"
_TURNED = "\u202e"
_ALL_UNSEEN = frozenset((*_UNSEEN, _TURNED))
_ASCII = bytes(range(0x80))
_INVISIBLE = expression(f"[{_UNSEEN}]|{_TURNED}(?!\\d)")
_SPACE_ENTITY = expression("&(?:nbsp|ensp|emsp|thinsp|#160|#12288|#x0*[aA]0|#x3000);?")  # what a careless crawler leaves
# What programs that write markdown leave: a backslash before | and 1., and the line breaks of a cell; one between digits stays.
_ESCAPE = expression(r"\\(?=[|.()\[\]*_#+~`>-])")
_BREAK_IN_CELL = expression(r"(?<!\d)[ \t]*<br ?/?>|<br ?/?>(?![ \t]*[.,]?\d)")
_ROW = expression(r"^[^\n|]*\|[^\n]*<br[^\n]*$", re.MULTILINE)
_ENTITY = expression(r"&(?:#(?:[xX][0-9a-fA-F]{2,6}|\d{3,7});?|shy;?|(?:zwn?j|lrm|rlm|NoBreak|ZeroWidthSpace);)")


def without_invisible(text: str) -> str:
    """Return the text without the characters that nobody sees."""
    return _INVISIBLE.sub("", text)


def visible_markup(text: str) -> bytes:
    """Return the markup in UTF-8 without the characters that nobody sees, in themselves or written as entities."""
    markup = text.encode("utf-8", "replace")
    beyond_ascii = markup.translate(None, _ASCII).decode()  # a twentieth of a page: looked through for each of them
    if any(char in beyond_ascii for char in _ALL_UNSEEN):
        text = without_invisible(text)
        markup = text.encode("utf-8", "replace")
    if b"&" not in markup:
        return markup
    shown = _ENTITY.sub(lambda entity: char if (char := unescape(entity[0])) in _ALL_UNSEEN else entity[0], text)
    return markup if shown == text else without_invisible(shown).encode("utf-8", "replace")


def read_text(source: Source) -> Page:
    """Read plain text, markdown, or whatever a crawler left of a page."""
    return text_to_page(decode(source.content, is_html=False), source)


def text_to_page(text: str, source: Source) -> Page:
    """Return the page of a text: a block a line."""
    text = _SPACE_ENTITY.sub(" ", text) if "&" in text else text
    text = _CONTROL.sub(" ", _ENDS.sub("\n", without_invisible(text)))
    text = _without_markdown(with_rows_of_commas(text))
    blocks = tuple(Block(m.start(), m.end()) for m in _BLOCK.finditer(text))
    return Page(text=text, blocks=blocks, title=source.title, url=source.url)


def _without_markdown(text: str) -> str:
    text = _ESCAPE.sub("", text) if "\\" in text else text
    return _ROW.sub(lambda row: _BREAK_IN_CELL.sub("", row[0]), text) if "<br" in text else text
