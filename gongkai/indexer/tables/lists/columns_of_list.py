"""Which column of a list of 2014 is the year's, where its head names another beside it: 统计数 | 上年数, 2016年 | 2015年, 本年度 | 历年累计?

A row is read only where it has as many cells as the head: on one line, or a cell a line, no row then having more numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import value_of
from gongkai.indexer.tables.lists.list_heads import notes_otherwise
from gongkai.indexer.tables.ownership.whose import agency_of_title, year_of_title
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import Segment, TableText
from gongkai.mappings.form import Table
from gongkai.report import State

__all__ = ["in_own_column"]

_ABOVE = 300  # characters in which the head stands
_FEWEST, _NEARLY = 12, 0.9  # rows
_FIRST = expression("统计指标|指标(?:名称|内容)?|项目(?:名称)?|统计项目|统计内容|内容")
_HEAD = expression(rf"^[^\n]*?(?<![^\s|])(?:{_FIRST.pattern})(?=[\s|]|$)", re.MULTILINE)
_OWN = expression(r"(?:统计)?(?:数|数据|数量|数值)|(?:本期|本年度?|今年|当年)(?:统计)?(?:数|数据|数量|合计)?")
_OTHER = expression(
    r"(?:上年度?|上一年度?|去年|上期|往年|前年)(?:同期|统计)?(?:数|数据|数量)?|(?:历年|自?20\d\d年以来)?(?:累计|合计)(?:数|总数)?|同比.{0,6}|增[减长].{0,4}"
    r"|(?:指标)?(?:代码|编码|编号|序号|行次|行号)|(?:年度|年初|工作)?(?:目标|计划|任务)(?:数|值)?|占比.{0,3}|比例.{0,3}"
    r"|分值|权重|得分|排名|名次|全[省市县区]平均(?:数|值)?"
)
_OF_A_YEAR = expression(r"(20\d\d)年?度?(?:统计)?(?:数|数据|数量)?")
# 合计 | 区政府 | 部门: the sum of bodies that are parts of the agency.
_SUM = expression("(?:合计|总计|总数)(?:数|数量)?")
_PART = expression(
    "[\u3400-\u9fff]{0,6}(?:(?:人民)?政府|部门|街道|乡镇?|镇|单位|机关|本级|级|系统|公司|学校|医院|[局所站队院])(?:小计|数量?)?"
)
# Who has bodies for parts; to all others bureaus, towns and governments are others.
_PLACE = expression("[省市县区旗州盟](?:人民政府)?(?:办公[室厅])?$")
_BODY = expression("[\u3400-\u9fff]*(?:政府|部门|街道|乡镇?|镇|局)(?:小计|数量?)?")
_TOLD = (State.READ, State.BLANK)
_PLAIN = expression(r"\d[\d,.]*")
_CELL = expression(r"[^\s|]+")
_UNITS, _WHOLE, _FEWEST_PARTS = expression("(?:计量)?单位"), expression(r"\d{1,9}"), 2
_DIGIT = expression(r"\d")
Span = tuple[int, int]


def in_own_column(table: Table, text: TableText, folded: str) -> dict[str, Reading]:
    """Return the rows as they stand below the head of the report's year; none where the head names no other column, or is unsure."""
    rows = [segment for segment in text.segments if segment.row and not segment.unknown]
    if text.disputed or len(rows) < _FEWEST:
        return {}
    kinds = {row.key: row.columns[0].kind for row in table.rows}
    first = min(segment.label[0] for segment in rows)
    begins = max((head.start() for head in _HEAD.finditer(folded, max(0, first - _ABOVE), first)), default=first)
    if notes_otherwise(text, folded, begins):
        return {}
    head = folded[begins:first].splitlines()
    year = year_of_title(folded)
    for read in (
        _on_lines(rows, head, year, folded),
        _sums(rows, head, folded),
        _in_cells(rows, text.segments, head, year, folded),
    ):
        spans = dict(read)
        if len(spans) >= _NEARLY * len(rows):
            values = {row: value_of(folded, *span, kinds[row]) for row, span in spans.items()}
            return {row: Reading((value,), placed=True) for row, value in values.items() if value.state in _TOLD}
    return {}


def _own_of(cells: Sequence[str], year: str) -> int | None:
    """Return which cell of a head is the year's, where just one is and another is of other years."""
    own = [at for at, cell in enumerate(cells) if _OWN.fullmatch(cell) or _year_in(cell) == year]
    others = [at for at, cell in enumerate(cells) if _OTHER.fullmatch(cell) or _year_in(cell) not in ("", year)]
    return own[0] if len(own) == 1 and others else None


def _year_in(cell: str) -> str:
    found = _OF_A_YEAR.fullmatch(cell)
    return found[1] if found else ""


