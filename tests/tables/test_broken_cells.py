"""An empty cell may be a line break, and so may the end of a label: rows are read where their number of cells tells it."""

from __future__ import annotations

import re

import pytest
from renderers import CATALOGUE, Score, differences, draw, fillers, pages, score, stories
from renderers.rendering import Promise, text

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source
from gongkai.report import Report

SEEDS = range(12)


def _read(content: str) -> Report:
    (report,) = parse_source(Source(content.encode(), "page.txt"))
    assert isinstance(report, Report)
    return report


@pytest.mark.parametrize(
    "name",
    [
        "breaks_unprinted",
        "breaks_filled_unprinted",
        "breaks_opened_unprinted",
        "lines_breaks_unprinted",
        "filled_lines_closed_below",
        "filled_lines_closed_below_unprinted",
        "closed_lines_closed_below",
    ],
)
def test_rows_with_broken_cells_are_read(name: str) -> None:
    counts = Score()
    for seed in SEEDS:
        facts, content = draw(CATALOGUE[name], seed)
        counts.add(score(facts, _read(content.decode())))
    assert counts.wrong == 0
    assert counts.nonzero_right > 0.97 * (counts.nonzero_right + counts.nonzero_missed)


@pytest.mark.parametrize(
    ("name", "whole", "less"),
    [("breaks_unprinted", "\n|\n|\n|", "\n|\n|"), ("lines_breaks_unprinted", "\n\n\n\n", "\n\n\n")],
)
@pytest.mark.parametrize("seed", SEEDS)
def test_a_row_that_lacks_a_cell_is_not_read(name: str, whole: str, less: str, seed: int) -> None:
    rendering = CATALOGUE[name]
    facts, content = draw(rendering, seed)
    before, table, after = content.decode().partition("三、收到和处理")
    report = _read(before + table + after.replace(whole, less, 1))
    assert [d for d in differences(facts, report, rendering) if d.kind == "wrong"] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_a_page_number_in_an_empty_cell_between_pipes_costs_its_row(seed: int) -> None:
    rendering = CATALOGUE["filled_between_pipes_unprinted"]
    facts, content = draw(rendering, seed)
    page = content.decode()
    label = "上年结转政府信息公开申请数量\n|"
    start = page.index(label) + len(label)
    gap = page.find("\n|\n|", start, page.index("三、", start))
    if gap < 0:
        pytest.skip("no empty cell in this row")
    report = _read(f"{page[: gap + 2]}\n4{page[gap + 2 :]}")
    assert [d for d in differences(facts, report, rendering) if d.kind == "wrong"] == []


@pytest.mark.parametrize("seed", [5008, 5009, *range(20)])
def test_a_number_that_closes_otherwise_than_its_row_is_unread_where_the_row_adds_up_without(seed: int) -> None:
    rendering = CATALOGUE["filled_lines_closed_below_unprinted_page_numbers"]
    facts, content = draw(rendering, seed, "2021")
    assert [d for d in differences(facts, _read(content.decode()), rendering) if d.kind == "wrong"] == []


@pytest.mark.parametrize("seed", [7009, *range(20)])
def test_a_fee_that_closes_further_below_than_the_other_numbers_is_unread(seed: int) -> None:
    rendering = CATALOGUE["between_pipes_empty_fee_page_numbers"]
    facts, content = draw(rendering, seed, "2021")
    assert [d for d in differences(facts, _read(content.decode()), rendering) if d.kind == "wrong"] == []


@pytest.mark.parametrize("seed", [5002, 5011, *range(10)])
def test_a_page_number_in_an_empty_row_between_pipes_is_no_figure(seed: int) -> None:
    damaged = {"promise": Promise.NEVER_WRONG, "broken": 0.1, "blanks": ("/", "-")}
    rendering = text(
        "between_fill_unprinted_",
        fillers.filled_between_pipes(),
        prepare=stories.unprinted_zeros,
        page=pages.number_pages,
        **damaged,
    )
    facts, content = draw(rendering, seed)
    wrong = [d.name for d in differences(facts, _read(content.decode()), rendering) if d.kind == "wrong"]
    assert [name for name in wrong if name.startswith("requests.")] == []


@pytest.mark.parametrize(
    ("printed", "is_read"),
    [
        ("0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n8\n0\n\n0\n3\n\n1\n\n1\n\n2\n\n3", False),  # 8 and 3 may be pages' numbers
        ("0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n1\n\n8\n\n0\n\n0\n\n3\n\n1\n\n1\n\n2\n\n3", True),  # the page's own mistake
    ],
)
def test_numbers_of_table_four_that_stand_closer_than_others_must_add_up(printed: str, is_read: bool) -> None:
    _, content = draw(CATALOGUE["lines_breaks"], 3)
    page, times = re.subn(r"(?:\n+\d+){15}(?=\n+五、)", f"\n\n{printed}", content.decode(), count=1)
    assert times == 1
    value = _read(page).figures["review.total"].value
    assert (value == 0) is is_read
