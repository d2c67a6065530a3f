"""What is a figure as a line of its own? The long form: one line a figure of a report, with Chinese labels.

A report is one document with all its figures side by side, which no chart can put on an axis. Here each figure is
a document: which report, which place and year, which table, row, group and column, and its value. Everything is
derived from FIELDS and the form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from gongkai.mappings.document import comparable, other_units
from gongkai.mappings.fields import FIELDS, Field, Kind
from gongkai.mappings.form import APPLICANTS, FORMS, OUTCOME_GROUPS, Cell, cells_by_name
from gongkai.mappings.labels import keys_of, label_of
from gongkai.report import State

__all__ = ["LONG_FIELDS", "OF_REPORT", "OTHER_UNIT", "dimensions", "every_row_of", "lines_of"]

OF_REPORT: tuple[Field, ...] = tuple(
    field for field in FIELDS if (field.facet and not field.many) or field.name in ("adcode", "published", "report_key")
)
"""What a line takes over from its report, under the same names, so that one filter narrows both."""

_LABELS_OF_REPORT = tuple(
    Field(f"{field.name}_label", Kind.KEYWORD, f"{field.label}名称", f"Chinese name of {field.name}.")
    for field in OF_REPORT
    if keys_of(field.name)
)
_OF_CELL = (
    Field("figure", Kind.KEYWORD, "数值", "Name of the figure, as in docs/fields.md."),
    Field("figure_label", Kind.KEYWORD, "数值名称", "Table, row and column of the figure."),
    Field("table", Kind.KEYWORD, "表", "Key of the table."),
    Field("table_label", Kind.KEYWORD, "表名称", "Name of the table."),
    Field("row", Kind.KEYWORD, "行", "Key of the row."),
    Field("row_label", Kind.KEYWORD, "行名称", "Printed label of the row."),
    Field("group", Kind.KEYWORD, "办理结果类别", "Group of outcomes that the row belongs to."),
    Field("group_label", Kind.KEYWORD, "办理结果类别名称", "Printed name of the group of outcomes."),
    Field("column", Kind.KEYWORD, "列", "Key of the column."),
    Field("column_label", Kind.KEYWORD, "列名称", "Printed label of the column."),
    Field("applicant", Kind.KEYWORD, "申请人类别", "Who asked; in table three only."),
    Field("applicant_label", Kind.KEYWORD, "申请人类别名称", "Printed name of who asked."),
    Field("unit", Kind.KEYWORD, "单位", "Unit of the value."),
)
_OF_LINE = (
    Field("report", Kind.KEYWORD, "报告编号", "Id of the report."),
    Field("value", Kind.DECIMAL, "值", "The number that the report prints."),
    Field(
        "state",
        Kind.KEYWORD,
        "读取状态",
        "read, inferred when only the identities decide it; in exports also why there is no value.",
    ),
    Field("current", Kind.KEYWORD, "现行", "Whether the report is the current one of its key: here always."),
)
LONG_FIELDS: tuple[Field, ...] = (*_OF_LINE, *OF_REPORT, *_LABELS_OF_REPORT, *_OF_CELL)

OTHER_UNIT = "other_unit"
"""State of a figure that is printed in another unit than its column's: its value is in the report alone."""
_CELL_NAMES = {"value", "state", *(field.name for field in _OF_CELL)}
_APPLICANTS = {column.key for column in APPLICANTS}


def lines_of(document: Mapping[str, Any], *, zeros: bool = False) -> Iterator[dict[str, Any]]:
    """Yield a line for each figure that has a value; zeros only when they are wanted."""
    shared = _of_report(document)
    states = document.get("states") or {}
    known = dimensions(str(document.get("form") or ""))
    for name, value in comparable(document).items():
        if name in known and _is_number(value) and (zeros or value):
            state = str(states.get(name, State.READ))
            yield {**shared, **known[name], "report": document.get("id"), "value": value, "state": state, "current": True}


def every_row_of(document: Mapping[str, Any], names: Sequence[str]) -> Iterator[list[Any]]:
    """Yield a row for each figure of the report's form, under these of LONG_FIELDS; one without a value is null, its state says why."""
    shared = _of_report(document)
    states = document.get("states") or {}
    known = dimensions(str(document.get("form") or ""))
    others = other_units(document)
    row: list[Any] = [document.get("id") if name == "report" else shared.get(name) for name in names]
    own = [(place, name) for place, name in enumerate(names) if name in _CELL_NAMES]
    for name, value in (document.get("figures") or {}).items():
        if name in known:
            state = states.get(name) or (State.READ if value is not None else State.MISSING)
            cell = {**known[name], "value": value, "state": str(state)}
            if name in others:
                cell |= {"value": None, "state": OTHER_UNIT}
            for place, column in own:
                row[place] = cell.get(column)
            yield row.copy()


def _of_report(document: Mapping[str, Any]) -> dict[str, Any]:
    shared = {field.name: document.get(field.name) for field in OF_REPORT}
    shared |= {f.name: label_of(key, shared[key]) for f in _LABELS_OF_REPORT if shared[key := f.name.removesuffix("_label")]}
    return {name: value for name, value in shared.items() if value is not None}


@cache
def dimensions(form: str) -> dict[str, dict[str, str]]:
    """Return figure name → what its cell says in that form: table, row, group, column, and their labels."""
    cells = dict(cells_by_name())
    if form in FORMS:
        cells |= {cell.name: cell for cell in FORMS[form].cells()}
    return {name: _of(cell) for name, cell in cells.items()}


def _of(cell: Cell) -> dict[str, str]:
    row, column = cell.row, cell.column
    found = {
        "figure": cell.name,
        "figure_label": cell.label,
        "table": cell.table.key,
        "table_label": cell.table.label,
        "row": row.key,
        "row_label": row.label,
        "group": row.group,
        "group_label": OUTCOME_GROUPS.get(row.group, ""),
        "column": column.key,
        "column_label": column.label if column.key else "",
        "unit": column.unit,
    }
    if cell.table.key == "requests" and column.key in _APPLICANTS:
        found |= {"applicant": column.key, "applicant_label": column.label}
    return {name: text for name, text in found.items() if text}


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return False
    return -(2**63) < value < 2**63  # nan and infinity are not
