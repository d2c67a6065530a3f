"""A table three that a copy left without its whole head is one where nearly all its rows are there; its sums tell its columns."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from made_up import ROWS, read

HEAD = "申请人情况 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计\n"
TOP = "临江市蔬菜局2023年政府信息公开工作年度报告\n一、总体情况\n本局依法推进公开。\n三、收到和处理政府信息公开申请情况\n"
END = "五、存在的主要问题及改进情况\n一是公开不够及时。\n"
COLUMNS = (
    "natural_person commercial_enterprise research_institution social_organization legal_service_organization other total".split()
)
ASKED, ASKED_BEFORE = [31, 4, 0, 1, 0, 2, 38], [3, 0, 0, 0, 0, 0, 3]
NUMBERS = {
    "received": ASKED,
    "carried_over": ASKED_BEFORE,
    "granted": [30, 4, 0, 1, 0, 2, 37],
    "unavailable.not_held": [2, 0, 0, 0, 0, 0, 2],
    "processed": [32, 4, 0, 1, 0, 2, 39],
    "carried_forward": [2, 0, 0, 0, 0, 0, 2],
}
# Labels alone: a word of the head, 三、本年度办理结果 say, makes it a table as it is.
LABELS = {row.key.removeprefix("requests."): row.label for row in ROWS}
Cells = Callable[[list[int]], list[int]]


def table(cells: Cells = list, rows: int = 25, between: str = " | ") -> str:
    lines = [[label, *map(str, cells(NUMBERS.get(key, [0] * 7)))] for key, label in LABELS.items()]
    return "".join(between.join(line) + "\n" for line in lines[:rows])


def requests(text: str) -> dict[str, float]:
    figures = read(TOP + text + END).figures
    return {name: f.value for name, f in figures.items() if name.startswith("requests.") and f.value is not None}


WHOLE = {f"requests.{key}.{column}": n for key in LABELS for column, n in zip(COLUMNS, NUMBERS.get(key, [0] * 7), strict=True)}


@pytest.mark.parametrize("between", [" | ", "\t", " "])
def test_a_table_of_all_rows_needs_no_head(between: str) -> None:
    assert requests(table(between=between)) == WHOLE


@pytest.mark.parametrize(
    "cells",
    [
        lambda row: row[:6],
        lambda row: row[1:],
        lambda row: [row[0], *row[2:]],
        lambda row: [*row, 77],
        lambda row: [77, *row],
        lambda row: [*row[:6], 77],
        lambda row: [row[0], sum(row[1:6]), *row[1:]],
        lambda row: [row[6]],
        lambda row: [row[6], 77],
    ],
    ids=[
        "no totals",
        "no people",
        "a kind less",
        "last year's",
        "last year's first",
        "other totals",
        "subtotals",
        "one",
        "two years",
    ],
)
def test_columns_that_no_sums_tell_are_not_read(cells: Cells) -> None:
    assert requests(table(cells)) == {}


def test_totals_before_people_leave_zeros_alone() -> None:
    assert not any(requests(table(lambda row: [row[6], *row[:6]])).values())


@pytest.mark.parametrize("rows", [1, 5, 12])
def test_some_rows_without_a_head_are_no_table(rows: int) -> None:
    assert requests(table(rows=rows)) == {}


def doubled(row: list[int]) -> list[int]:
    return [2 * n for n in row]


@pytest.mark.parametrize(
    "text",
    [
        table() + "\n" + table(doubled),
        table(doubled) + "\n" + HEAD + table(),
        "上年数据\n" + table(doubled),
        "下属单位情况\n" + table(doubled),
    ],
    ids=["two", "one headed", "last year's", "others'"],
)
def test_whose_table_it_is_must_be_told(text: str) -> None:
    assert requests(text) == {}


def test_captions_tell_the_years_of_two() -> None:
    assert requests("2022年\n" + table(doubled) + "2023年\n" + table()) == WHOLE
