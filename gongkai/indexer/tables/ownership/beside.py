"""What do the lines beside a table say of its numbers: another year's, another body's, in hundreds, made up for a model?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, takewhile

from gongkai.indexer.dates.periods import JANUARY_TO_DECEMBER
from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.ownership.announced import announces_others
from gongkai.indexer.tables.ownership.filled_by import is_filled_by_another
from gongkai.indexer.tables.ownership.notes_of_cases import without_cases
from gongkai.indexer.tables.ownership.software import without_software
from gongkai.indexer.tables.ownership.times import is_another_time, is_of_the_year
from gongkai.indexer.tables.ownership.wholes import is_of_another_whole
from gongkai.indexer.tables.ownership.whose import BODY, UNIT, is_of_another_body, title_of, year_of_title

__all__ = ["is_attached_of_others", "qualifies", "says_otherwise"]

_ABOVE, _BELOW, _LINES = 160, 80, 2  # characters, and lines of them that are looked at
_LONGEST = 60  # characters of such a line
_SPEAK = "注|说明|备注|统计|数据|填[报表写]|报送|单位|以[上下]|下[列面]|沿用|[本上下此该]表|表[中内]"  # of the table
# Lines above a table that speak of it: a year alone captions it; of the text only a sentence that names the table does.
_NOTE = expression(rf"[((*]?(?:{_SPEAK}|样表|示例|[((](?![一二三四五六七八九十\d]{{1,2}}[)])|20\d\d[^。,]{{0,24}}$)")
_SHORT_NOTE = expression(
    "草稿|作废|(?:样[本例]|填写|模板|测试|计划|预[计算]|目标|近|月报|截[至止]|全[省市州县区旗]|乡镇|不[含包])[^,]*$"
)
_SHORT = 24  # characters
# A note may end with a full stop as well.
_STOPPED_NOTE = expression(
    r"[(*]?(?:沿用|注|说明|备注|统计[期时年周]|填[报表写]|报送|[本上下此]表|表[中内]|以[上下](?:数据|为|是))"
)
_OF_TABLE = expression(
    r"20\d\d年[^。]{0,30}(?:[如见]下|下表)|[本下]表|(?:以下|下[列面])[^。]{0,8}数据|[^。,:]{4,30}(?:如下(?:,[^。]{2,14})?|\(不限于[^()]{2,8}\)):"
)
_OF_YEAR = expression(
    r"(?:下[列面表]|以[上下]|[本此该上]表|表中)[^,。;\d]{0,6}[为是系](20\d\d)年"
)  # 下列数据为2023年度统计结果,2024年度数据暂缺
_NOTE_BELOW = expression(rf"[((*]?(?:{_SPEAK})")
_CAPTION_BELOW = expression(r"(?:[如]?图[:]?)?(?:20\d\d年|上一?年|去年|同期|往年)(?![^。]*(?:年报|见))[^。,]{0,10}")
_IN_BRACKETS = expression(r"[(](?:20\d\d年度?|上一?年度?|去年)(?:数据|情况|数|统计数据?)?[)]")
_HEADING = expression(r"[一二三四五六七八]、|第[一二三四五六七八]部分")
_YEAR = expression(r"(?<!\d)(20\d\d)(?=年(?!格式|版)|[.-]\d{1,2}[.-]\d|[)]?$)")
_PART = expression(
    r"[~—至到-](?:20\d\d年)?(?:[1-9]|1[01])月(?![^\n]*12月)|半年|(?<![年度]四个)季度|(?:截至|截止)[^\n]{0,10}年(?:[1-9]|1[01])月"
    r"|四个季度(?![)。:]*$)"  # 四个季度平均数
)
_OTHERWISE = expression(
    r"(?:[本上下此该]表|以[上下]|表[中内]|数据|下[列面]|沿用)[^\n。]{0,6}(?<![较比与同])(?:上一?年(?!结转|度结转)|去年|前年)|样[表本例]|(?:填表|填写|报表)样|^[(]?样式[)]?$|(?:^[(]?|[本下此该]表[为是系])空表[)。:]*$|示例|虚构|草稿|^[(]?测试(?:数据|用)?[)]?$|(?:单位)[^\n。]{0,4}(?:[百千万]件|%)|年累计"
    r"|^[(]?(?:20\d\d年度?)?(?:计划|预[计算]|目标)(?:任务)?(?:数[据量]?|值)?[)]?$|^[(]?(?:比例|占比)|^近[两三四五十]年|月报|(?:[本上下此该]表|以[上下]|表[中内]|数据)[^\n。含括及和与]{0,4}[为是系][^\n。含括及和与]{0,6}(?:[所下]属|[局委厅]属)|^乡镇(?:[(]?街道[)]?)?(?:汇总|数据|情况)表?:?$"
    r"|更正前|作废|模板|有误(?!差)|不准确|不限于(?:政府)?信息公开|含[^,。;]{2,12}等全部案件|如下,[^,。;]{2,8}(?:没有|无)|^[(]?不[含包][^。]{0,6}(?:乡|镇|单位|部门|局|属|机关)|百件"
    r"|(?:表|数据|以[上下])[^\n。,含括及和与]{0,6}[为是系](?:全|我局|本局)?系统内?(?:汇总|合计|总数|数据)|^[(*]?(?:注|说明|备注):?(?:上一?年度?|去年|前年|往年|历年)(?:同期)?(?:的)?(?:统计)?(?:数据?|情况)(?=[。)]|$)"
    r"|(?:[本下此该]表|以[上下]|表[中内])[^\n。,含括及和与]{0,4}[为是系]各(?:乡镇|镇|乡|街道|村|县区)(?![^\n。]*(?:部门|单位))"
    r"|(?:[本上下此该]表|以[上下]|表[中内])[^\n。,含括及和与]{0,6}(?:[上下]半年|第?[一二三四]季度|前三季度)的?(?:统计)?(?:数|情况|[。)]|$)"
    r"|(?:类型|类别|周期):(?:月|季|半年)度?报"
)
# In brackets behind a word of a table or behind its heading: of another year, of a part, planned, or in hundreds.
_QUALIFIES = expression(
    r"上一?年|去年|前年|往年|历年|同期|累计|以来|不含|不包括|除外|拟|计划|预[计算]|目标|任务|同比|环比|[百千万]件|%|比例|截[至止]|半年|季度"
    r"|(?<!\d)(?:[1-9]|1[01])月|[所下直局]属|乡镇"
)
_INCLUDES = expression("(?:含|包[括含])(?!历年|往年|累计|(?:上一?年度?|去年)$)")  # 含所属单位, 含上年结转: the whole
_WHOLE_YEAR = expression(
    rf"(?:20\d\d年)?{JANUARY_TO_DECEMBER}|(?:统计)?截[至止]到?(?:20\d\d年?|本年)?(?:年?12月(?:31日|底)?|年?底)|[全本]年度?累计"
)
# The head of a list with two columns of numbers: 统计指标 | 单位 | 本年度 | 历年累计.
_OWN_HEAD, _ALL_YEARS = r"(?:本年度?|本期|统计|20\d\d年度?)数?", r"(?:历年|自?20\d\d年以来)累计数?"
_BESIDE_OWN = expression(
    rf"(?P<own>{_OWN_HEAD}[ |\t]+){_ALL_YEARS}[ |\t]*$|(?<=[|\t ]){_ALL_YEARS}(?=[ |\t]+{_OWN_HEAD}[ |\t]*$)"
)
_OWN_COLUMN, _PAST_COLUMN = expression(_OWN_HEAD), expression(f"{_ALL_YEARS}|累计数?")
_DOCUMENT = expression(r"[\[〔(]20\d\d[\]〕)]\d*号?")
_YEARS = expression(r"20\d\d")
# In the report of a bureau or a town the whole place's numbers, in anybody's those of its towns alone.
_OF_PLACE = expression("全[省市州县区旗](?:政府|信息|汇总|各|数据|情况|合计|$)")
_PLACE_ALONE = expression("全[省市县区旗](?:合计|汇总|总数)?")  # 行政许可(全县)
_NARROW = expression("局|(?<!管理)委员会|厅|中心|[镇乡](?=人民政府|政府|20|$)|街道|院|(?<!政府)办公室")
# In a county's, those of the city or the province that it lies in.
_WIDER, _COUNTY = (
    expression("全[省市州盟](?:汇总|各|数据|情况)"),
    expression("(?:[县旗]|(?<!自治)(?<!开发)区)(?=20|人民政府|政府信息)"),
)
_PAST_ALONE = expression("(?:上一?年|去年|往年)[^。,]{0,8}")
_HEADING_NOTE = expression(r"(?:情况|报告|表)[(\[【]([^()\[\]【】]{2,20})[)\]】]:?$")
_IS_OF = expression(
    rf"(?:以[上下]|[本上下此该]表|表[中内])[^\n。]{{0,4}}[为是系]((?!各|全){BODY})(?!(?:办公[室厅])?统一(?:制[定发作]|印制)[)。]?$)"
    rf"|(?:以[上下]|[本上下此该]表|表[中内])[^\n。]{{0,4}}[为是系]((?!各|全){UNIT})(?=(?:20\d\d年度?)?的?(?:数据|数字|情况|统计数|[)。]))"
)
_ALONE = expression(rf"[(\[【]?({BODY})[)\]】]?[::]?")  # 甲县林业局, above a table of its own in the report of the county
# 县水务局: above a table, and below it 县水文站:无, 以上是市残联数据,我会收到0件: the agency's own is what stands below.
_OWN_BELOW = expression(
    r"(?:[我本][\u3400-\u9fff]{1,4}|[\u3400-\u9fff]{2,16})[::](?:[均都])?(?:无|没有|不涉及|未(?:收到|发生|开展)|0)[^。;]{0,12}。?$"
)
_ANOTHERS_ABOVE = expression(r"以上[^,。;]{0,3}[是为系](?![我本])[^,。;]{2,12}(?:数据|数字|情况),[我本]")
# A title that says it is a whole place's; a bureau's page may be headed by a name that it had once. Who gathers it all may sign it.
_OF_A_PLACE, _GATHERS = expression(r"政府(?!信息)|[省市县区旗州盟](?=20\d\d年|政府信息)"), expression("政务|审批|数据|营商|信息")
_TOWN, _OF_A_TOWN = expression("(?:[镇乡]|街道|办事处|管委会)$"), expression("(?:[镇乡]|街道|办事处)(?=20|政府信息|人民政府)")
_ATTACHED = expression(r"^[ \t|#]*附[件表]?\d{0,2}(?:[::、.]|[ \t]*\n)\s*([^\n|]{2,40})$", re.MULTILINE)
_FURTHEST = 8_000  # characters
_OF_OTHERS = expression(
    "各(?:部门|单位|乡|镇|街道|科室|股室|县|区|市)|部门(?:汇总|数据|情况)|乡镇|街道汇总|下属|所属|企业|样表|示例|半年|季度|填表说明"
)
_PART_OF_YEAR = expression(r"半年|季度|累计|以来|历年|上一?年|去年|(?<!\d)(?:[1-9]|1[012])月(?!31日)")
# What follows a body's name in that of a part of it: 甲县卫生局执法大队2023年统计表.
_UNIT_BELOW = expression("[\u3400-\u9fff]{0,10}(?:[大支中]队|中心|[所站馆院]|公司|学校|分局)(?=20|政府|信息|统计|情况|数据|$)")
# The title of another report that a page holds as well: 甲县乙镇年报.
_HEADED = expression(rf"^[ \t|#]*({BODY})(?:20\d\d年度?)?(?:政府信息公开)?(?:工作)?(?:年报|年度报告)[ \t|]*$", re.MULTILINE)
_BODY_FIRST = expression(BODY)


def says_otherwise(start: int, end: int, folded: str) -> bool:
    """Tell whether a note right above or below a table, in `[start, end)`, says that its numbers are not the report's."""
    above, below = _above(start, folded), _below(end, folded)
    notes = (*above, *below)
    alone = [named[1] for line in above if (named := _ALONE.fullmatch(line)) and is_of_another_body(named[1], folded)]
    if alone and _OWN_BELOW.match(next(_lines_below(end, folded), "")):
        return True
    lines = list(takewhile(lambda line: _HEADING.match(line) is None, _lines_above(start, folded)))
    if any(map(_OWN_COLUMN.fullmatch, lines)):  # 本年度, 历年累计: heads of two columns, a cell a line
        lines = [line for line in lines if not _PAST_COLUMN.fullmatch(line)]
    if any(is_another_time(line, folded) or is_of_another_whole(line, folded) for line in (*lines, *_lines_at_end(end, folded))):
        return True
    if announces_others(next(iter(lines), ""), folded):
        return True
    if any(_is_otherwise(line, folded, folded[start:end]) for line in notes) or is_attached_of_others(start, folded):
        return True
    return qualifies(_headed(start, folded), folded)


