"""Is a number all that there was at the year's end, of which the year brought a part: 1290条,其中今年新增320条? Then it is not the year's."""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import COUNTERS

__all__ = ["is_stock", "tells_growth"]

_UNIT = f"[{COUNTERS}]"
_OF_THE_YEAR = r"(?:(?:20\d\d|[今本当])年度?(?:以来)?|年[度内])"
_GREW = r"(?:净?新增加?|新?(?:增加|公开|发布|更新))"
# What came new, of the number or in the year: 比上年增加 compares two years, 新增规范性文件 counts something else.
_ITEMS = "(?:的?(?:主动公开)?的?(?:政府|政务)?信息(?:总?数|共)?)?"  # 本年度新增的主动公开信息289条
_GROWTH = rf"(?:其中[:,]?(?:{_OF_THE_YEAR},?{_GREW}|净?新增加?)|{_OF_THE_YEAR},?{_GREW}|新增加?)了?{_ITEMS}\d+{_UNIT}"
_NUMBER = expression(r"[^\d。;]{0,48}(?P<n>\d[\d,]*)(?P<rest>[^。;]*)")
_GROWN = expression(rf"[^,(]*(?:[,(]{_GROWTH}|[^。;]{{0,58}}[,(](?:其中[:,]?)?{_OF_THE_YEAR},?{_GREW}了?{_ITEMS}\d+{_UNIT})")
_TELLS_GROWTH = expression(_GROWTH)
_STOCK = expression(
    # More than at the end of last year: what grows from one year's end to the next is no year's number.
    r"[^,(]{0,4}[,(](?:(?:[较比与]|同)(?:20\d\d年|上一?年度?|去年|前一?年|本?年)(?:12月)?[底末初]"
    # That of the years before is in it: 含往年46件, 分别为2011年46件、2012年12件, 年均12件. 历年累计234条 is told beside the year's.
    r"|(?:其中)?[:,]?(?:含|包括|包含)?(?:往年|历年(?!累计)|(?<=[含括])历年|以前年度|以往年度)(?![^,。;()]{0,4}(?:结转|遗留|转))[^,。;()]{0,6}\d"
    # 5件(含上年3件): last year's are no part of what came this year; those carried over are told elsewhere.
    r"|(?:其中[:,]?(?:含|包括|包含)?|含|包括|包含)[:,]?(?:上一?年度?|去年|前年)(?![^,。;()]{0,4}(?:结转|遗留|转))[^,。;()]{0,6}\d"
    r"|分别[为是]:?20\d\d年|(?:年均|年平均|平均每年|每年平均)[^,。;()]{0,4}\d|[此该均]?[为系是]?(?:历年)?累计数?(?=[,。;)]|$))"
)


def is_stock(text: str, end: int, after: str = "") -> bool:
    """Tell whether the words behind the number that follows `end` tell it apart by years; `after` is the next sentence."""
    number = _NUMBER.match(text, end)
    if number is None:
        return False
    rest = number["rest"]
    goes_on = "," in rest or "(" in rest  # both expressions need one of these
    grown = _GROWN.match(rest) if goes_on else None
    if (goes_on and _STOCK.match(rest)) or (
        grown and re.findall(r"\d+", grown[0])[-1] != number["n"]
    ):  # all of them new: no stock
        return True
    return tells_growth(after) and not any(map(str.isdigit, rest))


def tells_growth(sentence: str) -> bool:
    """Tell whether a sentence begins with how many came new in the year: 其中,今年新增320条."""
    return _TELLS_GROWTH.match(sentence) is not None
