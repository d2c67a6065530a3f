"""Which tables that could not be read as tables of the form are printed in another shape?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gongkai.indexer.fold import Squeezed
from gongkai.indexer.tables.labels import Label
from gongkai.indexer.tables.lists.columns_of_list import in_own_column
from gongkai.indexer.tables.rows.cells import Reading
from gongkai.indexer.tables.shapes.fewer_columns import columns_told
from gongkai.indexer.tables.shapes.in_form_order import requests_in_order
from gongkai.indexer.tables.shapes.lists_of_two import list_of_two
from gongkai.indexer.tables.shapes.parts_of_review import review_in_parts
from gongkai.indexer.tables.tables import TableText
from gongkai.mappings.form import FORMS, SUBTOTAL, Table
from gongkai.report import Figure, State

__all__ = ["of_fewer_columns", "read_otherwise"]

_SHORTER = {row.key for row in FORMS["2019"].tables[1].rows} - {SUBTOTAL}


def read_otherwise(
    tables: tuple[Table, ...],
    found: dict[str, TableText],
    read: dict[str, dict[str, Reading]],
    squeezed: Squeezed,
    folded: str,
    labels: Sequence[Label],
    *,
    ruled: bool,
) -> tuple[Table, ...]:
    """Read tables that are not printed as tables of the form are; return the tables with the columns that they have there."""
    if "statistics" in found and "statistics" in read:
        read["statistics"] = in_own_column(tables[0], found["statistics"], folded) or read["statistics"]
    told = {key for key, rows in read.items() if any(v.value is not None for r in rows.values() for v in r.values)}
    unread = {key for key in ("proactive", "review") if key not in told and not (key in found and found[key].disputed)}
    if (
        not ruled
        and _is_incomplete(found.get("requests"), read)
        and (whole := requests_in_order(squeezed, folded, read["requests"]))
    ):
        found["requests"], read["requests"] = whole
    if "review" in unread and (parts := review_in_parts(squeezed, folded, labels)):
        found["review"], read["review"] = parts
    if "proactive" in unread and (listed := list_of_two(squeezed, folded, labels)):
        found["proactive"], form, read["proactive"] = listed
        return (FORMS[form].tables[0], *tables[1:])
    return tables


def _is_incomplete(text: TableText | None, read: Mapping[str, Mapping[str, Reading]]) -> bool:
    """Tell whether table three, which nothing disputes, lacks a row of the shorter form at least, for another reason than its columns."""
    is_doubtful = text is not None and (text.disputed or text.twins or text.misheaded)
    return "requests" in read and not is_doubtful and not read["requests"].keys() >= _SHORTER


def of_fewer_columns(text: TableText, figures: Mapping[str, Figure], folded: str) -> dict[str, Figure]:
    """Return the figures of a table three that prints fewer columns than the form, the others missing; none where it does not."""
    if not (told := {figure.name: figure for figure in columns_told(text, folded)}):
        return {}
    others = {name for row in text.rows for name in figures if row and name.startswith(f"{row}.")} - set(told)
    return told | {name: Figure(name, None, State.MISSING) for name in others}
