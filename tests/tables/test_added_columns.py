"""A column that the page added at the right, 备注, 同比, 较上年增减, leaves the form's numbers as they are, whatever it holds."""

from __future__ import annotations

import time
from random import Random

import pytest
from renderers import draw
from renderers.columns import is_review
from renderers.rendering import GridChange, html, text

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.indexer.tables.heads.added_columns import without_added_columns
from gongkai.report import Report
from gongkai.sample.layouts_html import HtmlStyle, plain_table
from gongkai.sample.layouts_text import markdown_rows, ragged_pipe_rows, tab_rows
from gongkai.sample.printed import Grid, PrintedCell

COLUMNS = {
    "备注": ("", "无", "含上年结转1件", "较上年减少", "3"),
    "同比": ("+20%", "-15.3%", "0", "持平", "—", "100%"),
    "较上年增减": ("+3", "-2", "0", "+15", ""),
    "与2019年相比增减率(%)": ("20", "-5", "0"),
    "上年数": ("3", "0", "12", "5"),
}
WRITERS = {"ragged": ragged_pipe_rows, "markdown": markdown_rows, "tabs": tab_rows}


def _adding(head: str, cells: tuple[str, ...]) -> GridChange:
    def change(grid: Grid, random: Random) -> Grid:
        changed: Grid = []
        for at, row in enumerate(grid):
            row = [cell._replace(colspan=cell.colspan + 1) if cell.kind == "band" else cell for cell in row]
            if row[-1].kind == "number":
                row.append(PrintedCell(random.choice(cells), kind="number"))
            elif row[0].text == "信息内容":
                row.append(PrintedCell(head))
            elif at == 0 and row[0].kind != "band":
                row.append(PrintedCell(head, 3))
            changed.append(row)
        return changed

    return change


def _lacking(grid: Grid, random: Random) -> Grid:
    """Lose a number of the row of table four."""
    return [*grid[:-1], grid[-1][1:]] if is_review(grid) else grid


@pytest.mark.parametrize("form", ["2021", "2019"])
@pytest.mark.parametrize("head", COLUMNS)
def test_the_forms_numbers_are_read_beside_an_added_column(head: str, form: str) -> None:
    change = _adding(head, COLUMNS[head])
    for name, table in WRITERS.items():
        _check(text(f"{name}_{head}", table, change, blanks=(), broken=0.0), form)
    _check(html(f"html_{head}", HtmlStyle(plain_table), change, blanks=(), broken=0.0), form)


def _check(rendering: object, form: str, *, all_read: bool = True) -> None:
    for seed in range(2):
        facts, content = draw(rendering, seed, form)  # type: ignore[arg-type]
        (report,) = parse_source(Source(content, "a" + rendering.suffix))  # type: ignore[attr-defined]
        assert isinstance(report, Report)
        for name, value in facts.figures.items():
            assert report.value(name) == value or (not all_read and report.value(name) is None), name


@pytest.mark.parametrize("head", COLUMNS)
def test_no_number_of_the_column_takes_the_place_of_one_that_is_lost(head: str) -> None:
    change = _adding(head, COLUMNS[head])
    _check(text(f"lacking_{head}", ragged_pipe_rows, change, _lacking, blanks=(), broken=0.0), "2021", all_read=False)


LEFT = [
    "信息内容 | 上一年项目数量 | 本年增/减\n行政事业性收费 | 3 | 1",  # the form's own
    "信息内容 | 本年制发件数 | 备注\n规章 | 无规章\n规范性文件 | 4 | 5",  # a row of fewer cells
    "信息内容 | 本年制发件数 | 备注\n规章 | 含转发 | 5",  # words in the place of a number
    "申请人情况 | 备注\n一、本年新收 | 1 | 0 | 0 | 0 | 0 | 0 | 2 | 3",  # no sum
    "项目 | 同比\n收到 | 1 | 20%",
]


@pytest.mark.parametrize("page", LEFT)
def test_what_is_not_sure_stays(page: str) -> None:
    assert without_added_columns(page) == page


def test_the_column_is_taken_out_cell_by_cell() -> None:
    page = "申请人情况 | 备注\n一、本年新收 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | 3件|||\n二 | 0 | 0 | 0 | 0 | 0 | 0 | 0"
    assert without_added_columns(page) == page.replace("| 备注", "    ").replace("| 3件", "    ")


@pytest.mark.parametrize("words", ["备注 | ", "同比", "较上年", "与2020年相比增减", "|", "\t", "1 | "])
def test_long_lines_take_little_time(words: str) -> None:
    began = time.process_time()
    without_added_columns("信息内容 | " + words * 5_000 + " | 备注\n" + words * 5_000)
    without_added_columns("信息内容 | " + words * 5_000 + " | 其他")  # of a cell that is not the last one all words are looked at
    assert time.process_time() - began < 1


@pytest.mark.parametrize("blank", ["\u200b", "\ufeff", " \u200b "])
def test_a_line_whose_cells_hold_nothing_to_see_has_no_last_one(blank: str) -> None:
    page = f"信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | 备注\n{blank}|{blank}\n规章 | 1 | 2 | 3 | 4\n"
    assert without_added_columns(page).count("\n") == page.count("\n")
