"""Who published, late, again, or not at all? Agencies by years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from gongkai.audit.rosters.roster import Expected, Listed
from gongkai.audit.rows import Row
from gongkai.mappings.deadlines import Deadline, due, is_early, may_be_moved, undetermined
from gongkai.search.engine import Engine

__all__ = ["Cell", "Grid", "Line", "Presence", "coverage", "publications"]


_FIRST_YEAR = 2008  # that reports are due on: the Regulations of 2007; before, where a local rule says so


class Presence(StrEnum):
    """What there is of an agency for a year. Late goes before republished: a cell has its dates and versions besides."""

    PUBLISHED = "published"
    REPUBLISHED = "republished"
    LATE = "late"
    MISSING = "missing"
    NOT_EXPECTED = "not_expected"  # nobody had to, the agency did not exist, or its day has not passed
    NOT_ASSESSABLE = "not_assessable"  # nobody can say which agency the roster's line means


@dataclass(frozen=True, slots=True)
class Cell:
    """One agency in one year. `first` and `published` are the days of the first and of the current version.

    `days_late` is null when no rule says by when, or no day is known; `versions` counts those of one scope;
    `unknown` is what nobody knows of the agency, its level or its kind, the date, or the first version of what is a correction,
    when that leaves it without a day, `reason` why it
    is not assessable.
    """

    state: Presence
    first: str | None = None
    published: str | None = None
    due: date | None = None
    days_late: int | None = None
    versions: int = 0
    id: str | None = None
    unknown: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One agency and its cells, by year; `note` is what is doubtful about the roster's line."""

    expected: Expected
    cells: Mapping[int, Cell]
    ambiguous: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """The answer: a line an agency, in the order of the roster."""

    years: tuple[int, ...]
    lines: tuple[Line, ...]

    def cells(self) -> Iterator[tuple[Line, int, Cell]]:
        """Yield every cell with its line and its year."""
        for line in self.lines:
            for year in self.years:
                yield line, year, line.cells[year]

    def counts(self) -> dict[str, int]:
        """Return how many cells are in each state."""
        counted = Counter(cell.state for _, _, cell in self.cells())
        return {state.value: counted[state] for state in Presence}


def publications(engine: Engine, keys: Iterable[str | None]) -> dict[str, list[str | None]]:
    """Return the days of publication of every version, for those of the report keys that several documents share."""
    wanted = {key for key in keys if key}
    found: dict[str, list[str | None]] = {}
    for key in engine.republished():
        if key in wanted:
            found[key] = [_day(document.get("published")) for document in engine.history(key)]
    return found


def _day(text: object) -> str | None:
    """Return the day; null when it is none: lines of other programs may hold anything."""
    try:
        return date.fromisoformat(str(text)).isoformat()
    except ValueError:
        return None


def _none(id: str) -> str | None:
    return None


class _Pages(NamedTuple):
    """What the page of a report, by its id, tells of its days: what speaks against the first one, and which it was."""

    doubt_of: Callable[[str], str | None]
    told_of: Callable[[str], str | None]


def coverage(
    listed: Iterable[Listed],
    years: Sequence[int],
    days: Mapping[str, Sequence[str | None]],
    *,
    local: Sequence[Deadline] = (),
    today: date,
    doubt_of: Callable[[str], str | None] = _none,
    told_of: Callable[[str], str | None] = _none,
) -> Grid:
    """Return the grid. `days` are those of `publications`; `today` decides which years are not over or not due.

    `doubt_of` tells of the id of a report that would be late what speaks against its first day: `date`, the page was changed on it;
    `first`, it is that of a correction; `told_of` the day on which such a correction says that its report was first out.
    """
    pages = _Pages(doubt_of, told_of)
    lines = []
    for one in listed:
        by_year: dict[int, list[Row]] = {}
        for row in one.reports:
            by_year.setdefault(row.year or 0, []).append(row)
        cells = {year: _cell(one, year, by_year.get(year, ()), days, local, today, pages) for year in years}
        yearless = [*by_year.get(0, ()), *_early_versions(one.reports, days)]
        cells = {year: _of_some_year(cell, year, yearless, one) for year, cell in cells.items()}
        lines.append(Line(one.expected, cells, one.ambiguous, one.note))
    return Grid(tuple(years), tuple(lines))


