"""Whose report is it where the page names it by a short name, by its office, by its documents? Each rule with what it must leave alone."""

from __future__ import annotations

import pytest
from test_who_reports import read

from gongkai.indexer.agencies.metadata import Metadata
from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report


def where(found: Metadata) -> str:
    return "/".join(part for part in (found.place.province, found.place.city, found.place.county) if part)


@pytest.mark.parametrize(
    ("title", "text", "agency"),
    [
        ("福建2016年政府信息公开工作年度报告", "2016年,福建省各级政府公开120条。", "福建省人民政府"),
        ("福建2016年政府信息公开工作年度报告", "2016年,各级政府公开120条。", None),
        ("吉林2016年政府信息公开工作年度报告", "2016年,吉林省和吉林市公开120条。", None),  # of which of both
        ("大田2016年政府信息公开工作年度报告", "2016年,大田县公开120条。", "大田县人民政府"),
        ("大田2016年政府信息公开工作年度报告", "2016年,我局公开120条。请与大田县审计局办公室联系。", "大田县审计局"),
        (
            "福建2016年政府信息公开工作年度报告",
            "2016年,福建省公开120条。我办公布。请与福建省外事办公室联系(电话:1)。",
            "福建省外事办公室",
        ),
        ("均溪2016年政府信息公开工作年度报告", "2016年,均溪镇公开120条。", "均溪镇人民政府"),
        ("均溪2016年政府信息公开工作年度报告", "2016年,公开120条。", None),
        ("均溪农场2016年政府信息公开工作年度报告", "2016年,均溪镇公开120条。", "均溪农场"),
        ("福建海事局2016年政府信息公开工作年度报告", "2016年,福建省公开120条。", "福建海事局"),
    ],
)
def test_a_short_name_of_a_place_is_no_agency(title: str, text: str, agency: str | None) -> None:
    assert read(f"{title}\n一、总体情况\n{text}").agency == agency


@pytest.mark.parametrize(
    ("title", "text", "agency"),
    [
        ("大田县气象部门", "大田县气象局召开会议。", "大田县气象局"),
        ("大田县气象部门", "按要求召开会议。", "大田县气象部门"),
        ("大田县气象部门", "三明市气象局召开会议。", "大田县气象部门"),
        ("福建省邮政管理系统", "福建省邮政管理局召开会议。", "福建省邮政管理局"),
        (
            "省海峡办",
            "由福建省海峡经济区规划建设办公室(以下简称省海峡办)编制。",
            "福建省海峡经济区规划建设办公室",
        ),
        ("泉州台商区", "由泉州台商投资区管理委员会(以下简称泉州台商区)编制。", "泉州台商投资区管理委员会"),
        ("县农业局", "根据三明市要求结合大田县农业农村局(以下简称县农业局)实际编制。", "大田县农业农村局"),
        ("县农业局", "由福建省三明市大田县农业农村局(以下简称县农业局)编制。", "福建省三明市大田县农业农村局"),
        ("省海峡办", "由福建省海峡经济区规划建设办公室(以下简称海峡办)编制。", None),
    ],
)
def test_what_a_title_calls_short(title: str, text: str, agency: str | None) -> None:
    found = read(f"{title}2021年政府信息公开工作年度报告\n{text}\n一、总体情况\n2021年,公开12条。").agency
    assert found == agency if agency else found != "福建省海峡经济区规划建设办公室"


def test_a_greeting_names_the_site() -> None:
    title = "福建海事局2012年政府信息公开工作年度报告\n一、概述\n2012年,公开12条。"
    assert read(f"您好,欢迎访问中华人民共和国福建海事局!\n\n{title}").agency == "福建海事局"
    assert read(f"{title}\n中华人民共和国福建海事局").agency == "中华人民共和国福建海事局"


OFFICE = "本报告由大田县人民政府办公室编制。如有疑问,请联系大田县人民政府办公室(电话:0598-7222222)。\n一、总体情况\n"


