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
        ("1²", 1, READ),  # with a footnote's mark
        ("3*", 3, READ),
        ("", None, BLANK),
        ("-", None, BLANK),
        ("*", None, BLANK),
        ("无", None, BLANK),
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
