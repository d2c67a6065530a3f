"""`gongkai elasticsearch init|status|migrate|swap|drop` and `copy`, and what the engine says of an index it cannot use."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from contract.documents import SHELF, incoming, make_document
from elasticsearch import ApiError
from servers.distribution import VERSIONS
from servers.indices import QUICK, fresh_prefix
from servers.shared import server_url

from gongkai.cli import cli
from gongkai.errors import EngineUnavailable, GongkaiError, IndexMissing, SearchError
from gongkai.mappings.elasticsearch import FORMAT, Layout
from gongkai.mappings.elasticsearch_figures import figures_index
from gongkai.mappings.fields import FIELDS
from gongkai.search import elasticsearch_admin as admin
from gongkai.search import elasticsearch_migration as migration
from gongkai.search.elasticsearch import ElasticsearchEngine
from gongkai.search.elasticsearch_connection import Cluster, connect
from gongkai.search.elasticsearch_errors import explain
from gongkai.search.engine import Incoming, Outcome, open_engine
from gongkai.search.query import Phrase, Query

OLDEST = next(iter(VERSIONS))


@pytest.fixture
def filled(where: str) -> Iterator[ElasticsearchEngine]:
    """An engine that holds six reports, one of them without a key's seat."""
    engine = ElasticsearchEngine(connect(where))
    engine.write([incoming(document) for document in SHELF])
    yield engine
    engine.close()


def run(*arguments: str) -> Result:
    """Run the command line."""
    return CliRunner().invoke(cli, list(arguments))


def reports_indices(cluster: Cluster) -> dict[str, str]:
    """Return state → name of the indices of reports."""
    return {index.state: index.name for index in admin.status(cluster).indices if index.state != "beside"}


def test_init_twice_changes_nothing(where: str) -> None:
    cluster = connect(where)
    assert admin.init(cluster, QUICK) == []
    assert {index.state for index in admin.status(cluster).indices} == {"current", "beside"}


def test_the_mapping_is_strict_and_holds_every_field(where: str) -> None:
    cluster = connect(where)
    (index,) = cluster.client.indices.get_mapping(index=cluster.name("reports")).body.values()
    assert index["mappings"]["dynamic"] == "strict"
    caps = set(cluster.client.field_caps(index=cluster.name("reports"), fields="*")["fields"])
    assert {f"figures.{field.name}" if field.figure else field.name for field in FIELDS} <= caps
    with pytest.raises(ApiError, match="strict_dynamic_mapping_exception"):
        cluster.client.index(index=cluster.name("reports"), document={"unheard_of": 1})


def test_status_tells_what_is_there_and_what_is_behind(filled: ElasticsearchEngine) -> None:
    cluster = filled.cluster
    found = admin.status(cluster)
    assert found.version in {version.server for version in VERSIONS.values()} or found.version
    assert {index.state: index.documents for index in found.indices if index.state == "current"} == {"current": 6}
    assert found.ledger == {"indexed": 6}
    assert found.behind == ()
    cluster.client.indices.put_settings(index=cluster.name("reports"), settings={"index.refresh_interval": "-1"})
    cluster.client.indices.put_settings(index=cluster.name("reports"), settings={"index.blocks.write": True})
    behind = " ".join(admin.status(cluster).behind)
    assert "does not refresh by itself" in behind
    assert "takes no writes (index.blocks.write)" in behind
    assert "`gongkai elasticsearch migrate`" in behind
    full = {"index.blocks.write": None, "index.blocks.read_only_allow_delete": True}
    cluster.client.indices.put_settings(index=cluster.name("ledger"), settings=full)
    assert f"{cluster.name('ledger')}-" in " ".join(one for one in admin.status(cluster).behind if "the disk was full" in one)


def test_a_migration_keeps_everything_and_the_old_index(filled: ElasticsearchEngine) -> None:
    cluster = filled.cluster
    before = list(filled.export(Query()))
    old = reports_indices(cluster)["current"]
    assert migration.migrate(cluster, QUICK) is None  # it has the right format
    new = migration.migrate(cluster, replace(QUICK, shards=2), again=True)
    assert reports_indices(cluster) == {"current": new, "previous": old}
    assert list(filled.export(Query())) == before
    assert filled.search(Query(Phrase("人员不足"))).total == 1  # the exact fields are made anew
    assert filled.write([incoming(make_document("later"))])[0].outcome is Outcome.INDEXED
    assert filled.count() == 7
    assert migration.swap(cluster) == (new, old)
    assert filled.count() == 6
    with pytest.raises(SearchError, match="no previous index"):
        migration.swap(cluster, "nothing")


