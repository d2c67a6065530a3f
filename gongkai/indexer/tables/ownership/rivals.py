"""Which of two tables of one kind is the report's? This year's beside last year's, each with its caption.

What captions do not tell is left undecided: such a table is not read. A table printed twice with the same numbers,
for a screen and for print, is one table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import Squeezed
from gongkai.indexer.tables.heads.other_heads import names_other_columns
from gongkai.indexer.tables.heads.parts_in_head import is_headed_by_parts
from gongkai.indexer.tables.heads.qualified import has_qualified_head, leave_qualified
from gongkai.indexer.tables.labels import ROWS, Label
from gongkai.indexer.tables.ownership.beside import is_attached_of_others, says_otherwise
from gongkai.indexer.tables.ownership.corrected import corrected_beside
from gongkai.indexer.tables.ownership.notes_below import is_given_away_below, is_said_past_below
from gongkai.indexer.tables.ownership.over_tables import BAND, FURTHEST, claim, goes_over, is_of_others
from gongkai.indexer.tables.ownership.right_outside import rows_right_outside
from gongkai.indexer.tables.ownership.twin_captions import are_of_two_years, claims_by_captions
from gongkai.indexer.tables.ownership.whose import year_of_title
from gongkai.indexer.tables.shapes.labels_first import labels_come_first
from gongkai.indexer.tables.tables import TableText, find_table
from gongkai.mappings.form import FORMS

__all__ = ["ENOUGH", "table_of"]

_SECTION = expression(r"^[ \t|#*]*[一二三四五六七八]、[^\n|\d]{4,40}情况", re.MULTILINE)  # of the form
_RUN = expression(r"\d[\d\s]{60,}")
_MANY, _MANY_DIGITS = 42, 120  # numbers, and digits run together, of six rows
_MOST_TABLES = 3  # one beside the other are looked for: each look goes over the rest of the page
_FEWEST_AGAIN = 2  # words
_ROW_OF_REVIEWS = expression(r"(?:(?<![^\s|])\d+[\s|]+){12}|\d{15}")  # most of the fifteen numbers of table four
# The cells right behind a label, without what parts them: more of them than a sentence has.
_CELLS = {"requests": expression(r"\D{0,2}\d{7}"), "proactive": expression(r"\d")}
_BEHIND = 9
_FIRST_CELL = "信息内容"
_A_WORD = expression(r"[(\[]?(?!注)(?:20\d\d年|[\u3400-\u9fff]{2})")  # and no footnote's mark
_DIGITS, _FEWEST_APART = expression(r"\d"), 3  # rows
_REMAINS = 2  # rows of a damaged table, with their cells: no sentence has them
ENOUGH = 0.8  # of the rows of a table: fewer are a mention, or the rest of a broken table


def table_of(key: str, page: Squeezed, folded: str, labels: Sequence[Label]) -> TableText | None:
    """Return the table of that kind that is this year's; marked as disputed where the page does not say which one is."""
    table = _this_years(key, page, folded, labels)
    if table is None:
        return None
    table.disputed |= is_headed_by_parts(table, folded)
    if key in _CELLS:
        table.twins |= corrected_beside(table, folded)
        leave_qualified(table, folded)
    if key != "proactive":
        table.disputed |= has_qualified_head(table, folded) or names_other_columns(table, folded)
    return table


def _this_years(key: str, page: Squeezed, folded: str, labels: Sequence[Label]) -> TableText | None:
    best = find_table(key, page, folded, labels)
    if best is None:
        return None
    start, end = page.at(best.start), page.at(best.end)
    best.disputed = _runs_on(key, [label for label in labels if start <= label.start < end])
    outside = [label for label in labels if label.end <= start], [label for label in labels if label.start >= end]
    others = [table for part in outside for table in _tables_in(part, key, page, folded, ENOUGH * _rows(best))]
    if not others:
        its_claim = claim(best.start, 0, folded)
        best.disputed |= its_claim == 0 or is_said_past_below(best.end, folded)  # last year's alone
        best.disputed |= says_otherwise(best.start, best.end, folded)
        best.disputed |= _has_unlabelled(key, best, folded)
        best.disputed |= its_claim < 2 and _is_damaged_copy(key, best, page, folded, outside[0])
        best.disputed |= key != "statistics" and are_of_two_years(best, year_of_title(folded), folded)
        best.disputed |= is_of_others(best.start, 0, folded) or goes_over(best, folded)
        best.disputed |= _has_rows_again(key, page, outside[1]) or _is_counted_apart(best, folded)
        best.twins |= rows_right_outside(best, folded, outside, page)
        return best
    tables = sorted([best, *others], key=lambda table: table.start)
    claims = [
        0 if _is_not_ours(table, before, folded) else claim(table.start, before.end if before else 0, folded)
        for before, table in zip([None, *tables], tables, strict=False)
    ]
    if len({_numbers(table, folded) for table in tables}) > 1:
        claims = claims_by_captions(tables, claims, year_of_title(folded), folded)
    top = [table for table, its_claim in zip(tables, claims, strict=True) if its_claim == max(claims)]
    top[0].disputed |= len({_numbers(table, folded) for table in top}) > 1
    section = max((heading.end() for heading in _SECTION.finditer(folded, 0, top[0].start)), default=0)
    top[0].disputed |= _is_not_ours(top[0], None, folded) or is_attached_of_others(top[0].start, folded, section)
    return top[0]


