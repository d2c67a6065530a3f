"""How does the store's content get into tantivy, and stay there? The derived index of the embedded folder.

The store remembers how far tantivy has seen (`seen`, a sequence number) and which tantivy commit that was
(its operation stamp, which tantivy writes into `meta.json` with every commit). The order is always: store
committed, tantivy committed, mark remembered. A crash between two of them leaves tantivy behind its mark
or ahead of it, never with something the store lacks; doing the missing changes again (drop by id, add) is
harmless. An index of another format, or older than its mark, is built anew beside the old one.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import tantivy

from gongkai.errors import EngineUnavailable
from gongkai.mappings.tantivy import FORMAT, schema
from gongkai.search.embedded_damage import damage_of
from gongkai.search.intake import Change
from gongkai.search.read_only import is_read_only, linked
from gongkai.search.store import FILE_NAME, Store

__all__ = ["HEAP", "DerivedIndex"]

HEAP = 128_000_000
"""Bytes that tantivy gathers before it writes a segment: enough for one batch, so that a commit leaves one segment, not two."""
_MARKS = ("search", "format", "stamp", "seen", "sequence")


class WriterLock:
    """Holds the folder for one writer; the operating system lets go of it when the process ends."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "writer.lock"
        self._db: sqlite3.Connection | None = None

    def acquire(self) -> bool:
        """Take the lock; false when another writer has it."""
        if self._db is not None:
            return True
        db = sqlite3.connect(self._path, timeout=0, isolation_level=None)
        try:
            db.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            db.close()
            return False
        self._db = db
        return True

    def release(self) -> None:
        """Let go of the lock."""
        if self._db is not None:
            self._db.close()
            self._db = None


class DerivedIndex:
    """The tantivy index of one folder."""

    def __init__(self, folder: Path, store: Store) -> None:
        self._folder = folder
        self._store = store
        self._lock = WriterLock(folder)
        self._writer: tantivy.IndexWriter | None = None
        self._index: tantivy.Index | None = None
        self._links: TemporaryDirectory[str] | None = None
        self._name = ""
        self._version = -1

    def folder(self) -> Path:
        """Return the folder of the tantivy index that is or was to be used."""
        return self._folder / (self._name or str(self._marks()["search"]))

    # -- reading --------------------------------------------------------------------------------------
    def searcher(self) -> tantivy.Searcher:
        """Return a searcher over the last commit of whichever process made it."""
        version = self._store.version
        if self._index is None or version != self._version:
            self._refresh()
            self._version = version
        assert self._index is not None
        return self._index.searcher()

    def _refresh(self) -> None:
        marks = self._marks()
        may_write = not is_read_only(self._folder)
        if self._writer is None and not self._is_whole(marks) and may_write and self._lock.acquire():
            try:
                self._open_writer()
            finally:
                self.close()
            marks = self._marks()
        if marks["format"] != FORMAT:
            busy = "Another process is building {} anew: try again when it is done."
            old = "{} was written by another version of gongkai: a search by somebody who may write there brings it up."
            raise EngineUnavailable((busy if may_write else old).format(self._folder))
        if self._index is None or marks["search"] != self._name or not may_write:
            self._name = str(marks["search"])
            self._index = _open(self._readable(self._folder / self._name))
        self._index.reload()

    def _readable(self, folder: Path) -> Path:
        if not is_read_only(folder):
            return folder
        self._links = linked(folder)
        return Path(self._links.name)

    def _marks(self) -> dict[str, str | None]:
        found = self._store.meta()
        return {name: found.get(name) for name in _MARKS}

    def _is_whole(self, marks: Mapping[str, str | None]) -> bool:
        is_up = marks["format"] == FORMAT and marks["seen"] == marks["sequence"]
        return is_up and marks["stamp"] == str(_stamp(self._folder / str(marks["search"])))

    # -- writing --------------------------------------------------------------------------------------
    def lock(self) -> None:
        """Make this process the folder's writer; EngineUnavailable when another one is."""
        if self._writer is not None:
            return
        if not self._lock.acquire():
            raise EngineUnavailable(f"Another process is writing to {self._folder}: wait until it is done.")
        try:
            self._open_writer()
        except BaseException:
            self._lock.release()
            raise

    def _open_writer(self) -> None:
        """Open a writer on an index that has seen all of the store."""
        marks = self._marks()
        name, seen, stamp = marks["search"], int(marks["seen"] or 0), None
        if name is not None and marks["format"] == FORMAT:
            stamp = _stamp(self._folder / name)
        if name is None or stamp is None or stamp < int(marks["stamp"] or 0):
            name, seen = self._new_name(), 0
            (self._folder / name).mkdir()
            tantivy.Index(schema(), path=str(self._folder / name))
        self._index, self._name = _open(self._folder / name), name
        self._writer = self._index.writer(HEAP, 1)
        self._writer.garbage_collect_files()  # of a killed writer: the next one may come to the same names
        if not (seen and self._is_whole(marks)):
            for change in self._store.changes_since(seen):
                self.apply(Change(*change))
            self.commit(int(marks["sequence"] or 0))
        for old in self._folder.glob("search-*"):
            if old.name != name:
                shutil.rmtree(old, ignore_errors=True)

    def _new_name(self) -> str:
        numbers = [int(path.name[7:]) for path in self._folder.glob("search-*") if path.name[7:].isdecimal()]
        return f"search-{max(numbers, default=0) + 1}"

    def apply(self, change: Change, record: tantivy.Document | None = None) -> None:
        """Write one change, to be committed; `record` is that of a document that is new to the index."""
        assert self._writer is not None
        if record is None:
            self._writer.delete_documents_by_term("id", change.id)
            if not change.is_current:
                return
            from gongkai.search.embedded_record import record_of, to_record

            record = record_of(to_record(self._store.document(change.no)), change.no)
        try:
            self._writer.add_document(record)
        except ValueError as error:
            raise self._failed(error) from error

    def commit(self, sequence: int) -> None:
        """Make what was applied searchable and remember how far it goes."""
        assert self._writer is not None
        try:
            stamp = self._writer.commit()
        except ValueError as error:
            raise self._failed(error) from error
        marks: dict[str, str | int] = {"search": self._name, "format": FORMAT, "stamp": stamp, "seen": sequence}
        self._store.remember(marks)
        self._share()
        self._version = -1

    def _share(self) -> None:
        """Let those read what tantivy keeps for its writer alone who may read the store."""
        for name in ("meta.json", ".managed.json"):
            shutil.copymode(self._folder / FILE_NAME, self._folder / self._name / name)

    def close(self) -> None:
        """Stop writing, forget what was not committed, and let others write."""
        writer, self._writer, self._version = self._writer, None, -1
        try:
            if writer is not None:
                writer.wait_merging_threads()
                self._share()
        except ValueError as error:
            raise self._failed(error) from error
        finally:
            self._lock.release()

    def _failed(self, error: ValueError) -> EngineUnavailable:
        return EngineUnavailable(f"Cannot write the index in {self._folder}: {error}. Is the disk full?")


def _open(path: Path) -> tantivy.Index:
    try:
        index = tantivy.Index.open(str(path))
    except ValueError as error:
        other = f"Cannot open {path}: {str(error)[:80]}. Remove it: it is made again from the store."
        raise damage_of(path) or EngineUnavailable(other) from error
    index.config_reader("manual")
    return index


def _stamp(path: Path) -> int | None:
    """Return the stamp of the last commit of the tantivy index in that folder; null when there is none."""
    try:
        return int(json.loads((path / "meta.json").read_bytes())["opstamp"])
    except (OSError, ValueError, KeyError):
        return None
