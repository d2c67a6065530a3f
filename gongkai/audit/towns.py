"""Which towns of a county are one? 甲乡 until it became 甲镇, where only one of the two published in each year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from gongkai.audit.by_turns import last_by_turns
from gongkai.audit.rows import Row
from gongkai.mappings.towns import plain_town, town_stem

__all__ = ["Stem", "Towns", "towns_named_twice"]

Stem = tuple[str, str]
"""Code of a place, what the names of a town in it share."""


class Towns:
    """The towns that reports are of, each by the name it had last; `apart` are those of which a roster names two."""

    def __init__(self, rows: Iterable[Row], apart: Collection[Stem] = ()) -> None:
        years: dict[Stem, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for row in rows:
            if row.place_id and row.town:
                years[row.place_id, town_stem(row.town)][plain_town(row.town)] |= set() if row.year is None else {row.year}
        self._last: dict[Stem, str] = {}
        for stem, names in years.items():
            if stem not in apart and (name := last_by_turns(names)):
                self._last[stem] = name

    def of(self, place_id: str | None, town: str | None) -> str | None:
        """Return the name that the town had last."""
        if not place_id or not town:
            return town
        return self._last.get((place_id, town_stem(town))) or plain_town(town)

    def identity(self, agency_id: str) -> str:
        """Return the id of an agency with the name that its town had last."""
        place, town, body = agency_id.split("/", 2)
        return agency_id if "-" in (place, town) else f"{place}/{self.of(place, town)}/{body}"

    def renamed(self, rows: Iterable[Row]) -> list[Row]:
        """Return the reports, the ids of their agencies with the names that their towns had last."""
        return [row._replace(agency_id=self.identity(row.agency_id)) if row.agency_id and row.town else row for row in rows]


def towns_named_twice(towns: Iterable[tuple[str | None, str | None]]) -> set[Stem]:
    """Return the towns of which a roster names two, 甲镇 and 甲乡: there are both. Codes of places, names of towns."""
    names = {(place, plain_town(town)) for place, town in towns if place and town}
    stems = Counter((place, town_stem(town)) for place, town in names)
    return {stem for stem, count in stems.items() if count > 1}
