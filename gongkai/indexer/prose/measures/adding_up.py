"""Which counts told one after the other add up to a number told before them: 166件,其中…74件,…92件?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import COUNTERS
from gongkai.indexer.prose.told import Told, Topical
from gongkai.indexer.prose.wordings import AT_OTHER_TIMES, COUNT, UNIT, number

__all__ = ["Part", "that_add_up"]

_MOST = 12  # sentences that such a list may take, its lead among them
_COUNTED = expression(COUNT + UNIT)
_SHARE = expression(r",?[,(]?(?:约?占[^,。;:()]{0,10}?)?(?<![\d.])\d+(?:\.\d+)?%\)?")
_CLAUSE = expression(rf"(?:[^,;:。()、]|(?<![{COUNTERS}])、)+")
_SOME_YEAR = expression(r"20\d\d年|[今本当]年")  # in a list that is of one year
_LEFT_OPEN = expression("其余|剩余|其他(?!途径|渠道|方式|形式)|较|同比|上一?年|分别|均|各[^类种项]")


class Part(NamedTuple):
    """One count: the name of its figure, or none where its words are not known, its digits as printed, and its sentence."""

    name: str | None
    printed: str
    told_in: Topical

    @property
    def value(self) -> int:
        """Return the number that is printed."""
        return number(self.printed)

    def tells(self) -> Told | None:
        """Return the figure it tells, or None where its words are not known."""
        return self.told_in.tells(self.name, self.value, self.printed) if self.name else None


# What a clause with # for its number counts: a figure's name, None where it is not known, False where it is no such count.
_Read = Callable[[str], "str | bool | None"]


def that_add_up(
    lead: re.Match[str], sentences: Sequence[Topical], at: int, read: _Read, more: re.Pattern[str], *, within: str = "\0"
) -> list[Part]:
    """Return the counts behind a lead, whose number `n` they add up to: of its sentence, which stands `at`, and as many as are needed.

    Nothing where a figure is counted twice or a sentence behind counts `more`. Names that begin `within` are of parts of a count.
    """
    run, total = sentences[at : at + _MOST], number(lead["n"])
    said = [lead.string[lead.end() :], *(one.sentence.text for one in run[1:])]
    parts: list[Part] = []
    for place, one in enumerate(run):
        found = _counted_in(said[place], one, read) if not (place and one.sentence.apart) else None
        names = [part.name for part in (*parts, *(found or [])) if part.name]
        if found is None or len(names) != len(set(names)):
            return []
        parts += found
        whole = sum(part.value for part in parts if not (part.name or "").startswith(within))
        if parts and whole >= total:
            told_more = any(more.search(later) and _COUNTED.search(later) for later in said[place + 1 :])
            return parts if whole == total and not told_more else []
    return []


def _counted_in(said: str, one: Topical, read: _Read) -> list[Part] | None:
    """Return the counts of a sentence, a clause each; None where it tells something else."""
    text, found = _SHARE.sub(",", said), []
    if AT_OTHER_TIMES.search(text) or _SOME_YEAR.search(text):
        return None
    for clause in _CLAUSE.findall(text):
        counted = list(_COUNTED.finditer(clause))
        if _LEFT_OPEN.search(clause) or len(counted) > 1:
            return None
        if not counted:
            if any(letter.isdigit() for letter in clause):
                return None
            continue
        name = read(clause[: counted[0].start()] + "#" + clause[counted[0].end() :])
        if isinstance(name, bool):
            return None
        found.append(Part(name, counted[0]["n"], one))
    return found
