"""Which year does a report cover that names none as its own? By its budgets, in English, by the day in its address."""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression

__all__ = ["told_otherwise"]

# 公开了2015年度部门预算信息、2014年部门决算: a year's accounts are put out in the year after, in which there is the next budget.
_BUDGET = expression(r"(20[012]\d)\s*年度?[\u3400-\u9fff]{0,6}?(?:(预)|(决))算")
_ENGLISH = expression(
    r"\b(20[012]\d)\s+(?:annual\s+report\s+on\s+)?government\s+(?:affairs\s+)?information[^\n.,;\d]{0,40}\breport\b"
    r"|\bgovernment\s+(?:affairs\s+)?information[^\n.,;\d]{0,40}\breport\s+(?:for|of|in|\()\s*(20[012]\d)\b",
    re.IGNORECASE,
)
_MONTHS = expression(r"(20[012]\d)年1月份?[至到~—-]+(?:\1年)?12月")  # 2022年1月至12月
# The month by whose end a year's reports are due: /202301/t20230130_1.shtml; later on older ones are moved as well.
_DUE = expression(r"/t?(20[012]\d)[/-]?01(?:[/-]?[0-3]\d)?(?=[/_.])")
_YEARS_PART = expression(r"/(20[012]\d)(?=/)")
_ANY_YEAR = expression(r"20[012]\d(?!\d)(?!\s*[〕\]】])")


def told_otherwise(head: str, url: str) -> tuple[int | None, str]:
    """Return the year of a text that tells none in its own words, and what told it."""
    if english := _ENGLISH.search(head):
        return int(english[1] or english[2]), "title"
    if months := _MONTHS.search(head):
        return int(months[1]), "period"
    if year := _of_budget(head):
        return year, "text"
    day = set() if _ANY_YEAR.search(head) else set(_DUE.findall(url))
    others = set(_YEARS_PART.findall(url)) - day  # /2020/202301/, of a report of 2020 that was moved
    return (int(day.pop()) - 1, "address") if len(day) == 1 and not others else (None, "")


def _of_budget(head: str) -> int | None:
    """Return the one year whose budget is told to be out beside the accounts of the year before."""
    found = _BUDGET.findall(head) if "算" in head else []
    budgets, accounts = {int(year) for year, plan, _ in found if plan}, {int(year) for year, _, done in found if done}
    year = budgets.pop() if len(budgets) == 1 else None
    return year if year is not None and accounts == {year - 1} else None
