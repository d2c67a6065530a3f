"""Which bodies does a report only tell of: a ministry, a town in the report of a whole place or of a bureau?"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.desks import BODY_ITSELF, HAN, OFFICE_ITSELF
from gongkai.indexer.names.kinds import TOWN, kind_of, self_reference
from gongkai.indexer.names.no_departments import kind_told_by_name

__all__ = [
    "LEADS",
    "OF_WHOLE_PLACE",
    "central_is_told_of",
    "firm_reports",
    "led_unit",
    "may_speak",
    "told_kind",
    "town_is_told_of",
    "zone_is_told_of",
]

OF_WHOLE_PLACE = expression("[全我][省市县区旗州盟](?![场域])")
# A body above that leads, asks or writes: 在甲市教育局指导下, 甲市教育局关于…的通知.
LEADS = expression("的?(?:正确|具体|精心|统一|悉心|大力)?(?:指导|领导|部署|安排|要求|支持|牵头)|关于|[印下转]发的|《|文件|来")
_NO_TOWNS_PAGE = expression(rf"{OF_WHOLE_PLACE.pattern}|[我本](?:局|委(?!员)|厅|院|校|中心|公司)")
# 全市政府信息公开统一平台 is the place where a zone publishes as well.
_NO_ZONES_PAGE = expression(
    "我[省市县州旗盟]|全[省市县州旗盟](?!(?:统一的?)?(?:政府信息|政务)公开(?:统一)?(?:平台|目录|网))"
    "|[我本](?:镇|乡|街道|局|厅|院|校|处|中心)"
)
_BELOW = expression(rf"{OF_WHOLE_PLACE.pattern}|[我本][镇乡街校]")
_BUREAU_ITSELF = expression("[我本]局")
_POLICE, _TWICE = expression("公安(?!备案|联网)"), 2
_PARTY = expression("纪委|纪检|[省市县区旗州盟]委$")
# A unified social credit code: of a state organ (11), of a public institution (12).
_CODE = expression(r"(?<![\dA-Za-z])1[12]\d{6}[\dA-Z]{10}(?![\dA-Za-z])")
_INSTITUTIONS = "12"
_MAY_BE_INSTITUTION = expression("[处所]$")  # bureaus have such codes as well: 市气象局, 县城管执法局
_TOWN = expression(r"(?:[镇乡]|苏木|街道)(?:人民政府|政府|办事处|办)?$")

_UNIT_LED = expression(r"在([县区旗])委(?:、|和|及)?(?:\1(?:人民)?)?政府的?(?:正确|坚强|统一)?领导下,[我本]单位")
_FIRM = expression(rf"((?![我本该])[{HAN}](?![我本该])[{HAN}])(?:集团|股份|有限|责任|总)*公司")
_OF_ALL = expression(
    r"全[省市县区旗]|(?<!内设)部门|各(?:单位|乡镇|镇|街道)|等(?:单位|企业|公司)"
)  # a place's report tells of its companies


def told_kind(name: str, head: str, url: str | None) -> str | None:
    """Return the kind that the name tells, or the page where it does not: a 处 or 所 with the code of an institution, a branch of the police.

    A branch is called after its place alone, 甲分局, and the page speaks of the police.
    """
    if _MAY_BE_INSTITUTION.search(name) and kind_of(name) == "department":
        codes = {code[0] for code in _CODE.finditer(f"{head}\n{url or ''}")}
        if len(codes) == 1 and codes.pop().startswith(_INSTITUTIONS):
            return "public_institution"
    bare = name.endswith("分局") and name.removesuffix("分局") in gazetteer().stems
    if name.endswith("系统") and not name.endswith(
        ("政府系统", "机关系统", "行政系统")
    ):  # 甲市市场监管系统: all offices of a bureau
        return kind_of(name.removesuffix("系统") + "局")
    return "public_security" if bare and len(_POLICE.findall(head)) >= _TWICE else kind_told_by_name(name)


def town_is_told_of(head: str) -> bool:
    """Tell whether a page speaks as a whole place or as a body that is no town; one that says 我镇 may tell of 全省."""
    return self_reference(head)[1] != TOWN and _NO_TOWNS_PAGE.search(head) is not None


def zone_is_told_of(head: str) -> bool:
    """Tell whether a page speaks as a place in which a zone lies or as a body that is no zone's committee: 高新区 has bureaus as well."""
    return _NO_ZONES_PAGE.search(head) is not None


def central_is_told_of(body: str, head: str) -> bool:
    """Tell whether a page speaks as a place, as a town, or as a bureau, which the body in Beijing is not."""
    return bool(_BELOW.search(head)) or (not body.endswith("局") and bool(_BUREAU_ITSELF.search(head)))


def led_unit(level: str, head: str) -> bool:
    """Tell whether a page of a county speaks as a body that its leaders lead, whatever it is: 在区委、区政府的领导下,我单位…."""
    return level == "county" and _UNIT_LED.search(head) is not None


def may_speak(name: str, head: str) -> bool:
    """Tell whether the body of a page may be called so: 我局 is no government, 我镇 no bureau, and no report is the party's."""
    kind, level = self_reference(head)
    if level == TOWN:
        return _TOWN.search(name) is not None
    of_government = kind_of(name) in ("government", "government_office") and not _TOWN.search(name)
    office = kind_of(name) == "government_office" and OFFICE_ITSELF.search(head) is not None
    return not _PARTY.search(name) and (office or not (kind == "department" and of_government))


def firm_reports(firm: str, head: str) -> bool:
    """Tell whether a company may be the one that reports: its name in full begins with a place; no body, no other company is there."""
    alone = firm.endswith(("有限公司", "责任公司", "集团公司", "总公司")) and len(set(_FIRM.findall(head))) < 2
    return alone and gazetteer().begins(firm) and not BODY_ITSELF.search(head) and not _OF_ALL.search(head)
