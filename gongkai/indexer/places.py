"""Where does an agency sit? Its name tells; clues on the page decide between namesakes.

An answer is given as far down as it is certain. Between two places of one name with nothing to tell them apart
the answer is what both share, often nothing.
"""

from __future__ import annotations

import re

from gongkai.indexer.clues import Clues
from gongkai.indexer.gazetteer import MUNICIPALITIES, Gazetteer, Unit
from gongkai.indexer.names import Name
from gongkai.report import Place

__all__ = ["locate", "locate_institution"]

_MARGIN = 0.75  # one mention of a city that only one namesake lies in
_WEAKEST, _STRONG = 4.0, 6.0  # what clues must weigh without a name: of two kinds, of any


def locate(name: Name, clues: Clues) -> tuple[Place, str, str]:
    """Return the place, its level (national … township, empty: unknown) and what it rests on."""
    gazetteer, year = clues.gazetteer, clues.year
    if name.zone:
        return _in_zone(name, clues)
    if name.places:
        unit, shared, basis = _choose(name.places[-1], clues)
    elif name.town:
        unit, shared, basis = _by_town(name.town, clues)
    else:
        unit, shared, basis = _by_clues(name, clues)
    if name.places and name.town and unit and unit.level < 3:
        inner = _town_inside(name.town, unit, clues)
        if inner:
            unit, basis = inner, f"{basis}, town"
    place = _place(gazetteer, unit or shared, year, name.town if unit or shared or name.town else None)
    level = "township" if name.town else _level(unit or shared if not name.town else None)
    return place, level, basis


def _level(unit: Unit | None) -> str:
    if unit is None:
        return ""
    return "provincial" if unit.level == 1 else "prefectural" if unit.level == 2 else "county"


def _place(gazetteer: Gazetteer, unit: Unit | None, year: int | None, town: str | None, zone: str | None = None) -> Place:
    if unit is None:
        return Place(town=town, zone=zone)
    unit = gazetteer.as_of(unit, year)
    chain = gazetteer.chain(unit, year)
    province = chain[0].name
    city = next((u.name for u in chain if u.level == 2), None)
    county = next((u.name for u in chain if u.level == 3), None)
    if chain[0].code in MUNICIPALITIES and county:
        city = province
    return Place(province, city, county, town, zone, unit.code)


def _choose(units: tuple[Unit, ...], clues: Clues) -> tuple[Unit | None, Unit | None, str]:
    """Return the unit, or else what all candidates share, and the basis."""
    current = {clues.gazetteer.as_of(unit, clues.year).code: unit for unit in units}
    if len(current) == 1:
        return units[-1], None, "name"
    ranked = sorted(current.values(), key=clues.total, reverse=True)
    best, second = clues.total(ranked[0]), clues.total(ranked[1])
    # What the name itself adds to each namesake is the same: the difference is what other clues say.
    if best - second >= _MARGIN:
        return ranked[0], None, "name and clues"
    near = [unit for unit in ranked if best - clues.total(unit) < _MARGIN]
    return None, _shared(near, clues) if best >= _MARGIN else _shared(ranked, clues), "ambiguous"


def _shared(units: list[Unit], clues: Clues) -> Unit | None:
    chains = [clues.gazetteer.chain(unit, clues.year) for unit in units]
    shared = None
    for level in zip(*chains, strict=False):
        if len({unit.code for unit in level}) > 1:
            break
        shared = level[0]
    return shared


def _by_town(town: str, clues: Clues) -> tuple[Unit | None, Unit | None, str]:
    codes = clues.gazetteer.towns.get(town) or clues.gazetteer.towns.get(_other_suffix(town, clues.gazetteer), "")
    units = [unit for code in codes.split(",") if code and (unit := clues.gazetteer.at(code, clues.year))]
    pointed, strength = _strongest(clues)
    if not units:
        return (pointed, None, "clues") if pointed and strength >= 6 and pointed.level == 3 else (None, pointed, "clues")
    if len(units) == 1:
        unit = units[0]
        if pointed and strength - clues.total(unit) > 4 and not _related(pointed, unit, clues):
            return None, None, "town against clues"
        return unit, None, "town"
    return _choose(tuple(units), clues)


