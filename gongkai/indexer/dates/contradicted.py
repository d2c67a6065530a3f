"""Is the year of a title contradicted by the period of the whole year and by all else, or that of the period by what was counted?"""

from __future__ import annotations

from gongkai.indexer.dates.own_report import AS_FOLLOWS
from gongkai.indexer.dates.text_years import TEXT_YEAR, TO_COME, without
from gongkai.indexer.expressions import expression

__all__ = ["contradicting", "counted_instead"]

# 本局数据平台自2019年1月1日上线 is no period of a report: that ends with the year.
_WHOLE_YEAR = expression(
    r"(20\d\d)\s*年\s*0?1\s*月\s*0?1\s*日\s*(?:零时)?起?\s*,?\s*(?:[至到]|[-~—–]+)\s*(?:\1\s*年|同年|当年)?\s*12\s*月\s*31\s*日"
)
_REPORT = expression(r"20[012]\d\s*年度?[^。,;\n]{0,40}?(?:报告|年报)")  # its own title, or another's
_SINCE = expression(r"20[012]\d\s*年(?=[起来以]|[\u3400-\u9fff]{0,6}(?:成立|上线|施行|运行|要点|机构改革))")
# 2022年度我乡共计主动公开信息77条; 2022年,我局未收到申请: what a report counts, it counts of its year.
_COUNTED = expression(
    r"(?:^|[。;,\n)])[ \t]*(20[012]\d)\s*年度?,?(?:[我本][\u3400-\u9fff]{1,4}?)?"
    r"(?:(?:全年|共计|共|累计|主动|通过[^,。;\n\d]{2,20})*(?:公开|发布|收到|受理)[^,。;\n\d]{0,16}\d+\s*[条件次份篇]|未(?:发生|收到|接到|受理|出现))"
)


def contradicting(year: int, head: str) -> int | None:
    """Return the other year of which the period and all else in the text are than the title: one of both was copied."""
    periods = {int(told) for told in _WHOLE_YEAR.findall(head)}
    if len(periods) != 1 or year in periods:
        return None
    named = {int(told) for told in TEXT_YEAR.findall(without(head, TO_COME, AS_FOLLOWS, _REPORT, _SINCE))}
    return periods.pop() if named & periods and year not in named else None


def counted_instead(year: int, rest: str) -> bool:
    """Tell whether all that a text counts is of the year after its period, which nothing else in it names: that was copied from last year's."""
    counted = {int(told) for told in _COUNTED.findall(rest)} if len(TEXT_YEAR.findall(rest)) > 1 else set()
    named = {int(told) for told in TEXT_YEAR.findall(without(rest, TO_COME))}
    return counted == {year + 1} and year not in named and len(_COUNTED.findall(rest)) > 1
