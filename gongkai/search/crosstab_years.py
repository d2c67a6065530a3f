"""Which reports stand under a year? Not those whose year is doubtful: they stand under none, in pivots and trends as in audits."""

from __future__ import annotations

from dataclasses import replace

from gongkai.mappings.findings import OF_DOUBTFUL_YEAR
from gongkai.search.engine import Engine
from gongkai.search.query import AllOf, AnyOf, Exists, Not, Query, Term, Tree

__all__ = ["YEAR", "count_doubtful", "of_no_year", "of_sure_years"]

YEAR = "year"
_DOUBTFUL = Term("finding", OF_DOUBTFUL_YEAR)


def count_doubtful(engine: Engine, query: Query) -> int:
    """Return how many reports have a year that is doubtful: they tell two, or it was not over when they came out."""
    return sum(group.documents for group in engine.tabulate(_narrowed(query, _DOUBTFUL), ()))


def of_sure_years(query: Query) -> Query:
    """Return the query for those whose year is sure."""
    return _narrowed(query, Exists(YEAR), Not(_DOUBTFUL))


def of_no_year(query: Query) -> Query:
    """Return the query for the others."""
    return _narrowed(query, AnyOf((Not(Exists(YEAR)), _DOUBTFUL)))


def _narrowed(query: Query, *trees: Tree) -> Query:
    return replace(query, tree=AllOf((query.tree, *trees)))
