"""Is a minus that is drawn as a line read, no number that a slanted line crosses, and a table by its dotted lines?"""

from __future__ import annotations

import time

import pytest
from minimal_pdf import Sheet, write_pdf

from gongkai.indexer.page import Source
from gongkai.indexer.readers.pdf.glyph import Glyph
from gongkai.indexer.readers.pdf.reader import read_pdf
from gongkai.indexer.readers.pdf.visible.strokes import crossed

UNREAD = "\ufffd"


def table(number: str = "") -> Sheet:
    """Return a sheet with a small table, its number 10 points right of the left side of its cell: a digit is 5 points wide."""
    sheet = Sheet()
    sheet.grid([70, 170, 270], 100, [["信息内容", "本年增/减"], ["行政许可", ""]])
    sheet.text(180, 134, number)
    return sheet


def last_cell(sheet: Sheet) -> str:
    """Return what the last cell of the table holds."""
    return read_pdf(Source(write_pdf([sheet]), "report.pdf")).text.split("\n")[-1].split(" | ")[1]


@pytest.mark.parametrize("filled", [True, False])
@pytest.mark.parametrize(("left", "right"), [(173, 179), (177.5, 180.3), (176, 179), (172, 177)])
def test_a_short_line_before_a_number_is_its_minus(left: float, right: float, filled: bool) -> None:
    sheet = table("28")
    if filled:
        sheet.bar(left, 130.4, right, 130.9)
    else:
        sheet.line(left, 130.7, right, 130.7)
    assert last_cell(sheet).replace(" ", "") == "-28"


@pytest.mark.parametrize(
    ("left", "right", "y"), [(173, 179, 135), (173, 179, 125), (172, 173, 130.7), (190, 196, 130.7), (169, 172, 130.7)]
)
def test_a_line_below_above_behind_or_far_from_a_number_is_no_minus(left: float, right: float, y: float) -> None:
    sheet = table("28")
    sheet.line(left, y, right, y)
    assert last_cell(sheet) == "28"


@pytest.mark.parametrize("left", [169.8, 170.3])
def test_a_stub_of_the_tables_own_line_is_no_minus(left: float) -> None:
    sheet = table()
    sheet.text(175, 134, "28")
    sheet.line(left, 130.7, left + 3, 130.7)
    assert last_cell(sheet) == "28"


@pytest.mark.parametrize("step", [4, 6])
def test_a_piece_of_a_dotted_line_is_no_minus(step: float) -> None:
    sheet = table("28")
    for x in range(90, 179, int(step)):
        sheet.bar(x, 130.4, x + 2.5, 130.9)
    text = read_pdf(Source(write_pdf([sheet]), "report.pdf")).text
    assert "28" in text
    assert "-" not in text


def test_a_line_in_the_next_cell_is_no_minus() -> None:
    sheet = Sheet()
    sheet.grid([70, 170, 270], 100, [["本年增/减", "处理决定数量"], ["", ""]])
    sheet.line(163, 130.7, 169, 130.7)
    sheet.text(171, 134, "28")
    assert last_cell(sheet) == "28"


def test_a_line_through_the_character_before_a_number_is_no_minus() -> None:
    sheet = table("减28")
    sheet.line(180.5, 130.7, 189.5, 130.7)
    assert last_cell(sheet) == "减28"


@pytest.mark.parametrize(
    ("ends", "expected"), [((178, 135, 192, 126), UNREAD), ((171, 139, 269, 121), "28"), ((188, 127, 181, 134), UNREAD)]
)
def test_a_number_that_a_slanted_line_crosses_is_not_read(ends: tuple[float, float, float, float], expected: str) -> None:
    sheet = table("28")
    sheet.line(*ends)
    assert last_cell(sheet) == "28" if expected == "28" else not last_cell(sheet).isdecimal()


def test_a_line_of_a_page_that_is_a_little_askew_crosses_none_out() -> None:
    sheet = table("28")
    sheet.line(60, 131, 260, 127)
    assert "28" in read_pdf(Source(write_pdf([sheet]), "report.pdf")).text


def test_a_line_across_the_head_of_a_table_crosses_no_number_below_it() -> None:
    sheet = table("28")
    sheet.line(70, 100, 170, 120)
    assert last_cell(sheet) == "28"


@pytest.mark.parametrize(("long", "step"), [(0.75, 1.5), (2.25, 3.7), (1.5, 3), (3, 5.5)])
def test_a_table_is_read_by_its_dotted_lines(long: float, step: float) -> None:
    """Without lines the empty cell would be none."""
    sheet = Sheet()
    for y in (100.0, 120.0, 140.0):
        for number in range(int(200 / step)):
            sheet.bar(70 + number * step, y - 0.4, 70 + number * step + long, y + 0.4)
    for x in (70.0, 130.0, 200.0, 270.0):
        for number in range(int(40 / step) + 1):
            sheet.bar(x - 0.4, 100 + number * step, x + 0.4, 100 + number * step + long)
    for x, y, text in (
        (74, 114, "信息内容"),
        (134, 114, "制发件数"),
        (204, 114, "废止件数"),
        (74, 134, "规章"),
        (240, 134, "12"),
    ):
        sheet.text(x, y, text)
    page = read_pdf(Source(write_pdf([sheet]), "report.pdf"))
    assert page.text.split("\n") == ["信息内容 | 制发件数 | 废止件数", "规章 |  | 12"]


@pytest.mark.parametrize("count", [1, 3])
def test_a_few_dots_are_no_line(count: int) -> None:
    sheet = table("28")
    for number in range(count):
        sheet.bar(210 + 2 * number, 122, 210.8 + 2 * number, 122.8)
    assert last_cell(sheet) == "28"


def test_many_slanted_lines_over_many_digits_take_no_long_time() -> None:
    glyphs = [Glyph(str(n % 10), n % 100 * 5.0, n // 100 * 8.0, n % 100 * 5.0 + 4, n // 100 * 8.0 + 8) for n in range(6_000)]
    slanted = [((float(n), 0.0), (n + 90.0, 480.0)) for n in range(490)]
    begun = time.process_time()
    assert len(crossed(glyphs, slanted)) == len(glyphs)  # nobody can tell
    assert time.process_time() - begun < 2
