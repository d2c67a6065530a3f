"""Which places do the labels of a government's domain spell? In full, after initials, by initials alone, or in front of a city's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from urllib.parse import urlsplit

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Gazetteer, Unit
from gongkai.mappings.places import MUNICIPALITIES

__all__ = [
    "in_front",
    "initials_of",
    "labels_of",
    "letters_of",
    "municipality_of",
    "of_another",
    "of_counties",
    "read_as",
    "spelled_by",
    "told_by_path",
]

# Hosts of provinces and cities that go by letters which many places share.
_SHORT_HOSTS = {
    "bj": "110000", "tj": "120000", "nmg": "150000", "ln": "210000", "jl": "220000", "hlj": "230000", "sh": "310000",
    "xjbt": "650000", "zj": "330000", "ah": "340000", "gd": "440000", "gxzf": "450000", "cq": "500000", "sc": "510000", "yn": "530000",
    "gz": "440100", "sz": "440300", "zs": "442000", "dg": "441900", "dl": "210200", "dt": "140200", "zt": "530600",
    "my": "510700", "sm": "350400", "np": "350700", "xz": "320300", "sx": "330600", "tl": "340700",
    "ms": "511400", "qz": "330800", "wh": "420100", "nc": "360100", "ly": "410300", "yj": "330324", "ya": "350481", "fl": "500102",
    "xm": "350200", "xa": "610100", "nx": "640000", "km": "530100", "hd": "130400", "lf": "131000", "ks": "320583", "yw": "330782",
    "hg": "421100", "sg": "440200", "yq": "140300", "hh": "532500", "zg": "510300", "dh": "533100", "cj": "652300", "qj": "530300",
    "fy": "341200", "tjbh": "120116", "zgsr": "361100", "czs": "431000", "jms": "230800", "smx": "411200", "pds": "410400", "lps": "520200",
    "als": "152900", "wlmq": "650100", "klmy": "650200", "xjbz": "652800", "xjboz": "652700", "xjkz": "653000", "xjyl": "654000",
    "qy": "431181", "ds": "150602", "gy": "341621", "wj": "320412", "bp": "211381", "yx": "420222", "tx": "330483", "xw": "530381",
    "sp": "431123", "dp": "511402", "zc": "440118", "gl": "350102", "eq": "150624", "cbs": "220600", "bynr": "150800",
    "cnjg": "510823", "cncx": "510824", "cnzh": "510811", "cncn": "330327", "ahlx": "341821", "ahjx": "341823", "jlcity": "220200",
    "yzcity": "431100", "gzzy": "520425", "cqstl": "500151", "cqszx": "500240", "xjwqx": "653024", "ewenke": "150724", "kyqq": "152221",
    "kyzq": "152222", "szss": "440300", "scgw": "510821", "sxfx": "610330", "lg": "440307",
    # Names that are spelled otherwise.
    "ordos": "150600", "harbin": "230100", "huhhot": "150100", "gnzrmzf": "623000", "qqhr": "230200", "pudong": "310115",
}  # fmt: skip
# Hosts of one place among several that are spelled alike: that of 青山区 in 武汉, and none of the one in 包头. Of cities only those
# whose namesakes have hosts of their own: zjtz. of 台州, jxfz. of 抚州, hnsn. and cnsn. of 绥宁 and 睢宁.
_OWNED = {
    "qingshan": "420107", "xinjiang": "650000", "changanqu": "610116", "lushan": "360483", "heping": "441624", "fuyang": "330111",
    "ziyang": "512000", "linyi": "371300", "suining": "510900", "taizhou": "321200", "suzhou": "320500", "fuzhou": "350100",
    "yichun": "360900", "yulin": "450900", "jinan": "370100", "jining": "370800", "huizhou": "441300", "yuncheng": "140800",
    "wuzhong": "640300", "ganzhou": "360700", "longnan": "621200", "pingxiang": "360300", "tongchuan": "610200", "lishui": "331100",
}  # fmt: skip
_NATIONAL_HOSTS = frozenset({"spb"})  # bodies of the state whose host spells a place by its first letters: the post
_LETTERED = expression(r"[a-z]{2,}[qx]")
_ZONES = frozenset({"kfq", "gxq", "jkq", "jjq", "xjq"})  # 开发区, 高新区, 经开区 …
# What hosts add to the name of a place: china-zibo, chinafuning, xxgk-jyx; li-xian.
_AROUND = expression("^china-?(?=[a-z]{4,}$)|^xxgk-(?=.)|(?<=.)-(?=.)")
_GOVERNMENT = expression("(?:rm)?zf$")
# Departments that are spelled like counties: 公安局, 城管局, 海洋局.
_DEPARTMENTS = frozenset({"gongan", "chengguan", "haiyang"})

# The site's own part of a path: /html/ASTDQ/202601/, of 鞍山市铁东区.
_SITES_PART = expression(r"https?://[^/]+\.gov\.cn/html/([A-Z]{4,})/20\d{4}/")


# The government's part of a county's site in front of its city's domain, which its first letters name: ha.nantong.gov.cn/hasrmzf/.
_GOVERNMENTS_PART = expression(r"https?://([a-z]{2,4})\.[a-z]+\.gov\.cn/([a-z]{3,5})rmzf/")


def told_by_path(unit: Unit, url: str, gazetteer: Gazetteer, year: int | None) -> bool:
    """Tell whether the path names the site's part by the initials of the unit's city or province and of its own name in full."""
    part = _SITES_PART.match(url)
    return part is not None and part[1].lower() in {lead + letters_of(unit) for lead in _leads(unit, gazetteer, year)}


def labels_of(host: str) -> list[str]:
    """Return the labels of a host without those in front that a department may be called by: gongan.jingzhou.gov.cn."""
    labels = [_AROUND.sub("", label) for label in host.split(".")]
    own = len(labels) - (3 if host.endswith(".gov.cn") else 1)
    return [label for place, label in enumerate(labels) if place >= own or label not in _DEPARTMENTS]


def of_counties(host: str, gazetteer: Gazetteer, year: int | None) -> list[str]:
    """Return the labels in front of a city's domain that spell a county of it (县) as well as a department."""
    *front, last = host.removesuffix(".gov.cn").split(".")
    cities = spelled_by(last, gazetteer, year) if _DEPARTMENTS.intersection(front) else []
    found = (label for label in front if label in _DEPARTMENTS)
    return [label for label in found if any(unit.name.endswith("县") for unit in in_front([label], cities, gazetteer, year))]


