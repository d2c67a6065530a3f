"""Which layouts lose nothing? Every figure is to be read as it was printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gongkai.sample.layouts_html import HTML_LAYOUTS, HtmlStyle, plain_table, word_table
from gongkai.sample.layouts_text import (
    TEXT_LAYOUTS,
    TextStyle,
    lines_of_cells,
    lines_of_cells_with_pipes,
    markdown_rows,
    one_line_of_cells,
    ragged_pipe_rows,
    space_columns,
    tab_rows,
)

from . import columns, damage, fillers, markup, neighbours, own_rows, pages, stories
from .commas import COMMAS_EXACT
from .list_2014 import LISTS_OF_2014
from .printed_pdf import ruled_pdf
from .rendering import ALL_METADATA, ANY, MARKS, Promise, Rendering, html, of_sample, text
from .word_document import word_document
from .worded import WORDED

__all__ = ["EXACT_LAYOUTS"]


def _tables() -> Iterator[Rendering]:
    yield from map(of_sample, (*HTML_LAYOUTS, *TEXT_LAYOUTS))
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
    yield text("lines_rows_lost", lines_of_cells, damage.drop_lost_rows, prepare=stories.lose_rows)
    yield text("ragged_rows_lost", ragged_pipe_rows, damage.drop_lost_rows, prepare=stories.lose_rows)
    yield text("ragged_head_repeated", ragged_pipe_rows, damage.repeat_head, blanks=ANY)
    yield text("lines_head_repeated", lines_of_cells, damage.repeat_head)
    yield text("ragged_rows_shuffled", ragged_pipe_rows, damage.shuffle_rows, blanks=ANY)
    yield text("lines_rows_shuffled", lines_of_cells, damage.shuffle_rows)
    yield text("ragged_other_form", ragged_pipe_rows, other_form=True, blanks=ANY)
    for name, table in (("ragged", ragged_pipe_rows), ("markdown", markdown_rows), ("tabs", tab_rows)):
        yield text(f"{name}_blank_zeros", table, prepare=stories.blank_zeros, blanks=ANY)
        yield text(f"{name}_blank_totals", table, prepare=stories.blank_totals, blanks=ANY)
    yield from _filled()
    yield from _pages()
    yield from _html()
    yield from _of_their_own()
    yield from (layout for layout in (*LISTS_OF_2014, *WORDED) if layout.promise is Promise.EXACT)


def _filled() -> Iterator[Rendering]:
    """Yield layouts whose separators close cells, or fill lines up."""
    writers = {
        "filled": fillers.filled_rows(),
        "filled_opened": fillers.filled_rows(opened=True),
        "filled_bare_end": fillers.filled_rows(bare_end=True),
        "filled_lines": fillers.filled_lines(),
        "filled_lines_opened": fillers.filled_lines(opened=True),
        "closed_lines": fillers.filled_lines(filled=False),
        "closed_rows": fillers.closed_rows,
        "between_pipes": fillers.lines_between_pipes,
        "filled_between_pipes": fillers.filled_between_pipes(),
        "filled_ends": fillers.filled_ends(),
        "filled_cells": fillers.filled_cells(),
    }
    for name, table in writers.items():
        yield text(name, table, blanks=ANY)
        yield text(f"{name}_blank_zeros", table, prepare=stories.blank_zeros, blanks=ANY)
    for name, table in {**fillers.BROKEN, "closed_lines_closed_below": fillers.lines_closed_below(filled=False)}.items():
        yield text(name, table)
    older = {"prepare": stories.older_table_two, "forms": ("2021",)}
    for name, table in (("filled", fillers.filled_rows()), ("filled_lines", fillers.filled_lines()), ("lines", lines_of_cells)):
        yield text(f"{name}_older_table_two", table, **older)
    for name, table in (("filled", fillers.filled_rows()), ("closed_rows", fillers.closed_rows), ("lines", lines_of_cells)):
        yield text(f"{name}_older_columns", table, prepare=stories.older_columns)
    yield html("html_older_columns", HtmlStyle(plain_table), prepare=stories.older_columns)
    for name, table in (("filled", fillers.filled_rows()), ("filled_lines", fillers.filled_lines()), ("lines", lines_of_cells)):
        yield text(f"{name}_notes", table, damage.add_notes)
    yield html("html_notes", HtmlStyle(plain_table), damage.add_notes)
    yield text("filled_lines_split_heads", fillers.filled_lines(), fillers.split_heads, prepare=stories.blank_zeros)
    yield text("between_pipes_split_heads", fillers.lines_between_pipes, fillers.split_heads, prepare=stories.blank_zeros)


_MORE_COLUMNS = {
    "serial": columns.add_serial_numbers,
    "units": columns.add_units,
    "remarks": columns.add_remarks,
    "last_year_column": columns.add_last_year,
    "subtotal": columns.add_subtotal,
    "organisations_first": columns.organisations_first,
}


def _of_their_own() -> Iterator[Rendering]:
    """Yield layouts with numbers, rows, columns and tables that are none of the form's."""
    plain = HtmlStyle(plain_table)
    for name, table in (("tabs", tab_rows), ("ragged", ragged_pipe_rows), ("markdown", markdown_rows)):
        yield text(f"{name}_own_rows", table, own_rows.add_own_rows, blanks=ANY)
        yield text(f"{name}_number_below", table, around=neighbours.number_below, prepare=stories.blank_ends)
    yield text("lines_own_rows", lines_of_cells, own_rows.add_own_rows)
    yield html("html_own_rows", plain, own_rows.add_own_rows)
    yield html("html_number_below", plain, around=neighbours.number_below, prepare=stories.blank_ends)
    for name, change in _MORE_COLUMNS.items():
        yield html(f"html_{name}", plain, change, prepare=stories.maybe_unprinted_zeros)
    yield html("html_last_year_captioned", plain, around=neighbours.last_year_captioned)
    yield text("ragged_last_year_captioned", ragged_pipe_rows, around=neighbours.last_year_captioned)
    yield html("html_twice", plain, around=neighbours.twice)
    yield text("ragged_twice", ragged_pipe_rows, around=neighbours.twice)
    for name, sums in (("above", own_rows.sum_groups_above), ("below", own_rows.sum_groups_below)):
        yield html(f"html_sums_{name}", plain, sums)
        yield text(f"ragged_sums_{name}", ragged_pipe_rows, sums)
        yield text(f"lines_sums_{name}", lines_of_cells, sums)
    yield html("html_footnotes", plain, page=pages.footnote_cells("1", "2", "①"))
    yield html("html_footnotes_blank_zeros", plain, page=pages.footnote_cells("1", "2", "①"), prepare=stories.blank_zeros)
    yield html("html_struck", plain, page=pages.strike_cells)
    yield Rendering("word_marks", word_document, ".docx", ANY)
    yield Rendering("pdf_ruled", ruled_pdf, ".pdf", ANY)


