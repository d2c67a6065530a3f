"""Which word stands before table four's fifteen cells as the head of their row? 数量 | 0 | 0 …, 本机关 | 0 | 0 …, 2023年 | 0 | 0 …

The form prints none, and with it the row has a cell too many: all fifteen were lost. Such a head says no more than that the row is the
report's own; it is taken out where the table's head stands right above, just fifteen cells behind it and no second row below.
"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import DROPPED, squeeze_label
from gongkai.indexer.tables.labels import RULINGS
from gongkai.indexer.tables.ownership.whose import title_of, year_of_title

__all__ = ["without_head_of_row"]

# 合计 and 总计 are words of the head as well, and end it: they are told there.
_UNIT = r"(?:\((?:单位[:]?)?[件宗]\))?"
_PLAIN = (
    r"(?:案件)?(?:数量?|件数|数据|数值|数额|总数|统计数)|(?:案件|办理|统计)?情况|共计|总数|全年|全年度|[本当]年度?(?:合计|数量?|数据)?|本期"
    r"|[本我](?:机关|单位|部门|行政机关)|[件宗]"
)
_CELL = r"(?:\d[\d,]*|[-/]|无)"
# It stands right behind a word of the table's head: looked for behind the last characters of these, one of six is found.
_WORD = rf"[{''.join(sorted({ruling[-1] for ruling in RULINGS}))}]{DROPPED}*(?<=[\s|])(?P<head>[^\s|\d,][^\s|]{{0,15}}|20\d\d年度?[^\s|\d]{{0,3}})"
# The row's cells on a line, some of them perhaps empty; or wherever they stand, with none of them empty.
# Spaces stand behind a cell or a separator, never both: with them before a cell as well, 15 empty ones could be read in 4^14 ways.
_ON_A_LINE = expression(
    rf"{_WORD}(?P<cut>[ ]*[|\t][ ]*)(?=(?:(?:{_CELL}[ ]*)?[|\t][ ]*){{14}}(?:{_CELL}[ ]*)?(?:[|][ ]*)?(?:\n|\Z))"
)
_ANYWHERE = expression(
    rf"{_WORD}(?P<cut>[\s|]+)(?=(?P<cells>{_CELL}(?:[\s|]+{_CELL}){{14}})(?![\d,.])(?![\s|]+{_CELL}(?:[\s|]|\Z)))"
)
_HEAD_SIZE, _FIRST, _LAST = 400, "行政复议", 48  # characters
_CELLS = 15  # each with a separator before it
_SECOND_ROW = expression(r"[\s|]*(?:(?:[^\s|\d]|20\d\d年?)[^\s|]{0,15}[\s|]+)?\d+[\s|]+\d+(?:[\s|]|\Z)")
_ROW_ENDS = expression(rf"(?:[\s|]*{_CELL}(?=[\s|]|\Z)){{1,15}}")
_YEAR = expression(r"(20\d\d)年度?(?:数据?|合计)?")
_IS_PLAIN = expression(f"(?:{_PLAIN}){_UNIT}")
_OWN_KIND, _FEWEST = expression("[本我]([局委厅院校镇乡办]|街道)"), 3  # characters of a name
_BEHIND_NAME = expression(r"(?:关于)?(?:20\d\d|政府信息公开)")


def without_head_of_row(folded: str) -> str:
    """Return the page's text with spaces in place of such a head and of what parts it from the first cell."""
    if _FIRST not in folded:
        return folded
    is_on_a_line = any(line.count("|") + line.count("\t") >= _CELLS for line in folded.split("\n"))
    for pattern in (_ON_A_LINE, _ANYWHERE) if is_on_a_line else (_ANYWHERE,):
        found = [row for row in pattern.finditer(folded, max(0, folded.index(_FIRST) - 1)) if _heads_the_row(row)]
        if len(found) == 1:
            start, end = found[0].start("head"), found[0].end("cut")
            return folded[:start] + " " * (end - start) + folded[end:]
    return folded


def _heads_the_row(row: re.Match[str]) -> bool:
    """Tell whether a word and fifteen cells are the only row below table four's head, and the word says that it is the report's."""
    folded = row.string
    start = row.start("head")
    above = folded[max(0, start - _HEAD_SIZE) : start]
    if _FIRST not in above or not squeeze_label(above[-_LAST:]).endswith(tuple(RULINGS)):
        return False
    cells = _ROW_ENDS.match(folded, row.end("cut"))
    return (cells is None or not _SECOND_ROW.match(folded, cells.end())) and _is_own(row["head"], folded)


def _is_own(word: str, folded: str) -> bool:
    """Tell whether a row's head says no more than that the numbers are the report's: of its year, of its agency, of all."""
    if _IS_PLAIN.fullmatch(word):
        return True
    if year := _YEAR.fullmatch(word):
        return year[1] == year_of_title(folded)
    if kind := _OWN_KIND.fullmatch(word):
        return kind[1] in title_of(folded)
    if len(word) <= _FEWEST:
        return False  # the last word of the table's own head, nearly always
    title = title_of(folded)
    return title.startswith(word) and _BEHIND_NAME.match(title, len(word)) is not None
