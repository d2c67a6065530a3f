"""Who reports, and where, on pages that name the body once, in passing, or by a word for it only? Each rule with what it must leave alone."""

from __future__ import annotations

import pytest
from test_who_and_where import where
from test_who_reports import read

NOTE = "\n二、主动公开政府信息情况\n公开12条。\n"


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("依据《条例》、《云南省行政程序规定》和2012年度云南省参事室信息公开工作情况编制。", "云南省参事室"),
        ("根据《条例》和2012年度县政府各部门信息公开工作情况编制。", None),
        ("我校成立了昆明理工大学信息公开工作领导小组。", "昆明理工大学"),
        ("我厅指导成立了昆明理工大学信息公开工作领导小组。", None),
        ("我校在昆明理工大学建立昆明理工大学信息公开领导小组,成立云南大学信息公开领导小组后成立。", None),
        ("我校成立了甲乙大学信息公开工作领导小组。", None),  # in no list
        ("我院指导成立了昆明理工大学信息公开工作领导小组。", None),
        ("我校借鉴云南大学成立云南大学信息公开工作领导小组的做法。", None),
        ("我校派员参加,昆明理工大学成立了昆明理工大学信息公开工作领导小组。", None),
        ("我校附属医院成立了昆明医科大学信息公开领导小组。", None),
    ],
)
def test_a_name_said_once(said: str, agency: str | None) -> None:
    assert read(f"一、概述\n2012年,按照要求公开。{said}{NOTE}").agency == agency


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("按照《高等学校信息公开办法》编制。\n2014-2015学年,扎实推进学校的信息公开工作。", "university"),
        ("按照《高等学校信息公开办法》,我厅扎实推进学校的信息公开工作。", "department"),
        ("在县委、县政府领导下,扎实推进学校的信息公开工作。", None),
    ],
)
def test_a_school_by_its_rules(said: str, kind: str | None) -> None:
    assert read(f"一、概述\n{said}{NOTE}").kind == kind


@pytest.mark.parametrize(
    ("text", "agency", "kind"),
    [
        (
            "现公布开发区(昌荣街道)2009年政府信息公开工作年度报告。请与开发区(昌荣街道)联系。",
            "昌荣街道办事处",
            "subdistrict_office",
        ),
        ("2009年经济开发区(昌荣镇)政府信息公开工作年度报告", "昌荣镇人民政府", "government"),
        ("2009年湖州科技城(织里镇)政府信息公开工作年度报告", "湖州科技城(织里镇)管理委员会", "administrative_committee"),
    ],
)
def test_a_town_that_runs_a_zone(text: str, agency: str, kind: str) -> None:
    found = read(f"{text}\n一、概述\n2009年,公开12条。{NOTE}")
    assert (found.agency, found.kind) == (agency, kind)


@pytest.mark.parametrize(
    ("said", "level", "kind"),
    [
        ("2024年,服务中心在县委、县政府的领导下公开12条。\n2024年,服务中心未收到申请。", "county", "public_institution"),
        ("2024年,全县各部门公开12条。\n2024年,服务中心未收到申请,服务中心累计公开。", None, None),
        ("2024年,中心网站发布各类信息20条。\n2024年,中心未收到申请。", "county", "public_institution"),
        ("2024年,服务中心未收到申请。", None, None),
        ("2024年,服务中心累计公开。\n2024年,服务中心未收到申请。镇政府公开2条。", None, None),
        ("2024年,服务中心累计公开。\n2024年,服务中心未收到申请。街道主动公开2条。", None, None),
    ],
)
def test_a_centre_that_tells_its_year(said: str, level: str | None, kind: str | None) -> None:
    found = read(f"一、总体情况\n{said}{NOTE}", "http://www.jinzhai.gov.cn/a.html")
    assert (found.agency, found.level, found.kind) == (None, level, kind)


