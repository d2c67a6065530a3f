"""Is it a web page that a browser saved in one file (.mhtml, .mht)? Then its page, as bytes of HTML, and its address.

Such a file is a mail: the page is its first part of the type text/html, pictures and styles are the others. The parts are parted here
and not by `email`, whose time grows with the depth of mails in mails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from gongkai.errors import ParseError
from gongkai.indexer.expressions import expression
from gongkai.indexer.page import Source

if TYPE_CHECKING:
    from email.message import Message

__all__ = ["unwrapped"]

_LONGEST_HEAD = 8192  # bytes
_MOST_PARTS, _DEEPEST = 1000, 3  # parts that are looked at: the page comes first; mail programs put it into a part of parts
_HEAD = expression(rb"(?:[!-9;-~]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)+(?=\r?\n)")
_MIME = expression(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_TYPES = expression(rb"^Content-Type:\s*(?:multipart/(?:related|alternative)|text/html)", re.IGNORECASE | re.MULTILINE)
_BLANK = expression(rb"\r?\n\r?\n")
_CODECS = {"utf-8": "utf-8", "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5", "utf-16": "utf-16"}


def unwrapped(source: Source) -> Source:
    """Return the page that the file holds, under the file's name; a source that is no such file as it is.

    Raises ParseError where no page is in it.
    """
    content = source.content.lstrip(b"\r\n") if source.content[:1] in b"\r\n" else source.content
    head = _HEAD.match(content[:_LONGEST_HEAD])
    if head is None or not (_MIME.search(head[0]) and _TYPES.search(head[0])):
        return source
    from email.parser import BytesHeaderParser  # a twentieth of the time in which the parser is loaded, for hardly any page

    outer = BytesHeaderParser().parsebytes(head[0])
    page = next((part for part in _parts(content, outer, head.end()) if part.get_content_type() == "text/html"), None)
    if page is None:
        raise ParseError("is a saved web page (.mhtml) without its text; save it as .html or PDF")
    told = (str(address or "").strip() for address in (page.get("Content-Location"), outer.get("Snapshot-Content-Location")))
    url = source.url or next((address for address in told if address.startswith(("http://", "https://"))), None)
    return replace(source, content=_html(page), url=url, media_type="text/html")


def _parts(content: bytes, outer: Message, start: int, depth: int = 0) -> Iterator[Message]:
    """Yield the pages among the parts, the first ones only, and those among the parts of these; a file without parts is one itself."""
    from email.parser import BytesParser

    boundary = outer.get_boundary()
    if not outer.get_content_type().startswith("multipart/") or not boundary:
        yield BytesParser().parsebytes(content)
        return
    mark = b"\n--" + boundary.encode("ascii", "replace")
    at = content.find(mark, max(0, start - 1))
    for _ in range(_MOST_PARTS):
        if at < 0:
            return
        begin = content.find(b"\n", at + len(mark)) + 1
        end = content.find(mark, begin - 1) if begin else -1
        if not begin or content[at + len(mark) : at + len(mark) + 2] == b"--":
            return
        blank = _BLANK.search(content, begin - 1, begin + _LONGEST_HEAD)
        if blank:
            stop = end if end >= 0 else len(content)
            yield from _pages(content[begin:stop], blank.end() - begin, depth)
        at = end


def _pages(part: bytes, start: int, depth: int) -> Iterator[Message]:
    """Yield the page that a part is, or those that it holds; its text begins at `start`."""
    from email.parser import BytesHeaderParser

    head = BytesHeaderParser().parsebytes(part[:start])
    if head.get_content_type() == "text/html":
        head.set_payload(part[start:].decode("ascii", "surrogateescape"))
        yield head
    elif head.get_content_maintype() == "multipart" and depth < _DEEPEST:
        yield from _parts(part, head, start, depth + 1)


def _html(page: Message) -> bytes:
    """Return the page in UTF-8 where its head names its encoding rightly; else its bytes, whose encoding is found out as any page's."""
    payload = page.get_payload(decode=True)
    html = payload if isinstance(payload, bytes) else b""
    codec = _CODECS.get(str(page.get_content_charset() or "").lower())
    try:
        return html.decode(codec).encode() if codec else html
    except UnicodeError:
        return html
