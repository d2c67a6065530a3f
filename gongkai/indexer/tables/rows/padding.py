"""Which separators of a line end cells, and which only fill the line up to the width of its table?

A program that prints tables as lines of `cell | cell |` may leave out empty cells and put as many separators at the end
of the line. Nothing tells then which of the cells are missing.
"""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import read_number
from gongkai.indexer.tables.rows.splits import blocks_hold

__all__ = [
    "Padding",
    "Pieces",
    "begins_with_cell",
    "behind_filler",
    "cells_in_lines",
    "cells_with_breaks",
    "looks_like_a_cell",
    "only_closes",
    "padding_of",
    "without_padding",
]

# A line that ends with a word of the table: what stands behind the word is no cell with a number.
_END = expression(r"[\u4e00-\u9fff)”] ?(?P<close>\|?)(?P<space> ?)(?P<fill>\|*) *$", re.MULTILINE)
Pieces = list[tuple[int, int]]
_SPREAD = expression(r"申请人情况\s*(?:\|\s+){4}")  # a head that spans columns leaves empty cells in them
_SPANNING = "申请人情况"
_TWO_CELLS = expression(r"[^\s|] *\|[^|\n]*[^\s|]")
_LED = expression(r"^\|{2,}[^|\s]", re.MULTILINE)  # empty cells before a word: they stand where they are, and at the ends too
_FEWEST_LED = 3
_FILLER_LINE = expression(r"^\|{2,} *$", re.MULTILINE)
_NEXT_FILLER = expression(rf"(?: *\n)*{_FILLER_LINE.pattern}", re.MULTILINE)  # behind what is left of a page's foot
_OPENING_LINE = expression(r"^\| *$", re.MULTILINE)
_EMPTY_LINE = expression(r"(?<=\n) +\n")  # what is left of a page's foot
_CLOSED_LINE = expression(r"^\| *\n(?=\|{2,} *$)", re.MULTILINE)  # a separator alone that closes a cell, before the fillers
_OPENED = expression(r"(?<!\|)\|{2,} *\n\| *\n *[^|\s]")  # behind a row that is filled up, before a cell
_OPENED_HEAD = expression(r"[\u4e00-\u9fff)](?:\n| *)\| *\n\| *\n(?=[^|\n]*[\u4e00-\u9fff])")  # alone between two lines of words
_FEWEST_OPENED = 2
_FEWEST = 2  # fillers that cannot be an empty cell
_BREAK = expression(r"\| *\n *\|")


class Padding(StrEnum):
    """How the lines of a table end."""

    UNKNOWN = "unknown"
    CLOSED = "closed"  # `cell |`: behind the last separator stands no cell
    TIGHT = "tight"  # `cell |||`: so too, and further separators fill the line up
    SPACED = "spaced"  # `cell | ||`: a space before them
    LINES = "lines"  # a cell a line
    OPENED = "opened"  # so too, and a separator on a line of its own before each row

    @property
    def fills(self) -> bool:
        """Tell whether separators fill lines up."""
        return self in (Padding.TIGHT, Padding.SPACED)


def padding_of(folded: str, start: int, end: int, *, spans: bool) -> Padding:
    """Tell how the lines in `[start, end)` end, by those that end with words; `spans`: labels span columns."""
    if "|" not in folded[start:end]:
        return Padding.UNKNOWN
    if _OPENED.search(folded, start, end) or len(_OPENED_HEAD.findall(folded, start, end)) >= _FEWEST_OPENED:
        return Padding.OPENED
    ends = [m for m in _END.finditer(folded, start, end) if "|" in folded[_line_start(folded, m.start()) : m.end()]]
    filled = [m for m in ends if m["close"] and len(m["fill"]) >= _FEWEST]
    if filled and len(_LED.findall(folded, start, end)) < _FEWEST_LED:
        return Padding.SPACED if any(m["space"] for m in filled) else Padding.TIGHT
    if spans and (_SPANNING not in folded[start:end] or _SPREAD.search(folded, start, end)):
        return Padding.UNKNOWN  # nothing says whether labels leave empty cells
    if not _TWO_CELLS.search(folded, start, end):
        return Padding.LINES
    return Padding.CLOSED if ends and all(m["close"] for m in ends) else Padding.UNKNOWN


def looks_like_a_cell(folded: str, start: int, end: int, padding: Padding) -> bool:
    """Tell whether one separator that fills a line of `[start, end)` up looks like an empty cell."""
    return padding in (Padding.SPACED, Padding.OPENED) or (
        padding is Padding.LINES and _FILLER_LINE.search(folded, start, end) is not None
    )


def behind_filler(folded: str, at: int, padding: Padding) -> int:
    """Return where the line begins behind one of separators alone, and behind one that opens a row; else the place itself."""
    if closed := _CLOSED_LINE.match(folded, at):
        at = closed.end()
    for line in (_NEXT_FILLER, *([_OPENING_LINE] if padding is Padding.OPENED else [])):
        found = line.match(folded, at)
        at = min(found.end() + 1, len(folded)) if found else at
    return at


def only_closes(folded: str, at: int) -> bool:
    """Tell whether the line that ends at a place closes its last cell, and no separator opens it."""
    line = folded[_line_start(folded, at) : at].strip()
    return line.endswith("|") and not line.startswith("|")