def spelled_by(label: str, gazetteer: Gazetteer, year: int | None) -> list[Unit]:
    """Return the units of today that the label of a domain spells, by the first way that finds any."""
    return (
        read_as(label, gazetteer)
        or _contracted(gazetteer).get(label)
        or _led(label, gazetteer, year)
        or _abbreviated(label, gazetteer, year)
        or (_abbreviated(_GOVERNMENT.sub("", label), gazetteer, year) if label.endswith("zf") else [])
    )


def read_as(label: str, gazetteer: Gazetteer) -> list[Unit]:
    """Return the units of today whose name in full the label spells and whose host it may be."""
    units = gazetteer.readings.get(label, [])
    return [unit for unit in units if unit.code == _OWNED[label]] if label in _OWNED else units


def municipality_of(url: str, gazetteer: Gazetteer, year: int | None) -> Unit | None:
    """Return the municipality in which all places lie that the site's domain spells: 重庆市, of 云阳县 and 酉阳县."""
    host = (urlsplit(url).hostname or "") if "://" in url else ""
    units = spelled_by(host.split(".")[-3], gazetteer, year) if host.count(".") > 1 and host.endswith(".gov.cn") else []
    leads = {unit.code[:2] for unit in units}
    lead = leads.pop() if len(leads) == 1 else ""
    return gazetteer.at(f"{lead}0000", year) if lead in MUNICIPALITIES else None


def of_another(labels: set[str], unit: Unit) -> set[str]:
    """Return those of the labels that are the host of another place of one spelling."""
    return {label for label in labels.intersection(_OWNED) if _OWNED[label] != unit.code}


