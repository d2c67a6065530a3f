"""Where does an agency sit whose name does not say? 县财政局, 我局: the clues alone, at the level that the name tells."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.copies import codes_copied
from gongkai.indexer.gazetteer.domains import municipality_of
from gongkai.indexer.gazetteer.gazetteer import Unit
from gongkai.indexer.names.desks import from_reports, speaks_as_body
from gongkai.indexer.names.names import Name
from gongkai.indexer.names.voices import speaks_as_ministry, speaks_as_town
from gongkai.indexer.places.banners import (
    CITYS_ACCOUNT,
    PRINTED_SITE,
    SITES_TITLE,
    by_account_of_city,
    by_banner,
    by_own_site,
    by_printed_site,
    by_sites_title,
)
from gongkai.indexer.places.choices import Choice, convincing, related, shared_by, strongest, unrivalled
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.leaders import may_be_of_above, of_province, serves, speaks_of
from gongkai.indexer.places.own_places import asked_at, asked_by, by_account, by_own_unit, ruled, told_to
from gongkai.indexer.places.papers import by_notice, by_numbers, by_rules, by_schools_notice
from gongkai.indexer.places.place_words import BOTH_COMPILE
from gongkai.indexer.places.printed_places import county_of_leaders, county_of_notice, place_of_site

__all__ = ["CUES", "GENERIC", "OF_PROVINCE", "TOLD", "TWO_GOVERNMENTS", "by_clues"]

GENERIC = expression(r"^(?:本|我)?(自治区|[省市州盟县区旗])(?!场|容|政(?!府)|域|划)")
# A city's government, whose name a copy may have lost, tells of these: 各县(市、区).
_LOST = expression("(?:人民政府(?:办公室)?)?")
_COUNTIES = expression(r"各县\([市区][、,]?[市区]\)|各县区")
_BELOW = expression("各[县区市旗]")
_COUNTY_ITSELF = expression("我[县旗]")
_CITY_ACTS = expression("全市|我市|市政府")
OF_PROVINCE = expression("(?<!办公)厅$")  # which no city has: 林业厅, reached in its capital
_REACHED = expression(r"联系[^。\n]{0,100}电话[^。\n\d(]{0,6}\(?0\d{2,3}\)?[-—–─]")  # 请与…联系(地址:…;电话:0598-1
_OTHERS = expression("我[县区旗]|[县区旗](?:委|党委|政府)|公司|协会")
TWO_GOVERNMENTS = "two governments"
"""What the place rests on that two counties share which report together."""
_BY_SITE = (SITES_TITLE, PRINTED_SITE)  # tell the place of whoever reports
CUES = {"省": 1, "自治区": 1, "市": 2, "州": 2, "盟": 2, "县": 3, "区": 3, "旗": 3, "分局": 3}
TOLD = expression(
    r"^(?:本|我)?(自治区|[省州县区旗])(?!域|直|际|块|级|长|委)(?=[\u3400-\u9fff]{2})|^市(?!公安|场).{2,12}局.{2,6}(分局)$"
)
"""What a name tells about its level alone: 县财政局 is a county's wherever it lies, 市财政局 a city's or a county's, 市水利局甲分局 below it."""


def by_clues(name: Name, clues: Clues, speaks: str | None) -> Choice:
    """Locate a name without a place, 县财政局: the clues alone, at the level that the name tells; a ministry in Beijing is of no place."""
    both = BOTH_COMPILE.search(clues.text) if not name.text else None
    if both:
        units = [clues.gazetteer.named(county, clues.year) for county in both.groups()]
        return Choice(None, shared_by([*units[0], *units[1]], clues) if all(units) else None, TWO_GOVERNMENTS)
    ministry = not name.text and speaks_as_ministry(clues.text)
    return Choice(None, None, "ministry") if ministry else _by_clues(name, clues, speaks)


