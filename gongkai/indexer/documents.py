"""What does a program read of a report? The document: one JSON object, documented in DESIGN's command line."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gongkai.indexer.agencies.basis import metadata_basis
from gongkai.report import Finding, NotAReport, Number, Report, State

__all__ = ["to_document"]


def to_document(report: Report | NotAReport, *, explain: bool = False) -> dict[str, Any]:
    """Return the line that `gongkai parse` prints for the report.

    With `explain`: what each piece of metadata rests on and how sure it is, and for each printed figure its
    characters, their place in the page's text, what backs the reading (label, count, order or identity) and which
    other values of the same characters were ruled out.
    """
    if isinstance(report, NotAReport):
        told = {"source": report.source, "report": False, "reason": report.reason}
        return {**told, "says_nothing": True} if report.says_nothing else told
    document = _document(report)
    if report.published_doubt:
        document["published_doubt"] = report.published_doubt
    if report.first_published:
        document["first_published"] = report.first_published
    if explain:
        document["explain"] = {
            "metadata": metadata_basis(report),
            "figures": {
                name: {"raw": figure.raw, "span": list(figure.span), "basis": figure.basis}
                | ({"ruled_out": [_json_number(number) for number in figure.ruled_out]} if figure.ruled_out else {})
                for name, figure in report.figures.items()
                if figure.span
            },
        }
    return document


def _document(report: Report) -> dict[str, Any]:
    place = report.place
    return {
        "source": report.source,
        "report": True,
        "id": report.id,
        "report_key": report.report_key,
        "title": report.title,
        "agency": report.agency,
        "year": report.year,
        "published": report.published,
        "url": report.url,
        "form": report.form,
        "province": place.province,
        "city": place.city,
        "county": place.county,
        "town": place.town,
        "zone": place.zone,
        "adcode": place.adcode,
        "adcode_now": list(place.adcode_now),
        "place_id": place.place_id,
        "agency_id": report.agency_id,
        "level": report.level,
        "kind": report.kind,
        "scope": report.scope,
        "sections": report.sections,
        "figures": {name: _json_number(figure.value) for name, figure in report.figures.items()},
        "states": {name: figure.state.value for name, figure in report.figures.items() if figure.state is not State.READ},
        "extra_rows": [
            {key: [_json_number(v) for v in value] if isinstance(value, list) else value for key, value in row.items()}
            for row in report.extra_rows
        ],
        "findings": [_finding(finding) for finding in report.findings],
    }


def _json_number(value: Number | None) -> int | float | None:
    return float(value) if isinstance(value, Decimal) else value


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "message": finding.message,
        "figures": list(finding.figures),
        "evidence": finding.evidence,
        "fault": finding.fault.value,
    }
