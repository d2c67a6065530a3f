"""How do sources come into an index? Read over all cores, written in batches, one ledger line each."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from gongkai.indexer.page import Source
from gongkai.indexer.sources import Input, Ready, Unreadable
from gongkai.indexer.workers import Parsed, parse_all
from gongkai.search.engine import Engine, Entry, Incoming, Outcome

__all__ = ["Summary", "index_inputs"]

_BATCH = 2_000  # documents
_BATCH_BYTES = 64 << 20
_BATCH_SECONDS = 5.0  # what a power cut may cost
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
        self.batch: list[Incoming] = []
        self.bytes = 0
        self.written = time.monotonic()

    def run(self, inputs: Iterable[Input], workers: int | None) -> Summary:
        from gongkai.indexer.parse import PARSER_VERSION

        started = time.monotonic()
        for item, parsed in parse_all(self._unknown(inputs, PARSER_VERSION), workers):
            for incoming in _incoming(item, parsed, PARSER_VERSION):
                self.batch.append(incoming)
                self.bytes += len(incoming.page or b"")
            if self._full():
                self._write()
            if self.stop():
                self.summary.interrupted = True
                break
        self._write()
        self.summary.seconds = time.monotonic() - started
        return self.summary

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

    def _full(self) -> bool:
        return len(self.batch) >= _BATCH or self.bytes >= _BATCH_BYTES or time.monotonic() - self.written > _BATCH_SECONDS

    def _write(self) -> None:
        if self.batch:
            for entry in self.engine.write(self.batch):
                self._count(entry)
        self.batch, self.bytes, self.written = [], 0, time.monotonic()

    def _count(self, entry: Entry) -> None:
        self.summary.outcomes[entry.outcome] += 1
        self.watch(entry)


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
        yield Incoming(item.origin, digest, parser, None, page, outcome, parsed.reason)
    for number, document in enumerate(parsed.documents, 1):
        place = item.origin if number == 1 else f"{item.origin}#{number}"  # a ledger line for each report of a file
        yield Incoming(place, digest, parser, document, page)
