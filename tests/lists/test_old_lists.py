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


CHANNELS = {"in_person": 4, "fax": 0, "online": 3}
ANSWERS = {
    LIST + "requests.answered": 9,
    LIST + "requests.answered.granted": 8,
    **{LIST + f"requests.channel.{k}": v for k, v in CHANNELS.items()},
}
ONE = tuple(row[:3] for row in ROWS)
CODED = tuple((label, unit, f"{code:02d}", number) for code, (label, unit, number) in enumerate(ONE, 1))
CODES_FIRST = tuple((label, code, unit, number) for label, unit, code, number in CODED)


def alone(
    rows: Rows, head: tuple[str, ...], *, year: int = 2012, above: str = "", between: str = " | "
) -> dict[str, Number | None]:
    """Return what is read of a list that prints one number a row."""
    table = "\n".join(between.join(row) for row in (head, *rows))
    found = read(
        f"临江市蔬菜局{year}年政府信息公开工作年度报告\n一、概述\n我局有序推进政府信息公开。\n七、附表\n{above}\n{table}\n联系人:张三"
    )
    return {name: found.value(name) for name in (*FOUR, *ANSWERS)}


@pytest.mark.parametrize("between", [" | ", "\t", "\n\n"])
@pytest.mark.parametrize(
    ("rows", "head"),
    [
        (ONE, ("指标名称", "计量单位", "2012年度")),
        (ONE, ("指标", "单位", "本年数")),
        (CODED, ("指标名称", "计量单位", "代码", "本年累计")),
        (CODES_FIRST, ("项目名称", "序号", "单位", "本年度")),
        ((("一、主动公开情况",), *ONE[:2], ("二、依申请公开情况",), *ONE[2:]), ("指标名称", "计量单位", "本年度")),
    ],
)
def test_one_number_of_the_year_is_read(rows: Rows, head: tuple[str, ...], between: str) -> None:
    found = alone(rows, head, between=between)
    is_sure = rows is not CODES_FIRST or between != "\t"  # else a small table may print 01 条
    assert {name: found[name] for name in FOUR if is_sure or name != PUBLISHED} == {
        name: number for name, number in FOUR.items() if is_sure or name != PUBLISHED
    }
    assert all(found[name] in (number, None) for name, number in ANSWERS.items())


@pytest.mark.parametrize(
    "head", [("指标名称", "计量单位", "数量"), ("统计指标", "单位", "统计数"), ("指标名称", "单位", "数量", "备注")]
)
def test_what_is_published_may_be_counted_over_all_years(head: tuple[str, ...]) -> None:
    assert alone(ONE, head) == FOUR | ANSWERS | {PUBLISHED: None}


@pytest.mark.parametrize(
    ("rows", "head"),
    [
        (ONE, ("指标名称", "计量单位", "历年累计")),
        (ONE, ("指标名称", "计量单位", "2011年度")),
        (ONE, ("指标名称", "计量单位", "2012年上半年")),
        (ONE, ("指标名称", "计量单位", "目标值")),
        (ROWS, ("指标名称", "计量单位", "2012年度", "2011年度")),
        (ONE[:4], ("指标名称", "计量单位", "本年度")),
        ((*ONE[:4], ("2.传真申请数", "件"), *ONE[5:]), ("指标名称", "计量单位", "本年度")),  # no number
        ((*ONE[:4], ("2.传真申请数", "件", "-"), *ONE[5:]), ("指标名称", "计量单位", "本年度")),
        ((*ONE[:3], ("1.当面申请数", "件", "14"), *ONE[4:]), ("指标名称", "计量单位", "本年度")),  # of 9
        ((*CODED[:3], *CODED[4:]), ("指标名称", "计量单位", "代码", "本年度")),
        ((("全文电子化的",), *ONE), ("指标名称", "计量单位", "本年度")),
    ],
)
def test_a_list_of_one_number_that_is_not_as_its_head_says_is_not(rows: Rows, head: tuple[str, ...]) -> None:
    assert set(alone(rows, head).values()) == {None}


def test_a_list_of_another_body_or_of_the_form_is_none_of_these() -> None:
    head = ("指标名称", "计量单位", "本年度")
    assert set(alone(ONE, head, above="全省政府信息公开情况统计表").values()) == {None}


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("临江市蔬菜局2011年政府信息公开情况统计表", ""),
        ("附表:自2008年5月1日以来情况统计表", ""),
        ("截至2012年12月底累计情况表", ""),
        ("下属单位情况统计表", ""),
        ("单位:千件", ""),
        ("统计日期:2011年12月31日", ""),
        ("", "注:以上数据为2008年5月至2012年底累计数。"),
        ("", "说明:本表为上年数据"),
        ("", "注:表中数据为全市各部门合计"),
        ("", "注:数据为2012年上半年"),
        ("", "填报单位:临江市农业局"),
    ],
)
def test_a_list_of_one_number_is_not_read_beside_what_says_otherwise(above: str, below: str) -> None:
    rows = (*ONE, (below,)) if below else ONE
    assert set(alone(rows, ("指标名称", "计量单位", "数量"), above=above).values()) == {None}


def test_rows_below_a_heading_of_others_are_not_the_agencys() -> None:
    rows = (*ONE[:2], ("二、下属单位依申请公开情况",), *ONE[2:])
    assert set(alone(rows, ("指标名称", "计量单位", "本年度")).values()) == {None}


def test_the_day_on_which_a_list_was_filled_in_says_nothing_of_its_year() -> None:
    rows = (*ONE, ("填报日期:2013年1月20日",))
    assert alone(rows, ("指标名称", "计量单位", "本年度"), above="2012年度政府信息公开情况统计表") == FOUR | ANSWERS
