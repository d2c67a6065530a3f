"""Where do bodies sit whose zone's site, own account or zone's name tells it? Of which level are zones? Each rule with what it must leave alone."""

from __future__ import annotations

import pytest
from test_who_and_where import where
from test_who_reports import read

NOTE = "\n一、总体情况\n公开12条。\n二、主动公开政府信息情况\n"


@pytest.mark.parametrize(
    ("name", "year", "place", "level"),
    [
        ("屈原管理区财政局", 2022, "湖南省/岳阳市", "county"),
        ("平潭综合实验区财政局", 2022, "福建省", "prefectural"),
        ("洋浦经济开发区管理委员会", 2022, "海南省", "prefectural"),
        ("兰州新区秦川园区管理委员会", 2022, "甘肃省/兰州市", "county"),
        ("兰州新区财政局", 2022, "甘肃省/兰州市", "prefectural"),
        ("鄂州市生态环境局临空经济区分局", 2022, "湖北省/鄂州市", "county"),
        ("鄂州市生态环境局", 2022, "湖北省/鄂州市", "prefectural"),
        ("莱芜高新技术产业开发区管理委员会", 2018, "山东省/莱芜市", "prefectural"),
        ("莱芜高新技术产业开发区管理委员会", 2019, "山东省/济南市", "county"),
        ("中国(黑龙江)自由贸易试验区黑河片区管委会", 2022, "黑龙江省/黑河市", "prefectural"),
        ("中国(黑龙江)自由贸易试验区绥芬河片区管委会", 2022, "黑龙江省/牡丹江市/绥芬河市", "county"),
        ("中国(黑龙江)自由贸易试验区甲乙片区管委会", 2022, "", None),
    ],
)
def test_a_zone_and_its_level(name: str, year: int, place: str, level: str) -> None:
    found = read(f"{name}{year}年政府信息公开工作年度报告{NOTE}")
    assert (where(found), found.level) == (place, level)


@pytest.mark.parametrize(
    ("town", "host", "place", "zone"),
    [
        ("正阳街道办事处", "www.xixianxinqu.gov.cn", "陕西省/咸阳市/渭城区", "西咸新区"),
        ("正阳街道办事处", "www.example.com", "", None),
        ("正阳街道办事处", "xixianxinqu.example.com", "", None),
        ("咸阳市渭城区正阳街道办事处", "www.xixianxinqu.gov.cn", "陕西省/咸阳市/渭城区", None),
    ],
)
def test_a_street_on_its_zones_host(town: str, host: str, place: str, zone: str | None) -> None:
    found = read(f"{town}2022年政府信息公开工作年度报告{NOTE}", f"http://{host}/a.html")
    assert (where(found), found.place.zone) == (place, zone)


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("郑州高新技术产业开发区双桥办事处", "双桥街道"),
        ("铜陵市铜官区东郊办事处", "东郊街道"),
        ("铜陵市铜官区甲乙办事处", None),
        ("深圳市铜官办事处", None),
    ],
)
def test_a_street_whose_office_is_called_without_the_word(name: str, town: str | None) -> None:
    assert read(f"{name}2022年政府信息公开工作年度报告{NOTE}").place.town == town


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("通过安徽省投资平台公示。市发展和改革委发布12条,“明光发改”微信公众号发布20条。", "安徽省/滁州市/明光市"),
        ("市发展和改革委发布12条,“明光发改”微信公众号发布20条。", ""),  # nothing but the account
        ("通过安徽省、湖北省投资平台公示。市发展和改革委发布12条,“明光发改”微信公众号发布20条。", ""),
        ("通过安徽省投资平台公示。市发展和改革委发布12条,向“滁州发改”微信公众号报送20条。", ""),
        ("通过安徽省投资平台公示。市发展和改革委发布12条,订阅“明光发改”微信公众号。", ""),
        ("通过安徽省、合肥市投资平台公示。市发展和改革委发布12条,“明光发改”微信公众号发布20条。", ""),
        ("通过安徽省投资平台公示。市发展和改革委发布12条,“明光教育”微信公众号发布20条。", ""),
    ],
)
def test_an_account_and_the_province(said: str, place: str) -> None:
    said = said.replace("改革委", "改革局")
    assert where(read(f"一、总体情况\n2023年,市发展和改革局认真公开。\n{said}\n二、主动公开政府信息情况\n")) == place


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("根据《东莞市政府信息公开规定》,利用东莞市农业信息网公开。", "广东省/东莞市"),
        ("利用东莞市农业信息网公开。", ""),  # once
        ("根据《东莞市政府信息公开规定》,利用东莞市教育信息网公开。", ""),
        ("根据《滁州市政府信息公开规定》,利用滁州市农业信息网公开。", ""),  # 天长市 lies in it
        ("根据《东莞市政府信息公开规定》,利用东莞市农业信息网公开,赴滁州市交流。", ""),
    ],
)
def test_a_bureaus_own_site(said: str, place: str) -> None:
    assert where(read(f"一、概述\n2011年,市农业局认真落实条例。{said}\n二、主动公开政府信息情况\n")) == place


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://m.example.com/mayang/c120618/202601/a.shtml", "湖南省/怀化市/麻阳苗族自治县"),
        ("https://m.example.com/huaihua/c120618/202601/a.shtml", "湖南省/怀化市/麻阳苗族自治县"),
        ("https://m.example.com/yingcheng/c120618/202601/a.shtml", ""),
    ],
)
def test_a_town_where_its_copys_path_tells(url: str, place: str) -> None:
    said = "现公布文昌阁乡2025年度政府信息公开年度报告。在应城市人民政府门户网站公开12条。"
    assert where(read(f"{said}{NOTE}", url)) == place


