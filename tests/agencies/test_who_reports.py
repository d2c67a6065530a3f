"""Who reports, of which year, where the page names desks, compilers and plans? Each rule with what it must leave alone."""

from __future__ import annotations

import pytest

from gongkai.indexer.agencies.metadata import Metadata, read_metadata
from gongkai.indexer.dates.dates import report_year
from gongkai.indexer.gazetteer.domains import in_front, labels_of
from gongkai.indexer.gazetteer.gazetteer import gazetteer
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
        ("一、公开情况\n公开8条。\n二、存在的问题及2014年工作打算\n2014年,我局将继续推进。", 2013),
        ("本报告分为:一、概述;二、公开情况;三、2014年工作计划。\n一、概述\n公开8条。", 2013),
        ("一、概述\n公开8条。\n二、公开制度和2012年工作计划\n2012年落实。\n三、2013年工作打算\n", 2012),
        ("一、2012年主要工作\n公开8条。\n二、存在问题\n三、下一步打算", 2012),  # what was done comes first
        ("全文由概述和2012年主要工作两部分组成。\n一、概述\n公开8条。", 2012),
        ("由概述、公开情况和2012年主要工作三部分组成。\n一、概述\n全局2012年共公开8条。", 2012),
        ("一、概述\n按2012年要点公开8条。\n二、2012年工作安排\n分解任务。\n三、公开情况\n2012年公开8条。", 2012),
        ("一、概述\n公开8条。\n二、2012年工作计划完成情况\n全部完成。", 2012),  # no plan
    ],
)
def test_the_year_of_the_plans_is_the_one_after(text: str, year: int) -> None:
    assert report_year(None, text)[0] == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("我局认真整理目录。\n二、2012年工作目标\n全面完成,公开20条。", 2012),
        ("我局认真整理目录。\n二、2012年工作目标\n确保全面完成,公开20条。", 2011),
        ("我局认真整理目录。\n二、2012年工作目标\n全面完成,明年将提高。", None),
        ("我局认真整理目录。\n二、2012年重点工作安排\n根据安排,我局公开20条。", 2012),
        ("我局认真整理目录。\n二、2012年重点工作安排\n根据县里安排,我局将补齐目录。", 2011),
        ("我局认真整理目录。\n二、2012年重点工作安排\n按照县里工作安排,补齐目录。", 2011),
        ("我局认真整理目录。\n二、2012年工作目标\n完成目录建设。", 2011),
        ("我局认真整理目录。\n二、2012年工作目标\n已完成目录建设。", 2012),
        ("我局认真整理目录。\n二、2012年工作目标\n全面完成。", None),
        ("我局认真整理目录。\n二、2012年工作目标\n公开20条,补齐目录。", None),
        ("我局认真整理目录。\n二、2012年重点工作安排\n补齐目录。\n三、制度\n公开20条。", None),
        ("我局认真整理目录。\n二、2012年重点工作安排\n继续补齐目录。\n三、制度\n公开20条。", 2011),
        ("我局认真整理目录。\n二、2012年重点工作打算\n补齐目录。\n三、制度\n公开20条。", 2011),
        ("我局认真整理目录。\n二、2012年重点工作安排\n补齐目录。", 2011),  # the last part
        ("由组织领导、公开情况以及2012年主要工作三个部分组成。\n一、组织领导\n公开20条。", None),
        ("由组织领导、公开情况以及2012年主要工作三个部分组成。\n一、组织领导\n2011年公开20条。", 2011),
        ("由组织领导、公开情况以及2012年主要工作三个部分组成。\n三、2012年主要工作\n公开20条。", 2012),
    ],
)
def test_what_was_done_by_plan_is_no_plan(text: str, year: int | None) -> None:
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
        ("我局于2012年开通了微博,公开信息20条。", 2012),
        ("从2012年初设立专栏以来,公开信息20条。", 2012),
        ("2012年底就建立了目录,公开20条。", 2012),
        ("从2012年初设立专栏以来,累计公开信息20条。", None),
        ("我局于2012年开通了微博,公开信息20条。2013年公开9条。", 2013),
        ("我局于2010年开通了网站,公开信息20条;于2012年开通了微博,公开信息20条。", None),
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
        ("sxq.sm.gov.cn", "沙县区"),
        ("sx.sm.gov.cn", None),
        ("gxq.sm.gov.cn", None),  # 高新区
        ("dhq.nc.gov.cn", "东湖区"),
        ("xwj.nc.gov.cn", None),
        ("gongan.jingzhou.gov.cn", None),  # the police as likely as 公安县
    ],
)
def test_a_county_in_front_of_its_citys_domain_is_told(host: str, county: str | None) -> None:
    found = read("一、总体情况\n2023年,我局认真整理目录,公开12条。\n", url=f"http://{host}/ndbg/1.html")
    assert found.place.county == county
    assert found.place.city in ("荆州市" if "jingzhou" in host else "南昌市" if "nc." in host else "三明市", None)
    assert (found.level == "county") == (county is not None)


