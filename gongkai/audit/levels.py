"""Does a consolidated report agree with those of the level below?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from gongkai.audit.discrepancy import Discrepancy, Tally, number
from gongkai.audit.rosters.roster import Listed
from gongkai.audit.rows import Row
from gongkai.mappings.comparisons import SUMMED
from gongkai.mappings.form import cells_by_name

__all__ = ["across_places", "across_roster"]

Children = Callable[[str, int], Sequence[str]]
"""Code of a place, year → codes of the places directly below it."""


def across_places(rows: Iterable[Row], children: Children) -> tuple[list[Discrepancy], dict[str, Tally]]:
    """Compare the consolidated report of each place with those of the places below it.

    A place has departments too, whose number nobody knows: only a sum that is greater than the whole is found.
    """
    reports: dict[tuple[str, int], Row] = {}
    for row in rows:
        if row.scope == "government_consolidated" and row.place_id and row.year and not row.town:
            former = reports.get((row.place_id, row.year))
            if former is None or (former.published or "", former.id) < (row.published or "", row.id):
                reports[row.place_id, row.year] = row
    found: list[Discrepancy] = []
    tally = Tally()
    for (place, year), parent in sorted(reports.items()):
        below = children(place, year)
        if below:
            found += _summed("S1", parent, [reports.get((child, year)) for child in below], tally)
    return found, {"S1": tally}


def across_roster(listed: Sequence[Listed]) -> tuple[list[Discrepancy], dict[str, Tally]]:
    """Compare each agency of a roster that others name as their parent with their sum: a roster is complete."""
    below: dict[str, list[Listed]] = defaultdict(list)
    for one in listed:
        if one.expected.parent:
            below[one.expected.parent].append(one)
    found: list[Discrepancy] = []
    tally = Tally()
    for parent in listed:
        members = below.get(parent.expected.agency, [])
        if not members:
            continue
        above = _by_year(parent)
        each = [_by_year(member) for member in members]
        for year in sorted(above):
            found += _summed("S2", above[year], [reports.get(year) for reports in each], tally)
    return found, {"S2": tally}


def _by_year(listed: Listed) -> Mapping[int, Row]:
    """Return year → report, the consolidated one before the office's, the one published last before others."""
    ordered = sorted(listed.reports, key=lambda row: (row.scope == "government_consolidated", row.published or "", row.id))
    return {row.year: row for row in ordered if row.year is not None}


def _summed(code: str, parent: Row, below: Sequence[Row | None], tally: Tally) -> Iterator[Discrepancy]:
    """Compare figure by figure, where every report is there and prints it."""
    reports = [row for row in below if row is not None]
    for name in SUMMED:
        whole = parent.figures.get(name)
        parts = [value for row in reports if (value := row.figures.get(name)) is not None]
        if whole is None or len(parts) < len(below):
            tally.not_assessable += 1
            continue
        tally.assessed += 1
        total = sum(parts)
        if total > whole or (code == "S2" and total != whole):
            tally.failed += 1
            yield Discrepancy(code, _message(code, name, parent, total, len(parts)), parent, _operands(name, parent, reports))


def _operands(name: str, parent: Row, reports: Sequence[Row]) -> tuple[tuple[Row, str], ...]:
    return ((parent, name), *((row, name) for row in reports))


def _message(code: str, name: str, parent: Row, total: object, count: int) -> str:
    relation = "大于本级汇总数" if code == "S1" else "与本级汇总数不等"
    whole = number(parent.figures[name])
    return f"{cells_by_name()[name].label}：{parent.year}年下级 {count} 份报告之和为 {total}，本级报告为 {whole}，{relation}。"
