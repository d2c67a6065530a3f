"""Which shares are worth comparing? A short list, each with the figures above and below the line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.mappings.form import OUTCOMES

__all__ = ["RATIOS", "SMALLEST", "Ratio", "ratio_named"]

SMALLEST = 30
"""A share of fewer cases than this says nothing: it is not shown."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """Sum of the figures `above` the line to the sum of those `below`; a report counts when it prints them all."""

    name: str
    label: str
    above: tuple[str, ...]
    below: tuple[str, ...]
    help: str

    @property
    def figures(self) -> tuple[str, ...]:
        """Return every figure involved, once."""
        return tuple(dict.fromkeys((*self.above, *self.below)))


def _results(*groups: str) -> tuple[str, ...]:
    return tuple(f"requests.{leaf}.total" for leaf in OUTCOMES if leaf.split(".")[0] in groups)


def _rulings(kinds: Iterable[str], *blocks: str) -> tuple[str, ...]:
    return tuple(f"{block}.{kind}" for block in blocks for kind in kinds)


_PROCESSED = ("requests.processed.total",)
_DECIDED = ("upheld", "corrected", "other")  # of rulings: all but what is pending
_COURT = ("litigation_direct", "litigation_after_review")

_RATIOS = (
    Ratio("granted_share", "予以公开占比", _results("granted"), _PROCESSED, "Granted in full, of all requests processed."),
    Ratio(
        "disclosed_share",
        "公开占比",
        _results("granted", "partially_granted"),
        _PROCESSED,
        "Granted in full or in part, of all processed.",
    ),
    Ratio(
        "denied_share", "不予公开占比", _results("denied"), _PROCESSED, "Denied on any of the eight grounds, of all processed."
    ),
    Ratio(
        "not_held_share",
        "不掌握占比",
        ("requests.unavailable.not_held.total",),
        _PROCESSED,
        "Information not held, of all processed.",
    ),
    Ratio("not_processed_share", "不予处理占比", _results("not_processed"), _PROCESSED, "Not dealt with, of all processed."),
    Ratio(
        "carried_forward_share",
        "结转占比",
        ("requests.carried_forward.total",),
        ("requests.received.total", "requests.carried_over.total"),
        "Carried forward into the next year, of all received and carried over.",
    ),
    Ratio(
        "natural_person_share",
        "自然人占比",
        ("requests.received.natural_person",),
        ("requests.received.total",),
        "Asked by natural persons, of all received.",
    ),
    Ratio(
        "review_corrected_share",
        "复议纠错率",
        ("review.corrected",),
        _rulings(_DECIDED, "review"),
        "Corrected in administrative review, of all reviews decided.",
    ),
    Ratio(
        "litigation_corrected_share",
        "诉讼纠错率",
        _rulings(("corrected",), *_COURT),
        _rulings(_DECIDED, *_COURT),
        "Corrected in court, of all lawsuits decided.",
    ),
    Ratio(
        "corrected_share",
        "纠错率",
        _rulings(("corrected",), "review", *_COURT),
        _rulings(_DECIDED, "review", *_COURT),
        "Corrected in review or in court, of all decided.",
    ),
)
RATIOS: dict[str, Ratio] = {ratio.name: ratio for ratio in _RATIOS}


def ratio_named(name: str) -> Ratio | None:
    """Return the ratio of that name or Chinese label, or null."""
    return RATIOS.get(name) or next((ratio for ratio in _RATIOS if ratio.label == name), None)
