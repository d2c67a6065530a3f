"""Whose report is it, where sites, addresses, brands and compilers are named beside its body? Each rule with what it must leave alone."""

from __future__ import annotations

import pytest
from test_who_reports import read

from gongkai.indexer.page import Page
from gongkai.indexer.recognition.title_lines import may_be_titles, read_titles

FIGURES = "\n一、总体情况\n主动公开信息12条。\n二、主动公开政府信息情况\n"


@pytest.mark.parametrize(
    ("title", "said", "agency"),
    [
        ("梅列区人民政府", "电子版可在“三明市梅列区人民政府门户网站”下载。", "梅列区人民政府"),
        ("梅列区人民政府", "请与三明市梅列区人民政府联系,或访问三明市梅列区人民政府网站。", "三明市梅列区人民政府"),
        ("梅列区人民政府", "请访问三明市梅列区人民政府网站,或与三明市梅列区人民政府联系。", "三明市梅列区人民政府"),
        ("三明市水利局", "电子版见三明市人民政府水利局门户网站。", "三明市水利局"),
        ("梅列区水利局", "电子版见三明市梅列区水利局网站。", "三明市梅列区水利局"),  # a bureau is called as its site is
        ("均溪镇人民政府", "电子版可在大田县均溪镇人民政府网站下载。", "大田县均溪镇人民政府"),  # and so is a town
        ("三明市水利局", "三明市人民政府水利局设在列东。", "三明市人民政府水利局"),
    ],
)
def test_the_name_of_a_governments_site_is_no_longer_name(title: str, said: str, agency: str) -> None:
    assert read(f"{title}2017年政府信息公开工作年度报告\n{said}{FIGURES}").agency == agency


@pytest.mark.parametrize(
    ("address", "agency"),
    [
        ("大田县均溪镇人民政府;邮编366100", "大田县均溪镇人民政府"),
        ("大田县均溪镇人民政府一楼;邮编366100", "均溪镇人民政府"),
        ("三明市大田县均溪镇人民政府;邮编366100", "均溪镇人民政府"),  # the way there, which is no name
        ("福建省三明市大田县均溪镇建山路;邮编366100", "均溪镇人民政府"),
    ],
)
def test_the_address_of_a_town_may_be_its_own_name(address: str, agency: str) -> None:
    said = f"现公布2019年度均溪镇人民政府信息公开年度报告。有疑问请来信(地址:{address})。"
    assert read(said + FIGURES, "http://www.datian.gov.cn/a.html").agency == agency


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("2012年03月16日 来源: 大田政府网", "2012-03-16"),
        ("2012-03-16 09:20 信息来源:大田政府网", "2012-03-16"),
        ("见2012年03月16日来源:大田政府网的通知", "2012-02-08"),
        ("2010年03月16日 来源: 大田政府网", "2012-02-08"),  # before the year ended
    ],
)
def test_the_day_with_its_source_is_the_sites(line: str, day: str) -> None:
    text = f"大田县水利局2011年政府信息公开工作年度报告\n{line}\n大田县水利局\n2012年2月8日\n引言{FIGURES}"
    assert read(text).published == day


@pytest.mark.parametrize(
    ("line", "ordered"),
    [
        ("我区按照市政府关于做好政府信息公开工作的要求,现将2025年情况报告如下:", False),
        ("关于做好2025年政府信息公开工作年度报告编制工作的通知", True),
        ("各乡镇要按照关于做好政府信息公开工作年度报告的要求,有关事项通知如下:", True),
    ],
)
def test_a_sentence_that_leads_to_the_report_is_no_title_of_a_notice(line: str, ordered: bool) -> None:
    text = f"本报告由高新区编制。\n一、总体情况\n{line}\n主动公开信息12条。\n"
    assert read_titles(may_be_titles(Page(text=text), text)).ordered is ordered


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("大田县卫生局(县爱卫办)公布2015年政府信息公开工作年度报告", True),
        ("大田县卫生局(县爱卫办)现公布2015年政府信息公开工作年度报告", True),
        ("大田县政府信息公开制度(田政办〔2015〕3号)公布2015年政府信息公开工作年度报告", False),
    ],
)
def test_a_second_name_in_brackets_is_no_end_of_a_sentence(line: str, title: bool) -> None:
    found = read(line + FIGURES)
    assert (found.title is not None) is title
    assert found.agency == ("大田县卫生局" if title else None)


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("2024年,均溪镇认真落实各项任务。", "均溪镇人民政府"),
        ("2024年,推动均溪镇认真落实各项任务。", None),
        ("一是积极指导均溪镇认真落实各项任务。", None),
        ("2024年,大田县督促均溪镇认真落实各项任务。", None),
        ("2024年,要求教育局认真落实各项任务。", None),
        ("2024年,大田县就业指导中心认真落实各项任务。", "大田县就业指导中心"),  # what it is for
        ("2024年,我县坚持公开。均溪镇认真落实各项任务。", None),
        ("2024年,全县各乡镇坚持公开。2024年,均溪镇认真落实各项任务。", None),
        ("结合2024年我县政府信息公开工作编写。均溪镇认真落实各项任务。", "均溪镇人民政府"),  # a form's words
        ("2024年,我县坚持公开。2024年,均溪镇认真落实,我镇公开8条。", "均溪镇人民政府"),
    ],
)
def test_a_body_that_is_made_to_act_or_told_of_is_not_the_one_that_reports(said: str, agency: str | None) -> None:
    found = read(f"本报告由总体情况等部分组成。{FIGURES}{said}\n")
    assert found.agency == agency
    assert agency or found.place.town is None


