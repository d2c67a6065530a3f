"""Are PDFs read cell by cell? On pages drawn here, and on the published ones where they are at hand."""

from __future__ import annotations

import itertools
import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from minimal_pdf import Sheet, write_low_font_pdf, write_pdf

from gongkai.errors import ParseError
from gongkai.indexer.page import Page, Source
from gongkai.indexer.readers.pdf import reader
from gongkai.indexer.readers.pdf.reader import read_pdf
from gongkai.mappings.form import FORMS
from gongkai.text import normalise

PROSE = "坚持以公开为常态不公开为例外做好主动公开和依申请公开工作规范办理流程"


def read(*sheets: Sheet) -> Page:
    """Return the page of drawn sheets."""
    return read_pdf(Source(write_pdf(list(sheets)), "report.pdf"))


def lines(*sheets: Sheet) -> list[str]:
    """Return the lines of drawn sheets."""
    return read(*sheets).text.split("\n")


def merged(sheet: Sheet) -> None:
    """Draw a table with a label over two rows and a head over two columns."""
    for y, left in ((100, 70), (120, 130), (140, 70), (160, 130), (180, 70)):
        sheet.line(left, y, 290, y)
    for x, top in ((70, 100), (130, 100), (210, 120), (250, 120), (290, 100)):
        sheet.line(x, top, x, 180)
    for x, y, text in ((134, 114, "申请人情况"), (134, 134, "类别"), (214, 134, "自然人"), (254, 134, "总计")):
        sheet.text(x, y, text)
    for x, y, text in ((74, 155, "（三）不"), (74, 167, "予公开"), (134, 154, "属于国家秘密"), (134, 174, "重复申请")):
        sheet.text(x, y, text)
    for x, y, text in ((214, 154, "12"), (254, 154, "12"), (254, 174, "0")):
        sheet.text(x, y, text)


@pytest.mark.parametrize("turned", [False, True])
def test_a_comma_stays_in_its_line_where_the_font_states_no_height(turned: bool) -> None:
    content = write_low_font_pdf([(100, 100, "一、总体，体一"), (100, 130, "总，一、总")], turned)
    assert read_pdf(Source(content, "low.pdf")).text.split("\n") == ["一、总体，体一", "总，一、总"]


def test_a_full_stop_in_a_wide_box_stays_in_its_line() -> None:
    """Its ink is an eighth of the box both ways, as all ink is in pdfium's boxes for vertical fonts."""
    sheet = Sheet()
    sheet.text(72, 100, "51.31")
    content = write_pdf([sheet]).replace(b"[ 1 127 500 ]", b"[ 1 127 1000]")
    assert read_pdf(Source(content, "wide.pdf")).text == "51.31"


def test_merged_cells_are_printed_once_and_blank_cells_stay() -> None:
    sheet = Sheet()
    merged(sheet)
    page = read(sheet)
    assert page.text.split("\n") == [
        " | 申请人情况",
        "类别 | 自然人 | 总计",
        "（三）不予公开 | 属于国家秘密 | 12 | 12",
        "重复申请 |  | 0",
    ]
    [table] = page.tables
    assert [[(c.rowspan, c.colspan) for c in row] for row in table.rows] == [
        [(2, 1), (1, 3)],
        [(1, 1)] * 3,
        [(2, 1), (1, 1), (1, 1), (1, 1)],
        [(1, 1)] * 3,
    ]
    shown = [[None if c is None else page.text[c.start : c.end] for c in row] for row in table.grid()]
    assert shown[3] == ["（三）不予公开", "重复申请", "", "0"]


@pytest.mark.parametrize("draw", ["line", "bar"])
def test_lines_may_be_strokes_or_thin_filled_rectangles(draw: str) -> None:
    sheet = Sheet()
    for y in (100, 120, 140):
        sheet.line(70, y, 200, y) if draw == "line" else sheet.bar(70, y, 200, y + 0.7)
    for x in (70, 150, 200):
        sheet.line(x, 100, x, 140) if draw == "line" else sheet.bar(x, 100, x + 0.7, 140)
    sheet.text(74, 114, "规章")
    sheet.text(154, 114, "3")
    sheet.text(74, 134, "行政许可")
    assert lines(sheet) == ["规章 | 3", "行政许可 | "]


def test_a_side_without_a_line_is_closed_by_the_lines_that_reach_it() -> None:
    sheet = Sheet()
    for y in (100, 120, 140):
        sheet.line(70, y, 230, y)
    sheet.line(150, 100, 150, 140)
    for x, y, text in ((74, 114, "规章"), (154, 114, "3"), (74, 134, "行政许可"), (154, 134, "7")):
        sheet.text(x, y, text)
    assert lines(sheet) == ["规章 | 3", "行政许可 | 7"]


