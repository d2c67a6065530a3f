"""Which layouts are tested, and what may be asked of a parser on each?

A layout promises either that nothing is lost (`EXACT`: every figure is to be read as it is), or only that a
number that is read must be the right one (`NEVER_WRONG`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from itertools import islice
from random import Random

from gongkai.sample.agencies import Agency, agency_years
from gongkai.sample.facts import Blanks, Facts, draw_facts
from gongkai.sample.layouts_html import HTML_LAYOUTS, HtmlStyle, html_page, plain_table
from gongkai.sample.layouts_text import (
    TEXT_LAYOUTS,
    Layout,
    TextStyle,
    lines_of_cells,
    lines_of_cells_with_pipes,
    markdown_rows,
    one_line_of_cells,
    ragged_pipe_rows,
    space_columns,
    tab_rows,
    text_page,
)
from gongkai.sample.printed import Grid

from . import damage, glued, markup, pages

__all__ = ["CATALOGUE", "EXACT_LAYOUTS", "LOSSY_LAYOUTS", "Promise", "Rendering", "draw"]

GridChange = Callable[[Grid, Random], Grid]
PageChange = Callable[[str, Random], str]
MARKS: Blanks = ("-", "/", "—", "无")
ANY: Blanks = ("", *MARKS)
ALL_METADATA = frozenset({"title", "agency", "year", "published"})


class Promise(Enum):
    """What a layout keeps of the figures."""

    EXACT = "exact"
    NEVER_WRONG = "never wrong"


@dataclass(frozen=True, slots=True)
class Rendering:
    """A layout under test; `metadata` and `sections` say what else it keeps.

    Without `sections` a sentence may stand in any section, but not be lost.
    """

    name: str
    render: Callable[[Facts, Random], bytes]
    suffix: str = ".txt"
    blanks: Blanks = ()
    promise: Promise = Promise.EXACT
    metadata: frozenset[str] = ALL_METADATA
    sections: bool = True
    folded: bool = False  # the page prints other characters than the facts
    broken: float = 0.15
    prepare: Callable[[Facts, Random], Facts] | None = None


@cache
def _agencies() -> tuple[tuple[Agency, int], ...]:
    return tuple(islice(agency_years(20), 2000))


def draw(rendering: Rendering, seed: int, form: str | None = None) -> tuple[Facts, bytes]:
    """Return the facts of that seed, of one form if asked for, and their page."""
    random = Random(f"{rendering.name} {seed}")
    agency, year = random.choice(_agencies())
    if form:
        year = random.choice((2019, 2020) if form == "2019" else range(2021, 2026))
    facts = draw_facts(random, agency, year, blanks=rendering.blanks, broken=random.random() < rendering.broken)
    facts = rendering.prepare(facts, random) if rendering.prepare else facts
    return facts, rendering.render(facts, random)


def _of_sample(layout: Layout) -> Rendering:
    return Rendering(
        layout.name,
        lambda facts, random: layout.render(facts, random).encode(layout.encoding),
        layout.suffix,
        layout.blanks,
    )


def text(
    name: str,
    table: Callable[[Grid], str],
    *changes: GridChange,
    page: PageChange | None = None,
    style: TextStyle | None = None,
    blanks: Blanks = MARKS,
    **promises: object,
) -> Rendering:
    """Declare a text layout: damage to the grid, then the writer, then damage to the page."""
    style = style or TextStyle(table)

    def render(facts: Facts, random: Random) -> bytes:
        printed = text_page(facts, random, replace(style, table=lambda grid: table(_changed(grid, changes, random))))
        return (page(printed, random) if page else printed).encode()

    return Rendering(name, render, blanks=blanks, **promises)  # type: ignore[arg-type]


def html(
    name: str,
    style: HtmlStyle,
    *changes: GridChange,
    page: PageChange | None = None,
    encoding: str = "utf-8",
    blanks: Blanks = ANY,
    **promises: object,
) -> Rendering:
    """Declare an HTML layout; `encoding` is that of the bytes, `style.charset` what the page declares."""

    def render(facts: Facts, random: Random) -> bytes:
        table = style.table
        printed = html_page(facts, random, replace(style, table=lambda grid: table(_changed(grid, changes, random))))
        return (page(printed, random) if page else printed).encode(encoding, "xmlcharrefreplace")

    return Rendering(name, render, ".html", blanks, **promises)  # type: ignore[arg-type]


def _changed(grid: Grid, changes: tuple[GridChange, ...], random: Random) -> Grid:
    for change in changes:
        grid = change(grid, random)
    return grid


def talkative(facts: Facts, random: Random) -> Facts:
    """Put prose full of row names, years and numbers between headings and tables."""
    figure = facts.figures
    received, total = figure["requests.received.total"], figure["review.total"]
    prose = dict(facts.prose)
    prose["proactive"] = [
        f"{facts.year}年，主动公开规章、行政规范性文件、行政许可、行政处罚、行政强制、行政事业性收费等信息"
        f"{random.randint(100, 9999)}条，其中第二十条第（一）项信息{random.randint(1, 99)}条。",
        f"行政许可方面，公示办件{random.randint(10, 999)}批次；行政处罚方面，曝光典型案例{random.randint(2, 30)}起。",
    ]
    prose["requests"] = [
        f"{facts.year}年1月1日至12月31日，收到政府信息公开申请{received}件。予以公开、部分公开、不予公开、无法提供等情况如下。",
        "上年结转、本年新收、结转下年度继续办理的数量见下表，总计栏为各类申请人之和。",
    ]
    prose["review"] = [f"全年因政府信息公开被申请行政复议{total}件，结果维持、结果纠正等情况见下表。"]
    return replace(facts, prose=prose)


def labels_then_numbers(grid: Grid) -> str:
    """Print all labels, then all numbers, as text taken out of a PDF without coordinates."""
    cells = [cell for row in grid for cell in row]
    return "\n".join([c.text for c in cells if c.kind != "number"] + [c.text for c in cells if c.kind == "number"])


def no_table(grid: Grid) -> str:
    """Print nothing at all."""
    return ""


def no_labels(grid: Grid) -> str:
    """Print the rows of numbers without labels, a row a line."""
    return "\n".join(" ".join(c.text for c in row if c.kind == "number") for row in grid if row[-1].kind == "number")


def _exact() -> Iterator[Rendering]:
    yield from map(_of_sample, (*HTML_LAYOUTS, *TEXT_LAYOUTS))
    yield text("pipes_phantom", markdown_rows, damage.add_phantom_columns, blanks=ANY)
    yield text("ragged_phantom", ragged_pipe_rows, damage.add_phantom_columns, blanks=ANY)
    yield text("lines_damaged", lines_of_cells, damage.damage_labels, style=TextStyle(lines_of_cells, "\n\n"))
    yield text("lines_pipes_damaged", lines_of_cells_with_pipes, damage.damage_labels)
    yield text("ragged_damaged", ragged_pipe_rows, damage.damage_labels, blanks=ANY)
    yield text("markdown_damaged", markdown_rows, damage.damage_labels, blanks=ANY)
    yield text("tabs_damaged", tab_rows, damage.damage_labels, blanks=ANY)
    yield text("spaces_damaged", one_line_of_cells, damage.damage_labels)
    yield text("columns_damaged", space_columns, damage.damage_labels)
    yield text("lines_heads_broken", lines_of_cells, damage.break_heads)
    yield text("lines_heads_cut", lines_of_cells_with_pipes, damage.cut_heads_to_two)
    yield text("ragged_heads_cut", ragged_pipe_rows, damage.cut_heads_to_two, blanks=ANY)
    yield text("lines_labels_wrapped", lines_of_cells, damage.wrap_labels)
    yield text("ragged_labels_wrapped", ragged_pipe_rows, damage.wrap_labels)
    yield text("lines_labels_spaced", lines_of_cells, damage.space_labels)
    yield text("ragged_labels_spaced", ragged_pipe_rows, damage.space_labels, blanks=ANY)
    yield text("lines_unnumbered", lines_of_cells, damage.drop_numbering)
    yield text("ragged_unnumbered", ragged_pipe_rows, damage.drop_numbering, blanks=ANY)
    yield text("lines_units", lines_of_cells, damage.glue_units)
    yield text("ragged_thousands", ragged_pipe_rows, damage.thousands, blanks=ANY)
    yield text("lines_full_width", lines_of_cells, damage.widen_digits)
    yield text("tabs_full_width", tab_rows, damage.widen_digits, blanks=ANY)
    yield from _exact_pages()
    yield from _exact_html()


def _exact_pages() -> Iterator[Rendering]:
    untitled = ALL_METADATA - {"title"}
    yield text("page_one_line", one_line_of_cells, page=pages.one_line, metadata=untitled)
    yield text("page_one_line_pipes", ragged_pipe_rows, page=pages.one_line, metadata=untitled)
    yield text("page_headings_mid_line", ragged_pipe_rows, page=pages.headings_mid_line, blanks=ANY)
    yield text("page_no_headings", lines_of_cells_with_pipes, page=pages.drop_headings, sections=False)
    yield text("page_no_headings_ragged", ragged_pipe_rows, page=pages.drop_headings, sections=False, blanks=ANY)
    yield text("page_no_title", lines_of_cells, page=pages.drop_title, metadata=untitled)
    yield text("page_surrounded", lines_of_cells, page=pages.surround)
    yield text("page_surrounded_ragged", ragged_pipe_rows, page=pages.surround, blanks=ANY)
    yield text("page_talkative", lines_of_cells, prepare=talkative)
    yield text("page_talkative_ragged", ragged_pipe_rows, prepare=talkative, blanks=ANY)
    yield text("page_talkative_tabs", tab_rows, prepare=talkative, blanks=ANY)
    yield text("page_talkative_one_line", one_line_of_cells, page=pages.one_line, prepare=talkative, metadata=untitled)
    mirrored = {"metadata": frozenset({"year", "published"}), "folded": True}
    yield text("page_traditional", lines_of_cells, page=pages.traditional, **mirrored)
    yield text("page_traditional_ragged", ragged_pipe_rows, page=pages.traditional, blanks=ANY, **mirrored)
    yield text("page_pinyin", lines_of_cells, page=pages.pinyin, **mirrored)
    yield text("page_pinyin_tabs", tab_rows, page=pages.pinyin, blanks=ANY, **mirrored)


def _exact_html() -> Iterator[Rendering]:
    plain = HtmlStyle(plain_table)
    yield html("html_damaged", plain, damage.damage_labels)
    yield html("html_spaced", plain, damage.space_labels)
    yield html("html_unnumbered", plain, damage.drop_numbering)
    yield html("html_thousands", plain, damage.thousands)
    yield html("html_heads_cut", plain, damage.cut_heads_to_two)
    yield html("html_phantom", plain, damage.add_phantom_columns)
    yield html("html_spanless", HtmlStyle(markup.spanless_table))
    yield html("html_headed", HtmlStyle(markup.headed_table))
    yield html("html_nested_spans", HtmlStyle(markup.nested_spans))
    yield html("html_split_cells", HtmlStyle(markup.split_cells))
    yield html("html_breaks", HtmlStyle(markup.breaks), blanks=MARKS)
    yield html("html_lists", HtmlStyle(markup.lists))
    yield html("html_inline_headings", HtmlStyle(plain_table, "{}</p>\n<p>", "<b>{}</b>"))
    yield html("html_breaks_everywhere", HtmlStyle(plain_table, "{}<br/>\n　　", "{}<br/>\n　　", "<div id='zoom'>{}</div>"))
    yield html("html_gbk_says_utf8", plain, encoding="gb18030")
    yield html("html_utf8_says_gbk", replace(plain, charset="gb2312", site=True))
    yield html("html_gbk_says_nothing", replace(plain, charset="{charset}"), encoding="gb18030")
    yield html(
        "html_big5",
        replace(plain, charset="big5"),
        page=pages.traditional,
        encoding="big5",
        metadata=frozenset({"year", "published"}),
        folded=True,
    )


def _lossy() -> Iterator[Rendering]:
    lossy = {"promise": Promise.NEVER_WRONG, "blanks": (), "broken": 0.0}
    untitled = {**lossy, "metadata": ALL_METADATA - {"title"}}
    yield text("glued_rows", glued.glued_rows, **lossy)
    yield text("glued_rows_damaged", glued.glued_rows, damage.damage_labels, **lossy)
    yield text("glued_rows_heads_broken", glued.glued_rows, damage.break_heads, **lossy)
    yield text("glued_values", glued.glued_values, **lossy)
    yield text("glued_zeros_for_sublabels", glued.zeros_for_sublabels, **lossy)
    yield text("glued_without_sublabels", glued.without_sublabels, **lossy)
    yield text("glued_tables", glued.glued_cells, **lossy)
    yield text("glued_tables_unnumbered", glued.glued_cells, damage.drop_numbering, **lossy)
    yield text("glued_page", glued.glued_cells, page=pages.glue_page, **untitled)
    yield text("glued_page_talkative", glued.glued_cells, page=pages.glue_page, prepare=talkative, **untitled)
    yield text("deduplicated_lines", lines_of_cells, page=pages.deduplicate_lines, sections=False, **lossy)
    yield text("deduplicated_pipes", lines_of_cells_with_pipes, page=pages.deduplicate_lines, sections=False, **lossy)
    yield text("deduplicated_rows", ragged_pipe_rows, page=pages.deduplicate_lines, sections=False, **lossy)
    yield text("labels_then_numbers", labels_then_numbers, **lossy)
    yield text("numbers_without_labels", no_labels, **lossy)
    yield text("no_tables", no_table, **lossy)
    yield text("no_tables_talkative", no_table, prepare=talkative, **lossy)
    yield html("html_glued", HtmlStyle(lambda grid: f"<p>{glued.glued_cells(grid)}</p>\n"), **lossy)


EXACT_LAYOUTS: tuple[Rendering, ...] = tuple(_exact())
LOSSY_LAYOUTS: tuple[Rendering, ...] = tuple(_lossy())
CATALOGUE: dict[str, Rendering] = {layout.name: layout for layout in (*EXACT_LAYOUTS, *LOSSY_LAYOUTS)}
