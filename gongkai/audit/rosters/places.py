"""Where do the lines of a roster stand, below which heading and beside which places? What a bare name is of: 财政局, 市税务局."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from gongkai.audit.rosters.roster import Expected
from gongkai.audit.rows import Row
from gongkai.mappings.places import MUNICIPALITIES

__all__ = [
    "GOVERNMENT",
    "OWN_GOVERNMENT",
    "TellByName",
    "ToldByName",
    "around_of",
    "one_of",
    "place_of_bare",
    "place_of_title",
    "under_of",
]

GOVERNMENT = "/人民政府"
"""The end of a government's agency id."""
OWN_GOVERNMENT = re.compile("[本我]?[省市县区旗州盟](?:人民)?政府(?:[(（](?:本级|机关)[)）])?")
"""That of the place below whose heading it stands: 县政府."""
_LONGEST_PLACE = 24  # characters, from the province down
_FIRST_CITY, _OF_PROVINCE = "81", "90"  # codes of cities of a county's rank: 330782, and 429004, which no prefecture has below it


class ToldByName(Protocol):
    """What the name of an agency tells by itself."""

    @property
    def name(self) -> str:
        """Return the name in simplified script."""

    @property
    def place_id(self) -> str | None:
        """Lasting code of its place."""

    @property
    def adcode(self) -> str | None:
        """Code of its place."""

    @property
    def level(self) -> str | None:
        """Level of the agency."""

    @property
    def kind(self) -> str | None:
        """Kind of the agency."""

    @property
    def agency_id(self) -> str | None:
        """Return the id that its reports have when their place is written otherwise."""

    @property
    def town(self) -> str | None:
        """Town it is of."""

    @property
    def possible(self) -> Mapping[str, str]:
        """Lasting code → name in full of the places of that name, where there are several."""

    @property
    def fault(self) -> str | None:
        """What is wrong with the code that is given."""


TellByName = Callable[[str, str | None], ToldByName]


def under_of(roster: Sequence[Expected], told: Sequence[ToldByName], tell: TellByName) -> dict[Expected, str | None]:
    """Return for each line the place of its parent, or of the one government that heads the lines up to it; equal lines once.

    A heading counts with the government itself below it as one: 一、甲县, 甲县人民政府.
    """
    under: dict[Expected, str | None] = {}
    heads: str | None = None
    was_head: str | None = None
    seen: set[tuple[str | None, ...]] = set()
    for one, about in zip(roster, told, strict=True):
        is_head = bool(about.place_id and not about.town and (about.agency_id or "").endswith(GOVERNMENT))
        if is_head:
            # Of a list of governments none heads what follows.
            heads = about.place_id if not was_head or heads == about.place_id else None
        is_heads_own = OWN_GOVERNMENT.fullmatch(one.agency) or about.name == f"{was_head}人民政府"
        if was_head and heads and is_heads_own:
            was_head = None
            continue
        was_head = about.name if is_head else None
        above = one.parent or one.under
        place = tell(above, None).place_id if above else heads
        if (line := (one.agency, one.adcode, one.parent, place, one.title)) not in seen:
            seen.add(line)
            under[one] = place
    return under


def place_of_title(title: str | None, tell: TellByName) -> tuple[str, str] | None:
    """Return the name and the code of the place whose agencies a roster lists by its title: 甲市 of 甲市政务公开责任单位名单."""
    ends = [at for at, word in enumerate(title or "", 1) if word in "省市县区旗州盟" and at <= _LONGEST_PLACE]
    for end in reversed(ends):
        name = str(title)[:end]
        about = tell(f"{name}人民政府", None)
        if about.place_id and (about.agency_id or "").endswith(f"-{GOVERNMENT}"):
            return name, about.place_id
    return None


def around_of(told: Iterable[ToldByName], rows: Iterable[Row]) -> tuple[set[str], set[str]]:
    """Return the places of the roster's other lines, and those of the reports when these are all of one city."""
    sure = {about.place_id for about in told if about.place_id and not about.fault}
    reported = {row.place_id for row in rows if row.place_id}
    return sure, reported if len({place[:4] for place in reported}) == 1 else set()


def one_of(possible: Mapping[str, str], around: tuple[set[str], set[str]]) -> str | None:
    """Return the one of several places of a name that the roster's other lines are of, or in whose city they are."""
    for places in around:
        for digits in (6, 4):
            known = {place[:digits] for place in places}
            if len(fits := [place for place in possible if place[:digits] in known]) == 1:
                return fits[0]
            if fits:
                return None
    return None


def place_of_bare(name: str, place: str) -> str:
    """Return the code of the place that a bare name is of, which stands below this one: 市税务局 is no county's but its city's."""
    if not name.startswith("市") or place.endswith("00") or place[2:4] == _OF_PROVINCE or place[4:] >= _FIRST_CITY:
        return place
    return f"{place[:2]}0000" if place.startswith(MUNICIPALITIES) else f"{place[:4]}00"
