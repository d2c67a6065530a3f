"""Is a body that the prose names the one that reports, and which clause begins with another whose deeds it tells?"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.societies import SOCIETIES

__all__ = [
    "GOVERNMENT",
    "WAYS",
    "acts_for_itself",
    "acts_on_us",
    "begins_with_another",
    "has_letters",
    "is_above",
    "is_joined_with_another",
    "is_own",
    "tells_of_another_bureau",
    "without_lead",
    "without_own_name",
]

_LEAD = expression(
    r"(?:20\d\d年度?|(?:[本全今]|一)年度?(?:[内中来])?|年[度内]|报告期内|截[至止]\D{0,3}(?:20\d\d年)?(?:\d+月)?(?:\d+日|底)?|同时|此外|另外|另|而|但|目前|据统计|经统计)+,?"
)
_NOT_A_BODY = expression(
    r"[我本该]|^全|结局|格局|布局|当局|国家机关|收到|受理|公开系统|乡镇$|公开信息|在|根据|按照|向[省市县区州旗上]|^(?:[由以为]|下?设[立置在]?|成立|对(?!外)|经(?![济信贸委开]))"
)
# An office or a desk is the agency's own where its name says no more than what it is: 局办公室, 信息公开受理中心. 镇财政所 is a part.
_PLAIN_DESK = (
    r"(?:[局委厅院镇乡处]|街道|政府|政务|党政|党委|信息|公开|综合|行政|机关|法制|秘书|领导小组|工作|依?申请|受理|服务|查阅|接待|咨询|管理|网络)*"
    r"(?:办公室|办|中心|站|所|馆)"
)
_AT_A_DESK = expression("(?:中心|站|所|馆|村|园|校|科|股|办)$")
_DESK = expression(rf"(?![省市县区州旗镇乡]\S*(?:中心|站|所|馆)$){_PLAIN_DESK}")
# 县政府办; 政务服务中心 serves for all bureaus of a place.
_DESK_OF_OTHERS = expression("政府办|(?:政务|行政|便民|公共|政府|党群)服务中心|(?:政务|行政|便民)(?:中心|大厅)")
# What is done with a body, or by its means, makes none of it the subject: 围绕中心, 依托服务中心.
_DONE_WITH = expression(
    r"[\u4e00-\u9fff]{0,3}围绕|[先再都也并且]{0,2}(?:设[立置]|建[立成设]|成立|通过|利用|依托|借助|加强|完善|推进|整合|组织|指导|指定|安排|深入|突出|发挥|协调|联合|配合|会同"
    r"|[在由向对把将与从到以为和及])"
)
_OFFICE = expression("(?:政务|党政|政府信息|信息|公开|综合|工作|领导小组|法制|秘书)*(?:办公室|办)$")
GOVERNMENT = expression("[省市县区州旗镇乡](?:人民)?政府")
_GOVERNMENT_OFFICE = expression("政府办(?:公[室厅])?$")
_PLACE = expression(r"[\u4e00-\u9fff]*[省市县区州旗镇乡]")
_OF_ITS_PLACE = r"(?:人民政府|政府|办事处|行署|党委|管理?委员?会|(?:管理|开发)(?:局|处|委员会)|$)"
# 我局白石分局, 我县公安局: a part, but for 我局办公室 and 我县水务局 in its own report.
_OUR = expression(
    r"[我本](?:(?P<place>[省市县区州旗])|[局委厅办院镇乡校所站处部]|街道?|中心|单位|机关|部门)(?P<part>[\u4e00-\u9fff]{2,14})"
)
_OF_A_PLACE = expression("[省县州旗]|(?<!城)市(?![场政容])|区(?![划域])")
_BRANCH = expression(
    "(?P<bureau>[\u4e00-\u9fff]+?(?<![分支])(?:局|厅|委员会))(?P<part>[\u4e00-\u9fff]{1,12}(?:[分支]局|[大支中总]队|中心|[所站场]))"
)
# What a clause may begin with: a bureau of a place, one of its towns; to a bureau also its own teams, stations and branches.
_EXAMPLE = r"(?:例如|比如|如|其中|像|[以在](?=[\u4e00-\u9fff]{2,12}(?:为例)?$))?,?"
_BUREAU = r"[省市县区州旗][\u4e00-\u9fff]{1,12}?(?:(?<![格布结当全])局|厅|委员会)"
_WITH = "(?:以及|[及和与、]|会同|联合)"
_AND_ANOTHER = expression(
    rf"[我本](?:[局委厅办院镇乡县市区州旗省]|街道?){_WITH}(?P<body>[省市县区州旗镇乡][\u4e00-\u9fff]{{1,12}})"
)
_ANOTHER_AND = expression(rf"(?P<body>{_BUREAU}|[省市县区州旗]政府办(?:公[室厅])?){_WITH}[我本](?:[局委厅办院镇乡]|街道)")
_NO_NAME = r"(?![各全所有乡该某面向对到在由将把从以为赴走深进下推覆延建落加强等和及与是我本两三四五六七八九十])"
_TOWN = rf"{_NO_NAME}[\u4e00-\u9fff]{{2,3}}(?:(?<![城乡村集小各个])镇(?![村乡、域区])|(?<![家城下老各个])乡(?![镇村土亲]))"
_STREET = rf"{_NO_NAME}[\u4e00-\u9fff]{{2,3}}街道(?:办事处|办)?(?![、和及社])"
# 所, 站 and 中心 are words of many other things (报告中所列, 站在全局, 围绕中心): only with what such a body does.
_DUTY = (
    "财政|司法|税务|国土|资源|工商|管理|监督|监察|监测|卫生|研究|检[验测]|执法|社保|保障|服务|指挥|控制|培训|交易|推广|救助"
    "|水[利务]|林业|农[业技]|派出|文化|计生"
)
_TEAM = (
    rf"[\u4e00-\u9fff]{{0,10}}?(?:[大支中总]队(?!伍)|分局|(?:{_DUTY})(?:所(?![有属在列需])|站(?![在位])|中心(?![工任城组区镇])))"
)
_OF_BUREAU = expression(
    rf"{_EXAMPLE}(?P<body>(?:下属|所属|直属|基层|局属)?{_TEAM}|(?:兄弟|邻)[省市县区州旗][\u4e00-\u9fff]{{1,12}}?(?:(?<![格布结当全])局|委员会))"
)

WAYS = (
    r"根据|依[照据]|遵照|参照|也?按[^,。;]{0,8}要求|结合|本着|针对|紧[紧密扣]|始终|狠抓|多措并举|先行|先后|经过|加大"
    r"|以(?=[^,。;]{2,10}为)|在(?=[^,。;]{2,16}[下中](?:,|$))"
)
"""How a body does something, right behind its name: 县中医院结合实际, 白石镇在县政府的指导下."""

# Of whom a clause tells: a bureau, of whatever place; a town, a village, a school, a body of the party, where a deed of theirs follows.
_DEED = (
    r"(?=(?:政府|党委|人民政府|机关)?(?:高度|积极|认真|接待|加强|严格|大力|不断|全面|扎实|切实|进一步|及时|主动|公开(?!(?:栏|工作|情况|的|方面))|通过|利用|建立|成立|制定|完善|健全"
    r"|开展|举办|召开|落实|推进|按照|坚持|围绕|将|把|对|为[^民了]|设立|配备|安排|明确|深化|强化|规范|创新|拓宽|突出|注重|收到|受理|接受|未|没有|工作成效|做好|抓好|持续|深入|依托|充分|率先|探索"
    rf"|{WAYS}|主要通过"
    r"|还(?=积极|通过|主动|在)|组织学习|作为[^,。;]{2,8}单位(?:,|$)|被列为|领导(?:高度|十分)?重视|共|全年|年内|20\d\d年|自20))"
)
_SOME_VILLAGE = rf"{_NO_NAME}[\u4e00-\u9fff]{{2,3}}(?<![乡农全各])村(?:村?委会|村民委员会)?"
_SCHOOL = r"[省市县区州旗镇乡][\u4e00-\u9fff]{0,8}?(?:[一二三四五六七八九十]中|中学|小学|幼儿园|学校|医院|卫生院)"
# 县文联, 开发区管委会, 团县委; 县发改委; a company
_SOCIETY = (
    rf"(?:(?:{_NO_NAME}[\u4e00-\u9fff]{{2,6}}?)?(?:[省市县区州旗]|园|基地)总?{SOCIETIES}|(?:共青)?团[省市县区州旗]委"
    r"|[省市县区州旗](?:[\u4e00-\u9fff]{2,5}(?<![党常])委|[\u4e00-\u9fff]{1,6}公司))"
)
# 县档案馆高度重视; 在县档案馆 names a place
_HALL = (
    r"[省市县区州旗](?:[\u4e00-\u9fff]{0,4}?(?:档案|图书|文化|博物|美术|科技|体育|规划展览|纪念)馆"
    r"|(?:融媒体|政务服务|公共资源交易|行政审批(?:服务)?)中心)"
)
# 省厅, 市局: the bureau above, without its field; 青山林场
_BARE = r"(?:[省市县区州旗国总](?:局(?![部限面势])|厅)|(?:省|区)里|(?:[\u4e00-\u9fff]{2,4})?(?:林|农|牧|渔|[茶苗]|种畜)场(?![景地所合面次馆]))"
_PLACED = rf"(?:{_NO_NAME}(?![做抓促提])[\u4e00-\u9fff]{{2,3}})?"
_OF_GOVERNMENT = expression(rf"{_EXAMPLE}(?P<body>{_BUREAU}|{_TOWN}|{_STREET}|(?:{_SOCIETY}|{_HALL}){_DEED})")
_OTHER_BUREAU = expression(
    rf"{_EXAMPLE}(?P<body>{_PLACED}(?:{_BUREAU}|[省市县区州旗](?:人民)?政府办(?:公[室厅])?)|(?:{_TOWN}|{_STREET}|{_SOME_VILLAGE}|{_SCHOOL}|{_SOCIETY}|{_HALL}){_DEED}|{_BARE})"
)
# 县教育局检查我局, 县教育局指导有力: the agency goes on; 县教育局按照要求 does itself what it is asked.
_AS_ASKED = r"(?![^,]{2,16}?(?:按照|按[^,]{0,10}要求|根据|依据|依照|遵照|贯彻|落实))"
_ACTS_ON_US = expression(
    rf"(?<!参照)[我本](?!年|次|着|级|[\u4e00-\u9fff]{{1,3}}(?:指导|帮助|支持|协助|带领)下)[\u4e00-\u9fff]|^{_AS_ASKED}[^,在]{{2,20}}?(?<!接受)(?:指导|督[办查导促]|要求|检查(?!站)|抽查|考核|评估|通报|支持|配合|协助|交办|牵头|统筹|部署)"
    rf"|^{_AS_ASKED}(?![^,]{{2,20}}?[印下转颁签制]发)[^,在]{{2,20}}?(?<!接受)通知"  # 省厅通知; who issues a notice acts for itself
)
_BEHIND_PLACES = expression("[^省市县区州旗盟镇乡]{3,}$")
_HANDED_ON = expression("转[来办交送]|移[交送]|交办")  # to the agency, which goes on


def without_own_name(words: str, agency: str | None) -> str:
    """Return words without the name of the agency that reports, whose field may be called like a way: 邮政, 网络, 平台."""
    own = _BEHIND_PLACES.search(agency) if agency else None  # 市邮政管理局 leaves the place out, in part or whole
    return words.replace(own.group(), "") if own else words


def without_lead(clause: str) -> str:
    """Return the clause without the words that say when: 2012年, 同时."""
    lead = _LEAD.match(clause)
    return clause[lead.end() :] if lead else clause


def begins_with_another(clause: str, scope: str | None, agency: str | None) -> bool:
    """Tell whether a clause begins with another body, whose deeds it tells; of a government that leads others see elsewhere."""
    if agency is None or scope is None:
        return False
    pattern = _OF_GOVERNMENT if scope == "government_consolidated" else _OF_BUREAU
    found = pattern.match(clause)
    return found is not None and not _DONE_WITH.match(found["body"]) and not is_own(found["body"], scope, agency)


def tells_of_another_bureau(clause: str, agency: str | None) -> bool:
    """Tell whether a clause begins with a bureau that is not the one that reports: 县教育局公开信息20条, of what came from it aside."""
    found = _OTHER_BUREAU.match(clause) if agency else None
    if found is None or _HANDED_ON.search(clause) or _DONE_WITH.match(found["body"]):
        return False
    return not is_own(found["body"], "agency", agency)


def acts_for_itself(clause: str, agency: str | None) -> bool:
    """Tell whether a clause begins with a body that is not the one that reports and does what is no business of that one."""
    return not acts_on_us(clause) and tells_of_another_bureau(clause, agency)


def acts_on_us(clause: str) -> bool:
    """Tell whether a clause tells what somebody did to the agency, which goes on: 县教育局检查指导."""
    return _ACTS_ON_US.search(clause) is not None


def is_joined_with_another(clause: str, scope: str | None, agency: str | None) -> bool:
    """Tell whether a clause begins with the agency and another: 我局与县国土局, 县国土局、我局."""
    found = _AND_ANOTHER.match(clause) or _ANOTHER_AND.match(clause)
    return found is not None and agency is not None and not is_own(found["body"], scope, agency)


def is_own(body: str, scope: str | None, agency: str | None) -> bool:
    """Tell whether a body is the one that reports: 县国土局 has the letters of 安平县国土资源局, in their order."""
    if agency is None:
        return True
    if ours := _OUR.fullmatch(body):
        places = _OF_A_PLACE.findall(agency)
        if ours["place"] and places and ours["place"] != places[-1]:
            return False  # 我市林业局, in the report of one of a county; a name without its place may be of any
        return _is_own_part(ours["part"], agency)
    if _NOT_A_BODY.search(body) or (_AT_A_DESK.search(body) and _DONE_WITH.match(body)):
        return True
    if scope != "government_consolidated" and _DESK.fullmatch(body) and not _DESK_OF_OTHERS.search(body):
        return True
    if body.endswith("政府") and _GOVERNMENT_OFFICE.search(agency):
        return False  # 县政府收到申请12件: what the office tells of its government
    if GOVERNMENT.fullmatch(body):
        return f"{body[0]}人民政府" in agency
    if body.endswith("系统"):
        return False
    if _PLACE.fullmatch(body):  # to the office of its government the place is another
        return _is_place_of(body, agency) and not (scope == "agency" and _GOVERNMENT_OFFICE.search(agency))
    if scope != "government_consolidated" and _OFFICE.search(body):
        body = _OFFICE.sub("", body)  # 水产局办公室; 县政务公开办 is of its place
        if _PLACE.fullmatch(body):
            return _is_place_of(body, agency)
    return _has_letters(body, agency)


def is_above(body: str, agency: str) -> bool:
    """Tell whether a body is the bureau of which the agency is a branch, by its name: 市公安局 to 甲市公安局交通警察支队."""
    branch = _BRANCH.fullmatch(agency)
    return branch is not None and not branch["part"].startswith(body) and has_letters(branch["bureau"], body)


def _is_own_part(part: str, agency: str) -> bool:
    """Tell whether what stands behind 我局 or 我县 names no part of it: a desk, what it is, the agency itself."""
    return re.search("(?:局|厅|委员会|队|所|站|中心|[医法]院|检察院|校|公司|科|股)$", part) is None or bool(
        _DESK.fullmatch(part) or _has_letters(part, agency)
    )


def _is_place_of(place: str, agency: str) -> bool:
    """Tell whether a place is the one whose government or committee reports."""
    return re.search(re.escape(place[-2:]) + _OF_ITS_PLACE, agency) is not None


def has_letters(name: str, letters: str) -> bool:
    """Tell whether a name has all of the letters, in their order: 安平县国土资源局 those of 县国土局."""
    rest = iter(name)
    return all(letter in rest for letter in letters)


def _has_letters(body: str, agency: str) -> bool:
    return has_letters(agency, body[max(body.find(agency[:2]), 0) :])  # of 甲省乙县 乙县 is enough
