"""Numbers beside one cell that holds the labels of several rows are not read: whose they are it does not say."""

from __future__ import annotations

import re

import pytest
from made_up import SOUND, read, report_text
from test_unsummed import DOCUMENTS, RULES, proactive

ENFORCED = ("penalties.decisions", "compulsion.decisions")
ONE, TWO = [1, 0, 0, 0, 0, 0, 1], [2, 0, 0, 0, 0, 0, 2]
TABLE = (
    "<h1>青禾县水务局2023年政府信息公开工作年度报告</h1><p>二、主动公开政府信息情况</p><table><tr><td colspan=4>第二十条第（一）项</td></tr>"
    "<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>{}"
    "<tr><td colspan=4>第二十条第（五）项</td></tr><tr><td>信息内容</td><td colspan=3>本年处理决定数量</td></tr>"
    "<tr><td>行政许可</td><td colspan=3>17</td></tr></table>"
)


def printed(first: str, second: str) -> str:
    """Return a report whose lines of 行政处罚 and 行政强制 in table two are these."""
    text = re.sub(r"^行政处罚 \|.*$", first, report_text(SOUND), count=1, flags=re.MULTILINE)
    return re.sub(r"^行政强制 \|.*$", second, text, count=1, flags=re.MULTILINE)


@pytest.mark.parametrize("label", ["规章行政规范性文件", "规章 行政规范性文件"])
@pytest.mark.parametrize("cells", [" | 3 | 1 | 41\n8 | 7 | 6", " | 3 | 1 | 41 |\n8 | 7 | 6 |", " 3 1 41\n8 7 6"])
def test_two_lines_of_numbers_behind_two_labels_are_not_read(label: str, cells: str) -> None:
    text = report_text(SOUND).replace("规章 | 0 | 0 | 0\n行政规范性文件 | 0 | 0 | 0", label + cells)
    assert proactive(text, RULES + DOCUMENTS) == [None] * 6


@pytest.mark.parametrize("joint", ["", "/", "、", "和"])
def test_one_line_of_numbers_is_nobodys(joint: str) -> None:
    assert proactive(printed(f"行政处罚{joint}行政强制 | 61", ""), ENFORCED) == [None, None]


def test_labels_in_lines_of_their_own_keep_their_numbers() -> None:
    assert proactive(printed("行政处罚 | ", "行政强制 | 270"), ENFORCED) == [None, 270]


def test_the_markup_of_a_merged_label_tells_neither() -> None:
    rows = (
        "<tr><td rowspan=2>规章<br>行政规范性文件</td><td>3</td><td>1</td><td>41</td></tr><tr><td>8</td><td>7</td><td>6</td></tr>"
    )
    assert proactive(TABLE.format(rows), RULES + DOCUMENTS) == [None] * 6


@pytest.mark.parametrize("label", ["规章行政规范性文件", "<p>规章</p><p>行政规范性文件</p>"])
def test_the_markup_of_two_labels_beside_one_row_tells_neither(label: str) -> None:
    row = f"<tr><td>{label}</td><td>3</td><td>1</td><td>41</td></tr>"
    assert proactive(TABLE.format(row), RULES + DOCUMENTS) == [None] * 6


def test_two_labels_of_table_three_in_one_cell_are_not_read() -> None:
    text = report_text({"received": [3, 0, 0, 0, 0, 0, 3], "denied.enforcement_file": ONE, "denied.administrative_inquiry": TWO})
    both = "属于行政执法案卷 | 1 | 0 | 0 | 0 | 0 | 0 | 1\n属于行政查询事项 | "
    assert both in text
    below = read(text.replace(both, "属于行政执法案卷属于行政查询事项 | 1 | 0 | 0 | 0 | 0 | 0 | 1\n"))
    beside = read(text.replace(both, "属于行政执法案卷属于行政查询事项 | "))
    names = [f"requests.denied.{key}.total" for key in ("enforcement_file", "administrative_inquiry")]
    assert [below.value(name) for name in names] == [None, None]
    assert [beside.value(name) for name in names] == [None, None]


def test_other_handling_heads_its_rows_and_no_total() -> None:
    row = "其他 | 2 | 0 | 0 | 0 | 0 | 0 | 2"
    text = report_text({"received": TWO, "other.other": TWO, "processed": TWO})
    assert row in text
    assert read(text.replace(row, f"（六）其他处理3.{row}")).value("requests.other.other.total") == 2
    merged = text.replace("总计 | 2 | 0", "（六）其他处理（七）总计 | 2 | 0")
    assert merged != text
    assert read(merged).value("requests.processed.total") is None
