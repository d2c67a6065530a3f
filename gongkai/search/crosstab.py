"""What is in each cell of a table? Counts, sums and other statistics by one or two row axes and one column axis.

An axis is a facet field, or one of AXES: `outcome`, `outcome_group` and `applicant` choose among the figures of
table three, `section` the reports that say a phrase of the query there. Totals are asked of the engine, never
added up from the cells: a report that counts under two values of a facet counts once in a total.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from types import MappingProxyType
from typing import Any, NamedTuple

from gongkai.errors import BadQuery
from gongkai.mappings.form import APPLICANTS, GROUP_TOTALS, OUTCOME_GROUPS, OUTCOMES, SUBTOTAL
from gongkai.mappings.ratios import SMALLEST, Ratio
from gongkai.report import SECTIONS, Number
from gongkai.search import named
from gongkai.search.crosstab_units import count_other_unit
from gongkai.search.crosstab_years import YEAR, count_doubtful, of_no_year, of_sure_years
from gongkai.search.distribution import distributions, statistic
from gongkai.search.engine import Engine
from gongkai.search.query import AllOf, AnyOf, Exists, Query, Tree
from gongkai.search.results import Group, Key, Sum
from gongkai.search.snippets import wanted_of

__all__ = ["AXES", "SHOWS", "Cell", "Crosstab", "Table", "crosstab"]

AXES: dict[str, tuple[str, tuple[str, ...]]] = {
    "outcome": ("办理结果", tuple(OUTCOMES)),
    "outcome_group": ("办理结果", tuple(OUTCOME_GROUPS)),
    "applicant": ("申请人", tuple(column.key for column in APPLICANTS)),
    "section": ("部分", tuple(SECTIONS)),
}
"""Axes besides the facet fields: their Chinese label and their values in printed order."""
_ORDERS: dict[str, dict[Key, int]] = {
    axis: {value: place for place, value in enumerate(values)} for axis, (_, values) in AXES.items()
}

SHOWS: dict[str, str] = {
    "value": "",
    "reports": "有数篇数",
    "missing": "缺数篇数",
    "mean": "平均数",
    "min": "最小值",
    "max": "最大值",
    "median": "中位数",
    "share_of_row": "占行",
    "share_of_column": "占列",
    "share_of_all": "占总计",
}
"""What a cell may show → its Chinese label; `value` is the sum, the count or the ratio itself."""

_DISTRIBUTED = ("min", "max", "median")
_SHARES = ("share_of_row", "share_of_column", "share_of_all")
_ASKED = "requests.received.total"  # whose requests the applicants' axis counts when no figure is named
_TABLE_THREE = tuple(f"requests.{row}" for row in ("received", "carried_over", "processed", "carried_forward", *OUTCOMES))
_TABLE_THREE += (SUBTOTAL,)

Keys = tuple[Key, ...]
Shown = Number | float | None


@dataclass(frozen=True, slots=True)
class Crosstab:
    """What is asked: axes, what is measured (a figure, a ratio, or null: reports), and what each cell shows."""

    rows: tuple[str, ...]
    columns: str | None = None
    measure: str | Ratio | None = None
    shows: tuple[str, ...] = ("value",)
    totals: bool = False

    @property
    def axes(self) -> tuple[str, ...]:
        """Return the axes of a cell's keys."""
        return (*self.rows, *((self.columns,) if self.columns else ()))


_NONE_SHOWN: Mapping[str, Shown] = MappingProxyType({})


class Cell(NamedTuple):
    """`value` is the sum over the `reports` that print a figure, their number, or a ratio; `missing` do not print it.

    `shown` holds the other statistics that were asked for; a ratio has its `above` and `below` the line.
    """

    keys: Keys
    value: Shown
    reports: int
    missing: int
    shown: Mapping[str, Shown] = _NONE_SHOWN
    above: Number | None = None
    below: Number | None = None

    def show(self, name: str) -> Shown:
        """Return one of the statistics."""
        here = {"value": self.value, "reports": self.reports, "missing": self.missing}
        return here[name] if name in here else self.shown.get(name)


@dataclass(frozen=True, slots=True)
class Table:
    """The cells by their keys, and the totals: of rows (keys of the rows), of columns (key of the column), of all."""

    asked: Crosstab
    cells: list[Cell]
    row_totals: list[Cell]
    column_totals: list[Cell]
    total: Cell | None
    other_unit: int = 0  # reports that print the figure in another unit: missing in every cell

    @property
    def is_empty(self) -> bool:
        """Tell whether no report was found."""
        return not any(cell.reports or cell.missing for cell in self.cells)

    def to_pandas(self) -> Any:
        """Return a pandas.DataFrame: a row a cell. GongkaiError without pandas."""
        from gongkai.search.render_pandas import table_frame

        return table_frame(self)


