"""Which second body reports together with the first? 由甲市统计局、国家统计局甲调查队编制."""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.gazetteer.gazetteer import gazetteer
from gongkai.indexer.names.desks import GOVERNMENT_OFFICE, HAN, from_reports
from gongkai.indexer.names.plain_text import occurrences

__all__ = ["first_of_two", "jointly"]

_OPENING = 1500  # characters in which a report says who drew it up
_AND_ANOTHER = expression(rf"[、和]([{HAN}]{{4,24}}[局队委])(?:\([^()\n]{{2,20}}\))?编制")
_BRANCH = "国家"  # how a branch of the state's begins that reports with a bureau: 国家统计局甲调查总队

# 甲市乙区人民政府甲开发区管委会, which the text calls 甲市乙区人民政府、甲开发区管委会
_GOVERNMENT_AND_ZONE = expression(rf"([{HAN}]{{2,20}}人民政府)([{HAN}]{{2,14}}区(?:管委会|管理委员会))$")


def first_of_two(agency: str, head: str) -> str:
    """Return the government of a title that names it together with a zone's committee, which the text prints as two bodies; else the name."""
    both = _GOVERNMENT_AND_ZONE.match(agency)
    return both[1] if both and any(f"{both[1]}{sign}{both[2]}" in head for sign in "、和与及") else agency


def jointly(agency: str | None, head: str) -> str | None:
    """Return both names where two bodies draw up one report, each by its name in full; neither office, nor reports of others are its source."""
    beginning = head[:_OPENING].replace("\n", "") if agency and f"由{agency}" in head[:_OPENING].replace("\n", "") else ""
    if not agency or not beginning or GOVERNMENT_OFFICE.search(agency) or from_reports(beginning):
        return agency
    ends = (at + len(agency) + 1 for at in occurrences(f"由{agency}", beginning))
    found = next((another for end in ends if (another := _AND_ANOTHER.match(beginning, end))), None)
    whole = found is not None and (found[1].startswith(_BRANCH) or gazetteer().begins(found[1]))
    return f"{agency}、{found[1]}" if found and whole else agency
