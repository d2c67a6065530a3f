"""Do words speak of a span of several years: 四年多来, 建局以来, 从条例实施到现在? What a span counts is no number of one year."""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression

__all__ = ["YEARS_PAST", "opens_with_years", "spans_years"]

_N = r"(?<![\d一二三四五六七八九十〇零○])(?:[两二三四五六七八九十多几数\d]{1,2}[余多]?|[二三四五六七八九]?十一)"
# 一年来 is the report's year where a clause begins with it, or its year goes before; 条例实施一年来 is what it says.
_SINCE_A_YEAR = r"(?<=[^,;:。!?()、])(?<!20\d\d年)(?<!20\d\d年度)一年以?来"
YEARS_PAST = rf"(?:{_N}年以?来|{_SINCE_A_YEAR}|一年[多余](?:以?来|的?时间))"
"""Several years, or one that need not be the report's."""
# 过去一年 and 一年来 are one year; 三年级 and 5年规划 are none.
_LASTED = (
    rf"{YEARS_PAST}|(?:{_N}|往)年(?:以来|[来间里内共,]|累计|总共|一共|合计|(?=[收受主发接因]))"
    rf"|{_N}年(?:[多余]?(?:以来|来|的?时间)|[多余](?=[,间里内共收受主发接因]))|{_N}个(?:年头|年度|春秋|寒暑)(?!.*20\d\d年)"
)
_JOINED_YEARS = (
    r"20\d\d年?度?(?:[至到、,和与及]|-+|[—–~]+)20\d\d(?!年|\d)|(?<!年是)(?<!年为)十[一二三四五]五(?:期间|时期|以来|期内)(?!.*20\d\d年)"
    r"|20\d\d年?度?(?:[至到、,和与及]|-+|[—–~]+)20\d\d年(?!.*20\d\d年)"
)
_SINCE = (
    r"至今|(?:截[至止]|至)(?:本?报告(?!期|统计)|本?年报(?!统计|填报)|发稿)[^,。;\d]{0,6}(?:日|时|前)(?!期|.*(?:20\d\d年|12月31日))|历年|近[两二三四五六七八九十几\d]{1,2}年|(?<!年)(?<!年度)(?<!年初)以来"
    r"|自[^,。;]{2,24}(?<!之日)起(?=[,共总主公收受接发]|累计)"
    r"|(?:实施|施行|颁布|出台|成立|组建|改革|挂牌|合并|改版|上线|启用|开通|升级)(?:以|之)?后(?!.*(?:20\d\d|全|本)年)"
)
_OF_YEARS = expression(_LASTED)
_JOINED = expression(_JOINED_YEARS)  # names two years of four digits, or a plan of five
_UNTIL_NOW = expression(_SINCE)  # each of its words has one of these:
_NOW = tuple("今历近来起后稿报")
# From what happened up to a day: 自条例颁布之日起至2012年12月31日, 从条例实施到现在. What begins with the year or a month is of the year.
_FROM_AND_TO = expression(
    r"[自从](?P<since>[^,。;]{2,28}?)起?[至到](?:现在|如今|目前|今[日天]?(?!年)|当前|(?:20\d\d年?|[本今当]?年)?(?:\d{1,2}月|[底末])|20\d\d年)"
)
_OF_A_YEAR = expression(
    r"(?:20\d\d年?度?|[本今当全]年度?)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?:\d{1,2}日)?|年?[初头]|元旦|伊始)?"
)
_ITS_YEAR = expression(r"20\d\d")
# Each of the two holds one of these.
_MAY_SPAN = expression("[年今来起后期秋暑自从稿报]|20")
# Where a sentence begins with a span, what follows on its line is of the span too.
_OPENS = expression(rf"[^,。;]{{0,16}}?(?:{YEARS_PAST}|{_N}年[多余]?(?:以来|来|间)|{_N}个年头)(?:的?工作)?,")
_LASTS = tuple("来间头")


def spans_years(words: str, year: int | None) -> bool:
    """Tell whether the words speak of several years; `year` is the report's, whose own months and days are none."""
    if not _MAY_SPAN.search(words):
        return False
    if _OF_YEARS.search(words) or (any(map(words.__contains__, _NOW)) and _UNTIL_NOW.search(words)):
        return True
    if ("五" in words or words.count("20") > 1) and _JOINED.search(words):
        return True
    return ("自" in words or "从" in words) and any(not _begins_in_year(span, year) for span in _FROM_AND_TO.finditer(words))


def opens_with_years(sentence: str) -> bool:
    """Tell whether a sentence begins with a number of years: 条例实施四年来, 回顾几年来的工作."""
    return "年" in sentence and any(map(sentence.__contains__, _LASTS)) and _OPENS.match(sentence) is not None


def _begins_in_year(span: re.Match[str], year: int | None) -> bool:
    """Tell whether a span begins with a month or a day of the year that it ends in."""
    since = span["since"]
    if _OF_A_YEAR.fullmatch(since) is None:
        return False
    named = _ITS_YEAR.match(since)
    return named is None or year is None or int(named.group()) == year
