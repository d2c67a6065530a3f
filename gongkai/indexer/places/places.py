"""Where does an agency sit? Its name tells; clues on the page decide between namesakes.

An answer is given as far down as it is certain. Between two places of one name with nothing to tell them apart
the answer is what both share, often nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.copies import codes_copied
from gongkai.indexer.gazetteer.gazetteer import Unit
from gongkai.indexer.names.kinds import TOWN, of_a_ministry
from gongkai.indexer.names.names import COMMON, Name, read_name
from gongkai.indexer.places.banners import CITYS_ACCOUNT
from gongkai.indexer.places.called_after import called_after
from gongkai.indexer.places.choices import Choice, choose, convincing, may_be_namesake, related, shared_by, strongest
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.customs import is_customs_over_several, locate_customs
from gongkai.indexer.places.free_trade import places_of_free_trade
from gongkai.indexer.places.institutions import province_of_school
from gongkai.indexer.places.leaders import (
    bears_code_of,
    guided_by_province,
    led_by_county,
    led_by_province,
    lies_in,
    of_city,
    of_citys_bureau,
    of_commission,
    said_to_be_led_by_province,
    speaks_for_city,
)
from gongkai.indexer.places.located import LEVELS, Located, place_of
from gongkai.indexer.places.place_words import ISLANDS
from gongkai.indexer.places.printed_places import county_before, county_of_office, place_of_site
from gongkai.indexer.places.unplaced import CUES, GENERIC, OF_PROVINCE, TOLD, TWO_GOVERNMENTS, by_clues
from gongkai.indexer.places.zone_names import own_zone, zone_like_district, zone_written_out
from gongkai.indexer.places.zone_sites import of_zones_site, zone_hosted, zone_may_hold
from gongkai.indexer.places.zones import in_zone
from gongkai.report import Place

__all__ = ["Located", "locate"]

_CONTRADICTION = 4.0
# A county that no table has: 大兴安岭地区加格达奇区教育局.
_UNLISTED = expression(
    r"[\u3400-\u9fff]{2,5}(?<![地库景社园护山城矿灾林港湖牧校辖街术发老])(?<!自治)[区县旗](?=[\u3400-\u9fff]{2,12}(?:局|办公室|政府)$)"
)
_NAMELESS = expression("[县区旗](?:人民)?政府")  # 甲市区人民政府 is that of a district whose name a page left out
_BELOW_BUREAU = expression(r"[\u3400-\u9fff]{2,8}总局[\u3400-\u9fff]{2,6}(?:管理局|分局)$")
_SURE_OF_LEVEL = ("host", "site named", "rules", "telephone", "printed in full")  # what a choice rests on
_COMMITTEE = expression("[我本]?(?:管委会|管理委员会)")
_UNDIVIDED = {"441900", "442000", "460400", "620200"}  # cities without counties: 东莞, 中山, 儋州, 嘉峪关


def locate(name: Name, clues: Clues, speaks: str | None = None) -> Located:
    """Return where the agency with this name sits; `speaks` is its kind where the page speaks of itself (我局)."""
    if name.text.startswith("全国"):
        return Located(Place(), "national", "name")
    if name.places and name.places[0][0].code >= ISLANDS:  # 台湾事务办公室, or a brand
        name = replace(name, places=())
    if parts := places_of_free_trade(name.text, clues):
        name = replace(name, places=parts)
    if is_customs_over_several(name.text):
        return locate_customs(name, clues)
    if name.zone:
        zoned = in_zone(name, name.zone, clues)
        return zoned._replace(place=replace(zoned.place, zone=zone_written_out(zoned.place.zone or "", clues.text) or None))
    if name.places:
        choice = choose(_with_town(name, clues), clues)
        level = LEVELS[name.places[-1][0].level]
        if (counties := _behind_its_province(name, clues)) and (
            site := clues.domain()
        ) != choice.unit:  # else it is the province's
            own = next((unit for unit in counties if clues.spells(unit) or unit == site), None)
            choice, level = (Choice(own, None, "host"), LEVELS[3]) if own else (choice, "")
        level = "" if name.places[-1][0].level < 3 and _of_no_sure_level(name.body) else level
        if name.town and choice.unit and choice.unit.level < 3 and (inner := _town_inside(name.town, choice.unit, clues)):
            choice = Choice(inner, None, f"{choice.basis}, town")
    elif name.town:
        choice, level = _by_town(name.town, clues), ""
    elif _COMMITTEE.fullmatch(name.text) and "我区" in clues.text and (zone := own_zone(clues.text, clues.gazetteer.stems)):
        return in_zone(name, zone, clues)  # 管委会, of a page that names 甲高新区 again and again
    elif not name.text and speaks == "department" and (found := of_zones_site(name, clues)):
        return found
    elif zone := zone_like_district(name.body, clues.text):
        return _in_unlisted_zone(zone, clues)
    else:
        choice, level = _unplaced(name, clues, speaks)
    zone = zone_hosted(clues) if name.town and not name.places else ""
    both = choice.basis == TWO_GOVERNMENTS
    place = place_of(choice.unit or choice.shared, clues, town=name.town, zone=zone or None, counties=both)
    return Located(place, TOWN if name.town else level, choice.basis)


def _of_no_sure_level(body: str) -> bool:
    """Tell whether a body behind a city or a province may be that of a place below: a county that no table has, 甲省农垦总局乙管理局."""
    return any(cue.match(body) for cue in (_UNLISTED, _NAMELESS, _BELOW_BUREAU))


def _in_unlisted_zone(zone: str, clues: Clues) -> Located:
    """Return where all else points: the zone is in no table, and may not be called after a place."""
    best, _ = strongest(clues)
    found = best if best and best.level > 1 and convincing(best, clues) else None
    return Located(place_of(found, clues, zone=zone), LEVELS[found.level] if found else "", "clues")


def _unplaced(name: Name, clues: Clues, speaks: str | None) -> tuple[Choice, str]:
    """Return where a name without a place lies by what the page tells, and its level."""
    called = _common_district(name, clues) or _printed_in_full(name, clues)
    choice = called or by_clues(name, clues, speaks or name.text)
    if not (choice.unit or choice.shared or name.text) and (province := province_of_school(clues)):
        return Choice(province, None, "schools' authority"), ""
    if choice.basis == CITYS_ACCOUNT:
        return choice, LEVELS[2]
    if branch := _branch(name, choice.unit, clues):
        return Choice(branch, None, f"{choice.basis}, branch"), LEVELS[3]
    told = GENERIC.match(name.text) or (choice.unit and choice.unit.level == 3)
    level = LEVELS[choice.unit.level] if choice.unit and told else ""
    if choice.unit and choice.basis in _SURE_OF_LEVEL and not level and of_city(clues.text):
        level = LEVELS[choice.unit.level]
    city = choice.unit if choice.unit and choice.unit.level == 2 and choice.basis == "host" and not level else None
    if city and not name.text and speaks in ("department", "public_institution"):
        level = LEVELS[2] if of_citys_bureau(city, clues) or speaks_for_city(city, clues) else ""
    if not level and speaks == "department" and not name.text and choice.unit and choice.unit.level == 2:
        level = LEVELS[2] if bears_code_of(choice.unit, clues) else ""
    hosted = choice.unit and choice.unit.level == 1 and choice.basis == "host"
    if hosted and not level and speaks != "public_institution" and (led_by_province(clues.text) or of_commission(clues)):
        level = LEVELS[1]
    level = LEVELS[choice.unit.level] if choice.unit and choice.basis in ("city's path", "unit below") else level
    if choice.unit and choice.unit.level == 1 and OF_PROVINCE.search(name.text):
        level = LEVELS[1]
    if not level and (cue := TOLD.match(name.text)):
        level = LEVELS[CUES[cue[1] or cue[2]]]
    if not level and speaks == "department" and led_by_county(clues.text):
        level = LEVELS[3]
    if not level and not choice.unit and speaks == "department" and said_to_be_led_by_province(clues.text):
        level = LEVELS[1]
    if not level and not choice.unit and name.text.startswith("市") and guided_by_province(clues.text):
        level = LEVELS[2]
    if not choice.unit and of_a_ministry(name.text):
        level = "national"
    return choice, level


def _branch(name: Name, city: Unit | None, clues: Clues) -> Unit | None:
    """Return the district whose branch a city's body is called after without its city: 市市场监督管理局龙华监管局."""
    of_city = name.text.startswith("市") and name.text.endswith("局")
    if city is None or city.level == 3 or not (city.name.endswith("市") and of_city):
        return None
    placed = read_name(city.name + name.text[1:], clues.year, clues.gazetteer)
    below = placed.places[-1] if len(placed.places) > 1 else ()
    return below[0] if len(below) == 1 and below[0].level == 3 else None


