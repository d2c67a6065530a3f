"""Which reports are those of a roster's lines, by what their names tell? What cannot be told is said, never passed over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from gongkai.audit.offices import named_twice
from gongkai.audit.rosters.by_other_names import with_other_names
from gongkai.audit.rosters.names import names_of, names_several
from gongkai.audit.rosters.near_names import NearNames, may_be_short_for
from gongkai.audit.rosters.places import (
    GOVERNMENT,
    OWN_GOVERNMENT,
    TellByName,
    ToldByName,
    around_of,
    one_of,
    place_of_bare,
    place_of_title,
    under_of,
)
from gongkai.audit.rosters.roster import Expected, Listed, Shelf, written
from gongkai.audit.rosters.twice import with_twins
from gongkai.audit.rows import Row
from gongkai.audit.towns import Stem, towns_named_twice
from gongkai.mappings.agencies import NAMED_ALONE, behind_its_level, body_of

__all__ = ["TellByName", "ToldByName", "match_named"]

_SHOWN = 4  # places that a message names


def match_named(
    roster: Iterable[Expected], rows: Iterable[Row], told_by_name: TellByName, towns_apart: Collection[Stem] = ()
) -> Iterator[Listed]:
    """Yield the agencies of a roster with their reports, helped by what names tell: 延边州财政局 is that of 延边朝鲜族自治州.

    An agency without a report has the place, level and kind that its name tells: its day is known, too.
    """
    lines = list(roster)
    matching = _Matching(lines, rows, told_by_name, towns_apart)
    found = [matching.line(one, under) for one, under in matching.under.items()]
    taken = {one.expected.agency_id for one in found if one.reports}
    hinted = [one if one.reports or one.ambiguous else _with_hint(one, matching.near(one, taken)) for one in found]
    return with_twins(with_other_names(hinted, towns_apart))


class _Matching:
    """The lines of a roster beside the reports."""

    def __init__(
        self, roster: Sequence[Expected], rows: Iterable[Row], told_by_name: TellByName, towns_apart: Collection[Stem]
    ) -> None:
        self._tell = lru_cache(maxsize=1 << 16)(told_by_name)
        self._titles = {title: place_of_title(title, self._tell) for title in {one.title for one in roster}}
        told = [self._tell(self._names(one)[0], one.adcode) for one in roster]
        reports = list(rows)
        offices = named_twice(about.agency_id or written(about.name) for about in told)
        named = towns_named_twice((about.place_id, about.town) for about in told)
        self._shelf = Shelf(reports, offices, named.union(towns_apart))
        self.under = under_of(roster, told, self._tell)
        """Line → lasting code of the place under which it stands, null where the roster does not say; each line once."""
        placed = (self._tell(self._names(one)[0], one.adcode or place) for one, place in self.under.items())
        self._first = {about.agency_id for about in placed if about.agency_id}
        self._around = around_of(told, reports)
        self._unplaced = _unplaced(reports)
        self._agencies = {row.agency_id: row.agency for row in reports if row.agency_id and row.agency}

    def line(self, one: Expected, under: str | None) -> Listed:
        """Return the line with its reports: each year's are those of the first of its names that has any."""
        names = self._names(one)
        placed = self._of_the_roster(one, names[0], under) if self._is_bare(one, names[0]) else None
        if placed and placed.unclear:
            return placed
        about = self._tell(names[0], one.adcode)
        place = placed.expected.place_id if placed else one.place_id or (None if about.fault else about.place_id)
        found = [placed or self._named(one, names[0])]
        inside = replace(one, place_id=place, adcode=one.adcode or place)
        found += [self._named(inside, name) for name in names[1:] if place]  # 科技局 in brackets: of this place
        if not any(listed.reports for listed in found) and names_several(one.agency):
            return Listed(one, (), note="names several agencies: write one a line", unclear=True, reason="several_names")
        at, best = next(((at, listed) for at, listed in enumerate(found) if listed.reports), (0, found[0]))
        best = replace(best, reports=self._by_years(best, found[at + 1 :]))
        if at and not one.agency.startswith(names_of(one.agency)[at]) and not best.note:
            best = replace(best, note=f"is taken for {best.reports[-1].agency}, which it names in brackets")
        return replace(best, expected=replace(best.expected, agency=one.agency))

    def _names(self, one: Expected) -> tuple[str, ...]:
        """Return the names by which a line is looked for, those that begin with the level of the title's place behind that place: 市教育局."""
        names = names_of(one.agency)
        title = self._titles[one.title]
        if title is None or one.adcode or one.parent or one.under:
            return names
        place = title[0]
        rests = ((name, behind_its_level(name, place[-1])) for name in names)
        return tuple(f"{place}{rest}" if rest else name for name, rest in rests)

    def _by_years(self, best: Listed, others: Iterable[Listed]) -> tuple[Row, ...]:
        """Return the reports of a line with those of its other names on other years: 四合镇（原四合乡）, unless these have a line of their own."""
        reports = list(best.reports)
        for other in others:
            if other.expected.agency_id not in self._first:
                years = {row.year for row in reports}
                reports += [row for row in other.reports if row not in reports and (row.year is None or row.year not in years)]
        return tuple(reports)

    def _is_bare(self, one: Expected, name: str) -> bool:
        """Tell whether a line leaves its place to the roster: 公安局, 双桥镇."""
        about = self._tell(name, one.adcode)
        if one.adcode or about.kind in NAMED_ALONE:
            return False
        return bool(about.town and about.name.startswith(about.town)) or not (about.place_id or about.possible or about.level)

    def _of_the_roster(self, one: Expected, name: str, under: str | None) -> Listed | None:
        """Return a line that names no place with the reports of the place under which it stands; unclear where only another place has any."""
        around = {under} if under else self._around[0]
        bare = self._tell(name, None)
        title = self._titles[one.title]
        if len(around) != 1 and title and not bare.town and bare.kind != "administrative_committee":
            around = {title[1]}  # no zone's: it may be of a county or of the province
        places = {place_of_bare(name, place) for place in around}
        if len(places) == 1:
            about = self._tell(name, next(iter(places)))
            found = self._listed(one, about, about.place_id, *places)
            if not found.reports and OWN_GOVERNMENT.fullmatch(one.agency):
                found = _without_reports(_with_consolidated(found, about, self._shelf), about)
                return replace(found, expected=replace(found.expected, agency=one.agency))
            if found.reports:
                return replace(found, expected=replace(found.expected, agency=one.agency))
        elsewhere = self._shelf.listed(replace(one, agency=bare.name))
        above = {f"{place[:2]}0000" for place in places} if bare.kind == "administrative_committee" else set()
        others = [row for row in elsewhere.reports if places and row.place_id not in places | above]
        if bare.town or not others:
            return None
        note = f"names no place, and there are reports of {others[-1].region}{others[-1].agency} alone: write its place in full, or add the adcode"
        return Listed(one, (), note=note, unclear=True, reason="other_place")

    def _listed(self, one: Expected, about: ToldByName, place_id: str | None, above: str | None = None) -> Listed:
        """Return a line with the reports, of this place if it is known, of the agency that a name tells.

        A page of a branch may tell the city alone, the place above that of its name.
        """
        line = replace(one, agency=about.name, likely_id=about.agency_id, place_id=place_id)
        found = self._shelf.listed(line)
        if found.reports or above in (None, place_id):
            return found
        beside = self._shelf.listed(replace(line, place_id=above))
        return beside if beside.reports else found

    def _named(self, one: Expected, name: str) -> Listed:
        about = self._tell(name, one.adcode)
        place = one_of(about.possible, self._around)
        if about.possible and not place:
            return _of_several(one, about.possible)
        about = self._tell(name, place) if about.possible else about
        given = about.place_id if about.fault or place or one.place_id else None
        found = self._listed(one, about, given, None if about.fault else one.place_id)
        found = _with_consolidated(found, about, self._shelf)
        other = self._unplaced.get(body_of(about.name), ())
        is_one_of_several = bool(other) and bool(place or self._tell(name, None).possible)
        doubts = _of_two_places(found) or (_maybe_unplaced(found, given, other) if is_one_of_several else None)
        if doubts:
            return doubts
        if found.ambiguous:
            names = [
                f"{key.partition('/')[0].strip('-')} {self._agencies.get(key, key)}".strip() for key in found.ambiguous[:_SHOWN]
            ]
            more = " …" if len(found.ambiguous) > _SHOWN else ""
            note = f"fits {len(found.ambiguous)} agencies, {', '.join(names)}{more}: add the adcode of the one that is meant"
            return replace(found, note=note, reason="several_agencies")
        if found.reports:
            return replace(found, note=about.fault if about.fault and about.adcode != one.adcode else found.note)
        return _without_reports(found, about)

    def near(self, one: Listed, taken: Collection[str | None]) -> str | None:
        """Return the one agency, of no other line, that has reports and is called nearly so, in this place if it is known."""
        about = self._tell(self._names(one.expected)[0], one.expected.adcode)
        if (about.agency_id or "").endswith(GOVERNMENT) and (office := self._agencies.get(f"{about.agency_id}办公室")):
            return office
        if about.agency_id:
            place = about.agency_id.rpartition("/")[0]
            ids = {near for near in self._near.near(about.agency_id) if near.rpartition("/")[0] == place}
            ids = ids - set(taken) or self._longer(place, about.agency_id.rpartition("/")[2])
        elif about.place_id or about.possible:
            return None
        else:
            ids = {identity for near in self._near.near(written(about.name)) for identity in self._shelf.names.get(near, ())}
        here = ids - set(taken)
        return self._agencies.get(next(iter(here))) if len(here) == 1 else None

    def _longer(self, place: str, body: str) -> set[str]:
        """Return the agencies of a place, and of a town there, whose names a body's may be short for."""
        return {identity for identity, name in self._bodies.get(place, ()) if may_be_short_for(body, name)}

    @cached_property
    def _bodies(self) -> Mapping[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for identity in self._agencies:
            place, _, body = identity.rpartition("/")
            found[place].append((identity, body))
        return found

    @cached_property
    def _near(self) -> NearNames:
        return NearNames((*self._shelf.names, *self._agencies))


def _with_hint(one: Listed, near: str | None) -> Listed:
    if near is None:
        return one
    return replace(one, note=f"{one.note or 'has no report'}; there are reports of {near}: correct the name if that is meant")


def _of_several(one: Expected, possible: Mapping[str, str]) -> Listed:
    names = [f"{code} {name}" for code, name in possible.items()]
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    note = f"may be of {', '.join(names[:_SHOWN])}{more}: write the place in full, or add its adcode"
    return Listed(one, (), tuple(names), note, unclear=True, reason="several_places")


def _of_two_places(found: Listed) -> Listed | None:
    """Return the line without its reports when these are of several places that are called alike: 东乡县, in two provinces."""
    places = {row.place_id: f"{row.place_id} {row.region}" for row in found.reports if row.place_id}
    return _of_several(replace(found.expected, agency_id=None), places) if len(places) > 1 else None


def _unplaced(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Return the reports whose agency's name still holds its place, as the page does not tell which one of that name it is."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        body = body_of(row.agency or "")
        is_whole = (row.agency_id or "").endswith(f"/{body}") and (row.place_id is None or not row.is_government)
        if row.year is not None and row.agency and is_whole:
            found[body].append(row)
    return found


def _maybe_unplaced(found: Listed, place_id: str | None, unplaced: Sequence[Row]) -> Listed | None:
    """Return the line with a note when a report of that very name, whose place nobody knows, may be its own: it is not missing then."""
    if not place_id or found.ambiguous:
        return None
    known = {row.id for row in found.reports}
    others = [
        row for row in unplaced if row.id not in known and (row.place_id is None or place_id.startswith(row.place_id.rstrip("0")))
    ]
    if not others:
        return None
    if found.expected.place_id != place_id:
        found = replace(found, expected=replace(found.expected, place_id=place_id))
    more = f" and {len(others) - 1} more" if len(others) > 1 else ""
    note = f"may be that of report {others[0].id} ({others[0].year}){more}, whose place is not known: years without another report are not judged"
    return replace(found, note=note, unclear=True, reason="unplaced_report")


def _with_consolidated(found: Listed, about: ToldByName, shelf: Shelf) -> Listed:
    """Return a government with the consolidated reports of its place, whoever signs them."""
    if not (about.agency_id or "").endswith(GOVERNMENT) or found.ambiguous:
        return found
    whole = Expected(found.expected.agency, place_id=about.place_id, town=about.town, is_government=True)
    reports = {row.id: row for row in (*found.reports, *shelf.listed(whole).reports)}
    return replace(found, reports=tuple(reports.values()))


def _without_reports(found: Listed, about: ToldByName) -> Listed:
    """Return an agency without reports as its name tells it; unclear where neither name nor code tells its place."""
    parts = {part: getattr(about, part) for part in ("place_id", "adcode", "level", "kind")}
    expected = replace(found.expected, **parts)
    if about.fault:
        contradicts = about.adcode == found.expected.adcode
        return replace(found, expected=expected, note=about.fault, unclear=contradicts or not about.place_id, reason="code")
    if about.place_id or about.level or about.kind in NAMED_ALONE:
        return replace(found, expected=expected)
    note = "names no place that is known: if it is an agency, write its place in full, or add the adcode"
    return replace(found, expected=expected, note=note, unclear=True, reason="no_place")
