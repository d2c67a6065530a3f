"""Rows of table two that are printed again right behind their own cells, and numbers whose separator stands apart from its digits."""

from __future__ import annotations

import pytest
from made_up import ONE, SOUND, read, report_text

NAMES = {
    "行政许可": "licensing.decisions",
    "行政处罚": "penalties.decisions",
    "行政强制": "compulsion.decisions",
    "行政事业性收费": "fees.amount_wan_yuan",
}
JOINS = {"lines": "\n", "run together": " "}


def page(old: str, new: str, join: str = "\n") -> str:
    """Return a report whose rows of table two are joined that way, one of them printed otherwise."""
    text = report_text(SOUND).replace(old, new, 1)
    title, below, rest = text.partition("\n")
    return title + below + (rest if join == "\n" else rest.replace(" | ", " ").replace("\n", join))


@pytest.mark.parametrize("join", JOINS.values(), ids=JOINS)
@pytest.mark.parametrize(("first", "again"), [("0", "7"), ("7", "0"), ("无", "50"), ("5", "无"), ("5", "")])
@pytest.mark.parametrize("label", NAMES)
def test_a_row_that_is_printed_again_with_another_cell_is_not_read(label: str, first: str, again: str, join: str) -> None:
    found = read(page(f"{label} | 0", f"{label} | {first}\n{label} | {again}", join))
    assert found.value(f"proactive.{NAMES[label]}") is None
    assert sum(found.value(f"proactive.{name}") == 0 for name in NAMES.values()) >= len(NAMES) // 2


@pytest.mark.parametrize("join", JOINS.values(), ids=JOINS)
@pytest.mark.parametrize("twice", ["{0} | 7\n{0} | 7", "{0} | {0} | 7"])
@pytest.mark.parametrize("label", NAMES)
def test_one_that_is_printed_again_with_the_same_is(label: str, twice: str, join: str) -> None:
    found = read(page(f"{label} | 0", twice.format(label), join))
    assert found.value(f"proactive.{NAMES[label]}") == 7


@pytest.mark.parametrize("between", [" | ", "\t", " "])
@pytest.mark.parametrize("cell", ["11,\n269", "11\n,269", "11, 269", "11 ,269"])
def test_a_number_whose_separator_stands_apart_is_not_read(cell: str, between: str) -> None:
    text = report_text({"received": ONE, "granted": ONE, "processed": ONE})
    found = read(text.replace("行政处罚 | 0", f"行政处罚 | {cell}").replace(" | ", between))
    assert found.value("proactive.penalties.decisions") is None
    assert found.value("requests.received.total") == 1
