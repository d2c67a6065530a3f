"""The figures on a cluster are those of the current reports: after every write, cut or race, migration and swap."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest
from contract.documents import incoming, make_document
from servers.distribution import VERSIONS
from servers.indices import QUICK, prefix_on
from servers.proxy import Proxy

from gongkai.errors import EngineUnavailable
from gongkai.mappings.document import flatten
from gongkai.mappings.long_form import lines_of
from gongkai.search import elasticsearch_figures
from gongkai.search.elasticsearch_admin import init, status
from gongkai.search.elasticsearch_connection import Cluster, connect
from gongkai.search.elasticsearch_document import slot_of
from gongkai.search.elasticsearch_figures import Figures, index_in_use
from gongkai.search.elasticsearch_migration import migrate, swap
from gongkai.search.engine import Engine, Incoming, Outcome, open_engine
from gongkai.search.query import Query

NAMES = ("requests.received.total", "requests.granted.natural_person", "review.total", "proactive.fees.amount_wan_yuan")
LAYOUT = replace(QUICK, figures="nonzero")


@pytest.fixture(params=sorted(VERSIONS))
def where(request: pytest.FixtureRequest) -> Iterator[str]:
    with prefix_on(request.param, LAYOUT) as address:
        yield address


@pytest.fixture
def engine(where: str) -> Iterator[Engine]:
    engine = open_engine(where)
    yield engine
    engine.close()


@pytest.fixture
def cluster(where: str) -> Iterator[Cluster]:
    cluster = connect(where)
    yield cluster
    cluster.client.close()


def held(cluster: Cluster) -> list[dict[str, Any]]:
    """Return the lines on the cluster."""
    cluster.client.indices.refresh(index=cluster.name("figures"))
    answer = cluster.client.search(index=cluster.name("figures"), size=10_000)
    return ordered([hit["_source"] for hit in answer["hits"]["hits"]])


def expected(engine: Engine, *, zeros: bool = False) -> list[dict[str, Any]]:
    """Return the lines that there should be."""
    documents = [{**each, "tables": flatten(each)["tables"]} for each in engine.export(Query())]
    return ordered([{"slot": slot_of(each), **line} for each in documents for line in lines_of(each, zeros=zeros)])


def ordered(lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(lines, key=lambda line: (line["slot"], line["figure"]))


def report(key: str, name: str, day: int, chance: random.Random) -> dict[str, Any]:
    figures = {each: chance.choice([None, 0, 1, 7, 250]) for each in NAMES}
    published = f"2025-01-{day:02}"
    return make_document(name, report_key=key, year=2024, agency=key, published=published, level="county", figures=figures)


def test_the_figures_of_what_was_written(engine: Engine, cluster: Cluster) -> None:
    document = make_document("a", report_key="k", year=2024, level="county", figures={NAMES[0]: 12, NAMES[1]: 0, NAMES[3]: 1.5})
    engine.write([incoming(document)])
    lines = held(cluster)
    assert lines == expected(engine)
    assert [(line["figure"], line["value"], line["level_label"]) for line in lines] == [
        (NAMES[3], 1.5, "县级"),
        (NAMES[0], 12, "县级"),
    ]


@pytest.mark.parametrize("seed", range(4))
def test_in_step_whatever_is_written(engine: Engine, cluster: Cluster, seed: int) -> None:
    """Reports of few keys come, change, take each other's seats and go."""
    chance = random.Random(seed)
    for step in range(8):
        batch = []
        for source in chance.sample(range(6), 3):
            if chance.random() < 0.25:
                batch.append(Incoming(f"s{source}", f"{step}", "1", outcome=Outcome.NOT_A_REPORT, reason="a list"))
                continue
            key = f"k{chance.randrange(3)}"
            document = report(key, f"{seed} {step} {source}", chance.randrange(1, 29), chance)
            batch.append(replace(incoming(document), source=f"s{source}", digest=f"{step}"))
        engine.write(batch)
        assert held(cluster) == expected(engine)


def test_two_machines_at_once(where: str, cluster: Cluster) -> None:
    def machine(number: int) -> None:
        engine, chance = open_engine(where), random.Random(number)
        for step in range(10):
            documents = [report(f"k{key}", f"{number} {step} {key}", chance.randrange(1, 29), chance) for key in range(4)]
            engine.write([incoming(each) for each in documents])
        engine.close()

    with ThreadPoolExecutor(3) as machines:
        list(machines.map(machine, range(3)))
    engine = open_engine(where)
    assert engine.count() == 4
    assert held(cluster) == expected(engine)
    engine.close()


