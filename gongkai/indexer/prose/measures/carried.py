"""How many requests does a sentence say to have come from last year or to go into the next; are they among those that came?"""

from __future__ import annotations

import re
from dataclasses import replace

from gongkai.indexer.expressions import expression
from gongkai.indexer.prose.claimed import Claim, Kind
from gongkai.indexer.prose.sentences import Sentence
from gongkai.indexer.prose.wordings import COUNT, SHARES, UNIT, number

__all__ = ["OVER", "carried", "is_beside_carried"]

_WORDS = r"(?:办理|继续|答复|处理|政府|信息|公开|依申请|申请|事项|数量|办件|[数件的为共:有量]){0,9}"
_CARRY = r"(?:结转|转结|顺延|延期|转)(?:至|到|入)?"
_NEXT = r"(?:下一?个?年度?|次年|明年|(?P<year>20\d\d)年度?)"
OVER = expression(
    rf"(?:上一?年度?|去年|(?<!至)(?<!到)(?P<year>20\d\d)年度?)(?:政府信息公开)?(?:申请)?(?:结转|转结|遗留|转入|延续|未办结|未结)(?:至?(?:今年|本年度?))?{_WORDS}{COUNT}{UNIT}"
)
_CARRIED_OVER = (
    OVER,
    expression(rf"(?:结转上一?年度?|延续(?:上一?年度?|去年|(?P<year>20\d\d)年度?)的?){_WORDS}{COUNT}{UNIT}"),
    expression(rf"其中,?{COUNT}{UNIT}(?:申请)?(?:来自|为|系|是)?上一?年度?结转"),
)
_CARRIED_FORWARD = (
    expression(rf"{_CARRY}{_NEXT}{_WORDS}{COUNT}{UNIT}"),
    expression(
        rf"{COUNT}{UNIT}(?:政府信息公开)?(?:申请|事项)?件?(?:依法|将|已|需)*{_CARRY}{_NEXT}(?![^,。;]{{0,12}}\d{{1,6}}{UNIT})"
    ),
    expression(rf"下一?年度?继续(?:办理|答复){_WORDS}{COUNT}{UNIT}"),
)
_OF_CARRYING = ("转", "延", "继续", "遗留", "未办结", "未结")  # one of them is in all of these
_OF_SOME = expression(rf"自然人|企业|法人|公民|网[上络]|信函|复议|诉讼|信访|咨询|{SHARES}")
# Requests or reviews and lawsuits: of what does the sentence speak last? 申请行政复议 speaks of reviews.
_CONTEST_OR_REQUEST = expression(r"(?<!复议)(?<!诉讼)(申请|复议|诉讼)(?!行政|提起|人)")
_CONTEST_DENIED = expression(
    r"(?:没有|未|无|不存在)[^,。;\d]{0,40}(?:复议|诉讼)[^,。;\d]{0,20}(?=[,。;])"
)  # of these nothing is carried
_CONTEST_NEXT = expression(r"的?(?:行政)?(?:复议|诉讼)")
_HANDLED_ALL = expression(
    rf"[,;](?:(?:[本全]年|年内)?[共总]?共?计?|合计|全部|实际)(?:办[结理]|答复|办理答复)(?:了|申请|政府信息公开|完毕)*{COUNT}{UNIT}"
)


def carried(kind: Kind, sentence: Sentence, before: Sentence | None) -> Claim | None:
    """Return how many requests came from last year or go into the next; 其中上年结转N件 are all of them."""
    if not any(word in sentence.text for word in _OF_CARRYING):
        return None
    patterns, apart = (_CARRIED_OVER, -1) if kind is Kind.CARRIED_OVER else (_CARRIED_FORWARD, 1)
    for pattern in patterns:
        for found in pattern.finditer(sentence.text):
            year = found.groupdict().get("year")
            if year and (sentence.year is None or int(year) != sentence.year + apart):
                continue
            if _is_of_all_carried(sentence, before, found):
                return sentence.claim(kind, number(found["n"]), at=found.start())
    return None


def _is_of_all_carried(sentence: Sentence, before: Sentence | None, found: re.Match[str]) -> bool:
    """Tell whether what is carried are this year's requests, of all: 行政复议4件,上年结转1件 speaks of reviews."""
    start, end = found.span()
    said = (before.text + "。" if before else "") + sentence.text[:start]
    topics = _CONTEST_OR_REQUEST.findall(_CONTEST_DENIED.sub("", said))
    if (topics and topics[-1] != "申请" and "公开申请" not in found.group()) or _CONTEST_NEXT.match(sentence.text, end):
        return False
    some = _OF_SOME.search(sentence.clause(start)) or sentence.is_of_part(start)
    return not some and _is_of_year(sentence, start) and sentence.is_of_agency(start)


def _is_of_year(sentence: Sentence, end: int) -> bool:
    """Tell whether it is this year's, whatever came from last: 2021年结转2件,办结10件,结转2023年2件."""
    before = OVER.sub("", sentence.text[:end])
    return replace(sentence, text=before).is_of_year(len(before))


def is_beside_carried(text: str, received: Claim) -> bool:
    """Tell whether as many were handled as came and were carried over: of 收到12件,上年结转1件,办结13件 the 12 are this year's alone."""
    handled = _HANDLED_ALL.search(text) if received.included else None
    return handled is not None and int(handled["n"]) == received.value + received.included
