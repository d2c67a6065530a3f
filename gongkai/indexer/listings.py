"""Which lines on a page list other reports beside its own? Other agencies' of this year, or other years' of this agency.

A list is two entries or more, a line each. The page's own title is the entry whose agency or year the rest of the page
speaks of, or the one that a label of the head follows: 发布日期.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.indexer.dates import report_year, year_in_title
from gongkai.indexer.fold import fold
from gongkai.indexer.titles import agency_in

__all__ = ["without_lists"]

_LINE = re.compile(r"[^\n]*[^\s|][^\n]*")
_LONGEST = 60  # characters of an entry
_LONG_RUN = 3  # entries
_STEM = 2  # characters that tell the place in a name: 裕安区司法局 on a page that says 裕安司法
_TITLED = re.compile(r"公[开開][^\n:。;：；]{0,20}(?:[报報]告|年[报報])[^\n:。;：；]{0,30}$", re.MULTILINE)
_ENTRY = re.compile(
    r"[\W\d]*(?P<title>(?:20\d\d|[\u3400-\u9fff])[^:。;\n]{4,}?(?:信息|资讯|政务)公开[^:。;\n]{0,12}?(?:报告|年报)(?:\([^()]{1,10}\))?)"
    r"[\s|]*(?:[\[(]?20\d\d[-./年]\d\d?[-./月]\d\d?日?[\])]?)?[\s|]*"
)
_LABEL = re.compile(
    r"\s*[\[(【|]?\s*(?:发\s*布|公\s*开|公\s*布|来\s*源|信息来源|文章来源|稿件来源|时\s*间|日\s*期|作\s*者|索\s*引|发\s*文|字\s*[体号]|打\s*印|(?:浏\s*览|点\s*击|访\s*问|阅\s*读)\s*[次量数率]"
    r"|20\d\d\s*[-年./]\s*\d)"
)
_HEADER = re.compile(r"(?:相关|热点|热门|推荐|更多|最新|延伸|其他|猜你)[\u3400-\u9fff]{0,6}[::]?\s*$")


@dataclass(frozen=True, slots=True)
class _Entry:
    start: int
    end: int
    agency: str
    year: int | None


def without_lists(text: str, called: str) -> str:
    """Return the beginning of a page without the titles of other reports beside its own; `called`: its title and headings."""
    if len(_TITLED.findall(text)) < 2:  # most pages
        return text
    runs = list(_runs(text))
    for run in reversed([run for run in runs if _differ(run)]):
        keep = _own(run, text, fold(called), alone=len(runs) == 1)
        for entry in reversed(run):
            if entry not in keep:
                text = text[: entry.start] + text[entry.end :]
    return text


def _runs(text: str) -> Iterator[list[_Entry]]:
    """Yield the entries that stand line after line, blank lines aside."""
    run: list[_Entry] = []
    for line in _LINE.finditer(text):
        if entry := _entry(line):
            run.append(entry)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _entry(line: re.Match[str]) -> _Entry | None:
    text = line[0]
    if len(text.strip(" |\t")) > _LONGEST or "公" not in text or not ("报" in text or "報" in text):
        return None
    if not (entry := _ENTRY.fullmatch(fold(text))):
        return None
    agency = agency_in(entry["title"])
    return _Entry(line.start(), line.end(), agency, year_in_title(entry["title"])) if agency else None


def _differ(run: list[_Entry]) -> bool:
    """Tell whether the entries are of several agencies or of several years."""
    agencies = [entry.agency for entry in run]
    others = any(first not in second and second not in first for first in agencies for second in agencies)
    return others or len({entry.year for entry in run if entry.year}) > 1


def _own(run: list[_Entry], text: str, called: str, *, alone: bool) -> list[_Entry]:
    """Return the entries of a list that are the page's own title; none when it stands elsewhere."""
    rest = fold(text[: run[0].start] + text[run[-1].end :])
    several = len({entry.agency for entry in run}) > 1
    year, _ = report_year(None, rest)
    for own in (
        [entry for entry in run if entry.agency in called and (several or str(entry.year) in called)],
        [entry for entry in run if (entry.agency in rest if several else entry.year == year)],
        [entry for entry in run if several and entry.agency[:_STEM] in rest],
    ):
        if len({(entry.agency, entry.year) for entry in own}) == 1:
            return own
    if alone and _LABEL.match(fold(text[run[-1].end : run[-1].end + 20])):
        return run[-1:]
    listed = not alone or len(run) >= _LONG_RUN or _HEADER.search(fold(text[max(0, run[0].start - 20) : run[0].start]).rstrip())
    return [] if several and listed else run[-1:]
