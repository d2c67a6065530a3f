"""Which body does a title name by a short name without its place, whose full name a sentence or the text has? 高投中心, 安监总局."""

from __future__ import annotations

import re

from gongkai.indexer.agencies.full_names import abbreviates, printed_in_full, spelled_out
from gongkai.indexer.agencies.openings import NAMED, Opening
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.kinds import kind_of
from gongkai.indexer.names.names import Name, read_name
from gongkai.indexer.names.national import in_full, spelled_in

__all__ = ["from_text", "nationally"]

_LEVEL = re.compile("^[省市县区旗州盟](?=..)")
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
