"""Of which province are the papers that a page cites by their numbers? 湘政办函〔2008〕131号: of Hunan, or of a place in it."""

from __future__ import annotations

import re

from gongkai.indexer.gazetteer.gazetteer import Unit
from gongkai.indexer.places.clues import Clues

__all__ = ["by_numbers"]

# How the numbers of provinces begin, of those that no county elsewhere shares: 云政 is 云霄县 in Fujian, too, 晋政 晋江, 鲁政 鲁山县,
# 桂政 桂阳县, 内政 内黄县, 鄂政 鄂托克旗, 渝府 渝水区, 津政 津市市, 宁政 南京, 青政 青岛.
_PROVINCES = {
    "冀政": "13", "辽政": "21", "沪府": "31", "苏政": "32", "浙政": "33", "皖政": "34", "闽政": "35", "赣府": "36",
    "豫政": "41", "湘政": "43", "粤府": "44", "琼府": "46", "川府": "51", "藏政": "54",
}  # fmt: skip
_NUMBER = re.compile(
    rf"(?:(?<![\u3400-\u9fff])|(?<=[照据彻实行和及]))({'|'.join(_PROVINCES)})(?:办|厅)?(?:发|函|字|明电|电|规|秘)*[\[〔(]20\d\d[\]〕)]"
)


def by_numbers(clues: Clues) -> Unit | None:
    """Return the one province whose papers the text cites, where nothing on the page points at another."""
    codes = {_PROVINCES[match[1]] for match in _NUMBER.finditer(clues.text)}
    if len(codes) != 1:
        return None
    province = clues.gazetteer.at(f"{codes.pop()}0000", clues.year)
    site = clues.domain()
    others = {clues.gazetteer.chain(unit, clues.year)[0].code for unit in (*clues.pointed(), *([site] if site else []))}
    return province if province and others <= {province.code} else None
