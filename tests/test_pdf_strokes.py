"""Is a minus that is drawn as a line read, and no number that a slanted line crosses?"""

from __future__ import annotations

import pytest
from minimal_pdf import Sheet, write_pdf

from gongkai.indexer.page import Source
from gongkai.indexer.readers.pdf.reader import read_pdf

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


@pytest.mark.parametrize("step", [4, 6])
def test_a_piece_of_a_dotted_line_is_no_minus(step: float) -> None:
    sheet = table("28")
    for x in range(90, 179, int(step)):
        sheet.bar(x, 130.4, x + 2.5, 130.9)
    assert last_cell(sheet) == "28"


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
