"""Sums of money say in which unit they are: in the table, in the heading of CSV, in JSON, and in the chart."""

from __future__ import annotations

from pathlib import Path

import pytest
from audit_reports import report
from command_line import answer, run
from test_audit_coverage import index_of

FEES, PROCUREMENT = "proactive.fees.amount_wan_yuan", "proactive.procurement.amount"
BUDGET = "legacy.statistics_2014.capacity.budget_wan_yuan"
RECEIVED = "requests.received.total"
TABLES = (("trend",), ("pivot", "--rows", "year"), ("pivot", "--rows", "county", "--columns", "year"))
UNITS = ((FEES, "万元"), (BUDGET, "万元"), (PROCUREMENT, None), (RECEIVED, None))


@pytest.fixture
def index(tmp_path: Path) -> Path:
    figures = {FEES: 1.5, BUDGET: 20, PROCUREMENT: 300, RECEIVED: 4}
    return index_of(tmp_path, [report("白银区财政局", year, figures=figures) for year in (2019, 2020)])


@pytest.mark.parametrize("command", TABLES)
@pytest.mark.parametrize(("measure", "unit"), UNITS)
def test_a_sum_of_money_has_its_unit(index: Path, command: tuple[str, ...], measure: str, unit: str | None) -> None:
    asked = (*command, "--measure", measure, "--index", index)
    said = {RECEIVED: "元", PROCUREMENT: "（单位：元或万元，各报告不一）"}.get(measure, "万元")
    told = answer(*asked)
    assert told.get("unit", "none") == ("none" if measure == RECEIVED else unit)
    for shape in ("table", "csv"):
        printed = run(*asked, "--format", shape).stdout
        assert (said in printed) == (measure != RECEIVED), shape
        assert printed.count("万元") <= 1


def test_a_chart_of_money_has_its_unit(index: Path) -> None:
    printed = run("pivot", "--rows", "year", "--measure", BUDGET, "--chart", "--index", index).stdout
    assert "政府信息公开专项经费（单位：万元）" in printed


def test_shares_and_counts_have_none(index: Path) -> None:
    for measure in ((), ("--measure", "granted_share")):
        for command in TABLES:
            assert "unit" not in answer(*command, *measure, "--index", index)
