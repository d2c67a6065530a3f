"""How are many pages read at once? Over all cores, in the order of the input, with flat memory."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from gongkai.errors import ParseError
from gongkai.indexer.page import Source
from gongkai.indexer.sources import Input, Ready, Unreadable
from gongkai.report import NotAReport

__all__ = ["Parsed", "available_cores", "parse_all"]

Document = dict[str, Any]

_FEW = 12  # so many pages are read before processes are started, which costs a quarter of a second
_CHUNK = 8  # pages that travel to a process together
_CHUNK_BYTES = 1 << 20
_AHEAD = 12  # chunks a process under way: enough to read on while a batch is written
_AHEAD_BYTES = 256 << 20
_SECONDS = 60  # for one page
# A bug in the parser costs one page, not the run: these are what a bug raises.
_BUGS = (ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, OSError, RuntimeError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one input holds: documents, or a reason why there is none; `failed` when it could not be read."""

    documents: tuple[Document, ...] = ()
    reason: str | None = None
    failed: bool = False


def available_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def parse_all(inputs: Iterable[Input], workers: int | None = None, *, explain: bool = False) -> Iterator[tuple[Input, Parsed]]:
    """Yield each input with what it holds, in the order of the input; with `explain` also what each reading rests on."""
    if explain:  # to look into a few pages: no processes
        for one in inputs:
            yield one, _parse(one, explain=True) if isinstance(one, Source) else _without_parsing(one)
        return
    workers = workers or available_cores()
    iterator = iter(inputs)
    first: list[Input] = []
    while workers > 1 and sum(isinstance(item, Source) for item in first) < _FEW:
        if (item := next(iterator, None)) is None:
            break
        first.append(item)
        if not isinstance(item, Source) and len(first) == 1:  # lines of parse: nothing to wait for
            yield first.pop(), _without_parsing(item)
    chained = itertools.chain(first, iterator)
    if workers == 1 or len(first) < _FEW:
        for item in chained:
            yield item, _parse(item) if isinstance(item, Source) else _without_parsing(item)
    else:
        yield from _Pool(workers).parse(chained)


def _without_parsing(item: Ready | Unreadable) -> Parsed:
    if isinstance(item, Unreadable):
        return Parsed(reason=item.reason, failed=True)
    return Parsed((item.document,)) if item.document is not None else Parsed(reason=item.reason)


def _parse(source: Source, *, explain: bool = False) -> Parsed:
    from gongkai.indexer.documents import to_document
    from gongkai.indexer.parse import parse_source

    try:
        found = parse_source(source)
        documents = tuple(to_document(report, explain=explain) for report in found if not isinstance(report, NotAReport))
    except ParseError as error:
        return Parsed(reason=str(error), failed=True)
    except _BUGS as error:
        return Parsed(reason=f"the parser broke on it ({type(error).__name__}: {str(error)[:80]}); please report it", failed=True)
    reasons = [report.reason for report in found if isinstance(report, NotAReport)]
    return Parsed(documents, None if documents else "; ".join(reasons) or "there is no report in it")


# -- in a worker process ------------------------------------------------------------------------------
class _TooSlowError(ParseError):
    pass


def _start() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the main process's to handle
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _ring)


def _ring(_signal: int, _frame: object) -> None:
    raise _TooSlowError(f"reading it took longer than {_SECONDS} s")


def _parse_chunk(sources: list[Source]) -> list[Parsed]:
    results = []
    for source in sources:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, _SECONDS)
        try:
            results.append(_parse(source))
        finally:
            if hasattr(signal, "setitimer"):
                signal.setitimer(signal.ITIMER_REAL, 0)
    return results


# -- in the main process ------------------------------------------------------------------------------
@dataclass
class _Chunk:
    """Inputs in their order; only the sources among them travel."""

    inputs: list[Input]
    future: Future[list[Parsed]] | None = None

    @property
    def sources(self) -> list[Source]:
        return [item for item in self.inputs if isinstance(item, Source)]

    @property
    def size(self) -> int:
        return sum(len(source.content) for source in self.sources)


class _Pool:
    """Worker processes that are started again when one of them is killed."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        # New processes start as `python -c`, which would import modules from the current folder: from crawled pages.
        os.environ.setdefault("PYTHONSAFEPATH", "1")
        # Forking a process that has threads may hang; a server that forks from a clean state does not.
        method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        self.context = multiprocessing.get_context(method)
        self.context.set_forkserver_preload(["gongkai.indexer.parse", "gongkai.indexer.documents"])
        self.executor = self._executor(workers)
        self.under_way: deque[_Chunk] = deque()

    def _executor(self, workers: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(workers, mp_context=self.context, initializer=_start)

    def parse(self, inputs: Iterable[Input]) -> Iterator[tuple[Input, Parsed]]:
        try:
            for chunk in _chunks(inputs):
                self._submit(chunk)
                self.under_way.append(chunk)
                while len(self.under_way) >= _AHEAD * self.workers or sum(c.size for c in self.under_way) > _AHEAD_BYTES:
                    yield from self._collect()
                while self.under_way and self.under_way[0].future is not None and self.under_way[0].future.done():
                    yield from self._collect()
            while self.under_way:
                yield from self._collect()
        finally:
            self.executor.shutdown(cancel_futures=True)

    def _submit(self, chunk: _Chunk) -> None:
        try:
            chunk.future = self.executor.submit(_parse_chunk, chunk.sources)
        except BrokenProcessPool:
            chunk.future = None  # `_collect` finds out which page it was

    def _collect(self) -> Iterator[tuple[Input, Parsed]]:
        chunk = self.under_way.popleft()
        try:
            if chunk.future is None:
                raise BrokenProcessPool
            results = iter(chunk.future.result())
        except BrokenProcessPool:
            results = iter(self._rescue(chunk))
        for item in chunk.inputs:
            yield item, next(results) if isinstance(item, Source) else _without_parsing(item)

    def _rescue(self, chunk: _Chunk) -> list[Parsed]:
        """Read each page of the chunk in a process of its own, and give the others a new pool."""
        self.executor.shutdown(cancel_futures=True)
        results = []
        for source in chunk.sources:
            with self._executor(1) as alone:
                result = Parsed(reason="reading it killed the process (out of memory?)", failed=True)
                with suppress(BrokenProcessPool):
                    (result,) = alone.submit(_parse_chunk, [source]).result()
                results.append(result)
        self.executor = self._executor(self.workers)
        for waiting in self.under_way:
            self._submit(waiting)
        return results


def _chunks(inputs: Iterable[Input]) -> Iterator[_Chunk]:
    chunk, size = _Chunk([]), 0
    for item in inputs:
        chunk.inputs.append(item)
        size += len(item.content) if isinstance(item, Source) else 0
        if len(chunk.inputs) >= _CHUNK or size >= _CHUNK_BYTES:
            yield chunk
            chunk, size = _Chunk([]), 0
    if chunk.inputs:
        yield chunk
