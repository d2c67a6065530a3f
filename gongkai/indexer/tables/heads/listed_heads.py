"""Whose are the numbers of a table three whose head names its columns one after another, the total first or a further one among them?

A page that leaves out the cells that others span, or prints a cell a line, has no columns: only the count and the order
tell. So the head must say nothing but names of columns, each row of a form print just as many numbers, all sums hold
(F1, F2, F3), and no other choice of columns holds as well. The applicants must stand in the form's order: no sum tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import squeeze_label
from gongkai.indexer.numbers import Value, value_of
from gongkai.indexer.tables.heads.column_heads import BANDS, COLUMNS, further, holds_throughout, numbers_of
from gongkai.indexer.tables.labels import FRAME, column_of
from gongkai.indexer.tables.ownership.over_tables import is_the_reports
from gongkai.indexer.tables.ownership.whose import year_of_title
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import TableText
from gongkai.indexer.tables.totals import ROWS_OF_THREE
from gongkai.report import State

__all__ = ["read_by_listed_heads"]

_TOTAL, _BODIES = len(COLUMNS) - 1, range(1, len(COLUMNS) - 1)
_ABOVE = frozenset(word for word in FRAME["requests"] if word.startswith("本列") or word == "申请人情况")
_FURTHER = ("past", "share", "year")
_LONGEST_LINE, _LINES_ABOVE = 300, 40
_MOST = 2  # further columns
_YEAR = expression(r"20\d\d年?")  # of the row below, where a column of years stands before the labels
_TOKEN, _CELL = expression(r"[^\s|]+"), expression(r"[^\n|\t ]+")
_NUMBERING = "一、1.( |\t\n"  # of the first row
_SHARE = expression(r"\d{1,3}(?:\.\d+)?%?|[-/—]")


def read_by_listed_heads(text: TableText, folded: str) -> dict[str, Reading]:
    """Return the rows of a table three whose head names its columns in one line of words; none where it leaves a doubt."""
    if text.disputed or text.twins or not (columns := _columns(text, folded)):
        return {}
    cells = _cells(text, columns, folded)
    if cells is None:
        return {}
    columns = [column for column in columns if column != "year"]
    counted = [at for at in range(len(columns)) if all(values[at].state is State.READ for values in cells.values())]
    ours = _chosen([columns.index(str(place)) for place in range(_TOTAL + 1)], cells)
    if not holds_throughout(ours):
        return {}
    others = (_chosen(way, cells) for way in _ways(counted))
    if any(holds_throughout(other) and numbers_of(other) != numbers_of(ours) for other in others):
        return {}
    text.shaped = True
    return ours


def _ways(counted: Sequence[int]) -> Iterator[list[int]]:
    """Yield every choice of the form's columns in their order, the total anywhere among them."""
    for chosen in combinations(counted, _TOTAL + 1):
        for total in chosen:
            yield [*(at for at in chosen if at != total), total]


def _chosen(way: Sequence[int], cells: dict[str, list[Value]]) -> dict[str, Reading]:
    return {row: Reading(tuple(values[at] for at in way), placed=True) for row, values in cells.items()}


# -- the head -------------------------------------------------------------------------------------------------
def _columns(text: TableText, folded: str) -> list[str]:
    """Return what stands in each column: the places of the form's, in its order but for the total, and further ones; else nothing.

    A column of years before the labels is told last: the next row's year stands behind a row's numbers.
    """
    first = next((s.label[0] for s in text.segments if s.row), text.start)
    begin = _begin(folded, first)
    if not is_the_reports(begin, text.end, folded):
        return []
    words = _of_line(folded[begin:first].rstrip(_NUMBERING))
    said = [_said(word, folded) for word in words]
    if None in said:
        return []
    listed = [word for word in said if word]
    has_years = listed[:1] == ["year"]
    if any(map(_YEAR.fullmatch, words)) != has_years:
        return []
    names = [word for word in listed[has_years:] if word not in _BODY_PLACES]
    bodies = [word for word in listed if word in _BODY_PLACES]
    if bodies != list(_BODY_PLACES) or names.count("band") != 1 or listed.index("band") > listed.index(bodies[0]):
        return []
    if listed[listed.index(bodies[0]) :][: len(bodies)] != bodies:
        return []
    at = names.index("band")
    columns = [*names[:at], *bodies, *names[at + 1 :]]
    if len(set(columns)) < len(columns) or not {"0", str(_TOTAL)} <= set(columns) or columns.index("0") > columns.index("1"):
        return []
    is_forms = columns == list(map(str, range(_TOTAL + 1))) and not has_years
    return [] if is_forms or "year" in columns or len(columns) > _TOTAL + 1 + _MOST else [*columns, *["year"] * has_years]


_BODY_PLACES = tuple(map(str, _BODIES))


def _begin(folded: str, first: int) -> int:
    """Return where the head above the first row begins: below the last line that says anything else."""
    begin = first
    for _ in range(_LINES_ABOVE):
        above = folded.rfind("\n", 0, max(0, begin - 1)) + 1
        line = folded[above:begin].rstrip(_NUMBERING if begin == first else None)
        if begin == 0 or len(line) > _LONGEST_LINE or not all(_said(word, folded) is not None for word in _of_line(line)):
            break
        begin = above
    return begin


def _of_line(line: str) -> list[str]:
    return [squeeze_label(m[0]) for m in _CELL.finditer(line)]


def _said(word: str, folded: str) -> str | None:
    """Return the column that a word names, nothing for what frames them all; null for any other word."""
    if word.strip("()") in _ABOVE or not word or _YEAR.fullmatch(word):
        return ""
    if word in BANDS:
        return "band"
    place = column_of(word, COLUMNS)
    if place is not None:
        return str(place)
    return kind if (kind := further(word, folded)) in _FURTHER else None


# -- rows -----------------------------------------------------------------------------------------------------
def _cells(text: TableText, columns: Sequence[str], folded: str) -> dict[str, list[Value]] | None:
    """Return the cells of every row of a form; null where one prints more or fewer, or a number stands elsewhere."""
    first = next(i for i, segment in enumerate(text.segments) if segment.row)
    filled = [s for s in text.segments[first:] if any(map(str.isdigit, folded[s.start : s.end]))]
    if any(s.row is None or s.unknown for s in filled) or len({s.row for s in filled}) < len(filled):
        return None
    rows = {s.row or "": [value_of(folded, *m.span(), "count") for m in _TOKEN.finditer(folded, s.start, s.end)] for s in filled}
    if not any(set(rows) == set(of_form) for of_form in ROWS_OF_THREE):
        return None
    if columns[-1] == "year":
        *columns, _ = columns
        *leading, _ = rows.values()
        year = year_of_title(folded)
        if not year or any(not values or values.pop().raw.rstrip("年") != year for values in leading):
            return None
    is_whole = all(map(partial(_are_cells, columns), rows.values()))
    return rows if is_whole else None


def _are_cells(columns: Sequence[str], values: Sequence[Value]) -> bool:
    return len(values) == len(columns) and all(
        value.state is State.READ or (column == "share" and _SHARE.fullmatch(value.raw) is not None)
        for column, value in zip(columns, values, strict=True)
    )
