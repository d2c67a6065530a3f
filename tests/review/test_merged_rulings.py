"""Is table four read where one number stands in a cell over two rulings? All but those two, where every block adds up."""

from __future__ import annotations

import pytest
from made_up import read, review_page

CELLS = [1, 2, 3, 4, 10, 5, 0, 6, 1, 12, 2, 7, 0, 3, 12]
PLACES = [at for at in range(15) if at % 5 < 3]


def numbers(cells: list[int], *wide: int) -> list[object]:
    """Return the fifteen figures of a page whose table four has these cells, some of them over two columns."""
    page = review_page([f"#{n}" for n in cells], None).content.decode()
    for at, number in enumerate(cells):
        page = page.replace(f"<td>#{number}</td>", f"<td{' colspan=2' * (at in wide)}>{number}</td>", 1)
    report = read(page, "page.html")
    blocks = ("review", "litigation_direct", "litigation_after_review")
    return [report.value(f"{block}.{key}") for block in blocks for key in ("upheld", "corrected", "other", "pending", "total")]


def merged(at: int) -> list[int]:
    return [*CELLS[:at], CELLS[at] + CELLS[at + 1], *CELLS[at + 2 :]]


@pytest.mark.parametrize("at", PLACES)
def test_a_cell_over_two_rulings_leaves_the_others(at: int) -> None:
    assert numbers(CELLS) == CELLS
    assert numbers(merged(at), at) == [*CELLS[:at], None, None, *CELLS[at + 2 :]]


@pytest.mark.parametrize("at", [3, 4, 8, 9, 13])
def test_a_cell_over_a_total_leaves_nothing(at: int) -> None:
    assert set(numbers(merged(at), at)) == {None}


def test_where_a_block_does_not_add_up_or_no_cell_is_wide_nothing_is_read() -> None:
    cells = merged(2)
    assert set(numbers(cells)) == {None}
    assert set(numbers([*cells[:2], cells[2] + 1, *cells[3:]], 2)) == {None}
    assert set(numbers([*cells[:6], cells[6] + 1, *cells[7:]], 2)) == {None}
    assert set(numbers(cells, 2, 7)) == {None}
    assert set(numbers(cells[:-1], 2)) == {None}
