"""What does Kibana show of an index? FIELDS, the form and BOARDS → saved objects, with everything that they need."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from gongkai.mappings.fields import TEXTS
from gongkai.mappings.kibana_boards import BOARDS, CONTROLS, LISTINGS
from gongkai.mappings.kibana_kql import kql
from gongkai.mappings.kibana_lens import lens_object
from gongkai.mappings.kibana_names import CORE_VERSION, VERSIONS, Names, SavedObject, compact, stamped
from gongkai.mappings.kibana_panels import Board, Listing, Panel, Part, Place, View, WordCloud
from gongkai.mappings.kibana_views import FIELDS_OF, data_view_object, exact_field
from gongkai.mappings.kibana_words import word_object
from gongkai.text import normalise

__all__ = ["board_objects", "data_views", "needed_by", "saved_objects", "to_ndjson"]

_SOURCE = "kibanaSavedObjectMeta.searchSourceJSON"
_TYPES: dict[type[Part], str] = {Panel: "lens", Listing: "search", WordCloud: "visualization"}


def saved_objects(names: Names) -> list[SavedObject]:
    """Return all objects in an order in which each comes after what it refers to."""
    return [*data_views(names), *board_objects(names)]


def data_views(names: Names) -> list[SavedObject]:
    """Return the two data views."""
    return [data_view_object(names, view) for view in View]


def board_objects(names: Names) -> list[SavedObject]:
    """Return the saved searches, the panels and the dashboards."""
    parts = dict.fromkeys([*LISTINGS, *(part for board in BOARDS for part, _ in board.parts())])
    return [*(_part(names, part) for part in parts), *(_dashboard(names, board) for board in BOARDS)]


def needed_by(saved: SavedObject, objects: Iterable[SavedObject]) -> list[SavedObject]:
    """Return the object after all those that it refers to, in their order."""
    known = {(each["type"], each["id"]): each for each in objects}
    wanted: set[tuple[str, str]] = set()
    waiting = [saved]
    while waiting:
        each = waiting.pop()
        if (each["type"], each["id"]) not in wanted:
            wanted.add((each["type"], each["id"]))
            waiting += [known[reference["type"], reference["id"]] for reference in each["references"]]
    return [each for place, each in known.items() if place in wanted]


def to_ndjson(objects: Iterable[SavedObject]) -> str:
    """Return the objects as the lines of a file that Kibana imports."""
    return "".join(json.dumps(each, ensure_ascii=False, sort_keys=True) + "\n" for each in objects)


def _part(names: Names, part: Part) -> SavedObject:
    if isinstance(part, Panel):
        return lens_object(names, part)
    return _search(names, part) if isinstance(part, Listing) else word_object(names, part)


def _search(names: Names, listing: Listing) -> SavedObject:
    source = {"query": {"query": kql(listing.where), "language": "kuery"}, "filter": [], "indexRefName": f"{_SOURCE}.index"}
    attributes = {
        "title": names.title(listing.title),
        "description": listing.note,
        "columns": list(listing.columns),
        "sort": [["year", "desc"]],
        "kibanaSavedObjectMeta": {"searchSourceJSON": compact(source)},
    }
    reference = {"type": "index-pattern", "id": names.view(View.REPORTS), "name": f"{_SOURCE}.index"}
    return stamped(_object("search", names.id("search", listing.key), attributes, [reference]))


def _dashboard(names: Names, board: Board) -> SavedObject:
    panels, references = [], []
    for number, (part, place) in enumerate(board.parts(), 1):
        key = f"p{number}"
        panels.append(_panel(key, part, place))
        reference = {"type": _TYPES[type(part)], "id": names.id(_TYPES[type(part)], part.key), "name": f"{key}:panel_{key}"}
        references.append(reference)
    view = names.view(View.REPORTS)
    controls = {f"control-{name}": name for name in CONTROLS}
    references += [{"type": "index-pattern", "id": view, "name": f"controlGroup_{key}:optionsListDataView"} for key in controls]
    filters = [_phrase_filter(number, phrase) for number, phrase in enumerate(board.phrases)]
    references += [{"type": "index-pattern", "id": view, "name": each["meta"]["indexRefName"]} for each in filters]
    attributes = {
        "title": names.title(board.title),
        "description": board.note,
        "timeRestore": False,
        "version": 1,
        "optionsJSON": compact({"useMargins": True, "syncColors": True, "syncCursor": True, "hidePanelTitles": False}),
        "panelsJSON": compact(panels),
        "controlGroupInput": _controls(controls),
        "kibanaSavedObjectMeta": {"searchSourceJSON": compact({"query": {"query": "", "language": "kuery"}, "filter": filters})},
    }
    return stamped(_object("dashboard", names.id("dashboard", board.key), attributes, references))


def _panel(key: str, part: Part, place: Place) -> dict[str, Any]:
    return {
        "type": _TYPES[type(part)],
        "panelIndex": key,
        "gridData": {"x": place.x, "y": place.y, "w": place.w, "h": place.h, "i": key},
        "embeddableConfig": {"enhancements": {}},
        "panelRefName": f"panel_{key}",
        "title": part.title,
    }


def _controls(controls: dict[str, str]) -> dict[str, Any]:
    panels = {
        key: {
            "order": order,
            "width": "small",
            "grow": True,
            "type": "optionsListControl",
            "explicitInput": {
                "id": key,
                "fieldName": name,
                "title": FIELDS_OF[View.REPORTS][name].label,
                "selectedOptions": [],
                "enhancements": {},
            },
        }
        for order, (key, name) in enumerate(controls.items())
    }
    ignored = dict.fromkeys(("ignoreFilters", "ignoreQuery", "ignoreTimerange", "ignoreValidations"), False)
    return {
        "controlStyle": "oneLine",
        "chainingSystem": "HIERARCHICAL",
        "ignoreParentSettingsJSON": compact(ignored),
        "panelsJSON": compact(panels),
    }


def _phrase_filter(number: int, phrase: str) -> dict[str, Any]:
    """Return a filter, switched off, for the reports that contain the phrase in the title or in any section."""
    fields = [exact_field(field.name) for field in TEXTS]
    query = {"multi_match": {"type": "phrase", "query": normalise(phrase), "fields": fields}}
    return {
        "meta": {
            "alias": phrase,
            "disabled": True,
            "negate": False,
            "type": "custom",
            "key": "query",
            "value": compact(query),
            "indexRefName": f"{_SOURCE}.filter[{number}].meta.index",
        },
        "query": query,
        "$state": {"store": "appState"},
    }


def _object(kind: str, id: str, attributes: dict[str, Any], references: list[dict[str, str]]) -> SavedObject:
    return {
        "type": kind,
        "id": id,
        "attributes": attributes,
        "references": references,
        "managed": False,
        "coreMigrationVersion": CORE_VERSION,
        "typeMigrationVersion": VERSIONS[kind],
    }
