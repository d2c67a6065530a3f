"""What does a query find? The plainest answer there is: every document looked at, one by one, with no engine at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from gongkai.report import SECTIONS
from gongkai.search.query import AllOf, AnyOf, Exists, Near, Not, Phrase, Query, Range, Term, Tree
from gongkai.text import normalise

__all__ = ["Naive", "found", "holds"]

Document = Mapping[str, Any]
TEXTS = ("title", *(f"sections.{key}" for key in SECTIONS))


class Naive:
    """A document as the questions see it: texts normalised, values as lists."""

    def __init__(self, document: Document) -> None:
        self.document = document
        texts = {"title": document["title"]} | {f"sections.{key}": text for key, text in document["sections"].items()}
        self.texts = {name: normalise(text) for name, text in texts.items() if text and normalise(text)}
        self.figures = {name: value for name, value in document["figures"].items() if value is not None}

    def values(self, field: str) -> list[Any]:
        """Return the values of a field that is no text."""
        if field in self.figures or field.startswith(("requests.", "proactive.", "review.", "litigation")):
            return [self.figures[field]] if field in self.figures else []
        if field == "finding":
            return sorted({finding["code"] for finding in self.document["findings"]})
        if field == "fault":
            return sorted({finding["fault"] for finding in self.document["findings"]})
        if field == "outcome":
            return self._outcomes()
        if field == "tables":
            lost = [name for name in self.document["figures"] if self.document["states"].get(name) in ("missing", "illegible")]
            whole = len(self.document["figures"])
            return ["complete" if not lost else "missing" if len(lost) == whole else "partial"]
        value = self.document.get(field)
        return [] if value is None or value == "" else [value]

    def _outcomes(self) -> list[str]:
        groups = ("granted", "partially_granted", "denied", "unavailable", "not_processed", "other")
        positive = [
            name.removeprefix("requests.").removesuffix(".total")
            for name, value in self.figures.items()
            if name.startswith("requests.") and name.endswith(".total") and value > 0
        ]
        leaves = [name for name in positive if name.split(".")[0] in groups]
        return sorted({name for name in leaves if not name.endswith(".subtotal")} | {name.split(".")[0] for name in leaves})


def holds(tree: Tree, one: Naive) -> bool:
    """Tell whether the document is what the tree asks for."""
    match tree:
        case Phrase(text, fields):
            wanted = _folded(text)
            return any(wanted in one.texts.get(name, "") for name in fields or TEXTS)
        case Near(first, second, within, fields):
            pair = _folded(first), _folded(second)
            return any(_near(one.texts.get(name, ""), *pair, within) for name in fields or TEXTS)
        case Exists(field):
            return field in one.texts if field in TEXTS else bool(one.values(field))
        case Term(field, wanted):
            return any(_equal(value, other) for value in one.values(field) for other in wanted)
        case Range():
            return any(_inside(value, tree) for value in one.values(tree.field))
        case Not(part):
            return not holds(part, one)
        case AllOf(parts):
            return all(holds(part, one) for part in parts)
        case AnyOf(parts):
            return any(holds(part, one) for part in parts)
    raise AssertionError(tree)


def found(query: Query, corpus: Iterable[Naive]) -> list[Naive]:
    """Return the documents the query finds, in no order."""
    selections = [Term(field, values) for field, values in query.selected.items() if values]
    return [one for one in corpus if all(holds(part, one) for part in (query.tree, *selections))]


_folded = cache(normalise)


def _near(text: str, first: str, second: str, within: int) -> bool:
    """Walk over every pair of places: slow, and nothing to get wrong."""
    ones = [at for at in range(len(text)) if text.startswith(first, at)]
    others = [at for at in range(len(text)) if text.startswith(second, at)]
    gaps = [other - (one + len(first)) for one in ones for other in others]
    gaps += [one - (other + len(second)) for one in ones for other in others]
    return any(0 <= gap <= within for gap in gaps)


def _equal(value: Any, wanted: Any) -> bool:
    if isinstance(value, str):
        return value == str(wanted)
    return Decimal(str(value)) == Decimal(str(wanted))


def _inside(value: Any, bounds: Range) -> bool:
    if isinstance(value, str):  # a day: a month or a year is all of its days
        days = value.replace("-", "")
        low, high = _days(bounds.low), _days(bounds.high)
        return (low is None or (days > low[1] if bounds.low_open else days >= low[0])) and (
            high is None or (days < high[0] if bounds.high_open else days <= high[1])
        )
    number = Decimal(str(value))
    low_number, high_number = (None if bound is None else Decimal(str(bound)) for bound in (bounds.low, bounds.high))
    if low_number is not None and (number < low_number or (bounds.low_open and number == low_number)):
        return False
    return high_number is None or not (number > high_number or (bounds.high_open and number == high_number))


def _days(bound: Any) -> tuple[str, str] | None:
    """Return the first and the last day, as digits, that a year, a month or a day stands for."""
    if bound is None:
        return None
    digits = str(bound).replace("-", "")
    if len(digits) == 8:
        assert date.fromisoformat(str(bound))
    return digits.ljust(8, "0"), digits.ljust(8, "9")


def ids(corpus: Sequence[Naive]) -> set[str]:
    """Return the ids of the documents."""
    return {one.document["id"] for one in corpus}
