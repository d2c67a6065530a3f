"""How does Elasticsearch index a figure? The long form → settings and a strict mapping."""

from __future__ import annotations

from typing import Any

from elasticsearch.dsl import Boolean, Date, Double, Keyword, Long, Mapping
from elasticsearch.dsl import Field as Mapped

from gongkai.mappings.elasticsearch import FORMAT, LONGEST_KEYWORD, Layout, body_of
from gongkai.mappings.fields import Field, Kind
from gongkai.mappings.long_form import LONG_FIELDS

__all__ = ["figures_index"]


def figures_index(name: str, layout: Layout, *, zeros: bool) -> dict[str, Any]:
    """Return the body that creates an index of figures; whether zeros are in it is kept in its mapping."""
    mapping = Mapping()
    mapping.meta("dynamic", "strict")
    mapping.meta("_meta", {"gongkai": {"format": FORMAT, "zeros": zeros}})
    mapping.field("slot", Keyword(doc_values=False))  # the place in the index of reports that the figure follows
    for field in LONG_FIELDS:
        mapping.field(field.name, _mapped(field))
    return body_of(name, layout, mapping)


def _mapped(field: Field) -> Mapped:
    if field.name == "current":
        return Boolean()
    if field.name == "value":
        return Double(index=False)  # summed, hardly ever searched
    if field.kind is Kind.DATE:
        return Date(format="strict_date")
    if field.kind is Kind.INTEGER:
        return Long(coerce=False)
    return Keyword(ignore_above=LONGEST_KEYWORD)