def test_a_frame_round_text_is_no_table() -> None:
    sheet = Sheet()
    sheet.box(60, 60, 535, 200)
    sheet.text(72, 100, "一、总体情况", 16)
    page = read(sheet)
    assert page.text == "一、总体情况"
    assert page.tables == ()


def test_a_label_broken_by_character_is_one() -> None:
    sheet = Sheet()
    for x in (70, 92, 140):
        sheet.line(x, 100, x, 240)
    for y in (100, 240):
        sheet.line(70, y, 140, y)
    for index, char in enumerate("本年度办理结果"):
        sheet.text(76, 125 + 15 * index, char)
    sheet.text(96, 160, "3001")
    assert lines(sheet) == ["本年度办理结果 | 3001"]


@pytest.mark.parametrize(("width", "expected"), [(34, "3985758"), (90, "39857 58")])
def test_a_number_goes_on_over_a_line_break_only_where_its_line_is_full(width: float, expected: str) -> None:
    sheet = Sheet()
    for x in (70, 130, 130 + width):
        sheet.line(x, 100, x, 140)
    for y in (100, 140):
        sheet.line(70, y, 130 + width, y)
    sheet.text(74, 124, "行政处罚")
    sheet.text(134, 116, "39857")
    sheet.text(134, 130, "58")
    assert lines(sheet) == [f"行政处罚 | {expected}"]


def test_a_number_too_wide_for_its_cell_stays_whole() -> None:
    sheet = Sheet()
    sheet.grid([70, 130, 156, 200], 100, [["行政处罚", "3985758", ""]])
    assert lines(sheet) == ["行政处罚 | 3985758 | "]


def test_a_table_goes_on_over_a_page_break() -> None:
    first, second = Sheet(), Sheet()
    xs = [70.0, 200.0, 260.0]
    first.grid(xs, 700, [["信息内容", "件数"], ["规章", "1"]])
    first.text(290, 810, "- 1 -", 9)
    second.grid(xs, 80, [["信息内容", "件数"], ["行政许可", ""]])
    second.text(72, 200, "三、收到和处理政府信息公开申请情况", 14)
    second.text(290, 810, "- 2 -", 9)
    page = read(first, second)
    heading = "三、收到和处理政府信息公开申请情况"
    assert page.text.split("\n") == ["信息内容 | 件数", "规章 | 1", "行政许可 | ", heading]  # the head is read once
    assert len(page.tables) == 1


@pytest.mark.parametrize("word", ["", "续表", "（续上表）"])
def test_a_row_cut_by_a_page_break_is_one_again_below_a_head_printed_again(word: str) -> None:
    first, second = Sheet(), Sheet()
    xs = [70.0, 130.0, 240.0, 280.0]
    first.grid(xs, 720, [["申请人", "情况", "总计"], ["三、本年度", "（一）予以公开", "3"]])
    if word:
        second.text(240, 56, word, 9)
    second.grid(xs, 60, [["申请人", "情况", "总计"]])
    second.box(70, 80, 130, 120)
    for top, text, value in ((80, "（二）部分公开", "4"), (100, "（三）总计", "7")):
        second.box(130, top, 240, top + 20)
        second.box(240, top, 280, top + 20)
        second.text(134, top + 14, text)
        second.text(244, top + 14, value)
    second.text(74, 94, "办理结果")
    expected = ["申请人 | 情况 | 总计", "三、本年度办理结果 | （一）予以公开 | 3", "（二）部分公开 | 4", "（三）总计 | 7"]
    assert lines(first, second) == expected


def test_a_first_row_with_numbers_is_no_head_printed_again() -> None:
    first, second = Sheet(), Sheet()
    for sheet in (first, second):
        sheet.grid([70.0, 200.0, 260.0], 700 if sheet is first else 60, [["规章", "1"], ["行政许可", "2"]])
    assert lines(first, second) == ["规章 | 1", "行政许可 | 2"] * 2


def test_a_label_cut_by_a_page_break_is_one_again() -> None:
    first, second = Sheet(), Sheet()
    first.grid([70, 110, 200, 240], 700, [["（四）无", "1.不掌握", "746"]])
    for y, left in ((80, 70), (100, 110), (120, 70)):
        second.line(left, y, 240, y)
    for x in (70, 110, 200, 240):
        second.line(x, 80, x, 120)
    for x, y, text in ((74, 94, "法提供"), (114, 94, "2.没有"), (204, 94, "11"), (114, 114, "3.补正"), (204, 114, "1")):
        second.text(x, y, text)
    page = read(first, second)
    assert page.text.split("\n") == ["（四）无法提供 | 1.不掌握 | 746", "2.没有 | 11", "3.补正 | 1"]
    assert page.tables[0].rows[0][0].rowspan == 3


