"""Is the period that a page says its figures are of a year? 2008年5月1日至2015年12月31日 and half a year are none."""

from __future__ import annotations

from datetime import date

from gongkai.indexer.expressions import expression

__all__ = ["JANUARY_TO_DECEMBER", "is_of_no_year", "is_year"]

JANUARY_TO_DECEMBER = r"(?<!\d)1月(?:1日)?起?[-~—至到]+(?:20\d\d年)?12月(?:31日|底|末)?止?"
_PERIOD = expression(
    r"(?:统计|数据|期限|时间|时限|时段|时期)[^。\n]{0,30}?(20\d\d)年(\d{1,2})月(\d{1,2})日[^\d。\n]{0,6}(20\d\d)年(\d{1,2})月(\d{1,2})日"
)
_BLANKS = expression(r"[ \t]+")
_SHORTEST, _LONGEST = 330, 370  # days of a year that somebody closed early, or counted both ends of
_LAST_MONTH, _LAST_DAYS = 12, 20


def is_of_no_year(folded: str) -> bool:
    """Tell whether the page states periods, none of which is a year or ends with the year that it begins in."""
    periods = _PERIOD.findall(_BLANKS.sub("", folded))
    return bool(periods) and not any(is_year(*map(int, period)) for period in periods)


def is_year(*digits: int) -> bool:
    """Tell whether two days, six numbers, begin and end a year, or one ends the year that the other lies in."""
    try:
        first, last = date(*digits[:3]), date(*digits[3:])
    except (ValueError, TypeError):
        return True  # no date: a slip of the pen tells nothing
    if first.year == last.year and last.month == _LAST_MONTH and last.day >= _LAST_DAYS:
        return True
    return _SHORTEST <= (last - first).days <= _LONGEST
