"""What does an input change? The rules by which the store takes it in.

A document is alive while a ledger line names it. Of the living documents of a report key the one of the
highest rank (`ranking.rank`) is current; without a key a document stands alone. So a changed file takes
the place of its former version, whatever their ranks, and the former version stays as history; and a page
that lies in two files stays alive until both have changed. A source that could not be read, or is empty or a
server's message now, says nothing new: what it brought before stays.
"""

from __future__ import annotations

from typing import NamedTuple

from gongkai.search.engine import Entry, Incoming, Outcome
from gongkai.search.prepared import Prepared
from gongkai.search.store import Store
from gongkai.text import storable

__all__ = ["Change", "Intake"]


class Change(NamedTuple):
    """A document whose place in the search index changes: dropped, and when current added again."""

    no: int
    id: str
    is_current: bool
    was_absent: bool = False  # the index cannot hold it yet: nothing to drop


class _Stored(NamedTuple):
    no: int
    source: str
    report_key: str | None
    parser: str


class Intake:
    """One transaction of the store; nothing lasts without `commit`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._db = store.db
        self._db.execute("BEGIN IMMEDIATE")
        self.sequence = int(store.meta().get("sequence", 0))
        store.remember_layouts()
        self._touched: dict[str, bool] = {}  # id → whether its content is new
        self._added: list[Change] = []

    def commit(self) -> None:
        """Make the transaction durable."""
        self._store.remember({"sequence": self.sequence})
        self._db.execute("COMMIT")

    def rollback(self) -> None:
        """Undo the transaction."""
        if self._db.in_transaction:
            self._db.execute("ROLLBACK")

    def put(self, incoming: Incoming, prepared: Prepared | None) -> tuple[Entry, list[Change]]:
        """Take in one input and its document, if it has one; return its ledger line and what changes in the search index."""
        source = storable(incoming.source)
        former = self._db.execute("SELECT id, reason, digest, parser, outcome FROM ledger WHERE source = ?", (source,)).fetchone()
        if former and former[2:4] == (incoming.digest, incoming.parser) and former[4] != Outcome.FAILED:
            return Entry(source, Outcome.UNCHANGED, former[0], former[1]), []
        self._touched, self._added = {}, []
        if prepared is None:
            outcome = incoming.outcome or Outcome.FAILED
            kept = former[0] if former and (outcome is Outcome.FAILED or incoming.leaves_alone(former[2], former[4])) else None
            entry = Entry(source, outcome, kept, incoming.reason)
        else:
            entry = self._put_document(incoming, prepared, source)
        row = (source, entry.outcome, entry.id, entry.reason, incoming.digest, incoming.parser)
        self._db.execute("INSERT OR REPLACE INTO ledger VALUES (?, ?, ?, ?, ?, ?)", row)
        if former and former[0] and former[0] != entry.id:
            self._touched.setdefault(former[0], False)
        return entry, self._settle()

    def _put_document(self, incoming: Incoming, document: Prepared, source: str) -> Entry:
        name = document.id
        row = self._db.execute("SELECT no, source, report_key, parser FROM documents WHERE id = ?", (name,)).fetchone()
        if row is None:
            self._insert(incoming, document, source)
            return Entry(source, Outcome.INDEXED, name)
        stored = _Stored(*row)
        if stored.source != source and self._is_given(name, stored.source):
            if stored.parser != incoming.parser:  # the owner may be gone: the newer reading counts
                self._replace(stored, incoming, document, stored.source)
            return Entry(source, Outcome.DUPLICATE, name, stored.source)
        self._replace(stored, incoming, document, source)
        return Entry(source, Outcome.INDEXED, name)

    def _insert(self, incoming: Incoming, document: Prepared, source: str) -> None:
        name, key = document.id, document.report_key
        is_alone = not (key and self._db.execute("SELECT 1 FROM documents WHERE report_key = ? LIMIT 1", (key,)).fetchone())
        self.sequence += is_alone
        no = self._db.execute(
            "INSERT INTO documents(id, report_key, rank, current, sequence, source, parser) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (name, key, document.rank, is_alone, self.sequence if is_alone else 0, source, incoming.parser),
        ).lastrowid
        assert no is not None
        self._db.execute("INSERT INTO contents VALUES (?, ?, ?)", (no, document.document, document.page))
        if is_alone:  # nearly every document of a new index: nothing to decide
            self._added.append(Change(no, name, True, was_absent=True))
        else:
            self._touched[name] = True

    def _replace(self, stored: _Stored, incoming: Incoming, document: Prepared, source: str) -> None:
        self._db.execute(
            "UPDATE contents SET document = ?, page = coalesce(?, page) WHERE no = ?",
            (document.document, document.page, stored.no),
        )
        key = document.report_key
        self._db.execute(
            "UPDATE documents SET report_key = ?, rank = ?, source = ?, parser = ? WHERE no = ?",
            (key, document.rank, source, incoming.parser, stored.no),
        )
        self._touched[document.id] = True
        if stored.report_key not in (None, key):
            heir = self._best(stored.report_key)
            if heir:
                self._touched.setdefault(heir, False)

    def _is_given(self, id: str, source: str | None = None) -> bool:
        """Tell whether a ledger line (of that source) names the document."""
        return bool(
            self._db.execute(
                "SELECT 1 FROM ledger WHERE id = ? AND (? IS NULL OR source = ?) LIMIT 1", (id, source, source)
            ).fetchone()
        )

    def _best(self, key: str | None) -> str | None:
        row = self._db.execute(
            "SELECT id FROM documents d WHERE report_key = ? AND EXISTS (SELECT 1 FROM ledger WHERE ledger.id = d.id)"
            " ORDER BY rank DESC, id DESC LIMIT 1",
            (key,),
        ).fetchone()
        return row[0] if row else None

    def _settle(self) -> list[Change]:
        """Decide again what is current among the touched documents and those that share their keys."""
        changes: dict[int, Change] = {change.no: change for change in self._added}
        for name, is_new in self._touched.items():
            (key,) = self._db.execute("SELECT report_key FROM documents WHERE id = ?", (name,)).fetchone()
            best = self._best(key) if key is not None else name if self._is_given(name) else None
            rows = self._db.execute(
                "SELECT no, id, current, sequence FROM documents WHERE id IN (?1, ?2)"
                " UNION SELECT no, id, current, sequence FROM documents WHERE report_key = ?3 AND current",
                (name, best, key),
            ).fetchall()
            for no, other, was_current, sequence in rows:
                is_current = other == best
                if is_current == bool(was_current) and not (is_new and other == name):
                    continue
                self.sequence += 1
                self._db.execute("UPDATE documents SET current = ?, sequence = ? WHERE no = ?", (is_current, self.sequence, no))
                changes[no] = Change(no, other, is_current, was_absent=sequence == 0)
        return list(changes.values())
