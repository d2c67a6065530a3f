"""What networks, disks and busy clusters do to indexing: nothing is lost, nothing is doubled, the message is clear."""

from __future__ import annotations

import json
import random
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from contract.documents import incoming, make_document
from servers.distribution import VERSIONS, UnavailableError
from servers.indices import QUICK, fresh_prefix, prefix_on
from servers.proxy import Proxy, answer, cut, cut_after, hang
from servers.server import Server
from servers.shared import GIVEN, skip

from gongkai.errors import EngineUnavailable
from gongkai.search.elasticsearch import ElasticsearchEngine
from gongkai.search.elasticsearch_admin import init
from gongkai.search.elasticsearch_connection import connect
from gongkai.search.engine import Entry, Incoming, Outcome, open_engine
from gongkai.search.query import Phrase, Query

OLDEST = next(iter(VERSIONS))


@pytest.fixture
def where() -> Iterator[str]:
    """Empty indices on the run's server."""
    with prefix_on(OLDEST) as address:
        yield address


def through(proxy: Proxy, where: str, patience: float, timeout: float | None = None) -> ElasticsearchEngine:
    """Return an engine that reaches the indices through the proxy."""
    cluster = connect(f"{proxy.url}/{where.rpartition('/')[2]}")
    client = cluster.client.options(request_timeout=timeout) if timeout else cluster.client
    return ElasticsearchEngine(replace(cluster, patience=patience, client=client))


def reports(count: int, start: int = 0) -> list[Incoming]:
    """Return inputs with reports of different keys."""
    return [
        incoming(make_document(f"r{n}", report_key=f"key{n}", year=2021, sections={"overview": f"第{n}号三审三校"}))
        for n in range(start, start + count)
    ]


def check(engine: ElasticsearchEngine, count: int) -> None:
    """Assert that the reports are all there, once, and so are their ledger lines."""
    sources = [f"r{n}.html" for n in range(count)]
    assert sorted(entry.source for entry in engine.ledger()) == sorted(sources)
    assert {entry.outcome for entry in engine.ledger()} == {Outcome.INDEXED}
    assert sorted(document["source"] for document in engine.export(Query())) == sorted(sources)
    assert engine.count() == count
    assert engine.search(Query(Phrase(f"第{count - 1}号"))).total == 1


def test_what_is_busy_or_cut_off_is_tried_again(where: str) -> None:
    chance = random.Random(7)
    kinds = [
        answer(429, "es_rejected_execution_exception"),
        answer(503, "unavailable"),
        answer(502, "bad_gateway"),
        cut,
        cut_after,
    ]
    with Proxy(where) as proxy:
        engine = through(proxy, where, patience=60)
        proxy.fault = lambda line, body: chance.choice(kinds) if b"_bulk" in line and chance.random() < 0.5 else None
        entries = engine.write(reports(300))
        assert Counter(entry.outcome for entry in entries) == {Outcome.INDEXED: 300}
        assert proxy.faults > 5
        proxy.fault = lambda line, body: chance.choice(kinds) if b"_mget" in line and chance.random() < 0.5 else None
        assert {entry.outcome for entry in engine.write(reports(300))} == {Outcome.UNCHANGED}
        proxy.fault = lambda line, body: None
        check(engine, 300)
        engine.close()


def test_single_lines_that_are_turned_away_are_sent_again(where: str) -> None:
    chance = random.Random(8)

    def some(line: bytes, body: bytes) -> bytes | None:
        if b"_bulk" not in line or chance.random() < 0.5:
            return None
        items = [json.loads(head) for head in body.splitlines() if head.startswith((b'{"index":', b'{"create":'))]
        turned_away = {"status": 429, "error": {"type": "es_rejected_execution_exception", "reason": "full"}}
        answered = [{operation: {**place, **turned_away}} for item in items for operation, place in item.items()]
        content = json.dumps({"errors": True, "took": 1, "items": answered}).encode()
        head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nX-elastic-product: Elasticsearch\r\ncontent-length: {len(content)}"
        return f"{head}\r\n\r\n".encode() + content

    with Proxy(where, some) as proxy:
        engine = through(proxy, where, patience=60)
        assert {entry.outcome for entry in engine.write(reports(100))} == {Outcome.INDEXED}
        assert proxy.faults > 0
        check(engine, 100)
        engine.close()


