"""What is known of where an agency sits: a place, its level, and what it rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from gongkai.indexer.gazetteer.gazetteer import MUNICIPAL_CODES, Unit, gazetteer
from gongkai.indexer.places.clues import Clues
from gongkai.report import Place

__all__ = ["LEVELS", "Located", "place_of", "with_street"]

LEVELS = {1: "provincial", 2: "prefectural", 3: "county"}
"""Level of a unit → level of its agencies."""


class Located(NamedTuple):
    """A place, its level (empty: unknown) and what it rests on."""

    place: Place
    level: str
    basis: str


def place_of(
    unit: Unit | None, clues: Clues, *, town: str | None = None, zone: str | None = None, counties: bool = False
) -> Place:
    """Return the unit as it was in the report's year with the places above it; `counties`: it is what several of its counties share."""
    if unit is None:
        return Place(town=town, zone=zone)
    unit = clues.gazetteer.as_of(unit, clues.year)
    chain = clues.gazetteer.chain(unit, clues.year)
    province = chain[0].name
    city = next((above.name for above in chain if above.level == 2), None)
    county = next((above.name for above in chain if above.level == 3), None)
    if chain[0].code in MUNICIPAL_CODES and (county or counties):
        city = province
    return Place(province, city, county, town, zone, unit.code, clues.gazetteer.codes_now(unit), unit.id)


def with_street(place: Place, office: str) -> Place:
    """Return the place with the street whose office is called without 街道, 双桥办事处, where the table has that street in the city."""
    street = office.removesuffix("办事处") + "街道"
    area = (place.adcode or "")[: 6 if place.county else 4]
    inside = any(area and code.startswith(area) for code in gazetteer().towns.get(street, "").split(","))
    return replace(place, town=street) if inside and office.endswith("办事处") and not place.town else place
