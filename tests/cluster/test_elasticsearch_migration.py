"""Whatever happens while an index is migrated: what was acknowledged is in the index that is current afterwards."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from contract.documents import incoming, make_document
from elasticsearch import ConnectionTimeout
from servers.indices import QUICK
from servers.proxy import Proxy, answer, cut_after

from gongkai.errors import EngineUnavailable, IndexMissing
from gongkai.search import elasticsearch_admin as admin
from gongkai.search import elasticsearch_migration as migration
from gongkai.search.elasticsearch import ElasticsearchEngine
from gongkai.search.elasticsearch_connection import Cluster, connect
from gongkai.search.elasticsearch_errors import translated
from gongkai.search.engine import Incoming, Outcome
from gongkai.search.query import Query


@pytest.fixture
def engine(where: str) -> Iterator[ElasticsearchEngine]:
    """An engine that holds thirty reports."""
    engine = ElasticsearchEngine(connect(where))
    engine.write(reports("r", 30))
    yield engine
    engine.close()


def reports(name: str, count: int) -> list[Incoming]:
    return [incoming(make_document(f"{name}{n}", report_key=f"{name}{n}")) for n in range(count)]


def states(cluster: Cluster) -> dict[str, str]:
    """Return name → state of the indices of reports."""
    return {index.name: index.state for index in admin.status(cluster).indices if index.state != "beside"}


def counted(where: str) -> int:
    """Return what a colleague counts who opens the index now."""
    engine = ElasticsearchEngine.open(where)
    try:
        return engine.count()
    finally:
        engine.close()


# -- what is written meanwhile ----------------------------------------------------------------------------
@pytest.fixture
def loading(engine: ElasticsearchEngine) -> Iterator[ElasticsearchEngine]:
    """An engine that is loading much: what it writes is acknowledged, and in no search yet."""
    settings = {"index.refresh_interval": "-1"}
    engine.cluster.client.indices.put_settings(index=engine.cluster.name("reports"), settings=settings)
    loading = ElasticsearchEngine(connect(engine.cluster.where))
    loading.write(reports("early", 1))
    yield loading
    loading.close()


def test_what_was_written_just_before_the_block_is_migrated(
    loading: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    block = migration._block

    def late(cluster: Cluster, name: str) -> None:
        assert {entry.outcome for entry in loading.write(reports("late", 20))} == {Outcome.INDEXED}
        block(cluster, name)

    monkeypatch.setattr(migration, "_block", late)
    migration.migrate(connect(loading.cluster.where), QUICK, again=True)
    assert counted(loading.cluster.where) == 51


def test_what_the_scan_does_not_see_keeps_the_old_index(loading: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Searches of both indices agree; the history knows better."""

    def unseen(cluster: Cluster, name: str) -> None:
        loading.write(reports("late", 20))
        cluster.client.indices.add_block(index=name, block="write")

    monkeypatch.setattr(migration, "_block", unseen)
    before = states(loading.cluster)
    with pytest.raises(EngineUnavailable, match="20 reports that the history knows are not the same"):
        migration.migrate(connect(loading.cluster.where), QUICK, again=True)
    assert states(loading.cluster) == before
    assert counted(loading.cluster.where) == 51


def test_machines_that_write_while_it_is_migrated(where: str) -> None:
    acknowledged: list[str] = []
    is_writing = threading.Event()

    def write() -> None:
        engine = ElasticsearchEngine(connect(where))
        try:
            for number in range(10_000):
                acknowledged.extend(entry.source for entry in engine.write(reports(f"w{number}-", 3)))
                if number > 5:
                    is_writing.set()
        except EngineUnavailable as error:
            assert "takes no writes while it is migrated" in str(error)  # noqa: PT017  it ends so, and only so
        finally:
            engine.close()

    writer = threading.Thread(target=write)
    writer.start()
    assert is_writing.wait(60)
    migration.migrate(connect(where), QUICK, again=True)
    writer.join(60)
    assert not writer.is_alive()
    engine = ElasticsearchEngine.open(where)
    assert {entry.source for entry in engine.ledger() if entry.outcome is Outcome.INDEXED} >= set(acknowledged)
    assert {document["source"] for document in engine.export(Query())} >= set(acknowledged)
    engine.close()


