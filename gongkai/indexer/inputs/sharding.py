"""Whose input is it, when several machines share one? Decided by content, so that a page that lies twice is one machine's."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from gongkai.indexer.inputs.sources import Input, Unreadable
from gongkai.indexer.page import Source

__all__ = ["share"]


def share(inputs: Iterable[Input], number: int, machines: int) -> Iterator[Input]:
    """Yield the inputs that fall to machine `number` of `machines`, counted from one.

    Every input falls to exactly one; what cannot be read is told by its name.
    """
    return (item for item in inputs if int(_digest(item)[:12], 16) % machines == number - 1)


def _digest(item: Input) -> str:
    if isinstance(item, Unreadable):
        return hashlib.sha256(item.origin.encode(errors="backslashreplace")).hexdigest()
    return item.sha256 if isinstance(item, Source) else item.digest