@pytest.mark.parametrize(
    ("overview", "agency"),
    [
        ("2023年,大田县人民政府在三明市委、市政府领导下推进公开。", "大田县人民政府"),
        ("2021年,大田县贯彻省、市部署,公开12条。", "大田县人民政府"),
        ("2021年,大田县贯彻省、市部署,我办共公开12条。", "大田县人民政府办公室"),
        ("2021年,大田县贯彻省、市部署,我办公开12条。", "大田县人民政府办公室"),
        ("2021年,大田县人民政府办公室在县委领导下推进公开。", "大田县人民政府办公室"),
        ("2021年,大田县认真落实。县政府办公室公开12条。", "大田县人民政府办公室"),
        ("2021年,三明市贯彻省部署。公开12条。", "大田县人民政府办公室"),
    ],
)
def test_the_office_compiles_for_the_government_whose_year_is_told(overview: str, agency: str) -> None:
    assert read(OFFICE + overview).agency == agency


@pytest.mark.parametrize(
    ("sources", "agency"),
    [
        ("根据各乡镇、各部门报告汇总编制", "大田县人民政府"),
        ("根据《关于汇总各单位年报的通知》编制", "大田县人民政府办公室"),
        ("根据《条例》编制", "大田县人民政府办公室"),
    ],
)
def test_the_office_puts_together_what_all_bodies_sent(sources: str, agency: str) -> None:
    assert read(f"本报告由大田县人民政府办公室{sources}。\n一、总体情况\n2023年,公开12条。").agency == agency


@pytest.mark.parametrize(
    ("overview", "agency"),
    [
        ("2019年,三元区将公开列入重点工作。", "三明市三元区人民政府"),
        ("2019年,我局将公开列入重点工作。", "三明市三元区政务服务和数据管理局"),
        ("2019年,三元区将公开列入重点工作。区政务服务和数据管理局公开12条。", "三明市三元区政务服务和数据管理局"),
        ("2019年,公开列入重点工作。", "三明市三元区政务服务和数据管理局"),
    ],
)
def test_a_bureau_that_gathers_compiles_for_the_place_whose_year_is_told(overview: str, agency: str) -> None:
    text = "本报告由三明市三元区政务服务和数据管理局依据《条例》和上级要求编制而成。\n一、总体情况\n"
    assert read(text + overview).agency == agency


@pytest.mark.parametrize(
    ("text", "url", "agency"),
    [
        ("市教育局明确一名科长负责。建立《三明市教育局网上信息公开审查制度》。2020年,我局公开12条。", "sm", "三明市教育局"),
        ("县教育局明确一名股长负责。学习《三明市教育局网上信息公开审查制度》。2020年,我局公开12条。", "sm", None),
        ("市教育局明确要求。学习《三明市教育局网上信息公开审查制度》。2020年,我局公开12条。", "datian", None),
        ("县教育局明确专人。我局学习《三明市教育局政务公开制度》。", "datian", None),
        ("县教育局明确专人。我局制定《大田县教育局政务公开制度》。", "datian", "大田县教育局"),
        ("我委利用“大田县城市管理委员会”、“大田垃圾分类”微信公众号公开12条。", "datian", "大田县城市管理委员会"),
        ("我委利用“三明市城市管理委员会”微信公众号公开12条。", "datian", None),
        ("我局利用“大田县城市管理委员会”微信公众号公开12条。", "datian", None),
        ("我委利用“大田县城市管理委员会”、“大田县体育委员会”微信公众号公开12条。", "datian", None),
    ],
)
def test_a_body_named_by_its_documents_and_its_account(text: str, url: str, agency: str | None) -> None:
    assert read(f"一、总体情况\n{text}\n二、公开情况", f"http://www.{url}.gov.cn/1.html").agency == agency


@pytest.mark.parametrize(
    ("period", "year"),
    [
        ("20231月1日至12月31日", 2023),
        ("20231月1日起至202312月31日", 2023),
        ("2023 1月1日至12月31日", 2023),
        ("202311日起至20231231日", 2023),
        ("202311月1日至12月31日", None),  # of November
        ("20231月1日至6月30日", None),
        ("120231月1日至12月31日", None),
    ],
)
def test_a_period_without_the_words_that_a_copy_lost(period: str, year: int | None) -> None:
    assert read(f"本报告由大田县气象局编制,所列数据为{period}。\n一、总体情况\n公开12条。").year == year


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("我局积极开展政府信息公开工作。2008年主要工作情况如下。\n一、基础工作\n国家统计局设立小组。", True),
        ("我局积极开展业务工作。2008年主要工作情况如下。\n一、基础工作\n国家统计局设立小组。", False),
    ],
)
def test_what_follows_is_a_report(text: str, reported: bool) -> None:
    (found,) = parse_source(Source(text.encode(), "page.txt", media_type="text/plain"))
    assert isinstance(found, Report) is reported


