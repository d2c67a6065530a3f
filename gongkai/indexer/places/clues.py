"""What besides its name tells where an agency sits? Codes, hosts, telephone numbers and places named on the page.

Everything here only ranks candidates; alone it decides when a code or several independent clues agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlsplit

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer import domains
from gongkai.indexer.gazetteer.copies import city_copied, copied_from
from gongkai.indexer.gazetteer.gazetteer import Gazetteer, Unit, first_sounds
from gongkai.indexer.names.desks import speaks_as_body
from gongkai.indexer.names.plain_text import plain, without_conjunction, without_readings
from gongkai.indexer.places import place_words as words
from gongkai.indexer.places.passing import prints, without_visits

__all__ = ["Clues"]

# Unified social credit code of a state organ (1 1) or a public institution (1 2) and six digits of its place.
_CREDIT = expression(r"(?:11|12(?=[0-9A-Z]{16}(?![0-9A-Za-z])))([1-6]\d{5})[0-9A-Z]{6,}", re.ASCII)
_POLICE = expression(r"公网安备\s*:?\s*([1-6]\d{5})\d{8}")
_SITE = expression(r"标识码\s*:?\s*([1-6]\d{5})\d{4}")
_PHONE = expression(r"(?<!\d)\(?(0(?:10|2\d|[3-9]\d{2}))\)?\s*[-—–─]{1,2}\s*\d{7,8}(?!\d)")
_HOST = expression(r"(?:https?://|www\.)?((?:[a-z0-9-]+\.)+gov\.cn)", re.IGNORECASE)
_GENERIC_LABELS = frozenset(
    ["www", "gov", "cn", "com", "org", "net", "xxgk", "zwgk", "zfxxgk", "zw", "m", "wap", "gk", "xxgkw", "new", "edu"]
)
_GOVERNMENTS = expression("([a-z]{4,}[qxs])(?:rm)?zf")  # the initials of a city and its district before those of 政府
_LEADERS = expression("([省市州盟县区旗])(?:委|政府)")
CODE, REMEMBERED, HOST, PHONE, COPIED = 12.0, 6.0, 5.0, 4.0, 3.0  # the last with its name once in the text tells


@dataclass
class Clues:
    """The clues of one page; each is looked for when it is first needed."""

    gazetteer: Gazetteer
    printed: str
    url: str
    year: int | None
    identifiers: str = ""  # what metadata states about the site: its code
    publishers: Callable[[], str] = str  # names of bodies that the page states: a place named there counts more
    remembered: str | None = None  # code of the place that the reports of the page's host share
    titled: str = ""  # what the markup calls the page, with the site's name behind
    _scores: dict[str, float] = field(default_factory=dict)

    @cached_property
    def _copied(self) -> str:
        """The initials of the place whose page this is a copy of; empty: its path keeps none."""
        return copied_from(self.url)

    @cached_property
    def text(self) -> str:
        """The page, folded."""
        return words.without_letterhead(without_conjunction(plain(without_readings(self.printed))), self.url)

    @cached_property
    def own_words(self) -> str:
        """The text without places that it names in passing."""
        return without_visits(self.text)

    @cached_property
    def codes(self) -> set[str]:
        """Codes of places inside identifiers, today's successors included."""
        ends = self.text[:2500] + "\n" + self.text[-1500:] + f"\n{self.url}\n标识码{self.identifiers}"
        found = {match[1] for match in _SITE.finditer(ends)} | self.police
        found |= {match[1] for match in _CREDIT.finditer(ends) if not ends[match.start() - 1 : match.start()].isalnum()}
        units = [unit for code in found for unit in self.gazetteer.codes.get(code, ())]
        return {self.gazetteer.as_of(unit, self.year).code for unit in units} | {unit.code for unit in units}

    @cached_property
    def police(self) -> set[str]:
        """Codes of the counties whose police the site is registered with: the offices of a city lie in one, too."""
        ends = self.text[:2500] + "\n" + self.text[-1500:]
        return {match[1] for match in _POLICE.finditer(ends)}

    @cached_property
    def labels(self) -> set[str]:
        """Words of the hosts: the page's own and those of the government sites printed on it."""
        hosts = {host.lower() for host in _HOST.findall(self.text)} if "gov.cn" in self.text else set()
        labels = {label for host in hosts for label in domains.labels_of(host)}.union(self._own_labels) - _GENERIC_LABELS
        return labels | {short[1] for label in labels if (short := _GOVERNMENTS.fullmatch(label))}

    @cached_property
    def _own_labels(self) -> list[str]:
        """Labels of the page's own host: gongan is 公安县 in front of its city's domain where a page, no bureau's, says 我县."""
        own = (urlsplit(self.url).hostname or "") if "://" in self.url else ""
        if not own.endswith(".gov.cn"):
            return [copied, "gov", "cn"] if (copied := city_copied(self.url, self.gazetteer)) else []
        county = "我县" in self.text and not speaks_as_body(self.text)
        return (domains.of_counties(own, self.gazetteer, self.year) if county else []) + domains.labels_of(own)

    @cached_property
    def phones(self) -> set[str]:
        """Codes of the cities that the printed telephone numbers belong to."""
        return {code for area in _PHONE.findall(self.text) for code in self.gazetteer.phones.get(area, ())}

    @cached_property
    def named(self) -> Counter[str]:
        """Names of places on the page, each counted up to three times, thrice in publisher and source lines."""
        return self._counted(self.text)

    @cached_property
    def _named_as_own(self) -> Counter[str]:
        """The same without those that it names in passing; they are rivals still, and weigh nothing."""
        return self.named if self.own_words == self.text else self._counted(self.own_words)

    def _counted(self, text: str) -> Counter[str]:
        weighed = Counter({name: min(count, 3) for name, count in Counter(self.gazetteer.mentions(text)).items()})
        for name in set(self.gazetteer.mentions(self.publishers())):
            weighed[name] += 3
        return weighed

    def own(self, unit: Unit) -> float:
        """Return the weight of the clues that point at this very unit."""
        if (known := self._scores.get(unit.code)) is not None:
            return known
        score = CODE if unit.code in self.codes else 0.0
        score += PHONE if unit.code in self.phones else 0.0
        score += self.hosted(unit)
        score += REMEMBERED if unit.code == self.remembered else 0.0
        for name in {unit.name, *self._shorts(unit)}:
            if count := self._named_as_own.get(name):
                sharers = {other.code for other in self.gazetteer.named(name, self.year)}
                score += count / len(sharers or {""})
        self._scores[unit.code] = score
        return score

    def total(self, unit: Unit) -> float:
        """Return the weight of all clues for the unit and, weaker, for the places above it."""
        chain = self.gazetteer.chain(unit, self.year)
        weights = {1: 0.6, 2: 0.8}
        score = self.own(unit) + sum(weights[above.level] * self.own(above) for above in chain[:-1])
        if unit.level == 3 and len(chain) == 2 and f"{unit.code[:2]}0000" in self.phones:
            score += PHONE
        return score

    def kinds(self, unit: Unit) -> int:
        """Return how many kinds of clues point at the unit or at a place above it."""
        chain = self.gazetteer.chain(unit, self.year)
        codes = {above.code for above in chain}
        named = any(above.name in self.named for above in chain)
        return bool(codes & self.codes) + bool(codes & self.phones) + any(map(self.hosted, chain)) + named

    def pointed(self) -> list[Unit]:
        """Return the units that any clue points at."""
        units = [unit for name in self.named for unit in self.gazetteer.named(name, self.year)]
        for code in self.codes | self.phones | ({self.remembered} if self.remembered else set()):
            units += filter(None, [self.gazetteer.at(code, self.year)])
        units += self.spelled()
        return list({unit.code: unit for unit in units if unit.valid(self.year) and unit.code < words.ISLANDS}.values())

    def _shorts(self, unit: Unit) -> list[str]:
        return [name for name in (unit.stem + unit.name[-1],) if name in self.gazetteer.aliases]

    def hosted(self, unit: Unit) -> float:
        """Return how well a host spells the unit: in full, after its city or province, or by initials."""
        syllables = unit.reading.split()
        if not (self.labels or self._copied) or not syllables:
            return 0.0
        stem, above_all = syllables[: len(unit.stem)], self.gazetteer.chain(unit, self.year)[:-1]
        # hengyang is the city's host and none of the county of that name in it
        called = len("".join(stem)) > 4 and all(unit.stem != above.stem for above in above_all)
        fulls = {"".join(syllables)} | ({"".join(stem)} if called else set())
        if self.labels & (fulls - domains.of_another(self.labels, unit)):
            return HOST
        initials = {"".join(s[0] for s in stem), "".join(s[0] for s in syllables), first_sounds(stem)}
        for above in above_all:
            lead = domains.initials_of(above)
            if self.labels & {lead + full for full in fulls}:
                return HOST
            if self.labels & {lead + short for short in initials}:
                return HOST / 2
        if self.is_copied_from(unit):
            return COPIED
        return 1.0 if len(syllables) > 2 and "".join(s[0] for s in syllables) in self.labels else 0.0

    def spoken(self, unit: Unit) -> bool:
        """Tell whether the text calls the city or the province of the unit by its short name, streets aside."""
        return prints({above.stem for above in self.gazetteer.chain(unit, self.year)[:-1]} - {unit.stem}, self.own_words)

    def domain(self, ending: str = "") -> Unit | None:
        """Return the unit of today that the site's own domain spells: lingyuan.gov.cn, xxgk.lingyuan.gov.cn, scaj.gov.cn.

        So does a county's name in front of its city's domain: daan.jlbc.gov.cn.

        Of several whose names have the `ending` it is the only one that the text names, or whose city or province it calls by
        its short name.
        """
        labels = self._own_labels[:-2] or [""]  # without gov.cn
        units = domains.spelled_by(labels[-1], self.gazetteer, self.year)
        units = domains.in_front(labels[:-1], units, self.gazetteer, self.year, self.url) or units
        units = [unit for unit in units if unit.name.endswith(ending)]
        units = [unit for unit in units if unit.level < 3 or all(other.code != unit.parent for other in units)]
        if len(units) > 1 and not ending and len(leaders := set(_LEADERS.findall(self.text))) == 1:
            units = [unit for unit in units if unit.name[-1] in leaders] or units
        if len(units) > 1:
            several = [] if any(unit.level == 1 for unit in units) else units
            units = (
                [unit for unit in several if self.spoken(unit)]
                or [unit for unit in several if unit.name in self.named]
                or [unit for unit in several if prints([unit.stem], self.own_words)]  # 爱渭滨APP
            )
        return units[0] if len({unit.code for unit in units}) == 1 else None

    def site_within(self, city: Unit) -> Unit | None:
        """Return the county of the city whose site this is: as its domain spells it, or by its first letters where it must lie there."""
        if site := self.domain():
            return site if site.parent == city.code else None
        label = (self._own_labels[:-2] or [""])[-1]
        inside = [unit for unit in self.gazetteer.initials.get(label, ()) if unit.parent == city.code]
        return inside[0] if len(inside) == 1 else None

    def is_copied_from(self, unit: Unit) -> bool:
        """Tell whether the page is a copy whose path keeps the initials of the unit."""
        return bool(self._copied) and self._copied == domains.letters_of(unit)

    def spells(self, unit: Unit) -> bool:
        """Tell whether the site's own domain is the unit's name in full, whichever others are spelled alike."""
        labels = self._own_labels[:-2]
        return bool(labels) and unit.code in {other.code for other in domains.read_as(labels[-1], self.gazetteer)}

    def spelled(self) -> list[Unit]:
        """Return the units of today whose name in full is a label of the page's host."""
        labels = set(self._own_labels) - _GENERIC_LABELS
        return [unit for label in labels for unit in domains.read_as(label, self.gazetteer)]
