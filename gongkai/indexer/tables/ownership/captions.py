"""What does the line right above a table say of whose numbers these are: the report's year, a part of it, another body?"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.ownership.filled_by import is_filled_by_another, tells_who_filled
from gongkai.indexer.tables.ownership.software import without_software
from gongkai.indexer.tables.ownership.times import QUARTER, is_of_the_year
from gongkai.indexer.tables.ownership.whose import UNIT, is_of_another_body, title_of

__all__ = ["CAPTION", "SORTS", "YEAR", "is_of_a_sort", "is_of_another", "is_of_other_times", "names_others", "says_that_year"]

CAPTION = 40
"""Characters of a caption at most."""
YEAR = expression(r"(20\d\d)年(?!\s*\d{1,2}\s*月|格式|版)")
"""A year, and no day."""
SORTS = expression("男性?|女性?|(?:国有|民营|私营|外资|个体)?企业|个体工商户|个人|公民")
"""Sorts of applicants that are not the form's: a head of them counts parts."""
_LONGEST_CELL, _HEADING = 12, expression("(?<!申请人)情况:?$")  # characters, and what ends a heading
_PAST = expression("上年(?!度?结转)|上一年|去年|往年|历年|前年")
# 2022年第一季度…情况, …情况(1-9月), 2022年预计…, 2021-2022年…: no number of these is the year's.
_PART = expression(
    rf"[上下]半年|{QUARTER}|前[一二三两]个?季度|(?<!\d)(?!0?1月?[-至到~—]12月)\d{{1,2}}月?[-至到~—]\d{{1,2}}月|中期|预计|预测|目标"
    r"|[更修订]正前|修订前|原公布|样[表例]|示例|(?:网上|网络|信函|当面|现场|传真|线上|线下)申请|20\d\d年?[-至到~—]20\d\d年"
)
_HEADS_TABLE = expression(r"20\d\d年|(?:情况|统计|数据|表)[)\]]?(?:[(\[][^()\[\]]{2,12}[)\]])?:?$")
_OF_IT = "的?(?:统计|数据|情况|汇总|同期)"
_BODY = expression(
    r"(?:以[上下](?:为|是|系))?([\u3400-\u9fff]{2,16}(?<![我本])(?:局|委员会|镇|乡|街道|办事处|管委会)"
    rf"(?=20\d\d年|政府信息公开|主动公开|依申请|收到和|行政复议|{_OF_IT})|{UNIT}(?=20\d\d年|政府信息公开|主动公开|{_OF_IT}|[:)]*$))"
)
_OF_FORM = expression(
    r"[更修订]正后|20\d\d|附件|附表|主动公开|收到|处理|受理|办理|依申请|政府信息|政务|信息|公开|申请|工作|年度|报告|年报|情况|统计|数据|汇总|行政|复议"
    r"|诉讼|被|提起|全年|本年|本级|机关|[我本全](?:[局委厅办院校镇乡]|街道|系统|单位)"
)
_TITLE = expression("(?:报告|年报)$")
_WORD = expression("[\u3400-\u9fff]{2,}")
# 房屋征收类行政复议情况, 其中:网络渠道申请: tables of a part of what the form asks for, or of more, where its own is an image.
_HEADS_SUBJECT = expression(
    r"(?:(?<!申请人)情况|统计|数据|汇总|案件|(?<=渠道)申请)(?:统计|汇总|数据|情况)?表?(?:[(\[][^()\[\]]{2,16}[)\]])?:?$"
)
_NO_CAPTION = expression(r"[(]|[一二三四五六七八九十\d]{1,2}[)、.]|[一二三四五六七八九十]是|注|说明|备注")  # an ordinal's, a note
_OF_ANY_TABLE = expression(
    r"\((?:含|包括|包含)(?!非)[^()]*\)|[因就对由的及截至到月日]|附?[表图][一二三四五六七八九\d]*|第[一二三四五]部分|[省市县区旗州盟镇乡]?政府|全[省市县区旗州盟镇乡]|案件?|全部|总体|整体|具体|详细|主要|有关|相关|如下|[见下]表|数量|结果"
    r"|答复|依法|依规|[按依]照|根据|落实|条例|第[一二三四五十]+条|规定|提起|发生|引起|引发|方面|今年|年内|当年|度|勾稽|明细|一览|开展|分析|基本|最终|回复|登记"
    r"|接收|接受|接到|收取|或者?|应诉|公民|法人|其他组织|群众|社会|事项|单位|部门|收费|减免|许可|处罚|强制|事业性|规章|规范性|文件|制[发作定]|决定|万元|类"
)
_OF_OTHERS = expression(
    r"(?<![含括及和与])(?:(?:下属|所属|下辖|直属|[局委厅]属(?:事业)?单位|二级(?:机构|单位))[^。]{0,20}"
    r"|各(?:部门|单位|科室|股室|处室|局|委办|街道|乡|镇|村|社区|县|区|市|旗|下属|所属|直属)[^。]{0,20})$"
    # A part of the year, or one body, as a heading: (一)第一季度, 其中:甲镇.
    rf"|^(?:[(]?[一二三四五六七八九十\d]{{1,2}}[)、.])?(?:20\d\d年)?(?:[上下]半年|{QUARTER})(?:情况|数据)?$"
    r"|^其中[::]?[\u3400-\u9fff]{1,10}(?:[镇乡局所站院馆队]|街道|委员会|中心|办事处|管委会)$"
)


