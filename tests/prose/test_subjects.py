"""Whose is a number of the prose, and of which time? A part's, a day's or a joint number is no total, none of some is not none."""

from __future__ import annotations

import pytest
from made_up import LITIGATION, PUBLISHED, RECEIVED, REVIEW, SOUND, codes, read, report_text

BUREAU, COUNTY, TOWN = "临江市水产局", "临江县人民政府", "临江县杨湾镇人民政府"


def figures(sentence: str, agency: str = BUREAU) -> dict[str, object]:
    """Return the figures that the prose of a report of 2012 states where its sections say nothing but the sentence."""
    contest = "复议" in sentence or "诉讼" in sentence
    section = "二、主动公开" if "主动公开" in sentence else "四、行政复议、行政诉讼" if contest else "三、依申请公开"
    text = f"{agency}2012年政府信息公开工作年度报告\n一、概述\n依法公开。\n{section}情况\n{sentence}\n五、存在的问题\n不足。"
    return {name: figure.value for name, figure in read(text).figures.items() if figure.value is not None}


OF_PARTS = [
    "市级机关受理申请31件。区县受理申请46件。",
    "县级机关共收到申请31件。",
    "各部门收到申请27件，各乡镇收到申请6件。",
    "市本级收到申请31件。各县（区）收到申请46件。",
    "下属单位收到申请4件。",
    "基层单位收到申请4件。",
    "乡镇（街道）收到申请4件。",
    "县农机局收到申请4件。",
    "县农机局高度重视，县粮食局收到申请4件。",
    "乡镇主动公开政府信息88条。",
    "公开最多的部门为县粮食局，主动公开政府信息88条。",
    "排名第一的单位主动公开政府信息88条。",
    "粮食系统共主动公开政府信息88条。",
    "县粮食局被提起行政诉讼4件，县农机局2件。",
    "街道行政复议4件。",
    "市政务服务中心收到申请4件。",
    "本局下属单位收到申请4件。",
    "垂直管理部门收到申请4件。",
    "市粮食局等5个部门收到申请4件。",
    "市级部门行政复议31件。县（市、区）政府行政复议46件。",
    "下属单位收到申请4件，我局收到申请31件。",
    "我县县直部门收到申请31件，乡镇收到申请4件。",
]


@pytest.mark.parametrize("agency", [BUREAU, COUNTY, TOWN])
@pytest.mark.parametrize("sentence", OF_PARTS)
def test_a_part_s_number_is_not_the_agency_s(agency: str, sentence: str) -> None:
    assert figures(sentence, agency) == {}


def test_the_whole_says_that_it_is() -> None:
    for agency, sentence, value in (
        (BUREAU, "下属单位收到申请4件，我局收到申请共计35件。", 35),
        (BUREAU, "下属单位收到申请4件，全局收到申请35件。", 35),
        (BUREAU, "我局收到申请35件。县粮食局收到申请4件。", 35),
        (BUREAU, "我局共收到申请35件，县粮食局所属单位收到申请4件。", None),
        (BUREAU, "县粮食局收到申请40件，我局收到申请35件。", None),
        (BUREAU, "我局收到申请35件，其中下属单位收到申请4件。", 35),
        (COUNTY, "我县收到申请35件，县直部门收到申请31件，乡镇收到申请4件。", 35),
        (COUNTY, "县粮食局依法公开，共收到申请35件。", None),
        (COUNTY, "县粮食局依法公开，全县共收到申请35件。", 35),
        (COUNTY, "全县依法公开，共收到申请35件。", 35),
        (COUNTY, "县域发展格局不断优化，共收到申请35件。", 35),
        (COUNTY, "县政务服务局牵头抓总，全年共收到申请35件。", 35),
        (COUNTY, "县政务服务局加强公开，全年共收到申请35件。", None),
        (BUREAU, "县粮食局指导，共收到申请35件。", 35),
    ):
        assert figures(sentence, agency) == ({} if value is None else {RECEIVED: value}), sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "我局收到网上申请4件，信函申请2件。来访未收到申请。",
        "我局网络受理申请31件，信函4件。微信方面没有收到申请。",
        "我局网络受理申请31件，信函4件。微信方面没有收到政府信息公开申请。",
        "网上收到申请4件。我局未收到申请。",
    ],
)
def test_none_by_one_way_is_not_none(sentence: str) -> None:
    assert figures(sentence) == {}
    assert "T1" not in codes(report_text(SOUND, {3: sentence}))


