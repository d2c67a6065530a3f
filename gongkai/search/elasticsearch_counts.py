"""How many, and how much? Facets and pivots by aggregations, exact however many values there are.

A facet is one `terms` aggregation. It is exact when the cluster says that nothing was left out of any shard's
answer (`doc_count_error_upper_bound` 0) and, where every value is wanted, that no bucket is missing
(`sum_other_doc_count` 0); when it does not say so, the facet is counted again by a `composite` aggregation,
which pages through every value. Groups are composites from the start.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from elasticsearch.dsl import A, Q
from elasticsearch.dsl.aggs import Agg
from elasticsearch.dsl.query import Query as DslQuery

from gongkai.mappings.elasticsearch import path
from gongkai.mappings.fields import Field, Kind
from gongkai.mappings.labels import label_of
from gongkai.search import named
from gongkai.search.elasticsearch_connection import Cluster
from gongkai.search.elasticsearch_reading import ask
from gongkai.search.results import Bucket, Facet, Group, Sum

__all__ = ["FacetRequest", "tabulate"]

EVERY = 4_000  # buckets of one facet in one answer: all facets together stay under the cluster's 65,536
_PAGE = 2_000  # buckets of a page of a composite; fewer where much is asked for each
_SOME = "documents of "  # begins the name of an aggregation, as no figure's name does

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


def tabulate(cluster: Cluster, query: DslQuery, by: Sequence[Field], sums: Sequence[tuple[Field, ...]]) -> list[Group]:
    """Return the groups by their keys, what has no value last, and the sums in each."""
    inner: dict[str, Agg[Any]] = {field.name: A("stats", field=path(field)) for figures in sums for field in figures}
    for place, figures in enumerate(sums):
        if len(figures) > 1:
            printed = [Q("exists", field=path(field)) for field in figures]
            inner[f"{_SOME}{place}"] = A("filter", filter=Q("bool", should=printed, minimum_should_match=1))
    read = [_reader(place, figures) for place, figures in enumerate(sums)]
    if not by:
        answer = _ask(cluster, query, inner)
        found = {"doc_count": answer["hits"]["total"]["value"], **answer.get("aggregations", {})}
        return [Group((), found["doc_count"], tuple([sum_of(found) for sum_of in read]))]
    sources = {str(place): (field, True) for place, field in enumerate(by)}
    plain = {name: named.of_sum([field]) for name, (field, _) in sources.items()}
    groups = []
    for bucket in _composite(cluster, query, sources, inner):
        keys = tuple([k if k is None or isinstance(k, str) else plain[name](k) for name, k in bucket["key"].items()])
        groups.append(Group(keys, bucket["doc_count"], tuple([sum_of(bucket) for sum_of in read])))
    return sorted(groups, key=lambda group: [(key is None, 0 if key is None else key) for key in group.keys])


def _reader(place: int, figures: tuple[Field, ...]) -> Callable[[Mapping[str, Any]], Sum]:
    """Return what reads from a bucket the sum of those figures, and in how many of its documents one of them is printed."""
    names, as_number = [field.name for field in figures], named.of_sum(figures)
    only = names[0]

    def sum_of_one(bucket: Mapping[str, Any]) -> Sum:
        stats = bucket[only]
        reports = stats["count"]
        return Sum(reports, as_number(stats["sum"]) if reports else None)

    def sum_of(bucket: Mapping[str, Any]) -> Sum:
        stats = [bucket[name] for name in names]
        reports = bucket[f"{_SOME}{place}"]["doc_count"]
        total = sum([one["sum"] for one in stats if one["count"]])
        return Sum(reports, as_number(total) if reports else None)

    return sum_of if len(names) > 1 else sum_of_one


def _composite(
    cluster: Cluster, query: DslQuery, sources: Mapping[str, tuple[Field, bool]], inner: Mapping[str, Agg[Any]]
) -> Iterator[Mapping[str, Any]]:
    """Yield every bucket; a source is a field and whether documents without a value have a bucket too."""
    asked = [
        {name: {"terms": {"field": path(field), **({"missing_bucket": True} if missing else {})}}}
        for name, (field, missing) in sources.items()
    ]
    page = max(1, _PAGE // (1 + len(inner) // 20))
    after: Any = None
    while True:
        composite = A("composite", sources=asked, size=page, aggs=inner, **({"after": after} if after else {}))
        answer = _ask(cluster, query, {"all": composite})["aggregations"]["all"]
        yield from answer["buckets"]
        after = answer.get("after_key")
        if after is None or len(answer["buckets"]) < page:
            return


def _ask(cluster: Cluster, query: DslQuery, aggregations: Mapping[str, Agg[Any]]) -> Mapping[str, Any]:
    asked = {name: aggregation.to_dict() for name, aggregation in aggregations.items()}
    return ask(cluster, index=cluster.name("reports"), query=query.to_dict(), size=0, track_total_hits=True, aggregations=asked)