def test_a_row_cut_by_a_page_break_is_one_again() -> None:
    first, second = Sheet(), Sheet()
    for x in (70, 110, 130, 150):
        first.line(x, 760, x, 790)  # the break leaves the lower edge without a line
        second.line(x, 60, x, 80)
    first.line(70, 760, 150, 760)
    second.line(70, 80, 150, 80)
    for x, text in ((72, "总计"), (112, "657"), (132, "148")):
        first.text(x, 775, text)
    second.text(132, 74, "774")
    assert lines(first, second) == ["总计 | 657 | 148774"]


XS = [70.0, 130.0, 200.0, 240.0, 280.0]


def cut(sheet: Sheet, top: float, rows: list[list[str]], left: bool = True) -> None:
    """Draw rows of XS whose first column is ruled on the left only when asked, and never across."""
    for row in rows:
        for x0, x1, text in zip(XS[1:], XS[2:], row[1:], strict=False):
            sheet.box(x0, top, x1, top + 20)
            sheet.text(x0 + 4, top + 14, text)
        if left:
            sheet.line(XS[0], top, XS[0], top + 20)
        sheet.text(XS[0] + 4, top + 14, row[0])
        top += 20
    if left:
        sheet.line(XS[0], top, XS[1], top)


@pytest.mark.parametrize("left", [True, False])
def test_a_row_is_one_again_where_the_label_over_several_rows_was_lost(left: bool) -> None:
    """The column of labels over several rows has no cell on the first page where its sides are open."""
    first, second = Sheet(), Sheet()
    cut(first, 740, [["", "1.国家秘密", "7", "7"], ["", "2.保护第三方", "5", "5"]], left)
    cut(second, 60, [["", "合法权益", "", ""], ["", "3.重复申请", "4", "4"]])
    text = read(first, second).text
    assert "2.保护第三方合法权益 | 5 | 5\n" in text
    assert "3.重复申请 | 4 | 4" in text


@pytest.mark.parametrize("stray", ["（四）无法提供", "9"])
def test_a_row_with_a_label_of_its_own_is_not_joined(stray: str) -> None:
    first, second = Sheet(), Sheet()
    cut(first, 740, [["", "1.国家秘密", "7", "7"], ["", "2.保护第三方", "5", "5"]], left=False)
    cut(second, 60, [[stray, "合法权益", "", ""], ["", "3.重复申请", "4", "4"]])
    assert "合法权益 |  | " in read(first, second).text


@pytest.mark.parametrize(
    ("rest", "expected"), [("合法权益", "2.保护第三方合法权益 | 5 | 5\n"), ("3.合法权益", "2.保护第三方 | 5 | 5\n")]
)
def test_an_empty_strip_at_the_foot_does_not_part_a_row(rest: str, expected: str) -> None:
    first, second = Sheet(), Sheet()
    end = first.grid(XS[1:], 720, [["1.国家秘密", "7", "7"], ["2.保护第三方", "5", "5"]])
    first.box(XS[1], end, XS[2], end + 8)
    first.box(XS[2], end, XS[4], end + 8)
    second.grid(XS[1:], 60, [[rest, "", ""], ["4.重复申请", "4", "4"]])
    assert expected in read(first, second).text


def test_blank_values_under_a_head_at_a_page_break_stay_blank() -> None:
    first, second = Sheet(), Sheet()
    first.grid([70, 130, 190, 250], 740, [["结果维持", "结果纠正", "总计"]], high=40)
    second.grid([70, 130, 190, 250], 60, [["", "", "5"]])
    assert lines(first, second) == ["结果维持 | 结果纠正 | 总计", " |  | 5"]


def test_page_numbers_and_running_heads_go_and_text_runs_on() -> None:
    sheets = [Sheet() for _ in range(3)]
    for number, sheet in enumerate(sheets, 1):
        sheet.text(72, 40, "某某市政府信息公开年度报告", 9)
        sheet.text(72, 100, PROSE[number : number + 30], 14)
        sheet.text(72, 124, PROSE[:30], 14)
        sheet.text(290, 800, str(number), 9)
    text = "".join(PROSE[number : number + 30] + PROSE[:30] for number in (1, 2, 3))
    assert lines(*sheets) == ["某某市政府信息公开年度报告", text]


