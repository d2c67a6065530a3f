"""Where does an agency sit? Its name is read from the left, place by place; clues decide between namesakes.

An answer is given as far down as it is certain. Between two places of one name with nothing to tell them apart
the answer is null.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from gongkai.indexer.clues import Clues
from gongkai.indexer.gazetteer import MUNICIPALITIES, Gazetteer, Unit
from gongkai.report import Place

__all__ = ["Name", "locate", "read_name"]

_TOWN = re.compile(
    r"^([\u4e00-\u9fff]{1,14}?(?:街道|镇|民族乡|乡|苏木))(?=$|人民政府|政府|办事处|街道办|办$|管委会|管理|党|便民|综合|社会|"
    r"(?:财政|司法|国土|卫生|农业|派出|文化|林业)|中心)"
)
_BRANCH_TOWN = re.compile(r"^([\u4e00-\u9fff]{2,8}?(?:地区|街))(?=办事处|街道办|$)")
ZONE_WORDS = (
    "高新技术产业开发区|高新技术产业园区|高新技术开发区|新技术开发区|高新技术园区|高新技术产业区|国际旅游度假区|旅游度假区|"
    "经济技术开发区|经济开发区|工业开发区|综合开发区|开发区|高新区|经开区|综合保税区|保税港区|保税区|综合实验区|实验区|综合试验区|试验区|"
    "先行区|示范区|示范园区|工业园区|工业园|产业园区|产业园|科技园区|科技园|创业园|农业园区|工业集中区|产业集聚区|工业集聚区|"
    "产业集中区|合作区|风景名胜区|风景区|风景旅游区|旅游区|景区|自然保护区|保护区|新区|新城|科学城|科技城|大学城|管理区|功能区|"
    "物流园区|物流园|港区|港务区|生态区|生态城|商务区|创新区|创新港|自由贸易试验区|自贸区|片区|园区|集聚区|农场|林场|化工区|临空区|临港区"
)
_ZONE = re.compile(
    rf"^([\u4e00-\u9fffA-Z0-9·]{{0,20}}?(?:{ZONE_WORDS})(?:[\u4e00-\u9fff]{{2,4}}(?:新城|片区|园区?))?)(?:\([^)]{{2,20}}\))?"
    r"(?=$|管委会|管理委员会|执行委员会|党|综合|[\u4e00-\u9fff]{2,16}(?:局|办公室|委员会|分局|中心|办|部|院|大队|支队|街道|镇|乡|处|所)"
    r"|[\u4e00-\u9fff]{2,6}街道办)"
)
_MARGIN = 0.75  # one mention of a city that only one namesake lies in
# Words that are places only right after the place they belong to.
_COMMON = {"城区", "郊区", "矿区", "新区", "东区", "西区", "城关区", "城中区", "郊县", "市区", "市中区"}
_VERTICAL = re.compile(r"^(?:国家税务总局|国家统计局|中华人民共和国|国家金融监督管理总局|中国人民银行|国家矿山安全监察局|国家能源局|国家外汇管理局|中共)")
_GENERIC = re.compile(r"^(?:本|我)?[省市州县区旗盟](?=[\u4e00-\u9fff]{2})|^(?:本|我)[省市州县区旗局镇乡委办]")
_BRANCH = re.compile(r"^(.{2,14}?)([\u4e00-\u9fff]{2,5}?)区?(?:分局|区局|税务局|分中心|监督所)$")


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


def read_name(text: str, year: int | None, gazetteer: Gazetteer) -> Name:
    """Take an agency's name apart."""
    rest = _VERTICAL.sub("", text)
    places: list[tuple[Unit, ...]] = []
    printed: list[str] = []
    while rest and (found := _next_place(rest, places, year, gazetteer)):
        length, units = found
        places.append(units)
        printed.append(rest[:length])
        rest = rest[length:]
        if match := re.match(r"^(?:人民)?政府(?=.{2,12}(?:街道|办事处|镇|乡)|[\u4e00-\u9fff]{1,10}街道)", rest):
            rest = rest[match.end() :]
    zone = _zone(rest, printed)
    if zone:
        rest = rest[zone[0] :]
    town = None
    if match := _TOWN.match(rest) or _BRANCH_TOWN.match(rest):
        town = match[1]
        rest = rest[match.end() :]
        if "街" in town and not town.endswith("街道"):
            town += "道" if town.endswith("街") and town + "道" in gazetteer.towns else ""
    name = Name(text, tuple(places), tuple(printed), town, zone[1] if zone else None, rest)
    return _with_branch(name, year, gazetteer)


