"""What does an agency's name say? It is read from the left, place by place, down to the town or the zone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from gongkai.indexer.expressions import expression
from gongkai.indexer.fold import fold
from gongkai.indexer.gazetteer.gazetteer import Gazetteer, Unit
from gongkai.indexer.names.branches import is_branch, is_local, with_branch, without_regiment, without_state

__all__ = [
    "COMMON",
    "READING",
    "Name",
    "occurrences",
    "one_place",
    "plain",
    "prefix_length",
    "read_name",
    "without_conjunction",
    "without_readings",
]

_TOWN = expression(
    r"^([\u3400-\u9fff]{1,14}?(?:街道|镇|民族乡|乡|苏木))(?=$|人民政府|政府|办事处|街道办|办$|管委会|管理|党|便民|综合|社[会区]|"
    r"(?:财政|司法|国土|卫生|农业|派出|文化|林业)|中心)"
)
_NO_TOWN = expression("城乡$|局|中心|委员会|公司")  # 公积金管理中心宁乡管理部
_TOWN_ENDS = ("镇", "乡", "街道", "苏木")
_BRANCH_TOWN = expression(r"^([\u3400-\u9fff]{2,8}?(?:地区|街))(?=办事处|街道办|办$|$)")
ZONE_WORDS = (
    "高新技术产业开发区|高新技术产业园区|高新技术开发区|新技术开发区|高新技术园区|高新技术产业区|国际旅游度假区|旅游度假区|度假区|"
    "经济技术开发区|经济开发区|工业开发区|综合开发区|开发区|高新区|经开区|综合保税区|综保区|保税港区|保税区|综合实验区|实验区|综合试验区|试验区|"
    "先行区|示范区|示范园区|工业园区|工业园|产业园区|产业园|科技园区|科技园|创业园|农业园区|工业集中区|产业集聚区|工业集聚区|"
    "产业集中区|合作区|风景名胜区|风景区|风景旅游区|旅游区|景区|自然保护区|保护区|投资区|旅游经济特区|特别合作区|新区|新城|科学城|科技城|大学城|管理区|功能区|"
    "物流园区|物流园|物流区|港区|港务区|生态区|生态城|商务区|创新区|创新港|自由贸易试验区|自贸区|片区|园区|集聚区|农场|林场|园艺场|垦殖场|化工区|工业区|产业基地|化工基地|起步区|经济区|临空区|临港区"
)
_ZONE = expression(
    rf"^([\u3400-\u9fffA-Z0-9·]{{0,20}}?(?:(?<!中国)\([\u3400-\u9fff]{{2,6}}\)[\u3400-\u9fff]{{1,12}}?)?(?:{ZONE_WORDS})(?:(?<=城)(?:经济(?:技术)?)?(?:开发|管理)区|[\u3400-\u9fff]{{2,4}}(?:新城|片区|园区?))?)(?:\([^)]{{2,20}}\))?"
    r"(?=$|管委会|管理委员会|执行委员会|党|综合|[\u3400-\u9fff]{2,16}(?:局|办公室|委员会|分局|中心|办|部|院|大队|支队|街道|镇|乡|处|所)"
    r"|[\u3400-\u9fff]{2,6}街道办)"
)
_BARE_ZONE = rf"(?:国家级?|国际)?(?:{ZONE_WORDS})"
# Words that are places only right after the place they belong to.
COMMON = {"城区", "郊区", "矿区", "新区", "东区", "西区"}
# Schools with a number, of a province by their first word: 甲省乙第二中学 is in the city or the county of 乙.
_NUMBERED_SCHOOL = expression(r"^第[一二三四五六七八九十]{1,3}(?:高级|实验)?(?:中学|小学)")
_COUNTY = expression(r"[\u3400-\u9fff]{2,6}[县区市](?=[\u3400-\u9fff]{2})")
_BUREAU = expression(r"([\u3400-\u9fff]{2,4})局$")  # 国家矿山安全监察局广西局
# What is no zone although it begins like one: 新城开发建设中心.
_BUILDING = expression(r"开发建设|建设(?:发展)?中心|建设指挥部")
_OF_CITIES = expression("市[中南北]区")
# City bodies in a district that are called after it: 甲市乙生态环境局.
_CITY_BODY = expression(r"^([\u3400-\u9fff]{2,6}?)(区|县|市|旗)?生态环境局$")
_POLICE_BRANCH = expression(r"^([\u3400-\u9fff]{2,6}?)(区|县|市|旗)?公安分局$")
_BRANCH = expression(
    r"^.*?(?:局|委员会|委(?!员会)|队|中心|医院|公安(?!局))([\u3400-\u9fff]{2,8}?)(区|县|市|旗)?(?:生态环境)?(?:分局(?:[\u3400-\u9fff]{2,10}(?:派出所|[大中]队))?|区局|(?:公路)?(?:监管|管理)?局|大队|分中心|分院|管理部)$"
)


# Characters that names of places keep in simplified script (乾县, 於潜镇) and that folding would replace.
_KEPT, _TRADITIONAL = expression("[乾濛么塚磑抬於氾洩瀂鮜鷺]"), expression("[條關發開務報書會]")


def plain(text: str, folded: str | None = None) -> str:
    """Return the text folded one to one, names of places left whole unless the text is in traditional script."""
    folded = fold(text) if folded is None else folded
    if not _KEPT.search(text) or len(_TRADITIONAL.findall(text)) > 2:
        return folded
    chars = list(folded)
    for kept in _KEPT.finditer(text):
        chars[kept.start()] = kept[0]
    return "".join(chars)


_SOUND = r"[a-zü\u00e0-\u01dc\u0250-\u02af\u1e00-\u1eff]{1,8}[))]"
READING = expression(rf"[((](?<=[\u3400-\u9fff].){_SOUND}(?:[((]{_SOUND})*")
_TONES = "\u00e0\u00e8\u00ec\u00f3\u00f9\u016b"  # à, è, ì, ó, ù, ū: one of them is in any text with readings


def without_readings(text: str) -> str:
    """Return the text without the readings that copies in traditional script have after characters: 區(qū)."""
    return READING.sub("", text) if any(tone in text for tone in _TONES) else text


def occurrences(words: str, text: str) -> Iterator[int]:
    """Yield where the words stand in the text: an expression made for them takes longer to make than to look for."""
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


_AND_COUNTY = expression(r"(?<=[省市级厅局办委府)》\u201d])和县(?=委|(?:人民)?政府)")
_COUNTY_OF_AND = expression(r"(?:^|[\s:>|])和县|安徽|马鞍山|巢湖", re.MULTILINE)


def without_conjunction(text: str) -> str:
    """Return the text with a sign for the 和 of 省和县政府, which is no 和县 unless the page names that county or where it lies."""
    return _AND_COUNTY.sub("、县", text) if "和县" in text and not _COUNTY_OF_AND.search(text) else text


@dataclass(frozen=True, slots=True)
class Name:
    """An agency's name taken apart: candidates of each printed place, town, zone, and what is left."""

    text: str
    places: tuple[tuple[Unit, ...], ...]
    printed: tuple[str, ...]
    town: str | None
    zone: str | None
    body: str

    @property
    def bare(self) -> bool:
        """Tell whether the name says nothing about where the agency sits."""
        return not self.places and self.town is None and self.zone is None


