"""How many items does the prose surely say that the agency published in the year?

Of the whole year and by all means: what one channel, one field, one month or all years brought is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gongkai.indexer.expressions import expression
from gongkai.indexer.prose.claimed import Claim, Kind
from gongkai.indexer.prose.measures.beside_published import A_NUMBER, A_UNIT, ANY_NUMBER, CHANNEL, Beside
from gongkai.indexer.prose.measures.made import published_of_made
from gongkai.indexer.prose.ownership.behind import is_denied_behind, qualifiers
from gongkai.indexer.prose.ownership.fields_of_work import OF_ALL, clauses_before, is_about_a_field, lists_a_field, names_a_field
from gongkai.indexer.prose.ownership.sites import is_site_of_another_place
from gongkai.indexer.prose.sentences import Sentence
from gongkai.indexer.prose.wordings import COUNT, OTHER_TIMES, UNIT, number

__all__ = ["ITEMS", "published"]

ITEMS = rf"(?:{UNIT}|条次(?!以上|左右|多))"
_INFORMATION = r"(?:政府|政务)?信息"
_COUNTING = r"(?:共|一共|总共|共计|总计|合计|累计)"
_PUBLISHED = expression(
    rf"(?:{_COUNTING}*(?:经审核|新增的?)?)(?:发布了?(?:各类|各项)?)?主动公开(?:的|了|各类|各项)?{_INFORMATION}的?(?:总数|总量|数量|件数|条数|数)?(?:的|共计?|合计|总计|累计|达到?|[为有:])*{COUNT}{ITEMS}(?!的?(?:目标|任务|计划|数据库)|[以之]?外|待|被)"
)
_COUNTED_FIRST = expression(rf"(?:发布|公开)了?(?:共计?)?{COUNT}{ITEMS}主动公开的?(?:政府|政务)信息(?=[,。;]|$)")
# In section two, what a sentence of nothing else says without 主动: 2016年,我委公开政府信息728条.
_OF_ALL_SORTS = "公开(?:各类|各项)?(?:政府|政务)?信息"
_PLAINLY = expression(
    rf"(?:\([一二三]\)主动公开政府信息的?(?:数量|情况)[:,]?)?(?!.*(?:主动公开|依申请|不予))(?:(?:据统计|(?:按照|根据|依据)(?:《[^》\d]{{2,40}}》|[^,。;\d《]{{0,6}}条例)(?:的)?(?:要求|规定)),)?"
    rf"(?:(?:(?:20\d\d|[本全])年度?(?:全年)?,?(?:[我本][局委厅办院镇乡校街]道?|全[镇乡])?|[我本][局委厅办院镇乡校街]道?(?:20\d\d|[本全])年度?)(?:共计?|总共|一共)?{_OF_ALL_SORTS}(?:共计?|合计|总计)?|{_OF_ALL_SORTS}(?:合计|总计))"
    rf"{COUNT}{UNIT}(?=[,。;:(]|$)"
)
_PLAIN_NUMBER = expression(rf"{_OF_ALL_SORTS}(?:共计?|合计|总计)?{COUNT}{UNIT}")
_PARTS = expression(
    rf"其中|责任书|网|平台|微信|微博|公众号|公报|媒体|栏|渠道|{OTHER_TIMES}|新增|累计|截[至止]|以来|比|较|至今|至20|目前|类|方面"
)
# By one channel, as it ought to be, or of a part: what the clause says before the number.
_OF_SOME = expression(
    r"通过|利用|借助|依托|运用|采[取用]|印发|在|向(?!(?:全?社会|公众)[\u4e00-\u9fff]{0,4}$)|以|目标|任务|[各报刊]|全文|电子|广播|电视|会议|应|须|需(?!求)|(?<![接期等对招])待|漏|逾期|要|拟|计划|确保|力争|争取|移送|非|不"
    r"|(?:领域|经费|资金|项目|[预决]算|采购|征收|拆迁|补偿|保障|工程|许可|处罚|监管|(?<!政府)(?<!政务)信息)(?:方面)?(?:共计?|累计|总共|一共|已)?$"
)
# Who, when, how: all that may stand before the number of all. 已形成, 现有, 撤销, 审查, 涉及民生的, 任务数为 tell something else.
_WHO_AND_WHEN = expression(
    r"(?:截[至止]到?)?20\d\d年(?:12月)?(?:31日|[底末]|度)?|[本全今当]年度?|年[度内]|一年来|[报告统计]{2}期内?|(?:在)?此?期间"
    r"|[我本全各](?:级|[省市县区州旗局镇乡街系]统?|[委厅办院校站所中部单机处](?:[心门位关室])?)(?:街?道|办事处|机关|(?:人民)?政府)?"
    r"|(?:(?![代为替由让请使帮协受])[\u4e00-\u9fff]){0,18}(?:局|委|委员会|厅|办公?室?|馆|联|社|会|行|林场|党组|两级|上下|[镇乡县市省区州旗](?:人民)?(?:政府)?|街道|办事处|政府|中心|院|处|大?学校?|学院|公司|管委会|部门|单位|机关|系统|所|站|队)(?=及|以及|和|、|20|[本全今]|年|共|总|累|新|已|主|合|截|依|及时|$)"
    r"|所属|下属|(?:一|总)?共计?|总计|合计|累计|新增|增加|[已均都所并还也仅只]|已?经|依法|依规|及时|准确|积极|全面|严格|认真|先后|陆续|自觉|全部|对外|社会|以及|[及和与、]|其(?!余)"
    r"|据统计|经统计|(?:按照?|根据|依据|依照|遵照)(?:《[^》]*》|[^,。;\d《]{0,8}?)(?:条例)?的?(?:要求|规定|有关要求|相关规定)?"
    r"|^(?:主动)?公开(?:政府信息)?(?:数据|数量|情况)(?=20\d\d年)"  # a heading that was run into its text
    r"|\d+多?[个家](?=部门|单位|乡镇|街道|镇|乡)|收集|整理|制作|编制|发布|[一二三四五六七八九十]、[^,。;]{0,16}情况"
)
_LONGEST_HOW = 10  # characters of words that are not known: 精准梳理并
_ELSE = expression(
    "公开|抽查|检查|考核|纠正|移交|拥有|超额|剩余|其余|英文|视频|属于|目录中|维护|录入|首次|再次|[的等、]$|形成(?!并)|现有|存|撤|清|删|过期|[未不]|审[查核](?!并)|补|转载|归档|误|代|集中|任务|目标|查阅|下载|点击|要求|应|须|涉|关于|其中|部分|重点|[改之以]后|前$|[末初]|半年|更新"
)
# What is done with items that are open already: 梳理主动公开政府信息20条, but 精准梳理并主动公开.
_HANDLED = expression(
    "(?:整改|[迁平]移|梳理|修[订改正]|校[对核]|排查|导入|汇[总编]|归集|调整|变更|恢复|完善|[确认界]定|明确|升级|备份|监测|标注)了?$"
)
# The 各 of whom is not of a part, where no other number is: 全市各部门100条,各乡镇200条.
_EVERYONE = expression(
    "全[省市州县区旗](?=各级|(?:各|有关|[和及、])*(?:部门|单位|行政机关|乡镇|街道)(?:各|[和及、])*(?:部门|单位|行政机关|乡镇|街道))"
    "(?:各级|各|有关|部门|单位|行政机关|乡镇|街道|[和及、])+"
)
_OF_EACH = expression(r"(?:各|乡镇|街道)[^,。;\d]{0,40}" + COUNT + UNIT)
# 公开重点领域 is what was done, no field whose number it is.
_OF_A_FIELD = expression(r"(?:(?<![^息务]公开重点)(?<!^公开重点)领域|(?<!公开)方面)[,:](?:共计?|累计)?$")
_UNTIL = expression(r"截?[至止到]+20\d\d年(?:年?底|年?末|12月底|12月31日)?")
_CHANNELS = tuple("网 网站 平台 公众号 微信 微博 公报 媒体 栏 报纸 电视 广播 电子屏 系统 客户端".split())
_IN_A_LIST = expression(rf"{COUNT}{UNIT}(?:\([一二]\)|[\d一]+[.、])?$")  # 9条 (一)主动公开政府信息数 3条: of the row below

# 新增 and 累计 are of the year that is named before them, and before nobody but the agency: 2010年,我镇新增.
_IN_THE_YEAR = expression(
    r"^年度$|(?<![自从至到止])(?:20\d\d|[本全])年度?(?:全年)?,?(?![^,]{0,10}(?:各|组织|督促|指导|协调|网|在|向|通过|由|利用|下属))"
    r"(?P<who>[\u4e00-\u9fff]{0,10}(?:[局委厅院镇乡县市区]|[我本市县区防]办|街道|办事处|政府|单位))?(?:(?:20\d\d|[本全])年度?"
    r"|,?对(?:公开的)?政府信息进行了?(?:认真|全面)?(?:梳理|整理)(?:和编目)?,)?$"
)
_GREW = expression(rf"新增[^,。;\d]{{0,16}}\d+{UNIT}|其中[:,]?(?:20\d\d|[本今当])年")
_NEW = expression(rf"本年度?新增[^,。;\d]{{0,16}}(\d+){UNIT}")
# 截至2011年12月31日,本年度…: the year is what it says.
_CLOSED = expression(
    r"截[至止]到?(?:(?P<year>20\d\d)年(?:12月(?:31日|底|末)?|年?底|年?末)|12月(?:31日|底))止?,?(?=(?:[我本][局委厅办院镇乡街]道?,?)?(?:本年度?|全年|20\d\d年度|年度累计))"
)
_UNTIL_A_MONTH = expression(r"截[至止]到?(?:20\d\d年)?(?:[1-9]|1[01])月")  # 其中2014年新增14条 is then of a part of it
_SUM_AND_YEAR = expression(
    rf"(?:累计(?:共计?)?主动公开{_INFORMATION}|主动公开{_INFORMATION}(?:数量)?历年累计)(?:共计?)?(?P<sum>\d+){UNIT},其中[:,]?(?P<year>20\d\d)年度?,?"
    rf"(?:[我本][局委厅办院镇乡街]道?)?(?:新增)?主动公开{_INFORMATION}(?:共计?)?{COUNT}{UNIT}(?=[,。;(]|$)"
)
# By several means together, which are all of them where the report names no other.
_MEANS = expression(
    r"(?<![要还另除])通过(?P<means>[^,。;\d]{4,60}?)(?:等(?:多?种)?(?:渠道|方式|途径|形式|平台|媒体|载体)?)?,?(?=共?主动公开)"
)
# 重点领域。主动公开政府信息58条
_FIELD_HEADING = expression(
    r"(?:\d{1,2}[.、]|\(?[一二三四五六七八九十][)、])(?![^,。;]*(?:公开|信息|情况|概[况述]|数量|总体))[^,。;\d]{2,14}"
)
_FIRST_OF_SOME = expression("^(?:此外|另外|同时|首先|其次|[一二三]是)")
_NAMED_FIELD = expression(r"(?<=主动公开)(?P<field>[\u4e00-\u9fff]{2,6}?)(?=(?:政府|政务)信息)")
_ALL_WAYS = expression(
    "(?<![要还另除])(?:通过|在)(?:线上线下)?(?:各[类种个]?|多种?)(?:(?:政务|政府信息|信息)公开)?(?:渠道|方式|途径|形式|平台),?"
    f"(?=(?:共计?|总共|一共)?(?:主动公开|{_OF_ALL_SORTS}))"
)
# 指导乡镇通过各渠道主动公开52条, 围绕林改,通过各渠道主动公开52条: what others were led to, or of a topic.
_LED_OR_ABOUT = expression(
    "指导|协助|带动|引导|帮[助扶带]|督[促导]|辅导|促[进使]|鼓励|动员|发动|协调|支持|会同|组织(?!领导|机构|保障|[,])|要求(?=[^,我本])|指[定派]|委托"
    "|(?:推[动进]|安排|围绕|针对|聚焦|关于|就(?!是)|结合(?!实际)|开展|领域)(?![^,]{0,16}公开)"
)
_AT_PRESENT = expression(r"截[至止]目前,(?=(?P<year>20\d\d)年度?)")
_LISTED = expression("[、和及与]")


def published(of_sections: Sequence[Sentence]) -> Iterator[Claim]:
    """Yield how many items sections one and two say that were published; a part's too, so that no other is taken for the whole."""
    everything = "。".join(sentence.text for sentence in of_sections)
    only = len(_OF_EACH.findall(everything)) == 1
    grew = _GREW.search(everything) is not None
    new = {number(one) for one in _NEW.findall(everything)}
    beside = Beside(of_sections)
    for at, printed in enumerate(of_sections):
        first = _PUBLISHED.search(printed.text)
        yield from _of_parts(printed, first)
        sentence = _by_all_means(_of_own_field(_without_close(printed), beside), at, beside)
        found = (first if sentence is printed else _PUBLISHED.search(sentence.text)) or _COUNTED_FIRST.search(sentence.text)
        summed, alone = False, found is None  # what is read only where the sections have no other number
        plain = found is None and sentence.section == "proactive"
        if plain:
            found = _PLAINLY.match(sentence.text) and _PLAIN_NUMBER.search(sentence.text)
        if found and not (
            _is_of_all(sentence, found, only=only) and not (grew and "累计" in found.group() and number(found["n"]) not in new)
        ):
            found, alone = _of_the_year_in_a_sum(sentence), True
            summed = True
        if found is None and (found := published_of_made(printed)):
            alone = True
        if found and at and not printed.clause(found.start()) and _FIELD_HEADING.fullmatch(of_sections[at - 1].text):
            continue
        alone = alone or (
            found is not None and _may_be_of_a_field(sentence, found.start(), of_sections[at - 1].text if at else "")
        )
        said = sentence.clause(found.end()) if found and plain else "\0"  # 全年共公开信息253条, in the overview as well
        if found and (not alone or beside.has_no_number(at, said, number(found["n"]) if summed else -1)):
            yield sentence.claim(Kind.PUBLISHED, number(found["n"]), at=found.start())


