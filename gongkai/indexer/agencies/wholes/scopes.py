"""Does a report count what all bodies of a place did, or one body's own?"""

from __future__ import annotations

import re

from gongkai.indexer.agencies.wholes.compilers import compiler_of_all
from gongkai.indexer.agencies.wholes.whole_place import OFFICE_ACTS
from gongkai.indexer.expressions import expression
from gongkai.indexer.names.desks import BODY_ITSELF, GOVERNMENT_OFFICE, HAN, from_reports, speaks_as_body
from gongkai.indexer.names.kinds import TOWN

__all__ = ["scope_of"]

_OF_NO_LEVEL = expression("(?<![省市县区旗州盟])人民政府$")  # 双溪人民政府 is perhaps a town's
# What a system of offices sums up: 根据…以及2010年海关系统各直属海关单位年度报告编制, 梳理2020年度海关系统政府信息公开工作情况编制
_FROM_SYSTEM = expression(
    rf"(?:根据|依据|按照)[^。\n]{{0,240}}系统各直属(?:(?!要求|组织)[{HAN}]){{2,24}}(?:报告|年报)(?:的?基础上|汇总|综合|整理|后|,)*(?:编制|编写|汇编)"
    rf"(?![{HAN}]{{0,4}}(?:格式|要求|通知|工作|规范|模板|培训|办法|指南))"
    rf"|(?:梳理|汇总|综合|总结)(?:了)?(?:20\d\d年度?)?(?:全国)?(?!本|全)[{HAN}]{{2,6}}系统(?:政府信息|政务)公开(?:工作)?(?:有关|开展|的)*情况,?编制(?!委)"
)
# What the office in charge says of itself is the report of all: 2010年全市的政府信息公开工作有序开展.
_TELLS_OF_ALL = expression(
    r"(?:^|[。,;\n])(?:20\d\d年(?:度)?,?)?全[省市州县区旗盟]的?(?:政府信息|政务)公开(?:各项)?工作(?:各项)?"
    r"(?:有序|平稳|稳步|扎实|顺利|深入|全面|取得|进展|得到|不断)"
)
# A government that reports on its own organ alone: 甲县人民政府(本级)2023年…, 数据仅为县政府本级,不含各部门.
_OF_ITSELF = expression(
    r"政府\((?:本级|机关本级|本级机关)\)(?=20\d\d年|政府信息公开)|(?:仅|只)(?:为|是|含|包含|包括|统计|反映)[^。;\n]{0,10}政府(?:机关)?本级"
    r"|(?:数据|情况|报告)[^。;\n]{0,12}不(?:含|包含|包括)(?:各|下属|所属)(?:部门|单位|乡镇|街道|镇)"
)
# 甲市人民政府(市人民政府办公室)2023年…, of which the office tells what it did.
_WITH_OFFICE = expression(r"政府\([省市州县区旗盟]?(?:人民)?政府办公[室厅]\)(?=20\d\d年|政府信息公开)")
_IN_CHARGE = expression(
    r"[我本]办(?:牵头|组织|指导|督促|统筹|协调|推进)[^。;\n]{0,30}?(?:政府信息|政务|信息)公开|[我本]办(?:是|为|负责)[^。,;\n]{0,16}?公开工作"
    r"|[我本]办[^。\n]{0,80}?(?:制定|出台|印发)《[^》\n]{0,16}[省市县区旗]政府信息公开[^》\n]{0,8}(?:办法|规定)》"
)
# 由甲县政府办公室综合各乡镇、各部门年度报告编制, under a title that names the office.
_OFFICE_GATHERS = expression(
    rf"由[{HAN}]{{0,20}}政府办公[厅室](?:负责)?(?:汇总|综合)[^。;\n]{{0,9}}?各[^。;\n]{{1,80}}?(?:报告|年报)[^。;\n]{{0,8}}?编制(?!要求|格式|工作)"
)
# A zone's committee that counts what came to all its bodies: 全区共受理申请35件.
_ZONE_COUNTS = expression(
    r"(?:^|[。,;\n])(?:20\d\d年(?:度)?,?)?全区(?:(?!部署|要求)[^。;\n]){0,24}?(?:受理|收到)(?:政府|信息|公开)*申请\d"
)
# What a zone's office makes of all its bodies' work: 由甲区管委会党政办综合各街镇、区直各部门工作实际编制.
_ZONE_GATHERS = expression(
    rf"由[{HAN}]{{0,20}}(?:管委会|管理委员会)(?:党政|综合)*办?(?:公室)?(?:综合|汇总)了?(?:[{HAN}]{{0,4}})各(?!科室|处室|股室|内设)[^。;\n]{{0,40}}(?:街镇|乡镇|街道|部门|单位)"
    rf"的?(?:工作(?:实际|情况)|(?:年度)?报告|政府信息公开工作(?:情况)?)编制(?!要求|格式|工作)"
)
# 由甲区管委会党政办、区直各部门、各镇政务公开情况编制而成; 综合各部门、各街道公开工作情况编制
_TOGETHER = expression(
    rf"由[{HAN}]{{0,20}}(?:管委会|管理委员会|政府)[{HAN}]{{0,6}}[、,](?=[^。;\n]{{0,40}}(?:部门|单位))(?=[^。;\n]{{0,40}}(?:[乡镇]|街道))[^。;\n]{{2,60}}?公开(?:工作)?(?:开展)?情况"
    rf"(?:汇总|综合)?编制(?!要求|格式|工作)|(?:综合|汇总)了?(?:全区|区直)?各(?!科室|处室|股室|内设)(?=[^。;\n]{{0,30}}(?:[乡镇]|街道))(?:[{HAN}、]{{0,20}})(?:部门|单位|乡镇|街镇|街道)"
    rf"[^。;\n]{{0,30}}(?:公开(?:工作)?(?:开展)?(?:情况|实际)|报告)[^。;\n]{{0,4}}编制(?!要求|格式|工作)"
)

