"""What is a layout under test? How it prints facts, and what it keeps of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from itertools import islice
from random import Random

from gongkai.mappings.form import FORMS
from gongkai.sample.agencies import Agency, agency_years
from gongkai.sample.facts import Blanks, Facts, draw_facts
from gongkai.sample.layouts_html import HtmlStyle, html_page
from gongkai.sample.layouts_text import Layout, TextStyle, text_page
from gongkai.sample.printed import Grid

__all__ = ["ALL_METADATA", "ANY", "MARKS", "Around", "GridChange", "Promise", "Rendering", "draw", "html", "of_sample", "text"]

GridChange = Callable[[Grid, Random], Grid]
PageChange = Callable[[str, Random], str]
Around = Callable[[Grid, Facts, Random], Sequence[Grid | str]]
"""What stands in the place of a table: tables, and lines of the page's own above or below them."""
MARKS: Blanks = ("-", "/", "—", "无")
ANY: Blanks = ("", *MARKS)
ALL_METADATA = frozenset({"title", "agency", "year", "published"})
_YEARS = {"2019": (2019, 2020), "2021": (2021, 2022, 2023, 2024, 2025)}


class Promise(Enum):
    """What a layout keeps of the figures."""

    EXACT = "exact"  # every figure is to be read as it is, a blank as null
    NEVER_WRONG = "never wrong"  # a number that is read is the right one


@dataclass(frozen=True, slots=True)
class Rendering:
    """A layout under test; `metadata` and `sections` say what else it keeps.

    Without `sections` a sentence may stand in any section, but not be lost. `broken` is the share of reports
    that fail an identity, `other_form` makes a report use the form of other years. `forms` are those it is drawn in.
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
    other_form: bool = False
    prepare: Callable[[Facts, Random], Facts] | None = None
    forms: tuple[str, ...] = ("2021", "2019")


@cache
def _agencies() -> tuple[tuple[Agency, int], ...]:
    return tuple(islice(agency_years(20), 2000))


def draw(rendering: Rendering, seed: int, form: str | None = None) -> tuple[Facts, bytes]:
    """Return the facts of that seed, of one form if asked for, and their page."""
    random = Random(f"{rendering.name} {seed}")
    agency, year = random.choice(_agencies())
    if form not in _YEARS:  # what prints the list of 2014 makes its own facts
        form = "2021" if year >= 2021 else "2019"
    year = random.choice(_YEARS["2019" if (form == "2019") is not rendering.other_form else "2021"])
    broken = random.random() < rendering.broken
    facts = draw_facts(random, agency, year, form=FORMS[form], blanks=rendering.blanks, broken=broken)
    facts = rendering.prepare(facts, random) if rendering.prepare else facts
    return facts, rendering.render(facts, random)


def of_sample(layout: Layout) -> Rendering:
    """Declare a layout of `gongkai.sample`."""
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
    around: Around | None = None,
    style: TextStyle | None = None,
    blanks: Blanks = MARKS,
    encoding: str = "utf-8",
    **promises: object,
) -> Rendering:
    """Declare a text layout: damage to the grid, then the writer, then damage to the page."""
    style = style or TextStyle(table)

    def render(facts: Facts, random: Random) -> bytes:
        def placed(grid: Grid) -> str:
            parts = around(grid, facts, random) if around else [grid]
            return style.separator.join(p if isinstance(p, str) else table(_changed(p, changes, random)) for p in parts)

        printed = text_page(facts, random, replace(style, table=placed))
        return (page(printed, random) if page else printed).encode(encoding)

    return Rendering(name, render, blanks=blanks, **promises)  # type: ignore[arg-type]


def html(
    name: str,
    style: HtmlStyle,
    *changes: GridChange,
    page: PageChange | None = None,
    around: Around | None = None,
    encoding: str = "utf-8",
    blanks: Blanks = ANY,
    **promises: object,
) -> Rendering:
    """Declare an HTML layout; `encoding` is that of the bytes, `style.charset` what the page declares."""

    def render(facts: Facts, random: Random) -> bytes:
        def placed(grid: Grid) -> str:
            parts = around(grid, facts, random) if around else [grid]
            cells = (
                style.paragraph.format(p) if isinstance(p, str) else style.table(_changed(p, changes, random)) for p in parts
            )
            return "".join(cells)

        printed = html_page(facts, random, replace(style, table=placed))
        return (page(printed, random) if page else printed).encode(encoding, "xmlcharrefreplace")

    return Rendering(name, render, ".html", blanks, **promises)  # type: ignore[arg-type]


def _changed(grid: Grid, changes: tuple[GridChange, ...], random: Random) -> Grid:
    for change in changes:
        grid = change(grid, random)
    return grid
