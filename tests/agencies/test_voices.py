"""As whom does a page speak? Sentences about another body, another day, another year or another place lead nobody astray."""

from __future__ import annotations

import pytest
from test_who_reports import read

FIGURES = "\n一、总体情况\n主动公开信息12条。\n二、主动公开政府信息情况\n"
HOST = "http://www.datian.gov.cn/a.html"
OFFICE, GOVERNMENT, BUREAU = "大田县人民政府办公室", "大田县人民政府", "大田县统计局"


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("2013年,县政府坚持公开,局党组积极落实。", BUREAU),
        ("2013年,大田县坚持以公开促规范,各股室公开12条。", BUREAU),
        ("2013年,大田县坚持公开,大田县统计局公开数据12条。", BUREAU),
        ("本单位2013年公开40条。2013年,县政府坚持公开。", BUREAU),
        ("2013年,大田县坚持以公开促规范。", GOVERNMENT),
        ("2013年,大田县坚持以公开促规范,市局党组、各单位配合。", GOVERNMENT),
    ],
)
def test_a_bureau_that_compiles_and_acts_reports_itself(said: str, agency: str) -> None:
    text = f"大田县2013年政府信息公开工作年度报告\n本报告由大田县统计局编制。{said}{FIGURES}"
    assert read(text, HOST).agency == agency


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("2020年,大田县人民政府办公室落实上级部署,公开文件12件。", OFFICE),
        ("2020年,大田县人民政府办公室贯彻上级部署,公开文件12件。", OFFICE),
        ("2020年,大田县人民政府办公室向社会公布本报告。", OFFICE),
        ("本报告由大田县人民政府办公室编制。", GOVERNMENT),
    ],
)
def test_an_office_that_acts_reports_itself_whatever_its_county_did(said: str, agency: str) -> None:
    text = f"本报告根据《条例》要求编制。{FIGURES}2020年,大田县坚持以公开促规范。{said}"
    assert read(text, HOST).agency == agency


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("{title}\n2012-03-02 来源:大田政府网\n一、概述\n公开12条。\n大田县水利局\n2012年2月8日", "2012-03-02"),
        ("2012-03-02 来源:大田政府网\n一、概述\n公开12条。\n大田县水利局\n2012年2月8日", "2012-03-02"),
        (
            "{title}\n一、概述\n公开12条。\n大田县水利局\n2012年2月8日\n相关阅读\n2012-12-16 来源:大田政府网 召开会议",
            "2012-02-08",
        ),
        ("{title}\n一、概述\n公开12条。\n大田县水利局\n2012年2月8日\n下一篇:召开会议\n2012-12-16 来源:大田政府网", "2012-02-08"),
        ("政务要闻\n2013-05-01 来源:新华网\n召开会议\n{title}\n一、概述\n公开12条。\n大田县水利局\n2012年2月8日", "2012-02-08"),
        ("{title}\n时间:2012-03-01 浏览:20\n一、概述\n公开12条。\n\n2012-05-16 来源:县防汛办", "2012-03-01"),
    ],
)
def test_the_day_beside_a_source_is_that_of_the_line_below_the_title(text: str, day: str) -> None:
    page = text.format(title="大田县水利局2011年政府信息公开工作年度报告") + "\n二、主动公开政府信息情况\n2011年公开12条。\n"
    assert read(page, HOST).published == day


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("2022年公开12条。项目申报截止时间为2023年12月31日。", 2022),
        ("2022年公开12条。专栏建设工作截止日期为2023年12月31日。", 2022),
        ("2022年公开12条。数据统计截止时间为2023年12月31日。", 2023),
        ("截止2023年12月31日,公开12条,比2022年多3条。", 2023),
        ("我局及时完成2020年度政府信息公开工作,2021年将继续努力。", 2020),
        ("我局按时完成2020年度信息公开任务。2021年将继续努力。", 2020),
        ("我局按时完成2020年政府信息公开年度报告。2021年将继续努力。", None),  # of 2020, or of 2021?
        ("我局按时完成2020年政府信息公开年度报告,2021年公开3条。", 2021),
        ("我局按时完成2020年政府信息公开年度报告,与2019年持平。", None),
    ],
)
def test_the_year_is_none_of_a_deadline_nor_of_a_report_that_was_handed_in(said: str, year: int | None) -> None:
    assert read(f"现将情况报告如下。{said}{FIGURES}", HOST).year == year


@pytest.mark.parametrize(
    ("said", "kind", "scope"),
    [
        ("我办结合外事工作,公开办事指南12条。", "department", "agency"),
        ("我办为外事管理部门,2010年我办公开12条。", "department", "agency"),
        ("我办指导各部门做好政府信息公开工作。", None, "government_consolidated"),
    ],
)
def test_an_office_tells_of_all_where_it_is_the_one_in_charge(said: str, kind: str | None, scope: str) -> None:
    found = read(f"一、概述\n2010年,全市政府信息公开工作扎实推进。{said}{FIGURES}")
    assert (found.kind, found.scope) == (kind, scope)