def _by_clues(name: Name, clues: Clues, speaks: str | None) -> Choice:
    best, _ = strongest(clues)
    cue = GENERIC.match(name.text)
    spelled = clues.spelled()
    if cue and best and spelled == [best] and best.name.endswith(cue[1]):
        return Choice(best, None, "host")
    host, named_site = clues.domain(cue[1] if cue else ""), place_of_site(clues)
    if cue and host and named_site and host.level < named_site.level and related(host, named_site, clues):
        host = named_site if named_site.name.endswith(cue[1]) else host  # 市残联 on its city's host, 公主岭市政府网站 its own
    sites = (
        (host, "host"),
        (named_site, "site named"),
        (county_of_notice(clues), "notice"),
        (county_of_leaders(clues), "leaders"),
        *_by_page(name.text, cue[1] if cue else "", speaks, clues),
    )
    for site, basis in sites if cue or speaks or not name.text else ():
        own = cue or speaks or basis in _BY_SITE or (site and (_is_its_page if site.level == 3 else _sums_up)(site, clues))
        if site and own and (site.name.endswith(cue[1]) if cue else True) and _is_unrivalled(site, clues):
            return Choice(site, None, basis)
    unnamed = _LOST.fullmatch(name.text) is not None and speaks in (None, name.text)
    if best and _is_told_by_phones(best, clues, of_city=cue is not None and cue[1] == "市", unnamed=unnamed):
        return Choice(best, None, "telephone")
    if cue and cue[1] == "市" and (not best or not convincing(best, clues)) and (city := asked_by(clues)):
        return Choice(city, None, "city that asks")
    if not best or not convincing(best, clues):
        return _by_itself(name.text, cue[1] if cue else "", speaks, clues)
    if best.level > 1 and _is_of_province(name.text, cue[1] if cue else "", best, clues):
        return Choice(clues.gazetteer.chain(best, clues.year)[0], None, "clues")
    wanted = CUES[cue[1]] if cue else best.level
    if cue and (best.level < wanted or (best.level > wanted and cue[1] != "市")):
        return Choice(None, best if best.level < wanted else None, "clues")
    if cue and cue[1] == "市" and not best.name.endswith("市"):  # 市教育局 on a district's page: the city above
        chain = clues.gazetteer.chain(best, clues.year)
        return Choice(next((unit for unit in chain if unit.name.endswith("市")), None), None, "clues")
    named = name.text.startswith(best.name)
    if cue is None and not named and best not in spelled and may_be_of_above(best, clues):
        return Choice(clues.gazetteer.chain(best, clues.year)[-2], None, "clues")
    return Choice(best, None, "clues")


def _is_of_province(body: str, cue: str, best: Unit, clues: Clues) -> bool:
    """Tell whether a body is the province's own, in the city at which its page points: 省林业厅, by its telephone."""
    if cue:
        return CUES[cue] == 1 and _only_province("", clues) is not None
    return OF_PROVINCE.search(body) is not None or of_province(best, clues.text)


def _by_itself(body: str, cue: str, speaks: str | None, clues: Clues) -> Choice:
    """Return the place after which a body's own account is called, the city that asks a nameless one and whose letters its path keeps."""
    told = by_account(body, clues) or by_own_site(body, clues) if cue else asked_at(clues) if speaks == "department" else None
    if told:
        return Choice(told, None, "account" if cue else "city's path")
    if speaks == "department" and (city := by_own_unit(clues)):
        return Choice(city, None, "unit below")
    if cue == "自治区" and (leagues := _region_of_leagues(clues)):
        return Choice(leagues, None, "leagues")
    choice = _by_province(cue, clues, sure=cue != "" or not speaks)
    # a body with a name may be a branch of one in Beijing
    return choice if body or choice.unit or choice.shared else choice._replace(shared=by_rules(clues))


def _region_of_leagues(clues: Clues) -> Unit | None:
    """Return the one region that has 盟, of a page that tells of 各盟市 and of no other province's places."""
    tells = "各盟市" in clues.text and not clues.pointed()
    return clues.gazetteer.provinces["内蒙古"][0] if tells else None


def _by_page(body: str, ending: str, speaks: str | None, clues: Clues) -> Iterator[tuple[Unit | None, str]]:
    """Yield the places that a page's own words tell: the rules that it follows, its banner, a nameless bureau's account."""
    yield ruled(clues), "rules"
    yield by_banner(clues, ending), "banner"
    yield by_sites_title(clues, ending), SITES_TITLE
    yield by_printed_site(clues), PRINTED_SITE
    if speaks == "department" and not body:
        yield by_account_of_city(clues), CITYS_ACCOUNT


