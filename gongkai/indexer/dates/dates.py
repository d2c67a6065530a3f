"""Which year does a report cover?"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from functools import lru_cache

from gongkai.indexer.dates.contradicted import contradicting, counted_instead
from gongkai.indexer.dates.document_numbers import without_numbers
from gongkai.indexer.dates.last_resorts import told_otherwise
from gongkai.indexer.dates.opening_years import ACTOR, BEGINNING, WILL_DO, opened
from gongkai.indexer.dates.own_report import AS_FOLLOWS, CALLED_THIS, PUT_OUT, WRITTEN_REPORT, written
from gongkai.indexer.dates.reports_told_of import without_told_reports
from gongkai.indexer.dates.text_years import PERIOD, SPAN, TEXT_YEAR, TO_COME, without
from gongkai.indexer.expressions import expression

__all__ = ["DIGITS", "LATER", "latest_year", "plain_year", "report_year", "year_in_title"]

LATER = "later than today"
"""What a year rests on that is none, as it has not begun."""

_WRITTEN = 2026  # when this was written: no clock is right that tells an earlier year
_HAN = r"\u3400-\u9fff"
DIGITS = str.maketrans("〇○零OoＯ一二三四五六七八九", "000000123456789")
_YEAR = expression(
    r"(?<![\d-])((?:20|二[〇○零O0])[\d〇○零O一二三四五六七八九]{2})\s*[-~—–至]?\s*(?:((?:20)?\d\d)\s*)?([学學]?年)(?!\s*\d{1,2}\s*月|[初底末](?:向社会|主动|对外)?(?:公[开布]|发布|印发|编制))"
)
_SEVERAL = expression(r"(20\d\d)\s*年?\s*[-~—–至]+\s*(20\d\d)\s*年")  # 2021-2023年政府信息公开工作报告
_BARE_YEAR = expression(r"(?<![\d年.-])(?<!\d[—–~])(20[012]\d)(?![\d.-]|[—–~]\d|\s*[月日]|\s*年\s*\d)")
_SCHOOL_YEAR = expression(
    r"20\d\d\s*年\s*0?9\s*月\s*0?1\s*日\s*起?\s*[,,]?\s*(?:至|到|-|~|—)+\s*(20\d\d)\s*年\s*0?8\s*月\s*31\s*日"
)
_NUMERIC_SPAN = expression(
    r"(20\d\d)([-./])0?1\2(?:0?1)日?起?\s*(?:至|到|-|~|—)+\s*\1\2(?:12)\2(?:31)(?!\d)"
)  # 2015-1-1起至2015-12-31
# 统计数据截止日期为2023年12月31日; that of applications is another year's end.
_CLOSE = expression(
    r"(?:截[止至](?:到|至)?|(?:统计|数据|报告)[^。;,\n]{0,12}?截[止至](?:日期|时间)?(?:到|至|为|是|:)?)\s*(20\d\d)\s*年\s*12\s*月\s*31\s*日"
)
_NOT_PLANNED = r"(?!度?,?[^。;\n]{0,6}(?:将|(?<![主重需首])要(?![求点素])|继续|计划))"
_SINCE = expression(r"20[012]\d\s*年以来")
_WILL = expression(rf"20[012]\d\s*年度?,?{WILL_DO}")
_URL_YEAR = expression(r"[?&](?:fbtime|year|nd)=(20[012]\d)(?!\d)")  # of sites that keep the reports by year
# The words of the title as the last step of the address: sms2013ndzfxxgkgzbg
_URL_WORDS = expression(r"(?<!\d)(20[012]\d)n(?:ian)?du?(?:zf|zhengfu)?(?:xxgk|xinxigongkai)[a-z]*(?:bg|nb|baogao)[^/?]*$")
# The day in the address, of the half year in which reports on the last one are put out: /2024/03-14/, /202401/t20240119_1.html
_URL_DAY = expression(r"/t?(20[012]\d)[/-]?0[1-6](?:[/-]?\d\d)?(?=[/_.])")
_SCHOOL_TEXT = expression(
    r"(?:^|[。;\n]|(?:现将|编制|公布|发布|总结)[\u3400-\u9fff]{0,20}|[,、](?:对|根据|依据|结合)[\u3400-\u9fff()]{0,20})\s*20\d\d\s*[-—–至~]+\s*(20\d\d)\s*[学學]年"
)
_BARE_OPENING = expression(rf"(?:^|[。;\n])\s*(20[012]\d){ACTOR}")
# What was left at the end of the year: 余8件转2023年度办理.
_CARRIED = expression(
    r"(?:^|[,。;\n])(?![^,。;\n]*(?:上一?年|去年))[^,。;\n]*?(?:余|尚有|未办结)[^。;\n]{0,16}?(?:结?转)[至到入]?(20[012]\d)\s*年"
)
# Last year's report, of whose being handed in a report tells: 按时完成2009年政府信息公开年度报告, in that of 2010.
_HANDED_IN = expression(r"[按及]时(?:完成|报送|上报|提交)了?(20[012]\d)\s*年度?[\u3400-\u9fff]{0,14}(?:报告|年报)")
# The plans part, the last of a report, is about the year after: 三、2011年工作打算; 由概述、…以及2011年主要工作三部分组成.
_PLAN = r"(20[012]\d)\s*年度?(?:(?:政府信息|信息|政务)公开)?(?:重点|主要|下一步|工作)*的?(?:打算|安排|计划|设想|思路|展望|目标)"
_PLANS = (
    expression(
        rf"(?:^|\n)[ \t]*(?:[二三四五六七八九十][、..]|第[二三四五六七八九十]+部分)[ \t]*"
        rf"(?:[\u3400-\u9fff]{{2,12}}?[和及与])?(?:下一步)?{_PLAN}[ \t]*(?=\n|$)"
    ),
    expression(
        rf"[;:、,][二三四五六七八九十]、(?:[\u3400-\u9fff]{{2,12}}?[和及与])?{_PLAN}(?=[。.])"
    ),  # 分为…;四、2012年工作打算。
    expression(rf"(?:[和及与、]|以及){_PLAN}(?=等?[二三四五六七八九2-9]个?(?:大?部分|方面))"),
)
# Main work of a year may be what was done: it is a plan where the year is named nowhere else.
_MAIN_WORK = expression(
    r"(?:和|及|与|以及)(20[012]\d)\s*年度?(?:的?(?:重点|主要))?工作(?=等?[三四五六七八九3-9]个?(?:大?部分|方面))"
)
# What is asked of a year, 目标 or 安排, heads what was done as well as plans: its part tells, or that it is the last one.
_HEADED = expression(
    rf"(?:^|\n)[ \t]*(?:第?[一二三四五六七八九十]+)(?:[、..]|部分)[ \t]*(?:[{_HAN}]{{2,12}}?[和及与])?(?:下一步)?"
    rf"(20[012]\d)\s*年度?(?:(?:政府信息|信息|政务)公开|重点|主要|下一步|工作)*的?(打算|设想|思路|展望|安排|计划|目标)?[ \t]*[::]?[ \t]*(?=\n|$)"
)
_NEXT_PART = expression(r"\n[ \t]*(?:第?[一二三四五六七八九十]+(?:[、..]|部分))")
_NO_DOUBT = ("打算", "设想", "思路", "展望")
_COMING = expression(r"将(?!近|其)|继续|进一步|下一步|明年|打算|力争|确保|争取|(?<![主重需首])要(?![求点素])")
_BY_PLAN = r"完成|(?:根据|按照)(?:上述|以上|年初|年度|全年|这一|该|工作)*(?:安排|计划|目标|打算)"
_COUNTED = r"\d\s*[条件次份篇](?![例款])"
# 完成目录建设 may be what is asked: done is what was 完成了, or is counted as well.
_DONE = expression(rf"[已均都]完成|(?:超额|圆满)完成|完成了|(?:{_BY_PLAN})(?=[^。;\n]*{_COUNTED})")
_MAYBE_DONE = expression(rf"完成(?=[,。;]|$)|{_COUNTED}")
# 我局于2008年就成立了领导小组
_FOUNDED = expression(
    r"(?:于|早在|自|从)\s*20[012]\d\s*年[^,。;\n]{0,4}?(?:成立|设立|组建|建立|挂牌|开通)"
    r"|20[012]\d\s*年[初底末]?(?:就|便|即)已?(?:成立|设立|组建|建立|挂牌|开通)"
)
# 公开2020年度决算、2021年预算; 于2008年、2009年、2011年先后改版, 自2009年起 tell what was before.
_HISTORY = expression(
    r"[三四五六七八九][、.]\s*20[012]\d\s*年度?的?(?:主要|重点)工作(?=\s|$)|20[012]\d\s*年度?(?:(?:[\u3400-\u9fff]{0,4}(?:部门|财政|单位))?(?:预|决)算|(?:法治政府|依法行政|法治建设)[\u3400-\u9fff]{0,6}报告)|20[012]\d\s*年(?:[、和]\s*20[012]\d\s*年)+(?=先后|分别|连续|多次)|在20[012]\d\s*年[^,。;\n]{0,60}基础上|[自从]20[012]\d\s*年(?:开始|至今|起(?!至|到))"
)
# 我局于2012年开通了微博,公开20条: what was published is told of the same year; 累计 is of all years since.
_AND_PUBLISHED = expression(r"(?![^。;\n]*(?:累计|总计))[^。;\n]{0,24}?[,,][^。;\n]{0,12}?公开[^。;\n\d]{0,10}\d+\s*[条件篇]")


@lru_cache(maxsize=16)  # a page's title is looked at twelve times
def year_in_title(text: str) -> int | None:
    """Return the year that a title names; the end of a school year. That of a document's number is none."""
    years = _YEAR.findall(text := without_numbers(text))
    for first, second, unit in years:
        if unit != "年" and second:
            return 2000 + int(second) % 100
        if (year := plain_year(first)) is not None:
            return year
    bare = _BARE_YEAR.search(text)
    return int(bare[1]) if bare else None


