"""Which subject of a sentence is none that reports? What is made to act, leads for the party, stands behind other words or in a clause."""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.agency_ends import WITH_PLACE
from gongkai.indexer.names.desks import HAN
from gongkai.indexer.names.names import read_name
from gongkai.indexer.titles.brands import without_brand

__all__ = ["behind_other_words", "behind_party", "is_moved", "is_of_another_kind", "opens"]

# What is moved to act is no body that reports: 积极推动甲镇认真…, 甲县指导乙镇严格….
_MOVES = (
    "推动|指导|督促|督导|组织|要求|支持|帮助|协助|协调|引导|鼓励|带动|动员|安排|选取|选定|确定|助力|促使|敦促|让|使|检查|抽查|考核|通报"
    "|表彰|委托|责成|确保|促进|压实"
)
_HOW = "大力|积极|重点|全力|持续|不断|切实|有[力效]|及时|统一|具体|主动|先后|多次|还|也|并|同时|继续|全面"
_MOVED = expression(rf"(?:[一二三四五六七八九]是)?(?:{_HOW})*(?:{_MOVES})(?=[{HAN}]{{2}})")
_MOVED_BY = expression(rf"[省市州县区旗盟局委](?:{_MOVES})(?=[{HAN}]{{1,8}}(?:镇|乡|苏木|街道|街)(?:人民政府|政府|办事处|办)?$)")
# Who leads a town is told of as the town; no report is the party's.
_OF_TOWNS_PARTY = expression("(?<=镇)党委$|(?<=乡)党委$|(?<=街道)党工委$")
_OF_PARTY = expression("(?:[省市县区旗州盟]委|工委|党委|党组|纪委|监委)$")
# 为保障公众知情权,甲县审计局始终…; 以甲思想为指导,结合实际,乙县教育局严格…
_AIM_BEFORE = expression(
    r"(?:^|[\n。])[ \t]*(?:为[^。,;\n]{2,40}|以[^。;\n]{2,50}?为(?:根本)?(?:遵循|指导|指引|引领|统领|抓手|目标|依据|契机|主线)"
    r"(?:,[^。,;\n]{2,20})?),$"
)

# Who calls itself so is no archive, school or company.
_CALLS_ITSELF = expression("[我本](局|委(?!员)|办(?![事理学]|公)|厅|镇|乡|街道|苏木)")


def is_of_another_kind(name: str, head: str) -> bool:
    """Tell whether an institution is named on a page that speaks as a bureau or a town, which tells of it: 我局…, 甲县图书馆认真…."""
    said = set(_CALLS_ITSELF.findall(head)) if name.endswith(WITH_PLACE) else set()
    return bool(said) and not name.endswith(tuple(said))


def is_moved(name: str) -> bool:
    """Tell whether a run of words tells who is made to act: 推动甲镇."""
    return _MOVED_BY.search(name) is not None or (_MOVED.match(name) is not None and not gazetteer().begins(name))


def behind_party(name: str) -> str:
    """Return the town that its party leads, empty for another body of the party, else the name."""
    name = _OF_TOWNS_PARTY.sub("", name)
    return "" if _OF_PARTY.search(name) else name


def behind_other_words(name: str) -> bool:
    """Tell whether a town stands behind words that are no part of its name: 试点单位甲镇; one is known by the gazetteer."""
    town, table = read_name(without_brand(name), None, gazetteer()).town or "", gazetteer().towns
    last = len(town) - (3 if town.endswith(("街道", "苏木")) else 2)  # 均溪街道 stands behind no 街道
    return town != "" and town not in table and any(town[start:] in table for start in range(2, last))


def opens(before: str) -> bool:
    """Tell whether a sentence or a clause begins behind these words."""
    return (
        not before.strip(" \t")
        or before[-1] in "\n。 \u3000\t:"
        or before.endswith(("要求,", "部署,", "规定,", "精神,", "通知,", "原则,", "》,", "后,"))
        or _AIM_BEFORE.search(before) is not None
    )
