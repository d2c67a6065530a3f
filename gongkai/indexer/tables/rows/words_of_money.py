"""Which words around an amount say no more than that it is money? 政府集中采购 | 3 | ¥13000.00, 人民币13000元, 130.5(单位:万元).

They are taken out of the rows of money only: where cases are counted, money is not read. What makes another amount of it
(约, 预算, 含上年) stays, and leaves the cell unread.
"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression

__all__ = ["without_words_of_money"]

_LABEL = expression("政府集中采购|行政事业性收费")
_ROW = 90  # characters behind a label in which its two cells stand
# ¥ is 元, which is what a fee under 万元 is not printed in: there it is taken out only where the unit stands behind.
_BEFORE = {
    "政府集中采购": expression(r"(?<![^\s|])(?:人民币[ ]?[¥￥]?|[¥￥])[ ]?(?=\d)"),
    "行政事业性收费": expression(r"(?<![^\s|])(?:人民币[ ]?[¥￥]?|[¥￥])[ ]?(?=\d[\d,.]*+[ ]?万?元)"),
}
_BEHIND = expression(r"(?<=\d)\((?:单位:|单位|人民币:?)(?P<unit>万元|元)\)(?=[\s|]|$)")
_OTHER_ROW = expression(r"[\u4e00-\u9fff]{3}(?<!人民币)")  # 第二十条, 三、收到和处理: the row is over


def without_words_of_money(folded: str) -> str:
    """Return a page's text with such words in the rows of money as spaces; every character keeps its place."""
    if not any(word in folded for word in ("¥", "￥", "人民币", "(单位")):
        return folded
    pieces, done = [], 0
    for label in _LABEL.finditer(folded):
        row = folded[label.end() : label.end() + _ROW]
        other = _OTHER_ROW.search(row)
        row = row[: other.start()] if other else row
        plain = _BEHIND.sub(lambda found: found["unit"].ljust(len(found[0])), _BEFORE[label[0]].sub(_spaces, row))
        pieces += [folded[done : label.end()], plain]
        done = label.end() + len(row)
    return "".join(pieces) + folded[done:]


def _spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])
