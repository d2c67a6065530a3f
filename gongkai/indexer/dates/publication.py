"""On which day was a report published?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from gongkai.indexer.dates.dates import DIGITS, plain_year
from gongkai.indexer.expressions import expression
from gongkai.indexer.names.agency_ends import AGENCY
from gongkai.indexer.page import DATE_META
from gongkai.indexer.sections.site_lines import BESIDE

__all__ = ["UPDATE", "published_on"]

_DAY = r"(20\d\d)\s*(?:年|-|/|\.)\s*(\d{1,2})\s*(?:月|-|/|\.)\s*(\d{1,2})(?:(?!\d)|(?=\d\d:\d\d))"
_CHINESE_DAY = expression(
    r"(二[〇○零O0][〇○零O一二三四五六七八九]{2})年(十?[一二三四五六七八九]|十)月([二三]?十?[一二三四五六七八九]|[二三]?十)日"
)
# A day with its weekday is the site's clock: 2023年11月3日 10:25 星期五.
_NO_CLOCK = r"(?!\s*日?\s*(?:\d\d?:\d\d(?::\d\d)?\s*)?(?:星期|周[一二三四五六日]|农历))"
# 时间:2012-02-15 00:00 on the site's own line, above the day on which the document was made.
_PLAIN = rf"(?:日\s*期|时\s*间|发\s*布\s*于)[\s::|\]】]{{0,4}}{_DAY}{_NO_CLOCK}"
UPDATE = "更新时间"
"""What told a day on which the page was perhaps only changed."""
_LABELS = (
    ("发布日期", expression(rf"(?:发\s*布|公\s*布|刊\s*发|上\s*网)\s*(?:日\s*期|时\s*间)[\s::|\[\]【】]*{_DAY}")),
    ("日期", expression(rf"(?:公\s*开|发\s*文|录\s*入|添\s*加|提\s*供)\s*(?:日\s*期|时\s*间)[\s::|\[\]【】]*{_DAY}")),
    (UPDATE, expression(rf"更\s*新\s*(?:日\s*期|时\s*间)[\s::|\[\]【】]*{_DAY}")),
    ("时间", expression(rf"(?<![\u3400-\u9fff]){_PLAIN}")),
    ("成文日期", expression(rf"(?:生\s*成|成\s*文|制\s*发|制\s*作|编\s*制)\s*(?:日\s*期|时\s*间)[\s::|\[\]【】]*{_DAY}")),
    ("发布日期", expression(r"(?:发布|公布|发文|成文|生成)(?:日期|时间)[\s::|\]】]*(20\d\d)([01]\d)([0-3]\d)(?!\d)")),
    ("时间", expression(rf"(?:统计)?{_PLAIN}")),
)
_SHORT_YEAR = expression(
    r"(?:发\s*布|公\s*布)\s*(?:日\s*期|时\s*间)[\s::]*(\d\d)[-/.](\d\d)[-/.](\d\d)(?![\d/.-])"
)  # 发布日期:21/01/26
# A site's line below the title, or where a copy begins: 2012-02-08 来源:甲县政府网.
_SOURCE_LINE = expression(
    rf"(?:^|(?:报告|年报|总结|公开[^\n。]{{0,16}})[ \t]*\n)\s*{_DAY}(?:\s*日)?(?:[ \t]*\d\d?:\d\d(?::\d\d)?)?[ \t]*(?:信息)?来源[ \t]*:"
)
# A date or time of something else than publication; 打印 on a line above is a button; a library of documents has 文档编号:12 上传时间.
_NOT_PUBLISHED = expression(
    r"(?:(?:打[ \t]*印|下[ \t]*载|浏[ \t]*览)[ \t]*\Z|文档编号[ \t]*:[ \t]*\d+[ \t]*上传[ \t]*\Z"
    r"|(?:访\s*问|查\s*询|当\s*前|系\s*统|截\s*[止至图]|抓\s*取|采\s*集|归\s*档|备\s*份|有\s*效|失\s*效|废\s*止|施\s*行|实\s*施"
    r"|生\s*效|开\s*始|结\s*束|受\s*理|答\s*复|修\s*订)\s*$)"
)
_ANY_DAY = expression(rf"(?<![\d至到-]){_DAY}")
_BUTTON = r"[\[【][ \t]*(?:打印|关闭|收藏|分享|返回|字[体号]|大|小)"  # 【查看】 stands behind the day of another page
_SIGNED = expression(
    rf"(?:^|(?<![至到自从起])[\n\s|(>\[]){_DAY}(?>(?:\s*日)?){_NO_CLOCK}(?=$|[\s|)<\]]|{_BUTTON}|\d\d:|本年?度?报告(?:根据|依据|按照|依照|由)|来源|作者|浏览|点击|访问|阅读|字[体号])"
)
_BEHIND_TITLE = expression(
    rf"(?:^|\n)[ \t]*[^\n。;,]{{0,40}}?(20\d\d)年[^\n。;,]{{0,30}}?(?:报告|年报)[ \t]*\([ \t]*{_DAY}日?[ \t]*\)[ \t]*(?=\n|$)"
)
# Alone on the line below the title, over prose: put on a new site years later as well.
_BELOW_TITLE = expression(
    rf"(?:^|\n)[ \t]*[^\n。;,]{{0,40}}?(20\d\d)年[^\n。;,]{{0,30}}?(?:报告|年报)[ \t]*\n\s*{_DAY}日?[ \t]*\n"
    r"\s*(?=[^\n]{40})(?![^\n]*(?:报告|年报)[ \t]*\n)"
)
# A site's line with the title and its day, above the title itself: 甲镇2017年…报告 2018-02-22. A list's line has the next entry below.
# Above or below the year may lack its 年: 2012甲局…报告 2013-05-02.
_ABOVE_TITLE = expression(
    r"(?:^|\n)[ \t]*(?P<before>[^\n。;,]{0,40}?)(?P<of>20\d\d)年?(?P<behind>[^\n。;,]{0,30}?(?:报告|年报))[ \t]+"
    r"(?P<day>20\d\d-\d\d?-\d\d?)[ \t]*\n\s*(?P=before)(?P=of)年?(?P=behind)[ \t]*\n"
)
# The day before the month, on a line of its own with the time: 17.03.2015  14:46.
_DAY_FIRST = expression(r"(?:^|\n)[ \t]*(\d\d)\.(\d\d)\.(20\d\d)[ \t]+\d\d:\d\d[ \t]*\n")
_UNTIL = expression(r"\s*日?\s*(?:零时|0时)?\s*(?:起|[至到~-]+\s*(?:20\d\d|\d{1,2})\s*[年月])")
_PERIOD_ENDS = {"01-01", "12-31"}
_BELOW_NAME = expression(rf"(?:^|\n)[ \t]*{AGENCY}[ \t]*\n[ \t]*\Z")  # a line with nothing but a body's name
# Other pages, with days of their own, what readers say, the site's rights.
_NEIGHBOUR = expression(
    rf"上一[篇条]|下一[篇条]|{BESIDE}|(?:^|\n)[ \t]*(?:网友|读者|发表|最新|全部)*(?:评论|留言)|Copyright|©|版权所有",
    re.IGNORECASE,
)
_BESIDE_HEAD = expression(rf"(?:^|\n)[ \t]*(?:{BESIDE}|相关信息|延伸阅读)[ \t]*[::]?(?=[ \t]*\n|[ \t]*发布)")
_PROSE = 50  # characters of a line
_OF_A_LINK = expression(r"(20\d\d)\s*年[^\n。;]{0,30}(?:报告|年报)[\s|]*$")  # 甲局2024年…报告 2025-01-22
_SAID = expression(
    r"(?:20\d\d)[-/.]\d{1,2}[-/.]\d{1,2}(?:[ \t]+\d\d?:\d\d(?::\d\d)?)?[ \t]+(?![|)<\]])[^\s\d:|]*[\u3400-\u9fff]"
)  # 张三 2024-06-06 写得好
_SITES_WORDS = expression("来源|作者|浏览|点击|访问|阅读|字[体号]|打印|关闭|分享|发布|编辑|责任|信息|【|本年?度?报告")


def published_on(meta: Mapping[str, str], head: str, tail: str, year: int | None) -> tuple[str | None, str]:
    """Return the ISO date of publication and what told it: metadata, the head's label, or the signature."""
    for name in DATE_META:
        if (content := meta.get(name)) and (day := _first(_ANY_DAY, content, year)):
            return day, f"meta {name}"
    for label, pattern in _LABELS:
        if day := _first(pattern, head, year):
            return day, label
    if day := _short_year(head, year):
        return day, "发布日期"
    if day := _first(_SOURCE_LINE, _NEIGHBOUR.split(head[:500], maxsplit=1)[0], year):
        return day, "来源"
    if day := _behind_title(head[:500], year):
        return day, "title"
    if day := _signature(tail, year):
        return day, "signature"
    if (first := _DAY_FIRST.search(head[:500])) and (day := _iso(first[3], first[2], first[1], year)):
        return day, "head"
    if day := _signature(head[:500], year):
        return day, "head"
    return None, ""