def _of_parts(sentence: Sentence, first: re.Match[str] | None) -> Iterator[Claim]:
    """Yield how many a part published that is not named `first`: 局机关公开260条,下属单位公开60条."""
    for one in _PUBLISHED.finditer(sentence.text, first.end()) if first else ():
        if sentence.is_of_part(one.start()) and sentence.may_speak_of_all(one.start(), _PARTS):
            yield sentence.claim(Kind.PUBLISHED, number(one["n"]), at=one.start())


def _is_of_all(sentence: Sentence, found: re.Match[str], *, only: bool) -> bool:
    """Tell whether the number is of the year and of everything, or of a part as a whole."""
    start, said = found.start(), found.group()
    clause, before = sentence.clause(start), sentence.text[:start]
    if only and len(A_NUMBER.findall(sentence.text.partition("其中")[0])) == 1:
        clause = _EVERYONE.sub("", clause)
    if ("新增" in said or "累计" in said) and not ((year := _IN_THE_YEAR.search(before)) and _may_speak(year["who"], sentence)):
        return False
    if _OF_A_FIELD.search(before) or (A_UNIT.search(before) and _IN_A_LIST.search(before)) or _is_of_field(sentence, start):
        return False
    if not sentence.is_of_part(start) and (_OF_SOME.search(clause) or _says_else(clause, sentence.agency)):
        return False
    return sentence.may_speak_of_all(start, _PARTS)


