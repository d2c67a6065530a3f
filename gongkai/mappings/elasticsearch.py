"""How does Elasticsearch index a document? FIELDS → settings and strict mappings.

Every text stands twice: `title`, `sections.overview`, … on the report's own characters, analysed by smartcn
for words and ranking, and `exact.title`, `exact.sections.overview`, … normalised, as pairs of characters at
consecutive positions, which make a phrase a substring. The exact fields are made from the others, so they
are not kept in `_source`. A figure is `figures.<name>`: numbers with columns and no index of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from elasticsearch.dsl import Binary, Boolean, Date, Double, Index, Keyword, Long, Mapping, Object, Text, analyzer, tokenizer
from elasticsearch.dsl import Field as Mapped

from gongkai.mappings.document import AS_PRINTED
from gongkai.mappings.fields import FIELDS, MAPPING_VERSION, TEXTS, Field, Kind

__all__ = ["FORMAT", "LONGEST_KEYWORD", "Layout", "body_of", "exact_path", "other_index", "path", "reports_index"]

LAYOUT = 2  # raised when the way a document is written changes (normalisation, analysis, derived fields)
FORMAT = f"{MAPPING_VERSION}.{LAYOUT}"
"""What an index depends on: one of another format is built again by `gongkai elasticsearch migrate`."""

LONGEST_KEYWORD = 8191  # characters; Lucene holds 32,766 bytes a term


@dataclass(frozen=True, slots=True)
class Layout:
    """What can be chosen when an index is made. The reasons are in docs/elasticsearch.md."""

    shards: int = 1
    replicas: str = "0-1"  # a number, or least-most: as many as there are machines for
    refresh: str = "5s"
    codec: str = "best_compression"
    figures: str = "nonzero"  # in the index of figures: nonzero, all (zeros too), or none: no such index


def path(field: Field) -> str:
    """Return the name of the field in Elasticsearch."""
    return f"figures.{field.name}" if field.figure else field.name


def exact_path(field: Field) -> str:
    """Return the name of the pairs of a text field."""
    return f"exact.{field.name}"


def reports_index(name: str, layout: Layout, meta: dict[str, Any]) -> dict[str, Any]:
    """Return the body that creates an index of current documents; `meta` is kept in its mapping."""
    mapping = Mapping()
    mapping.meta("dynamic", "strict")
    mapping.meta("_source", {"excludes": ["exact"]})
    mapping.meta("_meta", {"gongkai": {"format": FORMAT, **meta}})
    for field in FIELDS:
        if not field.figure and field not in TEXTS:
            mapping.field(field.name, _mapped(field))
    mapping.field("title", _text())
    mapping.field("sections", _object({f.name.removeprefix("sections."): _text() for f in TEXTS if f.name != "title"}))
    mapping.field("figures", _object({f.name: _mapped(f) for f in FIELDS if f.figure}))
    mapping.field("exact", _object({f.name: _pairs() for f in TEXTS}))
    mapping.field("report", Boolean(index=False, doc_values=False))
    mapping.field("rank", Long(index=False))
    for part in AS_PRINTED:
        mapping.field(part, Object(enabled=False))
    return body_of(name, layout, mapping)


def other_index(name: str, kind: str, layout: Layout) -> dict[str, Any]:
    """Return the body that creates the `history`, the `ledger` or the `pages` beside the reports."""
    mapping = Mapping()
    mapping.meta("dynamic", "strict")
    for field, mapped in _OTHERS[kind].items():
        mapping.field(field, mapped)
    return body_of(name, layout, mapping)


# Written for every input: only what is looked for is indexed, only what is sorted or counted by has a column.
_OTHERS: dict[str, dict[str, Mapped]] = {
    # A line a document ever read; its body only when it is not, or once was not, the current one of its key.
    "history": {
        "id": Keyword(doc_values=False),
        "slot": Keyword(),
        "rank": Long(index=False, doc_values=False),
        "source": Keyword(index=False, doc_values=False),
        "parser": Keyword(index=False, doc_values=False),
        "kept": Boolean(index=False, doc_values=False),
        "document": Object(enabled=False),
    },
    # A line a source. A claim names its document before the work is done.
    "ledger": {
        "source": Keyword(ignore_above=LONGEST_KEYWORD, index=False),
        "outcome": Keyword(index=False),
        "id": Keyword(doc_values=False),
        "reason": Keyword(index=False, doc_values=False),
        "digest": Keyword(index=False, doc_values=False),
        "parser": Keyword(index=False, doc_values=False),
        "claim": Boolean(doc_values=False),
        "former": Keyword(index=False, doc_values=False),  # what it named before, until that is settled
    },
    "pages": {"page": Binary()},
}


def _mapped(field: Field) -> Mapped:
    options: dict[str, Any]
    if field.kind is Kind.KEYWORD:
        options = {"eager_global_ordinals": True} if field.facet else {}
        return Keyword(ignore_above=LONGEST_KEYWORD, **options)
    if field.kind is Kind.DATE:
        return Date(format="strict_date")
    options = {"index": False} if field.figure else {}
    return (Double if field.kind is Kind.DECIMAL else Long)(coerce=False, **options)


def _text() -> Mapped:
    return Text(analyzer="smartcn")


def _pairs() -> Mapped:
    pairs = tokenizer("gongkai_pairs", "ngram", min_gram=2, max_gram=2)
    return Text(analyzer=analyzer("gongkai_exact", tokenizer=pairs), norms=False)


def _object(properties: dict[str, Mapped]) -> Mapped:
    """Return an object whose fields may have dots in their names: `a.b` may stand beside `a.b.c`."""
    return Object(properties=properties, dynamic="strict", subobjects=False)


def body_of(name: str, layout: Layout, mapping: Mapping) -> dict[str, Any]:
    """Return the body that creates an index of that mapping."""
    index = Index(name)
    replicas = "auto_expand_replicas" if "-" in layout.replicas else "number_of_replicas"
    index.settings(
        number_of_shards=layout.shards,
        refresh_interval=layout.refresh,
        codec=layout.codec,
        **{replicas: layout.replicas},
    )
    index.mapping(mapping)
    body: dict[str, Any] = index.to_dict()
    return body
