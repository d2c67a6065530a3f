"""Where does a customs lie that works over several cities, or is called after a river? By its address, if at all."""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.names import Name
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.located import Located, place_of
from gongkai.indexer.places.place_words import ADDRESS_IN_CITY
from gongkai.indexer.places.printed_places import county_of_address

__all__ = ["is_customs_over_several", "locate_customs"]

# Right below the general administration, and called after a place below a city.
_OVER_SEVERAL = expression("(?:中华人民共和国)?(?:黄埔|拱北|满洲里|浦江)海关")
_AFTER_A_RIVER = "浦江海关"  # that of 上海, and of no county of that name


def is_customs_over_several(name: str) -> bool:
    """Tell whether the name is that of a customs over several cities which is no body of the county or the port that it is called after."""
    return _OVER_SEVERAL.fullmatch(name) is not None


def locate_customs(name: Name, clues: Clues) -> Located:
    """Return where a customs over several cities sits, of no certain level: in the county or the city of its address, or in a province."""
    named = {city for match in ADDRESS_IN_CITY.finditer(clues.text) for city in clues.gazetteer.named(match[1], clues.year)}
    cities = [city for city in named if city.level == 2]
    unit = county_of_address(clues) or (cities[0] if len(cities) == 1 else None)
    above = (
        clues.gazetteer.chain(name.places[-1][0], clues.year)[0]
        if name.places and not name.text.endswith(_AFTER_A_RIVER)
        else None
    )
    return Located(place_of(unit or above, clues), "", "address" if unit else "name")
