"""Is the year of a title contradicted by the period of the whole year and by all else that the text tells?"""

from __future__ import annotations

import re

from gongkai.indexer.dates.own_report import AS_FOLLOWS
from gongkai.indexer.dates.text_years import TEXT_YEAR, TO_COME, without

__all__ = ["contradicting"]

# 本局数据平台自2019年1月1日上线 is no period of a report: that ends with the year.
_WHOLE_YEAR = re.compile(
    r"(20\d\d)\s*年\s*0?1\s*月\s*0?1\s*日\s*(?:零时)?起?\s*,?\s*(?:[至到]|[-~—–]+)\s*(?:\1\s*年|同年|当年)?\s*12\s*月\s*31\s*日"
)
_REPORT = re.compile(r"20[012]\d\s*年度?[^。,;\n]{0,40}?(?:报告|年报)")  # its own title, or another's
_SINCE = re.compile(r"20[012]\d\s*年(?=[起来以]|[\u3400-\u9fff]{0,6}(?:成立|上线|施行|运行|要点|机构改革))")


def contradicting(year: int, head: str) -> int | None:
    """Return the other year of which the period and all else in the text are than the title: one of both was copied."""
    periods = {int(told) for told in _WHOLE_YEAR.findall(head)}
    if len(periods) != 1 or year in periods:
        return None
    named = {int(told) for told in TEXT_YEAR.findall(without(head, TO_COME, AS_FOLLOWS, _REPORT, _SINCE))}
    return periods.pop() if named & periods and year not in named else None
