"""What is the report about: title, agency, year, date, place, level, kind? Each with what it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from gongkai.indexer.agencies.agency import canonical, choose, fullest, is_organ, with_place
from gongkai.indexer.agencies.candidates import Candidate
from gongkai.indexer.agencies.full_names import (
    office_of_source,
    signed_in_full,
    spelled_longer,
    with_town,
    zone_in_full,
)
from gongkai.indexer.agencies.joint import first_of_two, jointly
from gongkai.indexer.agencies.openings import NAMED, Opening, Recall
from gongkai.indexer.agencies.outside_titles import title_outside
from gongkai.indexer.agencies.short_titles import from_text, longest_without_place, nationally, of_the_state
from gongkai.indexer.agencies.site_names import only_the_site
from gongkai.indexer.agencies.stated import issuers, stated
from gongkai.indexer.agencies.title_names import named_in_full
from gongkai.indexer.agencies.told_of import OF_WHOLE_PLACE, led_unit, told_kind
from gongkai.indexer.agencies.wholes.nameless import government_acts, level_of_government, of_county
from gongkai.indexer.agencies.wholes.place_titles import (
    DEPARTMENTS,
    OF_MANY,
    body_under,
    government_of_both,
    may_gather,
    not_the_government,
    of_town,
    only_town,
    own_bureau,
    own_town,
)
from gongkai.indexer.agencies.wholes.scopes import scope_of
from gongkai.indexer.agencies.wholes.summed_up import government_of_all
from gongkai.indexer.dates.dates import report_year
from gongkai.indexer.dates.publication import published_on
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.desks import GOVERNMENT_OFFICE, OFFICE_ITSELF
from gongkai.indexer.names.kinds import TOWN, kind_of, kind_of_leader, kind_of_unnamed, may_be_of_another_kind, self_reference
from gongkai.indexer.names.lost_places import of_no_place, of_unknown_place
from gongkai.indexer.names.names import Name, plain, prefix_length, read_name
from gongkai.indexer.names.national import national_body
from gongkai.indexer.names.site_words import of_a_body
from gongkai.indexer.page import Page, Source
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.institutions import is_listed, locate_institution
from gongkai.indexer.places.located import with_street
from gongkai.indexer.places.places import locate
from gongkai.indexer.titles.titles import Title, find_title
from gongkai.report import Place

__all__ = ["Metadata", "Recall", "read_metadata"]

_UNPLACED = {"university", "research_institute"}
_CENTRE, _WHOLE_TOWN = expression("[我本](?:中心|公司|馆|站)"), expression("全(?:镇|乡|街道)(?![村镇土域])")
_BREAK = expression(r"(?<=[\u3400-\u9fff])[ \t\u3000]+(?=[\u3400-\u9fff])")
# A line cut at the page's width goes on in the next; a short one is a heading or a menu's.
_CUT = expression(r"^([^\n]{30,}[\u3400-\u9fff])\n(?=[\u3400-\u9fff])", re.MULTILINE)
_SITE_BEFORE = expression(r"([\u3400-\u9fff]{2,20}人民政府)[-—–_]([\u3400-\u9fff]{3,})$")
_GLUED, _TOWN_GLUED = 14, 4  # characters of other words before a name: at most, at least before that of a town
_BODY_END = expression(r"(?:[局厅委院部会行社司队团师驻在和与]|中心|公司)$")
_PART_OF_ZONE = expression(r"(?!驻|管委会|管理委员会)[\u3400-\u9fff]{2,3}办事处")  # 甲高新区双桥办事处; no 城乡工作办事处
_COUNTYS_BRIGADE = expression("(?:消防(?:救援)?|交通?警察?|交通管理)大队$|局[^局]{0,8}区分局$")
_DATED = 5  # weight of the subject of a year
_OFFICES_BUDGET = expression(r"政?府办(?:公[室厅])?20\d\d年度?部门[预决]算")


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
    name, evidence["agency"] = of_a_body(*_agency(named_in_full(title, opening.head), opening, page, year))
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


def _agency(title: Title | None, opening: Opening, page: Page, year: int | None) -> tuple[Name | None, str]:
    """Return the agency's name taken apart, and where it stood."""
    table = gazetteer()
    if title and title.agency and not _above_a_town(title, opening.head):
        name, stood = with_town(_of_title(first_of_two(title.agency, opening.head), year), opening.head, year), title.source
        if title.above and kind_of(title.agency) not in DEPARTMENTS and (issuer := _issuer(opening)):
            site, name, stood = name, read_name(issuer.name, year, table), issuer.source
            name = replace(name, places=site.places, printed=site.printed) if name.bare else name
        if body := body_under(name, opening, year):
            return (None, "") if may_gather(body, opening.head) else (body, f"{stood}, body from the text")
        if not_the_government(name, opening.head):
            said = bool(name.body) and not title.above
            own = own_bureau(name, opening, year, said=said)
            if own or not said:  # 甲县人民政府2023年…报告 says whose it is
                return own, f"{stood}, body from the text" if own else ""
        if name.places or name.zone or kind_of(name.text) in _UNPLACED or national_body(name.text):
            name = signed_in_full(spelled_longer(name, opening, year), opening, year)
            return zone_in_full(name, opening, year), stood
    else:
        best = _weightiest(opening, page.text) or government_of_all(opening.head, opening.url) or only_town(opening.head)
        if best is None:
            return None, ""
        name, stood = with_town(read_name(best.name, year, table), opening.head, year), best.source
    if name.places or name.zone:
        return spelled_longer(name, opening, year), stood
    if name.bare and (full := from_text(name, opening, year)):
        return full, f"{stood}, full name from the text"
    better = choose(opening.stated, page.text, known=name.text)
    longer = better.name if better else ""
    if name.bare and (not longer or read_name(longer, year, table).bare):
        longer = with_place(name.text, plain(page.text), lambda part: _is_place(part, year))
    if name.bare and not longer:
        host = Clues(table, page.text, opening.url or "", year).domain()
        longer = office_of_source(name, opening.stated, host.name if host else "")
    if longer and (full := read_name(longer, year, table)).places:
        return full, f"{stood}, place from the text"
    return longest_without_place(name, opening, year), stood


