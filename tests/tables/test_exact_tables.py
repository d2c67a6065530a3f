"""Laws of tables printed exactly as the form has them: read as they stand, as the solver reads them, or left to it."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from renderers import EXACT_LAYOUTS, LOSSY_LAYOUTS, Rendering, draw

from gongkai.indexer.fold import fold, squeeze
from gongkai.indexer.page import Page, Source
from gongkai.indexer.readers import read_page
from gongkai.indexer.tables import figures
from gongkai.indexer.tables.exact_tables import read_exactly
from gongkai.indexer.tables.figures import PageFigures, read_figures

LAYOUTS = {rendering.name: rendering for rendering in (*EXACT_LAYOUTS, *LOSSY_LAYOUTS) if rendering.suffix == ".html"}
DRAWS = 12
AS_THE_FORM_HAS_THEM = ("html_clean", "html_nested_spans", "html_unnumbered", "html_site_gbk")
OTHERWISE = (
    "html_organisations_first",
    "html_last_year_captioned",
    "html_twice",
    "html_subtotal",
    "html_serial",
    "html_on_its_side",
    "html_rows_lost",
    "html_rows_shuffled",
    "html_no_totals",
)


def _page(rendering: Rendering, seed: int) -> Page:
    return read_page(Source(draw(rendering, seed)[1], rendering.name + rendering.suffix))


def _is_exact(page: Page) -> bool:
    folded = fold(page.text)
    return read_exactly(squeeze(folded), folded, page.tables) is not None


def _read(page: Page) -> PageFigures:
    folded = fold(page.text)
    return read_figures(squeeze(folded), folded, page.tables)


@pytest.mark.parametrize("rendering", LAYOUTS.values(), ids=LAYOUTS)
def test_the_solver_reads_the_same_numbers(rendering: Rendering) -> None:
    """What the solver leaves unread may be read; what it reads is read alike."""
    for page in filter(_is_exact, (_page(rendering, seed) for seed in range(DRAWS))):
        exact = _read(page)
        with patch.object(figures, "read_exactly", lambda *_: None):
            solved = _read(page)
        assert exact.form == solved.form
        assert {name: exact.figures[name].value for name, figure in solved.figures.items() if figure.value is not None} == {
            name: figure.value for name, figure in solved.figures.items() if figure.value is not None
        }


@pytest.mark.parametrize("name", AS_THE_FORM_HAS_THEM)
def test_most_clean_pages_need_no_solver(name: str) -> None:
    assert sum(_is_exact(_page(LAYOUTS[name], seed)) for seed in range(DRAWS)) >= DRAWS / 2


@pytest.mark.parametrize("name", OTHERWISE)
def test_other_columns_rows_and_tables_are_left_to_the_solver(name: str) -> None:
    assert not any(_is_exact(_page(LAYOUTS[name], seed)) for seed in range(DRAWS))


@pytest.mark.parametrize(
    ("printed", "instead"),
    [
        ("本年废止件数", "现行有效件数"),
        ("现行有效件数", "本年新公开数量"),
        ("行政许可", "其他行政许可"),
        ("自然人", "总计"),
        ("商业企业", "科研机构"),
        ("结果维持", "结果纠正"),
        ("复议后起诉", "未经复议直接起诉"),
        ("不予公开", "无法提供"),
    ],
)
def test_another_word_is_not_the_forms(printed: str, instead: str) -> None:
    """The first page that prints the word where the form has it is printed exactly no more when it says another."""
    rendering = LAYOUTS["html_clean"]
    pages = (draw(rendering, seed)[1].decode() for seed in range(DRAWS) if _is_exact(_page(rendering, seed)))
    content = next(page for page in pages if printed in page)
    at = content.rindex(printed, 0, content.rindex("</table>"))
    page = read_page(Source((content[:at] + instead + content[at + len(printed) :]).encode(), "page.html"))
    assert not _is_exact(page)


@pytest.mark.parametrize("share", [0.5, 0.7])
def test_last_years_table_is_not_read_exactly_beside_a_damaged_one_of_this_year(share: float) -> None:
    """This year's table has lost its markup and its last rows; last year's is printed exactly."""
    rendering = LAYOUTS["html_clean"]
    pages = (draw(rendering, seed)[1].decode() for seed in range(DRAWS) if _is_exact(_page(rendering, seed)))
    content = next(pages)
    start = content.index("<table", content.index("</table>"))
    rows = re.findall(r"<tr.*?</tr>", content[start : content.index("</table>", start)], re.DOTALL)
    lines = (re.sub("<[^>]+>", " ", row) for row in rows[: int(len(rows) * share)])
    damaged = "".join(f"<p>{line}</p>" for line in lines)
    page = read_page(Source(f"{content[:start]}{damaged}<p>上年情况</p>{content[start:]}".encode(), "page.html"))
    assert not _is_exact(page)
    assert not any(figure.value for name, figure in _read(page).figures.items() if name.startswith("requests."))
