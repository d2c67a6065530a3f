"""Does a clause begin with somebody who is no office: a society, a staff for an event, a court, a paper, leaders, another's account, 我县?

旅行社协会举办新闻发布会2次, 《某报》发布政策解读稿件18篇, 甲地发布政务微信公开210条 are none of the bureau's.
"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.bodies import has_letters, without_lead
from gongkai.indexer.names.societies import SOCIETIES

__all__ = ["is_of_somebody", "is_somebody_else", "tells_of_our_place"]

_LAST = "盟会部组院业区报体台导人段办室委校大协联社"  # each of the words below ends with one of these
_WHO = expression(
    rf"(?P<who>[\u4e00-\u9fff]{{0,12}}?(?:{SOCIETIES}|联盟|(?<!委)(?:协|商|学|联合|促进)会|[组筹]委会|指挥部|清算组|管理人|(?:重点|规模|龙头|骨干|辖区|景区|本地|国有|民营)企业|景区"
    r"|日报|晚报|报社|媒体|电视台|[省市县区州旗](?:委|政府)?(?:主要)?领导|河务段|(?:环保|环境保护|教育|财政|民政|农业|商务|水利|交通运输|住建|国土资源|人社|科技|工信)部))"
    r"(?:的?(?:主要)?(?:负责人|领导|会长))?(?:自行|联合|共同|先后|主动|分别|独立|全年|年内|共计?|累计|已|也|还|均)*"
    r"(?=$|[收受接举召参发公开刊没未无])"
)
# What is done with somebody, or through them, makes none of it the subject.
_DONE_WITH = expression(
    "[我本该在通过向由与和同经借助对从于面为将把被据利依给赴走]|联合(?!会)|邀请|组织|指导|协调|协助|支持|依托|以(?!来)|[局委厅办校镇乡]领导|单位"
)
_PAPER = expression(r"《[^》]{1,16}》(?:报|杂志)?(?:全年|共|先后|也|还)*(?=$|[刊发登])")
_TELLS = expression(
    "(?:申请人|媒体|网[友民])[^,。;]{0,8}(?:称|反映|表示)|网[上络]?传[言闻]?(?=[我本])|传言|(?:代表|委员|专家|记者|巡[察视]组)[^,。;]{0,8}指出(?=[,:我本全该\\d]|$)"
    "|(?:法院|复议机关)[^,。;]{0,4}(?:判决|认定|查明)|省[局厅]通报|通报回应"
)
_ACCOUNT = expression(r"(?:^|[,;。])(?P<name>[\u4e00-\u9fff]{4})(?:政务|官方)微[博信]")
_WAY = expression(
    "[我本局厅委办网微个]|通过|利用|官方|新浪|腾讯|人民|政务|开[通设]|信息|平台|公开|公众|全年|及时|累计|定期|主动|共计|先后|陆续|编辑|转发|制作|继续|按[时期]"
)
# 上级部门举办培训班3期,培训88人次: who is above never reports, whoever does.
_ABOVE = expression(
    r"(?:^|,)(?:20\d\d年|全年|年内)?,?上级(?:主管|业务|有关|相关)?(?:部门|机关|单位|政府|党委)?[共先后全年已也还]{0,3}"
    r"(?:举办|开展|组织(?=培训|召开)|召开|收到|受理|公开|发布|培训|主动公开)"
)
_OURSELVES = expression("[,。;](?:20\\d\\d年)?[我本全][省市县区州旗镇乡街局委厅办院校]|参加|派")
_BUREAU = expression("(?:局|厅|(?<!管理)委员会|中心|院|队|[农卫科工]委|管委会|办)$")
_OUR_PLACE = r"[我本](?P<place>[省市州县区旗盟镇乡]|街道?)(?:(?:人民)?政府)?"
# 全国, 我市 in a county's report or one of its offices or bureaus, 该镇, 同一申请人, 以上三家单位
_SOMEBODY = expression(
    rf"(?:(?:20\d\d|[本全])年度?,?)?(?:全国(?:[\u4e00-\u9fff]{{2,6}}系统)?|[省市县区州旗][里上]|在?{_OUR_PLACE}|该[\u4e00-\u9fff]{{1,2}}|同一(?:申请)?人"
    r"|(?:以上|上述)[\d一二两三四五六七八九十几各]+[家个][\u4e00-\u9fff]{0,2}单位)"
    r"(?=(?:(?:20\d\d|[本全])年度?)?(?:共|总共|合计|收|受|接|主动|累计|未|没|无|新|因|行政|发生|被|公开|政府信息|信息公开|$))"
)
_DOES = expression(
    rf"{_OUR_PLACE}(?=十?分?高度重视|非常重视|积极|认真|扎实|全面|切实|大力|不断|进一步|深入|持续|严格|坚持|围绕|制定|印发|召开|举办|开展|推进|建立|健全|完善)"
)
# Who may say 我县 of itself, by its name's end, and to whom 我镇 is itself: an office of the county says 我县 of the county.
_ITS_OWN = r"{0}(?:人民政府|政府|行政公署|行署|管委会|管理委员会)?$|{0}(?:管委会|管理委员会)办公室$"
_TOWNS = ("镇", "乡", "街", "街道")
_OF_A_TOWN = expression("(?:[镇乡](?:人民政府|政府|党委)?|街道(?:办事处|办|党工委)?|办事处)$")


def is_somebody_else(before: str, behind: str, clause: str, scope: str | None, agency: str | None) -> bool:
    """Tell whether the words before a number, whose last clause is `clause`, tell of somebody else's doings; `behind` is what follows."""
    if "上级" in before and _is_above(before[max(before.rfind("。"), before.rfind(";")) + 1 :]):
        return True
    if agency is None or scope == "government_consolidated":
        return False
    if "《" in clause and _PAPER.match(clause):
        return True
    if any(last in clause for last in _LAST):
        who = _WHO.match(clause)
        if who and not _DONE_WITH.search(who["who"]) and not has_letters(agency, who["who"]):
            return True
    if (
        "称" in before or "传" in before or "指出" in before or "通报" in before or "认定" in before or "判决" in before
    ) and _TELLS.search(before):
        return True
    said = before + behind
    return "微" in said and any(_is_anothers(found["name"], agency) for found in _ACCOUNT.finditer(said))


