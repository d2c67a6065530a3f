"""Which reviews and lawsuits does a sentence say to be about something else than a request, or for the agency to decide?

因林地确权,被提起行政诉讼2件; 行政复议1件,申请人要求撤销限期拆除通知; 我局作为县政府的复议工作机构: those that it decides.
A cause that is told and names no information is another's: what else there is to go to court for has no end.
"""

from __future__ import annotations

import re

__all__ = ["decides_them", "is_caused_otherwise", "is_of_other_cause"]

_OURS = re.compile("信息|公开|政务|[答回]复|告知|依申请")
_BECAUSE = re.compile(
    r"(?<![原起未无])(?<!没有)因(?![此而素特])(?P<what>[^,。;]*?)(?:被|(?<!依)申请(?!人|公开|信息|政府)|提起|发生|引|导致|产生|造成|而|行政(?=[复诉])|(?=[,。;])|$)"
)
# 因房屋征收被提起行政诉讼4件: by something else than a request. 因工作, 因此, 因答复 tell nothing of it.
_OTHER_CAUSE = re.compile(
    "因(?![^,。;]*(?:信息|公开|申请(?!行政|复议)|[答回]复|告知))(?!此|为|工作|故|不服)[^,。;]{2,20}被(?:申请|提起|提出)"
)
_SAYS_NOTHING = re.compile(r"此|申请|[不未][服满]$|^$")
_COUNTED = re.compile(r"(?<!复议)(?<!诉讼)(?<!案件)\d+[件条次份人](?!行政)")
# What stands behind the number and says what they are about: whether they were won is no cause.
_ASKS = re.compile(
    r"(?:[\u4e00-\u9fff]{0,6}(?:人|告|方))?[均都皆主要]*(?:诉请|请求|要求|不服)|[^,。;]{0,8}(?:被复议的|被诉行政行为|争议焦点|争议|诉求|案由|事由|起因|内容)[为是系]"
    r"|[^,。;]{0,6}对[^,。;]*不服|[^,。;]{0,6}(?:围绕|涉及)|[均都皆系是为主要]*因|[均都皆]*与[^,。;]*(?:有关|相关)|[^,。;]*(?:引起|引发|导致|所致|造成)$"
)
_ARE = re.compile(r"(?:其|两案|全部|[均都皆])*(?:属于?|为|系|是)(?!\d)")
_ENDED = re.compile(
    r"维持|撤|驳|胜|败|结|审|裁定|判决|纠|确认(?:违法|合法|有效|无效)|履行|[终中]止|执行|应诉|自然人|公民|法人|企业|个人|同一|上年|去年|20\d\d|我|本|行政(?:复议|诉讼|案件|机关)|合[法理]|零|受理|支持|调解|和解|代理|被告"
)
_OF_WORK = re.compile("撤[回诉]|终[止结]|中止|审理|延期|审限|维持")
_AGAINST_OTHERS = re.compile(
    r"被申请人[均都]?[为是系](?![我本])(?P<whom>[^,。;]+)|以(?![我本])(?P<as>[^,。;]{2,12})为被(?:告|申请人)"
)
_ROLE = re.compile(
    r"复议(?:工作)?机[关构]|(?:行政复议|复议案件)[^,。;]{0,6}由[我本]|负责[^,。;]{0,10}复议|承办[^,。;]{0,10}复议|复议[^,。;]{0,8}承办"
)
_LEGAL_OFFICE = re.compile("法制|司法[局厅]")
_OWN = re.compile(r"被(?:申请|提起|复议|诉)|(?:针对|以|对|不服)[我本]")


def is_caused_otherwise(text: str, start: int, end: int, agency: str | None) -> bool:
    """Tell whether the sentence says that what is counted from `start` to `end` is about no request for information."""
    for because in reversed(list(_BECAUSE.finditer(text, 0, end))):
        between = text[because.end() : start] if because.end() < start else ""
        if _COUNTED.search(between):
            break
        if not (_OURS.search(because["what"]) or _SAYS_NOTHING.search(because["what"])):
            return True
        break
    if _OURS.search(text, 0, end):
        return False
    for clause in re.split("[,;:()。]", text[end:]):
        against = _AGAINST_OTHERS.search(clause)
        if against and (against["whom"] or against["as"]) not in (agency or ""):
            return True
        if clause and not clause.startswith("其中") and not _OURS.search(clause) and _tells_cause(clause):
            return True
    return False


def is_of_other_cause(clause: str) -> bool:
    """Tell whether the words before a number of reviews or lawsuits name a cause that is no request for information."""
    return "因" in clause and _OTHER_CAUSE.search(clause) is not None


def _tells_cause(clause: str) -> bool:
    if _ASKS.match(clause):
        return _OF_WORK.search(clause) is None
    return _ARE.match(clause) is not None and _ENDED.search(clause) is None


def decides_them(clause: str, before: str, agency: str | None) -> bool:
    """Tell whether reviews may be those that the agency decides: its office of law, or one that says so, names no own."""
    if _OWN.search(clause):
        return False
    return _LEGAL_OFFICE.search(agency or "") is not None or _ROLE.search(before) is not None
