"""Which pages are annual reports, and which only look like one? Pairs of near neighbours, in made-up words."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import NotAReport

TITLE = "丙县水利局2023年政府信息公开工作年度报告"
PROSE = "\n2023年,丙县水利局公开信息60条。"
GOLDEN = Path(__file__).parent / "reports" / "in" / "broken_identities.txt"
ROWS = "\n" + "\n".join(GOLDEN.read_text("utf-8").split("\n")[18:47])
TABLE = f"\n三、收到和处理政府信息公开申请情况{ROWS}\n"


def refused(text: str, name: str = "page.txt") -> str | None:
    [parsed] = parse_source(Source(text.encode(), name))
    return parsed.reason if isinstance(parsed, NotAReport) else None


@pytest.mark.parametrize(
    "text",
    [
        f"丙县水利局2023年上半年政府信息公开工作报告{PROSE}{TABLE}",
        f"丙县2023年第三季度政府信息公开申请办理情况统计表{TABLE}",
        f"丙县水利局2023年1-6月政府信息公开情况统计表{TABLE}",
        f"丙县水利局2023年9月份依申请公开情况统计表{TABLE}",
        f"2023年\n上半年政务公开工作总结{PROSE}\n一、总体情况\n二、存在的主要问题",
        f"丙县水利局2023年半年度政府信息公开报告{TABLE}",
    ],
)
def test_a_part_of_a_year_is_no_annual_report(text: str) -> None:
    assert refused(text) == "a report or table of a part of a year, not the annual report"


@pytest.mark.parametrize(
    "text",
    [
        f"《{TITLE}》解读\n一、编制背景\n按照条例编制。\n二、主要内容\n全年收到申请3件。",
        f"一图读懂{TITLE}\n主动公开信息120条\n新收申请3件",
        f"图解:{TITLE}\n主动公开信息120条",
        "丙市2023年政府信息公开工作年度报告发布\n1月30日,丙市发布年度报告。报告显示,全年公开信息12万条,受理申请312件。",
    ],
)
def test_what_is_said_about_a_report_is_none(text: str) -> None:
    assert refused(text) == "an explanation of a report or news about one, not the report"


@pytest.mark.parametrize(
    "text",
    [
        "丙县水利局2023年法治政府建设年度报告\n一、总体情况\n行政许可312件,行政复议2件。\n二、存在的主要问题\n三、下一步工作",
        "丙县2023年依法行政工作总结\n一、基本情况\n行政复议2件。\n二、存在的问题",
        "丙县水利局2023年政务公开工作要点\n一、主动公开政府信息\n行政许可、行政处罚。\n二、依申请公开\n三、监督保障",
        "2023年政府信息公开工作实施方案\n一、总体情况\n二、主动公开",
    ],
)
def test_other_reports_and_plans_are_none(text: str) -> None:
    assert refused(text) == "a report or plan on something else"


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}{PROSE}",
        f"{TITLE}\n附件:{TITLE}.pdf",
        f"相关链接\n丙县水利局2023年上半年政务公开工作总结\n一图读懂{TITLE}\n丙县2023年法治政府建设年度报告\n{TITLE}{PROSE}{TABLE}",
        f"2023年1-12月政府信息公开工作报告{PROSE}{TABLE}",
        f"丙县新局2023年4-12月政府信息公开工作年度报告{PROSE}{TABLE}",
        f"丙县水利局政府信息公开工作年度报告(2024年1月){PROSE}{TABLE}",
        f"2024年1月\n丙县水利局政府信息公开工作年度报告{PROSE}{TABLE}",
        f"一、总体情况\n上半年组织政务公开培训2次\n第三季度公布依申请公开指南\n2023年全年公开信息60条。{TABLE}",
        f"一、总体情况{PROSE}\n上半年组织政务公开培训并通报情况\n五、存在的主要问题及改进情况\n培训不足。",
        f"丙县水利局2023年政务公开工作总结{PROSE}\n一、总体情况\n二、存在的主要问题及改进情况\n不足。",
        f"政策解读\n2023年度政府信息公开年报{PROSE}",
        f"《{TITLE}》解读\n一、总体情况\n公开。\n二、主动公开政府信息情况\n许可。{TABLE}四、行政复议、行政诉讼情况\n无。",
        f"丙县2023年法治政府建设年度报告{TABLE}",
        f"关于印发《{TITLE}》的通知\n各单位:\n现将报告印发。\n{TITLE}\n一、总体情况{PROSE}{TABLE}",
        f"{TITLE}发布\n一、总体情况{PROSE}",
        ROWS,
    ],
)
def test_reports_and_excerpts_of_reports_stay_reports(text: str) -> None:
    assert refused(text) is None


def test_the_title_of_a_web_page_counts() -> None:
    page = "<html><head><title>{}_丙县人民政府</title></head><body><p>全年公开信息60条。</p></body></html>"
    assert refused(page.format("丙县水利局2023年第一季度政府信息公开统计表"), "a.html")
    assert refused(page.format(TITLE), "a.html") is None
