"""A list of 2014 run together on one line: the plain ordinal of a label is not the number of the row before it."""

from __future__ import annotations

import pytest
from test_other_lists_of_2014 import NUMBERS, TOWN

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.tables.lists.ordinals_of_list import ORDINALS
from gongkai.mappings.form_2014 import LIST_2014, STATISTICS_2014
from gongkai.report import Number, Report

BUDGET = "capacity.budget_wan_yuan"


def read(between: str, numbers: dict[str, str], *, ordinals: bool = True) -> dict[str, Number]:
    """Return what is read of a list on one line whose labels have plain ordinals: 1 当面申请数 件 35 2 传真申请数."""
    cells = ["统计指标", "单位", "统计数"]
    for key, label, unit in STATISTICS_2014:
        ordinal = ORDINALS.get(LIST_2014 + key, "") if ordinals else ""
        cells += [f"{ordinal}{label}", unit, numbers.get(key, "")]
    title = f"{TOWN}2016年政府信息公开工作年度报告"
    text = (
        f"{title}\n一、概述\n本镇依法公开信息。\n附件：政府信息公开情况统计表\n{between.join(filter(None, cells))}\n审核人：王五"
    )
    (report,) = parse_source(Source(text.encode(), "a.txt"))
    assert isinstance(report, Report)
    return {key: value for key in NUMBERS if (value := report.value(LIST_2014 + key)) is not None}


PRINTED = {key: str(number) for key, number in NUMBERS.items()}


@pytest.mark.parametrize("empty", ["requests.received", "proactive.by_gazette", "requests.answered.granted", "capacity.staff"])
def test_an_ordinal_is_not_the_number_of_an_empty_row(empty: str) -> None:
    found = read(" ", {key: number for key, number in PRINTED.items() if key != empty})
    assert empty not in found
    assert found == {key: number for key, number in NUMBERS.items() if key in found}
    assert len(found) >= len(NUMBERS) - len(ORDINALS) - 1  # of a number and an ordinal behind it neither is taken


def test_nor_the_last_digit_of_a_number() -> None:
    found = read("", PRINTED)
    assert found.items() <= NUMBERS.items()


def test_a_number_that_is_like_the_ordinal_is_read() -> None:
    numbers = PRINTED | {"requests.received": "1", "capacity.staff": "1"}
    expected = NUMBERS | {"requests.received": 1, "capacity.staff": 1}
    assert read(" ", numbers, ordinals=False) == expected
    ones = dict.fromkeys(("proactive.normative_documents_issued", "requests.received", "requests.answered", "capacity.staff"), 1)
    for between in ("\n", " "):
        assert read(between, PRINTED | dict.fromkeys(ones, "1"), ordinals=False) == NUMBERS | ones


@pytest.mark.parametrize("printed", ["18万5千元", "18万 5千元", "18万5000元"])
def test_money_that_goes_on_behind_its_first_unit_is_not_read(printed: str) -> None:
    assert BUDGET not in read("\n", PRINTED | {BUDGET: printed})
    assert read("\n", PRINTED | {BUDGET: "18.5万元"})[BUDGET] == pytest.approx(18.5)