def crosstab(engine: Engine, query: Query, asked: Crosstab) -> Table:
    """Return the table. Raises BadQuery."""
    _check(asked)
    cells = _cells(engine, query, asked, asked.axes)
    others = count_other_unit(engine, query, asked.measure)
    shares = [name for name in asked.shows if name in _SHARES]
    if not (asked.totals or shares):
        return Table(asked, cells, [], [], None, others)
    by_row = _cells(engine, query, asked, asked.rows) if asked.columns else []
    by_column = _cells(engine, query, asked, (asked.columns,)) if asked.columns else []
    total = next(iter(_cells(engine, query, asked, ())), Cell((), None, 0, 0))
    depth = len(asked.rows)
    rows = {cell.keys: cell.value for cell in by_row or cells}
    columns = {cell.keys: cell.value for cell in by_column or (total,)}

    def shared(cell: Cell, row: Shown, column: Shown) -> Cell:
        whole = {"share_of_row": row, "share_of_column": column, "share_of_all": total.value}
        return cell._replace(shown={**cell.shown, **{name: _share(cell.value, whole[name]) for name in shares}})

    return Table(
        asked,
        [shared(cell, rows.get(cell.keys[:depth]), columns.get(cell.keys[depth:])) for cell in cells],
        [shared(cell, cell.value, total.value) for cell in by_row],
        [shared(cell, total.value, cell.value) for cell in by_column],
        shared(total, total.value, total.value),
        others,
    )


def _share(part: Shown, whole: Shown) -> float | None:
    return round(float(part) / float(whole), 4) if part is not None and whole else None


def _check(asked: Crosstab) -> None:
    for name in asked.axes:
        if name not in AXES:
            named.facet(name)
    if unknown := [name for name in asked.shows if name not in SHOWS]:
        raise BadQuery(f"A cell does not show “{unknown[0][:40]}”: it shows {', '.join(SHOWS)}.")
    outcomes = [name for name in asked.axes if name.startswith("outcome")]
    if len(set(asked.axes)) < len(asked.axes) or len(outcomes) > 1:
        raise BadQuery("An axis stands in a table once: choose another field for rows or columns.")
    own = [*outcomes, *(["applicant"] if "applicant" in asked.axes else [])]
    if isinstance(asked.measure, Ratio):
        if own:
            raise BadQuery(f"The axis “{own[0]}” sums its own figures: choose other axes for {asked.measure.name}.")
        if refused := [name for name in asked.shows if name not in ("value", "reports", "missing")]:
            raise BadQuery(f"A share has no {refused[0]}: leave it out, or name a figure with --measure.")
        return
    if outcomes and asked.measure is not None:
        raise BadQuery(f"The axis “{outcomes[0]}” sums its own figures: leave out the measure.", asked.measure)
    if asked.measure is not None and "applicant" in own and asked.measure.rpartition(".")[0] not in _TABLE_THREE:
        raise BadQuery(f"Applicants ask in table three only: {asked.measure} stands in another.", asked.measure)
    counted = [name for name in asked.shows if name in (*_DISTRIBUTED, "mean")]
    if counted and asked.measure is None and not own:
        raise BadQuery(f"Reports that are counted have no {counted[0]}: name a figure with --measure.")


# -- cells --------------------------------------------------------------------------------------------
def _cells(engine: Engine, query: Query, asked: Crosstab, axes: Sequence[str]) -> list[Cell]:
    """Return the cells of a table by some of the axes that are asked for; what the others part is taken together."""
    facets = tuple(name for name in axes if name not in AXES)
    own = [name for name in axes if name in AXES and name != "section"]
    found = [cell for before, part in _sections(query, axes) for cell in _by_years(engine, part, asked, facets, own, before)]
    order = [name for name in axes if name == "section"] + own + list(facets)  # in which they come
    if order == list(axes) and YEAR not in axes:
        return found
    places = [order.index(name) for name in axes]
    found = [cell._replace(keys=tuple([cell.keys[place] for place in places])) for cell in found]
    orders = [_ORDERS.get(name, {}) for name in axes]
    return sorted(found, key=lambda cell: [_place(known, key) for known, key in zip(orders, cell.keys, strict=True)])


def _place(order: Mapping[Key, int], key: Key) -> tuple[bool, Key]:
    """Return what a key is sorted by: its printed place, else itself; no value comes last."""
    return (False, order[key]) if order else (key is None, 0 if key is None else key)


