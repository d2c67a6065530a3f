"""Pages of text that print a column before the numbers: the row's number before its label, or the unit behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gongkai.sample.layouts_text import lines_of_cells, markdown_rows, ragged_pipe_rows, space_columns, tab_rows
from gongkai.sample.printed import Grid

from . import columns, damage, fillers, loss, neighbours, own_rows, pages, stories
from .rendering import ANY, MARKS, GridChange, Promise, Rendering, text

__all__ = ["MORE_COLUMNS"]

_WRITERS: dict[str, Callable[[Grid], str]] = {
    "ragged": ragged_pipe_rows,
    "markdown": markdown_rows,
    "tabs": tab_rows,
    "lines": lines_of_cells,
    "spaces": loss.spaced_rows,
    "columns": space_columns,
    "filled": fillers.filled_rows(),
    "between_pipes": fillers.lines_between_pipes,
}
_RECTANGLES = ("markdown", "tabs", "columns")  # that need all their cells
_CHANGES: dict[str, tuple[GridChange, ...]] = {
    "number_column": (columns.add_serial_numbers,),
    "unit_column": (columns.add_units,),
    "number_and_unit_columns": (columns.add_units, columns.add_serial_numbers),
}


def _more_columns() -> Iterator[Rendering]:
    lossy: dict[str, object] = {"promise": Promise.NEVER_WRONG, "blanks": (), "broken": 0.0, "sections": False}
    for added, changes in _CHANGES.items():
        for written, table in _WRITERS.items():
            name = f"{written}_{added}"
            seen = MARKS if written in ("lines", "spaces", "columns") else ANY
            yield text(name, table, *changes, **{**lossy, "blanks": seen, "broken": 0.2})
            yield text(f"{name}_blank_zeros", table, *changes, prepare=stories.blank_zeros, **{**lossy, "blanks": seen})
            yield text(f"{name}_unprinted", table, *changes, prepare=stories.unprinted_zeros, **lossy)
            yield text(f"{name}_mojibake", table, *changes, damage.mojibake, **lossy)
            yield text(f"{name}_page_numbers", table, *changes, page=pages.number_pages, **lossy)
            yield text(f"{name}_captioned", table, *changes, around=neighbours.last_year_captioned, **lossy)
            if written not in _RECTANGLES:
                yield text(f"{name}_own_outcomes", table, own_rows.add_own_outcomes, *changes, **lossy)
                if written != "between_pipes":
                    yield text(f"{name}_cells_dropped", table, *changes, damage.drop_cells, **lossy)
                yield text(f"{name}_labels_lost", table, *changes, fillers.drop_labels, **lossy)


MORE_COLUMNS: tuple[Rendering, ...] = tuple(_more_columns())