@lru_cache(maxsize=4096)
def read_name(text: str, year: int | None, gazetteer: Gazetteer) -> Name:
    """Take an agency's name apart."""
    rest = without_state(text)
    branch = _BUREAU.match(rest) if rest != text else None
    if branch and (units := _highest(branch[1], year, gazetteer)):
        return Name(text, (units,), (branch[1],), None, None, "局")
    places: list[tuple[Unit, ...]] = []
    printed: list[str] = []
    while rest and (found := _next_place(rest, places, year, gazetteer)):
        length, units = found
        places.append(units)
        printed.append(rest[:length])
        rest = rest[length:]
        if match := re.match(r"^(?:人民)?政府(?=.{2,12}(?:街道|办事处|镇|乡)|[\u3400-\u9fff]{1,10}街道)", rest):
            rest = rest[match.end() :]
    rest = without_regiment(rest) if places else rest
    town, zone = _listed_town(rest, gazetteer) or None, None
    if town:
        rest = rest[len(town) :]
    elif zone := _zone(rest, places, printed, gazetteer):
        rest = rest[zone[0] :]
        if _COUNTY.match(rest) and (inner := read_name(rest, year, gazetteer)).places and inner.places[0][0].level == 3:
            return replace(inner, text=text)  # 雄安新区容城县教育局
        town = _listed_town(rest, gazetteer) or None
        rest = rest[len(town or "") :]
    match = None if town else _TOWN.match(rest) or _BRANCH_TOWN.match(rest)
    # 新乡财政局 is no bureau of a town
    if match and not _NO_TOWN.search(match[1]) and (places or match[1] not in gazetteer.stems):
        town, rest = match[1], rest[match.end() :]
        town = gazetteer.street(town, places[-1] if places else ()) if town.endswith("街") else town
    name = Name(text, tuple(places), tuple(printed), town, zone[1] if zone else None, rest)
    return _with_branch(name, year, gazetteer)


