"""A damaged index says so in a line that tells what to do, and never in the words of Rust or SQLite."""

from __future__ import annotations

from pathlib import Path

import pytest
from command_line import run, write_shelf

from gongkai.errors import EngineUnavailable
from gongkai.search.embedded_damage import damage_of, telling_damage
from gongkai.search.engine import open_engine
from gongkai.search.query import Pivot, Query
from gongkai.search.store import FILE_NAME
from gongkai.search.syntax import parse_query

QUERY = parse_query("三审三校")


@pytest.fixture
def index(tmp_path: Path) -> Path:
    run("index", write_shelf(tmp_path / "shelf.jsonl"), "--index", tmp_path / "index")
    return tmp_path / "index"


def file_of(index: Path, part: str) -> Path:
    (found,) = index.glob(f"search-*/*.{part}")
    return found


def put(path: Path, content: bytes) -> None:
    """Write another file in the place of one that may still be mapped into this process."""
    part = path.with_name("part")
    part.write_bytes(content)
    part.replace(path)


def scramble(path: Path) -> None:
    """Turn over what is before the footer, which stays."""
    content = bytearray(path.read_bytes())
    for place in range(len(content) - 100):
        content[place] ^= 0x5A
    put(path, bytes(content))


def questions(index: Path) -> list[str]:
    """Return what each question answers that cannot be answered."""
    engine, told = open_engine(str(index)), []
    for ask in (
        lambda: engine.search(Query(QUERY)),
        lambda: engine.search(Query(QUERY, sort="-year")),
        lambda: list(engine.export(Query(QUERY))),
        lambda: list(engine.columns(Query(QUERY), ["year"])),
        lambda: engine.pivot(Query(QUERY), Pivot("year")),
    ):
        try:
            ask()
        except EngineUnavailable as error:
            told.append(str(error))
    engine.close()
    return told


@pytest.mark.parametrize("part", ["term", "pos", "store"])
def test_a_damaged_search_index_says_what_to_do(index: Path, part: str) -> None:
    assert damage_of(index / "search-1") is None
    assert questions(index) == []
    scramble(file_of(index, part))
    told = questions(index) if part != "store" else [run("search", "--index", index, status=2).stderr]
    assert told
    assert all(f"is damaged ({file_of(index, part).name[-12:]}): remove that folder" in one for one in told)


@pytest.mark.parametrize("part", ["idx", "fast"])
def test_what_is_cut_short_or_gone_is_damaged_and_made_again(index: Path, part: str) -> None:
    whole = run("search", "三审三校", "--index", index).stdout
    path = file_of(index, part)
    put(path, b"")
    assert "is damaged" in run("search", "三审三校", "--index", index, status=2).stderr
    path.unlink()
    told = run("search", "三审三校", "--index", index, status=2).stderr
    assert "is damaged" in told
    assert "Error" not in told
    for one in path.parent.iterdir():
        one.unlink()
    path.parent.rmdir()
    assert run("search", "三审三校", "--index", index).stdout == whole


def test_a_damaged_store_says_what_to_do(index: Path) -> None:
    for left in index.glob(f"{FILE_NAME}-*"):
        left.unlink()
    (index / FILE_NAME).write_bytes(b"no database at all" * 1000)
    assert (
        "is damaged, or no index (file is not a database): bring back a copy" in run("search", "--index", index, status=2).stderr
    )


def test_a_bug_of_ours_stays_one(index: Path) -> None:
    class Engine:
        def search_folder(self) -> Path:
            return index / "search-1"

        @telling_damage
        def ask(self) -> None:
            raise ValueError("ours")

    with pytest.raises(ValueError, match="ours"):
        Engine().ask()
    scramble(file_of(index, "term"))
    with pytest.raises(EngineUnavailable, match="damaged"):
        Engine().ask()
