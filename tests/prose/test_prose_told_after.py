"""Words behind a number, in its own sentence, may give it to another matter, another body or another year."""

from __future__ import annotations

import time

import pytest
from made_up import told

from gongkai.indexer.prose.ownership.behind import is_denied_behind, qualifiers
from gongkai.indexer.prose.ownership.other_causes import is_caused_otherwise
from gongkai.indexer.prose.ownership.other_requests import is_answered_at_a_window

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


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("回应公众关注热点或重大舆情7次是全县数，我局参与2次。", "response.hot_topics"),
        ("发布政策解读稿件9篇为上年数，今年未发布。", "response.policy_interpretations"),
        ("发布政策解读稿件9篇系2013年数据。", "response.policy_interpretations"),
    ],
)
def test_every_figure_told_of_others_or_another_year_behind_is_none(said: str, name: str) -> None:
    assert name not in told(proactive=said)
    assert name in told(proactive=said.replace("全县", "我局").replace("上年数，今年未发布", "我局撰写").replace("2013", "2014"))


@pytest.mark.parametrize(
    ("behind", "kept"),
    [
        ("已列入2015年预算", False),
        ("为上年数", False),
        ("是全县的数", False),
        ("，已列入2014年预算", True),
        ("，用于日常工作", True),
    ],
)
def test_money_of_another_year_or_place_is_none(behind: str, kept: bool) -> None:
    assert ("capacity.budget_wan_yuan" in told(capacity=f"政府信息公开专项经费3万元{behind}。")) is kept


@pytest.mark.parametrize("behind", ["，主要为征地补偿", "，多为投诉答复争议", "，大多是对举报答复不服的投诉"])
def test_a_dispute_about_an_answer_is_none_about_a_request(behind: str) -> None:
    assert REVIEWS not in told(review=f"全年发生行政复议9件{behind}。")


def test_what_information_was_asked_for_is_no_other_cause() -> None:
    assert told(review="因政府信息公开发生行政复议9件，涉及房屋档案。")[REVIEWS] == 9
    assert REVIEWS not in told(review="因政府信息公开发生行政复议9件，均为举报投诉。")


def test_the_year_that_a_sentence_looks_back_on_goes_on() -> None:
    assert "proactive.items_published" not in told(proactive="回顾2013年，成绩明显。全年主动公开政府信息102条。")
    assert told(proactive="回顾2014年，成绩明显。全年主动公开政府信息102条。")["proactive.items_published"] == 102


@pytest.mark.parametrize("words", ["均为", "主要是", "以县", "寄给", "其中乡", "查询", "（", "系县", "由县统一", "已列入"])
def test_no_words_take_long(words: str) -> None:
    said = "3件," + words * (20_000 // len(words))
    began = time.perf_counter()
    is_answered_at_a_window(said)
    is_denied_behind(said, 0)
    list(qualifiers(said, 0))
    is_caused_otherwise(said, 0, 2, "某县水利局")
    assert time.perf_counter() - began < 2
