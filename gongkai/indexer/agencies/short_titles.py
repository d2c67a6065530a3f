"""Which body does a title name by a short name without its place, whose full name a sentence or the text has? 高投中心, 安监总局."""

from __future__ import annotations

import re

from gongkai.indexer.agencies.full_names import abbreviates, printed_in_full, spelled_out
from gongkai.indexer.agencies.openings import NAMED, Opening
from gongkai.indexer.gazetteer.domains import spelled_by
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.kinds import kind_of
from gongkai.indexer.names.names import Name, read_name
from gongkai.indexer.names.national import in_full, national_body, spelled_in
from gongkai.indexer.places.hosts import government_host

__all__ = ["from_text", "nationally", "of_the_state"]

_LEVEL = re.compile("^[省市县区旗州盟](?=..)")
# 国资委 is that in Beijing where only the centre is above it: 落实党中央、国务院决策部署, and no place is named or meant.
_CENTRE = re.compile("党中央、?国务院")
_PLACE_MEANT = re.compile("[省市县区旗州盟](?:委(?!员)|(?:人民)?政府|[级直党])|[我全本][省市县区旗州盟](?![域场])|自治区")
_SURE = 7  # weight of who compiles a report, or whose report a sentence says that it is


def from_text(short: Name, opening: Opening, year: int | None) -> Name | None:
    """Return the agency in full that a name without its place is short for: by its spelling, its letters, or as the report's own sentence has it."""
    spelled = spelled_out(short, opening.stated, year) or printed_in_full(short, opening.head, year)
    return spelled or _reported_as(short, opening, year)


def _reported_as(short: Name, opening: Opening, year: int | None) -> Name | None:
    """Return the one body of this kind that a sentence says reports, and whose letters, from the first to the last, the short name is made of."""
    letters = _LEVEL.sub("", short.text)
    if len(letters) < 3 or opening.head[:NAMED].count(short.text) > 1:  # 甲中心 that acts is called so
        return None
    said = {one.name for one in opening.stated if one.source in ("sentence", "text") and one.weight >= _SURE}
    read = [read_name(name, year, gazetteer()) for name in said if kind_of(name) == kind_of(short.text)]
    alike = [name for name in read if (name.places or name.zone) and not name.town and abbreviates(letters, name.body)]
    return alike[0] if len(alike) == 1 and alike[0].body != letters else None


def nationally(name: str, opening: Opening) -> str:
    """Return the name of a body of the State Council as the page has it in full."""
    reported = {one.name for one in opening.stated if one.source == "sentence"}
    return in_full(spelled_in(name, opening.head[:NAMED]) or name, reported)


def of_the_state(name: Name, opening: Opening) -> bool:
    """Tell whether a commission that is called by its work alone is the State Council's: 国资委, above which there is only 党中央、国务院."""
    if not name.bare or not name.text.endswith("委") or not any(national_body(over + name.text) for over in ("国务院", "国家")):
        return False
    table = gazetteer()
    host = (government_host(opening.url) or "").removesuffix(".gov.cn").rpartition(".")[2]
    here = _PLACE_MEANT.search(opening.head) or table.mentions(opening.head) or (host and spelled_by(host, table, None))
    return _CENTRE.search(opening.head) is not None and not here
