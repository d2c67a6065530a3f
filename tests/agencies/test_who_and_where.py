"""Who reports, and where, on pages that say it by the way? Each rule with what it must leave alone."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from test_who_reports import read

from gongkai.indexer.agencies.metadata import Metadata
from gongkai.indexer.dates.publication import published_on
from gongkai.mappings.agencies import agency_id


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


TOLD = "2012年政府信息公开工作年度报告\n电子版可在大田县人民政府网站下载。\n一、概述\n{}公开12条。\n二、公开情况\n"


@pytest.mark.parametrize(
    ("told", "agency"),
    [
        ("2012年,赵县在省、市主管部门的指导下,推进全县公开工作,", "赵县人民政府"),
        ("2012年,城区在省、市主管部门的指导下,推进全区公开工作,", None),  # of many cities
        ("2012年全县政府信息公开工作稳步推进,", "大田县人民政府"),
        ("2012年全县政府信息公开工作会召开,认真落实,", None),
        ("落实2012年全县政府信息公开工作要点,", None),
        ("2012年全县政府信息公开工作稳步推进,我局", None),
    ],
)
def test_a_county_whose_work_is_told_of_reports(told: str, agency: str | None) -> None:
    text = TOLD.format(told)
    assert read(text.replace("大田", "赵") if "赵" in told else text).agency == agency


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("我县结合实际,分解任务。", "大田县人民政府"),
        ("我办结合实际,分解任务。", "大田县人民政府办公室"),
        ("县政府办公室认真落实。我县结合实际,分解任务。", "大田县人民政府办公室"),
    ],
)
def test_an_office_that_drew_up_the_report_of_its_county(said: str, agency: str) -> None:
    compiled = "根据《条例》要求,大田县人民政府办公室编制了2017年政府信息公开工作报告。"
    assert read(f"{compiled}\n一、概述\n(一)加强部署。{said}\n二、公开情况\n公开12条。").agency == agency


@pytest.mark.parametrize(
    ("told", "agency"),
    [
        ("我局在市委、市政府领导下公开。内容可通过“三明市水利局”网站(http://slj.sm.gov.cn/)查询。", "三明市水利局"),
        ("我局在市委、市政府领导下公开。内容可通过“三明市水利局”网站查询。", None),
        ("我局在区委、区政府领导下公开。内容可通过“三明市水利局”网站(www.smslj.cn)查询。", None),  # the bureau above it
        ("我局在市委、市政府领导下公开永安市水利信息。内容可通过“三明市水利局”网站(www.smslj.cn)查询。", None),
        ("我委在市委、市政府领导下公开。内容可通过“三明市水利局”网站(www.smslj.cn)查询。", None),
        ("我局在市委、市政府领导下,在三明市水利局网站(www.smslj.cn)和在三明市教育局网站公开。", None),
        ("我局成立了以局长为组长的大田县粮食局政府信息公开领导小组。", "大田县粮食局"),
        ("我局成立了大田县人民政府信息公开领导小组。", None),
        ("我局参加大田县粮食局政府信息公开领导小组。", None),
        ("我镇成立了桃源镇政务公开工作领导小组。", "桃源镇人民政府"),
        ("我镇在政府网站上开辟的桃源镇微信公众号公开。", "桃源镇人民政府"),
        ("我镇转发太华镇微信公众号和桃源镇微信公众号。", None),
        ("我局转发桃源镇微信公众号。", None),
    ],
)
def test_a_body_is_named_by_its_site_its_group_and_its_account(told: str, agency: str | None) -> None:
    assert read(f"一、概述\n2014年,{told}\n二、主动公开政府信息情况\n公开12条。").agency == agency


def test_the_site_of_the_bureau_above_names_no_bureau_on_a_countys_host() -> None:
    text = "一、概述\n2014年,我局在市委、市政府领导下公开。内容可通过“三明市水利局”网站查询。"
    assert read(text, "http://slj.sm.gov.cn/1.html").agency == "三明市水利局"
    assert read(text, "http://www.ya.gov.cn/1.html").agency is None


@pytest.mark.parametrize(
    ("told", "agency"),
    [
        ("依据《条例》,对2024年大田县商务局政府信息公开工作情况报告如下:", "大田县商务局"),
        ("依据《条例》,就大田县商务局2024年度政府信息公开工作有关情况,作如下汇报:", "大田县商务局"),
        ("依据《条例》,对2024年全县各部门政府信息公开工作情况报告如下:", None),
        ("依据《条例》,对2024年大田县商务局政府信息公开工作情况进行督查。", None),
    ],
)
def test_whose_work_is_reported_as_follows(told: str, agency: str | None) -> None:
    assert read(f"{told}\n一、总体情况\n2024年,公开12条。").agency == agency


@pytest.mark.parametrize(("own", "end"), [("我委", ""), ("我办", "办公室")])
def test_the_office_of_a_committee_compiles_for_it(own: str, end: str) -> None:
    compiled = "根据条例,三明经济开发区管理委员会办公室组织编制完成本报告。"
    text = f"{compiled}\n一、概述\n2011年,{own}落实条例,公开12条。"
    assert read(text).agency == f"三明经济开发区管理委员会{end}"
    title = "三明经济开发区管理委员会办公室2011年政府信息公开工作年度报告\n"
    assert read(title + text).agency == "三明经济开发区管理委员会办公室"


@pytest.mark.parametrize(("own", "agency"), [("我街道", "列东街道办事处"), ("我局", None), ("全区", None)])
def test_a_street_that_publishes_by_a_site(own: str, agency: str | None) -> None:
    told = f"按照相关规定,列东街道办事处利用区政府官方网站公开信息。\n{own}2024年落实12条。"
    assert read(f"一、总体情况\n{told}", "http://www.smsy.gov.cn/1.html").agency == agency


@pytest.mark.parametrize(
    ("own", "agency", "level", "scope"),
    [
        ("我乡落实。双溪乡", "双溪乡人民政府", "township", "agency"),
        ("我乡落实。双溪镇", "双溪人民政府", None, None),
        ("我县落实。双溪乡", "双溪人民政府", None, None),
    ],
)
def test_a_town_that_lost_the_word_for_it(own: str, agency: str, level: str | None, scope: str | None) -> None:
    text = f"双溪人民政府2023年政府信息公开工作年度报告\n一、总体情况\n2023年,{own}公开12条。"
    found = read(text, "http://www.shangyou.gov.cn/1.html")
    assert (found.agency, found.level, found.scope) == (agency, level, scope)
    county = read(text.replace("双溪人民政府", "上犹人民政府"), "http://www.shangyou.gov.cn/1.html")
    assert (county.level, county.scope) == ("county", "government_consolidated")


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("2007年政府信息公开年报 ( 2008-04-30 )\n", "2008-04-30"),
        ("2006年政府信息公开年报(2007-03-30)\n2007年政府信息公开年报\n", "2008-01-09"),  # another report
        ("2007年政府信息公开年报(2007-12-31)\n", "2008-01-09"),  # the end of the year
        ("2007年政府信息公开年报(2012-04-30)\n", "2008-01-09"),
        ("2007年政府信息公开年报 2008-04-30\n2007年政府信息公开年报\n", "2008-04-30"),  # the site's line above the title
        ("2007年政府信息公开年报 2008-04-30\n2006年政府信息公开年报 2007-04-30\n", "2008-01-09"),  # a list of others
        ("2006年政府信息公开年报 2008-04-30\n2006年政府信息公开年报\n", "2008-01-09"),
        ("2007甲局政府信息公开年报 2008-04-30\n2007年甲局政府信息公开年报\n", "2008-04-30"),  # without its 年
        ("2007甲局政府信息公开年报 2008-04-30\n2007年乙局政府信息公开年报\n", "2008-01-09"),
    ],
)
def test_the_day_behind_the_title_is_that_of_publication(lines: str, day: str) -> None:
    assert published_on({}, lines, "\n某局\n2008年1月9日", 2007)[0] == day


ZONE = "{}管理委员会2022年政府信息公开工作年度报告\n一、总体情况\n2022年,开发区{}公开12条。\n"


@pytest.mark.parametrize(
    ("zone", "said", "url", "place", "level"),
    [
        ("苏州吴中经济技术开发区", "在区委、区政府领导下", None, "江苏省/苏州市/吴中区", "county"),
        ("苏州吴中经济技术开发区", "认真", "http://www.szwz.gov.cn/1.html", "江苏省/苏州市/吴中区", "county"),
        ("苏州吴中经济技术开发区", "认真", "http://www.suzhou.gov.cn/1.html", "江苏省/苏州市", None),
        ("苏州吴中经济技术开发区", "认真", None, "江苏省/苏州市", None),
        ("苏州高新技术产业开发区", "认真", None, "江苏省/苏州市", "prefectural"),
        ("杭州西湖风景名胜区", "认真", None, "浙江省/杭州市", "prefectural"),  # the lake
        ("武昌经济开发区", "认真", "http://www.wuchang.gov.cn/1.html", "湖北省/武汉市/武昌区", "county"),  # 五常 as well
        ("武昌经济开发区", "认真", "http://www.wuhan.gov.cn/1.html", "湖北省/武汉市", "county"),
    ],
)
def test_a_zone_called_after_a_city_and_its_district(zone: str, said: str, url: str | None, place: str, level: str) -> None:
    found = read(ZONE.format(zone, said), url)
    assert (where(found), found.level) == (place, level)


@pytest.mark.parametrize(
    ("year", "site", "place"),
    [
        (2018, "江干区", "浙江省/杭州市/江干区"),
        (2018, "上城区", "浙江省/杭州市/上城区"),
        (2018, "市", "浙江省/杭州市"),  # in one of the two
        (2022, "江干区", "浙江省/杭州市/上城区"),  # which was no more
    ],
)
def test_a_town_lay_in_a_county_that_is_no_more(year: int, site: str, place: str) -> None:
    told = f"一、总体情况\n{year}年,街道在{site}政府信息公开网上公开12条。\n"
    found = read(f"丁兰街道{year}年政府信息公开工作年度报告\n{told}", "http://www.hzsc.gov.cn/1.html")
    assert where(found) == place


@pytest.mark.parametrize(
    ("leaders", "place"),
    [
        ("市委、市政府", "黑龙江省/佳木斯市/抚远市"),
        ("县委、县政府", "黑龙江省/齐齐哈尔市/富裕县"),
        ("市委、县政府", ""),
        ("上级", ""),
    ],
)
def test_leaders_tell_places_of_one_domain_apart(leaders: str, place: str) -> None:
    text = f"教育局2021年政府信息公开工作年度报告\n一、总体情况\n2021年,我局落实{leaders}部署,公开12条。"
    assert where(read(text, "http://hljfy.gov.cn/1.html")) == place


@pytest.mark.parametrize(
    ("url", "place", "level"),
    [
        ("http://www.hengshan.gov.cn/1.html", "湖南省/衡阳市/衡山县", "county"),
        ("http://www.hunan.gov.cn/1.html", "湖南省", "provincial"),
        (None, "湖南省", None),
    ],
)
def test_a_body_called_after_a_county_behind_its_province(url: str | None, place: str, level: str | None) -> None:
    text = "湖南衡山紫盖峰森林公园管理处2020年政府信息公开年度报告\n一、总体情况\n公开12条。"
    found = read(text, url)
    assert (where(found), found.level) == (place, level)


def test_a_government_before_a_name_is_its_site() -> None:
    said = "2020年政府信息公开年度报告\n一、总体情况\n公开12条。"
    found = read(f"大田县人民政府-福建大仙峰风景名胜区管理处{said}")
    assert (found.agency, where(found)) == ("福建大仙峰风景名胜区管理处", "福建省/三明市/大田县")
    assert read(f"大田县人民政府-大田县教育局{said}").agency == "大田县教育局"


def test_the_party_and_government_office_of_a_zone_is_an_agency() -> None:
    said = "2020年政府信息公开年度报告\n一、总体情况\n公开12条。"
    assert read(f"三明经济技术开发区党政办公室{said}").agency == "三明经济技术开发区党政办公室"
    assert read(f"大田县桃源镇党政办公室{said}").agency == "大田县桃源镇人民政府"


REPORT = "2021年政府信息公开工作年度报告\n一、总体情况\n2021年,我局认真落实,公开12条。{}\n"


@pytest.mark.parametrize(
    ("lines", "told", "agency"),
    [
        ("大田县\n审计局", "", "大田县审计局"),
        ("三明市\n永安市\n大田县\n审计局", "", "审计局"),  # a list of places
        ("大田县概况\n审计局", "", "审计局"),
        ("大田县概况\n审计局", "大田县审计局印发要点。", "大田县审计局"),
        ("三明市大田县卫生健\n康局", "", "三明市大田县卫生健康局"),
        ("三明市大田县市场监督管\n理局", "", "三明市大田县市场监督管理局"),
        ("三明市大田县人力资源\n和社会保障局", "", "三明市大田县人力资源和社会保障局"),
        ("三明市大田县不动产登\n记管理局", "不动产登记管理局坚持公开。", "三明市大田县不动产登记管理局"),
        ("县局", "如有疑问,请与大田县审计局办公室联系。", "大田县审计局"),
    ],
)
def test_a_name_that_a_line_break_cut_in_two(lines: str, told: str, agency: str) -> None:
    assert read(lines + REPORT.format(told)).agency == agency


@pytest.mark.parametrize(
    ("title", "agency", "level", "kind"),
    [
        ("新疆生产建设兵团第八师石河子市教育局", "新疆生产建设兵团第八师石河子市教育局", "county", "department"),
        ("国家税务总局三明市税务局第一稽查局", "国家税务总局三明市税务局第一稽查局", "prefectural", "department"),
        ("三明市水利局三明市水利局", "三明市水利局", "prefectural", "department"),  # said twice
        ("大兴安岭地区加格达奇区教育局", "大兴安岭地区加格达奇区教育局", None, "department"),  # no county of a table
        ("三明市库区移民开发局", "三明市库区移民开发局", "prefectural", "department"),
        ("北京市天安门地区管理委员会", "北京市天安门地区管理委员会", "provincial", "administrative_committee"),
    ],
)
def test_names_behind_those_of_bodies_above(title: str, agency: str, level: str | None, kind: str) -> None:
    found = read(title + REPORT.format(""))
    assert (found.agency, found.level, found.kind) == (agency, level, kind)


@pytest.mark.parametrize(
    ("zone", "url", "place", "level"),
    [
        ("泰山风景名胜区", "http://www.taian.gov.cn/1.html", "山东省/泰安市", "prefectural"),
        ("泰山经济开发区", "http://www.taian.gov.cn/1.html", "山东省/泰安市", "county"),
        ("济源产城融合示范区", None, "河南省/济源市", "county"),
        ("五大连池农场", None, "黑龙江省/黑河市", None),
    ],
)
def test_a_zone_called_after_a_county_is_not_always_a_countys(zone: str, url: str | None, place: str, level: str) -> None:
    found = read(zone + REPORT.format(""), url)
    assert (where(found), found.level) == (place, level)


def test_the_corps_has_a_host_of_its_own() -> None:
    text = "兵团交通运输局" + REPORT.format("")
    assert where(read(text, "http://jtj.xjbt.gov.cn/1.html")) == "新疆维吾尔自治区"
    assert where(read(text.replace("兵团", ""), "http://www.xjkl.gov.cn/1.html")) != "新疆维吾尔自治区"


@pytest.mark.parametrize(
    ("contact", "agency"),
    [
        ("大田经济开发区管委会办公室", "大田经济开发区管理委员会"),
        ("三明高新技术产业开发区管委会办公室", "经开区管理委员会"),  # another zone
        ("大田县教育局办公室", "经开区管理委员会"),
    ],
)
def test_a_zone_is_called_in_full_where_it_is_reached(contact: str, agency: str) -> None:
    text = f"经开区管委会2021年政府信息公开工作年度报告\n如有疑问,请与{contact}联系。\n一、总体情况\n公开12条。"
    assert read(text).agency == agency


@pytest.mark.parametrize(("own", "agency"), [("我县", "大田县人民政府"), ("我办", "大田县人民政府办公室"), ("我局", None)])
def test_the_office_on_the_source_line_puts_out_what_the_county_did(own: str, agency: str | None) -> None:
    source = "2021年政府信息公开工作年度报告\n来源:大田县人民政府办公室 发布时间:2022-01-15\n"
    found = read(f"{source}一、总体情况\n2021年,{own}认真落实条例,公开12条。\n").agency
    assert found == agency


@pytest.mark.parametrize(
    ("agency", "place", "level"),
    [
        ("雄安新区容城县教育局", "河北省/保定市/容城县", "county"),
        ("雄安新区公共服务局", "河北省", "prefectural"),
        ("满洲里市扎赉诺尔区教育局", "内蒙古自治区/呼伦贝尔市/扎赉诺尔区", "county"),
        ("满洲里市东山街道办事处", "内蒙古自治区/呼伦贝尔市/满洲里市", "township"),
        ("农八师石河子市教育局", "新疆维吾尔自治区/石河子市", "county"),
        ("共青团大田县委员会", "福建省/三明市/大田县", "county"),
        ("国网大田县供电公司", "福建省/三明市/大田县", "county"),
    ],
)
def test_names_of_bodies_in_places_that_others_run(agency: str, place: str, level: str) -> None:
    found = read(agency + REPORT.format(""))
    assert (found.agency, where(found), found.level) == (agency, place, level)


def test_a_notice_on_the_years_work_is_of_ones_own_county() -> None:
    notice = "一、总体情况\n2021年,我局按照《{}关于印发2021年政务公开工作要点的通知》,公开12条。"
    assert where(read(notice.format("大田县人民政府办公室"))) == "福建省/三明市/大田县"
    assert where(read(notice.format("三明市人民政府办公室"))) == ""  # counties follow it as well
    assert where(read(notice.replace("政务公开工作", "招商引资工作").format("大田县人民政府办公室"))) == ""


@pytest.mark.parametrize(
    ("before", "agency"),
    [("为保障公众知情权,", "大田县审计局"), ("同时,", None), ("按照为民要求和分工,", None)],
)
def test_a_subject_behind_its_aim_opens_a_sentence(before: str, agency: str | None) -> None:
    assert read(f"{before}大田县审计局始终把公开放在首位。\n一、总体情况\n2021年,公开12条。").agency == agency


@pytest.mark.parametrize(
    ("host", "place"),
    [
        ("www.xm.gov.cn", "福建省/厦门市"),
        ("zjw.ordos.gov.cn", "内蒙古自治区/鄂尔多斯市"),
        ("jyj.abazhou.gov.cn", "四川省/阿坝藏族羌族自治州"),
        ("jyj.lsz.gov.cn", "四川省/凉山彝族自治州"),
        ("jyj.zzz.gov.cn", ""),
        ("jyj.wh.gov.cn", "湖北省/武汉市"),
    ],
)
def test_hosts_that_are_spelled_otherwise(host: str, place: str) -> None:
    text = "教育局2021年政府信息公开工作年度报告\n一、总体情况\n2021年,我局公开12条。"
    assert where(read(text, f"http://{host}/1.html")) == place


@pytest.mark.parametrize(
    ("told", "agency"),
    [
        ("我局成立了大田县粮食局政务公开和政府信息公开工作领导小组。", "大田县粮食局"),
        ("我局制定了大田县粮食局政府信息公开保密审查制度。", "大田县粮食局"),
        ("我局执行了大田县粮食局政府信息公开保密审查制度。", None),
        ("我局制定了大田县政府信息公开保密审查制度。", None),
    ],
)
def test_a_body_is_named_by_what_it_founds_and_rules(told: str, agency: str | None) -> None:
    assert read(f"一、概述\n2014年,{told}\n二、主动公开政府信息情况\n公开12条。").agency == agency


OF_COUNTY = "大田县2021年政府信息公开工作年度报告\n{}\n一、总体情况\n2021年,{}公开12条。\n二、主动公开政府信息情况\n{}"


@pytest.mark.parametrize(
    ("line", "own", "end", "agency"),
    [
        ("", "我局", "大田县审计局\n2022年1月9日", "大田县审计局"),
        ("发布机构:大田县审计局 发布日期:2022-01-09", "我局", "", "大田县审计局"),
        ("", "我局", "", None),
        ("", "我局", "三明市审计局\n2022年1月9日", None),  # of another place
        ("发布机构:大田县审计局", "我局", "大田县教育局\n2022年1月9日", None),  # two bureaus
        ("", "我县认真落实,", "大田县审计局\n2022年1月9日", "大田县人民政府"),
        ("", "我局督促全县各部门", "大田县数据局\n2022年1月9日", "大田县人民政府"),
        ("", "", "", "大田县人民政府"),
    ],
)
def test_a_bureau_reports_under_the_title_of_its_county(line: str, own: str, end: str, agency: str | None) -> None:
    assert read(OF_COUNTY.format(line, own, end)).agency == agency


@pytest.mark.parametrize(
    ("source", "own", "agency"),
    [
        ("大田县融媒体中心", "我局", None),
        ("大田县融媒体中心", "我中心", "大田县融媒体中心"),
        ("大田县审计局", "我局", "大田县审计局"),
    ],
)
def test_the_press_on_a_source_line_is_no_bureau(source: str, own: str, agency: str | None) -> None:
    text = f"2021年政府信息公开工作年度报告\n来源:{source} 2022-01-09\n一、总体情况\n2021年,{own}认真落实,公开12条。"
    assert read(text).agency == agency


def test_names_above_a_title_are_the_sites_where_a_bureau_speaks() -> None:
    text = (
        "福建省人民政府门户网站 三明市人民政府 大田县人民政府\n2021年政府信息公开工作年度报告\n一、总体情况\n2021年,{}公开12条。"
    )
    assert read(text.format("我局")).agency is None
    assert read(text.format("全县")).agency == "大田县人民政府"


def test_a_name_in_brackets_below_a_title() -> None:
    text = "2021年度政府信息公开工作年度报告\n(大田县审计局)\n一、总体情况\n2021年,我局公开12条。"
    assert read(text).agency == "大田县审计局"


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("大田县教育局关于报送2010年度政府信息公开工作年度报告的函", "大田县教育局"),
        ("三明市教育局关于报送2010年度政府信息公开工作年度报告的通知", None),  # asks others for theirs
        ("大田县教育局关于报送2010年度政府信息公开工作年度报告格式的函", None),
        ("按照通知要求,大田县教育局对2010年政府信息公开工作进行了总结。", "大田县教育局"),
        ("按照通知要求,大田县教育局对2010年校园安全工作进行了总结。", None),
    ],
)
def test_a_letter_that_sends_a_report_and_who_sums_up(line: str, agency: str | None) -> None:
    assert read(f"{line}\n一、概述\n2010年,公开12条。\n二、公开情况\n").agency == agency


def test_a_title_that_says_government_is_believed_unless_a_bureau_signs() -> None:
    text = "大田县人民政府2021年政府信息公开工作年度报告\n一、总体情况\n2021年,我局公开12条。\n{}"
    assert read(text.format("")).agency == "大田县人民政府"
    assert read(text.format("大田县审计局\n2022年1月9日")).agency == "大田县审计局"


REACHED = "请与我局联系(地址:{})。"


@pytest.mark.parametrize(
    ("title", "text", "agency"),
    [
        (
            "大田县人民政府",
            "本报告由大田县政务服务局编制。县政府坚持公开。" + REACHED.format("大田县政务服务局"),
            "大田县人民政府",
        ),
        ("大田县人民政府", "本报告由大田县数据局编制。公开12条。" + REACHED.format("大田县数据局"), "大田县人民政府"),
        ("大田县人民政府", "本报告由大田县司法局编制。公开12条。" + REACHED.format("大田县司法局"), "大田县人民政府"),
        ("大田县", "2021年,县政府认真落实。" + REACHED.format("大田县数据局"), "大田县人民政府"),
        ("大田县", "2021年,县政府高度重视。" + REACHED.format("大田县数据局"), None),
        ("大田县", "2021年,县委、县政府全面推进,我局落实。\n大田县审计局\n2022年1月9日", "大田县审计局"),
        ("大田县", "2021年,公开12条。请与我局联系。\n大田县审计局\n2022年1月9日", "大田县审计局"),
        ("大田县人民政府", "2021年,公开12条。请与我局联系。\n大田县审计局\n2022年1月9日", "大田县审计局"),
        ("大田县人民政府", "2021年,我局公开12条。\n大田县数据局\n2022年1月9日", "大田县数据局"),
    ],
)
def test_a_bureau_that_is_only_reached_drew_up_the_report_of_its_government(title: str, text: str, agency: str | None) -> None:
    assert read(f"{title}2021年政府信息公开工作年度报告\n一、总体情况\n{text}").agency == agency


@pytest.mark.parametrize(("year", "place"), [(2014, "福建省/三明市"), (2022, "福建省/三明市/三元区")])
def test_a_county_with_a_new_code_took_another_in(year: int, place: str) -> None:
    text = f"徐碧街道{year}年政府信息公开工作年度报告\n一、总体情况\n{year}年,我街道公开12条。"
    assert where(read(text)) == place  # 梅列区 until 2021
    assert where(read(text.replace("我街道", "我街道在梅列区政府网站"))) == ("福建省/三明市/梅列区" if year == 2014 else place)


@pytest.mark.parametrize(
    ("title", "url", "level", "kind"),
    [
        ("贵州大龙经济开发区管委会", "http://www.trdl.gov.cn/1.html", None, "administrative_committee"),
        ("贵州大龙经济开发区管委会", "http://www.guizhou.gov.cn/1.html", "prefectural", "administrative_committee"),
        ("哈尔滨新区江北一体发展区", None, None, "administrative_committee"),
        ("三明市三元区", None, "county", "government"),
    ],
)
def test_a_zone_behind_its_province_alone_has_no_level(title: str, url: str | None, level: str | None, kind: str) -> None:
    found = read(f"{title}2021年政府信息公开工作年度报告\n一、总体情况\n2021年,公开12条。", url)
    assert (found.level, found.kind) == (level, kind)


@pytest.mark.parametrize(
    ("zone", "url", "place", "level"),
    [
        ("三明市三元经济开发区", "http://www.smsy.gov.cn/1.html", "福建省/三明市/三元区", "county"),
        ("三明市三元经济开发区", None, "福建省/三明市", None),
        ("三明市经济开发区", None, "福建省/三明市", "prefectural"),
        ("三明市三元区经济开发区", None, "福建省/三明市/三元区", "county"),
    ],
)
def test_a_zone_behind_its_city_called_after_a_district(zone: str, url: str | None, place: str, level: str | None) -> None:
    found = read(ZONE.format(zone, "认真"), url)
    assert (where(found), found.level) == (place, level)


def test_a_place_said_twice_is_no_longer_spelling() -> None:
    text = "三元区卫生局2011年政府信息公开工作年度报告\n一、概述\n2011年,三元区区卫生局认真落实,公开12条。"
    assert read(text).agency == "三元区卫生局"


@pytest.mark.parametrize(
    ("notice", "place"),
    [
        ("《关于公开的通知》(闽办〔2016〕9号)和县政府办公室《关于做好2015年度报告公开工作的通知》", ""),
        ("安徽省和县政府办公室《关于做好2015年度报告公开工作的通知》", "安徽省/马鞍山市/和县"),
    ],
)
def test_a_county_that_is_called_and(notice: str, place: str) -> None:
    found = read(f"2015年政府信息公开工作年度报告\n我局根据{notice}要求,总结如下:\n一、概述\n2015年,我局公开12条。")
    assert where(found) == place
    town = read("2015年政和县岭腰乡政府信息公开年度报告\n一、概述\n根据省和县政府要求,我乡公开12条。")
    assert where(town) == "福建省/南平市/政和县"
    assert read("和县教育局" + REPORT.format("")).agency == "和县教育局"


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("报告可在三明市人民政府门户网站→政府信息公开年报(http://x.cn)查阅;请与大田县审计局联系,地址:均溪镇。", "大田县审计局"),
        ("由大田县残疾人联合会依据条例和全县政府机关信息公开年度报告情况编制。", "大田县残疾人联合会"),
        ("结合《三明市人民政府办公室政府信息公开任务分解表》,分解任务。", None),
        ("现编订大田县审计局2021年度政府信息公开工作年度报告。", "大田县审计局"),
        ("发布机构:大田县畜牧中心 日期:2022-01-09\n我局落实。请与大田县畜牧局办公室联系。", "大田县畜牧局"),
        ("发布机构:大田县人民政府 日期:2022-01-09\n我局落实。", None),
        ("发布机构:大田县人民政府 日期:2022-01-09\n我县落实。", "大田县人民政府"),
    ],
)
def test_other_words_that_are_no_agency(text: str, agency: str | None) -> None:
    assert read(f"2021年政府信息公开工作年度报告\n{text}\n一、总体情况\n2021年,公开12条。").agency == agency


def test_the_desk_of_a_zone_is_its_committees() -> None:
    desk = "如有疑问,请与三明高新区政务公开领导小组办公室联系(地址:高新区)。\n一、总体情况\n2021年,全区各部门公开12条。"
    assert read(f"2021年政府信息公开工作年度报告\n{desk}").agency == "三明高新区管理委员会"
    assert read(f"2021年政府信息公开工作年度报告\n{desk.replace('三明高新区', '三元区')}").agency == "三元区人民政府"


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("公众可在中国大田政府门户网站(www.datian.gov.cn)板块政府信息公开年度报告中查阅。我县落实。", None),
        ("本年报在大田县政府公众信息网政府信息公开年度报告栏目公开。", None),
        ("按照三明市政府信息公开工作年度报告制度和要求,我镇落实。", None),
        ("大田县信息网络管理局政府信息公开年度报告\n我局落实。", "大田县信息网络管理局"),
    ],
)
def test_sentences_without_their_quotation_marks(text: str, agency: str | None) -> None:
    assert read(f"{text}\n一、总体情况\n2021年,公开12条。\n二、公开情况\n").agency == agency


@pytest.mark.parametrize(
    ("office", "agency"),
    [
        ("兴安盟行署办公室", "兴安盟行署办公室"),
        ("兴安盟行署外事办公室", "兴安盟行署外事办公室"),
        ("兴安盟行署信息科", "兴安盟行署"),
        ("国家税务总局兴安盟税务局办公室", "国家税务总局兴安盟税务局"),
    ],
)
def test_the_office_of_a_league_is_an_agency(office: str, agency: str) -> None:
    contact = f"如有疑问,请与{office}联系(电话:0482-8222222)。"
    assert read(f"2021年政府信息公开工作年度报告\n{contact}\n一、总体情况\n2021年,公开12条。").agency == agency


@pytest.mark.parametrize(
    ("year", "url", "place"),
    [
        (2018, None, ""),  # 临平区 was founded in 2021; a 塘栖镇 elsewhere may be no more
        (2018, "http://www.hangzhou.gov.cn/1.html", "浙江省/杭州市"),
        (2018, "http://www.yuhang.gov.cn/1.html", "浙江省/杭州市/余杭区"),
        (2022, None, "浙江省/杭州市/临平区"),
    ],
)
def test_a_town_lay_in_no_county_that_was_founded_later(year: int, url: str | None, place: str) -> None:
    text = f"塘栖镇{year}年政府信息公开工作年度报告\n一、总体情况\n{year}年,我镇公开12条。"
    assert where(read(text, url)) == place


SAYS_BUREAU = (
    "2013年,我局认真落实条例,按照市委、市政府有关要求公开信息。\n一、组织领导\n我局成立小组。{}公开12条。\n二、公开情况\n"
)


@pytest.mark.parametrize(
    ("told", "url", "agency"),
    [
        ("修改制定了新的《三明市财政局政府财政信息公开暂行办法》等制度。", "https://mirror.example.com/1.html", "三明市财政局"),
        ("修改制定了新的《三明市财政局政府财政信息公开暂行办法》等制度。", "http://www.sm.gov.cn/1.html", "三明市财政局"),
        ("修改制定了新的《三明市财政局政府财政信息公开暂行办法》等制度。", "http://www.xiamen.gov.cn/1.html", None),
        ("认真学习《三明市财政局政府财政信息公开暂行办法》。", "https://mirror.example.com/1.html", None),
        ("市政府修订《三明市财政局政府财政信息公开暂行办法》。", "https://mirror.example.com/1.html", None),
        ("落实县政府部署,修订《三明市财政局政府财政信息公开办法》。", "https://mirror.example.com/1.html", None),  # a county's
        ("我局修订《三明市财政局关于政府信息公开的规定》。", "https://mirror.example.com/1.html", "三明市财政局"),  # as before
        ("制定《三明市政务服务中心窗口信息公开办法》。", "https://mirror.example.com/1.html", None),  # no 局
    ],
)
def test_rules_that_a_bureau_says_it_made_are_called_after_it(told: str, url: str, agency: str | None) -> None:
    assert read(SAYS_BUREAU.format(told), url).agency == agency


@pytest.mark.parametrize(
    ("told", "url", "agency"),
    [
        ("新媒体(大田县司法局微信公众号)发布96条,", "http://www.datian.gov.cn/1.html", "大田县司法局"),
        ("通过大田县司法局微信公众号发布96条,", "http://www.datian.gov.cn/1.html", "大田县司法局"),
        ("通过大田县司法局微信公众号发布96条,", "http://www.youxi.gov.cn/1.html", None),  # another county's
        ("通过大田县司法局微信公众号发布96条,", "https://mirror.example.com/1.html", None),
        ("通过大田县司法局、大田县教育局微信公众号和大田县司法局公众号发布,", "http://www.datian.gov.cn/1.html", None),  # two
        ("通过大田县政务服务局微信公众号发布96条,", "http://www.datian.gov.cn/1.html", None),  # which carries what others publish
        ("通过大田县融媒体中心微信公众号发布96条,", "http://www.datian.gov.cn/1.html", None),
    ],
)
def test_the_account_of_a_bureau_is_called_after_it(told: str, url: str, agency: str | None) -> None:
    said = f"一、总体情况\n2022年,我局落实旗委、旗政府部署,认真公开信息。{told}未收到申请。\n二、依申请公开\n"
    assert read(said, url).agency == agency


OURS = (
    "本报告依据条例,结合{}2024年政府信息公开工作实际情况编制。\n一、总体情况\n2024年,{}秉持公开原则。{}公开12条。\n二、公开情况\n"
)


@pytest.mark.parametrize(
    ("word", "told", "agency"),
    [
        ("本市", "通过邵武市人民政府网站征求意见。", "邵武市人民政府"),
        ("我市", "通过邵武市政府门户网站征求意见。", "邵武市人民政府"),
        ("本县", "通过邵武市人民政府网站征求意见。", None),
        ("本市", "通过邵武市人民政府网站征求意见,学习建瓯市做法。", None),  # another place
        ("本市", "在邵武市征求意见。", None),  # no site
        ("本市", "通过邵武市人民政府网站征求意见。我局", None),
        ("本市", "通过邵武市人民政府网站征求意见。全镇", None),
        ("本市各单位", "通过邵武市人民政府网站征求意见。", None),
        (
            "本市",
            "根据各乡镇政府和县政府各部门的信息公开情况编制。通过邵武市人民政府网站征求意见。",
            None,
        ),  # of a county's bodies
        ("本市", "通过邵武市人民政府网站征求意见,全县落实。", None),
    ],
)
def test_a_place_that_speaks_is_that_of_the_one_site_it_names(word: str, told: str, agency: str | None) -> None:
    assert read(OURS.format(word, word, told)).agency == agency


def test_a_place_is_not_that_of_a_site_elsewhere() -> None:
    said = OURS.format("本市", "本市", "通过邵武市人民政府网站征求意见。")
    assert read(said, "http://www.shaowu.gov.cn/1.html").agency == "邵武市人民政府"
    assert read(said, "http://www.xiamen.gov.cn/1.html").agency is None


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("根据条例规定,现公布邵武市人民政府2024年邵武市政府信息公开工作年度报告。", "邵武市人民政府"),
        ("邵武市教育局2024年邵武市政府信息公开工作年度报告", "邵武市教育局"),
        ("三明市大田县审计局2024年政府信息公开工作年度报告", "三明市大田县审计局"),
        ("邵武市人民政府2024年政府信息公开工作年度报告", "邵武市人民政府"),
    ],
)
def test_a_place_that_a_title_says_again_is_no_part_of_the_name(title: str, agency: str) -> None:
    assert read(f"{title}\n一、总体情况\n公开12条。\n二、公开情况\n").agency == agency


@pytest.mark.parametrize(
    ("name", "agency", "kind"),
    [
        ("某某平台市人民政府", None, "government"),
        ("某某平台县人民政府办公室", None, "government_office"),
        ("市人民政府", "市人民政府", "government"),
        ("双溪人民政府", "双溪人民政府", "government"),  # perhaps a town's
        ("云溪县人民政府", "云溪县人民政府", "government"),  # of no table, and called as counties are
        ("加格达奇区人民政府", "加格达奇区人民政府", "government"),  # of no table, and a district
        ("邵武市人民政府", "邵武市人民政府", "government"),
    ],
)
def test_a_government_of_a_city_that_no_table_has_is_nobodys(name: str, agency: str | None, kind: str) -> None:
    found = read(f"{name}2022年政府信息公开工作年度报告\n一、总体情况\n公开12条。\n二、公开情况\n")
    assert (found.agency, found.kind) == (agency, kind)
    assert found.place.province == ("福建省" if name == "邵武市人民政府" else None)


@pytest.mark.parametrize(
    ("title", "signed", "agency", "county"),
    [
        ("三明市三元人民政府办公室", "三明市三元区人民政府办公室", "三明市三元区人民政府办公室", "三元区"),
        ("三明市三元人民政府办公室", "三明市大田县人民政府办公室", "三明市三元人民政府办公室", None),
        ("三明市三元人民政府办公室", "三明市三元区人民政府", "三明市三元人民政府办公室", None),  # another body
        ("三明市人民政府办公室", "三明市区人民政府办公室", "三明市人民政府办公室", None),  # of no place
    ],
)
def test_a_title_that_lost_the_word_for_its_place_is_named_as_it_is_signed(
    title: str, signed: str, agency: str, county: str | None
) -> None:
    found = read(
        f"{title}2022年政府信息公开工作年度报告\n一、总体情况\n公开12条。\n二、公开情况\n无。\n{signed}\n2023年1月16日\n"
    )
    assert (found.agency, found.place.county) == (agency, county)


@pytest.mark.parametrize(
    ("printed", "agency"),
    [
        ("请与宁波市江北区劳动和社会保障局办公室联系(地址:江北区1号)。", "宁波市江北区劳动和社会保障局"),
        ("请与宁波市劳动和社会保障局办公室联系(地址:江北区1号)。", "区劳动保障局"),  # the city's
        ("请与宁波市江北区人力资源和社会保障局办公室联系(地址:江北区1号)。", "区劳动保障局"),  # of another name
        ("学习宁波市江北区劳动和社会保障局。", "区劳动保障局"),
    ],
)
def test_a_place_is_not_cut_from_a_longer_one_before_a_body(printed: str, agency: str) -> None:
    """北区 in 江北区 was another district's name."""
    text = f"区劳动保障局2010年度政府信息公开工作年度报告\n现将本单位情况报告如下:{printed}\n一、概述\n公开12条。\n"
    assert read(text).agency == agency