@pytest.mark.parametrize(
    ("said", "county"),
    [
        ("我局在昭化门户网转载,在广元市政府网站公开30条。", None),
        ("我局通过平安政务网公开12条。", None),  # a word
        ("我厅通过龙江政务网公开12条,服务全省。", None),
        ("我局组织各县分局在武夷山门户网宣传,市局网站公开40条。", None),
    ],
)
def test_a_county_by_what_its_site_is_called_needs_another_clue(said: str, county: str | None) -> None:
    assert read(f"结合我局实际,现将情况报告如下。{FIGURES}2016年,{said}").place.county == county


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("我局按省政府部署公开12条。", "provincial"),
        ("我局按省政府部署公开12条,三亚市民来信8件。", None),
        ("我局按省政府部署公开12条,三亚市领导调研。", None),
        ("我局各分局和市场监管所按省政府要求公开。", None),
        ("我中心按省委部署公开12条。", None),
    ],
)
def test_a_provinces_host_carries_those_below_as_well(said: str, level: str | None) -> None:
    text = f"现将情况报告如下。{FIGURES}2014年,{said}"
    assert read(text, "http://swj.hainan.gov.cn/a.html").level == level


@pytest.mark.parametrize(
    ("said", "city"),
    [
        ("结合我区实际,三明高新区公开12条,三明高新区管委会重视。", "三明市"),
        ("我区毗邻三明高新区,赴三明高新区学习。", None),
        ("结合我区实际,工业园与三明高新区、三明高新区投资公司对接。", None),
    ],
)
def test_a_zone_that_a_page_works_with_is_not_its_own(said: str, city: str | None) -> None:
    text = f"一、总体情况\n现编制管委会2022年度政府信息公开工作报告。统计期限自2022年1月1日起。\n{said}{FIGURES}"
    assert read(text).place.city == city


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("2023年,县政府网站共发布信息3000条。", "county"),
        ("全镇公开工作推进。2023年,县政府网站共发布信息3000条。", None),
        ("镇长任组长。县政府网站共发布信息3000条。", None),
        ("各村(社区)公开栏更新及时。县政府网站共发布信息3000条。", None),
        ("各乡镇、街道配合。县政府网站共发布信息3000条。", "county"),
    ],
)
def test_what_a_countys_site_published_tells_no_level_on_a_towns_page(said: str, level: str | None) -> None:
    assert read(f"统计期限为2023年1月1日至12月31日。{FIGURES}{said}", HOST).level == level


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        ("网站导航 |\n大田县教育局 |\n一、总体情况\n公开12条。", None),
        ("部门\n大田县教育局 |\n一、总体情况\n镇党委、镇政府重视。", None),
        ("大田县教育局 |\n一、总体情况\n公开12条。", "大田县教育局"),
    ],
)
def test_a_name_in_a_menu_is_none_of_who_reports(lines: str, agency: str | None) -> None:
    assert read(f"2020年政府信息公开年度报告\n{lines}{FIGURES}", HOST).agency == agency


@pytest.mark.parametrize("verb", ["完成", "编成"])
def test_who_wrote_a_report_in_a_sentence_reports(verb: str) -> None:
    text = f"大田县教育局{verb}2020年政府信息公开年度报告\n大田县人民政府办公室\n2021年1月9日{FIGURES}"
    assert (read(text, HOST).title, read(text, HOST).agency) == (None, "大田县教育局")


@pytest.mark.parametrize(
    ("said", "city"),
    [
        ("各县区公开信息80条。市政府办公室共受理申请4件。", "平顶山市"),
        ("我行业协会面向各县区公开。", None),
        ("配合各县区工作。市政府重视,我镇公开。", None),
        ("市政府所属各县区均有。县委重视,县政府公开。", None),
        ("各县区分公司公开。市政府办公室收到申请。", None),
    ],
)
def test_a_telephone_tells_the_city_of_a_page_that_speaks_as_one(said: str, city: str | None) -> None:
    lost = "如有疑问,请联系人民政府办公室,联系电话:0375-2660000。"
    assert read(f"2010年政府信息公开年度报告\n{lost}{FIGURES}{said}", "http://a.example/1").place.city == city


