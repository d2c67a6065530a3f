"""Table four with its blocks or totals elsewhere, with sums beside, in small tables, is read by the words above its columns."""

from __future__ import annotations

import pytest
from made_up import SOUND, report_text
from test_head_order import BLOCKS, NAMES, NUMBERS, RULINGS, WHOLE
from test_own_heads import values

from gongkai.report import Number

FORM = [0, 1, 2, 3, 4]
HEADING = "四、政府信息公开行政复议、行政诉讼情况\n"
UNREAD: list[Number | None] = [None] * len(WHOLE)


def page_with(*tables: list[list[str]], between: str = "") -> list[Number | None]:
    before, _, behind = report_text(SOUND).partition(HEADING)
    printed = [[f"| {' | '.join(line)} |" for line in table] for table in tables]
    lines = [line for table in printed for line in ([between] if between else []) + table]
    return values(before + HEADING + "\n".join(lines) + "\n" + behind[behind.index("五、") :], *NAMES)


def table(blocks: list[int], rulings: list[int], numbers: list[list[int]] = NUMBERS) -> list[list[str]]:
    """Return the lines of a table with some blocks; cells that others span are empty."""
    names = [word for at in blocks for word in (BLOCKS[at], *[""] * (len(rulings) - 1))]
    lawsuits = ["行政诉讼" if at and (i == 0 or not blocks[i - 1]) else "" for i, at in enumerate(blocks)]
    top = [
        word
        for at, word in zip(blocks, lawsuits, strict=True)
        for word in (word or BLOCKS[at] * (not at), *[""] * (len(rulings) - 1))
    ]
    head = [top, ["" if word == BLOCKS[0] else word for word in names], [RULINGS[i] for i in rulings] * len(blocks)]
    return [*head, [str(numbers[at][i]) for at in blocks for i in rulings]]


@pytest.mark.parametrize("rulings", [FORM, [4, 0, 1, 2, 3], [0, 4, 1, 2, 3], [1, 0, 2, 3, 4]])
@pytest.mark.parametrize("blocks", [[0, 1, 2], [1, 2, 0], [2, 1, 0], [0, 2, 1]])
def test_blocks_and_rulings_in_another_order_are_read(blocks: list[int], rulings: list[int]) -> None:
    assert page_with(table(blocks, rulings)) == WHOLE


@pytest.mark.parametrize(("word", "total", "expected"), [("诉讼合计", 16, WHOLE), ("合计", 26, WHOLE), ("诉讼合计", 17, UNREAD)])
def test_a_sum_beside_the_blocks_must_be_theirs(word: str, total: int, expected: list[Number | None]) -> None:
    lines = table([0, 1, 2], FORM)
    beside = [word, "", "", str(total)]
    assert page_with([[*line, cell] for line, cell in zip(lines, beside, strict=True)]) == expected


@pytest.mark.parametrize("order", [[0, 1, 2], [2, 1, 0], [1, 0, 2]])
@pytest.mark.parametrize("between", ["", "具体情况如下表:"])
def test_a_small_table_for_each_block_is_read(order: list[int], between: str) -> None:
    parts = [[[BLOCKS[at], *[""] * 4], RULINGS, [str(n) for n in NUMBERS[at]]] for at in order]
    assert page_with(*parts, between=between) == WHOLE
    assert order == [0, 1, 2] or page_with(*parts, parts[0], between=between) == UNREAD


@pytest.mark.parametrize("years", [["2022年", "2023年"], ["2023", "2022"]])
def test_of_rows_for_years_that_of_the_report_is_read(years: list[str]) -> None:
    past = table([0, 1, 2], FORM, [[1, 0, 0, 0, 1]] * 3)
    rows = [[year, *(table([0, 1, 2], FORM) if "2023" in year else past)[-1]] for year in years]
    lines = [["年度" if i == 0 else "", *line] for i, line in enumerate(past[:-1])]
    assert page_with([*lines, *rows]) == WHOLE
    assert page_with([*lines, *([f"{row[0][:3]}1", *row[1:]] for row in rows)]) == UNREAD


def test_what_is_pending_may_have_no_column() -> None:
    numbers = [[1, 2, 0, 0, 3], [0, 1, 0, 0, 1], [2, 0, 0, 0, 2]]
    found = page_with(table([0, 1, 2], [0, 1, 2, 4], numbers))
    assert found == [None if i == 3 else n for block in numbers for i, n in enumerate(block)]


@pytest.mark.parametrize("blocks", [[1, 2, 0], [0, 1, 2]])
@pytest.mark.parametrize("lost", [0, 4, 7, 14])
def test_a_row_that_lost_a_cell_is_not_read(blocks: list[int], lost: int) -> None:
    lines = table(blocks, [4, 0, 1, 2, 3])
    del lines[-1][lost]
    assert page_with(lines) == UNREAD
    lines[-1].append("")
    assert page_with(lines) == UNREAD


@pytest.mark.parametrize(
    ("line", "at", "word"), [(1, 5, "行政复议"), (2, 3, "结果维持"), (2, 7, ""), (0, 5, "民事诉讼"), (2, 13, "尚未审结")]
)
def test_a_head_that_names_a_column_otherwise_is_not_read(line: int, at: int, word: str) -> None:
    lines = table([0, 1, 2], [4, 0, 1, 2, 3])
    lines[line][at] = word
    assert page_with(lines) == UNREAD
