"""Was an input dealt with already? Asked for each input before it is read, so it must cost next to nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongkai.search.elasticsearch_connection import Cluster
from gongkai.search.elasticsearch_document import ledger_id
from gongkai.search.elasticsearch_reading import ask, glance
from gongkai.search.elasticsearch_task import Task
from gongkai.search.engine import Incoming, Outcome

__all__ = ["Known"]

_BITS = 27  # 16 MB, however many inputs there are


class Known:
    """Answers from the ledger. When that was empty at first, the cluster is asked only about what was written since.

    What other machines write at the same time is not seen then: `write` finds it out.
    """

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._was_empty: bool | None = None
        self._written = bytearray()  # a bit for each beginning of a ledger line's id

    def known(self, source: str, digest: str, parser: str) -> bool:
        """Tell whether that input was dealt with by that parser; what failed is to be tried again."""
        key = ledger_id(source)
        if self._is_new(key):
            return False
        found = glance(self._cluster, [("ledger", key)])
        return any(
            (line.source["digest"], line.source["parser"]) == (digest, parser) and line.source["outcome"] != Outcome.FAILED
            for line in found.values()
        )

    def passing(self, batch: Iterable[Incoming]) -> Iterator[Task]:
        """Yield the batch as tasks that know whether there can be anything on the cluster; remember their sources."""
        self._written = self._written or bytearray(1 << (_BITS - 3))
        for incoming in batch:
            key = ledger_id(incoming.source)
            byte, bit = _place(key)
            task = Task.of(incoming, is_new=self._is_new(key))
            self._written[byte] |= 1 << bit
            yield task

    def _is_new(self, key: str) -> bool:
        """Tell whether nothing can have been written of a source; other machines aside."""
        if self._was_empty is None:
            answer = ask(self._cluster, index=self._cluster.name("ledger"), size=0, track_total_hits=1)
            self._was_empty = answer["hits"]["total"]["value"] == 0
        byte, bit = _place(key)
        return self._was_empty and not (self._written and self._written[byte] >> bit & 1)


def _place(key: str) -> tuple[int, int]:
    return divmod(int(key[:8], 16) >> (32 - _BITS), 8)