@pytest.mark.parametrize(
    ("name", "url", "place"),
    [
        ("区公安分局", "https://www.qingshan.gov.cn/1.html", "湖北省/武汉市/青山区"),
        ("青山区教育局", "https://www.qingshan.gov.cn/1.html", "湖北省/武汉市/青山区"),
        ("包头市青山区教育局", "https://www.qingshan.gov.cn/1.html", "内蒙古自治区/包头市/青山区"),
        ("青山区教育局", "https://www.baotou.gov.cn/1.html", "内蒙古自治区/包头市/青山区"),
        ("青山区教育局", "https://www.example.com/1.html", ""),
        ("区教育局", "https://www.gulou.gov.cn/1.html", ""),  # of many cities
    ],
)
def test_a_host_that_one_of_several_places_has_tells_which(name: str, url: str, place: str) -> None:
    said = f"2025年,{name}坚持公开为常态,落实区委区政府部署。现将工作情况报告如下:\n一、总体情况\n{name}公开12条。\n"
    assert where(read(said, url)) == place


DUTIES = "2019年,我局落实{}委、政府部署,认真公开信息。\n一、总体情况\n我局公开了下列信息:{}、联系方式;法规。\n二、公开情况\n"


@pytest.mark.parametrize(
    ("cue", "told", "agency", "level"),
    [
        ("县", "县环保局主要职责、内设机构", "县环保局", "county"),
        ("县", "县环保局的工作职责和机构设置", "县环保局", "county"),
        ("省", "省环保局主要职责、内设机构", "省环保局", "provincial"),
        ("市", "市环保局主要职责、内设机构", None, None),  # of a city or of a county
        ("区", "区环保局主要职责、内设机构", None, None),
        ("县", "县环保局通知、内设机构", None, None),
        ("县", "县环保局主要职责、内设机构,县财政局主要职责、内设机构", None, None),  # two
    ],
)
def test_whose_duties_and_sections_a_bureau_publishes(cue: str, told: str, agency: str | None, level: str | None) -> None:
    found = read(DUTIES.format(cue, told))
    assert (found.agency, found.level, where(found)) == (agency, level, "")
    assert found.kind == "department"