# -- answers that are lost ----------------------------------------------------------------------------------
def lost_once(real: Callable[..., Any], *, done: bool) -> Callable[..., Any]:
    """Return a call whose first answer is lost: it was carried out, or it will be just before the next one."""
    waiting: list[dict[str, Any]] = []
    calls = 0

    def call(**arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls > 1:
            while waiting:
                real(**waiting.pop())
            return real(**arguments)
        if done:
            real(**arguments)
        else:
            waiting.append(arguments)
        raise ConnectionTimeout("Connection timed out")

    return call


def test_a_move_that_was_done_and_whose_answer_was_lost(engine: ElasticsearchEngine) -> None:
    cluster = connect(engine.cluster.where)
    (old,) = states(cluster)
    cluster.client.indices.update_aliases = lost_once(cluster.client.indices.update_aliases, done=True)  # type: ignore[method-assign]
    new = migration.migrate(cluster, QUICK, again=True)
    assert states(cluster) == {old: "previous", new: "current"}
    assert counted(cluster.where) == 30


def test_a_connection_that_is_cut_after_the_move(engine: ElasticsearchEngine) -> None:
    """The client asks again by itself, and is told that there is nothing to move."""
    faults = iter([cut_after])
    with Proxy(engine.cluster.where, lambda line, body: next(faults, None) if b"_aliases" in line else None) as proxy:
        new = migration.migrate(connect(f"{proxy.url}/{engine.cluster.prefix}"), QUICK, again=True)
        assert proxy.faults == 1
    assert states(engine.cluster)[str(new)] == "current"
    assert counted(engine.cluster.where) == 30


def test_a_move_that_is_done_after_it_was_given_up(engine: ElasticsearchEngine) -> None:
    """The cluster was busy: it carries the move out when the removal of the new index is on its way already."""
    cluster = connect(engine.cluster.where)
    cluster.client.indices.update_aliases = lost_once(cluster.client.indices.update_aliases, done=False)  # type: ignore[method-assign]
    with pytest.raises(EngineUnavailable, match="did not answer in time"), translated(cluster.where):
        migration.migrate(cluster, QUICK, again=True)
    assert sorted(states(cluster).values()) == ["current", "previous"]
    assert counted(cluster.where) == 30
    assert engine.write(reports("later", 1))[0].outcome is Outcome.INDEXED


def test_a_move_that_is_refused(engine: ElasticsearchEngine) -> None:
    before = states(engine.cluster)
    faults = iter([answer(500, "process_cluster_event_timeout_exception")])
    with Proxy(engine.cluster.where, lambda line, body: next(faults, None) if b"_aliases" in line else None) as proxy:
        cluster = connect(f"{proxy.url}/{engine.cluster.prefix}")
        with pytest.raises(Exception, match="process_cluster_event_timeout"):
            migration.migrate(cluster, QUICK, again=True)
    assert states(engine.cluster) == before
    assert counted(engine.cluster.where) == 30


# -- without a current index -----------------------------------------------------------------------------------
def test_a_swap_when_the_current_index_is_gone(engine: ElasticsearchEngine) -> None:
    cluster = engine.cluster
    (old,) = states(cluster)
    new = migration.migrate(cluster, QUICK, again=True)
    admin.drop(cluster, [str(new)])
    assert "`gongkai elasticsearch swap`" in " ".join(admin.status(cluster).behind)
    with pytest.raises(IndexMissing, match="run `gongkai elasticsearch swap`"):
        migration.migrate(cluster, QUICK)
    assert migration.swap(cluster) == (None, old)
    assert admin.status(cluster).behind == ()
    assert counted(cluster.where) == 30
    assert engine.write(reports("later", 1))[0].outcome is Outcome.INDEXED
