"""Is a report late, or only its second version? What the store knows of the first one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from gongkai.mappings.deadlines import due
from gongkai.report import Document, Fault
from gongkai.search.engine import Engine

__all__ = ["told_apart"]


def told_apart(engine: Engine, documents: Iterable[Document]) -> Iterator[Document]:
    """Yield the documents; a finding D2 on a version whose first one came in time says so, and accuses nobody."""
    shared: frozenset[str] | None = None
    for document in documents:
        key = document.get("report_key")
        if key and any(finding["code"] == "D2" for finding in document.get("findings") or ()):
            shared = frozenset(engine.republished()) if shared is None else shared
            if key in shared and (first := _first_in_time(document, engine.history(key))):
                yield {**document, "findings": [_excused(finding, first) for finding in document["findings"]]}
                continue
        yield document


def _first_in_time(document: Document, versions: Iterable[Document]) -> str | None:
    """Return the day of the first version when it was in time, or null."""
    if (year := document.get("year")) is None:
        return None
    last = due(year, document.get("level"), document.get("kind"), document.get("adcode"))
    first = min((day for version in versions if (day := version.get("published"))), default=None)
    return first if first and last and first <= last.isoformat() else None


def _excused(finding: Mapping[str, Any], first: str) -> Mapping[str, Any]:
    if finding["code"] != "D2":
        return finding
    message = f"{finding['message']}此版为再次发布，首次发布于 {first}，在期限内。"
    return {**finding, "message": message, "fault": Fault.UNDECIDED.value}
