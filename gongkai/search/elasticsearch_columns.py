"""What do all documents found hold in a few fields, and which keys do several share? Parts of the source; a composite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gongkai.mappings.elasticsearch import path
from gongkai.mappings.fields import Field
from gongkai.search.elasticsearch_connection import Cluster
from gongkai.search.elasticsearch_reading import ask, scan
from gongkai.search.results import Value

__all__ = ["column_values", "shared_keys", "state_of"]

_LINES = 5_000  # documents a page
_KEYS = 5_000  # keys a page


def column_values(cluster: Cluster, query: Mapping[str, Any], fields: Sequence[Field]) -> Iterator[tuple[Value, ...]]:
    """Yield the fields' values, a tuple a document; null where it has none."""
    paths = [path(field) for field in fields]
    for hit in scan(cluster, cluster.name("reports"), dict(query), "id", fields=paths, size=_LINES):
        source = hit["_source"]
        figures = source.get("figures") or {}
        yield tuple(figures.get(field.name) if field.figure else source.get(field.name) for field in fields)


def shared_keys(cluster: Cluster) -> Iterator[str]:
    """Yield each report key that several lines of the history have."""
    after: Any = None
    while True:
        composite: dict[str, Any] = {"size": _KEYS, "sources": [{"key": {"terms": {"field": "slot"}}}]}
        if after:
            composite["after"] = after
        asked = {"keys": {"composite": composite}}
        answer = ask(cluster, index=cluster.name("history"), size=0, track_total_hits=False, aggregations=asked)
        keys = answer["aggregations"]["keys"]
        yield from (bucket["key"]["key"] for bucket in keys["buckets"] if bucket["doc_count"] > 1)
        after = keys.get("after_key")
        if after is None or len(keys["buckets"]) < _KEYS:
            return


def state_of(cluster: Cluster) -> str:
    """Return the indices' names, and of the documents in them the number and the sum of their sequence numbers.

    A sequence number is never given twice: whatever is written makes the sum another, and what is dropped the number.
    """
    asked = {"changes": {"stats": {"field": "_seq_no"}}, "indices": {"terms": {"field": "_index"}}}
    answer = ask(cluster, index=cluster.name("reports"), size=0, track_total_hits=True, aggregations=asked)
    found = answer["aggregations"]
    names = "+".join(sorted(bucket["key"] for bucket in found["indices"]["buckets"]))
    return f"{names}-{int(found['changes']['sum'])}-{answer['hits']['total']['value']}"
