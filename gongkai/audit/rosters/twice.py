"""Which lines of a roster are one agency in two spellings? 扬州市邗江区人民政府 and 邗江区政府: its years are counted twice, and that is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gongkai.audit.rosters.roster import Listed

__all__ = ["with_twins"]

_Key = tuple[str, frozenset[str]]


def with_twins(listed: Iterable[Listed]) -> Iterator[Listed]:
    """Yield the lines; one that names the agency of a line above, with the same reports, says so."""
    first: dict[_Key, Listed] = {}
    for one in listed:
        key = _key(one)
        above = first.setdefault(key, one) if key else one
        if above is one:
            yield one
            continue
        said = f"is the agency of line {above.expected.line} (“{above.expected.agency}”) too: its years are counted twice, leave one out"
        yield replace(one, note=f"{one.note}; {said}" if one.note else said)


def _key(one: Listed) -> _Key | None:
    """Return what tells the agency of a line; null where nobody can say for sure which it is."""
    identity = one.expected.agency_id or one.expected.likely_id
    if one.ambiguous or one.unclear or not identity or not one.expected.place_id:
        return None
    return identity, frozenset(row.id for row in one.reports)
