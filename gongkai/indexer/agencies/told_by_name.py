"""What does the name of an agency tell by itself, without a page? Its place, level and kind, for lists of agencies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gongkai.indexer.gazetteer.gazetteer import Unit, gazetteer
from gongkai.indexer.gazetteer.jurisdiction import names_over_time
from gongkai.indexer.names.kinds import TOWN, kind_of
from gongkai.indexer.names.names import plain, read_name
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.located import LEVELS
from gongkai.indexer.places.places import locate
from gongkai.mappings.agencies import agency_id

__all__ = ["Told", "told_by_name"]


class Told(NamedTuple):
    """Place by its lasting code and its code, level and kind; each null where the name does not tell.

    `agency_id` is that of its reports where the name is written with its place.
    """

    place_id: str | None
    adcode: str | None
    level: str | None
    kind: str | None
    agency_id: str | None = None


def told_by_name(agency: str, adcode: str | None = None) -> Told:
    """Return what is certain from the name and, where it is given, the code of its place: 敦煌市审计局 is of a county."""
    places = gazetteer()
    name = read_name(plain(agency).replace(" ", ""), None, places)
    kind = kind_of(name.text)
    if adcode:
        spans = places.codes.get(adcode)
        level = TOWN if name.town else LEVELS[spans[-1].level] if spans else None
        return Told(spans[-1].id if spans else adcode, adcode, level, kind)
    located = locate(name, Clues(places, "", "", None))
    place = located.place
    named = {unit.id: unit for unit in name.places[-1]} if name.places else {}
    if named and place.place_id not in named:  # 莱芜市 is not 济南市, which took it in
        return _of_the_only(list(named.values()), TOWN if name.town else None, kind)
    if not place.adcode or not place.place_id:
        return Told(None, None, None, kind)
    names = (place.province, place.city, place.county, place.town)
    identity = agency_id(agency, place.place_id, names_over_time(place.adcode, names))
    return Told(place.place_id, place.adcode, located.level or None, kind, identity)


def _of_the_only(units: Sequence[Unit], level: str | None, kind: str | None) -> Told:
    if len(units) != 1:
        return Told(None, None, None, kind)
    return Told(units[0].id, units[0].code, level or LEVELS[units[0].level], kind)
