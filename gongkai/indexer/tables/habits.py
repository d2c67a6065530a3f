"""How does this table print its rows? Where their numbers stand, in which order its columns, whether they are numbered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.labels import PROACTIVE, ROWS, column_words, rulings_in_order
from gongkai.indexer.tables.lists.lines_of_list import end_rows
from gongkai.indexer.tables.rows.padding import looks_like_a_cell, padding_of
from gongkai.indexer.tables.rows.shared_cells import leave_shared_cells
from gongkai.indexer.tables.tables import Habit, Segment, TableText
from gongkai.mappings.form import APPLICANTS

__all__ = [
    "all_shown",
    "blocks_in_order",
    "breaks_before",
    "columns_in_order",
    "head_of",
    "head_words",
    "mark_padding",
    "mark_rows",
    "rows_by_head",
    "total_shown",
    "without_serials",
]

_ITEM = "第二十条"
_PARTS = {
    item: frozenset(row.key for rows in PROACTIVE.values() for row in rows.values() if f"({item})" in row.band)
    for item in "一五六八九"
}
_KINDS = tuple(column.label for column in APPLICANTS[1:-2])  # 其他 is too common a word
_HEAD = 160  # characters before the first word of a table
_SERIALS = 8  # so many rows that end with numbers one apart are numbered
_COUNTED = expression(r"[\s|]*\d[\d,.]*[\s|]*(?:万?元|[条件次篇个人场期][\s|]*(?=[(\d一二三四五六七八九其]|$))")
_ALONE = expression(r"[\s|]*\d[\d,.]*[\s|]*(?:万?元|人次|[条件次篇个人场期])?[\s|]*")
_BEFORE = 3  # labels behind their numbers: fewer are rows run together
_LIST = 3000  # characters of a list of 2014: its head may be far above the first row that was found
_LAST_YEAR = expression("(?:上年|上一年|上年度|去年)(?:度?数|同期|情况)|同期数")
_OTHER_VALUES = expression(
    r"指标[^\n]{0,24}(?:上年|上一年|去年|计划|累计|同比|目标|历年|预算)"
)  # what a list of 2014 prints in place of 统计数
# Codes of so many rows; between two of them a heading has codes too.
_FIRST_NUMBER, _CODES, _LEAP = expression(r"[\s|]*(\d{1,4})(?=[\s|]|(?:[条件次篇个人]|人次|万元)[\s|]+\d|$)"), 8, 6
_NEARLY = 0.9  # of them: a label that is broken has another number
_MOST = 0.7  # of the rows: so many have a number before the label and none behind it
_NUMBER_FIRST = expression(r"[ \t|]*\d[\d,.]*[ \t|]+(?:[(\[]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[)\].、]+|其中:?)?[ \t|]*")
_ON_A_LINE = expression(r"\n[ \t|]*\d[\d.,]*[ \t|]*\n")
_TOTAL_BEFORE = expression(  # 总计 | 自然人 | …; 自然人 | 总计 | 法人或其他组织
    r"(?<![^\s|,])[总合]计[| \t,]+(?:自然人|法人)(?![^\s|,或])|^[ \t]*[总合]计[ \t]*\n[ \t]*自然人[ \t]*$", re.MULTILINE
)
_TOTAL_FIRST = expression(r"[总合]计[| \t,\n]+(?:自然人|法人)")  # stands in each, and is found sooner
_LONG_HEAD = 2000  # characters of a head whose merged cells repeat what they say
_QUALIFIED_HEAD = expression("(?:上一?年度?|去年|累计|历年)(?:自然人|商业企业|科研机构|社会公益组织|法律服务机构|总计)")
_LAST_NUMBER = expression(r"(?:^|(?<=[\s|]))(\d{1,3})[\s|]*$")
_PRINTED = expression(r"[^\s|]")
_FOOTNOTED = expression(r"\d{1,2}\n\s*\d")
_DIGIT = expression(r"\d")


def without_serials(text: TableText, folded: str) -> bool:
    """Take the numbers of a column 序号 off the ends of the rows before; false when another column cannot be told apart.

    With last year's numbers beside this year's, nothing tells which is which where a cell is empty.
    """
    head = head_of(text, folded)
    if text.key == "statistics" and (
        _LAST_YEAR.search(folded, max(0, text.start - _LIST), text.end)
        or _OTHER_VALUES.search(head)
        or _numbers_come_first(text, folded)
        or _counts_its_rows(text, folded)
    ):
        return False
    if text.key == "statistics" and end_rows(text, folded):
        return True
    before = [s for s, after in pairwise(text.segments) if text.key != "proactive" or after.row or after.unknown]
    ends = [(s, m) for s in before if (m := _LAST_NUMBER.search(folded, s.start, s.end))]
    serials = [int(m[1]) for _, m in ends]
    steps = [b - a for a, b in pairwise(serials)]
    if "序号" not in head and "行次" not in head and (len(steps) < _SERIALS or steps.count(1) < len(steps) - 1):
        return True
    if any(step <= 0 for step in steps):
        return False
    for segment, number in ends:
        segment.end = number.start(1)
    return True


def _counts_its_rows(text: TableText, folded: str) -> bool:
    """Tell whether the number right behind the labels of a list is the row's own code, before its unit and its value."""
    first: dict[str, int] = {}
    for segment in text.segments:
        if segment.row and (number := _FIRST_NUMBER.match(folded, segment.start, segment.end)):
            first.setdefault(segment.row, int(number[1]))
    codes = list(first.values())
    rising = sum(before < after <= before + _LEAP for before, after in pairwise(codes))
    return len(codes) >= _CODES and rising >= _NEARLY * (len(codes) - 1)


