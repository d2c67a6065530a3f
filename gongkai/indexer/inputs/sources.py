"""Where do the bytes come from? Files, folders, archives, JSON lines and standard input, one at a time."""

from __future__ import annotations

import hashlib
import io
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO

from gongkai.errors import ParseError
from gongkai.indexer.inputs.containers import archive_members, decompressed, looked_into, media_of
from gongkai.indexer.inputs.folders import files_at
from gongkai.indexer.inputs.json_lines import KEYS, Ready, Unreadable, is_json_line, json_lines
from gongkai.indexer.inputs.members import Limits, Member, too_large, why
from gongkai.indexer.inputs.warc import warc_members
from gongkai.indexer.page import Source

__all__ = ["KEYS", "Input", "Limits", "Ready", "Sources", "Unreadable"]

Input = Source | Ready | Unreadable

_COMPRESSED = ("gzip", "xz", "bzip2", "zstd")
_BOM = b"\xef\xbb\xbf"
_BUFFER = 1 << 16  # bytes: a line of `parse` is longer than Python's own, and is put together of pieces then


class Sources:
    """Everything that lies at the paths (`-` is standard input, read as what `-!` and a digest name), while it is iterated over.

    Folders are walked in the order of their names, hidden files and those of an index left out. A file that cannot be read is
    an Unreadable, never an exception.
    """

    def __init__(
        self, paths: Iterable[str], limits: Limits | None = None, keys: Mapping[str, str] = KEYS, *, absolute: bool = False
    ) -> None:
        self.paths = tuple(paths)
        self._absolute = absolute  # files are named by their whole path: two folders may both have reports/1.html
        self.limits = limits or Limits()
        self.keys = keys
        self._finished = 0
        self._open: IO[bytes] | None = None

    @property
    def position(self) -> int:
        """Bytes of the files that have been read so far."""
        return self._finished + (self._open.tell() if self._open else 0)

    def total(self) -> int:
        """Return how many bytes the files have; standard input counts for nothing."""
        return sum(_size(path) for named in self.paths for path in files_at(named))

    def __iter__(self) -> Iterator[Input]:
        for named in self.paths:
            for path in files_at(named):
                yield from self._file(path)

    def _file(self, path: str) -> Iterator[Input]:
        is_piped = path == "-" or (path.startswith("/dev/") and not path.startswith("/dev/shm/"))  # a folder of files in memory
        named = os.path.abspath(path) if self._absolute else path  # noqa: PTH100 — keeps links as they are named
        origin = "-" if is_piped else os.fsencode(named).decode(errors="backslashreplace")
        if not is_piped and (reason := _no_file(path)):
            yield Unreadable(origin, reason)
            return
        try:
            file = sys.stdin.buffer if path == "-" else Path(path).open("rb", _BUFFER)  # noqa: SIM115 — closed below
        except OSError as error:
            yield Unreadable(origin, why(error))
            return
        self._open = file if path != "-" and file.seekable() else None
        try:
            yield from self._stream(file, origin, 0)
        finally:
            self._open = None
            if path != "-":
                file.close()
        self._finished += _size(path)

    def _stream(self, stream: IO[bytes], origin: str, depth: int) -> Iterator[Input]:
        try:
            yield from self._opened(stream, origin, depth, packed=False)
        except Exception as error:  # noqa: BLE001 — whatever a library of containers raises costs this input, not the run
            yield Unreadable(origin, why(error))

    def _opened(self, stream: IO[bytes], origin: str, depth: int, *, packed: bool) -> Iterator[Input]:
        head, stream = looked_into(stream)
        medium = media_of(head)
        if medium is not None and depth >= self.limits.depth:
            raise ParseError(f"it lies in archives more than {self.limits.depth} deep")
        if medium in _COMPRESSED:
            unpacked = decompressed(stream, medium, self.limits)
            yield from self._opened(unpacked, origin, depth + packed, packed=True)
        elif medium == "warc":
            yield from self._members(warc_members(stream, self.limits), origin, depth)
        elif medium in ("zip", "tar") and (members := archive_members(stream, medium, self.limits)) is not None:
            yield from self._members(members, origin, depth)
        else:
            yield from self._plain(head, stream, origin)

    def _members(self, members: Iterator[Member], origin: str, depth: int) -> Iterator[Input]:
        count = 0
        while (member := _next(members, count)) is not None:
            count += member.reason is None
            place = f"{_named(member.content) if origin == '-' and member.reason is None else origin}!{member.name}"
            if member.reason is not None:
                yield Unreadable(place, member.reason)
            elif member.url is not None:
                yield Source(member.content, place, member.url, media_type=member.media_type)
            else:
                yield from self._stream(io.BytesIO(member.content), place, depth + 1)

    def _plain(self, head: bytes, stream: IO[bytes], origin: str) -> Iterator[Input]:
        content, limit = b"", self.limits.member
        start = head.removeprefix(_BOM).lstrip()
        if start.startswith(b"{"):
            content = stream.read(len(head) - len(start))  # blank lines and a mark of byte order
            line = stream.readline(limit + 1)
            if is_json_line(line):
                yield from json_lines(line, stream, origin, self.limits, self.keys, 1 + content.count(b"\n"))
                return
            content += line
        content += stream.read(limit + 1 - len(content))
        if len(content) > limit:
            yield Unreadable(origin, too_large(self.limits))
        else:
            yield Source(content, _named(content) if origin == "-" else origin)


def _next(members: Iterator[Member], count: int) -> Member | None:
    """Return the next member; an error says how many were read before."""
    try:
        return next(members, None)
    except Exception as error:
        were = "member was" if count == 1 else "members were"
        told = f"{count:,} {were} read, the rest was not" if count else "nothing in it was read"
        raise ParseError(f"{why(error)}; {told}") from error


def _named(content: bytes) -> str:
    """Return the origin of what comes by standard input: two pages are two inputs of a ledger, the same page is one."""
    return f"-!{hashlib.sha256(content).hexdigest()[:12]}"


def _no_file(path: str) -> str | None:
    """Return why the path is not opened; opening a pipe may wait for ever."""
    if os.path.isdir(path):  # noqa: PTH112 — these three never raise, and answer for a path of bytes
        return "it is a folder that may not be looked into; give yourself the right to read it (chmod u+rx)"
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113
        return "it is no file but a pipe or a device; `-` reads standard input"
    return None


def _size(path: str) -> int:
    try:
        return 0 if path == "-" else Path(path).stat().st_size
    except OSError:
        return 0
