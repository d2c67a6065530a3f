"""How is a table drawn in a terminal? Bars where there is one column, a heat map where there are several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gongkai.search.crosstab import SHOWS, Cell, Table
from gongkai.search.render import Sheet
from gongkai.search.render_pivot import axis_label, cell_text, column_keys, key_label, measure_label, table_sheet
from gongkai.search.results import Key

__all__ = ["Drawing", "chart_sheet", "drawing"]

_WIDTH = 40  # characters of the longest bar
_EIGHTHS = "▏▎▍▌▋▊▉█"


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn, whatever it is drawn on: `texts` and `sizes` (0 to 1; null: no value) by row and column."""

    what: str
    title: str
    corner: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    texts: tuple[tuple[str, ...], ...]
    sizes: tuple[tuple[float | None, ...], ...]

    @property
    def is_map(self) -> bool:
        """Tell whether there are columns, so that shades tell the sizes and not lengths."""
        return bool(self.columns)


def drawing(table: Table) -> Drawing:
    """Return what is drawn of the first thing that the table's cells show."""
    asked, show = table.asked, table.asked.shows[0]
    depth = len(asked.rows)
    keys = list(dict.fromkeys(cell.keys[:depth] for cell in table.cells))
    columns = column_keys(table) if asked.columns else []
    across: list[tuple[Key, ...]] = [(key,) for key in columns] if asked.columns else [()]
    cells = {cell.keys: cell for cell in table.cells}
    grid = [[cells.get((*row, *column)) for column in across] for row in keys]
    what = measure_label(asked) + (f"，{SHOWS[show]}" if SHOWS[show] else "")
    axes = [axis_label(axis) for axis in asked.axes]
    return Drawing(
        what,
        f"{what}：按{'、'.join(axes)}",
        " · ".join(map(axis_label, asked.rows)),
        tuple(" · ".join(key_label(axis, key) for axis, key in zip(asked.rows, row, strict=True)) for row in keys),
        tuple(key_label(asked.columns, key) for key in columns),
        tuple(tuple(cell_text(cell, show).replace("\n", "") for cell in line) for line in grid),
        _sizes([[_size(asked.axes, cell, show) for cell in line] for line in grid]),
    )


def _size(axes: Sequence[str], cell: Cell | None, show: str) -> float | None:
    """Return the number that is drawn; none of what all applicants together asked, which would dwarf what each did."""
    if cell is None or ("applicant" in axes and len(axes) > 1 and cell.keys[axes.index("applicant")] == "total"):
        return None
    value = cell.show(show)
    return None if value is None else float(value)


def _sizes(values: Sequence[Sequence[float | None]]) -> tuple[tuple[float | None, ...], ...]:
    known = [value for line in values for value in line if value is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    span = high - low or 1.0
    return tuple(tuple(None if value is None else (value - low) / span for value in line) for line in values)


def chart_sheet(table: Table) -> Sheet:
    """Return the table with bars behind its values, or with its cells shaded."""
    drawn = drawing(table)
    if not drawn.is_map:
        rows = [(name, texts[0], _bar(sizes[0])) for name, texts, sizes in zip(drawn.rows, drawn.texts, drawn.sizes, strict=True)]
        return Sheet((drawn.corner, drawn.what, ""), rows, frozenset({1}))
    plain = table_sheet(replace(table, asked=replace(table.asked, shows=table.asked.shows[:1], totals=False)))
    first = len(table.asked.rows)
    shades = {
        (number, first + place): size
        for number, sizes in enumerate(drawn.sizes)
        for place, size in enumerate(sizes)
        if size is not None
    }
    return replace(plain, shades=shades)


def _bar(size: float | None) -> str:
    if size is None:
        return ""
    eighths = round(size * _WIDTH * 8)
    return "█" * (eighths // 8) + (_EIGHTHS[eighths % 8 - 1] if eighths % 8 else "")
