"""What numbers does the prose state, and do the tables agree? The official sentences only.

A claim is taken only from a sentence that speaks of the whole year and the whole agency; `其中`, withdrawn and
comparative numbers are left alone. Where a sentence may mean new requests or new and carried-over ones, both pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from gongkai.indexer.checks import LONGEST_EVIDENCE, finding
from gongkai.indexer.fold import fold
from gongkai.report import Figure, Finding, Number

__all__ = ["check_claims"]

_N = r"(?P<n>\d{1,6})\s*件"
_SENTENCE = re.compile(r"[^。;\n]+")
_MAY_CLAIM = re.compile("件|办结|未|没有|答复")
_HEDGED = re.compile(r"同比|比上年|较上年|增长|下降|历年|累计至|截至目前|转办|批次|下级|各镇|各乡")
_RECEIVED = re.compile(
    r"(?:新收|收到|受理|接收)(?:到|并)?(?:[^\d,。;、]{0,14}?)(?:政府信息公开|依申请公开|信息公开)(?:的)?(?:申请)?(?:[^\d,。;]{0,6}?)"
    + _N
)
_NONE_RECEIVED = re.compile(
    r"(?:未|没有)(?:收到|受理|接到)(?:[^,。;]{0,16})(?:政府信息公开申请|依申请公开|信息公开申请)(?!.{0,8}(?:复议|诉讼))"
)
_REVIEW = re.compile(r"行政复议(?:的)?(?:申请|案件)?(?:的)?(?:共|共计|为|有)?\s*" + _N)
_LITIGATION = re.compile(r"行政诉讼(?:的)?(?:案件|申请)?(?:的)?(?:共|共计|为|有)?\s*" + _N)
_ALL_CLOSED = re.compile(
    r"全部(?:按期|按时|依法|及时)?(?:办结|答复)|(?:均|都)已(?:按期|按时|依法)?(?:办结|答复)|办结率(?:为|达到?)?100%"
)
_FORWARD = re.compile(r"结转(?:至|到)?(?:下一?年度?|\d{4}年)(?:[^\d,。;]{0,8}?)" + _N)


def check_claims(sections: Mapping[str, str], figures: Mapping[str, Figure]) -> Iterator[Finding]:
    """Yield a finding for each sentence of sections one, three and four that contradicts the tables."""
    seen: set[str] = set()
    for key in ("overview", "proactive", "requests", "review"):
        section = sections.get(key, "")
        folded = fold(section)
        for match in _SENTENCE.finditer(folded):
            if not _MAY_CLAIM.search(match.group()):
                continue
            for found in _check_sentence(" ".join(match.group().split()), figures):
                if found.message not in seen:
                    seen.add(found.message)
                    sentence = section[match.start() : match.end()]
                    yield replace(found, evidence=" ".join(sentence.split())[:LONGEST_EVIDENCE])


def _check_sentence(sentence: str, figures: Mapping[str, Figure]) -> Iterator[Finding]:
    received = _value(figures, "requests.received.total")
    over = _value(figures, "requests.carried_over.total")
    if received is not None and not _HEDGED.search(sentence):
        yield from _received(sentence, received, over)
    review = _value(figures, "review.total")
    claim = _REVIEW.search(sentence)
    if review is not None and claim and not _HEDGED.search(sentence) and int(claim["n"]) != review:
        message = f"正文称行政复议 {int(claim['n'])} 件，表四行政复议总计为 {review} 件，两者不符。"
        yield finding("T2", message, ("review.total",), sentence)
    names = ("litigation_direct.total", "litigation_after_review.total")
    direct, after = (_value(figures, name) for name in names)
    claim = _LITIGATION.search(sentence)
    if direct is not None and after is not None and claim and not _HEDGED.search(sentence) and int(claim["n"]) != direct + after:
        message = f"正文称行政诉讼 {int(claim['n'])} 件，表四两组行政诉讼总计之和为 {direct + after} 件，两者不符。"
        yield finding("T3", message, names, sentence)
    forward = _value(figures, "requests.carried_forward.total")
    if forward is not None:
        yield from _forward(sentence, forward)


def _received(sentence: str, received: Number, over: Number | None) -> Iterator[Finding]:
    claim = _RECEIVED.search(sentence)
    names = ("requests.received.total",)
    if claim and "其中" not in sentence[: claim.start()]:
        stated = int(claim["n"])
        if stated not in (received, received + (over or 0)):
            message = f"正文称收到申请 {stated} 件，表三本年新收总计为 {received} 件，两者不符。"
            yield finding("T1", message, names, sentence)
    elif _NONE_RECEIVED.search(sentence) and received > 0:
        yield finding("T1", f"正文称未收到申请（0 件），表三本年新收总计为 {received} 件，两者不符。", names, sentence)


def _forward(sentence: str, forward: Number) -> Iterator[Finding]:
    names = ("requests.carried_forward.total",)
    claim = _FORWARD.search(sentence)
    if claim and int(claim["n"]) != forward:
        message = f"正文称结转下年度 {int(claim['n'])} 件，表三结转下年度继续办理总计为 {forward} 件，两者不符。"
        yield finding("T5", message, names, sentence)
    elif forward > 0 and not claim and "申请" in sentence and "件" in sentence and _ALL_CLOSED.search(sentence):
        message = f"正文称全部办结（结转应为 0 件），表三结转下年度继续办理总计为 {forward} 件，两者不符。"
        yield finding("T4", message, names, sentence)


def _value(figures: Mapping[str, Figure], name: str) -> Number | None:
    figure = figures.get(name)
    return figure.value if figure else None