def test_a_number_that_does_not_count_with_the_pages_stays() -> None:
    sheet = Sheet()
    sheet.text(72, 100, PROSE[:30], 14)
    sheet.text(72, 800, "3940", 14)
    assert lines(sheet) == [PROSE[:30], "3940"]


def test_indented_lines_and_headings_begin_paragraphs() -> None:
    sheet = Sheet()
    for index, (x, text) in enumerate(
        [(92, PROSE[:32]), (72, PROSE[:33]), (72, PROSE[:5]), (92, PROSE[:32]), (72, "五、存在的主要问题")]
    ):
        sheet.text(x, 100 + 22 * index, text, 13)
    assert lines(sheet) == [PROSE[:32] + PROSE[:33] + PROSE[:5], PROSE[:32], "五、存在的主要问题"]


def test_two_pages_side_by_side_are_read_one_after_the_other() -> None:
    sheet = Sheet(842, 595)
    for left, word in ((60.0, "左"), (480.0, "右")):
        for index in range(4):
            sheet.text(left, 80 + 20 * index, f"{word}{PROSE[:24]}", 12)
        sheet.grid([left, left + 120, left + 200], 200, [[f"{word}边规章", "1"]])
        sheet.text(left + 140, 570, "- 1 -" if word == "左" else "- 2 -", 9)
    text = read(sheet).text.split("\n")
    assert [line[:1] for line in text] == ["左", "左", "右", "右"]
    assert [text[1], text[3]] == ["左边规章 | 1", "右边规章 | 1"]


def test_a_broad_table_is_not_taken_for_two_pages() -> None:
    sheet = Sheet(842, 595)
    for index in range(12):
        sheet.text(60, 80 + 24 * index, f"{index}.属于行政执法案卷")
        for column in range(7):
            sheet.text(500 + 40 * column, 80 + 24 * index, str(column))
    assert lines(sheet)[3] == "3.属于行政执法案卷 | 0 | 1 | 2 | 3 | 4 | 5 | 6"


@pytest.mark.parametrize(("turn", "places"), [("0 1 -1 0", (100, 120)), ("0 -1 1 0", (120, 100))])
def test_a_page_printed_on_its_side_is_turned(turn: str, places: tuple[int, int]) -> None:
    sheet = Sheet()
    for x, text in zip(places, ("一、总体情况", "二、主动公开"), strict=True):
        sheet.text(x, 400, text, 10, turn)
    assert lines(sheet) == ["一、总体情况", "二、主动公开"]


def test_a_watermark_is_left_out_and_overprinted_bold_read_once() -> None:
    sheet = Sheet()
    sheet.text(72, 100, "一、总体情况", 16)
    sheet.text(72.4, 100, "一、总体情况", 16)
    sheet.text(200, 400, "内部资料", 40, "0.7 0.7 -0.7 0.7")
    assert lines(sheet) == ["一、总体情况"]


def unruled(sheet: Sheet, rows: list[tuple[list[str], list[str]]], top: float = 100) -> None:
    """Print rows of labels (one or two lines) and values, without lines."""
    for label, values in rows:
        for index, part in enumerate(label):
            sheet.text(72, top + 13 * index, part)
        for index, value in enumerate(values):
            sheet.text(240 + 45 * index, top + 6.5 * (len(label) - 1), value)
        top += 13 * len(label) + 9


def test_dashes_lower_than_the_numbers_beside_them_are_cells_of_their_row() -> None:
    """The numbers stand closer to the first line of their label than to the second, the dashes half a point lower."""
    sheet = Sheet()
    for row, y in enumerate((100, 130, 160, 190)):
        sheet.text(40, y, PROSE[:28], 7)
        sheet.text(40, y + 8.2, "包括按时答复的", 7)
        for column in range(7):
            is_dash = column in (2, 3) and row != 2
            sheet.text(240 + 40 * column, y + (4.05 if is_dash else 3.45), "—" if is_dash else "0", 7)
    rows = [line.split(" | ")[1:] for line in read(sheet).text.split("\n") if " | " in line]
    assert rows == [["0", "0", "—", "—", "0", "0", "0"]] * 2 + [["0"] * 7] + [["0", "0", "—", "—", "0", "0", "0"]]