def _sections(query: Query, axes: Sequence[str]) -> Iterator[tuple[Keys, Query]]:
    """Yield each section with the query of the reports that say one of the phrases there, or have it at all."""
    if "section" not in axes:
        yield (), query
        return
    wanted = wanted_of(query.tree)
    for key in SECTIONS:
        name = f"sections.{key}"
        here: tuple[Tree, ...] = tuple(replace(one, fields=(name,)) for one in wanted if not one.fields or name in one.fields)
        if here or not wanted:
            yield (key,), replace(query, tree=AllOf((query.tree, AnyOf(here or (Exists(name),)))))


def _by_years(
    engine: Engine, query: Query, asked: Crosstab, facets: Sequence[str], own: Sequence[str], before: Keys
) -> Iterator[Cell]:
    """Yield the cells of a part; where years are an axis, a report whose year is doubtful stands under none."""
    if YEAR not in facets or not count_doubtful(engine, query):
        yield from _of_part(engine, query, asked, facets, own, before)
        return
    yield from _of_part(engine, of_sure_years(query), asked, facets, own, before)
    at = len(before) + len(own) + facets.index(YEAR)
    others = [name for name in facets if name != YEAR]
    for cell in _of_part(engine, of_no_year(query), asked, others, own, before):
        yield cell._replace(keys=(*cell.keys[:at], None, *cell.keys[at:]))


def _of_part(
    engine: Engine, query: Query, asked: Crosstab, facets: Sequence[str], own: Sequence[str], before: Keys
) -> Iterator[Cell]:
    """Yield the cells of every choice of outcome and applicant by facet fields; their keys begin with those of the part."""
    if isinstance(asked.measure, Ratio):
        yield from _ratios(engine, query, facets, asked.measure, before)
        return
    points = list(product(*(AXES[name][1] for name in own)))
    figures = [_figures(asked, dict(zip(own, point, strict=True))) for point in points]
    if not figures[0]:
        for group in _found(engine, query, facets):
            yield Cell((*before, *group.keys), group.documents, group.documents, 0)
        return
    groups = _found(engine, query, facets, figures)
    spread = [name for name in asked.shows if name in _DISTRIBUTED]
    values = distributions(engine, query, facets, figures) if spread else [{}] * len(figures)
    is_bare = not spread and "mean" not in asked.shows
    for place, point in enumerate(points):
        for keys, documents, sums in groups:
            reports, value = sums[place]
            shown = _NONE_SHOWN if is_bare else _shown(asked, spread, values[place].get(keys, ()), sums[place])
            yield Cell((*before, *point, *keys), value, reports, documents - reports, shown)


def _shown(asked: Crosstab, spread: Sequence[str], values: Sequence[tuple[Number, int]], found: Sum) -> dict[str, Shown]:
    """Return the statistics that a cell shows beside its sum."""
    shown: dict[str, Shown] = {name: statistic(name, values) for name in spread}
    if "mean" in asked.shows:
        shown["mean"] = round(float(found.value) / found.reports, 6) if found.value is not None else None
    return shown


def _found(engine: Engine, query: Query, facets: Sequence[str], figures: Sequence[tuple[str, ...]] = ()) -> list[Group]:
    """Return the groups of at least one report: the one group of all may have none."""
    return [group for group in engine.tabulate(query, facets, figures) if group.documents]


def _figures(asked: Crosstab, point: Mapping[str, str]) -> tuple[str, ...]:
    """Return the figures that are summed at a point of the axes of table three; over all applicants the printed total."""
    who = point.get("applicant", "total")
    if "outcome" in asked.axes:
        leaves = [point["outcome"]] if "outcome" in point else list(OUTCOMES)
        return tuple(f"requests.{leaf}.{who}" for leaf in leaves)
    if "outcome_group" in asked.axes:
        groups = [point["outcome_group"]] if "outcome_group" in point else list(GROUP_TOTALS)
        return tuple(f"{name.removesuffix('total')}{who}" for group in groups for name in GROUP_TOTALS[group])
    assert not isinstance(asked.measure, Ratio)
    if "applicant" in asked.axes:
        return (f"{(asked.measure or _ASKED).rpartition('.')[0]}.{who}",)
    return () if asked.measure is None else (named.measure(asked.measure).name,)


def _ratios(engine: Engine, query: Query, facets: Sequence[str], ratio: Ratio, before: Keys) -> Iterator[Cell]:
    """Yield the ratio of each group, over the reports that print all of its figures."""
    whole = replace(query, tree=AllOf((query.tree, *(Exists(name) for name in ratio.figures))))
    printed = {group.keys: group for group in engine.tabulate(whole, facets, [ratio.above, ratio.below])}
    for group in _found(engine, query, facets):
        found = printed.get(group.keys)
        above, below = (one.value or 0 for one in found.sums) if found else (0, 0)
        value = None if below < SMALLEST else round(float(above) / float(below), 4)
        reports = found.documents if found else 0
        yield Cell((*before, *group.keys), value, reports, group.documents - reports, {}, above, below)
