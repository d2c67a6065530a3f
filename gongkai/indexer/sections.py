"""Which text belongs to which section of the form?

Headings are found in squeezed text, at line starts or in the middle of a line; a chain of six in order is chosen
that is least like the list of sections in a preamble. Where headings are absent, tables and cue words place the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.indexer.fold import Squeezed
from gongkai.report import SECTIONS

__all__ = ["Layout", "find_sections"]

ORDER = tuple(SECTIONS)[1:]
_ORDINAL = re.compile(r"(?:第[一二三四五六]部分[、.,:]?|\([一二三四五六]\)|[一二三四五六七八九][、.,:]?|(?<!\d)[1-6][、.,])$")
_TITLES = (
    ("overview", r"(?:政府信息公开(?:工作)?)?(?:总体情况|基本情况|工作概述|概述|总体工作情况)"),
    (
        "proactive",
        r"主动公开(?:政府)?信息(?:的)?(?:工作)?情况|政府信息主动公开(?:工作)?情况|行政机关主动公开政府信息(?:的)?情况"
        r"|主动公开情况",
    ),
    (
        "requests",
        r"收到和(?:办理|处理)政府信息公开申请(?:的)?情况|(?:收到和)?(?:处理|办理)(?:政府)?信息公开申请(?:的)?情况"
        r"|(?:政府信息)?依申请公开(?:政府信息)?(?:工作)?情况|政府信息公开申请(?:的)?(?:收到和)?(?:处理|办理)情况",
    ),
    (
        "review",
        r"(?:因)?政府信息公开(?:工作)?(?:被(?:申请|提起))?行政复议[、,和及]?(?:提起|被提起)?(?:行政)?诉讼(?:的)?情况"
        r"|(?:政府信息公开)?行政复议[、,和及]?(?:提起)?行政诉讼(?:的)?情况|复议[、,和]诉讼(?:的)?情况",
    ),
    (
        "problems",
        r"(?:政府信息公开工作|工作中|政务公开工作)?存在(?:的)?(?:主要)?问题(?:及|和|与|、)(?:其)?(?:改进|整改|下一步)(?:工作)?(?:情况|措施|打算|方向)?"
        r"|存在(?:的)?(?:主要)?(?:问题|不足)(?:及|和|与)(?:改进|下一步)\w{0,8}|(?:政府信息公开工作)?存在的主要问题(?:及改进情况)?",
    ),
    ("other", r"(?:其他)?需要报告(?:的)?(?:其他)?(?:事项|情况|事宜)|其他(?:需要)?(?:报告|说明)(?:的)?(?:事项|情况)|其他事项"),
)
_HEADING = re.compile(
    "(?=[政总基工概主行收处办依因复存其需])(?:" + "|".join(f"(?P<{key}>{pattern})" for key, pattern in _TITLES) + ")"
)
_LIST_AFTER = re.compile(r"[;、,/]|等|(?:和|以及|及)(?=主动|收到|政府|存在|其他)|共?六|[)》]")
_FEE = re.compile(r"信息处理费|信息公开(?:处理)?费|收取.{0,12}费用|费用的情况|需要报告的事项")
_PROBLEMS = re.compile(r"(?:存在|主要)(?:的)?(?:主要)?(?:问题|不足|困难)|改进(?:情况|措施|方向)|下一步")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class _Heading:
    section: str
    start: int  # offsets in the page
    end: int
    worth: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The sections of a page: `[start, end)` ranges of its text, and how many headings were printed."""

    ranges: dict[str, list[tuple[int, int]]]
    headings: int


def find_sections(page: Squeezed, folded: str, tables: dict[str, tuple[int, int]]) -> Layout:
    """Divide the page; `tables` maps a section key to the range of its table."""
    tables = {key: span for key, span in tables.items() if key in ORDER}
    chain = _chain(_candidates(page, folded, tables))
    starts = {heading.section: heading.start for heading in chain}
    if not starts and not tables:
        return Layout({"preamble": [(0, len(folded))]}, 0)
    _place_by_content(starts, folded, tables)
    bounds = sorted((start, key) for key, start in starts.items())
    ranges: dict[str, list[tuple[int, int]]] = {}
    if bounds and bounds[0][0] > 0:
        ranges["preamble"] = [(0, bounds[0][0])]
    for (start, key), end in zip(bounds, [*(b[0] for b in bounds[1:]), len(folded)], strict=True):
        ranges[key] = [(start, end)]
    return Layout(ranges, len(chain))


def _candidates(page: Squeezed, folded: str, tables: dict[str, tuple[int, int]]) -> list[_Heading]:
    found = []
    for match in _HEADING.finditer(page.text):
        key = match.lastgroup
        if key is None:
            continue
        ordinal = _ORDINAL.search(page.text, max(0, match.start() - 5), match.start())
        start, end = page.span(ordinal.start() if ordinal else match.start(), match.end())
        if any(low <= start < high for low, high in tables.values()):
            continue
        worth = _worth(ordinal.group() if ordinal else "", key, folded, start, end)
        if worth > 0:
            found.append(_Heading(key, start, end, worth))
    return found


def _worth(ordinal: str, key: str, folded: str, start: int, end: int) -> float:
    """Weigh a heading: its number, standing on a line of its own, and not being an item of a list of headings."""
    before = folded[max(0, start - 12) : start].rstrip(" \t*#|")
    after = folded[end : end + 12].lstrip(" \t*#|")
    at_line_start = not before or before.endswith("\n")
    at_line_end = not after or after.startswith("\n")
    expected = "一二三四五六"[ORDER.index(key)]
    worth = 0.0
    if ordinal.startswith("(") and expected not in ordinal:
        return 0  # a subsection of section one: (一)主动公开情况
    if ordinal:
        worth += 6 if expected in ordinal else 3 if ordinal[0] in "一二三四五六七八九第" else -2
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
    for i, heading in enumerate(headings):
        score, before = heading.worth, -1
        for j in range(i - 1, max(-1, i - 40), -1):
            earlier = headings[j]
            if ORDER.index(earlier.section) < ORDER.index(heading.section):
                apart = 1.5 if heading.start - earlier.end > 30 else -3
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


def _place_by_content(starts: dict[str, int], folded: str, tables: dict[str, tuple[int, int]]) -> None:
    """Place the sections whose headings are absent: by their table, and by what the lines behind the tables say."""
    for key, (start, _) in tables.items():
        if key not in starts and _in_order(key, start, starts):
            starts[key] = start
    if "overview" not in starts and starts:
        first = min(starts.values())
        opening = _first_line(folded, first)
        if opening is not None:
            starts["overview"] = opening
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


def _first_line(folded: str, before: int) -> int | None:
    """Return where the narrative begins when no heading says so: the first long line."""
    for line in _LINE.finditer(folded, 0, before):
        if len(line.group()) >= 40:
            return line.start()
    return None
