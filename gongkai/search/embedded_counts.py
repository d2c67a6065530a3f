"""How many, and how much? Facets and pivots by tantivy's aggregations, exact whatever the number of values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import tantivy
from tantivy import FieldType, Occur

from gongkai.errors import BadQuery
from gongkai.mappings.fields import Field, Kind
from gongkai.mappings.form import OUTCOMES
from gongkai.mappings.labels import label_of
from gongkai.mappings.tantivy import GROUP_TOTALS, NUMBER, schema
from gongkai.report import Number
from gongkai.search import named
from gongkai.search.query import Pivot
from gongkai.search.results import Bucket, Facet, PivotCell

__all__ = ["count_values", "facet_of", "pivot_cells"]

_EVERY = 10_000_000  # a segment hands over all its values: tantivy's default of ten a bucket gives wrong counts
_LIMIT = 65_000  # tantivy's limit of buckets in one aggregation
_NO_TEXT, _NO_NUMBER = "\uffff", -(2**53)  # what stands for "has no value": neither can be one
_PLACES = 6  # of a sum of decimals: sums of doubles carry noise behind that

Key = str | int | None


def count_values(searcher: tantivy.Searcher, query: tantivy.Query, fields: Sequence[Field]) -> dict[str, dict[str | int, int]]:
    """Return field name → value → number of documents."""
    request = {field.name: _terms(field, None) for field in fields}
    answer = _aggregate(searcher, query, request)
    return {name: {_key(b["key"]): b["doc_count"] for b in buckets["buckets"]} for name, buckets in answer.items()}


def facet_of(field: Field, counts: Mapping[str | int, int], selected: Sequence[str | int], top: int | None) -> Facet:
    """Return the facet: by count, then by value; a selected value is there even at 0 and beyond the top."""
    chosen = {_as_value(field, value) for value in selected}
    every = {**dict.fromkeys(chosen, 0), **counts}
    ordered = sorted(every, key=lambda value: (-every[value], value))
    kept = [value for place, value in enumerate(ordered) if top is None or place < top or value in chosen]
    return Facet(
        field.name,
        tuple(Bucket(value, label_of(field.name, value), every[value], value in chosen) for value in kept),
    )


def pivot_cells(searcher: tantivy.Searcher, query: tantivy.Query, pivot: Pivot) -> list[PivotCell]:
    """Return the cells, rows and columns by value, what has no value last; outcomes in printed order."""
    columns = None if pivot.columns is None else named.facet(pivot.columns)
    if pivot.rows in ("outcome", "outcome_group"):
        return _outcome_cells(searcher, query, pivot, columns)
    rows = named.facet(pivot.rows)
    measure = None if pivot.measure is None else named.measure(pivot.measure)
    inner: dict[str, Any] = {} if measure is None else {"measure": {"stats": {"field": measure.name}}}
    if columns is not None:
        inner = {"columns": _terms(columns, inner, missing=True)}
    answer = _aggregate(searcher, query, {"rows": _terms(rows, inner, missing=True)})
    cells = []
    for row, row_bucket in _buckets(answer["rows"]):
        for column, bucket in [(None, row_bucket)] if columns is None else _buckets(row_bucket["columns"]):
            cells.append(_cell(row, column, bucket["doc_count"], bucket.get("measure"), measure))
    return cells


def _outcome_cells(searcher: tantivy.Searcher, query: tantivy.Query, pivot: Pivot, columns: Field | None) -> list[PivotCell]:
    if pivot.measure is not None:
        raise BadQuery(f"Rows of “{pivot.rows}” sum their own figures: leave out the measure.", pivot.measure)
    if pivot.rows == "outcome":
        sums = {leaf: f"requests.{leaf}.total" for leaf in OUTCOMES}
    else:
        sums = {group: column for group, (column, _) in GROUP_TOTALS.items()}
    inner: dict[str, Any] = {row: {"stats": {"field": column}} for row, column in sums.items()}
    found: list[tuple[Key, dict[str, Any]]]
    if columns is None:
        answer = _aggregate(searcher, query, {**inner, "all": {"value_count": {"field": NUMBER}}})
        found = [(None, {**answer, "doc_count": int(answer["all"]["value"])})]
    else:
        answer = _aggregate(searcher, query, {"columns": _terms(columns, inner, missing=True)})
        found = list(_buckets(answer["columns"]))
    whole = named.measure("requests.processed.total")
    return [_cell(row, column, bucket["doc_count"], bucket[row], whole) for row in sums for column, bucket in found]


def _cell(row: Key, column: Key, documents: int, stats: Mapping[str, Any] | None, measure: Field | None) -> PivotCell:
    if stats is None or measure is None:
        return PivotCell(row, column, documents, documents, 0)
    reports = int(stats["count"])
    value: Number | None = None
    if reports:
        total = stats["sum"]
        value = Decimal(repr(round(total, _PLACES))) if measure.kind is Kind.DECIMAL else round(total)
    return PivotCell(row, column, value, reports, documents - reports)


def _terms(field: Field, inner: Mapping[str, Any] | None, *, missing: bool = False) -> dict[str, Any]:
    terms: dict[str, Any] = {"field": field.name, "size": _LIMIT, "segment_size": _EVERY}
    if missing:
        terms["missing"] = _NO_TEXT if field.kind is Kind.KEYWORD else _NO_NUMBER
    return {"terms": terms, **({"aggs": inner} if inner else {})}


def _buckets(answer: Mapping[str, Any]) -> Iterator[tuple[Key, dict[str, Any]]]:
    found = {_key(bucket["key"]): bucket for bucket in answer["buckets"]}
    for key in sorted(found, key=lambda key: (key in (_NO_TEXT, _NO_NUMBER), key)):
        yield (None if key in (_NO_TEXT, _NO_NUMBER) else key), found[key]


def _key(key: str | int | float) -> str | int:
    return int(key) if isinstance(key, float) else key


def _as_value(field: Field, value: str | int) -> str | int:
    return str(value) if field.kind is Kind.KEYWORD else int(named.number(field, value))


def _aggregate(
    searcher: tantivy.Searcher, query: tantivy.Query, request: dict[str, Any], span: tuple[int, int] | None = None
) -> dict[str, Any]:
    """Return the answer; one of too many buckets is put together from halves of the documents."""
    part = query
    if span is not None:
        inside = tantivy.Query.range_query(schema(), NUMBER, FieldType.Integer, *span)
        part = tantivy.Query.boolean_query([(Occur.Must, query), (Occur.Must, inside)])
    try:
        answer: dict[str, Any] = searcher.aggregate(part, request)
    except ValueError as error:
        if "bucket limit" not in str(error):
            raise
    else:
        return answer
    if span is None:
        numbers = searcher.aggregate(query, {"n": {"stats": {"field": NUMBER}}})["n"]
        span = int(numbers["min"]), int(numbers["max"])
    if span[0] == span[1]:
        raise BadQuery("One report has more values than can be counted: choose other fields.")
    middle = sum(span) // 2
    lower = _aggregate(searcher, query, request, (span[0], middle))
    upper = _aggregate(searcher, query, request, (middle + 1, span[1]))
    return {name: _merged(lower[name], upper[name]) for name in request}


def _merged(left: dict[str, Any], right: dict[str, Any]) -> dict[str, Any]:
    """Add up two answers to one aggregation over different documents."""
    if "buckets" not in left:
        return {name: (left.get(name) or 0) + (right.get(name) or 0) for name in ("count", "sum", "value")}
    merged = {bucket["key"]: bucket for bucket in left["buckets"]}
    for bucket in right["buckets"]:
        former = merged.get(bucket["key"])
        merged[bucket["key"]] = bucket if former is None else _merged_bucket(former, bucket)
    return {"buckets": list(merged.values())}


def _merged_bucket(left: dict[str, Any], right: dict[str, Any]) -> dict[str, Any]:
    merged: dict[str, Any] = {"key": left["key"], "doc_count": left["doc_count"] + right["doc_count"]}
    for name in left.keys() - merged.keys():
        merged[name] = _merged(left[name], right[name])
    return merged
