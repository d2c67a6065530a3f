"""When is a page that names nobody the report of a whole county, of a city, of their government?"""

from __future__ import annotations

import re

from gongkai.indexer.agencies.wholes.compilers import gathers_all
from gongkai.indexer.expressions import expression
from gongkai.indexer.names.desks import BODY_ITSELF, DEEDS, HAN, speaks_as_body
from gongkai.indexer.names.kinds import self_reference
from gongkai.indexer.names.voices import speaks_as_district, speaks_as_other, speaks_as_town, speaks_of_one_line
from gongkai.indexer.places.place_words import BOTH_COMPILE
from gongkai.report import Place

__all__ = [
    "A_BODY",
    "COUNTY_SPEAKS",
    "DISTRICTS",
    "PART_ACTS",
    "ZONE_WORDS",
    "government_acts",
    "level_of_government",
    "of_county",
]

_COUNTY_ACTS = expression(
    r"我[县旗](?:各级(?:行政机关|政府|部门|各部门))?(?:政府信息公开|政务公开)?(?:工作)?(?:认真|坚持|全面|深入|严格|高度|积极|切实|始终|紧紧)"
    r"|我[县旗](?:\([^()\n]{2,60}\))?(?:累计|共|主动|全年)+公开(?:各类|政府|政务)*信息\d"
    r"|20\d\d年(?:度|以来|来)?,?全[县旗](?:政府信息|政务)公开工作(?!(?:要点|部署|会|安排|方案|计划|领导|考核|的?(?:通知|意见|要求)))"
)
# A district's, on its own host; what is no district has a committee, lies in a zone or tells of one.
_DISTRICT_ACTS = expression(
    r"我区(?:政府信息公开|政务公开)?(?:工作)?(?:认真|坚持|全面|深入|严格|高度|积极|切实|始终|紧紧)[\s\S]*全区(?:政府信息公开单位|各(?:级|部门|单位|镇|街))"
)
# Without 我区: what all its bodies did, under a group that the district's own leaders head.
_DISTRICT_LED = expression(r"全区各?(?:政府信息公开单位|级行政机关)(?:全部|均|都|按照|认真|积极)")
_DISTRICTS_GROUP = expression(
    "由区(?:政府(?:主要领导|分管领导|领导)|长|委常委)[^。,;\n]{0,14}(?:任|为|担任)组长|(?:区长|副区长)[^。,;\n]{0,6}(?:任|为|担任)组长"
)
ZONE_WORDS = expression("管委会|管理委员会|开发区|园区|高新区|经开区|新区|保税区|度假区|功能区|示范区|风景区|管理区")
PART_ACTS = expression(
    r"全(?:局|镇|乡|苏木|院|校|站)(?!面)|[\u3400-\u9fff]系统(?:上下|内|各|认真|坚持|全面|深入|严格|积极)|(?:局|委|党政)办(?:公室)?负责"
)
_OF_LEVEL = {"省": "provincial", "市": "prefectural", "州": "prefectural", "盟": "prefectural"} | dict.fromkeys(
    "县区旗", "county"
)
# Of a city in a county's rank, on its own host: 2020年,全市各级行政机关坚持…, and its office: 市政府办公室.
_CITY_ACTS = expression(
    r"(?:^|[。\n])[ \t]*20\d\d年(?:度|以来|来)?,?全市各级(?:行政机关|(?:政府|行政)?(?:各)?部门|(?:人民)?政府)[^。;]{0,12}"
    r"(?:以|认真|坚持|全面|深入|严格|高度|积极|切实|始终|紧紧)"
)
_CITYS_OFFICE = expression("市(?:人民)?政府(?:办|(?:门户)?网站)")
_NO_CITY = expression(rf"[我全本][县区旗](?![域场])|各[县区旗]|[县旗](?:委|政府)|全市[{HAN}]{{2,5}}系统|局党[组委]|局领导|局长")
_GOVERNMENT_ACTS = expression(
    r"(?:^|[。,;\n])(?:20\d\d年(?:度)?,?)?([省市州盟县区旗])政府(?:办公[室厅]|(?:门户)?网站)(?:截[止至]20\d\d年12月31日)?(?:主动|累计|共)*"
    r"(?:收到|受理|公开|发布)(?!的)[^。;\n]{0,30}\d"
)
# Of a page that speaks as the place: 我区; 区政府成立了政务公开工作领导小组.
_GROUP_OF = expression(r"([省市州盟县区旗])政府成立了?(?:政府信息|政务|信息)公开(?:工作)?领导小组")
# A body that does not call itself so: 全市工商系统, 局党组, 镇政府.
A_BODY = expression(
    rf"全系统|全[省市州县区旗盟](?!各|行政|党政|政府)[{HAN}]{{2,5}}(?:系统|机关)|局党[组委]|局领导|局长|(?<![委办各])局(?:机关|班子|务会)|镇里|(?<!各)镇机关|(?<![乡各])镇(?:政府|党委)|(?<!各)乡(?:政府|党委)"
)
# 各县(市)区、市政府各部门均…: who act or of whose work is told, not who are asked or inspected. Their city a copy may have lost; in a
# municipality they are 各区县, and 县 of a county there are none.
_CITY_BODIES = expression(
    r"(?<![对向])(?<!督促)(?<!指导)(?<!组织)(?<!要求)各县(?:\([市区][、,]?[市区]?\)[市区]?|市区|市|、?区)(?:(?:人民)?政府)?(?:[、,和及与]|以及)+[市州盟](?:(?:人民)?政府|直|级)(?:及其)?"
    r"各?(?:有关|工作|组成|直属|所属)?(?:部门|单位|机构)"
    r"(?:[^。,;\n]{0,12}?(?:信息|政务)公开(?:工作)?(?:情况|实际|报告|年报)|[^。,;\n]{0,10}?(?:均|都|按照|根据|建立|成立|明确|完善|健全|高度重视|认真|积极))"
)
COUNTY_SPEAKS = expression("[全我][县区旗](?![域场级直])")
_CITY_SPEAKS = expression(rf"[我本全][市州盟](?![场域级直])|(?<![{HAN}])[市州]政府(?:进一步|{DEEDS})")
DISTRICTS = expression("各(?:县区|区县|县市|市县|县\\(|区\\()")


