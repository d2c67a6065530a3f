"""The contract, read: hits, totals, filters, ranges, order, snippets, export."""

from __future__ import annotations

import itertools

import pytest

from contract.documents import SHELF, incoming, make_document, make_id
from gongkai.errors import BadQuery
from gongkai.search.engine import Engine
from gongkai.search.query import AllOf, AnyOf, Exists, Not, Phrase, Query, Range, Term, Tree, Words

RECEIVED = "requests.received.total"
FEES = "proactive.fees.amount_wan_yuan"


def names(engine: Engine, tree: Tree) -> str:
    """Return the names (`a`…`f`) of the documents that the tree finds, having checked the total."""
    results = engine.search(Query(tree, limit=100))
    assert results.total == len(results.hits)
    return "".join(sorted(hit.document["source"][0] for hit in results.hits))


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        (AllOf(), "abcdef"),
        (Phrase("三审三校"), "abe"),
        (Phrase("三审三校", ("sections.overview",)), "ab"),
        (Phrase("三审三校", ("title",)), "e"),
        (Phrase("三审三校", ("title", "sections.overview")), "abe"),
        (Phrase("三审三校", ("sections.other",)), ""),
        (Phrase("三"), "abce"),
        (Phrase("三审"), "abce"),
        (Phrase("位。"), "ab"),
        (Phrase("校"), "abce"),
        (Phrase("无"), "c"),  # a section of one character
        (Phrase("人员不足"), "a"),  # a soft wrap stood between
        (Phrase("人员 不足"), "a"),
        (Phrase("annual report 2023年度"), "d"),
        (Phrase("ＡＮＮＵＡＬ　ｒｅｐｏｒｔ"), "d"),
        (Phrase("annualreport"), ""),
        (Phrase("\U00020000字"), "e"),
        (Phrase("字\U00020001"), "e"),
        (Phrase("\U00020001字"), ""),
        (Phrase("“三审三校”"), "b"),
        (Phrase("年度报告"), "abc"),
        (AllOf((Phrase("三审三校"), Phrase("保密审查"))), "a"),
        (AllOf((Phrase("三审三校"), Not(Phrase("保密审查")))), "be"),
        (Not(Phrase("三审三校")), "cdf"),
        (AllOf((Not(Phrase("三审三校")), Not(Term("year", (2023,))))), "cf"),
        (AnyOf((Phrase("保密审查"), Phrase("落实"), Term("year", (2023,)))), "abd"),
        (AnyOf((Not(Phrase("三审")), Phrase("保密审查"))), "adf"),
        (AnyOf(()), ""),
        (Not(AllOf()), ""),
    ],
)
def test_text(shelf: Engine, tree: Tree, found: str) -> None:
    assert names(shelf, tree) == found


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        (Term("province", ("甘肃省",)), "abf"),
        (Term("province", ("甘肃省", "重庆市")), "abcdf"),
        (Term("province", ("甘肃",)), ""),
        (Term("year", (2021,)), "ab"),
        (Term("year", ("2021", 2023)), "abd"),
        (Term("outcome", ("denied",)), "ad"),
        (Term("outcome", ("denied.state_secret", "unavailable")), "acd"),
        (Term("finding", ("F1",)), "bc"),
        (Term("fault", ("undecided",)), "b"),
        (Term("province", ()), ""),
        (Term("year", ()), ""),
        (Term(RECEIVED, (0,)), "b"),
        (Term(RECEIVED, (0.5, 10**30)), ""),
        (Term(RECEIVED, (0, 7)), "bd"),
        (Term(FEES, (1.1,)), "a"),
        (Term("published", ("2022-01-10",)), "a"),
        (Term("form", ("2021",)), "abcde"),
        (Term("id", (make_id("c"),)), "c"),
        (Exists("province"), "abcdf"),
        (Not(Exists("province")), "e"),
        (Exists(RECEIVED), "abcdf"),
        (Not(Exists(RECEIVED)), "e"),
        (Exists("sections.problems"), "abc"),
        (Exists("title"), "abce"),
        (Exists("published"), "abc"),
        (Exists("outcome"), "acd"),
    ],
)
def test_values(shelf: Engine, tree: Tree, found: str) -> None:
    assert names(shelf, tree) == found