def qualifies(note: str, folded: str) -> bool:
    """Tell whether what is said in brackets makes of a row, a column or a table another one than the report's."""
    if _names_another_year(note, folded):
        return True
    if is_of_the_year(note, folded):
        return False
    if _PLACE_ALONE.fullmatch(note) and _NARROW.search(title_of(folded)):
        return True
    return not _INCLUDES.match(note) and _QUALIFIES.search(_DOCUMENT.sub("", _WHOLE_YEAR.sub("", note))) is not None


def _names_another_year(words: str, folded: str) -> bool:
    """Tell whether words name years, that of a document's number aside, and the report's is none of them."""
    years = set(_YEARS.findall(_DOCUMENT.sub("", words)))
    return bool(years and (year := year_of_title(folded)) and year not in years)


def is_attached_of_others(start: int, folded: str, after: int = 0) -> bool:
    """Tell whether a table stands in an attachment that is others', or a model, and that begins `after` what is above: 附件:各乡镇汇总表."""
    low, line = max(after, start - _FURTHEST), folded.rfind("\n", 0, start) + 1
    heads = [head for head in _heads(folded) if low <= head.start() and head.end() < line]
    heads += [head for pattern in (_ATTACHED, _HEADED) for head in pattern.finditer(folded, max(low, line), start)]
    if not heads:
        return False
    return _names_others(max(heads, key=re.Match.start)[1], folded)


