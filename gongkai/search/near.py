"""Which reports say two phrases near each other? An engine gives candidates; here their text decides, for every engine alike.

An engine finds the reports that have both phrases in one section, about as near as asked: positions in an
index tell that almost, and cheaply. Their texts are read one by one, and only the ids of those that hold are
kept: the condition then is a set of ids, like any other filter, and all that an engine can do with a query
(totals, facets, pivots, export) is as exact as the set.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from gongkai.errors import BadQuery
from gongkai.mappings.fields import TEXTS
from gongkai.search.query import AllOf, AnyOf, Near, Not, Phrase, Query, Term, Tree
from gongkai.text import normalise

__all__ = ["MOST", "Verified", "candidates", "has_near", "near_pairs", "places", "text_of"]

MOST = 500_000
"""Reports that one condition may find: their ids are held in memory and sent to the engine."""

Read = Callable[[Near, Tree], Iterable[Mapping[str, Any]]]
"""A condition, and a tree without any → the documents that the tree finds, in any order, but for those that an engine
can tell to fail the condition; their id, title and sections are looked at."""


def has_near(tree: Tree) -> bool:
    """Tell whether texts must be read to answer the tree."""
    match tree:
        case Near():
            return True
        case Not(part):
            return has_near(part)
        case AllOf(parts) | AnyOf(parts):
            return any(has_near(part) for part in parts)
        case _:
            return False


class Verified:
    """The ids for which conditions hold, kept as long as nothing in the index changes: a table asks many times over."""

    def __init__(self, state: Callable[[], str]) -> None:
        self._state_now = state
        self._state = ""
        self._kept: dict[tuple[Near, tuple[Tree, ...]], tuple[str, ...]] = {}

    def resolved(self, query: Query, read: Read) -> Query:
        """Return the query with every Near replaced by its candidates among the ids that hold. Raises BadQuery."""
        if not has_near(query.tree):
            return query
        if (state := self._state_now()) != self._state:
            self._kept, self._state = {}, state
        return replace(query, tree=self._resolved(query.tree, (), read))

    def _resolved(self, tree: Tree, around: tuple[Tree, ...], read: Read) -> Tree:
        """Return the tree resolved; what must hold besides (`around`) spares reading what cannot be found anyway."""
        match tree:
            case Near():
                return AllOf((candidates(tree), Term("id", self._ids(tree, around, read))))
            case Not(part):
                return Not(self._resolved(part, around, read))
            case AnyOf(parts):
                return AnyOf(tuple(self._resolved(part, around, read) for part in parts))
            case AllOf(parts):
                around = (*around, *(part for part in parts if not has_near(part)))
                return AllOf(tuple(self._resolved(part, around, read) for part in parts))
            case _:
                return tree

    def _ids(self, near: Near, around: tuple[Tree, ...], read: Read) -> tuple[str, ...]:
        if (near, around) not in self._kept:
            ids = _verified(near, read(near, AllOf((candidates(near), *around))))
            while self._kept and sum(map(len, self._kept.values())) + len(ids) > MOST:
                del self._kept[next(iter(self._kept))]
            self._kept[near, around] = ids
        return self._kept[near, around]


def _verified(near: Near, documents: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    found: list[str] = []
    for document in documents:
        if any(near_pairs(normalise(text_of(document, name)), near) for name in _fields(near)):
            found.append(str(document["id"]))
            if len(found) > MOST:
                raise BadQuery(f"near(…) finds more than {MOST:,} reports: narrow it by a year, a place or a phrase beside it.")
    return tuple(found)


def candidates(tree: Tree) -> Tree:
    """Return the tree with every Near replaced by what an engine can find of it: both phrases in one section."""
    match tree:
        case Near(first, second):
            return AnyOf(tuple(AllOf((Phrase(first, (name,)), Phrase(second, (name,)))) for name in _fields(tree)))
        case Not(part):
            return Not(candidates(part))
        case AllOf(parts) | AnyOf(parts):
            return type(tree)(tuple(candidates(part) for part in parts))
        case _:
            return tree


def near_pairs(plain: str, near: Near) -> set[tuple[int, int]]:
    """Return the stretches of the normalised text that are an occurrence near one of the other phrase."""
    first, second = normalise(near.first), normalise(near.second)
    if first not in plain or second not in plain:
        return set()
    ones, others = list(places(plain, first)), list(places(plain, second))
    near_ones = _near(ones, len(first), others, len(second), near.within)
    near_others = _near(others, len(second), ones, len(first), near.within)
    return {*((at, at + len(first)) for at in near_ones), *((at, at + len(second)) for at in near_others)}


def _near(ones: list[int], size: int, others: list[int], length: int, within: int) -> Iterator[int]:
    """Yield which of the places of a phrase have one of the other phrase at most `within` behind or before them."""
    for start in ones:
        end = start + size
        behind, before = bisect_left(others, end), bisect_right(others, start - length) - 1
        is_before = before >= 0 and others[before] + length >= start - within
        if is_before or (behind < len(others) and others[behind] <= end + within):
            yield start


def places(plain: str, phrase: str) -> Iterator[int]:
    """Yield every place where the phrase begins, overlapping ones too."""
    at = plain.find(phrase)
    while at >= 0:
        yield at
        at = plain.find(phrase, at + 1)


def text_of(document: Mapping[str, Any], name: str) -> str:
    """Return the document's text in a text field; empty when it has none."""
    if name == "title":
        return document.get("title") or ""
    return (document.get("sections") or {}).get(name.removeprefix("sections.")) or ""


def _fields(near: Near) -> tuple[str, ...]:
    return near.fields or tuple(field.name for field in TEXTS)
