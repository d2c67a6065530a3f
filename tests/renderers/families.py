"""Which layouts are drawn together? What befalls a page is a family; a layout of a kind of its own is one, too."""

from __future__ import annotations

import re

from gongkai.sample.layouts_html import HTML_LAYOUTS
from gongkai.sample.layouts_text import TEXT_LAYOUTS

from .catalogue import CATALOGUE
from .lossy import LOSSY_LAYOUTS
from .rendering import Rendering

__all__ = ["FAMILIES"]

# Drawn each by itself: the layouts of the first real reports, the ways in which their digits ran together, and one of each manner.
_ALONE = {layout.name for layout in (*HTML_LAYOUTS, *TEXT_LAYOUTS)} | {
    *(one.name for one in LOSSY_LAYOUTS if one.name.startswith("glued")),
    *("deduplicated_lines", "pipes_phantom", "lines_damaged", "lines_heads_broken", "lines_heads_cut"),
    *("page_one_line", "page_traditional", "page_pinyin", "dump_flowing", "dump_placed", "word_marks", "html_struck"),
    *("numbers_without_labels", "labels_then_numbers", "labels_around_numbers", "html_lists", "html_one_table", "html_glued"),
    *("html_big5", "list_2014_html", "list_2014_lines", "pdf_ruled"),
}
# What befalls a page, in the order in which it is looked for: all layouts that it befalls are drawn together.
_WORDS = (
    *("without", "column_lost", "head_word_lost", "on_its_side", "head_over", "foot_b", "labels_then", "commas", "cut_off"),
    *("heads_of", "in_words", "_review_", "_fewer_", "two_turned", "two_listed", "_marked_", "number_column", "_unit_column"),
    *("list_2014", "page_talkative", "torn", "last_year", "another_below", "own_rows", "own_outcomes", "older_columns"),
    *("labels_numbered", "blanks_dropped", "blank_zeros", "labels_lost", "page_numbers", "number_below", "unprinted", "mojibake"),
    *("heads_reworded", "subtotal", "sums", "footnotes", "headings", "surrounded", "blank_totals", "damaged", "number_apart"),
)
_MANNERS = {word.strip("_"): word for word in _WORDS} | {
    "charset": "gbk|gb18030|utf8|utf16",
    "repeated": "deduplicated|twice|repeated|doubled",
    "lost": "_lost|no_tables|no_totals|dropped",
    "other_order": "shuffled|other_form|organisations_first|other_before|foot_first",
    "other_labels": "labels_|heads|unnumbered|full_width|thousands|nothing_said",
    "other_rows": "units|serial|remarks|notes|decoys|table_two",
    "furniture": "^page_",
    "markup": "^html_",
    "written": "",
}


def _family(rendering: Rendering) -> str:
    """Return what befalls a page in this layout, and how much of it is promised to be read; its own name, if it is drawn alone."""
    if rendering.name in _ALONE:
        return rendering.name
    manner = next(name for name, words in _MANNERS.items() if re.search(words, rendering.name))
    return f"{manner}-{rendering.promise.name.lower()}"


def _families() -> dict[str, tuple[Rendering, ...]]:
    families: dict[str, list[Rendering]] = {}
    for rendering in CATALOGUE.values():
        families.setdefault(_family(rendering), []).append(rendering)
    return {name: tuple(layouts) for name, layouts in families.items()}


FAMILIES: dict[str, tuple[Rendering, ...]] = _families()
"""All layouts, those together that the same befalls: `make test` and `make accuracy` draw so many reports of each family."""