@pytest.mark.parametrize(
    ("url", "text", "place"),
    [
        ("weibin", "区统计局认真落实,编发《渭滨统计》。", "陕西省/宝鸡市/渭滨区"),
        ("weibin", "区统计局认真落实,编发《卫滨统计》。", "河南省/新乡市/卫滨区"),
        ("weibin", "区统计局认真落实。", ""),
        ("weibin", "区统计局认真落实,在渭滨路宣传。", ""),
        ("kazuo", "县政府网站公开12条。", "辽宁省/朝阳市/喀喇沁左翼蒙古族自治县"),
        ("dumeng", "我县公开12条。", "黑龙江省/大庆市/杜尔伯特蒙古族自治县"),
    ],
)
def test_hosts_of_short_names(url: str, text: str, place: str) -> None:
    found = read(f"2021年政府信息公开工作年度报告\n一、总体情况\n2021年,{text}", f"http://www.{url}.gov.cn/1.html")
    assert where(found) == place


@pytest.mark.parametrize(
    ("title", "text", "url", "place", "level"),
    [
        ("2022年乌鲁木齐高新区(新市区)", "2022年我区公开12条。", "", "新疆维吾尔自治区/乌鲁木齐市/新市区", "county"),
        ("2022年乌鲁木齐高新区(新市区)管委会", "2022年我委公开12条。", "", "新疆维吾尔自治区/乌鲁木齐市", None),
        ("2022年三明高新区(综保区)", "2022年我区公开12条。", "", "福建省/三明市", "prefectural"),
        ("2022年天津经济技术开发区", "我区公开12条。", "tjbh", "天津市/天津市/滨海新区", "county"),
        ("2022年上海张江高新技术产业开发区", "我委公开12条。", "pudong", "上海市/上海市/浦东新区", "county"),
        ("2022年天津东疆保税港区", "我委公开12条。", "tjbh", "天津市/天津市/滨海新区", "county"),
        ("2022年天津经济技术开发区", "我区公开12条。", "tj", "天津市/天津市", "county"),
    ],
)
def test_zones_that_are_districts_or_lie_in_one(title: str, text: str, url: str, place: str, level: str | None) -> None:
    found = read(f"{title}政府信息公开工作年度报告\n一、总体情况\n{text}", f"http://www.{url}.gov.cn/1.html" if url else None)
    assert (where(found), found.level) == (place, level)


@pytest.mark.parametrize(
    ("said", "kind", "scope"),
    [
        ("我中心", "public_institution", "agency"),
        ("我局", "department", "agency"),
        ("中心城区", None, None),
        ("我中心城区", None, None),
    ],
)
def test_a_centre_that_names_itself_not(said: str, kind: str | None, scope: str | None) -> None:
    found = read(f"2021年政府信息公开工作年度报告\n一、总体情况\n2021年,{said}公开12条。\n2022年,将继续。")
    assert (found.kind, found.scope) == (kind, scope)


def test_a_government_that_publishes_says_not_our_centre() -> None:
    text = "发布机构:大田县人民政府 日期:2022-01-09\n一、总体情况\n2021年,{}公开12条。\n二、公开情况"
    assert read(text.format("我中心")).agency is None
    assert read(text.format("我县")).agency == "大田县人民政府"


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("我镇", None),
        ("我局", None),
        ("我办", "大田县人民政府办公室"),
        ("我县", "大田县人民政府"),
        ("全年", "大田县人民政府办公室"),
    ],
)
def test_an_office_that_publishes_says_not_our_town(said: str, agency: str | None) -> None:
    text = f"发布机构:大田县人民政府办公室 日期:2022-01-09\n一、总体情况\n2021年,{said}认真落实,公开12条。\n二、公开情况"
    assert read(text).agency == agency


@pytest.mark.parametrize(
    ("above", "said", "agency"),
    [
        ("大田县人民政府办公室", "我镇", None),
        ("大田县人民政府", "我镇", None),
        ("大田县人民政府", "我县", "大田县人民政府"),
        ("大田县均溪镇人民政府", "我镇", "大田县均溪镇人民政府"),
        ("大田县林业局", "我局", "大田县林业局"),
    ],
)
def test_a_government_above_a_title_is_no_town(above: str, said: str, agency: str | None) -> None:
    assert read(f"{above}\n2021年政府信息公开工作年度报告\n一、总体情况\n2021年,{said}公开12条。").agency == agency