@pytest.mark.parametrize(
    ("bureau", "said", "agency"),
    [
        ("统计局", "", "大田县统计局"),
        ("统计局", "2013年,县政府坚持公开。", "大田县人民政府"),
        ("统计局", "2013年,大田县坚持以公开促规范。", "大田县人民政府"),
        ("统计局", "2013年,县政府坚持公开,我局公开12条。", "大田县统计局"),
        ("统计局", "县政府网站公开12条。", "大田县统计局"),  # where bureaus publish
        ("统计局", "各乡镇公开12条。", "大田县人民政府"),
        ("档案局", "", None),
        ("档案局", "我局公开12条。", "大田县档案局"),
        ("安全监察局", "", "大田县安全监察局"),
    ],
)
def test_a_place_in_the_title_and_a_bureau_that_compiled(bureau: str, said: str, agency: str | None) -> None:
    text = f"大田县2013年政府信息公开工作年度报告\n本报告由大田县{bureau}编制。{said}{FIGURES}"
    assert read(text).agency == agency


@pytest.mark.parametrize(
    ("title", "agency", "kind"),
    [
        ("三明高新区管委会党政办公室", "三明高新区管委会党政办公室", "department"),
        ("三明高新区管委会", "三明高新区管理委员会", "administrative_committee"),
        ("大田县桃源镇人民政府党政办公室", "大田县桃源镇人民政府", "government"),  # which has no office of its own
    ],
)
def test_the_office_of_a_committee_that_a_title_names_is_the_one_that_reports(title: str, agency: str, kind: str) -> None:
    found = read(f"{title}2023年政府信息公开工作年度报告\n由{title}编制。{FIGURES}")
    assert (found.agency, found.kind) == (agency, kind)


@pytest.mark.parametrize(
    ("said", "url", "level"),
    [
        ("2014年,我局在省政府网站公开12条。", "http://swj.hainan.gov.cn/a.html", "provincial"),
        ("2014年,我局在市政府网站和省政府网站公开12条。", "http://swj.hainan.gov.cn/a.html", None),
        ("2014年,我局在省政府网站公开12条,服务全县。", "http://swj.hainan.gov.cn/a.html", None),
        ("2014年,我局按自治区党委、自治区人民政府部署公开12条。", "http://swj.gxzf.gov.cn/a.html", "provincial"),
        ("2014年,我局按自治区党委和区政府部署公开12条。", "http://swj.gxzf.gov.cn/a.html", None),
    ],
)
def test_a_bureau_on_its_provinces_host_that_has_no_leaders_below_is_the_provinces(
    said: str, url: str, level: str | None
) -> None:
    assert read(f"现将情况报告如下。{FIGURES}{said}", url).level == level


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("2023年,县政府网站共发布信息3000条。", "county"),
        ("县政府办公室收到申请9件。", "county"),
        ("按县政府办公室公开的要点开展工作。", None),
        ("市政府办公室收到申请9件。", None),  # of a place above
        ("县政府办公室收到申请9件,本单位收到1件。", None),
        ("镇党委加强领导。县政府网站公开信息12条。", None),  # a town's
        ("县政府网站公开信息12条。各镇政府均已公开。", "county"),
    ],
)
def test_the_level_of_a_page_without_a_name_by_the_offices_that_act(said: str, level: str | None) -> None:
    found = read(f"统计期限为2023年1月1日至12月31日。{FIGURES}{said}", "http://www.datian.gov.cn/a.html")
    assert found.level == level


@pytest.mark.parametrize(
    ("said", "city", "level"),
    [
        ("各县(市、区)公开信息80条。市政府办公室共受理申请4件。", "平顶山市", "prefectural"),
        ("市政府办公室共受理申请4件。", None, None),  # of a county-level city as well
        ("各县(市、区)公开信息80条。我局公开4条。", None, None),
    ],
)
def test_a_city_whose_name_a_copy_lost_is_told_by_its_counties_and_its_telephone(
    said: str, city: str | None, level: str | None
) -> None:
    lost = "如有疑问,请联系金沙赌场人民政府办公室,联系电话:0375-2660000。"
    found = read(f"2010年政府信息公开年度报告\n{lost}{FIGURES}{said}", "http://a.example/1")
    assert (found.place.city, found.level, found.agency) == (city, level, None)