def _above_a_town(title: Title, head: str) -> bool:
    """Tell whether the line above a title is a government's, whose site it names: the page speaks of itself as a town, 我镇."""
    government = title.above and kind_of(title.agency) in ("government", "government_office")
    if not government or self_reference(head)[1] != TOWN:
        return False
    name = read_name(title.agency, None, gazetteer())
    return bool(name.places) and name.town is None


def _weightiest(opening: Opening, text: str) -> Candidate | None:
    """Return the agency that a page without a title states; the breaks that a layout left inside sentences go if need be."""
    own, below = self_reference(opening.head)
    town_speaks = own is None and _WHOLE_TOWN.search(opening.head) and not OF_WHOLE_PLACE.search(opening.head)
    own = TOWN if below == TOWN or town_speaks else own
    whole = OF_WHOLE_PLACE.search(opening.head) or OF_MANY.search(opening.head)
    bureau = own == "department" and not OFFICE_ITSELF.search(opening.head) and not _CENTRE.search(opening.head)
    of_all = whole is not None and not _OFFICES_BUDGET.search(opening.head)
    for broken in (True, False):
        stand = opening.stated if broken else list(_stated_unbroken(opening.head, whole=whole is not None))
        offices = [] if of_all else [named.name for named in stand if _office_acts(named)]
        stand = _of_one_town(stand) or stand
        own_names = [named for named in stand if not only_the_site(named, own, opening, offices, bureau=bureau)]
        if best := choose(own_names, text):
            town = own_town(opening) if best.source == "sentence" and kind_of(best.name) == "government" else None
            return town if town and not of_town(best) else best
    return None