def _names_others(caption: str, folded: str) -> bool:
    """Tell whether the caption of an attachment names others, a part of the year or another year than the report's."""
    if _OF_OTHERS.search(caption) or _PART_OF_YEAR.search(_WHOLE_YEAR.sub("", caption)) or _names_another_year(caption, folded):
        return True
    body = _BODY_FIRST.match(caption)
    if body is None:
        return False
    below = _UNIT_BELOW.match(caption, body.end())
    return is_of_another_body(body[0], folded) or (below is not None and caption[: below.end()] not in title_of(folded))


@lru_cache(maxsize=2)  # a page asks for each of its tables; its text is not held longer than the next two
def _heads(folded: str) -> tuple[re.Match[str], ...]:
    """Return the lines that name an attachment or another report."""
    attached = _ATTACHED.finditer(folded) if "附" in folded else ()
    return (*attached, *_HEADED.finditer(folded))


def _above(start: int, folded: str) -> list[str]:
    """Return the last two lines above a table, up to the heading of the section, that speak of it."""
    lines = takewhile(lambda line: _HEADING.match(line) is None, _lines_above(start, folded))
    return [said for said in map(_note_in, lines) if 0 < len(said) <= _LONGEST]


def _headed(start: int, folded: str) -> str:
    """Return what stands in brackets behind the heading above a table, or behind its caption."""
    notes = (_HEADING_NOTE.search(line) for line in _lines_above(start, folded) if len(line) <= _LONGEST)
    return next((note[1] for note in notes if note), "")


