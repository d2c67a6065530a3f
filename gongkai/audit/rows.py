"""What does an audit need of a report? Who, where, when, and a few figures: from an engine's columns, or from documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from gongkai.mappings.agencies import agency_id
from gongkai.mappings.findings import OF_DOUBTFUL_YEAR
from gongkai.report import Number
from gongkai.search.engine import Engine
from gongkai.search.query import Query, Term

__all__ = ["CodeOf", "PlaceOf", "Row", "rows_in", "rows_of"]

CodeOf = Callable[[str], str]
"""Code of a place → a code that stays the same over the years."""
Places = tuple[str | None, ...]
PlaceOf = Callable[[str, Places], tuple[str, Places]]
"""Code of a place, names from province to town → the code that stays the same, and the names with those of other years."""

_ABOUT = (
    *("id", "report_key", "agency", "year", "published"),
    *("province", "city", "county", "town", "adcode", "level", "kind", "scope"),
)
_OF_A_PLACE = re.compile("(?P<place>.+[市县区旗州盟乡镇])(?:人民政府|行政公署)")
_PLACES, _ADCODE = slice(5, 9), 9


class Row(NamedTuple):
    """One current report. `agency_id` is null when the agency is not known; `place_id` when the place is not.

    `year` is null as well when it is doubtful (`OF_DOUBTFUL_YEAR`); the doubtful year is `titled` then.
    """

    id: str
    report_key: str | None
    agency: str | None
    year: int | None
    published: str | None
    province: str | None = None
    city: str | None = None
    county: str | None = None
    town: str | None = None
    adcode: str | None = None
    level: str | None = None
    kind: str | None = None
    scope: str | None = None
    agency_id: str | None = None
    place_id: str | None = None
    titled: int | None = None
    figures: Mapping[str, Number | None] = MappingProxyType({})

    @property
    def is_government(self) -> bool:
        """Tell whether it is the report of its place's government, not of its office or a department."""
        if self.kind != "government" and self.scope != "government_consolidated":
            return False
        named = _OF_A_PLACE.fullmatch(
            (self.agency_id or "").rpartition("/")[2]
        )  # 桥东区人民政府, of which only the city is known
        own = tuple(place for place in (self.province, self.city, self.county, self.town) if place)
        return named is None or named["place"].endswith(own)

    @property
    def region(self) -> str:
        """Return the names of its province, city and county, each once."""
        parts = dict.fromkeys((self.province, self.city, self.county))
        return "".join(part for part in parts if part)


def rows_in(engine: Engine, query: Query, place_of: PlaceOf, figures: Sequence[str] = ()) -> Iterator[Row]:
    """Yield the reports that the query finds; their figures are those named."""
    doubtful = {key for (key,) in engine.columns(Query(Term("finding", OF_DOUBTFUL_YEAR)), ("id",))}
    for values in engine.columns(query, (*_ABOUT, *figures)):
        yield _row(values, place_of, figures, is_doubtful=values[0] in doubtful)


def rows_of(documents: Iterable[Mapping[str, Any]], place_of: PlaceOf, figures: Sequence[str] = ()) -> Iterator[Row]:
    """Yield the reports among the lines of `parse`, each once."""
    seen: set[str] = set()
    for document in documents:
        if document.get("report") is not False and document["id"] not in seen:
            seen.add(document["id"])
            printed = document.get("figures") or {}
            values = (*(document.get(name) for name in _ABOUT), *(printed.get(name) for name in figures))
            is_doubtful = any(finding["code"] in OF_DOUBTFUL_YEAR for finding in document.get("findings") or ())
            yield _row(values, place_of, figures, is_doubtful=is_doubtful)


def _row(values: Sequence[Any], place_of: PlaceOf, figures: Sequence[str], *, is_doubtful: bool) -> Row:
    about = values[: len(_ABOUT)]
    identity, place_id = _identity(about[2], about[_ADCODE], tuple(about[_PLACES]), place_of)
    printed = dict(zip(figures, values[len(_ABOUT) :], strict=True))
    row = Row._make((*about, identity, place_id, None, printed))
    return row._replace(year=None, titled=row.year) if is_doubtful else row


@lru_cache(maxsize=1 << 17)
def _identity(agency: str | None, adcode: str | None, places: Places, place_of: PlaceOf) -> tuple[str | None, str | None]:
    place_id, names = place_of(adcode, places) if adcode else (None, places)
    return (agency_id(agency, place_id, names) if agency else None), place_id
