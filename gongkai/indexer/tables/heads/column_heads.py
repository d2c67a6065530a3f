"""Whose are the columns of a table three whose head names them in another order than the form, or names further ones?

Total first, the bodies before the persons, last year's total beside, shares, remarks, a column of years: where each
number certainly stands in one column, the words above it tell whose it is. All rows of a form must be there, and every
sum must hold (F1, F2, F3): a head whose cells slipped, or a row that lost a cell, breaks one. Else nothing is read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from gongkai.indexer import page
from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import value_of
from gongkai.indexer.tables.exact_tables import RESULTS, is_row, without_ordinal
from gongkai.indexer.tables.labels import FRAME, column_of, column_words
from gongkai.indexer.tables.lattice import Lattice, Place, lattices, words_of
from gongkai.indexer.tables.ownership.notes_below import is_said_past_below
from gongkai.indexer.tables.ownership.over_tables import is_the_reports
from gongkai.indexer.tables.ownership.whose import year_of_title
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.splits import adds_up
from gongkai.indexer.tables.rows.words_of_number import is_in_words, value_in_words
from gongkai.indexer.tables.tables import TableText
from gongkai.indexer.tables.totals import holds
from gongkai.mappings.form import FORMS, OUTCOME_GROUPS, Row
from gongkai.report import State

__all__ = ["BANDS", "COLUMNS", "further", "holds_throughout", "numbers_of", "read_by_column_heads"]

_ROWS = [FORMS[key].tables[1].rows for key in ("2021", "2019")]
COLUMNS = column_words(_ROWS[0][0])
BANDS = frozenset(word for word in FRAME["requests"] if word.startswith("法人"))
_ABOVE = frozenset(word for word in FRAME["requests"] if word.startswith("本列") or word == "申请人情况") | {"申请人"}
_LABELS = expression("项目|指标|事项|内容|类[别型]|名称|情形|统计(?:指标|项目)|办理情况")
_GROUPS = frozenset((*OUTCOME_GROUPS.values(), RESULTS))
# The head of a column that is none of the form's, and what its cells may hold.
_FURTHER = {
    "past": expression(r"(?:上一?年度?|去年|同期)(?:同期)?(?:总计|合计|总数|[件数]?数量?|情况)?(?:\(件\))?"),
    "share": expression(r"(?:占比|比例|比重|百分比|占总数比例)(?:\(?%\)?)?"),
    "remark": expression("备注|说明"),
    "number": expression("序号|行次|栏次|编号|代码"),
    "year": expression("年份|年度"),
}
_SHARE = expression(r"(?:\d{1,3}(?:\.\d+)?%?|[-/—])?")
_COUNT = expression(r"(?:\d{1,9}|[-/—])?")
_NAMED_YEAR = expression(r"(20\d\d)年?(?:度|总计|合计)?")


def read_by_column_heads(text: TableText, tables: Sequence[page.Table], folded: str) -> dict[str, Reading]:
    """Return the rows of a table three by the words above its columns; none where they stand as in the form, or leave a doubt."""
    if text.disputed or text.twins:
        return {}
    found = [
        (rows, lattice[0][0][0], lattice[-1][-1][1])
        for lattice in lattices(text, tables, folded)
        if (rows := _read(lattice, folded) or _read([list(line) for line in zip(*lattice, strict=True)], folded, is_turned=True))
    ]
    if len(found) != 1:
        return {}
    rows, start, end = found[0]  # of the whole table: further columns part the form's words from its ends
    if not is_the_reports(start, end, folded) or is_said_past_below(end, folded):
        return {}
    text.shaped = True
    text.end = max(text.end, max(value.end for reading in rows.values() for value in reading.values))
    return rows


def _read(lattice: Lattice, folded: str, *, is_turned: bool = False) -> dict[str, Reading]:
    words = words_of(lattice, folded)
    first = next((i for i, line in enumerate(words) if any(is_row(_ROWS[0][0], word) for word in line)), 0)
    head = _columns(words[:first], lattice[:first], folded)
    if head is None:
        return {}
    columns, others = head
    labels = [c for c in range(len(words[0])) if c not in columns and c not in others]
    in_words = any(is_in_words(line[c]) for line in words[first:] for c in columns)
    if columns == sorted(columns) and not others and not in_words and not is_turned:
        return {}  # the form's own order: others read it
    for rows in _ROWS:
        if lines := _lines_of(rows, words[first:], labels):
            below = [(lattice[first + at], words[first + at]) for at in lines]
            if not all(_is_told(kind, [line[c] for _, line in below], folded) for c, kind in others.items()):
                return {}
            found = {
                row.key: _reading(line, columns, folded, in_words=in_words) for row, (line, _) in zip(rows, below, strict=True)
            }
            as_form = {
                row.key: _reading(line, sorted(columns), folded, in_words=in_words)
                for row, (line, _) in zip(rows, below, strict=True)
            }
            is_doubtful = max(columns) != columns[-1] and holds_throughout(as_form) and numbers_of(as_form) != numbers_of(found)
            return {key: r for key, r in found.items() if r} if holds_throughout(found) and not is_doubtful else {}
    return {}


# -- the head -------------------------------------------------------------------------------------------------
def further(word: str, folded: str) -> str | None:
    """Return what a column holds that a word heads which is none of the form's: a year before the report's, shares, remarks."""
    if (named := _NAMED_YEAR.fullmatch(word)) and (year := year_of_title(folded)) and named[1] < year:
        return "past"
    return next((kind for kind, says in _FURTHER.items() if says.fullmatch(word)), None)


def _columns(
    head: Sequence[Sequence[str]], cells: Sequence[Sequence[Place]], folded: str
) -> tuple[list[int], dict[int, str]] | None:
    """Return the columns of the form's applicants, and the further ones by what they hold; null where a word is unclear.

    What stands lowest in a column names it, and above it only what frames the applicants.
    """
    if not head:
        return None
    named: dict[int, int] = {}
    others: dict[int, str] = {}
    bands: set[int] = set()
    for c in range(len(head[0])):
        printed = [line[c] for line in head if line[c]]
        bands |= {c} if BANDS & set(printed) else set()
        *above, word = [word for word in printed if word not in BANDS and word.strip("()") not in _ABOVE] or [""]
        kind = further(word, folded)
        place = column_of(word, COLUMNS)
        if set(above) - {word} or (place is not None and place in named):
            return None
        if place is not None:
            named[place] = c
        elif kind is not None:
            others[c] = kind
        elif word and not _LABELS.fullmatch(word):
            return None
    if len(named) < len(COLUMNS) or not _is_spanned(bands, [named[i] for i in range(1, len(COLUMNS) - 1)]):
        return None
    columns = [named[place] for place in range(len(COLUMNS))]
    return (columns, others) if _is_one_cell_each(columns, cells[-1]) else None


def _is_spanned(bands: set[int], bodies: Sequence[int]) -> bool:
    """Tell whether the heading of the bodies stands over them all and nothing else, or over the first of them: a slip parts them."""
    if not bands:
        return True
    low, high = min(bodies), max(bodies)
    return high - low == len(bodies) - 1 and (bands == set(bodies) or bands == {low})


def _is_one_cell_each(columns: Sequence[int], line: Sequence[Place]) -> bool:
    return len({line[c] for c in columns}) == len(columns)


# -- rows -----------------------------------------------------------------------------------------------------
def _lines_of(rows: Sequence[Row], words: Sequence[Sequence[str]], labels: Sequence[int]) -> list[int]:
    """Return the lines of the form's rows, each in its order and labelled with no other words than the form's; none where one is not so."""
    found: list[int] = []
    for at, line in enumerate(words):
        said = list(dict.fromkeys(word for c in labels for word in line[c].split("/") if word))
        if not any(line):
            continue
        if len(found) == len(rows):
            if any(is_row(row, word) for row in rows for word in said):
                return []
            continue
        if not said or not is_row(rows[len(found)], said[-1]):
            return []
        if any(without_ordinal(word) not in _GROUPS for word in said[:-1]):
            return []
        found.append(at)
    return found if len(found) == len(rows) else []


def _reading(line: Sequence[Place], columns: Sequence[int], folded: str, *, in_words: bool) -> Reading | None:
    """Return the seven numbers of a row; null where one is none, two share a cell, or the row may lack its last cell."""
    if not _is_one_cell_each(columns, line):
        return None
    values = tuple(value_in_words(folded, *line[c]) if in_words else value_of(folded, *line[c], "count") for c in columns)
    if any(value.state not in (State.READ, State.BLANK) for value in values):
        return None
    last = values[columns.index(max(columns))]
    return Reading(values, placed=True) if last.raw or not any(value.raw for value in values) else None


def numbers_of(rows: Mapping[str, Reading | None]) -> list[list[object]]:
    return [[value.value for value in reading.values] for reading in rows.values() if reading]


def _is_told(kind: str, cells: Sequence[str], folded: str) -> bool:
    """Tell whether the cells of a further column hold what its head says."""
    if kind == "past":
        return all(map(_COUNT.fullmatch, cells))
    if kind == "share":
        return all(map(_SHARE.fullmatch, cells))
    if kind == "number":
        numbers = [int(cell) for cell in cells if cell.isdecimal()]
        return len(numbers) == len(cells) and all(b == a + 1 for a, b in pairwise(numbers))
    if kind == "year":
        years = set(cells) - {""}
        year = year_of_title(folded)
        return not years or (len(years) == 1 and bool(year) and years <= {year, f"{year}年", f"{year}年度"})
    return True


def holds_throughout(rows: Mapping[str, Reading | None]) -> bool:
    """Tell whether every row and every column of a whole table holds, empty cells being zeros (F1, F2, F3)."""
    numbers = {key: [int(v.value or 0) for v in reading.values] for key, reading in rows.items() if reading}
    if len(numbers) < len(rows) or not any(v.raw for reading in rows.values() if reading for v in reading.values):
        return False
    columns = ({key: cells[c] for key, cells in numbers.items()} for c in range(len(COLUMNS)))
    return all(map(adds_up, numbers.values())) and all(map(holds, columns))
