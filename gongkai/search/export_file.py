"""How does an export become a file? Whole or not at all, in constant memory, and it goes on where it was stopped.

Lines are gathered in FILE.part; FILE.part.json says, every so often and when the export is stopped, up to which document and
byte that is certain, for which query and which state of the index. The same command finds both and goes on behind that document; when the
index, the query, the columns or gongkai are others, it starts again and says so. Parquet and Excel are made of the
gathered rows at the end. The file then takes its place in one step, and FILE.manifest.json says what it is.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, BinaryIO

from gongkai.errors import GongkaiError
from gongkai.mappings.fields import MAPPING_VERSION
from gongkai.search.engine import Engine
from gongkai.search.export_rows import Layout, Lines, lines_as, texts_of
from gongkai.search.query import Query
from gongkai.search.render import dumps
from gongkai.search.render_parquet import write_parquet
from gongkai.search.render_xlsx import write_xlsx

__all__ = ["MADE", "Request", "Text", "export_file", "put"]

MADE: dict[str, Callable[[Iterable[list[Any]], Layout, Path], int]] = {"parquet": write_parquet, "xlsx": write_xlsx}
"""Forms that are made of all rows at the end → what makes them; each returns how many cells had to be cut short."""

_EVERY = 500  # documents between two notes of how far it is, each of which waits for the disk: what a crash costs at most
_HELD = 250  # documents that are held in memory
_CHUNK = 1 << 20

Text = tuple[str, bytes, int]
"""Id, text and number of rows of a document."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is exported, from where, and how; `query` as it was asked, for the manifest."""

    query: dict[str, Any]
    form: str
    layout: Layout
    index: str
    engine: str


@dataclass(frozen=True, slots=True)
class _Cursor:
    """How far an export is: the last document that is wholly in the part, and the part's size there."""

    asked: dict[str, Any]
    last: str = ""
    size: int = 0
    documents: int = 0
    rows: int = 0
    digest: Any = field(default_factory=hashlib.sha256, compare=False)


def export_file(
    engine: Engine,
    query: Query,
    request: Request,
    path: Path,
    follow: Callable[[Iterator[Text], int], Iterator[Text]],
    say: Callable[[str], None],
) -> dict[str, Any]:
    """Write the file and its manifest, and return the manifest. `follow` passes on what is written, given how many were done."""
    started = time.monotonic()
    part, note = (path.with_name(path.name + ending) for ending in (".part", ".part.json"))
    asked = _asked(request, engine.state())
    made, cut = part, 0
    if request.form in MADE:
        made = path.with_name(path.name + ".part.out")
        MADE[request.form]((), request.layout, made)  # before all is gathered: the package that makes it may be missing
        made.unlink()
    with _opened(part) as out:
        try:
            cursor = _gathered(out, note, asked, say)
            texts = follow(texts_of(engine, query, cursor.last, request.form, request.layout), cursor.documents)
            cursor = _gather(out, note, cursor, texts, request)
        except BaseException:
            if not note.exists():  # nothing that could go on
                part.unlink(missing_ok=True)
            raise
        if request.form in MADE:
            try:
                cut = MADE[request.form](_bare_rows(part), request.layout, made)
            except BaseException:
                made.unlink(missing_ok=True)
                raise
        manifest = _manifest(request, asked, cursor, made, cut) | {"seconds": round(time.monotonic() - started, 3)}
        manifest = {"file": path.name, **manifest}
        if sys.platform == "win32":
            out.close()  # an open file cannot be renamed there
        put(path.with_name(path.name + ".manifest.json"), dumps(manifest, indent=2) + "\n", lambda: made.replace(path))
        for left in (part, note):
            left.unlink(missing_ok=True)
    return manifest


def _manifest(request: Request, asked: dict[str, Any], cursor: _Cursor, made: Path, cut: int) -> dict[str, Any]:
    return {
        **asked,
        "columns": {one.name: one.label for one in request.layout.columns},
        "engine": request.engine,
        "reports": cursor.documents,
        "rows": cursor.rows,
        "cut_cells": cut,
        "bytes": made.stat().st_size,
        "sha256": _digest(made) if request.form in MADE else cursor.digest.hexdigest(),
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
    }


def _asked(request: Request, state: str) -> dict[str, Any]:
    """Return what must be the same for an export that was stopped to go on."""
    return {
        "query": request.query,
        "format": request.form,
        "shape": request.layout.shape,
        "columns": [one.name for one in request.layout.columns],
        "index": request.index,
        "state": state,
        "mapping": MAPPING_VERSION,
        "gongkai": version("gongkai"),
    }


