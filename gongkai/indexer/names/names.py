"""What does an agency's name say? It is read from the left, place by place, down to the town or the zone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import Gazetteer, Unit
from gongkai.indexer.names.branches import without_regiment, without_state
from gongkai.indexer.names.next_place import below, listed_town, next_place

__all__ = ["ZONE_WORDS", "Name", "prefix_length", "read_name"]

_TOWN = expression(
    r"^([\u3400-\u9fff]{1,14}?(?:街道|镇|民族乡|乡|苏木))(?=$|人民政府|政府|办事处|街道办|办$|管委会|管理|党|便民|综合|社[会区]|"
    r"(?:财政|司法|国土|卫生|农业|派出|文化|林业)|中心)"
)
_NO_TOWN = expression("城乡$|局|中心|委员会|公司")  # 公积金管理中心宁乡管理部
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
_COUNTY = expression(r"[\u3400-\u9fff]{2,6}[县区市](?=[\u3400-\u9fff]{2})")
_BUREAU = expression(r"([\u3400-\u9fff]{2,4})局$")  # 国家矿山安全监察局广西局
# What is no zone although it begins like one: 新城开发建设中心.
_BUILDING = expression(r"开发建设|建设(?:发展)?中心|建设指挥部")
# City bodies in a district that are called after it: 甲市乙生态环境局; so were those that the state or the province led, 甲市乙地税局.
_CITY_BODY = expression(
    r"^([\u3400-\u9fff]{2,6}?)(区|县|市|旗)?(?:生态环境局|环境保护局|环保局|(?:国家|地方)?税务局|[国地]税局|工商(?:行政管理)?局|质量技术监督局|质监局"
    r"|国土(?:资源)?局|自然资源(?:和规划)?局|食品药品监督管理局|食药监局|市场监督管理局|市场监管局|盐务局|烟草专卖局)$"
)
_POLICE_BRANCH = expression(r"^([\u3400-\u9fff]{2,6}?)(区|县|市|旗)?公安分局$")
_BRANCH = expression(
    r"^.*?(?:局|委员会|委(?!员会)|队|中心|医院|公安(?!局))([\u3400-\u9fff]{2,8}?)(区|县|市|旗)?(?:生态环境)?(?:分局(?:[\u3400-\u9fff]{2,10}(?:派出所|[大中]队))?|区局|(?:公路)?(?:监管|管理)?局|大队|分中心|分院|管理部)$"
)


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
    while rest and (found := next_place(rest, places, year, gazetteer)):
        length, units = found
        places.append(units)
        printed.append(rest[:length])
        rest = rest[length:]
        if match := re.match(r"^(?:人民)?政府(?=.{2,12}(?:街道|办事处|镇|乡)|[\u3400-\u9fff]{1,10}街道)", rest):
            rest = rest[match.end() :]
    rest = without_regiment(rest) if places else rest
    town, zone = listed_town(rest, gazetteer) or None, None
    if town:
        rest = rest[len(town) :]
    elif zone := _zone(rest, places, printed, gazetteer):
        rest = rest[zone[0] :]
        if _COUNTY.match(rest) and (inner := read_name(rest, year, gazetteer)).places and inner.places[0][0].level == 3:
            return replace(inner, text=text)  # 雄安新区容城县教育局
        town = listed_town(rest, gazetteer) or None
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
        units = below(
            candidates or gazetteer.stems.get(match[1]) or gazetteer.named(match[1], year), name.places[-1], year, gazetteer
        )
        units = tuple(unit for unit in units if unit.valid(year) and unit.level == 3)
        if len({unit.code for unit in units}) == 1:
            return replace(name, places=(*name.places, units), printed=(*name.printed, match[1]))
    return name
