"""Which bodies does a report only tell of: a ministry, a town in the report of a whole place or of a bureau?"""

from __future__ import annotations

import re

__all__ = ["OF_WHOLE_PLACE", "central_is_told_of", "town_is_told_of"]

OF_WHOLE_PLACE = re.compile("[全我][省市县区旗州盟](?![场域])")
_NO_TOWNS_PAGE = re.compile(rf"{OF_WHOLE_PLACE.pattern}|[我本](?:局|委(?!员)|厅|院|校|中心|公司)")
_BELOW = re.compile(rf"{OF_WHOLE_PLACE.pattern}|[我本][镇乡街校]")
_BUREAU_ITSELF = re.compile("[我本]局")


def town_is_told_of(head: str) -> bool:
    """Tell whether a page speaks as a whole place or as a body that is no town."""
    return _NO_TOWNS_PAGE.search(head) is not None


def central_is_told_of(body: str, head: str) -> bool:
    """Tell whether a page speaks as a place, as a town, or as a bureau, which the body in Beijing is not."""
    return bool(_BELOW.search(head)) or (not body.endswith("局") and bool(_BUREAU_ITSELF.search(head)))
