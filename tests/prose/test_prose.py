"""Figures in prose: a report from before 2019 states a few; what a sentence leaves open stays null."""

from __future__ import annotations

import pytest
from made_up import LITIGATION, PUBLISHED, RECEIVED, REVIEW, read

from gongkai.report import Report


def report(sentences: dict[str, str], year: int = 2012) -> Report:
    """Return a report in seven sections without a table; `sentences` maps a section to what it says."""
    text = "\n".join(
        (
            f"临江市蔬菜局{year}年政府信息公开工作年度报告",
            "一、概述",
            "我局认真贯彻条例，有序推进政府信息公开。",
            "二、主动公开政府信息情况",
            sentences.get("proactive", ""),
            "三、依申请公开政府信息情况",
            sentences.get("requests", ""),
            "四、政府信息公开的收费及减免情况",
            "未收取费用。",
            "五、因政府信息公开申请行政复议、提起行政诉讼的情况",
            sentences.get("review", ""),
            "六、存在的主要问题和改进措施",
            "公开不够及时，下一步将改进。",
        )
    )
    return read(text)


STATED = [
    ("proactive", PUBLISHED, "2012年我局共主动公开政府信息175条，其中业务动态类120条。", 175),
    ("proactive", PUBLISHED, "我局主动公开政府信息数1,160条。", 1160),
    ("proactive", PUBLISHED, "2012年度主动公开政府信息的数量共192条。", 192),
    ("proactive", PUBLISHED, "2012年1月1日至2012年12月31日，在市政府领导下，我局共主动公开政府信息192条。", 192),
    ("proactive", PUBLISHED, "2012年度共新增主动公开政府信息312条。其中，机构概况类信息5条。", 312),
    ("requests", RECEIVED, "2012年，我局收到12起政府信息依申请公开，均按程序办理。", 12),
    ("requests", RECEIVED, "2012年度我局未收到政府信息公开申请。", 0),
    ("requests", RECEIVED, "2012年度我局没有接到群众主动要求公开政府信息的申请。", 0),
    ("requests", RECEIVED, "共收到政府信息公开申请情况2件，1件属自然人申请。", 2),
    ("review", REVIEW, "全年因政府信息公开被申请行政复议3件。", 3),
    ("review", LITIGATION, "2012年度我局未收到有关政府信息公开申请行政复议、提起行政诉讼、举报投诉件。", 0),
    ("review", LITIGATION, "2012年未发生有关政府信息公开申请的行政复议、行政诉讼情况。", 0),
]


@pytest.mark.parametrize(("section", "name", "sentence", "value"), STATED)
def test_what_a_sentence_surely_states_is_read(section: str, name: str, sentence: str, value: int) -> None:
    found = report({section: sentence})
    figure = found.figures[name]
    assert (figure.value, figure.basis) == (value, "sentence")
    assert figure.raw in sentence
    assert figure.raw.replace(",", "") == str(value) or value == 0
    assert found.form is None


LEFT_OPEN = [
    ("proactive", PUBLISHED, "2012年比上年新增主动公开政府信息20条。"),
    ("proactive", PUBLISHED, "2012年公开目录调整，新增主动公开政府信息20条。"),
    ("proactive", PUBLISHED, "近年新增主动公开政府信息20条。"),
    ("proactive", PUBLISHED, "至2012年底累计公开900条，其中，本年度新增主动公开政府信息20条。"),
    ("proactive", PUBLISHED, "2012年我局主动公开政府信息755多条。"),
    ("proactive", PUBLISHED, "通过门户网站主动公开政府信息317条。"),
    ("proactive", PUBLISHED, "截至目前累计主动公开政府信息100条。"),
    ("proactive", PUBLISHED, "上半年主动公开政府信息40条。"),
    ("proactive", PUBLISHED, "通过报纸主动公开政府信息30条。"),
    ("proactive", PUBLISHED, "我局在政务大厅主动公开政府信息30条。"),
    ("proactive", PUBLISHED, "应主动公开政府信息100条，已公开90条。"),
    ("proactive", PUBLISHED, "全文电子化的主动公开信息20条。"),
    ("proactive", PUBLISHED, "向档案馆移送主动公开政府信息20条。"),
    ("proactive", PUBLISHED, "至2012年12月31日，主动公开政府信息2000条。"),
    ("proactive", PUBLISHED, "主动公开政府信息86条。年内共主动公开政府信息90条。"),
    ("requests", RECEIVED, "2012年，我局没有依申请公开政府信息办理事项。"),
    ("requests", RECEIVED, "其中网上收到政府信息公开申请2件。"),
    ("requests", RECEIVED, "全市共收到政府信息公开申请820件。"),
    ("requests", RECEIVED, "2012年我市收到政府信息公开申请820件，我局12件。"),
    ("proactive", PUBLISHED, "我市共主动公开政府信息820条，其中我局30条。"),
    ("proactive", PUBLISHED, "2012年主动公开政府信息300条以内。"),
    ("proactive", PUBLISHED, "2012年主动公开政府信息300条任务如期完成。"),
    ("requests", RECEIVED, "2011年收到政府信息公开申请6件。"),
    ("requests", RECEIVED, "受理政府信息公开申请9件，受理政府信息公开申请7件。"),
    ("review", REVIEW, "无行政复议被撤销的情况。"),
    ("review", REVIEW, "有1件行政复议案件予以维持，2件予以纠正。"),
    ("review", REVIEW, "上年结转2件，今年发生行政复议1件。"),
    ("review", LITIGATION, "有1件行政诉讼案件法院判决驳回。"),
    ("requests", RECEIVED, "通过网络收到2件，我局窗口未收到政府信息公开申请。"),
    ("review", LITIGATION, "本年度有1件涉及依法纠错的行政案件。"),
]


