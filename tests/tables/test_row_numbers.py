"""A column that numbers the rows, or names their year, holds no figure: neither behind the labels nor before them."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from made_up import ROWS, SOUND, read, report_text
from test_unsummed import DOCUMENTS, ONE_CELL, RULES, proactive

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report

LABELS = ("规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费")
CELLS = ("8 | 1 | ", "55 | 23 | 137", "", "61", "270", "147.01")


def numbered(row: str, cells: tuple[str, ...] = CELLS, head: str = "信息内容 | 行次") -> str:
    """Return a report whose table two prints its rows as `row` says: {n} is their number, {cells} what they hold."""
    text = report_text(SOUND).replace("信息内容", head)
    for number, (label, printed) in enumerate(zip(LABELS, cells, strict=True), 1):
        line = row.format(n=number, label=label, cells=printed)
        text = re.sub(f"^{label} \\|.*$", line, text, count=1, flags=re.MULTILINE)
    return text


@pytest.mark.parametrize("head", ["信息内容 | 行次", "信息内容"])
@pytest.mark.parametrize("separator", [" | ", "\t"])
def test_the_number_of_a_row_behind_its_label_is_no_value(head: str, separator: str) -> None:
    text = numbered("{label} | {n} | {cells} |", head=head).replace(" | ", separator).replace(" |", separator.rstrip(" "))
    assert proactive(text, RULES) == [8, 1, None]
    assert proactive(text, DOCUMENTS) == [55, 23, 137]
    assert proactive(text) == [None, 61, 270, Decimal("147.01")]


def test_numbers_that_do_not_count_up_are_values() -> None:
    text = numbered("{label} | {cells}", ("1 | 2 | 3", "2 | 0 | 9", "3", "9", "50", "60"), head="信息内容")
    assert proactive(text, RULES + DOCUMENTS) == [1, 2, 3, 2, 0, 9]
    assert proactive(text) == [3, 9, 50, 60]


def test_a_number_glued_to_that_of_its_row_is_not_read() -> None:
    assert proactive(numbered("{label}{n}{cells}", ("8 1 0", "55 23 137", "1793", "61", "270", "147"))) == [None] * 4


@pytest.mark.parametrize("number", ["{n}", "2024"])
def test_the_number_or_the_year_before_the_next_label_is_not_the_last_cell(number: str) -> None:
    text = numbered(number + "\n{label}\n{cells}", ("0\n39", "0\n30\n289", "17", "", "341", "773"), head="信息内容")
    assert proactive(text)[:3] == [17, None, 341]
    assert proactive(text, RULES) == [None] * 3


def test_a_column_of_numbers_in_markup_is_no_column_of_figures() -> None:
    rows = "".join(
        f"<tr><td>{label}</td><td>{n}</td>" + "".join(f"<td>{c.strip()}</td>" for c in cells) + "</tr>"
        for n, (label, cells) in enumerate((("规章", ("8", "1", "")), ("行政规范性文件", ("5", "2", "137"))), 1)
    )
    table = (
        "<table><tr><td colspan=5>第二十条第(一)项</td></tr><tr><td>信息内容</td><td>行次</td><td>本年制发件数</td>"
        f"<td>本年废止件数</td><td>现行有效件数</td></tr>{rows}<tr><td colspan=5>第二十条第(五)项</td></tr>"
        "<tr><td>信息内容</td><td>行次</td><td colspan=3>本年处理决定数量</td></tr>"
        "<tr><td>行政许可</td><td>3</td><td colspan=3></td></tr><tr><td colspan=5>第二十条第(六)项</td></tr>"
        "<tr><td>信息内容</td><td>行次</td><td colspan=3>本年处理决定数量</td></tr>"
        "<tr><td>行政处罚</td><td>4</td><td colspan=3>61</td></tr></table>"
    )
    before, _, rest = report_text(SOUND).partition("第二十条第")
    after = "三、收到和处理" + rest.partition("三、收到和处理")[2]
    page = f"<html><body><p>{before}</p>{table}<pre>{after}</pre></body></html>"
    (report,) = parse_source(Source(page.encode(), "made-up.html"))
    assert isinstance(report, Report)
    names = (*RULES, *DOCUMENTS, *ONE_CELL[:2])
    assert [report.value(f"proactive.{name}") for name in names] == [8, 1, None, 5, 2, 137, None, 61]


# -- table four ---------------------------------------------------------------------------------------------
def review(row: str, head: str = "年度") -> list[object]:
    text = report_text(SOUND)
    text = re.sub(r"^行政复议 \|", f"{head} | 行政复议 |", text, count=1, flags=re.MULTILINE)
    last = [line for line in text.splitlines() if line.count("|") >= 14][-1]
    report = read(text.replace(last, row))
    return [report.value(f"review.{key}") for key in ("upheld", "corrected", "other", "pending", "total")]


@pytest.mark.parametrize(("head", "lead"), [("年度", "2024"), ("序号", "1"), ("类别", "1")])
def test_a_year_or_a_number_that_leads_the_row_is_not_the_first_of_fifteen(head: str, lead: str) -> None:
    assert review(f"{lead} 9 12 0 42 63 48 0 0 0 48 53 0 0 0", head) == [None] * 5


def test_fifteen_that_add_up_are_read_below_such_a_head() -> None:
    assert review("1 0 0 0 1 48 0 0 0 48 53 0 0 0 53", "序号") == [1, 0, 0, 0, 1]


# -- numbers of headings ------------------------------------------------------------------------------------
@pytest.mark.parametrize(("cell", "expected"), [("", None), ("12 ", 12)])
def test_the_number_of_the_next_heading_on_the_line_is_the_headings(cell: str, expected: int | None) -> None:
    text = " ".join(report_text(SOUND).replace(" | ", " ").split("\n"))
    text = re.sub(r"行政事业性收费 0 +三、", f"行政事业性收费 {cell}3 ", text)
    assert proactive(text.replace("一、总体情况", "1 总体情况").replace("二、主动公开", "2 主动公开"))[3] == expected


def test_a_number_before_a_heading_that_has_none_is_the_cells() -> None:
    text = " ".join(report_text(SOUND).replace(" | ", " ").split("\n"))
    text = re.sub(r"行政事业性收费 0 +三、", "行政事业性收费 3 ", text)
    assert proactive(text.replace("一、总体情况", "总体情况").replace("二、主动公开", "主动公开"))[3] == 3


def test_a_note_of_the_table_on_the_line_leaves_its_last_cell_unread() -> None:
    text = " ".join(report_text(SOUND).replace(" | ", " ").split("\n"))
    assert proactive(text.replace("行政事业性收费 0 ", "行政事业性收费 1 行政许可含变更 "))[3] is None
    assert proactive(text.replace("行政事业性收费 0 ", "行政事业性收费 7 "))[3] == 7


# -- table three --------------------------------------------------------------------------------------------
@pytest.mark.parametrize("number", ["{n}", "({n})", "（{n}）"])
@pytest.mark.parametrize("lost", [True, False])
def test_the_number_of_a_row_in_brackets_behind_its_label_is_no_applicants(number: str, lost: bool) -> None:
    text = report_text(SOUND)
    for at, row in enumerate(ROWS, 1):
        cells = " | ".join(map(str, SOUND.get(row.key.removeprefix("requests."), [0] * 7)))
        printed = cells.partition(" | ")[2] if lost else cells
        text = text.replace(f"{row.label} | {cells}", f"{row.label} {number.format(n=at)} {printed.replace(' | ', ' ')}")
    report = read(text.replace(" | ", " "))
    found = [report.value(f"{row.key}.natural_person") for row in ROWS]
    assert set(found) <= {None} if lost else found == [SOUND.get(row.key.removeprefix("requests."), [0])[0] for row in ROWS]
