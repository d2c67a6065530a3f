"""How do sources come into an index? Read over all cores, written in batches, one ledger line each."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from gongkai.indexer.inputs.sources import Input, Ready, Unreadable
from gongkai.indexer.page import PARSER_VERSION, Source
from gongkai.indexer.places.hosts import HostMemory
from gongkai.indexer.waiting import Waiting
from gongkai.indexer.workers import Parsed, parse_all
from gongkai.search.engine import Engine, Entry, Flowing, Incoming, Outcome, Preparing, places_on

__all__ = ["BATCH", "Summary", "index_inputs"]

BATCH = 4_000
"""Documents at most that are written in one step. A commit stops the disk for a fifth of a second, and leaves a segment that
tantivy merges with others: 20,000 lines of `parse` took 30.3 s in steps of 2,000, 28.4 of 4,000, 26.9 with HEAP as well."""
_BATCH_BYTES = 64 << 20
_BATCH_SECONDS = 5.0  # what a power cut may cost
_FIRST_SECONDS = 1.0  # who waits sees that it works
_READY = "jsonl"  # version of a parser that already did its work: the same line is the same document


@dataclass(slots=True)
class Summary:
    """How many inputs came to which end; `interrupted` when there is more to do."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    seconds: float = 0.0
    interrupted: bool = False

    def as_json(self) -> dict[str, float]:
        """Return the counts under the names that `gongkai index` documents."""
        return {str(outcome): self.outcomes[outcome] for outcome in Outcome} | {"seconds": round(self.seconds, 3)}


def index_inputs(
    inputs: Iterable[Input],
    engine: Engine,
    *,
    workers: int | None = None,
    watch: Callable[[Entry], None] = lambda entry: None,
    stop: Callable[[], bool] = lambda: False,
) -> Summary:
    """Bring the inputs into the engine; `watch` sees each end as it is durable, `stop` is asked between pages.

    When `stop` says so, what was read is written and the summary says that it was interrupted.
    """
    return _Indexing(engine, watch, stop).run(inputs, workers)


class _Indexing:
    """One run."""

    def __init__(self, engine: Engine, watch: Callable[[Entry], None], stop: Callable[[], bool]) -> None:
        self.engine, self.watch, self.stop = engine, watch, stop
        self.summary = Summary()

    def run(self, inputs: Iterable[Input], workers: int | None) -> Summary:
        started = time.monotonic()
        prepare = self.engine.preparation() if isinstance(self.engine, Preparing) else None
        parsed = parse_all(self._unknown(inputs, PARSER_VERSION), workers, prepare)
        waiting = Waiting(prepare)
        self._write(self._until_stopped(parsed, PARSER_VERSION, waiting))
        parsed.close()
        memory = HostMemory(partial(places_on, self.engine))
        self._write(each for item, found in waiting.read_again(memory.recall) for each in _incoming(item, found, PARSER_VERSION))
        self.summary.seconds = time.monotonic() - started
        return self.summary

    def _write(self, incoming: Iterator[Incoming]) -> None:
        if isinstance(self.engine, Flowing):
            for entry in self.engine.write_on(incoming):
                self._count(entry)
            return
        seconds = _FIRST_SECONDS
        while (first := next(incoming, None)) is not None:
            for entry in self.engine.write(_batch(first, incoming, seconds)):
                self._count(entry)
            seconds = _BATCH_SECONDS

    def _until_stopped(self, parsed: Iterable[tuple[Input, Parsed]], parser: str, waiting: Waiting) -> Iterator[Incoming]:
        for item, found in parsed:
            if not waiting.takes(item, found):
                yield from _incoming(item, found, parser)
            if self.stop():
                self.summary.interrupted = True
                return

    def _unknown(self, inputs: Iterable[Input], parser: str) -> Iterator[Input]:
        """Yield what the engine has not dealt with; count the rest as unchanged."""
        for item in inputs:
            if self.stop():
                self.summary.interrupted = True
                return
            if not isinstance(item, Unreadable) and self.engine.known(item.origin, *_version(item, parser)):
                self._count(Entry(item.origin, Outcome.UNCHANGED))
            else:
                yield item

    def _count(self, entry: Entry) -> None:
        self.summary.outcomes[entry.outcome] += 1
        self.watch(entry)


def _batch(first: Incoming, rest: Iterator[Incoming], seconds: float) -> Iterator[Incoming]:
    """Yield what is written in one step, as it comes: the engine works while the next pages are read."""
    started, count, size = time.monotonic(), 0, 0
    item: Incoming | None = first
    while item is not None:
        yield item
        count += 1
        size += len(item.page or b"")
        if count >= BATCH or size >= _BATCH_BYTES or time.monotonic() - started > seconds:
            return
        item = next(rest, None)


def _version(item: Source | Ready, parser: str) -> tuple[str, str]:
    return (item.sha256, parser) if isinstance(item, Source) else (item.digest, _READY)


def _incoming(item: Input, parsed: Parsed, parser: str) -> Iterator[Incoming]:
    if isinstance(item, Unreadable):
        # A digest of its own: the next run must try again.
        digest = hashlib.sha256(f"{item.origin}\0{item.reason}".encode(errors="replace")).hexdigest()
        yield Incoming(item.origin, f"unreadable:{digest}", parser, outcome=Outcome.FAILED, reason=item.reason)
        return
    digest, parser = _version(item, parser)
    page = item.content if isinstance(item, Source) else None
    if not parsed.documents:
        outcome = Outcome.FAILED if parsed.failed else Outcome.NOT_A_REPORT
        yield Incoming(item.origin, digest, parser, None, page, outcome, parsed.reason, parsed.says_nothing)
    for number, document in enumerate(parsed.documents, 1):
        place = item.origin if number == 1 else f"{item.origin}#{number}"  # a ledger line for each report of a file
        prepared = parsed.prepared[number - 1] if parsed.prepared else None
        yield Incoming(place, digest, parser, document, page, prepared=prepared)
