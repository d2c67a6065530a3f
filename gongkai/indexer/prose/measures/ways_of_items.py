"""By which ways were items published, where the ways add up to all: 主动公开166条，其中政府网站74条，微信92条?

`channels.py` reads a way by its own words; where the whole is known and nothing is left over, fewer words are enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from gongkai.indexer.expressions import expression
from gongkai.indexer.prose.measures.adding_up import that_add_up
from gongkai.indexer.prose.measures.all_ways import WAYS
from gongkai.indexer.prose.told import Told, Topical, is_of_all, within
from gongkai.indexer.prose.wordings import UNIT
from gongkai.mappings.form_2014 import LIST_2014
from gongkai.report import Number

__all__ = ["ways_of_items"]

_PUBLISHED = LIST_2014 + "proactive.items_published"
_WAYS = (
    ("website", r"(?:[市县区旗]?政府(?:信息公开)?(?:门户)?|[局厅委]?(?:门户|官方|部门)?)网站"),
    ("weibo", r"(?:官方|政务|新浪|腾讯)*微博"),
    ("wechat", r"(?:官方|政务)*微信(?:公众号|公众平台|平台|订阅号)?"),
    ("gazette", "政府公报"),
    ("other", f"其[他它]{WAYS}"),
)
# The clause of one way with # for its number: 其中通过门户网站公开各类政府信息共#
_BEFORE = r"(?:其中|通过|利用|借助|依托|在|[我本][局委厅办院镇乡县市区]|街道|[1-9一二三四五][、.]|:)*"
_BEHIND = (
    r"(?:上|中|共计?|主动|公开|发布|刊登|了)*(?:各[类项]?[\u4e00-\u9fff]{0,4}(?=政[府务]信息))?"
    r"(?:(?:政府|政务)?信息(?:数量|条数|数|量)?|数)?(?:共计?|为|达)?#(?:(?:政府|政务)?信息)?"
)
_OF_WAY = tuple((f"{LIST_2014}proactive.by_{name}", expression(_BEFORE + way + _BEHIND)) for name, way in _WAYS)
_WAY = expression("网|微博|微信|公众号|公报|报[纸刊]|日报|媒体|栏|电视|广播|平台|屏|客户端|系统|会议|手册|方式|渠道|途径|形式")
_MORE = expression("(?:网站|微博|微信|公报)[^,。;]{0,8}(?:公开|发布)")


def ways_of_items(sentences: Sequence[Topical], told: Mapping[str, set[Number]]) -> Iterator[Told]:
    """Yield how many items each way brought where the ways add up to all of them; `told` are the figures known."""
    whole = told.get(_PUBLISHED, set())
    if len(whole) != 1:
        return
    (total,) = whole
    stated = re.compile(rf"公开[^,。;:\d]{{0,16}}(?<![\d.])(?P<n>{total}){UNIT}(?:(?:政府|政务)?信息)?(?=[,:;(]|$)")
    of_sections = within(sentences, "overview", "proactive")
    for at, one in enumerate(of_sections):
        behind = of_sections[at + 1].sentence.text if at + 1 < len(of_sections) else ""
        for lead in stated.finditer(one.sentence.text):
            if not _WAY.search(one.sentence.text[lead.end() :] + behind):
                continue  # the first way is told at once
            parts = that_add_up(lead, of_sections, at, _way, _MORE) if is_of_all(one.sentence, lead.start()) else []
            yield from (way for part in parts if len(parts) > 1 and (way := part.tells()))


def _way(clause: str) -> str | bool | None:
    """Return the figure of the way that a clause names, None where it is of another or of several, False where it names none."""
    return next((name for name, way in _OF_WAY if way.fullmatch(clause)), None) if _WAY.search(clause) else False
