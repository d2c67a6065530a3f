"""Which lines of a roster does a query choose? Those that it finds a report of, and those without any: nobody is missing for what it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from gongkai.audit.rosters.roster import Listed, having_one_of
from gongkai.audit.rows import Row

__all__ = ["chosen_lines", "told_by_found"]

_PLACES = ("county", "city", "province")
_TOLD = ("level", "kind")


def chosen_lines(
    listed: Iterable[Listed],
    found: Collection[Row],
    selected: Mapping[str, Collection[Any]],
    names_of_place: Callable[[str], Collection[str]],
) -> list[Listed]:
    """Return the agencies of a roster that a query finds a report of, with all their reports, and those that have none.

    Of the latter those are left out whose name tells another place, level or kind than the options of the query (`selected`) name.
    `names_of_place` tells the names of a place, by its lasting code, and of those it lies in.
    """
    lines = list(listed)
    having = {id(one) for one in having_one_of(lines, found)}
    return [
        one
        for one in lines
        if id(one) in having or not (one.reports or _is_another(one, selected) or _is_elsewhere(one, selected, names_of_place))
    ]


def told_by_found(listed: Iterable[Listed], by_found: Iterable[Listed], known: Iterable[Row]) -> list[Listed]:
    """Return the lines of a roster as all reports tell them; one that these do not tell, as those alone do that a query finds.

    财政局 beside `--county 甲县` is that of 甲县: with all its reports, also those that the query does not find.
    """
    told = {(one.expected.line, one.expected.agency): one for one in by_found if one.reports and not one.unclear}
    of_agencies = {row.agency_id for one in told.values() for row in one.reports}
    rows = [row for row in known if row.agency_id in of_agencies]
    return [
        _with_all(told[one.expected.line, one.expected.agency], rows)
        if not one.reports and (one.ambiguous or one.unclear) and (one.expected.line, one.expected.agency) in told
        else one
        for one in listed
    ]


def _with_all(one: Listed, known: Iterable[Row]) -> Listed:
    own = {row.id for row in one.reports}
    agencies = {row.agency_id for row in one.reports}
    return replace(one, reports=(*one.reports, *(row for row in known if row.agency_id in agencies and row.id not in own)))


def _is_another(one: Listed, selected: Mapping[str, Collection[Any]]) -> bool:
    told = ((getattr(one.expected, part), selected.get(part)) for part in _TOLD)
    return any(value and chosen and value not in chosen for value, chosen in told)


def _is_elsewhere(one: Listed, selected: Mapping[str, Collection[Any]], names_of_place: Callable[[str], Collection[str]]) -> bool:
    place = one.expected.place_id or one.expected.adcode
    names = names_of_place(place) if place else ()
    return bool(names) and any(selected.get(part) and not set(selected[part]).intersection(names) for part in _PLACES)
