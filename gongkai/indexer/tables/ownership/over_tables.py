"""Whose and of which year is a table by the lines above it, or between its rows?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.alike import is_damaged_head
from gongkai.indexer.tables.ownership.beside import says_otherwise
from gongkai.indexer.tables.ownership.captions import (
    CAPTION,
    YEAR,
    is_of_a_sort,
    is_of_another,
    is_of_other_times,
    names_others,
    says_that_year,
)
from gongkai.indexer.tables.ownership.notes_below import SPEAKS_OF_ABOVE
from gongkai.indexer.tables.ownership.notes_of_cases import without_cases
from gongkai.indexer.tables.ownership.times import is_another_time
from gongkai.indexer.tables.ownership.twin_captions import end_of_caption
from gongkai.indexer.tables.ownership.whose import year_of_title
from gongkai.indexer.tables.tables import TableText

__all__ = ["BAND", "FURTHEST", "claim", "goes_over", "is_of_others", "is_the_reports"]

_GLUED_CAPTION = expression(r"(?<!\d)(20\d\d)年度?(?:数据|情况|统计表)[\s|(]*$")
_YEARS_CAPTION = expression(r"(?:附[:、]?)?(?:20\d\d年度?|上一?年度?|去年度?)(?:数据|情况|统计|统计表|情况表|数据表)")
_GLUED = 20  # characters
_FIRST_CELLS = expression("项目|类型|类别|指标|内容|栏次|行次|序号|甲")
_BARE_YEAR = expression(r"20\d\d年度?")
_OWN_HEAD, _OTHER_HEAD = r"(?:本年度?|本期|统计|20\d\d年度?)数?", r"(?:(?:历年|自?20\d\d年以来)?累计|上年)数?"
_OF_COLUMNS = expression(f"{_OWN_HEAD} {_OTHER_HEAD}|{_OTHER_HEAD} {_OWN_HEAD}")
_ONLY_CAPTION = expression(
    r"[(\[]?(?:附?表\d{0,2}[:、.]?)?(?:(?P<year>20\d\d)年度?|本年度?|(?P<past>上一?年度?|去年度?))(?:情况|数据|统计)?表?[)\]]?:?"
)
_HEAD_CELL = expression("件数|总数|制作|公开数|有效|项目数|处理决定|本年增|采购|收费金额")  # no caption, whatever year it names
FURTHEST = 1500  # characters between such a line and the first word of the table that is whole
_HEADING = expression(r"[^|\t]{6,}情况:?(?<!申请人情况)")
_A_SENTENCE = expression(r"[^\d。|\t]{4,40}。")  # without a number: nothing that a caption is
_IN_BRACKETS = expression(r"[(][^()]*[)]")
BAND = "第二十条"


def claim(start: int, after: int, folded: str) -> int:
    """Return 2 for a table captioned with the report's year, 0 for one of another year or body, 1 where nothing is said.

    `start` is where the table begins, `after` where the one before it ends.
    """
    if is_of_others(start, after, folded):
        return 0
    if (glued := _GLUED_CAPTION.search(folded, max(after, start - _GLUED), start)) and (year := year_of_title(folded)):
        return 2 if glued[1] == year else 0  # on a page run together it is no line
    lines = _lines_over(start, after, folded)
    last = next(lines, "")
    before = next(lines, "")
    over_sentence = before if _A_SENTENCE.fullmatch(last) and not set(_IN_BRACKETS.sub("", before)) & set("。,;") else ""
    if over_sentence and (is_of_another(over_sentence, folded) or is_of_other_times(over_sentence)):
        return 0  # 下属单位情况如下:, and a sentence below it; that it is the year's own is not believed so far up
    if (_BARE_YEAR.fullmatch(last) and _BARE_YEAR.fullmatch(before)) or _OF_COLUMNS.fullmatch(f"{before} {last}"):
        return 1  # 2022年, 2023年: tables side by side; 本年度, 历年累计: columns of a list
    caption = without_cases(last, folded[start : start + FURTHEST]) if len(last) <= CAPTION and "。" not in last else ""
    if (
        is_of_a_sort(caption, before)
        or is_of_another(caption, folded)
        or is_of_other_times(caption)
        or is_another_time(caption, folded)
    ):
        return 0
    years = YEAR.findall(caption)
    if not years and (above := _caption_above(start, after, folded)):
        if above["past"]:
            return 0
        years = [above["year"]] if above["year"] else []
    if not years or not (year := year_of_title(folded)):
        return 1
    if years[-1] != year:
        return 0
    return 2 if len(set(years)) == 1 and says_that_year(caption, folded) else 1  # 2022年(左)与2023年(右)


def _lines_over(start: int, after: int, folded: str) -> Iterator[str]:
    """Return the lines over a table from below, without rows that lost a label, its own head, and what is said of the table above."""
    begins = folded.rfind("\n", max(0, after - CAPTION), after) + 1  # 2020-2021年: the first year is no cell of the table above
    over = folded[begins or after : end_of_caption(start, folded)]
    over = over[: over.rfind("\n") + 1] if over.endswith(("|", "\t")) else over  # without cells of the head's own line
    bare = (line.strip(" |\t") for line in reversed(over.splitlines()))
    return (
        line
        for line in bare
        if line
        and not ("|" in line or "\t" in line or line.startswith(BAND) or _HEAD_CELL.search(line) or SPEAKS_OF_ABOVE.match(line))
        and not (_FIRST_CELLS.fullmatch(line) or is_damaged_head(line))
    )


def is_the_reports(start: int, end: int, folded: str) -> bool:
    """Tell whether nothing beside a table alone of its kind, in `[start, end)`, says that its numbers are not the report's."""
    return claim(start, 0, folded) > 0 and not says_otherwise(start, end, folded)


def _caption_above(start: int, after: int, folded: str) -> re.Match[str] | None:
    """Return the line further up that is nothing but a caption: between it and the table stand damaged words of its head."""
    for line in reversed(folded[max(after, start - FURTHEST) : start].splitlines()):
        bare = line.strip(" |\t")
        if found := _ONLY_CAPTION.fullmatch(bare):
            return found
        if "。" in bare or _HEADING.fullmatch(bare):
            return None
    return None


def is_of_others(start: int, after: int, folded: str) -> bool:
    """Tell whether the heading right above a table names other bodies than the report's: 二、下属单位情况."""
    for line in reversed(folded[max(after, start - FURTHEST) : start].splitlines()):
        bare = line.strip(" |\t:")
        if not bare or "|" in bare or "\t" in bare:
            continue
        if _ONLY_CAPTION.fullmatch(bare) or SPEAKS_OF_ABOVE.match(bare) or is_damaged_head(bare):
            continue
        if (is_others := names_others(bare, folded)) or not _A_SENTENCE.fullmatch(bare):
            return is_others
    return False


def goes_over(table: TableText, folded: str) -> bool:
    """Tell whether such a heading, or another year's caption, stands between a table's rows: those below it are another table's."""
    last = max((segment.label[0] for segment in table.segments if segment.row), default=table.start)
    printed = (line.strip(" |\t:") for line in folded[table.start : last].splitlines())
    lines = [line for line in printed if not ("|" in line or "\t" in line or line.isdecimal())]  # neither is a row of cells
    year = year_of_title(folded) if any(map(_BARE_YEAR.fullmatch, lines)) else ""
    if year and any(_BARE_YEAR.fullmatch(line) and not line.startswith(year) for line in lines):
        return True
    return any(names_others(line, folded) for line in lines) or any(map(_YEARS_CAPTION.fullmatch, lines))
