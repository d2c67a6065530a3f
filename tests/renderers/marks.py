"""Pages that print the marks of notes behind their numbers: 12[1], and what the notes say below the table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from gongkai.sample.facts import Facts
from gongkai.sample.layouts_html import HtmlStyle, plain_table
from gongkai.sample.layouts_text import lines_of_cells, markdown_rows, ragged_pipe_rows, tab_rows
from gongkai.sample.printed import Grid

from . import damage, loss, pages, stories
from .rendering import Around, GridChange, Promise, Rendering, html, text

__all__ = ["MARKS_OF_NOTES"]

_PLACE = "\ue000"  # where a mark goes
_SAID = ("含上年度结转的申请", "其中修订的文件计入制发", "包括撤回的申请2件", "数据截至12月31日")


def _marked(grid: Grid, random: Random) -> Grid:
    """Put a mark behind a few numbers."""
    return [
        [
            c._replace(text=c.text + _PLACE) if c.kind == "number" and c.text.isdigit() and random.random() < 0.03 else c
            for c in row
        ]
        for row in grid
    ]


def _with_notes(note: str) -> Around:
    def around(grid: Grid, facts: Facts, random: Random) -> list[Grid | str]:
        return [grid, note.format(random.choice(_SAID))] if note else [grid]

    return around


def _print(mark: str, *others: Callable[[str, Random], str]) -> Callable[[str, Random], str]:
    def printed(page: str, random: Random) -> str:
        for change in others:
            page = change(page, random)
        return page.replace(_PLACE, mark)

    return printed


def _marks() -> Iterator[Rendering]:
    lossy = {"promise": Promise.NEVER_WRONG, "broken": 0.1, "sections": False, "blanks": ()}
    marks = {
        "noted": ("[1]", "[1] {}"),
        "cited": ("[2]", "注：[2]{}"),
        "said": ("（注1）", "（注1：{}）"),
        "untold": ("[1]", ""),
        "counted": ("（1）", ""),
        "in_percent": ("（40.0%）", ""),
    }
    writers = {
        "ragged": ragged_pipe_rows,
        "markdown": markdown_rows,
        "tabs": tab_rows,
        "lines": lines_of_cells,
        "spaces": loss.spaced_rows,
    }
    for name, (mark, note) in marks.items():
        around = _with_notes(note)
        for written, table in writers.items():
            yield text(f"{written}_marked_{name}", table, _marked, around=around, page=_print(mark), **lossy)
            damaged: tuple[GridChange, ...] = (_marked, damage.mojibake)
            yield text(f"{written}_marked_{name}_mojibake", table, *damaged, around=around, page=_print(mark), **lossy)
            numbered = _print(mark, pages.number_pages)
            yield text(f"{written}_marked_{name}_page_numbers", table, _marked, page=numbered, **{**lossy, "broken": 0.0})
    raised = {"sup": "<sup>[1]</sup>", "note": "<sup>注1</sup>", "link": '<a href="#_ftn1"><span>[1]</span></a>'}
    for name, mark in raised.items():
        written = html(f"html_marked_{name}", HtmlStyle(plain_table), _marked, page=_print(mark), **lossy)
        yield written
        blank = stories.blank_zeros
        yield html(f"html_marked_{name}_blank_zeros", HtmlStyle(plain_table), _marked, page=_print(mark), prepare=blank, **lossy)


MARKS_OF_NOTES: tuple[Rendering, ...] = tuple(_marks())