def _behind_its_province(name: Name, clues: Clues) -> list[Unit]:
    """Return the counties that a body is called after, behind its province: 湖南衡山萱洲国家湿地公园管理处."""
    if len(name.printed) != 1 or name.printed[0] not in clues.gazetteer.provinces or name.town:
        return []
    stems = (unit for length in (4, 3, 2) for unit in clues.gazetteer.stems.get(name.body[:length], ()))
    return [unit for unit in stems if unit.level == 3 and unit.valid(clues.year) and related(name.places[0][0], unit, clues)]


def _common_district(name: Name, clues: Clues) -> Choice | None:
    """Return the one district called 郊区 or 城区 whose city the text prints right before that word, on no other place's host: 甲市郊区."""
    word, site = name.text[:2], clues.domain()
    units = clues.gazetteer.named(word, clues.year) if word in COMMON else []
    above = ((unit, clues.gazetteer.at(unit.parent, clues.year)) for unit in units)
    printed = [unit for unit, city in above if city and city.name + word in clues.text]
    one = len(printed) == 1 and (site is None or related(printed[0], site, clues))
    return Choice(printed[0], None, "printed before") if one else None


def _printed_in_full(name: Name, clues: Clues) -> Choice | None:
    """Return the county that a bureau is called after, where it is printed in full, and its city on the page or by its host.

    Or else the city, of a page that speaks of such a city's leaders.
    """
    counties = [unit for unit in called_after(name.text, clues.text, 3, clues.year) if _city_told(unit, clues)]
    cities = called_after(name.text, clues.text, 2, clues.year) if not counties and of_city(clues.text) else []
    site = clues.domain()
    told = counties or [city for city in cities if site is None or site == city]
    return Choice(told[0], None, "printed in full") if len(told) == 1 else None


def _city_told(county: Unit, clues: Clues) -> bool:
    """Tell whether the page prints the county's city, or lies on its site."""
    city = clues.gazetteer.chain(county, clues.year)[-2]
    return city.level == 2 and (city.name in clues.text or clues.domain() == city)


def _with_town(name: Name, clues: Clues) -> tuple[Unit, ...]:
    """Return the candidates of the last place, only those that have the town when any has."""
    units = name.places[-1]
    if name.town and len(units) > 1:
        codes = clues.gazetteer.towns.get(name.town, "").split(",")
        return tuple(unit for unit in units if unit.code in codes) or units
    return units


def _by_town(town: str, clues: Clues) -> Choice:
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


def _town_inside(town: str, above: Unit, clues: Clues) -> Unit | None:
    inside = [unit for unit in _having(town, clues) if related(above, unit, clues)]
    return choose(inside, clues).unit if inside else None
