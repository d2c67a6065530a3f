"""Are digits of a PDF left out that nobody sees, or that a line strikes? They made numbers longer."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from minimal_pdf import Sheet, write_pdf

from gongkai.indexer.numbers import read_number
from gongkai.indexer.page import Source
from gongkai.indexer.readers.pdf.reader import read_pdf

UNREAD = "\ufffd"
INVISIBLE, WHITE, FAINT = (b"3 Tr", b"0 Tr"), (b"1 g", b"0 g"), (b"0.6 g", b"0 g")
PAPER, CLEAR, PALE = (b"0.97 g", b"0 g"), (b"7 Tr", b"0 Tr"), (b"0.8 g", b"0 g")


def drawn(sheet: Sheet, how: tuple[bytes, bytes], x: float, text: str) -> None:
    """Print a text at the height of the row below the head, in another way than the rest."""
    sheet.marks.append(how[0])
    sheet.text(x, 134, text)
    sheet.marks.append(how[1])


def table(number: str = "") -> Sheet:
    """Return a sheet with a small table, its number at the left of its cell: a digit is 5 points wide."""
    sheet = Sheet()
    sheet.grid([70, 170, 270], 100, [["信息内容", "本年处理决定数量"], ["行政许可", number]])
    return sheet


def last_cell(sheet: Sheet) -> str:
    """Return what the last cell of the table holds."""
    page = read_pdf(Source(write_pdf([sheet]), "report.pdf"))
    return page.text.split("\n")[-1].split(" | ")[1]


@pytest.mark.parametrize("how", [INVISIBLE, WHITE])
@pytest.mark.parametrize(("x", "text"), [(189, "7"), (189, "31"), (179, "8"), (174, "40"), (176, "65")])
def test_digits_without_ink_beside_or_below_a_number_are_none_of_its(how: tuple[bytes, bytes], x: float, text: str) -> None:
    sheet = table()
    drawn(sheet, how, x, text)
    sheet.text(184 if x != 174 else 174, 134, "5" if x != 174 else "12")
    assert last_cell(sheet) == ("5" if x != 174 else "12")


@pytest.mark.parametrize("how", [INVISIBLE, WHITE, PAPER, CLEAR])
@pytest.mark.parametrize("ruled", [True, False])
def test_digits_without_ink_are_no_number(how: tuple[bytes, bytes], ruled: bool) -> None:
    sheet = table()
    drawn(sheet, how, 174, "36")
    if not ruled:
        sheet.marks = [mark for mark in sheet.marks if b" re S" not in mark]
        sheet.text(174, 154, "12")
        sheet.text(72, 154, "行政处罚")
    page = read_pdf(Source(write_pdf([sheet]), "report.pdf"))
    assert page.text.split("\n")[1:] == (["行政许可 | "] if ruled else [f"行政许可 | {UNREAD}{UNREAD}", "行政处罚 | 12"])


@pytest.mark.parametrize(("fill", "how"), [(b"0.1 0.2 0.6 rg", WHITE), (b"0.7 0 0 rg", WHITE), (b"0.8 g", FAINT)])
def test_light_digits_on_a_dark_ground_are_read(fill: bytes, how: tuple[bytes, bytes]) -> None:
    sheet = table()
    sheet.marks.append(fill)
    sheet.bar(171, 121, 269, 139)
    drawn(sheet, how, 174, "36")
    assert last_cell(sheet) == "36"


@pytest.mark.parametrize("grey", [b"1 g", b"0.6 g", b"0 g"])
def test_digits_in_the_colour_of_their_ground_are_not_seen(grey: bytes) -> None:
    sheet = table()
    sheet.marks.append(grey)
    sheet.bar(171, 121, 269, 139)
    sheet.text(174, 134, "36")
    assert last_cell(sheet) == ""


def test_the_invisible_text_of_a_scan_is_read() -> None:
    sheet = table()
    sheet.marks = [b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q", *sheet.marks]
    drawn(sheet, INVISIBLE, 174, "36")
    assert last_cell(sheet) == "36"


def test_text_that_is_invisible_as_a_whole_is_read() -> None:
    """A page whose letters are drawn as shapes has it over them."""
    sheet = table("36")
    sheet.marks = [b"3 Tr " + mark if mark.startswith(b"BT") else mark for mark in sheet.marks]
    assert last_cell(sheet) == "36"


@pytest.mark.parametrize(("size", "expected"), [(1, ""), (2.5, ""), (7.5, "36")])
def test_digits_of_tiny_type_are_not_seen(size: float, expected: str) -> None:
    sheet = table()
    sheet.text(174, 134, "36", size)
    sheet.text(72, 200, "2024 2025")
    assert read_pdf(Source(write_pdf([sheet]), "report.pdf")).text.split("\n")[1] == f"行政许可 | {expected}"


@pytest.mark.parametrize(("how", "expected"), [(PALE, UNREAD), (b"0.6 g", "8"), (b"1 0 0 rg", "8")])
def test_a_digit_paler_than_most_may_be_a_watermarks(how: bytes | tuple[bytes, bytes], expected: str) -> None:
    sheet = table()
    drawn(sheet, how if isinstance(how, tuple) else (how, b"0 g"), 174, "8")
    sheet.text(72, 200, "2024 2025")
    assert read_pdf(Source(write_pdf([sheet]), "report.pdf")).text.split("\n")[1] == f"行政许可 | {expected}"


@pytest.mark.parametrize(
    ("text", "size", "places"),
    [("20240115", 9, [(60 + 70 * i, 60 + 19 * j) for i in range(6) for j in range(9)]), ("2024", 60, [(80, 140)])],
)
def test_a_pale_watermark_across_a_table_is_no_part_of_it(text: str, size: float, places: list[tuple[float, float]]) -> None:
    sheet = Sheet()
    sheet.marks.append(PALE[0])
    for x, y in places:
        sheet.text(x, y, text, size)
    sheet.marks.append(PALE[1])
    sheet.grid(
        [70, 170, 270, 370], 100, [["信息内容", "本年制发件数", "本年废止件数"], ["规章", "12", ""], ["行政规范性文件", "", "7"]]
    )
    page = read_pdf(Source(write_pdf([sheet]), "report.pdf"))
    assert page.text.split("\n") == ["信息内容 | 本年制发件数 | 本年废止件数", "规章 | 12 | ", "行政规范性文件 |  | 7"]


def test_a_page_that_prints_all_numbers_pale_is_read() -> None:
    sheet = table()
    drawn(sheet, PALE, 174, "8")
    assert last_cell(sheet) == "8"


def test_faint_digits_are_a_numbers() -> None:
    sheet = table("5")
    drawn(sheet, FAINT, 179, "7")
    assert last_cell(sheet) == "57"


@pytest.mark.parametrize(
    ("text", "left", "right", "found"), [("175", 173, 185, "5"), ("42", 174, 184, ""), ("42件", 173, 185, "件")]
)
def test_digits_with_a_line_through_them_are_struck(text: str, left: float, right: float, found: str) -> None:
    sheet = table(text)
    sheet.line(left, 130.7, right, 130.7)
    assert last_cell(sheet).strip() == found
    sheet = table(text)
    sheet.bar(left, 130.4, right, 131)
    assert last_cell(sheet).strip() == found


@pytest.mark.parametrize(("left", "right", "y"), [(174, 184, 135), (174, 184, 126)])
def test_a_line_below_or_above_digits_strikes_none(left: float, right: float, y: float) -> None:
    sheet = table("42")
    sheet.line(left, y, right, y)
    assert "42" in read_pdf(Source(write_pdf([sheet]), "report.pdf")).text


def boxed(sheet: Sheet, x: float, text: str, fill: bytes = b"1 g") -> None:
    """Print a text in the number's cell and paint a box over it."""
    sheet.text(x, 134, text)
    sheet.marks.append(fill)
    sheet.bar(x - 0.5, 124, x + 5 * len(text) + 0.5, 136)
    sheet.marks.append(b"0 g")


