"""A row that lost a number, where an empty cell fills its line up: no number moves to the left into the cell of another."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product

import pytest
from made_up import report_text

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.mappings.form import FORMS
from gongkai.report import Report

NEW, GRANTED, DIRECT = [41, 39, 0, 0, 0, 0, 80], [38, 37, 0, 0, 0, 0, 75], [3, 2, 0, 0, 5]
CELLS = {
    "received": NEW,
    "granted": GRANTED,
    "unavailable.not_held": [2, 0, 0, 0, 0, 0, 2],
    "other.other": [1, 2, 0, 0, 0, 0, 3],
    "processed": NEW,
    "review": DIRECT,
    "litigation_direct": DIRECT,
    "litigation_after_review": [1, 0, 0, 1, 2],
}
TWO = ("规章 | 4 | 1 | 30", "行政规范性文件 | 13 | 2 | 101")
Cells = list[str]


def page() -> str:
    """Return a report whose tables two, three and four have numbers, which add up."""
    text = report_text(CELLS)
    for row in TWO:
        text = re.sub(rf"^{row.split(' ')[0]} \|.*$", row, text, flags=re.MULTILINE)
    return text


def true() -> dict[str, float | None]:
    """Return what the whole page says."""
    [report] = parse_source(Source(page().encode(), "whole.txt"))
    assert isinstance(report, Report)
    return {name: figure.value for name, figure in report.figures.items()}


LOSSES: dict[str, Callable[[Cells], Cells]] = {
    "first lost": lambda cells: [cells[0], *cells[2:]],
    "first in the label": lambda cells: [cells[0] + cells[1], *cells[2:]],
    "second lost": lambda cells: [*cells[:2], *cells[3:]],
    "two run together": lambda cells: [cells[0], cells[1] + cells[2], *cells[3:]],
    "last two run together": lambda cells: [*cells[:-2], cells[-2] + cells[-1]],
}
LAYOUTS: dict[str, Callable[[list[Cells], int], str]] = {
    "pipes": lambda rows, more: "\n".join("| " + " | ".join(cells) + " |" * (more + 1) for cells in rows),
    "closed": lambda rows, more: "\n".join(" | ".join(cells) + " |" + " |" * more for cells in rows),
    "filled up": lambda rows, more: "\n".join(
        "| " + " | ".join([*cells, *[""] * (max(map(len, rows)) - len(cells))]) + " |" for cells in rows
    ),
    "tabs": lambda rows, more: "\n".join("\t".join(cells) + "\t" * more for cells in rows),
    "a cell a line": lambda rows, more: "\n".join("".join(f"{cell} |\n" for cell in cells) + "|\n" * more for cells in rows),
    "markup": lambda rows, more: (
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in [*cells, *[""] * more]) + "</tr>" for cells in rows)
        + "</table>"
    ),
}


def printed(layout: str, loss: str | None, row: str, more: int) -> Source:
    """Return the page in a layout; `row` is the label of the row that loses a number, `more` how many empty cells end each."""
    parts = []
    rows: list[Cells] = []
    for line in [*page().split("\n"), ""]:
        if " | " in line:
            cells = line.split(" | ")
            rows.append(LOSSES[loss](cells) if loss and cells[0] == row else cells)
            continue
        if rows:
            parts.append(LAYOUTS[layout](rows, more))
            rows = []
        parts.append(f"<p>{line}</p>" if layout == "markup" else line)
    return Source("\n".join(parts).encode(), "page.html" if layout == "markup" else "page.txt")


def figures(source: Source) -> dict[str, float | None]:
    [report] = parse_source(source)
    assert isinstance(report, Report)
    return {name: figure.value for name, figure in report.figures.items()}


ROWS = [row.label for row in FORMS["2021"].tables[1].rows if row.key.rpartition(".")[2] in ("received", "granted", "processed")]


@pytest.mark.parametrize(("layout", "loss"), list(product(LAYOUTS, LOSSES)))
@pytest.mark.parametrize("more", [0, 1, 2])
def test_a_lost_number_moves_no_other(layout: str, loss: str, more: int) -> None:
    said = true()
    of_two = (
        () if layout == "filled up" else ("规章", "行政规范性文件")
    )  # there nothing tells a lost number from an empty last cell
    for row in (*ROWS, *of_two):
        found = figures(printed(layout, loss, row, more))
        wrong = {name: (value, said[name]) for name, value in found.items() if value is not None and value != said[name]}
        assert not wrong, row


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("more", [0, 1])
def test_whole_rows_are_read_whatever_fills_their_lines_up(layout: str, more: int) -> None:
    said, found = true(), figures(printed(layout, None, "", more))
    assert {name: value for name, value in found.items() if value} == {name: value for name, value in said.items() if value}
