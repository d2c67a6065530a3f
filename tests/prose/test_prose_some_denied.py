"""That some did not ask, or that it is a rule for each one that comes, says nothing of all; that nobody did says it."""

from __future__ import annotations

import time

import pytest
from made_up import LITIGATION, RECEIVED, REVIEW
from test_subjects import BUREAU, COUNTY, figures

from gongkai.indexer.prose.ownership.principles import is_of_a_rule
from gongkai.indexer.prose.ownership.some_denied import denies_some_only


@pytest.mark.parametrize(
    "said",
    [
        "部分山区乡镇未收到政府信息公开申请。",
        "少数单位反映没有收到政府信息公开申请。",
        "近半数街道未收到政府信息公开申请。",
        "有的年份未收到政府信息公开申请。",
        "以前未收到政府信息公开申请，今年实现了突破。",
        "过去没有收到政府信息公开申请。",
        "较长一段时间未收到政府信息公开申请。",
        "若全年未收到政府信息公开申请，应当在年报中写明。",
        "如在一年内未收到政府信息公开申请，也要报告。",
    ],
)
@pytest.mark.parametrize("agency", [BUREAU, COUNTY])
def test_that_some_received_none_is_not_all(said: str, agency: str) -> None:
    assert RECEIVED not in figures(said, agency)


@pytest.mark.parametrize(
    "said",
    [
        "大部分申请没有引发行政复议、行政诉讼。",
        "绝大多数答复没有引发行政复议和行政诉讼。",
        "多数申请人表示理解，没有申请行政复议、提起行政诉讼。",
        "经解释，2名申请人表示满意，没有申请行政复议、提起行政诉讼。",
        "申请人李某没有提起行政诉讼。",
        "信函申请的没有引发行政复议、行政诉讼。",
        "不予公开的申请没有引发行政复议、行政诉讼。",
        "已答复的申请均未引发行政复议、行政诉讼，其余的仍在办理。",
        "除农机部门外，没有发生因政府信息公开引发的行政复议、行政诉讼。",
        "除农机、粮食两个部门以外未发生政府信息公开行政复议、行政诉讼。",
        "街道一级没有发生因政府信息公开引发的行政复议、行政诉讼。",
    ],
)
@pytest.mark.parametrize("agency", [BUREAU, COUNTY])
def test_reviews_that_some_did_not_bring_about_are_not_none(said: str, agency: str) -> None:
    assert not {REVIEW, LITIGATION} & set(figures(said, agency))


@pytest.mark.parametrize(
    "said",
    [
        "我局未收到政府信息公开申请。",
        "由于部分群众对政府信息公开不了解，我局未收到政府信息公开申请。",
        "过去一年，我局未收到政府信息公开申请。",
        "2012年12月31日以前，我局未收到政府信息公开申请。",
        "2012年未收到政府信息公开申请，部分群众对此不了解。",
    ],
)
def test_that_nobody_asked_is_none(said: str) -> None:
    assert figures(said)[RECEIVED] == 0


@pytest.mark.parametrize(
    "said",
    [
        "部分申请人对答复提出疑问，经解释后消除，我局没有发生政府信息公开行政复议、行政诉讼。",
        "所有申请均未引发行政复议、行政诉讼。",
        "除此之外，没有发生政府信息公开行政复议、行政诉讼。",
        "已答复的申请均未引发行政复议、行政诉讼。",
    ],
)
def test_that_there_was_no_review_of_all_is_none(said: str) -> None:
    assert (figures(said)[REVIEW], figures(said)[LITIGATION]) == (0, 0)


@pytest.mark.parametrize(
    "said",
    [
        "做到收到政府信息公开申请1件、登记1件、答复1件。",
        "坚持受理一件政府信息公开申请，办好一件政府信息公开申请。",
        "建立台账，要求接到申请一件，就登记一件、回复一件。",
        "凡收到政府信息公开申请1件，登记1件。",
        "如收到政府信息公开申请1件，由办公室登记。",
        "一旦收到政府信息公开申请1件，立即转办。",
        "按照受理政府信息公开申请1件、研究1件、答复1件的原则办理。",
        "收到政府信息公开申请1件就要登记1件。",
        "对同一申请人收到政府信息公开申请3件的，合并答复。",
        "收到政府信息公开申请5件以上的，向局长报告。",
    ],
)
def test_a_number_of_a_rule_is_no_count(said: str) -> None:
    assert RECEIVED not in figures(said)


@pytest.mark.parametrize(
    "said",
    [
        "2012年收到政府信息公开申请1件，答复1件。",
        "我局收到政府信息公开申请1件，登记1件、答复1件，做到件件有回复。",
        "坚持依法公开，收到政府信息公开申请1件，已答复1件。",
        "按照条例要求，全年收到政府信息公开申请1件，就地答复。",
        "全年收到政府信息公开申请1件，就是村民提出的。",
    ],
)
def test_one_that_came_is_one(said: str) -> None:
    assert figures(said)[RECEIVED] == 1


@pytest.mark.parametrize("word", ["部分", "除局", "个别的", "一件", "做到收到1件、", "12个", "如收到", "申请的部分"])
def test_long_words_cost_little_time(word: str) -> None:
    text = word * (20_000 // len(word))
    begin = time.perf_counter()
    denies_some_only(text + "没有", len(text))
    is_of_a_rule(text, 10)
    is_of_a_rule(text, len(text) - 10)
    assert time.perf_counter() - begin < 0.5
