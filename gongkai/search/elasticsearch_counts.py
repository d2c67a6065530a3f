"""How many, and how much? Facets and pivots by aggregations, exact however many values there are.

A facet is one `terms` aggregation. It is exact when the cluster says that nothing was left out of any shard's
answer (`doc_count_error_upper_bound` 0) and, where every value is wanted, that no bucket is missing
(`sum_other_doc_count` 0); when it does not say so, the facet is counted again by a `composite` aggregation,
which pages through every value. Pivots are composites from the start.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from elasticsearch.dsl import A, Q
from elasticsearch.dsl.aggs import Agg
from elasticsearch.dsl.query import Query as DslQuery

from gongkai.errors import BadQuery
from gongkai.mappings.elasticsearch import path
from gongkai.mappings.fields import Field, Kind
from gongkai.mappings.form import GROUP_TOTALS, OUTCOMES
from gongkai.mappings.labels import label_of
from gongkai.report import Number
from gongkai.search import named
from gongkai.search.elasticsearch_connection import Cluster
from gongkai.search.elasticsearch_reading import ask
from gongkai.search.query import Pivot
from gongkai.search.results import Bucket, Facet, PivotCell

__all__ = ["FacetRequest", "pivot_cells"]

EVERY = 4_000  # buckets of one facet in one answer: all facets together stay under the cluster's 65,536
_PAGE = 2_000  # buckets of a page of a composite
_PLACES = 6  # of a sum of decimals: sums of doubles carry noise behind that

Key = str | int | None
Values = Sequence[str | int]


class FacetRequest:
    """The facets of one question: what to ask for beside the hits, and what the answer says."""

    def __init__(
        self,
        cluster: Cluster,
        tree: DslQuery,
        selections: Mapping[str, DslQuery],
        selected: Mapping[str, Values],
        top: int | None,
    ) -> None:
        self._cluster = cluster
        self._tree = tree
        self._selections = selections
        self._selected = {name: values for name, values in selected.items() if values}
        self._top = top

    def aggregations(self, fields: Sequence[Field]) -> dict[str, Agg[Any]]:
        """Return the aggregations: each facet narrowed by the selections in the other facets."""
        size = EVERY if self._top is None else max(1, self._top)
        asked: dict[str, Agg[Any]] = {}
        for field in fields:
            facet = A("filter", filter=self._others(field))
            facet.bucket("values", "terms", field=path(field), size=size, shard_size=max(size, EVERY))
            if self._chosen(field):  # they are counted even beyond the top
                chosen = sorted(self._chosen(field), key=str)
                facet.bucket("chosen", "terms", field=path(field), size=len(chosen), include=chosen)
            asked[field.name] = facet
        return asked

    def facet(self, field: Field, answer: Mapping[str, Any]) -> Facet:
        """Return the facet: by count, then by value; a selected value is there even at 0 and beyond the top."""
        values = answer["values"]
        is_exact = values["doc_count_error_upper_bound"] == 0
        is_whole = values["sum_other_doc_count"] == 0 or (self._top is not None and len(values["buckets"]) >= self._top)
        if is_exact and is_whole:
            buckets = [*values["buckets"], *answer.get("chosen", {}).get("buckets", ())]
            counts = {bucket["key"]: bucket["doc_count"] for bucket in buckets}
        else:
            query = Q("bool", filter=[self._tree, self._others(field)])
            pages = _composite(self._cluster, query, {"value": (field, False)}, {})
            counts = {bucket["key"]["value"]: bucket["doc_count"] for bucket in pages}
        chosen = self._chosen(field)
        every = {**dict.fromkeys(chosen, 0), **counts}
        ordered = sorted(every, key=lambda value: (-every[value], value))
        kept = [value for place, value in enumerate(ordered) if self._top is None or place < self._top or value in chosen]
        return Facet(field.name, tuple(Bucket(v, label_of(field.name, v), every[v], v in chosen) for v in kept))

    def _chosen(self, field: Field) -> set[str | int]:
        values = self._selected.get(field.name, ())
        return {str(value) if field.kind is Kind.KEYWORD else int(named.number(field, value)) for value in values}

    def _others(self, field: Field) -> DslQuery:
        return Q("bool", filter=[query for name, query in self._selections.items() if name != field.name])


def pivot_cells(cluster: Cluster, query: DslQuery, pivot: Pivot) -> list[PivotCell]:
    """Return the cells, rows and columns by value, what has no value last; outcomes in printed order."""
    columns = None if pivot.columns is None else named.facet(pivot.columns)
    if pivot.rows in ("outcome", "outcome_group"):
        return _outcome_cells(cluster, query, pivot, columns)
    rows = named.facet(pivot.rows)
    measure = None if pivot.measure is None else named.measure(pivot.measure)
    inner = {} if measure is None else {"sum": A("stats", field=path(measure))}
    sources = {"row": (rows, True)} | ({} if columns is None else {"column": (columns, True)})
    cells = []
    for bucket in _composite(cluster, query, sources, inner):
        row, column = bucket["key"]["row"], bucket["key"].get("column")
        if measure is None:
            cells.append(PivotCell(row, column, bucket["doc_count"], bucket["doc_count"], 0))
        else:
            stats = bucket["sum"]
            cells.append(_cell(row, column, bucket["doc_count"], stats["count"], stats["sum"], measure))
    return sorted(cells, key=lambda cell: (_place(cell.row), _place(cell.column)))


def _outcome_cells(cluster: Cluster, query: DslQuery, pivot: Pivot, columns: Field | None) -> list[PivotCell]:
    """Return the sums of the outcomes' own figures; a report counts in a group when it prints one of its leaves."""
    if pivot.measure is not None:
        raise BadQuery(f"Rows of “{pivot.rows}” sum their own figures: leave out the measure.", pivot.measure)
    summed: Mapping[str, tuple[str, ...]] = GROUP_TOTALS
    if pivot.rows == "outcome":
        summed = {leaf: (f"requests.{leaf}.total",) for leaf in OUTCOMES}
    inner: dict[str, Agg[Any]] = {name: A("sum", field=path(named.measure(name))) for names in summed.values() for name in names}
    for row, names in summed.items():
        printed = [Q("exists", field=path(named.measure(name))) for name in names]
        inner[f"reports {row}"] = A("filter", filter=Q("bool", should=printed, minimum_should_match=1))
    if columns is None:
        answer = _ask(cluster, query, inner)
        found: list[tuple[Key, Mapping[str, Any]]] = [
            (None, {**answer["aggregations"], "doc_count": answer["hits"]["total"]["value"]})
        ]
    else:
        buckets = _composite(cluster, query, {"column": (columns, True)}, inner)
        found = sorted(((bucket["key"]["column"], bucket) for bucket in buckets), key=lambda pair: _place(pair[0]))
    whole = named.measure("requests.processed.total")
    cells = []
    for row, names in summed.items():
        for column, bucket in found:
            total = sum(bucket[name]["value"] for name in names)
            cells.append(_cell(row, column, bucket["doc_count"], bucket[f"reports {row}"]["doc_count"], total, whole))
    return cells