# What all bodies of a zone did, of a page that says 我区: 全区机关各部门、两街一镇已全部实行政务公开.
_ZONE_DID = expression(
    rf"全区(?:机关)?各(?:(?!要求|督促|指导|组织|部署|面向)[^。;\n各]){{0,8}}(?:部门|单位)(?:(?!要求|督促|指导|组织|部署)[^。;\n]){{0,24}}(?:[乡镇街]|街道|办事处)"
    rf"(?:[已均都]|全部|全面|普遍|分别|共)+(?:(?!要求|应)[{HAN}]){{0,6}}(?:实行|推行|开展|完成|公开|建立|编制|设立|落实)"
)


def scope_of(kind: str | None, level: str, head: str, agency: str) -> str | None:
    """Return the scope: a government's report is that of all its bodies, a zone's where its page says so."""
    if not agency and _IN_CHARGE.search(head) and _TELLS_OF_ALL.search(head):
        return "government_consolidated"
    if kind is None and agency and (speaks_as_body(head) or "我场" in head):  # a farm
        return "agency"
    if kind is None or (kind == "government" and not level and _OF_NO_LEVEL.search(agency)):
        return None
    if kind == "government" and (_OF_ITSELF.search(head) or (_WITH_OFFICE.search(head) and OFFICE_ACTS.search(head))):
        return "agency"
    whole = kind == "government" or (kind == "administrative_committee" and _committee_tells_of_all(head))
    whole = whole or (kind == "government_office" and _office_tells_of_all(agency, head))
    whole = whole or (kind in ("central_department", "customs") and _FROM_SYSTEM.search(head) is not None)
    return "government_consolidated" if whole and level != TOWN else "agency"


def _committee_tells_of_all(head: str) -> bool:
    """Tell whether a zone's committee puts together, counts or tells what all bodies of its zone did, speaking as none of them."""
    if "我区" in head and _ZONE_DID.search(head) and not speaks_as_body(head):
        return True
    if compiler_of_all(head) != "" or from_reports(head):
        return True
    counts = "全区" in head and _ZONE_COUNTS.search(head) is not None
    gathers = "编制" in head and (_ZONE_GATHERS.search(head) or _TOGETHER.search(head)) is not None
    return (counts or gathers) and not speaks_as_body(head)


def _office_tells_of_all(office: str, head: str) -> bool:
    """Tell whether what an office puts together or out under its own name is the report of all bodies of its place."""
    gathered = "编" in head and (from_reports(head) or any(told.search(head) for told in (_OFFICE_GATHERS, _TOGETHER)))
    return (gathered or _puts_out_the_places(office, head)) and not _OF_ITSELF.search(head)


def _puts_out_the_places(office: str, head: str) -> bool:
    """Tell whether an office puts out the report of its place, whose bodies the page speaks of: 公布甲市2014年度…报告; 我市各级部门."""
    place = GOVERNMENT_OFFICE.sub("", office).removesuffix("人民")
    if place == office or BODY_ITSELF.search(head) or OFFICE_ACTS.search(head):
        return False
    put_out = re.search(rf"(?:公布|发布|公开){re.escape(place)}20\d\d年度?(?:政府信息|政务)公开", head)
    return put_out is not None and re.search(rf"[我全]{place[-1]}各(?:级|部门|单位|有关)", head) is not None
