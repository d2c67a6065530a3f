"""In which unit is a sum of money, and which reports print the figure in another one than the form's? No sum counts them: they are told beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from gongkai.mappings.document import DECIMALS
from gongkai.mappings.form import cells_by_name
from gongkai.mappings.ratios import Ratio
from gongkai.search.engine import Engine
from gongkai.search.query import AllOf, Query, Term

__all__ = ["count_other_unit", "told", "unit_told", "with_unit"]

_UNITS = {name: cells_by_name()[name].column.unit or None for name in DECIMALS}
"""Sum of money → its unit; null where pages print 元 or 万元 as they like."""
_AS_PRINTED = "元或万元，各报告不一"


def count_other_unit(engine: Engine, query: Query, measure: str | Ratio | None) -> int:
    """Return how many of the reports print the figure in another unit; 0 where none is measured, or none of money."""
    if not isinstance(measure, str) or measure not in DECIMALS:
        return 0
    narrowed = replace(query, tree=AllOf((query.tree, Term("other_unit", (measure,)))))
    return sum(group.documents for group in engine.tabulate(narrowed, ()))


def with_unit(label: str, measure: object) -> str:
    """Return a heading with the unit of the sums of a measure, where it is one of money and the heading does not say so itself."""
    if not isinstance(measure, str) or measure not in _UNITS:
        return label
    unit = _UNITS[measure] or _AS_PRINTED
    return label if unit in label else f"{label}（单位：{unit}）"


def unit_told(measure: object) -> dict[str, Any]:
    """Return what programs read of the unit of a sum of money: null where its reports have none in common; nothing of other measures."""
    return {"unit": _UNITS[measure]} if isinstance(measure, str) and measure in _UNITS else {}


def told(count: int) -> str:
    """Return what the foot of a table says of them; nothing where there are none."""
    return f"；其中 {count:,} 篇印的是别的单位（U1），未计入" if count else ""
