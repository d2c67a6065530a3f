"""Whose a number is, in more words: samples, 由县政府, companies of a county, lawsuits about another's information."""

from __future__ import annotations

import pytest
from made_up import told

BUREAU, COUNTY = "双桥县林业局", "双桥县人民政府"
ITEMS, RECEIVED, REVIEW, LITIGATION = "proactive.items_published", "requests.received", "review.total", "litigation.total"


@pytest.mark.parametrize(
    "who", ["考核组抽查我局", "县政府办抽查了我局", "由县水务局", "由县政府办", "由县政府", "我局参与起草、由县政府"]
)
def test_a_sample_and_what_others_published_are_not_the_agency_s(who: str) -> None:
    assert ITEMS not in told(proactive=f"2014年，{who}主动公开政府信息46条。")


@pytest.mark.parametrize("who", ["由我局", "由县林业局", "由双桥县林业局", "我局", ""])
def test_what_the_agency_published_is(who: str) -> None:
    assert told(proactive=f"2014年，{who}主动公开政府信息46条。")[ITEMS] == 46


def test_companies_and_missions_of_a_county_are_no_whole_county() -> None:
    for who in ("全县公共企事业单位", "全县企事业单位", "我县驻外机构"):
        assert RECEIVED not in told(COUNTY, overview="全县依法公开。", requests=f"{who}受理信息公开申请12件。")
    for who in ("全县各部门、乡镇及公共企事业单位", "全县各级行政机关"):
        assert told(COUNTY, overview="全县依法公开。", requests=f"{who}受理信息公开申请12件。")[RECEIVED] == 12


@pytest.mark.parametrize("whose", ["下属林场", "局属林场政府", "县水务局", "县水务局政府"])
def test_lawsuits_about_another_s_information_are_its(whose: str) -> None:
    for agency in (BUREAU, COUNTY):
        assert not told(agency, review=f"2014年，因{whose}信息公开被申请行政复议3件、被提起行政诉讼3件。")


@pytest.mark.parametrize("whose", ["", "政府", "我局", "林业", "征地", "县林业局", "我局政府", "本机关政府"])
def test_lawsuits_about_the_agency_s_are_read(whose: str) -> None:
    assert told(review=f"2014年，因{whose}信息公开被申请行政复议3件。")[REVIEW] == 3
    assert told(review=f"2014年，因{whose}信息公开被提起行政诉讼3件。")[LITIGATION] == 3


def test_what_all_of_the_country_had_is_nobody_s() -> None:
    assert not told(review="据统计，全国政府信息公开行政诉讼3000件。")
    assert not told(requests="全国信息公开申请量大，收到政府信息公开申请。")


def test_cases_of_other_topics_or_last_years_are_in_the_number() -> None:
    assert LITIGATION not in told(review="2014年，我局共发生行政诉讼3件，与信息公开有关的0件。")
    assert told(review="2014年，我局共发生行政诉讼3件，均与信息公开有关。")[LITIGATION] == 3
    for behind in ("中，2件为2013年受理", "，2件为2013年受理"):
        assert REVIEW not in told(review=f"政府信息公开行政复议3件{behind}。")
    for behind in ("中，2件为2014年受理", "，2件为2014年受理", "中，2件维持"):
        assert told(review=f"政府信息公开行政复议3件{behind}。")[REVIEW] == 3


@pytest.mark.parametrize("whose", ["县国土局的", "县国土局", "县政府的", "市水利局的政府信息公开", "县国土局作出的"])
def test_reviews_of_another_s_answers_are_its(whose: str) -> None:
    for said in (f"不服{whose}答复", f"申请人因不服{whose}答复", f"对{whose}答复不服"):
        assert not told(review=f"2014年，{said}申请行政复议3件。")
        assert not told(review=f"2014年，{said}提起行政诉讼3件。")


@pytest.mark.parametrize("whose", ["", "我局的", "我局", "县林业局的", "本机关", "政府信息公开"])
def test_reviews_of_the_agency_s_answers_are_read(whose: str) -> None:
    assert told(review=f"2014年，不服{whose}答复申请行政复议3件。")[REVIEW] == 3
    assert told(review=f"2014年，因不服{whose}答复提起行政诉讼3件。")[LITIGATION] == 3


@pytest.mark.parametrize("said", ["配合县政府办公室答复其", "配合县政府办答复", "指导林场办理其", "督促林场处理"])
def test_what_the_agency_helped_to_answer_came_to_others(said: str) -> None:
    assert RECEIVED not in told(requests=f"2014年，{said}收到的政府信息公开申请6件。")


def test_numbers_that_are_said_not_to_agree_are_none() -> None:
    for behind in ("，数据不一致，正在核实", "（数量不符）", "，正在核查"):
        assert RECEIVED not in told(requests=f"我局收到政府信息公开申请16件{behind}。")
    for said in ("我局积极配合，收到政府信息公开申请16件", "我局收到政府信息公开申请16件，均已核实并答复"):
        assert told(requests=f"{said}。")[RECEIVED] == 16
