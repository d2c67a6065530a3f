"""Are numbers of tables without ruling left unread where their place does not say whose they are?"""

from __future__ import annotations

import math

import pytest
from minimal_pdf import Sheet, write_pdf

from gongkai.indexer.page import Source
from gongkai.indexer.readers.pdf.reader import read_pdf

UNREAD = "\ufffd"
LABELS = ("规章", "规范性文件", "其他对外管理服务事项", "行政处罚", "行政强制")

Placed = tuple[float, float, str]


def lines(*texts: Placed, size: float = 10) -> list[str]:
    """Return the lines read of a sheet with these texts: left end, base line, text."""
    sheet = Sheet()
    for x, y, text in texts:
        sheet.text(x, y, text, size)
    return read_pdf(Source(write_pdf([sheet]), "doubts.pdf")).text.split("\n")


def table(blank: set[int], pitch: float = 17, up: float = 0) -> list[Placed]:
    """Return labels and two numbers a row, the numbers `up` higher; the rows `blank` have none."""
    placed: list[Placed] = []
    for row, label in enumerate(LABELS):
        placed.append((72, 100 + pitch * row, label))
        if row not in blank:
            placed += [(260, 100 + pitch * row - up, f"{row + 1}0"), (320, 100 + pitch * row - up, f"{row + 1}1")]
    return placed


@pytest.mark.parametrize("blank", [set(), {1}, {3}, {4}, {0, 3}, {1, 4}])
@pytest.mark.parametrize("up", [-2.5, 0, 2.5])
def test_a_row_left_blank_keeps_its_label_apart_from_its_neighbours(blank: set[int], up: float) -> None:
    """Its label stands as close to the next one as a second line of it would, but that one's line had room for it."""
    expected = [label if row in blank else f"{label} | {row + 1}0 | {row + 1}1" for row, label in enumerate(LABELS)]
    assert lines(*table(blank, up=up)) == expected


@pytest.mark.parametrize("up", [-3, 0, 3])
def test_rows_far_apart_whose_numbers_stand_higher_than_their_labels_keep_them(up: float) -> None:
    expected = [f"{label} | {row + 1}0 | {row + 1}1" for row, label in enumerate(LABELS)]
    assert lines(*table(set(), pitch=50, up=up)) == expected


@pytest.mark.parametrize("up", [10, 14])
def test_numbers_between_two_labels_are_neither_ones(up: float) -> None:
    found = lines(*table(set(), pitch=30, up=up))
    assert [line for line in found if "0" in line] == [f"{UNREAD} | {row + 1}0 | {row + 1}1" for row in range(len(LABELS))]


def test_numbers_close_below_their_label_are_its_own() -> None:
    found = lines(*table(set(), pitch=34, up=-9))
    assert [line for line in found if "0" in line] == [f"{label} | {row + 1}0 | {row + 1}1" for row, label in enumerate(LABELS)]


@pytest.mark.parametrize(("shift", "expected"), [(0, "20 | 21"), (6, f"{UNREAD} | {UNREAD}")])
def test_rows_closer_than_two_lines_are_not_read(shift: float, expected: str) -> None:
    placed = [(x, y + shift * (text == "21"), text) for x, y, text in table(set(), pitch=24)]
    found = " ".join(lines(*placed))
    assert ("20 | 21" in found, "40 | 41" in found) == (expected == "20 | 21", True)
    assert shift == 0 or "2" not in found


def test_rows_of_a_page_that_is_not_level_are_not_read() -> None:
    """Numbers far right stand on the height of the row below."""
    placed = [(x, y + (x > 300) * 8, text) for x, y, text in table(set())]
    assert not any(char.isdigit() for line in lines(*placed) for char in line)


@pytest.mark.parametrize(("rest", "kept"), [((261, 130), False), ((261, 160), True)])
def test_a_number_cut_into_two_lines_is_not_read(rest: tuple[float, float], kept: bool) -> None:
    placed: list[Placed] = [(72, 118, "行政处罚"), (72, 144, "行政强制"), (72, 174, "行政许可")]
    placed += [(260, 118, "81"), (260, 144, "93"), (260, 174, "70")]
    assert ("行政处罚 | 81" in lines(*placed, (*rest, "5"))) is kept


@pytest.mark.parametrize(("below", "read"), [(12, UNREAD), (40, "74")])
def test_money_that_is_cut_before_its_point_is_not_read(below: float, read: str) -> None:
    placed: list[Placed] = [(72, 118, "行政处罚"), (260, 118, "81"), (72, 148, "行政事业性收费"), (260, 148, "74")]
    found = lines(*placed, (260, 148 + below, ".10"))
    assert found[:2] == ["行政处罚 | 81", f"行政事业性收费 | {read}"]
    assert (".10" in found) is (read != UNREAD)
    whole: list[Placed] = [(72, 118, "行政处罚"), (260, 118, "81"), (72, 148, "行政事业性收费"), (260, 148, "74.10")]
    assert lines(*whole) == ["行政处罚 | 81", "行政事业性收费 | 74.10"]


def test_digits_set_wide_in_a_narrow_table_are_not_read() -> None:
    placed: list[Placed] = [(72, 100, "行政许可"), (72, 120, "行政处罚"), (260, 100, "675"), (320, 100, "12")]
    assert lines(*placed, (260, 120, "2"), (268, 120, "3")) == ["行政许可 | 675 | 12", f"行政处罚 | {UNREAD} | {UNREAD}"]
    assert lines(*placed, (260, 120, "2"), (320, 120, "3")) == ["行政许可 | 675 | 12", "行政处罚 | 2 | 3"]


