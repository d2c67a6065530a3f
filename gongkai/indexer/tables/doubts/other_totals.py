"""Is the row that stands for (七)总计 the page's own: 本年办理总计, 上年办理总计? It is (七) only where every column adds up with it."""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.tables import TableText
from gongkai.indexer.tables.totals import holds
from gongkai.mappings.form import APPLICANTS, FORMS, SUBTOTAL

__all__ = ["without_other_total"]

_TOTAL, _OTHERS = "requests.processed", "requests.other."
_NAMED = expression("[\u3400-\u9fff]{2,}[ ]*$")
_LONGEST = 12  # characters before the word 总计
_ROWS = [[row.key for row in FORMS[key].tables[1].rows] for key in ("2021", "2019")]


def without_other_total(rows: dict[str, Reading], text: TableText, folded: str) -> dict[str, Reading]:
    """Return the rows of table three without a total in other words than the form's that the other rows do not give."""
    label = next((segment.label[0] for segment in text.segments if segment.row == _TOTAL), None)
    if _TOTAL not in rows or label is None or not _NAMED.search(folded, max(0, label - _LONGEST), label):
        return rows
    return rows if _adds_up(rows) else {row: reading for row, reading in rows.items() if row != _TOTAL}


def _adds_up(rows: dict[str, Reading]) -> bool:
    """Tell whether the table is whole and each of its columns holds (F1, F2)."""
    if any(row.startswith(_OTHERS) and row != SUBTOTAL for row in rows):
        rows = {row: reading for row, reading in rows.items() if row != SUBTOTAL}
    if not any(set(rows) == set(form) for form in _ROWS):
        return False
    columns = ({row: int(reading.values[at].value or 0) for row, reading in rows.items()} for at in range(len(APPLICANTS)))
    return all(map(holds, columns))
