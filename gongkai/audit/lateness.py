"""Is a report late? By local rules, and where it is only the second version of one that came in time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from typing import Any

from gongkai.mappings.deadlines import Deadline, due, is_early, local_rule
from gongkai.mappings.too_late import (
    CHANGED,
    CORRECTED,
    CORRECTED_BY_TEXT,
    CORRECTS,
    OF_TWO_YEARS,
    UPDATED,
    is_correction,
    too_late,
)
from gongkai.report import Document, Fault
from gongkai.search.engine import Engine

__all__ = ["Versions", "by_local_rules", "doubt_of_first", "first_told", "of_its_year", "told_apart", "versions_in"]

Versions = Callable[[str], Sequence[Document]]
"""Report key → all its documents where there are several, else none."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # lines of other programs may hold anything
_LOCAL = "当地"
_DOUBTS = {CHANGED: UPDATED, CORRECTS: CORRECTED}

_Finding = Mapping[str, Any]


def versions_in(engine: Engine) -> Versions:
    """Return the versions that an index holds; it is asked only when there is something to tell apart."""

    @cache
    def shared() -> frozenset[str]:
        return frozenset(engine.republished())

    return lambda key: list(engine.history(key)) if key in shared() else []


def told_apart(versions: Versions, documents: Iterable[Document], local: Sequence[Deadline] = ()) -> Iterator[Document]:
    """Yield the documents; a finding D2 on one of several versions says when the first one came: in time, or late as well.

    Of a report that tells two years (D3) nobody can say that it is late.
    """
    for document in documents:
        key = document.get("report_key")
        if key and _said(document, "D2") and len(several := of_its_year(versions(key), document.get("year"))) > 1:
            document = _with_late(document, partial(_by_the_first, document=document, versions=several, local=local))
        if _said(document, "D3"):
            document = _with_late(document, lambda late: _excused(late, OF_TWO_YEARS))
        yield document


def _said(document: Document, code: str) -> list[str]:
    """Return what the findings of a code say."""
    return [str(finding["message"]) for finding in document.get("findings") or () if finding["code"] == code]


def _with_late(document: Document, judged: Callable[[_Finding], _Finding]) -> Document:
    """Return the document, its findings D2 as they are judged."""
    if not _said(document, "D2"):
        return document
    return {**document, "findings": [judged(one) if one["code"] == "D2" else one for one in document["findings"]]}


def _by_the_first(late: _Finding, document: Document, versions: Sequence[Document], local: Sequence[Deadline]) -> _Finding:
    """Return the finding: it accuses nobody whose first version was in time, or where one without a day may have been."""
    if (year := document.get("year")) is None:
        return late
    last = due(year, document.get("level"), document.get("kind"), document.get("adcode"), local=local)
    days = [str(version.get("published")) for version in versions]
    dated = [day for day in days if _DAY.fullmatch(day)]
    if dated and last and min(dated) <= last.isoformat():
        return _excused(late, f"此版为再次发布，首次发布于 {min(dated)}，在期限内。")
    if len(dated) < len(days):
        return _excused(late, "另有版本未注明发布日期，是否逾期无法判断。")
    doubt = doubt_of_first(versions)
    if doubt == CORRECTS and last and (told_first := first_told(versions)):
        if told_first <= last.isoformat():
            return _excused(late, f"各版中最早的一版称首次发布于 {told_first}，在期限内。")
        dated = [told_first]
    elif doubt:
        return _excused(late, f"各版中最早的一版（{min(dated)}）：{_DOUBTS[doubt]}")
    if last and (told := too_late(min(dated), last, "")) and _without_doubts(late) != late["message"]:
        said = f"{_without_doubts(late)}首次发布于 {min(dated)}，亦已逾期。"
        return {**late, "message": said, "fault": told[1].value}
    return late


def _without_doubts(late: _Finding) -> str:
    """Return what the finding says, without the doubts about its own day, where another version tells more."""
    return str(late["message"]).replace(CORRECTED, "").replace(CORRECTED_BY_TEXT, "").replace(UPDATED, "")


def _excused(late: _Finding, excuse: str) -> _Finding:
    said = late["message"] if excuse in _DOUBTS.values() or excuse == OF_TWO_YEARS else _without_doubts(late)
    return {**late, "message": said if excuse in said else f"{said}{excuse}", "fault": Fault.UNDECIDED.value}


def of_its_year(versions: Sequence[Document], year: int | None) -> Sequence[Document]:
    """Return the versions without those that came before the year of their title was over: it is perhaps the one in which they were written."""
    return [one for one in versions if year is None or not is_early(one.get("published"), year)]


def doubt_of_first(versions: Sequence[Document]) -> str | None:
    """Return why the first day among versions of a report may be none on which it was out first, null where one of that day is beyond doubt."""
    dated = [version for version in versions if _DAY.fullmatch(str(version.get("published")))]
    first = min((version["published"] for version in dated), default=None)
    doubts = [_doubted(version) for version in dated if version["published"] == first]
    return doubts[0] if doubts and None not in doubts else None


def first_told(versions: Sequence[Document]) -> str | None:
    """Return the earliest day on which texts of corrections among the versions say that the report was first out."""
    return min((day for one in versions if (day := _first_told(one))), default=None)


def _first_told(document: Document) -> str | None:
    day = str(document.get("first_published"))
    return day if _DAY.fullmatch(day) else None


def _doubted(document: Document) -> str | None:
    """Return why the day of a page alone makes it not late: the page was changed on it, or is a correction; else null."""
    if is_correction(document.get("title")):
        return CORRECTS
    said = _said(document, "D2")
    words = [*_DOUBTS.items(), (CORRECTS, CORRECTED_BY_TEXT)]
    told = next((doubt for doubt, part in words if any(part in message for message in said)), None)
    return str(document["published_doubt"]) if document.get("published_doubt") in _DOUBTS else told


def by_local_rules(documents: Iterable[Document], local: Sequence[Deadline]) -> Iterator[Document]:
    """Yield the documents; where a local rule says by when, it and not article 49 decides on D2."""
    today = date.today().isoformat()
    return (_not_to_come(_judged(document, local) if local else document, today) for document in documents)


def _not_to_come(document: Document, today: str) -> Document:
    """Return the document; of a day that has not come yet nobody can say that it is the one of publication."""
    published = str(document.get("published"))
    if published <= today or not _DAY.fullmatch(published):
        return document
    return _with_late(document, lambda late: _excused(late, "此日期尚未到来，是否逾期无法判断。"))


def _judged(document: Document, local: Sequence[Deadline]) -> Document:
    year, published = document.get("year"), str(document.get("published"))
    about = document.get("level"), document.get("kind"), document.get("adcode")
    if not year or not _DAY.fullmatch(published) or local_rule(year, *about, local) is None:
        return document
    if (last := due(year, *about, local=local)) is None:
        return document
    found = [finding for finding in document.get("findings") or () if finding["code"] != "D2"]
    first = _first_told(document) or (None if is_correction(document.get("title")) else "")
    if told := too_late(published, last, _LOCAL, doubt=_doubted(document), first=first):
        message, fault = told
        found.append({"code": "D2", "message": message, "figures": [], "evidence": published, "fault": fault.value})
    return {**document, "findings": found}
