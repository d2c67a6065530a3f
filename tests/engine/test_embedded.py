"""The embedded engine's own affairs: its folder, its writer, its derived index, its start."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import tantivy
from contract.documents import SHELF, incoming, make_document, make_id
from folders import ROOT

from gongkai.errors import BadQuery, EngineUnavailable, IndexMissing
from gongkai.mappings.fields import FIELDS, field_named
from gongkai.search import embedded_counts, embedded_index, named
from gongkai.search.embedded import EmbeddedEngine
from gongkai.search.embedded_record import order_of
from gongkai.search.intake import Intake
from gongkai.search.query import AllOf, Phrase, Query
from gongkai.search.ranking import rank


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds SHELF."""
    engine = EmbeddedEngine.open(tmp_path / "index", create=True)
    engine.write(incoming(document) for document in SHELF)
    engine.close()
    return tmp_path / "index"


def read(folder: Path) -> tuple[list[Any], int, list[Any]]:
    """Return what a fresh engine exports, counts and finds."""
    engine = EmbeddedEngine.open(folder)
    answer = list(engine.export(Query())), engine.count(), [h.id for h in engine.search(Query(Phrase("三审"))).hits]
    engine.close()
    return answer


def indexes(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("search-*"))


def test_no_index_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing, match="gongkai index"):
        EmbeddedEngine.open(tmp_path / "nothing")
    (tmp_path / "file").write_text("")
    with pytest.raises(IndexMissing, match="Cannot make"):
        EmbeddedEngine.open(tmp_path / "file" / "below", create=True)
    assert not (tmp_path / "nothing").exists()


