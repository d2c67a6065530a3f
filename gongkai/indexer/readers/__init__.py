"""How is a source read? By its medium, told by its first bytes and its media type."""

from gongkai.errors import ParseError
from gongkai.indexer.page import Page, Source
from gongkai.indexer.readers.html import looks_like_html, read_html
from gongkai.indexer.readers.text import read_text

__all__ = ["read_page"]

_OLE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")


def read_page(source: Source) -> Page:
    """Read a source into a page; raise ParseError, with the way out, for what cannot be read."""
    content = source.content
    if content.startswith(b"%PDF-") or b"%PDF-" in content[:1024]:
        from gongkai.indexer.readers.pdf import read_pdf

        return read_pdf(source)
    if content.startswith((_ZIP, _OLE)):
        from gongkai.indexer.readers.docx import read_docx

        return read_docx(source)
    if content.startswith(_PICTURES):
        raise ParseError("is a picture; gongkai reads text, HTML, PDF and Word files")
    if (source.media_type or "").startswith("text/html") or looks_like_html(content):
        return read_html(source)
    if b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ParseError("is binary; gongkai reads text, HTML, PDF and Word files")
    return read_text(source)
