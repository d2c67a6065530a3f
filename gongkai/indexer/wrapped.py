"""Which numbers did a hard line break cut in two? On a page whose lines were all cut at one length, 17 and 4 below it may be 174."""

from __future__ import annotations

import re
from collections import Counter

__all__ = ["mark_cut_numbers"]

_BETWEEN_DIGITS = re.compile(r"\n(?<=\d\n)(?=\d)")
_CUT = "~"  # makes no number of what stands around it
_SHORTEST = 30  # characters: rows of digits are no wrapped lines
_FEWEST = 5  # lines of that length


def mark_cut_numbers(folded: str) -> str:
    """Return the text, of the same length, with a mark for each break inside digits at the length at which its lines are cut."""
    if not _BETWEEN_DIGITS.search(folded):
        return folded
    longest, times = max(Counter(map(len, folded.split("\n"))).items())
    if longest < _SHORTEST or times < _FEWEST:
        return folded
    return _BETWEEN_DIGITS.sub(lambda at: _CUT if at.start() - folded.rfind("\n", 0, at.start()) - 1 == longest else "\n", folded)
