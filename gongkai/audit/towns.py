"""Which towns of a county are one? 甲乡 until it became 甲镇, 甲镇 until it became 甲街道, where only one of the two published in each year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping

from gongkai.audit.by_turns import last_by_turns
from gongkai.audit.rows import Row
from gongkai.mappings.towns import plain_town, town_stem

__all__ = ["STREET", "Stem", "Towns", "one_body_of_towns", "towns_named_twice"]

Stem = tuple[str, str]
"""Code of a place, what the names of a town in it share."""
STREET = "街道"
"""The end of the names of towns that are no government of their own."""
_BODIES = {"人民政府": "街道办事处", "街道办事处": "人民政府"}
"""What a town is governed by, and what it has instead as a 街道."""


class Towns:
    """The towns that reports are of, each by the name it had last; `apart` are those of which a roster or the gazetteer names two."""

    def __init__(self, rows: Iterable[Row], apart: Collection[Stem] = ()) -> None:
        years: dict[Stem, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for row in rows:
            if row.place_id and row.town:
                years[row.place_id, town_stem(row.town)][plain_town(row.town)] |= set() if row.year is None else {row.year}
        self._last: dict[Stem, str] = {}
        for stem, names in years.items():
            if stem not in apart and (name := last_by_turns(names)):
                self._last[stem] = name
        self._apart = apart
        self._streets = {stem for stem in years if stem[1].endswith(STREET)}
        for place, street in self._streets:
            town = (place, street.removesuffix(STREET))
            if (place, street) not in apart and town in self._last and _follows(years[place, street], years[town]):
                self._last[town] = street

    def of(self, place_id: str | None, town: str | None) -> str | None:
        """Return the name that the town had last."""
        if not place_id or not town:
            return town
        stem = (place_id, town_stem(town))
        if town.endswith(STREET) and stem not in self._apart and stem not in self._streets:
            stem = (place_id, town.removesuffix(STREET))  # a street without reports is the town that has some
        return self._last.get(stem) or plain_town(town)

    def identity(self, agency_id: str) -> str:
        """Return the id of an agency with the name that its town had last."""
        place, town, body = agency_id.split("/", 2)
        if "-" in (place, town):
            return agency_id
        last = self.of(place, town) or town
        return f"{place}/{last}/{body if _is_street(last) == _is_street(town) else _BODIES.get(body, body)}"

    def renamed(self, rows: Iterable[Row]) -> list[Row]:
        """Return the reports, the ids of their agencies with the names that their towns had last."""
        return [row._replace(agency_id=self.identity(row.agency_id)) if row.agency_id and row.town else row for row in rows]


def one_body_of_towns(body: str) -> str:
    """Return what the bodies that govern a town are called, whether it is a 街道 or not: 人民政府 for 街道办事处."""
    return "人民政府" if body in _BODIES else body


def _is_street(town: str) -> bool:
    return town.endswith(STREET)


def _follows(street: Mapping[str, Collection[int]], town: Mapping[str, Collection[int]]) -> bool:
    """Tell whether all reports of a street are of years behind all those of a town; both have some."""
    after, before = ([year for years in names.values() for year in years] for names in (street, town))
    return bool(after and before) and max(before) < min(after)


def towns_named_twice(towns: Iterable[tuple[str | None, str | None]]) -> set[Stem]:
    """Return the towns of which a list names two, 甲镇 and 甲乡, or 甲街道: there are both. Codes of places, names of towns."""
    names = {(place, plain_town(town)) for place, town in towns if place and town}
    stems = Counter((place, town_stem(town)) for place, town in names)
    beside = {(place, stem) for place, stem in stems if stem.endswith(STREET) and (place, stem.removesuffix(STREET)) in stems}
    return {stem for stem, count in stems.items() if count > 1} | beside