def _numbers_come_first(text: TableText, folded: str) -> bool:
    """Tell whether the numbers of a list stand before their labels: on their lines, or on the lines above them."""
    if sum(_stands_behind(segment, folded) for segment in text.segments) > _BEFORE:
        return True
    named = [segment for segment in text.segments if segment.row and not segment.unknown]
    if sum(_is_before_alone(segment, folded) for segment in named) > max(_BEFORE, _MOST * len(named)):
        return True
    above = folded[: folded.rfind("\n", 0, named[0].label[0]) + 1].rstrip().rpartition("\n")[2] if named else ""
    return bool(_ALONE.fullmatch(above)) and not any(map(str.isdigit, folded[named[-1].start : named[-1].end]))


def _stands_behind(segment: Segment, folded: str) -> bool:
    """Tell whether a number with its unit stands before the label on its line: 9条 (一)主动公开政府信息数."""
    start = segment.label[0]
    return bool(_COUNTED.match(folded, folded.rfind("\n", 0, start) + 1, start))


def _is_before_alone(segment: Segment, folded: str) -> bool:
    """Tell whether the line of a label has its number before it and none behind: 1374 (一)主动公开政府信息数 条."""
    start, end = segment.label
    line = folded[end : segment.end].partition("\n")[0]
    begins = folded.rfind("\n", 0, start) + 1
    is_first = _NUMBER_FIRST.fullmatch(folded, begins, start) is not None
    return is_first and not _DIGIT.search(line) and not _ON_A_LINE.search(folded, end, segment.end + 1)


def head_of(text: TableText, folded: str) -> str:
    """Return what is printed above a table's first row."""
    first = next((s.label[0] for s in text.segments if s.row), text.start)
    return folded[max(0, text.start - _HEAD) : first]


def breaks_before(folded: str, segment: Segment) -> int:
    """Return how many line breaks stand between a label and the first thing that is printed behind it."""
    printed = _PRINTED.search(folded, segment.start, segment.end)
    return folded.count("\n", segment.start, printed.start() if printed else segment.end)


def mark_rows(text: TableText, kinds: dict[str, list[str]], folded: str) -> None:
    """Tell a table and its segments how it prints its rows."""
    leave_shared_cells(text.segments, folded)
    _mark_habit(text.segments, kinds, folded)
    mark_padding(text, folded)
    if text.key == "proactive":
        _mark_parts(text.segments)


def _mark_habit(segments: Sequence[Segment], kinds: dict[str, list[str]], folded: str) -> None:
    """Tell the segments where most rows print their first number, and whether some numbers float between two labels."""
    below = inline = floating = 0
    lines_before: Counter[int] = Counter()
    for segment in segments:
        body = folded[segment.start : segment.end]
        if segment.row is None or segment.unknown or not (first := _DIGIT.search(body)):
            continue
        if _FOOTNOTED.match(body):
            continue  # a digit in the label's cell, the number below
        lines_before[breaks_before(folded, segment)] += 1
        lines = [line.split() for line in body.split("\n")]
        below, inline = below + ("\n" in body[: first.start()]), inline + ("\n" not in body[: first.start()])
        floating += len(lines) > 1 and len(lines[0]) == len(lines[1]) == len(kinds.get(segment.row, ())) > 1
    habit = Habit.INLINE if inline > max(1, below) else Habit.BELOW if below > max(1, inline) else Habit.NONE
    usual = lines_before.most_common(1)[0][0] if lines_before else 0
    for segment in segments:
        segment.usual = usual
        segment.habit = Habit.FLOATING if habit is Habit.INLINE and floating else habit


def mark_padding(text: TableText, folded: str) -> None:
    """Tell a table and its segments how its lines end."""
    text.padding = padding_of(folded, text.start, text.end, spans=text.key == "requests")
    text.may_drop = looks_like_a_cell(folded, text.start, text.end, text.padding)
    for segment in text.segments:
        segment.padding = text.padding


