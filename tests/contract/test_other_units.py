"""The contract, by units: what a report prints in 元 where all others print 万元 stands in no sum, and is not lost."""

from __future__ import annotations

from typing import Any

import pytest

from contract.documents import incoming, make_document, make_id
from gongkai.audit.trend import trend_json, trend_sheet, trends
from gongkai.mappings.long_form import every_row_of, lines_of
from gongkai.search.crosstab import Crosstab, crosstab
from gongkai.search.engine import Engine
from gongkai.search.query import Exists, Query, Range, Term
from gongkai.search.render_pivot import table_json, table_sheet

FEES, BUDGET = "proactive.fees.amount_wan_yuan", "legacy.statistics_2014.capacity.budget_wan_yuan"


def of_unit(name: str, *figures: str) -> list[dict[str, Any]]:
    return [{"code": name, "message": "…", "figures": list(figures), "evidence": "1653100元", "fault": "source_error"}]


DOCUMENTS = [
    make_document("a", year=2023, level="county", figures={FEES: 165.31}),
    make_document("b", year=2023, level="county", figures={FEES: 1653100}, findings=of_unit("U1", FEES)),
    make_document("c", year=2023, level="county", figures={FEES: 2.5}, findings=of_unit("F1", FEES)),
    make_document("d", year=2023, level="county", figures={BUDGET: 300}, findings=of_unit("U1", BUDGET)),
]


@pytest.fixture
def filled(engine: Engine) -> Engine:
    engine.write([incoming(document) for document in DOCUMENTS])
    return engine


def test_a_sum_leaves_out_what_is_printed_in_another_unit(filled: Engine) -> None:
    shows = ("value", "mean", "min", "max", "median")
    table = crosstab(filled, Query(), Crosstab(("level",), None, FEES, shows, totals=True))
    (cell,) = table.cells
    assert (float(cell.value or 0), cell.reports, cell.missing) == (167.81, 2, 2)
    assert {name: float(cell.show(name) or 0) for name in shows[1:]} == {
        "mean": 83.905,
        "min": 2.5,
        "max": 165.31,
        "median": 83.905,
    }
    assert table.total
    assert table.total.value == cell.value
    assert table.other_unit == table_json(table)["other_unit"] == 1
    assert "1 篇印的是别的单位" in table_sheet(table).foot


def count_tabulations(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> list[Query]:
    """Return the list that every query goes to for which an engine groups and sums from now on."""
    asked: list[Query] = []
    tabulate = engine.tabulate

    def noted(query: Query, *arguments: Any) -> Any:
        asked.append(query)
        return tabulate(query, *arguments)

    monkeypatch.setattr(engine, "tabulate", noted)
    return asked


def test_a_trend_leaves_it_out_and_says_so(filled: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = count_tabulations(filled, monkeypatch)
    found, others = trends(filled, Query(), None, FEES)
    assert sum("other_unit" in repr(query) for query in asked) == 1  # counted once
    answer = trend_json(found, None, FEES, others)
    assert [(float(point["value"]), point["missing"]) for point in answer["points"]] == [(167.81, 2)]
    assert answer["other_unit"] == 1
    assert "1 篇印的是别的单位" in trend_sheet(found, None, "范围", FEES, "收费", others).foot


def test_nothing_is_said_where_there_is_none(filled: Engine) -> None:
    table = crosstab(filled, Query(Term("finding", ("F1",))), Crosstab(("level",), None, FEES))
    assert "other_unit" not in table_json(table)
    assert "单位" not in table_sheet(table).foot


def test_no_column_holds_it_and_the_document_keeps_it(filled: Engine) -> None:
    columns = dict(filled.columns(Query(), ["id", FEES]))
    assert columns == {make_id("a"): 165.31, make_id("b"): None, make_id("c"): 2.5, make_id("d"): None}
    assert list(filled.columns(Query(Range(FEES, 1000, None)), ["id"])) == []
    assert {row[0] for row in filled.columns(Query(Exists(FEES)), ["id"])} == {make_id("a"), make_id("c")}
    assert list(filled.columns(Query(Term("other_unit", (FEES,))), ["id"])) == [(make_id("b"),)]
    kept = {document["id"]: document for document in filled.export(Query())}
    for document in DOCUMENTS:
        assert kept[document["id"]]["figures"] == document["figures"]
        assert list(kept[document["id"]]["figures"]) == list(document["figures"])


def test_a_row_a_figure_has_no_value_there_and_says_why() -> None:
    document = DOCUMENTS[1]
    assert FEES not in {line["figure"] for line in lines_of(document, zeros=True)}
    rows = {row[0]: row[1:] for row in every_row_of(document, ["figure", "value", "state"])}
    assert rows[FEES] == [None, "other_unit"]
