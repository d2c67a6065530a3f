"""Is a line at a table nothing but a time that is not the report's year: 1—6月, (2022.1-2022.12), 第三季度, 截至6月30日, 历年累计?"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.ownership.whose import year_of_title

__all__ = ["is_another_time", "is_of_the_year"]

_LONGEST = 40  # characters
_LED = expression(
    r"(?:[注说备明]{1,2}[:])?(?:(?:(?:[本上下此该]表|以[上下]|表[中内])的?(?:统计|所有)?(?:数据|数字|数)?|数据)均?[为是系])?(?:(?:数据|统计|报告|填报|所属)?(?:时间|期间|周期|区间|时段|范围|期限|时期|报告期|年度)[:是为]?)?"
)
_BEHIND = expression(r"(?:的?(?:数据|情况|统计|统计数据|数|汇总))?表?[:]?")
_MARKS = expression(r"^[(\[【]|[)\]】。]$")
QUARTER = "第?[一二三四1-4]季度|第[一二三四1-4]个季度"
"""A quarter of a year."""
_TO = r"(?:[-至到~—–]+)"
_SPAN = expression(
    rf"(?:(?P<y1>20\d\d)[年.])?(?P<m1>\d{{1,2}})月?份?(?:[.]?\d{{1,2}}日)?{_TO}(?:(?P<y2>20\d\d)[年.])?(?P<m2>\d{{1,2}})月?份?(?:[.]?\d{{1,2}}日)?"
)
_MONTH = expression(r"(?:(?P<y>20\d\d)[年.])?(?P<m>\d{1,2}|元)(?P<of>月份?)?")
_UNTIL = expression(r"(?:数据|统计)?截[至止]到?[:]?(?:(?P<y>20\d\d)年?)?(?:(?P<m>\d{1,2})月(?:\d{1,2}日|底|末)?)?(?:年?底)?")
_PART = expression(
    rf"(?:(?:20\d\d|本|上|当)年度?)?(?:{QUARTER}|第?[一二三四1-4]季|[上下]半年|前[一二三两1-3]个?季度|本季度?|本月份?|上月份?)"
)
_SEVERAL = expression(
    rf"(?:历年)?累计|历年|近[两二三四五十]年|[“\"]?十[一二三四]五[”\"]?(?:期间|时期)?|自?20\d\d年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?(?:以来|起|至今)(?:累计)?|(?P<first>20\d\d)年?{_TO}(?P<last>20\d\d)年?度?"
)
# 所属期:2023年; said in any other way, it is not known to be all of the year: 所属期:2023.1-6, 所属期:2022.
_PERIOD_OF = expression("(?:数据|统计|报告|填报)?所属(?:时?期|期[间限]|时[间段]|年[度份]?)[:为是]?")
_ALL_OF = expression(
    rf"(?P<year>20\d\d)(?:年?|年度|年(?:度?全年|0?1月?(?:1日)?起?{_TO}(?:(?P<last>20\d\d)年)?12月(?:31日|底|末)?止?))|全年|[本全]年度"
)
_LAST_MONTH = 12


def is_another_time(line: str, folded: str) -> bool:
    """Tell whether a line says a time alone, and that is a part of the report's year, several years or another one."""
    if len(line) > _LONGEST or "。" in line[:-1]:
        return False
    said = _MARKS.sub("", "".join(line.split()))
    if _PERIOD_OF.match(said):
        return not is_of_the_year(said, folded)
    said = said[_LED.match(said).end() :]  # type: ignore[union-attr]
    for pattern, is_other in ((_SPAN, _is_no_year), (_MONTH, _is_month), (_UNTIL, _ends_early), (_SEVERAL, _are_several)):
        if (found := pattern.match(said)) and found.end() > 0 and _BEHIND.fullmatch(said, found.end()):
            return is_other(found, year_of_title(folded))
    part = _PART.match(said)
    return part is not None and _BEHIND.fullmatch(said, part.end()) is not None


def is_of_the_year(line: str, folded: str) -> bool:
    """Tell whether a line says that its numbers belong to all of the report's year, and nothing else: 所属期:2023年度."""
    said = _MARKS.sub("", "".join(line.split()))
    led = _PERIOD_OF.match(said)
    span = _ALL_OF.fullmatch(said, led.end()) if led else None
    return span is not None and {span["year"], span["last"]} <= {None, year_of_title(folded)}


def _is_no_year(span: re.Match[str], year: str) -> bool:
    first, last = int(span["m1"]), int(span["m2"])
    if not (span["y1"] or span["y2"] or "月" in span[0]) or max(first, last) > _LAST_MONTH:
        return False  # 3-5 may be pages
    begins, ends = span["y1"] or span["y2"] or year, span["y2"] or span["y1"] or year
    if ends == year and begins and int(begins) == int(year) - 1:
        return first != _LAST_MONTH  # a year that somebody began a month early
    return (first, last) != (1, _LAST_MONTH) or (bool(year) and (begins, ends) != (year, year))


def _is_month(month: re.Match[str], year: str) -> bool:
    """Tell whether a month is none that may be the day of a table: December of the year, or one of the year behind it."""
    if not (month["of"] or month["y"]):
        return False
    if month["y"] is None:
        return True
    if not year or int(month["y"]) == int(year) + 1:
        return False
    return month["y"] != year or month["m"] != str(_LAST_MONTH)


def _ends_early(until: re.Match[str], year: str) -> bool:
    if until["y"] and year and until["y"] != year:
        return int(until["y"]) < int(year)
    return until["m"] is not None and int(until["m"]) < _LAST_MONTH


def _are_several(several: re.Match[str], year: str) -> bool:
    return several["first"] is None or several["first"] != several["last"] or several["last"] != year
