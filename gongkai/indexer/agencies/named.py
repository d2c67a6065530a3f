"""Which agency does a page name: that of its title, or the weightiest that it states?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from gongkai.indexer.agencies.agency import choose, with_place
from gongkai.indexer.agencies.candidates import Candidate
from gongkai.indexer.agencies.full_names import office_of_source, signed_in_full, spelled_longer, with_town, zone_in_full
from gongkai.indexer.agencies.joint import first_of_two
from gongkai.indexer.agencies.openings import NAMED, Opening
from gongkai.indexer.agencies.short_titles import from_text, longest_without_place
from gongkai.indexer.agencies.site_names import only_the_site
from gongkai.indexer.agencies.stated import issuers, stated
from gongkai.indexer.agencies.told_of import OF_WHOLE_PLACE
from gongkai.indexer.agencies.wholes.place_titles import (
    DEPARTMENTS,
    OF_MANY,
    body_under,
    may_gather,
    not_the_government,
    of_town,
    only_town,
    own_bureau,
    own_town,
)
from gongkai.indexer.agencies.wholes.summed_up import government_of_all
from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.desks import GOVERNMENT_OFFICE, OFFICE_ITSELF
from gongkai.indexer.names.kinds import TOWN, kind_of, self_reference
from gongkai.indexer.names.names import Name, prefix_length, read_name
from gongkai.indexer.names.national import national_body
from gongkai.indexer.names.plain_text import plain
from gongkai.indexer.page import Page
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.titles.titles import Title

__all__ = ["UNPLACED", "agency_named"]

UNPLACED = {"university", "research_institute"}
_CENTRE = expression("[我本](?:中心|公司|馆|站)")
_WHOLE_TOWN = expression("全(?:镇|乡|街道)(?![村镇土域])")
_BREAK = expression(r"(?<=[\u3400-\u9fff])[ \t\u3000]+(?=[\u3400-\u9fff])")
# A line cut at the page's width goes on in the next; a short one is a heading or a menu's.
_CUT = expression(r"^([^\n]{30,}[\u3400-\u9fff])\n(?=[\u3400-\u9fff])", re.MULTILINE)
_SITE_BEFORE = expression(r"([\u3400-\u9fff]{2,20}人民政府)[-—–_]([\u3400-\u9fff]{3,})$")
_GLUED = 14  # characters of other words before a name, at most
_TOWN_GLUED = 4  # and at least, before that of a town
_BODY_END = expression(r"(?:[局厅委院部会行社司队团师驻在和与]|中心|公司)$")
_DATED = 5  # weight of the subject of a year
_OFFICES_BUDGET = expression(r"政?府办(?:公[室厅])?20\d\d年度?部门[预决]算")


def agency_named(title: Title | None, opening: Opening, page: Page, year: int | None) -> tuple[Name | None, str]:
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
        if name.places or name.zone or kind_of(name.text) in UNPLACED or national_body(name.text):
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
