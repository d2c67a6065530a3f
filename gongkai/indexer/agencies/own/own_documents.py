"""Which documents does an agency name after itself? Guides, rules, plans, budgets."""

from __future__ import annotations

import re

from gongkai.indexer.agencies.told_of import central_is_told_of
from gongkai.indexer.expressions import expression
from gongkai.indexer.names.agency_ends import AGENCY
from gongkai.indexer.names.desks import HAN
from gongkai.indexer.names.national import national_body

__all__ = ["OWN_DOCUMENTS", "OWN_OF_BODY", "OWN_OF_YEAR", "may_be_own"]

# Guides and rules that an agency names after itself: 《X政府信息公开指南》. Who sent a notice is no agency, and was no other's: 《甲省
# 人民政府政务公开办公室关于转发…的通知》.
_DESK = "(?:政府信息|信息|政务)公开(?:工作)?(?:领导小组)?办(?:公室)?(?!法)"
_LAW = "(?<=政府)(?:政府)?信息公开(?:暂行)?(?:规定|办法)"  # a province's: everybody cites it
_RULES = expression(
    rf"《({AGENCY})(?!{_LAW}|{_DESK})(?:政府信息|信息公开|政务公开|依申请|主动公开|基层政务|公文)(?!(?:公开)?(?:工作)?(?:任务|责任|要点))"
)
# What a body says that it drew up for the year: 我局认真落实《…》,制定《X2022年政务公开工作方案》. Another 局 between may have done it.
_UP_TO = r"(?:[^。;\n局厅府《》]|府(?=信息公开)|《[^》\n]{0,80}》){0,150}?,"
_OF_THE_YEAR = r"20\d\d年度?(?:政务|(?:政府)?信息)公开[^《》]{0,12}》(?=[,。;])"
# 我局…,并印发了《X局2018年政务公开工作要点》: a bureau that puts out what one above it wrote does not say so.
_PUT_OUT = r"并?印发了(?=《[^《》]{2,30}局20)"
_PLAN = expression(rf"[我本][局委办厅镇乡]{_UP_TO}(?:制定(?:实施|印发|了)?|{_PUT_OUT})《({AGENCY}){_OF_THE_YEAR}")
# 先后制定《2018年甲市农业局信息报送制度》; another body before may have done it.
_YEARLY = expression(
    rf"(?:^|[。;\n)])(?:[我本][局委厅办院])?(?:(?![局厅府委办院])[{HAN}]){{0,6}}(?:制定|出台)了?《20\d\d年度?({AGENCY})(?:政务|信息|政府信息)[{HAN}]{{2,14}}(?:制度|方案|办法)》"
)
_ABOUT = expression(rf"(?:制修订|制定|修订|出台|制发)(?:了)?《({AGENCY})关于")
_BUDGET = expression(rf"公[开布]了?({AGENCY})20\d\d年度?(?:部门)?(?:预|决)算")
# 公开《甲市乙区审计局2021年法治政府建设工作报告》: each body publishes its own
_OF_LAW = expression(rf"《({AGENCY})(?:关于)?20\d\d年度?(?:推进)?(?:法治政府|依法行政)[^《》\n]{{0,16}}》")
# 完善“甲区科学技术局办事指南”
_QUOTED = expression(rf"[\u201c\x22]({AGENCY})(?:办事指南|[{HAN}]{{2,20}}(?:制度|方案|一览表|办法))[\u201d\x22]")
OWN_OF_BODY = (_BUDGET, _OF_LAW, _QUOTED)
"""Of a page that says 我局: 主动公开甲县审计局2023年部门预算; a government's report tells of those of its bodies."""
OWN_OF_YEAR = (_PLAN, _YEARLY)
"""Of a year, which a page has to be able to speak of as its own."""
OWN_DOCUMENTS = (_RULES, _ABOUT, *OWN_OF_YEAR, *OWN_OF_BODY)
"""Patterns whose first group is the agency."""

# As whom a page speaks, and bodies of places, of which no page of a body of the State Council need tell.
_ITSELF = expression("[我本](局|厅|委(?!员会?的)|院|镇|乡|街道)")
_OF_PLACES = expression(rf"[省市州县区旗盟](?:委(?!员)|(?:人民)?政府|[{HAN}]{{1,8}}[局厅])")
_SUFFIX = expression("员会$|人民政府$|办事处$")


def may_be_own(pattern: re.Pattern[str], name: str, head: str) -> bool:
    """Tell whether a document with this name in its title may be the page's own: 我局 follows 《甲部政府信息公开实施办法》.

    What a body drew up for the year it may have drawn up under its name before: 我局, once 甲市农业委员会.
    """
    if national_body(name):
        return not (central_is_told_of(name, head) or _OF_PLACES.search(head))
    said = tuple(set(_ITSELF.findall(head)))
    return pattern is not _RULES or not said or _SUFFIX.sub("", name).endswith(said)
