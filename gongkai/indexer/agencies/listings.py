"""Which lines on a page list other reports beside its own? Other agencies' of this year, or other years' of this agency.

A list is two entries or more, a line each. The page's own title is the entry that a heading repeats, whose agency signs,
publishes or compiles the report, whose year is the period's, or the one that a label of the head follows: 发布日期. Agencies
and years that the text only mentions tell nothing: superiors, their sites, the year compared with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.indexer.agencies.candidates import Candidate
from gongkai.indexer.agencies.stated import stated
from gongkai.indexer.agencies.subjects import COMPILES
from gongkai.indexer.dates.dates import report_year, year_in_title
from gongkai.indexer.dates.publication import published_on
from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import fold
from gongkai.indexer.names.kinds import kind_of
from gongkai.indexer.titles.title_words import agency_in

__all__ = ["without_lists"]

_LINE = expression(r"[^\n]*[^\s|][^\n]*")
_LONGEST = 60  # characters of an entry
_LONG_RUN = 3  # entries
_ACTS = 5  # weight of a sentence that names who acts: 2023年,裕安区司法局坚持…
_GOVERNMENT = expression(r"(?:人民)?政府$|办事处$")
_TOWN = expression(r"(?:镇|乡|苏木|街道)(?:人民政府|办事处)?$")
_BELOW = expression(r"[我本](?:局|厅|镇|乡|街道|委(?!员)|办(?![事理公学]))")
_PIECE = expression(r"[\n_|]|-(?=\D)")  # between the parts of a title of HTML
_TITLED = expression(r"公[开開][^\n:。;：；]{0,20}(?:[报報]告|年[报報])[^\n:。;：；]{0,30}$", re.MULTILINE)
_ENTRY = expression(
    r"[\W\d]*(?!(?:发布|公布|公开|生成|成文)(?:日期|时间))(?P<title>(?:20\d\d|[\u3400-\u9fff])[^:。;\n]{4,}?(?:信息|资讯|政务)公开[^:。;\n]{0,12}?(?:报告|年报)(?:\([^()]{1,10}\))?)"
    r"[\s|]*(?:[\[(]?20\d\d[-./年]\d\d?[-./月]\d\d?日?[\])]?)?[\s|]*"
)
_LABEL = expression(
    r"\s*[\[(【|]?\s*(?:发\s*布|公\s*开|公\s*布|来\s*源|信息来源|文章来源|稿件来源|时\s*间|日\s*期|作\s*者|索\s*引|发\s*文|字\s*[体号]|打\s*印|(?:浏\s*览|点\s*击|访\s*问|阅\s*读)\s*[次量数率]"
    r"|20\d\d\s*[-年./]\s*\d)"
)
_HEADER = expression(r"(?:相关|热点|热门|推荐|更多|最新|延伸|其他|猜你)[\u3400-\u9fff]{0,6}[::]?\s*$")


@dataclass(frozen=True, slots=True)
class _Entry:
    start: int
    end: int
    agency: str
    year: int | None


def without_lists(text: str, called: str, tail: str = "") -> str:
    """Return the beginning of a page without the titles of other reports beside its own; `called`: its title and headings.

    `tail` is the folded end of the page, with the signature.
    """
    if len(_TITLED.findall(text)) < 2:  # most pages
        return text
    runs = list(_runs(text))
    for run in reversed([run for run in runs if _differ(run)]):
        keep = _own(run, text, fold(called), tail, alone=len(runs) == 1)
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


def _own(run: list[_Entry], text: str, called: str, tail: str, *, alone: bool) -> list[_Entry]:
    """Return the entries of a list that are the page's own title: none when it stands elsewhere, all when nothing tells."""
    rest = fold(text[: run[0].start] + text[run[-1].end :])
    several = len({entry.agency for entry in run}) > 1
    listed = not alone or len(run) >= _LONG_RUN or _HEADER.search(fold(text[max(0, run[0].start - 20) : run[0].start]).rstrip())
    named = list(stated(rest, tail, {})) if several else []
    reporting = _of(run, _reporting(named, rest)) if several else run
    years = _years(rest, tail) if len({entry.year for entry in run}) > 1 else []
    for own in (
        [entry for entry in run if _called(entry, called, dated=not several)],
        reporting,
        *([entry for entry in reporting if entry.year == year] for year in years),
        _of(run, {name.name for name in named if name.source == "text" and name.weight >= _ACTS}) if listed else [],
    ):
        if len({(entry.agency, entry.year) for entry in own}) == 1:
            return own
    if alone and not _only_the_site(run[-1].agency, rest) and _LABEL.match(fold(text[run[-1].end : run[-1].end + 20])):
        return run[-1:]
    return [] if several and listed else run


def _called(entry: _Entry, called: str, *, dated: bool) -> bool:
    """Tell whether a title or heading names the report of the entry, and not only the site: 裕安区人民政府."""
    named = (piece for piece in _PIECE.split(called) if entry.agency in piece)
    return any(str(entry.year) in piece or (not dated and ("报告" in piece or "年报" in piece)) for piece in named)


def _of(run: list[_Entry], agencies: set[str]) -> list[_Entry]:
    return [entry for entry in run if any(_same(entry.agency, agency) for agency in agencies)]


def _reporting(stands: list[Candidate], rest: str) -> set[str]:
    """Return the agencies that sign, publish or compile the report."""
    found = set()
    for named in stands:
        line = named.source in ("publisher", "source line")
        if line and _only_the_site(named.name, rest):
            continue
        if line or named.source == "signature" or (named.source == "text" and named.weight >= COMPILES):
            found.add(named.name)
    return found


def _only_the_site(agency: str, rest: str) -> bool:
    """Tell whether a name is that of the site's government, where 我局 or 我镇 speaks."""
    return kind_of(agency) == "government" and not _TOWN.search(agency) and _BELOW.search(rest) is not None


def _same(entry: str, agency: str) -> bool:
    """Tell whether two names are one, with or without the places above and 人民政府: 城南镇, 裕安区城南镇人民政府."""
    first, second = (_GOVERNMENT.sub("", name) for name in (entry, agency))
    return bool(first and second) and (first.endswith(second) or second.endswith(first))


def _years(rest: str, tail: str) -> list[int]:
    """Return the year that the period or the opening tells, and the year before the day of publication."""
    year, told = report_year(None, rest)
    day, _ = published_on({}, rest, tail, None)
    return [*([year] if year and told in ("period", "opening") else []), *([int(day[:4]) - 1] if day else [])]
