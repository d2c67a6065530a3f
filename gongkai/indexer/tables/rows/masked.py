"""Which numbers are masked, or stand beside a second one that the page does not explain: 1***, 12(5)? And which name a part: 12(其中5)?

What a star stands for nobody can tell, unless a line of the page begins with as many: then it is the mark of that note.
A bare number in brackets may be a part, last year's, or a note's: the cell is left unread. Where the brackets say that they
name a part, no greater than the whole, the number before them is the cell's; and so where they hold a share in percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from gongkai.indexer.expressions import expression
from gongkai.report import Figure, State

__all__ = ["SHARE", "without_masked", "without_parts"]

_STARRED = expression(r"[-+]?\d[\d,.]*+[ \t]*+(\*++)")
_NOTE_LINE = expression(r"^[ \t|#>(]*+(\*++)[)]?[ \t]*(?:[:、.]|[\u3400-\u9fff])(?![^\n]*\*[ \t|]*$)", re.MULTILINE)
_TELLS = expression(r"(?:[注带标有]|标注|加注)[ \u201c\"'(]*(\*++)")
_SECOND = expression(r"[-+]?\d[\d,.]*+[ \t]*\(\d[\d,.]*\)[ \t]*(?=[|\n\t]|\Z)")
_BRACKETS = expression(r"\((?<=[\d,. \t]\()\d")  # that a second number begins with
# A part of the whole; what may be of another time, left out, added or corrected is none.
_PART = expression(
    r"(?P<whole>(?<![\d.,])\d[\d,]*+)(?P<note>[ ]*\((?:其中|(?:含|包[括含])(?!\d))[^()|\t\n]{0,20}\))(?=[ ]*(?:[|\t\n]|[ ]\d|\Z))"
)
# In brackets: 40%, 占 20.5 %.
SHARE = r"\([ ]?(?:占比?:?)?(?:100|\d{1,2})(?:\.\d{1,2})?[ ]?%[ ]?\)"
_WITH_SHARE = expression(rf"(?P<whole>(?<![\d.,])\d[\d,]*+)(?P<note>[ ]?{SHARE})(?=[ ]*(?:[|\t\n]|[ ]\d|\Z))")
_NUMBERS = expression(r"\d[\d,]*")
_NO_PART = expression(
    r"上[期季届]|[同前跨往]期|年|月|季|结转|累[计积]|以来|不|未|除|另|仅|只|外|共|更正|应|误|约|余|多|[.%?*\ufffd]|\d[^\d]+\d"
    r"|计划|目标|预|估|比|增|减|旧|万|其[他它][省市县区旗镇乡部单]|(?<![本我])[局厅]"
)


def without_masked(figures: Mapping[str, Figure], folded: str) -> Iterator[tuple[str, Figure]]:
    """Yield the figures whose digits are masked, or stand before a second number in brackets, with nothing read."""
    if "*" not in folded and not _BRACKETS.search(folded):
        return
    told = _notes(folded) if "*" in folded else frozenset()
    for name, figure in figures.items():
        if figure.value is None or figure.span is None:
            continue
        start = figure.span[0]
        starred = _STARRED.match(folded, start)
        if (starred and starred[1] not in told) or _SECOND.match(folded, start):
            yield name, figure._replace(value=None, state=State.ILLEGIBLE)


def _notes(folded: str) -> frozenset[str]:
    """Return the marks of stars that lines of the page begin with, or speak of."""
    return frozenset(note[1] for pattern in (_NOTE_LINE, _TELLS) for note in pattern.finditer(folded))


def without_parts(folded: str) -> str:
    """Return the page's text without the brackets that name a part or a share of the number before them: spaces stand there."""
    if "%)" in folded or "% )" in folded:
        folded = _WITH_SHARE.sub(lambda found: found["whole"] + " " * len(found["note"]), folded)
    if "(其中" not in folded and "(含" not in folded and "(包" not in folded:
        return folded
    return _PART.sub(_without_part, folded)


def _without_part(found: re.Match[str]) -> str:
    parts = _NUMBERS.findall(found["note"])
    is_part = len(parts) == 1 and int(parts[0].replace(",", "")) <= int(found["whole"].replace(",", ""))
    if not is_part or _NO_PART.search(found["note"]):
        return found[0]
    return found["whole"] + " " * len(found["note"])