@pytest.mark.parametrize(
    ("contact", "said", "agency"),
    [
        ("大田县统计局", "2016年,我局落实《条例》。", "大田县统计局"),
        ("大田县统计局", "2016年,全县落实《条例》。", "大田县人民政府"),
        ("大田县政务服务局", "2016年,我局落实《条例》。", "大田县人民政府"),  # gathers the reports of all
        ("三明市统计局", "2016年,我局落实《条例》。", "大田县人民政府"),
    ],
)
def test_a_bureau_that_publishes_the_report_of_its_place_and_is_reached_reports_itself(
    contact: str, said: str, agency: str
) -> None:
    text = (
        f"根据《条例》,特公布2016年大田县政府信息公开工作年度报告。如有疑问,请与{contact}联系(电话:0598-7222222)。{FIGURES}{said}"
    )
    assert read(text, HOST).agency == agency


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("2016年,我局公开大田县统计局2016年部门预算和决算。", "大田县统计局"),
        ("2016年,全县公开大田县统计局2016年部门预算和决算。", None),
        ("2016年,我委公开大田县统计局2016年部门预算和决算。", None),
        ("2016年,福建省参事室认真落实《条例》。", "福建省参事室"),
        ("2016年,大田县外办认真落实《条例》。", "大田县外办"),
        ("2016年,我局对外办理业务12件,认真落实《条例》。", None),
    ],
)
def test_a_body_by_its_own_budget_and_short_names_of_offices(said: str, agency: str | None) -> None:
    assert read(f"本报告根据《条例》编制。{FIGURES}{said}", HOST).agency == agency


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("2019年,大田分局在上级公安机关领导下,通过大田公安微信公开12条。", "public_security"),
        ("2019年,大田分局在上级领导下,与公安机关联动公开12条。", "department"),
        ("2019年,大田县国土分局在上级公安机关领导下,与公安部门公开12条。", "department"),
    ],
)
def test_a_branch_called_after_its_place_is_the_polices_where_its_page_speaks_of_them(said: str, kind: str) -> None:
    assert read(f"一、总体情况\n{said}{FIGURES}", HOST).kind == kind


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("2024年,我市深入贯彻落实《条例》。", "三明市人民政府"),
        ("2024年,我局深入贯彻落实《条例》。", "三明市行政审批局"),
        ("2024年,三明市行政审批局深入贯彻落实《条例》。", "三明市行政审批局"),
    ],
)
def test_a_bureau_for_approvals_that_is_reached_for_a_place_that_acts(said: str, agency: str) -> None:
    contact = "如有疑问,请与三明市行政审批局联系(电话:0598-8222222)。"
    assert (
        read(f"本报告根据《条例》编制。{contact}\n一、总体情况\n{said}{FIGURES}", "http://www.sm.gov.cn/a.html").agency == agency
    )


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("2024年,大田县全面落实部署。大田县公开县政府文件12件,县政府公报4期。", GOVERNMENT),
        ("2024年,大田县全面落实部署。我局公开文件12件,县政府公报4期。", None),
        ("2024年,大田县全面落实部署,公开文件12件。", None),
    ],
)
def test_a_place_whose_gazette_is_counted_reports(said: str, agency: str | None) -> None:
    assert read(f"本报告根据《条例》编制。\n一、总体情况\n{said}{FIGURES}").agency == agency


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("2019年,大田县人民政府办公室全面贯彻《条例》。", OFFICE),
        ("2019年,大田县人民政府办公室全面贯彻《条例》。全县公开信息12条。", GOVERNMENT),
        ("2019年,大田县全面贯彻《条例》。", GOVERNMENT),
    ],
)
def test_a_section_of_an_office_is_reached_for_the_office_that_acts(said: str, agency: str) -> None:
    contact = "如有疑问,可与大田县人民政府办公室信息科联系(电话:0598-7222222)。"
    assert read(f"本报告根据《条例》编制。{contact}\n{said}{FIGURES}", HOST).agency == agency


@pytest.mark.parametrize(
    ("said", "county"),
    [("我单位在大田县人民政府网站公开12条。", "大田县"), ("在大田县人民政府网站公开12条。", None)],
)
def test_a_body_lies_in_the_county_on_whose_site_it_publishes(said: str, county: str | None) -> None:
    found = read(f"本报告根据《条例》编制。{FIGURES}{said}", "http://a.example/1")
    assert (found.place.county, found.level) == (county, None)  # a town's body says 我单位 as well


