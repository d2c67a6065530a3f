"""Reviews and lawsuits about something else than a request, and those that an agency decides."""

from __future__ import annotations

import time

import pytest
from made_up import told

from gongkai.indexer.prose.ownership.other_causes import decides_them, is_caused_otherwise, tries_them

REVIEW, LITIGATION = "review.total", "litigation.total"


@pytest.mark.parametrize(
    "said",
    [
        "因河道采砂被申请行政复议2件。",
        "因宅基地置换，我局被提起行政诉讼2件。",
        "因占道经营查处申请行政复议1件、提起行政诉讼2件。",
        "被提起行政诉讼2件，诉请撤销婚姻登记。",
        "行政复议2件，申请人要求撤销停业通知。",
        "行政复议2件，争议焦点是补偿标准。",
        "行政复议2件，被复议的是责令改正通知。",
        "行政复议2件，申请人对退休年龄计算不服。",
        "行政诉讼2件，均属工伤行政确认。",
        "行政诉讼2件，均与违章查处有关。",
        "行政诉讼2件，涉及草场权属。",
        "行政诉讼2件，因砍伐行道树引起，胜诉。",
        "行政复议2件，被申请人为某街道办事处。",
    ],
)
def test_a_cause_that_names_no_information_is_of_something_else(said: str) -> None:
    figures = told(review=said)
    assert REVIEW not in figures
    assert LITIGATION not in figures


@pytest.mark.parametrize(
    "said",
    [
        "因政府信息公开被申请行政复议2件。",
        "因政府信息公开申请行政复议2件。",
        "因不服我局答复被申请行政复议2件。",
        "因依申请公开引发行政复议2件，均维持。",
        "我局发生行政复议2件，均为维持。",
        "我局发生行政复议2件，均与信息公开有关。",
        "我局发生行政复议2件，申请人对我局公开答复不服。",
        "因信息公开被申请行政复议2件，涉及房屋征收档案。",
        "我局发生行政复议2件，其中撤回1件，维持1件。",
        "我局发生行政复议2件，因申请人撤回申请终止1件。",
        "我局发生行政复议2件，其中涉及财政1件。",
    ],
)
def test_requests_and_what_came_of_it_are_no_other_cause(said: str) -> None:
    assert told(review=said)[REVIEW] == 2


def test_an_office_of_law_counts_what_it_decides() -> None:
    assert decides_them("全年因政府信息公开申请行政复议", "", "某县人民政府法制办公室")
    assert decides_them("全年行政复议", "我局作为县政府的行政复议工作机构,依法履职", "某县应急管理局")
    assert not decides_them("我办因政府信息公开被申请行政复议", "", "某县人民政府法制办公室")
    assert not decides_them("收到针对我局的行政复议", "", "某县司法局")
    assert not decides_them("全年因政府信息公开申请行政复议", "我局重视信息公开", "某县水利局")


def test_a_court_counts_what_it_tries() -> None:
    assert tries_them("全年受理政府信息公开类行政诉讼", "", "某县人民法院")
    assert not tries_them("我院被提起行政诉讼", "", "某县人民法院")
    assert not tries_them("全年因政府信息公开发生行政诉讼", "", "某县法院街道办事处")
    assert not tries_them("全年因政府信息公开发生行政诉讼", "", None)


