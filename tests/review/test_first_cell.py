"""Fourteen numbers behind one bar or tab: the first cell is empty only where the page's other lines begin without one."""

from __future__ import annotations

import pytest
from made_up import SOUND, read, report_text
from test_head_of_review_row import NAMES, NUMBERS

ZEROS = "\n" + " | ".join(["0"] * 15) + "\n"
FOURTEEN = [2, 1, 0, 3, *NUMBERS[5:]]  # one of the zeros is gone; 2 + 1 + 0 = 3 holds behind an empty cell as well


def values(separator: str, row: str) -> list[object]:
    above, zeros, below = report_text(SOUND).partition(ZEROS)
    assert zeros
    report = read(above.replace(" | ", separator) + f"\n{row}\n" + below.replace(" | ", separator), "page.txt")
    return [report.value(name) for name in NAMES]


@pytest.mark.parametrize("separator", ["\n", " |\n"])
@pytest.mark.parametrize("closing", ["", " |"])
def test_a_bar_that_may_open_the_row_is_no_empty_cell(separator: str, closing: str) -> None:
    assert values(separator, "| " + " | ".join(map(str, FOURTEEN)) + closing) == [None] * len(NAMES)


def test_a_tab_that_may_indent_the_row_is_no_empty_cell() -> None:
    assert values("\n", "\t" + "\t".join(map(str, FOURTEEN))) == [None] * len(NAMES)


def test_where_lines_begin_with_their_cell_the_first_is_empty() -> None:
    assert values("\t", "\t" + "\t".join(map(str, FOURTEEN))) == [None, *FOURTEEN]


@pytest.mark.parametrize(("separator", "opening"), [("\n", "| "), (" |\n", "| "), (" | ", "")])
def test_fifteen_cells_are_read(separator: str, opening: str) -> None:
    assert values(separator, opening + " | ".join(map(str, NUMBERS))) == NUMBERS
