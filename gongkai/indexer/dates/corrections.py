"""Does a page say that its report was out before, and is corrected here?"""

from __future__ import annotations

import re
from datetime import date

__all__ = ["first_day_told", "tells_that_it_corrects"]

_CORRECTED = "(?:更正|修[订改正]|订正|勘误|补正|更新|重新(?:发布|公布|公开)|再次(?:发布|公布|公开))"
_WAS_OUT = "(?:首次|此前|最初|原先?|前次|上次|第一次)(?:发布|公布|公开|刊发|上网|发表)"
# What a page does by saying so: 现予更正; what it tells of its report: 本报告首次发布于1月20日，后经修订; a note: 更正说明：….
# Of information that was asked for 予以更正 tells nothing, nor does 本报告期.
_TELLS = re.compile(
    r"(?:现予以?|特此|特予)(?:更正|勘误|订正|重新(?:发布|公布|公开))"
    rf"|{_WAS_OUT}(?:的?日期|的?时间)?\s?[为于在:：]?\s?20\d\d\s?[年./-][^。；;\n]{{0,60}}?{_CORRECTED}"
    rf"|(?:报告|年报)(?!期)[^。；;\n]{{0,12}}?{_WAS_OUT}[^。；;\n]{{0,60}}?{_CORRECTED}"
    r"|(?:^|\n)[ \t【\[(（]*(?:更正|勘误|修订)(?:说明|启事|声明|公告)[ \t】\])）]*(?:[:：]|\n|$)"
)


def tells_that_it_corrects(text: str) -> bool:
    """Tell whether the text says of the report that another version came before it."""
    return _TELLS.search(text) is not None


_FIRST_DAY = re.compile(
    r"(?:首次|最初|第一次)(?:发布|公布|公开)(?:的?日期|的?时间)?\s?[为于在:：]?\s?(20\d\d)\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})(?!\d)"
)


def first_day_told(text: str) -> str | None:
    """Return the one day on which the text says that its report was first out, null where it tells none or two."""
    days = set()
    for found in _FIRST_DAY.finditer(text):
        try:
            days.add(date(int(found[1]), int(found[2]), int(found[3])).isoformat())
        except ValueError:
            return None
    return days.pop() if len(days) == 1 else None
