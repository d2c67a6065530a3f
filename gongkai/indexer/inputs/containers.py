"""What lies inside an archive? Members one at a time, bounded in size, count, depth and ratio."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from types import SimpleNamespace
from typing import IO, Self, cast

from gongkai.errors import ParseError
from gongkai.indexer.inputs.members import Limits, Member, too_large, why

__all__ = ["archive_members", "decompressed", "looked_into", "media_of", "piecewise"]

_HEAD = 512  # bytes that tell what a stream is
_FLOOR = 64 << 20  # bytes that any archive may unpack to, whatever its ratio
_DOCUMENTS = ("word/", "xl/", "ppt/", "META-INF/", "mimetype", "OFD.xml")  # a zip that is one document (docx, xlsx, odt, ofd)


def looked_into(stream: IO[bytes]) -> tuple[bytes, IO[bytes]]:
    """Return the stream's first bytes, and the stream as it was before."""
    if stream.seekable():
        start = stream.tell()
        head = stream.read(_HEAD)
        stream.seek(start)
        return head, stream
    head, failure = b"", None
    try:
        while len(head) < _HEAD and (some := stream.read1(_HEAD - len(head))):  # type: ignore[attr-defined]  # all are buffered
            head += some
    except Exception as error:  # noqa: BLE001 — it is raised again in its place: what comes before it is read
        failure = error
    return head, _buffered(_Counted(stream, head, failure=failure))


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
    """A stream that counts what was read and refuses to unpack a bomb; `head` was read from it before, then it failed."""

    def __init__(
        self,
        inner: IO[bytes] | io.IOBase,
        head: bytes = b"",
        *,
        packed: _Counted | None = None,
        ratio: int = 0,
        failure: Exception | None = None,
    ) -> None:
        self.head, self.packed, self.ratio, self.count, self.failure = head, packed, ratio, 0, failure
        # What comes before damage must not be lost with it: no more than one piece at once.
        self.read_some: Callable[[int], bytes] = inner.read1 if isinstance(inner, io.BufferedIOBase) else inner.read

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self.failure is not None and not self.head:
            failure, self.failure = self.failure, None
            raise failure
        chunk = self.head[: len(buffer)] or self.read_some(len(buffer))
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
    opened: io.BufferedIOBase | io.RawIOBase
    if medium == "gzip":
        opened = gzip.GzipFile(fileobj=source)
    elif medium == "xz":
        opened = lzma.LZMAFile(source)  # noqa: SIM115 — closed with the stream that reads it
    elif medium == "bzip2":
        opened = bz2.BZ2File(source)
    else:
        opened = _Zstd(source)
    return _buffered(_Counted(opened, packed=packed, ratio=limits.ratio))


def piecewise(stream: IO[bytes]) -> IO[bytes]:
    """Return what reads one piece at once for a library that asks for many: what stands before damage is not lost with it."""
    return cast("IO[bytes]", SimpleNamespace(read=stream.read1 if isinstance(stream, io.BufferedIOBase) else stream.read))


class _Zstd(io.RawIOBase):
    """The unpacked bytes of frames; the package's own reader takes a frame that is cut for a whole one."""

    def __init__(self, source: IO[bytes]) -> None:
        try:
            import zstandard
        except ImportError:
            raise ParseError("reading .zst needs an extra package: pip install 'gongkai[zstd]'") from None
        self._source, self._error = source, zstandard.ZstdError
        self._unpacker = zstandard.ZstdDecompressor(max_window_size=1 << 27)
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._packed, self._ready = b"", io.BytesIO()

    def read(self, size: int = -1) -> bytes:
        while not (some := self._ready.read(size)):
            self._packed = self._packed or self._source.read(1 << 8)  # few: nothing limits what they unpack to
            if not self._packed:
                if self._frame is not None:
                    raise EOFError
                break
            self._ready = io.BytesIO(self._advance())
        return some

    def _advance(self) -> bytes:
        frame = self._frame or self._unpacker.decompressobj()
        try:
            unpacked: bytes = frame.decompress(self._packed)
        except self._error as error:
            raise ParseError(f"it is damaged: {error}") from error
        self._frame, self._packed = (None, frame.unused_data) if frame.eof else (frame, b"")
        return unpacked


def archive_members(stream: IO[bytes], medium: str, limits: Limits) -> Iterator[Member] | None:
    """Return the members of a zip or tar; null for a zip that is a document, with the stream rewound."""
    return _zip_members(stream, limits) if medium == "zip" else _tar_members(stream, limits)


class _Header(tarfile.TarInfo):
    """A member's header. `tarfile` takes whatever is none for the archive's end; that is two blocks of zeros."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        if len(buf) < tarfile.BLOCKSIZE:
            raise ParseError("it is cut off")
        try:
            return super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if any(buf):
                raise ParseError(f"it is damaged: {error}") from error
            raise


def _tar_members(stream: IO[bytes], limits: Limits) -> Iterator[Member]:
    with tarfile.open(fileobj=piecewise(stream), mode="r|", errors="surrogateescape", tarinfo=_Header) as archive:
        for number, info in enumerate(archive):
            _bounded(number, limits)
            if not info.isfile() or _hidden(info.name):
                continue
            name = info.name.encode(errors="surrogateescape").decode(errors="backslashreplace")
            if info.size > limits.member:
                yield Member(name, reason=too_large(limits))
                continue
            yield Member(name, _tar_content(archive, info, name))
            archive.members.clear()  # type: ignore[attr-defined]  # tarfile remembers every member: memory would grow with their count
    while stream.read(1 << 20):  # up to the checksum of what it is packed in
        pass


def _tar_content(archive: tarfile.TarFile, info: tarfile.TarInfo, name: str) -> bytes:
    try:
        content = archive.extractfile(info)
        return content.read(info.size) if content else b""
    except tarfile.ReadError as error:
        raise ParseError(f"it is cut off in {name}") from error


def _zip_members(stream: IO[bytes], limits: Limits) -> Iterator[Member] | None:
    file = stream
    if not file.seekable():
        file = tempfile.TemporaryFile()  # noqa: SIM115 — closed with the last member
        while chunk := stream.read(1 << 20):
            file.write(chunk)
    try:
        archive = zipfile.ZipFile(file)
    except Exception as error:  # of a list that is damaged in its details, too
        raise ParseError(f"its end, which lists what is in it, is cut off or damaged ({error}); fetch the file again") from error
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
                yield Member(name, reason=too_large(limits))
            elif info.file_size > (1 << 20) and info.file_size > limits.ratio * max(1, info.compress_size):
                yield Member(name, reason=f"it unpacks to more than {limits.ratio} times its size")
            elif total > max(_FLOOR, limits.ratio * size):
                raise ParseError(f"it unpacks to more than {limits.ratio} times its size")
            else:
                yield _zip_member(archive, info, name)


def _zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> Member:
    if info.flag_bits & 0x1:
        return Member(name, reason="it is encrypted; unpack the archive with its password, and name the folder")
    try:
        return Member(name, archive.read(info))
    except Exception as error:  # noqa: BLE001 — whatever `zipfile` raises costs this member
        return Member(name, reason=why(error))


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


def _bounded(number: int, limits: Limits) -> None:
    if number >= limits.members:
        raise ParseError(f"it has more than {limits.members:,} members")


def _hidden(name: str) -> bool:
    parts = name.split("/")
    return parts[0] == "__MACOSX" or any(part.startswith(".") and part not in (".", "..") for part in parts)