def test_an_unruled_table_is_read_by_the_places_of_its_words() -> None:
    sheet = Sheet()
    rows = [
        (["1.属于国家秘密"], ["1", "0", "2", "13", "0", "16"]),
        (["2.申请人无正当理由逾期", "不补正的申请"], ["3", "", "", "10", "0", "13"]),
        (["3.其他"], ["", "5", "0", "0", "100", "105"]),
    ]
    unruled(sheet, rows)
    page = read(sheet)
    assert page.text.split("\n") == [" | ".join(["".join(label), *values]) for label, values in rows]
    assert len(page.tables) == 1


def test_a_column_blank_on_the_next_page_of_an_unruled_table_keeps_its_place() -> None:
    first, second = Sheet(), Sheet()
    unruled(first, [(["1.属于国家秘密"], ["1", "0", "2", "13", "5", "16"]), (["2.其他"], ["3", "4", "5", "10", "6", "13"])], 700)
    unruled(second, [(["3.重复申请"], ["3", "9", "", "15", "", "27"]), (["4.总计"], ["1", "2", "", "", "", "3"])])
    page = read(first, second)
    assert page.text.split("\n")[2:] == ["3.重复申请 | 3 | 9 |  | 15 |  | 27", "4.总计 | 1 | 2 |  |  |  | 3"]
    assert len(page.tables) == 1


@pytest.mark.parametrize(("rest", "x"), [("年度办理结果", 72), ("年度", 77)])
def test_a_label_over_several_rows_cut_by_a_page_break_is_one_again_without_ruling(rest: str, x: float) -> None:
    first, second = Sheet(), Sheet()
    rows = {"（一）予以公开": ["1", "2", "3", "4", "5", "15"], "（二）部分公开": ["1", "1", "1", "1", "1", "5"]}
    head = ["自然", "商业", "科研", "公益", "法律", "总计"]
    for sheet, label in zip((first, second), rows, strict=True):
        top = 700.0 if sheet is first else 100.0
        for index, text in enumerate(head):
            sheet.text(240 + 45 * index, top - 22, text)
        sheet.text(150, top, label)
        for index, value in enumerate(rows[label]):
            sheet.text(245 + 45 * index, top, value)
    first.text(72, 700, "三、本")
    second.text(x, 100, rest)
    text = lines(first, second)
    assert text[1:] == [f"三、本{rest} | （一）予以公开 | 1 | 2 | 3 | 4 | 5 | 15", "（二）部分公开 | 1 | 1 | 1 | 1 | 1 | 5"]


def test_lines_of_a_label_over_several_rows_that_stand_beside_different_rows_are_one_label() -> None:
    sheet = Sheet()
    labels = ["（一）予以公开", "（二）部分公开", "（三）总计"]
    for index, label in enumerate(labels):
        sheet.text(150, 100 + 24 * index, label)
        for column in range(6):
            sheet.text(245 + 45 * column, 100 + 24 * index, str(index + column))
    sheet.text(72, 102, "三、本年度")
    sheet.text(72, 125, "办理结果")
    values = [" | ".join(str(index + column) for column in range(6)) for index in range(3)]
    assert lines(sheet) == [
        f"三、本年度办理结果 | {labels[0]} | {values[0]}",
        f"{labels[1]} | {values[1]}",
        f"{labels[2]} | {values[2]}",
    ]


figures = st.lists(st.one_of(st.just(""), st.integers(0, 9999).map(str)), min_size=7, max_size=7)


@settings(max_examples=40, deadline=None)
@given(st.lists(figures, min_size=1, max_size=12))
def test_every_figure_of_a_ruled_table_comes_back_in_its_place(rows: list[list[str]]) -> None:
    sheet = Sheet()
    sheet.grid([60, 200, 245, 290, 335, 380, 425, 470, 515], 80, [[f"{i}.标签", *row] for i, row in enumerate(rows)])
    assert lines(sheet) == [" | ".join([f"{i}.标签", *row]).strip() + " " * (not row[-1]) for i, row in enumerate(rows)]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(0, 9999).map(str), min_size=6, max_size=6), min_size=2, max_size=12))
def test_every_figure_of_an_unruled_table_comes_back_beside_its_label(rows: list[list[str]]) -> None:
    sheet = Sheet()
    labels = [[f"{i % 9 + 1}.标签", "接着的字"][: 1 + i % 2] for i in range(len(rows))]
    unruled(sheet, list(zip(labels, rows, strict=True)))
    assert lines(sheet) == [" | ".join(["".join(label), *row]) for label, row in zip(labels, rows, strict=True)]


TALL = 14.0  # points between two lines of one label


