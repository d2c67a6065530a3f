"""Which column of a roster is what, and which of its blank cells are the rest of a merged one?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

__all__ = ["COLUMNS", "headings_of", "merged_cells", "strange_columns"]

COLUMNS = {
    "agency": "agency name 机关 机关名称 机关全称 单位 单位名称 单位全称 名称 全称 部门 部门名称 部门全称 机构 机构名称 机构全称 "
    "行政机关 行政机关名称 公开主体 公开单位 填报单位 报告单位 主体名称",
    "adcode": "adcode code 行政区划代码 行政区划 区划代码 行政区划码 区划码 区划 地区代码 代码",
    "province": "province 省 省份 所属省",
    "city": "city 市 地市 市州 地级市 设区市 所属市",
    "county": "county 县 区县 县区 市县 县市区 区 所属县",
    "place": "地区 所属地区 所在地区 所在地 辖区 属地 区域",
    "town": "town 乡镇 镇街 乡镇街道 街道",
    "parent": "parent 上级 上级机关 上级单位 主管单位 主管部门",
}
"""What a column holds → how it is called."""
_HEADINGS = {word: part for part, words in COLUMNS.items() for word in words.split()}
_REMARK = re.compile(r"[(（].*[)）]|\s")  # 机关（全称）
_SAY_NOTHING = re.compile("序号|编号|no[.]?|#|备注|说明|note|remarks?", re.I)  # columns that nobody expects to be read
_HIERARCHY = ("province", "city", "county", "place", "town")


def headings_of(row: Sequence[str]) -> list[str]:
    """Return what each column holds by its heading; an empty text where that is not known."""
    return [_HEADINGS.get(_REMARK.sub("", cell).lower(), "") for cell in row]


def strange_columns(row: Sequence[str]) -> list[str]:
    """Return the headings that are not known, but for numbers of lines and remarks."""
    told = zip(row, headings_of(row), strict=True)
    return [cell for cell, part in told if cell and not part and not _SAY_NOTHING.fullmatch(_REMARK.sub("", cell))]


def merged_cells(rows: Sequence[Mapping[str, str]]) -> Iterator[Mapping[str, str]]:
    """Yield for each row what its blank cells of places and parents stand for, where a spreadsheet had merged them with those above.

    A column is merged that never says the same in two rows running; a row that names a place of its own has blank cells below that.
    Whom others name as their parent stands under nobody for that reason.
    """
    merged = {part for part in (*_HIERARCHY, "parent") if _is_merged([row.get(part, "") for row in rows])}
    parents = {row.get("parent", "") for row in rows}
    above: dict[str, str] = {}
    for row in rows:
        named = next((at for at, part in enumerate(_HIERARCHY) if row.get(part)), len(_HIERARCHY))
        for part in _HIERARCHY[named:]:
            above.pop(part, None)
        above |= {part: cell for part in (*_HIERARCHY, "parent") if (cell := row.get(part, ""))}
        is_parent = row.get("agency", "") in parents
        yield {
            part: above[part] for part in merged if part in above and not row.get(part) and not (part == "parent" and is_parent)
        }


def _is_merged(cells: Sequence[str]) -> bool:
    """Tell whether a column has blank cells below others, and never the same in two rows running."""
    below = list(pairwise(cells))
    return any(one and not other for one, other in below) and all(not one or one != other for one, other in below)
