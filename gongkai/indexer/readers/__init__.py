"""How is a source read? By its medium, told by its first bytes and its media type."""

import codecs
from dataclasses import replace

from gongkai.errors import ParseError
from gongkai.indexer.page import Page, Source
from gongkai.indexer.readers.decode import decode
from gongkai.indexer.readers.html.reader import looks_like_html, read_html
from gongkai.indexer.readers.text import read_text

__all__ = ["NoDocument", "read_page"]

_OLE = b"\xd0\xcf\x11\xe0"
_RICH_TEXT = b"{\\rtf"
_ZIP = b"PK\x03\x04"
_WIDE = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD = 4096  # bytes that tell what a page is
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")


class NoDocument(ParseError):
    """A picture, a font, a program: nothing that anybody reads."""


def read_page(source: Source) -> Page:
    """Read a source into a page; raise ParseError, with the way out, for what cannot be read."""
    content = source.content
    if content.startswith(b"%PDF-") or b"%PDF-" in content[:1024]:
        from gongkai.indexer.readers.pdf.reader import read_pdf

        return read_pdf(source)
    if content.startswith((_ZIP, _OLE)):
        from gongkai.indexer.readers.docx.reader import read_docx

        return read_docx(source)
    if content.startswith(_PICTURES):
        raise NoDocument("is a picture; gongkai reads text, HTML, PDF and Word files")
    if content.startswith(_RICH_TEXT):
        raise ParseError("is a rich text file (.rtf); save it as .docx or PDF")
    if (narrow := _from_wide(content)) is not None:
        content, source = narrow, replace(source, content=narrow)
    if (source.media_type or "").startswith("text/html") or looks_like_html(content):
        return read_html(source)
    if narrow is None and b"\x00" in content[:_HEAD]:
        raise NoDocument("is binary; gongkai reads text, HTML, PDF and Word files")
    return read_text(source)


def _from_wide(content: bytes) -> bytes | None:
    """Return a page in UTF-16 or UTF-32 as UTF-8; null for what is in neither.

    Without a byte order mark only markup is believed: zeros beside letters are else no sign of text.
    """
    if content.startswith(_WIDE):
        return decode(content, is_html=False).encode("utf-8")
    if b"\x00" not in content[:_HEAD]:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        head = content[:_HEAD].decode(encoding, "replace")
        is_text = "\x00" not in head and head.count("\ufffd") <= 1  # it may end in half a pair
        if is_text and looks_like_html(head.encode("utf-8")):
            return content.decode(encoding, "replace").encode("utf-8")
    return None
