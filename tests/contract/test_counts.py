"""The contract, counted: facets with multi-select semantics, pivots over facet fields and outcomes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from contract.documents import incoming, make_document
from gongkai.errors import BadQuery
from gongkai.mappings.form import OUTCOME_GROUPS, OUTCOMES
from gongkai.search.engine import Engine
from gongkai.search.query import AllOf, Not, Phrase, Pivot, Query, Term
from gongkai.search.results import Bucket, Group, PivotCell, Sum

RECEIVED = "requests.received.total"
SECRET = "requests.denied.state_secret.total"
FEES = "proactive.fees.amount_wan_yuan"


def counts(engine: Engine, query: Query) -> dict[str, dict[str | int, int]]:
    """Return facet → value → count, in order."""
    return {facet.field: {b.value: b.count for b in facet.buckets} for facet in engine.search(query).facets}


def ordered(values: dict[str | int, int]) -> list[tuple[str | int, int]]:
    return list(values.items())


def test_a_facet_counts_every_document_found(shelf: Engine) -> None:
    found = counts(shelf, Query(facets=("year", "province", "outcome", "finding", "tables")))
    assert list(found) == ["year", "province", "outcome", "finding", "tables"]
    assert ordered(found["year"]) == [(2021, 2), (2022, 2), (2023, 1)]  # by count, then by value
    assert ordered(found["province"]) == [("甘肃省", 3), ("重庆市", 2)]
    assert ordered(found["outcome"]) == [
        ("denied", 2),
        ("denied.state_secret", 2),
        ("granted", 1),
        ("unavailable", 1),
        ("unavailable.not_held", 1),
    ]
    assert ordered(found["finding"]) == [("F1", 2), ("F2", 1)]
    assert ordered(found["tables"]) == [("partial", 5), ("missing", 1)]


def test_a_facet_is_narrowed_by_the_query(shelf: Engine) -> None:
    query = Query(AllOf((Phrase("三审"), Not(Phrase("保密")))), facets=("province",))
    assert counts(shelf, query) == {"province": {"甘肃省": 1, "重庆市": 1}}


def test_a_facet_is_counted_without_its_own_selection(shelf: Engine) -> None:
    query = Query(selected={"province": ("甘肃省",)}, facets=("province", "year"))
    assert counts(shelf, query) == {"province": {"甘肃省": 3, "重庆市": 2}, "year": {2021: 2}}
    assert shelf.search(query).total == 3


def test_selections_narrow_the_other_facets(shelf: Engine) -> None:
    query = Query(selected={"province": ("甘肃省",), "year": (2022, 2021)}, facets=("province", "year", "level"))
    assert counts(shelf, query) == {
        "province": {"甘肃省": 2, "重庆市": 1},
        "year": {2021: 2, 2022: 0},
        "level": {"county": 1, "prefectural": 1},
    }


def test_a_selected_value_never_disappears(shelf: Engine) -> None:
    query = Query(Term("year", (2023,)), selected={"province": ("甘肃省", "青海省")}, facets=("province",))
    (facet,) = shelf.search(query).facets
    assert facet.buckets == (
        Bucket("重庆市", "重庆市", 1, False),
        Bucket("甘肃省", "甘肃省", 0, True),
        Bucket("青海省", "青海省", 0, True),
    )


def test_the_top_values_and_the_selected_ones(shelf: Engine) -> None:
    assert counts(shelf, Query(facets=("year",), top=1)) == {"year": {2021: 2}}
    query = Query(facets=("year",), top=1, selected={"year": ("2023",)})
    assert counts(shelf, query) == {"year": {2021: 2, 2023: 1}}
    (facet,) = shelf.search(query).facets
    assert [(bucket.value, bucket.selected) for bucket in facet.buckets] == [(2021, False), (2023, True)]


def test_labels_are_chinese(shelf: Engine) -> None:
    facets = shelf.search(Query(facets=("year", "outcome"))).facets
    assert [b.label for b in facets[0].buckets] == ["2021", "2022", "2023"]
    assert {b.value: b.label for b in facets[1].buckets}["denied.state_secret"] == "属于国家秘密"
    assert {b.value: b.label for b in facets[1].buckets}["denied"] == "不予公开"


def test_a_pivot_sums_what_is_printed(shelf: Engine) -> None:
    assert shelf.pivot(Query(), Pivot("province", "year", RECEIVED)) == [
        PivotCell("甘肃省", 2021, 10, 2, 0),
        PivotCell("甘肃省", None, 100, 1, 0),
        PivotCell("重庆市", 2022, 5, 1, 0),
        PivotCell("重庆市", 2023, 7, 1, 0),
        PivotCell(None, 2022, None, 0, 1),
    ]
    assert shelf.pivot(Query(), Pivot("level", None, "requests.denied.state_secret.total")) == [
        PivotCell("county", None, 7, 2, 2),
        PivotCell("prefectural", None, 2, 1, 0),
        PivotCell(None, None, None, 0, 1),
    ]


def test_a_pivot_without_a_measure_counts_reports(shelf: Engine) -> None:
    assert shelf.pivot(Query(Phrase("三审")), Pivot("year", "province")) == [
        PivotCell(2021, "甘肃省", 2, 2, 0),
        PivotCell(2022, "重庆市", 1, 1, 0),
        PivotCell(2022, None, 1, 1, 0),
    ]


def test_a_pivot_of_decimals_keeps_no_noise(shelf: Engine) -> None:
    (cell, *_) = shelf.pivot(Query(), Pivot("province", None, FEES))
    assert cell == PivotCell("甘肃省", None, Decimal("3.3"), 2, 1)
    assert isinstance(cell.value, Decimal)


def test_a_document_counts_under_each_of_its_values(shelf: Engine) -> None:
    assert shelf.pivot(Query(selected={"year": (2021,)}), Pivot("finding", "fault", RECEIVED)) == [
        PivotCell("F1", "source_error", 0, 1, 0),
        PivotCell("F1", "undecided", 0, 1, 0),
        PivotCell("F2", "source_error", 0, 1, 0),
        PivotCell("F2", "undecided", 0, 1, 0),
        PivotCell(None, None, 10, 1, 0),
    ]


def test_a_pivot_obeys_the_selection(shelf: Engine) -> None:
    cells = shelf.pivot(Query(selected={"province": ("重庆市",)}), Pivot("province", None, RECEIVED))
    assert cells == [PivotCell("重庆市", None, 12, 2, 0)]
    assert shelf.pivot(Query(Phrase("没有")), Pivot("province", "year", RECEIVED)) == []


def test_outcomes_as_rows(shelf: Engine) -> None:
    cells = shelf.pivot(Query(), Pivot("outcome"))
    assert [cell.row for cell in cells] == list(OUTCOMES)  # all 21, in printed order
    assert {cell.reports + cell.missing for cell in cells} == {6}
    by_row = {cell.row: cell for cell in cells}
    assert by_row["denied.state_secret"] == PivotCell("denied.state_secret", None, 9, 3, 3)
    assert by_row["unavailable.not_held"] == PivotCell("unavailable.not_held", None, 5, 2, 4)
    assert by_row["not_processed.repeat_request"] == PivotCell("not_processed.repeat_request", None, None, 0, 6)
    by_year = shelf.pivot(Query(), Pivot("outcome", "year"))
    assert [cell.column for cell in by_year[:4]] == [2021, 2022, 2023, None]
    assert len(by_year) == 21 * 4
    assert PivotCell("denied.state_secret", 2021, 2, 2, 0) in by_year


def test_outcome_groups_as_rows(engine: Engine) -> None:
    leaves = ("requests.denied.state_secret.total", "requests.denied.internal_affairs.total")
    engine.write(
        [
            incoming(make_document("both", year=2021, figures=dict(zip(leaves, (2, 3), strict=True)))),
            incoming(make_document("one", year=2021, figures={leaves[0]: 0})),
            incoming(make_document("none", year=2021)),
        ]
    )
    cells = engine.pivot(Query(), Pivot("outcome_group", "year"))
    assert [cell.row for cell in cells] == list(OUTCOME_GROUPS)
    assert cells[2] == PivotCell("denied", 2021, 5, 2, 1)
    assert cells[0] == PivotCell("granted", 2021, None, 0, 3)
    assert engine.pivot(Query(), Pivot("outcome_group"))[2] == PivotCell("denied", None, 5, 2, 1)


def test_the_sixth_group_of_2019_is_one_row(engine: Engine) -> None:
    """The form of 2019 prints 其他处理 in one row, that of 2021 in three: both are the group `other`."""
    split = {"requests.other.correction_overdue.total": 2, "requests.other.other.total": 3}
    engine.write(
        [
            incoming(make_document("new", year=2021, figures=split)),
            incoming(make_document("old", year=2019, form="2019", figures={"requests.other.subtotal.total": 7})),
        ]
    )
    cells = {cell.column: cell for cell in engine.pivot(Query(), Pivot("outcome_group", "year")) if cell.row == "other"}
    assert cells == {2019: PivotCell("other", 2019, 7, 1, 0), 2021: PivotCell("other", 2021, 5, 1, 0)}
    assert engine.pivot(Query(), Pivot("outcome_group"))[-1] == PivotCell("other", None, 12, 2, 0)
    leaves = {cell.row: cell.value for cell in engine.pivot(Query(), Pivot("outcome"))}
    assert leaves["other.other"] == 3  # the row of 2019 is none of the 21


def test_groups_of_documents(shelf: Engine) -> None:
    held = "requests.unavailable.not_held.total"
    assert shelf.tabulate(Query(), ["province", "level"], [(RECEIVED,), (SECRET, held), (FEES,)]) == [
        Group(("甘肃省", "county"), 1, (Sum(1, 0), Sum(1, 0), Sum(1, Decimal("2.2")))),
        Group(("甘肃省", "prefectural"), 1, (Sum(1, 10), Sum(1, 2), Sum(1, Decimal("1.1")))),
        Group(("甘肃省", None), 1, (Sum(1, 100), Sum(0, None), Sum(0, None))),
        Group(("重庆市", "county"), 2, (Sum(2, 12), Sum(2, 12), Sum(1, Decimal(0)))),
        Group((None, "county"), 1, (Sum(0, None), Sum(0, None), Sum(0, None))),
    ]
    assert shelf.tabulate(Query(), [], [(SECRET, held)]) == [Group((), 6, (Sum(4, 14),))]
    assert shelf.tabulate(Query(Phrase("没有")), []) == [Group((), 0)]
    assert shelf.tabulate(Query(Phrase("没有")), ["year"]) == []


def test_figures_group_documents(shelf: Engine) -> None:
    assert shelf.tabulate(Query(), [SECRET, FEES]) == [
        Group((0, Decimal("2.2")), 1),
        Group((2, Decimal("1.1")), 1),
        Group((7, Decimal(0)), 1),
        Group((None, None), 3),
    ]
    with pytest.raises(BadQuery, match="title"):
        shelf.tabulate(Query(), ["title"])
    with pytest.raises(BadQuery, match="year"):
        shelf.tabulate(Query(), [], [("year",)])


def test_no_documents_no_cells_but_the_outcomes(engine: Engine) -> None:
    assert engine.pivot(Query(), Pivot("year")) == []
    assert engine.pivot(Query(), Pivot("outcome", "year")) == []
    assert engine.pivot(Query(), Pivot("outcome"))[0] == PivotCell("granted", None, None, 0, 0)


@pytest.mark.parametrize(
    ("pivot", "part"),
    [
        (Pivot("title"), "title"),
        (Pivot("provnice"), "“province”"),
        (Pivot("year", "outcome_group"), "outcome_group"),
        (Pivot("year", None, "year"), "year"),
        (Pivot("year", None, "requests.recieved.total"), "“requests.received.total”"),
        (Pivot("outcome", "year", RECEIVED), "outcome"),
    ],
)
def test_a_broken_pivot_is_an_error(shelf: Engine, pivot: Pivot, part: str) -> None:
    with pytest.raises(BadQuery, match=part):
        shelf.pivot(Query(), pivot)
