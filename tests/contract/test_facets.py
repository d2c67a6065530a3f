"""Facets as they are shown, on every engine: places as a tree, occurrences, order, what contains a text, what is chosen."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from contract.conftest import ENGINES
from contract.documents import incoming, make_document
from contract.random_corpus import document, phrase
from gongkai.errors import BadQuery
from gongkai.search.engine import Engine
from gongkai.search.facets import PLACES, Counts, Place, View, counted
from gongkai.search.query import AllOf, AnyOf, Exists, Phrase, Query, Term
from gongkai.search.syntax import parse_query
from gongkai.text import normalise

WHERE = [
    ("甘肃省", "兰州市", "城关区", "雁滩街道"),
    ("甘肃省", "兰州市", "城关区", None),
    ("甘肃省", "兰州市", None, None),
    ("甘肃省", "甘南藏族自治州", "合作市", None),
    ("重庆市", "重庆市", "渝北区", None),
    ("重庆市", None, None, None),
    ("湖北省", None, "仙桃市", None),  # directly below the province
    (None, None, None, None),
]
TEXTS = ["三审三校，三审。", "三审", "三　审三校", "没有", "三审三校" * 3, "三审", "审", "三审三校"]


@pytest.fixture(params=sorted(ENGINES), scope="module")
def atlas(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """An engine that holds a report a line of WHERE, and hostile ones without a place, only to be read from."""
    chance = random.Random("atlas")
    reports = [
        make_document(f"atlas {n}", year=2021 + n % 2, sections={"overview": text}, **dict(zip(PLACES, where, strict=True)))
        for n, (where, text) in enumerate(zip(WHERE, TEXTS, strict=True))
    ]
    reports += [{**document(chance, f"atlas hostile {n}"), "province": None} for n in range(60)]
    for engine in ENGINES[request.param](tmp_path_factory.mktemp("atlas")):
        engine.write([incoming(report) for report in reports])
        yield engine


def ask(engine: Engine, query: Query, view: View | None = None, *, place: bool = False, occurrences: bool = False) -> Counts:
    return counted(engine, query, view or View(), by_place=place, by_occurrence=occurrences)


def shape(places: tuple[Place, ...] | None) -> list[Any]:
    return [(one.level, one.value, one.count, shape(one.below)) for one in places or ()]


def test_places_are_one_tree(atlas: Engine) -> None:
    found = ask(atlas, Query(), place=True)
    assert shape(found.places) == [
        (
            *("province", "甘肃省", 4),
            [
                ("city", "兰州市", 3, [("county", "城关区", 2, [("town", "雁滩街道", 1, [])])]),
                ("city", "甘南藏族自治州", 1, [("county", "合作市", 1, [])]),
            ],
        ),
        ("province", "重庆市", 2, [("county", "渝北区", 1, [])]),
        ("province", "湖北省", 1, [("county", "仙桃市", 1, [])]),
    ]
    assert (found.total, found.occurrences) == (68, None)


def test_a_look_inside_a_tree_keeps_what_is_above_and_what_is_chosen(atlas: Engine) -> None:
    found = ask(atlas, Query(), View(contains="州"), place=True)
    assert shape(found.places) == [
        ("province", "甘肃省", 4, [("city", "兰州市", 3, []), ("city", "甘南藏族自治州", 1, [])]),
    ]
    chosen = Query(selected={"county": ("仙桃市",), "town": ("无此镇",)})
    assert shape(ask(atlas, chosen, View(contains="州", top=1), place=True).places) == [
        ("province", "甘肃省", 4, [("city", "兰州市", 3, [])]),
        ("province", "湖北省", 1, [("county", "仙桃市", 1, [])]),
        ("town", "无此镇", 0, []),
    ]


def test_order_and_top_and_contains(atlas: Engine) -> None:
    def values(query: Query, view: View) -> dict[str | int, int]:
        (facet,) = ask(atlas, query, view).facets
        return {bucket.value: bucket.count for bucket in facet.buckets}

    query = Query(Term("province", ("甘肃省", "重庆市", "湖北省")), facets=("province",))
    assert list(values(query, View())) == ["甘肃省", "重庆市", "湖北省"]
    assert list(values(query, View("value"))) == sorted(values(query, View()))
    assert values(query, View("value", top=1)) == {"湖北省": 1}
    assert values(query, View(contains="庆")) == {"重庆市": 2}
    chosen = Query(query.tree, {"province": ("青海省",)}, ("province",))
    assert values(chosen, View(contains="庆", top=1)) == {"重庆市": 2, "青海省": 0}


def naive(documents: list[dict[str, Any]], phrases: list[str], field: str) -> tuple[Counter[Any], Counter[Any]]:
    """Count the phrases in title and sections of every document, by a field; also the documents."""
    occurrences: Counter[Any] = Counter()
    reports: Counter[Any] = Counter()
    for one in documents:
        texts = [normalise(text) for text in (one["title"] or "", *one["sections"].values())]
        if one[field] is not None:
            occurrences[one[field]] += sum(text.count(phrase) for text in texts for phrase in set(phrases))
            reports[one[field]] += 1
    return occurrences, reports


def test_occurrences_are_counted_on_the_normalised_text(atlas: Engine) -> None:
    chance = random.Random("occurrences")
    texts = [text for one in atlas.export(Query()) for text in one["sections"].values()]
    for number in range(25):
        wanted = [chosen for _ in range(1 + number % 2) if normalise(chosen := "三审" if number < 2 else phrase(chance, texts))]
        if not wanted:
            continue
        query = Query(AnyOf(tuple(map(Phrase, wanted))), facets=("year", "level", "agency"))
        found = ask(atlas, query, occurrences=True)
        documents: list[Any] = list(atlas.export(query))
        for facet in found.facets:
            occurrences, reports = naive(documents, list(map(normalise, wanted)), facet.field)
            assert {bucket.value: bucket.count for bucket in facet.buckets} == occurrences
            assert {bucket.value: bucket.reports for bucket in facet.buckets} == reports
        assert found.total == len(documents)


def test_occurrences_by_place_and_without_a_facet_s_own_selection(atlas: Engine) -> None:
    tree = AllOf((Phrase("三审"), Exists("province")))
    query = Query(tree, selected={"year": (2021,)}, facets=("year",))
    found = ask(atlas, query, place=True, occurrences=True)
    assert {bucket.value: (bucket.count, bucket.selected) for bucket in found.facets[0].buckets} == {
        2021: (6, True),
        2022: (2, False),
    }
    gansu = next(place for place in found.places or () if place.value == "甘肃省")
    assert (gansu.count, gansu.reports) == (3, 2)
    with pytest.raises(BadQuery, match="phrases"):
        ask(atlas, Query(), occurrences=True)


def test_what_has_no_value_is_counted_as_a_pivot_counts_it(shelf: Engine) -> None:
    """Each facet without its own selection, like its values."""
    for query in (Query(), Query(parse_query("三审三校")), Query(selected={"province": ("甘肃省",)})):
        names = ("city", "county", "outcome", "finding", "year")
        counts = counted(shelf, replace(query, facets=names), View(), by_place=True, by_occurrence=False)
        for name in names:
            cells = shelf.tabulate(query, (name,))
            nameless = sum(group.documents for group in cells if group.keys == (None,))
            one = counts.without.get(name)
            assert (one.count if one else 0) == nameless, (name, query)
    hidden = counted(shelf, Query(facets=("county",)), View(contains="区"), by_place=False, by_occurrence=False)
    assert hidden.without == {}
    said = counted(shelf, Query(parse_query("三审三校"), facets=("county",)), View(), by_place=False, by_occurrence=True)
    plain = counted(shelf, Query(parse_query("三审三校"), facets=("county",)), View(), by_place=False, by_occurrence=False)
    assert {name: one.reports for name, one in said.without.items()} == {name: one.count for name, one in plain.without.items()}
    assert plain.without
