"""Which habits come together on one page? Layouts that lose two things at once, of which each alone is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

from gongkai.sample.facts import Facts
from gongkai.sample.layouts_html import HtmlStyle, plain_table
from gongkai.sample.layouts_text import lines_of_cells, ragged_pipe_rows, tab_rows

from . import damage, fillers, neighbours, own_rows, pages
from .rendering import ANY, Promise, Rendering, html, text

__all__ = ["MIXTURES"]

_WRITERS = {
    "filled": fillers.filled_rows(),
    "filled_lines": fillers.filled_lines(),
    "closed_rows": fillers.closed_rows,
    "between_pipes": fillers.lines_between_pipes,
    "filled_between_pipes": fillers.filled_between_pipes(),
    "filled_ends": fillers.filled_ends(),
    "ragged": ragged_pipe_rows,
    "tabs": tab_rows,
    "lines": lines_of_cells,
}

# They print nothing for an empty cell: a page's number behind the label of the fee may as well be the fee.
_UNTELLING = ("filled_between_pipes", "lines")


def _empty_fee(facts: Facts, random: Random) -> Facts:
    """Leave the last row of table two blank, the fee."""
    names = facts.form.tables[0].rows[-1].names
    figures, printed = dict(facts.figures), dict(facts.printed)
    return replace(facts, figures=figures | dict.fromkeys(names, None), printed=printed | dict.fromkeys(names, ""))


def _mixtures() -> Iterator[Rendering]:
    lossy = {"promise": Promise.NEVER_WRONG, "blanks": (), "broken": 0.0}
    plain = HtmlStyle(plain_table)
    captioned = {**lossy, "around": neighbours.last_year_captioned}
    yield html("html_captioned_mojibake", plain, damage.mojibake, **captioned)
    yield html("html_own_rows_labels_lost", plain, own_rows.add_own_rows, fillers.drop_labels, **lossy)
    yield html("html_own_rows_labels_blank", plain, own_rows.add_own_rows, fillers.blank_labels, **lossy)
    for name, table in _WRITERS.items():
        yield text(f"{name}_captioned_mojibake", table, damage.mojibake, **captioned)
        lose = fillers.blank_labels if name == "tabs" else fillers.drop_labels  # a table with columns has cells for its labels
        yield text(f"{name}_own_rows_labels_lost", table, own_rows.add_own_rows, lose, **lossy)
        yield text(f"{name}_own_rows_mojibake", table, own_rows.add_own_rows, damage.mojibake, **{**lossy, "blanks": ANY})
        if name not in _UNTELLING:
            yield text(f"{name}_empty_fee_page_numbers", table, page=pages.number_pages, prepare=_empty_fee, **lossy)


MIXTURES: tuple[Rendering, ...] = tuple(_mixtures())