def plain_year(digits: str) -> int | None:
    """Return a year in digits of any script; null: no year of a report."""
    plain = digits.translate(DIGITS)
    return int(plain) if plain.isdigit() and 2004 <= int(plain) <= 2099 else None


def latest_year() -> int:
    """Return the last year that there can be a report of: this one; a clock that runs far behind is not believed."""
    return max(_WRITTEN, date.today().year)


def report_year(title: str | None, head: str, url: str = "") -> tuple[int | None, str]:
    """Return the year and what told it; null, and that it is so, for one that has not begun: a slip of the pen, of 2013 or of 2021."""
    year, source = _told_year(title, head, url)
    return (None, LATER) if year is not None and year > latest_year() else (year, source)


def _told_year(title: str | None, head: str, url: str) -> tuple[int | None, str]:
    """Return the year and what told it: title, period, the report's name, what opens it, plans, what is named most, address, digits without 年."""
    if title and (several := _SEVERAL.search(title)) and int(several[1]) + 1 < int(several[2]):
        return None, ""
    if title and (year := _titles_year(title, head)):
        return _of_title(year, head, url)
    for pattern in (PERIOD, SPAN, _SCHOOL_YEAR, _CLOSE):
        if match := pattern.search(head):
            return _of_period(int(match[1]), match, head, url)
    if called := CALLED_THIS.search(head, 0, BEGINNING):
        return int(called[1] or called[2]), "title"
    plans = _PLANS[0].search(head)  # 四、2014年工作安排\n2014年,我局将…
    if told := opened(head, plans.start() if plans else len(head)):
        return told
    if (put_out := PUT_OUT.search(head)) and _agrees(put_out, head):
        return int(put_out[1]), "title"
    planned, rest = _planned(head)
    if planned:
        return planned - 1, "plans"
    rest = without_told_reports(_HISTORY.sub("", _FOUNDED.sub("", rest)))
    if before := {int(year) for year in _HANDED_IN.findall(rest)}:
        years = set(map(int, TEXT_YEAR.findall(without(rest, _HANDED_IN, TO_COME))))
        return (max(before) + 1, "text") if max(before) + 1 in years else (None, "")
    named = Counter(int(year) for year in TEXT_YEAR.findall(rest)) or _published_since(head)
    if named:
        return _most_named(named, rest, url)
    if carried := _CARRIED.search(rest):
        return int(carried[1]) - 1, "text"
    for source, text, pattern in (
        ("period", head, _NUMERIC_SPAN),
        ("address", url, _URL_YEAR),
        ("address", url, _URL_WORDS),
        ("text", head, _SCHOOL_TEXT),
        ("text", head, _BARE_OPENING),
    ):
        if match := pattern.search(text):
            return int(match[1]), source
    return told_otherwise(head, url)


