"""A table four whose head names a column of the page's own, or beside which the page's number stands, prints fifteen numbers by chance."""

from __future__ import annotations

import pytest

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.form import FORMS
from gongkai.report import Number, Report

RULINGS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
ABOVE = (("行政复议", "行政诉讼"), (*RULINGS, "未经复议直接起诉", "复议后起诉"))
NAMES = [name for row in FORMS["2021"].tables[2].rows for name in row.names]
PAGE = """青禾县水务局2022年政府信息公开工作年度报告
一、总体情况
无。
四、政府信息公开行政复议、行政诉讼情况
{}
五、存在的主要问题及改进情况
无。
"""
CELLS = [3, 1, 2, 4, 10, 12, 5, 3, 1, 21, 2, 6, 1, 1, 10]


def read(lines: list[list[str]], separator: str) -> list[Number | None]:
    """Return the numbers of a table four of such lines."""
    table = "\n".join(separator.join(line) for line in lines)
    (report,) = parse_source(Source(PAGE.format(table).encode(), "a.txt"))
    assert isinstance(report, Report)
    return [report.figures[name].value for name in NAMES]


def read_web(lines: list[list[str]]) -> list[Number | None]:
    """Return the numbers of such a table in markup, its cells parted as they are."""
    table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr>" for line in lines)
    page = PAGE.replace("\n", "<br>").format(f"<table>{table}</table>")
    (report,) = parse_source(Source(f"<html><body>{page}</body></html>".encode(), "a.html"))
    assert isinstance(report, Report)
    return [report.figures[name].value for name in NAMES]


def head(further: str, at: int) -> list[list[str]]:
    below = [*RULINGS, *RULINGS]
    return [*map(list, ABOVE), [*below[:at], further, *below[at:]] if further else below]


@pytest.mark.parametrize("separator", [" ", "\n"])
@pytest.mark.parametrize("further", ["撤回", "终止审理", "部分纠正", "小计", "诉讼小计"])
@pytest.mark.parametrize("lost", [0, 3, 6, 9])
def test_fifteen_numbers_below_sixteen_heads_that_do_not_add_up_are_not_read(separator: str, further: str, lost: int) -> None:
    cells = [str(cell) for cell in (*CELLS[:12], 7, *CELLS[12:14], 17)]
    assert read([*head(further, 7), cells[:lost] + cells[lost + 1 :]], separator) == [None] * 15


@pytest.mark.parametrize("further", ["诉讼合计", "撤回", "小计"])
def test_an_empty_cell_of_sixteen_in_markup_opens_no_row(further: str) -> None:
    cells = [str(cell) for cell in (*CELLS, 31)]
    assert read_web([*head(further, 10), ["", *cells[1:]]]) in ([None] * 15, [None, *CELLS[1:]])


@pytest.mark.parametrize(
    ("further", "separator"), [("撤回", " "), ("撤回", "\n"), ("", " "), ("", "\n"), ("", " | "), ("", "\t")]
)
def test_fifteen_numbers_that_add_up_are_read(separator: str, further: str) -> None:
    cells = [str(cell) for cell in CELLS]
    assert read([*head(further, 7), cells], separator) == CELLS


@pytest.mark.parametrize("separator", [" ", "\n", " | ", "\t"])
def test_numbers_that_do_not_add_up_are_read_below_the_forms_head(separator: str) -> None:
    cells = [3, 1, 2, 4, 11, *CELLS[5:]]
    assert read([*head("", 0), list(map(str, cells))], separator) == cells


@pytest.mark.parametrize("lost", [0, 1, 4, 6])
def test_the_pages_number_behind_fourteen_is_no_cell(lost: int) -> None:
    cells = [str(cell) for cell in CELLS]
    assert read([*head("", 0), [*cells[:lost], *cells[lost + 1 :], "8"]], "\n") == [None] * 15


@pytest.mark.parametrize("lost", [8, 9, 12])
def test_the_pages_number_before_fourteen_is_no_cell(lost: int) -> None:
    cells = [str(cell) for cell in CELLS]
    assert read([*head("", 0), ["8", *cells[:lost], *cells[lost + 1 :]]], "\n") == [None] * 15


@pytest.mark.parametrize("separator", [" ", "\n"])
@pytest.mark.parametrize("sound", [True, False])
def test_numbers_below_a_head_of_the_pages_own_in_place_of_the_forms_are_read_where_they_add_up(
    separator: str, sound: bool
) -> None:
    heads = [*RULINGS, "结果维持", "部分纠正", *RULINGS[2:]]
    cells = CELLS if sound else [*CELLS[:11], 5, *CELLS[12:]]
    assert read([*map(list, ABOVE), heads, list(map(str, cells))], separator) == (cells if sound else [None] * 15)


ONE_BLOCK_BROKEN = [
    1,
    0,
    0,
    0,
    1,
    0,
    0,
    0,
    1,
    0,
    0,
    0,
    1,
    1,
    2,
]  # one of fourteen is lost: 0 0 0 0 1 | 0 0 0 1 1, and the page's is 2


def test_the_pages_number_that_makes_a_last_block_sound_by_chance_is_no_cell() -> None:
    assert read([*head("", 0), list(map(str, ONE_BLOCK_BROKEN))], "\n") == [None] * 15


def test_the_pages_number_that_makes_a_first_block_sound_by_chance_is_no_cell() -> None:
    cells = [2, 0, 0, 0, 2, 2, 1, 0, 0, 0, 1, 0, 0, 0, 1]  # 0 0 0 2 2 | 1 0 0 0 and its total lost, behind the page's 2
    assert read([*head("", 0), list(map(str, cells))], "\n") == [None] * 15


@pytest.mark.parametrize(
    "cells",
    [
        [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0],  # no page is numbered 0
        [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 2, 0, 0, 0, 2],
        [1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 2, 0, 0, 0, 3],
        [3, 1, 2, 4, 10, 12, 5, 3, 1, 22, 2, 6, 1, 1, 10],
        [3, 1, 2, 4, 11, 12, 5, 3, 1, 21, 2, 6, 1, 1, 10],
    ],
)
def test_one_block_that_fails_alone_is_the_pages(cells: list[int]) -> None:
    assert read([*head("", 0), list(map(str, cells))], "\n") == cells


@pytest.mark.parametrize("block", [[2, 3, 0, 6, 3], [5, 0, 12, 29, 3], [0, 0, 0, 4, 2]])
def test_a_last_total_that_is_less_than_the_number_before_it_may_be_the_pages_number(block: list[int]) -> None:
    assert read([*head("", 0), [*map(str, [*CELLS[:10], *block])]], "\n") == [None] * 15
    for separator in (" | ", "\t"):
        assert read([*head("", 0), [*map(str, [*CELLS[:10], *block])]], separator) == [*CELLS[:10], *block]


@pytest.mark.parametrize("block", [[2, 3, 0, 6, 12], [2, 3, 0, 1, 3], [0, 0, 0, 6, 0], [4, 3, 0, 6, 5]])
def test_a_last_total_that_fails_otherwise_is_the_pages_own_mistake(block: list[int]) -> None:
    assert read([*head("", 0), [*map(str, [*CELLS[:10], *block])]], "\n") == [*CELLS[:10], *block]
