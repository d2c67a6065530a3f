"""Which words of the prose end a clause, or mean the whole year? One list each, for all that read it."""

from __future__ import annotations

import re

__all__ = ["CLAUSE_END", "JANUARY_TO_DECEMBER", "last_clause", "without_whole_year"]

CLAUSE_END = re.compile("[,;:。!?()]")
JANUARY_TO_DECEMBER = r"(?<!\d)1月(?:1日)?起?[-~—至到]+(?:20\d\d年)?12月(?:31日|底|末)?止?"
# 12月 alone is that month, but for what goes on until then: 截至2012年12月.
_WHOLE_YEAR = re.compile(
    rf"{JANUARY_TO_DECEMBER}|12月(?:31日|底|末)止?"
    r"|(?<![2-9][至到-])(?<![2-9]月[至到-])(?<!1[0-2][至到-])(?<!1[0-2]月[至到-])(?<=[至到止-])12月|(?<=[至到止-]20\d\d年)12月"
    r"|(?<![\d十])[1一](?:-|月至)12月"
)


def last_clause(text: str, end: int) -> str:
    """Return what the clause says that goes on at `end`, up to there."""
    return CLAUSE_END.split(text[:end])[-1]


def without_whole_year(words: str) -> str:
    """Return words without those that say that they are of the whole year."""
    return _WHOLE_YEAR.sub("", words) if "12月" in words else words  # it is in each of these
