"""Where does a zone lie, whose name is no place's? By the table, the place before it, the place it is called after, by clues."""

from __future__ import annotations

import re
from dataclasses import replace

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import MUNICIPAL_CODES, Unit
from gongkai.indexer.names.desks import speaks_as_body
from gongkai.indexer.names.kinds import TOWN
from gongkai.indexer.names.names import Name
from gongkai.indexer.names.next_place import one_place
from gongkai.indexer.places.choices import WEAKEST, Choice, choose, convincing, related, strongest
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.leaders import of_county, serves
from gongkai.indexer.places.located import LEVELS, Located, place_of
from gongkai.indexer.places.printed_places import county_of_address, place_of_site
from gongkai.indexer.places.unplaced import by_clues
from gongkai.indexer.places.zones.zone_counties import has_scene, is_alone, is_founder, is_led, is_served
from gongkai.indexer.places.zones.zone_names import is_park_of_zone, no_stem, of_stem, zone_in_full

__all__ = ["in_zone"]

_SITE_CUE = expression(r"^[市县区](?![北南中东西])[\u3400-\u9fff]{3}")
# The part of a zone in several places that lies in one city: 北京大兴国际机场临空经济区(廊坊).
_PART = expression(r"区\(([\u3400-\u9fff]{2,3})\)")
# 四川天府新区眉山管理委员会, 四川天府新区眉山片区管委会
_PART_OF_CITY = expression(r"([\u3400-\u9fff]{2,4}?)(?:片区|园区|部分)?市?(?:管理委员会|管委会|党工委)")
_WHOLE_DISTRICT = expression("[我全]区(?!域)")
_DISTRICT_PART = expression(r"区\(([\u3400-\u9fff]{2,4}区)\)")
_DISTRICTS_BUREAU = expression(r"区\(([\u3400-\u9fff]{2,3})\)(?=[\u3400-\u9fff]{2,14}局$)")  # 甲高新区(乙)财政局, of 乙区
# What is called after a county and often is no county's: 泰山风景名胜区, 五大连池农场.
_OFTEN_ABOVE = expression("风景|景区$|(?:农|林|园艺|垦殖)场$")
_ANYWHERE = expression("城[东西南北中]|[东西]城|市[中北南]|新城")  # 城东管理区 lies in the east of any town
_ASKED_BY_DISTRICT = expression(
    "[县区](?:委[、和]?[县区])?(?:人民)?政府(?:关于|对)[^。\n]{0,24}公开[^。\n]{0,12}(?:要求|部署)"
    "|(?:依照|按照|根据)[县区](?:委[、和]?[县区])?(?:人民)?政府的?(?:相关|有关|统一)?(?:要求|部署)|(?<!各)省、?市、?[县区](?:相关|有关)?(?:文件|要求|部署)"
)
_CITYS = expression("市(?:委|(?:人民)?政府)(?!信息公开)")
_OF_DISTRICTS = expression("(?:市、|按照)区(?:各级|政务|委|政府)")
_FARM = expression("(?<!旅游)(?<!景)(?<!度假)管理区$")  # 甲管理区 was a farm, which a county has beside its towns
# Papers of a city's government or its number: 《甲市人民政府办公厅关于…》, 甲市政发[2010]1号.
_PAPER = expression(r"([\u3400-\u9fff]{2,4}[市州])(?:人民)?政府(?:办公[厅室])?(?:关于|印发|转发)")
_NUMBER = expression(r"(?<![\u3400-\u9fff])([\u3400-\u9fff])[市州][政府委办][\u3400-\u9fff]{0,6}[\[〔(]20\d\d[\]〕)]")
_PLAN_OF = expression(
    r"(?:按照|根据|依据|落实)《(?:20\d\d年度?)?([\u3400-\u9fff]{1,4}区)(?:20\d\d年度?)?(?:政务|政府信息)公开工作要点》"
    r"|(?:按照|根据|依据|落实|》[、和及])(?:[\u3400-\u9fff]{2}市)?([\u3400-\u9fff]{1,4}?区)(?:人民政府|政府(?!信息))?(?:政务|(?:政府)?信息)公开(?:工作)?(?:的?(?:有关|相关))?(?:规定|要求)"
)
_DIVISION = expression(r"(?:新疆生产建设)?(?:兵团)?第?[一二三四五六七八九十]{1,3}师")


