"""Which figures of different forms may stand in one time series? Only those equalities that the forms allow.

A figure of the form of 2021 is `exact` in another form where the cell means the same, `approximate` where the meaning is
near (制作 for 制发, 收到 for 新收), `none` where nothing may be put in its place. A blank of one form is never a zero of another.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from gongkai.mappings.form import APPLICANTS, FORMS
from gongkai.mappings.form_2014 import LIST_2014

__all__ = ["SUBTOTAL_2019", "Counterpart", "counterparts"]

Comparable = Literal["exact", "approximate", "none"]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """What stands in the place of a 2021 figure in an older form: the figures whose sum it is."""

    form: str
    figures: tuple[str, ...]
    comparable: Comparable


_NEAR_2019 = {
    "proactive.rules.issued": "proactive.rules.newly_produced",
    "proactive.normative_documents.issued": "proactive.normative_documents.newly_produced",
}
# The list of 2014 counts all applicants together: only totals have a counterpart.
_FROM_2014: dict[str, tuple[Comparable, tuple[str, ...]]] = {
    "proactive.normative_documents.issued": ("approximate", ("proactive.normative_documents_issued",)),
    "requests.received.total": ("approximate", ("requests.received",)),
    "requests.processed.total": ("approximate", ("requests.answered",)),
    "requests.granted.total": ("approximate", ("requests.answered.already_public", "requests.answered.granted")),
    "requests.partially_granted.total": ("exact", ("requests.answered.partially_granted",)),
    "requests.denied.state_secret.total": ("exact", ("requests.answered.denied.state_secret",)),
    "requests.denied.third_party_rights.total": (
        "approximate",
        ("requests.answered.denied.trade_secret", "requests.answered.denied.personal_privacy"),
    ),
    "requests.denied.security_or_stability.total": ("exact", ("requests.answered.denied.security_or_stability",)),
    "requests.denied.prohibited_by_law.total": ("approximate", ("requests.answered.denied.other_legal",)),
    "requests.unavailable.not_held.total": (
        "approximate",
        ("requests.answered.not_this_agency", "requests.answered.does_not_exist"),
    ),
    "review.total": ("exact", ("review.total",)),
    "review.upheld": ("exact", ("review.upheld",)),
    "review.corrected": ("exact", ("review.corrected",)),
    "review.other": ("approximate", ("review.other",)),
}


@cache
def counterparts() -> dict[str, tuple[Counterpart, ...]]:
    """Return, for each figure of the form of 2021, its counterpart in the forms of 2019 and 2014."""
    return {cell.name: (_in_2019(cell.name), _in_2014(cell.name)) for cell in FORMS["2021"].cells()}


def _in_2019(name: str) -> Counterpart:
    if name in _NEAR_2019:
        return Counterpart("2019", (_NEAR_2019[name],), "approximate")
    same = name in {cell.name for cell in FORMS["2019"].cells()}
    return Counterpart("2019", (name,), "exact") if same else Counterpart("2019", (), "none")


def _in_2014(name: str) -> Counterpart:
    comparable, figures = _FROM_2014.get(name, ("none", ()))
    return Counterpart("2014", tuple(f"{LIST_2014}{figure}" for figure in figures), comparable)


SUBTOTAL_2019 = {
    f"requests.other.subtotal.{column.key}": tuple(
        f"requests.other.{leaf}.{column.key}" for leaf in ("correction_overdue", "fee_overdue", "other")
    )
    for column in APPLICANTS
}
"""The one row (六) of 2019 equals the sum of the three rows of 2021: figure → figures of 2021."""
