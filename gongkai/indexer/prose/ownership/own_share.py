"""What does the sentence behind a number of requests, reviews or lawsuits of all topics say of those about open information?

其中涉及信息公开的1件 tells how many, 没有一件涉及政府信息公开 that there was none, 案由:强制拆除 that they are of something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gongkai.indexer.expressions import expression
from gongkai.indexer.numbers import COUNTERS, NUMERALS
from gongkai.indexer.prose.claimed import Kind
from gongkai.indexer.prose.ownership.other_causes import is_explained_otherwise

__all__ = ["UNKNOWN", "disclaimed", "nobody_asked", "own_part"]

UNKNOWN = -1
"""A number that is not of open information, where nobody says which is."""
_TOPIC = "(?:政府)?信息公开"
_NUMBER = rf"(?<![\d.])(?:\d{{1,6}}|[零一二两三四五六七八九十])(?=[{COUNTERS}])"
_NUMBERS = expression(_NUMBER)
_NAMES = {Kind.REVIEW: ("复议", "诉讼"), Kind.LITIGATION: ("诉讼", "复议")}
# The words between the topic and its number: 涉及政府信息公开的行政复议有2件. 信息公开申请2件 are no lawsuits.
_PLAIN = (
    r"(?:申请(?![\d零一二两三四五六七八九十])|答复|工作|类|方面"
    r"|行为|事项|案件?|引[起发]|导致|产生|提起|被|行政|复议|诉讼|分别|[的而共仅只有为占是均、和及:])"
)
_ABOUT = "(?:因|由|属于?|涉及|有关|关于|针对|不服)*"
_OWN = expression(
    rf"(?:^|[,;])(?:其中|经[甄鉴区核][别分实]|按照?[^,;:]{{2,8}}[分划])?[,:]?"
    rf"(?P<own>{_ABOUT}{_TOPIC}(?:{_PLAIN}|{_NUMBER}[{COUNTERS}]){{1,24}})(?=$|[,;(])"
)
_NUMBER_FIRST = expression(
    rf"(?:^|[,;])(?:其中|除)[,:]?(?:仅有?|只有|有)?(?P<n>{_NUMBER})[{COUNTERS}](?:案件)?(?:为|是|系|属于?|涉及|因|由|有关)+{_TOPIC}(?P<rest>[^,;]*)"
)
_PLAIN_END = expression(rf"{_PLAIN}*外?")
_REQUESTS_OWN = expression(
    rf"(?:^|[,;])(?:其中|经[甄鉴区核][别分实]|按照?[^,;:]{{2,8}}[分划])?[,:]?{_ABOUT}{_TOPIC}(?:类|方面)?的?(?:申请)?的?(?:[共仅只有为占是:]){{0,3}}(?P<n>{_NUMBER})[{COUNTERS}](?=$|[,;、(])"
    rf"|(?:^|[,;])其中[,:]?(?:仅有?|只有|有)?(?P<first>{_NUMBER})[{COUNTERS}](?:为|是|系|属于?|申请)+{_TOPIC}(?:类|的|申请)*(?=$|[,;、(])"
)
_NO_REQUEST = expression(rf"(?:没有|无|未)(?:任?何?人|一[人件])?(?:申请|提出|收到|属于?|涉及)*{_TOPIC}(?:类|的|申请)*(?=$|[,;])")
_NOT_OURS = expression(
    rf"[与同和跟]{_TOPIC}(?:工作|申请|事项)*(?:(?:没有|无)(?:任何|直接|必然)*关[系联]?|不相关)"
    rf"|(?:[不未]涉及|不属于?|并?非|[并均都]?不是|不因){_TOPIC}(?:范[畴围]|问题|内容|{_PLAIN})*(?=$|[,;])"
)
_NONE = expression(
    rf"(?:没有|无|未(?:有|发生)?)(?:[一1][{COUNTERS}])?(?:案件|[是为因由与]|属于?|涉及|有关)*{_TOPIC}{_PLAIN}*(?=$|[,;])"
    rf"|(?:^|[,;])(?:其中)?[,:]?{_ABOUT}{_TOPIC}(?:(?![没无])(?:申请|{_PLAIN})){{0,12}}?(?:[为是][零0无]|:无|没有|0[{COUNTERS}])(?=$|[,;{COUNTERS}])"
)
_NAMED = expression("复议|诉讼")
_BACK = expression("(?:上述|以上|前述|其中|这|该|此|均|都|全部|皆|[两二三四五六七八九十]案)")
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


def nobody_asked(behind: str) -> bool:
    """Tell whether the next sentence says that nobody asked for information."""
    first = behind.partition("。")[0]
    return "信息公开" in first and _NO_REQUEST.search(first) is not None


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
        if is_explained_otherwise(sentence):
            return UNKNOWN
    return None


def _value(printed: str) -> int:
    return NUMERALS[printed] if printed in NUMERALS else int(printed)
