"""Numbers of other columns, of other bodies' tables and of the page's own rows are none of the form's."""

from __future__ import annotations

from decimal import Decimal

import pytest
from made_up import ROWS, SOUND, read, report_text

from gongkai.report import Number, State

REPORT = report_text(SOUND)
HEAD = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n规章 | 0 | 0 | 0"
DECISIONS = "信息内容 | 本年处理决定数量\n行政许可 | 0"
OTHERS = [f"{row.label} | {' | '.join('1000001')}" for row in ROWS]


def values(text: str, *names: str) -> list[Number | None]:
    figures = read(text).figures
    return [figures[name].value for name in names]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("本年制发件数 | 本年废止件数 | 现行有效件数", [4, 5, 6]),
        ("本年 制发件数 | 本年 废止件数 | 现行 有效件数", [4, 5, 6]),
        ("本年转发件数 | 本年废止件数 | 现行有效件数", [None, 5, 6]),
    ],
)
@pytest.mark.parametrize("separator", [" ", "  "])
def test_spaces_part_the_words_of_a_head(head: str, expected: list[int | None], separator: str) -> None:
    text = REPORT.replace(HEAD, f"信息内容 | {head}\n规章 | 4 | 5 | 6").replace(" | ", separator)
    assert values(text, "proactive.rules.issued", "proactive.rules.repealed", "proactive.rules.in_force") == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("本年制发件数 | 本年废止件数 | 现行有效件数", [4, 5, 6]),
        ("制发总数 | 废止数 | 现行有效数", [4, 5, 6]),
        ("本年制发件数 | 本年?止件数 | 现行有?件数", [4, 5, 6]),
        ("本年公开件数 | 本年解读件数 | 现行有效件数", [None, None, 6]),
        ("本年制发件数 | 本年修改件数 | 现行有效件数", [4, None, 6]),
        ("本年制发件数本年修改件数现行有效件数", [4, None, 6]),
        ("文件数 | 公开数 | 解读数", [None, None, None]),
    ],
)
def test_a_column_that_is_named_otherwise_is_not_read(head: str, expected: list[int | None]) -> None:
    assert HEAD in REPORT
    text = REPORT.replace(HEAD, f"信息内容 | {head}\n规章 | 4 | 5 | 6")
    assert values(text, "proactive.rules.issued", "proactive.rules.repealed", "proactive.rules.in_force") == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("处理决定数量(件)", 12),
        ("办理数量", 12),
        ("罚没金额", None),
        ("本年处理决定金额", None),
        ("处理决定数量(万件)", None),
        ("本年受理数量", None),
    ],
)
def test_money_is_no_count_of_decisions(head: str, expected: int | None) -> None:
    assert DECISIONS in REPORT
    text = REPORT.replace(DECISIONS, f"信息内容 | {head}\n行政许可 | 12")
    assert values(text, "proactive.licensing.decisions") == [expected]


CUT_OFF = (
    "白沙乡人民政府2024年政府信息公开工作年度报告\n一、总体情况\n本乡依法公开。\n二、主动公开政府信息情况\n第二十条第(一)项\n"
)
DOCUMENTS = [
    f"proactive.{row}.{column}" for row in ("rules", "normative_documents") for column in ("issued", "repealed", "in_force")
]


@pytest.mark.parametrize("separator", [" | ", "\t", " "])
@pytest.mark.parametrize(
    "head",
    [
        ["本年(2024)制发件数", "本年(2024)废止件数", "现行有效件数"],
        ["2024年制发件数", "2024年废止件数", "现行有效件数(截至2024年底)"],
        ["本年度制发件数", "本年度废止件数", "现行有效件数"],
    ],
)
def test_a_page_cut_off_below_a_head_that_names_the_year_is_read(separator: str, head: list[str]) -> None:
    rows = [["信息内容", *head], ["规章", "0", "1", "2"], ["行政规范性文件", "3", "0", "17"]]
    text = CUT_OFF + "\n".join(map(separator.join, rows)) + "\n第二十条第(五)项\n信息内容 | 本年(2024)处理"
    assert values(text, *DOCUMENTS) == [0, 1, 2, 3, 0, 17]


def test_two_rows_below_other_words_than_a_heads_are_no_table() -> None:
    rows = ["信息内容 | 制发 | 解读 | 废止", "规章 | 0 | 1 | 2", "行政规范性文件 | 3 | 0 | 17", "第二十条第(五)项"]
    assert values(CUT_OFF + "\n".join(rows), *DOCUMENTS) == [None] * 6


@pytest.mark.parametrize("year", ["(2024)", "(2024年)"])
@pytest.mark.parametrize(("compulsion", "fee"), [("0", "1.5"), ("3", "2024"), ("2024", "0")])
def test_the_year_in_a_head_is_no_number_of_the_row_above(year: str, compulsion: str, fee: str) -> None:
    text = report_text(SOUND, fee=fee).replace("行政强制 | 0", f"行政强制 | {compulsion}").replace("2023", "2024")
    read_as = [int(compulsion), Decimal(fee)]
    text = text.replace("本年收费金额(单位:万元)", f"本年收费金额(单位:万元){year}")
    assert values(text, "proactive.compulsion.decisions", "proactive.fees.amount_wan_yuan") == read_as


