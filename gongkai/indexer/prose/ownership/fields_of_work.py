"""Of which field, channel or topic are numbers that a heading or a clause before names: 财政信息公开, 网站公开, 征地拆迁类?"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.prose.ownership.surroundings import Part, Surroundings

__all__ = [
    "OF_ALL",
    "Fields",
    "Topics",
    "clauses_before",
    "is_about_a_field",
    "is_of_a_field",
    "lists_a_field",
    "names_a_field",
]

_LONGEST = 24
_CLAUSE_END = expression("[,;:]")  # (一)主动公开 is one clause with its numbering
_DONE = "推进|做好|加强|深化|抓好|推动|开展|规范|突出|强化|完善|扩大|拓展|加大"
# 推进教育信息公开, (三)“三公”经费公开情况, 食品安全领域. 公开重点领域 is what was done.
_FIELD = expression(
    rf"(?:[一二三四五六七八九]是|其[一二三]|首先|其次)?(?![^,]*公开[^,]*公开)(?:[\u4e00-\u9fff]{{0,6}}(?:{_DONE}))?"
    r"(?P<field>[\u4e00-\u9fff、]{2,16}?)(?:(?:政府|政务)?信息)?的?公开(?:工作)?(?:情况|力度)?(?:如下)?:?"
    r"|(?!公开)(?P<area>[\u4e00-\u9fff、]{2,12})领域(?:情况)?:?"
)
# What belongs to open information itself, and how it is done, is no field.
_GENERAL = expression(
    r"政府|政务|党务|事务|办事|信息|公开|主动|依法?|申请|不予|工作|情况|内容|制度|机制|体系|年度?|报告|平台|[本各]级|各类|各项|相关|有关|全[省市县区镇局面]|[我本][\u4e00-\u9fff]"
    rf"|{_DONE}|高度|重视|保证|确保|坚持|实现|做到|实行|促进|落实|组织|提高|保障|推行|严格|按照?|根据|规定|要求|条例|应当?|尽|将|对|外|向|社会|公众|群众|及时|准确|完整|规范|有效|有序|真实|高效|定期|统一"
    r"|集中|分类|动态|长期|逐步|切实|积极|稳步|稳妥|有力|扎实|深入|大力|持续|不断|进一步|认真|着力|继续|更加|加快|拓宽|渠道|形式|方式|范围|程序|流程|目录|指南|时限|阳光|透明|以|为|和|及|与|的|、"
    r"|[\u4e00-\u9fff]{0,10}(?:局|委|厅|办|处(?![罚理置])|[镇乡县市州旗]|街道|中心|机关|单位|部门|办公室|[大支中总]队|公司|所|(?<!网)站)"
)
# 财政预决算:主动公开政府信息20条, but not 具体情况如下:
_LISTED = expression(
    r"(?:^|[,;])(?![^:]{0,14}(?:如下|统计|数据|下列|显示|看|概况|总体|基本|具体|其中|包括|成效|目前|截[至止])"
    r")(?P<field>[\u4e00-\u9fff、]{2,14}):(?:20\d\d年度?|[全本]年度?)?,?$"
)
# 在财政预决算方面,公开了预算;主动公开20条: of that alone. 围绕脱贫攻坚,主动公开20条 may be of all where no other number is told.
_WITHIN = expression(r"(?:在|对)?(?P<field>[\u4e00-\u9fff、]{2,14})方面")
_ABOUT = expression(
    r"(?:[一二三四五六七八九]是)?(?:紧紧)?(?:围绕|聚焦)(?P<around>[^,;:]{2,16})"
    r"|(?:及时|重点|主动)(?:公开|发布)了?(?!数[据量](?:统计|情况)?$)(?P<kind>[^,;:\d]{2,16}?)(?:等?(?:相关|有关)?信息)?|(?:[一二三四五六七八九]是)(?P<item>[\u4e00-\u9fff、]{2,12})"
)
# (一)征地拆迁类, (二)二审, 一是公民申请: above requests, reviews and lawsuits
_TOPIC = expression(r"(?P<topic>[\u4e00-\u9fff、]{2,8})(?:的?申请|情况)?:?")
_OF_ONE_KIND = expression(
    r"(?:[一二三四五六七八九]是|其[一二三])?(?:[\u4e00-\u9fff]{2,8}类(?<!各类)|(?:公民|自然人|法人|企业|个人|其[他它]组织)(?:的?申请)?):?"
    r"|[\u4e00-\u9fff]{0,8}(?:(?:[一二]审|再审)(?:案件|情况)?|作为复议机[关构])"
)
_OF_REQUESTS = expression(r"[收受办处审答回申复诉举投信访案数总概渠费分结类其它他引发被咨监救权行具体统计无没有未暂件次]")
OF_ALL = expression(r"(?:[我本][局委厅办院镇乡县市区校]|全[局镇乡县市区]|街道)[^,。;]{0,6}(?:共|总计|合计)|共计|总计|合计")
"""It speaks of all of the agency's."""


class Fields(Surroundings):
    """What a heading, or a short sentence before on the line, names as the field of the items below."""

    def ends(self, text: str) -> set[Part]:
        return {Part.FIELD} if ("共" in text or "计" in text) and OF_ALL.search(text) else set()

    def sets(self, text: str, *, heading: bool) -> set[Part]:
        return {Part.FIELD} if names_a_field(text, self._agency) else set()


class Topics(Fields):
    """What a heading, or a short sentence before on the line, names as the topic of the requests and lawsuits below."""

    def sets(self, text: str, *, heading: bool) -> set[Part]:
        return {Part.FIELD} if _OF_ONE_KIND.fullmatch(text) or (heading and _is_topic(text, self._agency)) else set()


def _is_topic(heading: str, agency: str | None) -> bool:
    found = _TOPIC.fullmatch(heading)
    return found is not None and not _OF_REQUESTS.search(found["topic"]) and _is_special(found["topic"], agency)


def names_a_field(words: str, agency: str | None) -> bool:
    """Tell whether words are the name of a field that is open, or say that it was made so."""
    found = _FIELD.fullmatch(words) if len(words) <= _LONGEST else None
    if found is None:
        within = _WITHIN.fullmatch(words)
        return within is not None and _is_special(within["field"], agency)
    return bool(found["area"]) or _is_special(found["field"], agency)


def is_about_a_field(words: str, agency: str | None) -> bool:
    """Tell whether a clause or a sentence may name the field of what is told behind it."""
    found = _ABOUT.fullmatch(words)
    return found is not None and _is_special(found["around"] or found["kind"] or found["item"], agency)


def is_of_a_field(before: str, agency: str | None, *, below: bool) -> bool:
    """Tell whether a field is named before a number in its sentence, or it stands `below` the name of one."""
    return (
        below
        or lists_a_field(before[: before.rfind(":") + 1], agency)
        or any(is_about_a_field(words, agency) for words in clauses_before(before))
    )


def clauses_before(before: str) -> list[str]:
    """Return the clauses before that which the words end with."""
    return _CLAUSE_END.split(before)[:-1]


def lists_a_field(before: str, agency: str | None) -> bool:
    """Tell whether the words before a number end with the name of a field and a colon."""
    found = _LISTED.search(before)
    return found is not None and _is_special(found["field"], agency)


def _is_special(words: str, agency: str | None) -> bool:
    field = _GENERAL.sub("", words.replace(agency or "\0", ""))
    return len(field) > 1 and field not in (agency or "")  # 环境信息公开 is all that an environment bureau does
