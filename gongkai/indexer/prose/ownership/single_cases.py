"""Is one case told of where a sentence says that there was none? 未收到申请。5月,张某申请公开征地批文: nobody knows how many came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from gongkai.indexer.expressions import expression
from gongkai.indexer.prose.claimed import Claim, Kind

__all__ = ["without_denied"]

_SIGNS = "某名位"  # no case is told without one of them
_SOMEBODY = r"某(?<=[\u4e00-\u9fff].)某?[^,。;某]{0,20}"
_COUNTED = r"(?<=\d.)(?:申请人|公民|群众|村民|居民)[^,。;]{0,20}(?:提出|提交)了?(?:政府信息公开)?申请"
_CASES = {
    Kind.RECEIVED: expression(rf"{_SOMEBODY}申请(?:公开|获取)|名{_COUNTED}|位{_COUNTED}"),
    Kind.REVIEW: expression(rf"{_SOMEBODY}(?:提起|申请|提出)了?行政复议"),
    Kind.LITIGATION: expression(rf"{_SOMEBODY}(?:诉[我本]|提起了?行政诉讼)"),
}


def without_denied(claims: Iterable[Claim], folded: Mapping[str, str]) -> Iterator[Claim]:
    """Yield the claims but for those that there was none of a kind of which the same section, `folded`, tells a case."""

    @cache
    def said(section: str) -> str:
        text = folded[section]
        return "".join(text.split()) if any(sign in text for sign in _SIGNS) else ""

    for claim in claims:
        case = _CASES.get(claim.kind) if not claim.value else None
        if case is None or not case.search(said(claim.section)):
            yield claim
