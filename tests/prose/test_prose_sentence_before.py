"""The sentence before may hold up another body, a school or another year; what it says of the agency's own work leaves its numbers."""

from __future__ import annotations

import time

import pytest
from made_up import told

from gongkai.indexer.prose.ownership.surroundings import Line, Said, Surroundings

ITEMS, RECEIVED = "proactive.items_published", "requests.received"
OPEN, CAME = "全年主动公开政府信息315条。", "全年共收到政府信息公开申请17件。"


@pytest.mark.parametrize(
    "above",
    [
        "县第二小学在校务公开中成绩突出。",
        "县三中、县四中公开栏办得好。",
        "县机关幼儿园做法新颖。",
        "先进典型：水务局。",
        "公开最及时的是县水务局。",
        "申请最多的部门为县征收办。",
        "对照上年：2013年来访较多。",
        "现将全省数据一并公布。",
    ],
)
def test_the_sentence_before_holds_up_another(above: str) -> None:
    assert ITEMS not in told(agency="双桥县教育局", proactive=above + OPEN)
    assert RECEIVED not in told(agency="双桥县教育局", requests=above + CAME)


@pytest.mark.parametrize(
    "above",
    [
        "县教育局高度重视。",
        "中小学招生平稳有序。",
        "县中小学招生信息是公开重点。",
        "先进典型评选如期开展。",
        "群众最关心的是招生。",
        "申请最多的是土地类信息。",
        "对照要求：2014年任务均已完成。",
        "现将情况公布如下。",
        "现将全县教育系统情况公布如下。",
    ],
)
def test_what_the_sentence_before_says_of_the_work_leaves_the_number(above: str) -> None:
    assert told(agency="双桥县教育局", proactive=above + OPEN)[ITEMS] == 315


def test_a_level_that_is_named_is_not_the_bureaus() -> None:
    assert ITEMS not in told(proactive="市级层面，2014年主动公开政府信息315条。")
    assert told(proactive="在县级层面，我局主动公开政府信息315条。")[ITEMS] == 315
    assert told(proactive="在制度层面，2014年主动公开政府信息315条。")[ITEMS] == 315


def test_the_agency_named_behind_a_number_does_not_take_it_from_another() -> None:
    course = "举办政府信息公开培训班4次，我局派1人参训。"
    assert "training.courses" not in told(capacity="市林业局加强指导。" + course)
    assert told(capacity="我局加强指导。" + course)["training.courses"] == 4
    assert told(proactive="县水务局重视。我局2014年主动公开政府信息315条。")[ITEMS] == 315


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("每周政务微信公开政府信息6条。", False),
        ("月均政务微信公开政府信息6条。", False),
        ("政务微信公开政府信息6条。", True),
        ("每周更新，全年政务微信公开政府信息6条。", True),
    ],
)
def test_what_an_account_has_each_week_is_not_the_years(said: str, *, kept: bool) -> None:
    assert ("proactive.by_wechat" in told(proactive=said)) is kept


def test_of_late_answers_none_is_not_none() -> None:
    assert "review.total" not in told(review="未发生因公开不及时而引起的行政复议、行政诉讼。")
    assert told(review="未发生因信息公开及答复引起的行政复议、行政诉讼。")["review.total"] == 0


@pytest.mark.parametrize("words", ["县小学", "县一", "先进", "最", "的是", "将全县", "对照", "县学、", "20", "：", "\t"])
def test_no_words_take_long(words: str) -> None:
    above = Surroundings(2014, "agency", "双桥县教育局", None)
    text = words * (20_000 // len(words))
    said = Said(above, text)
    began = time.perf_counter()
    Line.of(text + "。")
    assert said.ended is not None
    assert said.found is not None
    assert time.perf_counter() - began < 2