def in_front(labels: Iterable[str], cities: list[Unit], gazetteer: Gazetteer, year: int | None, url: str = "") -> list[Unit]:
    """Return the counties that labels in front of a city's domain spell: daan in daan.jlbc.gov.cn; tjj. and gaj. spell none.

    In front of a province's domain its places in full: wenchang.hainan.gov.cn.
    """
    codes = {unit.code for unit in cities if unit.level == 2}
    stems = {unit.stem for unit in cities}
    provinces = {unit.code for unit in cities if unit.level == 1}
    spelled = (unit for label in labels for unit in gazetteer.readings.get(label, ())) if provinces else ()
    of_province = [unit for unit in spelled if unit.level > 1 and gazetteer.chain(unit, year)[0].code in provinces]
    return of_province or [
        unit
        for label in labels
        for unit in (*gazetteer.readings.get(label, ()), *_by_initials(label, gazetteer), *_by_part(label, url, gazetteer))
        if unit.level == 3 and unit.stem not in stems and codes & {above.code for above in gazetteer.chain(unit, year)[:-1]}
    ]


def _by_initials(label: str, gazetteer: Gazetteer) -> list[Unit]:
    """Return the districts and counties that the label is the initials of: dhq in dhq.nc.gov.cn; a department's end with j or w."""
    return gazetteer.initials.get(label, []) if _LETTERED.fullmatch(label) and label not in _ZONES else []


def letters_of(unit: Unit) -> str:
    """Return the first letters of the syllables of a unit's name: 四川省 → scs."""
    return "".join(syllable[0] for syllable in unit.reading.split())


def initials_of(unit: Unit) -> str:
    """Return the first letters of the syllables of a unit's name without its suffix: 四川省 → sc."""
    return letters_of(unit)[: len(unit.stem)]


def _by_part(label: str, url: str, gazetteer: Gazetteer) -> list[Unit]:
    """Return the counties whose first letters are the label, and with those of 人民政府 behind the first part of the path: 海安市."""
    part = _GOVERNMENTS_PART.match(url)
    units = gazetteer.initials.get(part[2], []) if part and part[1] == label else []
    return [unit for unit in units if initials_of(unit) == label]


@cache
def _contracted(gazetteer: Gazetteer) -> dict[str, list[Unit]]:
    """Return the readings of short names that leave out characters within: kazuo is 喀左县, 喀喇沁左翼蒙古族自治县."""
    found: dict[str, list[Unit]] = {}
    for short, units in gazetteer.aliases.items():
        for unit in units:
            read, stem = dict(zip(unit.name, unit.reading.split(), strict=False)), short[:-1]
            contracted = len(stem) > 1 and not (stem.endswith("自治") or unit.name.startswith(stem))
            if contracted and unit.last == 9999 and all(char in read for char in stem):
                found.setdefault("".join(read[char] for char in stem), []).append(unit)
    return found


def _led(label: str, gazetteer: Gazetteer, year: int | None) -> list[Unit]:
    """Return the units that a label spells after the initials of their province or city: scanju, dlweishan."""
    spelled = ((label[:cut], unit) for cut in (2, 3) for unit in gazetteer.readings.get(label[cut:], ()))
    return [unit for lead, unit in spelled if any(lead == initials_of(above) for above in gazetteer.chain(unit, year)[:-1])]


def _abbreviated(label: str, gazetteer: Gazetteer, year: int | None) -> list[Unit]:
    """Return the units whose first letters a label is, alone or after those of their province or city, or of both: wlthq, mashsq, ahtlyaq."""
    if label in _NATIONAL_HOSTS or len(label) < 2:
        return []
    if code := _SHORT_HOSTS.get(label):
        return [unit for unit in gazetteer.codes[code] if unit.last == 9999]
    alone = gazetteer.initials.get(label, []) if len(label) > 2 else []
    lettered = ((label[:cut], unit) for cut in (2, 3, 4) for unit in gazetteer.abbreviated(label[cut:]) if label[cut + 1 :])
    return alone + [unit for lead, unit in lettered if lead in _leads(unit, gazetteer, year)]


def _leads(unit: Unit, gazetteer: Gazetteer, year: int | None) -> set[str]:
    """Return the first letters of the places above a unit, of each and of all; of a municipality also with 市: cqs in cqsdj."""
    places = gazetteer.chain(unit, year)[:-1]
    above = [initials_of(place) for place in places]
    whole = {letters_of(place) for place in places if place.level == 1 and place.code[:2] in MUNICIPALITIES}
    curled = {re.sub("(?<=.)e", "r", lead) for lead, place in zip(above, places, strict=True) if " er " in place.reading}  # hrb
    return {*above, "".join(above)} | curled | whole
