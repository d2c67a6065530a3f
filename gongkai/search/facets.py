"""Which values of a facet are shown, in which order, and counted how? The same for every engine.

An engine counts reports. Occurrences of the query's phrases are counted here, on the text of the documents that it
yields, by the function that marks them: exact, equal on every engine, and as slow as an export.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any, Literal

from gongkai.errors import BadQuery
from gongkai.mappings.document import flatten
from gongkai.mappings.labels import label_of
from gongkai.search import named
from gongkai.search.engine import Engine
from gongkai.search.query import AllOf, Exists, Not, Query
from gongkai.search.results import Bucket, Facet
from gongkai.search.snippets import Wanted, count_of, wanted_of
from gongkai.text import normalise

__all__ = ["PLACE", "PLACES", "Counts", "Nameless", "Order", "Place", "View", "arranged", "arranged_places", "counted", "places"]

PLACE = "place"
PLACES = ("province", "city", "county", "town")
"""The fields that the facet `place` nests, the widest first."""

Order = Literal["count", "value"]
Keys = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class View:
    """What is shown of a facet: in which order, only what contains a text, so many values a level. What is chosen stays."""

    sort: Order = "count"
    contains: str = ""
    top: int | None = None

    def matches(self, *names: object) -> bool:
        """Tell whether one of the names contains the text, after normalisation."""
        wanted = normalise(self.contains)
        return any(wanted in normalise(str(name)) for name in names)


@dataclass(frozen=True, slots=True)
class Place:
    """A place of one level, how many are found there (all below it included), and the places below it."""

    level: str
    value: str
    count: int
    reports: int | None = None
    selected: bool = False
    below: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Nameless:
    """How many are found that have no value of a field: what a pivot has a row for, as well."""

    count: int
    reports: int | None = None
    label: str = label_of("", None)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many reports and how many occurrences are found, and the facets."""

    total: int
    occurrences: int | None
    facets: tuple[Facet, ...]
    places: tuple[Place, ...] | None  # null: not asked for
    without: Mapping[str, Nameless]  # facet → the reports that have no value of it, where any has none


# -- counting -----------------------------------------------------------------------------------------
def counted(engine: Engine, query: Query, view: View, *, by_place: bool, by_occurrence: bool) -> Counts:
    """Return the facets of the query, and `place` when it is wanted. Raises BadQuery."""
    if by_occurrence:
        return _occurrences(engine, query, view, by_place)
    is_plain = view.sort == "count" and not view.contains
    found = engine.search(replace(query, top=view.top if is_plain else None, limit=0))
    facets = tuple(arranged(facet, view) for facet in found.facets)
    without = {} if view.contains else {name: _without(engine, query, name) for name in query.facets}
    tree = None
    if by_place:
        groups = engine.tabulate(_unchosen(query, PLACES), PLACES)
        tree = places(((group.keys, group.documents, None) for group in groups), query.selected)
        tree = arranged_places(tree, view)
        nowhere = sum(group.documents for group in groups if not any(group.keys))
        without |= {} if view.contains else {PLACE: Nameless(nowhere)}
    return Counts(found.total, None, facets, tree, _told(without))


def _without(engine: Engine, query: Query, name: str) -> Nameless:
    """Return the reports that have no value of the field, counted like its values: without its own selection."""
    others = replace(_unchosen(query, (name,)), facets=(), limit=0, tree=AllOf((query.tree, Not(Exists(name)))))
    return Nameless(engine.search(others).total)


def _told(without: Mapping[str, Nameless]) -> dict[str, Nameless]:
    return {name: one for name, one in without.items() if one.reports or (one.reports is None and one.count)}


def _unchosen(query: Query, names: Iterable[str]) -> Query:
    return replace(query, selected={name: values for name, values in query.selected.items() if name not in names})


def _occurrences(engine: Engine, query: Query, view: View, by_place: bool) -> Counts:
    wanted = wanted_of(query.tree)
    if not wanted:
        raise BadQuery("Occurrences are those of the query's phrases: write one, or count reports.")
    fields = {name: (named.facet(name).name,) for name in query.facets} | ({PLACE: PLACES} if by_place else {})
    found: dict[str, _Tally] = {}
    total, every = _Tally(), [name for name, parts in fields.items() if not any(query.selected.get(part) for part in parts)]
    _read(engine, query, wanted, {name: found.setdefault(name, _Tally()) for name in every}, fields, total)
    for name in fields.keys() - set(every):  # counted without its own selection
        tally = {name: found.setdefault(name, _Tally())}
        _read(engine, _unchosen(query, fields[name]), wanted, tally, fields, _Tally())
    facets = tuple(_facet(name, found[name], query.selected.get(name, ())) for name in query.facets)
    tree = None
    if by_place:
        tally_of = found[PLACE]
        lines = ((keys, count, tally_of.reports[keys]) for keys, count in tally_of.occurrences.items())
        tree = arranged_places(places(lines, query.selected), view)
    shown = tuple(arranged(facet, view) for facet in facets)
    nothing = {name: (None,) * len(parts) for name, parts in fields.items() if not view.contains}
    without = {name: Nameless(found[name].occurrences[keys], found[name].reports[keys]) for name, keys in nothing.items()}
    return Counts(total.reports[()], total.occurrences[()], shown, tree, _told(without))


