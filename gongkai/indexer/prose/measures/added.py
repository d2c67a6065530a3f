"""Is a number followed by a further one of the same things that is not in it: 2件,另有3件; 2件。此外,收到网上申请3件; 县政府2件,县国土局1件?

Then nobody knows of how many the first is. What the numbers behind add up to, and what they count else, leaves it as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import COUNTERS, NUMERALS
from gongkai.indexer.prose.ownership.other_causes import is_caused_otherwise

__all__ = ["adds", "is_added_to", "is_one_of_ways"]

_UNITS = (COUNTERS, "名位人", "个处", "次场期", "篇", "元")
_GROUP = {unit: group for group, units in enumerate(_UNITS) for unit in units}
_COUNTED = expression(
    rf"(?<![\d.年])(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d{{1,7}}(?:\.\d+)?|[零一二两三四五六七八九十])[余多]?(?:人次|条次|万?(?P<unit>[{''.join(_UNITS)}]))"
)
_MORE = (
    r"另(?![行案类据起]|一方面)|此外|(?<!反)又(?![称名以要快])|再(?![次审就度])|还(?![原款是要])|加上|补(?:报|收)|后来|随后"
    r"|同时,?(?=[收受接])|除(?:此|上述|以上|前述)[^,。;]{0,4}外"
)
_ADDS = expression(_MORE)
_BEGINS = expression(rf"(?:(?:[本全]年|年底|年末|\d{{1,2}}月份?)?,?(?:{_MORE}))")
_NO_PART = expression("其中|包括|均|全部|都|主要")
_ENDS, _ENDS_SENTENCE = expression(r"[,;:。()、]"), expression("[。;]")
# What else may be counted: the first that is named tells it.
_CONTEST = expression("(?P<review>复议)|(?P<lawsuit>诉讼|应诉|起诉)")
_TOPICS = (
    ("else", expression("咨询|投诉|举报|信访|来访|建议|提案|议案|留言|信箱|制度|培训|会议|检查|热线|结转")),
    ("requests", expression("申请|受理|收到|接到|接收")),
    ("items", expression("公开|发布|刊登|推送|刊发")),
)
_CHANNELS = expression(
    "(?P<wechat>微信|公众号|服务号|订阅号)|(?P<weibo>微博)|(?P<gazette>公报)|(?P<web>网)|(?P<other>其[他它]|栏|报)"
)
_DENIES = expression("[未没无]|从未|尚未|不存在|暂无")
_BODY = expression(r"[,、;](?:[\u4e00-\u9fff]{1,10}(?:局|委|厅|办|政府|镇|乡|街道|办事处|中心|所|站|队))[为有]?")
_OF_ALL = expression("全[省市县区州旗盟镇乡局]|共|总计|合计|总数")
_WAY = (
    r"(?:网[上络站]?|互联网|在线|信函|书信|来信|信件|邮件|邮箱|邮寄|电邮|口头|当面|现场|书面|传真|电话|窗口|来访|微信|申请[书表])"
)
_NEXT_WAY = expression(rf"[^,、;。()]{{0,14}}(?:[,、;]|以及|[和及与])[^,、;。()]{{0,16}}?{_WAY}")
_WAY_FIRST = expression(rf"(?:通过)?[^,、;。()\d]{{0,8}}?{_WAY}[^,、;。()\d]{{0,12}}[1-9]\d*[{COUNTERS}]")
_COUNTS_ANY = expression(rf"\d[{COUNTERS}]")  # ends each, and is found sooner
_WAY_BEHIND = expression(r"[^,、;。()]{0,14}(?:[,、;]|以及|[和及与])(?:收到|接到|受理)?$")
_HANDLED = expression(
    "答复|回复|办[结理]|告知|予以|同意|提供|不予|上年|结转|复议|诉讼|咨询|投诉|举报|信访"
    "|接待|发布|留言|点击|访问|(?<!信息)(?<!申请)公开(?!申请)"
)
_MOST = 30  # numbers of one sentence that are looked at
_TRAIL = 12  # characters behind a number that may tell what it counts


class _Count(NamedTuple):
    """A number, what stands between the one before and it, what stands behind, of which group its unit is, whether in a bracket, and its end.

    In the sentence after it has none: -1.
    """

    value: float
    before: str
    behind: str
    group: int
    inside: bool
    end: int


def adds(behind: str) -> str:
    """Return the sentence that begins what stands behind another and adds to what was counted there or names a way, else nothing."""
    first = _BEGINS.match(behind) or (_COUNTS_ANY.search(behind) and _WAY_FIRST.match(behind))
    return _ENDS_SENTENCE.split(behind, maxsplit=1)[0] if first else ""


def is_added_to(text: str, end: int, after: str = "") -> bool:
    """Tell whether what is counted or denied behind `end` is added to there, or in the next sentence, which is `after`."""
    if not (_ADDS.search(text, end) or after or _BODY.search(text, end)):
        return False
    denies = _DENIES.match(text, end) is not None
    counted = list(islice(_counts(text, end, after), _MOST))
    own = None if denies or not counted else counted[0]
    of_topic = "信息公开" in text[:end]
    said = text[end:].partition(",")[0] if own is None else own.before + own.behind
    for at, one in enumerate(counted):
        if one is own or (own and one.group != own.group):
            continue
        if of_topic and is_caused_otherwise(one.before, len(one.before), len(one.before), None):
            continue  # 因政府信息公开被提起行政诉讼2件。此外,因规划许可被提起行政诉讼5件
        if _ADDS.search(one.before) and not _NO_PART.search(one.before) and _is_of_same(said, one, denied=own is None):
            if own is None or not _adds_up(counted, at, own):
                return True
        elif own and at == 1 and _BODY.fullmatch(one.before) and not _OF_ALL.search(text, 0, end + len(own.before)):
            return not _adds_up(counted, at, own)
    return False


def is_one_of_ways(text: str, end: int, after: str) -> bool:
    """Tell whether behind how many requests came, which is counted behind `end`, more are told by a way: 申请书2件、网上申请3件."""
    counted = list(islice(_counts(text, end, after), _MOST))
    if not counted or counted[0].end < 0:
        return False
    next_to_it = [at for at, one in enumerate(counted) if at == 1 or (at and one.end < 0 <= counted[at - 1].end)]
    return any(_is_by_way(counted[at], counted[0]) and not _adds_up(counted, at, counted[0]) for at in next_to_it)


def _is_by_way(one: _Count, own: _Count) -> bool:
    """Tell whether a number next to that of the requests is of those that came by a way, and of none answered."""
    if one.group != own.group or one.value == own.value or _NO_PART.search(one.before) or _HANDLED.search(one.before):
        return False
    if _NEXT_WAY.match(one.before) or (one.end < 0 and re.search(_WAY, one.before)):
        return True
    behind = _WAY_BEHIND.fullmatch(one.before) and re.match(_WAY, one.behind)
    return bool(behind) and not _HANDLED.search(one.behind)


def _counts(text: str, end: int, after: str) -> Iterator[_Count]:
    """Yield what is counted behind `end` and in the sentence `after`."""
    for words, start in ((text, end), (after, 0)) if after else ((text, end),):
        last = start
        for found in _COUNTED.finditer(words, start):
            behind = _ENDS.split(words[found.end() : found.end() + _TRAIL], maxsplit=1)[0]
            value = found["n"].replace(",", "")
            number = float(NUMERALS[value]) if value in NUMERALS else float(value)
            inside = words.rfind("(", start, found.start()) > words.rfind(")", start, found.start())
            yield _Count(
                number,
                words[last : found.start()],
                behind,
                _GROUP.get(found["unit"] or "次", -1),
                inside,
                found.end() if words is text else -1,
            )
            last = found.end()


def _adds_up(counted: Sequence[_Count], at: int, own: _Count) -> bool:
    """Tell whether numbers next to each other, with the one there, are what `own` is made of: all in a bracket, or none."""
    runs = (counted[first:last] for first in range(1, at + 1) for last in range(max(at, first + 1) + 1, len(counted) + 1))
    return any(sum(one.value for one in run) == own.value and len({one.inside for one in run}) == 1 for run in runs)


def _is_of_same(said: str, one: _Count, *, denied: bool) -> bool:
    """Tell whether a number may count what is `said` of the first; one that stands beside what is denied must say so."""
    own, other = _topics(said, last=False), _topics(one.before, last=True) or _topics(one.behind, last=False)
    if not other or not own:
        return not denied
    if "items" in own & other:
        of_first, of_other = ({found.lastgroup for found in _CHANNELS.finditer(words)} for words in (said, one.before))
        return not (of_first and of_other) or bool(of_first & of_other)
    return bool(own & other)


def _topics(words: str, *, last: bool) -> set[str]:
    """Return what the words speak of: reviews and lawsuits above all, of several the `last` alone where asked."""
    if contests := [found.lastgroup or "" for found in _CONTEST.finditer(words)]:
        return set(contests[-1:] if last else contests)
    return {next(iter(named))} if (named := [key for key, pattern in _TOPICS if pattern.search(words)]) else set()
