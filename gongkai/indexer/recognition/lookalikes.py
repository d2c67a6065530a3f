"""What only looks like a report: rules, orders and news that speak of one, notices, models, a part of a year; what only one has."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gongkai.indexer.expressions import expression

__all__ = ["articles", "has_own_part", "is_model", "of_a_part", "puts_out_only", "says_it_follows"]

_FOLLOWS = expression(
    r"(?:现将|现就|现对|兹将|现把|就)[^。\n]{0,70}(?:信息公开|政府信息(?=工作情况))(?![^。\n]{0,8}(?:自查|评估|整改|考核))[^。\n]{0,30}(?:报告|汇报|公布|公告|公示|总结)如下"
    r"|信息公开工作。20\d\d年度?(?:主要|具体|有关)?(?:工作)?(?:开展)?情况(?:总结|报告|汇报)?如下"
)
_PUT_OUT = expression(
    r"(?:特?向社会(?:公众)?|现(?:予以?|将)?)(?:公布|公开|发布)[^。\n]{0,50}信息公开[^。\n]{0,15}(?:报告|年报)"
    r"|(?:根据|依据|按照|依照)[^。\n]{0,80}(?:编制|编写|制作|形成)[^。\n]{0,40}公开[^。\n]{0,12}(?:报告|年报)[。,]"
)
_OTHERS = r"各(?:(?:有关|相关|直属|级)?(?:单位|部门|机关|行政机关)|乡镇?|镇街?|街道|[县市区]|[处科股]室)"
# Who says what a report is, that one is due, whether there is one, or that others have theirs.
_SAID_OF_REPORTS = expression(
    r"所称|是指|负责编制|应当?(?=[于在每按将向及编公])|必须|须(?=[于在每按将向及])|(?<!按)(?<!主)(?<!重)要(?=[于在每按将向及认抓])|请(?=[于在每按将各抓及]|认真)"
    rf"|{_OTHERS}[^。,\n]{{0,16}}(?:要(?!求)|应|须|向社会|陆续|日前|按)|是否|本报讯|记者|[检督]查组|进行了?(?:检查|督查|抽查)"
)
_OWN_VOICE = expression(r"现[将予就向]|特[此向]|兹将")
_MARKS_OF_END = "。\n;?!"
_ENDS = expression(f"[{_MARKS_OF_END}]")
# The articles of rules, also those whose lines a copy ran together: …制定本制度。第二条本制度所称….
_ARTICLES = expression(r"(?:^|。)[ \t]*第[一二三四五六七八九十百]{1,4}[条章](?![ \t]*第|[款项规的和及、,])", re.MULTILINE)
# What tells of the first months of a year at the beginning of a section, and what is to come in the same year.
_PART_OF_YEAR = expression(
    r"(?:20\d\d年|今年)?,?(?:截[至止]到?(?:20\d\d年)?(?:0?[369]月底|0?6月30日|上半年)|上半年|(?:前|第)?[一二三四]季度|(?:0?1|0?4|0?7)月?[-~—至到]+(?:0?[369])月)"
)
_TO_COME = expression(r"(?:下半年|下一?个?季度)[^。\n]{0,12}?(?:打算|计划|安排|思路|重点|措施|将|拟|继续)")
_WHOLE_YEAR = expression(
    r"全年|20\d\d年度|本年度|一年来|12月31日|1月?[-~—至到]+12月|第?四季度|(?<!\d)1[012]月|下半年[^。\n]{0,16}[了已]"
)
_BLANKS = expression(r"[ \t]+")
_MARKS = " \t|#*"
_PARTS = 2
_FOLLOWING = 2  # lines of a section in which it says of which time it tells
# A year that nobody filled in, and one that somebody did.
_OPEN_YEAR = expression(r"(?<![a-z\d])(?:20[12]?[xX×╳*]{1,2}|[xX×╳]{2,4})年")
_REAL_YEAR = expression(r"(?:19|20)\d\d|二[〇○零0O][〇○零0O一二三四五六七八九]")
# Sections of the form, by names that no other document has: with its number in brackets as well.
_OWN_PART = expression(
    r"^[ \t|#*]{0,40}(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十][、.,:]|[1-9][、.,])?[ \t]{0,8}"
    r"(?:(?:行政机关)?主动公开(?:政府)?信息(?:公开)?(?:的)?情况|(?:政府)?信息主动公开(?:的)?情况"
    r"|(?:收到和?)?(?:受理|处理|办理)(?:政府)?信息公开申请(?:的)?情况|(?:政府信息)?依申请公开(?:政府信息)?(?:办理|工作|受理)?(?:的)?情况"
    r"|(?:因)?政府信息公开(?:工作)?(?:被?申请|被?提起)?(?:的)?(?:行政)?(?:复议|诉讼)[^\n。;]{0,24}"
    r"|政府信息公开(?:工作)?(?:的)?收费[^\n。;]{0,12}|政府信息公开工作存在[^\n。;]{0,20}(?:问题|不足)[^\n。;]{0,12})[ \t|#*:。]{0,40}$",
    re.MULTILINE,
)
# What a notice of a report has that brings none: the notice's own sentence and an attachment.
_ATTACHED = expression(r"附件|下载|链接|\.(?:pdf|docx?|wps|xlsx?|ofd|zip|rar)")
_OF_NOTICE = expression(r"公布|发布|公告|公示|附件|下载|来源|日期|时间|浏览|索引|字号|打印|分享|首页|位置|文号|机构")
_SHORTEST_SENTENCE = 10  # characters


def says_it_follows(text: str) -> bool:
    """Tell whether a page says that its report follows: 现将…情况报告如下, 特向社会公布…年度报告; rules and orders only speak of reports."""
    return _FOLLOWS.search(text) is not None or any(_speaks(text, *said.span()) for said in _PUT_OUT.finditer(text))


def _speaks(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence about these words is an agency's own, and no definition, order, question or news."""
    begins = max(text.rfind(mark, 0, start) for mark in _MARKS_OF_END) + 1
    behind = _ENDS.search(text, end - 1)
    sentence = text[begins : behind.end() if behind else len(text)]
    return _SAID_OF_REPORTS.search(sentence) is None or _OWN_VOICE.search(sentence) is not None