def _opened(part: Path) -> BinaryIO:
    """Open the part to read and write; GongkaiError when another process is writing it."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    while True:
        out = os.fdopen(os.open(part, flags, 0o666), "r+b")
        if sys.platform == "win32":
            return out
        import fcntl

        try:
            fcntl.flock(out, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            out.close()
            raise GongkaiError(f"Another export is writing {part}: wait until it is done, or name another file.") from None
        if _is_at(out, part):
            return out
        out.close()  # another export has just ended: what was opened is its file now


def _is_at(out: BinaryIO, path: Path) -> bool:
    """Tell whether the open file is still the one at that place."""
    try:
        return os.path.samestat(os.fstat(out.fileno()), path.stat())
    except FileNotFoundError:
        return False


def _gathered(out: BinaryIO, note: Path, asked: dict[str, Any], say: Callable[[str], None]) -> _Cursor:
    """Return how far an export that was stopped had come; the start when there is none that can go on."""
    fresh = _Cursor(asked)
    if not note.is_file():
        return fresh
    try:
        found = _Cursor(**json.loads(note.read_text(encoding="utf-8")))
    except (ValueError, TypeError):
        found = fresh
    changed = [name for name in asked if found.asked.get(name) != asked[name]]
    if changed or os.fstat(out.fileno()).st_size < found.size or not found.size:
        what = {"state": "the index has changed", "index": "the index is another"}.get(changed[0] if changed else "", "")
        say(f"An export was stopped here and cannot go on ({what or 'it was another one'}): it starts again.")
        return fresh
    out.seek(0)
    left = found.size
    while left:
        left -= len(chunk := out.read(min(_CHUNK, left)))
        found.digest.update(chunk)
    say(f"Goes on behind the {found.documents:,} reports that were written before.")
    return found


def _gather(out: BinaryIO, note: Path, cursor: _Cursor, texts: Iterator[Text], request: Request) -> _Cursor:
    """Write the texts of the documents behind the cursor; note now and then, and when it is stopped, how far that is."""
    lines = lines_as(request.form, request.layout)
    out.truncate(cursor.size)
    with _Hashing(cursor.digest) as hashing:
        gathered = _Gathered(out, note, cursor, lines)
        try:
            for text in texts:
                gathered.held.append(text)
                documents = gathered.cursor.documents + len(gathered.held)
                if documents % _HELD == 0 or documents % _EVERY == 0:
                    gathered.write(hashing.update)
                if documents % _EVERY == 0:
                    gathered.remember()
            gathered.write(hashing.update)
        except BaseException:
            with suppress(OSError):  # the disk is full: what was noted before is certain all the same
                gathered.write(len)
                gathered.remember()
            raise
        gathered.write(hashing.update, lines.tail)
    os.fsync(out.fileno())
    return gathered.cursor


class _Gathered:
    """What is written of an export, and the whole documents that are not yet."""

    def __init__(self, out: BinaryIO, note: Path, cursor: _Cursor, lines: Lines) -> None:
        self._out, self._note, self._lines = out, note, lines
        self._state: tuple[_Cursor, list[Text]] = cursor, []  # one value: Ctrl-C comes between any two

    @property
    def cursor(self) -> _Cursor:
        """How far it is written."""
        return self._state[0]

    @property
    def held(self) -> list[Text]:
        """The documents behind the cursor."""
        return self._state[1]

    def write(self, see: Callable[[bytes], object], tail: str = "") -> None:
        """Write what is held and the tail, and show them to `see`."""
        cursor, held = self._state
        pieces = [] if cursor.size else [self._lines.head.encode()]
        between, rows = self._lines.between.encode(), cursor.rows
        for _, text, count in held:
            pieces.append(between + text if rows and text and between else text)
            rows += count
        data = b"".join((*pieces, tail.encode()))
        self._out.seek(cursor.size)
        self._out.write(data)
        self._out.flush()
        see(data)
        last = held[-1][0] if held else cursor.last
        size, documents = cursor.size + len(data), cursor.documents + len(held)
        self._state = replace(cursor, last=last, size=size, documents=documents, rows=rows), []

    def remember(self) -> None:
        """Note how far it is written, once that is certain; nothing where no document is."""
        if self.cursor.documents:
            os.fsync(self._out.fileno())
            put(self._note, json.dumps(_noted(self.cursor), ensure_ascii=False))


class _Hashing:
    """A digest that another core makes, one piece behind what is written: of an export it is a quarter of the work."""

    def __init__(self, digest: Any) -> None:
        self._digest = digest
        self._thread = ThreadPoolExecutor(1, "gongkai-hash")
        self._last: Future[None] | None = None

    def __enter__(self) -> _Hashing:
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.shutdown()

    def update(self, data: bytes) -> None:
        """Go on with the data, once what came before is done."""
        if self._last is not None:
            self._last.result()
        self._last = self._thread.submit(self._digest.update, data)


def _noted(cursor: _Cursor) -> dict[str, Any]:
    return {key: value for key, value in asdict(replace(cursor, digest=None)).items() if key != "digest"}


def _bare_rows(part: Path) -> Iterator[list[Any]]:
    with part.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def put(path: Path, text: str, before: Callable[[], object] = lambda: None) -> None:
    """Write a small file in one step; what must be in its place by then is put there `before`."""
    part = path.with_name(path.name + ".new")
    part.write_text(text, encoding="utf-8")
    before()
    part.replace(path)
