"""Which pages lie in a web archive? warcio reads the records; what it passes over in silence is told here."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import IO, Any

from gongkai.errors import ParseError
from gongkai.indexer.inputs.containers import piecewise
from gongkai.indexer.inputs.members import Limits, Member, too_large

__all__ = ["warc_members"]

_PAGES = ("response", "resource", "conversion")
_USELESS = ("image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript")
_CUT = "it is cut off or damaged: the server's answer cannot be read to its end"


def warc_members(stream: IO[bytes], limits: Limits) -> Iterator[Member]:
    """Yield the pages of a web archive: answers with status 200 that are no pictures, styles or scripts.

    Raises what warcio raises of a record that is damaged, and ParseError where the archive is cut off.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise ParseError("reading WARC needs an extra package: pip install 'gongkai[warc]'") from None
    archive, is_empty = ArchiveIterator(piecewise(stream)), True
    while True:
        with redirect_stderr(io.StringIO()):
            record = next(archive, None)
        if record is None:
            break
        is_empty = False
        if (member := _member(archive, record, limits)) is not None:
            yield member
    if is_empty or archive.next_line:  # warcio takes a cut before a record's content for the end
        raise ParseError("it is cut off in the head of a record")


def _member(archive: Any, record: Any, limits: Limits) -> Member | None:
    """Return the page of the record; null for a record that holds none. The archive is read up to the next one then."""
    name = f"{record.rec_headers.get_header('WARC-Target-URI', '')}@{record.rec_headers.get_header('WARC-Date', '')}"  # may be there twice
    if not hasattr(record.raw_stream, "limit"):  # all that follows would be its content
        raise ParseError(f"it is cut off in the head of a record, or the record does not say how long it is: {name}")
    errors = archive.err_count
    with redirect_stderr(io.StringIO()):
        member = _page(record, name, limits)
        archive.read_to_end()
    if record.raw_stream.limit:
        raise ParseError(f"it is cut off in {name}")
    if archive.err_count > errors:
        return Member(name, reason="it is damaged: its record is not as long as it says")
    return member


def _page(record: Any, name: str, limits: Limits) -> Member | None:
    headers, http = record.rec_headers, record.http_headers
    media = (http or headers).get_header("Content-Type", "").split(";")[0].strip().lower()
    if record.rec_type is None:
        return Member(name, reason="its record does not say what it is (WARC-Type)")
    if record.rec_type not in _PAGES or media.startswith(_USELESS):
        return None
    if not record.length:  # nor is there where it could not be understood
        return Member(name, reason="it is empty, or its record does not say how long it is (Content-Length)")
    if http is not None and not http.protocol.startswith("HTTP/"):
        return Member(name, reason="it holds no answer of a server (HTTP/1.1 200 OK)")
    if http is not None and http.get_statuscode() != "200":
        return None
    if (url := headers.get_header("WARC-Target-URI")) is None:
        return Member(name, reason="its record has no address (WARC-Target-URI)")
    if cut := headers.get_header("WARC-Truncated"):
        return Member(name, reason=f"it is cut off: the crawler did not take all of it (WARC-Truncated: {cut[:20]})")
    content = _content(record.content_stream(), limits.member + 1)
    if content is None:
        return Member(name, reason=_CUT)
    if len(content) > limits.member:
        return Member(name, reason=too_large(limits))
    return Member(name, content, url=url, media_type=media or None)


def _content(reader: Any, size: int) -> bytes | None:
    """Return what the server sent, unpacked; null where it breaks off or is damaged, which warcio takes for the end."""
    from warcio.bufferedreaders import ChunkedDataException

    content: bytes = reader.read(1)  # where the first chunk is none, a crawler joined them and kept the head
    if not getattr(reader, "not_chunked", True):
        if content and reader.all_chunks_read:
            return None
        reader.raise_chunked_data_exceptions = True
    try:
        content += reader.read(size - 1)
    except ChunkedDataException:
        return None
    is_cut = len(content) < size and not getattr(getattr(reader, "decompressor", None), "eof", True)
    return None if is_cut else content
