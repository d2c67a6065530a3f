"""Which governments' names are called after no place that there is, or after none of those that the page lies in?"""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.names import Name

__all__ = ["of_no_place", "of_unknown_place"]

_GOVERNMENT = expression(r"([\u3400-\u9fff]{2,4})人民政府")
# 某某平台市人民政府, where a copy has a brand in the place of a place; zones that call themselves 区 are in no table of places.
_UNKNOWN_PLACE = expression(r"(?!.*自治)(?:(?![省市州盟县区旗])[\u3400-\u9fff]){4,}[市县旗]人民政府(?:办公[室厅])?")


def of_no_place(name: Name, places: Iterable[str]) -> bool:
    """Tell whether a government is called after none of these places: 双溪人民政府 in 上犹县 may be a town's, 上犹人民政府 is not."""
    lost = _GOVERNMENT.fullmatch(name.text) if not name.text.startswith("自治区") else None
    return lost is not None and name.bare and not any(place.startswith(lost[1]) for place in places)


def of_unknown_place(name: Name) -> bool:
    """Tell whether a government is called after a city or a county of so long a name that no table has; 市人民政府 after none."""
    return name.bare and _UNKNOWN_PLACE.fullmatch(name.text) is not None
