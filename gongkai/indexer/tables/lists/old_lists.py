"""What does a list of before 2014 print for the year: beside the total of all years, or alone?

指标名称 | 计量单位 | 2009年度 | 历年累计
主动公开信息数 | 条 | 236 | 611

Each place had a list of its own then, with few labels alike. A row is read only where its label says by itself what it
counts, and the table only where all its rows have their numbers and none of the year is above that of all years; of a
part, above that of the whole. What is published may be counted over all years, where the head does not name the year.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import fold
from gongkai.indexer.tables.lists.list_notes import is_of_another_place, names_another_time, speaks_of_another
from gongkai.mappings.form_2014 import LIST_2014

__all__ = ["figures_of_the_year", "lines_above"]

_NAMES = {
    "proactive.items_published": ("主动公开信息数", "主动公开政府信息数", "主动公开信息总数", "主动公开政府信息总数"),
    "requests.received": ("受理依申请公开信息总数", "受理申请总数", "收到申请总数", "申请总数", "收到申请数"),
    "requests.channel.in_person": ("当面申请数",),
    "requests.channel.fax": ("传真申请数",),
    "requests.channel.online": ("网上申请数", "网络申请数"),
    "requests.channel.mail": ("信函申请数",),
    "requests.answered": ("对申请的答复总数", "本年度对申请的答复总数"),
    "requests.answered.granted": ("同意公开答复数",),
    "requests.answered.partially_granted": ("同意部分公开答复数",),
    "requests.answered.denied": ("否决公开答复总数", "不予公开答复总数"),
    "review.total": ("行政复议数",),
    "litigation.total": ("行政诉讼数",),
}
_NAMED = {label: LIST_2014 + key for key, labels in _NAMES.items() for label in labels}
_CELL = expression(r"[^|\t\n]+")
_FIRST, _UNIT_HEAD, _ALL_YEARS = (
    expression("(?:统计)?指标(?:名称)?|项目(?:名称)?"),
    expression("(?:计量)?单位"),
    expression("(?:历年)?累计数?"),
)
_CODE, _PLAIN = expression("(?:指标)?(?:代码|编码|序号|行次)"), expression("(?:统计)?(?:数|数量|数值|数据)|指标值")
_BAND = expression(r"[一二三四五六七八九十]{1,2}[、.][^\d]{2,20}|其中:?")
_UNIT = expression("条|件|次|人次|人|个|份|篇|万?元")
_NUMBERING = expression(r"(?:其中:?)?(?:[(\[]?[\d一二三四五六七八九十]{1,2}[)\].、]+)?")
_NUMBER = expression(r"\d{1,7}")
_ABOVE, _LINES = 200, 3  # characters and lines above the head that are looked at
_FEWEST = 6  # rows that make a table
_BELOW, _LONGEST = 120, 60  # characters below the last row that are looked at, and of a line that is a note or a caption
# A list of one column has no total of all years beside it that would tell: 自2008年以来情况统计表, 注:以上为上年数据, 二、下属单位情况.
_OTHERWISE = expression(
    "上一?年|去年|同期|以来|累计|历年|半年|季度|[下所直]属|[百千万][件条份个]|计划|目标|任务|有误|作废|更正|勘误"
)
_YEAR_NAMED = expression(r"20\d\d(?=年|[-.])")
_FORM_OF_2014 = 2014  # from that year on the list is the form's
_WHOLES = {  # what is no more than what
    **dict.fromkeys((f"requests.channel.{way}" for way in ("in_person", "fax", "online", "mail")), "requests.received"),
    **dict.fromkeys((f"requests.answered.{how}" for how in ("granted", "partially_granted", "denied")), "requests.answered"),
}


class _Cell(NamedTuple):
    text: str
    start: int
    end: int


def figures_of_the_year(text: str, year: int) -> Iterator[tuple[str, int, int, int]]:
    """Yield name, number and place of the year's figures; nothing where a row of the table is not as the head says."""
    folded = fold(text)
    cells = [_cell(match) for match in _CELL.finditer(folded) if not match.group().isspace()]
    this_year = re.compile(rf"(?:{year}|本)年度?(?:数|数量|统计数|累计数?)?")
    named = (_FIRST, _UNIT_HEAD, this_year, _ALL_YEARS)
    heads = [at for at in range(len(cells) - 3) if _is_head(cells[at : at + 4], named)]
    if not heads and year < _FORM_OF_2014:
        yield from _of_one_column(cells, this_year, year, folded)
    if len(heads) != 1 or any(speaks_of_another(line, folded) for line in lines_above(cells[heads[0]].start, folded)):
        return
    rows = list(_rows(cells[heads[0] + 4 :], 4))
    if len(rows) < _FEWEST or not all(_NUMBER.fullmatch(cell.text) for _, numbers in rows for cell in numbers):
        return
    if any(int(this.text) > int(all_years.text) for _, (this, all_years) in rows):
        return
    yield from _named([(label, numbers[0]) for label, numbers in rows])