def test_the_office_of_a_town_compiles_for_its_government() -> None:
    text = "本报告由大田县均溪镇人民政府办公室编制。\n一、总体情况\n2023年,公开12条。"
    assert read(text).agency == "大田县均溪镇人民政府"
    title = "大田县均溪镇人民政府办公室2023年政府信息公开工作年度报告\n"
    assert read(title + text).agency == "大田县均溪镇人民政府办公室"


def test_rules_of_the_state_on_the_site_of_a_place() -> None:
    text = "一、总体情况\n2008年,我局落实《国家统计局政府信息公开指南》,公开12条。\n二、公开情况"
    assert read(text, "http://www.datian.gov.cn/1.html").agency is None
    assert read(text, "http://copies.example.com/1.html").agency == "国家统计局"


def test_a_farm_reports_for_itself() -> None:
    text = "东风农场2021年政府信息公开工作年度报告\n一、总体情况\n2021年,{}公开12条。"
    assert read(text.format("我场")).scope == "agency"


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("通过区管委会(区政府)网站对信息公开年度报告进行公示,公开12条。", "福州市马尾区人民政府罗星街道办事处"),
        ("在市政府网站对2023年度政府信息公开年度报告进行公示,公开12条。", "福州市马尾区人民政府罗星街道办事处"),
        ("公开12条。", "福州市马尾区人民政府罗星街道办事处"),
    ],
)
def test_a_sentence_on_where_reports_are_shown_is_no_title(said: str, agency: str) -> None:
    opening = "根据规定,现公布福州市马尾区人民政府罗星街道办事处2023年政府信息公开工作年度报告。\n一、总体情况\n(一)主动公开。"
    found = read(opening + said)
    assert (found.agency, found.place.town, found.level) == (agency, "罗星街道", "township")


def test_an_agency_that_begins_or_ends_alike_keeps_its_title() -> None:
    assert read("大田县审计局对2016年政府信息公开工作的报告\n一、总体情况\n公开12条。").agency == "大田县审计局"
    for agency in ("大田县对外经济贸易局", "北京市通州区审计局", "大田县对口支援办公室"):
        assert read(f"{agency}2016年政府信息公开工作年度报告\n一、总体情况\n公开12条。").agency == agency


SUMS = "本报告根据2016年度各乡镇人民政府和县政府各部门的信息公开情况编制。"
COPY = "本报告的电子版可在大田县人民政府门户网站(www.datian.gov.cn)下载。"
CITY = "本年报结合我市各级人民政府和政府各部门工作实际编制。本年报电子版在“中国三明政府门户网”上提供下载。"
MADE = "本年报由三明市编制。电子文档可在三明市政府网站下载。"


@pytest.mark.parametrize(
    ("text", "url", "agency"),
    [
        (SUMS + COPY + "\n2016年,全县公开12条。", "http://xxgk.sm.gov.cn/1.html", "大田县人民政府"),
        (SUMS + COPY + "\n2016年,我局公开12条。", "http://xxgk.sm.gov.cn/1.html", None),
        (SUMS + COPY + "\n2016年,全局公开12条。", None, None),
        (SUMS + COPY + "\n2016年,我镇公开12条。", None, None),
        (SUMS + COPY + "\n2016年,全县公开12条。局党组重视。", None, None),
        (SUMS + COPY + "\n2016年,全县工商系统公开12条。", None, None),
        (SUMS + COPY + "\n2016年,全县公开12条。镇政府重视。", None, None),
        (SUMS + COPY + "\n2016年,全县公开12条。", "http://www.youxi.gov.cn/1.html", None),  # of another county
        (COPY + "\n2016年,全县公开12条。", "http://xxgk.sm.gov.cn/1.html", None),
        ("根据《各乡镇和各部门年报编制办法》编制。" + COPY + "\n2016年,全县公开12条。", None, None),
        ("根据各乡镇、各部门的报告编制要求。" + COPY + "\n2016年,全县公开12条。", None, None),
        ("根据各乡镇学校的公开情况编制。" + COPY + "\n2016年,全县公开12条。", None, None),
        ("根据各县区和各部门的公开情况编制。" + COPY + "\n2016年,全县公开12条。", None, None),
        (SUMS + COPY.replace("大田县", "三明市") + "\n2016年,我市公开12条。", None, None),  # of a city in it
        (CITY + "\n2016年,三明市各级行政机关公开12条。", "https://www.sm.gov.cn/1.html", "三明市人民政府"),
        (CITY + "\n2016年,公开12条。", "https://www.sm.gov.cn/1.html", None),  # nothing says that 三明 is a city
        (CITY + "\n2016年,三明市各级行政机关公开12条。", "https://www.ya.gov.cn/1.html", None),  # of 永安市 in it
        (MADE + "\n2016年以来,我市公开12条。", None, "三明市人民政府"),
        (MADE + "\n2016年以来,我委公开12条。", None, None),
        (MADE.replace("由三明市", "由大田县") + "\n2016年以来,我市公开12条。", None, None),
    ],
)
def test_the_site_that_carries_what_sums_up_all_bodies(text: str, url: str | None, agency: str | None) -> None:
    assert read(text, url).agency == agency