def test_a_body_of_the_state_by_a_name_of_then_and_a_zone_of_commerce() -> None:
    found = read(f"国家食品药品监督管理局2010年度政府信息公开工作报告\n一、基本情况\n地址:北京市宣武门西大街26号。{FIGURES}")
    assert (found.place.province, found.level, found.kind) == (None, "national", "central_department")
    found = read(f"现公布大田河东商务区(街道)2014年政府信息公开工作年度报告。{FIGURES}", HOST)
    assert (found.kind, found.scope) == ("administrative_committee", "agency")


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("公文生成日期:2012-01-05\n{title}\n时间:2012-02-15 00:00", "2012-02-15"),
        ("公文生成日期:2012-01-05\n{title}\n发布日期:2012-03-15", "2012-03-15"),
        ("公文生成日期:2012-01-05\n{title}", "2012-01-05"),
    ],
)
def test_the_day_of_a_sites_line_comes_before_that_of_the_document(lines: str, day: str) -> None:
    page = lines.format(title="大田县水利局2011年政府信息公开工作年度报告")
    assert read(f"{page}\n一、概述\n公开12条。{FIGURES}", HOST).published == day


@pytest.mark.parametrize(
    "below",
    [
        "\n大田县统计局2014年政府信息公开年度报告 2015-01-22\n",
        "\n大田县统计局2014年政府信息公开年度报告\n2015-01-22\n",
        "\n网友评论\n2014-06-06\n写得好\n",
        "\n评论 张三 2014-06-06 写得好\n",
        "\n张三 2014-06-06 写得好\n",
        "\nCopyright 2014-06-01\n",
    ],
)
def test_days_of_other_pages_of_readers_and_of_rights_are_not_the_reports(below: str) -> None:
    page = f"大田县统计局2013年政府信息公开年度报告\n一、概述\n我局公开12条。{FIGURES}"
    assert read(f"{page}大田县统计局 2014年1月20日{below}", HOST).published == "2014-01-20"
    assert read(page + below, HOST).published is None
    assert read(f"{page}大田县统计局 2014-01-20\n", HOST).published == "2014-01-20"


@pytest.mark.parametrize(
    ("title", "said", "scope"),
    [
        ("大田县人民政府", "2023年,我县坚持公开。", "government_consolidated"),
        ("大田县人民政府(本级)", "2023年,我县坚持公开。", "agency"),
        ("大田县人民政府", "本报告数据仅为县政府本级,不含各部门。", "agency"),
        ("大田县人民政府", "本报告数据不含各部门、各乡镇。", "agency"),
        ("大田县人民政府", "本报告数据不含省级垂直管理部门。", "government_consolidated"),
        ("大田县人民政府(县政府办公室)", "2023年,县政府办公室严格落实,公开文件12件。", "agency"),
        ("大田县人民政府(县政府办公室)", "2023年,全县公开信息12条。", "government_consolidated"),
        ("大田县人民政府", "县本级公开信息12条,各部门40条。", "government_consolidated"),
    ],
)
def test_a_government_that_reports_on_its_own_organ_alone(title: str, said: str, scope: str) -> None:
    found = read(f"{title}2023年政府信息公开工作年度报告\n{said}{FIGURES}", HOST)
    assert (found.agency, found.scope) == ("大田县人民政府", scope)


def test_notes_on_the_making_of_a_report_below_its_title_and_the_partys_committee_of_a_zone() -> None:
    found = read(f"大田县统计局2017年政府信息公开年度报告\n编制说明:本年度报告根据《条例》编制。{FIGURES}", HOST)
    assert (found.title, found.agency) == ("大田县统计局2017年政府信息公开年度报告", "大田县统计局")
    assert read(f"关于大田县统计局2017年政府信息公开年度报告编制工作的说明\n我局公开3条。{FIGURES}", HOST).title is None
    zone = "如有疑问,请与三明高新技术产业开发区党工委管委会办公室联系(电话:0598-7222222)。"
    assert read(f"本报告由六部分组成。{zone}{FIGURES}").agency == "三明高新技术产业开发区管理委员会"


def test_a_report_of_several_years_has_none_and_a_company_its_own_name() -> None:
    assert read(f"大田县统计局2021-2023年政府信息公开工作报告\n一、总体情况\n公开3条。{FIGURES}", HOST).year is None
    assert read(f"大田县统计局2021-2022年度政府信息公开工作报告\n一、总体情况\n公开3条。{FIGURES}", HOST).year == 2021
    found = read(f"大田县自来水公司2023年企事业单位信息公开年度报告\n一、总体情况\n公开3条。{FIGURES}", HOST)
    assert found.agency == "大田县自来水公司"


def test_the_day_from_which_rules_apply_a_clock_and_a_streets_office() -> None:
    rules = "《信息处理费管理办法》自2021年1月1日起施行。"
    assert read(f"现将情况报告如下。{rules}2022年,我局公开12条。2022年收到3件。{FIGURES}", HOST).year == 2022
    assert read(f"今天是 2014年5月6日\n大田县统计局2013年政府信息公开年度报告\n公开3条。{FIGURES}", HOST).published is None
    assert read(f"现将情况报告如下。2022年,我办事处公开12条,我办事处重视。{FIGURES}", HOST).kind is None
