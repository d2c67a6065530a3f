"""Whose report is it where the page has no title, and names for questions the office or the bureau that put it together?"""

from __future__ import annotations

import pytest
from test_who_reports import read

from gongkai.indexer.dates.dates import report_year

PERIOD = "本报告根据《条例》编制。所列数据的统计期限为2022年1月1日至2022年12月31日。"
FIGURES = "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"


@pytest.mark.parametrize(
    ("contact", "said", "agency"),
    [
        ("会宁县人民政府办公室", "2022年,会宁县坚持公开为常态。", "会宁县人民政府"),
        ("会宁县人民政府办公室", "2022年,会宁县政府信息公开工作按照省市要求推进。", "会宁县人民政府"),
        ("会宁县人民政府办公室", "2022年,会宁县人民政府认真落实《条例》。", "会宁县人民政府"),
        ("会宁县人民政府办公室", "2022年,我办认真落实《条例》,会宁县坚持公开。", "会宁县人民政府办公室"),
        ("会宁县人民政府办公室", "2022年,县政府办公室坚持公开为常态。", "会宁县人民政府办公室"),
        ("会宁县人民政府办公室", "2022年,办公室信息公开12条。", "会宁县人民政府办公室"),
        ("会宁县政务服务和数据管理局", "2022年,会宁县坚持公开为常态。", "会宁县人民政府"),
        ("会宁县政务服务和数据管理局", "2022年,我局坚持公开为常态。", "会宁县政务服务和数据管理局"),
        ("会宁县政务服务和数据管理局", "2022年,会宁县政务服务和数据管理局坚持公开。", "会宁县政务服务和数据管理局"),
        ("会宁县水务局", "2022年,会宁县坚持公开为常态。", "会宁县水务局"),  # a bureau that gathers no reports
    ],
)
def test_a_place_whose_year_is_told_reports_and_not_its_desk(contact: str, said: str, agency: str) -> None:
    text = f"{PERIOD}如有疑问,请与{contact}联系(电话:0943-1234567)。\n一、总体情况\n{said}\n{FIGURES}"
    assert read(text).agency == agency


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("2022年,会宁县人民政府坚持以人民为中心。", "会宁县人民政府"),
        ("2022年,我办坚持以人民为中心。", "会宁县人民政府办公室"),
    ],
)
def test_an_office_that_draws_up_does_not_act(said: str, agency: str) -> None:
    made = "本年度报告是会宁县人民政府办公室按照《条例》要求,根据县政府组成部门、各乡镇的2022年政府信息公开工作年度报告编制而成。"
    text = f"{made}如有疑问,请联系会宁县人民政府办公室(电话:0943-1234567)。\n一、总体情况\n{said}\n{FIGURES}"
    assert read(text).agency == agency


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("2012年,全县各部门认真落实《条例》。", "会宁县人民政府"),
        ("2012年,我局认真落实《条例》。", None),
        ("2012年,各部门认真落实《条例》。", None),  # speaks of no whole place
    ],
)
def test_the_place_whose_bodies_reports_are_summed_up_reports(said: str, agency: str | None) -> None:
    made = "本报告根据《条例》,以及2012年会宁县各乡镇、各部门等政府信息公开工作年度报告编制,由六部分组成。"
    assert read(f"{made}\n一、概述\n{said}\n{FIGURES}").agency == agency


def test_a_sentence_about_a_report_that_was_put_out_is_no_title() -> None:
    told = "依法按时完成2015年政府信息公开年度报告,并于2016年3月31日之前公布。"
    found = read(f"一、概述\n2016年本区公开工作取得进展。\n(一)落实制度。{told}\n{FIGURES}")
    assert (found.title, found.agency, found.year) == (None, None, 2016)
    assert read(f"会宁县审计局2015年政府信息公开年度报告\n一、概述\n{told}\n{FIGURES}").agency == "会宁县审计局"


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("所列数据截止日期为2025年12月31日。", 2025),
        ("所列数据截止时间:2025年12月31日。", 2025),
        ("申请截止日期为2025年11月30日。", None),
        ("及时完成2015年年度报告,2016年公开3条。", 2016),
    ],
)
def test_the_day_to_which_numbers_are_counted_tells_the_year(said: str, year: int | None) -> None:
    assert report_year(None, f"本报告由总体情况等部分组成。{said}")[0] == year


