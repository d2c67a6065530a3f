"""What do programs and people read of facets? Values with their counts, places as a tree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from gongkai.search.facets import PLACE, Counts, Nameless, Place
from gongkai.search.render import Sheet
from gongkai.search.render_results import count_cells, facet_sheets, facets_json

__all__ = ["counts_csv", "counts_json", "counts_lines", "counts_sheets"]


def counts_json(query: str, counts: Counts, order: Sequence[str]) -> dict[str, Any]:
    """Return the answer of `facets` under its documented names."""
    found = facets_json(counts.facets)
    if counts.places is not None:
        found[PLACE] = [_place_json(place) for place in counts.places]
    answer: dict[str, Any] = {"query": query, "total": counts.total}
    if counts.occurrences is not None:
        answer["occurrences"] = counts.occurrences
    answer |= {"facets": {name: found[name] for name in order}}
    if counts.without:
        answer["without"] = {name: bucket.count for name, bucket in counts.without.items()}
    return answer


def _place_json(place: Place) -> dict[str, Any]:
    return {**_about(place), "below": [_place_json(below) for below in place.below]}


def _about(place: Place) -> dict[str, Any]:
    about = {"value": place.value, "label": place.value, "count": place.count, "selected": place.selected}
    return {**about, **({} if place.reports is None else {"reports": place.reports}), "level": place.level}


def counts_lines(counts: Counts) -> list[dict[str, Any]]:
    """Return a line a value; a place has the names of the places it lies in."""
    found = [{"field": name, **bucket} for name, buckets in facets_json(counts.facets).items() for bucket in buckets]
    found += [{"field": PLACE, **_about(place), "within": list(within)} for within, place in _walk(counts.places or ())]
    return found + [{"field": name, **_nameless_json(one)} for name, one in counts.without.items()]


def _nameless_json(one: Nameless) -> dict[str, Any]:
    about = {"value": None, "label": one.label, "count": one.count, "selected": False}
    return about if one.reports is None else {**about, "reports": one.reports}


def _walk(places: Sequence[Place], within: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Place]]:
    for place in places:
        yield within, place
        yield from _walk(place.below, (*within, place.value))


def counts_sheets(counts: Counts, order: Sequence[str]) -> list[Sheet]:
    """Return a table a facet."""
    sheets = dict(zip((facet.field for facet in counts.facets), facet_sheets(counts.facets), strict=True))
    if counts.places is not None:
        headings = ("地区", *(("篇数",) if counts.occurrences is None else ("次数", "篇数")))
        rows = [(_branch(within, place), *count_cells(place)) for within, place in _walk(counts.places)]
        sheets[PLACE] = Sheet(headings, rows, frozenset({1, 2}))
    return [_with_nameless(sheets[name], counts.without.get(name)) for name in order]


def _with_nameless(sheet: Sheet, one: Nameless | None) -> Sheet:
    """Return the table with a last row of what has no value, as a pivot has it."""
    return sheet if one is None else replace(sheet, rows=[*sheet.rows, (one.label, *count_cells(one))])


def _branch(within: Sequence[str], place: Place) -> str:
    """Return the place behind a line a level: blanks at the start of a cell would be lost."""
    lines = f"{'│ ' * (len(within) - 1)}├ " if within else ""
    return f"{lines}{place.value}{' ✓' if place.selected else ''}"


def counts_csv(counts: Counts) -> Sheet:
    """Return one table of all: the field in the first column; a place under the field of its level, with its way there."""
    rows: list[tuple[object, ...]] = [
        (facet.field, bucket.value, bucket.label, *count_cells(bucket), bucket.selected)
        for facet in counts.facets
        for bucket in facet.buckets
    ]
    rows += [
        (place.level, place.value, "›".join((*within, place.value)), *count_cells(place), place.selected)
        for within, place in _walk(counts.places or ())
    ]
    rows += [(name, None, one.label, *count_cells(one), False) for name, one in counts.without.items()]
    headings = ("篇数",) if counts.occurrences is None else ("次数", "篇数")
    return Sheet(("字段", "值", "名称", *headings, "选中"), rows, frozenset({3}))