@pytest.mark.parametrize(
    ("tree", "found"),
    [
        (Range(RECEIVED, 0, 7), "bcd"),
        (Range(RECEIVED, 0, 7, low_open=True), "cd"),
        (Range(RECEIVED, 0, 7, high_open=True), "bc"),
        (Range(RECEIVED, 7), "adf"),
        (Range(RECEIVED, high=0), "b"),  # a null is below nothing
        (Range(RECEIVED, "5", "7"), "cd"),
        (Range(RECEIVED, 4.5, 7.5), "cd"),
        (Range(RECEIVED, 4.5, 7.5, low_open=True, high_open=True), "cd"),
        (Range(RECEIVED, -(10**30), 10**30), "abcdf"),
        (Range(RECEIVED, 10**30), ""),
        (Range(RECEIVED), "abcdf"),
        (Range(FEES, 1.1, 2.2), "ab"),
        (Range(FEES, 1.1, 2.2, low_open=True), "b"),
        (Range(FEES, high=0), "d"),
        (Range("year", 2022), "cde"),
        (Range("year", 2021, 2022), "abce"),
        (Range("published", "2022-01-10", "2022-03-01"), "ab"),
        (Range("published", "2022-01-10", low_open=True), "bc"),
        (Range("published", "2022", "2022"), "ab"),
        (Range("published", "2022-02"), "bc"),
        (Range("published", high="2022-01"), "a"),
        (Range("published", "2022", low_open=True), "c"),
        (Range("published", high="2023", high_open=True), "ab"),
        (Range("adcode", "620000", "629999"), "a"),
        (Range("province", "甘肃省", low_open=True), "cd"),
        (Not(Range(RECEIVED, 1)), "be"),
    ],
)
def test_ranges(shelf: Engine, tree: Tree, found: str) -> None:
    assert names(shelf, tree) == found


def test_words_of_a_text_need_not_stand_together(shelf: Engine) -> None:
    assert names(shelf, Words("保密 制度")) == "a"
    assert names(shelf, Words("执行")) == "ab"


def test_selected_values_narrow_the_hits(shelf: Engine) -> None:
    def total(**selected: tuple[str | int, ...]) -> int:
        return shelf.search(Query(selected=selected)).total

    assert total(province=("甘肃省",)) == 3
    assert total(province=("甘肃省", "重庆市")) == 5
    assert total(province=("甘肃省", "重庆市"), year=(2021, 2022)) == 3
    assert total(province=("甘肃省",), year=(2023,)) == 0
    assert total(province=()) == 6


def ids(engine: Engine, **query: object) -> list[str]:
    """Return the ids of the hits in order."""
    return [hit.id for hit in engine.search(Query(**query)).hits]  # type: ignore[arg-type]


BY_ID = sorted(SHELF, key=lambda document: document["id"])


@pytest.mark.parametrize("field", ["year", "province", "published", RECEIVED, FEES, "id"])
@pytest.mark.parametrize("sign", ["", "-"])
def test_sorted_by_a_field_with_ties_by_id_and_nulls_last(shelf: Engine, field: str, sign: str) -> None:
    def value(document: dict[str, object]) -> object:
        return document.get(field, document["figures"].get(field))  # type: ignore[attr-defined]

    with_value = [document for document in BY_ID if value(document) is not None]
    with_value.sort(key=value, reverse=bool(sign))  # type: ignore[arg-type]  # stable: ids ascend both ways
    without = [document for document in BY_ID if value(document) is None]
    expected = [document["id"] for document in with_value + without]
    assert ids(shelf, sort=sign + field) == expected
    for size in (1, 2, 4):  # pages put together give the same order
        pages = [ids(shelf, sort=sign + field, offset=start, limit=size) for start in range(0, 8, size)]
        assert list(itertools.chain.from_iterable(pages)) == expected


def test_relevance_is_stable_across_pages(shelf: Engine) -> None:
    for tree in (Phrase("三"), AllOf(), AnyOf((Phrase("三审"), Phrase("制度"), Phrase("年度")))):
        whole = ids(shelf, tree=tree)
        assert whole == ids(shelf, tree=tree)
        assert whole == [one for start in range(7) for one in ids(shelf, tree=tree, offset=start, limit=1)]
    assert ids(shelf) == [document["id"] for document in BY_ID]  # nothing to rank by: by id


def test_a_page_may_be_empty(shelf: Engine) -> None:
    assert shelf.search(Query(limit=0)).total == 6
    assert shelf.search(Query(limit=0)).hits == ()
    beyond = shelf.search(Query(Phrase("三审三校"), offset=1000, sort="year"))
    assert (beyond.total, beyond.hits) == (3, ())


def test_a_hit_carries_the_whole_document(shelf: Engine) -> None:
    (hit,) = shelf.search(Query(Phrase("保密审查"))).hits
    assert hit.document == SHELF[0]
    assert hit.score > 0


