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
