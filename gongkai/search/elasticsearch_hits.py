"""Which hits are on a page, and in what order? Always the same for the same question: ties go by id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from elasticsearch.dsl.query import Query as DslQuery

from gongkai.errors import BadQuery
from gongkai.mappings.elasticsearch import path
from gongkai.search import named
from gongkai.search.elasticsearch_connection import Cluster
from gongkai.search.elasticsearch_query import compile_selected, compile_tree
from gongkai.search.elasticsearch_reading import ask
from gongkai.search.near import candidates
from gongkai.search.query import Query, has_score

__all__ = ["page_of_hits", "request_of"]

_WINDOW = 10_000  # index.max_result_window: what lies behind is reached step by step


def request_of(wanted: Query) -> dict[str, Any]:
    """Return the body of a search for the hits alone; of near(…) its candidates."""
    selections = [query.to_dict() for query in compile_selected(wanted.selected).values()]
    tree = compile_tree(candidates(wanted.tree)).to_dict()
    query = {"bool": {"must": [tree], "filter": selections}} if selections else tree
    return {"query": query, "sort": _sort(wanted), "from": wanted.offset, "size": wanted.limit, "track_total_hits": True}


def page_of_hits(
    cluster: Cluster, query: DslQuery, wanted: Query, narrowing: DslQuery | None, aggregations: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Return the cluster's answer: hits, exact total, aggregations; `narrowing` limits the hits and the total only."""
    if wanted.offset < 0 or wanted.limit < 0:
        raise BadQuery("An offset and a limit are never negative.")
    body: dict[str, Any] = {"index": cluster.name("reports"), "query": query.to_dict(), "sort": _sort(wanted)}
    if narrowing is not None:
        body["post_filter"] = narrowing.to_dict()
    asked = {"aggregations": dict(aggregations)} if aggregations else {}
    end = wanted.offset + wanted.limit
    if end <= _WINDOW:
        return ask(cluster, **body, **asked, from_=wanted.offset, size=wanted.limit, track_total_hits=True)
    answer = ask(cluster, **body, **asked, size=0, track_total_hits=True)
    is_beyond = wanted.offset >= answer["hits"]["total"]["value"]
    hits = [] if is_beyond else _deep(cluster, body, wanted.offset, wanted.limit)
    return {**answer, "hits": {**answer["hits"], "hits": hits}}


def _deep(cluster: Cluster, body: Mapping[str, Any], offset: int, limit: int) -> list[Any]:
    """Return the hits from `offset` on, reached by the sort values of those before."""
    after: list[Any] | None = None
    hits: list[Any] = []
    while len(hits) < limit:
        size = min(_WINDOW, offset or limit - len(hits))
        answer = ask(cluster, **body, search_after=after, size=size, track_total_hits=False, source=not offset)
        found = answer["hits"]["hits"]
        if offset:
            offset -= len(found)
        else:
            hits += found
        if len(found) < size:
            break
        after = found[-1]["sort"]
    return hits


def _sort(wanted: Query) -> list[dict[str, Any]]:
    by_id = {"id": "asc"}
    if wanted.sort != "relevance":
        field, is_descending = named.sort_field(wanted.sort)
        return [{path(field): {"order": "desc" if is_descending else "asc", "missing": "_last"}}, by_id]
    return [{"_score": "desc"}, by_id] if has_score(wanted.tree) else [by_id]