def test_no_label_of_a_department_spells_a_county_in_front_of_any_citys_domain() -> None:
    letters = "bgs fgw jyj kjj gaj mzj sfj czj rsj zjj slj swj wjw tjj sjj yjj scjg ylbx shbx ggzy zwzx zwfw xfj gzw kfq gxq jkq"
    words = "gongan chengguan haiyang jiaoyu minzheng caizheng shuili jiaotong weisheng tongji shenji sifa renshe zhujian"
    known = gazetteer()
    cities = [unit for units in known.codes.values() for unit in units if unit.level == 2 and unit.last == 9999]
    labels = labels_of(".".join([*letters.split(), *words.split(), "city.gov.cn"]))[:-3]
    assert not in_front(labels, cities, known, None)
    assert [unit.name for unit in in_front(["bsq"], known.named("蚌埠市", None), known, None)] == ["蚌山区"]  # its own


@pytest.mark.parametrize(
    ("host", "said", "agency", "county"),
    [
        ("gongan.jingzhou.gov.cn", "我县", "公安县人民政府", "公安县"),
        ("gongan.jingzhou.gov.cn", "我局", None, None),
        ("gongan.jingzhou.gov.cn", "我县高度重视,我局", None, None),  # of the police, for some county
        ("gongan.fuyang.gov.cn", "我县", None, None),  # of another city
        ("haiyang.yantai.gov.cn", "我市", None, None),  # 烟台市's bureau of the sea as likely as 海阳市
    ],
)
def test_the_label_of_a_department_is_a_countys_where_the_page_is(
    host: str, said: str, agency: str | None, county: str | None
) -> None:
    found = read(f"一、总体情况\n2023年,{said}认真整理目录,公开12条。\n", url=f"http://{host}/ndbg/1.html")
    assert (found.agency, found.place.county) == (agency, county)


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


@pytest.mark.parametrize(
    ("named", "agency", "kind"),
    [
        ("管委会", None, "administrative_committee"),
        ("办事处", None, "subdistrict_office"),
        ("眉山天府新区管委会", "眉山天府新区管理委员会", "administrative_committee"),
        ("大田县人民政府", "大田县人民政府", "government"),
        ("县人民政府办公室", "县人民政府办公室", "government_office"),  # says of what level
    ],
)
def test_the_word_for_an_organ_is_no_name(named: str, agency: str | None, kind: str) -> None:
    found = read(f"{FIGURES}按照条例要求,编制{named}2022年度政府信息公开工作报告。")
    assert (found.agency, found.kind) == (agency, kind)


