"""Which numbers of a table only number its rows? A column 行次 behind the labels, or 序号 before them, holds no figure.

What tells them is that they count up with the rows, whether the head names their column or not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.labels import ROW_NUMBERS
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.splits import cells_add_up
from gongkai.indexer.tables.tables import Segment, TableText

__all__ = ["counts_up", "is_led", "without_heading_number", "without_row_numbers"]

_BEHIND = expression(r"[\s|]*[(]?(\d{1,3})[)]?(?=[\s|]|$)")
_BEFORE = expression(r"(?<![^\s|])(\d{1,4})[\s|]*$")
_YEAR = expression(r"20\d\d")
_NUMBERS = "|".join(ROW_NUMBERS)
# The head of a column before table four's.
_LEADS = expression(rf"(?<![^\s|])(?:年度|年份|{_NUMBERS}|类别|名称|项目|单位|指标)[\s|]*$")
_NEAR = 60  # characters
_COUNTED = expression(rf"信息内容[\s|]*(?:{_NUMBERS})|(?:{_NUMBERS}|年度|年份)[\s|]*信息内容")
_GLUED = expression(r"\d+")
_FEWEST = {"proactive": 5, "requests": 12}  # rows that are numbered: fewer may hold such numbers by chance
_LAST = expression(r"(?<![^\s|])(\d{1,2})[ ]*$")
_SECTIONS = {  # what stands behind the number of a section's heading: 3 收到和处理政府信息公开申请情况
    "3": expression("收到和处理"),
    "4": expression("(?:因)?政府信息公开(?:工作)?(?:被)?(?:申请|提起)?行政复议|行政复议"),
    "5": expression("(?:政府信息公开工作)?(?:存在的)?(?:主要)?问题|存在"),
}
_NUMBERED = expression(r"(?<!\S)[12] *(?:总体情况|概述|主动公开政府信息)")  # headings above are numbered so
_NOTE = expression("(?:规章|行政|政府集中采购|其他对外)[\u4e00-\u9fff]")  # 1 行政许可含变更: a note on a row of the table
_MOST = 40  # rows of tables two and three together
_HEADED = 2  # of them that stand below a head, where no other row's last cell can be


def without_heading_number(text: TableText, folded: str) -> None:
    """Take the number of the section's heading off the table's last cells, on whose line it stands; a note's takes the cell with it."""
    last = max(text.segments, key=lambda segment: segment.end, default=None)
    if last is None or not (number := _LAST.search(folded, last.start, last.end)):
        return
    behind = folded[last.end : last.end + _NEAR].lstrip(" ")
    if (heading := _SECTIONS.get(number[1])) and heading.match(behind) and _NUMBERED.search(folded):
        last.end = number.start(1)
    elif text.key == "proactive" and folded[last.start : number.start(1)].isspace() and _NOTE.match(behind):
        last.end = last.start


def without_row_numbers(text: TableText, folded: str) -> bool:
    """Take the rows' own numbers away from their cells, where they count up; false where they are glued to the others."""
    named = [s for s in text.segments if s.row and not s.unknown]
    fewest = _FEWEST.get(text.key, len(named) + 1)
    behind = [(s, m) for s in named if (m := _BEHIND.match(folded, s.start, s.end))]
    if _count_up([int(m[1]) for _, m in behind], fewest, text.key) and len(behind) == sum(_holds_digit(s, folded) for s in named):
        for segment, number in behind:
            segment.start = number.end()
        text.numbered = True
        return True
    if text.key == "proactive":
        text.numbered = _take_off_ends(text.segments, folded, fewest)
        return not _begin_glued(
            named, folded, is_counted=_COUNTED.search(folded, max(0, text.start - _NEAR), text.end) is not None
        )
    if text.key == "requests":
        text.numbered = _take_off_rising(text.segments, folded, fewest)
    return True


def _begin_glued(named: Sequence[Segment], folded: str, *, is_counted: bool) -> bool:
    """Tell whether rows' own numbers may be glued to the first ones of table two: 规章18, 行政许可3204; a head may say so."""
    found = [m[0] if (m := _GLUED.match(folded, s.start, s.end)) else "" for s in named if _holds_digit(s, folded)]
    if is_counted and any(found):
        return True
    return len(found) >= _FEWEST["proactive"] and all(one.startswith(str(at)) for at, one in enumerate(found, 1))


def _count_up(numbers: Sequence[int], fewest: int, key: str) -> bool:
    is_begun = bool(numbers) and (key != "proactive" or numbers[0] == 1)
    return len(numbers) >= fewest and is_begun and all(b - a == 1 for a, b in pairwise(numbers))


def counts_up(cells: Sequence[str]) -> bool:
    """Tell whether the cells of a column of table three are the numbers of its rows, one after the other."""
    numbers = [int(cell) for cell in cells if cell.isdecimal()]
    return numbers[:1] in ([0], [1]) and len(numbers) == len(cells) and _count_up(numbers, _FEWEST["requests"], "requests")


def _take_off_ends(segments: Sequence[Segment], folded: str, fewest: int) -> bool:
    """Take the number before each label off the cells of the row above, where all rows of table two have theirs, or all the year."""
    found: list[tuple[Segment, int, bool]] = []  # where it stands, and whether it counts
    headed = 0
    count = int(bool(segments) and segments[0].row is not None)
    for above, below in pairwise(segments):
        if not below.row or below.unknown or below.row == above.row:
            continue
        count += 1
        number = _BEFORE.search(folded, above.start, above.end)
        if number and (int(number[1]) == count or _YEAR.fullmatch(number[1])):
            found.append((above, number.start(1), int(number[1]) == count))
            headed += above.row is None
        elif above.row is None:
            return False  # a row below a head that has no number: none has
    if headed < _HEADED or len(found) < fewest - 1 or len({is_count for _, _, is_count in found}) > 1:
        return False
    for segment, start, _ in found:
        segment.end = start
    return True


def _take_off_rising(segments: Sequence[Segment], folded: str, fewest: int) -> bool:
    """Take the number before each label off the cells of the row above, where all of them rise as no totals do."""
    for above in (segments[:-1], [a for a, b in pairwise(segments) if b.row and not b.unknown]):
        found = [(s, m) for s in above if (m := _BEFORE.search(folded, s.start, s.end))]
        numbers = [int(m[1]) for _, m in found]
        if len(found) >= fewest and all(a < b for a, b in pairwise(numbers)) and numbers[-1] - numbers[0] < _MOST:
            for segment, number in found:
                segment.end = number.start(1)
            return True
    return False


def is_led(text: TableText, rows: Mapping[str, Reading], folded: str) -> bool:
    """Tell whether the first of table four's numbers may be the row's own, or its year, and another cell is lost: no sums hold."""
    if not rows or all(cells_add_up(reading.values) for reading in rows.values()):
        return False
    first = next(iter(rows.values())).values[0].raw
    if _YEAR.fullmatch(first):
        return True
    at = next(iter(rows.values())).values[0].start
    above = folded[max(0, at - _NEAR) : at].rstrip(" |:+-=\t\n")
    return (
        first.isdecimal() and above.endswith("计") and _LEADS.search(folded[max(0, text.start - _NEAR) : text.start]) is not None
    )


def _holds_digit(segment: Segment, folded: str) -> bool:
    return any(map(str.isdigit, folded[segment.start : segment.end]))
