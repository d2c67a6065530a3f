"""Is what a PDF page prints as a transparent group left unread where nobody sees it? A browser prints faded text so."""

from __future__ import annotations

import pytest
from minimal_pdf import Sheet, write_pdf

from gongkai.indexer.page import Source
from gongkai.indexer.readers.pdf.reader import read_pdf

UNREAD = "\ufffd"


def grouped(state: str, drawn: str, cell: str = "5") -> str:
    """Return what is read of a row with this cell in which a group, in this state, prints a text behind the number."""
    sheet = Sheet()
    sheet.grid([70, 130, 190], 100, [["行政许可", cell]], 20, 8)
    sheet.text(0, 0, drawn, 0.01)  # its font holds the characters
    code = drawn.encode("utf-16-be").hex().encode()
    inner = b"BT /F 8 Tf 1 0 0 1 138 728 Tm <%s> Tj ET" % code
    sheet.marks.append(f"q /{state} gs /Form Do Q".encode())
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [ 0 0 595 842 ] /Group << /S /Transparency >>"
        b" /Resources << /Font << /F 3 0 R >> >> /Length %d >>\nstream\n%s\nendstream"
    )
    content = write_pdf([sheet], form=form % (len(inner), inner))
    return read_pdf(Source(content, "report.pdf")).text.split("\n")[-1]


@pytest.mark.parametrize("state", ["Faint", "Masked"])
def test_digits_of_a_group_that_nobody_sees_are_none(state: str) -> None:
    assert grouped(state, "7") == "行政许可 | 5"
    assert grouped(state, "36", cell="") == "行政许可 | "


def test_words_of_a_group_that_nobody_sees_are_none() -> None:
    assert grouped("Faint", "件") == "行政许可 | 5"


def test_digits_of_a_group_that_is_seen_are_read() -> None:
    assert grouped("Whole", "7") == "行政许可 | 57"


def test_digits_of_a_pale_group_are_no_part_of_a_number() -> None:
    assert not grouped("Half", "7").endswith("57")
