"""Which tables stand in a roster's file, below and beside each other, and what stands above each?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai.audit.rosters.columns import headings_of

__all__ = ["Lines", "Sheet", "has_headings", "sheets_of"]

Lines = Sequence[tuple[int, list[str]]]
"""Rows with their lines in the file."""
_BEFORE = 5  # rows in which the first headings are looked for: there may be a title above
# 某某名单（2025年版）; 应公开单位, as no agency is called.
_TITLE = re.compile(
    r"(?:名单|名录|一览表|花名册|清单|目录|[应须需]当?(?:公开|发布|报送|编制|编报)[^,，;；(（]{0,12}?(?:单位|机关|部门|主体))"
    r"\s*(?:[(（【\[〔][^()（）]{1,20}[)）】\]〕])?[:：]?$"
)
_SUM = re.compile(r"[小合总]\s*计\s*[:：]?")


class Sheet(NamedTuple):
    """Rows below one title and, where there are any, below one row of headings."""

    title: str | None
    rows: Lines
    headings: tuple[int, Sequence[str]] | None = None


def has_headings(rows: Lines) -> bool:
    """Tell whether a row at the beginning, of several columns, says which column is that of the agencies."""
    return any(_is_head(row) and len(row) > 1 for _, row in rows[:_BEFORE])


def sheets_of(rows: Lines) -> Iterator[Sheet]:
    """Yield the tables in the order of the file, of those beside each other the left one first; rows of titles and sums are left out."""
    rows = [(line, row) for line, row in rows if not any(map(_SUM.fullmatch, row))]
    start = _first_head(rows)
    title: str | None = None
    headings: tuple[int, Sequence[str]] | None = None
    found: list[tuple[int, list[str]]] = []
    for at, (line, row) in enumerate(rows):
        is_head = start is not None and at >= start and _is_head(row) and (_is_wide(row) or row == rows[start][1])
        above = _title(row, is_first=at == 0)
        if is_head or above:
            yield from _side_by_side(Sheet(title, found, headings))
            headings, found = ((line, row) if is_head else headings), []
            title = above or title
        elif start is None or at >= start:
            found.append((line, row))
    yield from _side_by_side(Sheet(title, found, headings))


def _first_head(rows: Lines) -> int | None:
    """Return which row is the first one of headings; 部门 alone is one above all others, and the name of a sort of agencies below some."""
    for at, (_, row) in enumerate(rows[:_BEFORE]):
        if _is_head(row) and (
            _is_wide(row) or all(_title(above, is_first=before == 0) for before, (_, above) in enumerate(rows[:at]))
        ):
            return at
    return None


def _is_wide(row: Sequence[str]) -> bool:
    return sum(map(bool, row)) > 1


def _is_head(row: Sequence[str]) -> bool:
    return "agency" in headings_of(row)


def _title(row: Sequence[str], *, is_first: bool) -> str | None:
    """Return what stands alone in a row, or first in the first one, where that is a title."""
    cells = [cell for cell in row if cell]
    is_title = (len(cells) == 1 or (is_first and row[0])) and _TITLE.search(cells[0]) and not _is_head(row)
    return cells[0] if is_title else None


def _side_by_side(sheet: Sheet) -> Iterator[Sheet]:
    """Yield a table for each time that its columns are repeated: 序号, 单位名称, 序号, 单位名称."""
    if not sheet.headings or not sheet.rows:
        yield from [sheet] if sheet.rows else []
        return
    line, words = sheet.headings
    width = _width(words)
    for first in range(0, len(words), width):
        rows = [(number, part) for number, row in sheet.rows if any(part := row[first : first + width])]
        yield Sheet(sheet.title, rows, (line, words[first : first + width]))


def _width(words: Sequence[str]) -> int:
    """Return after how many columns the headings begin anew; their number where they do not."""
    ends = [at for at in range(1, len(words)) if words[at] == words[0] and words[0]]
    for width in ends:
        again = all(word == words[at % width] for at, word in enumerate(words))
        if again and _is_head(words[:width]) and _is_head(words[width : 2 * width]):
            return width
    return len(words)
