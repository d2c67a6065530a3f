"""A row that the page adds below one of table two or three and calls a part of it, 其中:2.没有现成信息需要另行制作, is not the form's row."""

from __future__ import annotations

import pytest
from made_up import SOUND, read, report_text

from gongkai.report import Number

ROW = "requests.unavailable.requires_creation"
LABEL = "没有现成信息需要另行制作"
LINE = f"{LABEL} | 0 | 0 | 0 | 0 | 0 | 0 | 0"
BLANK = f"{LABEL} | {' | '.join([''] * 7)}"
BELOW = f"{LABEL} | 1 | 2 | 0 | 0 | 0 | 0 | 3"


def cells(*lines: str, separator: str = " | ") -> list[Number | None]:
    report = read(report_text(SOUND).replace(LINE, "\n".join(lines)).replace(" | ", separator))
    return [report.figures[name].value for name in report.figures if name.startswith(ROW)]


@pytest.mark.parametrize("separator", [" | ", "|", "\t"])
@pytest.mark.parametrize("part", ["其中：", "其中：2.", "其中:", "其中：（2）"])
@pytest.mark.parametrize("empty", [True, False])
def test_the_part_of_a_row_is_not_the_row(part: str, separator: str, empty: bool) -> None:
    first = f"2.{BLANK if empty else LINE}"
    assert cells(first, part + BELOW, separator=separator) in ([None] * 7, [None if empty else 0] * 7)


@pytest.mark.parametrize("part", ["其中：2.", "其中："])
def test_a_row_with_some_empty_cells_keeps_its_own(part: str) -> None:
    first = f"2.{LABEL} |  |  |  |  |  |  | "
    found = cells(first, f"{part}{LABEL} | 1 |  | 1 | 1 | 2 | 1 | 6")
    assert set(found) <= {None}


def test_a_row_that_is_led_so_and_stands_alone_is_the_forms() -> None:
    assert cells(f"其中：2.{LINE}") == [0] * 7


def test_the_part_of_a_row_of_table_two_is_not_the_row() -> None:
    text = report_text(SOUND).replace("行政规范性文件 | 0 | 0 | 0", "行政规范性文件 |  |  | \n其中：行政规范性文件 | 4 | 5 | 6")
    report = read(text)
    assert {report.figures[f"proactive.normative_documents.{key}"].value for key in ("issued", "repealed", "in_force")} == {None}


TOTAL = "requests.processed.total"
LAST = next(line for line in report_text(SOUND).splitlines() if line.startswith("总计 | "))


@pytest.mark.parametrize("separator", [" | ", "\t"])
def test_the_part_of_a_row_with_a_short_label_is_not_the_row(separator: str) -> None:
    plain = read(report_text(SOUND)).figures[TOTAL].value
    first = f"（七）总计 |  | {LAST.split(' | ', 2)[2]}"
    text = report_text(SOUND).replace(f"\n{LAST}", f"\n{first}\n其中：（七）总计 | 2 | 1 |  | 1 | 0 | 0 | 4")
    found = read(text.replace(" | ", separator))
    assert plain
    assert found.figures[TOTAL].value in (plain, None)
    assert found.figures["requests.processed.natural_person"].value is None


@pytest.mark.parametrize("part", ["其中：（七）", "（七）"])
def test_the_head_of_a_column_is_no_row_above_its_part(part: str) -> None:
    plain = read(report_text(SOUND)).figures[TOTAL].value
    assert read(report_text(SOUND).replace(f"\n{LAST}", f"\n{part}{LAST}")).figures[TOTAL].value == plain
