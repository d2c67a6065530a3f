"""Which agencies may publish a made-up report? Every one at most once a year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from math import gcd
from random import Random

from gongkai.report import Place
from gongkai.sample.places import MUNICIPALITIES, cities, counties, provinces

__all__ = ["YEARS", "Agency", "agency_years"]

YEARS = range(2019, 2026)


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_BUREAUS = _words(
    "财政局 教育局 民政局 司法局 人力资源和社会保障局 自然资源局 住房和城乡建设局 交通运输局 水利局 农业农村局 商务局 "
    "文化和旅游局 应急管理局 审计局 市场监督管理局 统计局 医疗保障局 信访局 林业局 城市管理局 工业和信息化局 "
    "科学技术局 退役军人事务局 行政审批服务局 卫生健康委员会 发展和改革委员会 民族宗教事务局 公安局 税务局"
)
_DEPARTMENTS = _words(
    "教育厅 科学技术厅 财政厅 民政厅 司法厅 自然资源厅 生态环境厅 住房和城乡建设厅 交通运输厅 水利厅 农业农村厅 商务厅 "
    "文化和旅游厅 审计厅 应急管理厅 统计局 林业和草原局 市场监督管理局 医疗保障局 公安厅"
)
_TOWN_STEMS = _words(
    "青石 白云桥 双溪 柳树沟 石门坎 清水湾 龙泉寺 大河口 杨家坪 马鞍山 红岩 松林 黄泥坡 沙河子 铁炉 桃花坞 梅子垭 官渡 "
    "三岔口 金竹 银杏 鹿鸣 凤凰岭 望江 古柏 云雾 长岭 赵家堡 周家店 李家集 王庄子 新安铺 永宁 太和 仁和 义门 礼泉河 "
    "智水 信丰桥 兴隆场 万寿 福田 寿山 康乐 安定堡 平原 高峰 上坝 下坝 东川 西流 南浦 北渡 中兴 前进 光明 团结 胜利 "
    "和平里 解放桥 朝阳坡"
)
_TOWN_KINDS = ("镇", "乡", "街道")


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency; `name` is printed in full, `short` is what a title may print instead."""

    name: str
    short: str
    place: Place
    level: str
    kind: str
    scope: str = "agency"


def _prefix(place: Place) -> str:
    """Return the place as an agency prints it before its own name."""
    if place.county is None:
        return place.city or place.province or ""
    if place.city in MUNICIPALITIES:
        return f"{place.city}{place.county}"
    # Half of the counties print their city too; always the same half, so that a name stays one name over the years.
    return f"{place.city}{place.county}" if place.city and int(place.adcode or 0) % 2 else place.county


def _level(place: Place) -> str:
    return "county" if place.county else "prefectural" if place.city else "provincial"


def _government(place: Place, _: int) -> Agency:
    prefix = _prefix(place)
    suffix = "行政公署" if prefix.endswith(("地区", "盟")) else "人民政府"
    return Agency(prefix + suffix, prefix, place, _level(place), "government", "government_consolidated")


def _office(place: Place, _: int) -> Agency:
    name = f"{_prefix(place)}人民政府办公{'室' if place.city or place.county else '厅'}"
    return Agency(name, name, place, _level(place), "government_office")


def _bureau(place: Place, number: int) -> Agency:
    bureau = _BUREAUS[number] if place.city or place.county else _DEPARTMENTS[number]
    bureau = bureau.replace("厅", "局") if place.province in MUNICIPALITIES else bureau
    kind = {"公安局": "public_security", "公安厅": "public_security", "税务局": "tax"}.get(bureau, "department")
    name = f"{'国家税务总局' if kind == 'tax' else ''}{_prefix(place)}{bureau}"
    return Agency(name, name, place, _level(place), kind)


def _town(place: Place, number: int) -> Agency:
    stem, suffix = _TOWN_STEMS[number // 3], _TOWN_KINDS[number % 3]
    place = replace(place, town=stem + suffix)
    short = f"{_prefix(place)}{place.town}"
    if suffix == "街道":
        return Agency(f"{short}办事处", short, place, "township", "subdistrict_office")
    return Agency(f"{short}人民政府", short, place, "township", "government")


def _zone(place: Place, _: int) -> Agency:
    place = replace(place, zone=f"{place.county}工业园区")
    return Agency(
        f"{_prefix(place)}工业园区管理委员会", f"{_prefix(place)}工业园区管委会", place, "county", "administrative_committee"
    )


_Builder = Callable[[Place, int], Agency]


@cache
def _streams() -> tuple[tuple[int, _Builder, tuple[Place, ...], int], ...]:
    """Return (share in twenty reports, builder, places, agencies a place) for each sort of agency."""
    return (
        (7, _town, counties(), 3 * len(_TOWN_STEMS)),
        (6, _bureau, counties(), len(_BUREAUS)),
        (2, _government, counties(), 1),
        (1, _office, counties(), 1),
        (2, _bureau, cities(), len(_BUREAUS)),
        (1, _bureau, provinces(), len(_DEPARTMENTS)),
        (1, _zone, counties(), 1),
        (0, _government, cities(), 1),
    )


def agency_years(seed: int) -> Iterator[tuple[Agency, int]]:
    """Yield every pair of agency and year once, in an order drawn by `seed`."""
    random = Random(f"agencies {seed}")
    streams = [_shuffled(random, build, places, each) for _, build, places, each in _streams()]
    turns = [index for index, stream in enumerate(_streams()) for _ in range(stream[0])]
    turns.append(len(streams) - 1)
    random.shuffle(turns)
    while streams:
        for turn in turns:
            if pair := next(streams[turn], None):
                yield pair
            else:
                turns = [other - (other > turn) for other in turns if other != turn]
                del streams[turn]
                break


def _shuffled(random: Random, build: _Builder, places: tuple[Place, ...], each: int) -> Iterator[tuple[Agency, int]]:
    """Walk the stream by a stride that shares no factor with its length: every element once, nothing stored."""
    size = len(places) * each * len(YEARS)
    stride = next(step for step in iter(lambda: random.randrange(size // 3, size), None) if gcd(step, size) == 1)
    start = random.randrange(size)
    for step in range(size):
        rest, year = divmod((start + step * stride) % size, len(YEARS))
        number, place = divmod(rest, len(places))
        yield build(places[place], number), YEARS[year]
