"""Rows that a page adds to table two keep their own numbers: nobody else's, and nobody takes them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from renderers import differences, draw
from renderers.own_rows import add_own_rows
from renderers.rendering import Rendering, html, text

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report
from gongkai.sample.layouts_html import HtmlStyle, plain_table, word_table
from gongkai.sample.layouts_text import lines_of_cells, markdown_rows, ragged_pipe_rows, tab_rows
from gongkai.sample.printed import Grid, PrintedCell
from gongkai.text import normalise

Row = tuple[str, list[int]]


def _noting(printed: list[Row]) -> list[Rendering]:
    """Return layouts that note the rows of the page's own that they print."""

    def noted(grid: Grid, random: Random) -> Grid:
        changed = add_own_rows(grid, random)
        rows = [row for row in changed if row not in grid]
        printed.extend((normalise(row[0].text), [int(c.text) for c in row if c.kind == "number"]) for row in rows)
        return changed

    tables = {"lines": lines_of_cells, "ragged": ragged_pipe_rows, "markdown": markdown_rows, "tabs": tab_rows}
    texts = [text(f"own_{name}", table, noted, blanks=()) for name, table in tables.items()]
    return [*texts, *(html(f"own_{table.__name__}", HtmlStyle(table), noted, blanks=()) for table in (plain_table, word_table))]


@pytest.mark.parametrize("layout", range(6), ids=[rendering.name for rendering in _noting([])])
def test_rows_of_the_pages_own_keep_their_numbers(layout: int) -> None:
    printed: list[Row] = []
    rendering = _noting(printed)[layout]
    for seed in range(20):
        printed.clear()
        facts, content = draw(rendering, seed)
        (report,) = parse_source(Source(content, rendering.name + rendering.suffix))
        assert isinstance(report, Report)
        assert list(differences(facts, report, rendering)) == []
        own = [(row["label"], row["values"]) for row in report.extra_rows]
        assert [values for _, values in own] == [values for _, values in printed]
        assert all(said.endswith(str(label)) for (label, _), (said, _) in zip(own, printed, strict=True))


def _others_above(grid: Grid, random: Random) -> Grid:
    """Print a row 其他情形 of the page's own below (三), and lose the label of the form's own 其他."""
    changed: Grid = []
    for row in grid:
        if row[0].text.endswith("其他") and row[0].kind == "label":
            row = row[1:]
        changed.append(row)
        if row[0].text.startswith("7."):
            changed.append([PrintedCell("8.其他情形"), *(PrintedCell(n, kind="number") for n in "1020003")])
    return changed


@pytest.mark.parametrize("table", [lines_of_cells, ragged_pipe_rows])
def test_others_below_another_heading_are_not_the_forms(table: Callable[[Grid], str]) -> None:
    rendering = text("others_above", table, _others_above, blanks=(), broken=0.0)
    for seed in range(10):
        facts, content = draw(rendering, seed, "2021")
        (report,) = parse_source(Source(content, "others.txt"))
        assert [d for d in differences(facts, report, rendering) if d.kind == "wrong"] == []


def _others_above_lost_labels(grid: Grid, random: Random) -> Grid:
    """Print a row 其他情形 of the page's own below (三), and lose all labels behind it up to the total."""
    changed: Grid = []
    is_lost = False
    for row in grid:
        is_lost = is_lost and not row[0].text.startswith("（七）")
        changed.append([cell for cell in row if cell.kind == "number"] if is_lost else row)
        if row[0].text.startswith("7."):
            changed.append([PrintedCell("其他情形"), *(PrintedCell(n, kind="number") for n in "2101004")])
            is_lost = True
    return changed


@pytest.mark.parametrize("table", [lines_of_cells, ragged_pipe_rows])
def test_others_below_another_heading_are_not_the_forms_where_the_labels_behind_them_are_lost(
    table: Callable[[Grid], str],
) -> None:
    rendering = text("others_above_lost_labels", table, _others_above_lost_labels, blanks=(), broken=0.0)
    for seed in range(10):
        facts, content = draw(rendering, seed, "2021")
        (report,) = parse_source(Source(content, "others.txt"))
        assert [d for d in differences(facts, report, rendering) if d.kind == "wrong"] == []


def _out_of_order(grid: Grid, random: Random) -> Grid:
    """Lose the label of the second row of (四), and print in its place the cells of a row of the page's own."""
    return [[PrintedCell(n, kind="number") for n in "2020301"] if row[0].text.startswith("2.没有") else row for row in grid]


def test_a_row_without_label_whose_cells_do_not_add_up_is_no_row_of_the_form() -> None:
    rendering = text("out_of_order", ragged_pipe_rows, _out_of_order, blanks=(), broken=0.0)
    for seed in range(10):
        facts, content = draw(rendering, seed, "2021")
        (report,) = parse_source(Source(content, "order.txt"))
        assert [d for d in differences(facts, report, rendering) if d.kind == "wrong"] == []