@pytest.mark.parametrize(
    ("printed", "agency"),
    [
        ("会宁县审计局机关", "会宁县审计局"),
        ("会宁县审计局", "会宁县审计局"),
        ("会宁县直属机关工作委员会", "会宁县直属机关工作委员会"),
    ],
)
def test_the_word_for_the_organ_itself_is_left_out_of_a_title(printed: str, agency: str) -> None:
    assert read(f"{printed}2022年政府信息公开工作年度报告\n一、总体情况\n公开3条。\n{FIGURES}").agency == agency


def test_a_name_alone_in_a_row_of_cells_is_the_line_of_who_reports() -> None:
    text = (
        "会宁县审计局 | |||||||\n|\n|||||||\n根据要求,我局开展自查。现报告如下:一、概况 2014年,我局公开3条。\n二、主动公开情况\n"
    )
    assert read(text).agency == "会宁县审计局"


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("结合会宁县商务局2022年政府信息公开工作实际,编制本报告。\n一、总体情况\n2022年,我局认真落实。", "会宁县商务局"),
        ("结合会宁县商务委员会2022年政府信息公开工作实际,编制本报告。\n一、总体情况\n2022年,我委认真落实。", "会宁县商务委员会"),
        ("结合会宁县人民政府办公室2022年政府信息公开工作实际,编制本报告。\n一、总体情况\n2022年,我局认真落实。", None),
        ("由我局编制。如有疑问,可与会宁县商务局办公室王建国联系。\n一、总体情况\n2022年,我局认真落实。", "会宁县商务局"),
        ("一、总体情况\n2022年,柴家门镇人民政府信息公开工作紧紧围绕中心。", "柴家门镇人民政府"),
        ("一、总体情况\n2022年年度会宁县商务局加强公开工作。", "会宁县商务局"),
        ("一、总体情况\n2022年,会宁经济开发区管理委员会坚持公开。由会宁经济开发区管委会办公室编制。", "会宁经济开发区管理委员会"),
    ],
)
def test_a_sentence_names_the_body_that_the_page_speaks_as(said: str, agency: str | None) -> None:
    assert read(f"根据《条例》和《定西市人民政府办公室关于做好年报的通知》要求,{said}\n{FIGURES}").agency == agency


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("会宁县对2022年政府信息公开进行梳理和汇总,形成本报告。\n一、概述\n2022年,我县认真落实。", "会宁县人民政府"),
        ("会宁县对2022年政府信息公开进行梳理和汇总,形成本报告。\n一、概述\n2022年,我局认真落实。", None),
        ("报告汇总了全县各部门的情况。\n一、概述\n我县下发了《会宁县人民政府办公室关于落实要点的通知》。", "会宁县人民政府"),
        ("报告汇总了全县各部门的情况。\n一、概述\n我市下发了《会宁县人民政府办公室关于落实要点的通知》。", None),
        ("报告汇总了本局的情况。\n一、概述\n我局落实了《会宁县人民政府办公室关于落实要点的通知》。", None),
    ],
)
def test_a_place_sums_up_its_year_and_issues_its_own_documents(said: str, agency: str | None) -> None:
    assert read(f"{said}\n{FIGURES}").agency == agency


def test_a_town_behind_the_words_that_begin_a_report_is_found() -> None:
    made = "本报告由柴家门镇人民政府办公室按照《条例》规定,结合我镇实际进行编制。"
    assert read(f"{made}\n一、总体情况\n公开3条。\n{FIGURES}").agency == "柴家门镇人民政府"


@pytest.mark.parametrize(
    ("url", "county"), [("http://www.dean.gov.cn/zw/a.html", "德安县"), ("http://www.example.com/a.html", None)]
)
def test_a_town_of_the_county_whose_site_carries_its_page_lies_there(url: str, county: str | None) -> None:
    text = "一、总体情况\n2014年,邹桥乡人民政府信息公开工作紧紧围绕中心。1月召开全乡会议。\n二、主动公开情况\n在江苏、浙江考察后公开3条。\n"
    found = read(text, url)
    assert (found.place.town, found.place.county) == ("邹桥乡", county)


