"""Is a report out too late? What D2 says of its day, and who is likelier at fault: the same of a page alone and among others."""

from __future__ import annotations

import re
from datetime import date

from gongkai.mappings.deadlines import may_be_moved
from gongkai.report import Fault

__all__ = ["BY_ARTICLE_49", "CORRECTED", "UPDATED", "is_correction", "too_late"]

BY_ARTICLE_49 = "第四十九条"
UPDATED = "此日期出自页面的“更新时间”，首次发布可能更早，是否逾期无法判断。"
"""What D2 says of a day on which the page was perhaps only changed."""
CORRECTED = "标题称此为更正、修订后的版本，首次发布的日期不明，是否逾期无法判断。"
"""What D2 says of the day of a correction, where what it corrects is not known."""

_CORRECTION = re.compile("更正|修[订正]|订正|勘误|重新(?:发布|公布|公开)")


def is_correction(title: object) -> bool:
    """Tell whether a report's title calls it a correction: another version came before it."""
    return _CORRECTION.search(str(title or "")) is not None


def too_late(published: str, last: date, rule: str, *, is_update: bool, corrects: bool) -> tuple[str, Fault] | None:
    """Return what is said of an ISO date behind the last day that a rule sets, and the fault; null where it is in time."""
    if published <= last.isoformat():
        return None
    is_doubtful = is_update or corrects or may_be_moved(published, last)
    said = f"发布日期 {published} 晚于{rule}规定的 {last}。{UPDATED if is_update else ''}{CORRECTED if corrects else ''}"
    return said, Fault.UNDECIDED if is_doubtful else Fault.SOURCE_ERROR
