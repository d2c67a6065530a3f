"""What lies inside an archive? Members one at a time, bounded in size, count, depth and ratio."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import IO, cast

from gongkai.errors import ParseError

__all__ = ["DAMAGED", "Limits", "Member", "archive_members", "decompressed", "looked_into", "media_of", "warc_members"]

DAMAGED = (
    *(ParseError, OSError, EOFError, zlib.error, lzma.LZMAError, tarfile.TarError, zipfile.BadZipFile),
    *(NotImplementedError, RuntimeError, UnicodeDecodeError),  # zipfile's words for a compression or a password
)
"""What reading an archive may raise when it is broken, cut short or built to do harm."""

_HEAD = 512  # bytes that tell what a stream is
_FLOOR = 64 << 20  # bytes that any archive may unpack to, whatever its ratio
_DOCUMENTS = ("word/", "xl/", "ppt/", "META-INF/", "mimetype", "OFD.xml")  # a zip that is one document (docx, xlsx, odt, ofd)
_USELESS = ("image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of an archive is read. Sizes in bytes."""

    member: int = 64 << 20
    members: int = 1_000_000
    depth: int = 3
    ratio: int = 200


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive; `reason` says why there is no content."""

    name: str
    content: bytes = b""
    reason: str | None = None
    url: str | None = None
    media_type: str | None = None


def looked_into(stream: IO[bytes]) -> tuple[bytes, IO[bytes]]:
    """Return the stream's first bytes, and the stream as it was before."""
    if stream.seekable():
        start = stream.tell()
        head = stream.read(_HEAD)
        stream.seek(start)
        return head, stream
    head = stream.read(_HEAD)
    return head, _buffered(_Counted(stream, head))


def media_of(head: bytes) -> str | None:
    """Return zip, tar, warc, or gzip, xz, bzip2, zstd; null for what is no container."""
    for magic, medium in ((b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"WARC/", "warc"), (b"\x1f\x8b", "gzip")):
        if head.startswith(magic):
            return medium
    for magic, medium in ((b"\xfd7zXZ\x00", "xz"), (b"BZh", "bzip2"), (b"\x28\xb5\x2f\xfd", "zstd")):
        if head.startswith(magic):
            return medium
    return "tar" if head[257:262] == b"ustar" else None


class _Counted(io.RawIOBase):
    """A stream that counts what was read and refuses to unpack a bomb; `head` was read from it before."""

    def __init__(self, inner: IO[bytes], head: bytes = b"", packed: _Counted | None = None, ratio: int = 0) -> None:
        self.inner, self.head, self.packed, self.ratio, self.count = inner, head, packed, ratio, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        chunk = self.head[: len(buffer)] or self.inner.read(len(buffer))
        self.head = self.head[len(buffer) :]
        buffer[: len(chunk)] = chunk
        self.count += len(chunk)
        if self.packed and self.count > max(_FLOOR, self.ratio * self.packed.count):
            raise ParseError(f"it unpacks to more than {self.ratio} times its size")
        return len(chunk)


def _buffered(stream: io.RawIOBase) -> IO[bytes]:
    return io.BufferedReader(stream, 1 << 16)


def decompressed(stream: IO[bytes], medium: str, limits: Limits) -> IO[bytes]:
    """Return the stream's unpacked bytes, guarded by the ratio."""
    packed = _Counted(stream)
    source = _buffered(packed)
    opened: IO[bytes]
    if medium == "gzip":
        opened = cast("IO[bytes]", gzip.GzipFile(fileobj=source))
    elif medium == "xz":
        opened = lzma.LZMAFile(source)  # noqa: SIM115 — closed with the stream that reads it
    elif medium == "bzip2":
        opened = bz2.BZ2File(source)
    else:
        opened = _zstd(source)
    return _buffered(_Counted(opened, packed=packed, ratio=limits.ratio))


def _zstd(source: IO[bytes]) -> IO[bytes]:
    try:
        import zstandard
    except ImportError:
        raise ParseError("reading .zst needs an extra package: pip install 'gongkai[zstd]'") from None

    class Reader(io.RawIOBase):
        """The package's own errors, in words that the caller knows."""

        inner = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(source, read_across_frames=True)

        def read(self, size: int = -1) -> bytes:
            try:
                return self.inner.read(size)
            except zstandard.ZstdError as error:
                raise ParseError(f"it is damaged: {error}") from error

    return cast("IO[bytes]", Reader())


