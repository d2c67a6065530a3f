"""What does a page print of table three that begins with its last row? The page before it is another file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import Squeezed
from gongkai.indexer.numbers import value_of
from gongkai.indexer.tables.labels import Label
from gongkai.indexer.tables.rows.splits import cells_add_up
from gongkai.indexer.tables.tables import TableText
from gongkai.mappings.form import FORMS
from gongkai.report import Figure

__all__ = ["last_row_alone"]

_TABLE = FORMS["2021"].tables[1]
_LAST, _COLUMNS = _TABLE.rows[-1].key, [column.key for column in _TABLE.rows[-1].columns]
_CELLS = expression(r"[ \t|\n]*(\d{1,6}(?:[ \t|\n]+\d{1,6}){6})[ \t|]*(?:\n|$)")
_NUMBER = expression(r"\d+")


def last_row_alone(labels: Sequence[Label], found: Mapping[str, TableText], page: Squeezed, folded: str) -> Iterator[Figure]:
    """Yield the cells of 结转下年度继续办理 where it is the only row of table three on the page and table four follows.

    Its seven numbers must add up: nothing else bears witness.
    """
    rows = [label for label in labels if label.tables == {_TABLE.key} and label.rows]
    if "requests" in found or "review" not in found or [row for label in rows for row in label.rows] != [_LAST]:
        return
    cells = _CELLS.match(folded, page.span(rows[0].start, rows[0].end)[1])
    if cells is None or cells.end() > found["review"].start:
        return
    values = [value_of(folded, *number.span(), "count") for number in _NUMBER.finditer(folded, cells.start(1), cells.end(1))]
    if cells_add_up(values):
        for column, v in zip(_COLUMNS, values, strict=True):
            yield Figure(f"{_LAST}.{column}", v.value, v.state, v.raw, (v.start, v.end), "label")
