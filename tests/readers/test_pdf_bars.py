"""Is a number of a PDF read over which a bar runs, filled with one colour or a run of them? As little as one that a line strikes."""

from __future__ import annotations

import pytest
from minimal_pdf import Sheet, write_pdf

from gongkai.indexer.numbers import read_number
from gongkai.indexer.page import Source
from gongkai.indexer.readers.pdf.reader import read_pdf

DRAWN = {"colour": "{} f", "grey": "q .6 g {} f Q", "shading": "q {} W n /Run sh Q", "pattern": "q /Pattern cs /Run scn {} f Q"}
LEVEL = 130.5  # of the middle of the number, whose type is 10 points high


def table(number: str, *, first: str = "") -> Sheet:
    """Return a sheet with a small table, its number 10 points right of the left side of its cell; `first` is drawn before it."""
    sheet = Sheet()
    sheet.marks += [first.encode()]
    sheet.grid([70, 170, 270], 100, [["信息内容", "本年增/减"], ["行政许可", ""]])
    sheet.text(180, 134, number)
    return sheet


def bar(draw: str, left: float, right: float, level: float, high: float) -> str:
    return DRAWN[draw].format(f"{left} {842 - level - high / 2} {right - left} {high} re")


def number_of(sheet: Sheet) -> object:
    text = read_pdf(Source(write_pdf([sheet]), "report.pdf")).text.split("\n")[-1].split(" | ")[1]
    return read_number(text, "count")[0] if text else None


@pytest.mark.parametrize("draw", DRAWN)
@pytest.mark.parametrize("high", [0.5, 1, 2.9, 3.5, 5])
def test_a_bar_over_the_middle_of_a_number_strikes_it(high: float, draw: str) -> None:
    sheet = table("28")
    sheet.marks.append(bar(draw, 179, 191, LEVEL, high).encode())
    assert number_of(sheet) is None


@pytest.mark.parametrize("draw", DRAWN)
@pytest.mark.parametrize(("left", "right", "level"), [(179, 191, 138), (179, 191, 120), (200, 240, LEVEL), (90, 120, LEVEL)])
@pytest.mark.parametrize("high", [1, 5])
def test_a_bar_below_above_or_beside_a_number_strikes_none(
    high: float, left: float, right: float, level: float, draw: str
) -> None:
    sheet = table("28")
    sheet.marks.append(bar(draw, left, right, level, high).encode())
    assert number_of(sheet) == 28


@pytest.mark.parametrize("draw", DRAWN)
@pytest.mark.parametrize("high", [5, 20])
def test_a_number_on_a_bar_or_a_ground_is_read(high: float, draw: str) -> None:
    ground = bar("grey" if draw == "colour" else draw, 170, 270, LEVEL, high)
    assert number_of(table("28", first=ground)) == 28
