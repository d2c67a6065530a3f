"""Which tables three have another shape? Layouts that lack a column, or lie on their side, and what may be wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from gongkai.mappings.form import APPLICANTS
from gongkai.sample.facts import Facts
from gongkai.sample.layouts_html import HtmlStyle, plain_table
from gongkai.sample.layouts_text import lines_of_cells, ragged_pipe_rows
from gongkai.sample.printed import Grid, PrintedCell

from . import columns, damage, fillers, neighbours, own_rows, pages, stories
from .rendering import ANY, GridChange, Promise, Rendering, html, text

__all__ = ["SHAPES"]

_ORGANISATIONS = 5
_COUNT = len(APPLICANTS)


def _drop_column(column: int) -> GridChange:
    """Return what prints table three without one of the columns."""

    def dropped(grid: Grid, random: Random) -> Grid:
        if columns.is_review(grid) or grid[0][0].kind == "band":
            return grid
        whole = grid[0][1]._replace(colspan=_COUNT - 1)
        people, bodies, total = grid[1]
        first = [bodies, total] if column == 0 else [people, bodies._replace(colspan=_ORGANISATIONS - 1), total]
        heads = [cell for i, cell in enumerate(grid[2], 1) if i != column]
        rows = [row[: column - _COUNT] + (row[column - _COUNT + 1 :] if column < _COUNT - 1 else []) for row in grid[3:]]
        return [[grid[0][0], whole], first, heads, *rows]

    return dropped


def _lose_column(column: int) -> Callable[[Facts, Random], Facts]:
    """Return what takes the figures of a column out of table three."""

    def lost(facts: Facts, random: Random) -> Facts:
        names = [cell.name for cell in facts.form.tables[1].cells() if cell.column.key == APPLICANTS[column].key]
        return replace(facts, figures=dict(facts.figures) | dict.fromkeys(names, None))

    return lost


def _drop_head_word(grid: Grid, random: Random) -> Grid:
    """Lose one word of table three's head, its column stays."""
    if columns.is_review(grid) or grid[0][0].kind == "band":
        return grid
    at = random.randrange(_ORGANISATIONS)
    return [*grid[:2], grid[2][:at] + grid[2][at + 1 :], *grid[3:]]


def _head_over(grid: Grid, random: Random) -> Grid:
    """Print the groups of results above the columns of a table that lies on its side, and 法人或其他组织 before its five kinds."""
    turned = own_rows.on_its_side(grid, random)
    if turned is grid:
        return grid
    results = PrintedCell("三、本年度办理结果", colspan=len(turned[0]) - 4)
    above = [PrintedCell("申请人情况", 2), *turned[0][1:3], results, turned[0][-1]]
    bodies = PrintedCell("法人或其他组织", _ORGANISATIONS, kind="label")
    people, first, *others = turned[1:]
    return [above, turned[0][3:-1], people, [bodies, *first], *others]


def _shapes() -> Iterator[Rendering]:
    lossy = {"promise": Promise.NEVER_WRONG, "blanks": (), "broken": 0.0}
    plain = HtmlStyle(plain_table)
    for column in range(_COUNT - 1):
        narrow: dict[str, object] = {**lossy, "prepare": _lose_column(column)}
        key = APPLICANTS[column].key
        yield text(f"ragged_without_{key}", ragged_pipe_rows, _drop_column(column), **narrow)
        yield text(f"lines_without_{key}_mojibake", lines_of_cells, _drop_column(column), damage.mojibake, **narrow)
    narrow = {**lossy, "prepare": _lose_column(2)}
    drop = _drop_column(2)
    yield html("html_column_lost", plain, drop, **{**narrow, "blanks": ANY, "broken": 0.3})
    yield html("html_column_lost_mojibake", plain, drop, damage.mojibake, **narrow)
    yield text("lines_column_lost_cells_dropped", lines_of_cells, drop, damage.drop_cells, **narrow)
    yield text("filled_column_lost_labels_lost", fillers.filled_rows(), drop, fillers.drop_labels, **narrow)
    yield text("lines_column_lost_page_numbers", lines_of_cells, drop, page=pages.number_pages, **narrow)
    yield text("ragged_column_lost_captioned", ragged_pipe_rows, drop, around=neighbours.last_year_captioned, **narrow)
    for name, table in (("ragged", ragged_pipe_rows), ("lines", lines_of_cells)):
        yield text(f"{name}_head_word_lost", table, _drop_head_word, **{**lossy, "blanks": ANY})
        yield text(f"{name}_head_word_lost_unprinted", table, _drop_head_word, prepare=stories.unprinted_zeros, **lossy)
    for name, change in (("on_its_side", own_rows.on_its_side), ("head_over", _head_over)):
        yield html(f"html_{name}_blanks", plain, change, **{**lossy, "blanks": ANY, "broken": 0.3})
        yield html(f"html_{name}_mojibake", plain, change, damage.mojibake, **lossy)
        yield text(f"lines_{name}", lines_of_cells, change, **lossy)
        yield text(f"lines_{name}_cells_dropped", lines_of_cells, change, damage.drop_cells, **lossy)
        yield text(f"lines_{name}_page_numbers", lines_of_cells, change, page=pages.number_pages, **lossy)
        yield text(
            f"filled_lines_{name}_captioned", fillers.filled_lines(), change, around=neighbours.last_year_captioned, **lossy
        )


SHAPES: tuple[Rendering, ...] = tuple(_shapes())
