"""How do groups of documents become a table? Sums of one figure, or of the outcomes, by two fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from gongkai.errors import BadQuery
from gongkai.mappings.form import GROUP_TOTALS, OUTCOMES
from gongkai.search import named
from gongkai.search.query import Pivot, Query
from gongkai.search.results import Group, Key, PivotCell

__all__ = ["Tabulate", "pivot_cells"]

Tabulate = Callable[[Query, Sequence[str], Sequence[tuple[str, ...]]], list[Group]]


def pivot_cells(tabulate: Tabulate, query: Query, pivot: Pivot) -> list[PivotCell]:
    """Return the cells, rows and columns by value, what has no value last; outcomes in printed order."""
    columns = [] if pivot.columns is None else [named.facet(pivot.columns).name]
    if pivot.rows in ("outcome", "outcome_group"):
        if pivot.measure is not None:
            raise BadQuery(f"Rows of “{pivot.rows}” sum their own figures: leave out the measure.", pivot.measure)
        figures: Mapping[str, tuple[str, ...]] = GROUP_TOTALS
        if pivot.rows == "outcome":
            figures = {leaf: (f"requests.{leaf}.total",) for leaf in OUTCOMES}
        groups = tabulate(query, columns, list(figures.values()))
        return [_cell(row, group.keys, group, place) for place, row in enumerate(figures) for group in groups]
    rows = named.facet(pivot.rows).name
    sums = [] if pivot.measure is None else [(named.measure(pivot.measure).name,)]
    groups = tabulate(query, [rows, *columns], sums)
    return [_cell(group.keys[0], group.keys[1:], group, 0) for group in groups]


def _cell(row: Key, columns: Sequence[Key], group: Group, place: int) -> PivotCell:
    column = columns[0] if columns else None
    if not group.sums:
        return PivotCell(row, column, group.documents, group.documents, 0)
    reports, value = group.sums[place]
    return PivotCell(row, column, value, reports, group.documents - reports)
