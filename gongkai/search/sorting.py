"""How are more lines sorted than memory holds? In parts, each written to a temporary file, and merged."""

from __future__ import annotations

import heapq
import json
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, Any

__all__ = ["in_order"]

Line = list[Any]  # of what JSON holds; the first elements decide, and no two lines are equal in them

_PART = 50_000  # lines in memory


def in_order(lines: Iterable[Line], part: int = _PART) -> Iterator[Line]:
    """Yield the lines in order; memory holds `part` of them, and one of each part that was written."""
    waiting = iter(lines)
    block = sorted(islice(waiting, part))
    if len(block) < part:
        yield from block
        return
    files: list[IO[bytes]] = []
    try:
        while block:
            files.append(_written(block))
            block = sorted(islice(waiting, part))
        yield from heapq.merge(*map(_read, files))
    finally:
        for file in files:
            file.close()


def _written(block: list[Line]) -> IO[bytes]:
    file = tempfile.TemporaryFile()  # noqa: SIM115 - it is read long after this
    file.writelines(json.dumps(line).encode() + b"\n" for line in block)
    file.seek(0)
    return file


def _read(file: IO[bytes]) -> Iterator[Line]:
    for line in file:
        yield json.loads(line)
