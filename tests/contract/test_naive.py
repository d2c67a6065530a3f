"""Results equal a naive evaluation over the documents, for random queries over random corpora, on every engine."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract import naive
from contract.conftest import ENGINES
from contract.documents import incoming
from contract.naive import Naive
from contract.random_corpus import DAYS, DECIMAL, FIGURES, VALUES, document
from gongkai.mappings.fields import TEXTS
from gongkai.report import SECTIONS
from gongkai.search.concordance import Concordance, Order
from gongkai.search.elasticsearch import ElasticsearchEngine
from gongkai.search.engine import Engine
from gongkai.search.query import AllOf, AnyOf, Exists, Near, Not, Phrase, Pivot, Query, Range, Term, Tree
from gongkai.search.syntax import parse_query
from gongkai.search.syntax_print import write_query
from gongkai.text import normalise

SEED = 20_261_101
CORPORA, DOCUMENTS = 8, 40
QUESTIONS = 20_000 if os.environ.get("GONGKAI_FUZZ") else 260  # each of every corpus: 2,080 answers
ORDERS: tuple[Order, ...] = ("right", "left", "report")
OTHERS = sorted(set(ENGINES) - {"embedded"})
WORDS = ("三审三校", "三审", "校", "保密", "保密审查", "人员 不足", "Ａb", "ab", "，", "2024")
FIELDS = [field.name for field in TEXTS]


def talk(chance: random.Random) -> str:
    """Return a text of a few words and what may stand between them, so that many are near and many nearly so."""
    return "".join(chance.choice((*WORDS, *"的。\n\u3000 ", "三审三")) for _ in range(chance.randint(0, 12)))


def corpus_of(number: int) -> list[dict[str, Any]]:
    """Return made-up reports, half of them hostile, half of them full of near misses."""
    chance = random.Random(f"{SEED} {number}")
    documents = [document(chance, f"naive {number} {place}") for place in range(DOCUMENTS)]
    for one in documents[::2]:
        one["sections"] = {key: talk(chance) for key in chance.sample(list(SECTIONS), chance.randint(0, 4))}
        one["title"] = talk(chance) or None
    return documents


CORPUS = [corpus_of(number) for number in range(CORPORA)]
NAIVE = [[Naive(one) for one in documents] for documents in CORPUS]
STRETCHES = [
    text[at : at + 6]
    for documents in CORPUS
    for one in documents
    for text in (one["title"] or "", *one["sections"].values())
    for at in range(0, len(text), 7)
]
PHRASES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(STRETCHES),
    st.text(st.sampled_from("三审校保密 ab，\n"), min_size=1, max_size=4),
).filter(normalise)
SCOPES = st.just(()) | st.lists(st.sampled_from(FIELDS), min_size=1, max_size=3, unique=True).map(tuple)
DAY = st.sampled_from([day for day in DAYS if day] + ["2021", "2021-03", "2022-12-31"])
NUMBER = st.sampled_from((0, 1, 2, 7, 8, 120))


def terms() -> st.SearchStrategy[Tree]:
    """Return values that are there, and some that are not."""
    choices: dict[str, tuple[Any, ...]] = {
        **VALUES,
        "finding": ("F1", "F2", "L1", "X9"),
        "fault": ("source_error", "undecided"),
        "outcome": ("granted", "denied", "denied.state_secret", "unavailable", "other"),
        "tables": ("complete", "partial", "missing"),
        FIGURES[0]: (0, 1, 7),
    }
    return st.sampled_from(sorted(choices)).flatmap(
        lambda name: st.lists(
            st.sampled_from([value for value in choices[name] if value is not None]), min_size=1, max_size=2, unique=True
        ).map(lambda values: Term(name, tuple(values)))
    )


def ranges() -> st.SearchStrategy[Tree]:
    ends = st.sampled_from((*FIGURES, "year")).flatmap(lambda name: _between(name, NUMBER | st.sampled_from((2020, 2021, 2022))))
    return ends | _between("published", DAY)


def _between(name: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Tree]:
    def made(low: Any, high: Any, opens: tuple[bool, bool]) -> Tree:
        return Range(name, low, high, opens[0] and low is not None, opens[1] and high is not None)

    either = st.tuples(values, values) | st.tuples(values, st.none()) | st.tuples(st.none(), values)
    return st.tuples(either, st.tuples(st.booleans(), st.booleans())).map(lambda drawn: made(*drawn[0], drawn[1]))


LEAVES = st.one_of(
    st.builds(Phrase, PHRASES, SCOPES),
    st.builds(Near, PHRASES, PHRASES, st.integers(0, 12), SCOPES),
    terms(),
    ranges(),
    st.sampled_from((*VALUES, *FIGURES, DECIMAL, *FIELDS, "published", "finding", "outcome")).map(Exists),
)
TREES: st.SearchStrategy[Tree] = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        parts.map(Not),
        st.lists(parts, min_size=2, max_size=3).map(lambda several: AllOf(tuple(several))),
        st.lists(parts, min_size=2, max_size=3).map(lambda several: AnyOf(tuple(several))),
    ),
    max_leaves=5,
)
SELECTED = st.dictionaries(st.sampled_from(("year", "province")), st.integers(1, 2), max_size=1).map(
    lambda drawn: {name: tuple(value for value in VALUES[name][:number] if value is not None) for name, number in drawn.items()}
)
QUERIES = st.builds(
    lambda tree, selected, sort: Query(tree, selected, ("province", "outcome"), sort=sort, limit=500),
    TREES,
    SELECTED,
    st.sampled_from(("relevance", "id", "-year", "published", FIGURES[0])),
)


def agrees(engine: Engine, corpus: list[Naive], query: Query) -> None:
    """Hold an answer against the naive one: ids, order, facets, sums, columns and the export."""
    expected = naive.found(query, corpus)
    results = engine.search(query)
    assert results.total == len(expected)
    if query.sort == "relevance":
        assert {hit.id for hit in results.hits} == naive.ids(expected)
    else:
        assert [hit.id for hit in results.hits] == [one.document["id"] for one in in_order(expected, query.sort)]
    for facet in results.facets:
        others = replace(query, selected={key: values for key, values in query.selected.items() if key != facet.field})
        counts = Counter(value for one in naive.found(others, corpus) for value in one.values(facet.field))
        assert {bucket.value: bucket.count for bucket in facet.buckets if bucket.count} == counts
    sums: dict[Any, int] = {}
    for one in expected:
        row = next(iter(one.values("province")), None)
        sums[row] = sums.get(row, 0) + sum(one.values(FIGURES[0]))
    assert {cell.row: cell.value or 0 for cell in engine.pivot(query, Pivot("province", None, FIGURES[0]))} == sums
    assert {row[0] for row in engine.columns(query, ["id"])} == naive.ids(expected)
    assert [one["id"] for one in engine.export(query)] == sorted(naive.ids(expected))


def in_order(documents: list[Naive], sort: str) -> list[Naive]:
    """Return the documents by a field, ties by id, those without a value last."""
    name = sort.removeprefix("-")
    by_id = sorted(documents, key=lambda one: one.document["id"])
    valued = sorted((one for one in by_id if one.values(name)), key=lambda one: one.values(name)[0])
    if sort.startswith("-"):  # the order of ids stays
        valued = sorted(valued, key=lambda one: -one.values(name)[0])
    return [*valued, *(one for one in by_id if not one.values(name))]


def filled(name: str, folder: Path, number: int) -> Iterator[Engine]:
    folder.mkdir()
    for engine in ENGINES[name](folder):
        engine.write([incoming(one) for one in CORPUS[number]])
        yield engine


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Engine]]:
    folder = tmp_path_factory.mktemp("naive")
    opened = [filled("embedded", folder / str(number), number) for number in range(CORPORA)]
    yield [next(one) for one in opened]
    for one in opened:
        next(one, None)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, CORPORA - 1), QUERIES)
def test_the_embedded_engine_finds_what_a_naive_evaluation_finds(engines: list[Engine], number: int, query: Query) -> None:
    agrees(engines[number], NAIVE[number], query)


@pytest.mark.fuzz
@settings(max_examples=QUESTIONS, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TREES)
def test_totals_are_those_of_a_naive_evaluation_of_every_corpus(engines: list[Engine], tree: Tree) -> None:
    query = Query(parse_query(write_query(tree)), limit=0)
    totals = [engine.search(query).total for engine in engines]
    assert totals == [len(naive.found(query, corpus)) for corpus in NAIVE]


@pytest.fixture(params=OTHERS, scope="module")
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    yield from filled(request.param, tmp_path_factory.mktemp("naive") / "other", 0)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(QUERIES)
def test_the_other_engines_find_what_a_naive_evaluation_finds(other: Engine, query: Query) -> None:
    agrees(other, NAIVE[0], query)


def test_pages_beyond_the_window_go_on(other: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    for query in (Query(sort="-year"), Query(Phrase("三")), Query(sort=FIGURES[0]), Query(Near("三", "校", 1_000))):
        whole = [hit.id for hit in other.search(replace(query, limit=DOCUMENTS)).hits]
        with monkeypatch.context() as patch:
            patch.setattr("gongkai.search.elasticsearch_hits._WINDOW", 7)
            pages = [other.search(replace(query, offset=at, limit=9)) for at in range(0, DOCUMENTS, 9)]
        assert [hit.id for page in pages for hit in page.hits] == whole
        assert {page.total for page in pages} == {len(whole)}


class Plain:
    """An engine of one method: what a naive evaluation finds, by id."""

    def export(self, query: Query) -> list[dict[str, Any]]:
        return [dict(one.document) for one in sorted(naive.found(query, NAIVE[0]), key=lambda one: one.document["id"])]


def concordance_of(engine: Any, tree: Tree, order: Order) -> tuple[Any, ...]:
    found = Concordance(engine, Query(tree), 6, 2)
    return list(found.lines(order)), found.reports, found.occurrences, found.left, found.right


def told_alike(engine: Engine) -> None:
    near = Near("三审", "保密", 4)
    for tree in (Phrase("三审三校"), near, AllOf((near, Not(Phrase("2024")))), Phrase("ab", ("sections.other", "title"))):
        for order in ORDERS:
            assert concordance_of(engine, tree, order) == concordance_of(Plain(), tree, order)


def test_a_concordance_is_that_of_a_naive_evaluation(engines: list[Engine]) -> None:
    told_alike(engines[0])


def test_a_concordance_is_the_same_on_every_engine(other: Engine) -> None:
    told_alike(other)


def test_what_explain_shows_can_be_asked(other: Engine) -> None:
    assert isinstance(other, ElasticsearchEngine)
    query = Query(AllOf((Phrase("三"), Not(Phrase("校")))), {"year": (2021, 2022)})
    body = {"from_" if name == "from" else name: part for name, part in other.request(query).items()}
    total = other.search(query).total  # first: the engine's own search waits until what was written can be found
    answer = other.cluster.client.search(index=other.cluster.name("reports"), **body)
    assert answer["hits"]["total"]["value"] == total > 0
