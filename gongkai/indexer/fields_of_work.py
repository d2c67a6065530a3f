"""Of which field or channel are items published that a heading or a clause before names: 财政信息公开, 重点领域, 网站公开?"""

from __future__ import annotations

import re

from gongkai.indexer.surroundings import Part, Surroundings

__all__ = ["OF_ALL", "Fields", "lists_a_field", "names_a_field"]

_LONGEST = 24
_DONE = "推进|做好|加强|深化|抓好|推动|开展|规范|突出|强化|完善|扩大|拓展|加大"
# 推进教育信息公开, (三)“三公”经费公开情况, 食品安全领域. 公开重点领域 is what was done.
_FIELD = re.compile(
    rf"(?:[一二三四五六七八九]是|其[一二三]|首先|其次)?(?![^,]*公开[^,]*公开)(?:[\u4e00-\u9fff]{{0,6}}(?:{_DONE}))?"
    r"(?P<field>[\u4e00-\u9fff、]{2,16}?)(?:(?:政府|政务)?信息)?的?公开(?:工作)?(?:情况|力度)?(?:如下)?:?"
    r"|(?!公开)(?P<area>[\u4e00-\u9fff、]{2,12})领域(?:情况)?:?"
)
# What belongs to open information itself, and how it is done, is no field.
_GENERAL = re.compile(
    r"政府|政务|党务|事务|办事|信息|公开|主动|依法?|申请|不予|工作|情况|内容|制度|机制|体系|年度?|报告|平台|[本各]级|各类|各项|相关|有关|全[省市县区镇局面]|[我本][\u4e00-\u9fff]"
    rf"|{_DONE}|高度|重视|保证|确保|坚持|实现|做到|实行|促进|落实|组织|提高|保障|推行|严格|按照?|根据|规定|要求|条例|应当?|尽|将|对|外|向|社会|公众|群众|及时|准确|完整|规范|有效|有序|真实|高效|定期|统一"
    r"|集中|分类|动态|长期|逐步|切实|积极|稳步|稳妥|有力|扎实|深入|大力|持续|不断|进一步|认真|着力|继续|更加|加快|拓宽|渠道|形式|方式|范围|程序|流程|目录|指南|时限|阳光|透明|以|为|和|及|与|的|、"
    r"|[\u4e00-\u9fff]{0,10}(?:局|委|厅|办|处(?![罚理置])|[镇乡县市州旗]|街道|中心|机关|单位|部门|办公室|[大支中总]队|公司|所|(?<!网)站)"
)
# 财政预决算:主动公开政府信息20条, but not 具体情况如下:
_LISTED = re.compile(
    r"(?:^|[,;])(?![^:]{0,14}(?:如下|统计|数据|下列|显示|看|概况|总体|基本|具体|其中|包括|成效|目前|截[至止])"
    r")(?P<field>[\u4e00-\u9fff、]{2,14}):(?:20\d\d年度?|[全本]年度?)?,?$"
)
OF_ALL = re.compile(r"(?:[我本][局委厅办院镇乡县市区校]|全[局镇乡县市区]|街道)[^,。;]{0,6}(?:共|总计|合计)|共计|总计|合计")
"""It speaks of all of the agency's."""


class Fields(Surroundings):
    """What a heading, or a short sentence before on the line, names as the field of the items below."""

    def _ends(self, text: str) -> set[Part]:
        return {Part.FIELD} if OF_ALL.search(text) else set()

    def _sets(self, text: str, *, heading: bool) -> set[Part]:
        return {Part.FIELD} if names_a_field(text, self._agency) else set()


def names_a_field(words: str, agency: str | None) -> bool:
    """Tell whether words are the name of a field that is open, or say that it was made so."""
    found = _FIELD.fullmatch(words) if len(words) <= _LONGEST else None
    if found is None:
        return False
    return bool(found["area"]) or _is_special(found["field"], agency)


def lists_a_field(before: str, agency: str | None) -> bool:
    """Tell whether the words before a number end with the name of a field and a colon."""
    found = _LISTED.search(before)
    return found is not None and _is_special(found["field"], agency)


def _is_special(words: str, agency: str | None) -> bool:
    return len(_GENERAL.sub("", words.replace(agency or "\0", ""))) > 1
