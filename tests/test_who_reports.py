"""Who reports, of which year, where the page names desks, compilers and plans? Each rule with what it must leave alone."""

from __future__ import annotations

import pytest

from gongkai.indexer.dates import report_year
from gongkai.indexer.metadata import Metadata, read_metadata
from gongkai.indexer.page import Page, Source

FIGURES = "\n一、总体情况\n主动公开信息12条。\n二、主动公开政府信息情况\n"


def read(text: str, url: str | None = None) -> Metadata:
    return read_metadata(Page(text=text), Source(b"", "page.html", url=url))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("全文由概述、公开情况以及2012年主要工作三部分组成。\n一、概述\n公开8条。\n三、2012年主要工作\n继续推进。", 2011),
        ("全文由概述、公开情况、2012年工作打算等四个部分组成。\n一、概述\n公开8条。", 2011),
        ("一、公开情况\n我局于2008年成立小组,公开8条。\n四、2014年工作安排\n2014年,我局将继续推进。", 2013),
        ("一、2012年主要工作\n公开8条。\n二、存在问题\n三、下一步打算", 2012),  # what was done comes first
        ("全文由概述和2012年主要工作两部分组成。\n一、概述\n公开8条。", 2012),
        ("由概述、公开情况和2012年主要工作三部分组成。\n一、概述\n全局2012年共公开8条。", 2012),
        ("一、概述\n按2012年要点公开8条。\n二、2012年工作安排\n分解任务。\n三、公开情况\n2012年公开8条。", 2012),
        ("一、概述\n公开8条。\n二、2012年工作计划完成情况\n全部完成。", 2012),  # no plan
    ],
)
def test_the_year_of_the_plans_is_the_one_after(text: str, year: int) -> None:
    assert report_year(None, text)[0] == year


def test_a_title_and_a_period_tell_the_year_before_any_plan() -> None:
    plans = "一、公开情况\n公开8条。\n二、2012年工作打算\n继续推进。"
    assert report_year("大田县2012年政府信息公开工作年度报告", plans)[0] == 2012
    assert report_year(None, f"统计期限自2012年1月1日至2012年12月31日。\n{plans}")[0] == 2012


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("我局于2009年成立了领导小组。", None),
        ("我局2009年就成立了领导小组。", None),
        ("我局于2009年成立了领导小组。2011年公开8条。", 2011),
        ("我局2009年成立了领导小组,公开8条。", 2009),
    ],
)
def test_the_year_in_which_a_group_was_founded_is_not_the_reports(said: str, year: int | None) -> None:
    assert report_year(None, f"一、概述\n{said}\n三、下一步工作\n继续推进。")[0] == year


@pytest.mark.parametrize(
    ("host", "county"),
    [
        ("yongan.sm.gov.cn", "永安市"),
        ("xxgk.yongan.sm.gov.cn", "永安市"),
        ("tjj.sm.gov.cn", None),
        ("gaj.sm.gov.cn", None),
        ("kunshan.sm.gov.cn", None),  # of another city
        ("gongan.jingzhou.gov.cn", None),  # the police as likely as 公安县
    ],
)
def test_a_county_in_front_of_its_citys_domain_is_told(host: str, county: str | None) -> None:
    found = read("一、总体情况\n2023年,我局认真整理目录,公开12条。\n", url=f"http://{host}/ndbg/1.html")
    assert found.place.county == county
    assert found.place.city in ("荆州市" if "jingzhou" in host else "三明市", None)
    assert (found.level == "county") == (county is not None)


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("根据市政务公开办公室部署,", "prefectural"),
        ("根据市、区政务公开办公室部署,", None),
        ("根据上级部署,", None),
    ],
)
def test_the_desk_of_a_city_tells_the_level_of_a_bureau_on_its_host(said: str, level: str | None) -> None:
    text = f"一、总体情况\n2023年,我局{said}整理目录,公开12条。\n"
    assert read(text, "http://gk.sanming.gov.cn/zcbm/1.html").level == level
