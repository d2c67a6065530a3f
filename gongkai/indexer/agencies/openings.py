"""Where on a page does metadata stand? At both ends of its text, without what belongs to other pages of the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import takewhile

from gongkai.indexer.agencies.candidates import Candidate
from gongkai.indexer.agencies.listings import without_lists
from gongkai.indexer.agencies.moved import is_of_another_kind
from gongkai.indexer.agencies.outside_titles import named_around_title
from gongkai.indexer.agencies.own.by_the_way import named_by_the_way
from gongkai.indexer.agencies.own.own_pages import named_by_pages
from gongkai.indexer.agencies.stated import stated
from gongkai.indexer.expressions import expression
from gongkai.indexer.names.plain_text import READING, plain, without_conjunction, without_readings
from gongkai.indexer.names.slips import said_once
from gongkai.indexer.page import Page, Source
from gongkai.indexer.places.hosts import government_host
from gongkai.indexer.sections.site_lines import BESIDE

__all__ = ["NAMED", "Opening", "Recall"]

NAMED = 1600
"""Characters of the beginning in which names of agencies stand."""

_HEAD, _TAIL = 2500, 700  # characters: of the beginning, of the end
_LINE_WIDTH, _RAGGED, _LINES = 40, 4, 3  # columns: of a line of prose, short of a full one; lines
_SENTENCE_ENDS = ("。", ":", "：", ";", "；", "!", "?")
_TITLE_ENDS = ("报告", "年报")  # a line of a list of titles is no line of prose
# Other pages of the site: the one before and the one after this, and lists of more beside it.
_NEIGHBOUR = expression(
    r"[上下前后]一[篇条](?:文章)?\s*[::]?[^\n。]{0,70}?"
    r"(?:(?:报告|年报)(?:[ \t]*[\[(]?20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?[\])]?)?|没有了?|(?=[上下前后]一[篇条])|(?=\n)|$)"
)
_NEIGHBOUR_BELOW = expression(r"[上下前后]一[篇条][ \t]*[:：][ \t]*\n[^\n。]{0,70}(?:报告|年报)[^\n。]{0,20}(?=\n|$)")
_BESIDE = expression(rf"(?:{BESIDE}|相关(?:信息|内容)|延伸阅读|猜你喜欢)[ \t]*(?:[::]|\n|$)")
_CONTENT = 300  # characters before which nothing is beside a report
_SPACED = expression(r"(?<![\u3400-\u9fff])(?:[\u3400-\u9fff][ \u3000]){5,}[\u3400-\u9fff](?![\u3400-\u9fff])")  # 甲 县 教 育 局
_SPACED_TWICE = expression("[ \u3000][\u3400-\u9fff][ \u3000][\u3400-\u9fff][ \u3000]")  # stands in each, and is found sooner
_YEAR_GAP = expression(r"(20\d\d)[ \t\u3000]+(?=年)")
# What mirrors make of a period that lose characters: 20231月1日至12月31日, 201211日起至20121231日.
_LOST_YEAR = expression(r"(20[012]\d)(?<!\d{5})[ \t]*(?=1月1日(?:零时)?(?:起|至|到|[-~—])+(?:20[012]\d年?)?12月31日)")
_LOST_MONTHS = expression(r"(20[012]\d)(?<!\d{5})11日?((?:起|至|到|[-~—])+)\1年?1231(?!\d)日?")
_CHINESE_YEAR = expression(r"二[〇○零O0][〇○零O一二三四五六七八九]{2}(?=年(?![一二三四五六七八九十]{1,2}月))")
_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")
_URL_LINE = expression(r"(?:原文链接|链接地址|原文地址|网址|URL|url)\s*[::]\s*(https?://[^\s|]{8,300})")

Recall = Callable[[str], str | None]
"""Host → code of the place that its reports share, null when nothing is known."""


@dataclass(frozen=True)
class Opening:
    """Where metadata stands: the folded beginning and end of a page, the beginning as printed, the address."""

    head: str
    printed: str
    tail: str
    url: str | None
    meta: Mapping[str, str]
    remembered: str | None  # code of the place that the other reports of its host share

    @classmethod
    def of(cls, page: Page, source: Source, recall: Recall | None) -> Opening:
        """Cut the ends of a page; readings in parentheses after a character are dropped."""
        printed = page.text[:_HEAD]
        if "(" in printed or "（" in printed:
            printed = READING.sub("", printed)
        if beside := _BESIDE.search(printed, _CONTENT):
            printed = printed[: beside.start()]
        printed = printed[:_CONTENT] + _NEIGHBOUR_BELOW.sub("", printed[_CONTENT:])
        first = takewhile(lambda block: block.start < _HEAD, page.blocks)
        headings = [page.text[block.start : block.end] for block in first if block.kind == "heading"]
        tail = plain(page.text[-_TAIL:]).rstrip()
        printed = without_lists(_NEIGHBOUR.sub("", printed), "\n".join([page.title or source.title or "", *headings]), tail)
        printed = _LOST_MONTHS.sub(r"\1年1月1日\2\1年12月31日", _LOST_YEAR.sub(r"\1年", _YEAR_GAP.sub(r"\1", printed)))
        if _SPACED_TWICE.search(printed):
            printed = _SPACED.sub(lambda spaced: spaced[0].replace(" ", "").replace("\u3000", ""), printed)
        printed = _unwrapped(printed)
        head = without_conjunction(_CHINESE_YEAR.sub(lambda year: year[0].translate(_DIGITS), plain(printed)))
        line = _URL_LINE.search(head, 0, 800)
        url = page.url or source.url or (line[1] if line else None)
        host = government_host(url) if recall else None
        remembered = recall(host) if recall and host else None
        return cls(head, printed, tail, url, page.meta, remembered)

    @cached_property
    def stated(self) -> list[Candidate]:
        """The agencies that the page names as such."""
        head = self.head[:NAMED]
        named = (
            *stated(head, self.tail, self.meta),
            *named_by_the_way(head, self.url),
            *named_by_pages(head, self.url),
            *named_around_title(head),
        )
        printed = (replace(one, name=said_once(one.name, head)) for one in named)
        return [one for one in printed if not is_of_another_kind(one.name, head)]

    def without_readings(self, text: str, folded: str | None) -> str:
        """Return the page's text in which names are looked for; where copies print readings within names, 甲市乙區(qū), the head without them."""
        return plain(text, folded) if without_readings(text) is text else self.head

    def publishers(self) -> str:
        """Return the names of bodies that the page states, a line each."""
        return "\n".join(candidate.name for candidate in self.stated)


def _unwrapped(text: str) -> str:
    """Return the text with its paragraphs whole again, where a layout broke them into lines of one width."""
    lines = text.split("\n")
    widths = [  # only of lines that may be full: a character is two columns at most
        0
        if 2 * len(line) < _LINE_WIDTH - _RAGGED or "|" in line or line.count(":") + line.count("：") > 1
        else len(line.rstrip().encode("gbk", "replace"))
        for line in lines
    ]
    long = [width for width in widths if width >= _LINE_WIDTH]
    if len(long) < _LINES:
        return text
    full = max(long) - _RAGGED
    ends = _SENTENCE_ENDS + _TITLE_ENDS
    broken = [width >= full and not line.rstrip().endswith(ends) for line, width in zip(lines, widths, strict=True)]
    if sum(width >= full for width in long) * 2 < len(long) or sum(broken) < _LINES - 1:
        return text
    whole = [width >= full or line.rstrip().endswith(_SENTENCE_ENDS) for line, width in zip(lines, widths, strict=True)]
    joints = ("" if goes_on and after else "\n" for goes_on, after in zip(broken, [*whole[1:], False], strict=True))
    return "".join(line + end for line, end in zip(lines, joints, strict=True)).removesuffix("\n")
