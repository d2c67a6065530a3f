"""Is an agency named as its page prints it in full, and one that only its host or its year names? Each rule with what it must leave alone."""

from __future__ import annotations

import pytest
from test_who_reports import read as read_page

from gongkai.indexer.agencies.metadata import Metadata

BELOW = "\n二、主动公开政府信息情况\n"


def read(text: str, url: str | None = None) -> Metadata:
    return read_page(text + BELOW, url)


@pytest.mark.parametrize(
    ("printed", "agency"),
    [
        ("电子版可在嘉兴市人民政府国有资产监督管理委员会网站下载。", "嘉兴市人民政府国有资产监督管理委员会"),
        ("电子版可在嘉兴市国有资产监督管理委员会网站下载。", "嘉兴市国有资产监督管理委员会"),
        ("按照浙江省人民政府国有资产监督管理委员会要求编制。", "嘉兴市国资委"),
    ],
)
def test_a_commission_for_what_the_state_owns(printed: str, agency: str) -> None:
    text = f"现将嘉兴市国资委2012年政府信息公开工作年度报告公布。{printed}\n一、概况\n2012年,我委公开信息12条。"
    assert read(text).agency == agency


@pytest.mark.parametrize(
    ("cover", "agency"),
    [
        ("蓝 山 县 人 民 政 府", "蓝山县人民政府"),
        ("永州市蓝山县人民政府", "永州市蓝山县人民政府"),
        ("蓝山县", "永州市蓝山县人民政府"),
    ],
)
def test_what_a_county_behind_its_city_compiles_is_called_as_it_signs(cover: str, agency: str) -> None:
    found = read(f"{cover}\n2011年3月10日\n由永州市蓝山县编制本报告。\n一、概述\n2010年,我县公开信息12条。")
    assert (found.agency, found.place.county) == (agency, "蓝山县")


@pytest.mark.parametrize(
    ("printed", "agency"),
    [
        ("市市场监督管理局", "市市场监督管理局"),
        ("县市场监督管理局", "市市场监管局"),
        ("市城市管理监督局", "市市场监管局"),
    ],
)
def test_a_bureau_that_is_printed_by_its_level_alone(printed: str, agency: str) -> None:
    text = (
        f"根据条例,结合{printed}政府信息公开年度工作情况和有关统计数据编制本报告。\n一、总体情况\n2020年,市市场监管局坚持公开。"
    )
    found = read(text, "http://www.djk.gov.cn/a.html")
    assert (found.agency, found.place.county) == (agency, "丹江口市")


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("熊口管理区在市委、市政府的领导下,推进公开工作", "熊口管理区管理委员会"),
        ("熊口管理区在市委、市政府的领导下,推进公开工作,全市公开12条", None),
    ],
)
def test_an_administered_zone_on_its_countys_site(said: str, agency: str | None) -> None:
    found = read(f"根据条例编制本报告。\n一、总体情况\n2021年,{said}。", "http://www.hbqj.gov.cn/a.html")
    assert (found.agency, found.place.county) == (agency, "潜江市")


WORK = "我局推进法律援助、人民调解和社区矫正工作"


def test_the_longest_name_is_found_in_traditional_script_as_well() -> None:
    text = "本年度报告由裕安区卫生局编制。\n一、概述\n六安市裕安区卫生局内设机构:办公室。统计期限自2021年1月1日至2021年12月31日。"
    traditional = text.translate(str.maketrans("区卫编设机构办统计", "區衛編設機構辦統計"))
    assert {read(text).agency, read(traditional).agency} == {"六安市裕安区卫生局"}


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("2023年,高新区认真落实条例。六安高新区按照市委要求公开12条。", "六安高新区管理委员会"),
        ("2023年,高新区认真落实条例。制定《六安高新区信息公开制度》。", "六安高新区管理委员会"),
        ("2023年,高新区认真落实条例。赴六安高新区学习。", "高新区管理委员会"),
        ("2023年,高新区认真落实条例。借鉴《六安高新区信息公开制度》。", "高新区管理委员会"),
        ("2023年,高新区认真落实条例。参考六安高新区门户网站。", "高新区管理委员会"),
        ("2023年,高新区认真落实条例。六安高新区按照要求公开。马鞍山高新区按照要求公开。", "高新区管理委员会"),
        ("2023年,高新区认真落实条例。六安高新区按照要求公开,我市排名第一。", None),  # a city that tells of its zone
        ("2023年,高新区认真落实条例。六安高新区按照要求公开,我局公开12条。", None),  # a bureau of the zone
        ("六安高新区按照市委要求公开12条。", None),
        ("2023年,高新区收到申请12件,六安高新区按照要求公开。", None),
    ],
)
def test_a_zone_whose_year_is_told_is_named_by_its_sentences_rules_and_site(said: str, agency: str | None) -> None:
    assert read(f"统计期限为2023年1月1日至12月31日。\n一、总体情况\n{said}").agency == agency


@pytest.mark.parametrize(
    ("said", "city"),
    [
        ("赴六安高新区学习。", None),
        ("借鉴《六安高新区信息公开制度》。", None),
        ("赴六安高新区学习,六安高新区公开12条。", "六安市"),
        ("六安市高新区公开12条。", "六安市"),
    ],
)
def test_a_zone_that_is_only_told_of_as_another_places_none(said: str, city: str | None) -> None:
    assert read(f"统计期限为2023年1月1日至12月31日。\n一、总体情况\n2023年,高新区认真落实条例。{said}").place.city == city


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("市林业局党组高度重视政务公开工作。", "市林业局"),
        ("县林业局党组始终高度重视信息公开工作。", "县林业局"),
        ("在市委、市政府领导下,三明市林业局党组高度重视政务公开工作。", "三明市林业局"),
        ("市林业局党组高度重视政务公开工作,县委、县政府多次部署。", None),  # the bureau above
        ("市公安局党委高度重视政务公开工作,各分局落实。", None),
        ("市林业局党组高度重视队伍建设。", None),
        ("市委和市林业局党组高度重视政务公开工作。", None),
    ],
)
def test_the_bureau_whose_party_committee_heeds_publicity_is_its_own(said: str, agency: str | None) -> None:
    assert read(f"统计期限为2023年1月1日至12月31日。\n一、总体情况\n2023年,我局公开12条。{said}").agency == agency


@pytest.mark.parametrize(
    ("title", "agency", "zone"),
    [
        ("海棠新城开发区管理委员会", "六安市海棠新城开发区管理委员会", "海棠新城开发区"),
        ("海棠新城管理委员会", "六安市海棠新城管理委员会", "海棠新城"),
        ("东部新城经济开发区管委会", "六安市东部新城经济开发区管理委员会", "东部新城经济开发区"),
    ],
)
def test_a_zone_in_a_new_town_is_called_by_all_its_words(title: str, agency: str, zone: str) -> None:
    found = read(f"六安市{title}2021年政府信息公开工作年度报告\n一、总体情况\n2021年,公开12条。")
    assert (found.agency, found.place.zone) == (agency, zone)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("本报告是由裕安区人民政府、六安开发区管委会编制的。", "government"),
        ("本报告根据条例编制。", "administrative_committee"),  # of the site of a government
    ],
)
def test_a_title_names_two_bodies_where_the_text_does(said: str, kind: str) -> None:
    title = "裕安区人民政府六安开发区管委会2021年政府信息公开工作年度报告"
    assert read(f"{title}\n{said}\n一、总体情况\n2021年,我区公开12条。").kind == kind
