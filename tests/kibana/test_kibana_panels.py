"""Every panel is asked for on a real Elasticsearch as Kibana would ask, and gives the numbers of `gongkai pivot`.

GONGKAI_KIBANA_REPORTS=5000 takes more made-up reports and `-s` prints how many rows each panel returned.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from contract.documents import SHELF, incoming
from kibana_requests import lens_request, lens_rows, query_of, vega_body, view_of
from servers.distribution import VERSIONS
from servers.indices import QUICK, prefix_on

from gongkai.indexer.inputs.sources import Sources
from gongkai.indexer.pipeline import index_inputs
from gongkai.mappings.kibana import saved_objects
from gongkai.mappings.kibana_boards import BOARDS, LISTINGS, PHRASES
from gongkai.mappings.kibana_names import Names, SavedObject
from gongkai.mappings.kibana_panels import Distinct, Panel, Terms, View, WordCloud
from gongkai.sample.generate import write_sample
from gongkai.search.elasticsearch_connection import Cluster, connect
from gongkai.search.engine import Engine, Incoming, open_engine
from gongkai.search.query import AllOf, Exists, Phrase, Query, Term
from tools.kibana_numbers import numbers

REPORTS = int(os.environ.get("GONGKAI_KIBANA_REPORTS", "250"))
PARTS = list(dict.fromkeys(part for board in BOARDS for part, _ in board.parts()))
PANELS = [part for part in PARTS if isinstance(part, Panel)]
WORDS = [part for part in PARTS if isinstance(part, WordCloud)]


@dataclass
class Shelf:
    """The same reports in a folder and on a cluster, and the objects that Kibana would have."""

    folder: Engine
    cluster: Cluster
    objects: dict[tuple[str, str], SavedObject]
    names: Names

    def rows(self, panel: Panel) -> list[dict[str, Any]]:
        saved = self.objects["lens", self.names.id("lens", panel.key)]
        answer = self.cluster.client.search(index=view_of(saved, self.objects), body=lens_request(saved)).body
        return lens_rows(saved, answer)

    def count(self, query: dict[str, Any]) -> int:
        return int(self.cluster.client.count(index=self.cluster.name("reports"), query=query)["count"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Made-up reports, some of which do not add up, and some that lost their tables."""
    place = tmp_path_factory.mktemp("kibana")
    write_sample(REPORTS, place / "reports", seed=7, broken=0.2)
    engine = open_engine(str(place / "index"), create=True)
    index_inputs(Sources([str(place / "reports")]), engine, workers=1)
    engine.write([incoming(document) for document in SHELF if document["form"]])
    yield engine
    engine.close()


@pytest.fixture(scope="module", params=sorted(VERSIONS))
def shelf(request: pytest.FixtureRequest, folder: Engine) -> Iterator[Shelf]:
    """The same reports on a real server of each version."""
    with prefix_on(request.param, replace(QUICK, figures="nonzero")) as where:
        engine = open_engine(where)
        documents = folder.export(Query())
        engine.write([Incoming(str(each["source"]), str(each["id"]), "1", each) for each in documents])
        engine.close()
        cluster = connect(where)
        cluster.client.indices.refresh(index=f"{cluster.prefix}-*")
        names = Names(cluster.prefix)
        yield Shelf(folder, cluster, {(each["type"], each["id"]): each for each in saved_objects(names)}, names)
        cluster.client.close()


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.key)
def test_a_panel_gives_the_numbers_of_pivot(shelf: Shelf, panel: Panel) -> None:
    rows = shelf.rows(panel)
    assert rows
    print(f"{panel.key}\t{len(rows)} rows")
    for number, expected in enumerate(numbers(shelf.folder, panel)):
        found = {(row.get("rows"), row.get("split")): row[f"measure-{number}"] or 0 for row in rows}
        assert any(found.values()), panel.key
        kept = {key: value for key, value in expected.items() if value}
        if number == 0:
            check_top(panel, found, kept)
        for key, value in found.items():
            is_estimate = isinstance(panel.measures[number], Distinct) and value > 1_000
            assert value == pytest.approx(kept.get(key, 0), rel=0.05 if is_estimate else 1e-9), (panel.key, key)


def check_top(panel: Panel, found: dict[Any, float], expected: dict[Any, float]) -> None:
    """Check that what is not shown is not there, or does not belong to the top that the axis asks for."""
    missing = {key: value for key, value in expected.items() if key not in found}
    totals: dict[Any, float] = {}
    for (row, _), value in expected.items():
        totals[row] = totals.get(row, 0) + value
    shown = {row for row, _ in found}
    if isinstance(panel.rows, Terms) and len(totals) > panel.rows.size:
        assert len(shown) == panel.rows.size
        if not panel.rows.in_order:
            assert max(totals[row] for row, _ in missing) <= min(totals[row] for row in shown)
    else:
        assert not missing, (panel.key, missing)


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.key)
def test_words_stand_out(shelf: Shelf, words: WordCloud) -> None:
    index, body = vega_body(shelf.objects["visualization", shelf.names.id("visualization", words.key)])
    groups = shelf.cluster.client.search(index=index, body=body)["aggregations"]["groups"]["buckets"]
    print(f"{words.key}\t{sum(len(group['words']['buckets']) for group in groups)} rows")
    assert len(groups) == min(words.groups, len({each["year"] for each in shelf.folder.export(Query())}))
    found = [word for group in groups for word in group["words"]["buckets"]]
    assert found
    for word in found:
        assert len(word["key"]) > 1
        assert word["doc_count"] >= 3


@pytest.mark.parametrize("listing", LISTINGS, ids=lambda listing: listing.key)
def test_a_saved_search_finds_what_the_query_finds(shelf: Shelf, listing: Any) -> None:
    saved = shelf.objects["search", shelf.names.id("search", listing.key)]
    source = json.loads(saved["attributes"]["kibanaSavedObjectMeta"]["searchSourceJSON"])
    parts = [Term(field, values) if values else Exists(field) for field, values in listing.where]
    expected = shelf.folder.search(Query(AllOf(tuple(parts)), limit=0)).total
    answer = shelf.cluster.client.search(
        index=view_of(saved, shelf.objects),
        query=query_of(source),
        sort=[{field: order} for field, order in saved["attributes"]["sort"]],
        size=5,
        source=saved["attributes"]["columns"],
        track_total_hits=True,
    )
    assert answer["hits"]["total"]["value"] == expected > 0


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_prepared_filter_finds_what_the_phrase_finds(shelf: Shelf, phrase: str) -> None:
    board = next(board for board in BOARDS if board.phrases)
    saved = shelf.objects["dashboard", shelf.names.id("dashboard", board.key)]
    source = json.loads(saved["attributes"]["kibanaSavedObjectMeta"]["searchSourceJSON"])
    (found,) = [each for each in source["filter"] if each["meta"]["alias"] == phrase]
    assert shelf.count(found["query"]) == shelf.folder.search(Query(Phrase(phrase), limit=0)).total


def test_a_control_narrows_both_data_views(shelf: Shelf) -> None:
    """What is chosen in a control is a filter by the field's name: both indices have the field."""
    chosen = {"match_phrase": {"year": 2022}}
    reports = shelf.count(chosen)
    answer = shelf.cluster.client.search(
        index=shelf.cluster.name(View.FIGURES), query=chosen, size=0, aggs={"reports": {"cardinality": {"field": "report"}}}
    )
    with_figures = [each for each in shelf.folder.export(Query(Term("year", (2022,)))) if any((each["figures"] or {}).values())]
    assert 0 < answer["aggregations"]["reports"]["value"] == len(with_figures) <= reports
