"""Which bars of a page are ones that somebody read wrongly: |2 for 12, 3|0 for 310, among numbers that no separator touches?"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression

__all__ = ["mark_bars_for_ones"]

_MARK = "~"  # makes no number of what stands around it
_NUMBER = expression(r"(?<![\d|.])(?:\|*\d[\d|]*)(?![\d|.、)年月日])")
_TOUCHED = expression(r"\d\||\|\d")  # by a bar
_TIGHT = expression(r"[\u3400-\u9fff)]\||\|[\u3400-\u9fff(]")  # 收到申请数|件|12
_CLOSED = expression(r"[ \t]\|[ \t]*$", re.MULTILINE)  # 29 |⏎
_CLOSES = expression(r"[^\n|]*\|(?=[ \t]*(?:\n|\Z))")  # 9|⏎ where lines are closed so
_FEW = 3  # such bars are no separators
_NEAR, _MOST = 4, 0.5  # numbers before it, as many behind it, and of them those that bars touch


def mark_bars_for_ones(folded: str) -> str:
    """Return the text, of the same length, with a mark for each bar that stands in a number."""
    if not _TOUCHED.search(folded) or len(_TIGHT.findall(folded)) >= _FEW:
        return folded
    numbers = list(_NUMBER.finditer(folded))
    closed = len(_CLOSED.findall(folded)) >= _FEW
    touched = ["|" in number[0] and not (closed and _CLOSES.match(folded, number.start())) for number in numbers]
    odd = [number for at, number in enumerate(numbers) if touched[at] and _is_alone(touched, at)]
    pieces, done = [], 0
    for number in odd:
        pieces += [folded[done : number.start()], number[0].replace("|", _MARK)]
        done = number.end()
    return "".join([*pieces, folded[done:]])


def _is_alone(touched: list[bool], at: int) -> bool:
    """Tell whether most numbers around one that bars touch stand apart from theirs: there bars are no part of the separators."""
    near = touched[max(0, at - _NEAR) : at] + touched[at + 1 : at + 1 + _NEAR]
    return len(near) >= _NEAR and sum(near) <= _MOST * len(near)
