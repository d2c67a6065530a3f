"""What does a batch change on a cluster? The rules of `intake.py`, among any number of machines at once.

A document is written in this order: its line in the history and itself in the index of reports, then the ledger
line of its source. What is in the ledger is therefore searchable, and what was cut off is done again. Whoever
writes the seat of a report key replaces exactly what was read there a moment before, else looks again.

What is new on an empty cluster is written without a look: a line that is there nevertheless says so.
Where a document is there already, or a source said something else before, the source first claims its document
(a ledger line without a digest), so that nobody takes for dead what is being brought again; what it said before
is settled before its line is complete. Not a version made of the rank but the state that was read decides a
race: a changed file takes the place of its former version although its rank may be lower.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait

from gongkai.search.elasticsearch_bulk import DeadLetters, Fate, send
from gongkai.search.elasticsearch_connection import THREADS, Cluster
from gongkai.search.elasticsearch_contest import contest
from gongkai.search.elasticsearch_document import ledger_id
from gongkai.search.elasticsearch_figures import Figures
from gongkai.search.elasticsearch_loading import Loading
from gongkai.search.elasticsearch_reading import fetch, glance
from gongkai.search.elasticsearch_settle import settle
from gongkai.search.elasticsearch_task import Task, rounds
from gongkai.search.engine import Entry, Outcome

__all__ = ["TOGETHER", "Writer"]

TOGETHER, _BYTES = 60, 16 << 20  # inputs, and bytes of their pages, that a thread takes at a time
_SECONDS = 1.0  # and what came in so long: who waits sees that it works


class Writer:
    """Writes batches by several threads."""

    def __init__(self, cluster: Cluster, loading: Loading) -> None:
        self._cluster = cluster
        self._loading = loading
        self._letters = DeadLetters(cluster.prefix)
        self._figures = Figures(cluster)
        self._threads = ThreadPoolExecutor(THREADS, "gongkai-write")

    def close(self) -> None:
        """Let the threads go."""
        self._threads.shutdown(cancel_futures=True)

    def write(self, tasks: Iterable[Task]) -> Iterator[Entry]:
        """Write the tasks, one part of them while the next is read; yield the ledger line of each once it is there, in their order.

        A source or a document that is under way is waited for, so that it is written in the order of the tasks.
        """
        inputs = iter(tasks)
        under_way: deque[tuple[set[str], Future[list[Entry]]]] = deque()
        try:
            while part := list(_bounded(inputs)):
                names = {name for task in part for name in task.names}
                while under_way and (
                    len(under_way) > THREADS or under_way[0][1].done() or any(names & busy for busy, _ in under_way)
                ):
                    yield from under_way.popleft()[1].result()
                self._loading.begin(len(part))
                under_way.append((names, self._threads.submit(self._write, part)))
        finally:
            wait([future for _, future in under_way])
        for _, future in under_way:
            yield from future.result()

    def _write(self, tasks: Sequence[Task]) -> list[Entry]:
        for together in rounds(tasks):
            self._process(together)
        return [task.entry for task in tasks if task.entry is not None]

    def _process(self, tasks: Sequence[Task]) -> None:
        """Bring the tasks to their ends; those whose source another writer wrote meanwhile start again."""
        self._look([task for task in tasks if not task.is_new], with_ledger=True)
        while tasks := [task for task in tasks if task.entry is None or task.entry.outcome is not Outcome.UNCHANGED]:
            self._claim([task for task in tasks if task.former or task.line])
            waiting = [task for task in tasks if task.entry is None]
            was_empty: dict[str, bool] = {}  # the slots that were contested
            while waiting := [task for task in waiting if not task.is_overtaken]:
                was_empty |= {task.slot: task.seat is None for task in waiting}
                contest(self._cluster, self._letters, waiting)
                waiting = [task for task in waiting if task.entry is None]
                self._look(waiting)
                self._claim([task for task in waiting if task.line])
                waiting = [task for task in waiting if task.entry is None]
            self._figures.follow(was_empty, fresh={slot for slot, is_fresh in was_empty.items() if is_fresh})
            self._finish([task for task in tasks if not task.is_overtaken])
            tasks = [task for task in tasks if task.is_overtaken]
            for task in tasks:
                task.begin()
            self._look(tasks, with_ledger=True)

    def _look(self, tasks: Sequence[Task], *, with_ledger: bool = False) -> None:
        """Find what there is of each input."""
        wanted = [("ledger", ledger_id(task.source)) for task in tasks if with_ledger]
        for task in tasks:
            wanted += [("history", task.id), ("reports", task.slot)] if task.id else []
        found = glance(self._cluster, wanted)
        for task in tasks:
            if with_ledger:
                task.see(found.get(("ledger", ledger_id(task.source))))
            task.line = found.get(("history", task.id or ""))
            task.seat = found.get(("reports", task.slot))

    def _claim(self, tasks: Sequence[Task]) -> None:
        """Say in the ledger which document each source has now, look again, and tell whose document it is."""
        unclaimed = [task for task in tasks if not task.is_claimed]
        for task, sent in zip(unclaimed, send(self._cluster, [task.claim() for task in unclaimed]), strict=True):
            task.is_claimed, task.said = sent.fate is Fate.WRITTEN, sent.state
            task.is_overtaken = not task.is_claimed
        claimed = [task for task in tasks if task.is_claimed and task.id]
        self._look(claimed)
        owners = {task: str(task.line.source["source"]) for task in claimed if task.line}
        ledger = glance(self._cluster, [("ledger", ledger_id(owner)) for owner in owners.values()])
        for task, owner in owners.items():
            says = ledger.get(("ledger", ledger_id(owner)))
            is_given = owner != task.source and says is not None and says.source.get("id") == task.id
            task.owner = owner if is_given else None
            if is_given and task.line and task.line.source["parser"] == task.incoming.parser:
                task.done()

    def _finish(self, tasks: Sequence[Task]) -> None:
        """Settle what the sources left, then complete their ledger lines."""
        left = {name for task in tasks for name in task.former}
        slots = {slot for task in tasks for slot in task.touched}
        if left or slots:
            self._figures.follow(settle(self._cluster, left, slots))
        lines = [task.ledger_line() for task in tasks]
        changed = []
        for task, line, sent in zip(tasks, lines, send(self._cluster, lines), strict=True):
            if sent.fate is not Fate.WRITTEN:
                changed.append((task, line))
        now = fetch(self._cluster, [("ledger", line.id) for _, line in changed])
        for task, line in changed:  # our own answer may have been lost on the way: then it is there
            is_ours = ("ledger", line.id) in now and now["ledger", line.id].source == line.source
            task.is_overtaken = not is_ours


def _bounded(tasks: Iterator[Task]) -> Iterator[Task]:
    """Yield as many tasks as are written together: fewer where they come slowly."""
    count, size, end = 0, 0, time.monotonic() + _SECONDS
    while count < TOGETHER and size < _BYTES and time.monotonic() < end and (task := next(tasks, None)) is not None:
        yield task
        count += 1
        size += len(task.incoming.page or b"")