@pytest.mark.parametrize(
    ("number", "level"),
    [("11340500099033995K", "prefectural"), ("11340504099033995K", None), ("003340500099033995", None)],
)
def test_a_bureau_by_the_number_that_it_is_registered_with(number: str, level: str | None) -> None:
    said = f"索引号:{number}/2024-121134\n特向社会公布2023年度我局政府信息公开年度报告。"
    found = read(f"{said}{NOTE}", "http://www.mas.gov.cn/a.html")
    assert found.level == level or found.place.county is not None


def test_a_zone_that_may_be_called_after_a_lake() -> None:
    said = "南湖新区退役军人事务局2022年政府信息公开工作年度报告"
    assert where(read(f"{said}{NOTE}")) == ""
    assert where(read(f"{said}\n嘉兴市公开12条。{NOTE}")).startswith("浙江省/嘉兴市")
    assert where(read(f"九江经济技术开发区管理委员会2022年政府信息公开工作年度报告{NOTE}")) == "江西省/九江市"


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://m.example.com/mayang/c120618/202601/a.shtml", ""),
        ("https://m.example.com/xiaogan/c120618/202601/a.shtml", "湖北省/孝感市"),
        ("https://m.example.com/news/a.shtml", "湖北省/孝感市/应城市"),
    ],
)
def test_a_site_that_is_named_against_the_path_of_the_copy(url: str, place: str) -> None:
    said = "2025年,我乡信息在应城市人民政府门户网站公开12条,我乡未收到申请。"
    assert where(read(f"一、总体情况\n{said}{NOTE}", url)) == place


@pytest.mark.parametrize(
    ("printed", "agency", "kind"),
    [
        ("经开区(头屯河区)政府2021年信息公开工作年度报告", "经开区(头屯河区)人民政府", "government"),
        ("经开区(头屯河区)2021年政府信息公开工作年度报告", "经开区(头屯河区)管理委员会", "administrative_committee"),
        ("经开区(西街)政府2021年信息公开工作年度报告", "经开区(西街)管理委员会", "administrative_committee"),  # no district
    ],
)
def test_a_zone_that_is_one_with_a_district_has_a_government_where_that_is_printed(printed: str, agency: str, kind: str) -> None:
    found = read(f"{printed}\n根据乌鲁木齐市人民政府通知要求,2021年,我区认真落实。\n一、总体情况\n")
    assert (found.agency, found.kind) == (agency, kind)
