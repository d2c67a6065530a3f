"""Reports of several agencies are never one another's versions, nor one document."""

from __future__ import annotations

from typing import Any

import pytest
from made_up import read, report_text

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report
from gongkai.search.ranking import rank


def _page(title: str, text: str) -> Report:
    html = f"<html><head><title>{title}</title></head><body><p>{text}</p></body></html>"
    (report,) = parse_source(Source(html.encode(), "page.html"))
    assert isinstance(report, Report)
    return report


def test_bodies_that_print_the_same_text_are_told_apart_by_the_titles_of_their_pages() -> None:
    text = "一、总体情况：本年度未收到政府信息公开申请。二、存在的主要问题及改进情况：无。"
    first, second = (_page(f"会宁县{town}人民政府2021年政府信息公开工作年度报告", text) for town in ("会师镇", "中川镇"))
    assert first.id != second.id
    assert first.id == _page("会宁县会师镇人民政府2021年政府信息公开工作年度报告", text).id


def test_what_the_text_says_itself_adds_nothing() -> None:
    text = "会宁县会师镇人民政府2021年政府信息公开工作年度报告 一、总体情况：本年度未收到政府信息公开申请。"
    assert _page("会宁县会师镇人民政府2021年政府信息公开工作年度报告", text).id == _page("", text).id


@pytest.mark.parametrize("agency", ["鼓楼区财政局", "教育局", "市中区人民政府"])
def test_an_agency_of_an_unknown_place_stands_alone(agency: str) -> None:
    report = read(report_text({}).replace("临江市蔬菜局", agency))
    assert report.place.adcode is None
    assert report.report_key is None


def test_one_whose_name_tells_it_does_not() -> None:
    assert read(report_text({}).replace("临江市蔬菜局", "财政部")).report_key == "-/-/财政部/agency/2023"


@pytest.mark.parametrize("mark", ["（更正）", "（修订版）", "（重新发布）", "【勘误】"])
def test_a_correction_of_the_same_day_is_current(mark: str) -> None:
    first: dict[str, Any] = {
        "id": "ffffffff",
        "title": "会宁县教育局2021年报告",
        "published": "2022-01-20",
        "figures": {"a": 1, "b": 2},
    }
    assert rank({**first, "id": "00000000", "title": first["title"] + mark, "figures": {"a": 1}}) > rank(first)
    assert rank({**first, "published": "2022-01-21"}) > rank({**first, "title": first["title"] + mark})
