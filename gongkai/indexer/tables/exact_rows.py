"""Are the rows of table three all printed as the form has them, seven cells each? Where every sum holds, there is nothing to solve.

Most pages without markup print them so, whatever parts their cells. What the solver looks for row by row, a cell that is lost, moved
or run together, 150 numbers that add up by rows and by columns leave no room for; that it reads them alike is a law of the tests.
"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import value_of
from gongkai.indexer.tables.habits import all_shown, breaks_before, head_words
from gongkai.indexer.tables.heads.further_columns import prints_more
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.rows.splits import cells_add_up
from gongkai.indexer.tables.solve import columns_hold
from gongkai.indexer.tables.tables import Habit, Segment, TableText
from gongkai.mappings.form import APPLICANTS, FORMS
from gongkai.report import State

__all__ = ["read_exact_rows"]

_ORDERS = [[row.key for row in FORMS[key].tables[1].rows] for key in ("2021", "2019")]
_TOTAL = APPLICANTS[-1].label
_CELL = expression(r"[^\s|]+")
_RULE = expression(r"[\s|:-]*")  # what rules the head off in markdown
_BLANKS = frozenset(("-", "/", "无"))


def read_exact_rows(text: TableText, folded: str) -> dict[str, list[Reading]] | None:
    """Return the rows of a table three that prints all rows of a form in its order, each in seven cells that add up; else null.

    The table is marked as exact.
    """
    found: dict[str, Reading] = {}
    for segment in text.segments:
        if segment.unknown:
            return None
        cells = [cell.span() for cell in _CELL.finditer(folded, segment.start, segment.end)]
        if not cells or (segment.row is None and _RULE.fullmatch(folded, segment.start, segment.end)):
            continue  # a word of the head, or the label of a group
        if segment.row is None or segment.row in found or (reading := _row(segment, cells, folded)) is None:
            return None
        found[segment.row] = reading
    order = list(found)
    if order not in _ORDERS or not columns_hold(found, order):
        return None
    if _TOTAL not in head_words(text) or not all_shown(text, folded) or prints_more(text, folded):
        return None
    text.exact = True
    return {row: [reading] for row, reading in found.items()}


def _row(segment: Segment, cells: list[tuple[int, int]], folded: str) -> Reading | None:
    """Return the reading of a row's cells; null unless they are seven, each plainly a number or without one, that add up."""
    if len(cells) != len(APPLICANTS):
        return None
    if segment.habit is Habit.BELOW and breaks_before(folded, segment) > segment.usual:
        return None  # an empty line may stand where the first cell does
    values = tuple(value_of(folded, start, end, "count") for start, end in cells)
    is_plain = all((v.raw.isdecimal() and v.state is State.READ) or v.raw in _BLANKS for v in values)
    return Reading(values) if is_plain and cells_add_up(values) else None
