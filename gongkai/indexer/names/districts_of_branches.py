"""Which district does the name of a city's branch tell on a list, without a year: one that there is no more, one beside its city's code?"""

from __future__ import annotations

from functools import cache

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Unit, gazetteer
from gongkai.indexer.gazetteer.jurisdiction import FIRST_REPORTS
from gongkai.indexer.names.names import Name, read_name

__all__ = ["behind_its_city", "with_former_district"]

_BRANCH = expression(r"^[我本]?市?([\u3400-\u9fff]{1,16}局[\u3400-\u9fff]{2,8}分局)$")


def with_former_district(name: Name) -> Name:
    """Return the name of a branch with the district that there is no more: 邢台市生态环境局任县分局."""
    if len(name.places) != 1 or not _BRANCH.match(name.body):
        return name
    city = name.places[0]
    for year in _last_years(city[0].code) if len(city) == 1 else ():
        former = read_name(name.text, year, gazetteer())
        if len(former.places) > 1 and former.places[0] == city:
            return former
    return name


@cache
def _last_years(city: str) -> tuple[int, ...]:
    """Return the last years of the places below a city that there are no more, the latest first."""
    units = (unit for spans in gazetteer().codes.values() for unit in spans if unit.parent == city)
    return tuple(sorted({unit.last for unit in units if FIRST_REPORTS <= unit.last < 9999}, reverse=True))


def behind_its_city(name: Name, unit: Unit) -> str | None:
    """Return the name of a branch behind its city, when that is where the code of a list leads: 市公安局襄都分局; null for other names."""
    branch = _BRANCH.match(name.body) if unit.level < 3 else None
    if branch is None or (name.places and unit not in name.places[0]):
        return None
    return name.text if name.places else f"{unit.name}{branch[1]}"
