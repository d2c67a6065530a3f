"""Which reports print the figure in another unit than the form's? No sum counts them: they are told beside it."""

from __future__ import annotations

from dataclasses import replace

from gongkai.mappings.document import DECIMALS
from gongkai.mappings.ratios import Ratio
from gongkai.search.engine import Engine
from gongkai.search.query import AllOf, Query, Term

__all__ = ["count_other_unit", "told"]


def count_other_unit(engine: Engine, query: Query, measure: str | Ratio | None) -> int:
    """Return how many of the reports print the figure in another unit; 0 where none is measured, or none of money."""
    if not isinstance(measure, str) or measure not in DECIMALS:
        return 0
    narrowed = replace(query, tree=AllOf((query.tree, Term("other_unit", (measure,)))))
    return sum(group.documents for group in engine.tabulate(narrowed, ()))


def told(count: int) -> str:
    """Return what the foot of a table says of them; nothing where there are none."""
    return f"；其中 {count:,} 篇印的是别的单位（U1），未计入" if count else ""
