"""Who should have published? A roster from a file, from the governments of a place, or from the corpus itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gongkai.audit.branches import of_one_branch
from gongkai.audit.offices import Office, one_name_of_each_office
from gongkai.audit.one_agency import by_last_name
from gongkai.audit.rosters.names import ITSELF
from gongkai.audit.rows import Row
from gongkai.audit.towns import Stem, Towns, towns_named_twice
from gongkai.audit.zones import Zones, has_a_name_of_its_own
from gongkai.mappings.agencies import body_of
from gongkai.mappings.offices import office_of
from gongkai.text import normalise

__all__ = ["Expected", "Listed", "Shelf", "dated", "from_corpus", "having_one_of", "match", "reports_of", "written"]

_ITSELF = re.compile(rf"[(（]{ITSELF}[)）]$")
_FULL = "经济技术开发区"
_BRANCH_OF = re.compile("(?<=局)([\u3400-\u9fff]{2,6})[区县旗]分局$")
_LONGER = 2  # characters of a place that is called without what it is: 会宁, not 和
_OF_EVERY_TOWN = ("人民政府", "街道办事处")  # and their offices


@dataclass(frozen=True, slots=True)
class Expected:
    """An agency that should publish; `years` are those it existed in, null when that is not known, `likely_id` what its name makes likely.

    `line` is its line on the roster, `under` the place that merged cells of it tell, `title` what
    stands above the whole roster.
    A government is looked for by its place and town, any other agency by its id or, without one, by its name.
    """

    agency: str
    agency_id: str | None = None
    adcode: str | None = None
    years: frozenset[int] | None = None
    place_id: str | None = None
    town: str | None = None
    is_government: bool = False
    level: str | None = None
    kind: str | None = None
    parent: str | None = None
    likely_id: str | None = None
    line: int | None = None
    under: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """An agency of the roster with its reports; `ambiguous`: the agencies or places that the name fits when it fits several.

    Reports without a year are among its reports. `note` says what is wrong with its line, `unclear` whether for that reason nobody
    can say which agency is meant, and
    `reason` why then: `several_places`, `several_agencies`, `no_place`, `code`, `unplaced_report`, `other_place`, `several_names`;
    of single years also `yearless_report` and `other_name`. `possible` are reports that may be its own: their place is not known;
    `by_turns` those of other lines that may be this agency by another name.
    """

    expected: Expected
    reports: tuple[Row, ...]
    ambiguous: tuple[str, ...] = ()
    note: str | None = None
    unclear: bool = False
    reason: str | None = None
    possible: tuple[Row, ...] = ()
    by_turns: tuple[Row, ...] = ()


def from_corpus(rows: Iterable[Row], towns_apart: Collection[Stem] = ()) -> list[Listed]:
    """Return every agency that has a report in any year, by place and name; `towns_apart` are two of one name, whatever years they have."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in by_last_name(rows, towns_apart):
        if row.agency_id is not None:
            groups[row.agency_id].append(row)
    listed = []
    for identity, reports in sorted(groups.items()):
        latest = max(reports, key=lambda row: (row.year or 0, len(row.agency or ""), row.id))
        agency = Expected(
            latest.agency or "", identity, latest.adcode, place_id=latest.place_id, level=latest.level, kind=latest.kind
        )
        listed.append(Listed(agency, tuple(reports)))
    return listed


def having_one_of(listed: Iterable[Listed], rows: Iterable[Row]) -> list[Listed]:
    """Return the agencies that one of the reports is of, or may be of."""
    ids = {row.id for row in rows}
    return [one for one in listed if any(row.id in ids for row in (*one.reports, *one.possible))]


def reports_of(listed: Iterable[Listed], rows: Iterable[Row]) -> list[Row]:
    """Return the reports, and those of the agencies beside them, each once."""
    known = {row.id: row for row in rows}
    return [*known.values(), *{row.id: row for one in listed for row in one.reports if row.id not in known}.values()]


def match(roster: Iterable[Expected], rows: Iterable[Row], towns_apart: Collection[Stem] = ()) -> list[Listed]:
    """Return the agencies of a roster, in its order, with their reports among the rows."""
    expected = list(roster)
    named = towns_named_twice((one.place_id, one.town) for one in expected)
    shelf = Shelf(rows, towns_apart=named.union(towns_apart))
    return [shelf.listed(one) for one in expected]


