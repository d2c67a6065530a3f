"""How is a text file read? As it is: the linear text of the page is the file, line by line, rows of commas as any rows."""

from __future__ import annotations

import re
from html import unescape

from gongkai.indexer.page import Block, Page, Source
from gongkai.indexer.readers.commas import with_rows_of_commas
from gongkai.indexer.readers.decode import decode

__all__ = ["read_text", "text_to_page", "without_invisible"]

_BLOCK = re.compile(r"^(?=[^\S\n]*\S)[^\n]+", re.MULTILINE)
_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029\x0b\x0c]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_INVISIBLE = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_SPACE_ENTITY = re.compile("&(?:nbsp|ensp|emsp|thinsp|#160|#12288|#x0*[aA]0|#x3000);?")  # what a careless crawler leaves
_ENTITY = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]{2,6}|\d{3,7});?|shy;?|(?:zwn?j|lrm|rlm|NoBreak|ZeroWidthSpace);)")


def without_invisible(text: str, *, markup: bool = False) -> str:
    """Return the text without the characters that nobody sees; in `markup` they are also written as entities."""
    text = _INVISIBLE.sub("", text)
    if markup and "&" in text:
        text = _ENTITY.sub(lambda entity: "" if _INVISIBLE.fullmatch(unescape(entity[0])) else entity[0], text)
    return text


def read_text(source: Source) -> Page:
    """Read plain text, markdown, or whatever a crawler left of a page."""
    return text_to_page(decode(source.content, is_html=False), source)


def text_to_page(text: str, source: Source) -> Page:
    """Return the page of a text: a block a line."""
    text = _SPACE_ENTITY.sub(" ", text) if "&" in text else text
    text = _CONTROL.sub(" ", _ENDS.sub("\n", without_invisible(text)))
    text = with_rows_of_commas(text)
    blocks = tuple(Block(m.start(), m.end()) for m in _BLOCK.finditer(text))
    return Page(text=text, blocks=blocks, title=source.title, url=source.url)
