"""Did requests come 通过网站、信函等方式: by all ways, where nothing that came is told beside them?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import COUNTERS
from gongkai.indexer.prose.sentences import Sentence
from gongkai.indexer.prose.wordings import number

__all__ = ["WAYS", "came_beside", "is_by_ways", "without_ways"]

WAYS = "(?:方式|渠道|途径|形式)"
"""What ways are called."""
_BY = "(?:通过|采取|采用|利用|以(?![来及上下内外前后]))"
_ALL_WAYS = expression(
    rf"{_BY}(?:(?!{_BY})[^,。;:\d]){{2,40}}等(?:各种|各类|多种|不同)?{WAYS},?(?=(?:总?共|合计|累计)?(?:收到|受理|接到|接收))"
)
# Some ways by which none came: of the clause that denies it, or all of the one before.
_BY_WAYS = expression(rf"{_BY}[^,。;:\d]{{2,40}}等[^,。;:\d]{{0,4}}{WAYS}(?:[^,。;:]*|,[^,。;:]*)$")
_CLAUSES = expression("[,:。!?]|、(?=[^,、:。]*[0-9])")
_NUMBER = expression(rf"(?<![\d.])(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}})余?多?(?:[{COUNTERS}]|人次?|项)")
_CAME = expression("收到|受理|接到|接收|申请|网[上络]|现场|当面|信函|邮[件寄箱]|来信|窗口|传真|电话|平台")
_ELSE = expression(
    "咨询|信访|投诉|举报|复议|诉讼|上一?年|去年|往年|同期|答复|回复|办结|办理|予以|同意|告知|结转|主动公开|公开(?:政府)?信息(?!的?申请)"
)


def without_ways(sentence: Sentence) -> Sentence:
    """Return the sentence without the ways by which all came that it counts: 我局共收到申请12件."""
    if "等" not in sentence.text:
        return sentence
    text = _ALL_WAYS.sub("", sentence.text)
    return sentence if text == sentence.text else replace(sentence, text=text)


def is_by_ways(sentence: Sentence, at: int) -> bool:
    """Tell whether what is denied `at` came by none of some ways: 通过网站、信函等方式未收到."""
    return "等" in sentence.text and _BY_WAYS.search(sentence.text[:at]) is not None


def came_beside(sentences: Iterable[Sentence], value: int) -> bool:
    """Tell whether sections one and three count any more that came than the `value` and what adds up to it: 现场收到4件."""
    others = [
        number(one["n"])
        for sentence in sentences
        if sentence.section in ("overview", "requests")
        for clause in _CLAUSES.split(sentence.text.partition("其中")[0])
        if _CAME.search(clause) and not _ELSE.search(clause)
        for one in _NUMBER.finditer(clause)
        if number(one["n"]) != value
    ]
    return bool(others) and sum(others) != value