def test_what_the_agency_itself_or_all_of_its_parts_have_is() -> None:
    for agency, sentence, value in (
        (COUNTY, "全县共收到申请33件，其中乡镇7件，部门26件。", 33),
        (COUNTY, "全县共收到申请33件，乡镇收到申请7件，部门收到申请26件。", 33),
        (COUNTY, "我县共收到申请33件。县直部门收到申请26件。", 33),
        (COUNTY, "全县各部门、各乡镇收到申请33件。", 33),
        (COUNTY, "全县各部门收到申请33件。", 33),
        (COUNTY, "全县各部门收到申请26件，乡镇收到申请7件。", None),
        (COUNTY, "收到申请33件。各部门收到申请26件。", None),
        (COUNTY, "全县共收到申请3件。各部门收到申请26件。", None),
        (BUREAU, "市水产局收到申请33件。", 33),
        (BUREAU, "水产局办公室收到申请33件。", 33),
        (BUREAU, "我局会同有关部门办理，收到申请33件。", 33),
        (BUREAU, "我局机关收到申请33件，下属单位收到申请4件。", None),
        (BUREAU, "市政府收到申请33件。", None),
        (BUREAU, "省水产局收到申请33件。", None),
        ("临江县发展和改革委员会", "县发改委收到申请33件。", 33),
        ("临江市向阳街道办事处", "街道收到申请33件。", 33),
        (TOWN, "镇政府收到申请33件，其中部门转来1件。", 33),
    ):
        assert figures(sentence, agency) == ({} if value is None else {RECEIVED: value}), sentence


JOINT = [
    "行政复议、行政诉讼共9件。",
    "行政复议及诉讼共9件。",
    "行政诉讼、行政复议共9件。",
    "被申请行政复议或被提起行政诉讼9件。",
    "因政府信息公开引起的行政复议、行政诉讼案件9件，均已办结。",
    "共办理复议诉讼案件9件。",
    "行政复议与诉讼合计9件，其中复议6件。",
    "发生9件行政复议、行政诉讼。",
    "信访、行政复议9件。",
]


@pytest.mark.parametrize("sentence", JOINT)
def test_a_joint_number_belongs_to_neither(sentence: str) -> None:
    assert figures(sentence) == {}
    cells = {**SOUND, "review": [6, 0, 0, 0, 6], "litigation_direct": [3, 0, 0, 0, 3]}
    assert not {"T2", "T3"} & set(codes(report_text(cells, {4: sentence})))


def test_two_numbers_of_their_own_are_read() -> None:
    for sentence, review, litigation in (
        ("本机关收到行政复议6件、行政诉讼3件。", 6, 3),
        ("被申请行政复议6件和被提起行政诉讼3件。", 6, 3),
        ("发生6件行政复议、3件行政诉讼。", 6, 3),
        ("全年没有发生行政复议、行政诉讼。", 0, 0),
        ("行政复议、行政诉讼均为0件。", 0, 0),
        ("无行政复议，行政诉讼3件。", 0, 3),
        ("发生行政复议6件，没有因政府信息公开引起的行政诉讼。", 6, 0),
    ):
        assert figures(sentence) == {REVIEW: review, LITIGATION: litigation}, sentence


NONE_OF_SOME = [
    "有8家单位没有收到政府信息公开申请。",
    "乡镇（街道）没有收到政府信息公开申请，部门收到17件。",
    "大部分部门未收到政府信息公开申请。",
    "有8个部门没有发生行政复议。",
    "大多数单位没有行政诉讼。",
    "没有针对乡镇的行政复议。",
    "无重大行政复议案件。",
    "没有未结行政诉讼案件。",
    "没有因逾期答复引起的行政复议。",
    "没有新增行政复议案件。",
    "无二审行政诉讼案件。",
    "没有直接提起行政诉讼的案件。",
    "没有涉及房屋拆迁的行政复议。",
    "没有当年未办结的行政复议。",
    "过半数的单位没有行政诉讼。",
    "没有棘手的行政复议。",
    "没有因政府信息公开引起的棘手行政复议。",
    "没有因财政预算信息公开引起的行政诉讼。",
    "没有因政府信息公开答复逾期引起的行政复议。",
    "没有涉及政府信息公开收费的行政复议。",
    "没有因信息公开造成不良影响的行政复议。",
]