@pytest.mark.parametrize("words", ["因", "因行政", "均为", "对不服", "涉及", "以甲为", "引起", "\t", "1件", "复议机"])
def test_causes_are_read_in_time(words: str) -> None:
    text = words * (20_000 // len(words))
    started = time.perf_counter()
    is_caused_otherwise(text, 10_000, 10_004, "某县水利局")
    decides_them(text, text, "某县水利局")
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize("matter", ["林业", "林业方面的", "涉及林业的"])
def test_none_of_the_agency_s_field_says_nothing_of_open_information(matter: str) -> None:
    assert not told(review=f"全年未发生{matter}行政复议、行政诉讼案件。")


@pytest.mark.parametrize("body", ["", "针对双桥县林业局的", "涉及林业局的", "信息公开方面的"])
def test_none_against_the_agency_is_none(body: str) -> None:
    assert told(review=f"全年未发生{body}行政复议、行政诉讼案件。") == {REVIEW: 0, LITIGATION: 0}


@pytest.mark.parametrize(
    "matter",
    "林业 涉林 涉及林业的 土地征收类 工伤认定 水土保持 房屋征收补偿 政府采购 规划许可 环境保护 因土地征收 行政处罚引发的 各类涉农".split(),
)
def test_those_called_after_a_matter_are_none_of_open_information(matter: str) -> None:
    for said in (
        f"发生{matter}行政复议2件。",
        f"{matter}行政诉讼2件。",
        f"全年我局共有{matter}行政复议案件2件。",
        f"2014年，{matter}行政复议0件。",
        f"被提起{matter}行政诉讼2件。",
        f"我局2014年{matter}行政复议2件，行政诉讼1件。",
        f"未发生{matter}行政复议、行政诉讼。",
    ):
        assert not told(review=said), said
    if "的" not in matter:
        assert not told(review=f"行政复议2件（{matter}）。")


@pytest.mark.parametrize(
    "whose",
    "2014年 全年我局 双桥县林业局 政府信息公开 涉及政府信息公开的 依申请公开 年内新发生 截至2014年底 一是 据统计， （一） 本年度共发生"
    " 针对我局的 申请人不服答复提起 以我局为被申请人的 公民提起 涉及本机关的 与政府信息公开有关的".split(),
)
def test_whose_and_when_are_no_matter(whose: str) -> None:
    assert told(review=f"{whose}行政复议2件。")[REVIEW] == 2
    assert told(review=f"{whose}行政复议2件（均已审结），行政诉讼1件。")[LITIGATION] == 1


def test_matters_are_told_in_time() -> None:
    for words in ("林业行政复议、", "行政复议", "（林业", "林业局"):
        started = time.process_time()
        told(review=f"{words * 10_000}行政复议2件。")
        assert time.process_time() - started < 4


@pytest.mark.parametrize("lead", ["", "全年我局", "2014年，"])
@pytest.mark.parametrize("deed", "圆满办结 认真做好 面临 经历 法定期限内".split())
def test_what_was_done_with_them_is_no_matter(lead: str, deed: str) -> None:
    assert told(review=f"{lead}{deed}行政复议2件。")[REVIEW] == 2
    assert REVIEW not in told(review=f"{lead}{deed}林业行政复议2件。")


def test_who_asked_for_them_is_no_matter() -> None:
    assert told(review="行政复议2件（张某、李某）。")[REVIEW] == 2


COUNTY, CITY_BUREAU, TOWN = "双桥县人民政府", "双桥市环境保护局", "双桥县杨湾镇人民政府"


@pytest.mark.parametrize(
    ("agency", "said"),
    [
        (COUNTY, "县政府依法受理政府信息公开行政复议3件，维持2件，撤销1件"),
        (COUNTY, "全县共受理政府信息公开行政复议3件"),
        (COUNTY, "全县收到政府信息公开行政复议申请3件"),
        ("双桥县人民政府办公室", "办理政府信息公开行政复议3件"),
        (CITY_BUREAU, "受理政府信息公开行政复议3件"),
        ("甲江省林业厅", "我厅受理信息公开行政复议申请3件，审结3件"),
    ],
)
def test_reviews_that_bodies_with_others_below_take_are_theirs_to_decide(agency: str, said: str) -> None:
    assert REVIEW not in told(agency, overview="全县依法公开。", review=f"2014年，{said}。")


@pytest.mark.parametrize(
    ("agency", "said"),
    [
        (COUNTY, "全县因政府信息公开被申请行政复议3件"),
        (COUNTY, "全县发生政府信息公开行政复议3件"),
        (CITY_BUREAU, "收到政府信息公开行政复议申请3件"),
        (CITY_BUREAU, "我局因政府信息公开被申请行政复议3件"),
        ("双桥县林业局", "受理政府信息公开行政复议3件"),
        (TOWN, "受理政府信息公开行政复议3件"),
    ],
)
def test_reviews_of_what_they_answered_are_read(agency: str, said: str) -> None:
    overview = "全县依法公开。" if agency == COUNTY else "依法公开。"
    assert told(agency, overview=overview, review=f"2014年，{said}。")[REVIEW] == 3


def test_none_taken_is_none() -> None:
    assert told(COUNTY, overview="全县依法公开。", review="2014年，全县受理政府信息公开行政复议0件。")[REVIEW] == 0
