"""Which pages wait for the end of a run? Those whose place only the other reports of their host may tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gongkai.indexer.inputs.sources import Input
from gongkai.indexer.page import Source
from gongkai.indexer.workers import Parsed, parse_one
from gongkai.report import Prepare

__all__ = ["Waiting"]

_BYTES = 64 << 20  # kept in memory at most; pages beyond that are taken as they are
_READING = 50_000  # bytes that the reading of a page takes beside its own


class Waiting:
    """Pages that were read, with what was found on them."""

    def __init__(self, prepare: Prepare | None) -> None:
        self._prepare = prepare
        self._pages: list[tuple[Source, Parsed]] = []
        self._size = 0

    def takes(self, item: Input, found: Parsed) -> bool:
        """Keep a page whose place its host may tell, if there is room; false for all others."""
        if found.weak_host is None or not isinstance(item, Source) or self._size > _BYTES:
            return False
        self._pages.append((item, found))
        self._size += len(item.content) + _READING
        return True

    def read_again(self, recall: Callable[[str], str | None]) -> Iterator[tuple[Source, Parsed]]:
        """Yield the pages, in the order they came; those of a host that is known now are read once more."""
        for item, found in self._pages:
            is_known = found.weak_host is not None and recall(found.weak_host) is not None
            yield item, parse_one(item, self._prepare, recall) if is_known else found
        self._pages.clear()
