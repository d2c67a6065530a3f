"""Web tables whose cells hold a line of several rows each: columns typed as one cell, groups of rows in one row."""

from __future__ import annotations

from itertools import groupby

import pytest
from made_up import ROWS, SOUND, report_text

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.readers.html.lines import BREAK, PARAGRAPH, lines_of_row
from gongkai.indexer.readers.html.reader import read_html
from gongkai.report import Report

NUMBERS = {**SOUND, "denied.state_secret": [1, 0, 0, 0, 0, 11, 12], "denied.third_party_rights": [0, 3, 0, 0, 0, 0, 3]}
GROUPS = {
    "denied": "（三）不予公开",
    "unavailable": "（四）无法提供",
    "not_processed": "（五）不予处理",
    "other": "（六）其他处理",
}
HEAD = "<tr><td></td><td></td>" + "".join(
    f"<td>{word}</td>" for word in ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
)


def read(table: str) -> Report:
    text = report_text(SOUND)
    start, end = text.index("申请人情况"), text.index("四、政府信息公开行政复议")
    page = f"<html><body><pre>{text[:start]}</pre>{table}<pre>{text[end:]}</pre></body></html>"
    (report,) = parse_source(Source(page.encode(), "page.html"))
    assert isinstance(report, Report)
    return report


def numbers(key: str) -> list[str]:
    return list(map(str, NUMBERS.get(key.removeprefix("requests."), [0] * 7)))


def joined(lines: list[str], *, paragraphs: bool) -> str:
    return "".join(f"<p>{line}</p>" for line in lines) if paragraphs else "<br>".join(lines)


@pytest.mark.parametrize("paragraphs", [True, False])
def test_columns_typed_as_one_cell_each(paragraphs: bool) -> None:
    columns = [[row.label for row in ROWS], *map(list, zip(*(numbers(row.key) for row in ROWS), strict=True))]
    cells = "".join(f"<td>{joined(column, paragraphs=paragraphs)}</td>" for column in columns)
    report = read(f"<table>{HEAD.replace('<td></td><td></td>', '<td></td>')}</tr><tr>{cells}</tr></table>")
    for row in ROWS:
        assert [str(report.value(name)) for name in row.names] == numbers(row.key)


@pytest.mark.parametrize("paragraphs", [True, False])
def test_a_group_of_rows_in_one_row_beside_its_label(paragraphs: bool) -> None:
    lines = []
    for group, rows in groupby(ROWS, lambda row: row.key.split(".")[1]):
        keys = list(rows)
        columns = [[row.label for row in keys], *map(list, zip(*(numbers(row.key) for row in keys), strict=True))]
        cells = "".join(f"<td>{joined(column, paragraphs=paragraphs)}</td>" for column in columns)
        lines.append(f"<tr><td>{GROUPS.get(group, '')}</td>{cells}</tr>")
    report = read(f"<table>{HEAD}</tr>{''.join(lines)}</table>")
    for row in ROWS:
        assert [str(report.value(name)) for name in row.names] == numbers(row.key)


@pytest.mark.parametrize(
    "texts",
    [
        ("甲", "1", "2", "3"),
        (f"甲{BREAK}乙{BREAK}丙", f"1{BREAK}2{BREAK}3", f"4{BREAK}5", f"6{BREAK}7{BREAK}8"),  # one cell has a line less
        (f"甲{BREAK}乙{BREAK}丙", f"1{BREAK}2{BREAK}3", f"4{BREAK}5{BREAK}6"),  # three cells lay out a page
        tuple(f"结{BREAK}果{BREAK}维持" for _ in range(5)),  # no numbers
        (f"甲{PARAGRAPH}乙", "1", "2", f"{PARAGRAPH}12{PARAGRAPH}"),
    ],
)
def test_other_rows_are_one(texts: tuple[str, ...]) -> None:
    assert lines_of_row(texts) == []


def test_a_number_is_not_cut_where_its_row_is_one() -> None:
    """Spans of one number, breaks in some cells: they stay on one line."""
    row = "<td>规章<br>类<br>文件</td><td><span>1</span><span>2</span></td><td>3<br></td><td>4</td>"
    page = read_html(Source(f"<table><tr>{row}</tr><tr>{row}</tr></table>".encode(), "page.html"))
    assert page.text.splitlines()[0] == "规章 类 文件 | 12 | 3 | 4"
