"""Which lines of a page are rows of a small table of its own, which are no sentences?

项目 | 2011年 | 2012年 / 收到政府信息公开申请 | 9件 | 12件 would be read as 收到政府信息公开申请9件, and 行政复议数 | 34 | 件 | 3 as 34件, which
is the row's code. A row may be read as a sentence where it is a label and one number, below no head that names another time,
a plan, a code or whose the row is; a cell that says for itself whose, when or how its row was counted makes it none as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import COUNTERS

__all__ = ["without_rows"]

_UNITS = rf"(?:件次|条次|人次|[{COUNTERS}次人名位篇期个场处项]|万?元)"
_BRACKETED = r"(?:\([^()\n]{1,8}\))?"
# The words of a head: what tells the row, what it counts in, how many.
_FIRST = r"序号|编号|(?:统计|评价|考核|工作)?(?:指标|项目|事项|内容|类别|类型)(?:名称|内容)?|名称|公开(?:内容|项目|类别|事项)"
_OWN_NUMBER = r"20\d\d年度?(?:数量|件数|数)?|本年度?(?:数量|件数|数)?|本期数?|(?:统计|件|条|条目|总)数|数量|数值|合计|小计|总计"
_OTHER_NUMBER = (
    r"上一?年度?(?:数量|件数|数)?|去年|上期数?|(?:历年|历史|本年|总)?累计数?|第?[一二三四]季度|[上下]半年|(?:年度|目标|责任|工作)?(?:计划|目标|任务)数?"
    r"|完成数?|实际(?:完成)?数?|代码|编码|行次|行号|序号|编号"
)
_WHOSE = r"部门|单位(?:名称)?|科室|时间|年度|年份|月份|渠道|公开渠道|公开方式|申请方式|责任目标|年度目标"
_SAID = r"(?:公开|完成|工作)?情况|计量单位|单位|备注|说明|占比|比例|百分比|完成率|同比|增减"
_WORD = rf"(?:{_FIRST}|{_OWN_NUMBER}|{_OTHER_NUMBER}|{_WHOSE}|{_SAID}){_BRACKETED}"
# Possessive: a word of the head splits in two ways, 本年数量 and 本年 + 数量, and a page has thousands of empty lines.
_HEAD = expression(rf"(?:(?<=\n)|^)[ \t|,*]*+(?P<words>(?>{_WORD})(?>(?:[\s|,*]*+(?>{_WORD}))+))(?=[\s|,*]|$)")
_EACH = expression(_WORD)
_IS_FIRST, _IS_NUMBER = expression(rf"(?:{_FIRST}){_BRACKETED}"), expression(rf"(?:{_OWN_NUMBER}|{_OTHER_NUMBER}){_BRACKETED}")
_IS_OTHER = expression(rf"(?:{_OTHER_NUMBER}){_BRACKETED}|.*(?:累计|上年|计划|目标|任务|季度|半年).*")
_IS_WHOSE = expression(rf"(?:{_WHOSE}){_BRACKETED}")
_YEAR = expression(r"20\d\d")

_MARK = expression(r"[|\t]")
_SENTENCE_END = expression(r"[。;]")
_LINE, _PIECE = expression(r"[^\n]+"), expression(r"[^。;\n]+")
_LONGEST_LINE, _LONGEST_CELL = 80, 60  # characters of a row without marks between its cells, of a cell
_SERIAL = expression(r"[(\[]?[\d一二三四五六七八九十]{1,2}[)\].、]*")
_NUMBER = rf"\d[\d,]*(?:\.\d+)?{_UNITS}?"
_COUNTED = expression(rf"(?:.*[^\d.,])?{_NUMBER}")
_LABELLED = expression(rf"[^\d]{{4,}}{_NUMBER}(?:,.*)?")
# 依申请公开 | 收到申请12件 says again what is counted, 网站 | and 上年 | something else.
_TOPIC = expression(r"(?!.*(?:网|微|栏|平台|目标|任务|计划|上年|去年|半年|季度|月)).*(?:公开|申请|复议|诉讼|收费)")
# What stands so in no sentence: 9件12件, 9 12件, 收到申请数,2,件,12. A number with a point behind
# begins an item, and where characters stand apart digits do.
_SEVERAL = expression(
    rf"\d[ ]*{_UNITS}[ ]*(?!20\d\d年)\d[\d,]*(?:\.\d+)?(?![\d.、)年月日%‰])"
    r"|(?<![\d.年月日])(?<![\u4e00-\u9fff] [\u4e00-\u9fff] )\d[\d,.]*[ \u3000]+\d[\d,.]*[ ]*" + _UNITS + r"|"
    rf"(?<!\d),\d+{_UNITS}?,(?:{_UNITS},)?\d+{_UNITS}?(?=,|$)"
)


def without_rows(text: str, folded: str, year: int) -> str:
    """Return the page's text, as long as it is, with an empty line for each character of those rows."""
    pieces: list[str] = []
    at = 0
    for start, end in sorted([*_below_heads(folded, year), *_rows(folded)]):
        pieces += text[at : max(start, at)], "\n" * (end - max(start, at))
        at = max(end, at)
    return "".join([*pieces, text[at:]])


def _below_heads(folded: str, year: int) -> Iterator[tuple[int, int]]:
    """Yield the tables whose head names several columns of numbers, or one that is not the year's."""
    end = 0
    for head in _HEAD.finditer(folded):
        if head.start() < end or not _tells_otherwise(_EACH.findall(head["words"]), year):
            continue
        at = head.end()
        rest = _SENTENCE_END.split(folded[at:].partition("\n")[0])[0]
        marked = _MARK.search(head["words"]) is not None
        end = at + len(rest)
        for line in _LINE.finditer(folded, end):
            is_row = _MARK.search(line[0]) if marked else len(line[0]) <= _LONGEST_LINE and not _SENTENCE_END.search(line[0])
            if not is_row and not line[0].isspace():
                break
            end = line.end()
        yield head.start(), end


def _tells_otherwise(words: list[str], year: int) -> bool:
    """Tell whether the columns that a head names leave open which number of a row is the year's."""
    numbers = [word for n, word in enumerate(words) if _IS_NUMBER.fullmatch(word) and not (n == 0 and _IS_FIRST.fullmatch(word))]
    if len(numbers) > 1 or any(_IS_OTHER.fullmatch(word) for word in numbers):
        return True
    if any(int(named) != year for word in words for named in _YEAR.findall(word)):
        return True
    first = words[1] if words[0] in ("序号", "编号") else words[0]
    return _IS_WHOSE.fullmatch(first) is not None or any(re.search("目标|任务|计划|累计", word) for word in words)


def _rows(folded: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that print several numbers, or say in a cell before the label what else is counted."""
    for line in _LINE.finditer(folded):
        if _MARK.search(line[0]) and _is_row(line[0]):
            yield line.span()
            continue
        yield from (piece.span() for piece in _PIECE.finditer(folded, *line.span()) if _SEVERAL.search(piece[0]))


def _is_row(line: str) -> bool:
    cells = [word for cell in _MARK.split(line) if (word := "".join(cell.split()))]
    if len(cells) > 1 and _SERIAL.fullmatch(cells[0]):
        cells = cells[1:]
    if len(cells) < 2 or any(len(cell) > _LONGEST_CELL or "。" in cell for cell in cells):
        return False
    if sum(_COUNTED.fullmatch(cell) is not None for cell in cells) > 1:
        return True
    return not _TOPIC.match(cells[0]) and any(_LABELLED.fullmatch(cell) for cell in cells[1:])
