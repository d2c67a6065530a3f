"""Which reviews and lawsuits does a sentence, or the one behind it, say to be about something else than a request, or for the agency to decide?

因林地确权,被提起行政诉讼2件; 行政复议1件,申请人要求撤销限期拆除通知; 3件。均系林权纠纷; 我局作为县政府的复议工作机构: those that it decides.
A cause that is told and names no information is another's: what else there is to go to court for has no end. Behind words that
name information it must be a dispute, in the next sentence a matter that is known.
"""

from __future__ import annotations

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import COUNTERS
from gongkai.indexer.prose.ownership.vocabulary import CASES, CLAUSE_END, INFORMATION, MATTERS

__all__ = [
    "decides_them",
    "is_brought_about_otherwise",
    "is_caused_otherwise",
    "is_explained_otherwise",
    "is_of_other_kind",
    "tries_them",
]

_INFORMATION, _OURS = expression(INFORMATION), expression(f"{INFORMATION}|[答回]复")
_BECAUSE = expression(
    r"(?<![原起未无])(?<!没有)因(?![此而素特])(?P<what>[^,。;]*?)(?:被|(?<!依)申请(?!人|公开|信息|政府)|提起|发生|引|导致|产生|造成|而|行政(?=[复诉])|(?=[,。;])|$)"
)
_SAYS_NOTHING = expression(r"此|申请|[不未][服满]$|^$")
_COUNTED = expression(r"(?<!复议)(?<!诉讼)(?<!案件)\d+[件条次份人](?!行政)")
# 治安处罚引发行政复议12件
_BROUGHT_ABOUT = expression("(?P<what>[^,。;]*)(?:引[发起]|导致|造成)")
_NO_OTHER = expression("信息|公开|申请|[答回]复|不服|不满|因此")
_WHO_AND_WHEN = expression(
    r"(?:20\d\d|[本全今当])年度?|年内|报告期内|[我本全][省市县区州旗局委厅办院镇乡校站所中部单机街](?:[心门位关道])?|共计?|总共|累计|[由所也均已曾未没有]|行政复议|[、和及]"
)
# 民事诉讼12件, 工伤认定复议2件; 诉讼12件,均为民事纠纷; 案由为行政处罚
_OF_OTHER_KIND = expression(rf"(?:{CASES})[^,。;]{{0,8}}$")
_OTHER_KIND_BEHIND = expression(rf"(?![^。;]*信息公开)[^。;]*?(?:{CASES}|案由)|[^。;,]{{0,2}},?[为是系]上一?年")
# What stands behind the number and says what they are about: whether they were won is no cause.
_ASKS = expression(
    r"(?:[\u4e00-\u9fff]{0,6}(?:人|告|方))?[均都皆主要]*(?:诉请|请求|要求|不服)|[^,。;]{0,8}(?:被复议的|被诉行政行为|争议焦点|争议|诉求|案由|事由|起因|内容)[为是系]"
    r"|[^,。;]{0,6}对[^,。;]*不服|[^,。;]{0,6}(?:围绕|涉及)|[均都皆系是为主要]*因|[均都皆]*与[^,。;]*(?:有关|相关)|[^,。;]*(?:引起|引发|导致|所致|造成)$"
)
_ARE = expression(r"(?:其|两案|主要|大?多数?|全部|[均都皆])*(?:属于?|[为系是]|(?<=主要)涉及)(?!\d)")
_ENDED = expression(
    r"维持|撤|驳|胜|败|结|审|裁定|判决|纠|确认(?:违法|合法|有效|无效)|履行|[终中]止|执行|应诉|自然人|公民|法人|企业|个人|同一|上年|去年|20\d\d|我|本|行政(?:复议|诉讼|案件|机关)|合[法理]|零|受理|支持|调解|和解|代理|被告"
)
_OF_WORK = expression("撤[回诉]|终[止结]|中止|审理|延期|审限|维持")
# What goes on to speak of them: 上述案件均为, 两案均系, 该案因, 主要是, 申请人分别是.
_THESE = rf"(?:(?:上述|以上|前述|其中|[这该此两本一二三四五六七八九十\d])*(?:[些类{COUNTERS}])*(?:案件|行政|复议|诉讼|申请|[案及和、])*)"
_OF_WHAT = expression(
    rf"{_THESE}(?:主要|大部分|大?多数?|分别|全部|[均都皆全])*(?:原因)?(?:[是为系因由与]|属于?|涉及|针对|不服|集中)|(?:原告|申请人|起诉人|当事人)"
)
_CAUSE = expression(
    rf"{_THESE}(?:案由|事由|诉由|类[型别]|争议焦点|起因|被(?:申请)?(?:复议|诉)的?(?:具体)?行政行为)|(?:原告|申请人|起诉人)[^,;]{{0,10}}(?:请求|要求|诉请|主张)"
)
_ANSWERED = expression("[答回]复")
_DISPUTES = expression("争议|纠纷|投诉|打假")  # whatever was answered
_BROUGHT_BY, _MATTERS = expression("引[发起]|有关|不服"), expression(MATTERS)
_IN_BRACKETS = expression(r"\((?![^()]*(?:公开|信息))[^()\d]{0,10}(?:征收|处罚|许可|登记|认定|拆迁|纠纷|补偿|确权)[^()\d]{0,4}\)")
_AGAINST_OTHERS = expression(
    r"被申请人[均都]?[为是系](?![我本])(?P<whom>[^,。;]+)|以(?![我本])(?P<as>[^,。;]{2,12})为被(?:告|申请人)"
)
_ROLE = expression(
    r"复议(?:工作)?机[关构]|(?:行政复议|复议案件)[^,。;]{0,6}由[我本]|负责[^,。;]{0,10}复议|承办[^,。;]{0,10}复议|复议[^,。;]{0,8}承办"
)
_LEGAL_OFFICE = expression("法制|司法[局厅]")
# A government decides the reviews of its bodies, a city's bureau those of the districts' bureaus: 受理政府信息公开行政复议3件.
_TAKES = expression(r"受理|审理|审结|裁决|(?P<asked>收到|接到|接收|办[理结]|处理)")
_GOVERNMENT = expression("[省市县区州旗盟](?:人民)?政府")
_HAS_BODIES_BELOW = expression(rf"{_GOVERNMENT.pattern}|^(?!.*[县区旗]).*[省市州盟].*(?:局|厅|委|委员会)$|总局$|部$")
_OWN = expression(r"被(?:申请|提起|复议|诉)|(?:针对|以|对|不服)[我本]")


