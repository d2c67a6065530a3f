"""Whose leaders and territory does a page speak of: a county's, a city's, a province's? 区委、区政府, 全省."""

from __future__ import annotations

import re

from gongkai.indexer.clues import Clues
from gongkai.indexer.gazetteer import Unit

__all__ = ["may_be_of_above", "of_city", "of_county", "of_province", "serves", "speaks_of"]

_DESK = "(?:政务|政府信息|信息)公开(?:工作)?(?:领导小组|办)"


def may_be_of_above(unit: Unit, clues: Clues) -> bool:
    """Tell whether all that points at a place is where the offices of the place above may lie as well: an address, police."""
    if unit.level == 3 and unit.code in clues.police:
        return True
    sure = unit.code in clues.codes or clues.hosted(unit) or unit.code == clues.remembered
    if sure or unit.level == 1 or unit.name.endswith(("县", "旗")):
        return False
    if unit.level == 2:
        return re.search("(?:省|自治区)(?:委|党委|人民政府|政府)", clues.text) is not None and not re.search(
            f"{unit.name[-1]}(?:委|人民政府|政府)", clues.text
        )
    if unit.name.endswith("市"):
        return re.search("[州地盟](?:委|政府)|行署", clues.text) is not None and not re.search("市(?:委|政府)", clues.text)
    return re.search("区(?:委|人民政府|政府)", clues.text) is None


def of_province(unit: Unit, text: str) -> bool:
    """Tell whether the text speaks of the whole province, and not of a place like the unit."""
    word = unit.name[-1]
    return re.search("全(?:省|自治区)", text) is not None and re.search(f"[全我本]{word}|{word}(?:委|政府|级)", text) is None


def of_city(text: str) -> bool:
    """Tell whether the text speaks of a city's leaders, or of its office for publicity, and of none of a county's."""
    return re.search(f"市(?:委|政府|{_DESK})", text) is not None and not of_county(text)


def of_county(text: str) -> bool:
    """Tell whether the text speaks of a county's leaders, or of its office for publicity."""
    return re.search(f"[县区旗](?:委|政府|{_DESK})", text) is not None


def serves(unit: Unit, clues: Clues) -> bool:
    """Tell whether the page is on the site of that county and its text speaks of the county's leaders: 区委、区政府."""
    return unit == clues.domain() and unit.level == 3 and re.search(f"{unit.name[-1]}(?:委|政府)", clues.text) is not None


def speaks_of(unit: Unit, text: str) -> bool:
    """Tell whether the text speaks of a whole place like the unit as its own: 全县, 我省."""
    word = "自治区|区" if unit.name.endswith("自治区") else unit.name[-1]
    return re.search(f"[全我](?:{word})", text) is not None
