"""A small table of a page's own: its rows are no sentences, unless a row is a label and one number of the year."""

from __future__ import annotations

import pytest
from made_up import LITIGATION, PUBLISHED, RECEIVED, REVIEW
from test_prose import report

from gongkai.indexer.prose.local_tables import without_rows
from gongkai.report import Number

FOUR = (PUBLISHED, RECEIVED, REVIEW, LITIGATION)
BETWEEN = (" | ", "\t", " ", "", ",", "\n")
Rows = tuple[tuple[str, ...], ...]

ONE_NUMBER: Rows = (
    ("项目", "数量"),
    ("主动公开政府信息", "320条"),
    ("收到政府信息公开申请", "12件"),
    ("因政府信息公开被申请行政复议", "1件"),
    ("因政府信息公开被提起行政诉讼", "2件"),
)
WRONG: tuple[Rows, ...] = (
    (
        ("项目", "2011年", "2012年"),
        ("主动公开政府信息", "280条", "320条"),
        ("收到政府信息公开申请", "9件", "12件"),
        ("行政诉讼", "3件", "0件"),
    ),
    (
        ("指标", "2011年", "2012年", "单位"),
        ("主动公开政府信息数", "280", "320", "条"),
        ("收到政府信息公开申请数", "9", "12", "件"),
    ),
    (("指标", "代码", "单位", "数量"), ("收到政府信息公开申请数", "2", "件", "12"), ("行政复议数", "3", "件", "1")),
    (("指标", "2011年", "单位"), ("行政诉讼数", "3", "件"), ("收到政府信息公开申请数", "9", "件")),
    (("指标", "数量(累计)", "单位"), ("行政诉讼数", "3", "件"), ("收到政府信息公开申请数", "9", "件")),
    (("年度目标", "完成情况"), ("主动公开政府信息300条", "已完成")),
    (("渠道", "数量"), ("网站", "收到政府信息公开申请9件"), ("信函", "收到政府信息公开申请9件")),
)


def figures(rows: Rows, between: str, said: str = "") -> set[Number]:
    table = "\n".join(between.join(row) for row in rows)
    found = report({"requests": f"{said}\n{table}"})
    return {value for name in FOUR if (value := found.value(name)) is not None}


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("rows", WRONG)
def test_no_row_of_several_columns_is_read_as_a_sentence(rows: Rows, between: str) -> None:
    assert not figures(rows, between)


@pytest.mark.parametrize("between", BETWEEN[:4])
def test_a_label_and_its_number_are(between: str) -> None:
    assert 12 in figures(ONE_NUMBER, between)
    assert between == " | " or {1, 2} < figures(ONE_NUMBER, between)
    assert figures((("项目", "件数", "占比"), ("收到政府信息公开申请", "12件", "100%")), between) == {12}


def test_a_sentence_above_says_what_no_row_denies() -> None:
    years = (("项目", "2011年", "2012年"), ("收到政府信息公开申请", "9件", "12件"), ("行政诉讼", "3件", "0件"))
    assert figures((years[0], years[2]), " | ", "我局收到政府信息公开申请12件。") == {12}
    assert not figures(years, " | ", "我局收到政府信息公开申请12件。")
    assert figures((), "", "1.我局收到政府信息公开申请 12 件 2.答复 12 件") == {12}


@pytest.mark.parametrize("line", ["序号 " + "本年数量" * 60 + "甲", "\n" * 30_000, ",\n" * 15_000, "|\n" * 15_000])
def test_what_may_be_a_head_in_many_ways_is_looked_at_once(line: str) -> None:
    text = f"二、概述\n{line}\n三、公开"
    assert without_rows(text, text, 2012).endswith("三、公开")
