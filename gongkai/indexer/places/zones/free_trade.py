"""In which city lies a part of a free trade zone? 中国(云南)自由贸易试验区昆明片区: its province stands in brackets, its city behind."""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Unit
from gongkai.indexer.places.clues import Clues

__all__ = ["places_of_free_trade"]

_FREE_TRADE = expression(r"中国\(([\u3400-\u9fff]{2,3})\)自(?:由贸易(?:试验)?|贸(?:易|试验)?)区([\u3400-\u9fff]{2,4}|$)")
_WHOLE = expression("管理|管委会|工作|建设|领导|$")


def places_of_free_trade(name: str, clues: Clues) -> tuple[tuple[Unit, ...], ...]:
    """Return the province of a free trade zone and the city, or else the county, that its part is called after: of the whole, the province."""
    found = _FREE_TRADE.match(name)
    province = clues.gazetteer.provinces.get(found[1]) if found else None
    if not found or not province:
        return ()
    if _WHOLE.match(found[2]):
        return (tuple(province),)
    stems = (unit for length in (4, 3, 2) for unit in clues.gazetteer.stems.get(found[2][:length], ()))
    inside = {unit.code: unit for unit in stems if unit.valid(clues.year) and unit.code[:2] == province[0].code[:2]}
    cities = [unit for unit in inside.values() if unit.level == 2] or [unit for unit in inside.values() if unit.level == 3]
    return (tuple(province), tuple(cities)) if len(cities) == 1 else ()
