"""Is what stands in a layer of a PDF that is not shown left unread, and what stands in a shown one read?"""

from __future__ import annotations

import time
import zlib

import pytest
from minimal_pdf import Sheet, write_pdf

from gongkai.indexer.page import Source
from gongkai.indexer.readers.pdf.reader import read_pdf
from gongkai.indexer.readers.pdf.visible.layers import has_layers


def table(number: str, rotate: int = 0) -> Sheet:
    """Return a sheet with a small table that has this number."""
    sheet = Sheet(rotate=rotate)
    sheet.grid([70, 170, 270], 100, [["信息内容", "本年处理决定数量"], ["行政许可", number]])
    return sheet


def layered(sheet: Sheet, x: float, text: str, y: float = 134) -> None:
    """Print a text in the layer."""
    sheet.marks.append(b"/OC /Layer BDC")
    sheet.text(x, y, text)
    sheet.marks.append(b"EMC")


def lines(sheet: Sheet, layer: bytes) -> list[str]:
    """Return the lines of a sheet whose layer is ON or OFF."""
    return read_pdf(Source(write_pdf([sheet], layer=layer), "report.pdf")).text.split("\n")


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize(("number", "x"), [("", 174), ("5", 179), ("5", 190)])
def test_digits_of_a_hidden_layer_are_none(number: str, x: float, rotate: int) -> None:
    sheet = table(number, rotate)
    layered(sheet, x, "36")
    assert lines(sheet, b"OFF")[-1] == f"行政许可 | {number}"


def test_digits_of_a_shown_layer_are_read() -> None:
    sheet = table("5")
    layered(sheet, 179, "36")
    assert lines(sheet, b"ON")[-1] == "行政许可 | 536"


def test_words_of_a_hidden_layer_are_none() -> None:
    sheet = table("5")
    layered(sheet, 72, "二〇二三年", 80)
    assert lines(sheet, b"OFF")[0] == "信息内容 | 本年处理决定数量"


def test_a_number_over_a_hidden_one_is_never_that_one() -> None:
    sheet = table("5")
    layered(sheet, 174, "7")
    assert lines(sheet, b"OFF")[-1] != "行政许可 | 7"


def test_a_page_whose_words_are_all_hidden_keeps_them_without_its_digits() -> None:
    """Words without ink may be of a font that this machine has not."""
    sheet = Sheet()
    layered(sheet, 72, "行政许可36件")
    assert lines(sheet, b"OFF") == ["行政许可件"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"%PDF-1.5 << /OCProperties << >> >>", True),
        (b"<< /Type /ObjStm /N 1 >>\nstream\r\n" + zlib.compress(b"<< /OCProperties >>"), True),
        (b"<< /Type /ObjStm /N 1 >>\nstream\n" + zlib.compress(b"<< /Pages >>"), False),
        (b"<< /Type /ObjStm /N 1 >>\nstream\nbroken", True),  # packed otherwise
        (b"trailer << /Encrypt 3 0 R >>", True),
        (b"%PDF-1.4", False),
    ],
)
def test_layers_are_found_in_packed_objects_too(content: bytes, expected: bool) -> None:
    assert has_layers(content) is expected


def test_many_packed_objects_take_little_time() -> None:
    packed = b"<< /Type /ObjStm >>\nstream\n" + zlib.compress(b"<< /Pages >>") + b"\nendstream\n"
    began = time.process_time()
    assert not has_layers(packed * 2_000 + bytes(10_000_000))  # a file of scans
    assert time.process_time() - began < 1
