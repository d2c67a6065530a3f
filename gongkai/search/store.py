"""What was read, and what became of it? The SQLite store of the embedded folder: the truth of the index.

One file (WAL) holds every document ever read (compressed JSON) with its page, one ledger line a source, and
a sequence number that grows with every change of what is current; the search index is derived from it.
What an input changes is decided in `intake.py`.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, islice
from pathlib import Path
from typing import Any

from gongkai.errors import BadQuery, EngineUnavailable
from gongkai.report import Document
from gongkai.search.engine import Entry, Outcome
from gongkai.search.packing import LAYOUTS, unpack
from gongkai.search.read_only import Unchanging, is_read_only
from gongkai.text import storable

__all__ = ["FILE_NAME", "Store"]

FILE_NAME = "store.sqlite"
STORE_VERSION = 2
_AT_ONCE = 500  # numbers in one statement
_SCHEMA = """
BEGIN EXCLUSIVE;
CREATE TABLE IF NOT EXISTS documents(
    no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, report_key TEXT, rank INTEGER NOT NULL,
    current INTEGER NOT NULL, sequence INTEGER NOT NULL, source TEXT NOT NULL, parser TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS documents_key ON documents(report_key, rank);
CREATE INDEX IF NOT EXISTS documents_sequence ON documents(sequence);
CREATE TABLE IF NOT EXISTS contents(no INTEGER PRIMARY KEY, document BLOB NOT NULL, page BLOB);
CREATE TABLE IF NOT EXISTS ledger(
    source TEXT PRIMARY KEY, outcome TEXT NOT NULL, id TEXT, reason TEXT, digest TEXT NOT NULL, parser TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS ledger_id ON ledger(id);
CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS layouts(key TEXT PRIMARY KEY, names TEXT NOT NULL);
INSERT OR IGNORE INTO meta VALUES ('made', lower(hex(randomblob(8))));
PRAGMA user_version = 2;
COMMIT;
"""


class _Connection(sqlite3.Connection):
    """A connection whose errors (a full disk, a damaged file) are sentences a user can act on."""

    path = Path()

    def execute(self, *args: Any) -> sqlite3.Cursor:
        try:
            return super().execute(*args)
        except sqlite3.Error as error:
            raise self.failed(error) from error

    def executemany(self, *args: Any) -> sqlite3.Cursor:
        try:
            return super().executemany(*args)
        except sqlite3.Error as error:
            raise self.failed(error) from error

    def failed(self, error: sqlite3.Error) -> EngineUnavailable:
        if isinstance(error, sqlite3.ProgrammingError):
            return EngineUnavailable(f"Cannot use {self.path}: it was closed, or opened by another thread; each opens its own.")
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return EngineUnavailable(
                f"{self.path} is damaged, or no index ({error}): bring back a copy of the folder, or remove it and index the pages again."
            )
        return EngineUnavailable(f"Cannot use {self.path}: {error}. Is it an index, is the disk full, may you write there?")


class Store:
    """The SQLite file of one index folder. `db` is in autocommit mode; `intake.py` opens transactions."""

    def __init__(self, db: sqlite3.Connection, unchanging: Unchanging | None = None) -> None:
        self.db = db
        self._unchanging = unchanging
        self._found = count()
        for key, names in db.execute("SELECT key, names FROM layouts"):
            if key not in LAYOUTS:
                LAYOUTS[key] = tuple(names.split())

    @classmethod
    def open(cls, path: Path, *, create: bool = False) -> Store:
        """Open the file, or make it; EngineUnavailable when it is no store that this version can read."""
        mode, unchanging = "mode=rwc" if create else "mode=rw", None
        if is_read := not create and is_read_only(path.parent):
            mode = "mode=ro"
            if not path.with_name(path.name + "-wal").exists():  # else a writer is there, or died: SQLite sees to it
                mode, unchanging = "mode=ro&immutable=1", Unchanging(path)
        try:
            uri = f"{path.absolute().as_uri()}?{mode}"
            db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=60, cached_statements=256, factory=_Connection)
            db.path = path
            if not is_read:
                db.execute("PRAGMA journal_mode=WAL")
            if create and _version(db) == 0:
                db.executescript(_SCHEMA)
        except sqlite3.Error as error:
            raise EngineUnavailable(f"Cannot open {path}: {error}. May you write there?") from error
        version = _version(db)
        if version != STORE_VERSION:
            raise EngineUnavailable(
                f"{path} has version {version}, not {STORE_VERSION}: index into a new folder (--index DIR), or remove this one."
            )
        return cls(db, unchanging)

    def close(self) -> None:
        """Close the file."""
        self.db.close()

    def meta(self) -> dict[str, str]:
        """Return the values that `remember` kept."""
        return dict(self.db.execute("SELECT name, value FROM meta").fetchall())

    def remember(self, values: Mapping[str, str | int]) -> None:
        """Keep the values."""
        rows = [(name, str(value)) for name, value in values.items()]
        marks = ",".join(["(?, ?)"] * len(rows))  # one statement is one transaction
        self.db.execute(f"INSERT OR REPLACE INTO meta VALUES {marks}", [value for row in rows for value in row])

    def remember_layouts(self) -> None:
        """Keep the names without which documents packed by this version cannot be read by another."""
        rows = [(key, " ".join(names)) for key, names in LAYOUTS.items()]
        self.db.executemany("INSERT OR IGNORE INTO layouts VALUES (?, ?)", rows)

    @property
    def version(self) -> int:
        """Number that changes when another connection commits."""
        if self._unchanging is not None:
            self._unchanging.check()
        return int(self.db.execute("PRAGMA data_version").fetchone()[0])

    def known(self, source: str, digest: str, parser: str) -> bool:
        """Tell whether the source was read with that content by that parser; a failure is tried again."""
        row = self.db.execute(
            "SELECT outcome FROM ledger WHERE source = ? AND digest = ? AND parser = ?", (storable(source), digest, parser)
        ).fetchone()
        return row is not None and row[0] != Outcome.FAILED

    def changes_since(self, sequence: int) -> Iterator[tuple[int, str, bool]]:
        """Yield (number, id, current) of every document that changed after that number, in order of change."""
        while rows := self.db.execute(
            "SELECT sequence, no, id, current FROM documents WHERE sequence > ? ORDER BY sequence LIMIT 1000", (sequence,)
        ).fetchall():
            sequence = rows[-1][0]
            yield from ((no, name, bool(current)) for _, no, name, current in rows)

    def document(self, no: int) -> Document:
        """Return the document of that number."""
        return unpack(self.packed([no])[no])

    def packed(self, numbers: Sequence[int]) -> dict[int, bytes]:
        """Return number → document as it lies here."""
        return self._by_number("SELECT no, document FROM contents", numbers)

    def find(self, id: str) -> Document | None:
        """Return the document of that id, or of a unique beginning of it; BadQuery when it is not unique."""
        start = storable(id)
        rows = self.db.execute(
            "SELECT no, id FROM documents WHERE id >= ? AND id < ? ORDER BY id LIMIT 2", (start, start + "\U0010ffff")
        ).fetchall()
        if not start or not rows:
            return None
        if len(rows) > 1 and rows[0][1] != start:
            raise BadQuery(f"More than one id begins with “{id}”: give more of it.", id)
        return self.document(rows[0][0])

    def history(self, report_key: str) -> list[Document]:
        """Return the documents of that key, the current one first, the others by rank."""
        rows = self.db.execute(
            "SELECT no FROM documents WHERE report_key = ? ORDER BY current DESC, rank DESC, id DESC", (storable(report_key),)
        ).fetchall()
        return [self.document(no) for (no,) in rows]

    def shared_keys(self) -> Iterator[str]:
        """Yield each report key that several documents have."""
        keys = "SELECT report_key FROM documents WHERE report_key IS NOT NULL GROUP BY report_key HAVING count(*) > 1"
        return (key for (key,) in self.db.execute(keys))

    def ledger(self) -> Iterator[Entry]:
        """Yield the ledger by source."""
        source = ""
        while rows := self.db.execute(
            "SELECT source, outcome, id, reason FROM ledger WHERE source > ? ORDER BY source LIMIT 1000", (source,)
        ).fetchall():
            source = rows[-1][0]
            yield from (Entry(row[0], Outcome(row[1]), row[2], row[3]) for row in rows)

    def ids(self, numbers: Sequence[int]) -> dict[int, str]:
        """Return number → id."""
        return self._by_number("SELECT no, id FROM documents", numbers)

    def _by_number(self, select: str, numbers: Sequence[int]) -> dict[int, Any]:
        found: dict[int, Any] = {}
        for start in range(0, len(numbers), _AT_ONCE):
            part = numbers[start : start + _AT_ONCE]
            found.update(self.db.execute(f"{select} WHERE no IN ({','.join('?' * len(part))})", part).fetchall())
        return found

    def ordered_by_id(self, numbers: Iterable[int], after: str = "") -> Iterator[int]:
        """Yield the numbers in the order of their ids, sorted in a temporary file: constant memory."""
        name = f"found_{next(self._found)}"
        self.db.execute(f"CREATE TEMP TABLE {name}(id TEXT PRIMARY KEY, no INTEGER) WITHOUT ROWID")
        rest = iter(numbers)
        try:
            while part := list(islice(rest, _AT_ONCE)):
                marks = ",".join("?" * len(part))
                self.db.execute(f"INSERT INTO {name} SELECT id, no FROM documents WHERE no IN ({marks})", part)
            last = after
            while rows := self.db.execute(f"SELECT id, no FROM {name} WHERE id > ? ORDER BY id LIMIT 1000", (last,)).fetchall():
                last = rows[-1][0]
                yield from (no for _, no in rows)
        finally:
            with contextlib.suppress(EngineUnavailable):  # closed before all was read: the table went with it
                self.db.execute(f"DROP TABLE {name}")


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
