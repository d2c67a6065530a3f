"""Beside an extract of the list of 2014, too short for a list, prose that states another number is not sure."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from made_up import told

from gongkai.indexer.fold import fold
from gongkai.indexer.prose.measures.short_lists import printed_in_rows

ITEMS = "proactive.items_published"


@pytest.mark.parametrize(
    ("rows", "own"),
    [
        ("附：统计表（节选）\n统计指标 | 单位 | 统计数\n（一）主动公开政府信息数 | 条 | 226", None),
        ("统计表\n主动公开政府信息数\n条\n226", None),
        ("统计表\n主动公开政府信息数 | 条 | 240", 240),
        ("指标 | 单位 | 2013年 | 2014年\n主动公开政府信息数 | 条 | 199 | 240", 240),
        ("附：全县统计表\n主动公开政府信息数 | 条 | 9,800", 240),
        ("其中主动公开政府信息数226条待核。", 240),
        ("行政复议数量 | 件 | 3", 240),
    ],
)
def test_a_row_that_says_otherwise_leaves_the_prose_unread(rows: str, own: int | None) -> None:
    assert told(proactive="我局2014年主动公开政府信息240条。", capacity=f"专人负责。\n{rows}\n").get(ITEMS) == own


@pytest.mark.parametrize(
    "words", ["主动公开政府信息数", "主动公开政府信息数 | 条 | ", "\n", "\t", "|", "1", "1 |", "（一）", "收到申请数\n"]
)
def test_no_rows_take_long(words: str) -> None:
    page = fold("收到申请数" + words * (20_000 // len(words)))
    began = time.perf_counter()
    printed_in_rows(page)
    assert time.perf_counter() - began < 1


def test_rows_are_known_by_the_names_of_the_list() -> None:
    page = fold("统计表\n四、行政复议数量 | 件 | 0\n依申请公开信息收取的费用 | 万元 | 0.2\n")
    assert printed_in_rows(page) == {
        "legacy.statistics_2014.review.total": {Decimal(0)},
        "legacy.statistics_2014.fees_charged_wan_yuan": {Decimal("0.2")},
    }
