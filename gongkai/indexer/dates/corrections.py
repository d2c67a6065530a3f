"""Does a page say that its report was out before, and is corrected here?"""

from __future__ import annotations

from datetime import date

from gongkai.indexer.expressions import expression

__all__ = ["first_day_told", "tells_that_it_corrects"]

_CORRECTED = "(?:更正|修[订改正]|订正|勘误|补正|更新|重新(?:发布|公布|公开)|再次(?:发布|公布|公开))"
_WAS_OUT = "(?:首次|此前|最初|原先?|前次|上次|第一次)(?:发布|公布|公开|刊发|上网|发表)"
# What a page does by saying so: 现予更正; what it tells of its report: 本报告首次发布于1月20日，后经修订; a note: 更正说明：….
# Of information that was asked for 予以更正 tells nothing, nor does 本报告期.
_TELLS = expression(
    r"(?:现予以?|特此|特予)(?:更正|勘误|订正|重新(?:发布|公布|公开))"
    rf"|{_WAS_OUT}(?:的?日期|的?时间)?\s?[为于在:：]?\s?20\d\d\s?[年./-][^。；;\n]{{0,60}}?{_CORRECTED}"
    rf"|(?:报告|年报)(?!期)[^。；;\n]{{0,12}}?{_WAS_OUT}[^。；;\n]{{0,60}}?{_CORRECTED}"
    r"|(?:^|\n)[ \t【\[(（]*(?:更正|勘误|修订)(?:说明|启事|声明|公告)[ \t】\])）]*(?:[:：]|\n|$)"
)
# One of these stands in whatever tells it, and in few other texts: the expression takes four times as long as all of them.
_SIGNS = (
    *("更正", "勘误", "订正", "予重新", "予以重新", "此重新", "修订说明", "修订启事", "修订声明", "修订公告"),
    *("首次", "此前", "最初", "前次", "上次", "第一次", "原先", "原发", "原公", "原刊", "原上"),
)


def tells_that_it_corrects(text: str) -> bool:
    """Tell whether the text says of the report that another version came before it."""
    return any(sign in text for sign in _SIGNS) and _TELLS.search(text) is not None


_LAST_OF_FIRST = 3  # the last group of the first of two dates
_OUT = "(?:发布|公布|公开)"
_DATE = r"(?:(20\d\d)\s?[年./-]\s?)?(?<!\d)(\d{1,2})\s?[月./-]\s?(\d{1,2})(?!\d)日?"
# 首次发布于2024年1月20日; 原公开日期:2024-01-20; 于1月20日首次公布.
_FIRST_DAY = expression(
    rf"(?:(?:首次|最初|第一次){_OUT}(?:的?(?:日期|时间))?|原先?{_OUT}的?(?:日期|时间))\s?[为于在是:：]{{0,2}}\s?{_DATE}"
    rf"|{_DATE}(?:首次|最初|第一次){_OUT}"
)


def first_day_told(text: str, year: int | None = None) -> str | None:
    """Return the one day on which the text says that its report was first out, null where it tells none or two.

    A day without a year is one of the year after that of the report.
    """
    days = set()
    for found in _FIRST_DAY.finditer(text):
        told, month, day = found.group(1, 2, 3) if found.lastindex == _LAST_OF_FIRST else found.group(4, 5, 6)
        if not told and year is None:
            return None
        try:
            days.add(date(int(told or (year or 0) + 1), int(month), int(day)).isoformat())
        except ValueError:
            return None
    return days.pop() if len(days) == 1 else None