def dated(listed: Iterable[Listed], years_of: Callable[[str], frozenset[int] | None]) -> list[Listed]:
    """Return the agencies, each with the years in which there was its place: 江干区财政局 is not expected after 2020."""
    return [
        one
        if one.expected.years is not None or one.expected.place_id is None
        else replace(one, expected=replace(one.expected, years=years_of(one.expected.place_id)))
        for one in listed
    ]


class Shelf:
    """Reports by place, by agency and by every way in which their agency's name may be written."""

    def __init__(self, rows: Iterable[Row], apart: Collection[Office] = (), towns_apart: Collection[Stem] = ()) -> None:
        self._zones = Zones(all_rows := list(rows))
        known_rows = of_one_branch(self._zones.renamed(all_rows))
        self._apart = apart
        self._towns = Towns(known_rows, towns_apart)
        self._governments: dict[tuple[str, str | None], list[Row]] = defaultdict(list)
        self._offices: dict[tuple[str, str | None], list[Row]] = defaultdict(list)
        self._agencies: dict[str, list[Row]] = defaultdict(list)
        self.names: dict[str, set[str]] = defaultdict(set)
        self._short: dict[str, set[str]] = defaultdict(set)
        self._loose: dict[str, set[str]] = defaultdict(set)
        self._by_office: dict[tuple[str, int], set[str]] = defaultdict(set)
        known: set[tuple[str, str | None, tuple[str | None, ...]]] = set()
        for row in one_name_of_each_office(self._towns.renamed(known_rows), apart):
            if row.agency_id is None:
                continue
            town = self._towns.of(row.place_id, row.town)
            if row.is_government and row.place_id:
                self._governments[row.place_id, town].append(row)
            if row.kind == "subdistrict_office" and row.place_id:
                self._offices[row.place_id, town].append(row)
            places = (row.province, row.city, row.county, row.town)
            if (row.agency_id, row.agency, places) not in known:  # a place that was renamed is written in both ways
                known.add((row.agency_id, row.agency, places))
                office = office_of(row.agency_id)
                for name in _writings(row.agency or "", places):
                    self.names[name].add(row.agency_id)
                    if office and (written_so := office_of(name)):
                        self._by_office[written_so].add(row.agency_id)
                    if _FULL not in (row.agency or ""):
                        self._loose[_loose(name)].add(row.agency_id)
                for name in _short_writings(row.agency or "", places):
                    self._short[name].add(row.agency_id)
                if office:
                    self._by_office[office].add(row.agency_id)
            self._agencies[row.agency_id].append(row)

    def listed(self, expected: Expected) -> Listed:
        if expected.is_government:
            town = self._towns.of(expected.place_id, expected.town)
            reports = self._governments.get((expected.place_id or "", town), [])
            if town:  # a subdistrict is no government
                years = {row.year for row in reports}
                offices = self._offices.get((expected.place_id or "", town), [])
                reports = [*reports, *(row for row in offices if row.year not in years)]
            return Listed(expected, tuple(reports))
        names = (expected.agency, _ITSELF.sub("", expected.agency))
        ways = ((self.names, written), (self._short, written), (self._loose, _loosely))[: 2 if _FULL in expected.agency else 3]
        found = (named.get(write(name)) for named, write in ways for name in names)
        ids = {expected.agency_id} if expected.agency_id else next(filter(None, found), set())
        likely = self._towns.identity(expected.likely_id) if expected.likely_id else None
        if not ids and likely in self._agencies:
            ids = {likely}
        other_name = not ids
        ids = ids or self._of_its_office(expected)
        likely_place = expected.place_id or (expected.likely_id or "").partition("/")[0] or None
        if not ids and (zone := self._zones.find(written(expected.agency), likely_place)):
            ids = {zone}
        elif expected.place_id:
            ids = {identity for identity in ids if identity and identity.startswith(f"{expected.place_id}/")}
        ids = _placed_zone(ids) or ids
        if len(ids) > 1:
            return Listed(expected, (), tuple(sorted(identity for identity in ids if identity)))
        reports = [row for identity in ids for row in self._agencies.get(identity or "", ())]
        told = _told(expected, reports)
        note = f"is taken for {reports[-1].agency}, by whose name that office reports" if other_name and reports else None
        return Listed(told, tuple(reports), note=note)

    def _of_its_office(self, expected: Expected) -> set[str]:
        """Return the agencies of its place that are this office by another name, unless the roster names two of it."""
        office = office_of(expected.likely_id or written(_ITSELF.sub("", expected.agency)))
        return self._by_office.get(office, set()) if office and office not in self._apart else set()