def _pages() -> Iterator[Rendering]:
    untitled = ALL_METADATA - {"title"}
    yield text("page_one_line", one_line_of_cells, page=pages.one_line, metadata=untitled)
    yield text("page_one_line_pipes", ragged_pipe_rows, page=pages.one_line, metadata=untitled)
    yield text("page_headings_mid_line", ragged_pipe_rows, page=pages.headings_mid_line, blanks=ANY)
    yield text("page_no_headings", lines_of_cells_with_pipes, page=pages.drop_headings, sections=False)
    yield text("page_no_headings_ragged", ragged_pipe_rows, page=pages.drop_headings, sections=False, blanks=ANY)
    yield text("page_no_title", lines_of_cells, page=pages.drop_title, metadata=untitled)
    yield text("page_surrounded", lines_of_cells, page=pages.surround)
    yield text("page_surrounded_ragged", ragged_pipe_rows, page=pages.surround, blanks=ANY)
    yield text("page_talkative", lines_of_cells, prepare=stories.talkative)
    yield text("page_talkative_ragged", ragged_pipe_rows, prepare=stories.talkative, blanks=ANY)
    yield text("page_talkative_tabs", tab_rows, prepare=stories.talkative, blanks=ANY)
    yield text("page_talkative_one_line", one_line_of_cells, page=pages.one_line, prepare=stories.talkative, metadata=untitled)
    yield text("page_as_record", one_line_of_cells, page=pages.as_record)
    yield text("page_title_broken", ragged_pipe_rows, page=pages.break_title, blanks=ANY)
    yield text("page_contents_first", ragged_pipe_rows, page=pages.contents_first, blanks=ANY)
    yield text("page_headings_varied", ragged_pipe_rows, page=pages.vary_headings, blanks=ANY)
    yield text("page_in_pipes", ragged_pipe_rows, page=pages.in_pipes, blanks=ANY)
    yield text("page_in_pipes_markdown", markdown_rows, page=pages.in_pipes, blanks=ANY)
    yield text("page_odd_spaces", ragged_pipe_rows, page=pages.odd_spaces, blanks=ANY)
    yield text("page_odd_spaces_lines", lines_of_cells, page=pages.odd_spaces)
    yield text("page_gb18030", tab_rows, encoding="gb18030", blanks=ANY)
    yield text("page_utf16", tab_rows, encoding="utf-16", blanks=ANY)
    mirrored = {"metadata": frozenset({"year", "published"}), "folded": True}
    yield text("page_traditional", lines_of_cells, page=pages.traditional, **mirrored)
    yield text("page_traditional_ragged", ragged_pipe_rows, page=pages.traditional, blanks=ANY, **mirrored)
    yield text("page_pinyin", lines_of_cells, page=pages.pinyin, **mirrored)
    yield text("page_pinyin_tabs", tab_rows, page=pages.pinyin, blanks=ANY, **mirrored)


