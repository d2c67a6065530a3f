"""Whose is a number of the prose? A part's, where the clause begins with another level, 各部门 or a body that does not report.

Only what stands where a subject stands tells it: 各部门收到12件 is of a part, 会同各部门收到12件 says nothing of whose they are.
"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.bodies import (
    GOVERNMENT,
    acts_for_itself,
    begins_with_another,
    is_joined_with_another,
    is_own,
    tells_of_another_bureau,
    without_lead,
)
from gongkai.indexer.names.societies import SOCIETIES
from gongkai.indexer.numbers import COUNTERS
from gongkai.indexer.prose.ownership.deeds import who_acts
from gongkai.indexer.prose.ownership.doers import is_somebody_else
from gongkai.indexer.prose.ownership.vocabulary import CLAUSE_END

__all__ = ["is_inner_section", "is_of_part", "names_a_part"]

_BRACKETS = expression(r"\([^()\d]{0,20}\)")  # 乡镇(街道)
_COUNTIES = expression(r"(?<!市)(?:县|区)\((?:[市县区旗]|[、,和])+\)|市县\(区\)")
_TOWN = r"(?:[镇乡]街|街[镇乡]|乡镇|镇乡|街道|园区|开发区|社区|村)(?:(?:人民)?政府|办事处|党委)?"
_TOWNS = rf"(?:{_TOWN}|各(?:镇|乡|街|村)|[乡镇村]级)(?:行政机关|机关|政府)?"
_PLACES = r"(?:区县|县区|县市区?|市县区?|市州|州市|旗县区?|各(?:(?:省|市|县|区|州|旗|地)+))(?:人民)?(?:行政机关|机关|政府)?"
_LEVEL = r"(?:[省市县区州旗](?:本级|级)(?:人民)?(?:行政机关|机关|政府|(?:政府|职能|工作|行政){0,2}部门|单位)?)"
_BUREAUS = r"(?:(?:政府|行政|职能|工作|所属|直属){0,2}部门|厅局|委办局|[省市县区州旗]直(?:机关|单位))"
_UNITS = r"(?:企?事?业?单位)"
_OF_THE_BUREAU = rf"(?:[我本][局委厅办院校])?(?:各|所有|全部)?[局委厅院校]属(?:各|所有|全部)?(?:{_UNITS}|学校|医院|部门|机构)"
_NUMBERED = r"(?:\d+|[一二两三四五六七八九十百]+)多?[个家]"
_SOME = rf"(?:一些|某些|若干|大部分|绝?大?多数|部分|少数|个别|有些|有的|不少|许多|其[他它余]|{_NUMBERED})"
_EACH = r"(?:各级|各|所有|全部|有关|相关|下属|所属|直属|下辖|辖区内?|基层|其)"
_OF_PLACE = r"(?:[我本][省市县区州旗](?:[省市县区州旗][直级属])?|[省市县区州旗](?:政府|直|级|属)?(?:及其)?)"
_SUBJECT_END = (
    r"(?=[也均都则仍就又从]|多年|长期|一直|本年|[全今]年|20\d\d年|年内|共|总共|合计|累计|已|新|收|受理|接[到收受]|办理|处理|被|因|发生|产生|引[发起]|涉及|结转|转结"
    r"|主动|公开|没|未|无|行政(?!服务|审批|执法|综合|学院)|复议|诉讼|提起|申请|依申请|有|作为|[\d$]|$)"
)
# Each word has one place, and few are repeated: a line of nothing else would take for ever.
_MANY = rf"(?:(?:共?有)?{_SOME}的?)?{_OF_PLACE}?(?:{_EACH}){{0,3}}(?:{_SOME}的?(?:{_EACH}){{0,2}})?"
_ONE = rf"{_MANY}(?:{_TOWNS}|{_LEVEL}|{_PLACES}|{_BUREAUS}|(?<=[各有关属直层他它余家个些数分]){_UNITS}|{_OF_THE_BUREAU})"
_COLLECTIVE = expression(
    rf"(?P<all>全[省市县区州旗]|[省市县区州旗](?:人民)?政府(?:以及|[及和与、]))?(?P<named>{_ONE}(?:(?:[、和及与]|以及)?{_ONE}){{0,5}}){_SUBJECT_END}"
)
_MENTIONED = expression(rf"{_TOWNS}|{_LEVEL}|{_PLACES}|{_BUREAUS}|(?<=[各属直层他它余家个]){_UNITS}")
_OF_TOWNS, _OF_BUREAUS = expression(f"{_TOWNS}|{_PLACES}"), expression(f"{_LEVEL}|{_BUREAUS}|{_UNITS}")
# In a county's own report these are everybody, where the sentence has no other number: 全县46个单位, 各级各部门, 各单位均未.
_TOWNS_COUNTED, _BUREAUS_COUNTED = rf"{_NUMBERED}{_TOWNS}", rf"{_NUMBERED}(?:{_BUREAUS}|{_UNITS})"
_EVERYBODY = expression(
    rf"(?:全[省市县区州旗](?P<having>共有)?(?:{_TOWNS_COUNTED}[、和及与]?{_BUREAUS_COUNTED}|{_BUREAUS_COUNTED}[、和及与]?{_TOWNS_COUNTED}|{_NUMBERED}{_UNITS})"
    r"|(?:全[省市县区州旗])?各级(?:各?部门|各?单位|(?:人民)?政府|行政机关)(?:[、和及与]?各?(?:部门|单位))?"
    rf"|(?P<each>(?:各部门[、和及与]?)?各(?:有关)?单位(?=[均都]))){_SUBJECT_END}"
)
_DENIED = expression("[均都也]?[未没无]")
_COUNTED = expression(rf"\d[{COUNTERS}]")
_DID = expression(r"\d(?![\d年月日号])")  # a deed with its number
_FIRST_NAMED = expression("以及|[及和与、]")
_A_FEW = expression(_SOME)

_BODY = expression(
    rf"(?P<body>[\u4e00-\u9fff\d%、]{{0,24}}?(?:{SOCIETIES}|分局|局|厅|委员会|委|(?:人民)?政府|办公室|(?:政府|信息|法制|公开|应急|金融|扶贫|[省市县区州旗])办|[镇乡县市区州旗]"
    rf"|(?<![举承主开经督转交协创兴查申待补代帮首])办|街道|办事处|系统|(?:[大支中总]|测绘|勘[测察探]|监测|护林|执法|消防|调查|稽查|巡查|巡逻|应急|救援|养护|管护)队(?!伍)|(?<![我本])院|处|学校|高校|中心校|幼儿园|[小中大]学|[一二三四五六七八九十]中|[居村]委会|公司|集团|部门|单位|乡镇"
    rf"|(?:工业|产业|科技|物流|农业)园|(?<![农全乡])村|[林农牧渔茶苗畜]场|苗圃|公园|水库|(?<=[安法务商级])机关|[省市县区]里|财政|公安|银行|人行|上级|[市县]两级|(?:二级|下属|所属|直属|派出|分支)机构|企业|媒体|电视台|[协商学]会|研究会|联合会|促进会|基金会|中央|国家|我国|[科股](?!技)|(?P<site>网站)|站|(?<![局委厅办院府会])所|中心|馆)){_SUBJECT_END}"
)
_SITE_OF = expression("[省市县区州旗各]")  # a site without a body's name is its agency's
# 全市公安系统, 全市市直部门: of a whole place, but of one field or one level of it.
_FIELD_OR_LEVEL = expression(
    "[全我本][省市县区州旗](?:(?!政府|行政|党政|机关|政务)[\u4e00-\u9fff]{2,4}系统|[省市县区州旗](?:直|本?级)各?(?:行政机关|机关|部门|单位)(?![、和及与以])|(?:公[共用])?企事?业单位|公共事业单位|驻[\u4e00-\u9fff]{1,2}(?:机构|单位|办事处))"
)
_FORMER = expression(
    "(?:[并划转]入[我本][局委厅办院镇乡]的)?原(?:来的?|先的?)?[\u4e00-\u9fff]{2,12}(?:局|厅|委员会|委|政府|办公室|[镇乡县区](?!域)|中心|站|所)"
)
_BELOW = expression("下属|所属|直属|二级|基层")
# 我局及所属单位 are all of it, 我局所属单位 are not.
_AND_THOSE_BELOW = expression(
    r"(?P<body>[^,。;及和与、]{2,20}?)(?:以及|[及和与、])(?:其|各|全部|所有|全体)*(?:下属|所属|直属|二级|基层|属)"
)
# 各股室收到5件 may be five each: of all of them only what they have together, or none of them has.
_ROOMS = expression(
    "(?:[我本][局委厅办院]|局|机关)?(?:机关)?各(?:业务|职能|相关|有关)?(?:[科股处]室|科股室|内设(?:机构|科室|股室)|股(?!份)|科(?!技|学|普))(?=[收受接发主公新被行配举召])"
)
# 法规股, 局办公室, 政策法规科: the agency's own, where no other body stands before it; 研究室 and 卫生室 are bodies.
_INNER = expression(
    r"(?:[我本]?(?:[局委厅院]|机关|单位))?(?![省市县区州旗镇乡村街][\u4e00-\u9fff]{0,8}?(?:室|局|办))"
    r"(?!(?:[省县州旗街]|市(?![场政容])|区(?![划域])|镇|乡(?![村镇])|村(?!镇)|[\u4e00-\u9fff]{0,4}(?:开发区|园区|新区))[\u4e00-\u9fff]{0,8}?[科股])"
    r"(?![\u4e00-\u9fff]*(?:[局厅院站所队馆]|委员会|(?<!常)委(?!托)|中心|公司|学校|街道|[镇乡](?:政府|办公室)))"
    r"[\u4e00-\u9fff]{1,8}(?:[科股]室?|(?<!研究)(?<!研)(?<!卫生)(?<!警务)(?<!图书)(?<!阅览)(?<!实验)(?<!化验)室)"
)
_OUTDONE = expression(  # 公开最多的部门为县公安局,主动公开156条; 单日最多, 最多一天
    r"(?:最[多少高低]|第[一二三\d]|首位|前[列茅三五十\d])的?(?:[是为][^,。;]{0,12}[局委厅办镇乡县区]|[部单][门位]|[科股处]室|站所|学校|社区|村|地区|区县|乡镇|[一单]?[天日]|月份?|一?人(?!民))"
    r"|(?:[天日月]|月份)最[多少高]"
)
_OURS = expression("[我本全][省市县区州旗镇乡街局委厅办院校]")  # 最多的是县公安局,我县共收到12件
# 县政务服务局牵头抓总,全年共收到12件: of all whom it leads.
_LEADS_OTHERS = expression("牵头|统筹|督[办查导促]|指导|协调|部署|汇总")
# 主要集中在县国土局,收到申请9件; 以县国土局为例
_AT_A_LEVEL = expression("[在从就]?[省市县区州旗]级?(?:这一?)?层面")
_EXAMPLE = expression(r"[为是有在以如][省市县区州旗][\u4e00-\u9fff]{1,10}(?:局|委|厅|办|院|中心)(?:为例|等[^,]*)?$")
_OWN_SUBJECT = expression(
    rf"[我本](?!年|次|月|级)[\u4e00-\u9fff]|[全各]|[省市县区州旗镇乡](?:(?!{SOCIETIES})委|(?:人民)?政府(?!办))"
)
_ABOVE_A_BUREAU = expression(
    "(?P<place>[省市县区州旗](?:委|(?:人民)?政府))|各|我[省市县区州旗国](?![\u4e00-\u9fff]{1,12}?[局委厅办院])"
)  # 县委、县政府高度重视
_OUR_PLACE = expression("我[省市县区州旗国]|该[省市县区州旗局镇乡村]")
_IN_ALL = expression("共|合计|总计")
# 市局印发通知,全年公开52条: what is issued above is the occasion, the year's number the bureau's. 公安机关 is 公安局 in its own report.
_ISSUED_ABOVE = expression(
    "(?:国家|国务院|中央|[省市]里|[省市][局厅委]|上级(?:部门|机关)?)(?:先后|相继|已|又|也)*(?:[印下]发|出台)[^,。;]{0,16}"
)
_IN_THE_YEAR = expression("(?:全年|20\\d\\d年度?|本年度?)(?!各|[省市县])")
_OF_OUR_KIND = expression("(?P<kind>[\u4e00-\u9fff]{2,4})(?:机关|部门|系统)")
_OF_ALL_OF_IT = ("全局", "全系统")  # 县教育局高度重视,全局收到12件: of that bureau
_LEADERS = expression(
    r"(?P<name>[\u4e00-\u9fff]{2,6}?)?(?:[镇乡]|街道)?党(?:委|工委)[、和]?(?:[镇乡]|街道)?(?:政府|办事处)|(?P<school>学校)(?:党委|党总支|党支部)?"
)
_IS_SCHOOL = expression("(?:学校|中学|小学|学院|大学|幼儿园)$")
# What is glued to the sentence from its left: its number in a list, a heading of the form's own words that goes before it on its line.
_FORMS_WORDS = (
    "政府|信息|公开|依?申请|收到|受理|处理|办理|答复|收费|减免|行政|复议|诉讼|主动|不予|工作|举报|提起|[和及与的因被、]"
)
_GLUED = expression(
    r"(?:第?[一二三四五六七八九十\d]{1,2}[、.,](?=20\d\d年|\D)|\([一二三四五六七八九十\d]{1,2}\)[、.]?)"
    rf"(?:(?:{_FORMS_WORDS}){{2,20}}情况(?=(?:20\d\d|[本全今])年度?|[我本下上各]|[省市县区州旗镇乡][\u4e00-\u9fff]{{1,12}}(?:局|厅|委|办|站|所|中心)))?"
)


def is_of_part(text: str, end: int, scope: str | None, agency: str | None) -> bool:
    """Tell whether the words before `end` name a part, or another body, as whose it is what follows."""
    glued = _GLUED.match(text, 0, end)
    before = text[glued.end() if glued else 0 : end]
    if "(" in before:  # it is in all that both replace
        before = _BRACKETS.sub("", _COUNTIES.sub("区县", before))
    said = CLAUSE_END.split(before)
    clauses = [without_lead(clause) for clause in said]
    clause = clauses[-1]
    if _ROOMS.match(clause + text[end : end + 1]):
        return True
    if _OUTDONE.search(clause) or (len(clauses) > 1 and _OUTDONE.search(clauses[-2]) and not _OURS.match(clause)):
        return True
    if not _is_everybody(clause, text[end:], scope) and _is_part(clause, text, scope, agency):
        return True
    return _is_led(clauses, scope, agency, in_the_year=_IN_THE_YEAR.match(said[-1]) is not None) or is_somebody_else(
        before, text[end : end + 4], clause, scope, agency
    )


def _is_led(clauses: list[str], scope: str | None, agency: str | None, *, in_the_year: bool) -> bool:
    """Tell whether the clause before the last that names a body names another, whose deeds the last, perhaps `in_the_year`, tells."""
    last = clauses[-1]
    for clause in reversed(clauses):
        who = who_acts(clause) if scope == "agency" and clause is not last else None
        if who and _leads_itself(who, agency):
            return False
        if who and ((in_the_year and _ISSUED_ABOVE.fullmatch(clause)) or _is_of_our_kind(who, agency)):
            continue
        if who and (_OUR_PLACE.fullmatch(who) or _is_part(who, who, scope, agency)):
            return True  # 苗圃高度重视,公开信息20条
        if _is_of_itself(clause, scope, agency):
            return False
        if clause is last:
            continue
        if scope == "agency" and (tells_of_another_bureau if _DID.search(clause) else acts_for_itself)(clause, agency):
            return True  # 县教育局公开信息20条,收到申请3件; 县教育局高度重视,公开信息20条
        at_level = scope == "agency" and _AT_A_LEVEL.fullmatch(clause) is not None
        if at_level or begins_with_another(clause, scope, agency) or _EXAMPLE.search(clause):
            leads = _LEADS_OTHERS.search(clause) and (last or clause is not clauses[-2])
            return not leads and not (_COUNTED.search(clause) and _IN_ALL.match(last))
    return False


def _leads_itself(who: str, agency: str | None) -> bool:
    """Tell whether who acts is who leads the agency, a town or a school, by no other name: 镇党委、政府, 学校党委."""
    own = _LEADERS.fullmatch(who)
    if own is None or agency is None:
        return False
    if own["school"]:
        return _IS_SCHOOL.search(agency) is not None
    return agency.endswith(("镇人民政府", "乡人民政府", "街道办事处")) and (own["name"] or "") in agency


def _is_of_our_kind(who: str, agency: str | None) -> bool:
    """Tell whether who acts is called after the agency's own business: 财政部门 to 双桥县财政局."""
    ours = _OF_OUR_KIND.fullmatch(who)
    return ours is not None and agency is not None and ours["kind"] in agency


