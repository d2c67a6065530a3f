"""Which names are one agency? Spellings of a name within one place, whatever part of its place is printed before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from gongkai.mappings.offices import spelled_in_full
from gongkai.mappings.towns import plain_town
from gongkai.text import normalise

__all__ = ["NAMED_ALONE", "agency_id", "behind_its_level", "body_of"]

NAMED_ALONE = frozenset(("university", "research_institute", "hospital", "central_department"))
"""Kinds whose names tell one agency without its place: of 教育局 there are thousands."""

_OVER = re.compile(r"^(?:中华人民共和国|国家税务总局|国家统计局)(?=..)")
# 县财政局 without its county; 市 belongs to the name in 市政管理局, 市中区财政局, 市直机关事务管理局, 市民服务中心.
_GENERIC = re.compile(
    r"^[我本]?(?:自治区|[省市县区旗州盟])(?!场|监局|容|域|划|级|政(?![府务])|委|长|块|直|立|属|辖|[中南北]区|民(?:服务|中心|之家|热线|卡))(?=..)"
)
_SHARED = re.compile(r"直(?:机关|属|部门|单位)|民(?:服务|中心|之家|热线|卡)|立医院|监局|(?:政|容)管理")
# 安徽池州高新技术产业开发区管理委员会 is called so without 安徽 as well.
_ZONE_CALLED = re.compile(r"(?!高新|经济|经开|开发|工业|产业|综合|自由|自贸|旅游)(?:.{3,20}区(?:管委会|管理委员会)|.{2,20}新区$)")
# 白银高新区管委会 of 白银市 is its 高新区管委会.
_OWN_ZONE = re.compile(r"(?:国家级?)?(?:高新技术|高新区|经济(?:技术)?开发区|经开区|开发区|工业园|产业园|综合保税区)")
# Bodies of the state in a city, called after it: 国家统计局邢台调查队 is that of 邢台市.
_OWN_TEAM = re.compile(r"(?:调查队|消防救援[支大]队|邮政管理局|(?:住房)?公积金(?:管理)?中心)$")
_BRANCH = re.compile("(?P<bureau>.{2,16})局(?P<of>.{2,12})分局")
_IS_A_COUNTY = re.compile("(?:(?<!地)(?<!自治)区|[县旗])$")
# 甲办事处 and 甲街道办事处 are that of 甲街道.
_SUBDISTRICT = re.compile("(?!.*驻)([\u3400-\u9fff]{2,4}?)(?<![省市县区旗州盟镇乡街道园场局])(?:街道)?办事处")
# A division of the corps in Xinjiang stands before the city that it runs.
_DIVISION = re.compile(r"(?:新疆生产建设)?(?:兵团)?[第农]?[一二三四五六七八九十]{1,3}师")
_GOVERNMENT = "人民政府"
_OF_PEOPLES = ("乡", "镇")  # towns that are called after a people, or are not
_RUN_BY = {"扎赉诺尔区": "满洲里市"}
_BODY_OF_A_REGION = re.compile(r"(?:厅|局|委|委员会|办|办公室|政府)$")  # 广西大学 is called so in full


@lru_cache(maxsize=1 << 17)
def body_of(agency: str, places: Sequence[str | None] = ()) -> str:
    """Return the name without its places, spelled in full: 白银市白银区发改局 in 白银区 → 发展和改革局.

    `places` are the names of its places from the province down to the town.
    """
    name = normalise(agency).replace(" ", "")
    name = _OVER.sub("", name)
    printed = [normalise(place).replace(" ", "") for place in places if place]
    if places and (places[-1] or "").endswith(_OF_PEOPLES):
        name, printed[-1] = plain_town(name), plain_town(printed[-1])
    name = _without(name, printed)
    name = _of_own_zone(_GENERIC.sub("", name), places)
    name = _of_own_branch(name, places)
    if places and (places[-1] or "").endswith("街道"):
        street = printed[-1].removesuffix("街道")
        if name in ("", "办", "办事处", f"{street}办事处"):
            return "街道办事处"
    return spelled_in_full(name) or _GOVERNMENT


def behind_its_level(name: str, level: str) -> str | None:
    """Return what stands behind the word for a place's level with which a name begins: 教育局 of 市教育局; null for 市场监管局."""
    found = _GENERIC.match(name)
    return name[found.end() :] if found and found[0].lstrip("我本") == level else None


def _behind(found: str, place: str, name: str, places: Sequence[str]) -> str:
    """Return the name from behind the place that it begins with, with the word that both share: 甲省直机关, 乙市中区, 丙市立医院."""
    rest = name.removeprefix(found)
    shared = _SHARED.match(rest) or any(other[0] == "市" and rest.startswith(other[1:]) for other in places if other != found)
    return place[-1] + rest if shared else rest  # 广西直属机关 is 区直属机关


