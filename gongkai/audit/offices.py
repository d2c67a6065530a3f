"""Which agencies of one place are one office under names that it had by turns? 自然资源局, 自然资源和规划局 after a reform."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from gongkai.audit.by_turns import last_by_turns
from gongkai.audit.rows import Row
from gongkai.mappings.offices import office_of

__all__ = ["Office", "named_twice", "one_name_of_each_office"]

Office = tuple[str, int]


def one_name_of_each_office(rows: Iterable[Row], apart: Collection[Office] = ()) -> list[Row]:
    """Return the reports; of an office that published under several names, each year under one, with the id of the last name.

    Two that published on one year are two bodies, and so are those `apart`.
    """
    known = list(rows)
    years: dict[Office, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for row in known:
        if row.agency_id and row.place_id and (office := office_of(row.agency_id)):
            years[office][row.agency_id] |= set() if row.year is None else {row.year}
    last: dict[str, str] = {}
    for office, names in years.items():
        is_one = len(names) > 1 and office not in apart and ("", office[1]) not in apart
        if is_one and (name := last_by_turns(names)):
            last |= dict.fromkeys(names, name)
    return [row._replace(agency_id=last[row.agency_id]) if row.agency_id in last else row for row in known]


def named_twice(names: Iterable[str]) -> set[Office]:
    """Return the offices of which a roster names two: it takes them for two bodies. Names are ids, or spelled in full."""
    offices = Counter(office for name in set(names) if (office := office_of(name)))
    return {office for office, count in offices.items() if count > 1}