@pytest.mark.parametrize(
    ("site", "county"),
    [
        ("在昭化门户网和广元市交通信息网公开12条。", "昭化区"),
        ("在朝阳门户网公开12条。", None),  # several places are called so
        ("在广元门户网公开12条。", None),  # a city, whose counties publish there
        ("学习昭化门户网的做法。", None),
    ],
)
def test_a_county_by_what_its_site_is_called(site: str, county: str | None) -> None:
    found = read(f"结合我局实际,现将2016年情况报告如下。{FIGURES}2016年,我局{site}")
    assert found.place.county == county
    assert found.level == ("county" if county else None)


@pytest.mark.parametrize(
    ("said", "kind", "scope"),
    [
        ("2010年全市的政府信息公开各项工作有序开展。", None, "government_consolidated"),
        ("2010年,我办参加全市的政府信息公开工作会议。", "department", "agency"),
    ],
)
def test_the_office_in_charge_tells_of_all(said: str, kind: str | None, scope: str) -> None:
    found = read(f"一、概述\n2010年,在市委、市政府领导下,我办制定《洛阳市政府信息公开暂行办法》。{said}{FIGURES}")
    assert (found.agency, found.kind, found.scope) == (None, kind, scope)


@pytest.mark.parametrize(
    ("line", "agency", "title"),
    [
        ("列东区教育局依条例写成2017年度政府信息公开年度报告。", "三明市教育局", False),
        ("三明市教育局依条例和三明市规定起草了2017年度政府信息公开年度报告。", "三明市教育局", False),
        ("三明市土地整理中心2017年度政府信息公开年度报告", "三明市土地整理中心", True),
    ],
)
def test_who_wrote_a_report_is_a_sentence_and_no_title(line: str, agency: str, title: bool) -> None:
    found = read(f"三明市教育局\n2018年3月\n{line}{FIGURES}" if not title else line + FIGURES)
    assert (found.agency, found.title is not None) == (agency, title)


@pytest.mark.parametrize(
    ("said", "city"),
    [
        ("通过“三明高新区”公众号公开,结合我区实际印发《三明高新区2022年工作要点》。", "三明市"),
        ("结合我区实际,赴三明高新区学习。", None),  # named once
        ("通过“三明高新区”和“南平高新区”公众号公开,我区与三明高新区、南平高新区协作。", None),
        ("通过“三明高新区”公众号公开,印发《三明高新区2022年工作要点》。", None),  # who speaks is no district
    ],
)
def test_a_committee_without_a_name_is_that_of_the_zone_its_page_names_again(said: str, city: str | None) -> None:
    found = read(f"一、总体情况\n现编制管委会2022年度政府信息公开工作报告。统计期限自2022年1月1日起。\n{said}{FIGURES}")
    assert (found.agency, found.place.city) == (None, city)


@pytest.mark.parametrize(
    ("said", "agency"),
    [
        ("2023年,均溪镇党委坚持公开。", "均溪镇人民政府"),
        ("2023年,均溪街道党工委坚持公开。", "均溪街道办事处"),
        ("镇党委坚持公开。", None),
        ("2023年,大田县委坚持公开。", None),
        ("2023年,大田县教育工委坚持公开。", None),
        ("2023年,大田县发改委坚持公开。", "大田县发改委"),  # no committee of the party
        ("2023年,试点单位均溪镇坚持公开。", None),
        ("2023年,均溪街道坚持公开。", "均溪街道办事处"),
        ("2023年,哈拉道口镇坚持公开。", "哈拉道口镇人民政府"),  # which no table has
        ("2023年,所有镇坚持公开。", None),
        ("2023年,均溪镇坚持公开。2023年,太华镇认真落实。", None),
        ("2023年,均溪镇坚持公开。2023年,太华镇认真落实。2023年,均溪镇积极整理。", "均溪镇人民政府"),
        ("2023年,均溪镇坚持公开。2023年,大田县均溪镇认真落实。", "大田县均溪镇人民政府"),  # the same town
        ("2023年,检查教育局认真整改情况。", None),
        ("2023年,配合县教育局坚持公开。", None),
        ("2023年,北京联合大学坚持公开。", "北京联合大学"),
    ],
)
def test_the_subject_of_a_year_is_a_body_of_the_state_and_nothing_stands_before_it(said: str, agency: str | None) -> None:
    assert read(f"统计期限为2023年1月1日至12月31日。{FIGURES}{said}", "http://www.datian.gov.cn/a.html").agency == agency


@pytest.mark.parametrize(
    ("title", "source", "agency"),
    [
        ("Abc88体育水务局", "", "水务局"),
        ("Abcbet娱乐自然资源和规划局", "", "自然资源和规划局"),
        ("金沙国际公司市水务部门", "来源:金沙国际公司市水务局\n", "市水务局"),
        ("金沙国际公司市水务部门", "", None),
        ("CBD国际商务区管理委员会", "", "CBD国际商务区管理委员会"),
    ],
)
def test_a_brand_that_stands_for_the_place_is_no_part_of_a_name(title: str, source: str, agency: str | None) -> None:
    found = read(f"{title}2016年政府信息公开工作年度报告\n{source}{FIGURES}2016年,认真落实。", "http://a.example/1")
    assert found.agency == agency