def _cell(row: Key, column: Key, documents: int, reports: int, total: float, measure: Field) -> PivotCell:
    value: Number | None = None
    if reports:
        value = Decimal(repr(round(total, _PLACES))) if measure.kind is Kind.DECIMAL else round(total)
    return PivotCell(row, column, value, reports, documents - reports)


def _composite(
    cluster: Cluster, query: DslQuery, sources: Mapping[str, tuple[Field, bool]], inner: Mapping[str, Agg[Any]]
) -> Iterator[Mapping[str, Any]]:
    """Yield every bucket; a source is a field and whether documents without a value have a bucket too."""
    asked = [
        {name: {"terms": {"field": path(field), **({"missing_bucket": True} if missing else {})}}}
        for name, (field, missing) in sources.items()
    ]
    after: Any = None
    while True:
        composite = A("composite", sources=asked, size=_PAGE, **({"after": after} if after else {}))
        for name, aggregation in inner.items():
            composite.bucket(name, aggregation)
        answer = _ask(cluster, query, {"all": composite})["aggregations"]["all"]
        yield from answer["buckets"]
        after = answer.get("after_key")
        if after is None or len(answer["buckets"]) < _PAGE:
            return


def _ask(cluster: Cluster, query: DslQuery, aggregations: Mapping[str, Agg[Any]]) -> Mapping[str, Any]:
    asked = {name: aggregation.to_dict() for name, aggregation in aggregations.items()}
    return ask(cluster, index=cluster.name("reports"), query=query.to_dict(), size=0, track_total_hits=True, aggregations=asked)


def _place(key: Key) -> tuple[bool, str | int]:
    return (True, "") if key is None else (False, key)
