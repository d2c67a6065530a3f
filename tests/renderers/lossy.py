"""Which layouts lose something? A number that is read must still be the right one."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.sample.layouts_html import HtmlStyle, divs, plain_table
from gongkai.sample.layouts_text import (
    lines_of_cells,
    lines_of_cells_with_pipes,
    one_line_of_cells,
    ragged_pipe_rows,
    space_columns,
    tab_rows,
)

from . import columns, damage, dumps, fillers, loss, markup, neighbours, own_rows, pages, stories
from .apart import APART
from .commas import COMMAS_LOSSY
from .cut import CUT
from .fewer import FEWER
from .list_2014 import LISTS_OF_2014
from .marks import MARKS_OF_NOTES
from .mixtures import MIXTURES
from .more_columns import MORE_COLUMNS
from .parts import PARTS
from .printed_pdf import bare_pdf
from .rendering import ALL_METADATA, ANY, Promise, Rendering, html, text
from .shapes import SHAPES
from .torn import TORN
from .worded import WORDED

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
    yield text("no_tables", loss.no_table, **lossy)
    yield text("no_tables_talkative", loss.no_table, prepare=stories.talkative, **lossy)
    yield html("html_glued", HtmlStyle(lambda grid: f"<p>{loss.glued_cells(grid)}</p>\n"), **lossy)
    yield Rendering("pdf_bare", bare_pdf, ".pdf", ANY, Promise.NEVER_WRONG)
    yield text("labels_around_numbers", loss.labels_around_numbers, **lossy)
    yield text("lines_cells_dropped", lines_of_cells, damage.drop_cells, **lossy)
    yield text("spaces_cells_dropped", one_line_of_cells, damage.drop_cells, **lossy)
    yield text("ragged_subtotal", ragged_pipe_rows, columns.add_subtotal, **lossy)
    yield text("lines_subtotal", lines_of_cells, columns.add_subtotal, **lossy)
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
    yield from _of_their_own(lossy)
    yield from (layout for layout in (*LISTS_OF_2014, *WORDED) if layout.promise is Promise.NEVER_WRONG)


def _of_their_own(lossy: dict[str, object]) -> Iterator[Rendering]:
    """Yield layouts with numbers, rows, columns and tables that are none of the form's, or turned round."""
    below = {**lossy, "around": neighbours.number_below, "prepare": stories.blank_ends_unseen}
    bare = {**lossy, "around": neighbours.last_year_bare, "prepare": neighbours.doubtful}
    plain = HtmlStyle(plain_table)
    yield text("lines_number_below", lines_of_cells, **below)
    yield text("spaces_number_below", one_line_of_cells, **below)
    yield html("html_last_year_bare", plain, **bare)
    yield text("tabs_last_year_bare", tab_rows, **bare)
    yield text("lines_last_year_bare", lines_of_cells, **bare)
    for name, change in (
        ("serial", columns.add_serial_numbers),
        ("last_year_column", columns.add_last_year),
        ("organisations_first", columns.organisations_first),
    ):
        yield text(f"tabs_{name}", tab_rows, change, prepare=stories.maybe_unprinted_zeros, **lossy)
        yield text(f"lines_{name}", lines_of_cells, change, **lossy)
    yield html("html_no_totals", plain, columns.drop_totals, prepare=stories.lose_totals, **lossy)
    yield text("tabs_no_totals", tab_rows, columns.drop_totals, prepare=stories.lose_totals, **lossy)
    yield text("tabs_blanks_dropped", loss.tabs_without_blanks, prepare=stories.unprinted_zeros, **lossy)
    for name, table in (
        ("filled_blanks_dropped", fillers.filled_rows(drops=True)),
        ("filled_opened_blanks_dropped", fillers.filled_rows(drops=True, opened=True)),
        ("filled_bare_end_blanks_dropped", fillers.filled_rows(drops=True, bare_end=True)),
        ("filled_lines_blanks_dropped", fillers.filled_lines(drops=True)),
        ("filled_lines_opened_blanks_dropped", fillers.filled_lines(drops=True, opened=True)),
        ("closed_lines_blanks_dropped", fillers.filled_lines(drops=True, filled=False)),
        ("filled_between_pipes_blanks_dropped", fillers.filled_between_pipes(drops=True)),
        ("filled_ends_blanks_dropped", fillers.filled_ends(drops=True)),
        ("filled_cells_blanks_dropped", fillers.filled_cells(drops=True)),
    ):
        yield text(name, table, **{**lossy, "blanks": ANY})
        yield text(f"{name}_unprinted", table, prepare=stories.unprinted_zeros, **lossy)
    for name, table in (("filled", fillers.filled_rows()), ("closed", fillers.closed_rows), ("lines", fillers.filled_lines())):
        yield text(f"{name}_column_lost", table, columns.drop_legal_services, prepare=stories.lose_legal_services, **lossy)
    yield from _lost_and_odd(lossy)
    yield text("glued_unprinted_zeros", loss.glued_rows, prepare=stories.unprinted_zeros, **lossy)
    yield from _of_pdf_text(lossy)
    yield html("html_on_its_side", plain, own_rows.on_its_side, **lossy)
    yield text("ragged_on_its_side", ragged_pipe_rows, own_rows.on_its_side, **lossy)
    marked = {**lossy, "blanks": ANY}
    yield html("html_footnotes_bracketed", plain, page=pages.footnote_cells("[1]", "〔2〕", "注3"), **marked)
    yield html("html_labels_numbered", plain, own_rows.number_labels, **marked)
    yield html("html_doubled_cells", HtmlStyle(markup.doubled_cells), prepare=stories.blank_zeros, **marked)
    yield text("lines_labels_numbered", lines_of_cells, own_rows.number_labels, **lossy)
    yield text("tabs_labels_numbered", tab_rows, own_rows.number_labels, **marked)


