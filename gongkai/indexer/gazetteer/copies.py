"""From which site was a page copied to a foreign host? What its path keeps: the initials of a place, the name of a city."""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Gazetteer

__all__ = ["city_copied", "codes_copied", "copied_from"]

# What the path of a copy on a foreign host keeps of a government's site: the initials of its place in full, before 人民政府.
_COPIED = expression(r"https?://(?![^/]*\.gov\.cn)[^/]+/([a-z]{2,}[sxqz])rmzf/")
# The site that a copy on a foreign host was taken from, by the part of its path that spells a city: /huaihua/c134066/202302/.
_SITE_COPIED = expression(r"https?://(?![^/]*\.gov\.cn)[^/]+/([a-z]{6,})/c\d{5,}/20\d{4}/")


def city_copied(url: str, gazetteer: Gazetteer) -> str:
    """Return the part of the path of a copy that spells one city and nothing else; empty: none."""
    site = _SITE_COPIED.match(url)
    units = {unit.code: unit for unit in gazetteer.readings.get(site[1], ())} if site else {}
    return site[1] if site and [unit.level for unit in units.values()] == [2] else ""


def codes_copied(url: str, gazetteer: Gazetteer) -> set[str]:
    """Return the codes of the places that the part of the path of a copy spells."""
    site = _SITE_COPIED.match(url)
    return {unit.code for unit in gazetteer.readings.get(site[1], ())} if site else set()


def copied_from(url: str) -> str:
    """Return the initials of the place from whose government's site a page was copied to a foreign host; empty: its path does not say."""
    path = _COPIED.match(url)
    return path[1] if path else ""
