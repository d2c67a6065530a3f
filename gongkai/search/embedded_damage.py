"""Is the search index of a folder damaged? What tantivy says of it is for programmers; this is for who has to act.

tantivy ends every file with a checksum, which is looked at only once something failed: reading all of a large index takes
longer than any answer.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, Protocol, TypeVar, cast

from gongkai.errors import EngineUnavailable

__all__ = ["damage_of", "telling_damage"]

P = ParamSpec("P")
R = TypeVar("R")

_PARTS = ("term", "idx", "pos", "fast", "store", "fieldnorm")  # files of a segment
_MAGIC = (1337).to_bytes(4, "little")
_LENGTHS = 8  # bytes of the footer's length and of the magic number, the last of a file
_CHUNK = 1 << 20


class _Folder(Protocol):
    """What has the folder of a search index."""

    def search_folder(self) -> Path: ...


def telling_damage(method: Callable[P, R]) -> Callable[P, R]:
    """Let a method of an engine say that its index is damaged where it failed on that; of what it yields, too."""

    @wraps(method)
    def told(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            answer = method(*args, **kwargs)
        except BaseException as error:
            _raise(error, args[0])
            raise
        return cast(R, _watched(answer, args[0])) if isinstance(answer, Iterator) else answer

    return told


def _watched(answer: Iterator[Any], engine: Any) -> Iterator[Any]:
    try:
        yield from answer
    except BaseException as error:
        _raise(error, engine)
        raise


def _raise(error: BaseException, engine: Any) -> None:
    """Raise EngineUnavailable when the error is one of tantivy's (a panic of Rust's is no Exception), and the index damaged."""
    holder: _Folder = engine
    if (isinstance(error, ValueError) or type(error).__module__ == "pyo3_runtime") and (
        told := damage_of(holder.search_folder())
    ):
        raise told from error


def damage_of(folder: Path) -> EngineUnavailable | None:
    """Return what to say of a damaged index, and what is to be done; null when it is whole."""
    for path in _files(folder):
        if not _is_whole(path):
            return EngineUnavailable(
                f"The search index {folder} is damaged ({path.name[-12:]}): remove that folder, and the next command makes it"
                " again from the store beside it. Is the disk sound?"
            )
    return None


def _files(folder: Path) -> Iterator[Path]:
    try:
        segments = json.loads((folder / "meta.json").read_bytes())["segments"]
        names = [str(one["segment_id"]).replace("-", "") for one in segments]
    except (OSError, ValueError, KeyError, TypeError):
        yield folder / "meta.json"
        return
    yield from (folder / f"{name}.{part}" for name in names for part in _PARTS)


def _is_whole(path: Path) -> bool:
    """Tell whether the file ends in the checksum of what stands before it."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, 2)
            file.seek(max(0, size - _LENGTHS))
            last = file.read()
            footer = int.from_bytes(last[:4], "little")
            left = size - _LENGTHS - footer
            if last[4:] != _MAGIC or left < 0:
                return False
            file.seek(left)
            wanted = json.loads(file.read(footer))["crc"]
            file.seek(0)
            found = 0
            while left and (chunk := file.read(min(_CHUNK, left))):
                found, left = zlib.crc32(chunk, found), left - len(chunk)
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return left == 0 and bool(found == wanted)
