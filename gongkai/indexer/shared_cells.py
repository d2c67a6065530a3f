"""Whose are the numbers where one cell holds the labels of several rows?

A label cell that was merged, or whose border is lost, says 行政处罚行政强制 before one line of numbers or two, the first of
which is not the second row's. A page that was run together and lost its empty cells prints two labels side by side as
well, but nothing parts there the second from its numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from gongkai.indexer.tables import Segment, TableText
from gongkai.mappings.form import FORMS, SUBTOTAL

__all__ = ["are_several", "leave_shared_cells"]

_TABLES = ("proactive", "requests")
_SAME_CELL = re.compile(r"[ )\u201d\u2019]*[/、和及与]?(?:[(\[]?(?:\d|[一二三四五六七八九])\s*[.、:)\]]+)?[ ]?")
_CELL_ENDS = re.compile(r"[ )\u201d\u2019]*[|\t]")
_NUMBER = re.compile(r"\d")
_OTHER = frozenset(row.key for row in FORMS["2021"].tables[1].rows if row.group == "other")


def are_several(rows: Iterable[str]) -> bool:
    """Tell whether these are rows with numbers of their own each: (六)其他处理 may but head its three."""
    named = set(rows)
    return len(named - {SUBTOTAL} if named & _OTHER else named) > 1


def leave_shared_cells(text: TableText, folded: str) -> None:
    """Take the numbers away from a label that shares its cell with those of other rows."""
    if text.key not in _TABLES:
        return
    for last in _shared(text.segments, folded):
        behind = folded[last.start : last.end]
        if _CELL_ENDS.match(behind) or sum(_NUMBER.search(line) is not None for line in behind.split("\n")) > 1:
            last.end = last.start


def _shared(segments: Sequence[Segment], folded: str) -> Iterator[Segment]:
    """Yield the segments that hold the numbers behind labels of several rows, which stand side by side in one cell."""
    before: Segment | None = None
    for segment in segments:
        if segment.row is None or segment.unknown:
            before = None
            continue
        if before and before.row and are_several((before.row, segment.row)):
            beside = _SAME_CELL.fullmatch(folded, before.label[1], segment.label[0])
            if beside and _NUMBER.search(folded, segment.start, segment.end):
                yield segment
        before = segment
