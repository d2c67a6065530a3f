"""Text that stands off the ruling of its table: a row, a column or a part of one. What nobody can tell is not read."""

from __future__ import annotations

import pytest
from minimal_pdf import Sheet, write_pdf

from gongkai.indexer.page import Source
from gongkai.indexer.readers.linear import LOST
from gongkai.indexer.readers.pdf.reader import read_pdf

XS = [70.0, 130.0, 190.0, 250.0]
ROWS = [["信息内容", "本年制发件数", "现行有效件数"], ["规章", "3", "41"], ["行政规范性文件", "12", "57"], ["行政许可", "6", "8"]]


def read(sheet: Sheet) -> str:
    return read_pdf(Source(write_pdf([sheet]), "report.pdf")).text


def shifted(right: float, down: float, heights: tuple[float, ...] = (20, 20, 20, 20)) -> str:
    """Print ruled rows with their text moved."""
    sheet = Sheet()
    top = 100.0
    for row, high in zip(ROWS, heights, strict=True):
        for x0, x1, text in zip(XS, XS[1:], row, strict=False):
            sheet.box(x0, top, x1, top + high)
            sheet.text(x0 + 4 + right, top + high / 2 + 4 + down, text, 8)
        top += high
    return read(sheet)


def test_text_in_its_rows_is_read_by_them() -> None:
    assert shifted(0, 0) == "\n".join(" | ".join(row) for row in ROWS)


@pytest.mark.parametrize("down", [-10, 10, -9, 11])
def test_numbers_that_lines_cross_are_not_read_by_them(down: float) -> None:
    text = shifted(0, down)
    assert "规章 | 3 | 41" in text or not any(number in text for number in ("41", "12", "57"))


@pytest.mark.parametrize("down", [-20, 20, -40, 40])
def test_text_off_by_rows_is_read_without_them(down: float) -> None:
    """By the lines 3 and 41 would be a row's, and its label be torn."""
    text = shifted(0, down, (20, 32, 20, 20))
    assert "规章 | 3 | 41" in text
    assert "行政许可 | 6 | 8" in text


def test_an_empty_row_alone_says_nothing() -> None:
    sheet = Sheet()
    sheet.grid(XS, 100, [["", "", ""], *ROWS], 20, 8)
    sheet.text(70, 220, "三、收到和处理政府信息公开申请情况", 8)
    assert "行政规范性文件 | 12 | 57" in read(sheet)


@pytest.mark.parametrize(("x", "read_as"), [(148.0, "| 12 |  |"), (157.0, f"{LOST * 2} |"), (163.0, "|  | 12 |")])
def test_a_number_half_beyond_its_cell_is_not_read(x: float, read_as: str) -> None:
    sheet = Sheet()
    sheet.grid([70, 130, 160, 190, 220], 100, [["行政许可", "", "", ""]], 20, 8)
    sheet.text(x, 114, "12", 8)
    assert read_as in read(sheet)


def test_a_line_of_the_table_strikes_no_text_that_stands_on_it() -> None:
    """By a struck 1 the label would have lost its number, and the row its upper line."""
    sheet = Sheet()
    sheet.grid(XS, 100, [["", "", ""], ["", "", ""]], 20, 8)
    sheet.text(134, 123, "1.属于国家秘", 8)
    text = read(sheet)
    assert text.count("\n") == 1
    assert "属于国家秘" in text


def test_a_long_line_through_a_number_makes_it_unknown() -> None:
    sheet = Sheet()
    sheet.grid(XS, 100, ROWS, 20, 8)
    sheet.line(60, 131.5, 260, 131.5)
    text = read(sheet)
    assert "41" not in text
    assert "57" in text


def test_numbers_half_a_column_off_are_not_read_by_the_lines() -> None:
    """A wide column takes in two numbers, the one behind it is left without any."""
    sheet = Sheet()
    xs = [70.0, 130.0, 150.0, 170.0, 210.0, 230.0, 250.0, 270.0]
    for row, label in enumerate(("行政许可", "行政处罚", "行政强制", "规章", "行政规范性文件")):
        for x0, x1, text in zip(xs, xs[1:], (label, "1", "2", "3", "4", "5", ""), strict=False):
            sheet.box(x0, 100 + 20 * row, x1, 120 + 20 * row)
            sheet.text(x0 + (18 if text.isdecimal() else 2), 114 + 20 * row, text, 8)
    for line in read(sheet).split("\n"):
        assert [cell for cell in line.split(" | ")[1:] if cell.isdecimal()] in ([], list("12345"))
        assert "2 3" not in line
