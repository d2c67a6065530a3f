"""Which lines of a text are rows of a table with commas between the cells? They are written as any other row.

Prose has commas too. Lines are rows only where several stand together whose commas are as many, and most cells of one
of them are numbers or empty; a comma within quotes, or within a number that goes on behind a space, parts nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from gongkai.indexer.expressions import expression

__all__ = ["with_rows_of_commas"]

COMMAS = ",，"
LONGEST_CELL = 80  # characters: the longest label of the form has half as many
LONGEST_LINE = 1500
LEAST = 2  # rows of a table, and commas of a row
_PROSE = expression(r"[。；;|\t｜!！?？]")
_DIGITS = r"[+\-−]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?"
_VALUE = expression(rf"{_DIGITS}|[-—－/\\─无]*", re.ASCII)
_NUMBER = expression(_DIGITS, re.ASCII)
# What no table lacks and few pages of prose have: most are told from one with tables by it, in a tenth of the time.
_HINT = expression(r"""[,，][ \t]*["“]?[\d,，.+\-−—－/\\─无]*["”]?[ \t]*[,，]""", re.ASCII)
# A cell of several lines, as a sheet is saved: its quotes begin and end at a comma or at the end of a line.
_BROKEN = expression(r'(?:^|(?<=[,，]))"[^"\n]{1,80}(?:\n[^"\n]{0,80}){1,4}"(?=[,，])', re.MULTILINE)
_ONE_NUMBER = expression(r"\s*\d{1,3}(?:[,，]\d{3}){1,3}\s*", re.ASCII)
_SEPARATOR = " | "
_EMPTY = '""'


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that may be a row: its place among the lines, its cells, whether most of them are numbers or empty."""

    place: int
    cells: tuple[str, ...]
    counts: bool
    ambiguous: bool  # a number of three digits behind a shorter one may be thousands

    @property
    def commas(self) -> int:
        """How many commas part its cells."""
        return len(self.cells) - 1


def with_rows_of_commas(text: str) -> str:
    """Return the text, ` | ` for the commas between the cells of tables."""
    if not _HINT.search(text):
        return text
    lines = _BROKEN.sub(lambda cell: cell[0].replace("\n", " "), text).split("\n")
    comma, rows = max(((comma, _rows(lines, comma)) for comma in COMMAS), key=lambda found: len(found[1]))
    if not rows:
        return text
    return "\n".join(_written(rows[n].cells) if n in rows else _unpadded(line, comma) for n, line in enumerate(lines))


def _rows(lines: Sequence[str], comma: str) -> dict[int, _Line]:
    """Return the lines that are rows, by their places."""
    groups = list(_groups(lines, comma))
    rows = {line.place: line for group in groups for line in _rows_of(group)}
    pairs = (line for group in groups for line in group if rows and _is_pair(line))
    return {line.place: line for line in pairs} | rows


def _groups(lines: Sequence[str], comma: str) -> Iterator[list[_Line]]:
    """Yield the lines that stand together and may be rows; blank lines part nothing."""
    group: list[_Line] = []
    for place, line in enumerate(lines):
        if comma in line and (found := _line(place, line, comma)) is not None:
            group.append(found)
        elif group and line.strip():
            yield group
            group = []
    if group:
        yield group


def _line(place: int, line: str, comma: str) -> _Line | None:
    if len(line) > LONGEST_LINE or _PROSE.search(line) or _ONE_NUMBER.fullmatch(line):
        return None
    within, thousands = _thousands(comma)
    cells = _cells(line, comma)
    bare = _cell(comma).sub(lambda cell: "" if cell[1] or cell[2] else cell[0], line)
    if len(cells) < 2 or max(map(len, cells)) > LONGEST_CELL or within.search(bare):
        return None
    values = sum(_VALUE.fullmatch(cell) is not None for cell in cells)
    numbers = sum(_NUMBER.fullmatch(cell) is not None for cell in cells)
    counts = numbers > 0 and values >= max(1, len(cells) // 2)
    return _Line(place, cells, counts, thousands.search(bare) is not None)


@cache
def _cell(comma: str) -> re.Pattern[str]:
    held = rf"(?:[^{comma}（(]+|[（(][^（()）]*[)）]|[（(])*"  # a comma in parentheses is the label's
    return re.compile(rf'(?:^|(?<={comma}))(?:[ \t]*(?:"((?:[^"]|"")*)"|“([^“”]*)”)[ \t]*(?={comma}|$)|{held})')


@cache
def _thousands(comma: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what tells a comma within a number: 收到 1,234 件 begins in the middle of a cell; any number that may be one."""
    within = rf'[^\s,，"“+\-−]\s*(?<!\d)\d{{1,3}}{comma}\d{{3}}(?!\d)|\d\s+\d'
    return re.compile(within, re.ASCII), re.compile(rf'(?<![\d"“])\d{{1,3}}{comma}\d{{3}}(?!\d)', re.ASCII)


def _cells(line: str, comma: str) -> tuple[str, ...]:
    """Return the cells without the quotes round them."""
    found = (cell[1] or cell[2] or ("" if cell[0].strip() in (_EMPTY, "“”") else cell[0]) for cell in _cell(comma).finditer(line))
    return tuple(cell.replace('""', '"').strip() for cell in found)


def _rows_of(group: Sequence[_Line]) -> Iterator[_Line]:
    """Yield the rows among lines that stand together: those with the commas most of them have, and the heads between them."""
    usual = Counter(line.commas for line in group if line.commas >= LEAST)
    if not any(line.counts for line in group) or not usual:
        return
    commas, often = max(usual.items(), key=lambda item: (item[1], item[0]))
    if often < LEAST or not any(line.counts and line.commas == commas for line in group):
        return
    rows = [line for line in group if line.commas == commas]
    spare = 0 if all(line.counts for line in rows) else min(map(_empty_at_end, rows))  # a column has a head at least
    for line in group:
        is_between = rows[0].place < line.place < rows[-1].place or abs(line.commas - commas) <= 1
        if line.commas == commas or (is_between and not line.ambiguous):
            yield replace(line, cells=line.cells[: len(line.cells) - min(spare, _empty_at_end(line))])


def _empty_at_end(line: _Line) -> int:
    return next((n for n, cell in enumerate(reversed(line.cells)) if cell), len(line.cells))


def _is_pair(line: _Line) -> bool:
    """Tell a label with its number, on a page that has tables with commas."""
    return line.commas == 1 and line.counts and not line.ambiguous


def _written(cells: Sequence[str]) -> str:
    """Return a row as it stands in a page: one cell alone is a line, no cell is none."""
    filled = [cell for cell in cells if cell]
    if not filled or (len(filled) == 1 and cells[0] and not _VALUE.fullmatch(cells[0])):
        return filled[0] if filled else ""
    return _SEPARATOR.join(cells)


def _unpadded(line: str, comma: str) -> str:
    """Return a paragraph without the empty cells behind it and the quotes round it, which a table of the whole page gives it."""
    if not line.endswith(comma * LEAST) or "|" in line:
        return line
    cells = _cells(line, comma)
    return cells[0] if not any(cells[1:]) else line
