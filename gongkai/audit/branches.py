"""Which reports are those of a city's branch in a district? One page tells the district, another the city alone: 甲市公安局乙分局."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from gongkai.audit.rows import Row

__all__ = ["of_one_branch"]

_BRANCH = re.compile("(?P<bureau>[\u3400-\u9fff]{2,16})局(?P<of>[\u3400-\u9fff]{2,12})分局")
_Branch = tuple[str, str]
"""What the codes of a city's districts begin with, and the name of a branch behind its district."""
_CITY = 4  # digits of a city's code


def of_one_branch(rows: Iterable[Row]) -> list[Row]:
    """Return the reports; those of a branch of which the city is known, with the id that it has in its district, where that has reports as well.

    乙分局 of 乙市 is the city's own, and not that in its 乙县, unless a page of 乙县 prints the same name.
    """
    known = list(rows)
    districts: dict[_Branch, list[Row]] = defaultdict(list)
    for row in known:
        if row.place_id and row.agency_id and row.county and row.town is None and row.agency_id.endswith("分局"):
            districts[row.place_id[:_CITY], row.agency_id.rpartition("/")[2]].append(row)
    return [_in_its_district(row, districts) for row in known] if districts else known


def _in_its_district(row: Row, districts: dict[_Branch, list[Row]]) -> Row:
    if not row.place_id or row.county or row.town:
        return row
    branch = _BRANCH.fullmatch((row.agency_id or "").rpartition("/")[2])
    if branch is None:
        return row
    others = districts.get((row.place_id[:_CITY], f"{branch['bureau']}分局"), ())
    found = {other.agency_id: other for other in others if other.agency == row.agency or _is_called_after(branch["of"], other)}
    other = next(iter(found.values())) if len(found) == 1 else None
    return row._replace(agency_id=other.agency_id, place_id=other.place_id) if other else row


def _is_called_after(name: str, other: Row) -> bool:
    county, city = other.county or "", other.city or ""
    return name == county or (name == county[:-1] and name != city[:-1])
