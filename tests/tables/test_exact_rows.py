"""Laws of a table three whose rows all stand as the form has them and add up: read as they stand, as the solver reads them."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest
from renderers import EXACT_LAYOUTS, Rendering, draw

from gongkai.indexer.fold import fold, squeeze
from gongkai.indexer.page import Source
from gongkai.indexer.readers import read_page
from gongkai.indexer.tables.exact_rows import read_exact_rows
from gongkai.indexer.tables.figures import PageFigures, read_figures
from gongkai.indexer.tables.rows import rows

LAYOUTS = {rendering.name: rendering for rendering in EXACT_LAYOUTS if rendering.suffix == ".txt"}
DRAWS = 2
AS_THE_FORM_HAS_THEM = ("text_cell_lines", "text_cell_lines_pipes", "text_markdown", "text_tabs", "text_spaces", "text_columns")


def _page(rendering: Rendering, seed: int) -> str:
    return fold(read_page(Source(draw(rendering, seed)[1], rendering.name + rendering.suffix)).text)


def _read(folded: str) -> tuple[PageFigures, bool]:
    """Return what a page prints, and whether its table three needed no solver."""
    needed: list[bool] = []

    def exactly(*table: Any) -> Any:
        found = read_exact_rows(*table)
        needed.append(found is None)
        return found

    with patch.object(rows, "read_exact_rows", exactly):
        return read_figures(squeeze(folded), folded), needed[-1:] == [False]


@pytest.mark.parametrize("rendering", LAYOUTS.values(), ids=LAYOUTS)
def test_the_solver_reads_the_same(rendering: Rendering) -> None:
    """All of it: values, where they stand, what they rest on, what was ruled out, and which text they take."""
    for folded in (_page(rendering, seed) for seed in range(DRAWS)):
        found, is_exact = _read(folded)
        if is_exact:
            with patch.object(rows, "read_exact_rows", lambda *_: None):
                assert found == read_figures(squeeze(folded), folded)


@pytest.mark.parametrize("name", AS_THE_FORM_HAS_THEM)
def test_clean_pages_need_no_solver(name: str) -> None:
    assert any(_read(_page(LAYOUTS[name], seed))[1] for seed in range(12))


@pytest.mark.parametrize(
    ("printed", "instead"),
    [
        ("自然人", "总计"),
        ("商业企业", "科研机构"),
        ("(一)予以公开", "(一)予公开"),
        ("总计\n", "小计\n总计\n"),
    ],
)
def test_what_the_form_does_not_have_is_left_to_the_solver(printed: str, instead: str) -> None:
    pages = (_page(LAYOUTS["text_cell_lines"], seed) for seed in range(12))
    folded = next(page for page in pages if _read(page)[1])
    at = folded.index(printed, folded.index("申请人情况"))
    assert not _read(folded[:at] + instead + folded[at + len(printed) :])[1]


def test_a_row_that_does_not_add_up_is_left_to_the_solver() -> None:
    pages = (_page(LAYOUTS["text_cell_lines"], seed) for seed in range(12))
    folded = next(page for page in pages if _read(page)[1])
    total = _read(folded)[0].figures["requests.received.total"].span
    assert total
    assert not _read(folded[: total[1]] + "1" + folded[total[1] :])[1]