def _next_place(
    rest: str, places: list[tuple[Unit, ...]], year: int | None, gazetteer: Gazetteer
) -> tuple[int, tuple[Unit, ...]] | None:
    above = places[-1] if places else ()
    for length in range(min(gazetteer.longest, len(rest)), 1, -1):
        name = rest[:length]
        after = rest[length:]
        if name in gazetteer.names or name in gazetteer.aliases:
            if re.match(r"(?:镇|乡|街道|苏木)(?:$|人民政府|政府|办事处|[\u4e00-\u9fff]{2}所)", after):
                continue
            if name in gazetteer.aliases and name not in gazetteer.names and re.match(r"[区县市]", after):
                continue
            units = _below(gazetteer.named(name, year), above, year, gazetteer)
            if units and (name not in _COMMON or above):
                return length, units
        elif name in gazetteer.stems and (units := _stem(name, after, above, year, gazetteer)):
            return length, units
    return None


def _below(units: list[Unit], above: tuple[Unit, ...], year: int | None, gazetteer: Gazetteer) -> tuple[Unit, ...]:
    """Return those of the units that lie in one of the places above; all when there is none above."""
    if not above:
        return tuple(units)
    codes = {unit.code for unit in above}
    return tuple(
        unit
        for unit in units
        if codes & {parent.code for parent in gazetteer.chain(unit, year)[:-1]}
        or (unit.level > above[0].level and any(unit.parent == parent.code for parent in above))
    )


def _stem(
    name: str, after: str, above: tuple[Unit, ...], year: int | None, gazetteer: Gazetteer
) -> tuple[Unit, ...]:
    """Accept a name without its suffix only where one of its own places, or a zone, follows."""
    units = [unit for unit in gazetteer.stems[name] if unit.valid(year)]
    units = list(_below(units, above, year, gazetteer))
    if not units or not after:
        return ()
    for length in range(min(gazetteer.longest, len(after)), 1, -1):
        if after[:length] in gazetteer.names and (
            _below(gazetteer.named(after[:length], year), tuple(units), year, gazetteer)
        ):
            parents = {p.code for u in gazetteer.named(after[:length], year) for p in gazetteer.chain(u, year)[:-1]}
            return tuple(unit for unit in units if unit.code in parents)
    if all(unit.level == 1 for unit in units) and any(
        after.startswith(stem) and _below(gazetteer.stems[stem], tuple(units), year, gazetteer)
        for stem in (after[:2], after[:3])
        if stem in gazetteer.stems
    ):
        return tuple(units)
    return ()


def _zone(rest: str, printed: list[str]) -> tuple[int, str] | None:
    """Return how long the zone's name is and what it is called; a bare word for a zone takes the place before it."""
    match = _ZONE.match(rest)
    if match is None or re.match(r"^(?:行政|城市|综合|社区|机关|住房|自然)", match[1]):
        return None
    name = match[1]
    if re.fullmatch(rf"(?:国家级?|国际)?(?:{ZONE_WORDS})", name):
        if not printed:
            return match.end(), name
        name = printed[-1] + name
    return match.end(), name


