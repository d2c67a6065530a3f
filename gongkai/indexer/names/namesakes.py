"""Are agencies of several places called so? 鼓楼区财政局 of which city, 教育局 of which place?"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.names import read_name
from gongkai.indexer.names.plain_text import plain
from gongkai.mappings.agencies import NAMED_ALONE

__all__ = ["is_of_several"]

_NAMES_PLACE = expression("[^省市县区旗州盟乡镇]{2,}[省市县区旗州盟乡镇]")  # one that no list has, and so hardly twice
_ANY_ZONE = ("高新", "经济", "经开", "开发", "工业", "产业")


def is_of_several(agency: str, level: str | None, kind: str | None) -> bool:
    """Tell whether nobody knows which agency it is whose place is unknown: its name tells none, or one of several."""
    if level == "national" or kind in (None, *NAMED_ALONE):
        return False
    places = gazetteer()
    name = read_name(plain(agency).replace(" ", ""), None, places)
    if name.places or name.town:
        return bool(name.places) or name.town in places.towns
    return name.text.startswith(_ANY_ZONE) or _NAMES_PLACE.match(name.text) is None