@pytest.mark.parametrize(("section", "name", "sentence"), LEFT_OPEN)
def test_what_a_sentence_leaves_open_is_not_read(section: str, name: str, sentence: str) -> None:
    assert report({section: sentence}).value(name) is None


def test_what_a_county_s_government_alone_did_is_not_the_county_s() -> None:
    head, county = "临江市蔬菜局2012年政府信息公开工作年度报告", "临江县人民政府2012年政府信息公开工作年度报告"
    for sentence, value in (
        ("2012年，县政府收到政府信息公开申请5件。", None),
        ("2012年，县政府及其部门受理政府信息公开申请5件。", None),
        ("2012年，全县收到政府信息公开申请9件，县政府收到政府信息公开申请5件。", 9),
    ):
        text = f"{county}\n一、概述\n全县有序推进。\n三、依申请公开政府信息情况\n{sentence}\n五、存在的问题\n不足。"
        assert read(text).value(RECEIVED) == value
    published = "全县各级各部门主动公开政府信息共计175条，其中网站公开120条。"
    assert read(f"{county}\n一、概述\n全县有序推进。\n二、主动公开政府信息情况\n{published}").value(PUBLISHED) == 175
    assert read(f"{head}\n二、主动公开政府信息情况\n{published}").value(PUBLISHED) is None
    assert read(f"{county}\n二、主动公开政府信息情况\n各部门主动公开政府信息共计175条。").value(PUBLISHED) is None
    assert read(f"{county}\n二、主动公开政府信息情况\n全县各乡镇主动公开政府信息200条。").value(PUBLISHED) is None
    for apart in "，。；":
        for others in ("各乡镇主动公开政府信息200条", "各乡镇200条", "乡镇200条")[: 1 if apart == "。" else 3]:
            parts = f"全县各部门主动公开政府信息100条{apart}{others}。"
            assert read(f"{county}\n二、主动公开政府信息情况\n{parts}").value(PUBLISHED) is None


def test_a_page_that_names_no_section_is_read_from_its_first_heading_on() -> None:
    text = "临江市蔬菜局2012年政府信息公开工作年度报告\n一、2012年主要工作及成效\n(一)依申请公开。收到政府信息公开申请10件。"
    assert read(text).value(RECEIVED) == 10
    assert read(text.replace("一、2012", "2012")).value(RECEIVED) is None


def test_a_report_of_the_years_of_tables_has_no_figures_in_prose() -> None:
    found = report({"proactive": "共主动公开政府信息175条。", "requests": "收到政府信息公开申请12件。"}, year=2022)
    assert {figure.value for figure in found.figures.values()} == {None}


def test_the_place_of_an_agency_is_not_the_agency() -> None:
    told = "2012年我局收到政府信息公开申请12件。"
    assert report({"requests": told}).value(RECEIVED) == 12
    zone = "安平经济开发区管理委员会2012年政府信息公开工作年度报告\n一、概述\n有序推进。\n三、依申请公开政府信息情况\n{}\n六、存在的主要问题\n不足。"
    assert read(zone.format("2012年我区收到政府信息公开申请12件。")).value(RECEIVED) == 12
