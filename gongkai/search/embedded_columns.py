"""What do all documents found hold in a few fields? Read from tantivy's columns, many times faster than whole documents.

Numbers come from `fast_field_values`, which knows no text; text comes from the hits of a `top_hits` aggregation.
Both are asked in the order of the documents' numbers, a bounded many at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import tantivy
from tantivy import FieldType, Occur, Order

from gongkai.mappings.fields import Field, Kind
from gongkai.mappings.tantivy import NUMBER, schema
from gongkai.search.results import Value

__all__ = ["column_values"]

_CHUNK = 20_000  # documents at a time


def column_values(searcher: tantivy.Searcher, query: tantivy.Query, fields: Sequence[Field]) -> Iterator[tuple[Value, ...]]:
    """Yield the fields' values, a tuple a document; null where it has none."""
    found = searcher.aggregate(query, {"n": {"stats": {"field": NUMBER}}})["n"]
    if not found["count"]:
        return
    for low in range(int(found["min"]), int(found["max"]) + 1, _CHUNK):
        inside = tantivy.Query.range_query(schema(), NUMBER, FieldType.Integer, low, low + _CHUNK - 1)
        part = tantivy.Query.boolean_query([(Occur.Must, query), (Occur.Must, inside)])
        yield from _rows(searcher, part, fields)


def _rows(searcher: tantivy.Searcher, part: tantivy.Query, fields: Sequence[Field]) -> Iterator[tuple[Value, ...]]:
    hits: Any = searcher.search(part, _CHUNK, count=False, order_by_field=NUMBER, order=Order.Asc).hits
    if not hits:
        return
    addresses = [address for _, address in hits]
    texts = _texts(searcher, part, [field.name for field in fields if field.kind is Kind.KEYWORD])
    columns: list[Sequence[Value]] = []
    for field in fields:
        if field.kind is Kind.KEYWORD:
            columns.append([(text.get(field.name) or (None,))[0] for text in texts])
        else:
            values: Any = searcher.fast_field_values(field.name, addresses)
            columns.append([_day(value) for value in values] if field.kind is Kind.DATE else values)
    yield from zip(*columns, strict=True)


def _texts(searcher: tantivy.Searcher, part: tantivy.Query, names: list[str]) -> list[dict[str, Any]]:
    """Return name → values of each hit."""
    if not names:
        return []
    asked = {"hits": {"top_hits": {"size": _CHUNK, "sort": [{NUMBER: "asc"}], "docvalue_fields": names}}}
    answer = searcher.aggregate(part, asked)
    return [hit["docvalue_fields"] for hit in answer["hits"]["hits"]]


def _day(value: int | None) -> str | None:
    """Return yyyymmdd as a date; what no calendar has is null."""
    if value is None:
        return None
    year, month, day = value // 10_000, value // 100 % 100, value % 100
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else None
