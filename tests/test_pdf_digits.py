"""Are a PDF's numbers those that are printed: drawn twice, in narrow cells, over a page break, under notes?"""

from __future__ import annotations

import pytest
from minimal_pdf import Sheet, write_pdf

from gongkai.indexer.page import Source
from gongkai.indexer.readers.pdf import read_pdf


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