def _is_told_by_phones(best: Unit, clues: Clues, *, of_city: bool, unnamed: bool) -> bool:
    """Tell whether the telephone numbers place a city's body, or a city's government whose name a copy has lost."""
    if best.level != 2 or {best.code} != clues.phones:
        return False
    return (unnamed and _of_whole_city(clues.text)) or (of_city and _reached_in_city(best, clues))


def _by_province(cue: str, clues: Clues, *, sure: bool) -> Choice:
    """Return the one province that anything points at, for a body that may be its own; else that to which words were said lies above.

    Of a county without a name, on its city's site, the city.
    """
    if cue == "市" and (asking := asked_by(clues)):
        return Choice(asking, None, "city that asks")
    county = cue in ("县", "旗") or (not cue and _COUNTY_ITSELF.search(clues.text))
    city = clues.domain() if sure and county else None
    if city and city.level == 2 and unrivalled(city, clues) and (not cue or _has_such(city, cue, clues)):
        return Choice(None, city, "host of its city")  # some county of it, 我县, 县医院
    site = municipality_of(clues.url, clues.gazetteer, clues.year) if cue in ("县", "区") else None
    if site and unrivalled(site, clues):
        return Choice(None, site, "host of its municipality")  # which county's its letters do not tell
    province = _one_province(cue, clues) if sure else None
    return Choice(province, None if province else _above(clues), "clues too weak")


def _has_such(city: Unit, ending: str, clues: Clues) -> bool:
    """Tell whether a county of this kind lies in the city: no 旗 does in most."""
    below = (unit for units in clues.gazetteer.codes.values() for unit in units if unit.parent == city.code)
    return any(unit.name.endswith(ending) and unit.valid(clues.year) for unit in below)


def _above(clues: Clues) -> Unit | None:
    """Return the place above, of whose parts it is not told which: to which words were said, whose notice is followed, whose papers cited."""
    return told_to(clues) or by_notice(clues) or by_schools_notice(clues) or by_numbers(clues)


def _is_its_page(county: Unit, clues: Clues) -> bool:
    """Tell whether a page that names no body speaks of the whole county, of its leaders, or as one of its bodies: 我单位."""
    return speaks_of(county, clues.text) or serves(county, clues) or speaks_as_body(clues.text)


def _is_unrivalled(site: Unit, clues: Clues) -> bool:
    """Tell whether no other clue speaks for a place elsewhere, nor the part of a copy's path that spells one."""
    spelled = [unit for code in codes_copied(clues.url, clues.gazetteer) if (unit := clues.gazetteer.at(code, clues.year))]
    return unrivalled(site, clues) and (not spelled or any(related(unit, site, clues) for unit in spelled))


def _sums_up(city: Unit, clues: Clues) -> bool:
    """Tell whether a page on a city's site that names nobody is made from the reports of the city's counties and departments, and says 我市."""
    own = city.level == 2 and f"我{city.name[-1]}" in clues.text and _BELOW.search(clues.text) is not None
    return own and from_reports(clues.text) and not (_COUNTY_ITSELF.search(clues.text) or speaks_as_body(clues.text))


def _reached_in_city(city: Unit, clues: Clues) -> bool:
    """Tell whether a body of a 市 is reached by the telephone of a city in which no county is a 市 as well."""
    if not _REACHED.search(clues.text):
        return False
    return not _has_such(city, "市", clues)


def _of_whole_city(text: str) -> bool:
    """Tell whether a page speaks as a city of its counties, and not of its own as a body, a town or a company."""
    city = _COUNTIES.search(text) and _CITY_ACTS.search(text) and not _OTHERS.search(text)
    return bool(city) and not speaks_as_body(text) and not speaks_as_town(text)


def _one_province(cue: str, clues: Clues) -> Unit | None:
    """Return the only province that anything points at, well, for a body of 自治区 or 省, or a page that speaks of 全省."""
    one = _only_province(cue, clues) if not cue or CUES[cue] == 1 else None
    return one if one and clues.own(one) >= 2 and (cue or speaks_of(one, clues.text)) else None


def _only_province(cue: str, clues: Clues) -> Unit | None:
    """Return the only province that anything points at, of those that are called so."""
    above = (clues.gazetteer.chain(unit, clues.year)[0] for unit in clues.pointed())
    provinces = {province for province in above if province.name.endswith(cue)}
    return provinces.pop() if len(provinces) == 1 else None
