"""A line at a table that says the whole year in other words leaves it: 2023年四个季度, 所属期：2023年; a part of the year or another one does not."""

from __future__ import annotations

import pytest
from made_up import SOUND, read, report_text


def received(line: str) -> object:
    return read(report_text(SOUND).replace("申请人情况", f"{line}\n申请人情况")).value("requests.received.total")


@pytest.mark.parametrize(
    "line",
    [
        "2023年四个季度",
        "（2023年四个季度）",
        "统计时间：2023年四个季度",
        "所属期：2023年",
        "所属期：2023年度",
        "所属时期：2023年1-12月",
        "所属期：2023",
        "所属时期：2023年1月1日至12月31日",
        "所属期：2023年1月1日-2023年12月31日",
        "数据所属期：全年",
        "（所属期：2023年）",
    ],
)
def test_the_whole_year_leaves_the_table(line: str) -> None:
    assert received(line) == 2


@pytest.mark.parametrize(
    "line",
    "2023年三个季度 2023年第四季度 所属期：2022年 所属期：2023年上半年 所属单位情况 2023年第四个季度 2023年第四个季度报表 第四个季度"
    " （2023年第四个季度） 所属时期：2023年第四个季度 2023年四个季度平均数 2023年四个季度平均 2023年第四个季度（报表）".split(),
)
def test_a_part_of_the_year_or_another_one_does_not(line: str) -> None:
    assert received(line) is None


@pytest.mark.parametrize(
    "rest",
    "2023.1-2023.6 2023.1-6 2023.01-2023.06 202301-202306 2023年6月 6月 2023-06 2023Q4 2023年1月1日-2023年6月30日 2022 二〇二二年 2022年度"
    " 2022年1-12月 2023年1-6月 2022年1月1日至2023年12月31日 2023年1月1日至2024年12月31日 第一季度 2023年部分 下属单位".split(),
)
@pytest.mark.parametrize("led", ["所属期：", "所属时期：", "数据所属期:", "所属年度：", "所属期 "])
def test_what_belongs_to_any_other_period_is_not_read(led: str, rest: str) -> None:
    assert received(led + rest) is None


@pytest.mark.parametrize("rest", ["2023.1-2023.6", "2022", "202301-202306", "2023Q4", "二〇二二年"])
def test_neither_in_brackets_nor_below(rest: str) -> None:
    assert received(f"（所属期：{rest}）") is None
    text = report_text(SOUND)
    said = text.replace("四、政府信息公开行政", f"所属期：{rest}\n四、政府信息公开行政")
    assert said != text
    assert read(said).value("requests.received.total") is None