@pytest.mark.parametrize(
    ("contact", "said", "agency"),
    [
        ("大田县政务公开办", "2020年,全县各级各部门推进公开。", "大田县人民政府"),
        ("大田县政务服务和公开办", "2020年,我办推进公开。", "大田县政务服务和公开办"),
        ("大田县政务公开办", "2020年,我办推进公开。", "大田县政务公开办"),
        ("大田县政府信息公开管理办公室", "2020年,我县坚持公开为先,各部门负责本单位的公开工作。", "大田县人民政府"),
        ("大田县政府信息公开管理办公室", "2020年,全县各乡镇推进公开。", "大田县人民政府"),
        ("大田县政府信息公开管理办公室", "2020年,全县各乡镇推进公开,我办负责本单位目录。", None),
        ("大田县政府信息公开管理办公室", "2020年,县政府办公室坚持公开为先,督促全县各部门。", "县人民政府办公室"),
        ("大田县政府信息公开管理办公室", "2020年,公开12条。", None),
        ("大田县政务公开办公室", "2020年,我局推进公开。", None),
        ("大田县政务公开办公室", "2020年,我镇推进公开。", None),
        ("大田县政务公开办公室", "2020年,全局推进公开。", None),
        ("大田县政务公开办公室", "2020年,大田县统计局认真推进公开。", "大田县统计局"),
        ("大田县政务公开办公室", "2020年,大田县统计局认真推进公开,全县各部门跟进。", "大田县人民政府"),
    ],
)
def test_the_government_stands_behind_its_desk_for_publicity(contact: str, said: str, agency: str | None) -> None:
    text = f"如对本报告有疑问,请联系{contact},地址:建山路1号。\n一、总体情况\n{said}\n二、主动公开政府信息情况\n"
    assert read(text).agency == agency


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("2023年,喀左县坚持公开为先,全县公开12条。", "喀左县人民政府"),
        ("2023年,喀左县坚持公开为先,县政府门户网站发布12条。", "喀左县人民政府"),
        ("2023年,喀左县坚持公开为先,全县公开12条。我局整理目录。", "喀左县政务服务与数据管理局"),
        ("2023年,喀左县坚持公开为先,全县公开12条。喀左县政务服务与数据管理局坚持整理目录。", "喀左县政务服务与数据管理局"),
        ("2023年,公开12条,全县推进。", "喀左县政务服务与数据管理局"),
    ],
)
def test_a_section_of_the_bureau_that_gathers_is_the_desk_of_the_place_that_acts(said: str, agency: str) -> None:
    contact = "如有疑问请与喀左县政务服务与数据管理局政务公开办公室联系(地址:利州街1号)。"
    assert read(f"{contact}\n一、总体情况\n{said}\n二、主动公开政府信息情况\n").agency == agency


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("在2022年,三明市统计局坚决执行《条例》,公开12条。", "三明市统计局"),
        ("2022年,三明市统计局精心整理目录,公开12条。", "三明市统计局"),
        ("2022年,三明市人民政府办公室落实《条例》,公开12条。", "三明市人民政府办公室"),
        ("2022年,市委市政府坚决执行《条例》,公开12条。", None),
        ("公开12条,其中三明市统计局坚决执行《条例》。", None),
    ],
)
def test_the_first_sentence_names_who_reports(said: str, agency: str | None) -> None:
    assert read(f"一、总体情况\n{said}\n二、主动公开政府信息情况\n").agency == agency


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("请与孟村回族自治县人民政府办公室联系", "孟村回族自治县人民政府"),
        ("请在孟村回族自治县人民政府门户网站查阅", "孟村自治县人民政府"),
        ("请在孟村回族自治县人民政府信息公开专栏查阅", "孟村自治县人民政府"),
        ("请来信(地址:孟村回族自治县人民政府大院)", "孟村自治县人民政府"),
    ],
)
def test_an_autonomous_county_has_its_peoples_where_its_government_is_printed_so(said: str, agency: str) -> None:
    text = f"现将孟村自治县2021年政府信息公开工作年度报告公布如下。如有疑问,{said}。{FIGURES}"
    assert read(text).agency == agency