def _mark_parts(segments: Sequence[Segment]) -> None:
    """Tell the segments of table two below which heading they stand: 第二十条第(五)项."""
    part = None
    for segment in segments:
        if segment.word.startswith(_ITEM) and segment.row is None:
            item = next((item for item in _PARTS if item in segment.word.removeprefix(_ITEM)), "")
            part = _PARTS.get(item)
        segment.part = part


def head_words(text: TableText) -> tuple[str, ...]:
    """Return the words of the form that a table prints above its first row."""
    first = next((s.word for s in text.segments if s.row), "")
    return text.words[: text.words.index(first)] if first in text.words else ()


def _place_of(word: str, text: TableText) -> int:
    return next((i for i, segment in enumerate(text.segments) if segment.word == word), 0)


def _is_above(upper: str, lower: str, text: TableText, folded: str) -> bool:
    """Tell whether a word of the head stands alone on a line above that of another, which is one of several: in the middle of its cell."""
    start, end = text.segments[_place_of(upper, text)].label
    line = folded[folded.rfind("\n", 0, start) + 1 : folded.find("\n", start)]
    below = text.segments[_place_of(lower, text)].label[0]
    others = folded[folded.rfind("\n", 0, below) + 1 : folded.find("\n", below)]
    return "\n" in folded[end:below] and line.strip(" |\t") == folded[start:end] and others.strip(" |\t") != lower


def total_shown(text: TableText) -> bool:
    """Tell whether the head prints 总计, or has lost other words as well."""
    head = head_words(text)
    return "总计" in head or not {"自然人", *_KINDS} <= set(head)


def all_shown(text: TableText, folded: str) -> bool:
    """Tell whether the head prints every kind of applicant, the beginnings of their names at least, or none of them."""
    words, printed = set(head_words(text)), head_of(text, folded)
    return not words & set(_KINDS) or all(
        words & {kind.label, *kind.spellings} or kind.label[:2] in printed for kind in APPLICANTS[:-2]
    )


def blocks_in_order(text: TableText) -> bool:
    """Tell whether table four prints 行政复议 before 行政诉讼, its blocks and its rulings in the form's order."""
    blocks = list(dict.fromkeys(segment.row for segment in text.segments if segment.row in ROWS["review"]))
    if blocks != [row for row in ROWS["review"] if row in blocks]:
        return False
    review = next((i for i, segment in enumerate(text.segments) if segment.row == "review"), None)
    suits = [i for i, segment in enumerate(text.segments) if segment.word == "行政诉讼"]
    is_first = review is None or not suits or max(suits) > review
    return is_first and rulings_in_order(segment.word for segment in text.segments)


def rows_by_head() -> dict[str, list[str]]:
    """Return the rows of table two that each word of its heads may stand above, in either form."""
    found: dict[str, list[str]] = {}
    for rows in PROACTIVE.values():
        for key, row in rows.items():
            for word in frozenset().union(*column_words(row)):
                found.setdefault(word, []).append(key)
    return found


def columns_in_order(text: TableText, folded: str) -> bool:
    """Tell whether the head prints the applicants in the form's order: only then do seven cells say whose they are."""
    head = head_words(text)
    first = next((s.label[0] for s in text.segments if s.row), text.start)
    if _QUALIFIED_HEAD.search(folded, max(0, text.start - _HEAD), first):
        return False
    over = max(0, text.start - _LONG_HEAD), first
    if _TOTAL_FIRST.search(folded, *over) and _TOTAL_BEFORE.search(folded, *over):
        return False
    above = folded[max(0, text.start - 2 * _HEAD) : text.start].splitlines() if "自然人" not in head else []
    if any(-1 < line.find("法人或其他组织") < line.rfind("自然人") for line in above):
        return False  # the first rows' labels are damaged: the head stands farther above
    rows_before = [s for s in text.segments[: _place_of("自然人", text)] if s.row]
    if len(rows_before) > len(_KINDS):
        return False  # a table on its side
    places = [head.index(word) for word in _KINDS if word in head]
    person, total = (head.index(word) if word in head else None for word in ("自然人", "总计"))
    bodies = next((i for i, word in enumerate(head) if word.startswith("法人")), None)
    if person is not None and bodies is not None and bodies < person and not _is_above(head[bodies], "自然人", text, folded):
        return False
    if total is not None and bodies is not None and total < bodies:
        return False  # 自然人 | 总计 | 法人或其他组织
    if "其他" in head and _KINDS[-1] in head and len(head) - head[::-1].index("其他") <= head.index(_KINDS[-1]):
        return False
    if total is not None and places and places[0] < total:  # on one line with the kinds it stands behind them all
        others = [i for i, word in enumerate(head) if word == "其他"]
        if total < max(places) or (others and total < others[-1]):
            return False
    in_order = [place for place in (person, *places) if place is not None]
    return in_order == sorted(in_order) and (person is None or total is None or person < total)
