"""By which ways were items published, where the ways add up to all: 主动公开166条，其中政府网站74条，微信92条?

`channels.py` reads a way by its own words; where the whole is known and nothing is left over, fewer words are enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from gongkai.indexer.adding_up import MOST, that_add_up
from gongkai.indexer.sentences import AT_OTHER_TIMES, UNIT
from gongkai.indexer.told import Told, Topical, follows_another
from gongkai.mappings.form_2014 import LIST_2014
from gongkai.report import Number

__all__ = ["ways_of_items"]

_PUBLISHED = LIST_2014 + "proactive.items_published"
_WAYS = (
    ("website", re.compile("网站")),
    ("weibo", re.compile("微博")),
    ("wechat", re.compile("微信")),
    ("gazette", re.compile("政府公报")),
    ("other", re.compile("其[他它](?:方式|渠道|途径|形式)")),
)
_WAY = re.compile("网|微博|微信|公众号|公报|报[纸刊]|日报|媒体|栏|电视|广播|平台|屏|客户端|系统|会议|手册|方式|渠道|途径|形式")
_MORE = re.compile("(?:网站|微博|微信|公报)[^,。;]{0,8}(?:公开|发布)")
# 微博微信#, 网站和微信#, 网站公开栏#, 新华网# are of several ways or of somebody else's
_NOT_ONE = re.compile("栏|媒体|平台|客户端|系统|报[纸刊]|日报|电视|转发|转载|推送|新华|人民网|国务院|工作群")
_OF_ONE_WAY = re.compile(
    r"(?:其中|通过|利用|借助|在|[1-9一二三四五][、.])*[^#、和及与]*(?:主动)?(?:公开|发布|刊登)?了?[^#、和及与]{0,10}#(?:政府|政务)?(?:信息)?"
)


def ways_of_items(sentences: Sequence[Topical], told: Mapping[str, set[Number]]) -> Iterator[Told]:
    """Yield how many items each way brought where the ways add up to all of them; `told` are the figures known."""
    whole = told.get(_PUBLISHED, set())
    if len(whole) != 1:
        return
    (total,) = whole
    stated = re.compile(rf"公开[^,。;:\d]{{0,16}}(?<![\d.]){total}{UNIT}(?:(?:政府|政务)?信息)?(?=[,:;(]|$)")
    of_sections = [one for one in sentences if one.sentence.section in ("overview", "proactive")]
    for at, one in enumerate(of_sections):
        behind = of_sections[at + 1].sentence.text if at + 1 < len(of_sections) else ""
        for lead in stated.finditer(one.sentence.text):
            if not _WAY.search(one.sentence.text[lead.end() :] + behind):
                continue  # the first way is told at once
            if follows_another(one.sentence, lead.start()) or not one.sentence.speaks_of_all(lead.start(), AT_OTHER_TIMES):
                continue
            run = of_sections[at : at + MOST]
            said = [one.sentence.text[lead.end() :], *(other.sentence.text for other in run[1:])]
            parts = that_add_up(said, run, int(total), _way, _MORE)
            yield from (way for part in parts if len(parts) > 1 and (way := part.tells()))


def _way(clause: str) -> str | bool | None:
    """Return the figure of the way that a clause names, None where it is of another or of several, False where it names none."""
    if not _WAY.search(clause):
        return False
    named = [name for name, word in _WAYS if word.search(clause)]
    if len(named) != 1 or _NOT_ONE.search(clause) or not _OF_ONE_WAY.fullmatch(clause):
        return None
    return f"{LIST_2014}proactive.by_{named[0]}"
