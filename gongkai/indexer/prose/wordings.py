"""How are numbers written in sentences, and times other than the year?"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import COUNTERS, NUMERALS
from gongkai.indexer.prose.ownership.vocabulary import QUARTER, YEAR_OF_ACCOUNT

__all__ = ["AT_OTHER_TIMES", "COUNT", "OTHER_TIMES", "SHARES", "UNIT", "number"]

COUNT = r"(?<![\d.约近超零一二两三四五六七八九十百千万])(?<!\d[,、])(?P<n>\d{1,3}(?:,\d{3})+|\d{1,6}|(?<![数几])[零一二两三四五六七八九十])"
_BOUND = r"以[上内下]|左右|上下|多|余|有余|不到(?!位)|许(?!可)|开外|出头"
UNIT = rf"[{COUNTERS}](?!次|{_BOUND}|指标|任务|[一1][{COUNTERS}]|[、和]\d+[{COUNTERS}])"  # 3件、5件 are of several
SHARES = f"半年|{QUARTER}|分别"
"""Words of a part of the year, of several things apart."""
OTHER_TIMES = (
    rf"{SHARES}|月|[上中下]旬|[本当]季|20\d\d\.\d|[汛火灾]期|(?<![\d本全一])年中(?!心)|当[天日](?!面)|上一?年|去年|前一?年|往年|历年|近一?年|连年|同期|学年|{YEAR_OF_ACCOUNT}|本届"
    r"|明年|来年|至此|(?<!结转)(?<!结转至)(?<!结转到)(?<!转入)(?<!转至)下一?个?年度?|今后|迄今|(?<!截至)(?<!截止)到目前为止|此前|(?:以往|前期)(?=[,收受主发因]|$)"
)
"""Those, and words of days, months, other years and of all years up to now."""
AT_OTHER_TIMES = expression(OTHER_TIMES)


def number(text: str) -> int:
    """Return the number that COUNT found."""
    return NUMERALS[text] if text in NUMERALS else int(text.replace(",", ""))