@pytest.mark.parametrize("fill", [b"1 g", b"1 1 .9 rg", b"0.4 g"])
@pytest.mark.parametrize(("x", "old", "number"), [(174, "67", "89"), (174, "6", "815"), (179, "8", "5")])
def test_digits_under_a_box_are_none_of_the_number_printed_over_it(fill: bytes, x: float, old: str, number: str) -> None:
    sheet = table()
    boxed(sheet, x, old, fill)
    sheet.text(x, 134, number)
    assert last_cell(sheet) == number


@pytest.mark.parametrize(("old", "number", "expected"), [("81", "89", "\ufffd\ufffd"), ("88", "5", "5\ufffd")])
def test_a_digit_under_a_box_that_may_be_the_new_numbers_too_is_unknown(old: str, number: str, expected: str) -> None:
    """What 81 and 89 have in one place the PDF library gives once: the 8 that is printed first."""
    sheet = table()
    boxed(sheet, 174, old)
    sheet.text(174, 134, number)
    assert last_cell(sheet) == expected


def test_digits_over_a_box_are_read() -> None:
    sheet = Sheet()
    sheet.marks.append(b"0.9 g")
    sheet.bar(70, 100, 270, 140)
    sheet.marks.append(b"0 g")
    sheet.grid([70, 170, 270], 100, [["信息内容", "本年处理决定数量"], ["行政许可", "12"]])
    assert last_cell(sheet) == "12"


@pytest.mark.parametrize(
    ("size", "up", "expected"),
    [(5.5, 3, "1775³"), (7.5, 1.2, "1775³"), (5.5, 0, UNREAD * 5), (10, 3, UNREAD * 5), (10, 0, "17753")],
)
def test_a_small_raised_digit_behind_a_number_is_a_mark(size: float, up: float, expected: str) -> None:
    sheet = table("1775")
    sheet.text(194, 134 - up, "3", size)
    assert last_cell(sheet) == expected


def test_a_small_raised_digit_behind_a_label_is_no_number() -> None:
    sheet = Sheet()
    for y, label, number in ((100, "行政许可", "675"), (120, "行政处罚", "12")):
        sheet.text(72, y, label)
        sheet.text(112, y - 3.5, "1", 6)
        sheet.text(260, y, number)
    page = read_pdf(Source(write_pdf([sheet]), "report.pdf"))
    assert page.text.split("\n") == ["行政许可¹ | 675", "行政处罚¹ | 12"]