def wrapped(sheet: Sheet, rows: list[tuple[int, list[str]]], place: str, gap: float) -> list[str]:
    """Print rows without lines, labels broken over that many lines, and return the text to be read.

    `place` is where values stand beside their label: at its middle or its top.
    """
    top, shown = 120.0, []
    for number, (count, values) in enumerate(rows):
        parts = [f"{'甲乙丙丁戊己庚辛'[number]}行标签字", "接着写的字句", "还有一行的字"][:count]
        for index, part in enumerate(parts):
            sheet.text(72, top + TALL * index, part)
        for index, value in enumerate(values):
            sheet.text(240 + 40 * index, top + (TALL * (count - 1) / 2 if place == "middle" else 0), value)
        shown.append(" | ".join(["".join(parts), *values]))
        top += TALL * count + gap
    return shown


label_rows = st.lists(
    st.tuples(st.integers(1, 3), st.lists(st.integers(0, 9999).map(str), min_size=7, max_size=7)), min_size=2, max_size=8
)


@settings(max_examples=60, deadline=None)
@given(label_rows, st.sampled_from(["middle", "top"]), st.sampled_from([2.0, 5.0, 9.0]))
def test_no_number_of_a_table_without_ruling_is_given_to_another_rows_label(
    rows: list[tuple[int, list[str]]], place: str, gap: float
) -> None:
    assume(([count for count, _ in rows], place, gap) != UNTOLD)
    sheet = Sheet()
    shown = wrapped(sheet, rows, place, gap)
    assert lines(sheet) == shown


UNTOLD = ([1, 2, 1], "middle", 2.0)  # four lines 2 points apart beside three rows: whose are the middle two?


def test_three_rows_whose_labels_lines_nobody_can_tell_apart_have_no_labels() -> None:
    counts, place, gap = UNTOLD
    sheet = Sheet()
    wrapped(sheet, [(count, [str(at)] * 7) for at, count in enumerate(counts)], place, gap)
    read = lines(sheet)
    assert [line for line in read if " | " not in line] == ["甲行标签字", "乙行标签字", "接着写的字句丙行标签字"]
    assert [line.split(" | ")[-7:] for line in read if " | " in line] == [[str(at)] * 7 for at in range(3)]


@settings(max_examples=60, deadline=None)
@given(label_rows, st.sampled_from(["middle", "top"]))
def test_where_rows_stand_as_close_as_the_lines_of_a_label_no_label_is_guessed(
    rows: list[tuple[int, list[str]]], place: str
) -> None:
    """A label is its row's, a part of it on the row's height, or none: never a line of another row."""
    sheet = Sheet()
    wrapped(sheet, rows, place, 0)
    read_rows = [line.split(" | ") for line in lines(sheet) if " | " in line]
    values = [row[-7:] for row in read_rows]
    assert values == [row for _, row in rows]
    starts = {index for index, char in enumerate("甲乙丙丁戊己庚辛")}
    for index, row in enumerate(read_rows):
        heads = {"甲乙丙丁戊己庚辛".index(char) for char in "".join(row[:-7]) if char in "甲乙丙丁戊己庚辛"}
        assert heads <= {index} & starts


def test_single_numbers_between_the_lines_of_labels_are_each_its_own_labels() -> None:
    sheet = Sheet()
    for y, text in ((100, "行政处"), (114, "罚"), (134, "行政强"), (148, "制"), (168, "行政许"), (182, "可")):
        sheet.text(72, y, text)
    for y, value in ((107, "71574"), (141, "0"), (175, "33")):
        sheet.text(120, y, value)
    assert lines(sheet) == ["行政处罚 | 71574", "行政强制 | 0", "行政许可 | 33"]


def test_a_number_close_to_its_label_is_a_cell_where_the_column_shows() -> None:
    sheet = Sheet()
    for y, label, value in ((100, "信息内容", "本年处理决定数量"), (120, "行政许可", "98"), (140, "行政强制", "0")):
        sheet.text(72, y, label)
        sheet.text(117, y, value)
    assert lines(sheet) == ["信息内容 | 本年处理决定数量", "行政许可 | 98", "行政强制 | 0"]


def test_labels_of_two_columns_set_tight_are_two() -> None:
    sheet = Sheet()
    for y, text in ((120, "1.属于国家秘密"), (140, "2.重复申请"), (160, "3.其他")):
        sheet.text(103, y, text)
        for column in range(7):
            sheet.text(240 + 40 * column, y, str(column))
    sheet.text(72, 133, "（三）")
    sheet.text(72, 147, "不予公")
    shown = lines(sheet)
    assert [line.removeprefix("（三）不予公 | ") for line in shown] == [
        f"{label} | 0 | 1 | 2 | 3 | 4 | 5 | 6" for label in ("1.属于国家秘密", "2.重复申请", "3.其他")
    ]