def _on_lines(rows: Sequence[Segment], head: Sequence[str], year: str, folded: str) -> Iterator[tuple[str, Span]]:
    """Yield row and cell of the rows that stand on a line of as many cells as the head's, their label below 统计指标."""
    line = next((line for line in reversed(head) if any(map(_FIRST.fullmatch, _cells(line)))), "")
    cells = _cells(line)
    own, label = _own_of(cells, year), next((at for at, cell in enumerate(cells) if _FIRST.fullmatch(cell)), 0)
    if own is None or own < label:
        return
    for row, spans in _rows_of(rows, len(cells), label, folded, closed=line.rstrip().endswith("|")):
        yield row, spans[own]


def _sums(rows: Sequence[Segment], head: Sequence[str], folded: str) -> Iterator[tuple[str, Span]]:
    """Yield row and sum of the rows whose head names nothing but the sum and its parts; none where it is not their sum in one."""
    line = next((line for line in reversed(head) if any(map(_FIRST.fullmatch, _cells(line)))), "")
    cells = _cells(line)
    sums = [at for at, cell in enumerate(cells) if _SUM.fullmatch(cell)]
    parts = [at for at, cell in enumerate(cells) if _PART.fullmatch(cell) and not _UNITS.fullmatch(cell)]
    label = next((at for at, cell in enumerate(cells) if _FIRST.fullmatch(cell)), 0)
    others = set(range(label + 1, len(cells))) - {*sums, *parts}
    if len(sums) != 1 or len(parts) < _FEWEST_PARTS or not all(_UNITS.fullmatch(cells[at]) for at in others):
        return
    if any(_BODY.fullmatch(cells[at]) for at in parts) and not _PLACE.search(agency_of_title(folded)):
        return
    found = list(_rows_of(rows, len(cells), label, folded, closed=line.rstrip().endswith("|")))
    numbers = {row: [folded[slice(*span)].strip() for span in spans] for row, spans in found}
    if all(_is_sum([each[at] for at in parts], each[sums[0]]) for each in numbers.values()):
        yield from ((row, spans[sums[0]]) for row, spans in found)


def _is_sum(parts: Sequence[str], total: str) -> bool:
    return all(map(_WHOLE.fullmatch, (*parts, total))) and sum(map(int, parts)) == int(total)


def _rows_of(rows: Sequence[Segment], width: int, label: int, folded: str, *, closed: bool) -> Iterator[tuple[str, list[Span]]]:
    """Yield row and cells of the rows that stand on a line of as many cells as the head's, their label below 统计指标."""
    for segment in rows:
        begins, ends = folded.rfind("\n", 0, segment.label[0]) + 1, folded.find("\n", segment.label[1])
        spans = list(_spans(folded, begins, ends if ends >= 0 else len(folded), closed=closed))
        if len(spans) == width and spans[label][0] <= segment.label[0] and segment.label[1] <= spans[label][1]:
            yield segment.row or "", spans


def _in_cells(
    rows: Sequence[Segment], segments: Sequence[Segment], head: Sequence[str], year: str, folded: str
) -> Iterator[tuple[str, Span]]:
    """Yield row and number of the rows that print one number for each of two heads, a cell a line; none where a row prints more."""
    words = ["".join(line.split()).strip("|") for line in head]
    last = max((at for at, word in enumerate(words) if _FIRST.fullmatch(word)), default=len(words))
    heads = [word for word in words[last + 1 :] if _OWN.fullmatch(word) or _OTHER.fullmatch(word) or _year_in(word)]
    own = _own_of(heads, year)
    if own is None or len(heads) != 2:
        return
    bodies = [(s, [cell.span() for cell in _CELL.finditer(folded, s.start, s.end) if _DIGIT.search(cell[0])]) for s in rows]
    if any(below.label[0] < (folded.find("\n", above.label[1]) + 1) for above, below in pairwise(segments)):
        return
    if any(len(numbers) > len(heads) for _, numbers in bodies):
        return  # a number leads the next row
    for segment, numbers in bodies:
        if len(numbers) == len(heads) and all(_PLAIN.fullmatch(folded, *number) for number in numbers):
            yield segment.row or "", numbers[own]


def _cells(line: str) -> list[str]:
    return ["".join(line[a:b].split()) for a, b in _spans(line, 0, len(line))]


def _spans(text: str, start: int, end: int, *, closed: bool = True) -> Iterator[Span]:
    """Yield the cells of a line, between bars, without those outside the outermost ones, or between tabs.

    Lines that are not closed end with an empty cell where they end with a bar.
    """
    line = text[start:end]
    mark = "|" if "|" in line else "\t"
    if mark == "|" and line.lstrip().startswith("|"):
        start += line.index("|") + 1
    if closed and mark == "|" and line.rstrip().endswith("|") and text.rfind("|", start, end) >= start:
        end = text.rfind("|", start, end)
    cuts = [start - 1, *(at for at in range(start, end) if text[at] == mark), end]
    yield from ((a + 1, b) for a, b in pairwise(cuts))
