"""Who stands above an agency is not who reports: 上级部门, the county government's office in a bureau's report."""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.form_2014 import LIST_2014
from gongkai.report import Number, Report

BUREAU, OFFICE, NOBODY = "青禾县水务局", "青禾县人民政府办公室", ""
PAGE = """{agency}2016年政府信息公开年度报告
一、概述
2016年认真落实条例要求，加强组织领导。
二、依申请公开
{said}
三、主要问题
公开不够及时。
"""


def read(said: str, agency: str) -> dict[str, Number | None]:
    (report,) = parse_source(Source(PAGE.format(agency=agency, said=said).encode(), "a.txt"))
    assert isinstance(report, Report)
    return {name.removeprefix(LIST_2014): figure.value for name, figure in report.figures.items() if figure.value is not None}


@pytest.mark.parametrize("agency", [BUREAU, OFFICE, NOBODY])
@pytest.mark.parametrize(
    "said",
    ["上级部门举办政府信息公开培训班3期，培训88人次。", "2016年，上级主管部门共举办培训班3期，培训88人次。"],
)
def test_what_was_done_above_is_nobodys_that_reports(said: str, agency: str) -> None:
    assert read(said, agency) == {}


@pytest.mark.parametrize(
    "said",
    [
        "县政府办公室主动公开政府信息120条，共受理依申请公开5件。",
        "青禾县人民政府办公室主动公开政府信息120条，共受理依申请公开5件。",
        "2016年，县政府办公室主动公开政府信息120条，共受理依申请公开5件，行政复议2件。",
    ],
)
def test_what_the_governments_office_did_is_no_bureaus(said: str) -> None:
    assert read(said, BUREAU) == {}
    assert read(said, OFFICE)["requests.received"] == 5


@pytest.mark.parametrize("lead", ["青禾县水务局公开信息20条，", "县水务局公开信息20条，"])
def test_who_is_worked_with_and_the_bureau_itself_are_no_other_bureau(lead: str) -> None:
    assert read(f"{lead}共收到申请3件。", BUREAU)["requests.received"] == 3