@pytest.mark.parametrize(
    ("compiled", "said", "agency", "scope"),
    [
        ("依据《条例》以及全区各部门信息公开工作", "我区", "三明市三元区人民政府", "government_consolidated"),
        ("综合全区各部门信息公开年度报告", "我区", "三明市三元区人民政府", "government_consolidated"),
        ("综合局属各单位、各科室年度报告", "我区", "三明市三元区政务服务局", "agency"),
        ("依据《条例》以及全区各部门信息公开工作", "我局", "三明市三元区政务服务局", "agency"),
        ("依据《条例》和全区各部门公开工作要求", "我区", "三明市三元区政务服务局", "agency"),
    ],
)
def test_a_bureau_that_only_compiles_is_not_who_reports(compiled: str, said: str, agency: str, scope: str) -> None:
    text = f"本年度报告由三明市三元区政务服务局{compiled}编制而成。\n一、总体情况\n2023年,{said}公开12条。\n"
    found = read(text)
    assert (found.agency, found.scope) == (agency, scope)


@pytest.mark.parametrize(
    ("compiled", "whole"),
    [
        ("按照《关于做好全区各部门2013年年报编制工作的提示》编制", False),
        ("按照《关于报送全区各部门年报》编制", False),
        ("依据《条例》和全区各部门政务公开工作安排编制", False),
        ("根据全区各部门年报编制会议精神编制", False),
        ("根据全区各部门公开工作安排和实际情况编制", False),
        ("按照全区各部门年报编制格式编制", False),
        ("依据《条例》,负责全区各部门年报编制", False),
        ("根据全区各部门年报编制工作编制", False),
        ("根据全区各部门信息公开工作编制", True),
        ("汇总全区各部门2013年信息公开情况编制", True),
        ("依据《条例》,在全区各部门报送数据基础上编制而成", True),
        ("按照《条例》,根据全区各部门、各街道年报,汇总编制", True),
    ],
)
def test_only_the_work_of_all_bodies_is_compiled_from(compiled: str, whole: bool) -> None:
    said = "我区坚持公开,公开12条。"
    text = f"2013年政府信息公开工作年度报告\n本报告由三明市三元区数据资源管理局{compiled}。\n一、总体情况\n{said}\n"
    assert read(text).agency == ("三明市三元区人民政府" if whole else "三明市三元区数据资源管理局")
    zone = text.replace("三明市三元区数据资源管理局", "三明高新技术产业开发区管理委员会办公室")
    assert (read(zone).scope == "government_consolidated") == whole


def test_a_zone_whose_bureau_compiles_from_all_its_bodies_reports_for_them() -> None:
    made = "本年度报告由三明高新技术产业开发区行政审批局依据《条例》以及全区各部门信息公开工作编制而成。"
    found = read(f"{made}\n一、总体情况\n2023年,我区公开12条。\n")
    assert (found.agency, found.scope) == ("三明高新技术产业开发区管理委员会", "government_consolidated")
    alone = "本年度报告由三明高新技术产业开发区管理委员会依据《条例》编制而成。"
    assert read(f"{alone}\n一、总体情况\n2023年,我区公开12条。\n").scope == "agency"


@pytest.mark.parametrize("bureau", ["大田县教育局", "大田县审计局", "大田县公安局"])
def test_a_bureau_with_work_of_its_own_compiles_of_itself(bureau: str) -> None:
    text = f"本年度报告由{bureau}依据《条例》以及全县各单位信息公开工作编制而成。\n一、总体情况\n2023年,我县公开12条。\n"
    assert read(text).agency == bureau


def test_a_street_has_its_office_where_it_is_printed_so() -> None:
    text = "西青区大寺街2019年政府信息公开工作年度报告\n一、总体情况\n{}制定行政规范性文件0件。\n"
    assert read(text.format("大寺街道办事处")).agency == "西青区大寺街道办事处"
    assert read(text.format("我街")).agency == "西青区大寺街"


def test_the_system_of_the_post_is_the_posts() -> None:
    title = "江苏省邮政管理系统2019年政府信息公开工作年度报告"
    assert read(f"{title}\n一、总体情况\n公开12条。\n").kind == "postal"


