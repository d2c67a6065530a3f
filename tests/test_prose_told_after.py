"""Words behind a number, in its own sentence, may give it to another matter, another body or another year."""

from __future__ import annotations

import time

import pytest
from test_prose_doubts import told

from gongkai.indexer.claimed import Claim, Kind
from gongkai.indexer.told_after import is_told_away

RECEIVED, REVIEWS = "requests.received", "review.total"


@pytest.mark.parametrize(
    "behind",
    [
        "，主要是宅基地档案查询",
        "，均为口头，当场作答",
        "，其实都是拨打服务热线的问询",
        "，内容包括户籍证明等",
        "，其中婚姻档案查询31件",
        "，申请对象均是县人民政府",
        "，都是寄给县政府办的，不列入本局统计",
        "，均由县政府办统一答复",
        "，以县人民政府名义答复",
        "是2013年的情况，今年为零",
        "，已计入2013年度报告",
        "为计划数，尚待核对",
    ],
)
def test_requests_told_away_behind_are_not_the_years(behind: str) -> None:
    assert RECEIVED not in told(requests=f"全年共收到政府信息公开申请33件{behind}。")


@pytest.mark.parametrize(
    "behind",
    [
        "",
        "，主要涉及林权和采伐指标",
        "，均由局办公室答复",
        "，均为2014年提出，已全部办结",
        "，其中网上申请20件，信函申请13件",
        "，申请人均为自然人",
        "，已全部列入台账",
    ],
)
def test_what_is_said_of_the_agencys_own_requests_keeps_them(behind: str) -> None:
    assert told(requests=f"全年共收到政府信息公开申请33件{behind}。")[RECEIVED] == 33


@pytest.mark.parametrize(
    "behind", ["，多为土地确权争议", "（房屋征收）", "，均与企业登记有关", "，申请人均为职业打假人", "，属上年度"]
)
def test_reviews_about_another_matter_or_year_are_none(behind: str) -> None:
    assert REVIEWS not in told(review=f"全年发生行政复议9件{behind}。")


@pytest.mark.parametrize("behind", ["", "，均为信息公开答复引起", "（维持8件，撤销1件）", "，与政府信息公开有关"])
def test_reviews_about_requests_are_kept(behind: str) -> None:
    assert told(review=f"全年发生行政复议9件{behind}。")[REVIEWS] == 9


def test_the_year_that_a_sentence_looks_back_on_goes_on() -> None:
    assert "proactive.items_published" not in told(proactive="回顾2013年，成绩明显。全年主动公开政府信息102条。")
    assert told(proactive="回顾2014年，成绩明显。全年主动公开政府信息102条。")["proactive.items_published"] == 102


@pytest.mark.parametrize("words", ["均为", "主要是", "以县", "寄给", "其中乡", "查询", "（", "系县", "由县统一", "已列入"])
def test_no_words_take_long(words: str) -> None:
    claims = [Claim(kind, 3, "requests", 0, 9) for kind in (Kind.RECEIVED, Kind.REVIEW, Kind.PUBLISHED)]
    began = time.perf_counter()
    for claim in claims:
        is_told_away(claim, "3件，" + words * (20_000 // len(words)), 2014)
    assert time.perf_counter() - began < 2
