"""Which lines are headings of the form's sections? The official headings wherever they stand, and lines that say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, groupby

from gongkai.indexer.expressions import expression

__all__ = ["LEAD", "HeadingLine", "heading_lines", "official_headings"]

_ORDINAL = (
    r"第[一二三四五六]部分[、.,:]?|\([一二三四五六]\)|[一二三四五六七八九][、.,:]?|(?<!\d)[1-6][、.,]|[\u2160-\u2168][、.,:]?"
)
_YEAR = r"(?:20\d\d|二[〇○零0][〇○零一二三四五六七八九]{2})年度?"
LEAD = expression(rf"(?:(?P<ordinal>{_ORDINAL})(?:{_YEAR}|本年度?|全年)?的?)?$")
"""What stands before the words of a heading in squeezed text: its number, and the year where it is printed again."""

_TITLES = (
    ("overview", r"(?:政府信息公开(?:工作)?)?(?:总体情况|基本情况|工作概述|概述|总体工作情况)"),
    (
        "proactive",
        r"主动公开(?:政府)?信息(?:公开)?(?:的)?(?:工作)?情况|政府信息主动公开(?:工作)?情况|行政机关主动公开政府信息(?:的)?情况"
        r"|主动公开情况",
    ),
    (
        "requests",
        r"(?:行政机关)?(?:收到|受理)[和及与并、](?:办理|处理|受理)(?:政府)?信息(?:公开)?申请(?:的)?情况"
        r"|(?:收到和)?(?:处理|办理)(?:政府)?信息公开申请(?:的)?情况"
        r"|(?:政府信息)?依申请公开(?:政府信息)?(?:工作)?情况|政府信息公开申请(?:的)?(?:(?:收到|受理)[和及与])?(?:处理|办理)(?:的)?情况",
    ),
    (
        "review",
        r"(?:因)?政府信息公开(?:工作|类)?(?:被(?:申请|提起)|引发(?:的)?|引起(?:的)?)?(?:行政)?复议[、,和及]?(?:提起|被提起)?(?:行政)?诉讼(?:的)?情况"
        r"|(?:政府信息公开)?行政复议[、,和及]?(?:提起)?行政诉讼(?:的)?情况|复议[、,和]诉讼(?:的)?情况",
    ),
    (
        "problems",
        r"(?:政府信息公开工作|工作中|政务公开工作)?存在(?:的)?(?:主要)?问题(?:及|和|与|、)(?:其)?(?:改进|整改|下一步)(?:工作)?(?:情况|措施|打算|方向)?"
        r"|存在(?:的)?(?:主要)?(?:问题|不足)(?:及|和|与)(?:改进|下一步)\w{0,8}|(?:政府信息公开工作)?存在的主要问题(?:及改进情况)?",
    ),
    (
        "other",
        r"(?:其[他它])?需要?(?:报告|说明)(?:的)?(?:其[他它])?(?:事项|情况|事宜)|其[他它](?:需要?|应当?)?(?:报告|说明)(?:的)?(?:事项|情况)"
        r"|其[他它]事项",
    ),
)
# The official headings and their usual variants, in squeezed text; and how each of them begins, which is found sooner.
_HEADING = expression(
    "|".join(f"(?P<{key}>{pattern})" for key, pattern in _TITLES).replace("信息", "(?:信息|资讯)")  # as pages in Big5 have it
)
_BEGINS = expression(
    "政(?=府信息|府资讯|务公开工作存)|总(?=体)|基(?=本情)|工(?=作概|作中)|概(?=述)|主(?=动公开)|行(?=政机关|政复议)|收(?=到)|受(?=理)"
    "|处(?=理)|办(?=理)|依(?=申请)|因(?=政府)|复(?=议)|存(?=在)|其(?=[他它])|需"
)

# A heading in other words: a numbered line of its own.
_LINE = expression(
    r"^[ \t|#*>【\[]{0,200}(?P<ordinal>第[一二三四五六七八九十]部分[、.,:]?|[一二三四五六七八九十][、.,:]{1,2}"
    r"|[\u2160-\u2168][、.,:]?|[一二三四五六七八九十](?=[ \t]))"
    r"(?P<title>[^\n。;]{2,80}?)[ \t|#*】\]:。]{0,200}$",
    re.MULTILINE,
)
_IN_PARENTHESES = expression(
    r"^[ \t|#*>【\[]{0,200}(?P<ordinal>\([一二三四五六七八九十]\))(?P<title>[^\n。;]{2,44}?)[ \t|#*】\]:。]{0,200}$", re.MULTILINE
)
# Where the ordinal before it may stand: expressions that begin with the ordinal are found four times as fast.
_BEGINS_LINE = "|".join(rf"(?<=[ \t|#*>]{{{marks}}}..)(?<![^\n][ \t|#*>]{{{marks}}}..)" for marks in range(24))
_AFTER_SENTENCE = "|".join(rf"(?<=[。;!?][ \t]{{{spaces}}}..)" for spaces in range(5))
# One whose text goes on behind it on the same line, or that follows a sentence: pages whose breaks were lost.
_INLINE = expression(
    rf"(?P<ordinal>[一二三四五六七八九十]、)(?:(?<=[。;!? \t]..)|{_BEGINS_LINE})"
    r"(?P<title>[^\n。;:,]{1,34}?(?:情况|概[ \t]{0,4}述|概况|措施|问题|不足|事项|打算))(?=[ \t:。])"
)
# One between a sentence and its own text, with nothing between them: pages on one line.
_GLUED = expression(
    rf"(?P<ordinal>[一二三四五六七八九十]、)(?:{_AFTER_SENTENCE})"
    r"(?P<title>[^\n。;:,]{0,40}?(?:情况|概述|概况|(?:改进|整改|工作)?措施|(?:主要|存在的?)问题(?![和及与、])|报告的?事项|打算))(?![的下良较]|总体)"
)
_LONGEST = 44  # characters of a heading, spaces and readings apart
_NOTE = expression(r"(?<=..)\([^()]*\)$")  # 复议、诉讼和申诉的情况(公民、法人和其他组织…的情况)
_TITLE_ALONE = expression(rf"(?:{_YEAR}|本年度?|全年)?的?(?P<words>.*)")
# Rows of tables are numbered like headings, and so are the sentences of a list.
_NO_HEADING = expression(
    r"(?:数|数量|件|条|次|元|继续办理)$|[\d一二三四五六七八九十]+[件条次元]|,,|、、|!|\?|申请人|(?:通知|函|指南|目录)$"
)
_CUES = (
    (
        "other",
        expression(
            r"^(?:政府信息公开(?:工作)?)?(?:其[他它](?!.*(?:主动公开|申请|复议|诉讼))|(?:需要?|应当?)(?:报告|说明).*(?:事项|情况|事宜)$)"
        ),
    ),
    ("review", expression(r"复议|诉讼")),
    (
        "problems",
        expression(
            r"(?:存在|主要|有待|尚有|仍有|面临)(?:的)?[\u4e00-\u9fff]{0,10}?(?:问题|不足|困难|薄弱环节|差距|短板)"
            r"|^(?:工作)?(?:中的?)?(?:问题|不足|困难|差距)(?:及其?|和|与|、|以及)"
        ),
    ),
    ("proactive", expression(r"^[^依]{0,16}主动公开|^主动向?社?会?公开")),
    (
        "requests",
        expression(
            r"依申请|申请公开|公开申请|信息申请|(?:收到|受理|接收)(?:[和及与并、])?(?:处理|办理|受理|答复).{0,14}(?:申请|公开)|申请(?:的)?(?:受理|办理|处理|答复)"
        ),
    ),
    (
        "overview",
        expression(r"(?:总体|基本|整体)(?:公开|工作)?(?:开展|进展)?(?:情况|概况|概述)|概述$|概况$|^(?:总述|综述|总体情况)"),
    ),
)
_OVERVIEW = expression(r"(?:工作|信息公开|政务公开)的?(?:总体|整体)?(?:开展|进展|落实|推进|完成|运行|实施)?的?(?:总体)?情况$")


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A line that names a section in other words: `[start, end)` of the folded page, its number as printed."""

    section: str
    start: int
    end: int
    ordinal: str