def _titles_year(title: str, head: str) -> int | None:
    """Return the year that a title names; of two the second, where the text tells that a school's year ends in it: 2013—2014年度."""
    several = _SEVERAL.search(title)
    school = _SCHOOL_YEAR.search(head) if several else None
    return int(school[1]) if several and school and school[1] == several[2] else year_in_title(title)


def _of_title(year: int, head: str, url: str) -> tuple[int | None, str]:
    """Return the title's year; where the text is of another, the one after which the address tells that it was put out, or none."""
    other = contradicting(year, head)
    if other is None:
        return year, "title"
    return (other, "period") if set(_URL_DAY.findall(url)) == {str(other + 1)} else (None, "")


def _of_period(year: int, period: re.Match[str], head: str, url: str) -> tuple[int | None, str]:
    """Return the year of the period, or the one after it for which the report is written and of which all else tells; null if nothing else does."""
    rest = head[: period.start()] + head[period.end() :]
    is_of_next = written(head) == {year + 1}
    if counted_instead(year, rest) and not is_of_next:
        return (year + 1, "text") if set(_URL_DAY.findall(url)) == {str(year + 2)} else (None, "")
    if not is_of_next:
        return year, "period"
    named = Counter(int(told) for told in TEXT_YEAR.findall(without(rest, WRITTEN_REPORT, AS_FOLLOWS, TO_COME)))
    if year in named:
        return year, "period"
    return (year + 1, "text") if year + 1 in named else (None, "")