def begins_with_cell(folded: str, start: int, end: int, label: int) -> bool:
    """Tell whether no label stands before a line's first cell, and no separator, as none opens the line of the label above."""
    above = folded[_line_start(folded, label) : start].lstrip()
    is_opened = above.startswith("|") and folded[start:end].lstrip(" ").startswith("|")
    return folded[start - 1 : start] == "\n" and bool(set("|\t") & set(folded[start:end])) and not is_opened


def _line_start(folded: str, at: int) -> int:
    return folded.rfind("\n", 0, at) + 1


def without_padding(text: str, pieces: Pieces, n: int, padding: Padding) -> tuple[Pieces, bool] | None:
    """Return the pieces of one line of cells that are cells; null where the line is not closed, or may have more cells.

    Return too whether the last of them is one: alone, a separator that fills the line up looks like an empty cell.
    """
    is_line = "\n" not in text[pieces[0][0] : pieces[-1][1]]
    if padding in (Padding.LINES, Padding.OPENED) or not is_line or text[slice(*pieces[-1])].strip():
        return None
    kept = pieces[:-1]
    if not padding.fills:
        return (kept, True) if 0 < len(kept) <= n else None
    fillers = 0
    while kept and kept[-1][0] == kept[-1][1]:
        kept.pop()
        fillers += 1
    if padding is Padding.SPACED and kept and text[slice(*kept[-1])] == " " and (fillers or len(kept) > n):
        kept.pop()
        fillers += 1
    return kept, padding is Padding.TIGHT or bool(fillers)


def cells_in_lines(text: str, pieces: Pieces, n: int, padding: Padding) -> tuple[Pieces, bool] | None:
    """Return the first cells of a row that prints a cell a line; null where its separators leave their number open.

    Separators side by side fill the row up, the one before them too where it is alone. Return too whether the last cell
    surely is one.
    """
    filler = next((i for i, (a, b) in enumerate(pieces[:-1]) if i and not text[a:b].strip(" ")), None)
    if filler is None and text[slice(*pieces[-1])].strip():
        return _before_unclosed(text, pieces, n)
    if (filler and any(text[a:b].strip() for a, b in pieces[filler:-1])) or _breaks_off(text, pieces[:-1]):
        return [], True
    kept = pieces[: _first_filler(text, pieces, filler)] if filler else pieces[:-1]
    if padding is Padding.OPENED and not filler and not text[slice(*kept[-1])].strip():
        kept = kept[:-1]  # it opens the next row
    if len(kept) < n:
        return ([], True) if filler or padding is Padding.OPENED else None
    return (kept[:n], bool(filler) or len(kept) > n) if not any(text[a:b].strip() for a, b in kept[n:]) else None


def cells_with_breaks(text: str, start: int, end: int, n: int, padding: Padding) -> Pieces | None:
    """Return the cells of a row whose empty ones hold a line break, `7 |`, `|` and `| 7 |` below; null where none does.

    None where they are not just as many, or the last is not printed: separators alone may be those of another row.
    """
    if padding not in (Padding.CLOSED, Padding.TIGHT, Padding.SPACED) or not _BREAK.search(text, start, end):
        return None
    cuts = [i for i in range(start, end) if text[i] == "|"]
    pieces = [(a + 1, b) for a, b in pairwise(cuts)][:n]
    if not any(text[a:b].isspace() and "\n" in text[a:b] for a, b in pieces):
        return None  # the break stands behind the row's cells
    printed = [text[a:b] for a, b in pieces if text[a:b].strip()]
    if printed and all("\n" in cell and "\n" not in cell.lstrip() for cell in printed):
        return None  # a cell a line, closed there
    if len(pieces) < n or not text[slice(*pieces[-1])].strip() or any("\n" in cell for cell in printed):
        return []
    return [] if text[start : cuts[0]].strip() or text[cuts[n] : end].strip("| \n") else pieces


def _breaks_off(text: str, pieces: Pieces) -> bool:
    """Tell whether a cell ends with other line breaks than the cell before the row's: the page's number in an empty one."""
    printed = [part for a, b in pieces if (part := _EMPTY_LINE.sub("", text[a:b]).replace(" ", "")).strip()]
    ends = {len(part) - len(part.rstrip("\n")) for part in printed}
    first = pieces[0][0]
    if text[first - 1 : first] == "|" and len(printed) < _FEWEST:
        ends.add(int(text[first - 2 : first - 1] == "\n"))
    return len(ends) > 1 or any(len(part) - len(part.lstrip("\n")) < max(ends) for part in printed)


def _first_filler(text: str, pieces: Pieces, found: int) -> int:
    """Return which piece is the first that fills the row up, by the first that stands on the line of the separator before it.

    Without a space between them the separator before it fills the row up too, if it closes no text.
    """
    is_side_by_side = pieces[found][0] == pieces[found][1]
    return found - 1 if is_side_by_side and not text[slice(*pieces[found - 1])].strip() else found


def _before_unclosed(text: str, pieces: Pieces, n: int) -> tuple[Pieces, bool] | None:
    """Return the cells before a line that no separator closes: it is the page's own, or the last cell.

    Where it makes the row complete, the row's sum must hold, or an empty cell was left out and the line is the page's.
    """
    if len(pieces) == n:
        size = {7: 7, 15: 5}.get(n, 0)
        numbers = [read_number(text[a:b], "count")[0] for a, b in pieces]
        return None if not size or blocks_hold(numbers, size) else ([], True)
    return (pieces[:n], True) if len(pieces) == n + 1 else ([], True)
