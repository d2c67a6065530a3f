"""What an index on a cluster says of its state: whatever changes, on however many shards, changes it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest
from contract.documents import incoming, make_document
from servers.distribution import VERSIONS
from servers.indices import QUICK, prefix_on

from gongkai.search import elasticsearch_admin as admin
from gongkai.search.elasticsearch import ElasticsearchEngine
from gongkai.search.elasticsearch_connection import connect
from gongkai.search.elasticsearch_migration import migrate
from gongkai.search.engine import Entry, Incoming, Outcome
from gongkai.search.query import Near, Query

LAYOUT = replace(QUICK, shards=3)


@pytest.fixture(params=list(VERSIONS))
def engine(request: pytest.FixtureRequest) -> Iterator[ElasticsearchEngine]:
    """An empty engine on three shards."""
    with prefix_on(request.param, LAYOUT) as where:
        engine = ElasticsearchEngine(connect(where))
        yield engine
        engine.close()


def test_a_report_that_takes_the_place_of_another(engine: ElasticsearchEngine) -> None:
    """On another shard it gets a sequence number that the one before it may have had: number and sum stay the same."""
    text = {"overview": "收到申请若干件，均已答复"}
    states, near = set(), Query(Near("申请", "答复", 20))
    for turn in range(8):
        document = make_document(f"turn {turn}", sections=text)
        engine.write([incoming(document, source="one", digest=f"{turn}")])
        states.add(engine.state())
        assert engine.state() in states
        assert [hit.id for hit in engine.search(near).hits] == [document["id"]]  # no ids of before
    assert len(states) == 8


def test_what_is_written_is_told_while_more_is_read(engine: ElasticsearchEngine) -> None:
    told: list[Entry] = []

    def inputs() -> Iterator[Incoming]:
        for number in range(900):
            assert number < 600 or told
            yield incoming(make_document(f"r{number}", report_key=f"key{number}"))

    for entry in engine.write_on(inputs()):
        told.append(entry)  # noqa: PERF402  `inputs` looks at it meanwhile
    assert [(entry.source, entry.outcome) for entry in told] == [(f"r{n}.html", Outcome.INDEXED) for n in range(900)]
    assert engine.count() == 900


def test_no_two_states_are_told_alike(engine: ElasticsearchEngine) -> None:
    """Reports come, change and go; what is current decides, and whenever it is another, so is the state."""
    chance = random.Random("states")
    told: dict[str, list[str]] = {}
    for turn in range(25):
        source = f"s{chance.randrange(3)}"
        change = incoming(make_document(f"turn {turn}"), source=source, digest=f"{turn}")
        if chance.random() < 0.3:
            change = Incoming(source, f"{turn}", "1", outcome=Outcome.NOT_A_REPORT, reason="a list")
        engine.write([change])
        now = [document["id"] for document in engine.export(Query())]
        assert told.setdefault(engine.state(), now) == now


def test_an_index_made_again_under_the_same_name(engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    cluster = engine.cluster
    engine.write([incoming(make_document("before"))])
    before = engine.state()
    (name,) = (index.name for index in admin.status(cluster).indices if index.state == "current")
    admin.drop(cluster, [index.name for index in admin.status(cluster).indices])
    monkeypatch.setattr(admin, "_now", lambda: name.rpartition("-")[2])
    assert name in admin.init(cluster, LAYOUT)
    again = ElasticsearchEngine(cluster)
    again.write([incoming(make_document("after"))])
    assert again.state() != before
    assert before.startswith(name)
    assert again.state().startswith(name)


def test_a_migration_is_another_state(engine: ElasticsearchEngine) -> None:
    engine.write([incoming(make_document("a"))])
    before = engine.state()
    migrate(engine.cluster, LAYOUT, again=True)
    assert engine.state() != before
