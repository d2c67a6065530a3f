"""An index that is read by people who may not write there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import run, write_shelf
from contract.documents import incoming, make_document

from gongkai.errors import EngineUnavailable
from gongkai.search import read_only
from gongkai.search.embedded import EmbeddedEngine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders there have no such bits")


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Path]:
    run("index", write_shelf(tmp_path / "shelf.jsonl"), "--index", tmp_path / "index")
    yield tmp_path / "index"
    _allow(tmp_path / "index", write=True)


@pytest.fixture
def reader(index: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The index after its folder was closed. Nothing keeps an administrator from writing: then we are told that it does."""
    _allow(index, write=False)
    if os.access(index, os.W_OK):
        may = os.access
        monkeypatch.setattr(
            read_only.os, "access", lambda path, mode: may(path, mode) and not (mode == os.W_OK and index in (path, path.parent))
        )
    return index


def _allow(folder: Path, *, write: bool) -> None:
    for path in (folder, *folder.rglob("*")):
        path.chmod((0o755 if path.is_dir() else 0o644) & (0o777 if write else 0o555))


def _state(folder: Path) -> list[tuple[str, int]]:
    return sorted((str(path), path.stat().st_mtime_ns) for path in (folder, *folder.rglob("*")))


def test_everything_is_read_and_nothing_written(reader: Path) -> None:
    before = _state(reader)
    for arguments in (["search", "三审三校"], ["facets", "--by", "year"], ["export", "--format", "jsonl"], ["ledger"], ["check"]):
        assert run(*arguments, "--index", reader, status=None).stdout
    assert _state(reader) == before


def test_it_answers_like_a_reader_who_may_write(index: Path, request: pytest.FixtureRequest) -> None:
    asked = ("search", "三审三校", "--facet", "year", "--format", "json", "--index", index)
    own = run(*asked).stdout
    request.getfixturevalue("reader")
    assert run(*asked).stdout == own


def test_it_sees_what_a_writer_at_work_has_committed(index: Path, request: pytest.FixtureRequest) -> None:
    writer = EmbeddedEngine.open(index)
    request.getfixturevalue("reader")
    engine = EmbeddedEngine.open(index)
    for count in range(2):
        assert engine.count() == 6 + count
        _allow(index, write=True)
        writer.write([incoming(make_document(f"x{count}"))])
        _allow(index, write=False)
    assert engine.count() == 8
    writer.close()


def test_an_index_that_must_be_made_anew_says_by_whom(index: Path, request: pytest.FixtureRequest) -> None:
    engine = EmbeddedEngine.open(index)
    engine._store.remember({"format": "another"})
    engine.close()
    assert (
        "somebody who may write there" in run("search", "三审三校", "--index", request.getfixturevalue("reader"), status=2).stderr
    )


def test_a_change_of_a_file_that_must_not_change_is_an_error(reader: Path) -> None:
    engine = EmbeddedEngine.open(reader)
    assert engine.count() == 6
    os.utime(reader / "store.sqlite", (1, 1))
    with pytest.raises(EngineUnavailable, match="ask again"):
        engine.count()


def test_others_may_read_what_they_may_read_of_the_store(index: Path) -> None:
    modes = {path.stat().st_mode & 0o777 for path in (index / "store.sqlite", *(index / "search-1").glob("*.json"))}
    assert len(modes) == 1
