"""Is no number read of digits that touch by chance: a page's number or a stamp beside a number of the table?"""

from __future__ import annotations

import time

import pytest
from minimal_pdf import Sheet, write_pdf

from gongkai.indexer.page import Source
from gongkai.indexer.readers.pdf.reader import read_pdf

RED, GREY, BLACK = b"0.9 0.1 0.1 rg", b"0.5 g", b"0 g"


def row(*texts: tuple[float, float, str, float, bytes]) -> list[str]:
    """Return the cells of a row in which these texts are printed: left end, so much lower, the text, its size and colour."""
    sheet = Sheet()
    sheet.grid([70, 170, 192, 214], 100, [["信息内容", "甲", "乙"], ["规章", "", ""]])
    for x, down, text, size, colour in texts:
        sheet.marks.append(colour)
        sheet.text(x, 134 + down, text, size)
        sheet.marks.append(BLACK)
    return read_pdf(Source(write_pdf([sheet]), "report.pdf")).text.split("\n")[-1].split(" | ")[1:]


@pytest.mark.parametrize(
    ("down", "size", "colour"),
    [(0, 9, BLACK), (1, 10, BLACK), (0, 10, RED), (-2, 12, RED), (0, 14, BLACK), (0, 9.6, BLACK)],
)
@pytest.mark.parametrize("before", [True, False])
def test_digits_set_otherwise_beside_a_number_are_no_digits_of_it(down: float, size: float, colour: bytes, before: bool) -> None:
    number = (180.0, 0.0, "5", 10.0, BLACK)
    cells = row(number, (180 - size / 2 if before else 185, down, "3", size, colour), (200, 0, "7", 10, BLACK))
    assert not cells[0].isdecimal()
    assert cells[1] == "7"


@pytest.mark.parametrize(("x", "size", "colour"), [(185, 10, GREY), (185.3, 10.2, BLACK), (185, 10, b"0.1 0.1 0.2 rg")])
def test_digits_set_nearly_alike_are_one_number(x: float, size: float, colour: bytes) -> None:
    assert row((180, 0, "5", 10, BLACK), (x, 0, "3", size, colour))[0] == "53"


@pytest.mark.parametrize(("size", "colour"), [(9, BLACK), (10, RED)])
def test_numbers_that_touch_over_a_line_of_the_table_may_be_set_otherwise(size: float, colour: bytes) -> None:
    assert row((182, 0, "12", 10, BLACK), (192, 0, "34", size, colour)) == ["12", "34"]


def test_a_text_layer_that_a_program_read_is_uneven() -> None:
    sheet = Sheet()
    sheet.grid([70, 170, 192], 100, [["信息内容", "甲"], ["规章", "5"]])
    sheet.text(179, 134.9, "3", 10.8)
    sheet.marks = [b"3 Tr " + mark if mark.startswith(b"BT") else mark for mark in sheet.marks]
    assert read_pdf(Source(write_pdf([sheet]), "report.pdf")).text.split("\n")[-1] == "规章 | 53"


@pytest.mark.parametrize("down", [0, 2, 4])
def test_a_number_inside_a_large_digit_is_not_read(down: float) -> None:
    cells = row((170, down, "2024", 24, RED), (181, 0, "0", 10, BLACK), (205, 0, "0", 10, BLACK))
    assert not any(cell.isdecimal() for cell in cells)


def test_many_lines_beside_many_uneven_digits_take_little_time() -> None:
    sheet = Sheet()
    for place in range(3_000):
        sheet.text(20 + 5 * (place % 100), 20 + 12 * (place // 100), "1", 10 + place % 2)
    for place in range(8_000):
        sheet.line(575 + place % 10, 10, 575 + place % 10, 800)
    content = write_pdf([sheet])
    began = time.process_time()
    read_pdf(Source(content, "report.pdf"))
    assert time.process_time() - began < 5
