"""In which county does a town lie? All that have one of its name, and what the page tells between them."""

from __future__ import annotations

import re

from gongkai.indexer.gazetteer.copies import codes_copied
from gongkai.indexer.gazetteer.gazetteer import Unit
from gongkai.indexer.names.names import Name
from gongkai.indexer.places.choices import Choice, choose, convincing, may_be_namesake, related, shared_by, strongest
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.leaders import lies_in
from gongkai.indexer.places.printed_places import county_before, county_of_office, place_of_site
from gongkai.indexer.places.zones.zone_sites import zone_may_hold

__all__ = ["by_town", "town_inside", "with_town"]

_CONTRADICTION = 4.0
_UNDIVIDED = {"441900", "442000", "460400", "620200"}  # cities without counties: 东莞, 中山, 儋州, 嘉峪关


def with_town(name: Name, clues: Clues) -> tuple[Unit, ...]:
    """Return the candidates of the last place, only those that have the town when any has."""
    units = name.places[-1]
    if name.town and len(units) > 1:
        codes = clues.gazetteer.towns.get(name.town, "").split(",")
        return tuple(unit for unit in units if unit.code in codes) or units
    return units


def by_town(town: str, clues: Clues) -> Choice:
    """Return where a town lies that no place is printed with: by the table, and by what the page names, where several have such a town."""
    units = _having(town, clues)
    best, weight = strongest(clues)
    sure = best is not None and convincing(best, clues)
    site = clues.domain()  # of a town that the table does not have
    home = site if site and (site.level == 3 or site.code in _UNDIVIDED) else None
    printed = county_before(town, clues)  # towns that are no more are in no table
    if printed and site and not related(site, printed, clues):
        printed = None  # 赴甲县乙镇 tells of a namesake
    if len(copied := [unit for unit in units if unit.code in codes_copied(clues.url, clues.gazetteer)]) == 1:
        return Choice(copied[0], None, "town and path")
    if printed and all(clues.own(unit) <= clues.own(printed) for unit in units):
        return Choice(printed, None, "printed before")
    if len(units) == 1 and (merged := _merged(units, clues)):
        return merged
    if (county := _office_named(units, clues)) and not (units and choose(units, clues).unit):
        return Choice(county, None, "office named")
    if not units:
        return Choice(best, None, "clues") if sure else Choice(home, None, "host" if home else "unknown town")
    if len(units) > 1:
        choice = choose(units, clues)
        if choice.unit and (merged := _merged([choice.unit], clues)):
            return merged
        return choice if choice.unit or not home else Choice(home, None, "host")
    if units[0].level < 3 and best and sure and related(best, units[0], clues):
        return Choice(best, None, "clues")
    if units[0].level < 3 and home and related(units[0], home, clues):
        return Choice(home, None, "host")
    alone = units[0] != site and not clues.total(units[0]) and not lies_in(units[0], clues.text)
    if alone and clues.pointed():
        return Choice(None, None, "town against all that is named")  # a namesake that is no more may be meant
    if best and sure and weight - clues.total(units[0]) > _CONTRADICTION and not related(best, units[0], clues):
        return Choice(None, None, "town against clues")
    if town not in clues.gazetteer.towns and not clues.total(units[0]):
        return Choice(None, None, "town of another name")  # 大泉乡 may be none of 大泉塔塔尔族乡
    if may_be_namesake(town, clues.year) and units[0] != site and not (clues.total(units[0]) or clues.spoken(units[0])):
        return Choice(None, None, "town that may have had a namesake")
    return Choice(units[0], None, "town")


def _office_named(units: list[Unit], clues: Clues) -> Unit | None:
    """Return the county whose office a town's page names, which no site gainsays and in whose city no other has such a town."""
    county, site = county_of_office(clues), clues.domain()
    if not county or (site and not related(site, county, clues)):
        return None
    return county if all(unit.code == county.code or unit.parent != county.parent for unit in units) else None


def _merged(units: list[Unit], clues: Clues) -> Choice | None:
    """Return whether a town lay in its county of today or in one that was merged into it since, by which of them the page names.

    Null where nothing was merged since the report's year; where the page names none of them or several, what they share.
    """
    table = clues.gazetteer
    codes, own = {code for unit in units for code in table.codes_now(unit)}, {unit.id for unit in units}
    merged = (table.at(old, clues.year) for old, new in table.successors.items() if codes.intersection(new))
    gone = [
        unit for unit in merged if unit and unit.id not in own and unit.last != 9999 and clues.year and unit.valid(clues.year)
    ]
    if not gone:
        return None
    named = [unit for unit in (*units, *gone) if unit.name in clues.named]
    site = place_of_site(clues)
    named = [site] if len(named) != 1 and site in (*units, *gone) else named
    one = named[0] if len(named) == 1 else None
    return Choice(one, None if one else shared_by([*units, *gone], clues), "name and clues" if one else "ambiguous")


def _having(town: str, clues: Clues) -> list[Unit]:
    """Return the places that have a town of this name; of its name with another suffix if none has."""
    gazetteer = clues.gazetteer
    codes = gazetteer.towns.get(town, "")
    if not codes:
        stem = re.sub(r"(?:街道|镇|民族乡|乡|苏木)$", "", town)
        others = [stem + end for end in ("街道", "镇", "乡")]
        if town.endswith("族乡"):  # the gazetteer has the names of some without their peoples
            others += [town[:length] + "乡" for length in range(len(town) - 3, 0, -1)]
        codes = next((gazetteer.towns[other] for other in others if other in gazetteer.towns), "")
    # towns of zones have codes of the statistics: all that one knows is the city
    units = [
        unit
        for code in codes.split(",")
        if code and (unit := gazetteer.at(code, clues.year) or gazetteer.at(code[:4] + "00", clues.year))
    ]
    units = [unit for unit in units if zone_may_hold(unit, clues)] or units
    return [_that_was(gazetteer.as_of(unit, clues.year), clues) for unit in units]


def _that_was(unit: Unit, clues: Clues) -> Unit:
    """Return the unit, or its city where it was founded after the report's year: in which county the town lay then nobody says."""
    later = clues.year is not None and unit.first > clues.year + 1
    return (later and clues.gazetteer.at(unit.code[:4] + "00", clues.year)) or unit


def town_inside(town: str, above: Unit, clues: Clues) -> Unit | None:
    """Return the one place inside this one that has the town."""
    inside = [unit for unit in _having(town, clues) if related(above, unit, clues)]
    return choose(inside, clues).unit if inside else None
