"""Which lines of a roster may be one agency by its names of different years? 行政审批局, 数据和政务服务局: none is missing when the other reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from gongkai.audit.by_turns import last_by_turns
from gongkai.audit.rosters.roster import Listed
from gongkai.audit.towns import STREET, Stem, one_body_of_towns
from gongkai.mappings.offices import office_of
from gongkai.mappings.towns import town_stem

__all__ = ["with_other_names"]

_Key = tuple[str, str | int]


def with_other_names(listed: Sequence[Listed], towns_apart: Collection[Stem] = ()) -> list[Listed]:
    """Return the lines; those of one office, or one town, each of which has reports of other years, with the reports of the others beside.

    Two that published on one year are two bodies, and so are towns that are known to be two (`towns_apart`).
    """
    groups: dict[_Key, list[Listed]] = defaultdict(list)
    for one in listed:
        if one.reports and not (one.ambiguous or one.unclear) and (key := _key(one, towns_apart)):
            groups[key].append(one)
    beside: dict[int, list[Listed]] = {}
    for lines in groups.values():
        years: dict[str, set[int]] = defaultdict(set)
        for one in lines:
            years[str(one.expected.agency_id)] |= {row.year for row in one.reports if row.year is not None}
        if len(years) > 1 and last_by_turns(years):
            beside |= {id(one): [other for other in lines if not _is_same(one, other)] for one in lines}
    return [_beside(one, beside[id(one)]) if id(one) in beside else one for one in listed]


def _is_same(one: Listed, other: Listed) -> bool:
    return one.expected.agency_id == other.expected.agency_id


def _key(one: Listed, towns_apart: Collection[Stem]) -> _Key | None:
    """Return what all names of an office share, or those of a town; null where no name of an agency is another's."""
    place, town, body = (one.expected.agency_id or "-/-/").split("/", 2)
    if place == "-":
        return None
    if town == "-":
        return office_of(str(one.expected.agency_id))
    stem = town_stem(town).removesuffix(STREET)
    known = {(place, stem), (place, stem + STREET)}
    return None if known.intersection(towns_apart) else (f"{place}/{stem}", one_body_of_towns(body))


def _beside(one: Listed, others: Iterable[Listed]) -> Listed:
    """Return the line with the reports of the others, and a note that names them."""
    named = [f"line {other.expected.line} (“{other.expected.agency}”)" for other in others]
    said = (
        f"may be the agency of {' and '.join(named)} by another name, as no two of their reports are of one year:"
        " years of the other's are not judged"
    )
    note = f"{one.note}; {said}" if one.note else said
    return replace(one, note=note, by_turns=tuple(row for other in others for row in other.reports))