def _is_above(sentence: str) -> bool:
    """Tell whether a sentence goes on to tell of what was done above, and not of what we did."""
    above = _ABOVE.search(sentence)
    return above is not None and not _OURSELVES.search(sentence, above.end())


def _is_anothers(name: str, agency: str) -> bool:
    """Tell whether an account is that of a place: 甲地发布 to a bureau, 乙省气象 to one of another place, 平安甲地 to no police."""
    place, what = name[:2], name[2:]
    if _WAY.search(name) or not (_BUREAU.search(agency) or (what == "发布" and not has_letters(agency, place))):
        return False
    if place == "平安":
        return "公安" not in agency and "政法" not in agency
    return what == "发布" or (what in agency and place not in agency)


def is_of_somebody(clause: str, scope: str | None, agency: str | None, place: str | None) -> bool:
    """Tell whether a clause begins with somebody else, or with a place that is not the agency's; `place` is whose government reports."""
    found = _SOMEBODY.match(clause) or _SOMEBODY.match(without_lead(clause))
    if found is None or found["place"] is None:
        return found is not None
    return not _is_its_own(found["place"], scope, agency, place)


def tells_of_our_place(sentence: str, scope: str | None, agency: str | None, place: str | None) -> bool:
    """Tell whether a sentence begins with what a place did that is not the agency's: 我县高度重视, in a bureau's report."""
    found = _DOES.match(sentence)
    return found is not None and agency is not None and not _is_its_own(found["place"], scope, agency, place)


def _is_its_own(named: str, scope: str | None, agency: str | None, place: str | None) -> bool:
    if named in _TOWNS:
        return agency is None or _OF_A_TOWN.search(agency) is not None
    if scope == "government_consolidated":
        return place in (None, named)
    return re.search(_ITS_OWN.format(named), agency or "") is not None
