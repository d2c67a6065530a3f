"""Are the host and the leaders that a page has those of a body's place?"""

from __future__ import annotations

import re

from gongkai.indexer.gazetteer.gazetteer import Unit, gazetteer
from gongkai.indexer.names.names import read_name
from gongkai.indexer.places.clues import Clues

__all__ = ["WITH_ADDRESS", "led_as", "of_host", "of_level"]

WITH_ADDRESS = r"[\u201d\x22]?(?:门户|官方|政务|政府|公众|信息)*网(?:站|页)\((?:网址:?)?(?:https?://|www\.)"
_LOWER = {"市": "县区旗", "州": "县市区旗", "盟": "县市区旗", "省": "市州盟县区旗"}


def of_host(name: str, head: str, url: str | None, *, or_none: bool = False) -> bool:
    """Tell whether the page's host is that of the body's place; `or_none`: or that of no place."""
    units = _last_place(name)
    host = Clues(gazetteer(), head, url or "", None).domain() if units else None
    return or_none if host is None else host.code in {unit.code for unit in units}


def led_as(name: str, head: str, url: str | None) -> bool:
    """Tell whether the leaders of a page are those of a place like the body's: 市委, and no 县政府; and its host no other's."""
    units = _last_place(name)
    word = units[0].name[-1] if units else "省"
    lower = word in _LOWER and re.search(f"[{_LOWER[word]}](?:委|政府)", head)
    led = re.search(f"{word}(?:委|(?:人民)?政府)", head)
    host = Clues(gazetteer(), head, url or "", None).domain() if led and not lower else None
    return bool(led) and not lower and (host is None or host.code in {unit.code for unit in units})


def of_level(name: str, head: str, url: str | None) -> bool:
    """Tell whether the leaders of a page and its host are those of the body's place; on a foreign host, whether the site's address is printed.

    A county's bureau publishes on the site of the city's bureau as well.
    """
    units = _last_place(name)
    word = units[0].name[-1] if units else ""
    if not word or not re.search(f"{word}(?:委|政府|府)", head):
        return False
    if word in _LOWER and re.search(f"[{_LOWER[word]}](?:委|政府|府)", head):
        return False
    host = Clues(gazetteer(), head, url or "", None).domain()
    named = (unit for place in gazetteer().mentions(head) for unit in gazetteer().named(place, None))
    within = any(unit.level == 3 and unit.code not in {own.code for own in units} for unit in named)
    own = host.code in {unit.code for unit in units} if host else re.search(f"{re.escape(name)}{WITH_ADDRESS}", head) is not None
    return own and not within


def _last_place(name: str) -> tuple[Unit, ...]:
    """Return the candidates of the last place in the name; empty: there is none."""
    places = read_name(name, None, gazetteer()).places
    return places[-1] if places else ()