def test_a_strange_store_is_an_error(folder: Path) -> None:
    with sqlite3.connect(folder / "store.sqlite") as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(EngineUnavailable, match="99"):
        EmbeddedEngine.open(folder)
    for path in folder.glob("store.sqlite*"):
        path.unlink()
    (folder / "store.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(EngineUnavailable, match="not a database"):
        EmbeddedEngine.open(folder)


def test_another_thread_opens_the_folder_itself(folder: Path) -> None:
    engine = EmbeddedEngine.open(folder)
    with ThreadPoolExecutor(1) as thread, pytest.raises(EngineUnavailable, match="opened by another thread"):
        thread.submit(engine.count).result()
    engine.close()
    with pytest.raises(EngineUnavailable, match="it was closed"):
        engine.count()


def test_an_empty_index_answers(tmp_path: Path) -> None:
    engine = EmbeddedEngine.open(tmp_path, create=True)
    results = engine.search(Query(facets=("year",)))
    assert (results.total, results.hits, results.facets[0].buckets) == (0, (), ())
    assert (engine.count(), list(engine.export(Query())), list(engine.ledger())) == (0, [], [])


def test_one_writer_at_a_time_and_readers_meanwhile(folder: Path) -> None:
    first, second, reader = (EmbeddedEngine.open(folder) for _ in range(3))
    first.write([incoming(make_document("x", title="甲三审乙"))])
    with pytest.raises(EngineUnavailable, match="writing"):
        second.write([incoming(make_document("y"))])
    assert reader.count() == second.count() == len(SHELF) + 1
    first.write([incoming(make_document("z"))])
    assert reader.count() == len(SHELF) + 2  # a reader sees each commit
    first.close()
    second.write([incoming(make_document("y"))])
    assert reader.count() == len(SHELF) + 3
    for engine in (second, reader):
        engine.close()


def test_a_reader_waits_for_no_writer_in_the_middle_of_a_batch(folder: Path) -> None:
    reader, writer = EmbeddedEngine.open(folder), EmbeddedEngine.open(folder)
    seen: list[int] = []

    def batch() -> Iterator[Any]:
        yield incoming(make_document("x"))
        seen.append(reader.count())
        seen.append(EmbeddedEngine.open(folder).count())
        yield incoming(make_document("y"))

    writer.write(batch())
    assert seen == [len(SHELF)] * 2
    assert reader.count() == len(SHELF) + 2
    writer.close()


def test_an_index_that_fell_behind_catches_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read(folder)
    shutil.copytree(folder / "search-1", folder.parent / "old")
    engine = EmbeddedEngine.open(folder)
    monkeypatch.setattr(embedded_index.DerivedIndex, "commit", lambda *_: None)  # dies after the store's commit
    engine.write(
        [incoming(make_document("x", title="三审")), incoming(make_document("new", title="三审"), source="a.html", digest="2")]
    )
    monkeypatch.undo()
    engine._index._writer = None
    engine._index._lock.release()
    documents, count, hits = read(folder)
    assert count == len(documents) == before[1] + 1
    assert set(hits) - set(before[2]) == {incoming(make_document(n)).document["id"] for n in ("x", "new")}  # type: ignore[index]
    assert indexes(folder) == ["search-1"]  # caught up, not built anew


def test_a_writer_killed_between_its_deletions_and_its_commit_is_no_obstacle(folder: Path) -> None:
    """tantivy names a file of deletions after the commit's stamp: who catches up twice comes to the same name twice."""
    marks = EmbeddedEngine.open(folder)._store.meta()
    before = (folder / "search-1" / "meta.json").read_bytes()
    engine = EmbeddedEngine.open(folder)
    engine.write([incoming(make_document("new", title="三审"), source=incoming(SHELF[0]).source, digest="2")])
    engine.close()
    for _ in range(3):
        (folder / "search-1" / "meta.json").write_bytes(before)
        engine = EmbeddedEngine.open(folder)
        engine._store.remember({name: marks[name] for name in ("stamp", "seen")})
        assert engine.count() == len(SHELF) == len(engine.search(Query(limit=99)).hits)
        engine.close()
    assert indexes(folder) == ["search-1"]


def test_a_reader_after_a_writer_has_nothing_to_catch_up_with(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded_index.DerivedIndex, "_open_writer", None)
    assert read(folder)[1] == len(SHELF)


def test_an_index_older_than_its_mark_is_built_anew(folder: Path) -> None:
    shutil.copytree(folder / "search-1", folder.parent / "old")
    engine = EmbeddedEngine.open(folder)
    engine.write([incoming(make_document("x"))])
    engine.close()
    after = read(folder)
    shutil.rmtree(folder / "search-1")
    shutil.copytree(folder.parent / "old", folder / "search-1")  # as from a backup
    assert read(folder) == after
    assert indexes(folder) == ["search-2"]


@pytest.mark.parametrize("loss", ["gone", "emptied", "format"])
def test_a_lost_or_foreign_index_is_built_anew_from_the_store(folder: Path, loss: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read(folder)
    if loss == "format":
        monkeypatch.setattr(embedded_index, "FORMAT", "another")
    else:
        shutil.rmtree(folder / "search-1")
        if loss == "emptied":
            (folder / "search-1").mkdir()
    assert read(folder) == before
    built = indexes(folder)
    assert len(built) == 1
    assert read(folder) == before
    assert indexes(folder) == built


def test_an_index_of_another_format_waits_for_the_process_that_writes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = EmbeddedEngine.open(folder)
    writer.write([])
    monkeypatch.setattr(embedded_index, "FORMAT", "another")
    with pytest.raises(EngineUnavailable, match="anew"):
        EmbeddedEngine.open(folder).count()
    writer.close()


def test_a_damaged_index_is_an_error_that_names_it(folder: Path) -> None:
    for path in (folder / "search-1").glob("*.idx"):
        path.unlink()
    with pytest.raises(EngineUnavailable, match="search-1"):
        read(folder)


class Limited:
    """A searcher whose aggregations hold fewer buckets than tantivy's 65,000."""

    def __init__(self, searcher: tantivy.Searcher, limit: int) -> None:
        self._searcher = searcher
        self._limit = limit

    def aggregate(self, query: tantivy.Query, request: dict[str, Any]) -> dict[str, Any]:
        answer = self._searcher.aggregate(query, request)
        if self._buckets(answer) > self._limit:
            raise ValueError("Aborting aggregation because bucket limit was exceeded.")
        return answer

    def _buckets(self, answer: Any) -> int:
        parts = answer.values() if isinstance(answer, dict) else answer if isinstance(answer, list) else ()
        return ("doc_count" in answer if isinstance(answer, dict) else 0) + sum(self._buckets(part) for part in parts)


def test_more_buckets_than_tantivy_holds_are_put_together(folder: Path) -> None:
    engine = EmbeddedEngine.open(folder)
    searcher, query = engine._index.searcher(), tantivy.Query.all_query()
    limited: Any = Limited(searcher, 9)
    fields = [field for name in ("year", "agency", "outcome") if (field := field_named(name))]
    assert embedded_counts.count_values(limited, query, fields) == embedded_counts.count_values(searcher, query, fields)
    received, secret, inner = (
        named.measure(f"requests.{row}.total") for row in ("received", "denied.state_secret", "denied.internal_affairs")
    )
    agency, year, finding = (named.facet(name) for name in ("agency", "year", "finding"))
    for by, sums in (
        ([agency, year], [(received,)]),
        ([agency], [(secret,), (secret, inner)]),
        ([finding], []),
        ([], [(secret,)]),
    ):
        asked = (query, by, sums)
        assert embedded_counts.tabulate(limited, *asked) == embedded_counts.tabulate(searcher, *asked)
    with pytest.raises(BadQuery, match="other fields"):
        embedded_counts.tabulate(Limited(searcher, 1), query, [agency, year], [])  # type: ignore[arg-type]


def test_order_follows_the_id() -> None:
    ids = ["", "0", "00", "0a", "1" * 40, "9", "a", "ab", "abcdefgh1", "f" * 64, "￿"]
    assert sorted(ids, key=order_of) == sorted(ids) == ids
    assert all(0 <= order_of(one) < 2**63 for one in ids)


def test_rank_goes_by_day_then_figures_then_id() -> None:
    low, high = {"id": "00000001"}, {"id": "ffffffff"}
    ranks = [
        rank({**low}),
        rank({**high}),
        rank({**low, "figures": {"a": 0, "b": None}}),
        rank({**low, "figures": dict.fromkeys(range(511), 1)}),
        rank({**low, "published": "2020-01-01"}),
        rank({**high, "published": "2020-01-01", "figures": {"a": 1}}),
        rank({**low, "published": "9999-12-31"}),
    ]
    assert ranks == sorted(set(ranks))
    assert ranks[0] >= 0
    assert rank({**high, "published": "9999-12-31", "figures": dict.fromkeys(range(600), 1)}) < 2**63
    assert rank({**low, "published": "tomorrow"}) == rank(low)


def test_a_search_starts_without_what_only_indexing_needs(folder: Path) -> None:
    code = (
        "import sys; from gongkai.search.engine import open_engine; from gongkai.search.query import Phrase, Query;"
        f"e = open_engine({str(folder)!r}); r = e.search(Query(Phrase('三审三校'), facets=('year',))); e.close();"
        "print(r.total, *sorted({'numpy', 'pandas', 'elasticsearch', 'lxml', 'asyncio'} & sys.modules.keys()))"
    )
    paths = f"import sys; sys.path.insert(0, {str(ROOT)!r});"
    done = subprocess.run([sys.executable, "-c", paths + code], capture_output=True, text=True, check=True)
    assert done.stdout == "3\n"


def test_every_field_is_in_the_schema(folder: Path) -> None:
    engine = EmbeddedEngine.open(folder)
    for field in FIELDS:
        if field.figure:
            assert engine.search(Query(AllOf(), sort=f"-{field.name}", limit=1)).total == len(SHELF)


def test_hits_outlive_the_engine_and_are_a_sequence(folder: Path) -> None:
    engine = EmbeddedEngine.open(folder)
    hits = engine.search(Query(Phrase("三审"), sort="id")).hits
    again = engine.search(Query(Phrase("三审"), sort="id")).hits
    engine.close()
    assert len(hits) == 4
    assert [hit.id for hit in hits[1:3]] == [hits[1].id, hits[-2].id]
    assert hits[0] is hits[0]
    assert hits == again == tuple(again)
    assert hits != again[:3]
    with pytest.raises(IndexError):
        hits[4]


def test_a_full_disk_is_an_error_and_nothing_is_lost(folder: Path) -> None:
    engine = EmbeddedEngine.open(folder)
    pages = engine._store.db.execute("PRAGMA page_count").fetchone()[0]
    engine._store.db.execute(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(EngineUnavailable, match="disk"):
        engine.write(incoming(make_document(f"x{n}", sections={"other": make_id(f"{n}") * 50})) for n in range(200))
    assert engine.count() == len(SHELF)
    engine._store.db.execute("PRAGMA max_page_count = 1000000")
    engine.write([incoming(make_document("y"))])
    assert engine.count() == len(SHELF) + 1
    engine.close()


@pytest.mark.parametrize("moment", ["before", "after"])
def test_an_interrupt_around_the_commit_leaves_the_index_in_step(
    folder: Path, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = EmbeddedEngine.open(folder)
    commit = Intake.commit

    def interrupted(intake: Intake) -> None:
        if moment == "after":
            commit(intake)
        raise KeyboardInterrupt

    monkeypatch.setattr(Intake, "commit", interrupted)
    with pytest.raises(KeyboardInterrupt):
        engine.write([incoming(make_document("x"))])
    monkeypatch.undo()
    engine.write([incoming(make_document("y"))])
    expected = len(SHELF) + 1 + (moment == "after")
    assert engine.count() == len(list(engine.export(Query()))) == expected
    assert sum(entry.source == "x.html" for entry in engine.ledger()) == (moment == "after")
    engine.close()
