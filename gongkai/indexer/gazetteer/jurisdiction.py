"""Which places lie within a place, and in which years did they exist? Answers of the gazetteer for whole rosters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from gongkai.errors import BadQuery
from gongkai.indexer.gazetteer.gazetteer import Unit, gazetteer
from gongkai.mappings.towns import plain_town

__all__ = [
    "FIRST_REPORTS",
    "Government",
    "begins_a_code",
    "children_of",
    "governments",
    "lasting_code",
    "lasting_place",
    "names_of_place",
    "names_over_time",
    "place_named",
    "towns_there_are",
    "was_reshaped",
    "years_of",
]

_LEVELS = {"provincial": 1, "prefectural": 2, "county": 3, "township": 3}
_EVERYWHERE = ("全国", "中国")
_ELSEWHERE = ("71", "81", "82")  # Taiwan, Hong Kong, Macao: the Regulations do not hold there
_TOWNS = ("镇", "乡", "街道", "苏木", "地区", "办事处")  # farms, parks and camps beside them have no government
_STREETS = ("街道", "地区")
FIRST_REPORTS = 2003
"""The year of the first reports."""
_OF_MANY = ("郊区", "城区", "矿区", "东区", "西区")  # 城区 begins the names of bodies as well


class Government(NamedTuple):
    """A government that there was in `years`; `place_id` is the code of its place that lasts, `town` that of a town."""

    name: str
    place_id: str
    adcode: str
    town: str | None
    level: str
    years: frozenset[int]


@cache
def lasting_code(adcode: str) -> str:
    """Return the code that a place has kept or got since: 500226 (荣昌县 until 2014) → 500153 (荣昌区)."""
    place = gazetteer().latest(adcode)
    return place.id if place else adcode


def begins_a_code(digits: str) -> bool:
    """Tell whether there is, or was, a place whose code begins so."""
    return any(code.startswith(digits) for code in gazetteer().codes)


def lasting_place(adcode: str, places: Sequence[str | None]) -> tuple[str, tuple[str | None, ...]]:
    """Return the code of a place that lasts, and the names of `names_over_time`; of a town that lies in another county now, those of that one.

    浆水镇 of 邢台县, which two districts took in, is that of 信都区.
    """
    heirs = _heirs().get(adcode, ()) if places and places[-1] else ()
    town = plain_town(places[-1] or "") if heirs else ""
    if heirs and not _has_town(lasting_code(adcode), town):
        now = [code for code in heirs if _has_town(code, town)]
        adcode = now[0] if len(now) == 1 else adcode
    return lasting_code(adcode), names_over_time(adcode, places)


@cache
def _heirs() -> dict[str, tuple[str, ...]]:
    """Return code → the codes of today of the places that took it in, or a part of it."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for old, codes, _ in gazetteer().mergers:
        found[old] |= dict.fromkeys(code for code in codes if code != old)
    return {old: tuple(codes) for old, codes in found.items()}


def _has_town(code: str, town: str) -> bool:
    return town in map(plain_town, _towns().get(code, ()))


def names_over_time(adcode: str | None, places: Sequence[str | None]) -> tuple[str | None, ...]:
    """Return the names of province, city, county and town, each behind those that the place had in other years, or has for short: 那曲县, 色尼区."""
    former = _former_names(adcode) if adcode else {}
    others = {level: [name for name in names if name not in places] for level, names in former.items()}
    return tuple(name for level, place in enumerate(places, 1) for name in (*others.get(level, ()), place))


@cache
def _short_names() -> dict[str, list[str]]:
    """Return name → how the place is called for short with what it is: 湘西自治州, 东乌旗; no 黑龙江, as schools are called."""
    found: dict[str, list[str]] = defaultdict(list)
    for short, units in gazetteer().aliases.items():
        for name in dict.fromkeys(unit.name for unit in units if short[-1] == unit.name[-1]):
            found[name].append(short)
    return found


@cache
def _former_names(adcode: str) -> dict[int, tuple[str, ...]]:
    """Return by level the names, short ones too, of a place and of those it lay in since reports are published."""
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for unit in _over_time(lasting_code(adcode)):
        if unit.name not in _OF_MANY:
            found[unit.level] |= dict.fromkeys((unit.name, *_short_names().get(unit.name, ())))
    return {level: tuple(names) for level, names in found.items() if level > 1}


def _over_time(place_id: str) -> Iterator[Unit]:
    """Yield a place, and those it lay in, as they were in all the years since reports are published."""
    for unit in gazetteer().lasting.get(place_id, ()):
        if unit.last >= FIRST_REPORTS:
            for above in gazetteer().chain(unit, None if unit.valid(None) else unit.last):
                same = gazetteer().lasting[above.id]
                yield from (other for other in same if other.level == above.level and other.last >= FIRST_REPORTS)


@cache
def names_of_place(place_id: str) -> frozenset[str]:
    """Return the names in full, of all the years since reports are published, of a place and of those it lay in."""
    return frozenset(unit.name for unit in _over_time(place_id))


def place_named(name: str) -> Unit | None:
    """Return the place of today of that name or code; null for the whole country. Raises BadQuery."""
    if name in _EVERYWHERE:
        return None
    places = gazetteer()
    units = [unit for unit in places.codes.get(name, ()) if unit.last == 9999] or places.named(name, None)
    units = units or places.provinces.get(name, [])
    if not units:
        raise BadQuery(f"There is no place “{name[:40]}”: write a name such as 甘肃省 or 白银区, a code, or 全国.")
    if len({unit.code for unit in units}) > 1:
        chains = ", ".join(f"{unit.code} {places.in_full(unit)}" for unit in units[:6])
        raise BadQuery(f"Several places are called “{name[:40]}”: write the code ({chains}).")
    return units[0]