@pytest.mark.parametrize(
    ("printed", "agency", "city"),
    [
        ("盘锦向海沿海经济技术开发区管理委员会", "盘锦向海沿海经济技术开发区管理委员会", "盘锦市"),
        ("宏远向海沿海经济技术开发区管理委员会", "向海沿海经济技术开发区管理委员会", None),
    ],
)
def test_a_zone_has_its_citys_name_where_the_page_prints_it(printed: str, agency: str, city: str | None) -> None:
    title = "向海沿海经济技术开发区管理委员会2021年度政府信息公开工作报告"
    found = read(f"{title}\n2021年,{printed}(以下简称“经开区”)公开3条。\n一、总体情况\n公开3条。\n{FIGURES}")
    assert (found.agency, found.place.city) == (agency, city)


CITY_DOES = "市政府进一步理顺了体制。各县(市)区、市政府各部门及各单位按照规定配齐了人员,全市形成格局。"


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("本报告涵盖各县、区政府和市政府各工作部门的政府信息公开工作情况。我市坚持公开。", "prefectural"),
        ("本报告涵盖各县(市、区)政府、市政府各部门的政府信息公开工作情况。本市坚持公开。", "prefectural"),
        ("本报告涵盖各区县政府、市政府各部门的政府信息公开工作情况。我市坚持公开。", None),  # perhaps a municipality's
        ("本报告涵盖各县、区政府和市政府各工作部门的政府信息公开工作情况。我局坚持公开。", None),
        ("本报告附各县、区政府和市政府各工作部门的联系方式。我市坚持公开。", None),
        ("我市坚持公开,对各县、区政府和市政府各部门的政府信息公开工作情况进行检查。", None),  # perhaps by an office of it
        ("我市坚持公开,督促各县、区政府和市政府各部门完善目录。", None),
        (CITY_DOES, "prefectural"),
        (CITY_DOES + "全县公开12条。", None),  # a county's, which tells of its city
        (CITY_DOES.replace("各县(市)区、", "各科室、"), None),
    ],
)
def test_a_citys_report_without_a_name_covers_its_counties_and_departments(said: str, level: str | None) -> None:
    found = read(f"一、总体情况\n{said}公开12条。\n{FIGURES}")
    assert (found.agency, found.level) == (None, level)
    assert (found.kind == "government", found.scope == "government_consolidated") == (level is not None, level is not None)


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("东阿县人民政府办公室关于印发东阿县2022年政府信息公开工作年度报告的通知", "东阿县人民政府"),
        ("东阿县人民政府办公室关于印发2022年度东阿县政府信息公开工作年度报告的通知", "东阿县人民政府"),
        ("东阿县人民政府办公室关于印发东阿县人民政府办公室2022年政府信息公开工作年度报告的通知", "东阿县人民政府办公室"),
    ],
)
def test_an_office_puts_out_the_report_of_the_place_that_its_title_names(title: str, agency: str) -> None:
    text = f"{title}\n东阿县人民政府办公室\n2023年3月20日\n一、总体情况\n2022年,主动公开信息12条。\n二、主动公开政府信息情况"
    assert read(text).agency == agency


@pytest.mark.parametrize(
    ("said", "address", "agency"),
    [
        ("", "http://www.huining.gov.cn/zwgk/a.html", "会宁县人民政府"),
        ("", "http://www.huining.gov.cn/jyj/a.html", None),
        ("", "http://jyj.huining.gov.cn/a.html", None),
        ("局机关成立了领导小组。", "http://www.huining.gov.cn/a.html", None),
        ("镇里设立了公开栏。", "http://www.huining.gov.cn/a.html", None),
    ],
)
def test_a_place_that_alone_acts_is_who_reports_where_no_body_of_it_may(said: str, address: str, agency: str | None) -> None:
    text = f"一、总体情况\n2021年,会宁县认真贯彻条例,推进公开。{said}\n公开12条。\n{FIGURES}"
    assert read(text, address).agency == agency


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("我区严格落实。绵阳市游仙区政务微信平台共发布87条。", "游仙区人民政府"),
        ("我区严格落实。通过游仙区人民政府网站公开87条。", "游仙区人民政府"),
        ("我区严格落实。管委会通过游仙区人民政府网站公开87条。", None),  # a zone's
        ("我区严格落实。我局通过游仙区政务微信公开87条。", None),
        ("我区严格落实。游仙区政务微信、涪城区政务微信共发布87条。", None),
        ("我县严格落实。游仙区政务微信平台共发布87条。", None),
    ],
)
def test_a_district_by_its_site_or_account(said: str, agency: str | None) -> None:
    found = read(f"2021年政府信息公开工作年度报告\n一、总体情况\n2021年,{said}\n")
    assert (found.agency, found.level) == (agency, "county" if agency else None)
