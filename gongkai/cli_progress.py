"""How far is it? A bar on a terminal, nothing in a pipe; failures are lines on standard error in both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from gongkai.cli_messages import print_error, wants_progress
from gongkai.cli_sources import shown
from gongkai.search.engine import Entry, Outcome

if TYPE_CHECKING:
    from types import TracebackType

    from gongkai.indexer.inputs.sources import Sources

__all__ = ["Progress", "following"]

T = TypeVar("T")
_FEW = 20  # inputs between two looks at the bar


class Progress:
    """What `gongkai index` shows while it works: the rate, the time left, what was skipped."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.started = self.seen = self.skipped = self.kept = 0
        self.bar: Any = None

    def __enter__(self) -> Progress:
        if wants_progress():
            self.bar = _bar()
            self.task = self.bar.add_task("", total=self.sources.total() or None, rate="", skipped="")
            self.bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.bar:
            self.bar.stop()

    def passing(self, inputs: Iterable[T]) -> Iterator[T]:
        """Pass the inputs on and count them: they are read far ahead of what is dealt with."""
        for item in inputs:
            self.started += 1
            yield item

    def see(self, entry: Entry) -> None:
        """Count one input that is dealt with."""
        self.seen += 1
        if entry.outcome in (Outcome.NOT_A_REPORT, Outcome.FAILED):
            self.skipped += 1
        self.kept += entry.outcome is Outcome.NOT_A_REPORT and entry.id is not None
        if entry.outcome is Outcome.FAILED:
            print_error(f"{shown(entry.source)}: {entry.reason}")
        if self.bar and (self.seen < _FEW or self.seen % _FEW == 0):
            elapsed = self.bar.tasks[0].elapsed or 1
            skipped = f"{self.skipped:,} skipped" if self.skipped else ""
            rate = f"{self.seen:,} read, {self.seen / elapsed:,.0f}/s"
            done = self.sources.position * self.seen / max(self.seen, self.started)
            self.bar.update(self.task, completed=done, rate=rate, skipped=skipped)


def following(documents: Iterator[T], done: int, total: Callable[[], int]) -> Iterator[T]:
    """Pass documents on, with a bar on a terminal; `done` of the `total` were dealt with before."""
    if not wants_progress():
        yield from documents
        return
    with _bar() as bar:
        task = bar.add_task("", total=total(), completed=done, rate="", skipped="")
        for seen, document in enumerate(documents, 1):
            yield document
            if seen % 50 == 0:
                rate = seen / (bar.tasks[0].elapsed or 1)
                bar.update(task, completed=done + seen, rate=f"{done + seen:,} written, {rate:,.0f}/s")


def _bar() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[skipped]}"),
    )
    return Bar(*columns, console=Console(stderr=True), transient=True)
