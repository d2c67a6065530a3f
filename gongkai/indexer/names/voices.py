"""As whom does a page speak? The words of a town's own page, of a bureau's own people, and of those whom a higher page only tells of."""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.desks import DEEDS, HAN, speaks_as_body

__all__ = [
    "bureau_acts",
    "speaks_as_district",
    "speaks_as_ministry",
    "speaks_as_other",
    "speaks_as_town",
    "speaks_of_one_line",
    "tells_of_lower",
    "within_bureau",
]

# Not 全县各镇, 县乡镇政府, 各乡镇党委, nor 我乡村.
_TOWN = expression(
    r"[全我本](?:[镇乡](?![镇村土域])|街道|苏木|村|社区)|(?<![县区各乡])[镇乡](?:长(?!江)|党委|(?:人民)?政府|机关|村两级|便民)"
    r"|街道(?:党工委|办事处|机关)|各(?:村|社区)|(?:^|[。,;\n])街道(?=公开|主动)"
)
_WITHIN = expression(r"(?<![市县区各省])局(?:党组|党委|领导|机关|属|长|班子|网站)|本单位|各[股科处]室|全局(?![面性])")
# Whoever calls itself no place: 我大队, 我公司, 本办公室; not 自我评估, nor 本行政区域.
_OTHER = expression(
    r"(?<!自)我(?![省市州县区旗盟国们])[\u3400-\u9fff]|局属(?!于)"
    r"|(?<![基日样])本(?:办公[室厅]|[大支总]队|公司|集团|行(?![政业为])|会(?!议)|处(?![理罚置])|台(?!账)|团)"
)
_LOWER = expression(
    r"[市县区旗镇乡]民|[市县区旗镇](?:主要)?领导|乡镇|[各属]街道|街道办|[各个](?:分局|[所站])|(?:管|税务|司法|派出|土)所|分局"
)
# 2012年,总局深入贯彻…, of no branch, which calls itself 我局 and is led by another
_MINISTRY = expression(rf"(?:20\d\d年(?:度|以来|来)?,?|[。,;\n][ \t]*)总[局署](?:党组|各司局|{DEEDS})", re.MULTILINE)
_BRANCH = expression(r"[我本省市州县区旗]局|分局|支局|[我本全][省市州县区旗](?![域场])|[省市州县区旗](?:委|政府)|海关(?!总署)")
# 县住建部门, 全县医保工作: a report that tells of one line of work only is that of its bureau.
_LINE = expression(rf"(?:[省市州县区旗盟]([{HAN}]{{2,4}}?)部门|全[省市州县区旗盟]([{HAN}]{{2,4}}?)(?:工作|事业|保障|系统))")
_NO_LINE = expression(
    "政府|公开|政务|信息|各|有关|相关|所属|[直属级域]|重点|中心|经济|社会|行政|职能|主管|业务|工作|具体|成员|其他|其它|人民"
)

# 2014年,我区认真贯彻…, 本区依申请公开渠道畅通, where 区政府 has an office: a district, and no zone's or autonomous region's 区.
_DISTRICT_SPEAKS = expression(
    rf"(?:^|[。,;\n)](?:20\d\d年(?:度|以来)?,?)?|20\d\d年(?:度|以来)?,?)[我本]区(?:的?(?:政府信息|政务)公开工作,?|依申请公开)?(?:{DEEDS}|渠道|共|累计|按照|紧紧)"
)
_DISTRICTS_OWN = expression(
    "(?<![治理各])区(?:(?:人民)?政府(?:办公室|办(?!事)|法制办|常务会议|各部门|各工作部门|(?:门户)?网站)|(?:政务|政府信息)公开(?:工作)?领导小组)"
)
_NO_DISTRICT = expression(
    "自治区|管委会|管理委员会|开发区|园区|高新区|经开区|新区|保税区|度假区|功能区|示范区|风景区|管理区|各(?:地州|盟)|[我全本][省市县旗州盟](?![域场级直民])"
)


def bureau_acts(name: str, head: str) -> bool:
    """Tell whether a page tells what the bureau of this name did, or speaks of its own people: 局党组, 各股室."""
    return within_bureau(head) or re.search(rf"{re.escape(name)}(?:{DEEDS})", head) is not None


def within_bureau(head: str) -> bool:
    """Tell whether a page speaks of a bureau's own people: 局党组, 各股室."""
    return _WITHIN.search(head) is not None


def speaks_as_ministry(head: str) -> bool:
    """Tell whether a page speaks as a ministry that calls itself 总局, and of none of its branches."""
    return _MINISTRY.search(head) is not None and _BRANCH.search(head) is None


def speaks_as_district(head: str) -> bool:
    """Tell whether a page speaks as a district, 我区, with offices of its own, and speaks neither of a zone nor of a city as its own."""
    own = _DISTRICT_SPEAKS.search(head) and _DISTRICTS_OWN.search(head) and not _NO_DISTRICT.search(head)
    return bool(own) and not (speaks_as_body(head) or speaks_as_town(head) or speaks_of_one_line(head))


def speaks_as_other(head: str) -> bool:
    """Tell whether a page speaks as anybody but a place: 我大队, 本办公室, 局属学校."""
    return _OTHER.search(head) is not None


def speaks_as_town(head: str) -> bool:
    """Tell whether a page speaks as a town or a village: 全镇, 镇长, 各村."""
    return _TOWN.search(head) is not None


def tells_of_lower(text: str) -> bool:
    """Tell whether a page speaks of towns, of citizens of a city or of branches, which those below a province have."""
    return _LOWER.search(text) is not None


def speaks_of_one_line(head: str) -> bool:
    """Tell whether the page tells of one line of work and of no other: 县住建部门; one of several departments is told of by all."""
    lines = {department or work for department, work in _LINE.findall(head)}
    return len({line for line in lines if not _NO_LINE.search(line)}) == 1
