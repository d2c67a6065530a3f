"""What would Kibana stumble over? Rules for saved objects, each with a name, from what its importer, Lens and the
dashboards are known to refuse, and from the validators of Elastic's package specification.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from kql import KqlError, fields_of, to_dsl

__all__ = ["RULES", "Index", "findings"]

SavedObject = Mapping[str, Any]
Broken = Iterator[str]

TOP_KEYS = {"type", "id", "attributes", "references", "managed", "coreMigrationVersion", "typeMigrationVersion"}
NEWEST = {"index-pattern": (8, 0, 0), "search": (8, 0, 0), "lens": (8, 9, 0), "visualization": (8, 5, 0), "dashboard": (8, 9, 0)}
REQUIRED = {
    "index-pattern": {"title", "name", "fields", "fieldFormatMap", "fieldAttrs", "runtimeFieldMap", "sourceFilters", "typeMeta"},
    "search": {"title", "description", "columns", "sort", "kibanaSavedObjectMeta"},
    "lens": {"title", "description", "visualizationType", "state"},
    "visualization": {"title", "description", "visState", "uiStateJSON", "version", "kibanaSavedObjectMeta"},
    "dashboard": {
        "title",
        "description",
        "panelsJSON",
        "optionsJSON",
        "controlGroupInput",
        "kibanaSavedObjectMeta",
        "timeRestore",
    },
}
FORMATS = {"number", "date", "url", "static_lookup"}
NUMBERS = {"long", "integer", "short", "double", "float"}
AGGREGATABLE = {*NUMBERS, "keyword", "date", "boolean"}
LENS_TYPES = {"lnsXY", "lnsDatatable", "lnsMetric", "lnsPie"}
WIDTH = 48


@dataclass(frozen=True)
class Index:
    """The fields of an index, with their types, as its mapping declares them."""

    name: str
    types: Mapping[str, str]


@dataclass(frozen=True)
class Context:
    """All objects, and the indices behind the data views."""

    objects: Sequence[SavedObject]
    indices: Mapping[str, Index]

    def of(self, kind: str) -> list[SavedObject]:
        return [each for each in self.objects if each["type"] == kind]

    def index(self, id: str) -> Index | None:
        views = [each for each in self.of("index-pattern") if each["id"] == id]
        return self.indices.get(views[0]["attributes"]["title"]) if views else None

    def index_of(self, saved: SavedObject) -> Index | None:
        ids = [each["id"] for each in saved["references"] if each["type"] == "index-pattern"]
        return self.index(ids[0]) if ids else None


def mapped_types(mapping: Mapping[str, Any], above: str = "") -> dict[str, str]:
    """Return field name → type of a mapping."""
    types: dict[str, str] = {}
    for name, body in mapping.get("properties", {}).items():
        if "properties" in body:
            types |= mapped_types(body, f"{above}{name}.")
        else:
            types[f"{above}{name}"] = body["type"]
    return types


def findings(objects: Sequence[SavedObject], indices: Sequence[Index]) -> list[tuple[str, str]]:
    """Return (rule, what is wrong) for everything that breaks a rule."""
    context = Context(objects, {index.name: index for index in indices})
    return [(name, what) for name, rule in RULES.items() for what in rule(context)]


def ids(context: Context) -> Broken:
    """Ids are unique, and names in a URL."""
    for (kind, name), times in Counter((each["type"], each["id"]) for each in context.objects).items():
        if times > 1 or not name.replace("-", "").replace("_", "").isascii() or " " in name:
            yield f"{kind} {name}"


def titles(context: Context) -> Broken:
    """Every object has a title of its own among its type."""
    for (kind, title), times in Counter((each["type"], each["attributes"].get("title")) for each in context.objects).items():
        if times > 1 or not title:
            yield f"{kind} {title}"


def shape(context: Context) -> Broken:
    """An object has the known keys and the attributes of its type."""
    for each in context.objects:
        if set(each) != TOP_KEYS or each["type"] not in REQUIRED or REQUIRED[each["type"]] - set(each["attributes"]):
            yield f"{each['type']} {each['id']}"


def versions(context: Context) -> Broken:
    """No version is newer than the shapes that 8.19 reads, and none is missing."""
    for each in context.objects:
        version = tuple(int(part) for part in str(each.get("typeMigrationVersion", "99")).split("."))
        if version > NEWEST.get(each["type"], (0,)) or each.get("coreMigrationVersion") != "8.8.0":
            yield f"{each['type']} {each['id']} {each.get('typeMigrationVersion')}"


def dangling(context: Context) -> Broken:
    """What is referred to is there."""
    there = {(each["type"], each["id"]) for each in context.objects}
    for each in context.objects:
        for reference in each["references"]:
            if (reference["type"], reference["id"]) not in there:
                yield f"{each['id']} → {reference['type']} {reference['id']}"


def order(context: Context) -> Broken:
    """An object comes after those that it refers to."""
    seen: set[tuple[str, str]] = set()
    for each in context.objects:
        if any((reference["type"], reference["id"]) not in seen for reference in each["references"]):
            yield str(each["id"])
        seen.add((each["type"], each["id"]))


def bijection(context: Context) -> Broken:
    """Every place that needs a reference has one of its name and type, and no reference is left over."""
    for each in context.objects:
        wanted = Counter(_wanted(each))
        given = Counter((reference["name"], reference["type"]) for reference in each["references"])
        if wanted != given:
            yield f"{each['id']}: {(wanted - given) or ''} {(given - wanted) or ''}"


def _wanted(saved: SavedObject) -> Iterator[tuple[str, str]]:
    attributes = saved["attributes"]
    if saved["type"] == "lens":
        for layer in attributes["state"]["datasourceStates"]["formBased"]["layers"]:
            yield f"indexpattern-datasource-layer-{layer}", "index-pattern"
    if saved["type"] == "search":
        yield _source(saved)["indexRefName"], "index-pattern"
    if saved["type"] == "dashboard":
        for panel in _json(attributes["panelsJSON"], []):
            yield f"{panel['panelIndex']}:{panel['panelRefName']}", panel["type"]
        for key in _json(attributes["controlGroupInput"]["panelsJSON"], {}):
            yield f"controlGroup_{key}:optionsListDataView", "index-pattern"
        for filtered in _source(saved)["filter"]:
            yield filtered["meta"]["indexRefName"], "index-pattern"


def strings(context: Context) -> Broken:
    """What is JSON inside a string can be read."""
    for each in context.objects:
        for path, text in _texts(each["attributes"]):
            name = path.rpartition(".")[2]
            if name.endswith(("JSON", "FormatMap", "Attrs", "FieldMap", "Filters", "typeMeta", "visState")) or name == "fields":
                try:
                    json.loads(text)
                except json.JSONDecodeError:
                    yield f"{each['id']} {path}"


def grid(context: Context) -> Broken:
    """Panels lie inside the grid and not on each other; each is called the same in both places."""
    for each in context.of("dashboard"):
        panels = _json(each["attributes"]["panelsJSON"], [])
        for panel in panels:
            place = panel["gridData"]
            if (
                place["x"] < 0
                or place["w"] < 1
                or place["h"] < 1
                or place["x"] + place["w"] > WIDTH
                or place["i"] != panel["panelIndex"]
            ):
                yield f"{each['id']} {panel['panelIndex']}"
        for one, other in combinations([panel["gridData"] for panel in panels], 2):
            if _overlap(one, other):
                yield f"{each['id']} {one['i']} lies on {other['i']}"


def _overlap(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    across = one["x"] < other["x"] + other["w"] and other["x"] < one["x"] + one["w"]
    return across and one["y"] < other["y"] + other["h"] and other["y"] < one["y"] + one["h"]


def lens_fields(context: Context) -> Broken:
    """A column of Lens reads a field of the index, of a type that its operation can count."""
    for each in context.of("lens"):
        index = context.index_of(each)
        for name, column in _columns(each).items():
            operation, field = column["operationType"], column.get("sourceField")
            kind = index.types.get(str(field)) if index else None
            allowed = {"sum": NUMBERS, "terms": AGGREGATABLE, "unique_count": AGGREGATABLE}.get(operation)
            is_right = (
                field == "___records___"
                if operation == "count"
                else field is None
                if operation == "filters"
                else kind in (allowed or ())
            )
            shown = {"terms": "number" if kind in NUMBERS else "string"}.get(operation)
            if not is_right or (shown and column["dataType"] != shown):
                yield f"{each['id']} {name}: {operation} of {field} ({kind})"


def lens_columns(context: Context) -> Broken:
    """Columns are in order, buckets first; all of them are drawn, none is drawn that is not there; orders exist."""
    for each in context.of("lens"):
        state = each["attributes"]["state"]
        ((layer_id, layer),) = state["datasourceStates"]["formBased"]["layers"].items()
        columns = layer["columns"]
        buckets = [columns[name]["isBucketed"] for name in layer["columnOrder"] if name in columns]
        drawn = _drawn(each["attributes"]["visualizationType"], state["visualization"])
        ordered = [column["params"]["orderBy"].get("columnId") for column in columns.values() if "orderBy" in column["params"]]
        is_right = (
            Counter(layer["columnOrder"]) == Counter(list(columns))
            and buckets == sorted(buckets, reverse=True)
            and Counter(drawn) == Counter(list(columns))
            and all(name is None or (name in columns and not columns[name]["isBucketed"]) for name in ordered)
            and f'"layerId": "{layer_id}"' in json.dumps(state["visualization"])
            and each["attributes"]["visualizationType"] in LENS_TYPES
        )
        if not is_right:
            yield str(each["id"])


def _drawn(kind: str, visualization: Mapping[str, Any]) -> list[str]:
    if kind == "lnsMetric":
        return [visualization["metricAccessor"]]
    if kind == "lnsDatatable":
        return [column["columnId"] for column in visualization["columns"]]
    (layer,) = visualization["layers"]
    if kind == "lnsPie":
        return [*layer["primaryGroups"], *layer["metrics"]]
    return [layer["xAccessor"], *([layer["splitAccessor"]] if "splitAccessor" in layer else []), *layer["accessors"]]


def queries(context: Context) -> Broken:
    """Every search says what it filters; its KQL can be read and its fields are in the index."""
    for each in context.objects:
        index = context.index_of(each)
        for text in _queries(each):
            try:
                unknown = set(fields_of(to_dsl(text))) - set(index.types if index else ())
            except KqlError as error:
                unknown = {str(error)}
            if unknown:
                yield f"{each['id']}: {text} {unknown}"
    for each in [*context.of("search"), *context.of("dashboard"), *context.of("visualization")]:
        if not isinstance(_source(each).get("filter"), list):
            yield f"{each['id']} has no filter"


def _queries(saved: SavedObject) -> Iterator[str]:
    if saved["type"] == "lens":
        yield saved["attributes"]["state"]["query"]["query"]
        for column in _columns(saved).values():
            yield from (each["input"]["query"] for each in column["params"].get("filters", ()))
    elif saved["type"] in ("search", "dashboard", "visualization"):
        yield _source(saved).get("query", {}).get("query", "(")


def filters(context: Context) -> Broken:
    """A prepared filter has a name, is switched off, and asks for fields of its data view."""
    for each in context.of("dashboard"):
        for filtered in _source(each).get("filter") or ():
            index = next(
                (context.index(ref["id"]) for ref in each["references"] if ref["name"] == filtered["meta"]["indexRefName"]), None
            )
            unknown = set(fields_of(filtered["query"])) - set(index.types if index else ())
            if unknown or not filtered["meta"]["alias"] or filtered["meta"]["disabled"] is not True or "$state" not in filtered:
                yield f"{each['id']}: {filtered['meta']['alias']} {unknown}"


def controls(context: Context) -> Broken:
    """A control lists the values of a field that can be counted, and knows its own name."""
    for each in context.of("dashboard"):
        for key, control in _json(each["attributes"]["controlGroupInput"]["panelsJSON"], {}).items():
            index = next(
                (context.index(ref["id"]) for ref in each["references"] if ref["name"].startswith(f"controlGroup_{key}:")), None
            )
            asked = control["explicitInput"]
            kind = index.types.get(asked["fieldName"]) if index else None
            if kind not in AGGREGATABLE or asked["id"] != key or not asked["title"] or control["type"] != "optionsListControl":
                yield f"{each['id']}: {asked['fieldName']} ({kind})"


def data_views(context: Context) -> Broken:
    """A data view reads an index, has no time field, and has a label, a description and a known format for each field."""
    for each in context.of("index-pattern"):
        attributes = each["attributes"]
        index = context.indices.get(attributes["title"])
        if index is None or attributes.get("timeFieldName"):
            yield f"{each['id']}: {attributes['title']}"
            continue
        labels, formats = _json(attributes["fieldAttrs"], {}), _json(attributes["fieldFormatMap"], {})
        for name in sorted(set(index.types) ^ set(labels)):
            yield f"{each['id']}: {name} is only in one of the index and the data view"
        for name, said in labels.items():
            if not said.get("customLabel") or not 0 < len(said.get("customDescription", "")) <= 300:
                yield f"{each['id']}: {name} is not described"
        for name, chosen in formats.items():
            if name not in index.types or chosen["id"] not in FORMATS:
                yield f"{each['id']}: {name} {chosen['id']}"


def legacy(context: Context) -> Broken:
    """No visualization is of the kinds that Lens replaced."""
    for each in context.of("visualization"):
        if _json(each["attributes"]["visState"], {}).get("type") != "vega":
            yield str(each["id"])


def columns(context: Context) -> Broken:
    """A saved search shows and sorts by fields of its index."""
    for each in context.of("search"):
        index = context.index_of(each)
        named = [*each["attributes"]["columns"], *(pair[0] for pair in each["attributes"]["sort"])]
        for name in named:
            if index is None or name not in index.types:
                yield f"{each['id']}: {name}"


def lines(context: Context) -> Broken:
    """A line of the file is the object, whole and again."""
    for each in context.objects:
        line = json.dumps(each, ensure_ascii=False)
        if "\n" in line or "\u2028" in line or json.loads(line) != each:
            yield str(each["id"])


RULES: dict[str, Callable[[Context], Broken]] = {
    rule.__name__: rule
    for rule in (
        ids, titles, shape, versions, dangling, order, bijection, strings, grid, lens_fields, lens_columns,
        queries, filters, controls, data_views, legacy, columns, lines,
    )
}  # fmt: skip


def _columns(saved: SavedObject) -> dict[str, Any]:
    ((_, layer),) = saved["attributes"]["state"]["datasourceStates"]["formBased"]["layers"].items()
    return dict(layer["columns"])


def _source(saved: SavedObject) -> dict[str, Any]:
    return dict(_json(saved["attributes"]["kibanaSavedObjectMeta"]["searchSourceJSON"], {}))


def _json(text: str, instead: Any) -> Any:
    """Return what the text holds; the rule `strings` tells of a text that holds nothing."""
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return instead


def _texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _texts(part, f"{path}.{name}")
