"""Sources into an engine: one ledger line an input, batches, worker processes that die, interruption."""

from __future__ import annotations

import gc
import json
import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from multiprocessing import forkserver
from pathlib import Path

import pytest
from contract.documents import SHELF

from gongkai.errors import ParseError
from gongkai.indexer import parse, pipeline, workers
from gongkai.indexer.inputs.sources import Input, Ready, Unreadable
from gongkai.indexer.page import PARSER_VERSION, Source
from gongkai.indexer.pipeline import index_inputs
from gongkai.indexer.workers import Parsed, parse_all
from gongkai.report import NotAReport
from gongkai.search import elasticsearch_document, prepared
from gongkai.search.engine import Entry, Incoming, Outcome, open_engine
from gongkai.search.query import Phrase, Query

NOTICE = "关于召开会议的通知\n各科室：定于明日开会。"


class Recorder:
    """An engine that only remembers what it was given."""

    def __init__(self) -> None:
        self.batches: list[list[Incoming]] = []

    def known(self, source: str, digest: str, parser: str) -> bool:
        return any((i.source, i.digest, i.parser) == (source, digest, parser) for batch in self.batches for i in batch)

    def write(self, batch: Iterable[Incoming]) -> list[Entry]:
        self.batches.append(list(batch))
        return [Entry(i.source, i.outcome or Outcome.INDEXED, reason=i.reason) for i in self.batches[-1]]


def ready(number: int) -> Ready:
    document = {**SHELF[0], "id": f"{number:06}", "source": f"{number}.html"}
    return Ready(document["source"], f"digest {number}", json.dumps(document).encode())


def test_every_input_ends_once() -> None:
    engine, seen = Recorder(), []
    inputs: list[Input] = [
        ready(1),
        Ready("list.html", "d", b'{"report": false, "reason": "a list"}'),
        Unreadable("gone.html", "No such file"),
        Source(NOTICE.encode(), "letter.txt"),
    ]
    summary = index_inputs(inputs, engine, watch=seen.append)  # type: ignore[arg-type]
    assert summary.as_json() | {"seconds": 0} == {
        "indexed": 1,
        "unchanged": 0,
        "duplicate": 0,
        "not_a_report": 2,
        "failed": 1,
        "seconds": 0,
    }
    assert sorted(entry.source for entry in seen) == ["1.html", "gone.html", "letter.txt", "list.html"]
    again = index_inputs(inputs, engine)  # type: ignore[arg-type]
    assert (again.outcomes[Outcome.UNCHANGED], again.outcomes[Outcome.FAILED]) == (3, 1)


class Flow(Recorder):
    """An engine that takes all inputs in one go and tells of each as it has it."""

    def write_on(self, incoming: Iterable[Incoming]) -> Iterator[Entry]:
        for item in incoming:
            yield from self.write([item])


def test_an_engine_that_needs_no_steps_is_not_held_up_by_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH", 3)
    engine, seen, read = Flow(), [], []

    def inputs() -> Iterator[Input]:
        for number in range(10):
            read.append(len(seen))
            yield ready(number)

    summary = index_inputs(inputs(), engine, workers=1, watch=seen.append)  # type: ignore[arg-type]
    assert read == list(range(10))
    assert [entry.source for entry in seen] == [f"{number}.html" for number in range(10)]
    assert summary.outcomes[Outcome.INDEXED] == 10


def test_what_all_processes_need_is_loaded_once_before_they_are_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(forkserver, "set_forkserver_preload", loaded.extend)
    monkeypatch.setattr(workers, "_start_server", lambda: None)
    monkeypatch.setattr(workers._Pool, "_executor", lambda self, workers: None)
    for prepare in (prepared.prepare, elasticsearch_document.prepare):
        workers._Pool(2, workers._How(prepare, explain=False), reads_pages=False)
    assert {"gongkai.indexer.workers", "gongkai.search.prepared", "gongkai.search.elasticsearch_document"} <= {*loaded}
    assert not any(name.startswith("gongkai.indexer.parse") for name in loaded)  # lines need no parser
    told = f"import os, sys, {', '.join(loaded)}; print('numpy' in sys.modules)"  # its threads do not outlast a fork
    assert subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True).stdout == "False\n"


