"""Which numbers belong in a panel? The same axes by `pivot`, on any engine: what the tests compare Kibana's requests
with, and what the drawn layouts in docs/kibana show.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from gongkai.mappings.form import FORMS
from gongkai.mappings.kibana_panels import Count, Distinct, Measure, Panel, Phrases, Sum, Terms, View, Where
from gongkai.mappings.long_form import dimensions, lines_of
from gongkai.search.engine import Engine
from gongkai.search.query import AllOf, Exists, Phrase, Pivot, Query, Term, Tree

__all__ = ["numbers"]

Key = str | int | None
Numbers = dict[tuple[Key, Key], float]
"""(value of the rows, value of the second axis) → number; null where there is no such axis."""

_ANY = "form"  # a facet to count by where a panel has no axis


def numbers(engine: Engine, panel: Panel) -> list[Numbers]:
    """Return the numbers of each measure of the panel."""
    return [_of(engine, panel, measure) for measure in panel.measures]


def _of(engine: Engine, panel: Panel, measure: Measure) -> Numbers:
    if panel.view is View.FIGURES:
        return _counted_lines(engine, panel) if isinstance(measure, Count) else _summed_lines(engine, panel)
    if isinstance(measure, Distinct):
        cells = engine.pivot(Query(_tree(panel.where)), Pivot(measure.field))
        return {(None, None): sum(cell.row is not None for cell in cells)}
    name = measure.field.removeprefix("figures.") if isinstance(measure, Sum) else None
    found: Numbers = defaultdict(float)
    for row, tree in _rows(panel):
        for key, column, value in _cells(engine, tree, panel, name):
            found[row or key, column] += value
    return dict(found)


def _rows(panel: Panel) -> Iterator[tuple[str | None, Tree]]:
    """Yield what is asked: once, or once a phrase."""
    if not isinstance(panel.rows, Phrases):
        yield None, _tree(panel.where)
        return
    for phrase in panel.rows.phrases:
        yield phrase, AllOf((_tree(panel.where), Phrase(phrase, (panel.rows.field,))))


def _cells(engine: Engine, tree: Tree, panel: Panel, name: str | None) -> Iterator[tuple[Key, Key, float]]:
    """Yield (row, column, value); reports that have no value on an axis are on no axis."""
    axes = [axis.field for axis in (panel.rows, panel.split) if isinstance(axis, Terms)]
    pivot = Pivot(axes[0] if axes else _ANY, axes[1] if len(axes) > 1 else None, name)
    for cell in engine.pivot(Query(tree), pivot):
        if (axes and cell.row is None) or (len(axes) > 1 and cell.column is None) or cell.value is None:
            continue
        row = cell.row if isinstance(panel.rows, Terms) else None
        column = None if panel.split is None else cell.column if len(axes) > 1 else cell.row
        yield row, column, float(cell.value)


def _summed_lines(engine: Engine, panel: Panel) -> Numbers:
    """Sum figure by figure: each has its place on the axes that are the form's, `pivot` knows the others."""
    found: Numbers = defaultdict(float)
    axes = [axis.field for axis in (panel.rows, panel.split) if isinstance(axis, Terms)]
    for form in FORMS:
        facets = [name for name in axes if name not in _of_form(form)]
        for name, cell in dimensions(form).items():
            on_form = [key for key in axes if key in _of_form(form)]
            if not _matches(cell, panel.where) or any(key not in cell for key in on_form):
                continue
            pivot = Pivot(facets[0] if facets else _ANY, facets[1] if len(facets) > 1 else None, name)
            for each in engine.pivot(Query(Term("form", (form,))), pivot):
                places = dict(zip(facets, (each.row, each.column), strict=False))
                keys = [cell[axis] if axis in cell else places[axis] for axis in axes]
                if each.value and None not in keys:
                    found[keys[0] if keys else None, keys[1] if len(keys) > 1 else None] += float(each.value)
    return dict(found)


def _counted_lines(engine: Engine, panel: Panel) -> Numbers:
    """Count the lines themselves: how a figure was read is on no axis of `pivot`."""
    found: Numbers = defaultdict(float)
    axes = [axis.field for axis in (panel.rows, panel.split) if isinstance(axis, Terms)]
    for document in engine.export(Query()):
        for line in lines_of(document):
            if _matches(line, panel.where) and all(axis in line for axis in axes):
                found[line[axes[0]], line[axes[1]] if len(axes) > 1 else None] += 1
    return dict(found)


def _of_form(form: str) -> set[str]:
    return {key for cell in dimensions(form).values() for key in cell}


def _matches(cell: dict[str, str], where: Where) -> bool:
    return all(cell.get(field) in values if values else field in cell for field, values in where)


def _tree(where: Where) -> Tree:
    return AllOf(tuple(Term(field, values) if values else Exists(field) for field, values in where))
