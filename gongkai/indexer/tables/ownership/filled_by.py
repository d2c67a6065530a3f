"""Is the body that a table names as who filled it in another one than the report's? 填报单位:黑龙江省农业厅 in a county's report.

Its own name in whatever spelling, that of its office, of who gathers a government's numbers, and its own government's are not.
"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.ownership.whose import BODY, UNIT, ZONES, agency_of_title, is_elsewhere, is_of_another_body

__all__ = ["is_filled_by_another", "tells_who_filled"]

_ENDS = r"(?=填[报表写]|负责|审核|联系|日期|时间|制表|公?盖?章|单位|[^\u3400-\u9fff]|$)"
_NAME = rf"(?P<filled>(?!填|负责|审核|联系|日期|单位|制表)[\u3400-\u9fff]{{3,24}}?(?:\([\u3400-\u9fff]{{2,8}}\)[\u3400-\u9fff]{{0,8}})?){_ENDS}"
_OTHER_BODY = r"[\u3400-\u9fff]{2,16}(?:厅|委|办|室|公司|大学|学院|中学|小学|场|[省市县区旗州盟])"
_FILLED_BY = expression(
    rf"(?:填[报表写]|报送|上报|制表|统计)(?:单位|部门|机关|机构)(?:名称)?(?:\([^()]{{1,4}}\))?[::]\s*{_NAME}"
    rf"|(?:^|[ |\t])(?:单位|机构|部门|机关)(?:名称)?(?:\([^()]{{1,4}}\))?[::]\s*(?P<named>{BODY}|{UNIT}|{_OTHER_BODY})(?![\u3400-\u9fff])"
)
_PLACES = expression("[\u3400-\u9fff]{2,6}?[省市县区旗州盟]")
_LEVELS, _BARE_LEVEL = "省市县区旗州盟镇乡", expression("^[本我]?(?:[省市县区旗州盟镇乡局院校厅委]|街道)")
# What is left of the name of a government, of its office, or of who gathers its numbers.
_OFFICE = expression(
    r"(?:人民)?政?府?(?:党政|党群|综合|县委|市委|区委|委)?(?:综合)?(?:办公?[室厅]?(?:[\u3400-\u9fff]{2,4}[科股处])?|政务公开.*|信息公开.*|.*领导小组.*|(?:盖章|公章))?"
    r"|.{0,4}(?:政务|审批|数据|营商|信息|网信|档案).{0,12}|(?:党?[工组]?|党)委(?:办公?[室厅]?|会)?|本级|机关|本部"
)
_TOWNS, _OF_TOWN = (
    expression("(?P<level>[镇乡]|街道)(?:办事处|(?:人民)?政府)?$"),
    expression("[\u3400-\u9fff]{2,8}(?:办公室|办)"),
)  # 党建办
_NAMED_BY_LEVEL = _LEVELS + "局厅"
_BARE_OFFICE = expression("(?:党政|党委|行政|综合|校长|学校|院长|医院|秘书)*办(?:公[室厅])?")  # of whoever it is
# Parts that gather a body's numbers for it; those of another level, or of one that is not said for sure, are another body's.
_PART_OF_TOWN = expression(
    "(?:[镇乡]|街道)?(?:(?:便民|党群|公共|综合)+服务中心|(?:综合)?文化(?:服务中心|站)|社会事务办(?:公室)?)"
)
_PART_OF_POLICE = expression("(?:(?P<of>[省市县区州盟旗]?)公安[局厅])?法制(?P<unit>[大支总]队|科|室)")
_NEWSROOM = expression("[市县区旗]?融媒体中心")  # of a county's government
_POLICE = expression("(?P<level>[省市县区州盟旗])公安(?P<kind>[局厅])$")
_POLICE_BRANCH = expression("公安(?:局[\u3400-\u9fff]{1,8})?分局$")
_OF_BRANCH = "大队 科 室".split()
_UNITS_OF_POLICE = {**dict.fromkeys("县区旗", _OF_BRANCH), **{level: ["支队"] for level in "市州盟"}}
# The level that an agency's name ends with, and that a name of a body of its place begins with: 县农业局, no 市场监管局.
_LEVEL = "(?:[省县旗州盟]|市(?!场|容|政(?![府务协法数])|民[中服]|[南北中]区)|区(?!域))"
_LAST_PLACE = expression(f"[\u3400-\u9fff]{{1,6}}?(?P<level>(?<![城社景校库林灾]){_LEVEL})")
_LED_BY_LEVEL = expression(f"{_LEVEL}|[镇乡](?![\u3400-\u9fff]{{1,2}}[市县区])|街道")  # 镇海区 is a place
_TOWN_LEVELS = ("镇", "乡", "街道")
# Whose form it is: 制表机关:国家统计局
_FORM_OF = expression("制表(?:单位|部门|机关|机构)[^:]{0,4}[:](?:国务院|国家统计局|[\u3400-\u9fff]{2,10}统计局)")
_OFFICE_OF = expression(
    r"[\u3400-\u9fff]{0,6}(?:办公?[室厅]?|指挥中心|信息中心|政务服务中心|科|股|处|室|领导小组)|\(?(?:盖章|公章)\)?"
)
_GOVERNS = expression("(?:[省市县区旗州盟镇乡]|街道(?:办事处)?|(?:人民)?政府)$")
_INSTITUTION = expression("(?:大学|学院|医院|中学|小学|学校|公司|集团)")
_OF_ANY = set("管理委员会人民政府办公厅室党")
_TOO_COMMON = set("业务政")  # 农业局 is no 林业局


def tells_who_filled(line: str) -> bool:
    """Tell whether a line names who filled a table in."""
    return _FILLED_BY.search(line) is not None


def is_filled_by_another(line: str, folded: str) -> bool:
    """Tell whether a line names a body as who filled the table in that is none of the page's title."""
    found = _FILLED_BY.search(line)
    agency = agency_of_title(folded)
    if found is None or not agency or _FORM_OF.match("".join(found[0].split())):
        return False
    name = (found["filled"] or found["named"]).removeprefix("中共")
    if _is_of_another_level(name, agency):
        return True
    return not _is_own(name, agency) and (
        is_elsewhere(name, agency) or _GOVERNS.search(agency) is not None or _is_of_another_kind(name, agency, folded)
    )


