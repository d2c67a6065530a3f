"""Lists of 2014 that print a row twice, or the numbers first, and notes that correct one of their rows."""

from __future__ import annotations

import pytest
from made_up import read
from test_list_of_2014 import LIST, NUMBERS

from gongkai.mappings.form_2014 import STATISTICS_2014
from gongkai.report import Number


def list_of_2014(
    *, again: str = "", at: int = 1, note: str = "", order: str = "{label} | {unit} | {number}"
) -> dict[str, Number | None]:
    """Return what is read of a list that prints a row `again`, with another number, is followed by a note, or is in another order."""
    lines = []
    for key, label, unit in STATISTICS_2014:
        lines.append(order.format(label=label, unit=unit, number=NUMBERS[key]))
        if key == again:
            lines.insert(len(lines) - 1 + at, order.format(label=label, unit=unit, number=NUMBERS[key] + 1000))
    head = order.format(label="统计指标", unit="单位", number="统计数")
    page = ["甲县民政局2015年政府信息公开工作年度报告", "一、概述", "本局依法公开信息。", "附件：统计表", head, *lines, note]
    report = read("\n".join(page))
    return {key: report.value(LIST + key) for key in NUMBERS}


@pytest.mark.parametrize("at", [0, 1], ids=["above", "below"])
@pytest.mark.parametrize("key", ["requests.channel.online", "review.corrected", "training.trainees", "proactive.items_published"])
def test_a_row_of_the_list_printed_twice_with_other_numbers_is_not_read(key: str, at: int) -> None:
    found = list_of_2014(again=key, at=at)
    assert found.pop(key) is None
    assert all(number in (NUMBERS[other], None) for other, number in found.items())
    assert sum(number is not None for number in found.values()) > 45


def test_a_list_a_cell_a_line_that_prints_the_numbers_first_is_not_read() -> None:
    found = list_of_2014(order="{number}\n{unit}\n{label}")
    assert all(number in (NUMBERS[key], None) for key, number in found.items())


@pytest.mark.parametrize(
    "note",
    [
        "勘误：申请办结数1047件应为16098件。",
        "注：“申请办结数”原填69，系笔误，实为7。",
        "更正：表中“申请办结数”应是5。",
    ],
)
def test_a_note_that_corrects_a_row_of_the_list_leaves_it_unread(note: str) -> None:
    assert list_of_2014(note=note)["requests.closed"] is None
