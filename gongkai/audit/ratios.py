"""How large is a share among many reports? Sums above and below the line, over the reports that print all of both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from gongkai.errors import BadQuery
from gongkai.mappings.labels import label_of
from gongkai.mappings.ratios import SMALLEST, Ratio
from gongkai.report import Number
from gongkai.search.engine import Engine
from gongkai.search.query import AllOf, Exists, Pivot, Query
from gongkai.search.render import Sheet
from gongkai.search.results import PivotCell

__all__ = ["Share", "share_text", "shares", "shares_csv", "shares_json", "shares_sheet"]

Key = str | int | None


@dataclass(frozen=True, slots=True)
class Share:
    """`value` is `numerator` to `denominator`; null where the denominator is too small to say anything.

    The sums are of the `reports` that print every figure of the ratio; `missing` do not.
    """

    row: Key
    column: Key
    numerator: Number
    denominator: Number
    reports: int
    missing: int

    @property
    def is_small(self) -> bool:
        """Tell whether the denominator is below what a share needs."""
        return self.denominator < SMALLEST

    @property
    def value(self) -> float | None:
        """Return the share, to four places."""
        return None if self.is_small else round(float(self.numerator) / float(self.denominator), 4)


def shares(engine: Engine, query: Query, rows: str, columns: str | None, ratio: Ratio) -> list[Share]:
    """Return the share of each cell of a table by two facet fields."""
    if rows in ("outcome", "outcome_group"):
        raise BadQuery(f"Rows of “{rows}” sum their own figures: choose other rows for {ratio.name}.")
    every = engine.pivot(query, Pivot(rows, columns))
    whole = replace(query, tree=AllOf((query.tree, *(Exists(name) for name in ratio.figures))))
    printed = {(cell.row, cell.column): cell.reports for cell in engine.pivot(whole, Pivot(rows, columns))}
    sums = {name: _sums(engine.pivot(whole, Pivot(rows, columns, name))) for name in ratio.figures}
    found = []
    for cell in every:
        key = (cell.row, cell.column)
        above, below = (sum(sums[name].get(key, 0) for name in names) for names in (ratio.above, ratio.below))
        count = printed.get(key, 0)
        found.append(Share(*key, above, below, count, cell.reports - count))
    return found


def _sums(cells: Iterable[PivotCell]) -> dict[tuple[Key, Key], Number]:
    return {(cell.row, cell.column): cell.value for cell in cells if cell.value is not None}


def share_text(share: Share | None) -> str:
    """Return a share over its denominator, 45.3%（120）, on two lines; a small one is not shown."""
    if share is None or not share.reports:
        return ""
    if share.value is None:
        return f"—\n（{_number(share.denominator)}）"
    return f"{share.value:.1%}\n（{_number(share.denominator)}）"


def _number(value: Number) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else f"{value:,}"


def shares_json(rows: str, columns: str | None, ratio: Ratio, found: Sequence[Share]) -> dict[str, Any]:
    """Return the answer of `pivot` for a ratio under its documented names."""
    cells = [
        {
            "row": share.row,
            "column": share.column,
            "value": share.value,
            "numerator": share.numerator,
            "denominator": share.denominator,
            "reports": share.reports,
            "missing": share.missing,
        }
        for share in found
    ]
    about = {"above": list(ratio.above), "below": list(ratio.below), "smallest": SMALLEST}
    return {"rows": rows, "columns": columns, "measure": ratio.name, **about, "cells": cells}


def shares_csv(rows: str, columns: str | None, ratio: Ratio, found: Sequence[Share], headings: tuple[str, str]) -> Sheet:
    """Return a row a cell."""
    lines = [
        (
            *(label_of(rows, share.row), label_of(columns, share.column) if columns else ""),
            *(share.value, share.numerator, share.denominator, share.reports, share.missing),
        )
        for share in found
    ]
    return Sheet((*headings, ratio.label, "分子", "分母", "有数篇数", "缺数篇数"), lines, frozenset(range(2, 7)))


def shares_sheet(rows: str, columns: str | None, ratio: Ratio, found: Sequence[Share], heading: str) -> Sheet:
    """Return rows × columns, each share with its denominator."""
    across = sorted({share.column for share in found}, key=lambda key: (key is None, str(key)))
    cells: dict[Key, dict[Key, Share]] = defaultdict(dict)
    for share in found:
        cells[share.row][share.column] = share
    lines = [(label_of(rows, row), *(share_text(line.get(column)) for column in across)) for row, line in cells.items()]
    names = [label_of(columns, column) for column in across] if columns else [ratio.label]
    missing = sum(share.missing for share in found)
    foot = f"{ratio.label}，括号内为分母；分母不足 {SMALLEST} 的不算" + (f"；{missing:,} 处报告未载全，不计" if missing else "")
    return Sheet((heading, *names), lines, frozenset(range(1, len(names) + 1)), foot=foot)