def in_zone(name: Name, zone: str, clues: Clues) -> Located:
    """Locate a zone; one that is a district as well, which stands in brackets behind it, is that district: 高新区(新市区)."""
    found = _in_zone(name, zone, clues)
    found = _of_site(found, clues) if _FARM.search(zone) else found
    district = _district_of_part(name.text, found, clues)
    if not district:
        return found
    place = place_of(district, clues, town=name.town, zone=found.place.zone)
    return Located(place, TOWN if name.town else LEVELS[3], "name")


def _of_site(found: Located, clues: Clues) -> Located:
    """Return a zone that was a farm as lying in the county on whose site it reports, where nothing else tells; some are as high as it."""
    (best, _), site = strongest(clues), clues.domain()
    if found.place.adcode or not site or site.level != 3 or best not in (None, site):
        return found
    return Located(place_of(site, clues, zone=found.place.zone), "", "host")


def _in_zone(name: Name, zone: str, clues: Clues) -> Located:
    """Locate a zone: by the table, by the place printed before it, by the place it is called after, by clues."""
    gazetteer, township = clues.gazetteer, TOWN if name.town else ""
    zone = zone if name.places else zone_in_full(zone, clues.text, gazetteer.stems)

    def located(unit: Unit | None, level: str, basis: str) -> Located:
        place = place_of(unit, clues, town=name.town, zone=zone)
        level = LEVELS[3] if level == LEVELS[2] and is_park_of_zone(zone) else level
        if unit and unit.code in MUNICIPAL_CODES and level == LEVELS[3]:  # as districts have it: 北京经济技术开发区
            place = replace(place, city=unit.name)
        return Located(place, township or level, basis)

    if listed := _by_table(name, zone, clues):
        return located(*listed)
    if city := _city_of_part(name.text, clues):
        return located(city, LEVELS[2], "name")
    if not name.places and _DIVISION.match(zone):  # a farm of the corps, wherever it lies in Xinjiang
        return located(gazetteer.at("650000", clues.year), "", "division")
    if not name.places and _SITE_CUE.match(zone):
        choice = by_clues(name, clues, None)
        return located(choice.unit or choice.shared, LEVELS[choice.unit.level] if choice.unit else "", choice.basis)
    if name.places and name.places[-1][0].level > 1:
        return located(*_behind_place(name, zone, clues))
    stems = () if _ANYWHERE.match(zone) else (zone[:length] for length in (4, 3, 2))
    stem = next((stem for stem in stems if stem in gazetteer.stems), "")
    units = [unit for unit in of_stem(stem, clues) if _below(unit, name)]
    if units and not _elsewhere(units, zone, clues) and not no_stem(zone, stem, units, clues):
        choice = _of_the_county(units, clues) or _of_the_city(units, clues) or choose(units, clues)
        return located(*_called_after(choice, zone.removeprefix(stem), clues), "zone's stem")
    if name.places:
        return located(*_behind_province(name, zone, clues), "name")
    (best, _), site = strongest(clues), clues.domain()
    found = best if best and (convincing(best, clues) or serves(best, clues) or best == place_of_site(clues)) else None
    if not found and site and site.level == 2 and best in (None, site):
        own = zone.endswith("新区") or not of_county(clues.text)  # whose 区政府 is that of the zone itself
        return located(site, LEVELS[2] if own else "", "host")
    return located(found, LEVELS[found.level] if found else "", "clues")


def _by_table(name: Name, zone: str, clues: Clues) -> tuple[Unit | None, str, str] | None:
    """Return where the table has the zone, its level and what told it: its part in another city lies there, 四川天府新区眉山管理委员会."""
    for known, (code, level) in clues.gazetteer.zones.items():
        if known not in zone:
            continue
        unit = clues.gazetteer.at(code, clues.year)
        if unit and unit.level == 2 and (city := _city_behind(name.text.partition(known)[2], unit, clues)):
            return city, LEVELS[2], "name"
        printed = unit is not None and any(unit in units for units in name.places)  # 深圳市深汕特别合作区
        site = clues.domain() if unit and unit.level == 2 and not printed else None
        if unit and site and site.level > 1 and not related(site, unit, clues):
            return clues.gazetteer.chain(unit, clues.year)[0] if site.code[:2] == code[:2] else None, "", "host"
        return (unit and _site_below(unit, clues)) or unit, level, "zone table"
    return None


