"""Do reports agree with each other? Years and levels, asked together over the same rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gongkai.audit.discrepancy import Discrepancy, LookUp, Tally, lines_of
from gongkai.audit.levels import Children, across_places, across_roster
from gongkai.audit.rosters.named import TellByName, match_named
from gongkai.audit.rosters.roster import Expected, Listed, match
from gongkai.audit.rows import Row
from gongkai.audit.towns import Stem, towns_named_twice
from gongkai.audit.years import FIGURES, across_years
from gongkai.errors import GongkaiError
from gongkai.mappings.comparisons import SUMMED

__all__ = ["Across", "wanted_lines"]

_SHOWN = 12  # agencies of a circle that are named


@dataclass(frozen=True, slots=True)
class Across:
    """What is compared: reports of one agency over the years, of a government with those below it, or both.

    `roster` says who is below whom; without one the places of the gazetteer do. `told_by_name` tells what its names do,
    `was_reshaped` whether a place became another in a year, `towns_there_are` the towns
    of every place: two of nearly one name are not joined.
    """

    years: bool
    levels: bool
    children: Children
    roster: Sequence[Expected] = ()
    told_by_name: TellByName | None = None
    was_reshaped: Callable[[str, int], bool] | None = None
    towns_there_are: Callable[[], Iterable[tuple[str, str]]] = tuple

    def __post_init__(self) -> None:
        if self.roster and not any(one.parent for one in self.roster):
            raise GongkaiError("The roster does not say who is below whom: give it a column “parent” that names an agency.")
        names = {one.agency for one in self.roster}
        if unlisted := next((one.parent for one in self.roster if one.parent and one.parent not in names), None):
            raise GongkaiError(
                f"The roster's parent “{unlisted[:40]}” has no line of its own: list it as an agency, written alike."
            )
        if circle := _circle({one.agency: one.parent for one in self.roster if one.parent}):
            raise GongkaiError(f"The roster's parents go round: {' → '.join(name[:40] for name in circle[:_SHOWN])}.")

    @property
    def figures(self) -> tuple[str, ...]:
        """Return the figures that the rows need."""
        return tuple(dict.fromkeys((*(FIGURES if self.years else ()), *(SUMMED if self.levels else ()))))

    def compare(self, rows: Iterable[Row]) -> tuple[list[Discrepancy], dict[str, Tally]]:
        """Return what does not agree, and rule → how often it could be tried."""
        kept = list(rows)
        found: list[Discrepancy] = []
        tallies: dict[str, Tally] = {}
        if self.years:
            some, counted = across_years(kept, self.was_reshaped, self._towns_apart(kept))
            found += some
            tallies |= counted
        if self.levels:
            some, counted = across_roster(self._listed(kept)) if self.roster else across_places(kept, self.children)
            found += some
            tallies |= counted
        return found, tallies

    def _towns_apart(self, rows: Sequence[Row]) -> Collection[Stem]:
        return towns_named_twice(self.towns_there_are()) if any(row.town for row in rows) else ()

    def _listed(self, rows: Sequence[Row]) -> list[Listed]:
        """Return the agencies of the roster with their reports, found as `coverage` finds them."""
        return list(match_named(self.roster, rows, self.told_by_name)) if self.told_by_name else match(self.roster, rows)


def _circle(parents: Mapping[str, str]) -> list[str]:
    """Return the agencies of a circle of parents, the first one again at the end; none: an empty list."""
    done: set[str] = set()
    for name in parents:
        path: dict[str, None] = {}
        while name in parents and name not in done and name not in path:
            path[name] = None
            name = parents[name]
        if name in path:
            around = list(path)
            return [*around[around.index(name) :], name]
        done |= set(path)
    return []


def wanted_lines(found: Iterable[Discrepancy], look_up: LookUp, wanted: Mapping[str, Sequence[Any]]) -> list[dict[str, Any]]:
    """Return the findings of reports of the wanted years and levels, with the wanted codes and faults (none: all)."""
    chosen = [
        one
        for one in found
        if _fits(one.row.year, wanted.get("year"))
        and _fits(one.row.level, wanted.get("level"))
        and _fits(one.code, wanted.get("code"))
    ]
    return [line for line in lines_of(chosen, look_up) if _fits(line["fault"], wanted.get("fault"))]


def _fits(value: object, chosen: Sequence[Any] | None) -> bool:
    return not chosen or value in chosen