def _of_one_column(
    cells: Sequence[_Cell], this_year: re.Pattern[str], year: int, folded: str
) -> Iterator[tuple[str, int, int, int]]:
    """Yield the figures of a list that prints one number a row, behind the unit or behind a code that rises by one."""
    for words in ((_FIRST, _UNIT_HEAD), (_FIRST, _UNIT_HEAD, _CODE), (_FIRST, _CODE, _UNIT_HEAD)):
        width = len(words) + 1
        spans = ((at, cells[at : at + width]) for at in range(len(cells) - width))
        heads = [(at, head[-1].text) for at, head in spans if _is_head(head[:-1], words) and _names_number(head[-1], this_year)]
        if len(heads) != 1 or any(speaks_of_another(line, folded) for line in lines_above(cells[heads[0][0]].start, folded)):
            continue
        at, number = heads[0]
        first = at + width + (cells[at + width].text == "备注")
        rows = list(_rows(cells[first:], width, words.index(_UNIT_HEAD), headings=True))
        if len(rows) < _FEWEST or not all(_NUMBER.fullmatch(cell.text) for _, numbers in rows for cell in numbers):
            continue
        if _is_otherwise(cells[at].start, rows[-1][1][-1].end, year, folded):
            continue
        codes = [int(numbers[0].text) for _, numbers in rows if len(numbers) > 1]
        if any(after - before != 1 for before, after in pairwise(codes)):
            continue
        found = list(_named([(label, numbers[-1]) for label, numbers in rows]))
        values = {name.removeprefix(LIST_2014): value for name, value, _, _ in found}
        if any(values.get(part, 0) > values.get(whole, values.get(part, 0)) for part, whole in _WHOLES.items()):
            continue
        is_said = this_year.fullmatch(number) is not None
        yield from (figure for figure in found if is_said or not figure[0].endswith("items_published"))


def _is_otherwise(start: int, end: int, year: int, folded: str) -> bool:
    """Tell whether a caption above a list from `start` to `end`, a heading in it or a note below is of another time, body or unit.

    A year before the report's is another; the one behind it is that of the day on which the list was filled in.
    """
    above = [line for line in lines_above(start, folded) if "。" not in line]
    inside = [band for cell in _CELL.finditer(folded, start, end) if _BAND.fullmatch(band := "".join(cell[0].split()))]
    below = ["".join(line.split()) for line in folded[end : end + _BELOW].splitlines()]
    below = [line for line in below if line.strip("|")][:_LINES]
    for line in (*above, *inside, *below):
        if len(line) > _LONGEST:
            continue
        if _OTHERWISE.search(line) or is_of_another_place(line, folded) or any(int(y) < year for y in _YEAR_NAMED.findall(line)):
            return True
    return any(names_another_time(line, folded) or (":" in line and speaks_of_another(line, folded)) for line in below)


def _named(rows: Sequence[tuple[str, _Cell]]) -> Iterator[tuple[str, int, int, int]]:
    printed = Counter(label for label, _ in rows)
    for label, this in rows:
        if label in _NAMED and printed[label] == 1:
            yield _NAMED[label], int(this.text), this.start, this.end


def lines_above(start: int, folded: str) -> list[str]:
    """Return the short lines right above the head of a list, without their spaces: 全县政府信息公开情况统计表."""
    lines = ["".join(line.split()) for line in folded[max(0, start - _ABOVE) : start].splitlines()]
    return [line for line in lines if line.strip("|")][-_LINES:]


def _cell(match: re.Match[str]) -> _Cell:
    raw = match.group()
    start = match.start() + len(raw) - len(raw.lstrip())
    return _Cell("".join(raw.split()), start, start + len(raw.strip()))


def _is_head(cells: Sequence[_Cell], words: Sequence[re.Pattern[str]]) -> bool:
    return all(pattern.fullmatch(cell.text) for pattern, cell in zip(words, cells, strict=True))


def _names_number(cell: _Cell, this_year: re.Pattern[str]) -> bool:
    return this_year.fullmatch(cell.text) is not None or _PLAIN.fullmatch(cell.text) is not None


def _rows(cells: Sequence[_Cell], width: int, unit: int = 1, *, headings: bool = False) -> Iterator[tuple[str, list[_Cell]]]:
    """Yield label and numbers of each row, up to the first line that is neither a row nor a heading."""
    at = 0
    while at + width <= len(cells):
        row = cells[at : at + width]
        if _UNIT.fullmatch(row[unit].text):
            numbers = [cell for place, cell in enumerate(row) if place not in (0, unit)]
            yield _NUMBERING.sub("", row[0].text, count=1), numbers
            at += width
        elif headings and _BAND.fullmatch(row[0].text):
            at += 1
        else:
            return
