"""Which number does a long label of the list of 2014 stand around? A narrow column breaks the label, its number is printed beside both lines.

(一)主动公开政府信息数(不同
条 1200
渠道和方式公开相同信息计1条)
"""

from __future__ import annotations

import re

from gongkai.indexer.fold import squeeze_label
from gongkai.mappings.form_2014 import LIST_2014, SPELLINGS_2014

__all__ = ["number_inside"]

_AROUND = re.compile(
    r"(?P<first>[^\n|\t]{1,80})\n[ \t]*(?:(?:条|件|次|篇|个|人次|人|万元)[ \t|]+)?(?P<number>\d[\d,.]*)[ \t|]*\n(?P<rest>[^\n|\t]{2,80}\))[ \t|]*"
)
# What opens the row below.
_OPENING = re.compile(r"[\s|]*+(?:[(\[]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)\].、]+|其中:?)?[\s|]*+")
_LONG = {LIST_2014 + key: [squeeze_label(spelling) for spelling in spellings] for key, spellings in SPELLINGS_2014.items()}


def number_inside(row: str | None, word: str, folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the number stands within the rest of the row's label, where the two make one of its spellings with the word before."""
    found = _AROUND.match(folded, start, end) if row in _LONG else None
    if found is None or not _OPENING.fullmatch(folded, found.end(), end):
        return None
    label = word + squeeze_label(found["first"]) + squeeze_label(found["rest"])
    return found.span("number") if label in _LONG[row] else None  # type: ignore[index]
