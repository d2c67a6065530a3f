"""A column behind the labels of a web page's table three that counts its rows up holds no figure, whether a head names it or not."""

from __future__ import annotations

import pytest
from made_up import SOUND, read, report_text
from test_applicants_heads import BODIES, KEYS, RIGHT, ROWS, UNREAD, cells_of


def columns(head: str, numbers: list[str]) -> dict[str, list[object]]:
    """Return what is read of a web page whose table three prints such a column between its labels and its numbers."""
    text = report_text(SOUND)
    lines = [["申请人情况", head, "自然人", *BODIES, "总计"]]
    lines += [[row.label, n, *map(str, cells_of(row.key))] for row, n in zip(ROWS, numbers, strict=True)]
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in line) + "</tr>" for line in lines)
    above, below = text[: text.index("申请人情况")], text[text.index("四、政府信息公开行政") :]
    above, below = ("".join(f"<p>{line}</p>" for line in part.splitlines()) for part in (above, below))
    report = read(f"<html><body>{above}<table>{table}</table>{below}</body></html>", "page.html")
    return {key: [report.figures[f"{row.key}.{key}"].value for row in ROWS] for key in KEYS}


@pytest.mark.parametrize("head", ["序号", "行次", ""])
@pytest.mark.parametrize("first", [0, 1])
def test_row_numbers_are_no_figures(head: str, first: int) -> None:
    assert columns(head, [str(n) for n in range(first, first + len(ROWS))]) == RIGHT


def test_numbers_without_a_head_that_do_not_count_leave_the_table_unread() -> None:
    numbers = [str(n) for n in range(1, len(ROWS) + 1)]
    assert columns("", ["4", *numbers[1:]]) == dict.fromkeys(KEYS, UNREAD)
