"""Which numbers that a sentence writes in words count something: 二十五件, 九件, but not 第九条, 几十件, 一条龙, 周五起?"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import COUNTERS, NUMERALS

__all__ = ["with_digits", "without_titles"]

_SMALL = "一二两三四五六七八九"
_NUMERAL = f"[{_SMALL}十百千万亿零〇]"
# Articles of a law are no items, nor are 五条措施, 三份之一, 两条主线.
_NO_ITEM = "款|规定|之|例|所|措施|意见|建议|龙|[主底红热专街]?线|主?渠道|途径|[街船心道路腿河]|子(?!女)|[件条](?!次)"
_IN_WORDS = expression(rf"{_NUMERAL}+(?=[{COUNTERS}](?!{_NO_ITEM}))")
_TO_99 = expression(f"([{_SMALL}]?)十([{_SMALL}]?)")
# Neither 第十二条, 数十件, 3.五件 nor 十一、十二条, 三至五件; nor is 余十件, 上十件 exact.
_BEFORE_NO_COUNT = expression(rf"(?:[第数几\d.~-]|(?:\d|{_NUMERAL})[、至到])$")
_ROUND = expression("[多来]$|(?<!其)余$|(?<![网线])上$")
_OF_A_WEEK = tuple("周期初")  # 周五起
_ARTICLES = expression(rf"第(?:\d|{_NUMERAL})+条(?:、(?:\d|{_NUMERAL})+条)*[、和及]$")
_ONE_OF_ALL = tuple("每任同逐这那某首头哪何唯")
_COUNTS_ONE = tuple("讼议案生理有共为请")  # 行政复议一起; 与市局一起 is together
_DENIED = expression("(?:没|未(?:曾|有|发生|收到|接到|出现)|无(?!法|效|关)|不存在)[^,。;:()]*$")  # 没有一件: none
_QUOTED = expression(
    rf"[“\"‘']({_NUMERAL}+[{COUNTERS}]|\d+条(?=[”\"’'](?:措施|规定|意见|办法|政策|举措|新政|标准|要求|制度)))[”\"’']"
)
_TITLE = expression(rf"《[^《》\n]{{0,40}}?\d+[{COUNTERS}][^《》\d\n]{{0,6}}》")
_DIGIT = expression(r"\d(?=\d*\D{1,7}$)")


def with_digits(sentence: str) -> str:
    """Return a sentence with its exact numbers up to 99 that are written in words, and count something, as digits: 25件."""
    if not any(map(sentence.__contains__, COUNTERS)):
        return sentence  # most are: found out in a tenth of the time
    return _IN_WORDS.sub(_as_digits, sentence)


def without_titles(text: str) -> str:
    """Return the text, of the same length, with 《二十条》 for “二十条”, and no digits that end a paper's name."""
    quoted = _QUOTED.sub(r"《\1》", text)
    return _TITLE.sub(lambda title: _DIGIT.sub("第", title.group()), quoted) if "《" in quoted else quoted


def _as_digits(found: re.Match[str]) -> str:
    words, before = found.group(), found.string[: found.start()]
    if _BEFORE_NO_COUNT.search(before) or before.endswith("《") or _ARTICLES.search(before):
        return words
    if tens := _TO_99.fullmatch(words):
        exact = words != "十" or not _ROUND.search(before)
        return str(NUMERALS[tens[1] or "一"] * 10 + NUMERALS[tens[2] or "零"]) if exact else words
    counter = found.string[found.end()]
    if len(words) > 1 or words == "零" or words not in NUMERALS or (counter == "起" and before.endswith(_OF_A_WEEK)):
        return words
    return words if words == "一" and not _is_one(before, counter) else str(NUMERALS[words])


def _is_one(before: str, counter: str) -> bool:
    """Tell whether 一件 counts: neither 每一件, 没有一件 nor 与市局一起."""
    if before.endswith(_ONE_OF_ALL) or _DENIED.search(before):
        return False
    return counter != "起" or before.endswith(_COUNTS_ONE)
