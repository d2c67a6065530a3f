"""Which reports are those of one agency? Those of offices, branches, towns and zones under names and places that they had by turns are joined."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from gongkai.audit.branches import of_one_branch
from gongkai.audit.offices import one_name_of_each_office
from gongkai.audit.rows import Row
from gongkai.audit.towns import Stem, Towns
from gongkai.audit.zones import Zones

__all__ = ["by_last_name"]


def by_last_name(rows: Iterable[Row], towns_apart: Collection[Stem] = ()) -> list[Row]:
    """Return the reports, in their order, each with the id that its agency had last; `towns_apart` are two of one name, whatever years they have."""
    known = list(rows)
    known = of_one_branch(Zones(known).renamed(known))
    return one_name_of_each_office(Towns(known, towns_apart).renamed(known))