def archive_members(stream: IO[bytes], medium: str, limits: Limits) -> Iterator[Member] | None:
    """Return the members of a zip or tar; null for a zip that is a document, with the stream rewound."""
    return _zip_members(stream, limits) if medium == "zip" else _tar_members(stream, limits)


def _tar_members(stream: IO[bytes], limits: Limits) -> Iterator[Member]:
    with tarfile.open(fileobj=stream, mode="r|", errors="surrogateescape") as archive:
        for number, info in enumerate(archive):
            _bounded(number, limits)
            if not info.isfile() or _hidden(info.name):
                continue
            name = info.name.encode(errors="surrogateescape").decode(errors="backslashreplace")
            if info.size > limits.member:
                yield Member(name, reason=_too_large(limits))
                continue
            content = archive.extractfile(info)
            yield Member(name, content.read(limits.member) if content else b"")
            archive.members.clear()  # type: ignore[attr-defined]  # tarfile remembers every member: memory would grow with their count


def _zip_members(stream: IO[bytes], limits: Limits) -> Iterator[Member] | None:
    file = stream
    if not file.seekable():
        file = tempfile.TemporaryFile()  # noqa: SIM115 — closed with the last member
        while chunk := stream.read(1 << 20):
            file.write(chunk)
    archive = zipfile.ZipFile(file)
    if any(info.filename.startswith(_DOCUMENTS) for info in archive.infolist()[:50]):
        file.seek(0)
        return None
    return _unzipped(archive, file.seek(0, io.SEEK_END), limits)


def _unzipped(archive: zipfile.ZipFile, size: int, limits: Limits) -> Iterator[Member]:
    total = 0
    with closing(archive):
        for number, info in enumerate(archive.infolist()):
            _bounded(number, limits)
            if info.is_dir() or _hidden(info.filename):
                continue
            total += info.file_size
            name = _zip_name(info)
            if info.file_size > limits.member:
                yield Member(name, reason=_too_large(limits))
            elif info.file_size > (1 << 20) and info.file_size > limits.ratio * max(1, info.compress_size):
                yield Member(name, reason=f"it unpacks to more than {limits.ratio} times its size")
            elif total > max(_FLOOR, limits.ratio * size):
                raise ParseError(f"it unpacks to more than {limits.ratio} times its size")
            else:
                yield _zip_member(archive, info, name)


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Member:
    try:
        return Member(name, archive.read(info))
    except DAMAGED as error:
        return Member(name, reason=f"it cannot be unpacked: {error}")


def _zip_name(info: zipfile.ZipInfo) -> str:
    """Return the member's name; without the UTF-8 flag Info-ZIP wrote UTF-8 all the same, and a Chinese Windows GBK."""
    if info.flag_bits & 0x800:
        return info.filename
    for encoding in ("utf-8", "gb18030"):  # what is UTF-8 by chance is rare, what is GB18030 by chance is not
        try:
            return info.filename.encode("cp437").decode(encoding)
        except UnicodeError:
            continue
    return info.filename


def warc_members(stream: IO[bytes], limits: Limits) -> Iterator[Member]:
    """Yield the pages of a web archive: answers with status 200 that are no pictures, styles or scripts."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError:
        raise ParseError("reading WARC needs an extra package: pip install 'gongkai[warc]'") from None
    try:
        for record in ArchiveIterator(stream):
            url = record.rec_headers.get_header("WARC-Target-URI")
            http = record.http_headers
            media = (http or record.rec_headers).get_header("Content-Type", "").split(";")[0].strip().lower()
            wanted = record.rec_type in ("response", "resource", "conversion") and not media.startswith(_USELESS)
            if url is None or not wanted or (http is not None and http.get_statuscode() != "200"):
                continue
            name = f"{url}@{record.rec_headers.get_header('WARC-Date', '')}"  # one address may be there twice
            content = record.content_stream().read(limits.member + 1)
            if len(content) > limits.member:
                yield Member(name, reason=_too_large(limits))
            else:
                yield Member(name, content, url=url, media_type=media or None)
    except ArchiveLoadFailed as error:
        raise ParseError(f"it is damaged: {error}") from error


def _bounded(number: int, limits: Limits) -> None:
    if number >= limits.members:
        raise ParseError(f"it has more than {limits.members:,} members")


def _too_large(limits: Limits) -> str:
    return f"it is larger than {limits.member >> 20} MB; --max-size raises the limit"


def _hidden(name: str) -> bool:
    parts = name.split("/")
    return parts[0] == "__MACOSX" or any(part.startswith(".") and part not in (".", "..") for part in parts)