def test_heads_broken_by_character_and_set_tight_are_put_together() -> None:
    sheet = Sheet()
    sheet.text(230, 100, "申请人情况")
    sheet.text(281, 120, "法人或其他组织")
    places = [230.0, 261.0, 292.0, 323.0, 364.0, 405.0, 436.0]
    for x, first, second in zip(
        places, ("自然", "商业企", "科研机", "社会公益", "法律服务", "其", "总"), "人 业 构 组织 机构 他 计".split(), strict=True
    ):
        top = 131.0 if first in ("自然", "总") else 140.0
        sheet.text(x, top, first)
        sheet.text(x, top + 12, second)
    for y, label in ((180, "一、本年新收政府信息"), (200, "二、上年结转政府信息")):
        sheet.text(72, y, label)
        for number, x in enumerate(places):
            sheet.text(x, y, str(number))
    assert lines(sheet) == [
        "申请人情况",
        "自然人 | 法人或其他组织 | 总计",
        "商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他",
        "一、本年新收政府信息 | 0 | 1 | 2 | 3 | 4 | 5 | 6",
        "二、上年结转政府信息 | 0 | 1 | 2 | 3 | 4 | 5 | 6",
    ]


def test_two_numbers_of_a_row_set_tight_are_two_and_a_dash_is_a_cell() -> None:
    sheet = Sheet()
    for y, label, values in ((100, "1.属于国家秘密", "1204567"), (120, "2.其他", "30—7890")):
        sheet.text(72, y, label)
        for x, value in zip((240, 247, 270, 290, 310, 340, 370), values, strict=True):
            sheet.text(x, y, value)
    assert lines(sheet) == ["1.属于国家秘密 | 1 | 2 | 0 | 4 | 5 | 6 | 7", "2.其他 | 3 | 0 | — | 7 | 8 | 9 | 0"]


def test_a_number_that_the_edge_of_the_paper_cuts_stays_whole() -> None:
    sheet = Sheet()
    sheet.text(72, 100, "总计")
    sheet.text(500, 100, "12")
    sheet.text(586, 100, "171")
    assert lines(sheet) == ["总计 | 12 | 171"]


@pytest.mark.parametrize(("second", "expected"), [("持", "结果维持 | 其他 | 总计"), ("      持", "结果维 | 其他 | 总计")])
def test_a_line_that_hangs_below_a_table_cut_by_the_page_goes_on_with_full_cells_only(second: str, expected: str) -> None:
    sheet = Sheet()
    sheet.grid([70, 108, 166, 204], 780, [["结果维", "其他", "总计"]])
    sheet.text(74, 806, second)
    assert lines(sheet)[0] == expected


def test_rows_that_stand_askew_under_their_head_have_no_empty_cell() -> None:
    sheet = Sheet()
    for number, head in enumerate(("自然人", "企业", "机构", "组织", "其他", "总计")):
        sheet.text(240 + 45 * number, 80, head)
    for y, shift in ((100, 0), (120, 0), (140, 45)):
        sheet.text(72, y, f"{y // 20}.标签")
        for number in range(6):
            sheet.text(196 + shift + 45 * number, y, str(number))
    assert [line for line in lines(sheet) if "标签" in line] == [f"{n}.标签 | 0 | 1 | 2 | 3 | 4 | 5" for n in (5, 6, 7)]


def test_a_page_without_text_says_so() -> None:
    sheet = Sheet()
    sheet.box(100, 100, 300, 300)
    page = read(sheet)
    assert (page.text, dict(page.meta)) == ("", {"no_text_layer": "1"})


@pytest.mark.parametrize("code", ["0003", "0020", "00A0", "00AD", "200B"])
def test_a_printed_character_that_its_font_calls_nothing_is_unknown_and_not_left_out(code: str) -> None:
    content = write_low_font_pdf([(100, 100, "一体总、体，")]).replace(b"<603B>", f"<{code}>".encode())
    assert read_pdf(Source(content, "unknown.pdf")).text == "一体\ufffd、体，"


def test_a_hyphen_that_its_font_calls_a_soft_one_is_a_hyphen() -> None:
    content = write_low_font_pdf([(100, 100, "体总一总")]).replace(b"<4E00>", b"<00AD>")
    assert read_pdf(Source(content, "hyphen.pdf")).text == "体总-总"


