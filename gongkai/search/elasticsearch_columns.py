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
    """Return which index it is, and of each of its shards the number of documents and the sum of their sequence numbers.

    A shard never gives a sequence number twice, and later ones are greater: of two states of a shard with as many
    documents, the later has the greater sum. Sums over several shards would not tell them apart: each counts for itself.
    """
    get = cluster.client.indices.get_settings
    settings = get(index=cluster.name("reports"), name=["index.uuid", "index.number_of_shards"], flat_settings=True)
    parts = []
    for name, index in sorted(settings.items()):
        parts.append(f"{name}-{index['settings']['index.uuid']}")
        parts += [_state_of_shard(cluster, name, shard) for shard in range(int(index["settings"]["index.number_of_shards"]))]
    return "+".join(parts)


def _state_of_shard(cluster: Cluster, index: str, shard: int) -> str:
    changes = {"changes": {"sum": {"field": "_seq_no"}}}
    answer = ask(cluster, index=index, preference=f"_shards:{shard}", size=0, track_total_hits=True, aggregations=changes)
    return f"{answer['hits']['total']['value']}:{int(answer['aggregations']['changes']['value'])}"
