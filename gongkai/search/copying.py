"""How does what is in one index get into another? As inputs, in an order that leads to the same end."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterator

from gongkai.search.engine import DEAD, Engine, Incoming, Outcome

__all__ = ["copy"]

_DOCUMENTS = 1_000  # a batch
_BYTES = 64 << 20


def copy(origin: Engine, target: Engine, watch: Callable[[int], None] = lambda count: None) -> Counter[Outcome]:
    """Bring every document, page and ledger line of one index into another; return what became of the inputs.

    Done again it does only what is missing. Documents that no source has any more come first, so that they are
    left again when their source comes with what it has now; they are not counted.
    """
    outcomes: Counter[Outcome] = Counter()
    done = 0
    for batch in _batches(incoming for incoming in origin.dump() if not _is_there(target, incoming)):
        for incoming, entry in zip(batch, target.write(batch), strict=True):
            outcomes[entry.outcome] += incoming.digest != DEAD
        done += len(batch)
        watch(done)
    return +outcomes


def _batches(inputs: Iterator[Incoming]) -> Iterator[list[Incoming]]:
    while first := next(inputs, None):
        batch, size = [first], len(first.page or b"")
        for incoming in itertools.islice(inputs, _DOCUMENTS - 1):
            batch.append(incoming)
            size += len(incoming.page or b"")
            if size > _BYTES:
                break
        yield batch


def _is_there(target: Engine, incoming: Incoming) -> bool:
    """Tell whether a document that no source has any more was copied before."""
    return incoming.digest == DEAD and incoming.document is not None and target.get(str(incoming.document["id"])) is not None