def _is_of_itself(clause: str, scope: str | None, agency: str | None) -> bool:
    """Tell whether a clause begins with the agency as its subject: of a bureau 我局, neither 县政府 nor 我县."""
    if agency and clause.startswith(agency):
        return True
    own = _OWN_SUBJECT.match(clause)
    if own is None or clause.startswith(_OF_ALL_OF_IT):
        return False
    above = _ABOVE_A_BUREAU.match(clause) if scope == "agency" and agency else None
    return above is None or (above["place"] is not None and is_own(above.group(), scope, agency))


def is_inner_section(who: str) -> bool:
    """Tell whether words name a section of the agency itself, by no more than what it does: 法规股, 局办公室; a station is a body below."""
    return _INNER.fullmatch(who) is not None


def names_a_part(words: str) -> bool:
    """Tell whether the words name a part anywhere."""
    return _MENTIONED.search(words) is not None


def _is_everybody(clause: str, behind: str, scope: str | None) -> bool:
    everybody = _EVERYBODY.match(clause) if scope == "government_consolidated" else None
    if everybody is None:
        return False
    behind = clause[everybody.end() :] + behind
    denied = _DENIED.match(behind)  # 各单位均未 is of all; 全县共有8个单位未收到 is of those eight
    if everybody["having"] if denied else everybody["each"]:
        return False
    return len(_COUNTED.findall(behind.partition("其中")[0])) < 2


