"""Do prose and tables agree? A finding for each number that the prose surely states and the tables deny."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from gongkai.indexer.checks import LONGEST_EVIDENCE, finding
from gongkai.indexer.fold import fold
from gongkai.indexer.prose.claimed import Claim, Kind
from gongkai.indexer.prose.claims import find_claims
from gongkai.indexer.prose.prose_sections import Prose
from gongkai.mappings.form_2014 import LIST_2014
from gongkai.report import Fault, Figure, Finding, Number, State

__all__ = ["check_claims"]

_RECEIVED, _OVER, _FORWARD = (f"requests.{row}.total" for row in ("received", "carried_over", "carried_forward"))
_BEFORE = 60  # characters before a number that tell what it counts
_PROCESSED = "requests.processed.total"
_LITIGATION = ("litigation_direct.total", "litigation_after_review.total")


def check_claims(prose: Prose, sections: Mapping[str, str], figures: Mapping[str, Figure]) -> Iterator[Finding]:
    """Yield a finding for each claim of sections one to four that contradicts the tables; `sections` are those as printed.

    Where another sentence says what the tables say, the one that does not may speak of less: in the report of a whole
    place of one of its bodies, so it is left alone; in an agency's the fault is undecided.
    """
    claims = list(find_claims(prose))
    contradicted = [(claim, list(_against(claim, figures, claims))) for claim in claims]
    agreed = {claim.kind for claim, against in contradicted if not against}
    seen: set[str] = set()
    for claim, against in contradicted:
        if claim.kind in agreed and prose.nobody.scope == "government_consolidated":
            continue
        for code, message, names in against:
            if message not in seen:
                seen.add(message)
                clean = all(figures[name].state is State.READ for name in names)
                fault = Fault.UNDECIDED if claim.kind in agreed else None if clean else Fault.PARSER_SUSPECT
                yield finding(code, message, names, _quoted(sections[claim.section], claim), fault)


def _quoted(section: str, claim: Claim) -> str:
    """Return the claim's sentence; one too long to be quoted from the clause before its number on."""
    sentence = " ".join(section[claim.start : claim.end].split())
    if len(sentence) <= LONGEST_EVIDENCE:
        return sentence
    printed = re.search(rf"(?<![\d.,]){claim.value}(?![\d.])", fold(sentence))
    if printed is None or printed.end() < LONGEST_EVIDENCE:
        return sentence
    at = max(sentence.rfind(mark, printed.start() - _BEFORE, printed.start()) for mark in "，,；;：:（(。")
    return "…" + sentence[(at if at >= 0 else printed.start() - _BEFORE) + 1 :]


_Contradiction = tuple[str, str, tuple[str, ...]]


def _against(claim: Claim, figures: Mapping[str, Figure], claims: Sequence[Claim]) -> Iterable[_Contradiction]:
    if LIST_2014 + "requests.received" in figures:
        return _by_the_list(claim, figures)
    if claim.kind is Kind.RECEIVED:
        return _received(claim, figures)
    if claim.kind is Kind.CARRIED_OVER:
        return _plain("T5", claim, figures, (_OVER,), "上年结转", "表三上年结转总计")
    if claim.kind is Kind.CARRIED_FORWARD:
        return _plain("T5", claim, figures, (_FORWARD,), "结转下年度", "表三结转下年度继续办理总计")
    if claim.kind is Kind.ALL_CLOSED:
        return () if any(other.kind is Kind.CARRIED_FORWARD for other in claims) else _closed(claim, figures)
    if claim.kind is Kind.REVIEW:
        return _plain("T2", claim, figures, ("review.total",), "行政复议", "表四行政复议总计")
    return _plain("T3", claim, figures, _LITIGATION, "行政诉讼", "表四两组行政诉讼总计之和")


def _by_the_list(claim: Claim, figures: Mapping[str, Figure]) -> Iterable[_Contradiction]:
    if claim.kind is Kind.RECEIVED and not claim.handled and not claim.included:
        return _plain("T1", claim, figures, (LIST_2014 + "requests.received",), "收到申请", "统计表收到申请数")
    if claim.kind is Kind.REVIEW:
        return _plain("T2", claim, figures, (LIST_2014 + "review.total",), "行政复议", "统计表行政复议数量")
    if claim.kind is Kind.LITIGATION:
        return _plain("T3", claim, figures, (LIST_2014 + "litigation.total",), "行政诉讼", "统计表行政诉讼数量")
    return ()


def _received(claim: Claim, figures: Mapping[str, Figure]) -> Iterator[_Contradiction]:
    received, over, processed = (_value(figures, name) for name in (_RECEIVED, _OVER, _PROCESSED))
    if received is None:
        return
    stated = claim.value
    allowed = {received, received + (over or 0), received + claim.included}
    if claim.handled and processed is not None:
        allowed.add(processed)
    if stated in allowed or (over is None and stated > received):
        return
    said = f"正文称收到申请 {stated} 件" if stated else "正文称未收到申请（0 件）"
    yield "T1", f"{said}，表三本年新收总计为 {received} 件，两者不符。", (_RECEIVED,)


def _plain(
    code: str, claim: Claim, figures: Mapping[str, Figure], names: tuple[str, ...], said: str, printed: str
) -> Iterator[_Contradiction]:
    values = [_value(figures, name) for name in names]
    numbers = [value for value in values if value is not None]
    if len(numbers) == len(values) and sum(numbers) != claim.value:
        yield code, f"正文称{said} {claim.value} 件，{printed}为 {sum(numbers)} 件，两者不符。", names


def _closed(claim: Claim, figures: Mapping[str, Figure]) -> Iterator[_Contradiction]:
    """Tell that some are carried forward where all are said to be closed.

    With some carried over from last year, as many may be closed as were received.
    """
    forward, over, processed = (_value(figures, name) for name in (_FORWARD, _OVER, _PROCESSED))
    as_many = not claim.included and over and processed is not None and 0 <= claim.value <= processed
    if forward and not as_many:
        message = f"正文称全部办结（结转应为 0 件），表三结转下年度继续办理总计为 {forward} 件，两者不符。"
        yield "T4", message, (_FORWARD,)


def _value(figures: Mapping[str, Figure], name: str) -> Number | None:
    figure = figures.get(name)
    return figure.value if figure else None