def test_a_government_called_by_the_word_for_its_place() -> None:
    said = "本报告由县人民政府办公室综合各乡镇和县直各部门编制。\n一、总体情况\n2024年,{}坚持公开,全县公开12条。"
    assert read(said.format("金寨县") + NOTE, "http://www.jinzhai.gov.cn/a.html").agency == "金寨县人民政府"
    assert read(said.format("我县") + NOTE, "http://www.jinzhai.gov.cn/a.html").agency == "县人民政府"


SUMS = "本报告根据《条例》以及2020年度{}市政府各部门政府信息公开年度报告编制。\n一、总体情况\n2020年,{}收到申请1条。"


@pytest.mark.parametrize(
    ("whose", "said", "site", "level", "kind"),
    [
        ("各县区政府、", "我市", "luan", "prefectural", "government"),
        ("", "我市", "luan", None, None),
        ("", "我市", "mingguang", "county", "government"),
        ("", "我局", "mingguang", "county", "department"),
        ("", "我县各乡镇", "luan", None, None),
    ],
)
def test_a_place_whose_departments_reports_are_put_together(
    whose: str, said: str, site: str, level: str | None, kind: str | None
) -> None:
    found = read(SUMS.format(whose, said) + NOTE, f"http://www.{site}.gov.cn/a.html")
    assert (found.level, found.kind) == (level, kind)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("市政府进一步理顺了体制。各县(市)区、市政府各部门均建立了机构。", "government"),
        ("按照市政府要求,各县(市)区、市政府各部门均建立了机构。", None),
        ("市政府进一步理顺了体制。各县(市)区、市政府各部门均建立了机构,我局公开12条。", "department"),
        ("市政府进一步理顺了体制。各县(市)区、市政府各部门均建立了机构,全系统公开12条。", None),
    ],
)
def test_a_city_whose_government_acts(said: str, kind: str | None) -> None:
    assert read(f"一、总体情况\n2013年,{said}{NOTE}").kind == kind


@pytest.mark.parametrize(
    ("said", "place", "agency"),
    [
        ("通过六安市人民政府门户网站公开。2024年市政府(办公室)主动公开解读12条。", "安徽省/六安市", "六安市人民政府"),
        ("通过六安市人民政府门户网站公开。2024年市政府要求主动公开解读12条。", "", None),
        ("通过六安市人民政府门户网站公开。2024年市政府(办公室)主动公开解读12条,我局公开2条。", "安徽省/六安市", None),
        ("通过六安市人民政府门户网站公开。市政府受理的行政复议2件,维持本行政行为。", "", None),
        ("通过六安市人民政府门户网站公开。市政府受理中心转来申请2件。", "", None),
        ("通过六安市人民政府门户网站公开。市政府主动公开要求12条,街道办事处公开3条。", "", None),
        ("通过六安市人民政府门户网站公开。2024年市政府主动公开12条,街道办事处公开3条。", "", None),
        ("通过六安市人民政府门户网站公开。2024年市政府主动公开12条。各股室配合。", "", None),
        ("通过六安市人民政府门户网站和淮南市人民政府门户网站公开。2024年市政府主动公开12条。", "", None),
    ],
)
def test_a_government_that_publishes_on_its_site(said: str, place: str, agency: str | None) -> None:
    found = read(f"一、总体情况\n{said}{NOTE}", "https://example.com/a.html")
    assert (where(found), found.agency) == (place, agency)


@pytest.mark.parametrize(
    ("site", "place"),
    [
        ("“中国六安”门户网站", "安徽省/六安市"),
        ("“中国朝阳”门户网站", ""),  # two are called so
        ("“中国教育”门户网站", ""),
    ],
)
def test_a_copy_on_a_site_that_is_called_after_one_place(site: str, place: str) -> None:
    made = "结合各县区、市政府各部门政府信息公开年度报告和统计数据编制而成。"
    found = read(
        f"某某中文网2016年政府信息公开工作年度报告\n本年报{made}本报告的电子版可从{site}下载。\n一、概述\n公开12条。{NOTE}"
    )
    assert where(found) == place