def prefix_length(text: str) -> int:
    """Return how much of a name stands before its place: 国家税务总局, 新疆生产建设兵团第一师."""
    return len(text) - len(without_state(text))


def _highest(stem: str, year: int | None, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """Return the province called by the stem, or else the cities: 吉林 is the province."""
    units = [unit for unit in gazetteer.stems.get(stem, ()) if unit.level < 3 and unit.valid(year)]
    return tuple(unit for unit in units if unit.level == min(other.level for other in units))


def _next_place(
    rest: str, places: list[tuple[Unit, ...]], year: int | None, gazetteer: Gazetteer
) -> tuple[int, tuple[Unit, ...]] | None:
    above = places[-1] if places else ()
    for length in range(min(gazetteer.longest, len(rest)), 1, -1):
        name = rest[:length]
        after = rest[length:]
        if name in gazetteer.names or name in gazetteer.aliases:
            if re.match(r"(?:镇|乡|街道|苏木)(?:$|人民政府|政府|办事处|[\u3400-\u9fff]{2}所)", after):
                continue
            if name in gazetteer.aliases and name not in gazetteer.names and re.match(r"[区县市](?!场)", after):
                continue
            units = _below(gazetteer.named(name, year), above, year, gazetteer) or _beside(name, above, year, gazetteer)
            units = units or _gone(name, above, year, gazetteer)
            inner = _OF_CITIES.match(name[-1] + after)
            if inner and _below(gazetteer.named(inner[0], year), units, year, gazetteer):  # 济南市中区 has one 市 for two
                return length - 1, units
            if units and (name not in COMMON or above or _has_town(units, after, gazetteer)):
                return length, units
        elif name in gazetteer.stems and (units := _stem(name, after, above, year, gazetteer)):
            return length, units
    return None


def _gone(name: str, above: tuple[Unit, ...], year: int | None, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """Return the place of this name that is no more, of no certain year, in one of the places above: 重庆市江北区."""
    named = gazetteer.names.get(name, ()) if year is None and above else ()
    return _below([unit for unit in named if unit.level > above[0].level], above, year, gazetteer) if named else ()


def _beside(name: str, above: tuple[Unit, ...], year: int | None, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """Return the district that a city on a county's level runs, which lies beside it by its code: 满洲里市扎赉诺尔区."""
    run = {unit.parent for unit in above if unit.level == 3 and unit.name.endswith("市")}
    named = gazetteer.named(name, year) if name.endswith("区") and name not in COMMON else []
    return tuple(unit for unit in named if unit.parent in run)


def _has_town(units: tuple[Unit, ...], after: str, gazetteer: Gazetteer) -> bool:
    town = _listed_town(after, gazetteer)
    codes = gazetteer.towns[town].split(",") if town else []
    return any(unit.code in codes for unit in units)


def _listed_town(rest: str, gazetteer: Gazetteer) -> str:
    """Return the longest name of a town in the gazetteer that the text begins with; empty: none."""
    starts = (rest[:length] for length in range(min(len(rest), 16), 1, -1))
    return next((start for start in starts if start.endswith(_TOWN_ENDS) and start in gazetteer.towns), "")


def _below(units: list[Unit], above: tuple[Unit, ...], year: int | None, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """Return those of the units that lie in one of the places above; all when there is none above."""
    if not above:
        return tuple(units)
    codes = {code for unit in above for code in (unit.code, unit.id)}  # 那曲市那曲县, which lay in 那曲地区
    return tuple(
        unit
        for unit in units
        if codes & {code for parent in gazetteer.chain(unit, year)[:-1] for code in (parent.code, parent.id)}
        or (unit.level > above[0].level and any(unit.parent == parent.code for parent in above))
    )


def _stem(name: str, after: str, above: tuple[Unit, ...], year: int | None, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """Accept a name without its suffix only where one of its own places, or a zone, follows."""
    units = [unit for unit in gazetteer.stems[name] if unit.valid(year)]
    units = list(_below(units, above, year, gazetteer))
    if not units or not after:
        return ()
    if above and _NUMBERED_SCHOOL.match(after):
        return tuple(units)
    if after == "海关":  # 朝阳海关 is that of a city, or of a district of another
        return one_place(units, year, gazetteer) or tuple(unit for unit in units if len({one.id for one in units}) == 1)
    if is_branch(after):
        return with_branch(after, units)
    if is_local(after):
        return one_place(units, year, gazetteer)
    for length in range(min(gazetteer.longest, len(after)), 1, -1):
        if after[:length] in gazetteer.names and (_below(gazetteer.named(after[:length], year), tuple(units), year, gazetteer)):
            parents = {p.code for u in gazetteer.named(after[:length], year) for p in gazetteer.chain(u, year)[:-1]}
            return tuple(unit for unit in units if unit.code in parents)
    if all(unit.level == 1 for unit in units) and any(
        after.startswith(stem) and _below(gazetteer.stems[stem], tuple(units), year, gazetteer)
        for stem in (after[:2], after[:3])
        if stem in gazetteer.stems
    ):
        return tuple(units)
    return ()


def one_place(units: list[Unit], year: int | None, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """Return the city or province that is called by a stem; none where another place than the counties in it is, too."""
    highest = min(units, key=lambda unit: unit.level)
    within = all(unit == highest or (unit.level == 3 and highest in gazetteer.chain(unit, year)) for unit in units)
    return (highest,) if within and highest.level < 3 else ()


def _zone(rest: str, places: list[tuple[Unit, ...]], printed: list[str], gazetteer: Gazetteer) -> tuple[int, str] | None:
    """Return how long the zone's name is and what it is called; a bare word for a zone takes the place before it."""
    match = _ZONE.match(rest)
    if match is None or re.match(r"^(?:行政|城市|综合|社区|机关|住房|自然)", match[1]):
        return None
    name = match[1]
    province = next((stem for stem in (name[:2], name[:3]) if stem in gazetteer.provinces), "")
    if re.fullmatch(_BARE_ZONE, name.removeprefix(province + "港")):  # 天津港保税区 is called after the port
        province = ""
    if province and len(name) > len(province) + 3 and not re.fullmatch(_BARE_ZONE, name.removeprefix(province)):
        printed.append(province)
        places.append(tuple(gazetteer.provinces[province]))
        name = name.removeprefix(province)
    if re.fullmatch(_BARE_ZONE, name):
        if _BUILDING.match(rest, match.end()):
            return None
        if not printed:
            return match.end(), name
        name = printed[-1] + name
    return match.end(), name


def _with_branch(name: Name, year: int | None, gazetteer: Gazetteer) -> Name:
    """Read the district in the name of a city's branch: 烟台市公安局芝罘分局, 池州市公安贵池分局, 淄博市张店公安分局."""
    if not name.places or name.town or name.zone or name.places[-1][0].level == 3:
        return name
    if match := _BRANCH.match(name.body) or _CITY_BODY.match(name.body) or _POLICE_BRANCH.match(name.body):
        candidates = gazetteer.named(match[1] + match[2], year) if match[2] else []
        units = _below(
            candidates or gazetteer.stems.get(match[1]) or gazetteer.named(match[1], year), name.places[-1], year, gazetteer
        )
        units = tuple(unit for unit in units if unit.valid(year) and unit.level == 3)
        if len({unit.code for unit in units}) == 1:
            return replace(name, places=(*name.places, units), printed=(*name.printed, match[1]))
    return name
