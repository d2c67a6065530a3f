"""Who does something in a clause: the words before its first deed, 苗圃高度重视, 上级机关印发通知; nobody where they say with whom or how."""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.names.bodies import WAYS, acts_on_us

__all__ = ["who_acts"]

_DEED = expression(
    rf"{WAYS}|(?:十分|非常)?(?:高度)?重视|积极|认真|接待|加强|严格|大力|不断|全面|扎实|切实|进一步|及时|主动|通过|利用|建立|成立|制定|完善|健全|开展|举办"
    "|召开|落实|推进|按照|对(?=[^,]{2,14}(?:进行|开展))|坚持|围绕|将|把|设立|配备|安排|明确|深化|强化|规范|创新|拓宽|突出|注重|做好|抓好|持续|深入|依托|充分|率先|探索|[印下]发|出台"
)
_NOT_WHO = expression(
    "依托|利用|通过|借助|[在对由向与和同把将从以为被经据因就随]|按照?|根据|依据|结合|针对|围绕|组织|要求|协调|联合|配合|会同|指导|督促|加[强大快]|建|设|完善|推进|做|抓"
)
_LEADS = expression("[\u4e00-\u9fff、]{0,8}[省市县区州旗](?:委|政府)[^,]{0,6}重视")  # 县委、县政府高度重视: so does the agency
_OURS = expression("^[我本](?=[省市县区州旗局委厅办院镇乡校])")
_LONGEST = 16  # characters of who it is


def who_acts(clause: str) -> str | None:
    """Return the words that stand before the first deed of a clause, and may be who does it; what is done to the agency is none."""
    deed = _DEED.search(clause, 0, _LONGEST + 4)
    if deed is None or not deed.start() or _LEADS.match(clause) or _NOT_WHO.match(clause) or acts_on_us(_OURS.sub("", clause)):
        return None
    return clause[: deed.start()]
