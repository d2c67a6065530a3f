"""What one cell prints: a number, nothing, or what nobody can tell."""

from __future__ import annotations

import pytest

from gongkai.indexer.numbers import read_number
from gongkai.report import State

READ, BLANK, ILLEGIBLE = State.READ, State.BLANK, State.ILLEGIBLE


@pytest.mark.parametrize(
    ("cell", "value", "state"),
    [
        ("12", 12, READ),
        ("1,234", 1234, READ),
        ("12件", 12, READ),
        ("31批次", 31, READ),
        ("3(件)", 3, READ),
        ("3万", None, ILLEGIBLE),  # money, or thirty thousand
        ("251000元", None, ILLEGIBLE),  # where cases are counted
        ("1²", 1, READ),  # with a footnote's mark
        ("3*", 3, READ),
        *((mark, 12, READ) for mark in ("12 *", "12※", "12†", "12 ‡")),
        *((mark, None, ILLEGIBLE) for mark in ("※", "12※3", "12  3*", "12*3")),
        ("", None, BLANK),
        ("-", None, BLANK),
        ("*", None, BLANK),
        ("无", None, BLANK),
        ("未增未减", None, BLANK),
        ("无变化", None, BLANK),
        ("未成年", None, ILLEGIBLE),
        ("²", None, ILLEGIBLE),  # raised digits alone may be the number
        ("1₂", None, ILLEGIBLE),
        ("012", None, ILLEGIBLE),
        ("1 2", None, ILLEGIBLE),
        ("1.5", None, ILLEGIBLE),
        ("-3", None, ILLEGIBLE),
        ("1234567890123456", None, ILLEGIBLE),
    ],
)
def test_a_cell_of_counts(cell: str, value: int | None, state: State) -> None:
    assert read_number(cell, "count")[:2] == (value, state)


@pytest.mark.parametrize(("cell", "value"), [("251000元", 251000), ("17万元整", 17), ("3万", 3), ("2(万元)", 2)])
def test_an_amount_stands_as_printed_whatever_its_unit(cell: str, value: int) -> None:
    assert read_number(cell, "decimal")[:2] == (value, READ)