def test_a_code_of_today_is_one_of_several(engine: Engine) -> None:
    split = make_document("a", adcode="500153", adcode_now=["500120", "500153"])
    engine.write([incoming(split), incoming(make_document("b", adcode_now=["500120"])), incoming(make_document("c"))])
    assert names(engine, Term("adcode_now", ("500120",))) == "ab"
    assert names(engine, Term("adcode_now", ("500153",))) == "a"
    found = engine.get(split["id"])
    assert found == split
    assert list(found or ()) == list(split)  # its parts in their order


def test_snippets_mark_the_reports_own_characters(shelf: Engine) -> None:
    def marked(tree: Tree) -> list[tuple[str, str, list[str]]]:
        hits = shelf.search(Query(tree, sort="id", limit=100)).hits
        return [(s.section, s.text, [s.text[a:b] for a, b in s.marks]) for hit in hits for s in hit.snippets]

    assert marked(Phrase("人员不足")) == [("problems", "人员\n不足。", ["人员\n不足"])]
    assert marked(Phrase("annual report 2023年")) == [("preamble", "Annual  Report\n2023 年 度", ["Annual  Report\n2023 年"])]
    both = AllOf((Phrase("三审三校"), Phrase("三校缺位"), Not(Phrase("保密"))))
    assert marked(both) == [
        ("overview", "落实“三审三校”。", ["三审三校"]),
        ("problems", "三审制度执行不严；三校缺位。", ["三校缺位"]),
    ]
    assert marked(AllOf((Phrase("三审三校"), Exists("sections.other")))) == [("title", "三审三校", ["三审三校"])]
    assert marked(Phrase("制度", ("sections.problems",))) == [("problems", "三审制度执行不严；三校缺位。", ["制度"])]
    assert marked(Term("year", (2021,))) == []


def test_export_yields_what_search_finds_by_id(shelf: Engine) -> None:
    assert list(shelf.export(Query())) == BY_ID
    query = Query(Phrase("三"), selected={"level": ("county",)}, offset=1, limit=1)
    assert [document["source"][0] for document in shelf.export(query)] == [
        document["source"][0] for document in BY_ID if document["source"][0] in "bce"
    ]
    assert list(shelf.export(Query(Phrase("没有")))) == []


def test_two_exports_at_once(shelf: Engine) -> None:
    pairs = list(zip(shelf.export(Query()), shelf.export(Query(Range("year", 2021))), strict=False))
    assert [first["id"] for first, _ in pairs] == [document["id"] for document in BY_ID][: len(pairs)]
    assert [second["id"] for _, second in pairs] == [d["id"] for d in BY_ID if d["year"]][: len(pairs)]


def test_an_export_goes_on_behind_an_id(shelf: Engine) -> None:
    for place, document in enumerate(BY_ID):
        assert list(shelf.export(Query(), str(document["id"]))) == BY_ID[place + 1 :]


def test_the_state_changes_with_what_is_current(engine: Engine) -> None:
    states = [engine.state()]
    key = "-/甲局/agency/2021"
    for number, published in enumerate(("2022-01-01", "2023-01-01")):
        engine.write([incoming(make_document(f"s{number}", report_key=key, published=published))])
        states.append(engine.state())
        assert engine.state() == states[-1]
    assert len(set(states)) == 3


def test_get_by_the_beginning_of_an_id(shelf: Engine) -> None:
    whole = make_id("a")
    assert shelf.get(whole) == SHELF[0]
    assert shelf.get(whole[:9]) == SHELF[0]
    assert shelf.get("zz") is None
    assert shelf.get("") is None


@pytest.mark.parametrize(
    ("query", "part"),
    [
        (Query(Term("yaer", (2021,))), "“year”"),
        (Query(Range("requests.recieved.total", 1)), "“requests.received.total”"),
        (Query(Exists("nothing.at.all")), "nothing.at.all"),
        (Query(Phrase("三审", ("year",))), "year"),
        (Query(Phrase(" \n ")), "empty"),
        (Query(Words("，。")), "words"),
        (Query(Term("year", ("二〇二一",))), "二〇二一"),
        (Query(Range("published", "yesterday")), "yesterday"),
        (Query(Range("title", "a")), "title"),
        (Query(facets=("title",)), "title"),
        (Query(facets=("provnice",)), "“province”"),
        (Query(selected={"published": ("2021-01-01",)}), "published"),
        (Query(sort="title"), "title"),
        (Query(sort="-outcome"), "outcome"),
        (Query(sort="yaer"), "“year”"),
        (Query(offset=-1), "negative"),
    ],
)
def test_a_broken_query_is_an_error_that_names_what_is_wrong(shelf: Engine, query: Query, part: str) -> None:
    with pytest.raises(BadQuery, match=part):
        shelf.search(query)