def _is_of_field(sentence: Sentence, start: int) -> bool:
    """Tell whether a field is named above or in a clause before: 推进教育信息公开,主动公开政府信息20条."""
    before = sentence.text[:start]
    if sentence.of_field or lists_a_field(before, sentence.agency):
        return True
    of_all = OF_ALL.search(sentence.clause(start) + sentence.text[start : start + 2]) is not None
    return not of_all and any(names_a_field(clause, sentence.agency) for clause in clauses_before(before))


def _may_be_of_a_field(sentence: Sentence, start: int, above: str) -> bool:
    """Tell whether the sentence above or a clause before may name a field: 围绕脱贫攻坚,主动公开政府信息20条."""
    return any(is_about_a_field(words, sentence.agency) for words in (above, *clauses_before(sentence.text[:start])))


def _says_else(clause: str, agency: str | None) -> bool:
    """Tell whether the clause says besides who, when and how what else the number may be of: 已形成, 涉及民生的, 任务数为."""
    rest = _WHO_AND_WHEN.sub("", clause.replace(agency or "\0", ""))
    return len(rest) > _LONGEST_HOW or _ELSE.search(rest) is not None or _HANDLED.search(clause) is not None


def _may_speak(who: str | None, sentence: Sentence) -> bool:
    """Tell whether a subject may be whose report it is: 我市 is none of a bureau's."""
    return (
        who is None or who[-1] not in "县市区州旗" or (sentence.scope == "government_consolidated" and who[-1] == sentence.place)
    )


