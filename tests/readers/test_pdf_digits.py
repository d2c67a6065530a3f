"""Are a PDF's numbers those that are printed: drawn twice, in narrow cells, over a page break, under notes?"""

from __future__ import annotations

import pytest
from minimal_pdf import Sheet, write_pdf

from gongkai.indexer.page import Source
from gongkai.indexer.readers.pdf.reader import read_pdf


def lines(*sheets: Sheet) -> list[str]:
    """Return the lines of drawn sheets."""
    return read_pdf(Source(write_pdf(list(sheets)), "report.pdf")).text.split("\n")


@pytest.mark.parametrize("size", [6.0, 8.0, 10.0])
@pytest.mark.parametrize("number", ["11", "9961", "100", "1", "7000"])
def test_a_number_printed_twice_for_bold_type_is_one(size: float, number: str) -> None:
    sheet = Sheet()
    for shift in (0.0, 0.3):
        sheet.text(100 + shift, 100, f"共收到申请{number}件", size)
    assert lines(sheet) == [f"共收到申请{number}件"]


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (["", "657", "", "148"], [" | \ufffd |  | \ufffd", "总计 | \ufffd | 9 | \ufffd"]),
        (["", "", "", "148"], [" |  |  | \ufffd", "总计 | 77 | 9 | \ufffd"]),
        (["", "", "", ""], [" |  |  | ", "总计 | 77 | 9 | 4"]),
        (["", "6", "", "8"], [" | 6 |  | 8", "总计 | 77 | 9 | 4"]),  # there was room for the next digit
        (["小计", "657", "", "148"], ["小计 | 657 |  | 148", "总计 | 77 | 9 | 4"]),
    ],
)
def test_a_number_cut_by_a_page_break_above_its_label_is_not_read(above: list[str], expected: list[str]) -> None:
    first, second = Sheet(), Sheet()
    xs = [70.0, 110.0, 134.0, 158.0, 182.0]
    first.grid(xs, 740, [["甲", "1", "2", "3"], above])
    second.grid(xs, 60, [["总计", "77", "9", "4"], ["乙", "5", "6", "7"]])
    assert lines(first, second)[1:3] == expected


XS = [70.0, 170.0, 192.0, 214.0, 236.0]


def narrow(*texts: tuple[float, str], high: float = 20.0) -> str:
    """Return the row of a table with narrow columns that is read of these texts, from left to right: a digit is 5 points wide."""
    sheet = Sheet()
    sheet.grid(XS, 100, [["信息内容", "甲", "乙", "丙"], ["规章", "", "", ""]], high)
    for x, text in texts:
        for line, part in enumerate(text.split("/")):
            sheet.text(x, 100 + high + 13 + 12 * line, part)
    return lines(sheet)[1]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([(182.0, "12"), (192.0, "34"), (216.0, "5")], "12 | 34 | 5"),
        ([(172.0, "1234"), (192.0, "567"), (216.0, "8")], "1234 | 567 | 8"),
        ([(187.0, "1"), (192.0, "2"), (216.0, "8")], "\ufffd | \ufffd | 8"),  # each digit may be a text of one number
        ([(168.5, "12345"), (216.0, "8")], "12345 |  | 8"),
        ([(186.0, "12"), (196.0, "34"), (216.0, "8")], "\ufffd | \ufffd\ufffd\ufffd | 8"),  # 12 begins left of the line
    ],
)
def test_numbers_that_touch_over_a_line_are_each_in_their_cell(texts: list[tuple[float, str]], expected: str) -> None:
    assert narrow(*texts) == f"规章 | {expected}"


@pytest.mark.parametrize(("x", "expected"), [(183.0, "12 3"), (182.0, "123")])
def test_two_texts_apart_in_a_cell_are_two_numbers(x: float, expected: str) -> None:
    assert narrow((172.0, "12"), (x, "3"), (194.0, "4"), (216.0, "5")) == f"规章 | {expected} | 4 | 5"


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("1234/5678", "6655/4433", "1122/7788"), "\ufffd | \ufffd | \ufffd"),
        (("1234/5678", "6655/44", "1122/7788"), "12345678 | 665544 | 11227788"),
        (("1234/5678", "6655", "7"), "12345678 | 6655 | 7"),
    ],
)
def test_a_row_in_which_every_number_fills_its_lines_is_not_read(numbers: tuple[str, ...], expected: str) -> None:
    assert narrow(*zip((171.0, 193.0, 215.0), numbers, strict=True), high=34) == f"规章 | {expected}"


def test_a_number_longer_than_any_is_not_read() -> None:
    assert [narrow((171.0, number), high=60) for number in ("1234/5678/9", "1234/5678/90")] == [
        "规章 | 123456789 |  | ",
        "规章 | \ufffd |  | ",
    ]


@pytest.mark.parametrize("slant", [0.2, 0.33, -0.2])
def test_a_digit_in_slanted_type_is_one_of_its_number(slant: float) -> None:
    """The slant of italic type is no direction of the text, as a watermark's is."""
    sheet = Sheet()
    sheet.grid(XS, 100, [["信息内容", "甲", "乙", "丙"], ["规章", "", "", "7"]])
    for x, text, turn in ((174, "3", "1 0 0 1"), (179, "5", f"1 0 {slant} 1"), (194, "46", f"1 0 {slant} 1")):
        sheet.text(x, 134, text, turn=turn)
    assert lines(sheet)[1] == "规章 | 35 | 46 | 7"


WIDE = ["173", "2506", "48", "15"]  # their digits set apart by so many points, each a text of its own


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ([1.0] * 4, ["173", "2506", "48", "15"]),
        ([2.0] * 4, ["173", "2506", "48", "15"]),
        ([1.0, 0.0, 0.0, 0.0], ["1 7 3", "2506", "48", "15"]),  # the others are not set apart
        ([1.0, 1.0, 2.0, 1.0], ["1 7 3", "2 5 0 6", "4 8", "1 5"]),
        ([3.5] * 4, ["1 7 3", "2 5 0 6", "4 8", "1 5"]),  # so wide are two numbers
    ],
)
def test_digits_are_one_number_where_all_of_a_table_are_set_apart(gaps: list[float], expected: list[str]) -> None:
    sheet = Sheet()
    xs = [70.0, 170.0, 215.0, 260.0, 305.0, 350.0]
    sheet.grid(xs, 100, [["信息内容", "甲", "乙", "丙", "丁"], ["规章", "", "", "", ""]])
    for left, number, gap in zip(xs[1:], WIDE, gaps, strict=False):
        for place, digit in enumerate(number):
            sheet.text(left + 4 + place * (5 + gap), 134, digit)
    assert lines(sheet)[1].split(" | ")[1:] == expected


def test_single_digits_apart_in_a_table_of_few_are_two_numbers() -> None:
    assert narrow((172.0, "1"), (178.0, "3"), (194.0, "4"), (216.0, "5")) == "规章 | 1 3 | 4 | 5"


@pytest.mark.parametrize("apart", [False, True])
def test_a_digit_of_a_number_is_no_mark_of_a_stamp_that_ends_over_it(apart: bool) -> None:
    """Behind the 份 of a stamp the 8 of 478 stood as a mark: 47 was left."""
    sheet = Sheet()
    sheet.grid([70, 130, 190], 100, [["行政许可", ""]], 20, 8)
    for number, text in enumerate("478" if apart else ["478"]):
        sheet.text(140 + 4 * number, 114, text, 8)
    sheet.text(134, 116, "份", 14)
    assert "47 " not in lines(sheet)[0] + " "
    assert "⁸" not in lines(sheet)[0]
