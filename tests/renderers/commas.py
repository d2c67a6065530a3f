"""How are tables written with commas between the cells? With and without quotes, with either comma."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from random import Random

from gongkai.sample.layouts_text import TextStyle, tab_rows
from gongkai.sample.printed import Grid

from . import damage, neighbours, own_rows, stories
from .rendering import ANY, Promise, Rendering, text

__all__ = ["COMMAS_EXACT", "COMMAS_LOSSY"]

_BREAK = "\x0b"  # in place of a line break within a cell, while lines are cells' rows


def _table(comma: str = ",", quotes: int = csv.QUOTE_MINIMAL, *, trailing: int = 0, empty: bool = True) -> Callable[[Grid], str]:
    """Write a row a line; without `empty` the places that a span covers are left out."""

    def table(grid: Grid) -> str:
        held = [[cell._replace(text=cell.text.replace("\n", _BREAK)) for cell in row] for row in grid]
        full = (line.split("\t") for line in tab_rows(held).split("\n"))
        rows = (
            [text.replace(_BREAK, "\n") for text in row] for row in (full if empty else ([c.text for c in row] for row in held))
        )
        written = io.StringIO()
        csv.writer(written, delimiter=comma, quoting=quotes, lineterminator="\n").writerows(  # type: ignore[arg-type]
            [*row, *[""] * trailing] for row in rows
        )
        return written.getvalue().rstrip("\n")

    return table


def _unquoted(comma: str, *, trailing: int = 0) -> Callable[[Grid], str]:
    """Write a row a line without any quotes, whatever stands in the cells."""
    return lambda grid: tab_rows(grid).replace("\t", comma).replace("\n", comma * trailing + "\n") + comma * trailing


def _sheet(page: str, _random: Random) -> str:
    """Write the whole page as one table: every line has sixteen cells."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([*row, *[""] * (16 - len(row))] for row in csv.reader(page.split("\n")))
    return written.getvalue()


def _exact() -> Iterator[Rendering]:
    for name, table in (
        ("quoted", _table(quotes=csv.QUOTE_ALL)),
        ("needed", _table()),
        ("wide", _table("，")),
        ("wide_quoted", _table("，", csv.QUOTE_ALL)),
        ("bare", _unquoted(",")),
        ("wide_bare", _unquoted("，")),
        ("trailing", _unquoted(",", trailing=2)),
        ("quoted_trailing", _table(quotes=csv.QUOTE_ALL, trailing=3)),
    ):
        yield text(f"commas_{name}", table, blanks=ANY)
    for name, table in (("quoted", _table(quotes=csv.QUOTE_ALL)), ("needed", _table()), ("wide", _table("，"))):
        yield text(f"commas_{name}_thousands", table, damage.thousands, blanks=ANY)
        yield text(f"commas_{name}_damaged", table, damage.damage_labels, blanks=ANY)
        yield text(f"commas_{name}_blank_zeros", table, prepare=stories.blank_zeros, blanks=ANY)
    yield text("commas_labels_wrapped", _table(quotes=csv.QUOTE_ALL), damage.wrap_labels, blanks=ANY)
    yield text("commas_needed_labels_wrapped", _table(), damage.wrap_labels, blanks=ANY)
    yield text("commas_talkative", _table(), prepare=stories.talkative, blanks=ANY)
    yield text("commas_wrapped", _unquoted("，"), style=TextStyle(tab_rows, wrap=33), blanks=ANY)
    yield text("commas_own_rows", _table(), own_rows.add_own_rows, blanks=ANY)
    yield text("commas_number_below", _table(), around=neighbours.number_below, prepare=stories.blank_ends)
    yield text("commas_sheet", _table(), page=_sheet, blanks=ANY)


def _lossy() -> Iterator[Rendering]:
    lossy = {"promise": Promise.NEVER_WRONG}
    yield text("commas_ragged", _table(empty=False), **lossy)
    yield text("commas_ragged_wide", _table("，", empty=False), **lossy)
    yield text("commas_thousands_bare", _unquoted(","), damage.thousands, **lossy)
    yield text("commas_thousands_wide_bare", _unquoted("，"), damage.thousands, **lossy)


COMMAS_EXACT: tuple[Rendering, ...] = tuple(_exact())
COMMAS_LOSSY: tuple[Rendering, ...] = tuple(_lossy())
