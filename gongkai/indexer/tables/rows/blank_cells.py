"""Which rows of table three stand in cells of their own though one of these is empty?

A row whose first or last cell is empty and that does not add up may stand one column late or early, a cell being lost. Where the
page's markup prints the whole table cell for cell as the form has it, the sums of the columns tell: they hold as the row is
printed, and would not if its numbers were other columns'.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gongkai.indexer import page
from gongkai.indexer.numbers import Value
from gongkai.indexer.tables.exact_tables import read_exact_requests
from gongkai.indexer.tables.grids import lies_in
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import TableText
from gongkai.mappings.form import FORMS, Form, Row
from gongkai.report import Number

__all__ = ["with_blank_cells"]

Numbers = Sequence[Number | None]
_KEYS = {key: {row.key for row in form.tables[1].rows} for key, form in FORMS.items() if key != "2014"}


def with_blank_cells(
    rows: dict[str, Reading], text: TableText | None, ruled: Sequence[page.Table], folded: str
) -> dict[str, Reading]:
    """Return the rows of table three and those that were left unread for one empty cell, where no other column's numbers fit."""
    if text is None or text.disputed or text.shaped or any(_KEYS[form] <= rows.keys() for form in _KEYS):
        return rows
    exact = [found for table in ruled if lies_in(text, table) and (found := read_exact_requests(table, folded))]
    if len(exact) != 1:
        return rows
    form, values = exact[0]
    printed = {row.key: tuple(values[name] for name in row.names) for row in form.tables[1].rows}
    if any(_numbers(printed[key]) != _numbers(reading.values) for key, reading in rows.items() if key in printed):
        return rows
    numbers = {name: value.value for name, value in values.items()}
    lost = [row for row in form.tables[1].rows if row.key not in rows and row.key not in text.twins]
    if len(lost) * 2 > len(printed):
        return rows
    return rows | {row.key: Reading(printed[row.key]) for row in lost if _is_in_place(row, printed[row.key], form, numbers)}


def _numbers(values: Sequence[Value]) -> Numbers:
    return [value.value for value in values]


def _is_in_place(row: Row, values: Sequence[Value], form: Form, numbers: Mapping[str, Number | None]) -> bool:
    """Tell whether one cell of a row is empty and its numbers contradict no more as they stand than moved by one column.

    Less, where the last cell is empty: the numbers before it may have moved up.
    """
    if sum(not value.raw for value in values) != 1:
        return False

    def contradicted(cells: Numbers) -> int:
        told = {**numbers, **dict(zip(row.names, cells, strict=True))}
        return _exceeds(cells) + sum(_fails([told.get(n) for n in i.left], [told.get(n) for n in i.right]) for i in sums)

    own = set(row.names)
    sums = [i for i in form.identities if i.code in ("F1", "F2") and own.intersection((*i.left, *i.right))]
    cells = _numbers(values)
    most = contradicted(cells) + (cells[-1] is None)
    return all(most <= contradicted(moved) for moved in _moved(cells))


def _moved(cells: Numbers) -> Iterator[Numbers]:
    """Yield what the row's cells would be if the empty one at its end or beginning only filled the line up."""
    for others in ([cells[1:]] if cells[0] is None else []) + ([cells[:-1]] if cells[-1] is None else []):
        for place in range(len(cells)):
            if (moved := [*others[:place], None, *others[place:]]) != list(cells):
                yield moved


def _exceeds(cells: Numbers) -> bool:
    *parts, total = cells
    return total is not None and sum(part or 0 for part in parts) > total


def _fails(left: Numbers, right: Numbers) -> bool:
    known = [n for n in (*left, *right) if n is not None]
    return len(known) == len(left) + len(right) and sum(known[: len(left)]) != sum(known[len(left) :])
