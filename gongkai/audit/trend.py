"""How did a figure or a share go, year by year?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from gongkai.mappings.ratios import SMALLEST, Ratio
from gongkai.report import Number
from gongkai.search.crosstab import Cell, Crosstab, crosstab
from gongkai.search.crosstab_units import told, unit_told, with_unit
from gongkai.search.engine import Engine
from gongkai.search.query import Query
from gongkai.search.render import Sheet
from gongkai.search.render_pivot import cell_text, key_label
from gongkai.search.results import Key

__all__ = ["Trend", "Trends", "spark", "trend_csv", "trend_json", "trend_lines", "trend_sheet", "trends", "years_of"]

_SPARKS = "▁▂▃▄▅▆▇█"
_GAP = " "


@dataclass(frozen=True, slots=True)
class Trend:
    """The cells of one value of the field that rows are by, for the years that there are reports of."""

    row: Key
    points: dict[int, Cell]
    undated: int = 0  # reports that no year is known of, which no point counts


class Trends(NamedTuple):
    """What was asked for: a trend a row, and how many reports print the figure in another unit, which no point counts."""

    rows: list[Trend]
    other_unit: int = 0


def trends(engine: Engine, query: Query, by: str | None, measure: str | Ratio | None) -> Trends:
    """Return a trend a value of `by`, or one of all reports."""
    asked = Crosstab((by,), "year", measure) if by else Crosstab(("year",), None, measure)
    found: dict[Key, dict[int, Cell]] = {}
    undated: Counter[Key] = Counter()
    table = crosstab(engine, query, asked)
    for cell in table.cells:
        year, row = cell.keys[-1], cell.keys[0] if by else None
        if year is None:
            undated[row] += cell.reports + cell.missing
        else:
            found.setdefault(row, {})[int(year)] = cell
    dated = [Trend(row, points, undated[row]) for row, points in found.items()]
    return Trends(dated + [Trend(row, {}, count) for row, count in undated.items() if row not in found], table.other_unit)


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


def trend_sheet(
    found: Sequence[Trend], by: str | None, heading: str, measure: str | Ratio | None, label: str, other_unit: int = 0
) -> Sheet:
    """Return a row a trend: its line, then its years."""
    years = years_of(found)
    lines = []
    for trend in found:
        points = [trend.points.get(year) for year in years]
        name = key_label(by, trend.row) if by else "全部"
        lines.append(
            (name, spark([point.value if point else None for point in points]), *(cell_text(point, "value") for point in points))
        )
    missing = sum(point.missing for trend in found for point in trend.points.values())
    foot = f"数值：{label}" + (f"，括号内为分母；分母不足 {SMALLEST} 的不算" if isinstance(measure, Ratio) else "")
    foot += f"；{missing:,} 篇报告未载全，不计" if missing else ""
    foot += told(other_unit)
    return Sheet((heading, with_unit("走势", measure), *map(str, years)), lines, frozenset(range(2, len(years) + 2)), foot=foot)


def trend_csv(found: Sequence[Trend], by: str | None, heading: str, label: str) -> Sheet:
    """Return a row a trend and year."""
    rows = [
        (
            *((key_label(by, trend.row) if by else "全部"), year, point.value),
            *(point.above, point.below, point.reports, point.missing),
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
            **({} if point.below is None else {"numerator": point.above, "denominator": point.below}),
        }
        for trend in found
        for year, point in sorted(trend.points.items())
    ]


def trend_json(found: Sequence[Trend], by: str | None, measure: str | Ratio | None, other_unit: int = 0) -> dict[str, Any]:
    """Return the answer of `trend` under its documented names."""
    name = measure.name if isinstance(measure, Ratio) else measure
    undated = sum(trend.undated for trend in found)
    answer = {"by": by, "measure": name, **unit_told(measure), "years": years_of(found), "points": trend_lines(found)}
    counts = {"undated": undated, "other_unit": other_unit}
    return answer | {key: count for key, count in counts.items() if count}