def _of_pdf_text(lossy: dict[str, object]) -> Iterator[Rendering]:
    """Yield layouts whose labels lie in pieces around the numbers, or are lost: only the form's order tells the rows."""
    for name, around, table in (
        ("dump_flowing", dumps.flowing, ragged_pipe_rows),
        ("dump_placed", dumps.placed, ragged_pipe_rows),
        ("numbers_without_labels", None, loss.no_labels),
    ):
        yield text(name, table, around=around, **lossy)
        for odd, change in (
            ("own_rows", own_rows.add_own_rows),
            ("own_outcomes", own_rows.add_own_outcomes),
            ("subtotal", columns.add_subtotal),
            ("serial", columns.add_serial_numbers),
            ("last_year_column", columns.add_last_year),
            ("mojibake", damage.mojibake),
        ):
            yield text(f"{name}_{odd}", table, change, around=around, **lossy)
        if around:  # without a head nobody can tell that its columns are not the form's
            yield text(f"{name}_organisations_first", table, columns.organisations_first, around=around, **lossy)
            yield text(f"{name}_other_before_legal_services", table, columns.other_before_legal_services, around=around, **lossy)
        else:
            yield text(f"{name}_rows_lost", table, damage.drop_lost_rows, prepare=stories.lose_rows, **lossy)
        yield text(f"{name}_page_numbers", table, page=pages.number_pages, around=around, **lossy)
        yield text(f"{name}_older_columns", table, around=around, **{**lossy, "prepare": stories.older_columns})


