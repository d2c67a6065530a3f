"""How is a panel written down for Lens? A panel → a saved object of type `lens`."""

from __future__ import annotations

from typing import Any

from gongkai.mappings.fields import Kind
from gongkai.mappings.kibana_kql import kql, phrase_kql
from gongkai.mappings.kibana_names import CORE_VERSION, VERSIONS, Names, SavedObject, stamped
from gongkai.mappings.kibana_panels import Axis, Chart, Count, Measure, Panel, Phrases, Sum, View
from gongkai.mappings.kibana_views import FIELDS_OF, exact_field
from gongkai.text import normalise

__all__ = ["LAYER", "lens_object"]

LAYER = "layer"
_ROWS, _SPLIT = "rows", "split"
Column = dict[str, Any]


def lens_object(names: Names, panel: Panel) -> SavedObject:
    """Return the panel as Lens keeps it: columns that become aggregations, and how they are drawn."""
    columns = _columns(panel)
    state = {
        "datasourceStates": {
            "formBased": {"layers": {LAYER: {"columnOrder": list(columns), "columns": columns, "incompleteColumns": {}}}}
        },
        "visualization": _visualization(panel),
        "query": {"query": kql(panel.where), "language": "kuery"},
        "filters": [],
        "internalReferences": [],
        "adHocDataViews": {},
    }
    return stamped(
        {
            "type": "lens",
            "id": names.id("lens", panel.key),
            "attributes": {
                "title": names.title(panel.title),
                "description": panel.note,
                "visualizationType": _TYPES.get(panel.chart, "lnsXY"),
                "state": state,
            },
            "references": [
                {"type": "index-pattern", "id": names.view(panel.view), "name": f"indexpattern-datasource-layer-{LAYER}"}
            ],
            "managed": False,
            "coreMigrationVersion": CORE_VERSION,
            "typeMigrationVersion": VERSIONS["lens"],
        }
    )


_TYPES = {Chart.TABLE: "lnsDatatable", Chart.NUMBER: "lnsMetric", Chart.DONUT: "lnsPie"}


def _columns(panel: Panel) -> dict[str, Column]:
    columns: dict[str, Column] = {}
    if panel.rows is not None:
        columns[_ROWS] = _axis(panel.rows, panel.view)
    if panel.split is not None:
        columns[_SPLIT] = _axis(panel.split, panel.view)
    return columns | {name: _measure(measure) for name, measure in zip(_measures(panel), panel.measures, strict=True)}


def _measures(panel: Panel) -> list[str]:
    return [f"measure-{number}" for number in range(len(panel.measures))]


def _axis(axis: Axis, view: View) -> Column:
    if isinstance(axis, Phrases):
        asked = [
            {"label": phrase, "input": {"query": phrase_kql(exact_field(axis.field), normalise(phrase)), "language": "kuery"}}
            for phrase in axis.phrases
        ]
        return _column("filters", "说法", "string", "ordinal", {"filters": asked}, bucketed=True)
    field = FIELDS_OF[view][axis.field]
    is_number = field.kind in (Kind.INTEGER, Kind.DECIMAL)
    by_key = {"type": "alphabetical", "fallback": False}
    params: dict[str, Any] = {
        "size": axis.size,
        "orderBy": by_key if axis.in_order else {"type": "column", "columnId": "measure-0"},
        "orderDirection": "asc" if axis.in_order else "desc",
        "otherBucket": False,
        "missingBucket": False,
        "parentFormat": {"id": "terms"},
        "include": [],
        "exclude": [],
        "includeIsRegex": False,
        "excludeIsRegex": False,
    }
    kind = "number" if is_number else "string"
    return {**_column("terms", field.label, kind, "ordinal", params, bucketed=True), "sourceField": axis.field}


def _measure(measure: Measure) -> Column:
    params = {"emptyAsNull": True}
    if isinstance(measure, Count):
        return {**_column("count", measure.label, "number", "ratio", params), "sourceField": "___records___"}
    operation = "sum" if isinstance(measure, Sum) else "unique_count"
    return {**_column(operation, measure.label, "number", "ratio", params), "sourceField": measure.field}


def _column(operation: str, label: str, kind: str, scale: str, params: dict[str, Any], *, bucketed: bool = False) -> Column:
    return {
        "operationType": operation,
        "label": label,
        "customLabel": True,
        "dataType": kind,
        "isBucketed": bucketed,
        "scale": scale,
        "params": params,
    }


def _visualization(panel: Panel) -> dict[str, Any]:
    measures = _measures(panel)
    layer: dict[str, Any] = {"layerId": LAYER, "layerType": "data"}
    if panel.chart is Chart.NUMBER:
        return {**layer, "metricAccessor": measures[0]}
    if panel.chart is Chart.TABLE:
        return {**layer, "columns": _table_columns(panel), "paging": {"enabled": True, "size": 20}}
    if panel.chart is Chart.DONUT:
        drawn = {"numberDisplay": "percent", "categoryDisplay": "default", "legendDisplay": "show", "nestedLegend": False}
        return {"shape": "donut", "layers": [{**layer, "primaryGroups": [_ROWS], "metrics": measures, **drawn}]}
    layer |= {"seriesType": str(panel.chart), "xAccessor": _ROWS, "accessors": measures}
    if panel.split is not None:
        layer["splitAccessor"] = _SPLIT
    return {
        "layers": [layer],
        "preferredSeriesType": str(panel.chart),
        "legend": {"isVisible": panel.split is not None or len(measures) > 1, "position": "right"},
        "valueLabels": "hide",
        "fittingFunction": "None",
        "axisTitlesVisibilitySettings": {"x": False, "yLeft": False, "yRight": False},
    }


def _table_columns(panel: Panel) -> list[dict[str, Any]]:
    """Return the columns of a table; the values of the second axis stand side by side."""
    columns = [{"columnId": _ROWS, "isTransposed": False, "isMetric": False}]
    if panel.split is not None:
        columns.append({"columnId": _SPLIT, "isTransposed": True, "isMetric": False})
    return columns + [{"columnId": name, "isTransposed": False, "isMetric": True} for name in _measures(panel)]