def test_a_row_of_the_pages_own_keeps_its_whole_label() -> None:
    report = read(REPORT.replace("行政许可 | 0", "行政许可 | 4\n其他行政许可 | 9"))
    assert report.extra_rows == ({"label": "其他行政许可", "values": [9]},)


def with_another(kept: int, heading: str) -> str:
    """Return a report whose table three ends after some rows, and the table of another body below a heading."""
    lines = REPORT.splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith(ROWS[0].label))
    return "\n".join([*lines[: first + kept], heading, "申请人情况", *OTHERS, *lines[first + len(ROWS) :]])


@pytest.mark.parametrize("kept", range(13))
@pytest.mark.parametrize("heading", ["二、下属单位情况", "附：各乡镇申请情况", "局所属事业单位2023年情况表："])
def test_the_table_of_another_body_is_not_the_reports(kept: int, heading: str) -> None:
    figures = read(with_another(kept, heading)).figures
    assert {f.value for name, f in figures.items() if name.startswith("requests.")} == {None}


@pytest.mark.parametrize("kept", range(2, 13))
def test_two_rows_above_a_whole_table_are_what_is_left_of_the_reports(kept: int) -> None:
    figures = read(with_another(kept, "附件")).figures
    assert {f.value for name, f in figures.items() if name.startswith("requests.")} == {None}


def test_a_heading_that_includes_other_bodies_is_the_reports() -> None:
    report = read(REPORT.replace("三、收到和处理政府信息公开申请情况\n", "三、收到和处理申请情况\n本机关（含所属事业单位）情况"))
    assert report.figures["requests.received.total"].state is State.READ


MORE = ("proactive.rules.issued", "proactive.rules.repealed", "proactive.rules.in_force")


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("本年公开件数 | 本年制发件数 | 本年废止件数 | 现行有效件数", "9 | 4 | 5 |", [None] * 3),
        ("本年制发件数 | 本年废止件数 | 现行有效件数 | 公开数量", "| 4 | 5 | 9", [None] * 3),
        ("本年制发件数 | 本年废止件数 | 现行有效件数 | 合计", "4 |  | 5 | 9", [None] * 3),
        ("本年制发件数 | 本年废止件数 | 现行有效件数", "4 | 5 | 6", [4, 5, 6]),
        ("本年制发件数 | 本年废止件数 | 现行有效件数", "4 |  | 6", [4, None, 6]),
        ("单位 | 本年制发件数 | 本年废止件数 | 现行有效件数", "件 | 4 | 5 | 6", [4, 5, 6]),
        ("本年制发件数 | 本年废止件数 | 现行有效件数 | 现行有效件数", "4 | 5 | 6", [4, 5, 6]),  # as programs fill merged cells
    ],
)
@pytest.mark.parametrize("separator", [" | ", "\t"])
def test_a_column_more_in_the_head_leaves_a_row_of_the_forms_count_unread(
    head: str, row: str, expected: list[int | None], separator: str
) -> None:
    text = REPORT.replace(HEAD, f"信息内容 | {head}\n规章 | {row}").replace(" | ", separator)
    assert values(text, *MORE) == expected


@pytest.mark.parametrize("first", ["本年公开件数", "公开总数"])
def test_a_column_more_in_a_web_table_leaves_a_row_with_an_empty_cell_unread(first: str) -> None:
    heads = ["信息内容", first, "本年制发件数", "本年废止件数", "现行有效件数"]
    rows = [heads, ["规章", "9", "4", "5", ""], ["行政规范性文件", "9", "4", "5", "6"]]
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    page = REPORT.partition("第二十条")[0].replace("\n", "<br>") + f"<table><tr><td>第二十条第（一）项</td></tr>{table}</table>"
    figures = read(f"<html><body>{page}</body></html>", "a.html").figures
    assert [figures[name].value for name in MORE] in ([None] * 3, [4, 5, None])


@pytest.mark.parametrize("separator", [" | ", "\t", "\n", "\n\n"])
def test_a_row_of_the_pages_own_below_a_head_is_no_column_of_it(separator: str) -> None:
    table = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n行政裁决 | 7 | 8 | 9\n规章 | 4 | 5 | 6"
    assert values(REPORT.replace(HEAD, table).replace(" | ", separator), *MORE) == [4, 5, 6]
    line = " ".join(REPORT.replace(HEAD, table).replace(" | ", " ").split("\n"))
    assert values(line, *MORE) == [4, 5, 6]


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("本年处理决定数量合计", "行政许可172", None),  # 17 of the column, 2 of the sum
        ("本年处理决定数量小计", "行政许可172", None),
        ("本年处理决定数量", "行政许可172", 172),
        ("本年处理决定数量合计", "行政许可 | 172", 172),
        ("本年处理决定数量合计", "行政许可\t172", 172),
    ],
)
def test_digits_right_behind_a_label_below_a_sum_in_the_head_may_be_of_two_columns(
    head: str, row: str, expected: int | None
) -> None:
    text = REPORT.replace(DECISIONS, f"信息内容{head}\n{row}")
    assert values(text, "proactive.licensing.decisions") == [expected]