@pytest.mark.parametrize("agency", [BUREAU, COUNTY])
@pytest.mark.parametrize("sentence", NONE_OF_SOME)
def test_none_of_some_is_not_none(agency: str, sentence: str) -> None:
    assert figures(sentence, agency) == {}
    cells = {**SOUND, "review": [1, 0, 0, 0, 1], "litigation_direct": [1, 0, 0, 0, 1]}
    head = f"{agency}2023年政府信息公开工作年度报告"
    assert not {"T1", "T2", "T3"} & set(codes(report_text(cells, {3: sentence, 4: sentence}, head)))


def test_none_at_all_is() -> None:
    for agency, sentence, name in (
        (BUREAU, "我局未收到申请。", RECEIVED),
        (BUREAU, "依申请公开方面，我局接受咨询6件，2012年未收到申请。", RECEIVED),
        (BUREAU, "公开信息7条，2012年未收到申请。", RECEIVED),
        (BUREAU, "上年收到2件。水产局也没有收到申请。", RECEIVED),
        (COUNTY, "各部门、各乡镇均未收到政府信息公开申请。", RECEIVED),
        (TOWN, "镇政府没有收到政府信息公开申请。", RECEIVED),
        (BUREAU, "没有因不服我局答复提起的行政诉讼。", LITIGATION),
        (BUREAU, "没有针对我局政府信息公开的行政复议。", REVIEW),
        (BUREAU, "没有因政府信息公开引发的群体性事件和行政复议。", REVIEW),
        (COUNTY, "甲省临江县未收到政府信息公开申请。", RECEIVED),
    ):
        assert figures(sentence, agency) == {name: 0}, sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "未发生利害关系人就政府信息公开申请行政复议、提起行政诉讼的情况。",
        "没有公民、法人、社会团体因政府信息公开提起行政复议、行政诉讼。",
        "没有发生政府信息公开领域的行政复议、行政诉讼。",
        "没有因政府信息公开服务引发的行政复议和行政诉讼。",
    ],
)
def test_a_denial_of_all_may_say_who_and_of_what_work(sentence: str) -> None:
    assert figures(sentence) == {REVIEW: 0, LITIGATION: 0}


def test_a_county_s_everybody_is_the_county() -> None:
    for sentence, found in (
        ("各级各部门均未收到政府信息公开申请。", {RECEIVED: 0}),
        ("各单位均未收到政府信息公开申请。", {RECEIVED: 0}),
        ("各部门均未收到政府信息公开申请。", {}),
        ("各单位未收到政府信息公开申请。", {}),
        ("8个单位均未收到政府信息公开申请。", {}),
        ("2012年，各级各部门收到政府信息公开申请58件。", {RECEIVED: 58}),
        ("各级各部门收到申请58件。乡镇收到申请7件。", {}),
        ("各级政府收到申请58件，各部门收到申请7件。", {}),
        ("全县63个单位主动公开政府信息911条。", {PUBLISHED: 911}),
        ("全县63个单位主动公开政府信息911条，乡镇主动公开政府信息35条。", {}),
        ("全县63个单位收到申请58件。乡镇收到申请7件。", {}),
        ("全县各部门收到申请58件。乡镇收到申请7件。", {}),
        ("全县18个乡镇、63个部门主动公开政府信息911条。", {PUBLISHED: 911}),
        ("全县18个乡镇和63个部门收到申请58件，其中乡镇收到申请7件。", {RECEIVED: 58}),
        ("全县18个乡镇主动公开政府信息35条。", {}),
        ("全县63个单位未发生行政复议、行政诉讼。", {REVIEW: 0, LITIGATION: 0}),
        ("全县有8个单位未发生行政复议、行政诉讼。", {}),
        ("全县共有8个单位未发生行政复议、行政诉讼。", {}),
        ("全县共有5个乡镇（街道）和8个部门没有收到政府信息公开申请。", {}),
        ("全县5个乡镇（街道）和8个部门没有收到政府信息公开申请。", {RECEIVED: 0}),
        ("全县共有5个乡镇和8个部门没有收到政府信息公开申请。", {}),
        ("全县共有8个单位收到政府信息公开申请58件。", {RECEIVED: 58}),
        ("全县部分单位未发生行政复议、行政诉讼。", {}),
        ("申请量最多的是县粮食局，我县共收到申请58件。", {RECEIVED: 58}),
        ("申请量最多的是县粮食局，共收到申请8件。", {}),
    ):
        assert figures(sentence, COUNTY) == found, sentence
    assert figures("各级各部门均未收到政府信息公开申请。") == {}


