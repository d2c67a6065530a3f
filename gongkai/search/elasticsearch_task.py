"""What is one input on its way into a cluster? What it brings, what is there already, what it leaves behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from gongkai.search.elasticsearch_bulk import Action
from gongkai.search.elasticsearch_document import LONGEST_ID, Prepared, ledger_id, prepare
from gongkai.search.elasticsearch_reading import Found
from gongkai.search.engine import Entry, Incoming, Outcome, prepared_of
from gongkai.text import storable

__all__ = ["Task", "rounds"]

Place = tuple[str, str]


@dataclass(slots=True, eq=False)
class Task:
    """One input, what was found of it, and its ledger line once that is decided."""

    incoming: Incoming
    source: str
    is_new: bool = False
    prepared: Prepared | None = None
    id: str | None = None  # of its document
    slot: str = ""
    rank: int = 0
    former: set[str] = field(default_factory=set)  # ids that the source said before, not settled yet
    stood: str | None = None  # the id of the last complete line of the source: claims may have come after it
    line: Found | None = None  # of the history
    seat: Found | None = None  # of the reports
    said: Found | None = None  # the ledger line of the source, as it was read or claimed
    is_claimed: bool = False
    is_overtaken: bool = False  # another writer has written the ledger line of the source
    owner: str | None = None  # the source that brought the same document before
    touched: set[str] = field(default_factory=set)  # slots to decide again
    entry: Entry | None = None

    @classmethod
    def of(cls, incoming: Incoming, *, is_new: bool) -> Task:
        """Return the task of an input; `is_new` when nothing is expected of it on the cluster."""
        prepared = prepared_of(incoming, Prepared, prepare)
        task = cls(incoming, storable(incoming.source), is_new=is_new, prepared=prepared)
        if prepared is not None and 0 < len(prepared.id.encode()) <= LONGEST_ID:
            task.id, task.slot, task.rank = prepared.id, prepared.slot, prepared.rank
        task.begin()
        return task

    def begin(self) -> None:
        """Start, or start again because another writer has written the same source."""
        self.is_claimed, self.is_overtaken, self.owner, self.entry = False, False, None, None
        if self.id is None:
            outcome, reason = self.incoming.outcome or Outcome.FAILED, self.incoming.reason
            if self.incoming.document is not None:
                outcome, reason = Outcome.FAILED, "its id is empty or too long"
            self.entry = Entry(self.source, outcome, None, reason)

    @property
    def names(self) -> tuple[str, ...]:
        """What nobody else may write at the same time in this process: its source and its document."""
        return (f"source {self.source}",) if self.id is None else (f"source {self.source}", f"document {self.id}")

    @property
    def place(self) -> tuple[int, str]:
        """What decides who is current: the greatest."""
        return self.rank, self.id or ""

    @property
    def document(self) -> Mapping[str, Any]:
        """The document; only for a task that has one."""
        assert self.prepared is not None
        return self.prepared.document()

    def see(self, ledger: Found | None) -> None:
        """Take notice of what the ledger says of the source; an input that is unchanged is done."""
        self.said = ledger
        if ledger is None:
            return
        said, incoming = ledger.source, self.incoming
        is_same = (said["digest"], said["parser"]) == (incoming.digest, incoming.parser)
        if is_same and said["outcome"] != Outcome.FAILED:
            self.entry = Entry(self.source, Outcome.UNCHANGED, said.get("id"), said.get("reason"))
        is_claim, former = said.get("claim", False), list(said.get("former", ()))
        self.stood = (former[0] if former else None) or None if is_claim else said.get("id")
        left = [said.get("id"), *former]
        has_failed = self.entry is not None and self.entry.outcome is Outcome.FAILED
        is_silent = has_failed or incoming.leaves_alone(said["digest"], said["outcome"])
        if self.entry is not None and is_silent:  # what cannot be read says nothing new: what stood there before stays
            self.entry = replace(self.entry, id=self.stood)
            left = left if is_claim else former  # else nothing was begun, and nothing is to be settled
        self.former |= {name for name in left if name and name != self.id}

    def done(self) -> None:
        """Say what became of a document that is where it belongs."""
        outcome = Outcome.INDEXED if self.owner is None else Outcome.DUPLICATE
        self.entry = Entry(self.source, outcome, self.id, self.owner)

    def claim(self) -> Action:
        """Return the line that says which document the source has now, and that its work is not done.

        The first of `former` is the one of the last complete line, empty when there is none: it stays if nothing new is told.
        """
        mine = self.id or (self.entry.id if self.entry else None)
        line: dict[str, Any] = {"source": self.source, "outcome": Outcome.FAILED, "id": mine, "reason": "it was interrupted"}
        former = [self.stood or "", *sorted(self.former - {self.stood})]
        line |= {"digest": "", "parser": "", "claim": True, "former": former}
        return Action("ledger", ledger_id(self.source), line, self.said)

    def ledger_line(self) -> Action:
        """Return the complete line of the ledger."""
        assert self.entry is not None
        line = {"source": self.source, "outcome": self.entry.outcome, "id": self.entry.id, "reason": self.entry.reason}
        line |= {"digest": self.incoming.digest, "parser": self.incoming.parser}
        return Action("ledger", ledger_id(self.source), line, self.said)

    def history_line(self, *, keep: bool) -> Action:
        """Return the line of the history, with the document's body when it is to be kept there."""
        line: dict[str, Any] = {"id": self.id, "slot": self.slot, "rank": self.rank}
        line |= {"source": self.owner or self.source, "parser": self.incoming.parser}
        if keep or (self.line is not None and self.line.source.get("kept")):
            line |= {"kept": True, "document": self.document}
        return Action("history", self.id or "", line, self.line)

    def page(self) -> Action | None:
        """Return the line of the page, compressed, when there is one."""
        if self.prepared is None or self.prepared.page is None:
            return None
        return Action("pages", self.id or "", {"page": self.prepared.page}, blindly=True)

    def report(self) -> Action:
        """Return the line of the index of reports: the document takes the seat from whoever sits there."""
        assert self.prepared is not None
        return Action("reports", self.slot, self.prepared.source, self.seat)


def rounds(tasks: Iterable[Task]) -> list[list[Task]]:
    """Part a batch so that in each round a source comes once, and a document that came before is there already."""
    parted: list[list[Task]] = []
    sources: dict[str, int] = {}
    first: dict[str, int] = {}  # document → the round in which it comes first
    for task in tasks:
        number = sources.get(task.source, -1) + 1
        if task.id is not None:
            number = max(number, first.get(task.id, -1) + 1)
            first.setdefault(task.id, number)
        sources[task.source] = number
        parted.extend([] for _ in range(len(parted), number + 1))
        parted[number].append(task)
    return parted
