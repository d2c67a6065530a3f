"""Which place does a name begin with, below those that were read before it?"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Gazetteer, Unit
from gongkai.indexer.names.branches import is_branch, is_local, with_branch

__all__ = ["COMMON", "below", "listed_town", "next_place", "one_place"]

_TOWN_ENDS = ("镇", "乡", "街道", "苏木")
# Words that are places only right after the place they belong to.
COMMON = {"城区", "郊区", "矿区", "新区", "东区", "西区"}
# Schools with a number, of a province by their first word: 甲省乙第二中学 is in the city or the county of 乙.
_NUMBERED_SCHOOL = expression(r"^第[一二三四五六七八九十]{1,3}(?:高级|实验)?(?:中学|小学)")
_OF_CITIES = expression("市[中南北]区")


def next_place(
    rest: str, places: list[tuple[Unit, ...]], year: int | None, gazetteer: Gazetteer
) -> tuple[int, tuple[Unit, ...]] | None:
    """Return how long the place is that the rest of a name begins with, and which it may be; null: it begins with none."""
    above = places[-1] if places else ()
    for length in range(min(gazetteer.longest, len(rest)), 1, -1):
        name = rest[:length]
        after = rest[length:]
        if name in gazetteer.names or name in gazetteer.aliases:
            if re.match(r"(?:镇|乡|街道|苏木)(?:$|人民政府|政府|办事处|[\u3400-\u9fff]{2}所)", after):
                continue
            if name in gazetteer.aliases and name not in gazetteer.names and re.match(r"[区县市](?!场)", after):
                continue
            units = below(gazetteer.named(name, year), above, year, gazetteer) or _beside(name, above, year, gazetteer)
            units = units or _gone(name, above, year, gazetteer)
            inner = _OF_CITIES.match(name[-1] + after)
            if inner and below(gazetteer.named(inner[0], year), units, year, gazetteer):  # 济南市中区 has one 市 for two
                return length - 1, units
            if units and (name not in COMMON or above or _has_town(units, after, gazetteer)):
                return length, units
        elif name in gazetteer.stems and (units := _stem(name, after, above, year, gazetteer)):
            return length, units
    return None


def _gone(name: str, above: tuple[Unit, ...], year: int | None, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """Return the place of this name that is no more, of no certain year, in one of the places above: 重庆市江北区."""
    named = gazetteer.names.get(name, ()) if year is None and above else ()
    return below([unit for unit in named if unit.level > above[0].level], above, year, gazetteer) if named else ()


def _beside(name: str, above: tuple[Unit, ...], year: int | None, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """Return the district that a city on a county's level runs, which lies beside it by its code: 满洲里市扎赉诺尔区."""
    run = {unit.parent for unit in above if unit.level == 3 and unit.name.endswith("市")}
    named = gazetteer.named(name, year) if name.endswith("区") and name not in COMMON else []
    return tuple(unit for unit in named if unit.parent in run)


def _has_town(units: tuple[Unit, ...], after: str, gazetteer: Gazetteer) -> bool:
    town = listed_town(after, gazetteer)
    codes = gazetteer.towns[town].split(",") if town else []
    return any(unit.code in codes for unit in units)


def listed_town(rest: str, gazetteer: Gazetteer) -> str:
    """Return the longest name of a town in the gazetteer that the text begins with; empty: none."""
    starts = (rest[:length] for length in range(min(len(rest), 16), 1, -1))
    return next((start for start in starts if start.endswith(_TOWN_ENDS) and start in gazetteer.towns), "")


def below(units: list[Unit], above: tuple[Unit, ...], year: int | None, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """Return those of the units that lie in one of the places above; all when there is none above."""
    if not above:
        return tuple(units)
    codes = {code for unit in above for code in (unit.code, unit.id)}  # 那曲市那曲县, which lay in 那曲地区
    return tuple(
        unit
        for unit in units
        if codes & {code for parent in gazetteer.chain(unit, year)[:-1] for code in (parent.code, parent.id)}
        or (unit.level > above[0].level and any(unit.parent == parent.code for parent in above))
    )


def _stem(name: str, after: str, above: tuple[Unit, ...], year: int | None, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """Accept a name without its suffix only where one of its own places, or a zone, follows."""
    units = [unit for unit in gazetteer.stems[name] if unit.valid(year)]
    units = list(below(units, above, year, gazetteer))
    if not units or not after:
        return ()
    if above and _NUMBERED_SCHOOL.match(after):
        return tuple(units)
    if after == "海关":  # 朝阳海关 is that of a city, or of a district of another
        return one_place(units, year, gazetteer) or tuple(unit for unit in units if len({one.id for one in units}) == 1)
    if is_branch(after):
        return with_branch(after, units)
    if is_local(after):
        return one_place(units, year, gazetteer)
    for length in range(min(gazetteer.longest, len(after)), 1, -1):
        if after[:length] in gazetteer.names and (below(gazetteer.named(after[:length], year), tuple(units), year, gazetteer)):
            parents = {p.code for u in gazetteer.named(after[:length], year) for p in gazetteer.chain(u, year)[:-1]}
            return tuple(unit for unit in units if unit.code in parents)
    if all(unit.level == 1 for unit in units) and any(
        after.startswith(stem) and below(gazetteer.stems[stem], tuple(units), year, gazetteer)
        for stem in (after[:2], after[:3])
        if stem in gazetteer.stems
    ):
        return tuple(units)
    return ()


def one_place(units: list[Unit], year: int | None, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """Return the city or province that is called by a stem; none where another place than the counties in it is, too."""
    highest = min(units, key=lambda unit: unit.level)
    within = all(unit == highest or (unit.level == 3 and highest in gazetteer.chain(unit, year)) for unit in units)
    return (highest,) if within and highest.level < 3 else ()
