"""A list of 2014 with columns of bodies beside their sum is read by the sum, where every row adds up; else it is not."""

from __future__ import annotations

import pytest
from made_up import LIST, LIST_OF_2014, PUBLISHED, REVIEW, read


def told(head: str, row: str, agency: str = "双桥区人民政府", *, markup: bool = False) -> dict[str, object]:
    """Return what is read of such a list; in `row` {n} is the number, {a} and {b} are two parts of it."""
    rows = [row.format(label=label, n=n, a=n // 3, b=n - n // 3, more=n + 1) for label, n in LIST_OF_2014.items()]
    title = f"{agency}2016年政府信息公开工作年度报告"
    if not markup:
        text = "\n".join([title, "一、概述", "按规定办理。", head, *rows])
    else:
        table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in line.split(" | ")) + "</tr>" for line in [head, *rows])
        text = f"<html><body><p>{title}</p><p>一、概述</p><p>按规定办理。</p><table>{table}</table></body></html>"
    figures = read(text, "page.html" if markup else "page.txt").figures
    return {name: figure.value for name, figure in figures.items() if name.startswith(LIST) and figure.value is not None}


@pytest.mark.parametrize("markup", [False, True])
@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("统计指标 | 单位 | 合计 | 区政府 | 部门", "{label} | 条 | {n} | {a} | {b}"),
        ("统计指标 | 单位 | 区本级 | 街道 | 总计", "{label} | 条 | {a} | {b} | {n}"),
        ("统计指标 | 合计 | 局机关 | 下属单位 | 各站所", "{label} | {n} | {a} | {b} | 0"),
    ],
)
def test_the_sum_of_bodies_is_the_reports(head: str, row: str, *, markup: bool) -> None:
    found = told(head, row, markup=markup)
    assert (found[PUBLISHED], found[REVIEW]) == (31, 33)


@pytest.mark.parametrize("markup", [False, True])
@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("统计指标 | 单位 | 合计 | 区政府 | 部门", "{label} | 条 | {more} | {a} | {b}"),
        ("统计指标 | 单位 | 区政府 | 部门", "{label} | 条 | {a} | {b}"),
        ("统计指标 | 单位 | 合计 | 上年 | 部门", "{label} | 条 | {n} | {a} | {b}"),
        ("统计指标 | 单位 | 合计 | 一季度 | 二季度", "{label} | 条 | {n} | {a} | {b}"),
        ("统计指标 | 单位 | 合计 | 合计 | 区政府 | 部门", "{label} | 条 | {n} | {n} | {a} | {b}"),
    ],
)
def test_columns_that_are_no_sum_and_its_parts_are_not(head: str, row: str, *, markup: bool) -> None:
    assert told(head, row, markup=markup) == {}


@pytest.mark.parametrize("agency", ["双桥县林业局", "双桥县石桥镇人民政府"])
def test_a_sum_of_bodies_is_no_bureau_s_and_no_town_s(agency: str) -> None:
    row = "{label} | 条 | {n} | {a} | {b}"
    for parts in ("县林业局 | 县农业局", "石桥镇 | 青山镇", "县政府 | 部门", "县政府 | 乡镇"):
        assert told(f"统计指标 | 单位 | 合计 | {parts}", row, agency) == {}
        assert told(f"统计指标 | 单位 | 合计 | {parts}", row, "双桥县人民政府")[PUBLISHED] == 31
    assert told("统计指标 | 单位 | 合计 | 机关 | 下属单位", row, agency)[PUBLISHED] == 31
