"""What does an engine index of a document? The document of `parse`, flattened to FIELDS."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import Any

from gongkai.mappings.fields import FIELDS, Kind
from gongkai.mappings.findings import OF_OTHER_UNIT
from gongkai.mappings.form import GROUP_TOTALS, OUTCOMES

__all__ = ["AS_PRINTED", "DECIMALS", "are_whole", "comparable", "described", "flatten", "other_units"]

AS_PRINTED = ("states", "findings", "extra_rows", "rest")
"""Parts of a document that are kept and not searched; `rest` is what no field can hold."""

DECIMALS = tuple(field.name for field in FIELDS if field.figure and field.kind is Kind.DECIMAL)
"""The figures that are sums of money."""
_PLAIN = tuple(
    f.name for f in FIELDS if not f.figure and not f.many and f.name != "tables" and not f.name.startswith("sections.")
)

_TOLD = (
    *((f"requests.{leaf}.total", leaf) for leaf in OUTCOMES),
    *((name, group) for group, names in GROUP_TOTALS.items() for name in names),
)
"""Figures, and the outcome that one above zero tells of."""


def flatten(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return field name → value (a list for fields of many values); nulls and empty texts are left out."""
    return described(document) | {name: value for name, value in comparable(document).items() if value is not None}


def comparable(document: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the figures as columns hold them: null where the report prints another unit than all others."""
    figures: Mapping[str, Any] = document.get("figures") or {}
    others = other_units(document)
    return {**figures, **dict.fromkeys(others)} if others else figures


def other_units(document: Mapping[str, Any]) -> list[str]:
    """Return the names of the figures that the report prints in another unit than the form's."""
    figures = document.get("figures") or {}
    told = [finding.get("figures") or () for finding in document.get("findings") or () if finding["code"] == OF_OTHER_UNIT]
    return sorted({name for names in told for name in names if figures.get(name) is not None})


def described(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return what `flatten` does, the figures themselves left out."""
    values: dict[str, Any] = {name: document.get(name) for name in _PLAIN}
    values |= {f"sections.{key}": text for key, text in (document.get("sections") or {}).items()}
    figures = document.get("figures") or {}
    values["adcode_now"] = _codes(document.get("adcode_now"))
    values["outcome"] = _outcomes(figures)
    findings = document.get("findings") or []
    values["finding"] = sorted({finding["code"] for finding in findings})
    values["fault"] = sorted({finding["fault"] for finding in findings})
    values["other_unit"] = other_units(document)
    values["tables"] = _tables(document, figures)
    return {name: value for name, value in values.items() if value or value == 0}


def are_whole(figures: Mapping[str, Any], decimals: int, most: int) -> bool:
    """Tell at little cost whether all figures but so many decimals are whole numbers or none, and none is larger than `most`."""
    types = list(map(type, figures.values()))
    is_plain = types.count(int) + types.count(NoneType) + decimals == len(types)
    return is_plain and max(map(abs, filter(None, figures.values())), default=0) <= most


def _codes(value: object) -> list[str] | None:
    return list(value) if isinstance(value, list | tuple) and all(isinstance(code, str) for code in value) else None


def _outcomes(figures: Mapping[str, Any]) -> list[str]:
    return sorted({outcome for name, outcome in _TOLD if (figures.get(name) or 0) > 0})


def _tables(document: Mapping[str, Any], figures: Mapping[str, Any]) -> str:
    states = document.get("states") or {}
    lost = sum(1 for name, state in states.items() if state in ("missing", "illegible") and name in figures)
    return "complete" if lost == 0 else "missing" if lost == len(figures) else "partial"
