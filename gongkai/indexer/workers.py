"""How are many pages read at once? Over all cores, in the order of the input, with flat memory."""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from multiprocessing import forkserver, resource_tracker
from threading import Thread
from typing import TYPE_CHECKING

from gongkai.errors import ParseError
from gongkai.indexer.inputs.json_lines import document_of
from gongkai.indexer.inputs.sources import Input, Ready, Unreadable
from gongkai.indexer.page import Source
from gongkai.report import Document, NotAReport, Prepare, Report

if TYPE_CHECKING:
    from gongkai.indexer.agencies.openings import Recall  # only workers load it

__all__ = ["Parsed", "available_cores", "parse_all", "parse_one", "spare_collections"]


_FEW = 240  # lines of parse: starting processes takes as long as reading so many
_PAGE_IN_LINES = 20  # lines of parse that are read in the time of one page
_CHUNK = 8  # pages that travel to a process together
_CHUNK_LINES = 24  # and lines: what is under way outlasts the commit of a batch
_CHUNK_BYTES = 1 << 20
_AHEAD = 32  # chunks a process under way: enough to read on while a batch is written
_AHEAD_BYTES = 256 << 20
_SECONDS = 60  # for one page
_YOUNG = 10_000  # objects that were made since the last collection: a page makes a few thousand, hardly any of them in a cycle
_LOADED_FOR_PAGES = ["gongkai.indexer.parse", "gongkai.indexer.documents", "bs4.dammit"]  # once for all processes
# A bug in the parser costs one page, not the run: these are what a bug raises.
_BUGS = (ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError, OSError, RuntimeError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one input holds: documents (what `prepare` left of them), or why there is none; `failed` when it could not be read."""

    documents: tuple[Document, ...] = ()
    reason: str | None = None
    failed: bool = False
    says_nothing: bool = False  # no report, and no word on what its source held before
    prepared: tuple[object, ...] = ()  # what `prepare` made of each document
    weak_host: str | None = None  # the site whose other reports might tell the place that this page does not


@dataclass(frozen=True, slots=True)
class _How:
    """What is done with each input; travels to the processes."""

    prepare: Prepare | None
    explain: bool


def available_cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def parse_all(
    inputs: Iterable[Input], workers: int | None = None, prepare: Prepare | None = None, *, explain: bool = False
) -> Generator[tuple[Input, Parsed], None, None]:
    """Yield each input with what it holds, in the order of the input.

    `prepare` is called with each document and its page where the page was read; it must be a function that
    another process can import. With `explain` a document also says what each reading rests on.
    """
    how = _How(prepare, explain)
    workers = workers or available_cores()
    iterator = iter(inputs)
    first: list[Input] = []
    work = 0
    while workers > 1 and work < _FEW and (item := next(iterator, None)) is not None:
        first.append(item)
        work += _PAGE_IN_LINES if isinstance(item, Source) else 1
    inputs = itertools.chain(first, iterator)
    if workers == 1 or work < _FEW:
        for item in inputs:
            yield item, _parse(item, how)
    else:
        reads_pages = any(isinstance(item, Source) for item in first)
        yield from _Pool(workers, how, reads_pages=reads_pages).parse(inputs)


def parse_one(item: Input, prepare: Prepare | None, recall: Recall) -> Parsed:
    """Return what one input holds, read in this process; `recall` says what is known of its host."""
    return _parse(item, _How(prepare, explain=False), recall)


def _parse(item: Input, how: _How, recall: Recall | None = None) -> Parsed:
    try:
        parsed = _documents(item, recall, explain=how.explain)
        if how.prepare is None:
            return parsed
        page = item.content if isinstance(item, Source) else None
        made = [how.prepare(document, page) for document in parsed.documents]
        return replace(parsed, documents=tuple(left for left, _ in made), prepared=tuple(prepared for _, prepared in made))
    except ParseError as error:
        return Parsed(reason=str(error), failed=True)
    except _BUGS as error:
        return Parsed(reason=f"the parser broke on it ({type(error).__name__}: {str(error)[:80]}); please report it", failed=True)


def _documents(item: Input, recall: Recall | None = None, *, explain: bool) -> Parsed:
    if isinstance(item, Unreadable):
        raise ParseError(item.reason)
    if isinstance(item, Ready):
        read = document_of(item)
        return Parsed(reason=read.reason, says_nothing=read.says_nothing) if isinstance(read, NotAReport) else Parsed((read,))
    from gongkai.indexer.documents import to_document
    from gongkai.indexer.parse import parse_source
    from gongkai.indexer.places.hosts import weak_host

    found = parse_source(item, recall)
    documents = tuple(to_document(report, explain=explain) for report in found if not isinstance(report, NotAReport))
    others = [report for report in found if isinstance(report, NotAReport)]
    weak = next((host for report in found if isinstance(report, Report) and (host := weak_host(report))), None)
    if documents:
        return Parsed(documents, weak_host=weak)
    reason = "; ".join(report.reason for report in others) or "there is no report in it"
    return Parsed(reason=reason, says_nothing=bool(others) and all(report.says_nothing for report in others))


# -- in a worker process ------------------------------------------------------------------------------
class _TooSlowError(ParseError):
    pass


def _start() -> None:
    Thread(target=_end_with_parent, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(5)  # the writer is one thread that all wait for: it goes first (20,000 lines of parse: 34 s, not 38)
    spare_collections()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the main process's to handle
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _ring)


def spare_collections() -> None:
    """Have garbage collected more seldom, and what the parser holds for good left alone: a twentieth of the time of a page."""
    gc.freeze()
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])


def _end_with_parent() -> None:
    """End when the main process is gone: one that is killed says nothing to those that wait for its pages."""
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os._exit(1)


def _ring(_signal: int, _frame: object) -> None:
    raise _TooSlowError(f"reading it took longer than {_SECONDS} s")


def _parse_chunk(items: list[Input], how: _How) -> list[Parsed]:
    results = []
    for item in items:
        if hasattr(signal, "setitimer"):
            signal.setitimer(signal.ITIMER_REAL, _SECONDS)
        try:
            results.append(_parse(item, how))
        finally:
            if hasattr(signal, "setitimer"):
                signal.setitimer(signal.ITIMER_REAL, 0)
    return results


# -- in the main process ------------------------------------------------------------------------------
@dataclass
class _Chunk:
    """Inputs that travel together, in their order."""

    items: list[Input] = field(default_factory=list)
    size: int = 0
    future: Future[list[Parsed]] | None = None

    def add(self, item: Input) -> None:
        self.items.append(item)
        self.size += len(item.content) if isinstance(item, Source) else len(item.line) if isinstance(item, Ready) else 0


class _Pool:
    """Worker processes that are started again when one of them is killed."""

    def __init__(self, workers: int, how: _How, *, reads_pages: bool) -> None:
        self.workers, self.how = workers, how
        # New processes start as `python -c`, which would import modules from the current folder: from crawled pages.
        os.environ.setdefault("PYTHONSAFEPATH", "1")
        # Forking a process that has threads may hang; a server that forks from a clean state does not.
        method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        self.context = multiprocessing.get_context(method)
        loaded = [__name__, *([how.prepare.__module__] if how.prepare else ())]  # what all need is loaded once
        self.context.set_forkserver_preload(loaded + (_LOADED_FOR_PAGES if reads_pages else []))
        if method == "forkserver":
            _start_server()
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
            with _deaf():  # a process that is half started would find nothing of what it needs
                chunk.future = self.executor.submit(_parse_chunk, chunk.items, self.how)
        except BrokenProcessPool:
            chunk.future = None  # `_collect` finds out which page it was

    def _collect(self) -> Iterator[tuple[Input, Parsed]]:
        chunk = self.under_way.popleft()
        try:
            if chunk.future is None:
                raise BrokenProcessPool
            results = chunk.future.result()
        except BrokenProcessPool:
            results = self._rescue(chunk)
        yield from zip(chunk.items, results, strict=True)

    def _rescue(self, chunk: _Chunk) -> list[Parsed]:
        """Read each page of the chunk in a process of its own, and give the others a new pool."""
        self.executor.shutdown(cancel_futures=True)
        results = []
        for item in chunk.items:
            with self._executor(1) as alone:
                result = Parsed(reason="reading it killed the process (out of memory?)", failed=True)
                with suppress(BrokenProcessPool):
                    (result,) = alone.submit(_parse_chunk, [item], self.how).result()
                results.append(result)
        self.executor = self._executor(self.workers)
        for waiting in self.under_way:
            self._submit(waiting)
        return results


def _start_server() -> None:
    """Start the process that forks the others deaf to Ctrl-C: it would print a traceback while it loads the parser."""
    resource_tracker.ensure_running()  # or the server starts it, which ends the blocking
    with _deaf():  # what is started inherits it
        forkserver.ensure_running()


@contextmanager
def _deaf() -> Iterator[None]:
    """Keep Ctrl-C waiting until the block ends."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _chunks(inputs: Iterable[Input]) -> Iterator[_Chunk]:
    chunk = _Chunk()
    for item in inputs:
        chunk.add(item)
        count = _CHUNK if isinstance(item, Source) else _CHUNK_LINES
        if len(chunk.items) >= count or chunk.size >= _CHUNK_BYTES:
            yield chunk
            chunk = _Chunk()
    if chunk.items:
        yield chunk
