"""Of which place does its government's site carry the copy of what sums up all its bodies, or does it compile that itself?"""

from __future__ import annotations

import re

from gongkai.indexer.agencies.wholes.nameless import DISTRICTS
from gongkai.indexer.agencies.wholes.whole_place import MADE_BY
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.desks import HAN
from gongkai.indexer.names.next_place import COMMON
from gongkai.indexer.places.place_words import DOCUMENT

__all__ = ["SECTIONS", "places_of_copies"]

# 以及2012年甲县各乡镇、各部门…报告编制
_WHOSE = expression(rf"(?:20\d\d年度?|[,、])([{HAN}]{{2,12}}[省市州县区旗盟])$")
_COPY = expression(
    rf"电子(?:版|文[档本])[^。\n]{{0,14}}?[在从][\u201c\x22]?(?:中国)?([{HAN}]{{2,14}}?)[\u201d\x22]?(?:人民)?政府(?:门户|公众|官方|信息|公开)*网"
    rf"|电子(?:版|文[档本])[^。\n]{{0,14}}?[在从][\u201c\x22]中国·?([{HAN}]{{2,4}})[\u201d\x22](?:政府)?(?:门户|公众|官方|信息|公开)*网"
)
# 各单位, 各科室 are a bureau's as well: towns and counties, 县政府各部门 are a government's.
_LEVELS = r"各级(?:(?:人民)?政府|党政|行政机关|(?:[、,和及]?各)?(?:有关)?(?:部门|单位))"
_ITS_DEPARTMENTS = (
    "[全我][省市州县区旗盟]各(?:级|有关|工作|职能)?(?:部门|单位)"
    "|[省市州县区旗盟](?:人民)?(?:政府|级|直)(?:(?:工作|组成|所属|直属|有关|相关|职能)?各?(?:工作|组成|所属|直属|有关|相关|职能)?(?:部门|单位))"
)
_BELOW_CITY = expression(rf"各[县区市旗州]|{_LEVELS}")
_BELOW_COUNTY = expression(rf"各(?:有关)?(?:乡|镇|街道)|[、和](?:各?乡镇|街道)|{_LEVELS}|{_ITS_DEPARTMENTS}")
SECTIONS = expression(rf"科室|股室|处室|各[科股](?![技学])|各(?:乡|镇|街道)[{HAN}]{{0,6}}(?:所(?![属有做辖])|站|分局|中队)")
_TODAY = 9999  # the last year of a place that exists


def places_of_copies(head: str, sums: re.Match[str] | None) -> list[str]:
    """Return the places whose government's site carries the electronic copy of what sums up all bodies, or what they compile themselves."""
    copies = list(_COPY.finditer(head)) if "电子" in head else []
    places = {_in_full(copy[1], head) if copy[1] else _called(copy[2], head) for copy in copies} - {""}
    if sums and (whose := _WHOSE.search(DOCUMENT.sub("", head)[: sums.start()])) and whose[1] not in COMMON:
        places |= {whose[1]} & gazetteer().names.keys()
    makers = {made[1] for made in MADE_BY.finditer(head)}
    said = _sentence(DOCUMENT.sub("", head), sums) if sums else ""
    return [place for place in places if place in makers or (said and _sums_up(place, said))]


def _sentence(text: str, found: re.Match[str]) -> str:
    """Return the sentence until the end of what is found; empty: it tells of a bureau's sections."""
    start = max(text.rfind(end, 0, found.start()) for end in "。;\n") + 1
    whole = re.split("[。;\n]", text[start:], maxsplit=1)[0]
    return "" if SECTIONS.search(whole) else text[start : found.end()]


def _sums_up(place: str, words: str) -> bool:
    """Tell whether these are the bodies of such a place: 各区县 are a city's, 各乡镇 no city's."""
    if all(unit.level == 3 for unit in gazetteer().named(place, None)):
        return _BELOW_COUNTY.search(words) is not None and not DISTRICTS.search(words)
    return _BELOW_CITY.search(words) is not None


def _in_full(name: str, head: str) -> str:
    """Return the place of this name, or the one of this stem that the page prints in full; empty: none."""
    if name in gazetteer().names:
        return "" if name in COMMON else name
    printed = {unit.name for unit in gazetteer().stems.get(name, ()) if unit.name in head}
    return printed.pop() if len(printed) == 1 else ""


def _called(stem: str, head: str) -> str:
    """Return the one city or county of this stem, after which a site is called that no other place can have: “中国衡水”; empty: several."""
    units = {unit.code: unit for unit in gazetteer().stems.get(stem, ()) if unit.last == _TODAY}
    return _in_full(stem, head) or (next(iter(units.values())).name if len(units) == 1 else "")
