"""Which text belongs to which section of the form?

Headings are found in squeezed text, at line starts or in the middle of a line; a chain of six in order is chosen
that is least like the list of sections in a preamble. Where headings are absent, tables and cue words place the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import Squeezed
from gongkai.indexer.sections.headings import LEAD, HeadingLine, heading_lines, official_headings
from gongkai.indexer.sections.site_lines import body_end, body_start
from gongkai.report import SECTIONS

__all__ = ["Layout", "find_sections"]

ORDER = tuple(SECTIONS)[1:]
_NUMERALS = ("一\u21601", "二\u21612", "三\u21623", "四\u21634", "五\u21645", "六\u21656")
_FIRST_OF_ORDINALS = "一二三四五六七八九十第\u2160\u2161\u2162\u2163\u2164\u2165\u2166\u2167\u2168"
_DIGITS = "一二三四五六七八九十"
_SETTLED = 3  # sections with numbers of one style: that is the page's style
_MOST_LINES = 1_000  # a report has six
_LEAD = 14  # characters before the words of a heading that its number and a year take at most
_LIST_AFTER = expression(r"[;、,/]|等|(?:和|以及|及)(?=主动|收到|政府|存在|其他)|共?六|[)》]")
_FEE = expression(r"信息处理费|信息公开(?:处理)?费|收取.{0,12}费用|费用的情况|需要报告的事项")
_PROBLEMS = expression(r"(?:存在|主要)(?:的)?(?:主要)?(?:问题|不足|困难)|改进(?:情况|措施|方向)|下一步")
_LINE = expression(r"[^\n]+")
_FIRST = expression(r"^[ \t|#*>]{0,200}(?P<ordinal>一、)[^\n。;]{2,44}$", re.MULTILINE)
_SUBSECTION = expression(r"^[ \t|#*>]{0,200}\([一二三四五六七]\)[^\n。;]{2,44}(?:$|。)", re.MULTILINE)
_BEGINS_ANEW = {"(": expression(r"^[ \t]*\(一\)", re.MULTILINE), "1": expression(r"^[ \t]*1[、.,]", re.MULTILINE)}
_ITSELF = expression(
    r"条例|本(?:年度)?(?:报告|年报)|统计(?:期限|时限|时间|数据)|如下[:。]?$|社会(?:公布|公开)|现(?:公布|予公布|将)"
)


@dataclass(frozen=True, slots=True)
class _Heading:
    section: str
    start: int  # offsets in the page
    end: int
    worth: float
    number: int = 0  # 三、, (三) and 3. are 3
    style: str = ""  # 一 for 三、 and 第三部分, ( for (三), 1 for 3.


@dataclass(frozen=True, slots=True)
class Layout:
    """The sections of a page: `[start, end)` ranges of its text, and how many headings were printed."""

    ranges: dict[str, list[tuple[int, int]]]
    headings: int


def find_sections(page: Squeezed, folded: str, tables: dict[str, tuple[int, int]]) -> Layout:
    """Divide the page; `tables` maps a section key to the range of its table."""
    tables = {key: span for key, span in tables.items() if key in ORDER}
    candidates = _candidates(page, folded, tables)
    chain = _with_others_in_place(_chain(candidates), candidates)
    starts = {heading.section: heading.start for heading in chain}
    if not starts and not tables:
        return _without_headings(folded)
    _place_by_content(starts, folded, tables)
    if "overview" not in starts and starts and (opening := _opening(folded, min(starts.values()), chain)) is not None:
        starts["overview"] = opening
    bounds = sorted((_with_markup(folded, start), key) for key, start in starts.items())
    ranges: dict[str, list[tuple[int, int]]] = {}
    if bounds and bounds[0][0] > 0:
        ranges["preamble"] = [(body_start(folded, bounds[0][0]), bounds[0][0])]
    behind = max([*(heading.end for heading in chain), *(end for _, end in tables.values()), *starts.values()], default=0)
    for (start, key), end in zip(bounds, [*(b[0] for b in bounds[1:]), body_end(folded, behind)], strict=True):
        ranges[key] = [(start, end)]
    return Layout(ranges, len(chain))


def _without_headings(folded: str) -> Layout:
    """Return a page that names no section: its narrative, from 一、 on, is section one."""
    first = _FIRST.search(folded)
    if first is None:
        return Layout({"preamble": [(0, len(folded))]}, 0)
    start = _with_markup(folded, first.start("ordinal"))
    ranges = {"overview": [(start, body_end(folded, start))]}
    return Layout(({"preamble": [(body_start(folded, start), start)]} if start else {}) | ranges, 0)


def _candidates(page: Squeezed, folded: str, tables: dict[str, tuple[int, int]]) -> list[_Heading]:
    """Return what may be a heading, in printed order: the official words anywhere, other words on numbered lines."""
    found: dict[tuple[str, int], _Heading] = {}
    for match in official_headings(page.text):
        lead = LEAD.search(page.text, max(0, match.start() - _LEAD), match.start())
        if match.lastgroup is None or lead is None:
            continue
        start, end = page.span(lead.start(), match.end())
        worth = _worth(lead["ordinal"] or "", match.lastgroup, folded, start, end)
        found[match.lastgroup, start] = _Heading(match.lastgroup, start, end, worth, *_number(lead["ordinal"] or ""))
    for line in _lines(folded):
        if (line.section, line.start) not in found or found[line.section, line.start].end < line.end:
            worth = _worth(line.ordinal, line.section, folded, line.start, line.end)
            found[line.section, line.start] = _Heading(line.section, line.start, line.end, worth, *_number(line.ordinal))
    outside = (h for h in found.values() if not any(low <= h.start < high for low, high in tables.values()))
    found_in_order = sorted((heading for heading in outside if heading.worth > 0), key=lambda heading: heading.start)
    return _of_one_style(_without_subsections(found_in_order, folded))


def _lines(folded: str) -> list[HeadingLine]:
    """Return the heading lines; those numbered (一) where no others are and the first of them is section one."""
    lines = list(islice(heading_lines(folded), _MOST_LINES))
    if len({line.section for line in lines}) >= _SETTLED:
        return lines
    others = list(islice(heading_lines(folded, in_parentheses=True), _MOST_LINES))
    is_first = any(line.section == "overview" and line.ordinal == "(一)" for line in others)
    return others if is_first else lines


def _number(ordinal: str) -> tuple[int, str]:
    """Return the number of a heading and the style it is written in."""
    digit = re.search("[1-6\u2160-\u2168]|[一二三四五六七八九十]", ordinal)
    if digit is None:
        return 0, ""
    if digit.group() in _DIGITS:
        return _DIGITS.index(digit.group()) + 1, "(" if ordinal[0] == "(" else "一"
    return int(unicodedata.numeric(digit.group())), "1" if digit.group() in "123456" else "一"


def _without_subsections(headings: list[_Heading], folded: str) -> list[_Heading]:
    """Leave out (二)主动公开情况 where (一) stands between it and the 一、总体情况 before it: the numbers begin anew there."""
    styles = {heading.style for heading in headings}.intersection(_BEGINS_ANEW)
    begins = {style: [line.start() for line in _BEGINS_ANEW[style].finditer(folded)] for style in styles}
    left_out: set[int] = set()
    above: int | None = None
    for i, heading in enumerate(headings):
        if heading.style == "一":
            above = heading.start
        elif above is not None and heading.style in begins:
            before = begins[heading.style]
            last = bisect_left(before, heading.start) - 1
            if heading.number == 1 or (last >= 0 and before[last] >= above):
                left_out.add(i)
    left_out -= _sections_after_all(headings, left_out)
    return [heading for i, heading in enumerate(headings) if i not in left_out]


def _sections_after_all(headings: list[_Heading], left_out: set[int]) -> set[int]:
    """Return which are the form's sections below a heading of the whole page: most bear the number that the form gives them.

    (二)主动公开, (三)依申请公开 alone may be section one's; none is where sections of the page are numbered 二、 too.
    """
    found: set[int] = set()
    if any(heading.style == "一" and heading.number > 1 for heading in headings):
        return found
    for style in _BEGINS_ANEW:
        own = {i for i in left_out if headings[i].style == style and headings[i].number == ORDER.index(headings[i].section) + 1}
        later = {headings[i].section for i in own} - {"overview"}
        if len(later) >= _SETTLED:
            found |= own
    return found


def _of_one_style(headings: list[_Heading]) -> list[_Heading]:
    """Leave out what the page's style of numbers tells to be subsections: (四) and 2. where sections are numbered 一、."""
    plain = {heading.section for heading in headings if heading.style == "一"}
    if len(plain) < _SETTLED:
        return headings
    return [h for h in headings if h.style != "(" and (h.style != "1" or h.number == ORDER.index(h.section) + 1)]