CITY = "一、总体情况\n{}进一步理顺体制。{}均建立领导机构,{}上下形成合力。\n二、制度\n建立制度。\n"


@pytest.mark.parametrize(
    ("who", "bodies", "whole", "expect"),
    [
        ("市政府", "各县(市)区、市政府各部门及各直属机构", "全市", ("prefectural", "government", "government_consolidated")),
        ("我市", "各县、区政府和市政府各工作部门", "全市", ("prefectural", "government", "government_consolidated")),
        ("州政府", "各县市、州级各部门", "全州", ("prefectural", "government", "government_consolidated")),
        ("市政府", "各区县、市政府各部门", "全市", (None, None, None)),  # perhaps a municipality's
        ("市政府", "各乡镇、市政府各部门", "全市", (None, None, None)),  # perhaps a county's
        ("县政府", "各县(市)区、市政府各部门", "全县", (None, None, None)),
        ("我局", "各县(市)区、市政府各部门", "全市", (None, "department", "agency")),
        ("市供销系统上下", "各县(市)区、市政府各部门", "全市", (None, None, None)),
    ],
)
def test_the_work_of_a_citys_counties_and_departments_is_a_governments(
    who: str, bodies: str, whole: str, expect: tuple[str | None, ...]
) -> None:
    found = read(CITY.format(who, bodies, whole))
    assert (found.level, found.kind, found.scope) == expect
    assert found.agency is None
    assert found.place.province is None


@pytest.mark.parametrize(
    ("url", "said", "year"),
    [
        ("https://wiki.example.com/baike/sms2013ndzfxxgkgzbg12", "", 2013),
        ("https://wiki.example.com/sms2013niandzfxxgkgzndbg.html", "", 2013),
        ("https://wiki.example.com/sms2013ndzfxxgkgzbg", "2012年公开20条。", 2012),  # which the text tells
        ("https://wiki.example.com/sms2013ndzfxxgkgzbg/12", "", None),  # a column
        ("https://wiki.example.com/sms2013ndcwgk", "", None),  # of something else
        ("https://wiki.example.com/sms2013zfxxgknb", "", None),  # may be when it was put out
        ("https://wiki.example.com/sms2099ndzfxxgkgzbg", "", None),
    ],
)
def test_the_words_of_a_title_in_the_address_tell_the_year_that_no_text_does(url: str, said: str, year: int | None) -> None:
    assert report_year(None, f"一、总体情况\n公开12条。{said}\n", url)[0] == year


@pytest.mark.parametrize(
    ("agency", "told", "scope"),
    [
        ("泉州开发区", "以及2008年度泉州开发区各区属部门、驻区单位的政府信息公开年度报告编制。", "government_consolidated"),
        ("泉州开发区", "以及开发区各部门的政府信息公开年度报告编制。", "government_consolidated"),
        ("泉州开发区", "以及关于做好开发区各区属部门年度报告编制工作的通知编制。", "agency"),
        ("泉州开发区", "编制。", "agency"),
        ("海关总署", "以及2008年海关系统各直属海关单位信息公开年度报告编制。", "government_consolidated"),
        ("海关总署", "编制。2008年海关系统各直属海关单位信息公开工作有序。", "agency"),
        ("海关总署", ",梳理2008年度海关系统政府信息公开工作情况编制而成。", "government_consolidated"),
        ("海关总署", "和海关系统政府信息公开工作情况编制要求编制。", "agency"),
        ("海关总署", "以及海关系统各直属海关单位年度报告编制要求,认真总结。", "agency"),
        ("大田县教育局", "以及2008年教育系统各直属单位信息公开年度报告编制。", "agency"),
    ],
)
def test_what_is_made_from_the_reports_of_all_bodies_is_of_the_whole(agency: str, told: str, scope: str) -> None:
    text = f"{agency}2008年政府信息公开年度报告\n本年报根据《中华人民共和国政府信息公开条例》(以下简称《条例》){told}\n一、概述\n"
    assert read(text).scope == scope
