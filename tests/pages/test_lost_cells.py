"""What a table lacks though it was found has a finding, and a table that is printed is not said to be absent."""

from __future__ import annotations

import pytest
from made_up import ROWS, SOUND, findings, report_text

from gongkai.report import Fault

TEXT = report_text(SOUND)
CELLS = ["natural_person", "commercial_enterprise", "research_institution", "social_organization"]
CELLS += ["legal_service_organization", "other", "total"]


def without(beginning: str, text: str = TEXT) -> str:
    return "\n".join(line for line in text.split("\n") if not line.startswith(beginning))


@pytest.mark.parametrize("apart", [" | ", "\t", "    "])
def test_a_row_that_is_missing_altogether_has_a_finding(apart: str) -> None:
    row = next(row for row in ROWS if row.key == "requests.denied.prohibited_by_law")
    (found,) = findings(without(f"{row.label} |").replace(" | ", apart))
    assert (found.code, found.fault) == ("L1", Fault.UNDECIDED)
    assert found.message.startswith("有 7 个单元格在表格中没有找到：表三·")
    assert found.figures == tuple(f"{row.key}.{cell}" for cell in CELLS)


def test_a_row_of_table_two_has_one_too() -> None:
    (found,) = findings(without("行政强制"))
    assert (found.code, found.figures) == ("L1", ("proactive.compulsion.decisions",))


def test_the_six_in_one_row_lack_nothing() -> None:
    other = [row for row in ROWS if row.key.startswith("requests.other.")]
    text = TEXT
    for row in other[1:]:
        text = without(f"{row.label} |", text)
    text = text.replace(f"{other[0].label} |", "(六)其他处理 |")
    assert [found for found in findings(text) if found.code == "L1"] == []


def test_rows_that_the_end_of_a_table_lost_are_told_once() -> None:
    lines = TEXT.split("\n")
    begin = next(n for n, line in enumerate(lines) if line.startswith(f"{ROWS[6].label} |"))
    end = next(n for n, line in enumerate(lines) if line.startswith("四、"))
    found = findings("\n".join([*lines[:begin], *lines[end:]]))
    told = [name for one in found for name in one.figures]
    assert "L7" in {one.code for one in found}
    assert len(told) == len(set(told))


@pytest.mark.parametrize(
    "text",
    [
        without("结果维持"),
        without("行政复议 |", without("结果维持")),
        TEXT.replace(" | ".join("0" * 15), " | ".join("0" * 14)),
        TEXT.replace("\n" + " | ".join("0" * 15), ""),
    ],
    ids=["no head", "no heads at all", "a cell less", "no row"],
)
def test_a_table_without_its_head_or_a_cell_is_there(text: str) -> None:
    assert [found.message for found in findings(text)] == ["表四无法辨认，其数字全部缺失（不等于零）。"]
