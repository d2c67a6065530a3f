"""How do paragraphs and table cells become the one linear text of a page? For media that state their geometry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from gongkai.indexer.expressions import expression
from gongkai.indexer.page import Block, Cell, Page, Source, Table
from gongkai.text import HAN

__all__ = ["LOST", "LOWERED", "RAISED", "SEPARATOR", "CellText", "PageText", "join_runs", "tidy"]

SEPARATOR = " | "
MAX_SPAN = 1000  # a span that no printed table has: a hostile file's must not make a grid of 10⁹ columns

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Digits above the line: 12 with a footnote 1 is no 121."""
LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
"""Digits below it: nobody can tell what 1₂ is."""

LOST = "\ufffd"
"""Stands for what nobody can tell."""

_HAN_CHAR = expression(f"[{HAN}，。、；：？！（）《》“”‘’〔〕【】]")
# A note's mark alone in its cell, a number without the digit before its point, more raised digits than a mark has.
_NO_NUMBER = expression(r"^(?:[〔【［\[]\d{1,2}[〕】］\]]|[.．·・｡。,，]\s*\d[\d.,]*|[\d.,]*[⁰¹²³⁴-⁹]{3,}[\d.,]*)$")
_DIGIT = expression(r"\d")
_SPACES = expression(r"\s+")


class CellText(NamedTuple):
    """What a cell says, and how many rows and columns it covers."""

    text: str
    rowspan: int = 1
    colspan: int = 1


def tidy(text: str) -> str:
    """Return `text` without white space at its ends or beside Han characters; other runs become one space."""
    return _SPACES.sub(_joint, text.strip())


def _joint(run: re.Match[str]) -> str:
    text, start, end = run.string, run.start(), run.end()
    return "" if _HAN_CHAR.match(text[start - 1]) or _HAN_CHAR.match(text[end]) else " "


def join_runs(runs: Iterable[str]) -> str:
    """Return the runs as one text, a space only where neither neighbour is Han."""
    return tidy(" ".join(run for run in runs if run))


def _doubted(text: str) -> str:
    """Return the text of a cell, its digits as unknown ones where they are not surely its number: 〔1〕, ．5."""
    return _DIGIT.sub(LOST, text) if _NO_NUMBER.search(text) else text


class PageText:
    """Collect paragraphs and tables in reading order, then make the page."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._tables: list[Table] = []

    def paragraph(self, text: str, kind: str = "paragraph") -> None:
        """Add one line as it is; nothing when it is empty."""
        line = text.strip()
        if line:
            start = self._add(line)
            self._blocks.append(Block(start, start + len(line), kind))

    def table(self, rows: Sequence[Sequence[CellText]]) -> None:
        """Add one line a row: the cells that begin in it, separated by ` | `."""
        if not any(rows):
            return
        begin = self._length
        written = tuple(self._row(row) for row in rows)
        self._tables.append(Table(written))
        self._blocks.append(Block(begin, self._length - 1, "table"))

    def page(self, source: Source, meta: Mapping[str, str]) -> Page:
        """Return the page of what was collected."""
        text = "\n".join(self._lines)
        return Page(text, tuple(self._blocks), tuple(self._tables), source.title, source.url, meta)

    def _row(self, row: Sequence[CellText]) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        texts = [_doubted(tidy(cell.text.replace("|", "∣"))) for cell in row]  # a printed bar is no separator
        position = self._length
        for cell, text in zip(row, texts, strict=True):
            spans = min(cell.rowspan, MAX_SPAN), min(cell.colspan, MAX_SPAN)
            cells.append(Cell(position, position + len(text), *spans))
            position += len(text) + len(SEPARATOR)
        if row:
            self._add(SEPARATOR.join(texts))
        return tuple(cells)

    def _add(self, line: str) -> int:
        start = self._length
        self._lines.append(line)
        self._length += len(line) + 1
        return start
