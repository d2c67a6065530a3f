"""What do programs and people read of an answer? Results and facets as JSON and as tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from gongkai.mappings.fields import FIELDS, TEXTS, field_label
from gongkai.report import SECTIONS
from gongkai.search.facets import Nameless, Place
from gongkai.search.render import Sheet
from gongkai.search.results import Bucket, Facet, Hit, Results, Snippet
from gongkai.text import HAN

__all__ = [
    "ABOUT",
    "count_cells",
    "facet_sheets",
    "facets_json",
    "hits_csv",
    "hits_sheet",
    "joined",
    "marked",
    "results_json",
]

ABOUT = tuple(f.name for f in FIELDS if not f.figure and not f.many and f not in TEXTS[1:] and f.name != "tables")
"""The fields that say which report it is."""

_WRAP = re.compile(rf"\s*\n\s*(?=[^\w]|[{HAN}])|(?<=[{HAN}])\s*\n\s*")  # a line break inside Chinese is no space


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
    return {facet.field: [_bucket_json(bucket) for bucket in facet.buckets] for facet in facets}


def _bucket_json(bucket: Bucket) -> dict[str, Any]:
    about = {"value": bucket.value, "label": bucket.label, "count": bucket.count, "selected": bucket.selected}
    return about if bucket.reports is None else {**about, "reports": bucket.reports}


def facet_sheets(facets: Sequence[Facet]) -> list[Sheet]:
    """Return a table a facet."""
    return [
        Sheet(
            (field_label(facet.field), *_counts(facet.buckets)),
            [(f"{bucket.label}{' ✓' if bucket.selected else ''}", *count_cells(bucket)) for bucket in facet.buckets],
            frozenset({1, 2}),
        )
        for facet in facets
    ]


def _counts(buckets: Sequence[Bucket]) -> tuple[str, ...]:
    return ("次数", "篇数") if any(bucket.reports is not None for bucket in buckets) else ("篇数",)


def count_cells(bucket: Bucket | Place | Nameless) -> tuple[int, ...]:
    """Return the cells of what is counted: reports, or occurrences and reports."""
    return (bucket.count,) if bucket.reports is None else (bucket.count, bucket.reports)