def government_acts(level: str, head: str) -> bool:
    """Tell whether a page that names no body tells what the offices of a government of this level did: 县政府办公室收到申请9件."""
    groups = (match for match in _GROUP_OF.finditer(head) if f"我{match[1]}" in head)
    acts = any(_OF_LEVEL.get(match[1]) == level for match in (*_GOVERNMENT_ACTS.finditer(head), *groups))
    return acts and not speaks_as_body(head) and not speaks_as_town(head)


def of_county(place: Place, head: str, *, hosted: bool) -> str | None:
    """Return the government of the county whose report speaks of nothing but the county: 我县认真贯彻…; 我区 may be a zone off its host."""
    county = place.county or ""
    whole = county.endswith(("县", "旗")) and _COUNTY_ACTS.search(head) is not None
    if hosted and county.endswith("区") and not ZONE_WORDS.search(head.replace(county, "")):
        led = _DISTRICT_LED.search(head) is not None and _DISTRICTS_GROUP.search(head) is not None
        whole = led or _DISTRICT_ACTS.search(head) is not None
    if hosted and county.endswith("市"):
        whole = _CITY_ACTS.search(head) is not None and _CITYS_OFFICE.search(head) is not None
        whole = whole and not (_NO_CITY.search(head) or speaks_as_body(head) or speaks_as_town(head))
    return county + "人民政府" if whole and not _is_of_a_body(head) else None


def _of_some_county(head: str) -> bool:
    """Tell whether a page that nothing places speaks of nothing but its county, 我县认真贯彻…, or is of two that report together."""
    if not _COUNTY_ACTS.search(head) or not any(f"我{word}" in head and f"全{word}" in head for word in "县旗"):
        return BOTH_COMPILE.search(head) is not None
    return not _is_of_a_body(head) and not speaks_as_body(head) and not speaks_as_town(head)


def _is_of_a_body(head: str) -> bool:
    """Tell whether a page tells of a body itself, of what a part of it does, or speaks as anybody but a place."""
    return BODY_ITSELF.search(head) is not None or PART_ACTS.search(head) is not None or speaks_as_other(head)


def level_of_government(place: Place, level: str, head: str) -> str:
    """Return the level of the government of a page that names nobody and speaks of nothing but a county or a city; empty: of a body."""
    of_district = speaks_as_district(head) and not (PART_ACTS.search(head) or A_BODY.search(head))
    if not level and place.county is None and (_of_some_county(head) or of_district):
        return "county"
    if level in ("", "prefectural") and place.county is None and _of_whole_city(head):
        return "prefectural"
    return "" if level else _of_reports(place, head)


def _of_reports(place: Place, head: str) -> str:
    """Return the level of the place where a page lies that is made from the reports of 市政府各部门, and speaks as such a place: 我市."""
    name = place.county or place.city or ""
    word = name[-1:]
    own = (
        bool(word)
        and place.zone is None
        and f"我{word}" in head
        and re.search(f"{word}(?:政府|直|级)", head)
        and gathers_all(head)
    )
    if not own or speaks_as_body(head) or self_reference(head)[0] or A_BODY.search(head) or speaks_of_one_line(head):
        return ""
    return "county" if place.county else "prefectural" if DISTRICTS.search(head) and not COUNTY_SPEAKS.search(head) else ""


def _of_whole_city(head: str) -> bool:
    """Tell whether a page that names nobody sums up the work of a city's counties and departments: 各县(市)区、市政府各部门."""
    if not (_CITY_SPEAKS.search(head) and _CITY_BODIES.search(head)) or speaks_as_body(head) or self_reference(head)[0]:
        return False
    return not (COUNTY_SPEAKS.search(head) or PART_ACTS.search(head) or A_BODY.search(head) or speaks_of_one_line(head))
