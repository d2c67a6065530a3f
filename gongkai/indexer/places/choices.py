"""Which of several places do the clues of a page favour, and do they convince alone?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from gongkai.indexer.gazetteer.domains import told_by_path
from gongkai.indexer.gazetteer.gazetteer import Unit
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.passing import prints

__all__ = [
    "WEAKEST",
    "Choice",
    "chains_pointed_at",
    "choose",
    "convincing",
    "may_be_namesake",
    "related",
    "shared_by",
    "strongest",
    "unrivalled",
]

_MARGIN = 0.75  # one mention of a city that only one namesake lies in
WEAKEST, _STRONG = 4.0, 6.0  # what clues must weigh without a name: of two kinds, of any kind

_TOWNS_MERGED = 2020  # by this year some thousand towns were gone whose names others bear that the table has


class Choice(NamedTuple):
    """The unit that was found, or else what all candidates share."""

    unit: Unit | None
    shared: Unit | None
    basis: str


def choose(units: Iterable[Unit], clues: Clues) -> Choice:
    """Choose between namesakes: the one that clues favour, or what all that are left share."""
    current = {now.code: now for unit in units for now in (clues.gazetteer.as_of(unit, clues.year),)}
    if len(current) == 1:
        return Choice(next(iter(current.values())), None, "name")
    ranked = sorted(current.values(), key=clues.total, reverse=True)
    best = clues.total(ranked[0])
    if best - clues.total(ranked[1]) >= _MARGIN:
        if not _is_sure(ranked[0], clues) and any(_city_printed(other, clues) for other in ranked[1:]):
            return Choice(None, shared_by(ranked, clues), "ambiguous")
        return Choice(ranked[0], None, "name and clues")
    near = [unit for unit in ranked if best - clues.total(unit) < _MARGIN]
    if len(parted := [unit for unit in near if told_by_path(unit, clues.url, clues.gazetteer, clues.year)]) == 1:
        return Choice(parted[0], None, "name and path")
    if one := _in_prose(near, clues):
        return Choice(one, None, "name and clues in prose")
    return Choice(None, shared_by(near if best >= _MARGIN else ranked, clues), "ambiguous")


def _is_sure(unit: Unit, clues: Clues) -> bool:
    """Tell whether more than names point at the unit, or the page prints it behind its city, or what its city's leaders do."""
    above = clues.gazetteer.chain(unit, clues.year)[:-1]
    if clues.kinds(unit) > 1 or unit.level < 3 or not above:
        return True
    city, text = above[-1].name, clues.own_words + clues.publishers()
    return any(city + behind in text for behind in (unit.name, "人民政府", "政府", "委"))


def _city_printed(unit: Unit, clues: Clues) -> bool:
    """Tell whether the text calls the city right above the unit by its name, not in passing."""
    above = clues.gazetteer.chain(unit, clues.year)[:-1]
    return bool(above) and prints({above[-1].stem} - {unit.stem}, clues.own_words)


def _in_prose(units: list[Unit], clues: Clues) -> Unit | None:
    """Return the one of the namesakes whose city or province the text calls by its short name: 南京, 江苏."""
    spoken = [unit for unit in units if clues.spoken(unit)]
    return spoken[0] if len(spoken) == 1 else None


def shared_by(units: list[Unit], clues: Clues) -> Unit | None:
    """Return the lowest place that all of the units lie in."""
    chains = [clues.gazetteer.chain(unit, clues.year) for unit in units]
    shared = None
    for level in zip(*chains, strict=False):
        if len({unit.code for unit in level}) > 1:
            break
        shared = level[0]
    return shared


def related(a: Unit, b: Unit, clues: Clues) -> bool:
    """Tell whether one of the two lies in the other."""
    return a in clues.gazetteer.chain(b, clues.year) or b in clues.gazetteer.chain(a, clues.year)


def strongest(clues: Clues) -> tuple[Unit | None, float]:
    """Return the unit that most clues point at, and their weight; null when another one comes near."""
    ranked = sorted(clues.pointed(), key=lambda unit: (clues.total(unit), unit.level), reverse=True)
    if not ranked:
        return None, 0.0
    best, weight = ranked[0], clues.total(ranked[0])
    rival = next((unit for unit in ranked[1:] if not related(best, unit, clues)), None)
    return (None if rival and weight - clues.total(rival) < 2 else best), weight


def unrivalled(site: Unit, clues: Clues) -> bool:
    """Tell whether no other clue speaks for a place elsewhere, namesakes and places of one spelling aside."""
    spelling = site.reading.split()[: len(site.stem)]
    others = (
        unit for unit in clues.pointed() if unit.reading.split()[: len(unit.stem)] != spelling and not related(unit, site, clues)
    )
    return all(clues.total(site) - clues.total(unit) >= 2 for unit in others)


def convincing(unit: Unit, clues: Clues) -> bool:
    """Tell whether the clues for the unit are enough without a name."""
    weight = clues.total(unit)
    return weight >= _STRONG or (weight >= WEAKEST and clues.kinds(unit) > 1)


def may_be_namesake(town: str, year: int | None) -> bool:
    """Tell whether a town of so short a name may be one that was merged since: 中岗镇 lies in 阜南县 today, and lay in 仁寿县 as well."""
    return year is not None and year < _TOWNS_MERGED and len(town) <= len("甲乙镇") and town[-1] in "镇乡"


def chains_pointed_at(clues: Clues) -> list[list[Unit]]:
    """Return each place that a clue or the host points at, with those above it: province, city and county down to it."""
    site = clues.domain()
    return [clues.gazetteer.chain(unit, clues.year) for unit in (*clues.pointed(), *([site] if site else []))]
