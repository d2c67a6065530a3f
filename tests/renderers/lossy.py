"""Which layouts lose something? A number that is read must still be the right one."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.sample.layouts_html import HtmlStyle, divs
from gongkai.sample.layouts_text import (
    lines_of_cells,
    lines_of_cells_with_pipes,
    one_line_of_cells,
    ragged_pipe_rows,
    space_columns,
)

from . import damage, loss, pages, stories
from .rendering import ALL_METADATA, Promise, Rendering, html, text

__all__ = ["LOSSY_LAYOUTS"]


def _lossy() -> Iterator[Rendering]:
    lossy = {"promise": Promise.NEVER_WRONG, "blanks": (), "broken": 0.0}
    untitled = {**lossy, "metadata": ALL_METADATA - {"title"}}
    yield text("glued_rows", loss.glued_rows, **lossy)
    yield text("glued_rows_damaged", loss.glued_rows, damage.damage_labels, **lossy)
    yield text("glued_rows_heads_broken", loss.glued_rows, damage.break_heads, **lossy)
    yield text("glued_values", loss.glued_values, **lossy)
    yield text("glued_zeros_for_sublabels", loss.zeros_for_sublabels, **lossy)
    yield text("glued_without_sublabels", loss.without_sublabels, **lossy)
    yield text("glued_tables", loss.glued_cells, **lossy)
    yield text("glued_tables_unnumbered", loss.glued_cells, damage.drop_numbering, **lossy)
    yield text("glued_page", loss.glued_cells, page=pages.glue_page, **untitled)
    yield text("glued_page_talkative", loss.glued_cells, page=pages.glue_page, prepare=stories.talkative, **untitled)
    yield text("deduplicated_lines", lines_of_cells, page=pages.deduplicate_lines, sections=False, **lossy)
    yield text("deduplicated_pipes", lines_of_cells_with_pipes, page=pages.deduplicate_lines, sections=False, **lossy)
    yield text("deduplicated_rows", ragged_pipe_rows, page=pages.deduplicate_lines, sections=False, **lossy)
    yield text("labels_then_numbers", loss.labels_then_numbers, **lossy)
    yield text("numbers_without_labels", loss.no_labels, **lossy)
    yield text("no_tables", loss.no_table, **lossy)
    yield text("no_tables_talkative", loss.no_table, prepare=stories.talkative, **lossy)
    yield html("html_glued", HtmlStyle(lambda grid: f"<p>{loss.glued_cells(grid)}</p>\n"), **lossy)
    yield text("labels_around_numbers", loss.labels_around_numbers, **lossy)
    yield text("lines_cells_dropped", lines_of_cells, damage.drop_cells, **lossy)
    yield text("spaces_cells_dropped", one_line_of_cells, damage.drop_cells, **lossy)
    yield text("ragged_subtotal", ragged_pipe_rows, damage.add_subtotal, **lossy)
    yield text("lines_subtotal", lines_of_cells, damage.add_subtotal, **lossy)
    yield text("lines_mojibake", lines_of_cells, damage.mojibake, **lossy)
    yield text("ragged_mojibake", ragged_pipe_rows, damage.mojibake, **lossy)
    yield text("glued_mojibake", loss.glued_rows, damage.mojibake, **lossy)
    yield text("glued_rows_lost", loss.glued_rows, damage.drop_lost_rows, prepare=stories.lose_rows, **lossy)
    yield text("lines_page_numbers", lines_of_cells, page=pages.number_pages, **lossy)
    yield text("ragged_page_numbers", ragged_pipe_rows, page=pages.number_pages, **lossy)
    unseen = {**lossy, "blanks": ("",)}
    yield text("lines_unseen_blanks", lines_of_cells, **unseen)
    yield text("spaces_unseen_blanks", one_line_of_cells, **unseen)
    yield text("columns_unseen_blanks", space_columns, **unseen)
    yield html("html_divs_unseen_blanks", HtmlStyle(divs), **unseen)


LOSSY_LAYOUTS: tuple[Rendering, ...] = tuple(_lossy())
