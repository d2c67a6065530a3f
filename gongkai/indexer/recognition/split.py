"""Does the page hold several reports? Each begins with a title of its own and has sections and tables of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from gongkai.indexer.dates.dates import year_in_title
from gongkai.indexer.expressions import expression
from gongkai.indexer.page import DATE_META, TITLE_META, Block, Page, Table
from gongkai.indexer.titles.title_words import agency_in
from gongkai.indexer.titles.titles import title_lines

__all__ = ["split_page", "without_running_titles"]

_TITLE = expression(
    r"^[ \t#*|]*[^\n。;；|]{0,40}(?:19|20)\d{2}\s*年?(?:度)?[^\n。;；|]{0,20}"
    r"政府信息公开(?:工作)?(?:情况)?年度?(?:工作)?(?:报告|年报)[ \t*|]*$",
    re.MULTILINE,
)
_SHORTEST = 600  # characters: an outline of a report is no report
_MOST_TITLES = 300  # a page with more titles is a list
_TABLE = "本年新收"
_OVERVIEW, _FURTHEST = "总体情况", 1500  # characters between a report's title and the heading of its first section
_SECTIONS = (_OVERVIEW, "需要报告")
# Of a report from before the tables, which may be short; an outline has no sentences.
_OLD_SECTION = expression(
    r"^[ \t#*|]*[一二三四五六七八九]、[^\n。]{0,30}(?:主动公开|申请|复议|诉讼|收费|问题|不足)", re.MULTILINE
)
_OLD_SECTIONS = 3
_ORDINAL = expression(r"^[ \t#*|]*([一二三四五六七八九十]{1,3})、", re.MULTILINE)
_OF_THE_FIRST = frozenset((*DATE_META, *TITLE_META))  # metadata of a page's article


class _Whose(NamedTuple):
    """Whose report a title names, and of which year."""

    agency: str
    year: int | None

    def may_be(self, other: _Whose) -> bool:
        return self.year == other.year and (not self.agency or not other.agency or self.agency == other.agency)

    def may_be_short_for(self, other: _Whose) -> bool:
        return self.year == other.year and (self.agency in other.agency or other.agency in self.agency)


def split_page(page: Page, folded: str) -> list[Page]:
    """Return the page, or one page a report when it holds several."""
    starts: list[int] = []
    said: set[_Whose] = set()
    titles: list[tuple[int, int, _Whose]] = []
    for start, end, title in islice(title_lines(folded), _MOST_TITLES):
        whose = _Whose(agency_in(title), year_in_title(title))
        again = any(map(whose.may_be, said)) and not _begins(folded, end)
        titles.append((start, end, whose))
        said.add(whose)
        if not starts or (not again and _is_report(folded[starts[-1] : start]) and _counts_anew(folded, end)):
            starts.append(start)
    if len(starts) > 1 and not _is_report(folded[starts[-1] :]):
        starts.pop()
    if len(starts) < 2:
        return [page]
    bounds = [_first_start(titles, starts, folded), *starts[1:], len(folded)]
    return [_part(page, start, end) for start, end in pairwise(bounds)]


def _first_start(titles: Sequence[tuple[int, int, _Whose]], starts: Sequence[int], folded: str) -> int:
    """Return where the first of several reports begins: with the page, or below a title of the page's that is another report's."""
    (start, _, first), *others = titles
    for other, end, whose in others:
        if other >= starts[1] or _OVERVIEW in folded[start:other]:
            break
        if not whose.may_be_short_for(first) and _begins(folded, end):
            return other
    return 0


def without_running_titles(folded: str) -> str:
    """Return one report's text with its title as spaces where it is printed again further down: the running head of a page."""
    title = _TITLE.search(folded)
    if title is None or folded.find(_line(title), title.end() + _SHORTEST) < 0:
        return folded
    first = title.end() + _SHORTEST
    again = re.compile(rf"^[ \t#*|]*{re.escape(_line(title))}[ \t*|]*$", re.MULTILINE)
    return folded[:first] + again.sub(lambda line: " " * len(line.group()), folded[first:])


def _line(title: re.Match[str]) -> str:
    return title.group().strip(" \t#*|")


def _begins(folded: str, at: int) -> bool:
    """Tell whether a report begins there, and no page within one: its first section comes, and no table before."""
    overview, table = folded.find(_OVERVIEW, at, at + _FURTHEST), folded.find(_TABLE, at)
    return overview >= 0 and (table < 0 or overview < table)


def _counts_anew(folded: str, at: int) -> bool:
    """Tell whether the sections below are a report's first ones: a running head in other words stands before the fourth."""
    heading = _ORDINAL.search(folded, at)
    return heading is None or heading[1] == "一" or _begins(folded, at)


def _is_report(text: str) -> bool:
    whole = len(text) >= _SHORTEST and (_TABLE in text or all(word in text for word in _SECTIONS))
    return whole or (len(_OLD_SECTION.findall(text)) >= _OLD_SECTIONS and text.count("。") > _OLD_SECTIONS)


def _part(page: Page, start: int, end: int) -> Page:
    blocks = tuple(Block(b.start - start, b.end - start, b.kind) for b in page.blocks if start <= b.start < end)
    spans = ((table, span) for table in page.tables if (span := table.span))
    tables = tuple(_moved(table, start) for table, (first, last) in spans if start <= first and last <= end)
    if not start:
        return Page(page.text[start:end], blocks, tables, page.title, page.url, page.meta)
    meta = {name: content for name, content in page.meta.items() if name not in _OF_THE_FIRST}
    return Page(page.text[start:end], blocks, tables, None, page.url, meta)


def _moved(table: Table, start: int) -> Table:
    return Table(tuple(tuple(c._replace(start=c.start - start, end=c.end - start) for c in row) for row in table.rows))
