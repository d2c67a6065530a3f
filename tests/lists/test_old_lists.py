"""Lists of before 2014: the year's numbers beside those of all years, where the table is as its head says."""

from __future__ import annotations

import pytest
from made_up import LIST, LITIGATION, PUBLISHED, RECEIVED, REVIEW, read

from gongkai.report import Number

HEAD = ("指标名称", "计量单位", "2012年度", "历年累计")
ROWS = (
    ("主动公开信息数", "条", "184", "702"),
    ("其中:1.政府网站", "条", "120", "500"),
    ("受理依申请公开信息总数", "件", "9", "17"),
    ("其中:1.当面申请数", "件", "4", "6"),
    ("2.传真申请数", "件", "0", "1"),
    ("3.电子邮件申请数", "件", "2", "4"),
    ("4.网上申请数", "件", "3", "6"),
    ("本年度对申请的答复总数", "件", "9", "17"),
    ("其中:1.同意公开答复数", "件", "8", "14"),
    ("行政复议数", "件", "1", "2"),
    ("行政诉讼数", "件", "0", "0"),
)
FOUR = {PUBLISHED: 184, RECEIVED: 9, REVIEW: 1, LITIGATION: 0}
Rows = tuple[tuple[str, ...], ...]


def figures(rows: Rows = ROWS, head: tuple[str, ...] = HEAD, said: str = "", between: str = " | ") -> dict[str, Number | None]:
    table = "\n".join(between.join(row) for row in (head, *rows))
    title = "临江市蔬菜局2012年政府信息公开工作年度报告\n一、概述\n我局有序推进政府信息公开。"
    found = read(f"{title}\n二、主动公开政府信息情况\n{said}\n七、附表\n{table}\n联系人:张三")
    return {name: found.value(name) for name in FOUR}


@pytest.mark.parametrize("between", [" | ", "\t", "\n\n"])
def test_the_year_s_column_is_read(between: str) -> None:
    assert figures(between=between) == FOUR
    assert figures(head=("统计指标", "单位", "本年度", "累计"), between=between) == FOUR
    assert figures(said="2012年我局主动公开政府信息184条。", between=between) == FOUR


def test_what_prose_denies_is_not() -> None:
    assert figures(said="2012年我局主动公开政府信息180条。") == FOUR | {PUBLISHED: None}


def replaced(row: int, cells: tuple[str, ...]) -> Rows:
    return (*ROWS[:row], cells, *ROWS[row + 1 :])


@pytest.mark.parametrize("between", [" | ", "\t", "\n\n"])
@pytest.mark.parametrize(
    ("rows", "head"),
    [
        (ROWS, ("指标名称", "计量单位", "历年累计", "2012年度")),
        (ROWS, ("指标名称", "计量单位", "2011年度", "历年累计")),
        (ROWS, ("指标名称", "计量单位", "2012年度", "2011年度")),
        (ROWS, ("指标名称", "计量单位", "2012年上半年", "历年累计")),
        (ROWS, ("指标名称", "2012年度", "历年累计")),
        (ROWS[:4], HEAD),
        (replaced(5, ("3.电子邮件申请数", "件", "4", "2")), HEAD),  # more in the year than in all
        (replaced(5, ("3.电子邮件申请数", "件", "2")), HEAD),  # whose 2 is it?
        (replaced(5, ("3.电子邮件申请数", "件", "-", "2")), HEAD),
        (replaced(3, ("其中:1.当面申请数", "件", "4", "6", "8")), HEAD),
        ((*ROWS, HEAD, *ROWS), HEAD),
    ],
)
def test_a_table_that_is_not_as_its_head_says_is_not(rows: Rows, head: tuple[str, ...], between: str) -> None:
    assert set(figures(rows, head, between=between).values()) == {None}


def test_a_label_that_more_than_one_row_has_is_nobody_s() -> None:
    assert figures((*ROWS, ("行政复议数", "件", "5", "6"))) == FOUR | {REVIEW: None}
    qualified = replaced(0, ("其中:全文电子化的主动公开信息数", "条", "184", "702"))
    assert figures(qualified) == FOUR | {PUBLISHED: None}


def test_other_rows_of_it_have_their_names() -> None:
    table = "\n".join(" | ".join(row) for row in (HEAD, *ROWS))
    found = read(f"临江市蔬菜局2012年政府信息公开工作年度报告\n一、概述\n我局推进公开。\n七、附表\n{table}")
    assert found.value(LIST + "requests.channel.online") == 3
    assert found.value(LIST + "requests.answered.granted") == 8
    assert found.figures[PUBLISHED].raw == "184"
    assert found.figures[PUBLISHED].basis == "label"