def _without_close(sentence: Sentence) -> Sentence:
    """Return the sentence without the last day of its year, where it names the year again: 截至2011年12月31日,本年度."""
    closed = _CLOSED.search(sentence.text) or _AT_PRESENT.match(sentence.text)
    if closed is None or (closed["year"] is not None and int(closed["year"]) != sentence.year):
        return sentence
    return replace(sentence, text=sentence.text[: closed.start()] + sentence.text[closed.end() :])


def _of_own_field(sentence: Sentence, beside: Beside) -> Sentence:
    """Return the sentence without the field of an agency that is called after it, beside none else: 主动公开卫生政府信息12条 of a 卫生局."""
    named = _NAMED_FIELD.search(sentence.text)
    if named is None or named["field"] not in (sentence.agency or "") or not beside.has_one_field:
        return sentence
    return replace(sentence, text=sentence.text[: named.start()] + sentence.text[named.end() :])


def _by_all_means(sentence: Sentence, at: int, beside: Beside) -> Sentence:
    """Return the sentence without the means by which all was published: 通过政府公报、门户网站主动公开政府信息12条.

    One channel may be one of several, and so may two where the sections name another anywhere, or another number.
    """
    every = _ALL_WAYS.search(sentence.text)
    if every and beside.has_no_number(at) and _is_of_who_and_when(sentence, every.start()):
        return replace(sentence, text=sentence.text[: every.start()] + sentence.text[every.end() :])
    by = _MEANS.search(sentence.text)
    if by is None or _FIRST_OF_SOME.search(sentence.text) or not _is_of_who_and_when(sentence, by.start()):
        return sentence
    means = _LISTED.split(by["means"])
    if len(means) < 2 or not all(channel.endswith(_CHANNELS) for channel in means):
        return sentence
    if any(is_site_of_another_place(channel, sentence.agency) for channel in means):
        return sentence
    if not beside.has_no_channel(at, by["means"]):
        return sentence
    return replace(sentence, text=sentence.text[: by.start()] + sentence.text[by.end() :])


