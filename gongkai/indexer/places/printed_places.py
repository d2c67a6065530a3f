"""Of which place does the text say that its site, its government's notice, its office, its leaders, an address are?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from gongkai.indexer.gazetteer.gazetteer import Unit
from gongkai.indexer.names.next_place import COMMON
from gongkai.indexer.places import place_words as words
from gongkai.indexer.places.clues import Clues

__all__ = ["county_before", "county_of_address", "county_of_leaders", "county_of_notice", "county_of_office", "place_of_site"]


def place_of_site(clues: Clues) -> Unit | None:
    """Return the one place whose government's site the text names: 在甲县人民政府门户网站公开."""
    names = {name for run in words.sites_named(clues.text) if (name := _ending(run, clues)) and name not in COMMON}
    units = {unit.code: unit for name in names for unit in clues.gazetteer.named(name, clues.year)}
    units = units or {unit.code: unit for unit in _counties_called(clues)}
    above = {code.code for unit in units.values() for code in clues.gazetteer.chain(unit, clues.year)[:-1]}
    lowest = [unit for code, unit in units.items() if code not in above]
    return lowest[0] if len(lowest) == 1 else None


def _counties_called(clues: Clues) -> Iterator[Unit]:
    """Yield the counties that sites are called after without their suffix, where no other place is called so: 昭化门户网.

    It may be a word, 平安政务网, or one of several sites: another clue points there, and the page speaks of no city.
    """
    if words.CITY_SPEAKS.search(clues.text):
        return
    for match in words.SITE_OF_STEM.finditer(clues.text):
        stem = next((match[1][-length:] for length in (4, 3, 2) if match[1][-length:] in clues.gazetteer.stems), "")
        units = {unit.code: unit for unit in clues.gazetteer.stems.get(stem, ()) if unit.valid(clues.year)}
        yield from (unit for unit in units.values() if len(units) == 1 and unit.level == 3 and clues.kinds(unit))


def county_of_notice(clues: Clues) -> Unit | None:
    """Return the one county whose government's notice on these reports the text follows."""
    return _county((match[1] for match in words.NOTICE_OF.finditer(clues.text)), clues)


def county_of_office(clues: Clues) -> Unit | None:
    """Return the one county whose office the text names in full, if a telephone of its city is printed: 《中共甲县委办公室…通知》."""
    county = _county((match[1] for match in words.OFFICE_OF.finditer(clues.text)), clues) if clues.phones else None
    chain = clues.gazetteer.chain(county, clues.year) if county else []
    return county if clues.phones.intersection(above.code for above in chain) else None


def county_of_leaders(clues: Clues) -> Unit | None:
    """Return the one county whose leaders the agency works under: 在甲区委、区政府领导下."""
    return _county((match[1] for match in words.LED_BY.finditer(clues.text)), clues)


def county_of_address(clues: Clues) -> Unit | None:
    """Return the one county that the printed addresses lie in."""
    return _county((match[1] for match in words.ADDRESS_IN.finditer(clues.text)), clues)


def county_before(town: str, clues: Clues) -> Unit | None:
    """Return the one county that the text prints right before the town's name: 甲县乙镇; none where it tells of a visit there."""
    starts = (match.start() for match in re.finditer(re.escape(town), clues.text))
    runs = (clues.text[max(0, start - 20) : start].removesuffix("人民政府") for start in starts)
    above = [run for run in runs if run.endswith(("县", "区", "市", "旗"))]
    return (
        None if any(map(words.ELSEWHERE.search, above)) else _county(filter(None, (_ending(run, clues) for run in above)), clues)
    )


def _county(texts: Iterable[str], clues: Clues) -> Unit | None:
    """Return the one county that all of the texts end with, or that only one lies in the place printed before it."""
    found: set[Unit | None] = set()
    for text in texts:
        end = _ending(text, clues)
        units = [unit for unit in clues.gazetteer.named(end, clues.year) if unit.level == 3] if end and end not in COMMON else []
        before = text.removesuffix(end)
        inside = [unit for unit in units if not before or _within(unit, before, clues)]
        found.add(inside[0] if len(inside) == 1 else None)
    return found.pop() if len(found) == 1 else None


def _within(unit: Unit, before: str, clues: Clues) -> bool:
    """Tell whether the text ends with the name of a place that the unit lies in."""
    return any(before.endswith(above.name) for above in clues.gazetteer.chain(unit, clues.year)[:-1])


def _ending(text: str, clues: Clues) -> str:
    """Return the longest name of a place that the text ends with."""
    ends = (text[start:] for start in range(len(text) - 1))
    return next((end for end in ends if end in clues.gazetteer.names or end in clues.gazetteer.aliases), "")