def test_a_file_whose_fonts_say_nothing_has_no_text_layer() -> None:
    content = write_low_font_pdf([(100, 100, "一、总体，体一体、总")])
    for number, char in enumerate("一、总体，"):
        content = content.replace(f"<{ord(char):04X}>".encode(), f"<{3 if char == '体' else 0xE0 + number:04X}>".encode())
    assert dict(read_pdf(Source(content, "foreign.pdf")).meta) == {"no_text_layer": "1"}


def test_what_cannot_be_read_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = Sheet()
    sheet.text(72, 100, "报告")
    locked = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%b> /U <%b> >> /ID [ <41> <41> ]" % (b"41" * 32, b"42" * 32)
    with pytest.raises(ParseError, match="encrypted; save the PDF without a password"):
        read_pdf(Source(write_pdf([sheet], locked), "a.pdf"))
    with pytest.raises(ParseError, match="not a readable PDF"):
        read_pdf(Source(b"%PDF-1.4\nnothing", "a.pdf"))
    monkeypatch.setattr(reader, "MAX_PAGES", 1)
    with pytest.raises(ParseError, match="2 pages, more than 1; split"):
        read_pdf(Source(write_pdf([sheet, sheet]), "a.pdf"))
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(ParseError, match=r"pip install 'gongkai\[pdf\]'"):
        read_pdf(Source(write_pdf([sheet]), "a.pdf"))


def _drawn() -> bytes:
    sheet = Sheet()
    merged(sheet)
    return write_pdf([sheet, sheet])


DRAWN = _drawn()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(DRAWN) - 1), st.integers(0, 255)), min_size=1, max_size=30))
def test_a_damaged_file_is_read_or_refused(damage: list[tuple[int, int]]) -> None:
    content = bytearray(DRAWN)
    for place, byte in damage:
        content[place] = byte
    try:
        page = read_pdf(Source(bytes(content), "a.pdf"))
    except ParseError:
        return
    assert all(
        page.text[c.start : c.end].strip("\n|") == page.text[c.start : c.end] for t in page.tables for r in t.rows for c in r
    )


def test_a_drawing_of_many_lines_is_bounded() -> None:
    sheet = Sheet()
    for index in range(3000):
        sheet.line(index % 500, 100 + index / 10, index % 500 + 50, 100 + index / 10)
        sheet.line(100 + index / 10, index % 700, 100 + index / 10, index % 700 + 50)
    sheet.text(72, 60, "一、总体情况", 14)
    calls = itertools.count()
    sys.setprofile(lambda *_: next(calls))
    try:
        first = lines(sheet)[0]
    finally:
        sys.setprofile(None)
    assert "".join(first.split(" | ")) == "一、总体情况"
    assert next(calls) < 8_000_000  # calls and returns; 2.4 million when this was written


@pytest.mark.parametrize(("count", "step"), [(3_000, 0.0), (3_000, 0.2)])
def test_a_page_of_more_characters_than_a_page_holds_is_bounded(count: int, step: float) -> None:
    sheet = Sheet()
    for index in range(count):
        sheet.text(20 + index * 550 / count, 60 + index * step, str(index % 10))
    calls = itertools.count()
    sys.setprofile(lambda *_: next(calls))
    try:
        text = read(sheet).text
    finally:
        sys.setprofile(None)
    assert text
    assert next(calls) < 3_000_000  # calls and returns; 2 million at most when this was written


CASES = os.environ.get("GONGKAI_CASES")


@pytest.mark.skipif(not CASES, reason="GONGKAI_CASES does not name the folder of published reports")
@pytest.mark.parametrize(("name", "form"), [("huaian2024.pdf", "2021"), ("hongze2023.pdf", "2019")])
def test_table_three_of_a_published_report_is_read_whole(name: str, form: str) -> None:
    folder = Path(CASES or "") / "real"
    answers = map(json.loads, (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines())
    gold = next(answer["figures"] for answer in answers if answer["file"] == name)
    page = read_pdf(Source((folder / name).read_bytes(), name))
    rows = [line.split(" | ") for line in page.text.split("\n")]
    beside = [(normalise(row[-8]), row[-7:]) for row in rows if len(row) > 7]
    place = -1
    for row in FORMS[form].tables[1].rows:
        label = normalise(row.label)[:6].removeprefix("危及三安全")
        place = next(i for i in range(place + 1, len(beside)) if label in beside[i][0])
        assert beside[place][1] == [str(gold[f"{row.key}.{column.key}"]) for column in row.columns]
    assert len(page.tables) == 3
    fourth = next(row for row in rows if len(row) == 15 and row[0].isdigit())
    names = [f"{row.key}.{column.key}" for row in FORMS[form].tables[2].rows for column in row.columns]
    assert fourth == [str(gold[cell]) for cell in names]