def official_headings(squeezed: str) -> Iterator[re.Match[str]]:
    """Yield the official headings wherever they stand; the group that matched names the section."""
    end = 0
    for begin in _BEGINS.finditer(squeezed):
        if begin.start() >= end and (found := _HEADING.match(squeezed, begin.start())):
            end = found.end()
            yield found


def heading_lines(folded: str, *, in_parentheses: bool = False) -> Iterator[HeadingLine]:
    """Yield the numbered lines that name a section of the form, whatever words they use for it.

    Lines numbered (一) are headings only where the caller says so. Two lines in a row that name the same section are
    one section: 四、行政复议情况, 五、行政诉讼情况.
    """
    patterns = (_LINE, _INLINE, _GLUED, _IN_PARENTHESES) if in_parentheses else (_LINE, _INLINE, _GLUED)
    last = None
    found = sorted(chain.from_iterable(pattern.finditer(folded) for pattern in patterns), key=lambda line: line.start("ordinal"))
    for _, readings in groupby(found, key=lambda line: line.start("ordinal")):
        line, section = max(((line, _named(line)) for line in readings), key=lambda reading: reading[1] is not None)
        if section and section != last:
            yield HeadingLine(section, line.start("ordinal"), line.end("title"), line["ordinal"])
        last = section


def _named(line: re.Match[str]) -> str | None:
    title = re.sub(r"[\s|*#]", "", line["title"])
    words = _TITLE_ALONE.match(title)
    return _section(words["words"] if words else title, line["ordinal"])


def _section(title: str, ordinal: str) -> str | None:
    title = _NOTE.sub("", title) if len(title) > _LONGEST else title
    if not title or len(title) > _LONGEST or _NO_HEADING.search(title):
        return None
    found = next((section for section, cue in _CUES if cue.search(title)), None)
    return "overview" if found is None and ordinal.strip("(第")[0] in "一\u2160" and _OVERVIEW.search(title) else found
