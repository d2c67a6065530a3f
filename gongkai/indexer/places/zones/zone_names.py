"""How does a page spell out the zone that it calls 经开区, and is it the page's own?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Unit
from gongkai.indexer.places.clues import Clues

__all__ = [
    "is_park_of_zone",
    "no_stem",
    "of_stem",
    "own_zone",
    "zone_in_full",
    "zone_like_district",
    "zone_of_site",
    "zone_written_out",
]

# A zone that a page calls 经开区, and what stands before the words when it spells them out.
_ZONE_WORD = expression(r"(?:经济技术开发区|经济开发区|经开区)|(?:高新技术产业开发区|高新区)|开发区")
_ZONE_SPELLED = {
    "经": expression(r"([\u3400-\u9fff]{2,9}?)(经济技术开发区|经济开发区|经开区)"),
    "高": expression(r"([\u3400-\u9fff]{2,9}?)(高新技术产业开发区|高新区)"),
    "开": expression(r"([\u3400-\u9fff]{2,9}?)((?:经济技术|经济|高新技术产业)?开发区)"),
}
_SHORT_WORDS = {
    "经开区": ("经济技术开发区", "经济开发区"),
    "高新区": ("高新技术产业开发区", "高新技术产业园区"),
    "风景区": ("风景名胜区",),
    "景区": ("风景名胜区",),
}
# A zone that a page only works with: 与甲高新区共建, 毗邻甲高新区, 甲高新区投资公司.
_BESIDE = (
    r"(?:与|和|同|赴|到|向|往|邻|接壤|学习|借鉴|参照|参考|临近|考察|对口)《?(?:国家级)?{zone}"
    r"|{zone}(?:内|[\u3400-\u9fff]{{0,6}}(?:公司|协助|企业|援助))"
)

# 通过甲经济技术开发区管委会门户网站公开, as a bureau of that zone does.
_ON_SITE = expression(
    r"(?:通过|在|依托|利用|登录)([\u3400-\u9fff]{2,10}?(?:经济技术开发区|经济开发区|高新技术产业开发区|高新区|经开区|度假区|保税区))(?:管委会|管理委员会)?(?:门户|官方|政务)*网站"
)
# 甲湖区教育局, of a page that tells of 区工委、管委会 and of no district's leaders.
_BUREAU_OF_ZONE = expression(r"[\u3400-\u9fff]{2,4}(?<![校辖街社灾矿])区(?=[\u3400-\u9fff]{2,12}(?:局|办公室)$)")
_ZONES_LEADERS = expression("党?工委(?:、|和|,)区?管委会|区管委会?(?:、|和)区?党?工委")
_DISTRICTS_LEADERS = expression("区委|区(?:人民)?政府")
# 长兴岛经济区 is called after no 长兴; 双峰山度假区 after no 双峰, as far as nobody tells the province.
_NO_STEM = expression("[岛湖江河湾]")
_MOUNTAIN = expression("[山峰岭]")
_PARK_OF_ZONE = expression(r"(?:新区|开发区|高新区)[\u3400-\u9fff]{2,4}(?:产业|工业)?园区?$")


def is_park_of_zone(zone: str) -> bool:
    """Tell whether a zone is a park of another, below whose committee it is: 兰州新区秦川园区."""
    return _PARK_OF_ZONE.search(zone) is not None


def of_stem(stem: str, clues: Clues) -> list[Unit]:
    """Return the places of this stem in the report's year; what was, where only what came of it in that year is called so: 莱芜市 in 2018."""
    called, year = clues.gazetteer.stems.get(stem, []), clues.year
    units = [unit for unit in called if unit.valid(year)]
    began = bool(units) and all(unit.first == year for unit in units)
    return ([unit for unit in called if year and unit.last == year - 1] if began else []) or units


def no_stem(zone: str, stem: str, units: Sequence[Unit], clues: Clues) -> bool:
    """Tell whether a zone is called after no place of this stem, but after a water, or after a mountain in no province that the text names.

    A lake gave districts their names as well, 南湖区, and nothing but the lake may be meant where the page tells of no place: 南湖新区.
    """
    if stem.endswith("湖") and all(unit.level == 3 and unit.name.endswith("区") for unit in units):
        return not clues.pointed() and clues.domain() is None
    if not _MOUNTAIN.match(zone, len(stem)):
        return _NO_STEM.match(zone, len(stem)) is not None
    return not any(clues.gazetteer.chain(unit, clues.year)[0].name[:2] in clues.text for unit in units)


def zone_in_full(zone: str, text: str, stems: Mapping[str, object]) -> str:
    """Return the zone as the text spells it out, called after one place: 经开区 → 甲经济技术开发区."""
    if not _ZONE_WORD.fullmatch(zone):
        return zone
    spelled: dict[str, str] = {}
    for match in _ZONE_SPELLED[zone[0]].finditer(text):
        before = re.sub("(?<=..)[市县区]$|国家级?$", "", match[1])
        stem = next((before[-n:] for n in (4, 3, 2) if before[-n:] in stems), "")
        if stem and len(stem + match[2]) > len(spelled.get(stem, "")):
            spelled[stem] = stem + match[2]
    full = next(iter(spelled.values())) if len(spelled) == 1 else zone
    return zone if full != zone and _is_only_beside(full, text) else full


def _is_only_beside(zone: str, text: str) -> bool:
    """Tell whether the text only tells of a zone as of another: 赴甲高新区学习."""
    beside = sum(1 for _ in re.finditer(_BESIDE.format(zone=zone), text))
    return beside > 0 and beside >= text.count(zone)


def zone_written_out(zone: str, text: str) -> str:
    """Return the zone with its last word in full, where the text prints it so after the same words, and in one way: 甲经开区 → 甲经济技术开发区."""
    short = next((word for word in _SHORT_WORDS if zone.endswith(word)), zone)
    if zone == short:
        return zone
    printed = [full for word in _SHORT_WORDS[short] if (full := zone.removesuffix(short) + word) in text]
    return printed[0] if len(printed) == 1 else zone


def own_zone(text: str, stems: Mapping[str, object]) -> str:
    """Return the one zone called after a place that the text names more than once; empty: none or several."""
    found = {full for word in ("高新区", "经开区", "开发区") if (full := zone_in_full(word, text, stems)) != word}
    again = [full for full in found if text.count(full) > 1 and not re.search(_BESIDE.format(zone=full), text)]
    return again[0] if len(found) == len(again) == 1 else ""


def zone_of_site(text: str, stems: Mapping[str, object]) -> str:
    """Return the one zone called after a place on whose site the text says that something is published; empty: none or several."""
    found = {match[1] for match in _ON_SITE.finditer(text)}
    called = [zone for zone in found if any(zone[:length] in stems for length in (4, 3, 2))]
    return called[0] if len(found) == len(called) == 1 else ""


def zone_like_district(bureau: str, text: str) -> str:
    """Return the zone that a bureau is called after as if it were a district, and whose committee the text names; empty: none."""
    zone = _BUREAU_OF_ZONE.match(bureau)
    return zone[0] if zone and _ZONES_LEADERS.search(text) and not _DISTRICTS_LEADERS.search(text) else ""
