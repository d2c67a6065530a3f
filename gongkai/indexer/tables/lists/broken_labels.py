"""Where does a long label of the list of 2014 end that its row's unit or number breaks? A narrow column prints them beside its lines.

(一)主动公开政府信息数(不同
条 1200
渠道和方式公开相同信息计1条)
"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.mappings.form_2014 import LIST_2014, SPELLINGS_2014

__all__ = ["behind_label"]

_AROUND = expression(
    r"(?P<first>[^\n|\t]{1,80})\n[ \t]*(?:(?:条|件|次|篇|个|人次|人|万元)[ \t|]+)?(?P<number>\d[\d,.]*)[ \t|]*\n(?P<rest>[^\n|\t]{2,80}\))[ \t|]*"
)
# The unit alone, then the label's note: the 1 of 计1条 is no number of an empty cell.
_NOTE = expression(r"[\s|]*(?:条|件|次|篇|个|人次|人|万元)?[\s|]*(?P<note>\([^()|\t]{2,80}\))")
# What opens the row below.
_OPENING = expression(r"[\s|]*+(?:[(\[]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)\].、]+|其中:?)?[\s|]*+")
_LONG = {LIST_2014 + key: [squeeze_label(spelling) for spelling in spellings] for key, spellings in SPELLINGS_2014.items()}


def behind_label(row: str | None, word: str, folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the cells of a row begin and end whose unit or number breaks its label, where word and rest make one of its spellings."""
    if row not in _LONG:
        return None
    if (found := _AROUND.match(folded, start, end)) and _OPENING.fullmatch(folded, found.end(), end):
        is_own = word + squeeze_label(found["first"]) + squeeze_label(found["rest"]) in _LONG[row]
        return found.span("number") if is_own else None
    note = _NOTE.match(folded, start, end)
    is_own = note is not None and word + squeeze_label(note["note"]) in _LONG[row]
    return (note.end(), end) if note and is_own else None
