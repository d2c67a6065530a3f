"""Which zone does a site tell whose page names none: the zone's own host, or the site on which a page says that it publishes?"""

from __future__ import annotations

from urllib.parse import urlsplit

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Unit
from gongkai.indexer.names.names import Name
from gongkai.indexer.places.choices import related
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.located import Located
from gongkai.indexer.places.zones.zone_names import zone_of_site
from gongkai.indexer.places.zones.zones import in_zone

__all__ = ["of_zones_site", "zone_hosted", "zone_may_hold"]

# The domains of zones that run towns and have bureaus of their own, which are no place's.
_HOSTS = {"xixianxinqu": "西咸新区", "xiongan": "雄安新区", "gaxq": "贵安新区", "lzxq": "兰州新区"}
_COUNTYS = expression("[县旗](?:委|(?:人民)?政府)")


def of_zones_site(name: Name, clues: Clues) -> Located | None:
    """Return where the zone lies on whose site a nameless bureau publishes, of no certain level; null on the site of a place elsewhere."""
    zone, site = zone_of_site(clues.text, clues.gazetteer.stems) or zone_hosted(clues), clues.domain()
    found = in_zone(name, zone, clues) if zone else None
    unit = clues.gazetteer.at(found.place.adcode or "", clues.year) if found else None
    sure = unit and (site is None or related(site, unit, clues)) and not _COUNTYS.search(clues.text)
    return Located(found.place, "", f"{found.basis}, zone's site") if found and sure else None


def zone_hosted(clues: Clues) -> str:
    """Return the zone whose own host the page's is; empty: none."""
    host = urlsplit(clues.url).hostname or "" if ".gov.cn" in clues.url else ""
    return _HOSTS.get(host.removesuffix(".gov.cn").rpartition(".")[2], "") if host.endswith(".gov.cn") else ""


def zone_may_hold(unit: Unit, clues: Clues) -> bool:
    """Tell whether a place lies in the province of the zone on whose host the page is; any does on another host."""
    zone = zone_hosted(clues)
    code = clues.gazetteer.zones[zone][0] if zone in clues.gazetteer.zones else ""
    return unit.code[:2] == code[:2] if code else True
