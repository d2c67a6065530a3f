"""Whose may the reports be of which nobody knows where their agency sits, though its name is that of a town or a zone of a known place?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from gongkai.audit.rosters.roster import Expected, Listed, written
from gongkai.audit.rows import Row
from gongkai.audit.zones import called_in_full, has_a_name_of_its_own, is_called_after_a_place

__all__ = ["with_possible_reports"]

_OF_TOWNS = ("人民政府", "街道办事处")


def with_possible_reports(listed: Sequence[Listed], rows: Iterable[Row]) -> list[Listed]:
    """Return the agencies, towns and zones each with the reports of their name whose place nobody knows.

    These have no line of their own then: whose they are nobody can say, and nobody is missing for them.
    """
    unplaced: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.place_id is None and row.agency_id:
            unplaced[_unplaced_name(row)].append(row)
    if not unplaced:
        return list(listed)
    found = []
    claimed: set[str | None] = set()
    for one in listed:
        own = {row.id for row in one.reports}
        reports = [row for name in _names(one) for row in unplaced.get(name, ()) if row.id not in own]
        claimed |= {row.agency_id for row in reports}
        found.append(replace(one, possible=tuple(reports)) if reports else one)
    return [one for one in found if one.expected.line is not None or one.expected.agency_id not in claimed]


def _unplaced_name(row: Row) -> str:
    _, town, body = (row.agency_id or "").split("/", 2)
    return body if town == "-" else town + body


def _names(one: Listed) -> set[str]:
    """Return what an agency of a known place is called without its place, where that is a name of its own: 双桥镇人民政府, 甲高新区管理委员会."""
    expected: Expected = one.expected
    place, town, body = (expected.agency_id or expected.likely_id or "-/-/").split("/", 2)
    if expected.is_government and expected.town:
        return {expected.town + body for body in _OF_TOWNS}
    if place == "-":
        return set()
    if town != "-":
        return {town + body}
    names = {called_in_full(row) for row in one.reports if row.place_id}
    names |= {name for name in (written(expected.agency),) if is_called_after_a_place(name)}
    names |= {body} if has_a_name_of_its_own(body) else set()
    return {name for name in names if name}