def _lines_above(start: int, folded: str) -> Iterator[str]:
    bare = (line.strip(" |\t") for line in reversed(folded[max(0, start - _ABOVE) : start].splitlines()))
    return islice(filter(None, bare), _LINES)


def _note_in(line: str) -> str:
    """Return a line that speaks of the table below it, of one of the text the last sentence if it does; else nothing."""
    if "。" in line and not _STOPPED_NOTE.match(line):
        last = line.rstrip("。").rpartition("。")[2]
        return last if _OF_TABLE.match(last) else ""
    is_short = len(line) <= _SHORT and _SHORT_NOTE.match(line) is not None
    return line if is_short or _NOTE.match(line) or _OF_TABLE.match(line) or _ALONE.fullmatch(line) else ""


def _below(end: int, folded: str) -> list[str]:
    """Return the line right below, where it speaks of the table above it: a year alone does at the end of a section."""
    first, second = (*islice(_lines_below(end, folded), 2), "", "")[:2]
    is_caption = _IN_BRACKETS.fullmatch(first) or (_CAPTION_BELOW.fullmatch(first) and _HEADING.match(second))
    return [first] if is_caption or _NOTE_BELOW.match(first) else []


def _lines_at_end(end: int, folded: str) -> list[str]:
    """Return the line below a table and those that its end may have been taken from: 1-12月 begins with what a cell may hold."""
    stop = folded.find("\n", end) if folded[folded.rfind("\n", 0, end) + 1 : end].strip(" |\t") else end
    stop = min(stop if stop >= 0 else len(folded), end + _BELOW)
    over = folded[max(0, end - _BELOW) : stop].splitlines()[-_LINES:]
    return [next(_lines_below(stop, folded), ""), *(line.strip(" |\t") for line in over)]


