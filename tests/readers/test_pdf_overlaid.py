"""Are numbers that are printed over one another left unread, and those that only touch another's place read?"""

from __future__ import annotations

import pytest
from minimal_pdf import Sheet, write_pdf

from gongkai.indexer.page import Source
from gongkai.indexer.readers.pdf.reader import read_pdf

UNREAD = "\ufffd"
XS = [70.0, 170.0, 192.0, 214.0]


def row(*texts: tuple[float, float, str], ruled: bool = True) -> list[str]:
    """Return the cells of a row in which these texts are printed, at their left end and so much lower: a digit is 5 points wide."""
    sheet = Sheet()
    if ruled:
        sheet.grid(XS, 100, [["信息内容", "甲", "乙"], ["规章", "", ""]])
    else:
        sheet.text(74, 134, "规章")
    for x, down, text in texts:
        sheet.text(x, 134 + down, text)
    return read_pdf(Source(write_pdf([sheet]), "report.pdf")).text.split("\n")[-1].split(" | ")[1:]


@pytest.mark.parametrize(("x", "down", "old"), [(174, 0, "45"), (176, 0, "45"), (171.5, 0, "34"), (174, 2, "34"), (176, 0, "—")])
def test_two_numbers_printed_over_one_another_are_not_read(x: float, down: float, old: str) -> None:
    cells = row((174, 0, "12"), (x, down, old), (200, 0, "3"))
    assert UNREAD in cells[0]
    assert cells[1] == "3"


def test_numbers_over_one_another_outside_ruled_tables_are_not_read() -> None:
    sheet = Sheet()
    for x, y, text in ((72, 100, "行政许可"), (160, 100, "12"), (162, 100, "45"), (72, 120, "行政处罚"), (160, 120, "12")):
        sheet.text(x, y, text)
    page = read_pdf(Source(write_pdf([sheet]), "report.pdf"))
    assert page.text.split("\n") == [f"行政许可 | {UNREAD * 4}", "行政处罚 | 12"]


@pytest.mark.parametrize(("old", "number"), [("678", "670"), ("178", "678"), ("668", "678")])
def test_a_number_that_has_digits_of_a_white_one_under_it_is_not_made_shorter(old: str, number: str) -> None:
    """What both have in one place the PDF library gives once, as the white one's."""
    sheet = Sheet()
    sheet.grid(XS, 100, [["信息内容", "甲", "乙"], ["规章", "", ""]])
    for colour, text in ((b"1 g", old), (b"0 g", number)):
        sheet.marks.append(colour)
        sheet.text(174, 134, text)
    cell = read_pdf(Source(write_pdf([sheet]), "report.pdf")).text.split("\n")[-1].split(" | ")[1]
    assert not cell.isdecimal()


@pytest.mark.parametrize("end", [190.0, 190.7, 191.4])
def test_a_number_wider_than_its_column_takes_no_digit_of_its_neighbour(end: float) -> None:
    cells = row((end - 15, 0, "371"), (end - 5, 0, "1502"))
    assert cells[0] in ("371", UNREAD * 3)
    assert cells[1] == "1502" or UNREAD in cells[1] or not cells[1]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("shift", [0.0, 0.3, 1.0])
def test_a_number_printed_twice_is_read_once(shift: float, ruled: bool) -> None:
    number = [(174 + 5 * index + off, 0.0, digit) for off in (0.0, shift) for index, digit in enumerate("3321")]
    whole = [(174 + off, 0.0, "3321") for off in (0.0, shift)]
    assert [row(*texts, (205, 0, "3"), ruled=ruled) for texts in (number, whole)] == [["3321", "3"]] * 2


def test_numbers_with_space_around_them_are_whole() -> None:
    assert row((171, 0, " 12 "), (200, 0, " 3")) == ["12", "3"]


@pytest.mark.parametrize("number", ["154", "541", "1154", "5411", "514", "11"])
@pytest.mark.parametrize("before", ["", "6 "])
def test_a_number_whose_font_calls_a_digit_a_space_is_not_made_shorter(number: str, before: str) -> None:
    """Where a space is before, the PDF library gives none for it."""
    sheet = Sheet()
    sheet.grid([70, 170, 220, 270], 100, [["信息内容", "甲", "乙"], ["规章", before, number]])
    cells = read_pdf(Source(write_pdf([sheet], called="1 "), "report.pdf")).text.split("\n")[-1].split(" | ")
    assert not cells[2].isdecimal()


@pytest.mark.parametrize("number", ["154", " 154", "154  ", "  154  "])
def test_spaces_around_a_number_leave_no_ink(number: str) -> None:
    assert row((171, 0, "6 "), (194, 0, number))[1] == "154"
