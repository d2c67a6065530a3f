"""Digits that are cut off by the box of a form object, or by a path: nobody sees them."""

from __future__ import annotations

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from minimal_pdf import Sheet, write_pdf

from gongkai.indexer.page import Source
from gongkai.indexer.readers.linear import LOST
from gongkai.indexer.readers.pdf.glyphs import draw
from gongkai.indexer.readers.pdf.reader import read_pdf
from gongkai.indexer.readers.pdf.visible.clipped import MAX_STEPS


def number(before: bytes, after: bytes = b"Q") -> str:
    """Print 5 in a cell and, beside it, a 7 that is cut so."""
    sheet = Sheet()
    sheet.grid([70, 130, 190], 100, [["行政许可", "5"]], 20, 8)
    sheet.marks.append(b"q " + before)
    sheet.text(138, 114, "7", 8)
    sheet.marks.append(after)
    return read_pdf(Source(write_pdf([sheet]), "report.pdf")).text


@pytest.mark.parametrize("path", [b"0 0 5 5 re W n", b"0 0 0 0 re W n", b"0 0 595 842 re W n 138 720 1 20 re W n"])
def test_a_digit_that_is_cut_off_is_not_read(path: bytes) -> None:
    assert number(path) == "行政许可 | 5"


@pytest.mark.parametrize("path", [b"", b"0 0 595 842 re W n", b"130 722 60 20 re W n"])
def test_a_digit_in_its_frame_is_read(path: bytes) -> None:
    assert number(path) == "行政许可 | 57"


@pytest.mark.parametrize(
    ("frame", "lines"), [(b"74 720 13 20", ["1234"]), (b"74 720 9 20", ["1.5"]), (b"74 724 20 10", ["12", "34"])]
)
def test_what_a_field_shows_of_a_number_is_no_number(frame: bytes, lines: list[str]) -> None:
    sheet = Sheet()
    sheet.grid([70, 130, 190], 100, [["信息内容", "行政许可"], ["", "5"]], 20, 8)
    sheet.marks.append(b"q " + frame.replace(b" 72", b" 70") + b" re W n")
    for number, text in enumerate(lines):
        sheet.text(74, 134 + 8 * number, text, 8)
    sheet.marks.append(b"Q")
    first, second = read_pdf(Source(write_pdf([sheet]), "report.pdf")).text.split("\n")[-1].split(" | ")
    assert LOST in first
    assert second == "5"


@pytest.mark.parametrize(
    ("move", "frame", "expected"), [(b"1 0 0 1 0 0", b"0 0 5 5", "5"), (b"2 0 0 2 -133 -724", b"0 0 595 842", "57")]
)
def test_the_box_of_a_form_object_cuts_what_it_holds(move: bytes, frame: bytes, expected: str) -> None:
    sheet = Sheet()
    sheet.grid([70, 130, 190], 100, [["行政许可", "5"]], 20, 8)
    sheet.text(0, 0, "7", 0.01)  # its font holds the digit
    inner = b"BT /F 8 Tf 1 0 0 1 138 728 Tm <0037> Tj ET" if expected == "5" else b"BT /F 4 Tf 1 0 0 1 135.5 726 Tm <0037> Tj ET"
    sheet.marks.append(b"q %s cm /Form Do Q" % move)
    form = b"<< /Type /XObject /Subtype /Form /BBox [ %s ] /Resources << /Font << /F 3 0 R >> >> /Length %d >>\nstream\n%s\nendstream"
    content = write_pdf([sheet], form=form % (frame, len(inner), inner))
    assert read_pdf(Source(content, "report.pdf")).text.endswith(f"行政许可 | {expected}")


MANY = 40  # digits


def intricate(digits: int, *, anew: bool) -> Sheet:
    """Print a 5 in a cell, below it many a digit that is cut to 20 paths of 390 segments, each anew or all to the same ones."""
    sheet = Sheet()
    path = b"0 0 m " + b"595 842 l 0 842 l " * 194 + b"W n "
    for number in range(digits):
        if anew or not number:
            sheet.marks.append(b"q " + path * 20)
        sheet.text(70 + number % 40 * 10, 200 + number // 40 * 12, "7", 8)
        if anew or number == digits - 1:
            sheet.marks.append(b"Q")
    sheet.grid([70, 130, 190], 100, [["行政许可", "5"]], 20, 8)
    return sheet


@pytest.mark.parametrize("anew", [True, False])
def test_no_more_paths_are_looked_at_than_a_page_has_time_for(anew: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    points = 0

    def counted(*given: object) -> object:
        nonlocal points
        points += 1
        return got(*given)

    got = pdfium.FPDFClipPath_GetPathSegment
    monkeypatch.setattr(pdfium, "FPDFClipPath_GetPathSegment", counted)
    with pypdfium2.PdfDocument(write_pdf([intricate(MANY, anew=anew)])) as document:
        text = "".join(glyph.char for glyph in draw(document[0]).glyphs)
    assert points < 1.1 * MAX_STEPS
    assert text.count("7") == (MAX_STEPS // (20 * 390) if anew else MANY)  # the others are not known
    assert text.count(LOST) == MANY - text.count("7")
    assert "行政许可5" in text