def _worth(ordinal: str, key: str, folded: str, start: int, end: int) -> float:
    """Weigh a heading: its number, standing on a line of its own, and not being an item of a list of headings."""
    before = folded[max(0, start - 12) : start].rstrip(" \t*#|、")  # 、主动公开政府信息情况: its number was lost
    after = folded[end : end + 12].lstrip(" \t*#|:。")
    at_line_start = not before or before.endswith("\n")
    at_line_end = not after or after.startswith("\n")
    expected = _NUMERALS[ORDER.index(key)]
    worth = 0.0
    if ordinal.startswith("(") and expected[0] not in ordinal:
        return 0  # a subsection of section one: (一)主动公开情况
    if ordinal.endswith((",", ":")) and before[-1:] == "第":
        return 0  # an item of a list: 第一,主动公开情况
    if ordinal:
        if any(numeral in ordinal for numeral in expected[:2]):
            worth += 5.5 if ordinal[0] == "(" else 6  # 一、概述 before its own (一)基本情况
        else:
            worth += 3 if ordinal[0] in _FIRST_OF_ORDINALS else 1 if expected[2] in ordinal else -2
    worth += 4 if at_line_start else 1 if before[-1:] in "。.;!?:" else 0
    worth += 3 if at_line_end else 0
    if not at_line_end and _LIST_AFTER.match(after):
        worth -= 6
    if not ordinal and not (at_line_start and at_line_end):
        return 0
    return worth