def _short_year(head: str, year: int | None) -> str | None:
    """Return the day whose year is two digits, those of the report's year or of one of the next two: 21/01/26 of a report of 2020."""
    found = (match for match in _SHORT_YEAR.finditer(head) if year is not None and 0 <= 2000 + int(match[1]) - year <= 2)
    return next((day for match in found if (day := _iso("20" + match[1], match[2], match[3], year))), None)


def _behind_title(head: str, year: int | None) -> str | None:
    """Return the day behind the title of this year's report, in brackets or where the title stands again below: 2007年…年报 (2008-04-30)."""
    if (above := _ABOVE_TITLE.search(head)) and year == int(above["of"]) and (day := _first(_ANY_DAY, above["day"], year)):
        return day if int(day[:4]) <= year + 2 else None
    for match in _BEHIND_TITLE.finditer(head):
        day = _iso(match[2], match[3], match[4], year)
        if day and year == int(match[1]) and int(match[2]) <= year + 2 and day[5:] not in _PERIOD_ENDS:
            return day
    below = _BELOW_TITLE.search(head)
    day = _iso(below[2], below[3], below[4], year) if below and year == int(below[1]) and _dated(below[2]) else None
    return day if day and day[5:] not in _PERIOD_ENDS else None


def _dated(year: str) -> bool:
    """Tell whether a day of that year can have been: one that is still to come is a slip of the pen."""
    return int(year) <= date.today().year