def _is_part(clause: str, text: str, scope: str | None, agency: str | None) -> bool:
    if _FIELD_OR_LEVEL.match(clause):
        return True
    if many := _COLLECTIVE.match(clause):
        named = many["named"]
        first = _FIRST_NAMED.split(named)[0]
        if agency and (named in agency or (len(first) > 1 and first in agency)):  # 街道, 街道办事处及社区 in its own report
            return False
        if _A_FEW.search(named):
            return True
        towns, bureaus = _OF_TOWNS.search(named), _OF_BUREAUS.search(named)
        if towns and bureaus:
            return False
        if many["all"] and "政府" in many["all"]:  # 县政府和各部门: whether that is all is told elsewhere
            return scope not in (None, "government_consolidated")
        if many["all"] and bureaus and not re.search(_LEVEL, named):  # all, unless others have a number of their own
            others = text.partition(named)[2].partition("其中")[0]
            return re.search(rf"(?:{_TOWNS}|{_PLACES})[^,。;]{{0,20}}\d", others) is not None
        return True
    if is_joined_with_another(clause, scope, agency):
        return True
    if _FORMER.match(clause) and "原" not in (agency or ""):  # 原州区 is a place
        return True  # 原双桥县林业局
    found = _BODY.match(clause)
    if found is None or (found["site"] and not _SITE_OF.match(found["body"])):
        return False
    if (whole := _AND_THOSE_BELOW.match(clause)) and _is_own(whole["body"], text, scope, agency):
        return False
    return _BELOW.search(found["body"]) is not None or not _is_own(found["body"], text, scope, agency)


def _is_own(body: str, text: str, scope: str | None, agency: str | None) -> bool:
    """Tell whether a body is the one that reports; 县政府 is, where the sentence names none of its parts."""
    if agency is not None and GOVERNMENT.fullmatch(body) and is_own(body, scope, agency):
        return not _MENTIONED.search(text.partition("其中")[0].replace(body, ""))
    return is_own(body, scope, agency)