@pytest.mark.parametrize("moment", ["before", "after"])
def test_what_was_cut_off_is_done_again(engine: Engine, cluster: Cluster, monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    """Neither a report without its figures nor a figure without its report stays."""
    chance = random.Random(1)
    first, second = ([incoming(report(f"k{key}", f"{turn} {key}", turn + 1, chance)) for key in range(3)] for turn in range(2))
    engine.write(first)
    follow = Figures.follow

    def cut(self: Figures, *arguments: Any, **more: Any) -> None:
        if moment == "after":
            follow(self, *arguments, **more)
        raise EngineUnavailable("the cable")

    with monkeypatch.context() as patch:
        patch.setattr(Figures, "follow", cut)
        with pytest.raises(EngineUnavailable):
            engine.write(second)
    entries = engine.write(second)
    assert {entry.outcome for entry in entries} == {Outcome.INDEXED}
    assert held(cluster) == expected(engine)
    assert {line["report"] for line in held(cluster)} <= {each.document["id"] for each in second if each.document}


def test_a_part_of_the_reports_that_is_away_for_a_moment(where: str, cluster: Cluster) -> None:
    """What cannot be read is not taken for what is gone: its figures stay."""
    chance, is_away = random.Random(5), itertools.cycle([True, True, False, False])

    def away(line: bytes, body: bytes) -> bytes | None:
        is_ours = b'"states"' in body or b'"_source":false' in body  # the two looks at what sits in the slots
        if b"_mget" not in line or not is_ours or not next(is_away):
            return None
        error = {"type": "no_shard_available_action_exception", "reason": "for the test"}
        content = json.dumps({"docs": [{**doc, "error": error} for doc in json.loads(body)["docs"]]}).encode()
        head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nX-elastic-product: Elasticsearch\r\n"
        return f"{head}content-length: {len(content)}\r\n\r\n".encode() + content

    with Proxy(where, away) as proxy:
        engine = open_engine(f"{proxy.url}/{cluster.prefix}")
        for turn in range(2):
            engine.write([incoming(report(f"k{key}", f"{turn} {key}", turn + 1, chance)) for key in range(3)])
            assert held(cluster) == expected(engine) != []
        assert proxy.faults >= 4
        engine.close()


def test_an_index_of_figures_that_is_dropped_meanwhile(engine: Engine, cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    seats, chance = elasticsearch_figures._seats, random.Random(6)

    def drop(*arguments: Any) -> Any:
        if (index := index_in_use(cluster)) is not None:
            cluster.client.indices.delete(index=index.name)
        return seats(*arguments)

    monkeypatch.setattr(elasticsearch_figures, "_seats", drop)
    (entry,) = engine.write([incoming(report("k", "a", 1, chance))])
    assert entry.outcome is Outcome.INDEXED
    assert not cluster.client.indices.exists(index=cluster.name("figures"))  # the cluster has not made one up


def test_migration_and_swap_take_the_figures_along(where: str, cluster: Cluster) -> None:
    chance = random.Random(3)
    with_first = open_engine(where)
    with_first.write([incoming(report(f"k{key}", f"first {key}", 1, chance)) for key in range(5)])
    before = expected(with_first)
    with_first.close()
    old = index_in_use(cluster)
    assert migrate(cluster, LAYOUT, again=True)
    assert old
    assert index_in_use(cluster) != old
    assert held(cluster) == before
    engine = open_engine(where)
    engine.write([incoming(report(f"k{key}", f"second {key}", 2, chance)) for key in range(3)])
    assert held(cluster) == expected(engine)
    engine.close()
    swap(cluster)
    assert held(cluster) == before
    figures = [index.name for index in status(cluster).indices if cluster.kind(index.name) == "figures"]
    assert len(figures) == 1  # what is made of the reports is not kept twice


def test_zeros_when_they_are_wanted() -> None:
    with prefix_on(next(iter(VERSIONS)), replace(QUICK, figures="all")) as where:
        engine, cluster = open_engine(where), connect(where)
        engine.write([incoming(make_document("a", report_key="k", figures={NAMES[0]: 0, NAMES[1]: 3}))])
        assert [line["value"] for line in held(cluster)] == [3, 0]
        assert held(cluster) == expected(engine, zeros=True)
        engine.close()
        cluster.client.close()


def test_an_index_without_figures_gets_them_later() -> None:
    with prefix_on(next(iter(VERSIONS))) as where:
        engine, cluster = open_engine(where), connect(where)
        chance = random.Random(4)
        engine.write([incoming(report(f"k{key}", f"{key}", 1, chance)) for key in range(3)])
        assert index_in_use(cluster) is None
        assert [cluster.kind(name) for name in init(cluster, LAYOUT)] == ["figures"]
        assert held(cluster) == expected(engine) != []
        engine.write([incoming(report(f"k{key}", f"later {key}", 2, chance)) for key in range(2)])
        assert held(cluster) == expected(engine)
        assert init(cluster, LAYOUT) == []
        engine.close()
        cluster.client.close()
