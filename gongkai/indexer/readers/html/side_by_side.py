"""Which table of a web page is printed in two halves beside one another? One whose head says all of its columns twice."""

from __future__ import annotations

from itertools import takewhile

from lxml import etree

__all__ = ["stacked"]

Element = etree._Element
Row = list[tuple[Element, str]]
_FEWEST_COLUMNS, _FEWEST_ROWS = 8, 3  # of a half: a label and seven numbers
_SPANS = ("colspan", "rowspan")


def stacked(rows: list[Row]) -> list[Row]:
    """Return the rows with the right half below the left one; those of any other table as they are."""
    heads = list(takewhile(_is_twice, rows))
    body = rows[len(heads) :]
    if not heads or len(body) < _FEWEST_ROWS:
        return rows
    wide = len(body[0]) // 2
    halves = [half for row in body for half in (row[:wide], row[wide:])]
    if wide < _FEWEST_COLUMNS or any(len(row) != 2 * wide for row in body) or not all(map(_is_line, halves[:-1])):
        return rows
    right = halves[1::2] if any(text.strip() for _, text in halves[-1]) else halves[1:-1:2]
    if not all(map(_is_line, right)):
        return rows
    return [*(row[: len(row) // 2] for row in heads), *halves[::2], *right]


def _is_twice(row: Row) -> bool:
    """Tell a row whose second half is its first one again."""
    middle, is_odd = divmod(len(row), 2)
    if is_odd or not middle or row[0][1] != row[middle][1]:
        return False
    said = [(text, *(cell.get(name) for name in _SPANS)) for cell, text in row]
    return said[:middle] == said[middle:] and not any(text.strip().isdigit() for _, text in row)


def _is_line(half: Row) -> bool:
    """Tell a label in front of cells that are numbers or empty, none of which reaches into others."""
    (_, label), *others = half
    is_label = bool(label.strip()) and not label.strip().isdigit()
    numbers = all(not text.strip() or text.strip().isdigit() for _, text in others)
    return is_label and numbers and not any(cell.get(name, "1") != "1" for cell, _ in half for name in _SPANS)