def test_an_index_of_another_format_is_not_read_but_migrated(filled: ElasticsearchEngine) -> None:
    cluster = filled.cluster
    meta = {"gongkai": {"format": "older", "refresh": "1s", "state": "ready"}}
    cluster.client.indices.put_mapping(index=cluster.name("reports"), meta=meta)
    with pytest.raises(SearchError, match=f"has format older, this gongkai needs {FORMAT}: run `gongkai elasticsearch migrate`"):
        ElasticsearchEngine.open(cluster.where)
    assert "another format" in " ".join(admin.status(cluster).behind)
    assert migration.migrate(cluster, QUICK) is not None
    engine = ElasticsearchEngine.open(cluster.where)
    assert engine.count() == 6
    engine.close()


def test_a_migration_that_fails_leaves_no_trace(filled: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    cluster = filled.cluster
    before = reports_indices(cluster)

    def lose_one(cluster: Cluster, index: str, hits: list[object]) -> int:
        return original(cluster, index, hits[:-1])  # type: ignore[arg-type]

    original = migration._copy
    monkeypatch.setattr(migration, "_copy", lose_one)
    with pytest.raises(EngineUnavailable, match="holds 5 reports, the old one 6"):
        migration.migrate(cluster, QUICK, again=True)
    assert reports_indices(cluster) == before
    assert filled.write([incoming(make_document("later"))])[0].outcome is Outcome.INDEXED  # the block is gone


def test_writes_fail_with_a_sentence_while_it_is_migrated(filled: ElasticsearchEngine) -> None:
    cluster = filled.cluster
    cluster.client.indices.put_settings(index=cluster.name("reports"), settings={"index.blocks.write": True})
    with pytest.raises(EngineUnavailable, match="takes no writes while it is migrated"):
        filled.write([incoming(make_document("later"))])
    cluster.client.indices.put_settings(index=cluster.name("reports"), settings={"index.blocks.write": None})
    assert filled.write([incoming(make_document("later"))])[0].outcome is Outcome.INDEXED


def test_what_a_power_cut_left_half_built_is_removed(filled: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migration, "_STANDSTILL", 0.1)
    cluster = filled.cluster
    half = admin.create_reports(cluster, QUICK, with_aliases=False)
    figures = f"{cluster.name('figures')}-{FORMAT.replace('.', '-')}-20260101000000000"
    cluster.client.indices.create(index=figures, **figures_index(figures, QUICK, zeros=False))
    cluster.client.indices.put_settings(index=cluster.name("reports"), settings={"index.blocks.write": True})
    assert {index.name for index in admin.status(cluster).indices if index.state == "half-built"} == {half, figures}
    assert "half-built" in " ".join(admin.status(cluster).behind)
    assert filled.count() == 6
    migration.migrate(cluster, QUICK)
    assert "half-built" not in {index.state for index in admin.status(cluster).indices}
    assert filled.write([incoming(make_document("later"))])[0].outcome is Outcome.INDEXED  # the block is gone


def test_what_others_have_under_a_name_like_ours_is_not_ours(where: str) -> None:
    """Another prefix that begins as ours does, and indices that somebody made by hand, are neither listed nor dropped."""
    cluster = connect(where)
    mine = {index.name for index in admin.status(cluster).indices}
    beside = connect(f"{where}-reports-test")
    theirs = set(admin.init(beside, QUICK))
    by_hand = {f"{cluster.name('reports')}-{name}" for name in ("2024", "a1b2c3d4-2-20260101000000000")}
    by_hand |= {f"{cluster.name('history')}-2024", f"{cluster.name('ledger')}-20260101000000000-reindexed"}
    for name in by_hand:
        cluster.client.indices.create(index=name, mappings={"dynamic": "strict", "properties": {"a": {"type": "keyword"}}})
    assert {index.name for index in admin.status(cluster).indices} == mine
    assert {index.name for index in admin.status(beside).indices} == theirs
    with pytest.raises(SearchError, match="no previous index"):
        migration.swap(cluster, f"{cluster.name('reports')}-2024")
    named = run("elasticsearch", "drop", f"{cluster.name('reports')}-2024", "--all", "--yes", "--index", where)
    assert named.exit_code == 2
    assert "no index" in named.output
    dropped = json.loads(run("elasticsearch", "drop", "--all", "--yes", "--index", where, "--format", "json").stdout)
    assert set(dropped["removed"]) == mine
    assert set(cluster.client.indices.get(index=cluster.name("*"))) == theirs | by_hand


def test_the_command_line(where: str, tmp_path: Path) -> None:
    place = ("--index", where)
    engine = ElasticsearchEngine(connect(where))
    engine.write([incoming(document) for document in SHELF])
    engine.close()
    status = json.loads(run("elasticsearch", "status", *place, "--format", "json").stdout)
    assert {index["state"] for index in status["indices"]} == {"current", "beside"}
    made = json.loads(run("elasticsearch", "migrate", "--again", "--replicas", "0", *place, "--format", "json").stdout)
    assert len(made["created"]) == 1
    assert "前版" in run("elasticsearch", "status", *place).stdout
    refused = run("elasticsearch", "drop", made["created"][0], "--yes", *place)
    assert refused.exit_code == 2
    assert "in use" in refused.output
    asked = CliRunner().invoke(cli, ["elasticsearch", "drop", *place], input="n\n")
    assert asked.exit_code == 130
    dropped = json.loads(run("elasticsearch", "drop", "--yes", *place, "--format", "json").stdout)
    assert len(dropped["removed"]) == 1
    assert run("search", "三审三校", *place, "--format", "json").exit_code == 0
    assert run("elasticsearch", "drop", "--all", "--yes", *place).exit_code == 0
    gone = run("search", "三审三校", *place)
    assert gone.exit_code == 2
    assert "gongkai elasticsearch init" in gone.output
    assert run("elasticsearch", "status", "--index", str(tmp_path)).exit_code == 2


def test_copy_there_and_back(where: str, tmp_path: Path) -> None:
    first = open_engine(str(tmp_path / "first"), create=True)
    first.write([incoming(document) for document in SHELF])
    keyed = [make_document(f"v{n}", report_key="k", published=f"2022-01-0{n}") for n in (1, 2, 3)]
    first.write([incoming(document) for document in keyed])
    first.write([incoming(keyed[2], source="copy.html"), Incoming("bad", "1", "1", outcome=Outcome.FAILED, reason="empty")])
    first.write([incoming(make_document("new"), source="a.html", digest="2")])  # its former version is left
    first.write([Incoming("copy.html", "2", "1", outcome=Outcome.FAILED, reason="locked")])  # what it brought before stays
    gone = Incoming("v1.html", "2", "1", outcome=Outcome.NOT_A_REPORT, reason="404", says_nothing=True)
    assert [entry.id for entry in first.write([gone])] == [keyed[0]["id"]]
    first.close()
    for origin, target in ((str(tmp_path / "first"), where), (where, str(tmp_path / "back"))):
        copied = run("copy", origin, target, "--format", "json")
        assert copied.exit_code == 0, copied.output
        assert json.loads(copied.stdout)["indexed"] == 8
    repeated = json.loads(run("copy", str(tmp_path / "first"), where, "--format", "json").stdout)
    assert (repeated["indexed"], repeated["unchanged"], repeated["failed"]) == (0, 9, 2)
    opened = [open_engine(place) for place in (str(tmp_path / "first"), where, str(tmp_path / "back"))]
    for engine in opened:
        assert list(engine.export(Query())) == list(opened[0].export(Query()))
        assert list(engine.ledger()) == list(opened[0].ledger())
        assert [one["id"] for one in engine.history("k")] == [one["id"] for one in opened[0].history("k")]
        assert engine.get(SHELF[0]["id"]) == SHELF[0]
        assert {one.page for one in engine.dump() if one.document} <= {b"<html>", None}
    for engine in opened:
        engine.close()


def test_an_index_that_is_not_there() -> None:
    where = fresh_prefix(server_url(OLDEST))
    with pytest.raises(IndexMissing, match="run `gongkai elasticsearch init` first"):
        open_engine(where)
    with pytest.raises(IndexMissing):
        admin.status(connect(where))


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (
            {"settings": {"analysis": {"analyzer": {"a": {"type": "smartcn_missing"}}}}},
            "bin/elasticsearch-plugin install analysis-smartcn",
        ),
        ({"mappings": {"properties": {"a": {"type": "text", "analyzer": "smartcn_missing"}}}}, "install analysis-smartcn"),
        (
            {
                "settings": {"mapping.total_fields.limit": 1},
                "mappings": {"properties": {name: {"type": "long"} for name in "abc"}},
            },
            "total_fields.limit to 1000",
        ),
    ],
)
def test_what_a_server_cannot_do_is_told_with_what_to_do(body: dict[str, object], sentence: str) -> None:
    cluster = connect(fresh_prefix(server_url(OLDEST)))
    with pytest.raises(ApiError) as caught:
        cluster.client.indices.create(index=cluster.name("x"), body=body)
    told = explain(caught.value, cluster.where)
    assert isinstance(told, GongkaiError)
    assert sentence in str(told)
    assert "\n" not in str(told)


def test_a_server_that_is_too_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admin, "_version", lambda cluster: "8.11.3")
    with pytest.raises(EngineUnavailable, match=r"is 8\.11\.3: version 8\.19 or later"):
        admin.init(connect(fresh_prefix(server_url(OLDEST))), Layout())