def _related(a: Unit, b: Unit, clues: Clues) -> bool:
    codes = {unit.code for unit in clues.gazetteer.chain(a, clues.year)}
    return b.code in codes or a.code in {unit.code for unit in clues.gazetteer.chain(b, clues.year)}


def _other_suffix(town: str, gazetteer: Gazetteer) -> str:
    stem = re.sub(r"(?:街道|镇|民族乡|乡|苏木)$", "", town)
    return next((stem + suffix for suffix in ("街道", "镇", "乡") if stem + suffix in gazetteer.towns), "")


def _town_inside(town: str, above: Unit, clues: Clues) -> Unit | None:
    codes = clues.gazetteer.towns.get(town, "").split(",")
    units = [unit for code in codes if code and (unit := clues.gazetteer.at(code, clues.year))]
    inside = [u for u in units if above.code in {p.code for p in clues.gazetteer.chain(u, clues.year)}]
    if len(inside) == 1:
        return inside[0]
    return _choose(tuple(inside), clues)[0] if inside else None


def _strongest(clues: Clues) -> tuple[Unit | None, float]:
    """Return the unit that most clues point at, and the weight, when no other comes near it."""
    ranked = sorted(clues.pointed(), key=lambda u: (clues.total(u), u.level), reverse=True)
    if not ranked:
        return None, 0.0
    best = ranked[0]
    rival = next((u for u in ranked[1:] if not _related(best, u, clues)), None)
    weight = clues.total(best)
    if rival and weight - clues.total(rival) < 2:
        return None, weight
    return best, weight


def _by_clues(name: Name, clues: Clues) -> tuple[Unit | None, Unit | None, str]:
    best, weight = _strongest(clues)
    cue = re.match(r"^(?:本|我)?([省市州县区旗])", name.text)
    spelled = clues.spelled()
    if cue and len(spelled) == 1 and best == spelled[0] and best.name.endswith(cue[1]):
        return best, None, "host"
    if best is None or weight < 6:
        return None, None, "clues too weak"
    wanted = {"省": 1, "市": 2, "州": 2, "县": 3, "区": 3, "旗": 3}.get(cue[1]) if cue else None
    if wanted and best.level != wanted:
        chain = clues.gazetteer.chain(best, clues.year)
        lifted = next((unit for unit in chain if unit.level == wanted), None)
        return lifted, None, "clues"
    return best, None, "clues"


def _in_zone(name: Name, clues: Clues) -> tuple[Place, str, str]:
    gazetteer, year, zone = clues.gazetteer, clues.year, name.zone or ""
    for known, (code, level) in gazetteer.zones.items():
        if known in zone:
            return _place(gazetteer, gazetteer.at(code, year), year, name.town, zone), "township" if name.town else level, "zone table"
    unit: Unit | None = None
    shared: Unit | None = None
    basis = "zone"
    if name.places:
        unit, shared, basis = _choose(name.places[-1], clues)
    else:
        stems = [zone[:length] for length in (4, 3, 2) if zone[:length] in gazetteer.stems]
        units = [u for u in gazetteer.stems[stems[0]] if u.valid(year)] if stems else []
        if units:
            unit, shared, basis = _choose(tuple(units), clues)
            if unit and unit.level == 3:  # the zone bears the county's name: its city is sure, the county is not
                parent = gazetteer.chain(unit, year)[-2]
                return _place(gazetteer, parent, year, name.town, zone), "township" if name.town else "county", "zone's stem"
        else:
            unit, weight = _strongest(clues)
            unit = unit if weight >= 6 else None
    found = unit or shared
    level = "township" if name.town else _level(found)
    if found and found.code in MUNICIPALITIES and not name.town:
        level = "county"
    return _place(gazetteer, found, year, name.town, zone), level, basis