def test_a_server_that_hangs(where: str) -> None:
    hanging = iter([hang] * 3)
    with Proxy(where, lambda line, body: next(hanging, None) if b"_bulk" in line else None) as proxy:
        engine = through(proxy, where, patience=60, timeout=1)
        engine.write(reports(30))
        assert proxy.faults == 3
        check(engine, 30)
        engine.close()
    with Proxy(where, lambda line, body: hang) as proxy:
        engine = through(proxy, where, patience=1, timeout=0.5)
        with pytest.raises(EngineUnavailable, match=r"did not answer in time.*GONGKAI_ELASTICSEARCH_TIMEOUT"):
            engine.count()
        engine.close()


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (answer(429, "circuit_breaking_exception"), "overloaded or not ready"),
        (answer(503, "unavailable"), "overloaded or not ready"),
        (answer(401, "security_exception"), "does not know us"),
        (answer(403, "security_exception"), "needs more rights"),
        (cut, "broke off the connection"),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}", "is no Elasticsearch"),
        (
            b"HTTP/1.1 404 No\r\ncontent-type: text/html\r\ncontent-length: 9\r\n\r\n<p>no</p>",
            "is no Elasticsearch: name another",
        ),
        (b"HTTP/1.1 502 No\r\ncontent-type: text/html\r\ncontent-length: 9\r\n\r\n<p>no</p>", "overloaded or not ready"),
    ],
)
def test_a_cluster_that_stays_away(where: str, fault: bytes | str, sentence: str) -> None:
    engine = ElasticsearchEngine(connect(where))
    with Proxy(where, lambda line, body: fault if b"_bulk" in line else None) as proxy:
        failing = through(proxy, where, patience=0.5)
        with pytest.raises(EngineUnavailable, match=sentence) as caught:
            failing.write(reports(5))
        assert caught.value.__cause__ is not None or "Elasticsearch" in str(caught.value)
        failing.close()
    assert list(engine.ledger()) == []
    assert {entry.outcome for entry in engine.write(reports(5))} == {Outcome.INDEXED}
    check(engine, 5)
    engine.close()


def test_nothing_listens() -> None:
    with pytest.raises(EngineUnavailable, match=r"Nothing answers at http://127\.0\.0\.1:1/gongkai"):
        ElasticsearchEngine.open("http://127.0.0.1:1/gongkai")


def test_an_address_of_another_kind() -> None:
    with pytest.raises(EngineUnavailable, match=r"cannot be read: write http://host:9200/gongkai"):
        open_engine("htttp://localhost:9200/gongkai", create=True)


def test_a_full_disk(where: str) -> None:
    engine = ElasticsearchEngine(replace(connect(where), patience=0.5))
    engine.write(reports(3))
    indices = engine.cluster.client.indices
    indices.put_settings(index=engine.cluster.name("*"), settings={"index.blocks.read_only_allow_delete": True})
    with pytest.raises(EngineUnavailable, match=r"disk .* is full.*run this again"):
        engine.write(reports(6))
    indices.put_settings(index=engine.cluster.name("*"), settings={"index.blocks.read_only_allow_delete": None})
    assert Counter(entry.outcome for entry in engine.write(reports(6))) == {Outcome.UNCHANGED: 3, Outcome.INDEXED: 3}
    check(engine, 6)
    engine.close()


def test_one_document_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GONGKAI_DEAD_LETTERS", str(tmp_path / "refused.jsonl"))
    with prefix_on(OLDEST) as where:
        engine = ElasticsearchEngine(connect(where))
        bad = incoming({**make_document("bad", report_key="bad", url="http://bad/"), "id": "bad"})
        # A field that the index lacks: the strict mapping refuses what has it.
        monkeypatch.setattr("gongkai.search.elasticsearch_document._PLAIN", _with_a_field_that_is_not_there())
        bad = replace(bad, document={**(bad.document or {}), "not_there": "x"})
        entries = engine.write([*reports(4), bad])
        assert [entry.outcome for entry in entries] == [Outcome.INDEXED] * 4 + [Outcome.FAILED]
        assert "not_there" in (entries[-1].reason or "")
        (letter,) = (tmp_path / "refused.jsonl").read_text().splitlines()
        assert json.loads(letter)["document"]["id"] == "bad"
        assert "not_there" in json.loads(letter)["reason"]
        assert engine.count() == 4
        assert not engine.known("bad.html", "1", "1")  # it is tried again
        engine.close()


def _with_a_field_that_is_not_there() -> dict[str, object]:
    from gongkai.search.elasticsearch_document import _PLAIN

    return {**_PLAIN, "not_there": _PLAIN["url"]}


def test_a_server_that_is_killed_in_the_middle() -> None:
    import os

    if os.environ.get(GIVEN):
        pytest.skip(f"{GIVEN} names a server that is not ours to kill")
    try:
        server = Server(VERSIONS[OLDEST]).start()
    except UnavailableError as error:
        skip(str(error))
    try:
        _kill_in_the_middle(server)
    finally:
        server.stop()


def _kill_in_the_middle(server: Server) -> None:
    where = fresh_prefix(server.url)
    cluster = connect(where)
    init(cluster, QUICK)
    engine = ElasticsearchEngine(replace(cluster, patience=180))
    entries: list[Entry] = []
    half = threading.Event()

    def index() -> None:
        for start in range(0, 3_000, 500):
            entries.extend(engine.write(reports(500, start)))
            if start == 1_000:
                half.set()

    thread = threading.Thread(target=index)
    thread.start()
    assert half.wait(180)
    server.kill()
    server.start(on_port=server.port)
    thread.join(300)
    assert not thread.is_alive()
    assert _outcomes(entries) == {Outcome.INDEXED: 3_000}
    check(engine, 3_000)
    assert _outcomes(engine.write(reports(3_000))) == {Outcome.UNCHANGED: 3_000}
    engine.close()


def _outcomes(entries: Sequence[Entry]) -> Counter[Outcome]:
    return Counter(entry.outcome for entry in entries)
