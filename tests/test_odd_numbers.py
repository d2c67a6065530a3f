"""A number that a cell of table two words in its own way: read where it can be no other, else it costs that cell alone."""

from __future__ import annotations

import re

import pytest
from test_findings import SOUND, report_text
from test_odd_cells import read as parsed

from gongkai.report import State

_2019 = {
    "信息内容|本年新制作数量|本年新公开数量|对外公开总数量": {"规章": [2, 1, 5], "规范性文件": [34, 4, 47]},
    "信息内容|上一年项目数量|本年增/减|处理决定数量": {"行政许可": [76, -1, 135], "行政处罚": [17, 3, 18]},
    "信息内容|采购项目数量|采购总金额": {"政府集中采购": [3, 52]},
}
_2021 = {
    "信息内容|本年制发件数|本年废止件数|现行有效件数": {"规章": [2, 1, 5], "行政规范性文件": [34, 4, 47]},
    "信息内容|本年处理决定数量": {"行政许可": [135], "行政处罚": [18], "行政强制": [4]},
    "信息内容|本年收费金额(单位：万元)": {"行政事业性收费": [7]},
}
Cells = list[object]


def page(form: dict[str, dict[str, list[int]]], rows: dict[str, str], joint: str = " | ") -> str:
    year = 2020 if form is _2019 else 2022
    lines = [f"某某县水利局{year}年政府信息公开工作年度报告", "一、总体情况", "全年公开信息。", "二、主动公开政府信息情况"]
    for part, (head, printed) in zip("一五九" if form is _2019 else "一五八", form.items(), strict=True):
        lines += [f"第二十条第({part})项 |", head.replace("|", joint) + " |"]
        for row, cells in printed.items():
            lines.append(joint.join([row, *(rows[row].split() if row in rows else map(str, cells))]) + " |")
    return "\n".join([*lines, "三、收到和处理政府信息公开申请情况", "全年没有收到申请。"])


def values(text: str, row: str) -> Cells:
    found = [figure for name, figure in parsed(text, "page.txt").figures.items() if name.startswith(f"proactive.{row}.")]
    assert all(figure.state is not State.BLANK for figure in found)
    return [figure.value for figure in found]


@pytest.mark.parametrize("joint", [" | ", " |\n"])
@pytest.mark.parametrize(
    ("printed", "change"),
    [("净增3", 3), ("新增3", 3), ("上升3", 3), ("↑3", 3), ("增3", 3), ("净减3", -3), ("下降3", -3), ("↓3", -3), ("减少3", -3)],
)
def test_a_change_may_be_told_in_words(printed: str, change: int, joint: str) -> None:
    assert values(page(_2019, {"行政许可": f"76 {printed} 135"}, joint), "licensing") == [76, change, 135]


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        ("76 约3 135", [76, None, 135]),
        ("76 3(增) 135", [76, None, 135]),
        ("76 增/3 135", [76, None, 135]),
        ("76 上升3% 135", [76, None, 135]),
        ("76 3 约135", [76, 3, None]),
        ("约76 3 135", [None, 3, 135]),
        ("76 3 135余", [76, 3, None]),
    ],
)
def test_a_number_in_other_words_costs_its_cell_alone(cells: str, read: Cells) -> None:
    assert values(page(_2019, {"行政许可": cells}), "licensing") == read


@pytest.mark.parametrize(
    "cells",
    [
        "76 约3",  # a cell is lost
        "约3 135",
        "新增3 135",
        "新增3 76 135",  # in the place of a count
        "76 135 新增3",
        "76 135 3(减)",
        "76 新增3 减少5 135",  # four cells
        "76 135 见附表1",
        "76 135 2019年",
        "76 约3 135 7",
        "2大类 76 135",  # another row's way of counting
        "76 21项目 135",
    ],
)
def test_a_row_of_other_cells_than_the_forms_is_not_read(cells: str) -> None:
    assert values(page(_2019, {"行政许可": cells}), "licensing") == [None, None, None]


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        ("3 约52万元", [3, None]),
        ("3 1.2亿元", [3, None]),
        ("3 3个项目52.15万元", [3, None]),
        ("约52万元 3", [None, None]),
        ("52 约3个", [None, None]),
    ],
)
def test_money_in_other_words_costs_its_cell_alone(cells: str, read: Cells) -> None:
    assert values(page(_2019, {"政府集中采购": cells}), "procurement") == read


@pytest.mark.parametrize("printed", ["135", "135例", "共135", "共计135件", "135（见附表1）", "135（详见附件）"])
def test_a_rows_only_number_may_say_what_it_counts(printed: str) -> None:
    assert values(page(_2021, {"行政许可": printed}), "licensing") == [135]


@pytest.mark.parametrize("cells", ["本级 共135", "5 共135", "135（见2019年报告）", "约135", "135（其中县级5）"])
def test_a_rows_only_number_that_may_be_another_is_not_read(cells: str) -> None:
    assert values(page(_2021, {"行政许可": cells}), "licensing") == [None]


def test_a_fee_grouped_by_spaces_costs_itself_alone() -> None:
    text = page(_2021, {}, " |\n").replace("行政事业性收费 |\n7", "行政事业性收费 |\n1 035 000")
    assert [values(text, row) for row in ("fees", "penalties", "compulsion")] == [[None], [18], [4]]
    two = page(_2021, {}, " |\n").replace("行政强制 |\n4 |", "行政强制 |\n18 4 |")
    assert values(two, "compulsion") == [None]


@pytest.mark.parametrize(
    ("cells", "read"),
    [
        ("49 约7 0 0 0 0 56", [49, None, 0, 0, 0, 0, 56]),
        ("49 7 0 0 0 0 56（含转办2）", [49, 7, 0, 0, 0, 0, None]),
        ("49 0 约7 0 0 0 55", [None] * 7),  # it does not add up
        ("49 0 0 0 7 56 约2", [None] * 7),  # a cell is lost
        ("49 约7 0 0 0 56", [None] * 7),
        ("49 新增7 0 0 0 0 56", [None] * 7),
    ],
)
def test_a_row_of_table_three_must_add_up_with_the_number_in_other_words(cells: str, read: Cells) -> None:
    plain = report_text(SOUND)
    row = re.search(r"本年新收政府信息公开申请数量(?:\W+\d+){7}", plain)
    assert row is not None
    text = plain.replace(row[0], f"本年新收政府信息公开申请数量 | {' | '.join(cells.split())} |")
    figures = parsed(text, "page.txt").figures
    assert [figure.value for name, figure in figures.items() if name.startswith("requests.received.")] == read
