"""Is a number read that a wavy line strikes? As little as one that a straight line does; what stands above a wave is read."""

from __future__ import annotations

from math import sin

import pytest
from minimal_pdf import Sheet, write_pdf

from gongkai.indexer.page import Source
from gongkai.indexer.readers.pdf.reader import read_pdf


def table(number: str) -> Sheet:
    """Return a sheet with a small table, its number 10 points right of the left side of its cell: a digit is 5 points wide."""
    sheet = Sheet()
    sheet.grid([70, 170, 270], 100, [["信息内容", "本年增/减"], ["行政许可", ""]])
    sheet.text(180, 134, number)
    return sheet


def wave(sheet: Sheet, left: float, right: float, y: float, high: float, draw: str) -> None:
    """Draw a wave of that height, of straight pieces, of curves, or filled between two such edges."""
    level = sheet.height - y
    xs = [left + step * (right - left) / 24 for step in range(25)]
    points = [(x, level + high / 2 * sin(2.1 * at)) for at, x in enumerate(xs)]
    begin, *others = (f"{x:.2f} {y:.2f}" for x, y in points)
    if draw == "curves":
        path = " ".join(f"{a} {b} {c} c" for a, b, c in zip(others[::3], others[1::3], others[2::3], strict=True))
    else:
        path = " ".join(f"{point} l" for point in others)
    if draw == "filled":
        path += "".join(f" {x:.2f} {y - 0.5:.2f} l" for x, y in reversed(points))
    sheet.marks.append(f"{begin} m {path} {'f' if draw == 'filled' else 'S'}".encode())


def last_cell(sheet: Sheet) -> str:
    """Return what the last cell of the table holds."""
    return read_pdf(Source(write_pdf([sheet]), "report.pdf")).text.split("\n")[-1].split(" | ")[1]


@pytest.mark.parametrize("draw", ["pieces", "curves", "filled"])
@pytest.mark.parametrize("high", [0.8, 2.0, 4.0])
def test_a_wave_through_a_number_strikes_it(high: float, draw: str) -> None:
    sheet = table("28")
    wave(sheet, 179, 191, 130.5, high, draw)
    assert last_cell(sheet) == ""
    sheet.text(200, 134, "35")
    assert last_cell(sheet) == "35"


@pytest.mark.parametrize("draw", ["pieces", "curves", "filled"])
@pytest.mark.parametrize("y", [137, 121])
def test_a_wave_below_or_above_a_number_strikes_none(y: float, draw: str) -> None:
    sheet = table("28")
    wave(sheet, 179, 191, y, 2.0, draw)
    assert last_cell(sheet) == "28"


@pytest.mark.parametrize(("left", "right"), [(210, 240), (90, 120)])
def test_a_wave_beside_a_number_or_through_words_strikes_none(left: float, right: float) -> None:
    sheet = table("28")
    wave(sheet, left, right, 130.5, 2.0, "pieces")
    assert last_cell(sheet) == "28"


def test_a_seal_round_a_number_strikes_none() -> None:
    sheet = table("28")
    wave(sheet, 150, 220, 130.5, 60, "curves")
    assert last_cell(sheet) == "28"
