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
from gongkai.indexer.tables.alike import is_damaged_head
from gongkai.indexer.tables.heads.other_heads import names_other_columns
from gongkai.indexer.tables.heads.parts_in_head import is_headed_by_parts
from gongkai.indexer.tables.heads.qualified import has_qualified_head, leave_qualified
from gongkai.indexer.tables.labels import ROWS, Label
from gongkai.indexer.tables.ownership.beside import is_attached_of_others, says_otherwise
from gongkai.indexer.tables.ownership.captions import (
    CAPTION,
    YEAR,
    is_of_a_sort,
    is_of_another,
    is_of_other_times,
    names_others,
    says_that_year,
)
from gongkai.indexer.tables.ownership.corrected import corrected_beside
from gongkai.indexer.tables.ownership.notes_below import SPEAKS_OF_ABOVE, is_given_away_below, is_said_past_below
from gongkai.indexer.tables.ownership.notes_of_cases import without_cases
from gongkai.indexer.tables.ownership.right_outside import rows_right_outside
from gongkai.indexer.tables.ownership.times import is_another_time
from gongkai.indexer.tables.ownership.twin_captions import are_of_two_years, claims_by_captions, end_of_caption
from gongkai.indexer.tables.ownership.whose import year_of_title
from gongkai.indexer.tables.shapes.labels_first import labels_come_first
from gongkai.indexer.tables.tables import TableText, find_table
from gongkai.mappings.form import FORMS

__all__ = ["ENOUGH", "claim", "is_the_reports", "table_of"]

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
_FURTHEST = 1500  # characters between such a line and the first word of the table that is whole
_HEADING = expression(r"[^|\t]{6,}情况:?(?<!申请人情况)")
_SECTION = expression(r"^[ \t|#*]*[一二三四五六七八]、[^\n|\d]{4,40}情况", re.MULTILINE)  # of the form
_A_SENTENCE = expression(r"[^\d。|\t]{4,40}。")  # without a number: nothing that a caption is
_IN_BRACKETS = expression(r"[(][^()]*[)]")
_BAND = "第二十条"
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
        best.disputed |= _is_of_others(best.start, 0, folded) or _goes_over(best, folded)
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
    parts = folded[max(0, best.start - _FURTHEST) : best.start], folded[last : best.end + _FURTHEST]
    runs = (run[0].split() for part in parts for run in _RUN.finditer(part.replace("|", " ")))
    return any(len(run) >= _MANY or sum(map(len, run)) >= _MANY_DIGITS for run in runs)


def _runs_on(key: str, inside: Sequence[Label]) -> bool:
    """Tell whether a table goes over into another one like it: words that it prints once are printed again further down."""
    words = [
        label.word
        for label in inside
        if label.word.startswith(_BAND) or (len(label.rows) == 1 and len(label.word) > 2 and label.rows[0] in ROWS[key])
    ]
    times = Counter(word for before, word in pairwise(["", *words]) if word != before)
    return sum(count > 1 for count in times.values()) >= _FEWEST_AGAIN


def _rows(table: TableText) -> int:
    return len({segment.row for segment in table.segments if segment.row})


def claim(start: int, after: int, folded: str) -> int:
    """Return 2 for a table captioned with the report's year, 0 for one of another year or body, 1 where nothing is said.

    `start` is where the table begins, `after` where the one before it ends.
    """
    if _is_of_others(start, after, folded):
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
    caption = without_cases(last, folded[start : start + _FURTHEST]) if len(last) <= CAPTION and "。" not in last else ""
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
        and not ("|" in line or "\t" in line or line.startswith(_BAND) or _HEAD_CELL.search(line) or SPEAKS_OF_ABOVE.match(line))
        and not (_FIRST_CELLS.fullmatch(line) or is_damaged_head(line))
    )


def is_the_reports(start: int, end: int, folded: str) -> bool:
    """Tell whether nothing beside a table alone of its kind, in `[start, end)`, says that its numbers are not the report's."""
    return claim(start, 0, folded) > 0 and not says_otherwise(start, end, folded)


def _caption_above(start: int, after: int, folded: str) -> re.Match[str] | None:
    """Return the line further up that is nothing but a caption: between it and the table stand damaged words of its head."""
    for line in reversed(folded[max(after, start - _FURTHEST) : start].splitlines()):
        bare = line.strip(" |\t")
        if found := _ONLY_CAPTION.fullmatch(bare):
            return found
        if "。" in bare or _HEADING.fullmatch(bare):
            return None
    return None


def _is_of_others(start: int, after: int, folded: str) -> bool:
    """Tell whether the heading right above a table names other bodies than the report's: 二、下属单位情况."""
    for line in reversed(folded[max(after, start - _FURTHEST) : start].splitlines()):
        bare = line.strip(" |\t:")
        if not bare or "|" in bare or "\t" in bare:
            continue
        if _ONLY_CAPTION.fullmatch(bare) or SPEAKS_OF_ABOVE.match(bare) or is_damaged_head(bare):
            continue
        if (is_others := names_others(bare, folded)) or not _A_SENTENCE.fullmatch(bare):
            return is_others
    return False


def _goes_over(table: TableText, folded: str) -> bool:
    """Tell whether such a heading, or another year's caption, stands between a table's rows: those below it are another table's."""
    last = max((segment.label[0] for segment in table.segments if segment.row), default=table.start)
    printed = (line.strip(" |\t:") for line in folded[table.start : last].splitlines())
    lines = [line for line in printed if not ("|" in line or "\t" in line or line.isdecimal())]  # neither is a row of cells
    year = year_of_title(folded) if any(map(_BARE_YEAR.fullmatch, lines)) else ""
    if year and any(_BARE_YEAR.fullmatch(line) and not line.startswith(year) for line in lines):
        return True
    return any(names_others(line, folded) for line in lines) or any(map(_YEARS_CAPTION.fullmatch, lines))


def _numbers(table: TableText, folded: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\d+", "\n".join(folded[s.start : s.end] for s in table.segments)))
