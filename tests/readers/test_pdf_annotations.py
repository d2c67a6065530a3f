"""Are a PDF's annotations read as they are seen: text boxes over an old number, marks, fields of a form?"""

from __future__ import annotations

import pytest
from minimal_pdf import Sheet, write_pdf

from gongkai.indexer.page import Source
from gongkai.indexer.readers.pdf.reader import read_pdf

UNREAD = "\ufffd"
FIRST = 90  # object of an annotation; its appearance is the next
CELL = (172.0, 122.0, 260.0, 138.0)  # the cell of the number, from the top left corner
PAINT = "q {} rg 0 0 88 16 re f Q "


def annotated(number: str, *annotations: bytes) -> str:
    """Return what is read of a cell with a number under annotations."""
    sheet = Sheet()
    sheet.grid([70, 170, 270], 100, [["信息内容", "本年处理决定数量"], ["行政许可", number]])
    content = write_pdf([sheet])
    objects = {
        FIRST + 2 * n: annotation.replace(b"@APPEARANCE", b"%d" % (FIRST + 2 * n + 1)) for n, annotation in enumerate(annotations)
    }
    named = b" ".join(b"%d 0 R" % n for n in objects)
    pages = content[: content.rindex(b"xref\n0")].replace(b"/Type /Page /Parent", b"/Type /Page /Annots [ %s ] /Parent" % named)
    added = b"".join(b"%d 0 obj\n%s" % one for one in objects.items())
    trailer = b"trailer\n<< /Size 99 /Root 1 0 R >>\n%%EOF\n"  # without places of objects: pdfium looks for them itself
    return read_pdf(Source(pages + added + trailer, "annotated.pdf")).text.split("\n")[-1].split(" | ")[1]


def over(kind: str, look: str | None = None, extra: str = "", mode: str = "Normal", flags: int = 4) -> bytes:
    """Return an annotation over the number; `look` is its appearance, none where it has none."""
    left, top, right, bottom = CELL
    appearance = "" if look is None else "/AP << /N @APPEARANCE 0 R >>"
    rect = f"[ {left} {842 - bottom} {right} {842 - top} ]"
    return (
        f"<< /Type /Annot /Subtype /{kind} /Rect {rect} /F {flags} {appearance} {extra} >>\nendobj\n"
        "@APPEARANCE 0 obj\n<< /Type /XObject /Subtype /Form /BBox [ 0 0 88 16 ] /Resources << /Font << /H << /Type /Font /Subtype /Type1"
        f" /BaseFont /Helvetica >> >> /ExtGState << /G << /BM /{mode} >> >> >> /Length {len(look or '')} >>\n"
        f"stream\n{look or ''}\nendstream\nendobj\n"
    ).encode()


def text(number: str) -> str:
    return f"BT /H 9 Tf 2 4 Td ({number}) Tj ET"


@pytest.mark.parametrize("kind", ["FreeText", "Stamp", "Square"])
@pytest.mark.parametrize(
    ("paint", "new", "expected"), [("1 1 1", "31", "31"), ("1 1 0", "57", "57"), ("1 1 1", "", ""), ("0 0 0", "", "")]
)
def test_what_is_written_over_a_number_is_read_in_its_place(kind: str, paint: str, new: str, expected: str) -> None:
    assert annotated("12", over(kind, PAINT.format(paint) + text(new))) == expected


@pytest.mark.parametrize("kind", ["FreeText", "Widget"])
def test_a_number_that_only_an_annotation_shows_is_read(kind: str) -> None:
    assert annotated("", over(kind, text("31"))) == "31"


def test_a_number_under_a_mark_that_lets_it_through_is_read() -> None:
    assert annotated("12", over("Highlight", "/G gs " + PAINT.format("1 1 0"), mode="Multiply")) == "12"
    assert annotated("12", over("Highlight")) == "12"
    assert annotated("12", over("Highlight", PAINT.format("1 1 0"))) == ""


@pytest.mark.parametrize(
    ("kind", "extra", "expected"),
    [
        *(("FreeText", "/Contents (31)", UNREAD * 2), ("Square", "/IC [ 1 1 1 ]", UNREAD * 2), ("StrikeOut", "", UNREAD * 2)),
        *(("Square", "", "12"), ("Link", "", "12"), ("Text", "/Contents (31)", "12"), ("Underline", "", "12")),
    ],
)
def test_a_number_under_an_annotation_that_does_not_say_how_it_looks(kind: str, extra: str, expected: str) -> None:
    assert annotated("12", over(kind, None, extra)) == expected


@pytest.mark.parametrize("flags", [2, 32])
def test_an_annotation_that_is_not_shown_hides_nothing(flags: int) -> None:
    assert annotated("12", over("FreeText", PAINT.format("1 1 1") + text("31"), flags=flags)) == "12"


def test_a_struck_out_number_is_unknown() -> None:
    assert annotated("12", over("StrikeOut", "0 15 m 88 15 l S")) == UNREAD * 2


def test_an_annotation_that_is_not_shown_stays_away_where_another_is_drawn() -> None:
    hidden = over("FreeText", PAINT.format("1 1 1") + text("57"), flags=32)
    assert annotated("", over("Widget", text("31")), hidden) == "31"
    assert annotated("", hidden, over("Widget", text("31"))) == "31"
