"""What stands at a list of figures may say that another body or another time is counted: then the list is not read."""

from __future__ import annotations

import pytest
from made_up import read
from test_old_lists import FOUR, HEAD, ROWS
from test_other_lists_of_2014 import NUMBERS, TOWN, figures

from gongkai.mappings.form_2014 import LIST_2014, STATISTICS_2014
from gongkai.report import Report

BUREAU = "临江市白石县水务局"
OTHERS = (
    "填报单位：白石县水政监察大队|填报单位（盖章）：临江市水务局|单位名称：白石县第一中学|填报单位：白石县水务局下属事业单位|填报单位：白石县人民政府"
    "|白石县林业局（盖章）|红旗镇人民政府|白石县自来水公司政府信息公开情况统计表|全县政府信息公开情况统计表"
)
TIMES = (
    "政府信息公开情况统计表统计截止时间：2016年6月30日|数据截至2016年9月30日|政府信息公开情况统计表2016年1-9月|（2014-2016年）|1-9月"
    "|统计期间：2015年1月1日-2015年12月31日|累计数|政府信息公开情况统计表（累计数）|（模拟数据）"
    "|（2016年计划数）|（截至2016年12月累计）|报表类型：季报|统计周期：月报|以上为前三季度数据"
)
OWN = (
    "填报单位：白石县水务局|填报单位（盖章）：临江市白石县水务局|填报单位：县水务局办公室|白石县水务局政府信息公开情况统计表|本局政府信息公开情况统计表"
    "|单位：条、件|数据截至2016年12月31日|截止时间：2016年12月底|统计时间：2015年12月26日至2016年12月25日|1-12月|填报日期：2017年1月5日"
    "|报表类型：年报|统计周期：年度|以上为全年数据|数据已核对无误"
)


@pytest.mark.parametrize("layout", ["html", "spaces"])
@pytest.mark.parametrize("note", f"{OTHERS}|{TIMES}".split("|"))
def test_a_list_of_another_body_or_time_is_not_read(note: str, layout: str) -> None:
    assert figures(layout, above=note, agency=BUREAU) == {}


@pytest.mark.parametrize("layout", ["html", "spaces"])
@pytest.mark.parametrize(
    "note",
    [
        *("填报单位：白石县第一中学", "注：（2014-2016年）", "1-9月", "注：累计数", "注：本表为上半年数据。"),
        *("说明：本表数据更正见附件。", "注：上表数据有误，以本月发布的为准。", "以上为2016年第一季度数据"),
    ],
)
def test_nor_is_one_that_says_so_below(note: str, layout: str) -> None:
    assert figures(layout, below=note, agency=BUREAU) == {}


@pytest.mark.parametrize("layout", ["html", "spaces"])
@pytest.mark.parametrize("note", OWN.split("|"))
def test_a_list_of_the_agency_and_the_year_is(note: str, layout: str) -> None:
    assert figures(layout, above=note, agency=BUREAU) == NUMBERS


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("附表：全县政府信息公开情况统计表", {}),
        ("填报单位：临江市蔬菜公司", {}),
        ("附表：政府信息公开情况统计表", FOUR),
        ("填报单位：临江市蔬菜局", FOUR),
    ],
)
def test_lists_of_before_2014_are_no_other(caption: str, expected: dict[str, int]) -> None:
    table = "\n".join(" | ".join(row) for row in (HEAD, *ROWS))
    found = read(
        f"临江市蔬菜局2012年政府信息公开工作年度报告\n一、概述\n我局有序推进政府信息公开。\n{caption}\n{table}\n联系人:张三"
    )
    assert {name: found.value(name) for name in FOUR if found.value(name) is not None} == expected


@pytest.mark.parametrize(("layout", "between"), [("pipes", " | "), ("spaces", "\t"), ("html", "</td><td>")])
def test_a_remark_is_not_the_number_of_an_empty_cell(layout: str, between: str) -> None:
    row = {
        "pipes": "| {0} | {1} | {2} |  |",
        "spaces": "{0}\t{1}\t{2}\t",
        "html": "<tr><td>{}</td><td>{}</td><td>{}</td><td></td></tr>",
    }
    key, label = "requests.received", "收到申请数"
    remark = (
        {key: f"{label}{between}件{between}{between}12\n"}
        if layout != "html"
        else {key: f"{label}</td><td>件</td><td></td><td>12</td></tr><tr><td>"}
    )
    found = figures(layout, head=f"统计数{between}备注", labels=remark, row=row[layout])
    assert key not in found
    assert figures(layout, head=f"统计数{between}备注", row=row[layout]) == NUMBERS


@pytest.mark.parametrize(
    ("agency", "note"),
    [
        ("双桥县安平镇", "安平镇人民政府"),
        ("双桥县安平镇", "安平镇党政办"),
        ("双桥县安平镇人民政府", "安平镇政府办公室"),
        ("双桥县安平镇人民政府", "镇党政办公室"),
        ("双桥县", "双桥县人民政府办公室"),
        ("双桥县人民政府", "县政府办公室"),
    ],
)
def test_a_government_and_its_office_fill_in_its_own_list(agency: str, note: str) -> None:
    assert figures("spaces", above=f"填报单位：{note}", agency=agency) == NUMBERS


@pytest.mark.parametrize("unit", ["条", ""])
@pytest.mark.parametrize("between", [" ", " | ", "\t", ""])
def test_a_list_whose_numbers_stand_before_their_labels_on_one_line_is_not_read(unit: str, between: str) -> None:
    rows = [(label, f"{NUMBERS[key]}{unit}") for key, label, _ in STATISTICS_2014]
    begins = f"{TOWN}2016年政府信息公开工作年度报告\n一、概述\n本镇依法公开信息。\n附件：\n政府信息公开情况统计表\n统计指标{between}统计数{between}"
    before = read(begins + between.join(f"{number}{between}{label}" for label, number in rows) + "\n审核人：王五")
    behind = read(begins + between.join(f"{label}{between}{number}" for label, number in rows) + "\n审核人：王五")
    assert not any(value for name, value in values(before).items())
    assert len(values(behind)) > len(rows) // 2


def values(report: Report) -> dict[str, object]:
    return {key: value for key in NUMBERS if (value := report.value(LIST_2014 + key)) is not None}
