"""Which numbers does the page itself correct? A row 更正后 beside a row, a note: 行政许可应为240件, words behind a number: 12 余."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.numbers import UNITS
from gongkai.indexer.tables.labels import OTHERS
from gongkai.indexer.tables.ownership.whose import year_of_title
from gongkai.indexer.tables.rows.masked import SHARE
from gongkai.indexer.tables.tables import Segment, TableText
from gongkai.mappings.form import FORMS
from gongkai.mappings.form_2014 import LIST_2014
from gongkai.report import Figure, State

__all__ = ["corrected_beside", "without_corrected", "without_odd_ends"]

_CORRECTS = expression("[(]?(?:更正|订正|修正|改正|正确|勘误|实际)(?:[后为数)]|$)")
# The line above the first of a table's rows, which then begins behind it, or below the last.
_EDGE = expression(r"[(]?(?:更正|订正|修正|改正|正确|勘误|实际)[后为数]?[)]? *\|(?:[ \t|]*[-+]?\d[\d.,]*)+[ \t|]*")
_FURTHEST = 200  # characters of such a line
_DIGIT = expression(r"\d")
# A sentence that names a row and says that its number is another one, or is none.
_NOTE = expression(
    r"(?:应[为是]|实际?[为是]|(?:更正|订正|修正|更改|更新|改)为)[ “”\"]*\d[\d,.]*[”\"]?(?![\d,.]*(?:个?工作日|天|日|年|级|类|份))"
    r"|(?:数据|数量|统计|原文|原表|数)[^。\n]{0,12}(?:有误(?!差)|不准确|不实)|为(?:估算|估计|累计|暂定)数"
    r"|(?:数据|数量|一栏|一项)[^。\n,]{0,4}为(?P<year>20\d\d)年"
)
# One of these is in each: words, or the year that a number is of.
_WORDS_OF_NOTE = "应为 应是 实为 实是 实际为 实际是 正为 改为 新为 有误 不准确 不实 为估算数 为估计数 为累计数 为暂定数".split()
_OF_A_YEAR = expression("[据量栏项][^。\n,]{0,4}为20")
_SPEAKS_OF_TABLE = expression(
    r"^[((*]*(?:注\d?[::.、]|说明[::]|编者注|勘误|更正)|^[(][^)]*$|更正(?:说明|如下)|特此更正|[本上]表|表[中内]|本报告中"
)
# 更正:其他应为3 may be a row, or the column of that name in any row.
_OTHERS = expression(
    r"(?<![\u4e00-\u9fff])(?:更正|勘误|说明|注|其中|[本上]?表[中内]?的?)?[\W\d]{0,6}其[他它](?:处理|结果)?\W{0,3}(?:一?[栏项行列]|数[据量字]?)?\W{0,3}(?:原|应|实|有误|更正|订正|修正|改)"
)
_OF_OTHERS = expression(r"^(?!legacy).*(?:\.other|\.other\.subtotal\.\w+|\.other\.other\.\w+)$")
_YEARS = expression(r"20\d\d(?=年)")
_ODD_END = expression(
    rf"[ \t]*([余多许]|左右|上下|以[上内下]|不到|%|‰|[百千万亿]|人|(?!{SHARE})\((?!注?\d*\)|其中|含|包括)[^()|\n]{{1,20}}\))(?=[ \t]*(?:[|\n\t]|$))"
)
# l42, 4.l4: what a scan took for letters belongs to the number.
_LETTERS = "A-Za-z\u3007\u25cb\u4e28\u041e\u043e"
_LETTER_BEFORE, _LETTER_BEHIND = expression(rf"[{_LETTERS}]"), expression(rf"[.,]?[{_LETTERS}]+(?=[\d\s|]|$)")
# 18万5千元: the number goes on behind its first unit.
_GOES_ON = expression(r"(?:(?<=万)|[ \t]*[万千百])[ \t]*[\d一二两三四五六七八九][\d.]*[ \t]*(?:[千百十]|元)")
_UNIT_IN_BRACKETS = expression(rf"\((?:{UNITS})\)")
_OF_MONEY = ("amount", "amount_wan_yuan", "budget_wan_yuan", "fees_charged_wan_yuan")
_SENTENCE_ENDS = "。\n|"


def corrected_beside(text: TableText, folded: str) -> frozenset[str]:
    """Return the rows of table two or three above and below numbers that are said to correct a row."""
    doubtful = set(_at_the_edges(text, folded)) if text.key == "proactive" else set()
    for place, segment in enumerate(text.segments):
        if segment.row is None and _CORRECTS.match(segment.unknown) and _DIGIT.search(folded, segment.start, segment.end):
            beside = _named(reversed(text.segments[:place])), _named(text.segments[place + 1 :])
            doubtful |= {row for row in beside if row}
    return frozenset(doubtful)


def _at_the_edges(text: TableText, folded: str) -> Iterator[str]:
    """Yield the first row where such a line stands right above the table, the last where one stands right below it."""
    above = folded[max(0, text.start - _FURTHEST) : text.start].rstrip().rpartition("\n")[2]
    below = folded[text.end : text.end + _FURTHEST].lstrip("\n").partition("\n")[0]
    edges = (above, _named(text.segments)), (below, _named(reversed(text.segments)))
    yield from (row for line, row in edges if row and _EDGE.fullmatch(line.strip(" \t")))


def _named(segments: Iterable[Segment]) -> str | None:
    return next((segment.row for segment in segments if segment.row and not segment.unknown), None)


def without_corrected(figures: Mapping[str, Figure], folded: str) -> Iterator[tuple[str, Figure]]:
    """Yield the figures that a note on the page says are others, or no counts, with nothing read."""
    said = "\n".join(map(squeeze_label, _notes(folded)))
    rows = {row for row, label in _labels().items() if label.search(said)} if said else set()
    others = _OTHERS.search(said) is not None
    for name, figure in figures.items() if rows or others else ():
        is_named = name in rows or name.rpartition(".")[0] in rows or (others and _OF_OTHERS.search(name))
        if figure.value is not None and is_named:
            yield name, figure._replace(value=None, state=State.ILLEGIBLE)


@cache
def _labels() -> dict[str, re.Pattern[str]]:
    """Return for each row of the forms its labels but those that are one word of many: 其他."""
    rows = (row for form in FORMS.values() for table in form.tables for row in table.rows)
    words = {row.key: {squeeze_label(word) for word in (row.label, *row.spellings)} - set(OTHERS) for row in rows}
    return {row: re.compile(f"(?:{'|'.join(map(re.escape, some))})(?!制度)") for row, some in words.items() if some}


def without_odd_ends(figures: Mapping[str, Figure], folded: str) -> Iterator[tuple[str, Figure]]:
    """Yield the figures behind whose number its cell says something else of it, with nothing read: 2900 余, 2900 (更正为99)."""
    for name, figure in figures.items():
        if not figure.value or figure.span is None:
            continue
        if name.endswith(_OF_MONEY) and _GOES_ON.match(folded, figure.span[1]):
            yield name, figure._replace(value=None, state=State.ILLEGIBLE)
            continue
        if _LETTER_BEFORE.search(folded, max(0, figure.span[0] - 1), figure.span[0]) or _LETTER_BEHIND.match(
            folded, figure.span[1]
        ):
            yield name, figure._replace(value=None, state=State.ILLEGIBLE)
            continue
        if not (end := _ODD_END.match(folded, figure.span[1])):
            continue
        if end[1] == "人" and name.startswith(LIST_2014):
            continue
        is_money = name.endswith(_OF_MONEY) and end[1] == "万"
        if not is_money and not _UNIT_IN_BRACKETS.fullmatch(end[1]):
            yield name, figure._replace(value=None, state=State.ILLEGIBLE)


def _notes(folded: str) -> Iterator[str]:
    """Yield the sentences that correct a number of this report; that counts are not exact may be a problem that it tells of."""
    may_be = any(word in folded for word in _WORDS_OF_NOTE) or ("为20" in folded and _OF_A_YEAR.search(folded))
    year = year_of_title(folded) if may_be else ""
    end, said, years, of_table = 0, "", set[str](), False
    for note in _NOTE.finditer(folded) if may_be else ():
        if note.end() > end:  # the sentence of the note before goes on: a page may hold 10,000 in one
            start = max(folded.rfind(mark, 0, note.start()) for mark in _SENTENCE_ENDS) + 1
            end = min((at for mark in _SENTENCE_ENDS if (at := folded.find(mark, note.end())) >= 0), default=len(folded))
            said = folded[start:end].strip()
            years, of_table = set(_YEARS.findall(said)), _SPEAKS_OF_TABLE.search(said) is not None
        of_report = note["year"] != year if note["year"] else not years or year in years
        if of_report and of_table:
            yield said
            of_table = False  # once
