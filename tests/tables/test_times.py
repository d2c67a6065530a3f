"""A line at a table that is nothing but a time tells whether its numbers are the year's: 1—6月 and 第三季度 are not, 1—12月 is."""

from __future__ import annotations

import pytest
from made_up import SOUND, read, report_text

from gongkai.indexer.fold import fold
from gongkai.indexer.tables.ownership.times import is_another_time

OTHER = (
    "第三季度 三季度 1—6月 （1-9月） 1至11月 2023年1月—6月 12月 12月份 （12月） 6月 2023年6月 2022年12月 （2022年12月）"
    " 2022.12 2023.1—2023.6 （2022.1-2022.12）"
    " 截至2023年6月30日 截止2022年12月31日 统计周期：上半年 统计时间：2023年1月1日至6月30日 本月 本季度 近三年 累计 历年累计 自2019年以来 2021-2023年"
    " “十四五”期间 2022年1月1日-2022年12月31日 注：第三季度数据 2023年上半年情况表 前三季度"
).split()
OWN = (
    "（2023年12月） 截至2023年12月31日 数据截至2023年12月31日 截至2023年底 统计时间：2023年1月1日至2023年12月31日"
    " 填报日期：2024年1月10日 2024年1月10日"
    " （2024年1月） 2023.1-2023.12 1—12月 报告期：2023年1-12月 2023年度 2023年1月1日-2023年12月31日 2022年12月26日-2023年12月25日 3-5 单位：件"
).split()


@pytest.mark.parametrize("line", OTHER)
def test_another_time_at_a_table_leaves_it_unread(line: str) -> None:
    text = report_text(SOUND)
    assert is_another_time(fold(line), fold(text))
    for said in (
        text.replace("申请人情况\n", f"{line}\n申请人情况\n"),
        text.replace("四、政府信息公开行政", f"{line}\n四、政府信息公开行政"),
    ):
        assert read(said).value("requests.received.total") is None


@pytest.mark.parametrize("line", OWN)
def test_the_reports_year_and_the_day_of_a_table_leave_it(line: str) -> None:
    text = report_text(SOUND)
    assert not is_another_time(fold(line), fold(text))
    for said in (
        text.replace("申请人情况\n", f"{line}\n申请人情况\n"),
        text.replace("四、政府信息公开行政", f"{line}\n四、政府信息公开行政"),
    ):
        assert read(said).value("requests.received.natural_person") == 2
