"""How are lines of an index read? One by id, many by id, and all that a query finds in constant memory."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from elasticsearch import ApiError, NotFoundError, SSLError
from elasticsearch import ConnectionError as NoConnectionError
from elasticsearch import ConnectionTimeout as NoAnswerError

from gongkai.errors import EngineUnavailable, IndexMissing
from gongkai.search.elasticsearch_connection import Cluster

__all__ = ["BUSY", "LINE", "Found", "ask", "fetch", "glance", "patiently", "scan", "whole"]

BUSY = (429, 502, 503, 504)
_AT_A_TIME = 500  # lines a page of a scan
_KEEP = "10m"  # how long the cluster waits for the next page

LINE = ("id", "slot", "rank", "source", "parser", "kept")
"""What a line of the history says beside the document's body; `kept` whether it has one."""
_GLANCE = {
    "ledger": ("id", "outcome", "reason", "digest", "parser", "claim", "former"),
    "history": LINE,
    "reports": ("id", "rank"),
}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found:
    """A line of an index as it is now, and its state, by which a write is refused when it has changed since."""

    source: dict[str, Any]
    seq_no: int
    primary_term: int


class _NotReadyError(EngineUnavailable):
    """A part of an index is not there yet: the cluster is starting, or a machine is gone."""


def patiently(cluster: Cluster, call: Callable[[], T]) -> T:
    """Return what the call returns, which is tried again while the cluster is away or busy."""
    end = time.monotonic() + cluster.patience
    pause = 0.25
    while True:
        try:
            return call()
        except SSLError:
            raise
        except (NoConnectionError, NoAnswerError, _NotReadyError):
            if time.monotonic() > end:
                raise
        except ApiError as error:
            if error.status_code not in BUSY or time.monotonic() > end:
                raise
        time.sleep(pause)
        pause = min(2 * pause, 8.0)


def ask(cluster: Cluster, **body: Any) -> Mapping[str, Any]:
    """Return the answer to a search."""
    answer = cluster.client.search(**body, allow_partial_search_results=False)  # half an answer is a wrong one
    return answer.body  # type: ignore[no-any-return]


def glance(cluster: Cluster, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Found]:
    """Return (kind, id) → what decides about a line, without its body, for those that are there."""
    return _get(cluster, wanted, _GLANCE)


def fetch(cluster: Cluster, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Found]:
    """Return (kind, id) → the whole line, for those that are there; what was just written is seen."""
    return _get(cluster, wanted, {})


def _get(cluster: Cluster, wanted: Iterable[tuple[str, str]], parts: Mapping[str, Sequence[str]]) -> dict[tuple[str, str], Found]:
    unique = list(dict.fromkeys(wanted))
    if not unique:
        return {}
    docs = [{"_index": cluster.name(kind), "_id": key, "_source": parts.get(kind, True)} for kind, key in unique]
    answer = whole(cluster, docs)
    return {
        place: Found(doc["_source"], doc["_seq_no"], doc["_primary_term"])
        for place, doc in zip(unique, answer, strict=True)
        if doc["found"]
    }


def whole(cluster: Cluster, docs: list[dict[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """Return the lines asked for (index, id and parts of each), none of them unknown because a part of an index is away."""
    return patiently(cluster, lambda: _whole(cluster, docs))


def _whole(cluster: Cluster, docs: list[dict[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """Return the lines asked for, none of them unknown because a part of an index is away."""
    answer: Sequence[Mapping[str, Any]] = cluster.client.mget(docs=docs)["docs"]
    for kind in (doc["error"]["type"] for doc in answer if "error" in doc):
        if kind == "index_not_found_exception":
            raise IndexMissing(f"The index at {cluster.where} is not whole: run `gongkai elasticsearch init` first.")
        raise _NotReadyError(f"The cluster at {cluster.where} is not ready ({kind}): try again in a moment.")
    return answer


def scan(
    cluster: Cluster,
    index: str,
    query: dict[str, Any],
    by: str = "_shard_doc",
    *,
    fields: Sequence[str] | bool = True,
    size: int = _AT_A_TIME,
    after: str = "",
    numbered: bool = False,
) -> Iterator[dict[str, Any]]:
    """Yield the hits of the query, in the order of a field when one is named, from one moment's view of the index.

    Those behind the value `after` of that field only; `numbered`, with their versions and sequence numbers.
    """
    pit = cluster.client.open_point_in_time(index=index, keep_alive=_KEEP)["id"]
    asked = {"query": query, "sort": [{by: "asc"}], "size": size, "source": fields, "track_total_hits": False}
    asked |= {"version": numbered, "seq_no_primary_term": numbered}
    last: list[Any] | None = [after] if after else None
    try:
        while True:
            answer = ask(cluster, pit={"id": pit, "keep_alive": _KEEP}, search_after=last, **asked)
            pit = answer["pit_id"]
            hits = answer["hits"]["hits"]
            yield from hits
            if len(hits) < size:
                return
            last = hits[-1]["sort"]
    finally:
        with contextlib.suppress(NotFoundError, NoConnectionError, NoAnswerError):
            cluster.client.close_point_in_time(id=pit)
