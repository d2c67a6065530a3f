"""Whose are the numbers where one cell holds the labels of several rows?

A label cell that was merged, or whose border is lost, says 行政处罚行政强制 before one line of numbers or two, the first of
which is not the second row's. A page that was run together and lost its empty cells prints two labels side by side as
well, but nothing parts there the second from its numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.tables import Segment
from gongkai.mappings.form import FORMS, SUBTOTAL

__all__ = ["are_several", "leave_shared_cells"]

_SAME_CELL = expression(r"[ )\u201d\u2019]*[/、和及与]?(?:[(\[]?(?:\d|[一二三四五六七八九])\s*[.、:)\]]+)?[ ]*")
_CELL_ENDS = expression(r"[ )\u201d\u2019]*[|\t]")
_SPACED = expression(r" +\d+ +\d")
_NUMBER = expression(r"\d")
_OTHER = frozenset(row.key for row in FORMS["2021"].tables[1].rows if row.group == "other")


def are_several(rows: Iterable[str]) -> bool:
    """Tell whether these are rows with numbers of their own each: (六)其他处理 may but head its three."""
    named = set(rows)
    return len(named - {SUBTOTAL} if named & _OTHER else named) > 1


def leave_shared_cells(segments: Sequence[Segment], folded: str) -> None:
    """Take the cells from a label that shares its own cell with the label of the row before: each holds several rows' numbers."""
    for before, after in pairwise(segments):
        if before.row is None or after.row is None or before.unknown or after.unknown:
            continue
        between = folded[before.label[1] : after.label[0]]
        if are_several((before.row, after.row)) and _SAME_CELL.fullmatch(between) and _is_parted(after, between, folded):
            after.end = after.start


def _is_parted(segment: Segment, between: str, folded: str) -> bool:
    """Tell whether a label's cell ends before its numbers, by a separator, by spaces that its words have not, or by lines of them."""
    if _CELL_ENDS.match(folded, segment.start) or (" " not in between and _SPACED.match(folded, segment.start)):
        return True
    lines = folded[segment.start : segment.end].split("\n")
    return sum(_NUMBER.search(line) is not None for line in lines) > 1