def governments(level: str, within: Unit | None, years: range) -> Iterator[Government]:
    """Yield every government of a level within a place, by code; BadQuery for a level without governments."""
    if level not in _LEVELS:
        raise BadQuery(f"There is no list of the governments of level “{level}”: choose {', '.join(_LEVELS)}.")
    found: dict[str, list[tuple[Unit, frozenset[int]]]] = defaultdict(list)
    for units in gazetteer().codes.values():
        for unit in units:
            alive = frozenset(year for year in years if unit.first <= year <= unit.last)
            has_towns = level == "township" and unit.level == 2 and unit.code in _towns()  # 东莞市 has no counties
            here = (unit.level == _LEVELS[level] or has_towns) and not unit.code.startswith(_ELSEWHERE)
            if alive and here and (within is None or _lies_in(unit, within, max(alive))):
                found[unit.id].append((unit, alive))
    for place_id, spans in sorted(found.items()):
        unit = max(spans, key=lambda span: max(span[1]))[0]
        alive = frozenset(year for _, some in spans for year in some)
        if level == "township":
            for town in _towns()[unit.code]:
                yield Government(_full_name(unit, town), place_id, unit.code, town, level, alive)
        else:
            yield Government(_full_name(unit, None), place_id, unit.code, None, level, alive)


def years_of(place_id: str, years: Iterable[int]) -> frozenset[int] | None:
    """Return those of the years in which there was the place of a lasting code; null when the gazetteer has no such place."""
    spans = gazetteer().lasting.get(place_id)
    return frozenset(year for year in years if any(unit.first <= year <= unit.last for unit in spans)) if spans else None


def children_of(place_id: str, year: int) -> list[str]:
    """Return the lasting codes of the places that lay directly under a place in a year."""
    return _children(year).get(place_id, [])


@cache
def _children(year: int) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for units in gazetteer().codes.values():
        for unit in units:
            if unit.parent and unit.first <= year <= unit.last:
                found[lasting_code(unit.parent)].append(unit.id)
    return found


def was_reshaped(place_id: str, year: int) -> bool:
    """Tell whether a place took another in, lost a part or began in that year: its bodies' numbers do not go on from those of the year before."""
    return year in _reshaped().get(place_id, ())


@cache
def _reshaped() -> dict[str, set[int]]:
    """Return lasting code → the years in which a place began to be another than it was: 拱墅区 in 2021, which took in 下城区.

    Of a place that began with no place before it nobody knows of which of those around it was a part: none of them is sure.
    """
    table = gazetteer()
    found: dict[str, set[int]] = defaultdict(set)
    heirs: set[str] = set()
    for old, codes, year in table.mergers:
        last = max((unit.last for unit in table.codes.get(old, ())), default=year - 1)
        for code in codes:
            found[lasting_code(code)] |= set(range(min(last + 1, year), year + 1))
        heirs |= {lasting_code(code) for code in codes}
    for place_id, units in table.lasting.items():
        began = min(units, key=lambda unit: unit.first)
        if began.first < FIRST_REPORTS or not began.parent:
            continue
        found[place_id].add(began.first)
        if place_id not in heirs:
            for around in _children(began.first).get(lasting_code(began.parent), ()):
                found[around].add(began.first)
    return found


def _lies_in(unit: Unit, within: Unit, year: int) -> bool:
    return within.id in (above.id for above in gazetteer().chain(unit, year))


def towns_there_are() -> Iterator[tuple[str, str]]:
    """Yield the lasting code of the place and the name of every town."""
    return ((lasting_code(code), town) for code, towns in _towns().items() for town in towns)


@cache
def _towns() -> dict[str, list[str]]:
    """Return code → the towns directly below: of a county, or of a city (towns of its zones are its own, as reports have it)."""
    found: dict[str, list[str]] = defaultdict(list)
    beside: list[tuple[str, str]] = []
    known = gazetteer().codes
    for town, codes in gazetteer().towns.items():
        if not town.endswith(_TOWNS) or town.endswith("乡镇") or town in _TOWNS:
            continue
        for code in codes.split(","):
            if code in known:
                found[code].append(town)
            elif code.endswith("01") or code[4] == "7":  # as the statistics number what is no county
                beside.append((f"{code[:4]}00", town))
    cities: dict[str, set[str]] = defaultdict(set)
    for code, towns in found.items():
        cities[code[:4]] |= set(towns)
    for city, town in dict.fromkeys(beside):
        if town not in cities[city[:4]]:  # a county's that a zone looks after is the county's
            found[city].append(town)
    return {code: _each_once(towns) for code, towns in found.items()}


def _each_once(towns: Iterable[str]) -> list[str]:
    """Return the towns; of 甲乡 and 甲回族乡, which are one, the one with its people."""
    names: dict[str, str] = {}
    for town in towns:
        names[plain_town(town)] = max(names.get(plain_town(town), ""), town, key=len)
    return list(names.values())


def _full_name(unit: Unit, town: str | None) -> str:
    if town:
        if town.endswith("办事处街道"):  # 西街办事处街道
            return f"{unit.name}{town.removesuffix('街道')}"
        return f"{unit.name}{town}{'办事处' if town.endswith(_STREETS) else '' if town.endswith('办事处') else '人民政府'}"
    ends = ("地区", "盟")
    return unit.name + ("行政公署" if unit.name.endswith(ends) and unit.level == 2 else "人民政府")
