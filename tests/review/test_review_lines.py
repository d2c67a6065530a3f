"""Table four a cell a line, the first of which is empty: read where the lines, and the sums, tell which cell is which."""

from __future__ import annotations

import pytest
from made_up import SOUND, read, report_text

_HEAD = [["行政复议", "行政诉讼"], ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉", "复议后起诉"]]
_HEAD += [["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"] * 2]
_CELLS = ["", "1", "", "", "1", "10", "10", "2", "", "22", "3", "2", "", "", "5"]
Values = list[object]
_READ: Values = [int(cell) if cell else None for cell in _CELLS]


def values(cells: list[str], opening: str = "", filler: str = "|||||", opening_row: str | None = None) -> Values:
    lines = []
    for words in _HEAD:
        lines += [*([opening] if opening else []), *(f"{word} |" for word in words), filler]
    row = opening if opening_row is None else opening_row
    lines += [*([row] if row else []), *(f"{cell} |".strip() for cell in cells)]
    text = report_text(SOUND)
    start, end = text.index("行政复议 | 行政诉讼"), text.index("五、存在")
    figures = read(text[:start] + "\n".join(lines) + "\n" + text[end:], "page.txt").figures
    return [figure.value for name, figure in figures.items() if name.startswith(("review.", "litigation_"))]


@pytest.mark.parametrize("opening", ["", "|"])
def test_a_table_four_whose_first_cell_is_empty_is_read(opening: str) -> None:
    assert values(_CELLS, opening) == _READ


@pytest.mark.parametrize(
    ("cells", "opening", "opening_row"),
    [
        (_CELLS[1:], "", None),  # a cell is lost
        (_CELLS[1:], "|", None),
        (["", "0", "0", "0", "0", "1", "0", "0", "1", "", "", "", "", ""], "|", None),  # so too, what opens the row is none
        (_CELLS, "|", ""),
        (["", "2", *_CELLS[2:]], "", None),  # it does not add up
        ([*_CELLS[:2], "7", *_CELLS[3:]], "", None),  # the page's number in an empty cell
        (["", *["0"] * 8, "3", *_CELLS[10:]], "", None),
    ],
)
def test_cells_of_another_number_or_sum_are_not(cells: list[str], opening: str, opening_row: str | None) -> None:
    assert not any(values(cells, opening, opening_row=opening_row))
