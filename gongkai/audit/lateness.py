"""Is a report late? By local rules, and where it is only the second version of one that came in time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from gongkai.mappings.deadlines import Deadline, due, local_rule, may_be_moved
from gongkai.mappings.findings import UPDATED
from gongkai.report import Document, Fault
from gongkai.search.engine import Engine

__all__ = ["by_local_rules", "dated_by_update", "told_apart"]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # lines of other programs may hold anything


def told_apart(engine: Engine, documents: Iterable[Document], local: Sequence[Deadline] = ()) -> Iterator[Document]:
    """Yield the documents; a finding D2 on a version whose first one came in time, or may have, says so, and accuses nobody."""
    shared: frozenset[str] | None = None
    for document in documents:
        key = document.get("report_key")
        if key and any(finding["code"] == "D2" for finding in document.get("findings") or ()):
            shared = frozenset(engine.republished()) if shared is None else shared
            if key in shared and (excuse := _excuse(document, list(engine.history(key)), local)):
                yield {**document, "findings": [_excused(finding, excuse) for finding in document["findings"]]}
                continue
        yield document


def _excuse(document: Document, versions: Sequence[Document], local: Sequence[Deadline]) -> str | None:
    """Return what speaks for the agency: its first version was in time, or one without a day may have been; null when nothing does."""
    if (year := document.get("year")) is None:
        return None
    last = due(year, document.get("level"), document.get("kind"), document.get("adcode"), local=local)
    days = [str(version.get("published")) for version in versions]
    dated = [day for day in days if _DAY.fullmatch(day)]
    if dated and last and min(dated) <= last.isoformat():
        return f"此版为再次发布，首次发布于 {min(dated)}，在期限内。"
    return "另有版本未注明发布日期，是否逾期无法判断。" if len(dated) < len(days) else None


def _excused(finding: Mapping[str, Any], excuse: str) -> Mapping[str, Any]:
    if finding["code"] != "D2":
        return finding
    return {**finding, "message": f"{finding['message']}{excuse}", "fault": Fault.UNDECIDED.value}


def dated_by_update(document: Document) -> bool:
    """Tell whether what makes a report late is the day on which its page was changed, by its finding D2."""
    return any(finding["code"] == "D2" and UPDATED in finding["message"] for finding in document.get("findings") or ())


def by_local_rules(documents: Iterable[Document], local: Sequence[Deadline]) -> Iterator[Document]:
    """Yield the documents; where a local rule says by when, it and not article 49 decides on D2."""
    today = date.today().isoformat()
    return (_not_to_come(_judged(document, local) if local else document, today) for document in documents)


def _not_to_come(document: Document, today: str) -> Document:
    """Return the document; of a day that has not come yet nobody can say that it is the one of publication."""
    published, findings = str(document.get("published")), document.get("findings") or ()
    if published <= today or not _DAY.fullmatch(published) or all(finding["code"] != "D2" for finding in findings):
        return document
    return {**document, "findings": [_excused(finding, "此日期尚未到来，是否逾期无法判断。") for finding in findings]}


def _judged(document: Document, local: Sequence[Deadline]) -> Document:
    year, published = document.get("year"), str(document.get("published"))
    about = document.get("level"), document.get("kind"), document.get("adcode")
    if not year or not _DAY.fullmatch(published) or local_rule(year, *about, local) is None:
        return document
    if (last := due(year, *about, local=local)) is None:
        return document
    found = [finding for finding in document.get("findings") or () if finding["code"] != "D2"]
    if published > last.isoformat():
        is_update = dated_by_update(document)
        fault = Fault.UNDECIDED if is_update or may_be_moved(published, last) else Fault.SOURCE_ERROR
        message = f"发布日期 {published} 晚于当地规定的 {last}。{UPDATED if is_update else ''}"
        found.append({"code": "D2", "message": message, "figures": [], "evidence": published, "fault": fault.value})
    return {**document, "findings": found}
