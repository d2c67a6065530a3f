"""A list of 2014 with two columns of numbers: the year's is read where the head says which it is, in each row that has both cells."""

from __future__ import annotations

import pytest
from test_other_lists_of_2014 import TOWN

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.form_2014 import LIST_2014, STATISTICS_2014
from gongkai.report import Number, Report

OWN = {key: at * 37 % 101 for at, (key, _, _) in enumerate(STATISTICS_2014)}
OTHER = {key: at * 53 % 97 for at, (key, _, _) in enumerate(STATISTICS_2014)}
LINES = {
    "pipes": "| {} | {} | {} | {} |",
    "tabs": "{}\t{}\t{}\t{}",
    "lines": "{}\n{}\n{}\n{}",
    "html": "<tr><td>" + "</td><td>".join(["{}"] * 4),
}
HEADS = [
    ("2016年", "2015年"),
    ("统计数", "上年数"),
    ("本年度", "历年累计"),
    ("2016年", "历年累计"),
    ("2016年度", "累计"),
    ("本期", "去年同期数"),
    ("数量", "同比增减"),
]

OTHERS = [
    *(("统计数", other) for other in ("代码", "指标编码", "行次", "占比", "全市平均数", "年初目标")),
    *(("数量", other) for other in ("序号", "分值", "排名", "计划数")),
]
"""What is no number of the agency's."""


def read(
    layout: str, heads: tuple[str, str], *, absent: str = "", empty: str = "", above: str = "（2016年度）"
) -> dict[str, Number]:
    """Return what is read of a list without the row `absent`, with an empty cell for the year in those that `empty` names."""
    cells = {key: ("" if key in empty.split() else str(OWN[key]), str(OTHER[key])) for key, _, _ in STATISTICS_2014}
    is_first = heads in (*HEADS, *OTHERS)
    rows = [
        (label, unit, *(cells[key] if is_first else cells[key][::-1])) for key, label, unit in STATISTICS_2014 if key != absent
    ]
    table = "\n".join(LINES[layout].format(*row) for row in [("统计指标", "单位", *heads), *rows])
    table = f"<table>{table}</table>" if layout == "html" else table.replace("\n\n", "\n")
    lines = [f"{TOWN}2016年政府信息公开工作年度报告", "一、概述", "本镇依法公开信息。", "附件：政府信息公开情况统计表", above]
    top = "".join(map("<p>{}</p>".format, lines)) if layout == "html" else "\n".join(lines)
    (report,) = parse_source(Source(f"{top}\n{table}".encode(), "a.html" if layout == "html" else "a.txt"))
    assert isinstance(report, Report)
    return {key: value for key in OWN if (value := report.value(LIST_2014 + key)) is not None}


@pytest.mark.parametrize("heads", [*HEADS, *(heads[::-1] for heads in HEADS)])
@pytest.mark.parametrize("layout", LINES)
def test_the_column_of_the_year_is_read(layout: str, heads: tuple[str, str]) -> None:
    found = read(layout, heads)
    may_be_of_others = layout == "lines" and any(head.startswith(("20", "去年")) for head in heads)
    assert found == OWN or (may_be_of_others and not found)  # such words alone on a line head another table


@pytest.mark.parametrize("key", ["proactive.by_website", "requests.channel.online", "review.total", "capacity.staff"])
@pytest.mark.parametrize("layout", LINES)
def test_no_cell_of_another_row_or_column_takes_the_place_of_one(layout: str, key: str) -> None:
    rest = {other: number for other, number in OWN.items() if other != key}
    for found in (read(layout, HEADS[1], absent=key), read(layout, HEADS[1], empty=key)):
        assert found.items() <= rest.items()
        assert len(found) >= len(rest) - 1


@pytest.mark.parametrize("heads", [("2015年", "2014年"), ("上半年", "下半年"), ("上年数", "累计"), ("2016年计划", "2015年")])
@pytest.mark.parametrize("layout", LINES)
def test_where_no_column_is_the_years_nothing_is_read(layout: str, heads: tuple[str, str]) -> None:
    assert read(layout, heads) == {}
    assert read(layout, HEADS[0], above="注：以上为全市汇总数据。") in ({}, OWN)


@pytest.mark.parametrize("layout", LINES)
def test_a_list_of_the_sums_of_all_years_alone_is_not_read(layout: str) -> None:
    assert not read(layout, ("历年累计", "累计"))
    assert not read(layout, ("历年累计", "备注"))


@pytest.mark.parametrize("heads", [*OTHERS, *(heads[::-1] for heads in OTHERS)])
@pytest.mark.parametrize("layout", LINES)
def test_codes_shares_plans_and_ranks_are_no_numbers_of_the_year(layout: str, heads: tuple[str, str]) -> None:
    found = read(layout, heads)
    if layout == "lines" or heads in (("统计数", "年初目标"), ("年初目标", "统计数"), ("数量", "计划数"), ("计划数", "数量")):
        assert found.items() <= OWN.items()  # such words alone may be said of the whole list
    else:
        assert found == OWN


@pytest.mark.parametrize("layout", LINES)
def test_empty_cells_at_the_ends_of_lines_are_cells(layout: str) -> None:
    empty = list(OWN)[::3]
    found = read(layout, HEADS[1][::-1], empty=" ".join(empty))
    rest = {key: number for key, number in OWN.items() if key not in empty}
    assert found == rest or (layout == "lines" and found.items() <= rest.items())