@pytest.mark.parametrize("unit", ["次", "（件）", "万元", ""])
def test_a_column_of_units_does_not_glue_labels(unit: str) -> None:
    texts = [
        (x, 100 + 16 * row, text)
        for row, label in enumerate(LABELS)
        for x, text in ((72, label), (200, unit), (260, str(row + 7)))
        if text
    ]
    assert lines(*texts, size=9) == [" | ".join(filter(None, (label, unit, str(row + 7)))) for row, label in enumerate(LABELS)]


def test_two_lists_side_by_side_are_printed_whole() -> None:
    texts = [
        (x, 100 + 20 * row, text)
        for row in range(3)
        for x, text in ((72, f"{LABELS[row]}数"), (190, str(row + 1)), (230, f"{LABELS[row + 2]}次数"), (400, str(row + 50)))
    ]
    assert lines(*texts) == [f"{LABELS[row]}数 | {row + 1} | {LABELS[row + 2]}次数 | {row + 50}" for row in range(3)]


def test_a_number_alone_nearer_to_the_label_below_is_not_the_one_aboves() -> None:
    far = [(72, 100, "行政处罚"), (90, 150, "行政强制"), (72, 250, "结尾")]
    assert lines(*far, (300, 138, "4763")) == ["行政处罚", f"{UNREAD} | 4763", "行政强制", "结尾"]
    assert lines(*far, (300, 112, "4763")) == ["行政处罚", "4763", "行政强制", "结尾"]


@pytest.mark.parametrize("degrees", [-3, -0.5, 0.5, 1.5, 3])
def test_a_page_scanned_askew_is_read_as_if_it_were_level(degrees: float) -> None:
    turn, sheet = math.radians(degrees), Sheet()
    across, up = math.cos(turn), math.sin(turn)
    for x, y, text in table({1}):
        sheet.text(x * across - y * up + 40, x * up + y * across + 40, text, 10, f"{across:.4f} {-up:.4f} {up:.4f} {across:.4f}")
    found = read_pdf(Source(write_pdf([sheet]), "askew.pdf")).text.split("\n")
    assert found == [label if row == 1 else f"{label} | {row + 1}0 | {row + 1}1" for row, label in enumerate(LABELS)]


@pytest.mark.parametrize("quarter", [0, 90, 180, 270])
@pytest.mark.parametrize("degrees", [-3, -1, -0.3, 0, 0.3, 1, 3])
def test_a_ruled_page_scanned_askew_is_read_as_if_it_were_level(degrees: float, quarter: int) -> None:
    sheet = Sheet(rotate=quarter)
    sheet.grid(
        [70, 170, 190, 210],
        100,
        [["信息内容", "甲", "乙"], ["行政许可", "1", ""], ["行政处罚", "", "23"], ["行政强制", "4", "5"]],
    )
    turn = math.radians(degrees - quarter)
    across, up = math.cos(turn), math.sin(turn)
    sheet.marks.insert(0, f"q {across:.5f} {up:.5f} {-up:.5f} {across:.5f} 300 400 cm 1 0 0 1 -150 -680 cm".encode())
    sheet.marks.append(b"Q")
    found = read_pdf(Source(write_pdf([sheet]), "askew.pdf")).text.split("\n")
    assert found == ["信息内容 | 甲 | 乙", "行政许可 | 1 | ", "行政处罚 |  | 23", "行政强制 | 4 | 5"]


def test_lines_that_are_level_where_the_text_is_askew_stay() -> None:
    sheet = Sheet()
    sheet.grid([70, 170, 270, 370], 100, [["", "", ""]] * 3, 30)
    for row, label in enumerate(LABELS[:3]):
        for x, text in ((74, label), (174, str(row + 1))):
            sheet.text(x, 120 + 30 * row, text, 10, "0.9998 0.0175 -0.0175 0.9998")
    found = read_pdf(Source(write_pdf([sheet]), "askew.pdf")).text.split("\n")
    assert found == [f"{label} | {row + 1} | " for row, label in enumerate(LABELS[:3])]


@pytest.mark.parametrize(
    "turn", ["0 0 0 0", "1 0 0 0", "0 0 0 1", "1 1 1 1", "-1 0 0 1", "1e6 0 0 1e6", "1e-9 0 0 1e-9", "0.7 0.7 -0.7 0.7"]
)
@pytest.mark.parametrize("size", [(595.0, 842.0), (0.0, 0.0), (1.0, 20000.0)])
def test_text_turned_in_any_way_breaks_no_page(turn: str, size: tuple[float, float]) -> None:
    sheet = Sheet(*size)
    sheet.grid([70, 170, 270], 100, [["信息内容", "12"], ["行政许可", "3"]])
    sheet.text(300, 300, "行政处罚 45", 10, turn)
    assert isinstance(read_pdf(Source(write_pdf([sheet]), "turned.pdf")).text, str)


@pytest.mark.parametrize("lost", [{0}, {2}, {1, 3}, {4}, {0, 1, 2, 3, 4}])
def test_a_row_whose_label_is_lost_beside_its_unit_is_nobodys(lost: set[int]) -> None:
    placed = [one for one in table(set()) if one[0] != 320 and one[2] not in {LABELS[row] for row in lost}]
    found = lines(*placed, *((220, 100 + 17 * row, "件") for row in range(len(LABELS))))
    assert [found[row] for row in range(len(LABELS)) if row not in lost] == [
        f"{label} | 件 | {row + 1}0" for row, label in enumerate(LABELS) if row not in lost
    ]
    assert {found[row].removeprefix(f"{UNREAD} | ") for row in lost} == {f"件 | {row + 1}0" for row in lost}
