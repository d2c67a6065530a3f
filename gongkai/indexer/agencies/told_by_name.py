"""What does the name of an agency tell by itself, without a page? Its place, level and kind, for lists of agencies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from gongkai.indexer.gazetteer.gazetteer import Unit, gazetteer
from gongkai.indexer.gazetteer.jurisdiction import lasting_place
from gongkai.indexer.names.districts_of_branches import behind_its_city, with_former_district
from gongkai.indexer.names.kinds import TOWN
from gongkai.indexer.names.names import Name, read_name
from gongkai.indexer.names.no_departments import kind_told_by_name
from gongkai.indexer.names.plain_text import plain
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.located import LEVELS
from gongkai.indexer.places.places import locate
from gongkai.mappings.agencies import agency_id

__all__ = ["Told", "told_by_name"]


class Told(NamedTuple):
    """Place by its lasting code and its code, level and kind; each null where the name does not tell.

    `agency_id` is that of its reports where the name is written with its place, `possible` the lasting codes and full
    names of the places of that name where there are several, `fault` what is wrong with the code that was given, `name` it in simplified script.
    """

    place_id: str | None
    adcode: str | None
    level: str | None
    kind: str | None
    agency_id: str | None = None
    town: str | None = None
    possible: Mapping[str, str] = MappingProxyType({})
    fault: str | None = None
    name: str = ""


def told_by_name(agency: str, adcode: str | None = None) -> Told:
    """Return what is certain from the name and, where it is given, the code of its place: 敦煌市审计局 is of a county."""
    agency = plain(agency)
    return _told(agency, adcode)._replace(name=agency)


def _told(agency: str, adcode: str | None) -> Told:
    places = gazetteer()
    coded = places.latest(adcode) if adcode else None
    if adcode and not coded:
        return _told(agency, None)._replace(fault=f"has a code, {adcode}, that no place has: correct it, or leave it out")
    name = read_name(agency.replace(" ", ""), None, places)
    kind = kind_told_by_name(name.text)
    if adcode and coded:
        return _of_branch(name, coded) or _of_code(agency, name, kind, coded, adcode)
    name = with_former_district(name)
    located = locate(name, Clues(places, "", "", None))
    place = located.place
    if name.zone and not name.places and (called := _called_so(name.zone)):  # 吉林高新区: the province's, or the city's
        return _of_the_only(agency, name, kind, called)
    named = {unit.id: unit for unit in name.places[-1]} if name.places else {}
    if named and place.place_id not in named:  # 莱芜市 is not 济南市, which took it in
        return _of_the_only(agency, name, kind, list(named.values()))
    if not place.adcode or not place.place_id:
        possible = [unit for code in places.towns.get(name.town or "", "").split(",") if (unit := places.latest(code))]
        return Told(None, None, None, kind, town=name.town, possible=_in_full(possible))
    place_id, names = lasting_place(place.adcode, (place.province, place.city, place.county, place.town))
    return Told(place_id, place.adcode, located.level or None, kind, agency_id(agency, place_id, names), name.town)


def _of_branch(name: Name, city: Unit) -> Told | None:
    """Return what is certain of a branch of this city whose name tells its district: it is no body of the city's own."""
    whole = behind_its_city(name, city)
    told = _told(whole, None) if whole else None
    return told if told and told.place_id not in (None, city.id) else None


def _called_so(zone: str) -> list[Unit]:
    """Return the province and the city of one name that a zone is called after; nothing where only one of them is called so."""
    stems = gazetteer().stems
    stem = next((zone[:length] for length in (4, 3, 2) if zone[:length] in stems), "")
    units = [unit for unit in stems.get(stem, ()) if unit.level < 3 and unit.last == 9999]
    return units if len({unit.level for unit in units}) > 1 else []


def _of_the_only(agency: str, name: Name, kind: str | None, units: Sequence[Unit]) -> Told:
    if len(units) != 1:
        return Told(None, None, None, kind, town=name.town, possible=_in_full(units))
    return _of_unit(agency, name, kind, units[0], units[0].code)


def _of_code(agency: str, name: Name, kind: str | None, unit: Unit, adcode: str) -> Told:
    """Return what is certain of an agency whose place has this code; its name may say otherwise."""
    told = _of_unit(agency, name, kind, unit, adcode)
    named = name.places[-1] if name.places else ()
    above = {place.id for place in gazetteer().chain(unit, None)}
    if not named or unit.id in {place.id for place in named}:
        return told
    if any(place.id in above for place in named):
        return told._replace(agency_id=None)  # 白银市财政局 is not that of 白银区
    own, other = gazetteer().in_full(unit), next(iter(_in_full(named).values()))
    return told._replace(fault=f"has the code of {own}, {adcode}, and the name of a body of {other}: correct one of them")


def _of_unit(agency: str, name: Name, kind: str | None, unit: Unit, adcode: str) -> Told:
    by_level = {place.level: place.name for place in gazetteer().chain(unit, None)}
    place_id, names = lasting_place(unit.code, (*(by_level.get(level) for level in LEVELS), name.town))
    return Told(place_id, adcode, TOWN if name.town else LEVELS[unit.level], kind, agency_id(agency, place_id, names), name.town)


def _in_full(units: Sequence[Unit]) -> dict[str, str]:
    """Return the lasting codes of places and their names with those above them."""
    return {unit.id: gazetteer().in_full(unit) for unit in units}
