"""How is a roster of the user's read? One agency a line, or a table as spreadsheets write it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from gongkai.audit.roster import Expected
from gongkai.audit.roster_names import is_heading, without_number
from gongkai.audit.rows import CodeOf
from gongkai.errors import GongkaiError
from gongkai.search.typed_tables import called, content_of, table_rows, text_of
from gongkai.text import normalise

__all__ = ["read_roster"]

_LONGEST = 200  # characters of a name
_NAMES = {
    "agency": "agency name 机关 机关名称 单位 单位名称 名称 部门 部门名称 行政机关 行政机关名称 公开主体 公开单位 填报单位",
    "adcode": "adcode code 行政区划代码 行政区划 区划代码 行政区划码 区划码 区划 地区代码 代码",
    "province": "province 省 省份 所属省",
    "city": "city 市 地市 市州 地级市 设区市 所属市",
    "county": "county 县 区县 县区 市县 县市区 区 所属县",
    "place": "地区 所属地区 所在地区 所在地 辖区 属地 区域",
    "town": "town 乡镇 镇街 乡镇街道 街道",
    "parent": "parent 上级 上级机关 上级单位 主管单位 主管部门",
}
_HEADINGS = {word: part for part, words in _NAMES.items() for word in words.split()}
_REMARK = re.compile(r"[(（].*[)）]|\s")  # 机关（全称）
_PLACES = ("province", "city", "county", "place", "town")
_ENDS = "，,；;。、:：*＊ "  # of names in a list that was a sentence
_BEFORE = 5  # rows in which the headings are looked for: there may be a title above
_TITLE = re.compile(r"(?:名单|名录|一览表|花名册|清单|目录)$")
_MARKS = ",\t;，；|"
# Six digits, those of a town or a village behind them, or as a spreadsheet's number.
_CODE = re.compile(r"(\d{6})(?:\d{3}|\d{6}|\.0+)?")
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class _Entry(NamedTuple):
    line: int
    agency: str
    adcode: str = ""
    parent: str = ""


def read_roster(path: Path, code_of: CodeOf) -> list[Expected]:
    """Read one agency a line, or CSV with the columns agency, adcode (perhaps) and parent (perhaps)."""
    content, what = content_of(path), called(path)
    if content.startswith(_WORKBOOKS):
        raise GongkaiError(f"{what} is a workbook or an archive: save the sheet as CSV.")
    found: list[Expected] = []
    for entry in _entries(_rows(text_of(content), what)):
        if is_heading(without_number(entry.agency)):
            continue
        agency = without_number(entry.agency).strip(_ENDS)
        code = _CODE.fullmatch(normalise(entry.adcode))
        if not agency or len(agency) > _LONGEST or agency.isdecimal():
            raise GongkaiError(
                f"{what}, line {entry.line}: “{agency[:40]}” is no agency; the columns are 机关, 行政区划代码, 上级."
            )
        if entry.adcode and not code:
            raise GongkaiError(f"{what}, line {entry.line}: “{entry.adcode[:40]}” is no adcode: write six digits, or nothing.")
        adcode = code[1] if code else None
        place_id = code_of(adcode) if adcode else None
        found.append(Expected(agency, adcode=adcode, place_id=place_id, parent=entry.parent or None, line=entry.line))
    if not found:
        raise GongkaiError(f"{what} names no agency: write one a line.")
    return found


def _rows(text: str, what: str) -> list[tuple[int, list[str]]]:
    """Return the rows with their lines, split at the mark that makes headings, or that the first row has."""
    first: list[tuple[int, list[str]]] | None = None
    for mark in _MARKS:
        rows = [(line, [cell.strip() for cell in row]) for line, row in table_rows(text, what, mark)]
        rows = [(line, row) for line, row in rows if any(row) and not row[0].startswith("#")]
        if any("agency" in _headings(row) and len(row) > 1 for _, row in rows[:_BEFORE]):
            return rows
        if first is None or (rows and len(first[0][1]) == 1 < len(rows[0][1])):
            first = rows
    return first or []


def _headings(row: Sequence[str]) -> list[str]:
    return [_HEADINGS.get(_REMARK.sub("", cell).lower(), "") for cell in row]


def _entries(rows: Sequence[tuple[int, list[str]]]) -> Iterator[_Entry]:
    place = next((place for place, (_, row) in enumerate(rows[:_BEFORE]) if "agency" in _headings(row)), None)
    if place is not None:
        headings = _headings(rows[place][1])
        columns = {part: headings.index(part) for part in _NAMES if part in headings}
        above = () if "parent" in columns else _PLACES  # parents are named as agencies are
        for line, row in rows[place + 1 :]:
            cells = {part: row[at] for part, at in columns.items() if at < len(row)}
            agency = _with_places(cells.get("agency", ""), [cells.get(part, "") for part in above])
            yield _Entry(line, agency, cells.get("adcode", ""), cells.get("parent", ""))
        return
    for line, row in rows[1:] if rows and _TITLE.search(rows[0][1][0]) else rows:
        start = 1 if row[0].isdecimal() and len(row) > 1 else 0  # a number of its own before the name
        yield _Entry(line, *row[start : start + 2])


def _with_places(agency: str, places: Sequence[str]) -> str:
    """Return the name behind the places of its row, each once: 财政局 of 甘肃省, 敦煌市 → 甘肃省敦煌市财政局."""
    above = [place for place in dict.fromkeys(places) if place and not place.endswith("本级") and place not in "-—/无"]
    body = agency
    for place in above:
        body = body.removeprefix(place)
    return "".join(above) + body if agency else ""
