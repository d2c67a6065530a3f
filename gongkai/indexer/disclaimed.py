"""What does the sentence behind a number of requests, reviews or lawsuits of all topics say of those about open information?

其中涉及信息公开的1件 tells how many, 没有一件涉及政府信息公开 that there was none, 案由:强制拆除 that they are of something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongkai.indexer.claimed import Kind
from gongkai.indexer.numbers import COUNTERS, NUMERALS

__all__ = ["UNKNOWN", "disclaimed", "none_asked", "own_part"]

UNKNOWN = -1
"""A number that is not of open information, where nobody says which is."""
_TOPIC = "(?:政府)?信息公开"
_NUMBER = rf"(?<![\d.])(?:\d{{1,6}}|[零一二两三四五六七八九十])(?=[{COUNTERS}])"
_NUMBERS = re.compile(_NUMBER)
_NAMES = {Kind.REVIEW: ("复议", "诉讼"), Kind.LITIGATION: ("诉讼", "复议")}
# The words between the topic and its number: 涉及政府信息公开的行政复议有2件. 信息公开申请2件 are no lawsuits.
_PLAIN = (
    r"(?:申请(?![\d零一二两三四五六七八九十])|答复|工作|类|方面"
    r"|行为|事项|案件?|引[起发]|导致|产生|提起|被|行政|复议|诉讼|分别|[的而共仅只有为占是均、和及:])"
)
_ABOUT = "(?:因|由|属于?|涉及|有关|关于|针对|不服)*"
_OWN = re.compile(
    rf"(?:^|[,;])(?:其中|经[甄鉴区核][别分实]|按照?[^,;:]{{2,8}}[分划])?[,:]?"
    rf"(?P<own>{_ABOUT}{_TOPIC}(?:{_PLAIN}|{_NUMBER}[{COUNTERS}]){{1,24}})(?=$|[,;(])"
)
_NUMBER_FIRST = re.compile(
    rf"(?:^|[,;])(?:其中|除)[,:]?(?:仅有?|只有|有)?(?P<n>{_NUMBER})[{COUNTERS}](?:案件)?(?:为|是|系|属于?|涉及|因|由|有关)+{_TOPIC}(?P<rest>[^,;]*)"
)
_PLAIN_END = re.compile(rf"{_PLAIN}*外?")
_REQUESTS_OWN = re.compile(
    rf"(?:^|[,;])(?:其中|经[甄鉴区核][别分实]|按照?[^,;:]{{2,8}}[分划])?[,:]?{_ABOUT}{_TOPIC}(?:类|方面)?的?(?:申请)?的?(?:[共仅只有为占是:]){{0,3}}(?P<n>{_NUMBER})[{COUNTERS}](?=$|[,;、(])"
    rf"|(?:^|[,;])其中[,:]?(?:仅有?|只有|有)?(?P<first>{_NUMBER})[{COUNTERS}](?:为|是|系|属于?|申请)+{_TOPIC}(?:类|的|申请)*(?=$|[,;、(])"
)
_NO_REQUEST = re.compile(rf"(?:没有|无|未)(?:任?何?人|一[人件])?(?:申请|提出|收到|属于?|涉及)*{_TOPIC}(?:类|的|申请)*(?=$|[,;])")
# 这些都是取水许可申请; 均为网络申请, 主要为个人申请 tell ways and applicants.
_OTHER_REQUESTS = re.compile(
    r"(?:其中)?(?:这些|上述|以上|大部分|大?多数?|主要|申请|[均都全部绝])+(?:[是为系]|属于|涉及)"
    r"(?![^,;]*(?:公开|信息|网|信函|邮|当面|现场|书面|传真|电话|口头|个人|公民|自然人|群众|居民|村民|企业|法人|组织|有效|首次|同一|本[局县市区]|依申请))[^,;]{2,16}申请"
)
_NOT_OURS = re.compile(
    rf"[与同和跟]{_TOPIC}(?:工作|申请|事项)*(?:(?:没有|无)(?:任何|直接|必然)*关[系联]?|不相关)"
    rf"|(?:[不未]涉及|不属于?|并?非|[并均都]?不是|不因){_TOPIC}(?:范[畴围]|问题|内容|{_PLAIN})*(?=$|[,;])"
)
_NONE = re.compile(
    rf"(?:没有|无|未(?:有|发生)?)(?:[一1][{COUNTERS}])?(?:案件|[是为因由与]|属于?|涉及|有关)*{_TOPIC}{_PLAIN}*(?=$|[,;])"
    rf"|(?:^|[,;])(?:其中)?[,:]?{_ABOUT}{_TOPIC}(?:(?![没无])(?:申请|{_PLAIN})){{0,12}}?(?:[为是][零0无]|:无|没有|0[{COUNTERS}])(?=$|[,;{COUNTERS}])"
)
_NAMED = re.compile("复议|诉讼")
# What goes on to speak of them: 上述案件均为, 两案均系, 该案因, 主要是, 申请人分别是.
_THESE = rf"(?:(?:上述|以上|前述|其中|[这该此两本一二三四五六七八九十\d])*(?:[些类{COUNTERS}])*(?:案件|行政|复议|诉讼|申请|[案及和、])*)"
_ARE = re.compile(
    rf"{_THESE}(?:主要|大部分|大?多数?|分别|全部|[均都皆全])*(?:原因)?(?:[是为系因由]|属于?|涉及|针对|不服|集中)|(?:原告|申请人|起诉人|当事人)"
)
_BACK = re.compile("(?:上述|以上|前述|其中|这|该|此|均|都|全部|皆|[两二三四五六七八九十]案)")
_CAUSE = re.compile(
    rf"{_THESE}(?:案由|事由|诉由|类[型别]|争议焦点|起因|被(?:申请)?(?:复议|诉)的?(?:具体)?行政行为)|(?:原告|申请人|起诉人)[^,;]{{0,10}}(?:请求|要求|诉请|主张)"
)
_ASKED = re.compile("信息|公开|依申请|资料|材料|查阅|查询|告知|获取|提供|批文")
_ANSWERED = re.compile("[答回]复")
_MATTERS = re.compile(
    "处罚|罚款|许可|征[收地用]|拆[迁违除]|强[制拆]|工伤|社保|劳动|人事|举报|投诉|信访|纠纷|林权|土地|房屋|房产|产权|登记|确权|权属|治安|交通|食品|药品"
    "|补[偿贴发]|赔偿|索赔|打假|立案|奖励|[认鉴]定|民事|刑事|规划|环[保境]|噪[音声]|违[法章]建|违建|执法|检查|审批|税|招标|采购|合同|履职|抚恤|低保|婚姻|户籍|医疗|诊所"
)
_MOST = 3  # sentences behind that may speak of them yet


def own_part(kind: Kind, said: str, behind: str, whole: int) -> int | None:
    """Return how many of the `whole` the next sentence says to be of open information, -1 where it tells some, not how many."""
    first = behind.partition("。")[0]
    if "信息公开" not in first:
        return None
    if kind is Kind.RECEIVED:
        found = _REQUESTS_OWN.search(first)
        own = _value(found["n"] or found["first"]) if found else None
        return own if own is not None and own < whole else None
    own = _part_of_contests(kind, said, first)
    return own if own is not None and own < whole else None


def _part_of_contests(kind: Kind, said: str, first: str) -> int | None:
    name, other = _NAMES[kind]
    if found := _NUMBER_FIRST.search(first):
        sure = other not in said and _PLAIN_END.fullmatch(found["rest"])
        return _value(found["n"]) if sure else UNKNOWN
    found = _OWN.search(first)
    numbers = [_value(one) for one in _NUMBERS.findall(found["own"])] if found else []
    if found is None or not numbers:
        return None
    if own := re.search(rf"{name}(?:案件)?(?:[共有为是])*({_NUMBER})", found["own"]):
        return _value(own[1])
    if other in found["own"]:
        return UNKNOWN if name in found["own"] else None
    if other not in said:
        return numbers[0] if len(numbers) == 1 else UNKNOWN
    return _of_both(name, said, numbers, each="均" in found["own"], apart="分别" in found["own"])


def _of_both(name: str, said: str, numbers: Sequence[int], *, each: bool, apart: bool) -> int:
    """Return the number of one of the two that the sentence counts: 分别为1件、2件 in its order, 均为0件 for each."""
    if len(numbers) == 1 and (each or numbers[0] == 0):
        return numbers[0]
    named = list(dict.fromkeys(_NAMED.findall(said)))
    return numbers[named.index(name)] if apart and len(numbers) == len(named) == 2 else UNKNOWN


def none_asked(behind: str) -> int | None:
    """Return 0 where the next sentence says that nobody asked for information, -1 where all are of something else."""
    first = behind.partition("。")[0]
    if "信息公开" in first and _NO_REQUEST.search(first):
        return 0
    return UNKNOWN if _OTHER_REQUESTS.match(first) else None


def disclaimed(kind: Kind, behind: str) -> int | None:
    """Return 0 where what stands behind says that none is of open information, -1 where they are of something else."""
    _, other = _NAMES[kind]
    for at, sentence in enumerate(re.split("[。;]", behind)[:_MOST]):
        if at and not _BACK.match(sentence):
            continue
        named = set(_NAMED.findall(sentence))
        if named == {other}:
            continue
        if "信息公开" in sentence:
            if _NOT_OURS.search(sentence):
                return UNKNOWN
            if _NONE.search(sentence):
                return 0
        if _is_of_something_else(sentence):
            return UNKNOWN
    return None


def _is_of_something_else(sentence: str) -> bool:
    """Tell whether a sentence says what they are about, and speaks of no information."""
    if _ASKED.search(sentence):
        return False
    if _CAUSE.match(sentence) and not _ANSWERED.search(sentence):
        return True
    return _ARE.match(sentence) is not None and _MATTERS.search(sentence) is not None


def _value(printed: str) -> int:
    return NUMERALS[printed] if printed in NUMERALS else int(printed)
