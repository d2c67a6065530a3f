"""How many, and how much? Facets and pivots by tantivy's aggregations, exact whatever the number of values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import tantivy
from tantivy import FieldType, Occur

from gongkai.errors import BadQuery
from gongkai.mappings.fields import Field, Kind
from gongkai.mappings.labels import label_of
from gongkai.mappings.tantivy import GROUP_TOTALS, NUMBER, schema
from gongkai.search import named
from gongkai.search.results import Bucket, Facet, Group, Key, Sum

__all__ = ["count_values", "facet_of", "tabulate"]

_EVERY = 10_000_000  # a segment hands over all its values: tantivy's default of ten a bucket gives wrong counts
_LIMIT = 65_000  # tantivy's limit of buckets in one aggregation
_NO_TEXT, _NO_NUMBER = "\uffff", -(2**53)  # what stands for "has no value": neither can be one
_NOTHING = (_NO_TEXT, _NO_NUMBER)
_TOGETHER = {figures: column for column, figures in GROUP_TOTALS.values()}
_BY, _ALL = "by", "all documents"  # names of aggregations that no column has


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


def tabulate(
    searcher: tantivy.Searcher, query: tantivy.Query, by: Sequence[Field], sums: Sequence[tuple[Field, ...]]
) -> list[Group]:
    """Return the groups by their keys, what has no value last, and the sums in each."""
    columns = [_columns(figures) for figures in sums]
    inner: dict[str, Any] = {name: {"stats": {"field": name}} for names in columns for name in names}
    inner |= {} if by else {_ALL: {"value_count": {"field": NUMBER}}}
    found = list(_walk(_aggregate(searcher, query, _nest(by, inner)), by))
    readings = [_reading(searcher, query, by, *both) for both in zip(sums, columns, strict=True)]
    return [
        Group(keys, bucket["doc_count"] if by else int(bucket[_ALL]["value"]), tuple([read(keys, bucket) for read in readings]))
        for keys, bucket in found
    ]


def _columns(figures: tuple[Field, ...]) -> tuple[str, ...]:
    """Return the columns that are summed: one where there is one for these figures together."""
    names = tuple(field.name for field in figures)
    return (_TOGETHER[names],) if names in _TOGETHER else names


def _printing(
    searcher: tantivy.Searcher, query: tantivy.Query, by: Sequence[Field], names: Sequence[str]
) -> dict[tuple[Key, ...], int]:
    """Return how many documents of each group have a value in one of the columns."""
    exists = tantivy.Query.boolean_query([(Occur.Should, tantivy.Query.exists_query(name)) for name in names])
    part = tantivy.Query.boolean_query([(Occur.Must, query), (Occur.Must, exists)])
    return {group.keys: group.documents for group in tabulate(searcher, part, by, [])}


def _reading(
    searcher: tantivy.Searcher, query: tantivy.Query, by: Sequence[Field], figures: Sequence[Field], names: Sequence[str]
) -> Callable[[tuple[Key, ...], Mapping[str, Any]], Sum]:
    """Return what reads the sum of those figures out of a group's bucket."""
    as_number = named.of_sum(figures)
    if len(names) == 1:  # nearly always, and for every cell of a table: whatever it does a thousand cells pay for
        (name,) = names

        def read_one(_keys: tuple[Key, ...], bucket: Mapping[str, Any]) -> Sum:
            stats = bucket[name]
            reports: int = stats["count"]
            return Sum(reports, as_number(stats["sum"]) if reports else None)

        return read_one
    printing = _printing(searcher, query, by, names)

    def read(keys: tuple[Key, ...], bucket: Mapping[str, Any]) -> Sum:
        reports = printing.get(keys, 0)
        total = sum(bucket[name]["sum"] for name in names if bucket[name]["count"])
        return Sum(reports, as_number(total) if reports else None)

    return read


def _nest(by: Sequence[Field], inner: dict[str, Any]) -> dict[str, Any]:
    for field in reversed(by):
        inner = {_BY: _terms(field, inner, missing=True)}
    return inner


def _walk(answer: Mapping[str, Any], by: Sequence[Field]) -> Iterator[tuple[tuple[Key, ...], Mapping[str, Any]]]:
    if not by:
        yield (), answer
        return
    as_number = named.of_sum(by[:1])
    found: dict[Key, Mapping[str, Any]] = {}
    for bucket in answer[_BY]["buckets"]:
        key = bucket["key"]
        found[None if key in _NOTHING else key if isinstance(key, str) else as_number(key)] = bucket
    for key in sorted(found, key=lambda key: (key is None, key)):
        if len(by) == 1:
            yield (key,), found[key]
            continue
        for keys, bucket in _walk(found[key], by[1:]):
            yield (key, *keys), bucket


def _terms(field: Field, inner: Mapping[str, Any] | None, *, missing: bool = False) -> dict[str, Any]:
    terms: dict[str, Any] = {"field": field.name, "size": _LIMIT, "segment_size": _EVERY}
    if missing:
        terms["missing"] = _NO_TEXT if field.kind is Kind.KEYWORD else _NO_NUMBER
    return {"terms": terms, **({"aggs": inner} if inner else {})}


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
