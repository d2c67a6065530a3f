"""What do the head of the list of 2014 and the lines around it say of its numbers: half a year's, a plan's, another place's?

统计指标 | 单位 | 上半年, 2008年5月1日-2016年12月31日 above it, 注:以上为全市汇总数据 below it.
"""

from __future__ import annotations

from collections.abc import Mapping

from gongkai.indexer.dates.periods import is_of_no_year, is_year
from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.lists.list_notes import is_of_another_place, names_another_body, names_another_time, speaks_of_another
from gongkai.indexer.tables.lists.numbers_first import numbers_lead
from gongkai.indexer.tables.ownership.whose import is_of_another_body, title_of
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import TableText

__all__ = ["counts_otherwise", "notes_otherwise", "without_remarks"]

_ABOVE, _BELOW = 400, 120  # characters that are looked at
_LINES, _LONGEST = 4, 40  # lines above the head and their characters
_UNIT_HEAD = expression(r"(?<![报送])(?:计量)?单位(?!:)(?P<head>[^:]{0,24}?)(?=一、|\(一\)|主动公开情况|$)")
_NOISE = expression(r"[\s|]+")
_OF_A_PART = expression(
    r"半年|季度|(?<!\d)(?:[1-9]|1[01])月|(?<![1一][-至到])(?<![1一]月[-至到])(?<!\d)12月(?!31日|底|末)|上一?年|去年|历年|累计|计划|目标|任务|本月|同比|占比|比例|增减"
)
# A column more, whose numbers cells that are run together join to the year's: 统计指标 | 代码 | 单位, 单位 | 2015年 | 2016年,
# 局机关 | 水政大队 | 合计, 统计数 | 排名.
_CODED = expression(r"(?:指标(?:名称|内容)?|单位|统计数|数量)(?:代码|编码|行次|行号|序号|编号)")
_OF_SEVERAL = expression(r"20\d\d年?.*20\d\d年|[\u4e00-\u9fff]{2}(?<!统计)(?<!数量)合计|排名|名次|得分|分值|权重")
_BODY = expression(r"[\u3400-\u9fff]{2,16}(?:局|委员会|镇|乡|街道|办事处)")
_SPAN = expression(
    r"\(?(20\d\d)年(\d{1,2})月(?:(\d{1,2})日)?起?[至到-](20\d\d)年(\d{1,2})月(?:(\d{1,2})日)?止?\)?|\(?(20\d\d)年?[-至到](20\d\d)年\)?"
)
_PLANNED = expression(r"(?!.*完成)[^。]*(?:目标|任务|计划|打算)")
_NOTE = expression("注|说明|备注|以上|本表|上表")
_CORRECTS = expression("更正|勘误|订正|[^。]{0,12}(?:(?:更正|勘误|订正)[^。]{0,4}(?:见|为准)|有误|作废)")
# A head that is a cell a line and names the numbers first: the row that a number stands behind is not its own.
_NUMBERS_FIRST = expression(r"统计数量?\s*\n[\s|]*(?:(?:计量)?单位\s*\n[\s|]*)?(?:统计)?(?:指标|项目)")
_MARK = expression(r"[|\t]")
_LAST_MONTH = 12


def counts_otherwise(text: TableText, folded: str) -> bool:
    """Tell whether the head, or what is noted above and below, says that the numbers are not the year's or not the agency's."""
    first = min((segment.label[0] for segment in text.segments if segment.row), default=text.start)
    above = folded[max(0, first - _ABOVE) : first]
    if _NUMBERS_FIRST.search(above):
        return True
    words = _NOISE.sub("", above)
    heads = list(_UNIT_HEAD.finditer(words))
    if _CODED.search(words) or (heads and (_OF_SEVERAL.search(heads[-1]["head"]) or _is_of_others(heads[-1]["head"], folded))):
        return True
    return notes_otherwise(text, folded, text.start)


def notes_otherwise(text: TableText, folded: str, begins: int) -> bool:
    """Tell whether what is noted above a list that `begins` there, or below, says that its numbers are not the year's or not the agency's."""
    lines = [line for raw in folded[max(0, begins - _ABOVE) : begins].splitlines() if (line := _NOISE.sub("", raw))]
    near = [line for line in lines[-_LINES:] if len(line) <= _LONGEST and "。" not in line]
    if any(_is_no_year(line) or _PLANNED.fullmatch(line) for line in near) or is_of_no_year(folded):
        return True
    if any(speaks_of_another(line, folded) for line in near) or numbers_lead(text, folded):
        return True
    below = [line for raw in folded[text.end : text.end + _BELOW].splitlines() if (line := _NOISE.sub("", raw))][:2]
    # A line right below the last row may be taken for one of its cells.
    last = max((segment.label[1] for segment in text.segments if segment.row), default=text.end)
    inside = folded.count("\n", last, text.end)
    noted = below + [_NOISE.sub("", raw) for raw in folded[last : text.end + _BELOW].splitlines()[1 : inside + 1]]
    if any(len(line) <= _LONGEST and (names_another_time(line, folded) or _is_filled_in(line, folded)) for line in noted):
        return True
    return any(_CORRECTS.match(line) or (_NOTE.match(line) and is_of_another_place(line, folded)) for line in below)


def _is_filled_in(line: str, folded: str) -> bool:
    """Tell whether a line below says who else filled the list in; a name alone there is who signed the report."""
    return ":" in line and names_another_body(line, folded)


def _is_of_others(head: str, folded: str) -> bool:
    body = _BODY.search(head)
    if _OF_A_PART.search(head) or is_of_another_place(head, folded):
        return True
    return body is not None and (is_of_another_body(body[0], folded) or body[0] not in title_of(folded))


def _is_no_year(line: str) -> bool:
    """Tell whether a line is a span of time that is no year."""
    found = _SPAN.fullmatch(line)
    if found is None:
        return False
    if found[7]:
        return found[7] != found[8]
    first, last = (found[1], found[2], found[3] or "1"), (found[4], found[5], found[6] or "28")
    if not found[6] and found[1] == found[4]:
        return int(found[5]) != _LAST_MONTH
    return not is_year(*map(int, (*first, *last)))


def without_remarks(rows: Mapping[str, Reading], text: TableText, folded: str) -> dict[str, Reading]:
    """Return the readings without those that stand below 备注, the cell of the number being empty: 件 |  | 12."""
    first = min((segment.label[0] for segment in text.segments if segment.row), default=text.start)
    heads = [_cells(line) for line in folded[max(0, first - _ABOVE) : first].splitlines() if _MARK.search(line)]
    head = next((cells for cells in reversed(heads) if "备注" in cells), [])
    return {row: reading for row, reading in rows.items() if not head or not _is_below_remarks(reading, head, folded)}


def _is_below_remarks(reading: Reading, head: list[str], folded: str) -> bool:
    at = reading.values[0].start
    begins, ends = folded.rfind("\n", 0, at) + 1, folded.find("\n", at)
    line = folded[begins : ends if ends >= 0 else len(folded)]
    return len(_cells(line)) == len(head) and len(_MARK.findall(folded, begins, at)) == head.index("备注")


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _MARK.split(line)]
