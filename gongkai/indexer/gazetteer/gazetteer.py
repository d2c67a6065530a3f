"""Which administrative units bear a name, and where do they lie? The tables that tools/build_gazetteer.py ships.

A unit is one span of years in which a code, a name and a parent belonged together: 荣昌县 500226 until 2014 and
荣昌区 500153 from 2015 are two units with one id. Towns have no years: their names only lead to counties.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, cached_property
from importlib.resources import files
from typing import NamedTuple

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.short_names import SHORT_NAMES
from gongkai.mappings.places import MUNICIPALITIES
from gongkai.mappings.towns import PEOPLES

__all__ = ["MUNICIPAL_CODES", "Gazetteer", "Unit", "columns", "first_sounds", "gazetteer"]

MUNICIPAL_CODES = frozenset(f"{lead}0000" for lead in MUNICIPALITIES)
_LEVEL_SUFFIX = expression(
    r"(?:特别行政区|维吾尔自治区|回族自治区|壮族自治区|自治区|省|市|地区|盟|县|区|自治州|自治县|自治旗|旗|林区|特区)$"
)
_AUTONOMOUS = expression(rf"^(.{{2,}}?)(?:{PEOPLES})*(?:自治(州|县|旗))$")


_ENDS = "省市州盟县区旗"
_END = expression(f"[{_ENDS}]")
_NO_STREET = "(?![东西南北中]?[路街道])"  # 北京街道 lies in Guangzhou
_BEFORE = "省市州盟区在于到与是、和"  # what may stand before a name of two characters


class Unit(NamedTuple):
    """One span of an administrative unit; `last` is 9999 while it exists, `parent` empty for provinces."""

    code: str
    name: str
    parent: str
    first: int
    last: int
    id: str
    reading: str

    @property
    def level(self) -> int:
        """Return 1 for a province, 2 for a city, 3 for a county."""
        return 1 if not self.parent else 2 if self.code.endswith("00") else 3

    @property
    def stem(self) -> str:
        """Return the name without the word for its level and without its peoples."""
        if match := _AUTONOMOUS.match(self.name):
            return match[1]
        stem = _LEVEL_SUFFIX.sub("", self.name)
        return stem if len(stem) > 1 else self.name

    def valid(self, year: int | None) -> bool:
        """Tell whether a report for `year` may use this name: it is issued in the year after."""
        return self.last == 9999 if year is None else self.first <= year + 1 and self.last >= year


def first_sounds(syllables: list[str]) -> str:
    """Return the first sounds of syllables, as some hosts abbreviate: tong zhou → tzh."""
    return "".join(syllable[:2] if syllable[1:2] == "h" else syllable[0] for syllable in syllables)


def columns(name: str, width: int) -> list[list[str]]:
    """Return the columns of a shipped table."""
    packed = files("gongkai").joinpath("data", name).read_bytes()
    cells = gzip.decompress(packed).decode().rstrip("\n").replace("\n", "\t").split("\t")
    return [cells[column::width] for column in range(width)]


class Gazetteer:
    """Names, codes, lasting codes, parents; each table is read when it is first asked for."""

    def __init__(self) -> None:
        self.names: dict[str, list[Unit]] = defaultdict(list)
        self.codes: dict[str, list[Unit]] = defaultdict(list)
        self.lasting: dict[str, list[Unit]] = defaultdict(list)
        code, name, parent, first, last, identity, reading = columns("units.tsv.gz", 7)
        spans = zip(code, name, parent, map(int, first), map(int, last), identity, reading, strict=True)
        for unit in map(Unit._make, spans):
            self.names[unit[1]].append(unit)
            self.codes[unit[0]].append(unit)
            self.lasting[unit[5]].append(unit)
        self.aliases = self._aliases()
        self.longest = max(map(len, self.names))

    def _aliases(self) -> dict[str, list[Unit]]:
        aliases: dict[str, list[Unit]] = defaultdict(list)
        for name, units in self.names.items():
            if match := _AUTONOMOUS.match(name):
                for short in {match[1] + match[2], f"{match[1]}自治{match[2]}"} - {name}:
                    aliases[short] += units
        for short, name in SHORT_NAMES.items():
            aliases[short] = self.names[name]
        return aliases

    @cached_property
    def stems(self) -> dict[str, list[Unit]]:
        """Names without their suffix (甘肃, 白银): they count only where something of theirs follows."""
        stems: dict[str, list[Unit]] = defaultdict(list)
        for units in self.names.values():
            stem = units[0].stem
            if len(stem) > 1 and stem != units[0].name:
                stems[stem] += units
        return stems

    @cached_property
    def provinces(self) -> dict[str, list[Unit]]:
        """Provinces of today by their short name."""
        return {unit.stem: [unit] for unit in self.names_of_level(1)}

    @cached_property
    def readings(self) -> dict[str, list[Unit]]:
        """Units of today by the spelling of their name in hosts, with and without suffix."""
        readings: dict[str, list[Unit]] = defaultdict(list)
        for units in self.names.values():
            for unit in units:
                if unit.last == 9999 and unit.reading:
                    syllables = unit.reading.split()
                    short = "".join(syllables[: len(unit.stem)])
                    for spelling in {"".join(syllables), short} | ({f"{short}zhou"} if unit.name.endswith("自治州") else set()):
                        readings[spelling].append(unit)
        return readings

    @cached_property
    def initials(self) -> dict[str, list[Unit]]:
        """Units of today by the first letters of their name's syllables, with and without suffix."""
        initials: dict[str, list[Unit]] = defaultdict(list)
        for units in self.names.values():
            for unit in units:
                if unit.last == 9999 and unit.reading:
                    letters = "".join(syllable[0] for syllable in unit.reading.split())
                    stem = letters[: len(unit.stem)]
                    for short in {letters, stem} | ({f"{stem}z"} if unit.name.endswith("自治州") else set()):
                        initials[short].append(unit)
        return initials

    def street(self, name: str, within: Iterable[Unit]) -> str:
        """Return the street of this name, 文化街, as the table has it: 文化街道, or 文化街街道 where only that lies in one of these places."""
        listed = [name + end for end in ("道", "街道") if name + end in self.towns]
        codes = {unit.code for unit in within}
        inside = [street for street in listed if codes.intersection(self.towns[street].split(","))]
        return next(iter((*inside, *listed[:1])), name)

    def abbreviated(self, letters: str) -> list[Unit]:
        """Return the units of today whose syllables begin with these letters, or with these sounds: tzh is tong zhou."""
        return self.initials.get(letters, []) or self._sounds.get(letters, [])

    @cached_property
    def _sounds(self) -> dict[str, list[Unit]]:
        """Units of today by the first sounds of their name's syllables without suffix, where one is written zh, ch or sh."""
        sounds: dict[str, list[Unit]] = defaultdict(list)
        for unit in (unit for units in self.names.values() for unit in units if unit.last == 9999 and unit.reading):
            syllables = unit.reading.split()[: len(unit.stem)]
            if "h" in (letters := first_sounds(syllables))[1:]:
                sounds[letters].append(unit)
        return sounds

    @cached_property
    def towns(self) -> dict[str, str]:
        """Town name → codes of the units that have one, separated by commas."""
        return dict(zip(*columns("towns.tsv.gz", 2), strict=True))

    @cached_property
    def phones(self) -> dict[str, list[str]]:
        """Phone area code → codes of the cities it serves."""
        return {phone: codes.split(",") for phone, codes in zip(*columns("phones.tsv.gz", 2), strict=True)}

    @cached_property
    def successors(self) -> dict[str, list[str]]:
        """Code → codes of the units that a merger or a split left, where the ids do not tell."""
        return {old: codes for old, codes, _ in self.mergers}

    @cached_property
    def mergers(self) -> list[tuple[str, list[str], int]]:
        """Codes of units that ended, of those that they became a part of, and the first year of these."""
        return [(old, new.split(","), int(year)) for old, new, year in zip(*columns("successors.tsv.gz", 3), strict=True)]

    @cached_property
    def zones(self) -> dict[str, tuple[str, str]]:
        """Zone → code of the place it lies in, and its level."""
        return {name: (code, level) for name, code, level in zip(*columns("zones.tsv.gz", 3), strict=True)}

    @cached_property
    def _short_provinces(self) -> re.Pattern[str]:
        names = [*self.provinces, *(name for name in self.aliases if name[-1] not in _ENDS)]
        return re.compile(f"(?:{'|'.join(names)}){_NO_STREET}")

    def names_of_level(self, level: int) -> Iterable[Unit]:
        """Yield the units of today at a level."""
        return (unit for units in self.names.values() for unit in units if unit.level == level and unit.last == 9999)

    def mentions(self, text: str) -> list[str]:
        """Return the names of places printed in the text, one entry for each time, the longest that ends at a place."""
        found = [self.provinces[name][0].name if name in self.provinces else name for name in self._short_provinces.findall(text)]
        names, aliases = self.names, self.aliases
        for end in _END.finditer(text):
            stop = end.end()
            for start in range(max(0, stop - self.longest), stop - 1):
                name = text[start:stop]
                if name in names or name in aliases:
                    if len(name) > 2 or (
                        name[-1] in "县市"
                        and (start == 0 or not "\u4e00" <= text[start - 1] <= "\u9fff" or text[start - 1] in _BEFORE)
                    ):
                        found.append(name)
                    break
        return found

    def begins(self, text: str) -> bool:
        """Tell whether the text begins with the name of a place or a town."""
        starts = [text[:length] for length in range(2, min(len(text), 12) + 1)]
        tables = (self.names, self.aliases, self.stems, self.towns)
        return any(start in table for start in starts for table in tables)

    def named(self, name: str, year: int | None) -> list[Unit]:
        """Return the units that bear this name or short name in a report for `year`, others if none does; not the year after's namesake."""
        units = [*self.names.get(name, ()), *self.aliases.get(name, ())]
        if current := [unit for unit in units if unit.valid(year)]:
            there = {unit.code[:2] for unit in current if year and unit.first <= year and unit.name == name}
            named = [
                unit for unit in current if not year or unit.first <= year or unit.name != name or unit.code[:2] not in there
            ]
            taken_over = any(unit.first == year and unit.name == name for unit in current)  # by a namesake: 巢湖市 of 2011
            ids = {unit.id for unit in current}
            ended = [unit for unit in units if year and unit.last == year - 1 and unit.name == name and unit.id not in ids]
            return named if taken_over else named + ended
        if name in self.zones:  # a district later, a zone then
            return []
        latest = max((unit.last for unit in units), default=0)
        return [unit for unit in units if unit.last == latest]

    def at(self, code: str, year: int | None) -> Unit | None:
        """Return the unit with this code, the span that fits the year if there is one: 420600 was 襄樊市 still in 2009."""
        spans = [unit for unit in reversed(self.codes.get(code, ())) if unit.valid(year)]
        own = (unit for unit in spans if year and unit.first <= year)
        return next(own, spans[0] if spans else None) or self.latest(code)

    def latest(self, code: str) -> Unit | None:
        """Return the last place that bore this code: 410500 is 安阳市, and was 鹤壁市 until 1981."""
        return max(self.codes.get(code, ()), key=lambda unit: unit.last, default=None)

    def as_of(self, unit: Unit, year: int | None) -> Unit:
        """Return the unit as it was in the year, followed through renamings and new codes: in 2014 宁河区 was 宁河县 still."""
        if unit.valid(year):
            former = [other for other in self.lasting[unit.id] if year and unit.first > year and other.last == year]
            return former[0] if len(former) == 1 else unit
        if same := next((other for other in self.lasting[unit.id] if other.valid(year)), None):
            return same
        if self._just_ended(unit, year):
            return unit
        heirs = self.successors.get(unit.code, ())
        return (len(heirs) == 1 and self.at(heirs[0], year)) or unit

    def _just_ended(self, unit: Unit, year: int | None) -> bool:
        """Tell whether another place took the unit in that year: a report of 莱芜市 for 2018 was its own still."""
        return year is not None and unit.last == year - 1 and not any(other.valid(year) for other in self.lasting[unit.id])

    def codes_now(self, unit: Unit) -> tuple[str, ...]:
        """Return the codes that the unit's place has today; several when it was split, none when nobody knows."""
        codes = dict.fromkeys(now.code for now in self.lasting[unit.id] if now.last == 9999)
        return tuple(codes) or tuple(self.successors.get(unit.code, ()))

    def chain(self, unit: Unit, year: int | None) -> list[Unit]:
        """Return province, city and county down to the unit; fewer where a level does not exist."""
        chain = [unit]
        while chain[0].parent and (parent := self.at(chain[0].parent, year)):
            chain.insert(0, parent)
        return chain

    def in_full(self, unit: Unit) -> str:
        """Return the name of a place of today behind those above it: 甘肃省白银市白银区."""
        return "".join(above.name for above in self.chain(unit, None))


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer, loaded once."""
    return Gazetteer()
