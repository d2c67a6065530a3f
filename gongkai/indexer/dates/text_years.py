"""How does a text name its years: in a period, in a sentence, as one to come?"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression

__all__ = ["PERIOD", "SPAN", "TEXT_YEAR", "TO_COME", "without"]

PERIOD = expression(r"(?:统计|数据|时间|时限|时段|期限)[^。;]{0,30}?(20\d\d)\s*年\s*0?1\s*月\s*0?1\s*日")
# 2008年1月1日起我局开展…公开工作 is since when, no period.
SPAN = expression(
    r"(20\d\d)\s*年\s*0?1\s*月\s*0?1\s*日\s*(?:零时)?(?:起)?\s*(?:[至到](?!今|现在|目前)|-|~|—|起[^。;\n]{0,10}?(?:12\s*月\s*31\s*日|(?<![停禁终中废])止))"
)
TEXT_YEAR = expression(
    r"(?<![\d比较])(?<!转)(?<!转[至到入])(?!(?<=[同与和跟])\d{4}\s*年度?比)(?!(?<=[及和、])(?<![\d年度].)\d{4}\s*年度?[\u3400-\u9fff]{0,4}(?:信息|政务)公开[\u3400-\u9fff]{0,6}报告)"
    r"(20[012]\d)\s*年(?!\s*\d{1,2}\s*月|度?(?:相比|同期))"
)  # and none compared with, nor that of a report among other things put out
TO_COME = expression(r"20[012]\d\s*年度?,?(?:[我本][\u3400-\u9fff]{1,3})?(?:将|要|继续)")


def without(text: str, *patterns: re.Pattern[str]) -> str:
    """Return the text without what the patterns find, one after the other."""
    for pattern in patterns:
        text = pattern.sub("", text)
    return text