def _is_own(name: str, agency: str) -> bool:
    """Tell whether a name is the agency's, its office's or its government's."""
    if name in agency or (name.startswith(agency) and _OFFICE_OF.fullmatch(name[len(agency) :])):
        return True
    if set(name) <= set(agency) | _OF_ANY or _BARE_OFFICE.fullmatch(name):
        return True  # 经开区管委会 is 经济开发区管理委员会
    if _is_part(name, agency):
        return True
    rest = _BARE_LEVEL.sub("", _without_own_places(name, agency))
    if name[0] in _NAMED_BY_LEVEL and name[0] not in agency and _PLACES.search(agency):
        return False  # 市政府办公室 in a county's report
    return rest != name and (
        _OFFICE.fullmatch(rest) is not None or (_TOWNS.search(agency) is not None and _OF_TOWN.fullmatch(rest) is not None)
    )


def _is_part(name: str, agency: str) -> bool:
    """Tell whether a name without a place is that of a part that such a body has for it."""
    if _TOWNS.search(agency):
        return _PART_OF_TOWN.fullmatch(name) is not None
    if "公安" in agency:
        return _is_part_of_police(name, agency)
    return _GOVERNS.search(agency) is not None and _NEWSROOM.fullmatch(name) is not None and name[0] in f"融{_level(agency)}"


def _is_part_of_police(name: str, agency: str) -> bool:
    """Tell whether a name is that of a police bureau's own part: a county's or a branch's 法制大队, a city's 支队, a province's 总队."""
    part, bureau = _PART_OF_POLICE.fullmatch(name), _POLICE.search(agency)
    if part is None or bureau is None:
        return part is not None and part["of"] is None and bool(_POLICE_BRANCH.search(agency)) and part["unit"] in _OF_BRANCH
    fitting = ["总队"] if bureau["kind"] == "厅" else _UNITS_OF_POLICE.get(bureau["level"], [])
    return part["unit"] in fitting and part["of"] in {None, "", bureau["level"]}


def _level(agency: str) -> str:
    """Return the character of the place that an agency's name names last; empty: none, or a zone, or it is a branch of another's."""
    if town := _TOWNS.search(agency):
        return town["level"]
    places = [] if agency.endswith(("分局", "所")) else [*_LAST_PLACE.finditer(agency)]
    return places[-1]["level"] if places and not places[-1][0].endswith(ZONES) else ""


def _is_of_another_level(name: str, agency: str) -> bool:
    """Tell whether a name begins with a level that is not the agency's: 市农业局 in a county's, 乡文化站 in that of 白石镇."""
    led, own = _LED_BY_LEVEL.match(name), _level(agency)
    if led is None or not own or name in agency:
        return False
    return (led[0] in _TOWN_LEVELS) == (own in _TOWN_LEVELS) and led[0] != own


def _without_own_places(name: str, agency: str) -> str:
    """Return a name behind the last of its places that the agency's name has too, in full or without what kind of place it is."""
    ends = [m.end() for m in re.finditer(f"[{_LEVELS}]|街道", name) if m.end() > 2 and _bare(name[: m.end()], agency)]
    return name[max(ends, default=0) :]


def _bare(place: str, agency: str) -> bool:
    own = _PLACES.sub("", place[:-1]) or place[:-1]
    return own in agency or place in agency


def _is_of_another_kind(name: str, agency: str, folded: str) -> bool:
    """Tell whether a body does other work than the agency, or is one below it: 县农业局 in the report of 县林业局."""
    if is_of_another_body(name, folded) or _INSTITUTION.search(name):
        return True
    shared = set(_core(name)) & set(_core(agency)) - _TOO_COMMON
    return not shared or (name[-1] not in agency and name[-1] in "场站所馆队社")


def _core(name: str) -> str:
    """Return what a body's name says that neither places nor its kind do."""
    return re.sub(
        "委员会|办公[室厅]|管理|中心|(?:人民)?政府|[省市县区旗州盟镇乡局委会厅办处所站的和与]", "", _PLACES.sub("", name)
    )
