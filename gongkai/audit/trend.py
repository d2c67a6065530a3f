"""How did a figure or a share go, year by year?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from gongkai.audit.ratios import Share, share_text, shares
from gongkai.mappings.labels import label_of
from gongkai.mappings.ratios import SMALLEST, Ratio
from gongkai.report import Number
from gongkai.search.engine import Engine
from gongkai.search.query import Pivot, Query
from gongkai.search.render import Sheet, plain

__all__ = ["Point", "Trend", "spark", "trend_csv", "trend_json", "trend_lines", "trend_sheet", "trends", "years_of"]

_SPARKS = "▁▂▃▄▅▆▇█"
_GAP = " "

Key = str | int | None


@dataclass(frozen=True, slots=True)
class Point:
    """One year. A ratio has its numerator and denominator, and no value where the denominator is small."""

    value: Number | float | None
    reports: int
    missing: int
    numerator: Number | None = None
    denominator: Number | None = None


@dataclass(frozen=True, slots=True)
class Trend:
    """The points of one value of the field that rows are by, for the years that there are reports of."""

    row: Key
    points: dict[int, Point]


def trends(engine: Engine, query: Query, by: str | None, measure: str | Ratio | None) -> list[Trend]:
    """Return a trend a value of `by`, or one of all reports."""
    rows, columns = (by, "year") if by else ("year", None)
    found: dict[Key, dict[int, Point]] = {}
    cells: Iterable[tuple[Key, Key, Point]]
    if isinstance(measure, Ratio):
        cells = ((s.row, s.column, _of_share(s)) for s in shares(engine, query, rows, columns, measure))
    else:
        pivot = engine.pivot(query, Pivot(rows, columns, measure))
        cells = ((c.row, c.column, Point(c.value, c.reports, c.missing)) for c in pivot)
    for row, column, point in cells:
        value, year = (row, column) if by else (None, row)
        if year is not None:
            found.setdefault(value, {})[int(year)] = point
    return [Trend(row, points) for row, points in found.items()]


def _of_share(share: Share) -> Point:
    return Point(share.value, share.reports, share.missing, share.numerator, share.denominator)


def years_of(found: Iterable[Trend]) -> list[int]:
    """Return the years from the first to the last that there are reports of."""
    years = {year for trend in found for year in trend.points}
    return list(range(min(years), max(years) + 1)) if years else []


def spark(values: Sequence[Number | float | None]) -> str:
    """Return the values as blocks between the least and the greatest; a gap where there is none."""
    known = [float(value) for value in values if value is not None]
    if not known:
        return _GAP * len(values)
    low, span = min(known), max(known) - min(known)
    return "".join(_GAP if v is None else _SPARKS[round((float(v) - low) / span * 7) if span else 3] for v in values)


def trend_sheet(found: Sequence[Trend], by: str | None, heading: str, measure: str | Ratio | None, label: str) -> Sheet:
    """Return a row a trend: its line, then its years."""
    years = years_of(found)
    lines = []
    for trend in found:
        points = [trend.points.get(year) for year in years]
        name = label_of(by, trend.row) if by else "全部"
        lines.append((name, spark([point.value if point else None for point in points]), *map(_cell, points)))
    missing = sum(point.missing for trend in found for point in trend.points.values())
    foot = f"数值：{label}" + (f"，括号内为分母；分母不足 {SMALLEST} 的不算" if isinstance(measure, Ratio) else "")
    foot += f"；{missing:,} 篇报告未载全，不计" if missing else ""
    return Sheet((heading, "走势", *map(str, years)), lines, frozenset(range(2, len(years) + 2)), foot=foot)


def _cell(point: Point | None) -> str:
    if point is None:
        return ""
    if point.denominator is None:
        return plain(point.value)
    return share_text(Share(None, None, point.numerator or 0, point.denominator, point.reports, point.missing))


def trend_csv(found: Sequence[Trend], by: str | None, heading: str, label: str) -> Sheet:
    """Return a row a trend and year."""
    rows = [
        (
            *((label_of(by, trend.row) if by else "全部"), year, point.value),
            *(point.numerator, point.denominator, point.reports, point.missing),
        )
        for trend in found
        for year, point in sorted(trend.points.items())
    ]
    return Sheet((heading, "年度", label, "分子", "分母", "有数篇数", "缺数篇数"), rows)


def trend_lines(found: Iterable[Trend]) -> list[dict[str, Any]]:
    """Return a line a trend and year under its documented names."""
    return [
        {
            "row": trend.row,
            "year": year,
            "value": point.value,
            "reports": point.reports,
            "missing": point.missing,
            **({} if point.denominator is None else {"numerator": point.numerator, "denominator": point.denominator}),
        }
        for trend in found
        for year, point in sorted(trend.points.items())
    ]


def trend_json(found: Sequence[Trend], by: str | None, measure: str | Ratio | None) -> dict[str, Any]:
    """Return the answer of `trend` under its documented names."""
    name = measure.name if isinstance(measure, Ratio) else measure
    return {"by": by, "measure": name, "years": years_of(found), "points": trend_lines(found)}
