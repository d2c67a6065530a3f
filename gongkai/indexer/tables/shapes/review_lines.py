"""Which cells has table four where each stands on a line of its own, closed by a separator, and the first is empty?

Whether a separator closes an empty cell or opens the row is told by the rows of the head, and by the number of lines.
"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import Value, value_of
from gongkai.indexer.tables.rows.splits import blocks_hold

__all__ = ["lines_of_review"]

_CELLS, _BLOCK = 15, 5
# A line of separators fills the head up; the cells, and what opens the row perhaps; no other cell.
_ROW = expression(r"\n[ |]*\|\|[ |]*\n(?P<lines>(?:[ \t]*\d*[ \t]*\|[ \t]*\n){15,16})(?![ \t]*\d*[ \t]*(?:\||\n|$))")
_OPENED = expression(r"\n[ \t]*\|[ \t]*\n[ \t]*结果维持")  # a separator on a line of its own opens the head's rows, and this one
_LINE = expression(r"[^\n|]*\|")


def lines_of_review(folded: str, head_start: int, head_end: int) -> tuple[Value, ...] | None:
    """Return the fifteen cells below the head from `head_start`, whose last word ends at `head_end`; null where they are others, or may be."""
    below = folded.find("\n", head_end)
    found = _ROW.match(folded, below) if below >= 0 else None
    if not found:
        return None
    lines = [(line.start(), line.end() - 1) for line in _LINE.finditer(folded, *found.span("lines"))]
    values = tuple(value_of(folded, a, b, "count") for a, b in lines)
    opens = _OPENED.search(folded, head_start, head_end) is not None
    if len(values) != _CELLS + opens or (opens and values[0].raw):
        return None  # a cell is lost, or the page's number stands among them
    row = values[-_CELLS:]
    numbers = [value.value for value in row]
    return row if any(numbers) and blocks_hold(numbers, _BLOCK) else None