def _early_versions(reports: Iterable[Row], days: Mapping[str, Sequence[str | None]]) -> Iterator[Row]:
    """Yield as reports of a doubtful year the older versions that came before the year of their title was over."""
    for row in reports:
        for day in days.get(row.report_key or "", ()) if row.year else ():
            if row.year and is_early(day, row.year):
                yield row._replace(year=None, titled=row.year, published=day)


def _of_its_year(row: Row, days: Mapping[str, Sequence[str | None]], year: int) -> Sequence[str | None]:
    """Return the days of the versions of a report that are of its year."""
    known = [day for day in days.get(row.report_key or "", ()) if not is_early(day, year)]
    return known or (row.published,)


def _of_some_year(cell: Cell, year: int, yearless: Sequence[Row], one: Listed) -> Cell:
    """Return the cell, not judged where a report may fill it: one whose year, whose place, or whose agency's other name nobody knows."""
    if cell.state is not Presence.MISSING:
        return cell
    if any(_may_be_of(row, year) for row in yearless):
        return replace(cell, state=Presence.NOT_ASSESSABLE, unknown=None, reason="yearless_report")
    if any(row.year == year or (row.year is None and _may_be_of(row, year)) for row in one.possible):
        return replace(cell, state=Presence.NOT_ASSESSABLE, unknown=None, reason="unplaced_report")
    if any(row.year == year for row in one.by_turns):
        return replace(cell, state=Presence.NOT_ASSESSABLE, unknown=None, reason="other_name")
    return cell


def _may_be_of(row: Row, year: int) -> bool:
    """Tell whether a report without a year came out in time to be of this one, or is doubtfully of it."""
    return (row.published or "9999") >= f"{year}-12" or row.titled == year


def _cell(
    one: Listed,
    year: int,
    reports: Sequence[Row],
    days: Mapping[str, Sequence[str | None]],
    local: Sequence[Deadline],
    today: date,
    pages: _Pages,
) -> Cell:
    if not reports:
        return _empty_cell(one, year, local, today)
    main = max(reports, key=lambda row: (row.scope == "government_consolidated", row.published or "", row.id))
    same = [row for row in reports if row.scope == main.scope]
    versions = {row.id: _of_its_year(row, days, year) for row in same}
    known = [day for some in versions.values() for day in some]
    first = min((day for day in known if day), default=None)
    last = due(year, main.level, main.kind, main.adcode, local=local)
    late = _days_late(first, last)
    is_doubtful = first and last and (may_be_moved(first, last) or first > today.isoformat())
    if late and (None in known or is_doubtful):  # the version without a day may have been in time
        late = None
    unknown = None if last else undetermined(year, main.level, main.kind)
    if late and all(doubts := [pages.doubt_of(key) for key, some in versions.items() if first in some]):
        told = min((day for key in versions if (day := _day(pages.told_of(key)))), default=None) if "first" in doubts else None
        first, late, unknown = (told, _days_late(told, last), unknown) if told else (first, None, doubts[0])
    state = Presence.LATE if late else Presence.REPUBLISHED if len(known) > 1 else Presence.PUBLISHED
    return Cell(state, first, main.published, last, late, len(known), main.id, unknown)


def _days_late(first: str | None, last: date | None) -> int | None:
    return max(0, (date.fromisoformat(first) - last).days) if first and last else None


def _empty_cell(one: Listed, year: int, local: Sequence[Deadline], today: date) -> Cell:
    """Return the cell of a year without a report."""
    expected = one.expected
    last = due(year, expected.level, expected.kind, expected.adcode, local=local)
    if (one.ambiguous or one.unclear) and year >= _FIRST_YEAR:
        return Cell(Presence.NOT_ASSESSABLE, due=last, reason=one.reason)
    exists = (expected.years is None or year in expected.years) and (year >= _FIRST_YEAR or last is not None)
    is_open = today <= (last or date(year + 1, 12, 31))  # without a rule nobody is missing while others still publish
    if not exists or is_open:
        return Cell(Presence.NOT_EXPECTED, due=last)
    return Cell(Presence.MISSING, due=last, unknown=None if last else undetermined(year, expected.level, expected.kind))
