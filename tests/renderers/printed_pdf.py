"""How does a report look as a PDF? Paragraphs and tables set line by line, cut where a page is full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from minimal_pdf import Sheet, write_pdf

from gongkai.sample.facts import Facts
from gongkai.sample.layouts_text import heading
from gongkai.sample.printed import Grid, PrintedCell, grids

__all__ = ["bare_pdf", "ruled_pdf"]

_LEFT, _RIGHT, _TOP, _FOOT, _HIGH = 50.0, 545.0, 60.0, 780.0, 842.0
_LABELS = (50.0, 60.0, 120.0)  # points: the columns of table three before its numbers
_LEADING = 1.3
_PIECES = re.compile(r"[!-~]+|[^!-~]")
_PAGE_NUMBERS = ("- {} -", "{}", "第 {} 页", "— {} —", "")


class _Placed(NamedTuple):
    cell: PrintedCell
    row: int
    column: int


class _Setting:
    """Pages under construction, and where the next line goes."""

    def __init__(self, random: Random, *, ruled: bool) -> None:
        self.ruled = ruled
        self.size = random.choice((7.0, 8.0, 9.0))
        self.pad = random.choice((2.0, 3.0))
        self.high = random.choice((4.0, 8.0))
        self.centred = random.random() < 0.5
        self.repeats = random.random() < 0.3
        self.bars = random.random() < 0.3
        self.number = random.choice(_PAGE_NUMBERS)
        self.sheets: list[Sheet] = []
        self.y = _FOOT
        self.turn()

    def turn(self) -> None:
        self.sheets.append(Sheet())
        self.y = _TOP
        if self.number:
            self.sheets[-1].text(290, 815, self.number.format(len(self.sheets)), 9)

    def paragraph(self, text: str, size: float, x: float = _LEFT) -> None:
        for line in _wrapped("\u3000\u3000" + text if x == _LEFT else text, _RIGHT - x, size):
            if self.y + size * 1.6 > _FOOT:
                self.turn()
            self.y += size * 1.6
            self.sheets[-1].text(x, self.y, line, size)

    def table(self, grid: Grid) -> None:
        placed, columns = _places(grid)
        widths = _widths(columns)
        edges = [_LEFT + sum(widths[:at]) for at in range(columns + 1)]
        heads = next(number for number, row in enumerate(grid) if any(cell.kind == "number" for cell in row))
        heights = self._heights(placed, len(grid), edges)
        begin = 0
        while begin < len(grid):
            again = heads if begin and self.repeats and columns > 5 else 0
            room, end = _FOOT - self.y - sum(heights[:again]), begin
            while end < len(grid) and heights[end] <= room:
                room -= heights[end]
                end += 1
            if end <= max(begin, heads - 1) and self.y > _TOP:
                self.turn()
                continue
            if again:
                self._rows(placed, 0, heads, heights, edges)
            self._rows(placed, begin, end, heights, edges)
            begin = end
            if end < len(grid):
                self.turn()

    def _heights(self, placed: Sequence[_Placed], rows: int, edges: Sequence[float]) -> list[float]:
        heights = [self.size * _LEADING + self.high] * rows
        for cell, row, column in sorted(placed, key=lambda place: place.cell.rowspan):
            need = len(self._lines(cell, column, edges)) * self.size * _LEADING + self.high
            last = row + cell.rowspan - 1
            heights[last] += max(0.0, need - sum(heights[row : last + 1]))
        return heights

    def _lines(self, cell: PrintedCell, column: int, edges: Sequence[float]) -> list[str]:
        return _wrapped(cell.text, edges[column + cell.colspan] - edges[column] - 2 * self.pad, self.size)

    def _rows(self, placed: Sequence[_Placed], begin: int, end: int, heights: Sequence[float], edges: Sequence[float]) -> None:
        """Set the rows, or the part of the cells that reach over them; a cell cut by the page prints its text once."""
        tops = [self.y + sum(heights[begin:at]) for at in range(begin, end + 1)]
        sheet = self.sheets[-1]
        for cell, row, column in placed:
            first, last = max(row, begin), min(row + cell.rowspan, end)
            if first >= last:
                continue
            top, bottom, left, right = tops[first - begin], tops[last - begin], edges[column], edges[column + cell.colspan]
            self._frame(sheet, left, top, right, bottom)
            if row < begin:
                continue
            lines = self._lines(cell, column, edges)
            y = (top + bottom - len(lines) * self.size * _LEADING) / 2
            for line in lines:
                y += self.size * _LEADING
                wide = sum(_advance(char) for char in line) * self.size
                x = (left + right - wide) / 2 if self.centred or cell.kind == "number" else left + self.pad
                sheet.text(x, y - self.size * 0.25, line, self.size)
        self.y = tops[-1]

    def _frame(self, sheet: Sheet, left: float, top: float, right: float, bottom: float) -> None:
        if self.ruled and self.bars:
            sheet.bar(left, top, right, top + 0.6)
            sheet.bar(left, bottom, right, bottom + 0.6)
            sheet.bar(left, top, left + 0.6, bottom)
            sheet.bar(right, top, right + 0.6, bottom)
        elif self.ruled:
            sheet.box(left, top, right, bottom)


def ruled_pdf(facts: Facts, random: Random) -> bytes:
    """Return a PDF whose tables have a line round each cell."""
    return _pdf(facts, random, ruled=True)


def bare_pdf(facts: Facts, random: Random) -> bytes:
    """Return a PDF whose tables have no lines."""
    return _pdf(facts, random, ruled=False)


def _pdf(facts: Facts, random: Random, *, ruled: bool) -> bytes:
    setting = _Setting(random, ruled=ruled)
    tables = grids(facts.form, facts.printed)
    setting.paragraph(facts.title, 16, 90)
    setting.paragraph(f"发布日期：{facts.published}　来源：{facts.agency.name}", 10, 150)
    for section, paragraphs in facts.prose.items():
        if section != "preamble":
            setting.paragraph(heading(section, random), 14)
        for text in paragraphs:
            setting.paragraph(text, 12)
        if section in tables:
            setting.y += random.choice((6.0, 60.0, 200.0))
            setting.table(tables[section])
            setting.y += 10
    return write_pdf(setting.sheets)


def _advance(char: str) -> float:
    return 0.5 if ord(char) < 128 else 1.0


def _wrapped(text: str, width: float, size: float) -> list[str]:
    """Return the lines of a text; a number or word in Latin letters is cut only where no line is wide enough for it."""
    lines, used = [""], 0.0
    for piece in _PIECES.findall(text):
        wide = sum(map(_advance, piece)) * size
        for part, advance in [(piece, wide)] if wide <= width else [(char, _advance(char) * size) for char in piece]:
            if used + advance > width and lines[-1]:
                lines.append("")
                used = 0.0
            lines[-1] += part
            used += advance
    return lines


def _places(grid: Grid) -> tuple[list[_Placed], int]:
    """Return each cell with its row and column, and the number of columns."""
    taken: set[tuple[int, int]] = set()
    placed: list[_Placed] = []
    for number, row in enumerate(grid):
        at = 0
        for cell in row:
            while (number, at) in taken:
                at += 1
            placed.append(_Placed(cell, number, at))
            taken |= {(number + down, at + along) for down in range(cell.rowspan) for along in range(cell.colspan)}
            at += cell.colspan
    return placed, max(column for _, column in taken) + 1


def _widths(columns: int) -> list[float]:
    labels = _LABELS if columns == len(_LABELS) + 7 else ()
    rest = columns - len(labels)
    return [*labels, *[(_RIGHT - _LEFT - sum(labels)) / rest] * rest]
