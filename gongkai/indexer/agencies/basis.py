"""What does each piece of metadata rest on, and how sure is it? For `parse --explain`."""

from __future__ import annotations

from collections.abc import Mapping

from gongkai.indexer.dates.dates import LATER
from gongkai.report import Report

__all__ = ["metadata_basis"]

_PLACE = ("province", "city", "county", "town", "zone", "adcode")
_BY_NAME = ("level", "kind", "scope")
_CERTAIN = (
    "title",
    "meta",
    "name",
    "zone table",
    "period",
    "opening",
    "publisher",
    "sentence",
    "signature",
    "town",
    "notice",
)
_WEAK = ("ambiguous", "clues too weak", "unknown town", "town against clues", "file name", "own rules", LATER)


def metadata_basis(report: Report) -> dict[str, dict[str, str]]:
    """Return field → source and confidence: certain (the page states it), likely (it follows from clues), weak (or refused)."""
    told: dict[str, str] = dict(report.evidence)
    values: dict[str, object] = {name: getattr(report, name) for name in ("title", "agency", "year", "published", *_BY_NAME)}
    values |= {name: getattr(report.place, name) for name in _PLACE}
    told |= dict.fromkeys(_PLACE, told.get("place", "")) | dict.fromkeys(_BY_NAME, told.get("agency", ""))
    return {
        name: _told(told, name) for name, value in values.items() if told.get(name) and (value is not None or told[name] == LATER)
    }


def _told(told: Mapping[str, str], name: str) -> dict[str, str]:
    source = told[name]
    if source.startswith(_WEAK) or (name == "year" and source == "text"):
        return {"source": source, "confidence": "weak"}
    is_stated = (source.startswith(_CERTAIN) and "clues" not in source) or not source.isascii()  # the label before a date
    return {"source": source, "confidence": "certain" if is_stated else "likely"}