class _Tally:
    """How many reports and occurrences have some values."""

    def __init__(self) -> None:
        self.reports: Counter[Keys] = Counter()
        self.occurrences: Counter[Keys] = Counter()

    def add(self, keys: Keys, occurrences: int) -> None:
        self.reports[keys] += 1
        self.occurrences[keys] += occurrences


def _read(
    engine: Engine,
    query: Query,
    wanted: Wanted,
    tallies: Mapping[str, _Tally],
    fields: Mapping[str, tuple[str, ...]],
    total: _Tally,
) -> None:
    for document in engine.export(query):
        values, occurrences = flatten(document), count_of(document, wanted)
        total.add((), occurrences)
        for name, tally in tallies.items():
            for keys in product(*(_all(values.get(part)) for part in fields[name])):
                tally.add(keys, occurrences)


def _all(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [value]


def _facet(name: str, tally: _Tally, selected: Sequence[str | int]) -> Facet:
    field = named.facet(name)
    chosen = {value if field.kind == "keyword" else int(named.number(field, value)) for value in selected}
    found = {keys[0]: (count, tally.reports[keys]) for keys, count in tally.occurrences.items() if keys[0] is not None}
    every = {**dict.fromkeys(chosen, (0, 0)), **found}
    buckets = [Bucket(value, label_of(name, value), *every[value][:1], value in chosen, every[value][1]) for value in every]
    return Facet(name, tuple(buckets))


# -- arranging ----------------------------------------------------------------------------------------
def arranged(facet: Facet, view: View) -> Facet:
    """Return the facet as it is shown; a chosen value never disappears."""
    kept = [bucket for bucket in facet.buckets if bucket.selected or view.matches(bucket.value, bucket.label)]
    kept.sort(key=lambda bucket: (0 if view.sort == "value" else -bucket.count, bucket.value))
    return Facet(facet.field, tuple(one for place, one in enumerate(kept) if _is_within(view, place) or one.selected))


def _is_within(view: View, place: int) -> bool:
    return view.top is None or place < view.top


def places(found: Iterable[tuple[Keys, int, int | None]], selected: Mapping[str, Sequence[str | int]]) -> tuple[Place, ...]:
    """Return the places as a tree, from the values of PLACES and what is counted there; unknown places are left out.

    A level without a name, or of the same name as the one above (a municipality is province and city), is passed over.
    """
    tree: dict[Keys, Any] = {}
    for keys, count, reports in found:
        level, name = tree, None
        for field, value in zip(PLACES, keys, strict=True):
            if value is None or value == name:
                continue
            name = value
            node = level.setdefault((field, value), {"count": 0, "reports": 0, "below": {}})
            node["count"] += count
            node["reports"] = None if reports is None else node["reports"] + reports
            level = node["below"]
    chosen = {(field, str(value)) for field in PLACES for value in selected.get(field, ())}
    nodes, met = _nodes(tree, chosen)
    return (*nodes, *(Place(field, value, 0, None, True) for field, value in sorted(chosen - met)))


def _nodes(tree: Mapping[Keys, Any], chosen: set[tuple[str, str]]) -> tuple[list[Place], set[tuple[str, str]]]:
    nodes, met = [], set()
    for (field, value), node in tree.items():
        below, met_below = _nodes(node["below"], chosen)
        here = {(field, value), *([("city", value)] if field == "province" else [])} & chosen
        met |= met_below | here
        nodes.append(Place(field, value, node["count"], node["reports"], bool(here), tuple(below)))
    return nodes, met


def arranged_places(found: Sequence[Place], view: View) -> tuple[Place, ...]:
    """Return the tree as it is shown: what is above a place that matches or is chosen stays with it."""
    nodes = [replace(place, below=arranged_places(place.below, view)) for place in found]
    kept = [place for place in nodes if place.below or place.selected or view.matches(place.value)]
    kept.sort(key=lambda place: (0 if view.sort == "value" else -place.count, place.value))
    return tuple(one for place, one in enumerate(kept) if _is_within(view, place) or _has_chosen(one))


def _has_chosen(place: Place) -> bool:
    return place.selected or any(map(_has_chosen, place.below))