@pytest.mark.parametrize(
    ("sums", "told", "agency"),
    [
        ("根据各单位工作情况汇总编制。", "全县公开12条。", None),
        ("由各科室、各部门提供情况综合编制。", "全县公开12条。", None),
        ("根据各乡镇和局机关股室的情况编制。", "全县公开12条。", None),
        ("根据各乡镇、各部门的情况编制,由综合科室校对。", "全县公开12条。", None),
        ("根据各乡镇司法所、县直各单位的情况编制。", "全县公开12条。", None),
        ("根据各乡镇所属单位、县直各单位的情况编制。", "全县公开12条。", "大田县人民政府"),
        ("根据各级水利部门的情况编制。", "全县公开12条。", None),
        ("根据各乡镇、各部门的情况编制。", "县住建部门落实,全县公开12条。", None),
        ("根据各乡镇、各部门的情况编制。", "全县医保工作扎实推进。", None),
        ("根据各乡镇、各部门的情况编制。", "县住建部门和县教育部门落实,全县公开12条。", "大田县人民政府"),
        ("根据各乡镇、各部门的情况编制。", "全县中心工作和全县政务公开工作推进。", "大田县人民政府"),
        ("根据县政府各部门的情况编制。", "全县公开12条。", "大田县人民政府"),
        ("根据全县各单位的情况编制。", "全县公开12条。", "大田县人民政府"),
        ("根据各街道和有关单位的情况编制。", "全县公开12条。", "大田县人民政府"),
    ],
)
def test_a_bureau_sums_up_its_units_as_well(sums: str, told: str, agency: str | None) -> None:
    assert read(f"本报告{sums}{COPY}\n2016年,{told}", "http://www.datian.gov.cn/1.html").agency == agency


CITED = "印发《三明市人民政府办公室关于深化公开的意见》。每季度通报各区县政府、市级各部门的情况。"


@pytest.mark.parametrize(
    ("year", "cited", "agency"),
    [
        ("2015年,三明市按照要求推进。全市公开12条。", CITED, "三明市人民政府"),
        ("2015年,三明市按照要求推进。我局公开12条。", CITED, None),
        ("2015年,三明市按照要求推进。全市公开12条。", CITED.replace("印发", "学习"), None),
        ("2015年,三明市按照要求推进。全市公开12条。", "印发《三明市人民政府办公室关于深化公开的意见》。", None),
        ("2015年,永安市按照要求推进。全市公开12条。", CITED, None),
    ],
)
def test_the_documents_of_the_government_whose_year_is_told(year: str, cited: str, agency: str | None) -> None:
    assert read(f"根据《条例》,编制此报告。\n一、概述\n{year}\n{cited}").agency == agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("2018年,均溪镇继续推进公开。我镇公开12条。", "均溪镇人民政府"),
        ("2018年,县审计局继续推进公开。我镇公开12条。", None),
        ("2018年,推动均溪镇继续公开。我局公开12条。", None),
        ("2018年,推动均溪镇继续公开。我镇公开12条。", None),
        ("2018年,均溪镇继续推进公开。我县公开12条。", None),
        ("先后制定《2018年三明市农业委员会信息报送制度》。我局公开12条。", "三明市农业委员会"),
        ("我局制定了《2018年三明市农业局政务信息公开制度》。", "三明市农业局"),
        ("市农委制定《2018年三明市农业委员会信息报送制度》。我局公开12条。", None),
        ("我局学习《2018年三明市农业委员会信息报送制度》。", None),
        ("先后制定《2018年三明市人民政府信息公开制度》。我局公开12条。", None),
    ],
)
def test_who_goes_on_and_who_draws_up_rules_of_its_year(text: str, agency: str | None) -> None:
    assert read(f"本报告根据《条例》编制。\n一、概述\n{text}").agency == agency


