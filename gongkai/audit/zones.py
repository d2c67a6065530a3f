"""Which agencies are those of one zone? One page places it in the county that it is called after, another in the city above."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from gongkai.audit.rows import Row

__all__ = ["Zones", "called_in_full", "has_a_name_of_its_own", "is_called_after_a_place"]

_ZONE = re.compile("(?:国家级?)?(?:高新区|经开区|(?:经济)?开发区|工业园|产业园|综合保税区|工业集中区)")
# 上饶市玉山高新区管理委员会 is that of 玉山; what stands before is of no account.
_CALLED = re.compile(f"(?P<stem>[\u3400-\u9fff]{{2,4}}?)[市县区旗]?(?={_ZONE.pattern})")
_OF_A_ZONE, _BARE = "区管理委员会", len("经济开发区管理委员会")  # of which there are many
_NEW_AREA = re.compile("[\u3400-\u9fff]{2,8}新区管理委员会")
_SHORTEST, _LONGEST = 2, 4  # characters of a stem


def called_in_full(row: Row) -> str | None:
    """Return the body of a zone behind the short name of the place that it is called after, 玉山高新区管理委员会; null for other bodies."""
    place, town, body = (row.agency_id or "-/-/").split("/", 2)
    if town != "-":
        return None
    stem = (row.county or row.city or "")[:-1] if place != "-" else ""
    if _ZONE.match(body):
        return stem + body if len(stem) >= _SHORTEST else None
    return body if is_called_after_a_place(body) else None


def is_called_after_a_place(body: str) -> bool:
    """Tell whether a name, spelled in full, is a zone's behind the short name of a place: 玉山高新区管理委员会."""
    called = _CALLED.match(body)
    return called is not None and called.end() == called.end("stem")


def has_a_name_of_its_own(body: str) -> bool:
    """Tell whether a name, spelled in full, is a zone's that says which: 甲新区管理委员会, no 经济开发区管理委员会."""
    return _OF_A_ZONE in body and (len(body) > _BARE or _NEW_AREA.fullmatch(body) is not None)


class Zones:
    """The zones that reports are of, each by the place nearest to it."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._ids: dict[str, dict[str, Row]] = defaultdict(dict)
        for row in rows:
            if row.place_id and row.agency_id and (name := called_in_full(row)):
                self._ids[name].setdefault(row.agency_id, row)

    def renamed(self, rows: Iterable[Row]) -> list[Row]:
        """Return the reports, those of a zone in a city with the id that it has in the county of that city, where it is placed there as well."""
        return [self._renamed(row) for row in rows]

    def _renamed(self, row: Row) -> Row:
        name = called_in_full(row) if row.place_id and not row.county else None
        below = [other for other in self._ids.get(name or "", {}).values() if other.county and _are_one_city(row, other)]
        return row._replace(agency_id=below[0].agency_id, place_id=below[0].place_id) if len(below) == 1 else row

    def find(self, name: str, place: str | None) -> str | None:
        """Return the id of the one zone of that name, spelled in full, that may be of this place, or of a place above or below it."""
        zone = _ZONE.search(name)
        before = re.sub("[市县区旗]$", "", name[: zone.start()]) if zone else ""
        names = {before[-length:] + name[len(before) :].lstrip("市县区旗") for length in range(_SHORTEST, _LONGEST + 1) if before}
        found = [
            identity
            for called in names
            for identity, row in self._ids.get(called, {}).items()
            if place is None or _are_near(place, row.place_id or "")
        ]
        return found[0] if len(found) == 1 else None


def _are_one_city(row: Row, other: Row) -> bool:
    return (row.place_id or "")[:4] == (other.place_id or "-")[:4]


def _are_near(one: str, other: str) -> bool:
    return other.startswith(_digits(one)) or one.startswith(_digits(other))


def _digits(code: str) -> str:
    """Return the digits of a code that tell the place: 36 of 360000."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