def _without(name: str, places: Sequence[str]) -> str:
    """Return the name from behind the places it begins with; 人民政府 between two of them goes too."""
    if (division := _DIVISION.match(name)) and name.startswith(tuple(places), division.end()):
        name = name[division.end() :]
    for place in places:
        if any(len(other) > len(place) and other.startswith(place) and name.startswith(other) for other in places):
            continue  # 赣县区 was 赣县
        name = _without_stem(name, place, places)
        if found := _beginning(name, place):
            name = _behind(found, place, name, places)
            after = name.removeprefix(_GOVERNMENT)
            if after != name and any(after.startswith(other) for other in places):
                name = after
    return _without_city_beside(name, places)


def _without_stem(name: str, place: str, places: Sequence[str]) -> str:
    """Return the name without the short name of a place before one that lies in it: 白银会宁县教育局."""
    stem = place.removesuffix("地区") if place.endswith("地区") else place[:-1] if place[-1] in "省市盟" else ""
    is_short = len(stem) > 1 and name.startswith(stem) and not name.startswith(place)
    inner = is_short and any(name.startswith(other, len(stem)) for other in places if len(other) > 2 and other != place)
    return name[len(stem) :] if inner else name


def _without_city_beside(name: str, places: Sequence[str]) -> str:
    """Return the name without the city on a county's level that runs its place, though it lies beside it by its code."""
    for place in reversed(places):
        if place in _RUN_BY and name.startswith(_RUN_BY[place] + place):
            return name[len(_RUN_BY[place] + place) :]
    return name


def _of_own_zone(name: str, places: Sequence[str | None]) -> str:
    """Return the name without the short name of its lowest place before a zone or a team of the state; `places` end with the town."""
    stem = _lowest(places)[:-1]
    is_own = len(stem) > 1 and (_OWN_ZONE.match(name, len(stem)) or _OWN_TEAM.match(name, len(stem)))
    return name.removeprefix(stem) if is_own else name


def _of_own_branch(name: str, places: Sequence[str | None]) -> str:
    """Return 生态环境分局 for 生态环境局甲分局, 生态环境局甲县分局 in 甲县, 公安局开发区分局 for 公安局甲开发区分局; `places` end with the town."""
    own = _lowest(places)
    stem, branch = own[:-1], _BRANCH.fullmatch(name)
    if branch and len(stem) > 1 and branch["of"].startswith(stem) and _OWN_ZONE.match(branch["of"], len(stem)):
        return f"{branch['bureau']}局{branch['of'].removeprefix(stem)}分局"
    if not own or own != places[-2]:  # a city's own branch in its district is called 甲分局 as well
        return name
    if len(stem) > 1 and name.startswith(stem) and name.endswith("分局") and len(name) > len(stem) + len("公安分局") - 1:
        return name.removeprefix(stem)  # 甲生态环境分局
    return f"{branch['bureau']}分局" if branch and branch["of"] in _called_over_time(own, places) else name


def _called_over_time(county: str, places: Sequence[str | None]) -> set[str]:
    """Return the names of a county, in full and for short, also those it had, but for a short one that its city has, too: 任泽, 任县, 桥东."""
    names = {county, *(place for place in places[:-2] if place and _IS_A_COUNTY.search(place))}
    others = {place[:-1] for place in places if place and place not in names}
    return names | {stem for name in names if len(stem := name[:-1]) > 1 and (name == county or stem not in others)}


def _lowest(places: Sequence[str | None]) -> str:
    """Return the lowest place of an agency that is not a town's; `places` end with the town."""
    return next((place for place in reversed(places[:-1]) if place), "") if places and not places[-1] else ""


def _beginning(name: str, place: str) -> str:
    """Return how the name begins with the place, in full or as it is said (延边州, 肃南县, 广西), or an empty text."""
    if name.startswith(place):
        return place
    if "自治" not in place:
        short = place[:-1] if place[-1] in "省市" else place
        return short if short != place and name.startswith(short) and _ZONE_CALLED.match(name, len(short)) else ""
    if place.endswith("自治区"):
        stem = place[: 3 if place.startswith("内蒙古") else 2]
        forms = [f"{stem}自治区", "自治区", f"{stem}区"]
        forms += [stem] if _BODY_OF_A_REGION.search(name) and "兵团" not in name else []
    else:
        forms = [f"{place[:length]}{place[-1]}" for length in range(min(6, len(place) - 4), 0 if place[-1] == "州" else 1, -1)]
    return next((form for form in forms if name.startswith(form)), "")


def agency_id(agency: str, place_id: str | None, places: Sequence[str | None] = ()) -> str:
    """Return an id that all spellings of an agency in one place share, and over the years where `place_id` does.

    `place_id` is a code of the place that stays the same when the place is renamed; `places` are the names from
    province to town. Where the place is unknown, nothing is joined but the writing of one and the same name.
    """
    if place_id is None:
        return (
            f"-/-/{body_of(agency)}"
            if not places or not places[-1]
            else f"-/{plain_town(places[-1])}/{body_of(agency, tuple(places[-1:]))}"
        )
    town, body = plain_town(normalise(places[-1])) if places and places[-1] else "-", body_of(agency, tuple(places))
    if town == "-" and (office := _SUBDISTRICT.fullmatch(body)):
        return f"{place_id}/{office[1]}街道/街道办事处"
    return f"{place_id}/{town}/{body}"
