"""Which cells do the separators of a row mark?"""

from __future__ import annotations

from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.rows.padding import Padding, Pieces, cells_in_lines, without_padding

__all__ = ["DIGIT", "DIGITS_CLOSE", "is_run_together", "marked_pieces", "row_of_table"]

_BEHIND_ROW = {"|": 2, "\t": 1}  # separators on a page that is one line
_NEAR = 300  # characters around a row
DIGIT = expression(r"\d")
DIGITS_CLOSE = expression(r"[\d,.]+\|")


def is_run_together(text: str, start: int, end: int) -> bool:
    """Tell whether no line break stands in the row at `[start, end)` nor near it: the page is one line."""
    return "\n" not in text[max(0, start - _NEAR) : end + _NEAR]


def row_of_table(
    text: str, start: int, end: int, n: int, pieces: Pieces, padding: Padding, *, bare: bool
) -> tuple[Pieces, bool] | None:
    """Return the cells of a row whose table shows how its lines end, and whether the last surely is one; else null."""
    if padding is Padding.UNKNOWN or not pieces or not DIGIT.search(text, start, end):
        return None
    return _lines(text, start, end, n, padding, bare=bare) or without_padding(text, pieces, n, padding)


def _lines(text: str, start: int, end: int, n: int, padding: Padding, *, bare: bool) -> tuple[Pieces, bool] | None:
    """Return the cells of a row that prints a cell a line; null where it does not, or does not tell."""
    cuts = [i for i in range(start, end) if text[i] == "|"]
    if not bare and len(cuts) > n and text[start : cuts[0]].strip(" \n").isdigit() and not text[start].isspace():
        start = cuts[0]  # a footnote's digit in the label's own cell
    first = DIGIT.search(text, start, end)
    if len(cuts) < 2 or first is None:
        return None
    if bare:
        if text.count("|", start, text.find("\n", start, end)) != 1:
            return None
        cuts.insert(0, start - 1)
    elif text[start : cuts[0]].strip() or "\n" not in text[start : first.start()]:
        return None
    return cells_in_lines(text, [(a + 1, b) for a, b in pairwise([*cuts, end])], n, padding)


def marked_pieces(text: str, start: int, end: int, n: int, *, bare: bool) -> list[tuple[int, int]] | None:
    """Return the cells that separators mark, the rest of the label's own cell left out; null without separators."""
    part = text[start:end]
    mark = "|" if "|" in part else "\t" if "\t" in part.split("\n")[0] or (n > 1 and "\t" in part) else None
    if mark is None:
        return None
    cuts = [start - 1, *(i for i in range(start, end) if text[i] == mark), end]
    pieces = [(a + 1, b) for a, b in pairwise(cuts)]
    glued = DIGIT.search(text[slice(*pieces[0])])
    if not bare and (not glued or len(pieces) > n):  # a digit in the label's own cell, where the others are enough, is no cell
        pieces = pieces[1:]
    # The separator before the next label, and a bar that closes the row, which looks like an empty cell.
    for _ in range(min(_BEHIND_ROW[mark], n) if is_run_together(text, start, end) else 0):
        if len(pieces) > 1 and not text[slice(*pieces[-1])].strip():
            pieces.pop()
    return _first_line(text, pieces)


def _first_line(text: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where a row is one line, what follows the line break is no cell of it."""
    filled = [i for i, (a, b) in enumerate(pieces) if text[a:b].strip()]
    if not filled:
        return pieces
    first = pieces[filled[0]][0]
    body = text[first : pieces[filled[-1]][1]].rstrip()
    body = body if first and text[first - 1] == "|" else body.lstrip()
    a, b = pieces[filled[-1]]
    if len(filled) > 1 and "\n" in text[a:b].strip() and "\n" not in text[first:a].lstrip():
        line = text.index("\n", a + len(text[a:b]) - len(text[a:b].lstrip()), b)
        if not DIGITS_CLOSE.match(text, line + 1):  # which closes the cell: it prints two numbers, or one in two pieces
            return [*pieces[: filled[-1]], (a, line)]  # the next row begins
    if "\n" in body:  # a cell a line: separators without a line of their own pad the row, the last piece is the next label's
        kept = [(a, b) for i, (a, b) in enumerate(pieces) if i in filled or ("\n" in text[a:b] and i < len(pieces) - 1)]
        return kept[:-1] if text[slice(*kept[-1])] == "\n" else kept  # the separator that opens the next row
    for i, (a, b) in enumerate(pieces[filled[-1] :], filled[-1]):
        after = a + len(text[a:b].rstrip()) if i == filled[-1] else a
        if "\n" in text[after:b]:
            return [*pieces[:i], (a, text.index("\n", after))]
    return pieces
