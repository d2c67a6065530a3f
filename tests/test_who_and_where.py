"""Who reports, and where, on pages that say it by the way? Each rule with what it must leave alone."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from gongkai.indexer.metadata import Metadata, read_metadata
from gongkai.indexer.page import Page, Source
from gongkai.mappings.agencies import agency_id


def read(text: str, url: str | None = None) -> Metadata:
    return read_metadata(Page(text=text), Source(b"", "page.html", url=url))


def where(found: Metadata) -> str:
    return "/".join(part for part in (found.place.province, found.place.city, found.place.county) if part)


PROSE = "一、概述\n我市各級部門落實條例,公開信息。\n二、公開情況\n全市公開12條。\n"


@pytest.mark.parametrize(
    ("step", "agency", "year"),
    [
        ("三明市2013年政府信息公開工作年度報告", "三明市人民政府", 2013),
        ("大田縣審計局2013年政府信息公開工作年度報告", "大田县审计局", 2013),
        ("政府信息公开年度报告", None, None),  # a column of the site
        ("三明市政府信息公开年报", None, None),
    ],
)
def test_a_mirror_keeps_the_title_in_the_address(step: str, agency: str | None, year: int | None) -> None:
    found = read(PROSE, f"https://wiki.example.com/wiki/{quote(step)}/6341")
    assert (found.agency, found.year, found.title) == (agency, year, None)


def test_a_printed_title_and_a_body_that_speaks_stand_before_the_address() -> None:
    url = f"https://wiki.example.com/{quote('三明市2013年政府信息公开工作年度报告')}"
    assert read(f"大田县审计局2013年政府信息公开工作年度报告\n{PROSE}", url).agency == "大田县审计局"
    assert read("一、概述\n2013年,我局落实条例。\n二、公开情况\n公开12条。\n", url).agency is None
    assert read(f"2012年政府信息公开工作年度报告\n{PROSE}", url).agency is None  # another year's


SAID = "\n一、概述\n2014年,{}认真落实条例,公开12条。\n二、主动公开政府信息情况\n"


@pytest.mark.parametrize(
    ("title", "body", "agency"),
    [
        ("大田县工信局", "大田县工业和信息化局", "大田县工业和信息化局"),
        ("大田县工信局", "三明市工业和信息化局", "大田县工信局"),  # the bureau above it
        ("大田县工信局", "大田县教育局", "大田县工信局"),
        ("三元区列东派出所", "三元区公安局", "三元区列东派出所"),
    ],
)
def test_a_short_name_takes_the_longest_spelling_that_is_printed(title: str, body: str, agency: str) -> None:
    contact = f"如对本报告有疑问,请与{body}办公室联系(电话:1234567)。"
    assert read(f"{title}2014年政府信息公开工作年度报告\n{contact}{SAID.format('我局')}").agency == agency


@pytest.mark.parametrize(
    ("title", "printed", "agency"),
    [
        ("三元区列东街道", "更新《三明市三元区人民政府列东街道办事处信息公开指南》。", "三明市三元区人民政府列东街道办事处"),
        ("三元区列东街道", "三元区人民政府列东街道办事处公开3条。", "三元区人民政府列东街道办事处"),
        ("三元区列东街道", "三元区人民政府信息公开3条。", "三元区列东街道办事处"),
        ("三元区审计局", "更新《三明市三元区审计局信息公开指南》。", "三明市三元区审计局"),
        ("三元区审计局", "三明市三元区审计局信息中心公开3条。", "三元区审计局"),  # a part of it
        ("三元公安分局", "发布机构:三元区公安分局 发布日期:2015-01-30", "三元区公安分局"),
        ("三元公安分局", "三元区政府网站公开3条。", "三元公安分局"),
    ],
)
def test_a_name_takes_the_places_that_are_printed_before_it(title: str, printed: str, agency: str) -> None:
    said = SAID.format("我单位").replace("公开12条。", printed)
    assert read(f"{title}2014年政府信息公开工作年度报告{said}", "http://www.smsy.gov.cn/1.html").agency == agency


@pytest.mark.parametrize(
    ("printed", "province"),
    [
        ("如有疑问,请与安徽池州高新技术产业开发区管委会联系。", "安徽"),
        ("来源:安徽池州高新技术产业开发区管理委员会", "安徽"),
        ("地址:安徽池州高新技术产业开发区管理委员会三楼。", ""),  # an address
        ("学习江苏池州高新技术产业开发区管理委员会。", ""),  # another province
    ],
)
def test_a_zone_takes_its_province_where_it_is_printed_so(printed: str, province: str) -> None:
    title = "池州高新技术产业开发区管理委员会2021年政府信息公开工作年度报告"
    assert read(f"{title}\n{printed}{SAID.format('我委')}").agency == f"{province}池州高新技术产业开发区管理委员会"


def test_a_body_of_the_region_is_spelled_in_full() -> None:
    full = "由广西壮族自治区住房和城乡建设厅编制。"
    text = "自治区住房城乡建设厅2014年政府信息公开工作年度报告\n本报告{}" + SAID.format("我厅")
    assert read(text.format(full)).agency == "广西壮族自治区住房和城乡建设厅"
    assert read(text.format("由自治区住房城乡建设厅编制。")).agency == "自治区住房城乡建设厅"


def test_a_zone_is_one_agency_with_its_province_and_without() -> None:
    places, zone = ("安徽省", "池州市"), "池州高新技术产业开发区管理委员会"
    assert agency_id(f"安徽{zone}", "341700", places) == agency_id(zone, "341700", places)
    bare = "高新技术产业开发区管理委员会"
    assert agency_id(f"安徽{bare}", "341700", places) != agency_id(bare, "341700", places)
