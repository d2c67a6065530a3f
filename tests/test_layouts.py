"""Laws of reading: what a layout keeps is read as it was; what it loses is null, never another number.

`GONGKAI_EXAMPLES` sets how many random reports each layout prints.
"""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from renderers import EXACT_LAYOUTS, LOSSY_LAYOUTS, Promise, Rendering, differences, draw
from renderers.compare import Difference

from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source

EXAMPLES = int(os.environ.get("GONGKAI_EXAMPLES", "300"))
# A seed has no smaller seed that fails for the same reason: nothing to shrink, nothing worth to keep.
# The same reports in every run, so that a machine that builds this finds what its author found; more and others when asked.
drawn = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    phases=[Phase.generate],
    derandomize="GONGKAI_EXAMPLES" not in os.environ,
)


READ = 0.75  # the least share of printed cells read in any layout; most are read whole, see tests/accuracy/floors.json


def _differences(rendering: Rendering, seed: int) -> tuple[list[Difference], int]:
    """Return what came out otherwise, and how many printed cells were left unread."""
    facts, content = draw(rendering, seed)
    reports = parse_source(Source(content, rendering.name + rendering.suffix))
    assert len(reports) == 1
    found = list(differences(facts, reports[0], rendering))
    return [d for d in found if d.kind != "missed"][:5], sum(d.kind == "missed" for d in found)


@pytest.mark.parametrize("rendering", EXACT_LAYOUTS, ids=lambda rendering: rendering.name)
@given(seed=st.integers(0, 2**32))
@drawn
def test_what_a_layout_keeps_is_never_read_otherwise(rendering: Rendering, seed: int) -> None:
    """No number comes out other than it was printed, and the page is known for a report."""
    assert [d for d in _differences(rendering, seed)[0] if d.kind in ("wrong", "no report")] == []


@pytest.mark.parametrize("rendering", EXACT_LAYOUTS, ids=lambda rendering: rendering.name)
def test_what_a_layout_keeps_is_read(rendering: Rendering) -> None:
    """Fixed draws: sections and metadata too; cells stay unread only where empty cells leave two places for a row."""
    found = [_differences(rendering, seed) for seed in range(10)]
    assert [difference for differing, _ in found for difference in differing] == []
    assert sum(unread for _, unread in found) <= (1 - READ) * 200 * len(found)


@pytest.mark.parametrize("rendering", LOSSY_LAYOUTS, ids=lambda rendering: rendering.name)
@given(seed=st.integers(0, 2**32))
@drawn
def test_what_a_layout_loses_is_null_never_another_number(rendering: Rendering, seed: int) -> None:
    assert [d for d in _differences(rendering, seed)[0] if d.kind == "wrong"] == []


@pytest.mark.parametrize(
    "name",
    [
        *(f"ragged_without_{key}" for key in ("natural_person", "commercial_enterprise", "research_institution")),
        *(f"ragged_without_{key}" for key in ("social_organization", "legal_service_organization", "other")),
        *("filled_column_lost", "closed_column_lost", "lines_column_lost", "ragged_column_lost_captioned", "html_no_totals"),
        *("html_on_its_side", "ragged_on_its_side", "lines_on_its_side", "lines_head_over"),
    ],
)
def test_a_shape_that_its_head_tells_is_read_whole(name: str) -> None:
    """A table three without one of its columns, or on its side, whose head is whole and whose sums hold."""
    rendering = next(rendering for rendering in LOSSY_LAYOUTS if rendering.name == name)
    assert [seed for seed in range(20) if _differences(replace(rendering, promise=Promise.EXACT), seed) != ([], 0)] == []


@pytest.mark.parametrize(
    "name", ["labels_then_numbers", "labels_then_rows_talkative", "labels_then_columns_talkative", "lines_foot_below_head"]
)
def test_numbers_apart_from_their_labels_are_read(name: str) -> None:
    """All labels before all numbers, by rows or by columns; a page's foot, with the title, between head and numbers."""
    rendering = next(rendering for rendering in LOSSY_LAYOUTS if rendering.name == name)
    exact = replace(rendering, promise=Promise.EXACT, broken=0.0)
    assert sum(_differences(exact, seed)[1] for seed in range(20)) <= (1 - READ) * 200 * 20


@pytest.mark.parametrize(
    ("name", "seed"),
    [
        ("between_pipes_page_numbers", 83025627),  # the page's number stands in a total's empty cell
        ("markdown_blank_totals", 50000),  # 1 0 0 0 0 1 and an empty total: the last number is no total
        ("glued_mojibake", 342),  # the end of a damaged label stands before its row's cells: no other row's
        ("closed_lines_dropped_number_below", 1248874407),  # the page's number is the sum of a row that lost a cell
        ("filled_labels_lost", 82),  # the line above begins with an empty cell: a line that begins with a number has none lost
        ("filled_labels_lost", 13),
        ("html_own_rows_labels_lost", 18),  # a row without a label stands above a heading of table two, another below it
        ("html_own_rows_labels_lost", 25),  # 其他行政许可 is printed, 行政许可 is not
        ("lines_own_rows_labels_lost", 30),
        ("filled_own_rows_mojibake", 14),  # ?他行政许可
        ("filled_own_rows_mojibake", 23),
        ("printed_foot_between_rows", 15),  # the title at a page's head ended the report, and the label below was lost
        ("labels_then_columns_cells_dropped", 14),  # numbers by columns, dealt out by rows
        ("labels_then_columns_page_numbers", 17),  # all numbers stand behind the last label, the page's behind another
        ("filled_column_lost_labels_lost", 19),  # no head, six zeros and a separator that fills the line up
        ("lines_column_lost_page_numbers", 159),  # the page's number is the seventh of six columns
        ("html_captioned_mojibake", 30),  # a damaged word of the head stands between last year's caption and its table
        ("lines_captioned_mojibake", 16),
        ("filled_lines_empty_fee_page_numbers", 275),  # the page's number stands in the fee's cell, which closes a line below
    ],
)
def test_what_was_read_wrong_once_is_so_no_more(name: str, seed: int) -> None:
    rendering = next(rendering for rendering in (*EXACT_LAYOUTS, *LOSSY_LAYOUTS) if rendering.name == name)
    assert [d for d in _differences(rendering, seed)[0] if d.kind == "wrong"] == []