def _lines_below(end: int, folded: str) -> Iterator[str]:
    return filter(None, (line.strip(" |\t") for line in folded[end : end + _BELOW].splitlines()))


def _is_otherwise(line: str, folded: str, table: str) -> bool:
    line = _BESIDE_OWN.sub(lambda head: head["own"] or "", without_software(line))
    said = without_cases(line, table)
    years, of_table = set(_YEAR.findall(said)), _OF_YEAR.search(line)
    year = year_of_title(folded) if years or of_table else ""
    if year and of_table and of_table[1] != year:
        return True
    if year and years and year not in years and str(int(year) + 1) not in years:
        return True
    if _OTHERWISE.search(line) or _ANOTHERS_ABOVE.match(line) or _PAST_ALONE.fullmatch(line) or (years and _PART.search(said)):
        return True
    if (_OF_PLACE.search(line) and _NARROW.search(title_of(folded))) or (
        _WIDER.search(line) and _COUNTY.search(title_of(folded))
    ):
        return True
    if (alone := _ALONE.fullmatch(line)) and _may_be_called(alone[1], title_of(folded)):
        return False
    if is_filled_by_another(line, folded):
        return True
    named = alone or _IS_OF.search(line)
    body = next(filter(None, named.groups())) if named else ""
    is_note = named is not None and named.re is _IS_OF
    if is_note and body and not title_of(folded):
        return folded.count(body) == 1  # nothing else on a page without a title says that it is that body's
    return bool(body) and is_of_another_body(body, folded)


def _may_be_called(body: str, title: str) -> bool:
    """Tell whether the agency may once have been called so, or a place's numbers be gathered by that body: no bureau was a town."""
    if _TOWN.search(body) or _OF_A_TOWN.search(title):
        return False
    return not _OF_A_PLACE.search(title) or _GATHERS.search(body) is not None
