"""What does a list of before 2014 print for the year, that prints the total of all years beside it?

指标名称 | 计量单位 | 2009年度 | 历年累计
主动公开信息数 | 条 | 236 | 611

Each place had a list of its own then, with few labels alike. A row is read only where its label says by itself what it
counts, and the table only where all its rows have two numbers and none of the year is above that of all years.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai.indexer.fold import fold
from gongkai.indexer.tables.lists.list_notes import speaks_of_another
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
_CELL = re.compile(r"[^|\t\n]+")
_FIRST, _UNIT_HEAD, _ALL_YEARS = (
    re.compile("(?:统计)?指标(?:名称)?|项目(?:名称)?"),
    re.compile("(?:计量)?单位"),
    re.compile("(?:历年)?累计数?"),
)
_UNIT = re.compile("条|件|次|人次|人|个|份|篇|万?元")
_NUMBERING = re.compile(r"(?:其中:?)?(?:[(\[]?[\d一二三四五六七八九十]{1,2}[)\].、]+)?")
_NUMBER = re.compile(r"\d{1,7}")
_ABOVE, _LINES = 200, 3  # characters and lines above the head that are looked at
_FEWEST = 6  # rows that make a table


class _Cell(NamedTuple):
    text: str
    start: int
    end: int


def figures_of_the_year(text: str, year: int) -> Iterator[tuple[str, int, int, int]]:
    """Yield name, number and place of the year's figures; nothing where a row of the table is not as the head says."""
    folded = fold(text)
    cells = [_cell(match) for match in _CELL.finditer(folded) if not match.group().isspace()]
    this_year = re.compile(rf"(?:{year}|本)年度?数?")
    heads = [at for at in range(len(cells) - 3) if _is_head(cells[at : at + 4], this_year)]
    if len(heads) != 1 or any(speaks_of_another(line, folded) for line in lines_above(cells[heads[0]].start, folded)):
        return
    rows = list(_rows(cells[heads[0] + 4 :]))
    if len(rows) < _FEWEST or not all(_NUMBER.fullmatch(cell.text) for row in rows for cell in row[1:]):
        return
    if any(int(this.text) > int(all_years.text) for _, this, all_years in rows):
        return
    printed = Counter(label for label, _, _ in rows)
    for label, this, _ in rows:
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


def _is_head(cells: Sequence[_Cell], this_year: re.Pattern[str]) -> bool:
    words = (_FIRST, _UNIT_HEAD, this_year, _ALL_YEARS)
    return all(pattern.fullmatch(cell.text) for pattern, cell in zip(words, cells, strict=True))


def _rows(cells: Sequence[_Cell]) -> Iterator[tuple[str, _Cell, _Cell]]:
    """Yield label and two cells of each row, up to the first line that is none."""
    at = 0
    while at + 3 < len(cells) and _UNIT.fullmatch(cells[at + 1].text):
        label, _, this, all_years = cells[at : at + 4]
        yield _NUMBERING.sub("", label.text, count=1), this, all_years
        at += 4
