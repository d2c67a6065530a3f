"""What do programs and people read of a table of counts and sums? Its cells as JSON, as CSV and as rows × columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from gongkai.mappings.fields import field_label
from gongkai.mappings.form import APPLICANTS
from gongkai.mappings.labels import label_of
from gongkai.mappings.ratios import SMALLEST, Ratio
from gongkai.report import SECTIONS
from gongkai.search.crosstab import AXES, SHOWS, Cell, Crosstab, Table
from gongkai.search.crosstab_units import told, unit_told, with_unit
from gongkai.search.render import Sheet, plain
from gongkai.search.results import Key

__all__ = [
    "axis_label",
    "cell_text",
    "column_keys",
    "key_label",
    "lines",
    "measure_label",
    "table_json",
    "table_rows",
    "table_sheet",
]

TOTAL = "合计"
_APPLICANTS = {column.key: column.label for column in APPLICANTS}


# -- names --------------------------------------------------------------------------------------------
def axis_label(axis: str | None) -> str:
    """Return what an axis is called."""
    if axis is None:
        return ""
    return AXES[axis][0] if axis in AXES else field_label(axis)


def key_label(axis: str | None, key: Key) -> str:
    """Return what a value on an axis is called."""
    if axis is None:
        return ""
    if axis == "applicant":
        return _APPLICANTS[str(key)]
    if axis == "section":
        return SECTIONS[str(key)]
    return label_of(axis.replace("outcome_group", "outcome"), None if key is None else str(key))


def measure_label(asked: Crosstab) -> str:
    """Return what is measured."""
    if isinstance(asked.measure, Ratio):
        return asked.measure.label
    if asked.measure is not None:
        label = with_unit(field_label(asked.measure), asked.measure)
        return label.rpartition("·")[0] if "applicant" in asked.axes else label
    if "applicant" in asked.axes and not any(name.startswith("outcome") for name in asked.axes):
        return "新收申请件数"
    return "件数" if any(name in ("outcome", "outcome_group") for name in asked.axes) else "篇数"


def cell_text(cell: Cell | None, show: str) -> str:
    """Return what a table shows of a cell; empty where no report prints the figure, never 0."""
    if cell is None:
        return ""
    value = cell.show(show)
    if cell.below is not None and show == "value":
        return _ratio_text(cell)
    if value is not None and show.startswith("share"):
        return f"{float(value):.1%}"
    return f"{float(value):.2f}" if value is not None and show == "mean" else plain(value)


def _ratio_text(cell: Cell) -> str:
    """Return a share over its denominator, on two lines; one of too small a denominator is not shown."""
    if not cell.reports:
        return ""
    return f"{'—' if cell.value is None else f'{float(cell.value):.1%}'}\n（{cell.below:,}）"


# -- for programs -------------------------------------------------------------------------------------
def table_json(table: Table) -> dict[str, Any]:
    """Return the answer of `pivot` under its documented names."""
    asked, measure = table.asked, table.asked.measure
    answer: dict[str, Any] = {"rows": asked.rows[0]}
    if len(asked.rows) > 1:
        answer["subrows"] = asked.rows[1]
    answer |= {"columns": asked.columns, "measure": measure.name if isinstance(measure, Ratio) else measure}
    if isinstance(measure, Ratio):
        answer |= {"above": list(measure.above), "below": list(measure.below), "smallest": SMALLEST}
    answer |= unit_told(measure)
    answer["cells"] = lines(table)
    if table.other_unit:
        answer["other_unit"] = table.other_unit
    if asked.totals and table.total:
        names = _names(asked)
        answer["totals"] = {
            "rows": [_line(names[: len(asked.rows)], cell) for cell in table.row_totals],
            "columns": [_line(["column"], cell) for cell in table.column_totals],
            "all": _line([], table.total),
        }
    return answer


def lines(table: Table) -> list[dict[str, Any]]:
    """Return a line a cell under its documented names."""
    return [_line(_names(table.asked), cell) for cell in table.cells]


def _names(asked: Crosstab) -> list[str]:
    return ["row", "subrow", "column"] if len(asked.rows) > 1 else ["row", "column"]


def _line(names: Sequence[str], cell: Cell) -> dict[str, Any]:
    keys = dict.fromkeys(names) | dict(zip(names, cell.keys, strict=False))
    ratio = {} if cell.below is None else {"numerator": cell.above, "denominator": cell.below}
    return {**keys, "value": cell.value, **ratio, "reports": cell.reports, "missing": cell.missing, **cell.shown}


def table_rows(table: Table) -> Sheet:
    """Return a row a cell: nothing is left out; totals at the end."""
    asked = table.asked
    is_ratio = isinstance(asked.measure, Ratio)
    more = [name for name in asked.shows if name not in ("value", "reports", "missing")]
    headings = (
        *(axis_label(axis) for axis in asked.rows),
        *(axis_label(asked.columns), measure_label(asked)),
        *(("分子", "分母") if is_ratio else ()),
        *("有数篇数", "缺数篇数"),
        *(SHOWS[name] for name in more),
    )
    rows = [
        (
            *keys,
            cell.value,
            *((cell.above, cell.below) if is_ratio else ()),
            *(cell.reports, cell.missing),
            *(cell.show(name) for name in more),
        )
        for keys, cell in _all_cells(table)
    ]
    first = len(asked.rows) + 1
    return Sheet(headings, rows, frozenset(range(first, len(headings))))


def _all_cells(table: Table) -> Iterator[tuple[tuple[str, ...], Cell]]:
    """Yield every cell with its keys as they are called, the totals behind them when they are wanted."""
    asked = table.asked
    axes: tuple[str | None, ...] = (*asked.rows, asked.columns)
    totals = (TOTAL, *([""] * (len(asked.rows) - 1)))
    for cell in table.cells:
        keys = (*cell.keys, None)[: len(axes)]
        yield tuple(key_label(axis, key) for axis, key in zip(axes, keys, strict=True)), cell
    if not asked.totals or table.total is None:
        return
    for cell in table.row_totals:
        yield (*(key_label(axis, key) for axis, key in zip(asked.rows, cell.keys, strict=True)), TOTAL), cell
    for cell in table.column_totals:
        yield (*totals, key_label(asked.columns, cell.keys[0])), cell
    yield (*totals, TOTAL if asked.columns else ""), table.total


# -- for people ---------------------------------------------------------------------------------------
def column_keys(table: Table) -> list[Key]:
    """Return the values of the column axis, in order."""
    axis = table.asked.columns
    keys = {cell.keys[-1] for cell in table.cells}
    if axis in AXES:
        return [key for key in AXES[axis][1] if key in keys]
    return sorted(keys, key=lambda key: (key is None, str(key)))


def table_sheet(table: Table) -> Sheet:
    """Return rows × columns; a cell in which no report prints the figure is empty, never 0."""
    asked = table.asked
    if asked.columns is None:
        return _one_column(table)
    depth = len(asked.rows)
    across = column_keys(table)
    cells = {(cell.keys[:depth], cell.keys[-1]): cell for cell in table.cells}
    ends = {cell.keys: cell for cell in table.row_totals} if asked.totals and asked.columns != "applicant" else {}
    rows = [
        (
            *(key_label(axis, key) for axis, key in zip(asked.rows, row, strict=True)),
            *(cell_text(cells.get((row, column)), show) for column in across for show in asked.shows),
            *(cell_text(ends.get(row), show) for show in asked.shows if ends),
        )
        for row in dict.fromkeys(cell.keys[:depth] for cell in table.cells)
    ]
    if asked.totals and asked.rows != ("applicant",):
        feet = {cell.keys[0]: cell for cell in table.column_totals}
        last = [cell_text(feet.get(column), show) for column in across for show in asked.shows]
        rows.append((TOTAL, *([""] * (depth - 1)), *last, *(cell_text(table.total, show) for show in asked.shows if ends)))
    names = [*(key_label(asked.columns, key) for key in across), *([TOTAL] if ends else [])]
    corner = [with_unit(axis_label(axis), asked.measure if at == 0 else None) for at, axis in enumerate(asked.rows)]
    headings = (*corner, *(_heading(name, show, asked) for name in names for show in asked.shows))
    return Sheet(headings, rows, frozenset(range(depth, len(headings))), foot=_foot(table))


def _heading(name: str, show: str, asked: Crosstab) -> str:
    return name if show == "value" or len(asked.shows) == 1 else f"{name} {SHOWS[show]}"


def _one_column(table: Table) -> Sheet:
    asked = table.asked
    shows = list(asked.shows)
    if asked.measure is not None and not isinstance(asked.measure, Ratio):
        shows += [name for name in ("reports", "missing") if name not in shows]
    rows: list[tuple[str, ...]] = [
        (
            *(key_label(axis, key) for axis, key in zip(asked.rows, cell.keys, strict=True)),
            *(cell_text(cell, show) for show in shows),
        )
        for cell in table.cells
    ]
    depth = len(asked.rows)
    if asked.totals and asked.rows != ("applicant",):
        rows.append((TOTAL, *([""] * (depth - 1)), *(cell_text(table.total, show) for show in shows)))
    headings = (*map(axis_label, asked.rows), *(SHOWS[show] or measure_label(asked) for show in shows))
    foot = _foot(table) if isinstance(asked.measure, Ratio) or table.other_unit else ""
    return Sheet(headings, rows, frozenset(range(depth, len(headings))), foot=foot)


def _foot(table: Table) -> str:
    asked = table.asked
    missing = sum(cell.missing for cell in table.cells)
    if isinstance(asked.measure, Ratio):
        foot = f"{asked.measure.label}，括号内为分母；分母不足 {SMALLEST} 的不算"
        return foot + (f"；{missing:,} 处报告未载全，不计" if missing else "")
    shown = "、".join(SHOWS[show] for show in asked.shows if SHOWS[show])
    foot = f"数值：{measure_label(asked)}" + (f"；{shown}" if shown else "")
    return foot + (f"；{missing:,} 处报告未载该数，不计为零" if missing else "") + told(table.other_unit)
