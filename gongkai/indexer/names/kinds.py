"""What kind of body is an agency, by the end of its name? First match wins (notes on kinds: docs/fields)."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.national import national_body
from gongkai.indexer.names.voices import speaks_as_town

__all__ = [
    "KINDS",
    "TOWN",
    "kind_of",
    "kind_of_leader",
    "kind_of_unnamed",
    "may_be_of_another_kind",
    "of_a_ministry",
    "self_reference",
]

TOWN = "township"
"""The level of towns and street offices."""

_ZONE_END = (
    r"(?:开发区|高新区|经开区|工业园区?|产业园区?|科技园区?|园区|实验区|试验区|示范区|新区|保税区|综保区|保税港区|度假区|管理区|风景名?胜?区|"
    r"合作区|保护区|景区|新城|科学城|科技城|工业区|物流区|物流园|港区|功能区|自贸区|自由贸易港?区?|经济区|集聚区|商务区|片区|生态城|生态区|开发园|农业园|加工区|发展区|拓展区)"
)
# 国有资产监督管理委员会 and 市政市容管理委员会 are departments
_NO_ZONE = r"(?<!监督)(?<!城市)(?<!市政)(?<!城乡)(?<!积金)(?<!环境)(?<!市容)(?<!园林)(?<!综合)(?<!市建设)(?<!建设和)"
KINDS: dict[str, re.Pattern[str]] = {
    name: expression(cue)
    for name, cue in {
        "hospital": (
            r"(?:医院|卫生院|疾病预防控制中心|疾控中心|保健院|妇幼保健(?:(?:和|与)?(?:计划生育|计生))?(?:服务)?中心"
            r"|急救中心|血液?中心|中心血站|精神卫生中心|社区卫生服务(?:中心|站))$"
        ),
        "university": r"(?:大学|(?<!科)学院|职业技术学校|高等专科学校)$",
        "tax": r"(?:税务局|税务分局|国税局|地税局|税务所)$",
        "customs": r"海关$",
        "maritime": r"海事(?:局|处)$",
        "meteorology": r"气象(?:局|台|部门)$",
        "postal": r"邮政管理(?:局|系统)$",
        "survey_team": r"调查总?队$",
        "dispatched_agency": (
            r"(?:流域.*管理局|水利委员会|专员办"
            r"|专员办事处|督察局|监管局.*专员.*|特派员办事处|驻(?!马店)[\u3400-\u9fff]{1,5}(?<![街镇乡道])(?:办事处|联络处)|自然资源督察[\u3400-\u9fff]{2,3}局|人民银行[\u3400-\u9fff]+[分支]行)$"
        ),
        "research_institute": r"(?:科学院|科学院[\u3400-\u9fff]{2,4}分院|研究总?院|研究所|科学研究所)$",
        "public_security": (
            r"公安(?:厅|局|处)$|公安(?:厅|局).{1,12}(?:警察局|管理局|[支总大中]队)$|公安.{0,12}分局$"
            r"|(?:交通|特)警.*[支大]队$|交警[支大]队$|交通警察(?:总队|局)$|公安.*(?<!边防)派出所$"
        ),
        "subdistrict_office": r"(?:街道(?:办事处|办)?(?:筹备处)?|街办|地区办事处|(?<!管理委员会)(?<!专员)办事处)$",
        "government_office": (
            r"(?:人民政府办公[厅室]|(?:行政公署|行署)办公室|政府\)?办公?[厅室]?|(?:^|[市州县区旗盟])府办(?:公[厅室])?"
            r"|人民政府办|政府机关)$"
        ),
        "administrative_committee": rf"(?:管委会|{_NO_ZONE}管理委员会|执行委员会)(?:办公室)?$|{_ZONE_END}(?:\([^)]*\))?$",
        "government": r"(?:人民政府|行政公署|行署|盟公署|政府|[镇乡]|苏木|省|自治区|市|[州盟县区旗])$",
        "public_institution": (
            r"(?:中心(?:[\u3400-\u9fff]{2,6}管理部)?|集团|公司|馆|广播电视台|(?<!网)站|总医院|园林场|学校|中学|小学|幼儿园"
            r"|(?:植物|动物|森林公|湿地公|陵|博览|生态|公)园)$"
        ),
        "department": r"(?:[局厅委办]|残联|科协|文联|妇联|委员会|办公室|分局|(?:研究|参事|编纂|编研|督查)室|[支大总中]队|[处所科社会院署])$",
    }.items()
}
"""Kind → pattern at the end of the name, in the order of precedence."""

_REGION = expression(r"驻?(?:[东西南北华中]{2}|[长珠]江|[黄淮海辽]河|南方|[东南北]海|太湖|松辽|大连|上海|广州)")
_BRACKETED = expression(r"\([^()]*\)$")


def of_a_ministry(name: str) -> bool:
    """Tell whether the name is a body that belongs to one of the State Council and is no branch: 交通运输部海事局."""
    ministry = next((name[:end] for end in range(len(name) - 1, 2, -1) if national_body(name[:end])), "")
    own = bool(ministry) and not _REGION.match(name, len(ministry))  # 国家能源局华中监管局
    return own and kind_of(name) not in (None, "dispatched_agency")


@lru_cache(maxsize=4096)  # a page asks nine times, mostly of the same names
def kind_of(name: str) -> str | None:
    """Return the kind of an agency with this name, null when its end tells nothing."""
    if national_body(name):
        return "central_department"
    forms = (name, _BRACKETED.sub("", name)) if name.endswith(")") else (name,)  # 山东大学(威海) is a university as well
    return next((kind for form in forms for kind, cue in KINDS.items() if cue.search(form)), None)


_SELF = expression(
    r"(?:我|本)(镇|乡|街道|街|局|分局|委|办(?!事处)|厅|县|区|旗|苏木|公司|馆|社(?!会)|会(?![议计员同])|中心(?![城区镇工任校小学]))(?![\u3400-\u9fff]?(?:内|域)|公开(?!(?:政府|各类)?(?:信息|文件)?\d))"
)
# A zone calls itself 我委, too.
_COMMITTEE = expression(
    r"(?:区|片区|园|城)(?:管委会|管理委员会)|(?<![\u3400-\u9fff])管委会(?:官方|门户|政务)*网站"
    r"|(?:^|[。,;\s])(?:我|本)?(?:投资区|开发区|园区|高新区|经开区|保税区|度假区|工业园|产业园)(?=[\u3400-\u9fff])"
)
_BRIGADE, _POLICE_WORK = expression("[我本](?:大队|支队|总队)"), expression("民警|交警|公安(?!消防)")
_OFTEN = 2
_SELF_KINDS = {
    "镇": ("government", TOWN),
    "乡": ("government", TOWN),
    "苏木": ("government", TOWN),
    "街道": ("subdistrict_office", TOWN),
    "街": ("subdistrict_office", TOWN),
    "局": ("department", ""),
    "分局": ("department", ""),
    "公司": ("public_institution", ""),
    "馆": ("public_institution", ""),
    "委": ("department", ""),
    "办": ("department", ""),
    "厅": ("department", "provincial"),
    "社": ("public_institution", ""),
    "会": ("department", ""),
    "中心": ("public_institution", ""),
}


# 2025年度,街道累计主动公开…; 街道未收到…: who tells so, and of no county, is a street.
_STREET_ACTS = expression(
    r"(?:^|[。,;\n]|20\d\d年(?:度|以来|来)?,?)街道(?:累计|共|未(?:收到|接到|发生)|主动公开|全年|始终|坚持|高度重视|认真|严格|持续)"
)
# 2025年度,服务中心在…领导下; 服务中心未收到…: a centre likewise.
_CENTRE_ACTS = expression(
    r"(?:^|[。,;\n]|20\d\d年(?:度|以来|来)?,?)(?:服务)?中心(?:在[^。\n]{2,30}领导下|网站(?:共|累计)?(?:发布|公开)|累计|共|未(?:收到|接到|发生)|主动公开|全年|始终|坚持|高度重视|认真|严格|持续)"
)
_OF_MANY = expression(
    "[全我本][省市县区旗州盟](?![域场级直])|各(?:镇|乡|街道|部门|乡镇|镇街)|[我本](?:局|委|办|厅|镇|乡|院|中心|单位)"
)


def self_reference(text: str) -> tuple[str | None, str]:
    """Return kind and level of an agency that only calls itself 我镇, 我局, 街道; null and empty when it does none of these."""
    # A body tells of its place as well, 我局 of 我区, and no government says 我局.
    said = sorted(Counter(_SELF.findall(text)).items(), key=lambda word: (-word[1], word[0] not in _SELF_KINDS))
    if said and said[0][0] == "委" and (zones := _COMMITTEE.findall(text)):
        if len(zones) >= _OFTEN or any("网" in zone for zone in zones):
            return "administrative_committee", ""
        if not zones[0].endswith("会"):  # 投资区, as its own subject, but once
            return None, ""
    if not said and "街道" in text and len(_STREET_ACTS.findall(text)) >= _OFTEN and not _OF_MANY.search(text):
        return _SELF_KINDS["街道"]
    if not said and _BRIGADE.search(text) and "消防" in text and not _POLICE_WORK.search(text):
        return "department", ""
    centre = not said and "中心" in text and len(_CENTRE_ACTS.findall(text)) >= _OFTEN
    if centre and not (_OF_MANY.search(text) or speaks_as_town(text)):  # which has a service centre as well
        return _SELF_KINDS["中心"]
    return _SELF_KINDS.get(said[0][0], (None, "")) if said else (None, "")


# Bodies that call themselves 我局, 我办 as well, and are of kinds of their own.
_OTHER_BUREAU = expression("(?:气象|税务|国税|地税|海事|公安|邮政管理)局")
_OTHER_WORK = expression(
    "民警|警务|公安机关|派出所|公安(?:工作秘密|[\u201d\x22]?(?:公众|政务|官方)?(?:微信|微博|抖音))|船舶检验|水上交通安全|气象服务|气象灾害"
)
_OTHER_OFFICE = expression("府办(?!公[室厅](?:关于|《|印发|的?通知|转发|文件|要求))|办事处|街道|社区|辖区")
# 我委 may be a zone's committee where a zone's is told of: 按照甲新区政务公开领导小组安排,我委….
_OF_ZONE = expression("(?<!高)(?<!浦东)(?<!滨海)新区(?!域)|保税[港区]")
# Universities report by rules of their own, in which no bureau speaks: 按照《高等学校信息公开办法》…,现将学院2014-2015学年….
_OF_SCHOOLS = expression("高等学校信息公开|高校信息公开")
_SCHOOL_SPEAKS = expression(
    r"[我本][校院]|推进学校的?信息公开工作|学年信息公开工作年度报告|(?:现将|[。,;\n]|支持下,)学[校院](?=20\d\d|坚持|认真|全面|深入|严格|积极|切实|高度|主动|进一步)"
)
_NO_SCHOOL = expression("[我本](?:[局委厅处市省]|部门)")
# 我院…对医院信息进行公开, and no 学院, 法院, nor a court that does not call itself so: 我院审理医疗服务案件
_HOSPITAL_ITSELF, _OF_HOSPITAL = expression("[我本]院"), expression("医院(?:信息|院务|的?政府信息)|医疗服务|患者|就诊")
_OTHER_HOUSE = expression("大学|学院|法院|检察|研究院|科学院|设计院|(?:敬老|养[老护]|福利)院|剧院|审[判理]|法官|司法公开")
# 通过委网站主动公开信息4751条, in no report of a whole place, nor in that of a zone, whose committee is a 委 as well.
_BUREAUS_SITE = expression("(?:通过|在|[。,;\n])[局委厅](?:门户|官方|政务)?网站上?(?:共|累计|主动|公开|发布|推送)")
_OF_MANY_OR_ZONE = expression("[全我](?:[省市县旗州盟](?![场域])|区(?!域))|管委会|管理委员会|开发区|园区|高新区|经开区")
_PREAMBLE = 400  # characters in which a bureau names itself


# 在甲区委、区政府和市公安局的领导下: those whom the office of the same kind above leads.
_LED_BY = expression(
    r"在[^。;\n]{0,30}?[省市州](公安|税务|气象)局(?:党[委组])?(?:[、和及,][^。;,\n]{2,16})?(?:的?(?:正确|坚强|统一|有力))*(?:领导|指导)下"
)
_LED_KINDS = {"公安": "public_security", "税务": "tax", "气象": "meteorology", "邮政": "postal", "海事": "maritime"}
# 围绕公安中心工作, 结合邮政管理工作实际, 上级公安机关: whose own work, whose own superiors these are.
_OWN_WORK = expression(
    r"(?:结合|根据|围绕|立足|紧贴|服务|聚焦)(?:[我本]局|全[省市州县区旗]|当前|[我本][省市县区旗]|的)*(公安|气象|税务|邮政|海事)(?:管理|中心|业务|重点)*工作"
    r"|(?:按照|根据|落实|执行|在)上一?级(公安|气象|税务|邮政|海事)(?:管理)?(?:机关|部门|局)|《(气象)部门政府信息公开"
)
# The accounts of the police, which no other bureau keeps: 甲县公安微信公众号, 甲县公安官方微博.
_POLICE_ACCOUNT = expression(r"([\u3400-\u9fff]{2}公安)[\u201d\x22]?(?:公众|政务|官方)?(?:微信|微博|抖音)")
_BY_POLICE = expression(rf"(?:通过|利用|依托|在)[\u201c\x22]?[\u3400-\u9fff]{{0,4}}{_POLICE_ACCOUNT.pattern}")
_WITH_POLICE = expression(
    "(?:联合|协同|会同|配合|协助|转发|关注)[\u3400-\u9fff]{0,4}\\Z"
)  # 联合甲县公安微信: so does who is no police
# 2021年,开发区管委会信息公开工作紧紧围绕…: the subject of the year.
_COMMITTEES_YEAR = expression(
    r"20\d\d年(?:度|以来|来)?,?(?:投资区|开发区|园区|高新区|经开区|保税区|度假区|工业园|产业园)管委会(?:(?:政府|政务)?信息(?:公开)?工作)?"
    "(?:坚持|认真|全面|深入|严格|紧紧|始终|高度重视|积极|围绕|切实|持续)"
    r"|20\d\d年(?:度)?,?园区(?:坚持|认真|全面|深入|严格|始终|高度重视|积极|切实|持续)"  # of no place that tells of its parks
)


def kind_of_unnamed(head: str) -> str | None:
    """Return the kind of a body that neither names itself nor says 我局: a university by its rules, a bureau by its site, 通过委网站公开.

    So the committee of a zone whose year is told: 2021年,开发区管委会认真….
    """
    if (year := _COMMITTEES_YEAR.search(head)) and not ("管委会" not in year[0] and _OF_MANY.search(head)):
        return "administrative_committee"
    if _OF_SCHOOLS.search(head):
        return "university" if _SCHOOL_SPEAKS.search(head) and not _NO_SCHOOL.search(head) else None
    if _HOSPITAL_ITSELF.search(head) and _OF_HOSPITAL.search(head) and not _OTHER_HOUSE.search(head):
        return "hospital"
    return "department" if _BUREAUS_SITE.search(head) and not _OF_MANY_OR_ZONE.search(head) else None


def kind_of_leader(head: str) -> str | None:
    """Return the kind of a body that calls itself 我局 by the office above that leads it, in 在区委和市公安局的领导下, its work or accounts."""
    if led := _LED_BY.search(head, 0, _PREAMBLE):
        return _LED_KINDS[led[1]]
    if work := {next(filter(None, found.groups())) for found in _OWN_WORK.finditer(head)}:
        return _LED_KINDS[work.pop()] if len(work) == 1 else None
    found = _POLICE_ACCOUNT.finditer(head)
    accounts = [one[1] for one in found if not _WITH_POLICE.search(head[max(0, one.start() - 6) : one.start()])]
    keeps = bool(accounts) and "严守公安工作秘密" in head  # as nobody else has to
    return "public_security" if (len(accounts) >= _OFTEN or keeps) and len(set(accounts)) == 1 else None


def may_be_of_another_kind(head: str) -> bool:
    """Tell whether a body that only calls itself 我局, 我办 may be no department: the police, a government's office, a town's."""
    if (
        _OWN_WORK.search(head)
        or _OTHER_BUREAU.search(head, 0, _PREAMBLE)
        or len(_OTHER_WORK.findall(head)) >= _OFTEN
        or _BY_POLICE.search(head)
    ):
        return True
    said = _SELF.findall(head)
    if set(said) == {"会"}:  # a society may be one of the state's, or of nobody's
        return True
    return ("委" in said and _OF_ZONE.search(head) is not None) or ("办" in said and _OTHER_OFFICE.search(head) is not None)
