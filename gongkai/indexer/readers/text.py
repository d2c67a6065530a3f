"""How is a text file read? As it is: the linear text of the page is the file, line by line."""

from __future__ import annotations

import re

from gongkai.indexer.page import Block, Page, Source
from gongkai.indexer.readers.decode import decode

__all__ = ["INVISIBLE", "read_text", "text_to_page"]

_BLOCK = re.compile(r"[^\n]*[^\s][^\n]*")
_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029\x0b\x0c]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def read_text(source: Source) -> Page:
    """Read plain text, markdown, or whatever a crawler left of a page."""
    return text_to_page(decode(source.content, is_html=False), source)


def text_to_page(text: str, source: Source) -> Page:
    """Return the page of a text: a block a line."""
    text = _CONTROL.sub(" ", _ENDS.sub("\n", INVISIBLE.sub("", text)))
    blocks = tuple(Block(m.start(), m.end()) for m in _BLOCK.finditer(text))
    return Page(text=text, blocks=blocks, title=source.title, url=source.url)