def _chain(headings: list[_Heading]) -> list[_Heading]:
    """Return the ordered headings of the greatest worth, at most one a section."""
    best: list[tuple[float, int]] = []
    places = [ORDER.index(heading.section) for heading in headings]
    for i, heading in enumerate(headings):
        score, before = heading.worth, -1
        for j in range(i - 1, max(-1, i - 40), -1):
            earlier = headings[j]
            if places[j] < places[i]:
                apart = (1.5 if heading.start - earlier.end > 30 else -2.5) + _counts_on(earlier, heading)
                if best[j][0] + heading.worth + apart > score:
                    score, before = best[j][0] + heading.worth + apart, j
        best.append((score, before))
    if not best:
        return []
    i = max(range(len(best)), key=lambda i: (best[i][0], i))
    chain = []
    while i >= 0:
        chain.append(headings[i])
        i = best[i][1]
    return chain[::-1]


def _counts_on(earlier: _Heading, later: _Heading) -> float:
    """Weigh two numbers in a row: 五 after 四 goes on, 一 after 四 is within it."""
    if not earlier.number or not later.number or earlier.style != later.style:
        return 0
    return 1 if later.number == earlier.number + 1 else 0 if later.number > earlier.number else -4


def _with_others_in_place(chain: list[_Heading], candidates: list[_Heading]) -> list[_Heading]:
    """Add sections that the page prints in another order than the form: their number tells that they are no subsections."""
    chain = list(chain)
    for heading in candidates:
        if heading.style != "一" or any(heading.section == other.section for other in chain):
            continue
        earlier = [other.number for other in chain if other.start < heading.start and other.style in ("一", "")]
        later = [other.number for other in chain if other.start > heading.start and other.style in ("一", "")]
        if (earlier or [0])[-1] < heading.number < (later or [heading.number + 1])[0]:
            chain.append(heading)
            chain.sort(key=lambda one: one.start)
    return [_first_of_its_section(heading, before, candidates) for before, heading in zip([None, *chain], chain, strict=False)]


def _first_of_its_section(heading: _Heading, before: _Heading | None, candidates: list[_Heading]) -> _Heading:
    """Return the heading with which its section begins: 二、依申请公开办理情况 goes with 三、依申请公开收费情况."""
    start, number = (before.start, before.number) if before else (0, 0)
    same = (h for h in candidates if h.section == heading.section and h.style == heading.style == "一")
    return next((h for h in same if start < h.start < heading.start and number < h.number < heading.number), heading)


def _place_by_content(starts: dict[str, int], folded: str, tables: dict[str, tuple[int, int]]) -> None:
    """Place the sections whose headings are absent: by their table, and by what the lines behind the tables say."""
    for key, (start, _) in tables.items():
        if key not in starts and _in_order(key, start, starts):
            starts[key] = start
    last_table = max((end for _, end in tables.values()), default=None)
    if last_table is None:
        return
    if "problems" not in starts and "other" not in starts:
        later = [start for start in starts.values() if start > last_table]
        for line in _LINE.finditer(folded, last_table, min(later, default=len(folded))):
            if "problems" not in starts and _PROBLEMS.search(line.group()[:40]):
                starts["problems"] = line.start()
            elif _FEE.search(line.group()):
                starts["other"] = line.start()
                break
    elif "other" not in starts:
        for line in _LINE.finditer(folded, starts["problems"]):
            if _FEE.search(line.group()) and line.start() > starts["problems"] and len(line.group()) < 200:
                starts["other"] = line.start()
                break


def _in_order(key: str, start: int, starts: dict[str, int]) -> bool:
    """Tell whether a section may begin at `start`, given where its neighbours begin."""
    place = ORDER.index(key)
    earlier: Iterable[int] = (at for other, at in starts.items() if ORDER.index(other) < place)
    later: Iterable[int] = (at for other, at in starts.items() if ORDER.index(other) > place)
    return all(at <= start for at in earlier) and all(at >= start for at in later)


def _opening(folded: str, before: int, chain: list[_Heading]) -> int | None:
    """Return where the narrative begins when no heading we know says so: at 一、 in other words, else at the first long line or (一).

    What a report says of itself is its preamble; before a section that is numbered 一 there is nothing else.
    """
    if chain and chain[0].number == 1 and chain[0].start <= before:
        return None
    if first := _FIRST.search(folded, 0, before):
        return first.start("ordinal")
    part = _SUBSECTION.search(folded, 0, before)  # of a page that begins within section one
    lines = _LINE.finditer(folded, 0, part.start() if part else before)
    long = (line.start() for line in lines if len(line.group()) >= 40 and not _ITSELF.search(line.group()))
    return next(long, part.start() if part else None)


def _with_markup(folded: str, start: int) -> int:
    """Return where the line begins when only marks of emphasis stand before `start` on it."""
    line = folded.rfind("\n", 0, start) + 1
    return line if not folded[line:start].strip(" \t#*>【[") else start