def _tables_in(
    part: Sequence[Label], key: str, page: Squeezed, folded: str, least: float, most: int = _MOST_TABLES
) -> Iterator[TableText]:
    """Yield the tables of that kind among some of the page's labels: three may follow one another, 本级, 下属单位, 合计."""
    if not most or len({row for label in part for row in label.rows if row in ROWS[key]}) < least:
        return
    table = find_table(key, page, folded, part)
    if table is None or _rows(table) < least:
        return
    start, end = page.at(table.start), page.at(table.end)
    yield from _tables_in([label for label in part if label.end <= start], key, page, folded, least, most - 1)
    yield table
    yield from _tables_in([label for label in part if label.start >= end], key, page, folded, least, most - 1)


def _is_not_ours(table: TableText, before: TableText | None, folded: str) -> bool:
    """Tell whether the lines beside one of two tables say that it is another year's or others', or a list of 2014 another body's.

    An attachment counts between the two: one further up may be that of another section, below which the report goes on.
    """
    if is_given_away_below(table.end, folded) or (before and is_attached_of_others(table.start, folded, before.end)):
        return True
    return table.key == "statistics" and says_otherwise(table.start, table.end, folded)


def _is_damaged_copy(key: str, best: TableText, page: Squeezed, folded: str, above: Sequence[Label]) -> bool:
    """Tell whether what is left of another table of the kind, with its numbers, stands above: that one is the report's."""
    if key == "review":
        last = next((label for label in reversed(above) if key in label.tables), None)
        between = folded[page.offset(last.end - 1) + 1 : best.start] if last else ""
        return "。" not in between and _ROW_OF_REVIEWS.search(between) is not None
    if key not in _CELLS:
        return False
    rows = {
        row
        for label in above
        for row in label.rows
        if row in ROWS[key] and _CELLS[key].match(page.text[label.end : label.end + _BEHIND])
    }
    is_headed = key != "proactive" or any(label.word == _FIRST_CELL for label in above)
    return is_headed and len(rows) >= _REMAINS


def _has_rows_again(key: str, page: Squeezed, below: Sequence[Label]) -> bool:
    """Tell whether the rows of the table stand below it once more, with numbers and without a head: 2022年 | …, 2023年 | …."""
    rows = {row for label in below for row in label.rows if row in ROWS[key] and page.text[label.end : label.end + 1].isdigit()}
    return key in _CELLS and len(rows) >= ENOUGH * len(FORMS["2021"].tables[key == "requests"].rows)


def _is_counted_apart(table: TableText, folded: str) -> bool:
    """Tell whether rows print their numbers behind a word that is none of the form's, the same for several: 县本级, 2022年."""
    words = Counter(
        after.unknown
        for before, after in pairwise(table.segments)
        if before.row and not _DIGITS.search(folded, before.start, before.end) and _A_WORD.match(after.unknown)
    )
    return any(times >= _FEWEST_APART for times in words.values())


def _has_unlabelled(key: str, best: TableText, folded: str) -> bool:
    """Tell whether many more numbers than a row's stand right above or below table three: another's, its labels lost."""
    if key != "requests" or labels_come_first(best.segments, folded):
        return False
    last = max((segment.start for segment in best.segments if segment.row), default=best.end)
    parts = folded[max(0, best.start - FURTHEST) : best.start], folded[last : best.end + FURTHEST]
    runs = (run[0].split() for part in parts for run in _RUN.finditer(part.replace("|", " ")))
    return any(len(run) >= _MANY or sum(map(len, run)) >= _MANY_DIGITS for run in runs)


def _runs_on(key: str, inside: Sequence[Label]) -> bool:
    """Tell whether a table goes over into another one like it: words that it prints once are printed again further down."""
    words = [
        label.word
        for label in inside
        if label.word.startswith(BAND) or (len(label.rows) == 1 and len(label.word) > 2 and label.rows[0] in ROWS[key])
    ]
    times = Counter(word for before, word in pairwise(["", *words]) if word != before)
    return sum(count > 1 for count in times.values()) >= _FEWEST_AGAIN


def _rows(table: TableText) -> int:
    return len({segment.row for segment in table.segments if segment.row})


def _numbers(table: TableText, folded: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", "\n".join(folded[s.start : s.end] for s in table.segments)))
