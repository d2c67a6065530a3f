"""What is taken out of a page's text, or marked in it, before its tables are read? Every character keeps its place."""

from __future__ import annotations

from gongkai.indexer.numbers import with_marks, with_zeros
from gongkai.indexer.tables.heads.damaged_head import with_whole_heads
from gongkai.indexer.tables.rows.bars_for_ones import mark_bars_for_ones
from gongkai.indexer.tables.rows.masked import without_parts
from gongkai.indexer.tables.rows.notes_of_rows import without_notes_of_rows
from gongkai.indexer.tables.rows.words_of_money import without_words_of_money
from gongkai.indexer.tables.shapes.head_of_review_row import without_head_of_row
from gongkai.indexer.tables.shapes.rows_of_years import forms_own
from gongkai.indexer.tables.wrapped import mark_cut_numbers

__all__ = ["prepared"]


def prepared(folded: str, *, ruled: bool) -> str:
    """Return a page's text with notes, cut numbers, zeros printed otherwise and another year's rows as its tables' readers take them."""
    text = without_words_of_money(folded)
    text = text if ruled else with_marks(mark_cut_numbers(mark_bars_for_ones(text)))
    return without_head_of_row(forms_own(without_parts(without_notes_of_rows(with_zeros(with_whole_heads(text))))))