def test_words_that_only_look_like_a_plan_a_day_or_a_part_leave_the_total() -> None:
    for agency, sentence, value in (
        ("临江县卫生和计划生育委员会", "2012年，临江县卫生和计划生育委员会共收到申请5件。", 5),
        (BUREAU, "计划2012年收到申请5件。", None),
        (BUREAU, "围绕年度目标我局收到申请5件。", 5),
        (BUREAU, "目标是收到申请5件。", None),
        (BUREAU, "2012年工作期间我局共收到申请5件。", 5),
        (BUREAU, "上述期间我局共收到申请5件。", 5),
        (BUREAU, "春节期间我局共收到申请5件。", None),
        (BUREAU, "我局对每件申请认真办理共收到申请5件。", 5),
        (BUREAU, "每件收到申请5件。", None),
        (BUREAU, "我局一周年内共收到申请5件。", 5),
        (BUREAU, "一周共收到申请5件。", None),
        (BUREAU, "2012年是“十二五”期间关键的一年，我局收到申请5件。", 5),
        (BUREAU, "2012年，“十二五”期间收到申请5件。", None),
        (BUREAU, "我局及下属单位共收到申请5件。", 5),
        (BUREAU, "水产局及下属单位共收到申请5件。", 5),
        (BUREAU, "县粮食局及下属单位共收到申请5件。", None),
        ("临江市向阳街道办事处", "街道办事处及社区共收到申请5件。", 5),
        ("临江市向阳街道办事处", "社区共收到申请5件。", None),
    ):
        assert figures(sentence, agency) == ({} if value is None else {RECEIVED: value}), sentence
    assert figures("我局及所属单位共主动公开政府信息175条。") == {PUBLISHED: 175}
    assert figures("我局所属单位共主动公开政府信息175条。") == {}


@pytest.mark.parametrize(
    "when",
    [
        "日均",
        "平均每天",
        "每个工作日",
        "最多一天",
        "单日最多",
        "仅12月就",
        "12月",
        "“十二五”期间",
        "十一五期间",
        "至少",
        "预计明年",
        "计划全年",
    ],
)
def test_what_is_not_of_the_year_is_no_total(when: str) -> None:
    assert figures(f"{when}收到申请5件。") == figures(f"{when}主动公开政府信息5条。") == {}
    assert "T1" not in codes(report_text(SOUND, {1: f"{when}收到政府信息公开申请5件。"}))


def test_what_is_counted_until_december_is_of_the_year() -> None:
    for when in ("截至2012年12月，", "截至12月底，", "2012年1月至12月，", "截至2012年12月31日，"):
        assert figures(f"{when}共收到申请5件，平均答复时间9天。") == {RECEIVED: 5}


def test_a_topic_s_number_is_not_of_all() -> None:
    assert figures("重点领域共主动公开政府信息88条。") == figures("“三公”经费主动公开政府信息88条。") == {}
    assert figures("全年共主动公开政府信息88条，其中重点领域12条。") == {PUBLISHED: 88}
    assert figures("财政资金领域，主动公开政府信息88条。") == figures("信息公开重点领域，主动公开政府信息88条。") == {}
    assert figures("公开重点领域，主动公开政府信息88条。") == {PUBLISHED: 88}
    assert figures("全年受理各类行政复议案件61件，行政应诉案件12件，没有因政府信息公开引起的。") == {}
    assert figures("因政府信息公开引起的各类行政复议案件6件。") == {REVIEW: 6}


def test_reviews_that_last_year_left_are_no_requests() -> None:
    cells = {**SOUND, "review": [5, 0, 0, 0, 5]}
    for sentence in (
        "新发生政府信息公开行政复议4件，上年结转1件。",
        "新收政府信息公开行政复议4件、上年度转入1件，共5件。",
        "收到政府信息公开行政复议5件。其中上年结转1件，结转下年度1件。",
    ):
        assert not {"T2", "T5"} & set(codes(report_text(cells, {1: sentence})))
    assert "T5" in codes(report_text(cells, {1: "行政复议5件，政府信息公开申请办结2件，结转下年度1件。"}))


@pytest.mark.parametrize(
    "words", ["各部门、", "各各有关所属", "12个", "县粮食", "全县12个", "我县县直部门", "我局及", "各级各", "无复议"]
)
def test_words_of_a_subject_without_end_are_no_subject(words: str) -> None:
    """Each of them had two places in the expression: a line of them took for ever."""
    figures(f"{words * (900 // len(words))}收到申请5件。", COUNTY)
