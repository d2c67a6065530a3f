"""How does Kibana show a field? The two data views, with a Chinese label, a description and a format for each field."""

from __future__ import annotations

from typing import Any

from gongkai.mappings.fields import FIELDS, TEXTS, Field, Kind
from gongkai.mappings.findings import RULES
from gongkai.mappings.kibana_names import CORE_VERSION, VERSIONS, Names, SavedObject, compact
from gongkai.mappings.kibana_panels import View
from gongkai.mappings.labels import keys_of, label_of
from gongkai.mappings.long_form import LONG_FIELDS

__all__ = ["FIELDS_OF", "data_view_object", "data_view_spec", "exact_field"]

_LONGEST = 300  # characters of a description that Kibana takes
_TITLES = {View.REPORTS: "报告", View.FIGURES: "数值（长表）"}


def exact_field(text: str) -> str:
    """Return the name of the field in which a text is searched character by character."""
    return f"exact.{text}"


def _reports() -> dict[str, Field]:
    named = {f"figures.{field.name}" if field.figure else field.name: field for field in FIELDS}
    exact = {
        exact_field(f.name): Field(exact_field(f.name), Kind.TEXT, f"{f.label}（逐字）", f"{f.help} Phrases are exact here.")
        for f in TEXTS
    }
    return {**named, **exact}


FIELDS_OF: dict[View, dict[str, Field]] = {View.REPORTS: _reports(), View.FIGURES: {field.name: field for field in LONG_FIELDS}}
"""Data view → name of a field in Elasticsearch → the field."""


def data_view_spec(names: Names, view: View) -> dict[str, Any]:
    """Return the data view as `/api/data_views` takes it. There is no time field: reports are annual."""
    formats = {name: found for name, field in FIELDS_OF[view].items() if (found := _format(field))}
    return {
        "id": names.view(view),
        "title": names.index(view),
        "name": names.title(_TITLES[view]),
        "fieldFormats": formats,
        "fieldAttrs": {name: _attributes(field) for name, field in FIELDS_OF[view].items()},
        "allowNoIndex": True,
    }


def data_view_object(names: Names, view: View) -> SavedObject:
    """Return the data view as a saved object, for a file that is imported by hand."""
    spec = data_view_spec(names, view)
    return {
        "type": "index-pattern",
        "id": spec["id"],
        "attributes": {
            "title": spec["title"],
            "name": spec["name"],
            "fieldFormatMap": compact(spec["fieldFormats"]),
            "fieldAttrs": compact(spec["fieldAttrs"]),
            "allowNoIndex": True,
            "runtimeFieldMap": "{}",
            "sourceFilters": "[]",
            "fields": "[]",
            "typeMeta": "{}",
        },
        "references": [],
        "managed": False,
        "coreMigrationVersion": CORE_VERSION,
        "typeMigrationVersion": VERSIONS["index-pattern"],
    }


def _attributes(field: Field) -> dict[str, str]:
    return {"customLabel": field.label, "customDescription": f"{field.help} ({field.name})"[:_LONGEST]}


def _format(field: Field) -> dict[str, Any] | None:
    """Return the format; the values that are keys are shown by their Chinese names."""
    if field.name == "year":
        return _pattern("0")  # 2024, not 2,024
    if field.kind is Kind.INTEGER:
        return _pattern("0,0")
    if field.kind is Kind.DECIMAL:
        return _pattern("0,0.[00]")
    if field.kind is Kind.DATE:
        return {"id": "date", "params": {"pattern": "YYYY-MM-DD", "timezone": "UTC"}}
    if field.name == "url":
        return {"id": "url", "params": {"type": "a", "openLinkInCurrentTab": False}}
    labels = _labels(field.name)
    if not labels:
        return None
    entries = [{"key": key, "value": label} for key, label in labels.items()]
    return {"id": "static_lookup", "params": {"lookupEntries": entries}}


def _labels(name: str) -> dict[str, str]:
    if name == "finding":
        return {code: f"{code} {rule.name}" for code, rule in RULES.items()}
    return {key: label_of(name, key) for key in keys_of(name)}


def _pattern(pattern: str) -> dict[str, Any]:
    return {"id": "number", "params": {"pattern": pattern}}