def _placed_zone(ids: Collection[str]) -> set[str]:
    """Return the zone of a known place among agencies of its name whose place nobody knows: reports of these may be its own."""
    placed = {identity for identity in ids if not identity.startswith("-/")}
    others = (identity.removeprefix("-/-/") for identity in ids if identity not in placed)
    return placed if len(placed) == 1 and all(map(has_a_name_of_its_own, others)) else set()


def _told(expected: Expected, reports: Sequence[Row]) -> Expected:
    """Return the expected agency with what its reports say of it."""
    if not reports:
        return expected
    row = max(reports, key=lambda row: (row.year or 0, row.id))
    adcode = expected.adcode or row.adcode
    told = {name: getattr(row, name) for name in ("agency_id", "place_id", "town", "level", "kind")}
    return replace(expected, adcode=adcode, is_government=False, **told)


def written(name: str) -> str:
    """Return the name as names are compared whose places nobody knows."""
    return body_of(normalise(name).replace(" ", ""))


def _loosely(name: str) -> str:
    return _loose(written(name))


def _loose(name: str) -> str:
    """Return the name as far as a short one tells: 经开区 may be 经济开发区; not for 经济技术开发区, which is another zone.

    公安局甲分局 may be 公安局甲区分局; not 乙市公安局乙分局, which is the city's.
    """
    name = name.replace("经济开发区", "经开区")
    branch = _BRANCH_OF.search(name)
    return name if not branch or name.startswith(branch[1]) else f"{name[: branch.start()]}{branch[1]}分局"


def _writings(agency: str, places: tuple[str | None, ...]) -> Iterator[str]:
    """Yield the name as printed, and its body behind each end of the chain of its places.

    What every town has is never written without its town: 敦煌市人民政府 is not that of a town in it.
    """
    yield written(agency)
    chain = [normalise(place).replace(" ", "") for place in dict.fromkeys(places) if place]
    body = body_of(agency, places)  # in full: behind places it is written as it is
    town = places[-1]
    is_alone = not town or not body.startswith(_OF_EVERY_TOWN)
    if is_alone:
        yield body  # 财政局: enough where the query is about one place
    if not town and places[2] and body.endswith("分局"):
        yield from _as_a_branch(chain[-1], body)
    for start in range(len(chain)):
        yield "".join(chain[start:]) + body
        if town and is_alone and start < len(chain) - 1:
            yield "".join(chain[start:-1]) + body
    if chain:
        yield chain[0] + chain[-1] + body


def _as_a_branch(county: str, body: str) -> Iterator[str]:
    """Yield what the bureau of a city calls its branch in a county, where it leaves the city out: 公安局襄都分局, 公安局襄都区分局."""
    bureau = body.removesuffix("分局")
    if bureau and "局" not in bureau:
        yield from (f"{bureau}局{of}分局" for of in (county, county[:-1]) if len(of) > 1)


def _short_writings(agency: str, places: tuple[str | None, ...]) -> Iterator[str]:
    """Yield the body behind the short name of its county or city, 会宁教育局, and a new area's behind that of its province."""
    lowest = next((place for place in reversed(places[:3]) if place), "")
    if not places[-1] and len(lowest) > _LONGER and lowest[-1] in "县区市旗" and "自治" not in lowest:
        yield lowest[:-1] + body_of(agency, places)
    if not places[-1] and places[0] and (body := body_of(agency, places)).endswith("新区管理委员会"):
        yield re.sub("(?:省|市|[^省市]{0,3}自治区)$", "", places[0]) + body  # 河北邢东新区
