"""What do sentences count of meetings, places, briefings and answers to the public? Each kind with the words that state it."""

from __future__ import annotations

import re
from typing import NamedTuple

from gongkai.indexer.prose.wordings import COUNT
from gongkai.mappings.form_2014 import LIST_2014

__all__ = ["KINDS", "NOT_EXACT", "TOTAL", "Kind", "printed"]

NOT_EXACT = r"(?!以[上内下]|左右|上下|多|余|次)"
_TIMES = rf"[次场期]{NOT_EXACT}(?!会)"
_ABOUT = r"(?:政府)?信息公开(?:工作|业务|知识|专题|相关)*的?"
TOTAL = r"(?:数量|总数|数|总计|共计|合计|共|达|为|:){0,2}"


class Kind(NamedTuple):
    """A figure: the word that all that states it holds, what states it (`n` its number), and all that counts of its kind, whoever's it is."""

    name: str
    word: str
    stated: re.Pattern[str]
    counted: re.Pattern[str]


def _kind(key: str, word: str, stated: str, counted: str) -> Kind:
    """Return the kind; # stands in `counted` for any number, exact or not."""
    return Kind(
        LIST_2014 + key, word, re.compile(stated), re.compile(counted.replace("#", r"[\d一二两三四五六七八九十]+[余多]?"))
    )


def printed(found: re.Match[str]) -> str:
    """Return the digits of what was found: `m` is where they stand in the second of two ways to say it."""
    return found["n"] or found.groupdict()["m"]


_PLACE = r"查阅(?:点|场所|室|中心)"
_BRIEFING = r"(?:参加或)?(?:召开|举办|举行)了?(?:各类)?"
KINDS = (
    _kind(
        "capacity.units",
        "机构",
        rf"(?:政府)?信息公开(?:工作)?专门(?:工作)?机构{TOTAL}(?:有)?{COUNT}个{NOT_EXACT}",
        r"专门(?:工作)?机构[^,。;\d]{0,8}#个|#个[^,。;\d]{0,12}专门(?:工作)?机构",
    ),
    _kind(
        "capacity.reading_points",
        "查阅",
        rf"(?:设[立置有]|开[辟设]|建[立成有]|设)了?{COUNT}[个处]{NOT_EXACT}(?:政府)?(?:信息(?:公开)?)?(?:公共|集中)?{_PLACE}"
        rf"|(?:(?:政府|公共)(?:信息(?:公开)?)?|(?:信息)?公开)(?:公共|集中)?{_PLACE}(?:{TOTAL})有?"
        + COUNT.replace("?P<n>", "?P<m>")
        + rf"[个处]{NOT_EXACT}",
        r"#[个处][^,。;\d]{0,16}查阅|查阅(?:点|场所|室|中心)[^,。;\d]{0,8}#[个处]",
    ),
    _kind(
        "training.meetings",
        "召开",
        rf"召开了?(?:全[市县区局镇乡街校]道?)?{_ABOUT}(?:工作会议?|会议|专题会议?){TOTAL}{COUNT}次{NOT_EXACT}"
        rf"|召开了?(?<!\d)(?P<m>\d{{1,3}})次{NOT_EXACT}(?:全[市县区局镇乡街校]道?)?{_ABOUT}(?:工作会议?|会议|专题会议?)(?=$|[,。;、])",
        r"(?<!发布)会议?[^,。;\d]{0,8}#次|#次[^,。;\d]{0,16}(?<!发布)会",
    ),
    _kind(
        "training.courses",
        "培训",
        rf"(?:举办|组织|开展)了?(?:各类)?{_ABOUT}培训班?{TOTAL}{COUNT}{_TIMES}"
        rf"|(?:举办|组织|开展)了?(?<!\d)(?P<m>\d{{1,3}}){_TIMES}(?:各类)?{_ABOUT}培训班?(?=$|[,。;、])",
        r"培训[^,。;\d]{0,8}#[次场期个](?!人)|#[次场期个](?!人)[^,。;\d]{0,16}培训",
    ),
    _kind(
        "training.trainees",
        "训",
        rf"(?<!安全)(?<!业务)(?:接受培训|参训|参加培训|培训)(?:工作)?(?:人员|干部)?{TOTAL}{COUNT}人次{NOT_EXACT.replace('|次', '')}",
        r"训[^,。;\d]{0,10}#(?:人|名)|#(?:人次|名|人)[^,。;\d]{0,8}(?:参训|参加|培训)",
    ),
    _kind(
        "response.press_conferences",
        "发布会",
        rf"{_BRIEFING}新闻发布会(?:回应解读)?{TOTAL}{COUNT}{_TIMES}|{_BRIEFING}(?<!\d)(?P<m>\d{{1,3}}){_TIMES}新闻发布会(?=$|[,。;、])",
        r"发布会[^,。;\d]{0,10}#[次场期]|#[次场期][^,。;\d]{0,16}发布会",
    ),
    _kind(
        "response.policy_interpretations",
        "解读",
        rf"(?:发布|刊发|刊登)了?(?:各类)?政策解读(?:稿件|文章|稿){TOTAL}{COUNT}篇{NOT_EXACT}"
        rf"|(?:发布|刊发|刊登)了?(?<!\d)(?P<m>\d{{1,4}})篇{NOT_EXACT}政策解读(?:稿件|文章|稿)?(?=$|[,。;、])",
        r"解读[^,。;\d]{0,10}#[篇条件]|#[篇条件][^,。;\d]{0,16}解读",
    ),
    _kind(
        "response.online_interviews",
        "访谈",
        rf"(?:开展|举办|参加|进行|组织)了?(?:政府网站)?在线访谈(?:活动|节目)?{TOTAL}{COUNT}{_TIMES}",
        r"访谈[^,。;\d]{0,10}#[次场期]|#[次场期][^,。;\d]{0,16}访谈",
    ),
    _kind(
        "response.weibo_wechat_responses",
        "回应事件",
        rf"(?:通过)?(?:微博[、和及与]?微信|微信[、和及与]?微博)回应事件{TOTAL}{COUNT}次{NOT_EXACT}",
        r"微[博信][^,。;\d]{0,8}回应[^,。;\d]{0,8}#[次件个起]|#[次件个起][^,。;\d]{0,16}回应",
    ),
    _kind(
        "response.other_responses",
        "回应事件",
        rf"(?:通过)?(?:新闻媒体等)?其[他它]方式回应事件{TOTAL}{COUNT}次{NOT_EXACT}",
        r"(?:其[他它]|等)方式[^,。;\d]{0,8}回应[^,。;\d]{0,8}#[次件个起]|#[次件个起][^,。;\d]{0,16}回应",
    ),
    _kind(
        "response.hot_topics",
        "舆情",
        rf"回应公众关注热点[或和及、与]重大舆情(?:事件)?{TOTAL}{COUNT}[次条件个起]{NOT_EXACT}",
        r"舆情[^,。;\d]{0,10}#[次条件个起]|#[次条件个起][^,。;\d]{0,16}舆情",
    ),
)