@pytest.mark.parametrize(
    ("said", "url", "place"),
    [
        ("贯彻总书记对福建工作的系列重要讲话精神", None, "福建省"),
        ("贯彻总书记对福建重要讲话精神", "https://mirror.example.com/1.html", "福建省"),
        ("贯彻总书记对福建重要讲话精神,学习浙江省经验", None, ""),
        ("贯彻总书记对福建重要讲话和对浙江重要指示精神", None, ""),
        ("贯彻总书记考察福建重要讲话精神", None, ""),
        ("贯彻总书记对三明重要讲话精神", None, ""),
        ("贯彻总书记对福建重要讲话精神", "http://www.hangzhou.gov.cn/1.html", ""),
    ],
)
def test_words_said_to_a_province_are_followed_there(said: str, url: str | None, place: str) -> None:
    text = f"2024年政府信息公开工作年度报告\n一、总体情况\n2024年,我市坚持公开,{said},公开12条。\n二、公开情况\n"
    assert where(read(text, url)) == place


def test_a_district_of_another_city_is_no_part_of_a_name() -> None:
    places = ("河北省", "石家庄市", "新华区", None)
    assert agency_id("沧州市新华区教育局", "130105", places) != agency_id("新华区教育局", "130105", places)
    beside = ("内蒙古自治区", "呼伦贝尔市", "扎赉诺尔区", None)
    assert agency_id("满洲里市扎赉诺尔区教育局", "150703", beside) == agency_id("教育局", "150703", beside)