def is_caused_otherwise(text: str, start: int, end: int, agency: str | None) -> bool:
    """Tell whether the sentence says that what is counted from `start` to `end` is about no request for information."""
    for because in reversed(list(_BECAUSE.finditer(text, 0, end))):
        between = text[because.end() : start] if because.end() < start else ""
        if _COUNTED.search(between):
            break
        if not (_OURS.search(because["what"]) or _SAYS_NOTHING.search(because["what"])):
            return True
        break
    ours = _OURS.search(text, 0, end) is not None
    for clause in CLAUSE_END.split(text[end:]):
        against = _AGAINST_OTHERS.search(clause)
        if against and (against["whom"] or against["as"]) not in (agency or ""):
            return True
        if not clause.startswith("其中") and _tells_cause(clause, ours=ours):
            return True
    return _IN_BRACKETS.search(text, end) is not None


def _tells_cause(clause: str, *, ours: bool) -> bool:
    """Tell whether a clause behind the number names their cause; where they were said to be `ours`, a dispute."""
    if _INFORMATION.search(clause):
        return False
    of_what = _OF_WHAT.match(clause) is not None
    if of_what and _DISPUTES.search(clause):
        return True
    if _ANSWERED.search(clause):
        return False
    if ours:
        return of_what and _BROUGHT_BY.search(clause) is not None
    if _ASKS.match(clause):
        return _OF_WORK.search(clause) is None
    return _ARE.match(clause) is not None and _ENDED.search(clause) is None


def is_explained_otherwise(sentence: str) -> bool:
    """Tell whether a sentence behind says what they are about, and speaks of no information."""
    if _INFORMATION.search(sentence):
        return False
    if _CAUSE.match(sentence) and not _ANSWERED.search(sentence):
        return True
    return _OF_WHAT.match(sentence) is not None and _MATTERS.search(sentence) is not None


def is_brought_about_otherwise(clause: str, agency: str | None) -> bool:
    """Tell whether what is said to have brought them about is no request, and nobody's being asked for information."""
    by = _BROUGHT_ABOUT.match(clause)
    if by is None or _NO_OTHER.search(by["what"]):
        return False
    return len(_WHO_AND_WHEN.sub("", by["what"].replace(agency or "\0", ""))) > 1


def is_of_other_kind(clause: str, behind: str) -> bool:
    """Tell whether a number is of lawsuits and reviews of another kind, or of some such: 诉讼12件,其中民事11件."""
    of_kind = _OF_OTHER_KIND.search(clause.removesuffix("行政")) and "信息公开" not in clause
    return bool(of_kind) or _OTHER_KIND_BEHIND.match(behind) is not None


def decides_them(clause: str, before: str, agency: str | None) -> bool:
    """Tell whether reviews may be those that the agency decides: its office of law, or one that says so, names no own."""
    if _OWN.search(clause):
        return False
    if _LEGAL_OFFICE.search(agency or "") or _ROLE.search(before):
        return True
    takes = _TAKES.search(clause)
    if takes is None:
        return False
    below = _GOVERNMENT if takes["asked"] else _HAS_BODIES_BELOW
    return below.search(agency or "") is not None


def tries_them(clause: str, _before: str, agency: str | None) -> bool:
    """Tell whether lawsuits may be those that the agency, a court, tries."""
    return agency is not None and agency.endswith("法院") and _OWN.search(clause) is None
