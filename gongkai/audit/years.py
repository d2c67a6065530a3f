"""Do the reports of one agency agree from year to year?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from gongkai.audit.discrepancy import Discrepancy, Tally, number
from gongkai.audit.one_agency import by_last_name
from gongkai.audit.rows import Row
from gongkai.audit.towns import Stem
from gongkai.mappings.comparisons import ACROSS_YEARS, JUMP, JUMP_FROM, WATCHED, AcrossYears
from gongkai.mappings.form import cells_by_name
from gongkai.report import Number

__all__ = ["FIGURES", "across_years", "series"]

FIGURES: tuple[str, ...] = tuple(dict.fromkeys((*(name for rule in ACROSS_YEARS for name in rule.figures), *WATCHED)))
"""The figures that rows need for these rules."""

Tallies = Mapping[str, Tally]


def series(rows: Iterable[Row]) -> Iterator[dict[int, Row]]:
    """Yield year → report of each agency and scope; of several reports the one published last."""
    groups: dict[tuple[str, str | None], dict[int, Row]] = defaultdict(dict)
    for row in rows:
        if row.agency_id is None or row.year is None:
            continue
        years = groups[row.agency_id, row.scope]
        former = years.get(row.year)
        if former is None or (former.published or "", former.id) < (row.published or "", row.id):
            years[row.year] = row
    for key in sorted(groups, key=str):
        yield groups[key]


def across_years(
    rows: Iterable[Row], was_reshaped: Callable[[str, int], bool] | None = None, towns_apart: Collection[Stem] = ()
) -> tuple[list[Discrepancy], dict[str, Tally]]:
    """Return what does not agree, and rule → how often it could be tried.

    `was_reshaped` tells of a place and a year whether it is no longer what it was the year before: then nothing of the two
    years can be compared, but of its towns. Offices and towns that were called otherwise the year before are joined as in
    `coverage`; their names may have changed because they took another in, so that what differs then accuses nobody.
    """
    known = list(rows)
    named = {row.id: row.agency_id for row in known}
    tallies = {code: Tally() for code in (*dict.fromkeys(rule.code for rule in ACROSS_YEARS), "Y4")}
    found: list[Discrepancy] = []
    for years in series(by_last_name(known, towns_apart)):
        for year in range(min(years) + 1, max(years) + 1):
            now = years.get(year)
            is_other = bool(was_reshaped and now and now.place_id and not now.town and was_reshaped(now.place_id, year))
            former = None if is_other else years.get(year - 1)
            some = _between(former, now, year, tallies)
            found += map(_of_two_names, some) if former and now and _renamed(named[former.id], named[now.id]) else some
    return found, tallies


def _renamed(former: str | None, now: str | None) -> bool:
    """Tell whether two ids name a town or a body otherwise; that one zone is placed in its county and in the city changes no name."""
    return (former or "").partition("/")[2] != (now or "").partition("/")[2]


def _of_two_names(one: Discrepancy) -> Discrepancy:
    names = "、".join(dict.fromkeys(row.agency or "" for row, _ in one.operands))
    return replace(
        one, message=f"{one.message}两年的机关名称不同（{names}）：如有合并或职能划转，差异可能由此产生。", is_doubtful=True
    )


def _between(former: Row | None, now: Row | None, year: int, tallies: Tallies) -> Iterator[Discrepancy]:
    for rule in ACROSS_YEARS:
        if rule.since <= year <= rule.until:
            yield from _counted(tallies[rule.code], former, now, partial(_compare, rule))
    for name in WATCHED:
        yield from _counted(tallies["Y4"], former, now, partial(_jump, name))


def _counted(
    tally: Tally, former: Row | None, now: Row | None, compare: Callable[[Row, Row], Discrepancy | bool | None]
) -> Iterator[Discrepancy]:
    """Count one trial; `compare` gives null when an operand has no value, true when all agrees."""
    outcome = compare(former, now) if former and now else None
    if outcome is None:
        tally.not_assessable += 1
        return
    tally.assessed += 1
    if isinstance(outcome, Discrepancy):
        tally.failed += 1
        yield outcome


def _compare(rule: AcrossYears, former: Row, now: Row) -> Discrepancy | bool | None:
    before = [former.figures.get(name) for name in rule.former]
    added = [now.figures.get(name) for name in rule.added]
    taken = [now.figures.get(name) for name in rule.taken]
    stated = now.figures.get(rule.now)
    terms = _values([*before, *added, *taken])
    if stated is None or terms is None:
        return None
    more = len(before) + len(added)
    expected = sum(terms[:more]) - sum(terms[more:])
    if expected == stated:
        return True
    operands = (*((former, name) for name in rule.former), *((now, name) for name in (*rule.added, *rule.taken, rule.now)))
    return Discrepancy(rule.code, _MESSAGES[rule.code](rule, former, now, expected), now, operands)


def _values(values: Iterable[Number | None]) -> list[Number] | None:
    found = []
    for value in values:
        if value is None:
            return None
        found.append(value)
    return found


def _carried(rule: AcrossYears, former: Row, now: Row, expected: Number) -> str:
    return (
        f"{rule.label}：{former.year}年报告“结转下年度继续办理”为 {number(expected)}，"
        f"{now.year}年报告“上年结转”为 {number(now.figures[rule.now])}，两者不等。"
    )


def _items(rule: AcrossYears, former: Row, now: Row, expected: Number) -> str:
    base, change = (number(former.figures[name]) for name in rule.former)
    return (
        f"{rule.label}：{former.year}年报告“上一年项目数量”{base} 加“本年增/减”{change} 得 {number(expected)}，"
        f"{now.year}年报告“上一年项目数量”为 {number(now.figures[rule.now])}，两者不等。"
    )


def _in_force(rule: AcrossYears, former: Row, now: Row, expected: Number) -> str:
    issued, repealed = (number(now.figures[name]) for name in (*rule.added, *rule.taken))
    return (
        f"{rule.label}：{former.year}年报告为 {number(former.figures[rule.former[0]])}，{now.year}年制发 {issued}、废止 {repealed}，"
        f"推得 {number(expected)}，而{now.year}年报告为 {number(now.figures[rule.now])}；失效、重新统计也可能造成差异。"
    )


_MESSAGES: dict[str, Callable[[AcrossYears, Row, Row, Number], str]] = {"Y1": _carried, "Y2": _items, "Y3": _in_force}


def _jump(name: str, former: Row, now: Row) -> Discrepancy | bool | None:
    values = _values([former.figures.get(name), now.figures.get(name)])
    if values is None:
        return None
    low, high = sorted(values)
    if high < JUMP_FROM or high <= JUMP * max(low, 1):
        return True
    message = (
        f"{cells_by_name()[name].label}：{former.year}年为 {number(values[0])}，{now.year}年为 {number(values[1])}，"
        f"相差超过{JUMP}倍，请核对单位和口径。"
    )
    return Discrepancy("Y4", message, now, ((former, name), (now, name)))
