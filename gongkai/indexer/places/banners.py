"""Which place do a site's banner and a body's own account tell, where the body's name does not: 甲区人民政府 above 区财政局, “甲人社”?"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.domains import initials_of
from gongkai.indexer.gazetteer.gazetteer import Unit
from gongkai.indexer.names.names import read_name
from gongkai.indexer.names.next_place import COMMON
from gongkai.indexer.names.plain_text import occurrences, plain
from gongkai.indexer.places.choices import related
from gongkai.indexer.places.clues import Clues
from gongkai.indexer.places.leaders import of_county
from gongkai.indexer.places.own_places import stem_before

__all__ = [
    "CITYS_ACCOUNT",
    "PRINTED_SITE",
    "SITES_TITLE",
    "by_account_of_city",
    "by_banner",
    "by_own_site",
    "by_printed_site",
    "by_sites_title",
]

CITYS_ACCOUNT = "city's account"
"""What a choice rests on that `by_account_of_city` made."""
PRINTED_SITE = "printed site"
"""What a choice rests on that `by_printed_site` made."""
SITES_TITLE = "site's title"
"""What a choice rests on that `by_sites_title` made."""
_ABOVE = 300  # characters in which a site's banner stands
_BANNER = expression(r"^[ \t]*([\u3400-\u9fff]{2,16}[县区旗])人民政府[ \t]*$", re.MULTILINE)
_SITES_TITLE = expression(
    r"[-_|—–>][ \t]*([\u3400-\u9fff]{2,24}[省市州盟县区旗])人民政府(?:门户|官方|公众信息|信息公开)*(?:网站|网)?\s*\Z"
)
_SPEAKS_ABOVE = expression("我[省市州盟](?![域场级直民])")
_OWN_ACCOUNT = expression(
    r"(?<!转发)(?<!关注)(?<!学习)(?<!转载)[\u201c\x22]([\u3400-\u9fff]{4,8})[\u201d\x22](?:官方|政务|政府)*(?:微信|公众号|微博|抖音)"
)
_WORK = expression("[\u3400-\u9fff]{2,4}(?<!日报)(?<!晚报)(?<!大学)(?<!学院)(?<!医院)")
_FIELDS_SITE = expression("([\u3400-\u9fff]{1,10}市)([\u3400-\u9fff]{2,4}?)(?:信息|政务)+网")
# 中国甲政府门户网(www.jia.gov.cn)
_WITH_ADDRESS = expression(
    r"中国·?([\u3400-\u9fff]{2,4}?)(?:人民)?政府(?:门户|公众|信息)*网站?[\u201d\x22]?\((?:网址:?)?(?:https?://)?www\.([a-z]+)\.gov\.cn"
)
_AGAIN = 2  # times that a page names its city
_PRESS = expression("日报|晚报|广播电|电视台|政府网|政府门户")
_OTHERS = expression("[全我本][县区旗省镇乡]|(?<![市、和各])[县区旗]级|分局|市、[县区](?:的|关于|有关|相关|政务|政府|要求|部署)")
_MADE = expression("(?:打造|开通|开设|创建|运营|办好|我局)了?[\u201c\x22]?\\Z")


def by_banner(clues: Clues, ending: str) -> Unit | None:
    """Return the one county of this ending whose government's name stands alone on a line above all, where it is the only one of its name.

    No line of another government of that level may be there, and no site of a place elsewhere.
    """
    if ending not in ("县", "区", "旗"):
        return None
    names = {match[1] for match in _BANNER.finditer(clues.text, 0, _ABOVE)}
    units = {unit.code: unit for name in names for unit in _called(name, clues)}
    site = clues.domain()
    one = next(iter(units.values())) if len(units) == 1 and len(names) == 1 else None
    return one if one and one.name.endswith(ending) and (site is None or related(site, one, clues)) else None


def by_sites_title(clues: Clues, ending: str) -> Unit | None:
    """Return the county, or the city of a body of such a place, whose government's site the title in the markup names behind the page's.

    None on the site of a place elsewhere: 2022年…年度报告_甲市乙区人民政府.
    """
    named = _SITES_TITLE.search(plain(clues.titled)) if "政府" in clues.titled else None
    read = read_name(named[1], clues.year, clues.gazetteer) if named else None
    if not read or not read.places or read.body or read.town or read.zone or len(read.places[-1]) != 1:
        return None
    unit, site = read.places[-1][0], clues.domain()
    own = unit.name.endswith(ending) if ending else unit.level == 3 and not _SPEAKS_ABOVE.search(clues.text)
    return unit if own and (site is None or related(site, unit, clues)) else None


def _called(name: str, clues: Clues) -> list[Unit]:
    """Return the counties of this name, that of a place printed before it only where it lies there."""
    table = clues.gazetteer
    end = next(
        (name[start:] for start in range(len(name) - 1) if name[start:] in table.names or name[start:] in table.aliases), ""
    )
    before = name.removesuffix(end)
    units = [unit for unit in table.named(end, clues.year) if unit.level == 3] if end and end not in COMMON else []
    return [
        unit for unit in units if not before or any(before.endswith(above.name) for above in table.chain(unit, clues.year)[:-1])
    ]


def by_account_of_city(clues: Clues) -> Unit | None:
    """Return the city after which the account of a nameless bureau is called that works for 全市: “甲人社”政务微信, named again or with 甲日报.

    A page that speaks of a county, a branch or a province says of whom the account is nothing; nor does a site of another place.
    """
    if "全市" not in clues.text or "我局" not in clues.text or of_county(clues.text) or _OTHERS.search(clues.text):
        return None
    accounts = {match[1] for match in _OWN_ACCOUNT.finditer(clues.text)}
    told = [(unit, account) for account in accounts if (unit := _city_of(account, clues))]
    one = told[0][0] if len({unit.code for unit, _ in told}) == 1 else None
    site = clues.domain()
    own = one is not None and any(_is_own(account, one, clues) for _, account in told)
    return one if own and (site is None or site == one) else None


def by_own_site(body: str, clues: Clues) -> Unit | None:
    """Return the city of a 市农业局 whose own site is called so, 甲市农业信息网, of a page that names that city again and no other place.

    None where it has cities in it, whose bodies publish there as well.
    """
    if not body.startswith("市") or "网" not in clues.text:
        return None
    found = (match for match in _FIELDS_SITE.finditer(clues.text) if body.startswith(match[2], 1))
    names = {name for match in found for name in clues.gazetteer.mentions(match[1]) if match[1].endswith(name)}
    units = {unit.code: unit for name in names for unit in clues.gazetteer.named(name, clues.year)}
    city, site = next(iter(units.values()), None), clues.domain()
    if city is None or len(units) != 1 or city.level != 2 or clues.named[city.name] < _AGAIN or _has_cities(city, clues):
        return None
    above = {over.code for over in clues.gazetteer.chain(city, clues.year)}
    others = {unit.code for name in clues.named for unit in clues.gazetteer.named(name, clues.year)} - above
    return city if not others and site in (None, city) else None


def by_printed_site(clues: Clues) -> Unit | None:
    """Return the one city whose site a copy on a foreign host names without its suffix, with an address that begins its name as well."""
    if not clues.url or ".gov.cn" in clues.url or "中国" not in clues.text:
        return None
    sites = {match.groups() for match in _WITH_ADDRESS.finditer(clues.text)}
    called = ((unit, label) for stem, label in sites for unit in clues.gazetteer.stems.get(stem, ()) if unit.valid(clues.year))
    cities = {unit.code: unit for unit, label in called if unit.level == 2 and label == initials_of(unit)}
    return next(iter(cities.values())) if len(cities) == len(sites) == 1 else None


def _city_of(account: str, clues: Clues) -> Unit | None:
    """Return the city whose short name and a word for its work make the account's name, where the text says so twice."""
    stem = stem_before(account, clues)
    if not stem or not _WORK.fullmatch(account[len(stem) :]):
        return None
    units = [unit for unit in clues.gazetteer.stems[stem] if unit.valid(clues.year) and unit.name.endswith("市")]
    pressed = any(_PRESS.match(clues.text, at + len(stem)) for at in occurrences(stem, clues.text))
    twice = pressed or len(list(occurrences(account, clues.text))) > 1
    return units[0] if twice and len(units) == 1 and units[0].level == 2 else None


def _is_own(account: str, city: Unit, clues: Clues) -> bool:
    """Tell whether the account is no district's, and the bureau made it where the city has cities in it, which say 全市, too."""
    words = account.removeprefix(city.stem)
    if _is_of_district(words, city, clues):
        return False
    made = (at for at in occurrences(account, clues.text) if _MADE.search(clues.text, max(0, at - 6), at))
    return (words != "发布" and any(made)) or not _has_cities(city, clues)


def _has_cities(city: Unit, clues: Clues) -> bool:
    below = (unit for units in clues.gazetteer.codes.values() for unit in units if unit.parent == city.code)
    return any(unit.name.endswith("市") and unit.valid(clues.year) for unit in below)


def _is_of_district(words: str, city: Unit, clues: Clues) -> bool:
    """Tell whether the words behind a city's short name are that of one of its counties: “杭州西湖”, “杭州西湖发布”."""
    counties = (unit for length in (2, 3, 4) for unit in clues.gazetteer.stems.get(words[:length], ()))
    return any(unit.parent == city.code for unit in counties)