def _html() -> Iterator[Rendering]:
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
    yield html("html_lists", HtmlStyle(markup.lists), blanks=MARKS)
    yield html("html_inline_headings", HtmlStyle(plain_table, "{}</p>\n<p>", "<b>{}</b>"))
    yield html("html_breaks_everywhere", HtmlStyle(plain_table, "{}<br/>\n　　", "{}<br/>\n　　", "<div id='zoom'>{}</div>"))
    yield html("html_gbk_says_utf8", plain, encoding="gb18030")
    for mark, order in (("marked", "utf-16"), ("le", "utf-16-le"), ("be", "utf-16-be")):
        yield html(f"html_utf16_{mark}", replace(plain, site=True), encoding=order)
    yield html("html_utf8_says_gbk", replace(plain, charset="gb2312", site=True))
    yield html("html_gbk_says_nothing", replace(plain, charset="{charset}"), encoding="gb18030")
    yield html("html_rows_lost", plain, damage.drop_lost_rows, prepare=stories.lose_rows)
    yield html("html_blank_zeros", plain, prepare=stories.blank_zeros)
    yield html("html_blank_totals", plain, prepare=stories.blank_totals)
    yield html("html_word_blank_zeros", HtmlStyle(word_table), prepare=stories.blank_zeros)
    yield html("html_rows_shuffled", plain, damage.shuffle_rows)
    yield html("html_other_form", plain, other_form=True)
    yield html("html_one_table", HtmlStyle(markup.bare_rows, markup.PROSE_ROW, markup.PROSE_ROW, "<table>\n{}</table>\n"))
    yield html("html_decoys", HtmlStyle(markup.decoys))
    for table in (markup.foot_first, markup.rows_in_forms, markup.escaped_attributes, markup.misaligned_columns):
        yield html(f"html_{table.__name__}", HtmlStyle(table))
    yield html("html_typed_in_tabs", HtmlStyle(markup.typed_in_tabs), blanks=MARKS)
    yield html("html_slashes_escaped", plain, page=lambda page, _: page.replace("</", "<\\/").replace("\n", "\\r\\n"))
    yield html("html_unspanned_heads", HtmlStyle(markup.unspanned_heads), prepare=stories.blank_zeros)
    yield html(
        "html_big5",
        replace(plain, charset="big5"),
        page=pages.traditional,
        encoding="big5",
        metadata=frozenset({"year", "published"}),
        folded=True,
    )


EXACT_LAYOUTS: tuple[Rendering, ...] = (*_tables(), *COMMAS_EXACT)