def articles(folded: str) -> int:
    """Return how many articles or chapters the page has."""
    return len(_ARTICLES.findall(folded))


def has_own_part(folded: str) -> bool:
    """Tell whether a line is the name of one of the form's sections, whatever its number looks like: (三)依申请公开情况."""
    return _OWN_PART.search(folded) is not None


def of_a_part(folded: str, ranges: Iterable[tuple[int, int]]) -> bool:
    """Tell whether the sections tell of a part of a year: each of them, or one where the rest of the year is yet to come."""
    if _WHOLE_YEAR.search(folded):
        return False
    of_part = [_begins_with_part(folded[start:end]) for start, end in ranges if folded[start:end].strip()]
    return any(of_part) and (_TO_COME.search(folded) is not None or (sum(of_part) >= _PARTS and all(of_part)))


def _begins_with_part(section: str) -> bool:
    lines = [line.strip(_MARKS) for line in section.split("\n", 4 * _FOLLOWING) if line.strip(_MARKS)][:_FOLLOWING]
    return any(_PART_OF_YEAR.match(line) for line in lines)


def is_model(folded: str) -> bool:
    """Tell whether every year of the page is left open, as in a model: 201x年, ××年."""
    text = _BLANKS.sub("", folded)
    return _OPEN_YEAR.search(text) is not None and _REAL_YEAR.search(text) is None


def puts_out_only(folded: str) -> bool:
    """Tell whether a notice of a report has nothing but an attachment."""
    sentences = (said for line in folded.split("\n") for said in line.split("。")[:-1] if len(said) >= _SHORTEST_SENTENCE)
    return _ATTACHED.search(folded) is not None and all(_OF_NOTICE.search(sentence) for sentence in sentences)
