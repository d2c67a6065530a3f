"""Which numbers did a hard line break cut in two? On a page whose lines were all cut at one length, 17 and 4 below it may be 174."""

from __future__ import annotations

from collections import Counter

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.totals import unread_total

__all__ = ["doubt_cut_ends", "mark_cut_numbers"]

_BETWEEN_DIGITS = expression(r"\n(?<=\d\n)(?=\d)")
_CUT = "~"  # makes no number of what stands around it
_SHORTEST = 30  # characters: rows of digits are no wrapped lines
_FEWEST = 5  # lines of that length
_BELOW = expression(r"[ \t|]*\n[\s|]*(\d{1,4})[ \t|]*(?:\n|$)")
_GLUED = expression(r" *\n *(\d{1,4})(?=[\u3400-\u9fff])")  # to the next label, whose own numbering it may be


def mark_cut_numbers(folded: str) -> str:
    """Return the text, of the same length, with a mark for each break inside digits at the length at which its lines are cut."""
    if not _BETWEEN_DIGITS.search(folded):
        return folded
    longest, times = max(Counter(map(len, folded.split("\n"))).items())
    if longest < _SHORTEST or times < _FEWEST:
        return folded
    return _BETWEEN_DIGITS.sub(lambda at: _CUT if at.start() - folded.rfind("\n", 0, at.start()) - 1 == longest else "\n", folded)


def doubt_cut_ends(rows: dict[str, list[Reading]], folded: str) -> None:
    """Leave each total unread where the line below holds its row's sum, with its own digits or without: 5 and 0 there are 50."""
    for row, readings in rows.items():
        rows[row] = [unread_total(reading) if _goes_on(reading, folded) else reading for reading in readings]


def _goes_on(reading: Reading, folded: str) -> bool:
    *cells, total = reading.values
    if not cells or not total.value:
        return False
    numbers = [value.value for value in cells if value.value is not None]  # what is blank adds nothing
    if below := _BELOW.match(folded, total.end):
        return str(sum(numbers)) in (f"{total.value}{below[1]}", below[1])
    glued = _GLUED.match(folded, total.end)
    return glued is not None and str(sum(numbers)) == f"{total.value}{glued[1]}"
