"""Is the county that a zone is called after the one that it lies in? Its site, its leaders, or the zone's own name in it may tell."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Unit
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.printed_places import place_of_site
from gongkai.mappings.places import MUNICIPALITIES

__all__ = ["has_scene", "is_alone", "is_founder", "is_led", "is_served"]

# What a county founds of its own, and calls by its own name and no more; districts share theirs with a city's.
_FOUNDED = expression("(?:(?:省级)?(?:经济(?:技术)?|高新技术产业)开发区|工业园区?|产业园区?|经开区|高新区|工业集中区)$")
_OWN_PART = expression("(?<=区)[\u3400-\u9fff]{2}新区$")  # 甲经济开发区滨海新区
# A mountain or a lake by its own name behind the county's: 甲|乙山风景区. What a county has its own name of may lie beyond it: 庐山|西海.
_SCENE = expression(
    "[\u3400-\u9fff]{1,3}[山湖江河海岛寺泉洞谷溪峡湾岭峰](?:国家级?|省级|国际|生态|文化|森林|温泉){0,2}(?:风景|景区|旅游|度假)"
)
_CALLED_AFTER_SCENE = tuple("山湖江河海岛泉洞沟池堰谷溪峡岭峰关洲")


def is_served(unit: Unit, clues: Clues) -> bool:
    """Tell whether the page lies on the county's site, is a copy from there or names it."""
    return unit in (clues.domain(), place_of_site(clues)) or clues.spells(unit) or clues.is_copied_from(unit)


def is_alone(county: Unit, clues: Clues) -> bool:
    """Tell whether the text names the county that a zone is called after and no other; all zones of Beijing lie in such ones."""
    if county.code.startswith(MUNICIPALITIES):
        return True
    return _counties(clues.named, clues) == {county.code}


def is_founder(county: Unit, rest: str, clues: Clues) -> bool:
    """Tell whether a zone is called after what is or was a county, as no other place was, by its kind only, and no such place is named."""
    called = clues.gazetteer.stems[county.stem]
    was = {unit.name[-1] for unit in called if unit == county or unit.last < county.first}
    if was == {"区"} or not _FOUNDED.fullmatch(_OWN_PART.sub("", rest)):
        return False
    named = _counties((name for name in clues.named if name not in rest), clues)  # 滨海新区, a part of the zone
    return named <= {county.code} and len({unit.id for unit in called}) == 1


def is_led(county: Unit, clues: Clues) -> bool:
    """Tell whether leaders of a county are spoken of, which a district's may not be: 按照县委县政府要求."""
    return county.name.endswith(("县", "旗")) and re.search(f"{county.name[-1]}(?:委|政府)", clues.text) is not None


def has_scene(county: Unit, rest: str, clues: Clues) -> bool:
    """Tell whether a zone is called after a mountain or a lake of the one place that is called so, a county, and no other county is named."""
    called = {unit.id for unit in clues.gazetteer.stems[county.stem]}
    own = county.name[-1] in "市县旗" and not county.stem.endswith(_CALLED_AFTER_SCENE) and called == {county.id}
    return own and _SCENE.match(rest) is not None and _counties(clues.named, clues) <= {county.code}


def _counties(names: Iterable[str], clues: Clues) -> set[str]:
    """Return the codes of the counties that are called so in the report's year."""
    return {unit.code for name in names for unit in clues.gazetteer.named(name, clues.year) if unit.level == 3}
