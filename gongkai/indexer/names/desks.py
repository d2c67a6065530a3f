"""Which body stands behind the desk that a report names for questions: an office, its section, a bureau that gathers reports?"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.national import national_body

__all__ = [
    "ACTS",
    "BODY_ITSELF",
    "DEEDS",
    "GOVERNMENT_OFFICE",
    "HAN",
    "OFFICE_ITSELF",
    "OFFICE_SECTION",
    "behind_desk",
    "from_reports",
    "gathers",
    "gathers_in",
    "is_office_beside",
    "of_contact",
    "speaks_as_body",
]

HAN = "\u3400-\u9fff"
ACTS = "坚持|认真|全面|深入|严格|紧紧|始终|高度重视|以|积极|围绕|切实|持续|大力"
DEEDS = f"{ACTS}|贯彻|落实|主动|公开|共|收到|受理|发布|协助"
BODY_ITSELF = expression(
    r"[我本](?:局|委(?!员会?的)|办(?![事理学]|公(?![开布]))|厅|院|校|中心|单位|镇|乡|街|苏木|社(?!会)|队|所|站|馆|部门|机关|园区|管委会)"
)
# Each of many bodies, none of which speaks: 各部门负责本单位的公开工作.
_OF_EACH = expression(r"各[^。\n]{0,60}?本(?:单位|部门|机关|乡|镇)")
# A body that is no office for publicity speaks or acts; in a report of 全县 it may be one of many.
_OTHER_ITSELF = expression("[我本](?:局|委(?!员会?的)|厅|院|校|中心|镇|乡|街|苏木)")
_OTHER_ACTS = expression(rf"20\d\d年(?:度|以来|来)?,?[{HAN}]{{3,16}}(?:局|委员会|中心|院|街道)(?:{ACTS})|全局(?!面)|局机关")
_WHOLE = expression("[全我](?:[省市县旗州盟](?![场域])|区(?!域))")
OFFICE_ITSELF = expression(r"[我本]办(?![事理学]|公(?![开布]))")
OFFICE_SECTION = expression(rf"(?:(?<=政府办公[厅室])|(?<=行署办公室))[{HAN}]{{1,12}}$")
_PERSON = expression(
    rf"(?<=[局委府处会]办公室)(?![{HAN}]{{0,2}}[科股处室组办局]$)[{HAN}]{{2,3}}(?:同志|先生|女士)?$"
)  # 甲县统计局办公室王明
_OF_OFFICE = expression(rf"(?<=办公室)(?<!政府办公室)[{HAN}]{{1,6}}[科股处]$")
# The bureau that gathers the reports of a place, where it is reached and never acts.
_BUREAU = rf"(?:行政审批|政务服务|大数据|数据)[{HAN}]{{0,12}}?局"
_GATHERS = expression(rf"(?:审批|政务|政数|数据)[{HAN}]{{0,12}}?局")  # 县审批局 as well
_GATHERER = expression(rf"(?<=[省市州县区旗盟]){_BUREAU}$")
# The section for publicity of that bureau: 旗政务服务局政务公开办公室, of a report whose subject is the place.
_GATHERERS_DESK = expression(
    rf"([{HAN}]{{2,14}}[省市州县区旗盟]){_BUREAU}(?:政务|政府信息|信息)公开(?:工作)?(?:办公室|办|科|股|处)"
)
_ALL_BODIES = expression("全[省市州县区旗盟]各(?:行政机关|级|部门|单位|乡镇|镇街|街道)")
_HALL = expression("进驻|窗口(?!单位)")  # of the bureau itself, where all bodies receive
# The desk of a whole government for publicity, where nothing on the page is a bureau's.
_PLACE_DESK = expression(
    r"(?<=[省市州县区旗盟])(?:人民)?(?:政府)?(?:信息中心|电子政务(?:网站)?(?:服务|管理)?(?:中心|办公室|办)|(?:政府信息|信息|政务)公开(?:工作)?(?:[暨和与及](?:政府信息|信息|政务)公开(?:工作)?)?(?:领导小组|联席会议)?(?:办公室|办))$"
)
_OF_ZONE = expression("(?:高新|经开|开发|园|新技术|示范|度假|保税|实验|管理|合作)区$")
# 县政府信息公开管理办公室 may be a body: it is the desk of a place that the page speaks as, and whose office does not act.
_MANAGING_DESK = expression(r"(?<=[省市州县区旗盟])(?:人民)?(?:政府)?(?:政府信息|信息|政务)公开(?:工作)?管理办公室$")
_PLACE_ACTS = expression(f"我[省市州县区旗盟](?:{ACTS})|全[省市州县区旗盟]各(?:级|部门|单位|乡镇|镇街|街道)")
_OFFICE_ACTS = expression(f"(?:府办公?[厅室]|府办)(?:{ACTS})")
# 甲开发区管委会办公室 compiles for the committee that calls itself 我委.
_COMMITTEES_OFFICE, _COMMITTEE_ITSELF = (
    expression("(?:(?<=区管理委员会)|(?<=区管委会))办公室$"),
    expression(
        rf"[我本]委(?!员会?的)|[我本]管委会|20\d\d年(?:度|以来|来)?,?(?:(?!办公室)[{HAN}]){{0,16}}(?:管理委员会|管委会)(?:继续|进一步)?(?:{DEEDS})"
    ),
)
# The desk of a bureau: 县公安局指挥中心办公室. A centre that reports itself calls itself 我中心.
_BUREAU_DESK = expression(
    rf"(?<=[{HAN}]{{4}}[局厅委])(?<![省市县区旗州盟]局)(?:信息中心|指挥中心(?:办公室|[{HAN}]{{1,6}}[组科股室])?)$"
)
_CENTRE_ITSELF = expression("[我本]中心|中心[系是]|(?:^|[。,;\n])中心|下属|所属事业单位|本单位")
# 综合科 is a division.
_ALL_OF_IT = r"(?:汇总|综合(?![^。,;根据各全\d]{0,5}?[科股处室组办]))(?=[^。,;]{0,9}?(?:各|全[省市州县区旗盟]|\d个|行政区域))"
_GATHERING = expression(rf"{_ALL_OF_IT}|汇总编制")
# 根据各县区人民政府和市政府各部门的2016年…报告编制; what these are told to compile is no source: 根据各部门年度报告编制要求.
_FROM_REPORTS = expression(
    rf"(?:根据|依据|按照)(?:(?!组织|负责|指导|督促|开展|做好|完成|推进|要求|通知|部署|安排)[{HAN}\d、,()])*?(?<![局委厅院处]属)(?<!系统)"
    rf"各(?:(?:市辖|[县区市乡镇])[县区市乡镇]?|街道|级|(?:有关|工作|组成|区属)?(?:部门|单位)|(?:行政)?机关)(?:(?!要求|组织)[{HAN}\d、()])*?(?:年度?报告|年报|工作报告)"
    rf"(?:的?基础上|汇总|综合|整理|后|,)*(?:编制|编写|汇编)(?![{HAN}]{{0,4}}(?:格式|要求|通知|工作|规范|模板|培训|办法|指南|会议))"
)
# 在甲区各镇人民政府、区政府各部门年度报告和统计报表的基础上编制
_ON_REPORTS = expression(
    rf"在[{HAN}]{{0,12}}各(?:[县区市乡镇]|街道|部门|单位)[^。;\n]{{0,80}}?(?:报告|年报)[^。;\n]{{0,10}}基础上[^。;\n]{{0,4}}编制"
    # 在综合2013年度全省市县、省政府部门《…年度报告》的基础上编制而成
    rf"|在(?:综合|汇总)(?:20\d\d年度?)?全[省市县区旗州盟][{HAN}、]{{2,24}}(?:部门|单位)的?基础上[^。;\n]{{0,4}}编制(?![{HAN}]{{0,4}}(?:格式|要求|工作))"
)
_DOCUMENT = expression("《[^》]*》?")
# 在各市政府、省直有关部门…年度报告基础上,由
_BUILT_ON = expression("在[^。\\n]{0,12}各(?:[省市县区旗州盟]|乡镇|街道)[^。\\n]{0,40}报告的?基础上[,;]?由$")
_GATHERED = expression(rf"由[{HAN}]{{0,20}}政府办公[厅室](?:负责)?{_ALL_OF_IT}")
GOVERNMENT_OFFICE = expression(r"政府办公[厅室]$")

# A desk within a body of the State Council: 农业部政务公开领导小组办公室, 国家人口计生委办公厅政务信息处.
_NATIONAL_DESK = expression(
    rf"(?:办公[厅室]|(?:政务|政府信息|信息|行政审批)[{HAN}]{{0,14}}(?:办公室|办|处|中心)|[{HAN}]{{2,8}}(?<!公)司)[{HAN}]{{0,10}}$"
)


def speaks_as_body(head: str) -> bool:
    """Tell whether a page speaks as one body: 我局, 本单位; not as each of many: 各部门负责本单位的公开工作."""
    return BODY_ITSELF.search(_OF_EACH.sub("", head)) is not None


def of_contact(name: str, head: str) -> str:
    """Return the body that is reached by a contact: an office that calls itself 我办, the government behind 政府信息中心."""
    name = _behind_national(_OF_OFFICE.sub("", _PERSON.sub("", name)))
    if (section := _GATHERERS_DESK.fullmatch(name)) and _is_subject(section[1], head):
        return section[1] + "人民政府"
    office = OFFICE_SECTION.sub("", name)
    if OFFICE_ITSELF.search(head) or (office != name and _acts_in_the_year(office, head)):
        return office
    if _GATHERED.search(head) or (GOVERNMENT_OFFICE.search(office) and from_reports(head)):
        return GOVERNMENT_OFFICE.sub("政府", office)
    return behind_desk(name, head)


def _acts_in_the_year(office: str, head: str) -> bool:
    """Tell whether an office is whose year the page tells, and no whole place: 2019年,甲市人民政府办公室全面贯彻…."""
    acts = re.search(rf"20\d\d年(?:度|以来|来)?,?{re.escape(office)}(?:{ACTS}|贯彻|落实)", head)
    return acts is not None and not _WHOLE.search(head)


def gathers(head: str, start: int, end: int, said: int) -> bool:
    """Tell whether the body named from `start` to `end`, of whom is said until `said` that it compiles, puts together those of others."""
    sentence = head[end : end + 240].partition("。")[0]
    return bool(
        _GATHERING.search(head, end, said + 14) or _BUILT_ON.search(head, max(0, start - 70), start) or from_reports(sentence)
    )


def from_reports(text: str) -> bool:
    """Tell whether what is compiled is made from the reports of all bodies of a place; the names of documents aside."""
    if "编" not in text or ("各" not in text and "基础上" not in text):
        return False
    text = _DOCUMENT.sub("", text)
    return _FROM_REPORTS.search(text) is not None or _ON_REPORTS.search(text) is not None


def gathers_in(sentence: str) -> bool:
    """Tell whether who compiles puts together what all bodies sent: 根据各乡镇、各部门报告汇总编制; the names of documents aside."""
    return _GATHERING.search(_DOCUMENT.sub("", sentence)) is not None or from_reports(sentence)


def _of_another(head: str) -> bool:
    """Tell whether a body that is no office for publicity reports, which is only reached there: 我局, 2020年,甲县统计局认真…."""
    if OFFICE_ITSELF.search(head):
        return False
    return bool(_OTHER_ITSELF.search(head) or (_OTHER_ACTS.search(head) and not _WHOLE.search(head)))


def _is_subject(place: str, head: str) -> bool:
    """Tell whether the place, and no body of it, is whose year the page tells: 2025年,甲旗坚持…, 旗政府门户网站."""
    told = re.search(rf"20\d\d年(?:度|以来|来)?,?{re.escape(place)}(?:{ACTS})", head)
    whole = re.search(rf"[全我]{place[-1]}|{place[-1]}(?:人民)?政府(?:门户)?网站", head)
    return bool(told and whole) and not speaks_as_body(head) and len(_GATHERS.findall(head)) == 1


def behind_desk(name: str, head: str) -> str:
    """Return the bureau whose desk the name is, or the government whose desk for publicity, unless the page speaks of a body: 我局.

    Empty: the desk of a place, in the report of a bureau or a town.
    """
    if _COMMITTEES_OFFICE.search(name) and _COMMITTEE_ITSELF.search(head) and not OFFICE_ITSELF.search(head):
        return _COMMITTEES_OFFICE.sub("", name)
    bureau = _BUREAU_DESK.sub("", name)
    if (
        bureau != name
        and re.search(rf"{re.escape(bureau)}(?!(?:[{HAN}]{{2}}中心|的?(?:领导|下属|所属)))", head)
        and not _CENTRE_ITSELF.search(head)
    ):
        return bureau
    if _MANAGING_DESK.search(name) and _PLACE_ACTS.search(head) and not (speaks_as_body(head) or _OFFICE_ACTS.search(head)):
        return _MANAGING_DESK.sub("人民政府", name)
    desk = _PLACE_DESK if _PLACE_DESK.search(name) else _GATHERER
    if not desk.search(name):
        return name
    if desk is _PLACE_DESK and "公开" in name and _of_another(head):
        return ""
    if BODY_ITSELF.search(head):
        return name
    of_all = (_PLACE_ACTS.search(head) or _ALL_BODIES.search(head)) and not _HALL.search(head)
    if desk is not _PLACE_DESK and not (of_all and len(_GATHERS.findall(head)) == 1):
        return name
    place = desk.sub("", name)
    return place + ("管理委员会" if _OF_ZONE.search(place) else "人民政府")


def _behind_national(name: str) -> str:
    """Return the body of the State Council whose desk the name is, or the name."""
    if not any(word in name for word in ("国", "部", "署", "总局")):
        return name
    bodies = (name[:end] for end in range(3, len(name)) if _NATIONAL_DESK.match(name, end))
    return next((body for body in bodies if national_body(body)), name)


def is_office_beside(name: str, head: str) -> bool:
    """Tell whether a name is that of a government's office, of which another body tells: 我局…. 2022年,县政府办公室…."""
    return bool(GOVERNMENT_OFFICE.search(name) and _OTHER_ITSELF.search(head) and not OFFICE_ITSELF.search(head))
