"""Whose are captions of two years that stand around two tables of one kind? Above one each, or below; else nobody can tell.

A page sets this year's table beside last year's, or over it, and its text is one line after the other: 2023年, 2022年, the
one table, the other. The nearest line is then no caption of the table below it. Captions are believed where each table has
one right above it, or, between two headings, each one right below.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.ownership.captions import CAPTION, YEAR
from gongkai.indexer.tables.tables import TableText

__all__ = ["are_of_two_years", "claims_by_captions", "end_of_caption"]

_OWN, _PAST = "own", "past"
_TIME = r"20\d\d年?度?|[本今当]年度?|本期|上一?年度?同?期?|去年同?期?|前年|往年同?期?|同期"
_ORDINAL = r"[(\[]?(?:[一二三四五六七八九十\d]{1,2}[)、.])?(?:附?表[一二三\d]{0,2}[:、.]?)?"
_PURE = rf"(?:{_ORDINAL}(?:{_TIME})(?:情况|数据|统计|公开)*[数表]?[)\]]?:?[ |\t,、和与/]*)"
_CAPTIONS, _GLUED = expression(f"{_PURE}{{1,4}}"), expression(rf"(?<![\d.\u3400-\u9fff]){_PURE}{{1,4}}$")
_TIMES = expression(_TIME)
_HEADS_TABLE = expression(r"(?:20\d\d年度?|情况|统计|数据|表)[)\]]?:?$")
_NO_CAPTION = expression(r"[(\[]?(?:注|说明|备注|单位|以[上下]|[本上此]表|上述|填[报表写])")
_HEADING = expression(r"[#\s]*(?:[一二三四五六七八]、(?!结转下|本年新收|上年结转|本年度办理)|第[一二三四五六七八]部分)[^|\t]*$")
_ATTACHED = expression(r"附[件表:]")
_PAST_WORDS, _PARTS = expression("上年(?!度?结转)|上一年|去年|前年|往年|同期"), expression("季度|半年|[1-9]月")
_ROW = expression(r"[|\t] *[\d.]{1,16} *(?:[|\t]|$)|(?<![\d.])[\d.]{1,16}$")
_OF_HEAD = expression(
    r"[|\t]|^第二十条|件数|总数|制作|公开数|有效|处理决定|收费金额|^(?:项目|类型|类别|指标|内容|栏次|行次|序号|甲)$|^[(\[]?单位"
)
_FURTHEST, _BELOW, _LINES = 1500, 200, 5  # characters above and below, and lines of them
_LONGEST = 2 * CAPTION  # characters of a line with two captions
_OWN_COLUMNS = expression("自然人|件数|制作数量|处理决定数量|结果维持")
_WHOLE_LINE = expression(r"[^\n|\t]*(?=\n|$)")  # of no table


class _Gap(NamedTuple):
    """What stands before a table, or behind the last: whose captions, whether a heading or prose does, and right there."""

    marks: frozenset[str]
    headed: bool
    sure: bool


def claims_by_captions(tables: Sequence[TableText], claims: Sequence[int], year: str, folded: str) -> list[int]:
    """Return what the captions around tables of one kind, in order, make of their claims: all equal where they may be anybody's.

    `claims` is what the line above each says: 2 of the report's year, 0 of another's, 1 of nobody's.
    """
    if not year:
        return list(claims)
    starts = [0, *(table.end for table in tables[:-1])]
    gaps = [_above(start, table.start, year, folded) for start, table in zip(starts, tables, strict=True)]
    below = _below(tables[-1].end, year, folded)
    nobodys = [1] * len(tables)
    if any(len(gap.marks) > 1 for gap in gaps):
        return nobodys
    above = [next(iter(gap.marks), "") for gap in gaps]
    behind = [*above[1:], next(iter(below.marks), "") if len(below.marks) == 1 else ""]
    if not above[0] and all(behind) and not any(gap.headed for gap in gaps[1:]):
        return [2 * (mark == _OWN) for mark in behind] if below.sure and gaps[0].sure else nobodys
    if (
        all(above)
        and all(behind)
        and below.sure
        and any(own != _OWN and mark == _OWN for own, mark in zip(above, behind, strict=True))
    ):
        return nobodys
    return nobodys if _is_open(gaps, above, claims) else list(claims)


def are_of_two_years(table: TableText, year: str, folded: str) -> bool:
    """Tell whether captions of two years stand above a table that is alone of its kind, and head no columns: the other may be a picture."""
    if not year or not _OWN_COLUMNS.search(folded, table.start, table.end):
        return False
    return len(_above(0, table.start, year, folded).marks) > 1


def _is_open(gaps: Sequence[_Gap], above: Sequence[str], claims: Sequence[int]) -> bool:
    """Tell whether a caption between two tables may be that of the one above it, or one above both that of either."""
    for i in range(1, len(above)):
        if gaps[i].headed:
            continue
        bare = any(gap.sure and not gap.marks and its_claim for gap, its_claim in zip(gaps[:i], claims, strict=False))
        if above[i] == _OWN and claims[i] and bare:
            return True
        if not above[i] and claims[i] and _PAST in above[:i] and _OWN not in above:
            return True
    return False


def _above(after: int, start: int, year: str, folded: str) -> _Gap:
    """Return the captions above a table, up to where the one before it ends, to a heading or prose; to rows where it is the first."""
    begins = folded.rfind("\n", max(0, after - CAPTION), after) + 1
    lines = folded[max(begins or after, start - _FURTHEST) : end_of_caption(start, folded)].splitlines()
    marks: frozenset[str] = frozenset()
    is_sure = True
    for i, line in enumerate(reversed(lines)):
        bare = line[-_FURTHEST:].strip(" |\t")
        if found := _marks(bare, year):
            marks |= found
        if _HEADING.match(bare) or (_ATTACHED.match(bare) and not _CAPTIONS.fullmatch(bare)):
            return _Gap(marks or frozenset(_years(bare, year)), headed=True, sure=is_sure)
        if found:
            continue
        if "。" in bare or (i and not after and _ROW.search(bare)):
            return _Gap(marks | (_glued(bare, year) if not i else frozenset()), headed="。" in bare, sure=is_sure)
        if not i and (found := _glued(bare, year)):
            return _Gap(found, headed=False, sure=False)
        if bare and not _OF_HEAD.search(bare):
            is_sure = False
    return _Gap(marks, headed=False, sure=False)


def _below(end: int, year: str, folded: str) -> _Gap:
    """Return the captions right below the last table; sure where a heading follows, prose or nothing."""
    begins = folded.rfind("\n", max(0, end - CAPTION), end) + 1
    marks: frozenset[str] = frozenset()
    for i, line in enumerate(folded[begins or end : end + _BELOW].splitlines()[:_LINES]):
        bare = line.strip(" |\t")
        if found := _marks(bare, year):
            marks |= found
        elif bare and (i or begins + len(line) > end):
            return _Gap(marks, headed=False, sure=bool(_HEADING.match(bare)) or "。" in bare)
    return _Gap(marks, headed=False, sure=True)


def _marks(line: str, year: str) -> frozenset[str]:
    """Return whose years a line names that is a caption or several: 2023年 | 2022年."""
    line = " ".join(line.split())  # columns of spaces
    if len(line) > _LONGEST:
        return frozenset()
    if _CAPTIONS.fullmatch(line):
        return _times(line, year)
    if "。" in line or _HEADING.match(line) or _NO_CAPTION.match(line) or _PARTS.search(line):
        return frozenset()
    if not _HEADS_TABLE.search(line):
        return frozenset()
    return frozenset(_years(line, year) | ({_PAST} if _PAST_WORDS.search(line) else set()))


def _glued(line: str, year: str) -> frozenset[str]:
    found = _GLUED.search(line[-_LONGEST:])
    return _times(found[0], year) if found else frozenset()


def _times(captions: str, year: str) -> frozenset[str]:
    return frozenset(_OWN if time[:4] == year or time[0] in "本今当" else _PAST for time in _TIMES.findall(captions))


def _years(line: str, year: str) -> set[str]:
    return {_OWN if named == year else _PAST for named in YEAR.findall(line)}


def end_of_caption(start: int, folded: str) -> int:
    """Return where the line ends whose last words the table is taken to begin with: 工伤认定类行政复议、行政诉讼案件情况."""
    line = _WHOLE_LINE.match(folded, folded.rfind("\n", 0, start) + 1)
    if line is None or len(line[0]) > _LONGEST:  # a page run together
        return start
    return line.end() if line.start() < start <= line.end() and folded[line.start() : start].strip() else start