def _lost_and_odd(lossy: dict[str, object]) -> Iterator[Rendering]:
    """Yield layouts that lose labels or empty cells and print a number, a column or another order of their own."""
    odd = {**lossy, "blanks": ("", "/", "-"), "broken": 0.15}
    writers = {
        "filled": fillers.filled_rows(),
        "filled_lines": fillers.filled_lines(),
        "closed_lines": fillers.filled_lines(filled=False),
        "closed_lines_opened": fillers.filled_lines(filled=False, opened=True),
        "between_pipes": fillers.lines_between_pipes,
        "opened_between_pipes": fillers.lines_opened_by_pipes,
        "closed_lines_dropped": fillers.filled_lines(drops=True, filled=False),
        "filled_between_pipes": fillers.filled_between_pipes(),
        "filled_ends": fillers.filled_ends(),
        "filled_cells_dropped": fillers.filled_cells(drops=True),
        **{name: fillers.BROKEN[name] for name in ("breaks", "breaks_opened", "filled_lines_closed_below")},
    }
    for name, table in writers.items():
        yield text(f"{name}_number_below", table, around=neighbours.number_below, **odd)
        yield text(f"{name}_labels_lost", table, fillers.drop_labels, **odd)
    for name, table in (
        ("lines", lines_of_cells),
        ("closed_lines", fillers.filled_lines(filled=False)),
        ("filled_lines", fillers.filled_lines()),
        ("between_pipes", fillers.lines_between_pipes),
        ("ragged", ragged_pipe_rows),
    ):
        yield text(f"{name}_group_labels_lost", table, fillers.drop_group_labels, **odd)
        numbered = {**odd, "blanks": (), "page": pages.number_pages}  # nobody can tell a page's number in an empty rule's cell
        yield text(f"{name}_group_labels_lost_page_numbers", table, fillers.drop_group_labels, **numbered)
    for name, table in (
        ("filled_between_pipes", fillers.filled_between_pipes()),
        ("filled_lines", fillers.filled_lines(drops=True)),
        ("filled_cells_dropped", fillers.filled_cells(drops=True)),
    ):
        yield text(f"{name}_wider_unprinted", fillers.wider(table), prepare=stories.unprinted_zeros, **lossy)
    for name, table in (("filled", fillers.filled_rows(drops=True)), ("lines", loss.printed_lines)):
        yield text(f"{name}_last_year_unprinted", table, columns.add_last_year, prepare=stories.unprinted_zeros, **lossy)
    yield from _with_damage(lossy)
    unprinted = {**lossy, "prepare": stories.unprinted_zeros}
    for name, table in fillers.BROKEN.items():
        yield text(f"{name}_unprinted", table, **unprinted)
        yield text(f"{name}_unprinted_page_numbers", table, page=pages.number_pages, **unprinted)
    # Between pipes nobody can tell a page's number in an empty cell from the cell's.
    yield text("between_pipes_unprinted", fillers.lines_between_pipes, **unprinted)
    yield text("filled_between_pipes_unprinted", fillers.filled_between_pipes(), **unprinted)
    yield text("lines_unprinted", loss.printed_lines, **unprinted)
    yield text("lines_unprinted_number_below", loss.printed_lines, around=neighbours.number_below, **unprinted)
    yield text("lines_unprinted_page_numbers", loss.printed_lines, page=pages.number_pages, **unprinted)
    yield text("lines_unprinted_labels_lost", loss.printed_lines, fillers.drop_labels, **unprinted)
    yield text(
        "filled_between_pipes_labels_numbered", fillers.filled_between_pipes(drops=True), own_rows.number_labels, **unprinted
    )
    yield html("html_other_before_legal_services", HtmlStyle(plain_table), columns.other_before_legal_services, **odd)
    yield text("tabs_other_before_legal_services", tab_rows, columns.other_before_legal_services, **odd)


def _with_damage(lossy: dict[str, object]) -> Iterator[Rendering]:
    """Yield layouts in which what tells an odd number, column or table apart is damaged, or an empty cell hides it."""
    filled, between = fillers.filled_rows(), fillers.filled_between_pipes()
    totals = {**lossy, "blanks": ANY, "prepare": stories.blank_totals}
    unmarked = {**totals, "blanks": ()}  # nobody can tell a page's number in an empty fee from the fee
    older = {**lossy, "prepare": stories.older_columns}
    yield text("filled_older_columns_labels_lost", filled, fillers.drop_labels, **older)
    yield text("between_pipes_page_numbers", between, page=pages.number_pages, **unmarked)
    yield text("filled_lines_page_numbers", fillers.filled_lines(opened=True), page=pages.number_pages, **unmarked)
    yield text("closed_lines_labels_numbered", fillers.filled_lines(filled=False), own_rows.number_labels, **totals)
    yield text("filled_subtotal_blank_totals", filled, columns.add_subtotal, **totals)
    yield text("filled_last_year_blank_totals", filled, columns.add_last_year, **totals)
    captioned = {**lossy, "around": neighbours.last_year_captioned}
    yield text("filled_last_year_captioned_labels_lost", filled, fillers.drop_labels, **captioned)


LOSSY_LAYOUTS: tuple[Rendering, ...] = (
    *_lossy(),
    *MIXTURES,
    *SHAPES,
    *APART,
    *COMMAS_LOSSY,
    *CUT,
    *TORN,
    *PARTS,
    *MORE_COLUMNS,
    *FEWER,
    *MARKS_OF_NOTES,
)