def _behind_place(name: Name, zone: str, clues: Clues) -> tuple[Unit | None, str, str]:
    """Return where a zone behind a city or a county lies, its level and what told it: 甲市乙投资区 may be the county's on whose site it is."""
    choice = choose(name.places[-1], clues)
    city = choice.unit if choice.unit and choice.unit.level == 2 else None
    if city and _district(zone, city, clues):
        return *_called_after(choice, zone, clues), "zone's stem"  # 泉州市鲤城高新技术产业开发区
    if city and (site := _carried_by(city, clues)):
        return site, "", "site and address"
    return choice.unit or choice.shared, LEVELS[name.places[-1][0].level], choice.basis


def _behind_province(name: Name, zone: str, clues: Clues) -> tuple[Unit, str]:
    """Return where a zone behind its province lies, and its level: 贵州大龙经济开发区 is a city's or a county's."""
    province, short = name.places[-1][0], name.printed[-1] in clues.gazetteer.provinces
    if site := _site_below(province, clues):
        return site, LEVELS[3]
    if _of_the_province(province, zone, clues):
        return province, LEVELS[1]
    unsure = short and province.code not in MUNICIPAL_CODES and clues.domain() != province
    return province, "" if unsure else _zone_level(province)


def _site_below(municipality: Unit, clues: Clues) -> Unit | None:
    """Return the district of the municipality on whose site the page lies, or whose plan of the year it follows: 滨海新区."""
    if municipality.code not in MUNICIPAL_CODES:
        return None
    site, plans = clues.domain(), {plan[1] or plan[2] for plan in _PLAN_OF.finditer(clues.text)}
    units = [site] if site else [unit for plan in plans for unit in clues.gazetteer.named(plan, clues.year)]
    return units[0] if len(units) == 1 and units[0].level == 3 and units[0].code[:2] == municipality.code[:2] else None


def _of_the_province(province: Unit, zone: str, clues: Clues) -> bool:
    """Tell whether a body for a region of the province is called the province's own: 自治区北部湾办."""
    word = "自治区" if province.name.endswith("自治区") else province.name[-1]
    return (
        re.search(rf"(?<!{province.name.removesuffix(word)}){word}{re.escape(zone[:3])}[\u3400-\u9fff]{{0,4}}办", clues.text)
        is not None
    )


def _called_after(choice: Choice, rest: str, clues: Clues) -> tuple[Unit | None, str]:
    """Return where a zone called after this place lies, and its level; `rest` is what its name says behind the place."""
    unit = choice.unit
    if unit is None:
        return choice.shared, ""
    if unit.level == 1 and (site := _site_below(unit, clues)):
        return site, LEVELS[3]
    if unit.level == 3:  # its city is sure, the county often is not
        above, served = clues.gazetteer.chain(unit, clues.year)[-2], is_served(unit, clues)
        own = served or unit == county_of_address(clues) or is_alone(unit, clues) or above.level == 1 or is_led(unit, clues)
        own = own or is_founder(unit, rest, clues) or has_scene(unit, rest, clues)
        return (unit if own else above), "county" if served or not _OFTEN_ABOVE.search(rest) else ""
    if unit.level == 2 and (district := _district(rest, unit, clues)):
        if is_served(district, clues) or of_county(clues.text):
            return district, LEVELS[3]
        return unit, LEVELS[2] if "风景" in rest else ""  # 西湖 is a lake as well
    if unit.level == 2 and _ASKED_BY_DISTRICT.search(clues.text) and (site := clues.site_within(unit)):
        return site, LEVELS[3]
    if unit.level == 2 and _OF_DISTRICTS.search(clues.text) and not _CITYS.search(clues.text) and clues.site_within(unit):
        return unit, ""  # the city's or the district's on whose site it reports: 按照区各级部门的要求
    if unit.level == 2 and (site := _carried_by(unit, clues)):
        return site, ""
    return unit, _zone_level(unit) if unit.level == 1 else LEVELS[unit.level]


