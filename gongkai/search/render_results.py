"""What do programs and people read of an answer? Results, facets and pivots as JSON and as tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from gongkai.mappings.fields import FIELDS, TEXTS, field_named
from gongkai.mappings.labels import label_of
from gongkai.report import SECTIONS
from gongkai.search.query import Pivot
from gongkai.search.render import Sheet
from gongkai.search.results import Facet, Hit, PivotCell, Results, Snippet
from gongkai.text import HAN

__all__ = [
    "ABOUT",
    "facet_sheets",
    "facets_json",
    "hits_csv",
    "hits_sheet",
    "joined",
    "marked",
    "pivot_json",
    "pivot_rows",
    "pivot_sheet",
    "results_json",
]

ABOUT = tuple(f.name for f in FIELDS if not f.figure and not f.many and f not in TEXTS[1:] and f.name != "tables")
"""The fields that say which report it is."""

_WRAP = re.compile(rf"\s*\n\s*(?=[^\w]|[{HAN}])|(?<=[{HAN}])\s*\n\s*")  # a line break inside Chinese is no space
_AXES = {"outcome": "办理结果", "outcome_group": "办理结果"}


# -- search -------------------------------------------------------------------------------------------
def results_json(query: str, results: Results) -> dict[str, Any]:
    """Return the answer of `search` under its documented names."""
    return {
        "query": query,
        "total": results.total,
        "hits": [_hit_json(hit) for hit in results.hits],
        "facets": facets_json(results.facets),
    }


def _hit_json(hit: Hit) -> dict[str, Any]:
    about = {name: hit.document.get(name) for name in ABOUT}
    return {**about, "id": hit.id, "score": hit.score, "snippets": [_snippet_json(snippet) for snippet in hit.snippets]}


def _snippet_json(snippet: Snippet) -> dict[str, Any]:
    return {"section": snippet.section, "text": snippet.text, "marks": [list(mark) for mark in snippet.marks]}


def hits_sheet(results: Results, offset: int) -> Sheet:
    """Return a row a hit, its passages with the hit in 【】."""
    rows = [
        (
            hit.id[:12],
            hit.document.get("year"),
            hit.document.get("agency") or hit.document.get("title"),
            _place(hit.document),
            "\n".join(_passage(snippet) for snippet in hit.snippets),
        )
        for hit in results.hits
    ]
    last = offset + len(rows)
    foot = f"共 {results.total:,} 篇" + (f"，以上为第 {offset + 1}–{last} 篇" if rows else "")
    return Sheet(("编号", "年度", "机关", "地区", "摘录"), rows, frozenset({1}), below=4, foot=foot)


def hits_csv(results: Results) -> Sheet:
    """Return a row a hit with everything that says which report it is."""
    fields = [field for field in FIELDS if field.name in ABOUT]
    rows = [
        (*(hit.document.get(field.name) for field in fields), "\n".join(_passage(snippet) for snippet in hit.snippets))
        for hit in results.hits
    ]
    return Sheet((*(field.label for field in fields), "摘录"), rows)


def _place(document: Mapping[str, Any]) -> str:
    parts = [document.get(name) for name in ("province", "city", "county")]
    return "".join(part for n, part in enumerate(parts) if part and part not in parts[:n])


def _passage(snippet: Snippet) -> str:
    name = SECTIONS.get(snippet.section.removeprefix("sections."), "标题")
    return f"{name}：" + joined(marked(snippet.text, snippet.marks))


def marked(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """Return the text with what is marked in 【】."""
    pieces, last = [], 0
    for start, end in marks:
        pieces += [text[last:start], "【", text[start:end], "】"]
        last = end
    return "".join([*pieces, text[last:]])


def joined(text: str) -> str:
    """Return a stretch of a report without the line breaks inside its Chinese."""
    return _WRAP.sub("", text)


# -- facets -------------------------------------------------------------------------------------------
def facets_json(facets: Sequence[Facet]) -> dict[str, Any]:
    """Return field → buckets under their documented names."""
    return {
        facet.field: [
            {"value": bucket.value, "label": bucket.label, "count": bucket.count, "selected": bucket.selected}
            for bucket in facet.buckets
        ]
        for facet in facets
    }


def facet_sheets(facets: Sequence[Facet], *, named: bool = False) -> list[Sheet]:
    """Return a table a facet; with `named` one table of all, the field in the first column."""
    if named:
        rows: list[tuple[object, ...]] = [
            (facet.field, bucket.value, bucket.label, bucket.count, bucket.selected)
            for facet in facets
            for bucket in facet.buckets
        ]
        return [Sheet(("字段", "值", "名称", "篇数", "选中"), rows, frozenset({3}))]
    return [
        Sheet(
            (_label(facet.field), "篇数"),
            [(f"{bucket.label}{' ✓' if bucket.selected else ''}", bucket.count) for bucket in facet.buckets],
            frozenset({1}),
        )
        for facet in facets
    ]


# -- pivot --------------------------------------------------------------------------------------------
def pivot_json(pivot: Pivot, cells: Sequence[PivotCell]) -> dict[str, Any]:
    """Return the pivot under its documented names."""
    return {
        "rows": pivot.rows,
        "columns": pivot.columns,
        "measure": pivot.measure,
        "cells": [
            {"row": c.row, "column": c.column, "value": c.value, "reports": c.reports, "missing": c.missing} for c in cells
        ],
    }


def pivot_rows(pivot: Pivot, cells: Sequence[PivotCell]) -> Sheet:
    """Return a row a cell: nothing is left out."""
    headings = (_label(pivot.rows), _label(pivot.columns or ""), _measure(pivot), "有数篇数", "缺数篇数")
    rows = [(_value(pivot.rows, c.row), _value(pivot.columns, c.column), c.value, c.reports, c.missing) for c in cells]
    return Sheet(headings, rows, frozenset({2, 3, 4}))


def pivot_sheet(pivot: Pivot, cells: Sequence[PivotCell]) -> Sheet:
    """Return rows × columns; a cell in which no report prints the figure is empty, never 0."""
    if pivot.columns is None:
        return pivot_rows(pivot, cells) if pivot.measure else _counted(pivot, cells)
    columns = sorted({cell.column for cell in cells}, key=lambda value: (value is None, str(value)))
    values = {(cell.row, cell.column): cell.value for cell in cells}
    lines = list(dict.fromkeys(cell.row for cell in cells))
    rows = [(_value(pivot.rows, row), *(values.get((row, column)) for column in columns)) for row in lines]
    headings = (_label(pivot.rows), *(_value(pivot.columns, column) for column in columns))
    missing = sum(cell.missing for cell in cells)
    foot = f"数值：{_measure(pivot)}" + (f"；{missing:,} 处报告未载该数，不计为零" if missing else "")
    return Sheet(headings, rows, frozenset(range(1, len(headings))), foot=foot)


def _counted(pivot: Pivot, cells: Sequence[PivotCell]) -> Sheet:
    rows = [(_value(pivot.rows, cell.row), cell.value) for cell in cells]
    return Sheet((_label(pivot.rows), _measure(pivot)), rows, frozenset({1}))


def _measure(pivot: Pivot) -> str:
    if pivot.measure:
        return _label(pivot.measure)
    return "件数" if pivot.rows in _AXES else "篇数"


def _label(name: str) -> str:
    field = field_named(name)
    return _AXES.get(name) or (field.label if field else name)


def _value(field: str | None, value: str | int | None) -> str:
    if field is None:
        return ""
    return label_of(field.replace("outcome_group", "outcome"), value)
