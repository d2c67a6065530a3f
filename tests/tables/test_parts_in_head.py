"""Columns of years, quarters, sexes or units are none of the form's: what they hold is not read."""

from __future__ import annotations

import pytest
from made_up import SOUND, read, report_text

HEAD_OF_THREE, HEAD_OF_FOUR, BAND = "自然人 | 法人或其他组织 | 总计", "行政复议 | 行政诉讼\n", "第二十条第(一)项\n"
SEVEN = [
    "2017年 | 2018年 | 2019年 | 2020年 | 2021年 | 2022年 | 2023年",
    "1月 | 2月 | 3月 | 4月 | 5月 | 6月 | 总计",
    "一季度 | 二季度 | 上半年 | 三季度 | 四季度 | 下半年 | 总计",
    "局机关 | 林场 | 种苗站 | 森防站 | 执法大队 | 科研所 | 总计",
    "个人 | 国有企业 | 民营企业 | 外资企业 | 事业单位 | 其他 | 总计",
    "男 | 女 | 企业 | 个体工商户 | 学校 | 其他 | 总计",
]
TWO = [
    "临江市蔬菜局 | 综合科 | 法规科",
    "2022年 | 2023年",
    "上半年 | 下半年",
    "男 | 女",
    "个人 | 企业",
    "局机关 | 下属单位",
    "2022 | 2023",
]
WRITTEN = {"pipes": " | ", "tabs": "\t", "spaces": "  ", "lines": "\n"}


def counts(text: str) -> tuple[int, int, int]:
    """Return how many numbers are read of tables two, three and four."""
    told = [name for name, figure in read(text).figures.items() if figure.value is not None]
    two, three = (sum(name.startswith(key) for name in told) for key in ("proactive", "requests"))
    return two, three, len(told) - two - three


def written(text: str, form: str) -> str:
    return text.replace(" | ", WRITTEN[form])


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize("head", SEVEN)
def test_seven_other_columns_are_not_those_of_table_three(head: str, form: str) -> None:
    text = report_text(SOUND)
    assert counts(written(text, form)) == (10, 175, 15)
    assert counts(written(text.replace(HEAD_OF_THREE, head), form)) == (10, 0, 15)


@pytest.mark.parametrize("form", WRITTEN)
@pytest.mark.parametrize("above", TWO)
def test_a_line_of_parts_above_a_head_goes_for_the_table(above: str, form: str) -> None:
    text = report_text(SOUND)
    for head, found in ((BAND, (0, 175, 15)), ("申请人情况\n", (10, 0, 15)), (HEAD_OF_FOUR, (10, 175, 0))):
        assert counts(written(text.replace(head, f"{above}\n{head}"), form)) == found


@pytest.mark.parametrize("above", ["男", "女", "企业", "个人", "（企业）"])
def test_a_sort_of_applicants_above_a_table_goes_for_it(above: str) -> None:
    text = report_text(SOUND)
    assert counts(text.replace("申请人情况\n", f"{above}\n申请人情况\n")) == (10, 0, 15)
    assert counts(text.replace(HEAD_OF_FOUR, f"{above}\n{HEAD_OF_FOUR}")) == (10, 175, 0)


@pytest.mark.parametrize("time", ["2022年", "上半年", "第三季度", "11月"])
def test_a_head_of_table_two_that_names_another_time_goes_for_it(time: str) -> None:
    text = report_text(SOUND)
    head = "信息内容 | 本年处理决定数量"
    assert counts(text.replace(head, f"信息内容 | {time}\n{head}")) == (0, 175, 15)
    assert counts(text.replace(head, f"信息内容 | 2023年\n{head}")) == (10, 175, 15)


@pytest.mark.parametrize(
    "above",
    [
        "2023年",
        "2023年度",
        "2023年度\n2023年\n2023",
        "单位：件",
        "局机关",
        "临江市蔬菜局 | 综合科",
        "填报单位 | 临江市蔬菜局 | 填报科室 | 综合科",
    ],
)
def test_what_heads_the_report_itself_leaves_it(above: str) -> None:
    text = report_text(SOUND)
    for head in (BAND, "申请人情况\n", HEAD_OF_FOUR):
        assert counts(text.replace(head, f"{above}\n{head}")) == (10, 175, 15)
