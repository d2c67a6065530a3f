"""Do columns, or a line above the head, divide what a table counts: by years, quarters, men and women, 局机关 | 下属单位?

Which of them is the report's the heads of such a table do not say in the form's words: none of its numbers is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.tables.labels import column_words
from gongkai.indexer.tables.ownership.captions import SORTS
from gongkai.indexer.tables.ownership.whose import agency_of_title, year_of_title
from gongkai.indexer.tables.tables import TableText
from gongkai.mappings.form import APPLICANTS, FORMS

__all__ = ["is_headed_by_parts"]

_TIME = expression(
    r"(?P<year>20\d\d)年?度?(?:数[据量]?|情况|[件次]数)?|第?[一二三四1-4]季度?|[上下]半年|(?:[1-9]|1[0-2]|[一二三四五六七八九十]{1,2})月份?|上一?年|去年|往年"
)
_UNITS = expression(
    r"[\u3400-\u9fff]{0,8}(?:(?<!行政)机关|本级|局|[大支中总]队|中心|站|馆|镇|乡|街道|(?<!学)科|股|林场|农场)"
    r"|[下所直][属辖](?:事业)?(?:单位|机构|部门)|二级(?:单位|机构)"
)
_SECTIONS = ("科", "股")
_APART, _IN_SPACES = expression(r"[|\t]"), expression(r"[|\t]|(?: {2,}|(?<=[年月度男女]) )(?! )")
_BEFORE, _LONGEST = 200, 12  # characters above the table's first word that is whole, and of a cell
_ENDS = expression(r"。|^[| \t]*(?:[一二三四五六七八]、|第二十条)|(?<![^\s|])(?!20\d\d(?![^\s|]))\d[\d,.]*(?![^\s|])")
_MOST_OWN = 2  # of the form's words beside sorts of applicants
_PERSONS, _PERSON = {"公民", "个人"}, "自然人"
_FIRST_CELL = "信息内容"
_CAPTIONS = 2  # years
_PAST = ("上年", "上一年", "去年", "往年")
_OWN = frozenset().union(*column_words(FORMS["2021"].tables[1].rows[0]))


def is_headed_by_parts(table: TableText, folded: str) -> bool:
    """Tell whether the head of table two, three or four names two parts of a whole, or a line of table two's head another time."""
    if table.key == "statistics":
        return False
    cells = list(dict.fromkeys(_cells(table, folded)))
    times = {time["year"] or cell for cell in cells if (time := _TIME.fullmatch(cell))}
    if len(times) > 1 and _are_totals_of_years(table, times, cells):
        return False
    if len(times) > 1 or len(_units(cells, folded)) > 1 or {"男", "女"} <= set(cells):
        return True
    sorts = {cell for cell in cells if SORTS.fullmatch(cell)}
    are_the_forms = table.key == "requests" and (len(_OWN.intersection(cells)) > _MOST_OWN or _are_applicants(sorts, cells))
    if len(sorts) > 1 and not are_the_forms:
        return True
    return table.key == "proactive" and _is_of_another_time(table, folded)


def _are_applicants(sorts: set[str], cells: Sequence[str]) -> bool:
    """Tell whether a head names as many applicants as the form, a person and enterprises among them in other words: 公民 | 企业 | 科研院所 …"""
    return len(cells) >= len(APPLICANTS) and _PERSON not in cells and len(sorts - _PERSONS) == 1


def _units(cells: Sequence[str], folded: str) -> set[str]:
    """Return the units that cells name; a section beside the agency's own name is that which filled the table in: 甲县林业局 | 综合科."""
    units = {cell for cell in cells if _UNITS.fullmatch(cell)}
    agency = agency_of_title(folded)
    sections = {unit for unit in units if unit.endswith(_SECTIONS)}
    return units - sections if agency and agency in units and len(sections) == 1 else units


def _are_totals_of_years(table: TableText, times: set[str], cells: Sequence[str]) -> bool:
    """Tell whether table three has a column for each of a few years and no other: the report's is told by its head."""
    years = all(cell.startswith("20") for cell in times)
    return table.key == "requests" and years and len(times) < len(APPLICANTS) and not _OWN.intersection(cells)


def _cells(table: TableText, folded: str) -> Iterator[str]:
    """Yield what the cells say that stand between the text above and the first row of numbers, a cell a line as well."""
    line = folded.rfind("\n", 0, table.start) + 1
    above, below = folded[max(0, line - _BEFORE) : line], folded[line : table.end]
    over = list(_words(_near(reversed(above.splitlines()))))
    are_captions = len({word for word in over if word.startswith("20")}) <= _CAPTIONS  # which are read for themselves
    yield from (word for word in over if not (are_captions and word.startswith("20")))
    yield from _words(_near(below.splitlines()))


def _words(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        for cell in (_APART if set(line) & set("|\t") else _IN_SPACES).split(line):
            word = squeeze_label(cell)
            if word and len(word) <= _LONGEST:
                yield word


def _near(lines: Iterable[str]) -> Iterator[str]:
    return takewhile(lambda line: not _ENDS.search(line), lines)


def _is_of_another_time(table: TableText, folded: str) -> bool:
    """Tell whether a line of table two's heads names no column, but another time than the report's: 信息内容 | 2022年."""
    year = year_of_title(folded)
    for line in folded[table.start : table.end].splitlines():
        first, *others = [word for cell in _IN_SPACES.split(line) if (word := squeeze_label(cell))] or [""]
        if first != _FIRST_CELL or not others:
            continue
        named = [_TIME.fullmatch(word) for word in others]
        if all(named) and any(time and _is_other(time, year) for time in named):
            return True
    return False


def _is_other(time: re.Match[str], year: str) -> bool:
    """Tell whether a time is none of the report's; 上一年 may be the first line of 上一年项目数量."""
    return bool(year) and time["year"] != year if time["year"] else time[0] not in _PAST
