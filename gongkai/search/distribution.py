"""How are the values of a figure spread over the reports? The exact distinct values, and what follows from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import product
from typing import Any

from gongkai.mappings.document import flatten
from gongkai.report import Number
from gongkai.search.engine import Engine
from gongkai.search.query import Query
from gongkai.search.results import Key

__all__ = ["Distribution", "distributions", "statistic"]

Keys = tuple[Key, ...]
Distribution = Mapping[Keys, Sequence[tuple[Number, int]]]
"""Keys of a group → (value, number of reports that print it), the smallest value first."""


def distributions(engine: Engine, query: Query, facets: Sequence[str], figures: Sequence[tuple[str, ...]]) -> list[Distribution]:
    """Return the distribution of each figure over the groups; of several figures together, of their sum in a report."""
    together = [names for names in figures if len(names) > 1]
    streamed = iter(_streamed(engine, query, facets, together)) if together else iter(())
    return [next(streamed) if len(names) > 1 else _of_figure(engine, query, facets, names[0]) for names in figures]


def _of_figure(engine: Engine, query: Query, facets: Sequence[str], figure: str) -> Distribution:
    found: dict[Keys, list[tuple[Number, int]]] = {}
    for group in engine.tabulate(query, [*facets, figure]):
        value = group.keys[-1]
        if isinstance(value, int | Decimal):
            found.setdefault(group.keys[:-1], []).append((value, group.documents))
    return found


def _streamed(engine: Engine, query: Query, facets: Sequence[str], figures: Sequence[tuple[str, ...]]) -> list[Distribution]:
    """Read every document: no engine has a column of any sum. Exact, and as slow as an export."""
    counts: list[dict[Keys, Counter[Number]]] = [{} for _ in figures]
    for document in engine.export(query):
        values = flatten(document)
        keys = list(product(*(_all(values.get(name)) for name in facets)))
        for names, found in zip(figures, counts, strict=True):
            printed = [values[name] for name in names if name in values]
            if printed:
                for key in keys:
                    found.setdefault(key, Counter())[sum(printed)] += 1
    return [{key: sorted(counter.items()) for key, counter in found.items()} for found in counts]


def _all(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def statistic(name: str, values: Sequence[tuple[Number, int]]) -> Number | None:
    """Return the `min`, `max` or `median` of a distribution; null when it is empty."""
    if not values:
        return None
    if name in ("min", "max"):
        return values[0 if name == "min" else -1][0]
    reports = sum(count for _, count in values)
    low, high = _at(values, (reports - 1) // 2), _at(values, reports // 2)
    middle = Decimal(low + high) / 2
    return int(middle) if middle == middle.to_integral_value() else middle


def _at(values: Sequence[tuple[Number, int]], place: int) -> Number:
    for value, count in values:
        place -= count
        if place < 0:
            return value
    raise IndexError(place)