@pytest.mark.parametrize(
    ("mark", "size", "down", "x", "expected"),
    [
        *(("2", 6, -3.5, 171, "²1775"), ("2", 6, -3.5, 194, "1775²"), ("2", 6, 2, 194, "1775₂")),
        *(("2", 6, 0, 194, UNREAD * 5), ("2", 10, 0, 169, "21775"), ("234", 5, -3.5, 194, f"{UNREAD * 4}²³⁴")),
    ],
)
def test_a_mark_before_behind_or_below_a_number_is_no_digit_of_it(
    mark: str, size: float, down: float, x: float, expected: str
) -> None:
    sheet = table("1775")
    sheet.text(x, 134 + down, mark, size)
    assert last_cell(sheet) == expected


@pytest.mark.parametrize(
    ("y", "text", "size", "expected"), [(130, "2", 6, "²"), (126, "12", 6, "¹²"), (134, "2", 8, "2"), (134, "12345", 6, "12345")]
)
def test_a_small_digit_alone_in_its_cell_is_a_mark(y: float, text: str, size: float, expected: str) -> None:
    sheet = Sheet()
    sheet.grid([70, 170, 270, 370], 100, [["信息内容", "本年制发件数", "本年废止件数"], ["规章", "", "30"]])
    sheet.text(174, y, text, size)
    assert read_pdf(Source(write_pdf([sheet]), "report.pdf")).text.split("\n")[1] == f"规章 | {expected} | 30"


def test_numbers_of_a_table_in_small_type_are_read() -> None:
    sheet = Sheet()
    sheet.text(72, 80, "本年共制发 2024 2025 20 30 40 件", 14)
    sheet.grid([70, 170, 270, 370], 100, [["信息内容", "本年制发件数", "本年废止件数"], ["规章", "3", "30"]], size=7)
    assert read_pdf(Source(write_pdf([sheet]), "report.pdf")).text.split("\n")[-1] == "规章 | 3 | 30"


@pytest.mark.parametrize(
    ("text", "is_number"), [("〔1〕", False), ("[2]", False), ("．5", False), (".5", False), ("0.5", True), ("(1)", True)]
)
def test_a_cell_that_holds_a_mark_or_the_end_of_a_number_has_none(text: str, is_number: bool) -> None:
    assert last_cell(table(text)) == (text if is_number else re.sub(r"\d", UNREAD, text))


def pictured(shades: bytes, first: bool, size: tuple[int, int] = (6, 14)) -> str:
    """Print 7 behind the 5 of a cell, and a picture of one shade or two before or after it on its place."""
    sheet = table("5")
    image = b"BI /W %d /H 1 /CS /G /BPC 8 /F /AHx ID %s> EI" % (len(shades) // 2, shades)
    picture = b"q %d 0 0 %d 178.5 704 cm %s Q" % (*size, image)
    if first:
        sheet.marks.append(picture)
    sheet.text(179, 134, "7")
    if not first:
        sheet.marks.append(picture)
    return last_cell(sheet)


@pytest.mark.parametrize(("shade", "first", "expected"), [(b"FF", False, "5"), (b"FF", True, "57"), (b"E0", False, "5")])
def test_digits_under_a_picture_are_none(shade: bytes, first: bool, expected: str) -> None:
    assert pictured(shade, first) == expected


def test_a_patch_that_prints_a_number_leaves_none_under_it() -> None:
    assert pictured(b"FF00", first=False) == f"5{UNREAD}"
    assert pictured(b"FF00", first=True) == "57"
    assert pictured(b"FF00" * 40, first=False, size=(100, 100)) == "57"  # a seal: what is under it shows through


def test_numbers_that_are_all_too_small_to_be_seen_are_none() -> None:
    sheet = table()
    sheet.text(180, 134, "42", 0.5)
    assert "42" not in last_cell(sheet)


@pytest.mark.parametrize("digits", ["9", "99", "999"])
def test_the_small_digits_of_a_number_are_no_marks(digits: str) -> None:
    """Behind an 8 and a narrow point: without its last digit it would be another number."""
    sheet = table("8")
    sheet.text(72, 80, "2023年1月1日至2023年12月31日")
    sheet.text(178, 134, ".", 7)
    sheet.text(180.7, 134, digits, 7)
    assert read_number(last_cell(sheet), "decimal")[0] in (None, Decimal(f"8.{digits}"))


@pytest.mark.parametrize(("wide", "hidden"), [(20, True), (400, False)])
def test_patches_over_most_digits_of_a_page_hide_them(wide: int, hidden: bool) -> None:
    """A picture as wide as the page, and low, is a piece of a scan."""
    sheet = table("52")
    sheet.marks.append(b"q %d 0 0 14 172 704 cm BI /W 2 /H 1 /CS /G /BPC 8 /F /AHx ID FF00> EI Q" % wide)
    assert (last_cell(sheet) != "52") is hidden