def _first(pattern: re.Pattern[str], text: str, year: int | None) -> str | None:
    """Return the first date that is none of a period: 统计时间:2023年1月1日至2023年12月31日."""
    for match in pattern.finditer(text):
        period = match[0].startswith("统计") or _UNTIL.match(text, match.end())
        other = _NOT_PUBLISHED.search(text, max(0, match.start() - 24), match.start()) or _beside(text, match.start(), year)
        if not (period or other) and (day := _iso(match[1], match[2], match[3], year)):
            return day
    return None


def _beside(text: str, at: int, year: int | None) -> bool:
    """Tell whether a day stands in a list of other pages: below its head, with neither prose nor this year's title between."""
    heads = list(_BESIDE_HEAD.finditer(text, 0, at))
    between = text[heads[-1].end() : at] if heads else ""
    title = year is not None and re.search(rf"{year}年[^\n]{{0,30}}(?:报告|年报)[ \t]*\n", between)
    return bool(heads) and not title and all(len(line) < _PROSE for line in between.split("\n"))


def _iso(year: str, month: str, day: str, report: int | None) -> str | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found.isoformat() if report is None or report <= found.year else None


def _signature(tail: str, year: int | None) -> str | None:
    tail = _NEIGHBOUR.split(tail, maxsplit=1)[0]
    signed = (match for match in _SIGNED.finditer(tail) if not _is_of_others(match, year))
    found = ((iso, match) for match in signed if (iso := _iso(match[1], match[2], match[3], year)))
    days = [day for day, match in found if day[5:] not in _PERIOD_ENDS or _below_name(match)]
    if days := [day for day in days if year is None or int(day[:4]) <= year + 2]:
        return days[-1]
    for match in _CHINESE_DAY.finditer(tail):
        if iso := _iso(str(plain_year(match[1]) or 0), _count(match[2]), _count(match[3]), year):
            return iso
    return None


def _below_name(day: re.Match[str]) -> bool:
    """Tell whether the day is a line of its own below that of a body, which signs on the last day of a year as well."""
    text = day.string
    alone = text[day.end() :].partition("\n")[0].strip() == ""
    return alone and _BELOW_NAME.search(text[max(0, day.start(1) - 60) : day.start(1)]) is not None


def _is_of_others(day: re.Match[str], year: int | None) -> bool:
    """Tell whether a day stands behind the title of another year's report, or between words that somebody said."""
    link = _OF_A_LINK.search(day.string, 0, day.start(1))
    if link and year is not None and int(link[1]) != year:
        return True
    who = day.string[day.string.rfind("\n", 0, day.start(1)) + 1 : day.start(1)].strip()
    if who.endswith(("今天是", "今天是:", "今天", "现在是", "当前时间")):
        return True  # the site's clock
    said = _SAID.match(day.string, day.start(1)) if who else None
    return said is not None and not _SITES_WORDS.search(said[0])


def _count(numeral: str) -> str:
    """Return 一 … 三十一 as digits."""
    tens, ten, ones = numeral.translate(DIGITS).rpartition("十")
    return str(10 * int(tens or bool(ten)) + int(ones or 0))
