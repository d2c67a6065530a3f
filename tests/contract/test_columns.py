"""The contract, by columns: a few fields of every document found, and the keys that several documents share."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contract.documents import incoming, make_document, make_id
from gongkai.errors import BadQuery
from gongkai.mappings.document import flatten
from gongkai.mappings.fields import FIELDS, Kind
from gongkai.search.engine import Engine, places_on
from gongkai.search.query import Query, Term

NAMES = [field.name for field in FIELDS if not field.many and field.kind is not Kind.TEXT]


def test_columns_hold_what_the_documents_hold(shelf: Engine) -> None:
    found = {row[0]: row for row in shelf.columns(Query(), NAMES)}
    documents = {document["id"]: flatten(document) for document in shelf.export(Query())}
    assert found.keys() == documents.keys()
    for key, values in documents.items():
        assert found[key] == tuple(values.get(name) for name in NAMES)


def test_columns_are_narrowed_by_the_query(shelf: Engine) -> None:
    narrowed = Query(selected={"province": ("甘肃省",)})
    assert len(list(shelf.columns(narrowed, ["id"]))) == 3
    assert list(shelf.columns(Query(Term("year", (1999,))), ["id", "year"])) == []


@pytest.mark.parametrize("name", ["title", "finding", "nowhere"])
def test_a_field_without_a_column_is_an_error(shelf: Engine, name: str) -> None:
    with pytest.raises(BadQuery):
        list(shelf.columns(Query(), [name]))


def test_null_and_zero_stay_apart(engine: Engine) -> None:
    figure = "requests.received.total"
    for number, value in enumerate((0, None, 7)):
        engine.write([incoming(make_document(f"n{number}", figures={figure: value}, published="2024-02-29" if value else None))])
    found = set(engine.columns(Query(), ["id", figure, "published", "agency"]))
    assert found == {
        (make_id("n0"), 0, None, None),
        (make_id("n1"), None, None, None),
        (make_id("n2"), 7, "2024-02-29", None),
    }


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from("甲乙丙"), max_size=6))
def test_shared_keys_are_those_of_several_documents(engine: Engine, keys: list[str]) -> None:
    assert list(engine.columns(Query(Term("report_key", ("丁",))), ["id"])) == []
    known = {key: sum(1 for _ in engine.history(key)) for key in "甲乙丙"}
    for key in keys:
        known[key] += 1
        engine.write([incoming(make_document(f"{key}{known[key]}", report_key=key))])
    assert set(engine.republished()) == {key for key, times in known.items() if times > 1}
    assert len(list(engine.columns(Query(), ["id"]))) == sum(times > 0 for times in known.values())


def test_the_places_of_a_host(engine: Engine) -> None:
    urls = (
        "http://a.gov.cn/1",
        "https://a.gov.cn/2",
        "http://a.gov.cn.example.com/3",
        "http://b.a.gov.cn/4",
        None,
        "https://a.gov.cn/6",
    )
    codes = ("620421", "620402", "110101", "110101", "110101", None)
    engine.write(
        [incoming(make_document(f"h{n}", url=url, adcode=code)) for n, (url, code) in enumerate(zip(urls, codes, strict=True))]
    )
    assert sorted(places_on(engine, "a.gov.cn")) == ["620402", "620421"]