@pytest.mark.parametrize(
    ("said", "agency", "place"),
    [
        (
            "根据《高等学校信息公开办法》,结合滁州学院2018—2019学年度信息公开工作开展情况编制。我校公开12条。",
            "滁州学院",
            "安徽省/滁州市",
        ),
        ("依据高等学校信息公开办法和甲乙职业技术学院2014~2015学年信息公开工作执行情况编制。", "甲乙职业技术学院", ""),
        ("我厅结合滁州学院2018-2019学年信息公开工作情况编制。", None, ""),  # by no rules for universities
        ("按照《高等学校信息公开办法》,我厅根据滁州学院2018-2019学年信息公开工作情况进行检查。", None, ""),
        ("根据《高等学校信息公开办法》和教育厅关于滁州学院2018-2019学年信息公开工作情况的通报,我校编制。", None, ""),
    ],
)
def test_a_university_whose_year_is_reported(said: str, agency: str | None, place: str) -> None:
    found = read(f"{said}{NOTE}")
    assert (found.agency, where(found)) == (agency, place)


def test_a_report_that_is_sent_to_the_authority_for_schools() -> None:
    said = "依据高等学校信息公开办法和甲乙职业技术学院2014~2015学年信息公开工作执行情况编制。"
    assert where(read(f"安徽省教育厅:\n{said}{NOTE}")) == "安徽省"
    assert where(read(f"甲乙教育厅:\n{said}{NOTE}")) == ""


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("2012年以来,我院认真落实要求,对医院信息进行公开。", "hospital"),
        ("2012年以来,我院认真落实要求,对信息进行公开。", None),
        ("2012年以来,我院认真研究部署,公开医疗服务信息。未发生行政诉讼案件。", "hospital"),
        ("2012年以来,我院加强司法公开,审理医疗服务纠纷2件。", None),
        ("2012年以来,我院(福利院)开展医疗服务。", None),
        ("2012年以来,我院认真落实要求,附属医院信息在学院网站公开。", None),
    ],
)
def test_a_hospital_that_only_calls_itself_so(said: str, kind: str | None) -> None:
    assert read(f"一、概述\n{said}{NOTE}").kind == kind


@pytest.mark.parametrize(
    ("text", "agency", "kind"),
    [
        ("现把六安市信访局2019年度政府信息公开工作情况报告如下:", "六安市信访局", "department"),
        ("滁州市市场监管系统2023年政府信息公开工作年度报告", "滁州市市场监管系统", "department"),
        ("滁州市政府系统2023年政府信息公开工作年度报告", "滁州市政府系统", None),
        ("西乌旗2021年政府信息公开工作年度报告\n2021年,西乌珠穆沁旗落实规定。", "西乌珠穆沁旗人民政府", "government"),
        ("西乌旗2021年政府信息公开工作年度报告\n2021年,我旗落实规定。", "西乌旗人民政府", "government"),
        ("第一足球网金寨县2021年度政府信息公开工作年度报告", "金寨县人民政府", "government"),
    ],
)
def test_a_name_under_other_words(text: str, agency: str, kind: str | None) -> None:
    found = read(f"{text}\n一、总体情况\n公开12条。{NOTE}")
    assert (found.agency, found.kind) == (agency, kind)


@pytest.mark.parametrize(
    ("made", "agency"),
    [
        ("在综合2013年度全区盟市、自治区政府部门《年度报告》的基础上编制而成", "内蒙古自治区人民政府"),
        ("在综合2013年度有关材料的基础上编制而成", None),
    ],
)
def test_a_government_of_a_region_that_sums_up(made: str, agency: str | None) -> None:
    said = "2013年,内蒙古自治区按照国务院办公厅和自治区党委、政府的决策部署,全区公开12条。"
    assert read(f"本报告根据《条例》,{made}。\n一、概述\n{said}{NOTE}").agency == agency