def _of_one_town(stand: list[Candidate]) -> list[Candidate]:
    """Return what is stated of the one town that is again and again the subject of a year, under a sentence left from a county's office."""
    towns = [named for named in stand if of_town(named)]
    others = [named for named in stand if not of_town(named)]
    acts = [named for named in towns if named.source == "text" and named.weight >= _DATED]
    alone = len({named.name for named in towns}) == 1 and len(acts) > 1
    return towns if alone and len(others) == 1 and _office_acts(others[0]) else []


def _stated_unbroken(head: str, *, whole: bool) -> Iterator[Candidate]:
    """Yield what is stated across the breaks of a layout: spaces, lines cut at one width; spaces of a body's page part a menu."""
    joined = _BREAK.sub("", head) if whole else _CUT.sub(r"\1", head)
    if joined != head:
        found = stated(joined, "", {})
        yield from (one for one in found if whole or (one.source == "text" and read_name(one.name, None, gazetteer()).places))


def _of_title(agency: str, year: int | None) -> Name:
    """Return the name in a title; a government before it tells the place: 甲县人民政府-乙风景名胜区管理处."""
    table = gazetteer()
    if over := _SITE_BEFORE.match(agency):
        site, name = read_name(over[1], year, table), read_name(over[2], year, table)
        deeper = len(site.places) > len(name.places) or not name.places or name.places[-1][0].level < site.places[-1][0].level
        return replace(name, places=site.places, printed=site.printed) if site.places and deeper else name
    return _from_place(read_name(agency, year, table), year)


def _from_place(name: Name, year: int | None) -> Name:
    """Return the name from its place on, where words of the site are glued before it: 正文甲市水利局, 甲市水利局正文甲市水利局."""
    table = gazetteer()
    if name.places:
        after = max(_TOWN_GLUED, prefix_length(name.text) + 1)
        again = name.text.rfind(name.printed[0], after) if len(name.printed[0]) > 2 else -1
        zoned = again > 0 and read_name(name.text[:again], year, table).zone  # 雄安新区容城县教育局
        rest = read_name(name.text[again:], year, table) if again > 0 and not zoned else name
        if name.town and name.town not in table.towns:
            later = (read_name(name.text[start:], year, table) for start in range(_TOWN_GLUED, len(name.text) - 4))
            rest = next((end for end in later if end.places and len(end.printed[0]) > 2 and end.town in table.towns), rest)
        return rest if rest.body or rest.town else name
    if name.zone or national_body(name.text) or (name.town in table.towns):
        return name
    for start in range(2, min(len(name.text) - 2, _GLUED)):
        rest = read_name(name.text[start:], year, table)
        placed = rest.places and len(rest.printed[0]) > 2 and (rest.body or rest.town) and name.text[start - 1] != "("
        cut = start >= _TOWN_GLUED or name.text[start - 1] in "区县市旗"  # 甲区乙丙乡 is no 丙乡
        if placed or (name.town and cut and rest.town in table.towns):
            return name if _BODY_END.search(name.text[:start]) else rest
    return name


def _office_acts(named: Candidate) -> bool:
    """Tell whether a government's office is the subject of a year: 2024年,甲市人民政府办公室坚持…."""
    return named.source == "text" and named.weight >= _DATED and GOVERNMENT_OFFICE.search(named.name) is not None


def _issuer(opening: Opening) -> Candidate | None:
    """Return the department that publisher or source line name: the line above a title is then the site's name."""
    return next((line for line in issuers(opening.head[:NAMED]) if kind_of(line.name) in DEPARTMENTS), None)


def _is_place(text: str, year: int | None) -> bool:
    name = read_name(text, year, gazetteer())
    return bool(name.places) and not name.body and not name.town and not name.zone


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
    institution = kind_of(name.text) in _UNPLACED and (not name.places or is_listed(name.text))
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
