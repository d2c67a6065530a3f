"""Is a report late? By local rules, and where it is only the second version of one that came in time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from gongkai.mappings.deadlines import Deadline, due, local_rule
from gongkai.mappings.too_late import CORRECTED, UPDATED, is_correction, too_late
from gongkai.report import Document, Fault
from gongkai.search.engine import Engine

__all__ = ["Versions", "by_local_rules", "doubted", "told_apart", "versions_in"]

Versions = Callable[[str], Sequence[Document]]
"""Report key → all its documents where there are several, else none."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # lines of other programs may hold anything
_LOCAL = "当地"


def versions_in(engine: Engine) -> Versions:
    """Return the versions that an index holds; it is asked only when there is something to tell apart."""

    @cache
    def shared() -> frozenset[str]:
        return frozenset(engine.republished())

    return lambda key: list(engine.history(key)) if key in shared() else []


def told_apart(versions: Versions, documents: Iterable[Document], local: Sequence[Deadline] = ()) -> Iterator[Document]:
    """Yield the documents; a finding D2 on one of several versions says when the first one came: in time, or late as well."""
    for document in documents:
        key = document.get("report_key")
        if key and any(finding["code"] == "D2" for finding in document.get("findings") or ()) and (several := versions(key)):
            yield {**document, "findings": [_by_the_first(finding, document, several, local) for finding in document["findings"]]}
        else:
            yield document


def _by_the_first(
    finding: Mapping[str, Any], document: Document, versions: Sequence[Document], local: Sequence[Deadline]
) -> Mapping[str, Any]:
    """Return the finding: it accuses nobody whose first version was in time, or where one without a day may have been."""
    if finding["code"] != "D2" or (year := document.get("year")) is None:
        return finding
    last = due(year, document.get("level"), document.get("kind"), document.get("adcode"), local=local)
    days = [str(version.get("published")) for version in versions]
    dated = [day for day in days if _DAY.fullmatch(day)]
    if dated and last and min(dated) <= last.isoformat():
        return _excused(finding, f"此版为再次发布，首次发布于 {min(dated)}，在期限内。")
    if len(dated) < len(days):
        return _excused(finding, "另有版本未注明发布日期，是否逾期无法判断。")
    first = min(versions, key=lambda version: str(version.get("published")))
    if last and CORRECTED in finding["message"] and not is_correction(first.get("title")):
        told = too_late(min(dated), last, "", is_update=doubted(first) == "date", corrects=False)
        said = finding["message"].replace(CORRECTED, f"首次发布于 {min(dated)}，亦已逾期。")
        return {**finding, "message": said, "fault": told[1].value if told else Fault.UNDECIDED.value}
    return finding


def _excused(finding: Mapping[str, Any], excuse: str) -> Mapping[str, Any]:
    if finding["code"] != "D2":
        return finding
    return {**finding, "message": f"{finding['message'].replace(CORRECTED, '')}{excuse}", "fault": Fault.UNDECIDED.value}


def doubted(document: Document) -> str | None:
    """Return why the day of a report alone makes it not late: `date`, it is that of a change; `first`, that of a correction; else null."""
    if is_correction(document.get("title")):
        return "first"
    is_update = any(finding["code"] == "D2" and UPDATED in finding["message"] for finding in document.get("findings") or ())
    return "date" if is_update else None


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
    reason = doubted(document)
    if told := too_late(published, last, _LOCAL, is_update=reason == "date", corrects=reason == "first"):
        message, fault = told
        found.append({"code": "D2", "message": message, "figures": [], "evidence": published, "fault": fault.value})
    return {**document, "findings": found}