def _with_branch(name: Name, year: int | None, gazetteer: Gazetteer) -> Name:
    """Read the district in the name of a city's branch: 烟台市公安局芝罘分局."""
    if not name.places or name.town or name.zone or name.places[-1][0].level == 3:
        return name
    if match := re.match(r"^(.*?(?:局|委员会|队))([\u4e00-\u9fff]{2,8}?)(区|县|市)?(?:生态环境)?(?:分局|区局|大队)$", name.body):
        candidates = gazetteer.named(match[2] + match[3], year) if match[3] else []
        units = _below(candidates or gazetteer.stems.get(match[2], []), name.places[-1], year, gazetteer)
        units = tuple(unit for unit in units if unit.valid(year) and unit.level == 3)
        if len({unit.code for unit in units}) == 1:
            return replace(name, places=(*name.places, units), printed=(*name.printed, match[2]))
    return name


def locate(name: Name, clues: Clues) -> tuple[Place, str, str]:
    """Return the place, its level (national … township, empty: unknown) and what it rests on."""
    gazetteer, year = clues.gazetteer, clues.year
    if name.zone:
        return _in_zone(name, clues)
    if name.places:
        unit, shared, basis = _choose(name.places[-1], clues)
    elif name.town:
        unit, shared, basis = _by_town(name.town, clues)
    else:
        unit, shared, basis = _by_clues(name, clues)
    if name.places and name.town and unit and unit.level < 3:
        inner = _town_inside(name.town, unit, clues)
        if inner:
            unit, basis = inner, f"{basis}, town"
    place = _place(gazetteer, unit or shared, year, name.town if unit or shared or name.town else None)
    level = "township" if name.town else _level(unit or shared if not name.town else None)
    return place, level, basis


def _level(unit: Unit | None) -> str:
    if unit is None:
        return ""
    return "provincial" if unit.level == 1 else "prefectural" if unit.level == 2 else "county"


def _place(gazetteer: Gazetteer, unit: Unit | None, year: int | None, town: str | None, zone: str | None = None) -> Place:
    if unit is None:
        return Place(town=town, zone=zone)
    unit = gazetteer.as_of(unit, year)
    chain = gazetteer.chain(unit, year)
    province = chain[0].name
    city = next((u.name for u in chain if u.level == 2), None)
    county = next((u.name for u in chain if u.level == 3), None)
    if chain[0].code in MUNICIPALITIES and county:
        city = province
    return Place(province, city, county, town, zone, unit.code)


def _choose(units: tuple[Unit, ...], clues: Clues) -> tuple[Unit | None, Unit | None, str]:
    """Return the unit, or else what all candidates share, and the basis."""
    current = {clues.gazetteer.as_of(unit, clues.year).code: unit for unit in units}
    if len(current) == 1:
        return units[-1], None, "name"
    ranked = sorted(current.values(), key=clues.total, reverse=True)
    best, second = clues.total(ranked[0]), clues.total(ranked[1])
    # What the name itself adds to each namesake is the same: the difference is what other clues say.
    if best - second >= _MARGIN:
        return ranked[0], None, "name and clues"
    near = [unit for unit in ranked if best - clues.total(unit) < _MARGIN]
    return None, _shared(near, clues) if best >= _MARGIN else _shared(ranked, clues), "ambiguous"


def _shared(units: list[Unit], clues: Clues) -> Unit | None:
    chains = [clues.gazetteer.chain(unit, clues.year) for unit in units]
    shared = None
    for level in zip(*chains, strict=False):
        if len({unit.code for unit in level}) > 1:
            break
        shared = level[0]
    return shared


def _by_town(town: str, clues: Clues) -> tuple[Unit | None, Unit | None, str]:
    codes = clues.gazetteer.towns.get(town) or clues.gazetteer.towns.get(_other_suffix(town, clues.gazetteer), "")
    units = [unit for code in codes.split(",") if code and (unit := clues.gazetteer.at(code, clues.year))]
    pointed, strength = _strongest(clues)
    if not units:
        return (pointed, None, "clues") if pointed and strength >= 6 and pointed.level == 3 else (None, pointed, "clues")
    if len(units) == 1:
        unit = units[0]
        if pointed and strength - clues.total(unit) > 4 and not _related(pointed, unit, clues):
            return None, None, "town against clues"
        return unit, None, "town"
    return _choose(tuple(units), clues)