def _agrees(put_out: re.Match[str], head: str) -> bool:
    """Tell whether the text names the year of the report that is put out, or no other but that in which it was written."""
    named = set(map(int, TEXT_YEAR.findall(_SINCE.sub("", head[: put_out.start()] + head[put_out.end() :]))))
    return not named or int(put_out[1]) in named


def _most_named(named: Counter[int], text: str, url: str) -> tuple[int | None, str]:
    """Return the year that is named most often; of several the one that opens a sentence or that the day in the address tells, or none."""
    if _WILL.search(text) and not TEXT_YEAR.search(_WILL.sub("", text)):
        return None, ""  # a plan alone, of the year after or copied from last year's report
    # The plans for the coming year and the comparison with the last one are named less often.
    most = [year for year in named if named[year] == max(named.values())]
    coming = {int(told[0][:4]) for told in TO_COME.finditer(text)} if len(most) > 1 else set()
    most = [year for year in most if year not in coming] or most
    opens = [year for year in most if re.search(rf"(?:^|[。;\n])\s*{year}\s*年{_NOT_PLANNED}", text)]
    if len(opens) == 1 or len(most) == 1:
        return (opens if len(opens) == 1 else most)[0], "text"
    day = _URL_DAY.search(url)
    return (int(day[1]) - 1, "address") if day and int(day[1]) - 1 in most else (None, "")


def _published_since(head: str) -> Counter[int]:
    """Return the one year in which something was founded, where the same sentence counts what was published; else nothing."""
    founded = [match for match in _FOUNDED.finditer(head) if _AND_PUBLISHED.match(head, match.end())]
    years = {int(year) for match in founded for year in TEXT_YEAR.findall(match[0])}
    return Counter(years if len(years) == 1 else ())


def _planned(head: str) -> tuple[int | None, str]:
    """Return the year that the plans part is about, null where none is or it may be told of; and the text without doubtful plans."""
    plans = [match for pattern in _PLANS for match in pattern.finditer(head)]
    sure = {int(match[1]) for match in plans}
    found = sure or {int(match[1]) for match in _MAIN_WORK.finditer(head)}
    if len(found) != 1:
        return None, head
    (year,) = found
    part = _part_of(year, head)
    before = head[: part.start()] if part else head
    told = set(map(int, TEXT_YEAR.findall(without(before, *_PLANS, _MAIN_WORK))))
    if year in told and (not sure or year - 1 not in told):
        return None, head
    ahead = _ahead(part, head) if part else (True if sure else None)
    if ahead is None:
        return None, without(head, *_PLANS, _MAIN_WORK, _HEADED)
    return (year, head) if ahead else (None, head)


def _part_of(year: int, head: str) -> re.Match[str] | None:
    """Return the heading of the part about the year: the last one, as what was done comes first."""
    return next((match for match in reversed(list(_HEADED.finditer(head))) if int(match[1]) == year), None)


def _ahead(part: re.Match[str], head: str) -> bool | None:
    """Tell whether the part is about what is still to do, by its first words or its place; null: nothing decides."""
    following = _NEXT_PART.search(head, part.end())
    body = head[part.end() : following.start() if following else None].strip()[:80]
    if part[2] in _NO_DOUBT or "下一步" in part[0]:
        return True
    first = re.split("[。;\n]", body)[0]
    coming, done = _COMING.search(first), _DONE.search(first)
    if done and not coming:
        return False
    if coming and done:
        return True if coming.start() < done.start() or done[0].startswith(("根据", "按照")) else None
    maybe = _MAYBE_DONE.search(first)
    if maybe and not (coming and coming.start() < maybe.start()):
        return None if part[2] else False
    if coming or _COMING.search(body):
        return True
    return True if part[2] and not following else None