def test_readings_in_a_row_and_the_schools_years() -> None:
    said = "我校全面总(zong)(zong)结学校2014~2015学年度信息(xi)公(gong)(gong)开工作。落实《高等学(xue)(xue)校信息公开办法》。"
    found = read(f"{said}{NOTE}")
    assert (found.kind, found.year) == ("university", 2015)


def test_a_group_with_its_members() -> None:
    said = "成立了由局长王某任组长,副局长任副组长,各科室负责人为成员的滁州市农业局政务信息公开工作领导小组。"
    assert read(f"一、概述\n2011年,我局公开。{said}{NOTE}").agency == "滁州市农业局"


@pytest.mark.parametrize(
    ("opens", "contact", "agency"),
    [
        ("2008年,滁州市水利局在市政府领导下", "滁州市文化局", "滁州市水利局"),
        ("2008年,滁州市水利局在市政府领导下", "滁州市水利局", "滁州市水利局"),
        ("2008年,我局在市政府领导下", "滁州市文化局", "滁州市文化局"),
        ("2008年,安徽省水利厅指导我局在市政府领导下", "滁州市文化局", "滁州市文化局"),
    ],
)
def test_a_contact_left_from_another_bureaus_report(opens: str, contact: str, agency: str) -> None:
    said = f"{opens},认真落实条例。我局编制了本报告。如有疑问,请与{contact}办公室联系(电话:1234567)。"
    assert read(f"{said}\n一、概述\n公开12条。{NOTE}").agency == agency


@pytest.mark.parametrize(
    ("said", "site", "level"),
    [
        ("在区委、区政府的正确领导下,我单位公开12条。", "jiangdu", "county"),
        ("在区委、区政府的正确领导下,全区公开12条。", "jiangdu", None),
        ("在区委、区政府的正确领导下,我单位公开12条。", "yangzhou", None),
    ],
)
def test_a_unit_that_a_countys_leaders_lead(said: str, site: str, level: str | None) -> None:
    assert read(f"一、总体情况\n2022年度,{said}{NOTE}", f"http://www.{site}.gov.cn/a.html").level == level


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("我局坚持公开。大田县水利局网站主动公开政府各类信息87条。", "大田县水利局"),
        ("我局坚持公开。大田县政务服务局网站主动公开政府各类信息87条。", None),  # where all bodies publish
        ("我镇坚持公开。大田县水利局网站主动公开政府各类信息87条。", None),
        ("我局坚持公开。大田县水利局网站主动公开信息87条,大田县林业局网站主动公开信息9条。", None),
    ],
)
def test_a_bureau_by_what_its_site_published(said: str, agency: str | None) -> None:
    assert read(f"一、总体情况\n2023年,{said}\n").agency == agency


@pytest.mark.parametrize(
    ("said", "agency", "city"),
    [
        ("坚持“以公开为常态”的原则,滁州学院积极推进信息公开工作。", "滁州学院", "滁州市"),
        ("坚持“以公开为常态”的原则,大田县水利局积极推进公开工作。", "大田县水利局", "三明市"),
        ("坚持“以公开为常态”的原则,配合大田县水利局积极推进公开工作。", None, None),
    ],
)
def test_the_subject_behind_a_principle_is_who_acts(said: str, agency: str | None, city: str | None) -> None:
    found = read(f"根据上级文件精神,{said}\n一、概述\n")
    assert (found.agency, found.place.city) == (agency, city)


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("我乡及时更新清单。加强武陵乡重点领域的信息公开,公开信息87条。", "武陵乡人民政府"),
        ("我镇及时更新清单。加强武陵乡重点领域的信息公开,公开信息87条。", None),
        ("我县及时更新清单。加强武陵乡重点领域的信息公开,公开信息87条。", None),
        ("公布武陵乡2021年度本级政府信息公开年度报告。", "武陵乡人民政府"),
        ("公布武陵县2021年度本级政府信息公开年度报告。", None),
    ],
)
def test_a_town_by_what_it_makes_public_or_by_its_own_level(said: str, agency: str | None) -> None:
    assert read(f"现将工作报告如下。{said}\n一、总体情况\n").agency == agency
