"""What is the report about: title, agency, year, date, place, level, kind? Each with what it rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from gongkai.indexer.agencies.agency import canonical, fullest, is_organ
from gongkai.indexer.agencies.joint import jointly
from gongkai.indexer.agencies.named import UNPLACED, agency_named
from gongkai.indexer.agencies.openings import Opening, Recall
from gongkai.indexer.agencies.outside_titles import title_outside
from gongkai.indexer.agencies.short_titles import nationally, of_the_state
from gongkai.indexer.agencies.title_names import named_in_full
from gongkai.indexer.agencies.told_of import led_unit, told_kind
from gongkai.indexer.agencies.wholes.nameless import government_acts, level_of_government, of_county
from gongkai.indexer.agencies.wholes.place_titles import government_of_both
from gongkai.indexer.agencies.wholes.scopes import scope_of
from gongkai.indexer.dates.dates import report_year
from gongkai.indexer.dates.publication import published_on
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.kinds import TOWN, kind_of, kind_of_leader, kind_of_unnamed, may_be_of_another_kind, self_reference
from gongkai.indexer.names.lost_places import of_no_place, of_unknown_place
from gongkai.indexer.names.names import Name
from gongkai.indexer.names.national import national_body
from gongkai.indexer.names.site_words import of_a_body
from gongkai.indexer.page import Page, Source
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.institutions import is_listed, locate_institution
from gongkai.indexer.places.located import with_street
from gongkai.indexer.places.places import locate
from gongkai.indexer.titles.titles import find_title
from gongkai.report import Place

__all__ = ["Metadata", "read_metadata"]

_PART_OF_ZONE = expression(r"(?!驻|管委会|管理委员会)[\u3400-\u9fff]{2,3}办事处")  # 甲高新区双桥办事处; no 城乡工作办事处
_COUNTYS_BRIGADE = expression("(?:消防(?:救援)?|交通?警察?|交通管理)大队$|局[^局]{0,8}区分局$")


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


def read_metadata(page: Page, source: Source, recall: Recall | None = None, folded: str | None = None) -> Metadata:
    """Read title, agency, year, date of publication, place, level, kind and scope; `folded` is the page's text, if that is done."""
    opening = Opening.of(page, source, recall)
    printed = find_title(opening.head, opening.printed, page.meta, page.title)
    title = title_outside(printed, source, opening.url, opening.head)
    evidence: dict[str, str] = {"title": title.source if title else ""}
    year, evidence["year"] = report_year(title.text if title else None, opening.head, opening.url or "")
    published, evidence["published"] = published_on(page.meta, opening.head, opening.tail, year)
    name, evidence["agency"] = of_a_body(*agency_named(named_in_full(title, opening.head), opening, page, year))
    place, level, kind, agency = _placed(name, page, opening, year, evidence, folded)
    unnamed = agency is None and kind == "department"  # but calls itself 我局
    scope = scope_of(kind, level, opening.head, agency or "")
    if unnamed and (scope != "agency" or may_be_of_another_kind(opening.head)):
        kind = kind_of_leader(opening.head) if scope == "agency" else None
    return Metadata(
        title=printed.text if printed else None,
        agency=jointly(agency, opening.head),
        year=year,
        published=published,
        place=place,
        level=level or None,
        kind=kind,
        scope=scope,
        url=opening.url,
        evidence={key: value for key, value in evidence.items() if value},
    )


def _placed(
    name: Name | None, page: Page, opening: Opening, year: int | None, evidence: dict[str, str], folded: str | None
) -> tuple[Place, str, str | None, str | None]:
    """Return place, level, kind and the agency's canonical name."""
    site, titled = page.meta.get("siteidcode", ""), page.title or ""
    clues = Clues(gazetteer(), page.text, opening.url or "", year, site, opening.publishers, opening.remembered, titled)
    speaks, below = self_reference(clues.text) if name is None or name.bare else (None, "")
    kind, level = (None, "") if name else (speaks, below)
    name = name or Name("", (), (), None, None, "")
    if national_body(name.text) or of_the_state(name, opening):
        return Place(), "national", "central_department", nationally(name.text, opening)
    institution = kind_of(name.text) in UNPLACED and (not name.places or is_listed(name.text))
    place, told, evidence["place"] = locate_institution(name.text, clues) if institution else locate(name, clues, speaks)
    if opening.remembered and place.adcode:
        evidence["place"] += ", other reports of its host"
    if not name.text:
        if place.province is None:
            evidence.pop("place")
        return _nameless(place, told, kind, level, opening, evidence)
    whole_place = bool(name.places) and not name.body and not name.town and not name.zone
    agency = canonical(government_of_both(name, opening.head), zone=bool(name.zone) and not name.body, place=whole_place)
    chain = dict.fromkeys(part for part in (place.province, place.city, place.county) if part)
    told = "" if of_no_place(name, chain) else told
    town = place.town or ""
    street = town.endswith("街道") and agency.endswith(("街", town[:-1]))  # 胡家园街, which the gazetteer has as 胡家园街道
    kind = told_kind(agency, opening.head, opening.url) or ("subdistrict_office" if street else None)
    part = _PART_OF_ZONE.fullmatch(name.body) if place.zone else told == "county"
    if kind == "subdistrict_office" and part:  # also without 街道: 铜官区东郊办事处
        place, told = with_street(place, name.body), TOWN
    if told == "prefectural" and _COUNTYS_BRIGADE.search(name.body):
        told = "county"  # a city's is called 支队 or 局, also where it has one in a zone
    told = "" if kind == "university" else told  # 上海海事大学 is no more the city's than others
    nobody = is_organ(agency) or of_unknown_place(name)
    return place, told, kind, None if nobody else fullest(agency, list(chain), opening.without_readings(page.text, folded))


def _nameless(
    place: Place, told: str, kind: str | None, level: str, opening: Opening, evidence: dict[str, str]
) -> tuple[Place, str, str | None, str | None]:
    """Return place, level, kind and agency of a page that names nobody: a body that says 我局, or else a whole county or city."""
    if kind is None and (government := of_county(place, opening.head, hosted=evidence.get("place") == "host")):
        evidence["agency"] = "text, place from the text"
        return place, "county", "government", government
    if kind is None and (of_government := level_of_government(place, level, opening.head)):
        return place, of_government, "government", None
    level = level or (told if kind or government_acts(told, opening.head) or led_unit(told, opening.head) else "")
    kind = kind or kind_of_unnamed(opening.head)
    of_county_zone = kind == "administrative_committee" and bool(place.county)  # on a county's site
    return place, level or ("county" if of_county_zone else ""), kind, None