@pytest.mark.parametrize(
    ("site", "agency"),
    [
        ("申请人可登录大田县行政审批局网站下载申请表。", None),
        ("公民可通过大田县档案局网站查阅。", None),
        ("信息可通过大田县档案局网站查阅。", None),
        ("群众在大田县审计局网站公开留言。", None),
        ("各单位通过大田县审计局网站公开12条。", None),
        ("县审批局负责受理,通过大田县行政审批局网站公开12条。", None),
        ("组织干部在大田县审计局网站学习政府信息公开知识。", None),
        ("在大田县审计局网站查阅公开信息。", None),
        ("我局通过大田县审计局网站公开12条,方便群众查阅。", "大田县审计局"),
        ("在县委、县政府领导下,主要通过大田县审计局网站及时发布。", "大田县审计局"),
        ("2021年,我局依托大田县审计局门户网站,向社会公布12条。", "大田县审计局"),
        (
            "信息主要通过大田县审计局网站(http://www.dtsj.gov.cn/)、《大田审计》杂志、电视台、报纸、信箱、橱窗等各种方式公开。",
            "大田县审计局",
        ),
        ("报告电子版可在大田县审计局网站(www.dtsj.gov.cn)下载。", "大田县审计局"),
        ("我局通过大田县审计局网站公开12条。公民可登录大田县档案局网站查阅。", None),
    ],
)
def test_a_site_that_others_visit_names_nobody(site: str, agency: str | None) -> None:
    text = f"一、概述\n2021年,我局坚持公开。县委、县政府高度重视。{site}\n二、公开情况\n公开12条。"
    assert read(text, "http://www.datian.gov.cn/1.html").agency == agency


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("2018年,均溪乡继续推进公开。我镇公开12条。", None),
        ("2018年,桃源镇继续推进公开。我乡公开12条。", None),
        ("我乡在桃源镇微信公众号公开12条。", None),
        ("我乡成立了桃源镇政务公开工作领导小组。", None),
        ("我镇成立了桃源镇政务公开工作领导小组。", "桃源镇人民政府"),
    ],
)
def test_a_town_that_says_it_is_another_kind_of_town(text: str, agency: str | None) -> None:
    assert read(f"本报告根据《条例》编制。\n一、概述\n{text}").agency == agency


@pytest.mark.parametrize(
    ("text", "place", "level"),
    [
        (
            "根据《大田县政府信息公开工作年度报告制度》要求,我局编制本报告。在县委、县政府领导下推进。",
            "福建省/三明市/大田县",
            "county",
        ),
        ("根据《三明市政府信息公开工作年度报告制度》要求,我局编制本报告。在县委、县政府领导下推进。", "", "county"),
        (
            "根据《三明市政府信息公开工作年度报告制度》要求,我局编制本报告。在市委、市政府领导下推进。",
            "",
            None,
        ),  # or of a county in it
        ("在市委、市政府领导下,我办制定《三明市政府信息公开办法》,推进全市公开。", "福建省/三明市", "prefectural"),
        ("在市委、市政府领导下,我办制定《三明市政府信息公开办法》,推进全市公开。区委要求落实。", "", None),
        ("根据《大田县政府信息公开规定》,我局编制本报告。全市推进。", "", None),
        ("根据《大田县政府信息公开规定》和《尤溪县政府信息公开规定》,我局编制本报告。县委、县政府推进。", "", None),
    ],
)
def test_the_place_whose_rules_a_body_follows(text: str, place: str, level: str | None) -> None:
    found = read(f"{text}\n一、概述\n2015年公开12条。")
    assert (where(found), found.level) == (place, level)


@pytest.mark.parametrize(
    ("lies", "place"),
    [("大田东北部", "福建省/三明市/大田县"), ("山区东北部", ""), ("闽中腹地,大田", "")],
)
def test_a_town_lies_where_the_text_says(lies: str, place: str) -> None:
    text = f"广平镇2021年政府信息公开工作年度报告\n一、总体情况\n广平镇位于{lies},东邻永春县。2021年,我镇公开12条。"
    assert where(read(text.replace("广平镇", "均溪镇"))) == place