def _of_the_county(units: list[Unit], clues: Clues) -> Choice | None:
    """Return the county that bears the name of its city as well, 岳阳县, where a county's leaders are spoken of and no city's."""
    led = [unit for unit in units if unit.level == 3 and is_led(unit, clues)]
    shared = len(led) == 1 and any(unit.code == led[0].parent for unit in units)
    return Choice(led[0], None, "name and leaders") if shared and not _CITYS.search(clues.text) else None


def _of_the_city(units: list[Unit], clues: Clues) -> Choice | None:
    """Return the city that bears the name of its province as well, 吉林市, where a paper of its government is cited."""
    provinces = {unit.code for unit in units if unit.level == 1}
    cities = [unit for unit in units if unit.level == 2 and unit.parent in provinces]
    if len(cities) != 1:
        return None
    city, called = cities[0], {paper[1] for paper in _PAPER.finditer(clues.text)}
    cited = any(paper.endswith((city.name, city.stem + city.name[-1])) for paper in called)
    cited = cited or any(number[1] == city.stem[0] for number in _NUMBER.finditer(clues.text))
    return Choice(city, None, "name and papers") if cited else None


def _carried_by(city: Unit, clues: Clues) -> Unit | None:
    """Return the county of the city on whose site a zone reports, as its text says, and in which its address lies."""
    site = clues.domain()
    return site if site and site.parent == city.code and site == place_of_site(clues) == county_of_address(clues) else None


def _district(rest: str, city: Unit, clues: Clues) -> Unit | None:
    """Return the district of the city that the zone is called after as well: 西安临潼旅游商贸开发区."""
    stems = clues.gazetteer.stems
    units = [unit for length in (4, 3, 2) for unit in stems.get(rest[:length], ()) if unit.level == 3 and unit.valid(clues.year)]
    inside = {unit.code: unit for unit in units if related(city, unit, clues)}
    return next(iter(inside.values())) if len(inside) == 1 else None


def _city_of_part(name: str, clues: Clues) -> Unit | None:
    """Return the city that stands in brackets behind the zone's name."""
    part = _PART.search(name)
    units = [unit for unit in clues.gazetteer.stems.get(part[1], ()) if unit.valid(clues.year)] if part else []
    return next((unit for unit in one_place(units, clues.year, clues.gazetteer) if unit.level == 2), None) if units else None


def _city_behind(rest: str, city: Unit, clues: Clues) -> Unit | None:
    """Return the city of the same province whose part of a zone is named: 天府新区眉山管理委员会, of a zone in 成都 and 眉山."""
    part = _PART_OF_CITY.match(rest)
    units = clues.gazetteer.stems.get(part[1], ()) if part else ()
    found = [unit for unit in units if unit.level == 2 and unit.valid(clues.year) and unit.code[:2] == city.code[:2]]
    return found[0] if len(found) == 1 else None


def _district_of_part(name: str, found: Located, clues: Clues) -> Unit | None:
    """Return the district of the zone's city that stands in brackets behind the zone's name, of a page that speaks of 我区, not of 我委."""
    city = clues.gazetteer.at(found.place.adcode or "", clues.year)
    if not city or city.level != 2:
        return None
    if not (part := _DISTRICTS_BUREAU.search(name)):
        part = _DISTRICT_PART.search(name)
        if not part or speaks_as_body(clues.text) or not _WHOLE_DISTRICT.search(clues.text):
            return None
    named = clues.gazetteer.named(part[1].removesuffix("区") + "区", clues.year)
    return next((unit for unit in named if unit.level == 3 and unit.parent == city.code), None)


def _elsewhere(units: list[Unit], zone: str, clues: Clues) -> bool:
    """Tell whether a zone may be called after none of these places: the site is another's, or all else points at another.

    A district of the same name as a part of the zone's is no other: 奉化经济开发区滨海新区.
    """
    (best, weight), site = strongest(clues), clues.domain()
    if site and not any(related(site, unit, clues) for unit in units):
        return True
    if best is None or weight < WEAKEST or best.name in zone:
        return False
    return all(clues.total(u) < 1 and not related(best, u, clues) for u in units)


def _zone_level(province: Unit) -> str:
    """Return the level of a zone that lies in a province and of which no more is known."""
    return "county" if province.code in MUNICIPAL_CODES else "prefectural"


def _below(unit: Unit, name: Name) -> bool:
    return not name.places or unit.code[:2] == name.places[-1][0].code[:2]
