"""Is the first of table four's fifteen cells empty, or does the one bar before the fourteen others only open their row?

| 2 | 1 | 0 | 3 … with fourteen numbers: another cell may be gone, and the sums hold with an empty cell in any of several places.
What the page does elsewhere tells: lines of cells that begin without a bar, other cells that are a bar alone on its line.
"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.rows.cells import Reading

__all__ = ["is_first_unsure"]

_CELLS = {  # lines of three cells or more
    "|": expression(r"^(?P<first>[^\n|]*)\|[^\n|]*\|", re.MULTILINE),
    "\t": expression(r"^(?P<first>[^\n\t]*)\t[^\n\t]*\t", re.MULTILINE),
}
_ALONE = expression(r"^[ \t]*\|[ \t]*$", re.MULTILINE)
_BAR = "|"


def is_first_unsure(reading: Reading, folded: str, start: int) -> bool:
    """Tell whether a bar before fourteen printed cells, behind `start`, may close the head or open the row: which is empty is unclear."""
    first, *others = reading.values
    opening = folded[start : others[0].start]
    if first.raw or not all(value.raw for value in others):
        return False
    if opening.count(_BAR) == 1 and "\n" in opening.partition(_BAR)[2]:
        return True
    line = folded.rfind("\n", 0, others[0].start) + 1
    before = folded[line : others[0].start].strip(" ")
    if before in _CELLS:
        return not _begin_without(before, folded, line, others[-1].end)
    alone = folded[folded.rfind("\n", 0, line - 1) + 1 : line].strip()
    return not before and alone == _BAR and len(_ALONE.findall(folded)) == 1


def _begin_without(mark: str, folded: str, line: int, end: int) -> bool:
    """Tell whether the nearest line of several cells above the row's, or below it, begins with a cell and no separator."""
    above = [cells["first"] for cells in _CELLS[mark].finditer(folded, 0, line)]
    below = _CELLS[mark].search(folded, end)
    nearest = above[-1] if above else below["first"] if below else ""
    return bool(nearest.strip())