def _related(a: Unit, b: Unit, clues: Clues) -> bool:
    codes = {unit.code for unit in clues.gazetteer.chain(a, clues.year)}
    return b.code in codes or a.code in {unit.code for unit in clues.gazetteer.chain(b, clues.year)}


def _other_suffix(town: str, gazetteer: Gazetteer) -> str:
    stem = re.sub(r"(?:街道|镇|民族乡|乡|苏木)$", "", town)
    return next((stem + suffix for suffix in ("街道", "镇", "乡") if stem + suffix in gazetteer.towns), "")


def _town_inside(town: str, above: Unit, clues: Clues) -> Unit | None:
    codes = clues.gazetteer.towns.get(town, "").split(",")
    units = [unit for code in codes if code and (unit := clues.gazetteer.at(code, clues.year))]
    inside = [u for u in units if above.code in {p.code for p in clues.gazetteer.chain(u, clues.year)}]
    if len(inside) == 1:
        return inside[0]
    return _choose(tuple(inside), clues)[0] if inside else None


def _strongest(clues: Clues) -> tuple[Unit | None, float]:
    """Return the unit that most clues point at, and the weight, when no other comes near it."""
    ranked = sorted(clues.pointed(), key=lambda u: (clues.total(u), u.level), reverse=True)
    if not ranked:
        return None, 0.0
    best = ranked[0]
    rival = next((u for u in ranked[1:] if not _related(best, u, clues)), None)
    weight = clues.total(best)
    if rival and weight - clues.total(rival) < 2:
        return None, weight
    return best, weight


def _by_clues(name: Name, clues: Clues) -> tuple[Unit | None, Unit | None, str]:
    best, weight = _strongest(clues)
    cue = re.match(r"^(?:本|我)?([省市州县区旗])", name.text)
    spelled = clues.spelled()
    if cue and len(spelled) == 1 and best == spelled[0] and best.name.endswith(cue[1]):
        return best, None, "host"
    if best is None or weight < 6:
        return None, None, "clues too weak"
    wanted = {"省": 1, "市": 2, "州": 2, "县": 3, "区": 3, "旗": 3}.get(cue[1]) if cue else None
    if wanted and best.level != wanted:
        chain = clues.gazetteer.chain(best, clues.year)
        lifted = next((unit for unit in chain if unit.level == wanted), None)
        return lifted, None, "clues"
    return best, None, "clues"


def _in_zone(name: Name, clues: Clues) -> tuple[Place, str, str]:
    gazetteer, year, zone = clues.gazetteer, clues.year, name.zone or ""
    for known, (code, level) in gazetteer.zones.items():
        if known in zone:
            return _place(gazetteer, gazetteer.at(code, year), year, name.town, zone), "township" if name.town else level, "zone table"
    unit: Unit | None = None
    shared: Unit | None = None
    basis = "zone"
    if name.places:
        unit, shared, basis = _choose(name.places[-1], clues)
    else:
        stems = [zone[:length] for length in (4, 3, 2) if zone[:length] in gazetteer.stems]
        units = [u for u in gazetteer.stems[stems[0]] if u.valid(year)] if stems else []
        if units:
            unit, shared, basis = _choose(tuple(units), clues)
            if unit and unit.level == 3:  # the zone bears the county's name: its city is sure, the county is not
                parent = gazetteer.chain(unit, year)[-2]
                return _place(gazetteer, parent, year, name.town, zone), "township" if name.town else "county", "zone's stem"
        else:
            unit, weight = _strongest(clues)
            unit = unit if weight >= 6 else None
    found = unit or shared
    level = "township" if name.town else _level(found)
    if found and found.code in MUNICIPALITIES and not name.town:
        level = "county"
    return _place(gazetteer, found, year, name.town, zone), level, basis
