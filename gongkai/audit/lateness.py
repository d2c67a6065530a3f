"""Is a report late? By local rules, and where it is only the second version of one that came in time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from gongkai.mappings.deadlines import Deadline, due, local_rule
from gongkai.report import Document, Fault
from gongkai.search.engine import Engine

__all__ = ["by_local_rules", "told_apart"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # lines of other programs may hold anything


def told_apart(engine: Engine, documents: Iterable[Document], local: Sequence[Deadline] = ()) -> Iterator[Document]:
    """Yield the documents; a finding D2 on a version whose first one came in time says so, and accuses nobody."""
    shared: frozenset[str] | None = None
    for document in documents:
        key = document.get("report_key")
        if key and any(finding["code"] == "D2" for finding in document.get("findings") or ()):
            shared = frozenset(engine.republished()) if shared is None else shared
            if key in shared and (first := _first_in_time(document, engine.history(key), local)):
                yield {**document, "findings": [_excused(finding, first) for finding in document["findings"]]}
                continue
        yield document


def _first_in_time(document: Document, versions: Iterable[Document], local: Sequence[Deadline]) -> str | None:
    """Return the day of the first version when it was in time, or null."""
    if (year := document.get("year")) is None:
        return None
    last = due(year, document.get("level"), document.get("kind"), document.get("adcode"), local=local)
    first = min((day for version in versions if (day := version.get("published"))), default=None)
    return first if first and last and first <= last.isoformat() else None


def _excused(finding: Mapping[str, Any], first: str) -> Mapping[str, Any]:
    if finding["code"] != "D2":
        return finding
    message = f"{finding['message']}此版为再次发布，首次发布于 {first}，在期限内。"
    return {**finding, "message": message, "fault": Fault.UNDECIDED.value}


def by_local_rules(documents: Iterable[Document], local: Sequence[Deadline]) -> Iterator[Document]:
    """Yield the documents; where a local rule says by when, it and not article 49 decides on D2."""
    return (_judged(document, local) for document in documents) if local else iter(documents)


def _judged(document: Document, local: Sequence[Deadline]) -> Document:
    year, published = document.get("year"), str(document.get("published"))
    about = document.get("level"), document.get("kind"), document.get("adcode")
    if not year or not _DAY.fullmatch(published) or local_rule(year, *about, local) is None:
        return document
    if (last := due(year, *about, local=local)) is None:
        return document
    found = [finding for finding in document.get("findings") or () if finding["code"] != "D2"]
    if published > last.isoformat():
        # A page that was moved to another site bears the day on which it was moved.
        moved = published > last.replace(year=last.year + 1).isoformat()
        fault = Fault.UNDECIDED if moved else Fault.SOURCE_ERROR
        message = f"发布日期 {published} 晚于当地规定的 {last}。"
        found.append({"code": "D2", "message": message, "figures": [], "evidence": published, "fault": fault.value})
    return {**document, "findings": found}
