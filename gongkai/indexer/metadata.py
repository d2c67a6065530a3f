"""What is the report about: title, agency, year, date, place, level, kind? Each with what it rests on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from gongkai.indexer.agency import canonical, choose, fullest, stated, with_place
from gongkai.indexer.clues import Clues
from gongkai.indexer.dates import published_on, report_year
from gongkai.indexer.fold import fold
from gongkai.indexer.gazetteer import gazetteer
from gongkai.indexer.kinds import kind_of, national_body
from gongkai.indexer.page import Page, Source
from gongkai.indexer.places import Name, locate, read_name
from gongkai.indexer.titles import Title, find_title
from gongkai.report import Place

__all__ = ["Metadata", "PlaceMemory", "read_metadata"]

_HEAD, _TAIL = 2500, 700
_READING = re.compile(r"(?<=[\u4e00-\u9fff])[((][a-zü\u00e0-\u01dc\u0250-\u02af\u1e00-\u1eff]{1,8}[))]")
_URL_LINE = re.compile(r"(?:原文链接|链接地址|原文地址|网址|URL|url)\s*[::]\s*(https?://[^\s|]{8,300})")
_UNPLACED = {"university", "research_institute"}


class PlaceMemory(Protocol):
    """Places that confident reports of a host showed; asked when a page itself does not tell."""

    def recall(self, host: str) -> Place | None:
        """Return the place that the reports of this host share, null when unknown."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about itself; `evidence` names for each field what it rests on."""

    title: str | None = None
    agency: str | None = None
    year: int | None = None
    published: str | None = None
    place: Place = field(default_factory=Place)
    level: str | None = None
    kind: str | None = None
    scope: str | None = None
    url: str | None = None
    evidence: Mapping[str, str] = field(default_factory=dict)


def read_metadata(page: Page, source: Source) -> Metadata:
    """Read title, agency, year, date of publication, place, level, kind and scope."""
    printed = page.text[:_HEAD]
    if "(" in printed or "(" in printed:
        printed = _READING.sub("", printed)
    head, tail = fold(printed), fold(page.text[-_TAIL:]).rstrip()
    line = _URL_LINE.search(head[:800])
    url = page.url or source.url or (line[1] if line else None)
    evidence: dict[str, str] = {}
    title = find_title(head, printed, page.meta, page.title) or _from_name(source)
    year, evidence["year"] = report_year(title.text if title else None, head, url or "")
    published, evidence["published"] = published_on(page.meta, head, tail, year)
    name, evidence["agency"] = _agency(title, head, tail, page, year)
    place, level, kind, agency = _placed(name, page, head, tail, url, year, evidence)
    return Metadata(
        title=title.text if title and title.source != "file name" else None,
        agency=agency,
        year=year,
        published=published,
        place=place,
        level=level or None,
        kind=kind,
        scope=_scope(kind, level),
        url=url,
        evidence={key: value for key, value in evidence.items() if value},
    )


def _from_name(source: Source) -> Title | None:
    """Read a title out of a file's name, for agency and year only."""
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", re.split(r"[/\\!]", source.title or source.origin)[-1])
    found = find_title(fold(stem), stem, {}, None) if re.search(r"[\u4e00-\u9fff]{4}", stem) else None
    return Title(found.text, found.agency, "file name") if found else None


def _agency(title: Title | None, head: str, tail: str, page: Page, year: int | None) -> tuple[Name | None, str]:
    """Return the agency's name taken apart, and where it stood."""
    table = gazetteer()
    if title and title.agency:
        name, stood = read_name(title.agency, year, table), title.source
        if not name.bare or kind_of(title.agency) in _UNPLACED or national_body(title.agency):
            return name, stood
    others = list(stated(head, tail, page.meta))
    if not (title and title.agency):
        best = choose(others, page.text)
        if best is None:
            return None, ""
        name, stood = read_name(best.name, year, table), best.source
    if name.bare:
        better = choose(others, page.text, known=name.text)
        longer = better.name if better else ""
        if not longer or read_name(longer, year, table).bare:
            longer = with_place(name.text, fold(page.text), lambda part: _is_place(part, year))
        if longer and not (full := read_name(longer, year, table)).bare:
            return full, f"{stood}, place from the text"
    return name, stood


def _is_place(text: str, year: int | None) -> bool:
    name = read_name(text, year, gazetteer())
    return bool(name.places) and not name.body and not name.town and not name.zone


def _placed(
    name: Name | None, page: Page, head: str, tail: str, url: str | None, year: int | None, evidence: dict[str, str]
) -> tuple[Place, str, str | None, str | None]:
    """Return place, level, kind and the agency's canonical name."""
    if name is None:
        name = Name("", (), (), None, None, "")
    table = gazetteer()
    if national_body(name.text):
        return Place(), "national", "central_department", name.text
    sources = "\n".join(c.name for c in stated(head, tail, page.meta)) if name.bare or name.town else ""
    clues = Clues(table, fold(page.text) if name.bare or len(name.places) < 2 else head, url or "", year, sources)
    place, level, evidence["place"] = locate(name, clues)
    whole_place = bool(name.places) and not name.body and not name.town and not name.zone
    agency = canonical(name.text, zone=bool(name.zone) and not name.body, place=whole_place) if name.text else None
    kind = kind_of(agency) if agency else None
    if agency:
        chain = [part for part in (place.province, place.city, place.county) if part]
        agency = fullest(agency, list(dict.fromkeys(chain)), page.text)
    return place, level, kind, agency


def _scope(kind: str | None, level: str) -> str | None:
    if kind is None:
        return None
    return "government_consolidated" if kind == "government" and level != "township" else "agency"
