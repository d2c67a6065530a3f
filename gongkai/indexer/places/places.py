"""Where does an agency sit? Its name tells; clues on the page decide between namesakes.

An answer is given as far down as it is certain. Between two places of one name with nothing to tell them apart
the answer is what both share, often nothing.
"""

from __future__ import annotations

from dataclasses import replace

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Unit
from gongkai.indexer.names.kinds import TOWN, of_a_ministry
from gongkai.indexer.names.names import Name, read_name
from gongkai.indexer.names.next_place import COMMON
from gongkai.indexer.places.banners import CITYS_ACCOUNT
from gongkai.indexer.places.called_after import called_after
from gongkai.indexer.places.choices import Choice, choose, convincing, related, strongest
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.customs import is_customs_over_several, locate_customs
from gongkai.indexer.places.institutions import province_of_school
from gongkai.indexer.places.leaders import (
    bears_code_of,
    guided_by_province,
    led_by_county,
    led_by_province,
    of_city,
    of_citys_bureau,
    of_commission,
    said_to_be_led_by_province,
    speaks_for_city,
)
from gongkai.indexer.places.located import LEVELS, Located, place_of
from gongkai.indexer.places.place_words import ISLANDS
from gongkai.indexer.places.towns import by_town, town_inside, with_town
from gongkai.indexer.places.unplaced import CUES, GENERIC, OF_PROVINCE, TOLD, TWO_GOVERNMENTS, by_clues
from gongkai.indexer.places.zones.free_trade import places_of_free_trade
from gongkai.indexer.places.zones.zone_names import own_zone, zone_like_district, zone_written_out
from gongkai.indexer.places.zones.zone_sites import of_zones_site, zone_hosted
from gongkai.indexer.places.zones.zones import in_zone
from gongkai.report import Place

__all__ = ["locate"]

# A county that no table has: 大兴安岭地区加格达奇区教育局.
_UNLISTED = expression(
    r"[\u3400-\u9fff]{2,5}(?<![地库景社园护山城矿灾林港湖牧校辖街术发老])(?<!自治)[区县旗](?=[\u3400-\u9fff]{2,12}(?:局|办公室|政府)$)"
)
_NAMELESS = expression("[县区旗](?:人民)?政府")  # 甲市区人民政府 is that of a district whose name a page left out
_BELOW_BUREAU = expression(r"[\u3400-\u9fff]{2,8}总局[\u3400-\u9fff]{2,6}(?:管理局|分局)$")
_SURE_OF_LEVEL = ("host", "site named", "rules", "telephone", "printed in full")  # what a choice rests on
_COMMITTEE = expression("[我本]?(?:管委会|管理委员会)")


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
        choice = choose(with_town(name, clues), clues)
        level = LEVELS[name.places[-1][0].level]
        if (counties := _behind_its_province(name, clues)) and (
            site := clues.domain()
        ) != choice.unit:  # else it is the province's
            own = next((unit for unit in counties if clues.spells(unit) or unit == site), None)
            choice, level = (Choice(own, None, "host"), LEVELS[3]) if own else (choice, "")
        level = "" if name.places[-1][0].level < 3 and _of_no_sure_level(name.body) else level
        if name.town and choice.unit and choice.unit.level < 3 and (inner := town_inside(name.town, choice.unit, clues)):
            choice = Choice(inner, None, f"{choice.basis}, town")
    elif name.town:
        choice, level = by_town(name.town, clues), ""
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
