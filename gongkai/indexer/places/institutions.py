"""Where does a university or an institute sit? By the ministry's list of schools, else by what it is called after, else by clues.

What a school is called after is often no place: 中山大学 is called after a man, and 长江大学 after a river.
"""

from __future__ import annotations

from functools import cache

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Unit, columns
from gongkai.indexer.names.kinds import kind_of
from gongkai.indexer.places.choices import convincing, strongest
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.located import Located, place_of
from gongkai.indexer.places.papers import by_schools_notice

__all__ = ["is_listed", "locate_institution", "province_of_school"]

# What a university has elsewhere is called after that place behind its own name: 甲大学乙学院, 甲大学(乙), 甲大学乙校区.
_PART = expression(r"大学\(?([\u3400-\u9fff]{2,12}?)(?:\)|(?:职业|技术|工程|科技)*(?:学院|分校|校区|分院))$")
_SENT_TO = expression(r"\s*([\u3400-\u9fff]{2,8}(?:省|自治区|市))教育(?:厅|委员会)\s*[::]")
_OF_A_MAN = "中山"
_COLLEGE = expression("(?<!职业)(?<!技术)学院$")


def is_listed(name: str) -> bool:
    """Tell whether the list of schools has this one."""
    return name in _schools()


def locate_institution(name: str, clues: Clues) -> Located:
    """Return the city of a school that the list has or that is called after one, the province of any other."""
    table = clues.gazetteer
    if unit := _listed(name, clues):
        return Located(place_of(unit, clues), "", "list of schools")
    part = _PART.search(name)
    if part and (city := _city(part[1], clues)):
        return Located(place_of(city, clues), "", "name")
    city = None if part or name.startswith(_OF_A_MAN) or kind_of(name) != "university" else _city(name, clues)
    if city:
        return Located(place_of(city, clues), "", "name")
    units, basis = [unit for unit in _called_after(name, clues) if unit.last > 9998], "name"
    if len({unit.code[:2] for unit in units}) != 1:
        units, basis = _by_clues(clues)
    province = table.chain(units[0], clues.year)[0] if units else None
    return Located(place_of(province, clues), "", basis)


def province_of_school(clues: Clues) -> Unit | None:
    """Return the province to whose authority for schools a school without a name reports, where nothing else is told."""
    return _authority(clues) if "学" in clues.text else None


def _by_clues(clues: Clues) -> tuple[list[Unit], str]:
    """Return the place at which all points, or else the province whose authority for schools hears from it or writes to it."""
    best, _ = strongest(clues)
    if best and convincing(best, clues):
        return [best], "clues"
    above = _authority(clues) or by_schools_notice(clues)
    return ([above], "schools' authority") if above else ([], "clues too weak")


def _authority(clues: Clues) -> Unit | None:
    """Return the province to whose authority for schools a report is sent: 甲省教育厅: above all."""
    sent = _SENT_TO.match(clues.text)
    units = [unit for unit in clues.gazetteer.named(sent[1], clues.year) if unit.level == 1] if sent else []
    return units[0] if len(units) == 1 else None


def _listed(name: str, clues: Clues) -> Unit | None:
    """Return the city that the list has the school in: as it was in the report's year, where it is called after one that is no more.

    The list has a 学院 that has become a 大学 since by its new name.
    """
    code = _schools().get(name) or _schools().get(_COLLEGE.sub("大学", name))
    city = _city(name, clues) if code else None
    if city and code in clues.gazetteer.codes_now(city):
        return city
    return clues.gazetteer.at(code, clues.year) if code else None


@cache
def _schools() -> dict[str, str]:
    """University or college → code of the city it is in."""
    return dict(zip(*columns("schools.tsv.gz", 2), strict=True))


def _city(name: str, clues: Clues) -> Unit | None:
    """Return the one city whose name in the report's year the name begins with; one of a province of the same name is none: 吉林大学."""
    units = [unit for unit in _called_after(name, clues) if unit.valid(clues.year)]
    one = len({unit.code for unit in units}) == 1 and units[0].level == 2
    return units[0] if one else None


def _called_after(name: str, clues: Clues) -> list[Unit]:
    """Return the provinces and cities that the name begins with, without their suffix."""
    stems = [name[:length] for length in (4, 3, 2) if name[:length] in clues.gazetteer.stems]
    return [unit for stem in stems[:1] for unit in clues.gazetteer.stems[stem] if unit.level < 3]
