"""What does a claim of the prose say, and which claims are of the whole?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Claim", "Kind", "without_parts"]


class Kind(StrEnum):
    """What a claim is about."""

    RECEIVED = "received"
    CARRIED_OVER = "carried_over"
    CARRIED_FORWARD = "carried_forward"
    ALL_CLOSED = "all_closed"
    REVIEW = "review"
    LITIGATION = "litigation"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Claim:
    """One number that the prose states; `start` and `end` are its sentence's in the section.

    `handled` tells that the number may be of requests handled: 收到和处理N件. `included` is how many of those received
    last year the sentence speaks of too. Of ALL_CLOSED the number is how many were received, -1 where no sentence says.
    `of_all` tells that its clause says that it is the whole: 我局, 全县, 共; `of_share` that it may be but the agency's own
    beside that of the bodies below it: 我局, 全县各部门; `of_part` that it is a part's, `of_other` another agency's.
    """

    kind: Kind
    value: int
    section: str
    start: int
    end: int
    handled: bool = False
    included: int = 0
    of_all: bool = False
    of_share: bool = False
    of_part: bool = False
    of_other: bool = False


def without_parts(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Yield the claims of the whole.

    Beside what a part has, 收到申请10件 may be another part's: only what says that it is the whole, and is as large, is it.
    """
    claims = list(claims)
    most = {kind: max((one.value for one in claims if one.of_part and one.kind is kind), default=0) for kind in Kind}
    below = {one.kind for one in claims if one.of_part and one.value and not one.of_other}
    for claim in claims:
        whole = claim.of_all and claim.value >= most[claim.kind] and not (claim.of_share and claim.kind in below)
        if not claim.of_part and (whole or not most[claim.kind]):
            yield claim
