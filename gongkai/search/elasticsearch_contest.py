"""Who is current? The documents of a part of a batch, and those in whose seats they want to sit.

The greatest rank wins. Who leaves a seat is kept in the history before; who does not get one is kept there,
and then looks once more whether the seat is still taken by a greater one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gongkai.search.elasticsearch_bulk import Action, DeadLetters, Fate, Sent, send
from gongkai.search.elasticsearch_connection import Cluster
from gongkai.search.elasticsearch_reading import Found, fetch, glance
from gongkai.search.elasticsearch_settle import keep_bodies
from gongkai.search.elasticsearch_task import Task
from gongkai.search.engine import Entry, Outcome

__all__ = ["contest"]


@dataclass(slots=True)
class _Seat:
    """A seat and those who want it; `winner` is null when the one who sits there is greater."""

    slot: str
    seat: Found | None
    wanting: list[Task]
    winner: Task | None = None

    def decide(self) -> None:
        best = max(self.wanting, key=lambda task: task.place)
        sitting = None if self.seat is None else self.seat.source["id"]
        mine = next((task for task in self.wanting if task.id == sitting), None)
        if self.seat is None or mine or best.place > (self.seat.source["rank"], sitting):
            self.winner = best
        if self.seat is not None and mine and mine.rank < self.seat.source["rank"]:
            mine.touched.add(self.slot)  # read anew it ranks lower: another may be greater now
        for task in self.wanting:
            if task.line is not None and task.line.source["slot"] != self.slot:
                task.touched.add(task.line.source["slot"])

    @property
    def leaves(self) -> bool:
        """Whether another document sits in the seat and has to leave it."""
        ids = {task.id for task in self.wanting}
        return self.winner is not None and self.seat is not None and self.seat.source["id"] not in ids


def contest(cluster: Cluster, letters: DeadLetters, tasks: Sequence[Task]) -> None:
    """Write the documents where they belong; a task without an entry afterwards has to try again."""
    seats: dict[str, _Seat] = {}
    for task in tasks:
        seats.setdefault(task.slot, _Seat(task.slot, task.seat, [])).wanting.append(task)
    for seat in seats.values():
        seat.decide()
    changed = _make_room(cluster, [seat for seat in seats.values() if seat.leaves])
    ready = [seat for seat in seats.values() if seat.slot not in changed]
    fates = _write(cluster, ready)
    losers: list[Task] = []
    for seat in ready:
        fate = Sent(Fate.WRITTEN) if seat.winner is None else fates["reports", seat.slot]
        for task in seat.wanting:
            if fates["history", task.id or ""].fate is Fate.CHANGED:
                continue
            if task is not seat.winner:
                losers += [task] if fate.fate is Fate.WRITTEN else []
            elif fate.fate is Fate.WRITTEN:
                task.done()
            elif fate.fate is Fate.REFUSED:
                _refuse(letters, task, fate.reason)
    _look_once_more(cluster, losers)


def _make_room(cluster: Cluster, seats: Sequence[_Seat]) -> set[str]:
    """Keep the documents that leave; return the slots where another one sits by now."""
    now = fetch(cluster, [("reports", seat.slot) for seat in seats])
    leaving = {}
    for seat in seats:
        found = now.get(("reports", seat.slot))
        if found is not None and seat.seat is not None and found.seq_no == seat.seat.seq_no:
            leaving[seat.slot] = found
    return {seat.slot for seat in seats} - keep_bodies(cluster, leaving)


def _write(cluster: Cluster, seats: Iterable[_Seat]) -> dict[tuple[str, str], Sent]:
    actions: list[Action] = []
    for seat in seats:
        for task in seat.wanting:
            actions.append(task.history_line(keep=task is not seat.winner))
            actions += [page] if (page := task.page()) else []
        if seat.winner is not None:
            actions.append(seat.winner.report())
    sent = send(cluster, actions)
    return {(action.kind, action.id): one for action, one in zip(actions, sent, strict=True)}


def _refuse(letters: DeadLetters, task: Task, reason: str) -> None:
    letters.keep([(task.source, reason, task.document)])
    task.entry = Entry(task.source, Outcome.FAILED, None, f"Elasticsearch refused it ({letters.path.name}): {reason}")


def _look_once_more(cluster: Cluster, losers: Sequence[Task]) -> None:
    seats = glance(cluster, [("reports", task.slot) for task in losers])
    for task in losers:
        seat = seats.get(("reports", task.slot))
        if seat is not None and task.place <= (seat.source["rank"], seat.source["id"]):
            task.done()
