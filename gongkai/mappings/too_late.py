"""Is a report out too late? What D2 says of its day, and who is likelier at fault: the same of a page alone and among others."""

from __future__ import annotations

import re
from datetime import date

from gongkai.mappings.deadlines import may_be_moved
from gongkai.report import Fault

__all__ = ["BY_ARTICLE_49", "CORRECTED", "CORRECTED_BY_TEXT", "UPDATED", "is_correction", "too_late"]

BY_ARTICLE_49 = "第四十九条"
UPDATED = "此日期出自页面的“更新时间”，首次发布可能更早，是否逾期无法判断。"
"""What D2 says of a day on which the page was perhaps only changed."""
CORRECTED = "标题称此为更正、修订后的版本，首次发布的日期不明，是否逾期无法判断。"
"""What D2 says of the day of a correction, where what it corrects is not known."""
CORRECTED_BY_TEXT = "正文称此为更正、修订后的版本，首次发布的日期不明，是否逾期无法判断。"
"""The same, where not the title but the text says it."""
OF_TWO_YEARS = "标题年度与正文统计期限不符（D3），是否逾期无法判断。"
"""What D2 says of the day of a report that tells two years."""
CHANGED, CORRECTS = "date", "first"
"""Why the day of a page is perhaps not that on which its report was first out: it was changed on it, or is that of a correction."""

# 城市更新局 corrects nothing.
_CORRECTION = re.compile(
    r"更正|修[订正]|订正|勘误|补正|(?:重新|再次)(?:发布|公布|公开)|(?:更新|修改)[版稿本后]|[(（\[【〔]\s*(?:更新|修改)\s*[)）\]】〕]"
)


def is_correction(title: object) -> bool:
    """Tell whether a report's title calls it a correction: another version came before it."""
    return _CORRECTION.search(str(title or "")) is not None


def _of_a_correction(first: str | None, last: date) -> str:
    if not first:
        return CORRECTED if first is None else CORRECTED_BY_TEXT
    return f"正文称首次发布于 {first}，{'在期限内' if first <= last.isoformat() else '亦晚于期限'}。"


def too_late(
    published: str, last: date, rule: str, *, doubt: str | None = None, of_two_years: bool = False, first: str | None = None
) -> tuple[str, Fault] | None:
    """Return what is said of an ISO date behind the last day that a rule sets, and the fault; null where it is in time.

    `doubt` is `CHANGED` or `CORRECTS`, where the day is perhaps not the first. Where the text, not the title, calls it a correction,
    `first` is the first day that it prints, empty when it prints none.
    """
    if published <= last.isoformat():
        return None
    said = {CHANGED: UPDATED, CORRECTS: _of_a_correction(first, last)}.get(doubt or "", "") + (
        OF_TWO_YEARS if of_two_years else ""
    )
    is_told = doubt == CORRECTS and first is not None and first > last.isoformat() and not of_two_years
    is_doubtful = may_be_moved(first or published, last) if is_told else said or may_be_moved(published, last)
    return f"发布日期 {published} 晚于{rule}规定的 {last}。{said}", Fault.UNDECIDED if is_doubtful else Fault.SOURCE_ERROR
