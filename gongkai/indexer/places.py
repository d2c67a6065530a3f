"""Where does an agency sit? Its name tells; clues on the page decide between namesakes.

An answer is given as far down as it is certain. Between two places of one name with nothing to tell them apart
the answer is what both share, often nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from gongkai.indexer.clues import Clues
from gongkai.indexer.gazetteer import MUNICIPALITIES, Unit
from gongkai.indexer.kinds import of_a_ministry
from gongkai.indexer.leaders import may_be_of_above, of_city, of_county, of_province, serves, speaks_of
from gongkai.indexer.names import Name
from gongkai.report import Place

__all__ = ["Located", "locate", "locate_institution"]

_MARGIN, _CONTRADICTION = 0.75, 4.0  # one mention of a city that only one namesake lies in
_WEAKEST, _STRONG = 4.0, 6.0  # what clues must weigh without a name: of two kinds, of any kind
_LEVELS = {1: "provincial", 2: "prefectural", 3: "county"}
_GENERIC = re.compile(r"^(?:本|我)?(自治区|[省市州盟县区旗])(?!场|容|政(?!府)|域|划)")
# What a name tells about its level alone: 县财政局 is a county's wherever it lies, 市财政局 is a city's or a county's.
_TOLD = re.compile(r"^(?:本|我)?(自治区|[省州县区旗])(?!域|直|际|块|级|长|委)(?=[\u3400-\u9fff]{2})")
_SITE_CUE = re.compile(r"^[市县区](?![北南中东西])[\u3400-\u9fff]{3}")
_UNDIVIDED = {"441900", "442000", "460400", "620200"}  # cities without counties: 东莞, 中山, 儋州, 嘉峪关
_DIVISION = re.compile(r"(?:新疆生产建设)?(?:兵团)?第?[一二三四五六七八九十]{1,3}师")
_CUES = {"省": 1, "自治区": 1, "市": 2, "州": 2, "盟": 2, "县": 3, "区": 3, "旗": 3}


class Located(NamedTuple):
    """A place, its level (empty: unknown) and what it rests on."""

    place: Place
    level: str
    basis: str


class _Choice(NamedTuple):
    """The unit that was found, or else what all candidates share."""

    unit: Unit | None
    shared: Unit | None
    basis: str


def locate(name: Name, clues: Clues, speaks: str | None = None) -> Located:
    """Return where the agency with this name sits; `speaks` is its kind where the page speaks of itself (我局)."""
    if name.text.startswith("全国"):
        return Located(Place(), "national", "name")
    if name.zone:
        return _in_zone(name, name.zone, clues)
    if name.places:
        choice = _choose(_with_town(name, clues), clues)
        level = _LEVELS[name.places[-1][0].level]
        if name.town and choice.unit and choice.unit.level < 3 and (inner := _town_inside(name.town, choice.unit, clues)):
            choice = _Choice(inner, None, f"{choice.basis}, town")
    elif name.town:
        choice, level = _by_town(name.town, clues), ""
    else:
        choice = _by_clues(name, clues, speaks or name.text)
        told = _GENERIC.match(name.text) or (choice.unit and choice.unit.level == 3)
        level = _LEVELS[choice.unit.level] if choice.unit and told else ""
        if choice.unit and choice.basis in ("host", "site named") and not level and of_city(clues.text):
            level = _LEVELS[choice.unit.level]
        if not level and (cue := _TOLD.match(name.text)):
            level = _LEVELS[_CUES[cue[1]]]
        if not choice.unit and of_a_ministry(name.text):
            level = "national"
    place = _place(choice.unit or choice.shared, clues, town=name.town)
    return Located(place, "township" if name.town else level, choice.basis)


def locate_institution(name: str, clues: Clues) -> Located:
    """Return the province of a university or an institute: its name tells no more, whatever it is called after."""
    stems = [name[:length] for length in (3, 2) if name[:length] in clues.gazetteer.stems]
    units = [unit for stem in stems[:1] for unit in clues.gazetteer.stems[stem] if unit.last > 9998 and unit.level < 3]
    basis = "name"
    if len({unit.code[:2] for unit in units}) != 1:
        best, _ = _strongest(clues)
        units, basis = ([best], "clues") if best and _convincing(best, clues) else ([], "clues too weak")
    province = clues.gazetteer.chain(units[0], clues.year)[0] if units else None
    return Located(_place(province, clues), "", basis)


def _place(unit: Unit | None, clues: Clues, *, town: str | None = None, zone: str | None = None) -> Place:
    if unit is None:
        return Place(town=town, zone=zone)
    unit = clues.gazetteer.as_of(unit, clues.year)
    chain = clues.gazetteer.chain(unit, clues.year)
    province = chain[0].name
    city = next((above.name for above in chain if above.level == 2), None)
    county = next((above.name for above in chain if above.level == 3), None)
    if chain[0].code in MUNICIPALITIES and county:
        city = province
    return Place(province, city, county, town, zone, unit.code, clues.gazetteer.codes_now(unit), unit.id)


def _with_town(name: Name, clues: Clues) -> tuple[Unit, ...]:
    """Return the candidates of the last place, only those that have the town when any has."""
    units = name.places[-1]
    if name.town and len(units) > 1:
        codes = clues.gazetteer.towns.get(name.town, "").split(",")
        return tuple(unit for unit in units if unit.code in codes) or units
    return units


def _choose(units: Iterable[Unit], clues: Clues) -> _Choice:
    """Choose between namesakes: the one that clues favour, or what all that are left share."""
    current = {now.code: now for unit in units for now in (clues.gazetteer.as_of(unit, clues.year),)}
    if len(current) == 1:
        return _Choice(next(iter(current.values())), None, "name")
    ranked = sorted(current.values(), key=clues.total, reverse=True)
    best = clues.total(ranked[0])
    if best - clues.total(ranked[1]) >= _MARGIN:
        return _Choice(ranked[0], None, "name and clues")
    near = [unit for unit in ranked if best - clues.total(unit) < _MARGIN]
    if one := _in_prose(near, clues):
        return _Choice(one, None, "name and clues in prose")
    return _Choice(None, _shared(near if best >= _MARGIN else ranked, clues), "ambiguous")


def _in_prose(units: list[Unit], clues: Clues) -> Unit | None:
    """Return the one of the namesakes whose city or province the text calls by its short name: 南京, 江苏."""
    spoken = [unit for unit in units if clues.spoken(unit)]
    return spoken[0] if len(spoken) == 1 else None


def _shared(units: list[Unit], clues: Clues) -> Unit | None:
    chains = [clues.gazetteer.chain(unit, clues.year) for unit in units]
    shared = None
    for level in zip(*chains, strict=False):
        if len({unit.code for unit in level}) > 1:
            break
        shared = level[0]
    return shared


def _by_town(town: str, clues: Clues) -> _Choice:
    units = _having(town, clues)
    best, weight = _strongest(clues)
    convincing = best is not None and _convincing(best, clues)
    site = clues.domain()  # of a town that the table does not have
    home = site if site and (site.level == 3 or site.code in _UNDIVIDED) else None
    if not units:
        return _Choice(best, None, "clues") if convincing else _Choice(home, None, "host" if home else "unknown town")
    if len(units) > 1:
        choice = _choose(units, clues)
        return choice if choice.unit or not home else _Choice(home, None, "host")
    if best and convincing and weight - clues.total(units[0]) > _CONTRADICTION and not _related(best, units[0], clues):
        return _Choice(None, None, "town against clues")
    return _Choice(units[0], None, "town")


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
    units = [unit for code in codes.split(",") if code and (unit := gazetteer.at(code, clues.year))]
    return [gazetteer.as_of(unit, clues.year) for unit in units]


def _town_inside(town: str, above: Unit, clues: Clues) -> Unit | None:
    inside = [unit for unit in _having(town, clues) if _related(above, unit, clues)]
    return _choose(inside, clues).unit if inside else None


def _related(a: Unit, b: Unit, clues: Clues) -> bool:
    """Tell whether one of the two lies in the other."""
    return a in clues.gazetteer.chain(b, clues.year) or b in clues.gazetteer.chain(a, clues.year)


def _strongest(clues: Clues) -> tuple[Unit | None, float]:
    """Return the unit that most clues point at, and their weight; null when another one comes near."""
    ranked = sorted(clues.pointed(), key=lambda unit: (clues.total(unit), unit.level), reverse=True)
    if not ranked:
        return None, 0.0
    best, weight = ranked[0], clues.total(ranked[0])
    rival = next((unit for unit in ranked[1:] if not _related(best, unit, clues)), None)
    return (None if rival and weight - clues.total(rival) < 2 else best), weight


def _unrivalled(site: Unit, clues: Clues) -> bool:
    """Tell whether no other clue speaks for a place elsewhere, namesakes and places of one spelling aside."""
    spelling = site.reading.split()[: len(site.stem)]
    others = (
        unit for unit in clues.pointed() if unit.reading.split()[: len(unit.stem)] != spelling and not _related(unit, site, clues)
    )
    return all(clues.total(site) - clues.total(unit) >= 2 for unit in others)


def _convincing(unit: Unit, clues: Clues) -> bool:
    weight = clues.total(unit)
    return weight >= _STRONG or (weight >= _WEAKEST and clues.kinds(unit) > 1)


def _by_clues(name: Name, clues: Clues, speaks: str | None) -> _Choice:
    """Locate a name without a place, 县财政局: the clues alone, at the level that the name tells."""
    best, _ = _strongest(clues)
    cue = _GENERIC.match(name.text)
    spelled = clues.spelled()
    if cue and best and spelled == [best] and best.name.endswith(cue[1]):
        return _Choice(best, None, "host")
    sites = ((clues.domain(cue[1] if cue else ""), "host"), (clues.sited(), "site named"), (clues.notified(), "notice"))
    for site, basis in sites if cue or speaks or not name.text else ():
        own = cue or speaks or (site and site.level == 3 and speaks_of(site, clues.text))
        if site and own and (site.name.endswith(cue[1]) if cue else True) and _unrivalled(site, clues):
            return _Choice(site, None, basis)
    if best is None or not _convincing(best, clues):
        return _Choice(None if speaks and not cue else _one_province(cue[1] if cue else "", clues), None, "clues too weak")
    if cue is None and best.level > 1 and of_province(best, clues.text):
        return _Choice(clues.gazetteer.chain(best, clues.year)[0], None, "clues")
    wanted = _CUES[cue[1]] if cue else best.level
    if cue and (best.level < wanted or (best.level > wanted and cue[1] != "市")):
        return _Choice(None, best if best.level < wanted else None, "clues")
    if cue and cue[1] == "市" and not best.name.endswith("市"):  # 市教育局 on a district's page: the city above
        chain = clues.gazetteer.chain(best, clues.year)
        return _Choice(next((unit for unit in chain if unit.name.endswith("市")), None), None, "clues")
    named = name.text.startswith(best.name)
    if cue is None and not named and best not in spelled and may_be_of_above(best, clues):
        return _Choice(clues.gazetteer.chain(best, clues.year)[-2], None, "clues")
    return _Choice(best, None, "clues")


def _one_province(cue: str, clues: Clues) -> Unit | None:
    """Return the only province that anything points at, for a body of 自治区 or 省, or a page that speaks of 全省."""
    provinces = {clues.gazetteer.chain(unit, clues.year)[0] for unit in clues.pointed()}
    if len(provinces) != 1 or (cue and _CUES[cue] > 1):
        return None
    (one,) = provinces
    said = cue or speaks_of(one, clues.text)
    return one if said and one.name.endswith(cue) and clues.own(one) >= 2 else None


def _in_zone(name: Name, zone: str, clues: Clues) -> Located:
    """Locate a zone: by the table, by the place printed before it, by the place it is called after, by clues."""
    gazetteer, township = clues.gazetteer, "township" if name.town else ""
    zone = zone if name.places else clues.zone_in_full(zone)

    def located(unit: Unit | None, level: str, basis: str) -> Located:
        return Located(_place(unit, clues, town=name.town, zone=zone), township or level, basis)

    for known, (code, level) in gazetteer.zones.items():
        if known in zone:
            return located(gazetteer.at(code, clues.year), level, "zone table")
    if not name.places and _DIVISION.match(zone):  # a farm of the corps, wherever it lies in Xinjiang
        return located(gazetteer.at("650000", clues.year), "", "division")
    if not name.places and _SITE_CUE.match(zone):
        choice = _by_clues(name, clues, None)
        return located(choice.unit or choice.shared, _LEVELS[choice.unit.level] if choice.unit else "", choice.basis)
    if name.places and name.places[-1][0].level > 1:
        choice = _choose(name.places[-1], clues)
        return located(choice.unit or choice.shared, _LEVELS[name.places[-1][0].level], choice.basis)
    stem = next((zone[:length] for length in (4, 3, 2) if zone[:length] in gazetteer.stems), "")
    units = [unit for unit in gazetteer.stems.get(stem, ()) if unit.valid(clues.year) and _below(unit, name)]
    if units and not _elsewhere(units, clues):
        choice = _choose(units, clues)
        if choice.unit and choice.unit.level == 3:  # called after a county: its city is sure, the county often is not
            own = (
                choice.unit in (clues.domain(), clues.sited(), clues.addressed())
                or choice.unit.code[:2] + "0000" in MUNICIPALITIES
            )
            return located(choice.unit if own else gazetteer.chain(choice.unit, clues.year)[-2], "county", "zone's stem")
        if choice.unit and choice.unit.level == 1:
            return located(choice.unit, _zone_level(choice.unit), "zone's stem")
        return located(choice.unit or choice.shared, _LEVELS[choice.unit.level] if choice.unit else "", "zone's stem")
    if name.places:
        return located(name.places[-1][0], _zone_level(name.places[-1][0]), "name")
    (best, _), site = _strongest(clues), clues.domain()
    found = best if best and (_convincing(best, clues) or serves(best, clues) or best == clues.sited()) else None
    if not found and site and site.level == 2 and best in (None, site):
        own = zone.endswith("新区") or not of_county(clues.text)  # whose 区政府 is that of the zone itself
        return located(site, _LEVELS[2] if own else "", "host")
    return located(found, _LEVELS[found.level] if found else "", "clues")


def _elsewhere(units: list[Unit], clues: Clues) -> bool:
    """Tell whether a zone may be called after none of these places: the site is another's, or all else points at another."""
    (best, weight), site = _strongest(clues), clues.domain()
    if site and not any(_related(site, unit, clues) for unit in units):
        return True
    return best is not None and weight >= _WEAKEST and all(clues.total(u) < 1 and not _related(best, u, clues) for u in units)


def _zone_level(province: Unit) -> str:
    """Return the level of a zone that lies in a province and of which no more is known."""
    return "county" if province.code in MUNICIPALITIES else "prefectural"


def _below(unit: Unit, name: Name) -> bool:
    return not name.places or unit.code[:2] == name.places[-1][0].code[:2]