def _is_of_who_and_when(sentence: Sentence, end: int) -> bool:
    """Tell whether nothing stands in the clause before `end` but who and when, and nothing leads others or is about a topic."""
    rest = _WHO_AND_WHEN.sub("", sentence.clause(end).replace(sentence.agency or "\0", ""))
    return not rest and not _LED_OR_ABOUT.search(sentence.text, 0, end)


def _of_the_year_in_a_sum(sentence: Sentence) -> re.Match[str] | None:
    """Return the year's own number behind that of all years: 累计主动公开政府信息900条,其中2014年主动公开政府信息130条."""
    found = _SUM_AND_YEAR.search(sentence.text)
    if found is None or int(found["year"]) != sentence.year or int(found["sum"]) < number(found["n"]) or sentence.apart:
        return None
    if _UNTIL_A_MONTH.search(sentence.text, 0, found.start()):
        return None
    if ANY_NUMBER.search(sentence.text, found.end()) or is_denied_behind(sentence.text, found.start("n")):
        return None
    if any(map(sentence.tells_otherwise, qualifiers(sentence.text, found.start("n")))):
        return None
    start = found.start()
    clause = sentence.clause(start)
    some = _OF_SOME.search(_UNTIL.sub("", clause)) or CHANNEL.search(clause) or sentence.is_of_part(start)
    return None if some or not sentence.is_of_agency(start) else found
