"""What would Kibana ask Elasticsearch for a panel? A saved object → the search that Lens, Vega or Discover sends.

Read from the saved object alone, as Kibana does, and not from our own declarations.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from kql import to_dsl

__all__ = ["Row", "lens_request", "lens_rows", "query_of", "view_of"]

Row = dict[str, Any]  # column id → key or number


def view_of(saved: Mapping[str, Any], objects: Mapping[tuple[str, str], Mapping[str, Any]]) -> str:
    """Return the index that the object's own data view reads."""
    for reference in saved["references"]:
        if reference["type"] == "index-pattern":
            return str(objects["index-pattern", reference["id"]]["attributes"]["title"])
    raise AssertionError(f"{saved['id']} has no data view")


def query_of(source: Mapping[str, Any]) -> dict[str, Any]:
    """Return the query and the filters that are switched on."""
    filters = source.get("filter", source.get("filters", []))
    parts = [to_dsl(source["query"]["query"]), *(each["query"] for each in filters if not each["meta"]["disabled"])]
    return {"bool": {"filter": parts}}


def lens_request(saved: Mapping[str, Any]) -> dict[str, Any]:
    """Return the body of the search: bucketed columns inside each other, numbers inside the innermost."""
    state = saved["attributes"]["state"]
    ((_, layer),) = state["datasourceStates"]["formBased"]["layers"].items()
    columns = [(name, layer["columns"][name]) for name in layer["columnOrder"]]
    aggregations: dict[str, Any] = {}
    inner = aggregations
    metrics = {name: _metric(column) for name, column in columns if not column["isBucketed"] and _metric(column)}
    for name, column in columns:
        if column["isBucketed"]:
            bucket = {**_bucket(column, layer["columns"]), "aggs": {}}
            inner[name] = bucket
            if "terms" in bucket and (ordered := next(iter(bucket["terms"]["order"]))) in metrics:
                bucket["aggs"][ordered] = metrics[ordered]  # Lens orders by a copy of the number
            inner = bucket["aggs"]
    inner |= metrics
    return {"size": 0, "track_total_hits": True, "query": query_of(state), "aggs": _without_empty(aggregations)}


def _bucket(column: Mapping[str, Any], columns: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    params = column["params"]
    if column["operationType"] == "filters":
        return {"filters": {"filters": {each["label"]: to_dsl(each["input"]["query"]) for each in params["filters"]}}}
    assert column["operationType"] == "terms"
    order = params["orderBy"]
    by = "_key" if order["type"] == "alphabetical" else order["columnId"]
    if by != "_key" and columns[by]["operationType"] == "count":
        by = "_count"
    return {"terms": {"field": column["sourceField"], "size": params["size"], "order": {by: params["orderDirection"]}}}


def _metric(column: Mapping[str, Any]) -> dict[str, Any] | None:
    kind = {"sum": "sum", "unique_count": "cardinality", "count": None}[column["operationType"]]
    return {kind: {"field": column["sourceField"]}} if kind else None


def _without_empty(aggregations: dict[str, Any]) -> dict[str, Any]:
    for bucket in aggregations.values():
        if "aggs" in bucket:
            _without_empty(bucket["aggs"])
            if not bucket["aggs"]:
                del bucket["aggs"]
    return aggregations


def lens_rows(saved: Mapping[str, Any], answer: Mapping[str, Any]) -> list[Row]:
    """Return the rows of the table that the answer becomes."""
    ((_, layer),) = saved["attributes"]["state"]["datasourceStates"]["formBased"]["layers"].items()
    columns = [(name, layer["columns"][name]) for name in layer["columnOrder"]]
    top = {**answer["aggregations"], "doc_count": answer["hits"]["total"]["value"]} if "aggregations" in answer else {}
    top.setdefault("doc_count", answer["hits"]["total"]["value"])
    return list(_rows(columns, top, {}))


def _rows(columns: list[tuple[str, Mapping[str, Any]]], bucket: Mapping[str, Any], keys: Row) -> Iterator[Row]:
    if columns and columns[0][1]["isBucketed"]:
        found = bucket[columns[0][0]]["buckets"]
        pairs = found.items() if isinstance(found, dict) else ((each["key"], each) for each in found)
        for key, each in pairs:
            yield from _rows(columns[1:], each, {**keys, columns[0][0]: key})
    else:
        numbers = {
            name: bucket["doc_count"] if column["operationType"] == "count" else bucket[name]["value"] for name, column in columns
        }
        yield {**keys, **numbers}


def vega_body(saved: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return the index and the body that a Vega panel asks for."""
    url = json.loads(json.loads(saved["attributes"]["visState"])["params"]["spec"])["data"]["url"]
    return url["index"], url["body"]
