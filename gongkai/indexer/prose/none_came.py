"""Where does a sentence say that no request came, without a word of receiving any: 没有依申请公开事项, 无人向我局提出申请?"""

from __future__ import annotations

import re

from gongkai.indexer.expressions import expression
from gongkai.indexer.prose.claimed import Claim, Kind
from gongkai.indexer.prose.sentences import Sentence

__all__ = ["MENTIONED", "none_at_all", "nothing_of_the_kind"]

_NONE_AT_ALL = expression(
    r"(?:(?:(?<!再)未|没有|从未)(?:收到|接到)(?:过|任何)*申请书?|(?<!有)(?:无|没有)(?:任何|人)?申请)(?=$|[,。;])"
)
# 未收到申请 without a word of what: of all only where the agency or nobody is named, and nothing in the section came.
_NOBODY_ELSE = expression(
    r"(?!.*各(?:村|社区|站|所|科|股))(?:.*(?:[局委厅办院校处队所站馆镇乡县市区州旗省村]|办公室|政府|街道|办事处|单位|机关|部门|中心|学校|公司|集团))?"
    r"[本全今当\d年度内月日底截至到止报告期间均也都尚还暂一直共]*"
)
# That nothing of the kind was: none came, where the sections tell of none.
_INFORMATION, _ENDS = r"(?:(?:政府)?信息)?", r"(?=$|[,。;])"
_US = "[我本](?:局|委|厅|办|院|镇|乡|街道|单位|机关|部门)"
_OF_US = f"(?:针对{_US}(?:有关)?的?政府信息公开(?:事务|工作)的)"
# 没有单位: persons may have, 没有群众和个人: companies may.
_JOINED = "(?:[、和或及]|或者|以及)?"
_PERSONS, _BODIES = "(?:个人|公民|群众)", "(?:单位|法人|其[他它](?:社会)?组织)"
_ANYBODY = (
    f"(?:人|(?:{_PERSONS}{_JOINED}){{1,2}}{_BODIES}{_JOINED}(?:(?:{_PERSONS}|{_BODIES}){_JOINED}){{0,2}}"
    f"|(?:{_BODIES}{_JOINED}){{1,2}}{_PERSONS}{_JOINED}(?:(?:{_PERSONS}|{_BODIES}){_JOINED}){{0,2}})"
)
_NOTHING = expression(
    rf"(?:[暂尚]?无|没有)(?:依申请公开{_INFORMATION}|申请公开(?:政府)?信息)(?:(?:[和及与、]|以及)不(?:予|同意)公开(?:政府)?信息的?(?:情况|情形|事项)|的?(?:事项|事件|申请|情况)){_ENDS}"
    rf"|(?:(?:没有|未)发生过?|没有)申请公开(?:政府)?信息的情况{_ENDS}|(?:没有|未)发生过?(?:一[起件例])?{_OF_US}?(?:依申请(?:(?:政府)?信息公开|公开{_INFORMATION})的?(?:事件|事项|申请|情况)|(?:政府)?信息公开申请){_ENDS}"
    rf"|(?:(?:政府)?信息公开)?依申请(?:公开{_INFORMATION})?(?:办理)?(?:事项|件数|申请)数?量?均?为[零0]件?{_ENDS}"
    rf"|(?:政府)?信息公开申请的?(?:数量|件数|总数|数)?均?为[零0][件条份宗]?{_ENDS}"
    rf"|(?:依申请)?(?:收到|受理)(?:政府)?信息公开申请(?:的?(?:数量|件数|情况))?:[无零0]件?{_ENDS}"
    rf"|(?:没有|无)(?:任何)?{_ANYBODY}向{_US}提[交出]过?(?:(?:公开(?:政府)?信息|(?:政府)?信息公开)的?申请|申请(?:公开(?:政府)?信息|(?:政府)?信息公开)的?事项){_ENDS}"
    rf"|(?:未|没有)(?:收到|接到|受理)(?:要求)?(?:查看|查阅|公开|获取|提供)主动公开(?:范围)?以外的?(?:政府)?信息的?申请{_ENDS}"
)
_HEADED = expression(r"^[一二三四五六七八九十]、[^,。;]{4,40}?情况(?=20\d\d年|[本全我])")  # a heading on the same line
MENTIONED = expression("申请|收到|受理|接到")
"""Words of requests that came."""


def none_at_all(sentence: Sentence) -> re.Match[str] | None:
    """Return where the section of requests says 我局未收到申请; 来访未收到申请 says nothing of the others."""
    none = _NONE_AT_ALL.search(sentence.text) if sentence.section == "requests" else None
    return none if none and _NOBODY_ELSE.fullmatch(sentence.clause(none.start())) else None


def nothing_of_the_kind(sentence: Sentence, parts: re.Pattern[str]) -> Claim | None:
    """Return that none was received where the sentence denies all that would follow: 暂无依申请公开事项; `parts` are of some only."""
    none = _NOTHING.search(sentence.text) if "申请" in sentence.text else None
    if none is None or MENTIONED.search(_HEADED.sub("", sentence.text[: none.start()])):
        return None
    if not _NOBODY_ELSE.fullmatch(sentence.clause(none.start())) or not sentence.speaks_of_all(none.start(), parts):
        return None
    return sentence.claim(Kind.RECEIVED, 0, at=none.start())
