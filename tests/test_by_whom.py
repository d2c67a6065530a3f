"""Whose report is it, where sites, addresses, brands and compilers are named beside its body? Each rule with what it must leave alone."""

from __future__ import annotations

import pytest

from gongkai.indexer.metadata import Metadata, read_metadata
from gongkai.indexer.page import Page, Source
from gongkai.indexer.title_lines import read_titles

FIGURES = "\n一、总体情况\n主动公开信息12条。\n二、主动公开政府信息情况\n"


def read(text: str, url: str | None = None) -> Metadata:
    return read_metadata(Page(text=text), Source(b"", "page.html", url=url))


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
    assert read_titles(Page(text=text), text).ordered is ordered


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("大田县卫生局(县爱卫办)公布2015年政府信息公开工作年度报告", True),
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
    ],
)
def test_a_place_in_the_title_and_a_bureau_that_compiled(bureau: str, said: str, agency: str | None) -> None:
    text = f"大田县2013年政府信息公开工作年度报告\n本报告由大田县{bureau}编制。{said}{FIGURES}"
    assert read(text).agency == agency
