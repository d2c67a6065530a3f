"""What must agree between reports? Figures of two years of one agency, and of a government and those below it."""

from __future__ import annotations

from dataclasses import dataclass

from gongkai.mappings.form import APPLICANTS

__all__ = ["ACROSS_YEARS", "JUMP", "JUMP_FROM", "SUMMED", "WATCHED", "AcrossYears"]


@dataclass(frozen=True, slots=True)
class AcrossYears:
    """The sum of the `former` year's figures, plus `added` less `taken` of this year's, must be this year's `now`."""

    code: str
    label: str
    former: tuple[str, ...]
    now: str
    added: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    since: int = 2020  # the first and the last year of `now`: from form to form not every figure goes on
    until: int = 9999

    @property
    def figures(self) -> tuple[str, ...]:
        """Return the figures of both years, once."""
        return tuple(dict.fromkeys((*self.former, self.now, *self.added, *self.taken)))


def _carried() -> tuple[AcrossYears, ...]:
    return tuple(
        AcrossYears(
            "Y1", f"结转·{column.label}", (f"requests.carried_forward.{column.key}",), f"requests.carried_over.{column.key}"
        )
        for column in APPLICANTS
    )


def _items() -> tuple[AcrossYears, ...]:
    rows = {
        "licensing": "行政许可",
        "other_services": "其他对外管理服务事项",
        "penalties": "行政处罚",
        "compulsion": "行政强制",
        "fees": "行政事业性收费",
    }
    return tuple(
        AcrossYears(
            "Y2",
            f"{label}·项目数量",
            (f"proactive.{row}.items_previous_year", f"proactive.{row}.items_change"),
            f"proactive.{row}.items_previous_year",
            until=2020,
        )
        for row, label in rows.items()
    )


def _in_force() -> tuple[AcrossYears, ...]:
    rows = {"rules": "规章", "normative_documents": "行政规范性文件"}
    return tuple(
        AcrossYears(
            "Y3",
            f"{label}·现行有效件数",
            (f"proactive.{row}.in_force",),
            f"proactive.{row}.in_force",
            (f"proactive.{row}.issued",),
            (f"proactive.{row}.repealed",),
            since=2022,
        )
        for row, label in rows.items()
    )


ACROSS_YEARS: tuple[AcrossYears, ...] = (*_carried(), *_items(), *_in_force())

WATCHED: tuple[str, ...] = (
    "requests.received.total",
    "requests.processed.total",
    "requests.carried_forward.total",
    "review.total",
    "litigation_direct.total",
    "litigation_after_review.total",
    "proactive.rules.in_force",
    "proactive.normative_documents.in_force",
    "proactive.licensing.decisions",
    "proactive.penalties.decisions",
    "proactive.compulsion.decisions",
    "proactive.fees.amount_wan_yuan",
)
"""Figures whose jump from one year to the next is worth a look."""
JUMP = 10  # times
JUMP_FROM = 100  # the greater of the two is at least that: 2 → 30 is no jump

SUMMED: tuple[str, ...] = (
    "requests.received.total",
    "requests.carried_over.total",
    "requests.processed.total",
    "requests.carried_forward.total",
    "review.total",
    "litigation_direct.total",
    "litigation_after_review.total",
)
"""Figures of a consolidated report that are the sums of those below."""
