"""A list of 2014 whose head, notes or labels speak of something else than the agency's year is not read, or not that row."""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.form_2014 import LIST_2014, STATISTICS_2014
from gongkai.report import Report

NUMBERS = {key: 101 + 7 * n for n, (key, _, _) in enumerate(STATISTICS_2014)}
LAYOUTS = {
    "html": ("<tr><td>{}</td><td>{}</td><td>{}</td></tr>", "<table>", "</table>", "<p>{}</p>"),
    "pipes": ("| {} | {} | {} |", "", "", "{}"),
    "spaces": ("{} {} {}", "", "", "{}"),
    "lines": ("{}\n{}\n{}", "", "", "{}"),
}
TOWN = "临江市白石镇人民政府"


def figures(
    layout: str = "spaces",
    *,
    head: str = "统计数",
    above: str = "（2016年度）",
    below: str = "审核人：王五",
    labels: dict[str, str] | None = None,
    row: str = "",
    agency: str = TOWN,
) -> dict[str, object]:
    """Return what is read of a list, by its keys; `labels` are printed in place of the form's, `row` is how a row is."""
    line, begin, end, paragraph = LAYOUTS[layout]
    rows = [(row or line).format((labels or {}).get(key, label), unit, NUMBERS[key]) for key, label, unit in STATISTICS_2014]
    title = f"{agency}2016年政府信息公开工作年度报告"
    lines = [title, "一、概述", "本镇依法公开信息。", "附件：", "政府信息公开情况统计表", *above.split("\n")]
    text = "\n".join(
        [*map(paragraph.format, lines), begin + line.format("统计指标", "单位", head), *rows, end, paragraph.format(below)]
    )
    page = f"<html><head><title>{title}</title></head><body>{text}</body></html>" if layout == "html" else text
    (report,) = parse_source(Source(page.encode(), "a.html" if layout == "html" else "a.txt"))
    assert isinstance(report, Report)
    return {key: report.value(LIST_2014 + key) for key in NUMBERS if report.value(LIST_2014 + key) is not None}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("head", "上半年 1-6月 一季度 本季度 本月数 5-12月 全市 全县 市教育局 占比 计划数".split())
def test_a_column_of_something_else_is_not_read(layout: str, head: str) -> None:
    assert figures(layout, head=head) == {}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("head", "统计数 数量 数值 全镇 2016年 本年度 合计 1-12月".split())
def test_a_column_of_the_year_is_read(layout: str, head: str) -> None:
    assert figures(layout, head=head) == NUMBERS


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("2008年5月1日—2016年12月31日", ""),
        ("统计时间：2016年1月1日至2016年6月30日", ""),
        ("2016年1月—6月", ""),
        ("2017年度目标任务", ""),
        ("", "注：以上为全市汇总数据。"),
        ("", "更正：收到申请数应为254件。"),
    ],
)
def test_notes_that_say_otherwise_go_for_the_list(above: str, below: str) -> None:
    assert figures("html", above=above, below=below) == {}
    assert figures("spaces", above=above, below=below) == {}


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("2016年1月1日—2016年12月31日", ""),
        ("统计期限：2016年1月1日至2016年12月31日", "注：以上为全镇汇总数据。"),
        ("填报单位：白石镇人民政府", "说明：按时办结数含延期答复。"),
    ],
)
def test_notes_of_the_year_and_the_agency_leave_it(above: str, below: str) -> None:
    assert figures("html", above=above, below=below) == NUMBERS


OTHER_LABELS = [
    ("requests.closed_extended", "逾期办结数"),
    ("requests.closed_on_time", "超时办结数"),
    ("requests.closed_on_time", "未按时办结数"),
    ("requests.answered.does_not_exist", "申请信息不明确数"),
    ("requests.answered.does_not_exist", "申请信息存在数"),
    ("requests.received", "县公安局收到申请数"),
    ("requests.received", "上半年收到申请数"),
    ("requests.received", "收到申请答复数"),
    ("requests.received", "收到申请人数"),
    ("requests.channel.mail", "信函、传真申请数"),
    ("review.total", "受理行政复议数量"),
    ("review.upheld", "撤销具体行政行为数"),
    ("proactive.by_website", "部门网站公开政府信息数"),
    ("proactive.by_website", "政府网站点击数"),
    ("proactive.items_published", "应主动公开政府信息数"),
    ("proactive.items_published", "依申请公开政府信息数"),
    ("proactive.items_published", "撤销主动公开政府信息数"),
    ("proactive.normative_documents_issued", "废止规范性文件总数"),
    ("fees_charged_wan_yuan", "依申请公开信息减免的费用"),
    ("capacity.staff", "从事政府信息公开工作人员培训数"),
    ("capacity.staff_full_time", "新增专职人员数"),
    ("capacity.units", "政府信息公开工作专门机构人数"),
    ("capacity.budget_wan_yuan", "申请政府信息公开专项经费"),
    ("training.courses", "计划举办各类培训班数"),
]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("key", "label"), OTHER_LABELS)
def test_a_legible_label_of_something_else_is_no_damaged_one(layout: str, key: str, label: str) -> None:
    found = figures(layout, labels={key: label})
    assert key not in found
    assert [other for other, number in found.items() if number != NUMBERS[other]] == []
    assert len(found) >= len(NUMBERS) - 3


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("requests.received", "收到申?数"),
        ("requests.closed_extended", "延期办?数"),
        ("proactive.items_published", "（一）本年度主动公开政府信息数"),
        ("requests.received", "（一）我镇收到申请数"),
        ("review.total", "四、因政府信息公开申请行政复议数量"),
        ("training.courses", "举办各类培训班?数"),
    ],
)
def test_a_damaged_label_and_one_that_says_who_and_when_are_read(key: str, label: str) -> None:
    assert figures("spaces", labels={key: label}) == NUMBERS


@pytest.mark.parametrize("row", ["{2} {0} {1}", "| {2} | {0} | {1} |"])
def test_numbers_before_their_labels_are_not_of_the_row_above(row: str) -> None:
    found = figures(row=row)
    assert [key for key, number in found.items() if number != NUMBERS[key]] == []


def test_the_codes_of_rows_are_not_their_numbers() -> None:
    codes = {key: f"{label} {n:02}" for n, (key, label, _) in enumerate(STATISTICS_2014, 1)}
    found = figures(labels=codes)
    assert [key for key, number in found.items() if number != NUMBERS[key]] == []


def test_of_two_lists_another_body_s_is_not_read() -> None:
    rows = [f"{label} {unit} {{}}" for _, label, unit in STATISTICS_2014]
    first, second = (
        "\n".join(
            ["统计指标 单位 统计数", *(row.format(by * number) for row, number in zip(rows, NUMBERS.values(), strict=True))]
        )
        for by in (1, 3)
    )
    text = (
        "临江县人民政府2016年政府信息公开工作年度报告\n一、概述\n依法公开信息。\n附件1：\n政府信息公开情况统计表\n填报单位：临江县公安局\n"
        f"{first}\n附件2：\n政府信息公开情况统计表（全县汇总）\n{second}\n"
    )
    (report,) = parse_source(Source(text.encode(), "a.txt"))
    assert isinstance(report, Report)
    assert {report.value(LIST_2014 + key) for key in NUMBERS} & set(NUMBERS.values()) - {3 * n for n in NUMBERS.values()} == set()
