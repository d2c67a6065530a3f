"""Titles that a crawler left glued to menus, titles of neighbouring pages, years that the opening states."""

from __future__ import annotations

import pytest
from made_up import read

from gongkai.indexer.titles.title_words import agency_in

TITLE = "怀宁县水利局2023年政府信息公开工作年度报告"
MENU = "首页政务公开政府信息公开指南政府信息公开年报依申请公开互动交流"
BODY = "一、总体情况\n我局依法推进公开工作，细化公开目录，规范办理流程，及时回应关切。\n二、主动公开政府信息情况\n"
LONG = "我局依法推进公开工作，细化公开目录，规范办理流程，及时回应关切。" * 12


@pytest.mark.parametrize("tail", ["", "_政府信息公开", "-怀宁县人民政府"])
def test_a_menu_glued_behind_a_title_is_no_part_of_the_agency(tail: str) -> None:
    report = read(f"{TITLE}{tail}{MENU}{TITLE}发布日期：2024-01-22{BODY}")
    assert (report.agency, report.year) == ("怀宁县水利局", 2023)


def test_a_menu_glued_before_a_title_is_no_part_of_the_agency() -> None:
    assert read(f"{MENU}{TITLE}发布日期：2024-01-22{BODY}").agency == "怀宁县水利局"


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("怀宁县水利局首页指南2023年政府信息公开工作年度报告", ""),
        ("要求编制2023年政府信息公开工作年度报告", ""),
        ("怀宁县水利局2023年政府信息公开工年度报告", ""),
        ("中共怀宁县委机构编制委员会办公室2023年政府信息公开工作年度报告", "中共怀宁县委机构编制委员会办公室"),
        ("怀宁县水利局2023年政府信息公开工作年度报告", "怀宁县水利局"),
    ],
)
def test_what_names_no_agency(title: str, agency: str) -> None:
    assert agency_in(title) == agency


def test_an_agency_and_its_year_may_stand_in_two_titles_on_the_way() -> None:
    assert read(f"怀宁县水利局政府信息公开年报 2023年政府信息公开工作年度报告\n{BODY}").agency == "怀宁县水利局"


def test_the_title_below_the_words_next_page_is_another_reports() -> None:
    report = read(f"{BODY}{LONG}\n上一篇：无\n下一篇：\n{TITLE}\n主办：某网站\n")
    assert (report.year, report.title) == (None, None)


def test_the_title_above_the_text_is_its_own() -> None:
    assert read(f"上一篇：\n下一篇：\n{TITLE}\n{BODY}{LONG}").year == 2023


def test_the_year_for_which_a_report_was_compiled_outweighs_captions() -> None:
    opening = "一、总体情况\n根据《中华人民共和国政府信息公开条例》要求，编制2023年政府信息公开工作年度报告。\n"
    captions = "二、主动公开政府信息情况\n2022年数据\n规章 0 0 0\n三、收到和处理政府信息公开申请情况\n2022年数据\n"
    assert read(opening + captions).year == 2023


def test_last_years_report_was_compiled_too() -> None:
    opening = "一、总体情况\n2023年，我局依法推进公开，2023年公开信息9条。\n"
    done = f"{LONG}根据《条例》要求，编制2022年政府信息公开年度报告并按时公布。2023年未收到申请。\n二、主动公开政府信息情况\n"
    assert read(opening + done).year == 2023


@pytest.mark.parametrize(
    "done",
    [
        "依据上级要求编制发布了2022年政府信息公开年度报告。",
        "按照《条例》要求,按时编制2022年度政府信息公开工作年度报告。",
        "根据《关于编制2022年度政府信息公开工作年度报告的通知》要求公开。",
        "根据关于做好编制2022年政府信息公开年度报告工作的通知要求公开。",
        "根据《条例》编制2022年政府信息公开年度报告,并按时公布。",
    ],
)
def test_last_years_report_was_put_out(done: str) -> None:
    opening = f"政府信息公开工作年度报告\n一、总体情况\n{done}2023年公开信息9条,2023年未收到申请。\n"
    assert read(opening + "二、主动公开政府信息情况\n").year == 2023


@pytest.mark.parametrize("name", ["本年报", "本年度报告", "本年度工作报告", "本报告"])
def test_what_a_sentence_calls_this_report_begins_no_title(name: str) -> None:
    report = read(f"{name}是由鹿城区审计局编制的2012年度政府信息公开年度报告。\n一、概述\n公开。\n")
    assert (report.title, report.agency, report.year) == (None, "鹿城区审计局", 2012)


def test_a_bureau_s_report_of_this_year_keeps_its_title() -> None:
    title = "鹿城区审计局本年度政府信息公开年度报告"
    report = read(f"{title}\n2012年1月1日至12月31日\n一、概述\n公开。\n")
    assert (report.title, report.agency) == (title, "鹿城区审计局")
