"""In what order do hits come? Always the same for the same question: ties go by id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import tantivy
from tantivy import FieldType, Occur, Order

from gongkai.mappings.fields import Field
from gongkai.mappings.tantivy import NUMBER, ORDER, schema
from gongkai.search.embedded_query import equal_to
from gongkai.search.store import Store

__all__ = ["Page", "by_field", "by_id", "by_relevance", "numbers_of_all"]

Page = list[tuple[float, int]]
"""(score, number in the store) of the hits from an offset on."""

_SPARE = 20  # hits beyond the page: they cost little, a second search for the end of a tie costs all again
_CHUNK = 20_000  # numbers looked through at a time where all are wanted


def by_relevance(searcher: tantivy.Searcher, store: Store, query: tantivy.Query, offset: int, limit: int) -> tuple[int, Page]:
    """Return the total and the page of the best hits."""
    total, hits = _tied(searcher, offset + limit, query, _SPARE)
    return total, _page(searcher, store, hits, offset, limit)


def by_id(searcher: tantivy.Searcher, store: Store, query: tantivy.Query, offset: int, limit: int) -> tuple[int, Page]:
    """Return the total and the page in the order of ids; scores are 0."""
    total, hits = _tied(searcher, offset + limit, query, 1, order_by_field=ORDER, order=Order.Asc)
    return total, [(0.0, no) for _, no in _page(searcher, store, hits, offset, limit)]


def by_field(
    searcher: tantivy.Searcher,
    store: Store,
    query: tantivy.Query,
    field: Field,
    order: Order,
    offset: int,
    limit: int,
) -> tuple[int, Page]:
    """Return the total and the page in the order of the field; what has no value comes last."""
    has_value = tantivy.Query.exists_query(field.name)
    with_value = _both(query, (Occur.Must, has_value))
    end = offset + limit
    found: Any = searcher.search(with_value, end, order_by_field=field.name, order=order)
    hits = found.hits
    page: Page = []
    if len(hits) == end < found.count:  # the last value may go on beyond the page
        last = hits[-1][0]
        first = next(place for place, (value, _) in enumerate(hits) if value == last)
        page = _page(searcher, store, hits[:first], offset, limit)
        tied = _both(with_value, (Occur.Must, equal_to(field, last)))
        page += by_id(searcher, store, tied, max(0, offset - first), end - max(offset, first))[1]
    else:
        page = _page(searcher, store, hits, offset, limit)
    total = found.count
    without = _both(query, (Occur.MustNot, has_value))
    rest, others = by_id(searcher, store, without, max(0, offset - total), max(1, limit - len(page)))
    page += others[: limit - len(page)]
    return total + rest, [(0.0, no) for _, no in page]


def numbers_of_all(searcher: tantivy.Searcher, query: tantivy.Query) -> Iterator[int]:
    """Yield the number of every hit, a bounded many at a time."""
    found = searcher.aggregate(query, {"n": {"stats": {"field": NUMBER}}})["n"]
    if not found["count"]:
        return
    for low in range(int(found["min"]), int(found["max"]) + 1, _CHUNK):
        part = tantivy.Query.range_query(schema(), NUMBER, FieldType.Integer, low, low + _CHUNK - 1)
        hits = searcher.search(_both(query, (Occur.Must, part)), _CHUNK, count=False, order_by_field=NUMBER).hits
        yield from (int(number) for number, _ in hits)


def _tied(searcher: tantivy.Searcher, end: int, query: tantivy.Query, spare: int, **order: Any) -> tuple[int, list[Any]]:
    """Return the total and the hits up to `end`, and on to the end of a tie: the ids decide who is before `end`."""
    asked = end + spare
    found: Any = searcher.search(query, asked, **order)
    hits = found.hits
    while len(hits) == asked and hits[-1][0] == hits[end - 1][0]:
        asked *= 8
        hits = searcher.search(query, asked, count=False, **order).hits
    return found.count, hits


def _page(
    searcher: tantivy.Searcher, store: Store, hits: Sequence[tuple[Any, tantivy.DocAddress]], offset: int, limit: int
) -> Page:
    """Return the page of hits that are in order but for their ties, which the ids decide."""
    if len(hits) <= offset:
        return []
    end = min(offset + limit, len(hits))
    first = offset
    while first and hits[first - 1][0] == hits[offset][0]:
        first -= 1
    last = end
    while last < len(hits) and hits[last][0] == hits[end - 1][0]:
        last += 1
    group = hits[first:last]
    numbers: Any = searcher.fast_field_values(NUMBER, [address for _, address in group])
    ids = store.ids(numbers) if len({value for value, _ in group}) < len(group) else {}
    places = {value: place for place, (value, _) in reversed(list(enumerate(group)))}
    entries: list[tuple[int, str, float, int]] = [
        (places[value], ids.get(no, ""), value, no) for (value, _), no in zip(group, numbers, strict=True)
    ]
    entries.sort(key=lambda entry: entry[:2])
    return [(value, no) for _, _, value, no in entries[offset - first : end - first]]


def _both(query: tantivy.Query, *others: tuple[Occur, tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(Occur.Must, query), *others])