def test_the_page_goes_along(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Recorder()
    index_inputs([Source(NOTICE.encode(), "letter.txt")], engine)  # type: ignore[arg-type]
    (incoming,) = engine.batches[0]
    assert (incoming.page, incoming.parser, incoming.document) == (NOTICE.encode(), PARSER_VERSION, None)


def test_two_reports_of_one_file_have_a_line_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_parse", lambda item, how: Parsed(({"id": "a"}, {"id": "b"})))
    engine = Recorder()
    index_inputs([Source(b"x", "two.html")], engine)  # type: ignore[arg-type]
    assert [(i.source, i.document) for i in engine.batches[0]] == [("two.html", {"id": "a"}), ("two.html#2", {"id": "b"})]


def test_batches_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "BATCH", 10)
    engine = Recorder()
    index_inputs((ready(number) for number in range(25)), engine)  # type: ignore[arg-type]
    assert [len(batch) for batch in engine.batches] == [10, 10, 5]


def test_an_interruption_writes_what_was_read() -> None:
    engine, asked = Recorder(), iter([False] * 6)
    summary = index_inputs((ready(number) for number in range(25)), engine, stop=lambda: next(asked, True))  # type: ignore[arg-type]
    written = sum(len(batch) for batch in engine.batches)
    assert summary.interrupted
    assert 0 < written < 25
    assert summary.outcomes[Outcome.INDEXED] == written


def test_a_bug_in_the_parser_costs_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(source: Source, recall: object) -> list[NotAReport]:
        if source.content == b"bug":
            raise KeyError("rows")
        if source.content == b"bad":
            raise ParseError("it is encrypted")
        return [NotAReport(source.origin, "a list")]

    monkeypatch.setattr(parse, "parse_source", broken)
    pages = [Source(content, content.decode()) for content in (b"bug", b"bad", b"list")]
    results = [(parsed.failed, parsed.reason) for _, parsed in parse_all(pages, 1)]
    assert results[0][0]
    assert "KeyError" in str(results[0][1])
    assert results[1:] == [(True, "it is encrypted"), (False, "a list")]


def pages(count: int) -> list[Input]:
    return [Source(f"{NOTICE}{number}".encode(), f"{number}.txt") for number in range(count)]


def test_many_pages_come_back_in_order() -> None:
    mixed: list[Input] = [*pages(60), ready(1), *pages(5), Unreadable("gone.html", "No such file")]
    assert [item for item, _ in parse_all(mixed, 2)] == mixed
    assert [parsed.failed for _, parsed in parse_all(mixed, 2)] == [False] * 66 + [True]


def deadly(items: list[Input], how: object) -> list[Parsed]:
    """Work as a parser does that a page kills."""
    for item in items:
        if item.origin == "33.txt":
            os.kill(os.getpid(), signal.SIGKILL)
    return [Parsed(reason="read") for _ in items]


def test_a_page_that_kills_its_process_costs_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "_parse_chunk", deadly)
    results = {item.origin: parsed for item, parsed in parse_all(pages(60), 2)}
    assert [origin for origin, parsed in results.items() if parsed.failed] == ["33.txt"]
    assert len(results) == 60
    assert "killed" in str(results["33.txt"].reason)


def test_a_pool_that_is_left_early_stops_its_processes() -> None:
    results = parse_all(pages(200), 2)
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_a_worker_collects_garbage_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    before, frozen = gc.get_threshold(), []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(True))
    try:
        gc.set_threshold(700, 10, 10)
        workers.spare_collections()
        assert gc.get_threshold() == (10_000, 10, 10)
        assert frozen == [True]
    finally:
        gc.set_threshold(*before)


def test_what_workers_prepare_is_what_the_engine_would_make(tmp_path: Path) -> None:
    inputs: list[Input] = [ready(number) for number in range(400)]
    exported = []
    for workers_ in (1, 2):
        engine = open_engine(str(tmp_path / str(workers_)), create=True)
        assert index_inputs(inputs, engine, workers=workers_).outcomes[Outcome.INDEXED] == 400
        hits = engine.search(Query(Phrase("三审三校"), facets=("year",)))
        exported.append((list(engine.export(Query())), hits.total, hits.facets))
        engine.close()
    assert exported[0] == exported[1]


def test_the_real_engine_takes_it_all(tmp_path: Path) -> None:
    engine = open_engine(str(tmp_path / "index"), create=True)
    summary = index_inputs([ready(1), ready(1), Source(NOTICE.encode(), "a.txt"), Unreadable("b", "gone")], engine)
    assert (summary.outcomes[Outcome.INDEXED], engine.count()) == (1, 1)
    assert {entry.source: entry.outcome for entry in engine.ledger()} == {
        "1.html": Outcome.INDEXED,
        "a.txt": Outcome.NOT_A_REPORT,
        "b": Outcome.FAILED,
    }
    engine.close()