def is_of_other_times(caption: str) -> bool:
    """Tell whether a caption names another year, or a part of one: 上年, 第一季度."""
    return _PAST.search(caption) is not None or bool(_HEADS_TABLE.search(caption) and _PART.search(caption))


def is_of_another(caption: str, folded: str) -> bool:
    """Tell whether a caption names a body that the page's title does not: 附件:甲县教育局2023年…情况表; or a subject of its own."""
    if tells_who_filled(caption):
        return is_filled_by_another(caption, folded)
    body = _BODY.search(caption)
    return (body is not None and is_of_another_body(body[1], folded)) or _is_of_a_subject(caption, folded)


def names_others(line: str, folded: str) -> bool:
    """Tell whether a line is a heading of others' numbers, or of a part of the year: 下属单位情况, (一)第一季度."""
    if len(line) > CAPTION or "|" in line or "\t" in line or not _OF_OTHERS.search(line):
        return False
    return not is_of_the_year(line, folded)


def is_of_a_sort(caption: str, before: str) -> bool:
    """Tell whether a caption is a sort of applicants, 企业 above a table of its own; behind another word of a head it is a cell."""
    is_alone = not before or len(before) > _LONGEST_CELL or _HEADING.search(before) is not None
    return is_alone and SORTS.fullmatch(caption.strip("()[]:")) is not None


def _is_of_a_subject(caption: str, folded: str) -> bool:
    """Tell whether a caption that is no heading of a section has words that neither the form's tables nor the title have."""
    caption = without_software(caption)
    if not _HEADS_SUBJECT.search(caption) or _NO_CAPTION.match(caption):
        return False
    part = caption.removeprefix("其中")
    words = _BODY.sub(" ", part)
    return not _says_no_more(_OF_ANY_TABLE.sub(" ", _OF_FORM.sub(" ", words)) if part == caption else words, folded)


def says_that_year(caption: str, folded: str) -> bool:
    """Tell whether a caption with a year gives it to its table, and no part of it: the page's title stands over whatever comes first."""
    return _says_no_more(caption, folded) and not _TITLE.search(caption)


def _says_no_more(caption: str, folded: str) -> bool:
    """Tell whether a caption has no words but the form's and the title's: 2022年综合执法大队…情况 has."""
    return all(word in title_of(folded) for word in _WORD.findall(_OF_FORM.sub(" ", caption)))
