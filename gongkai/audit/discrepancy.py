"""What is a disagreement between reports, and how many comparisons could be made at all?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gongkai.audit.rows import Row
from gongkai.mappings.findings import RULES
from gongkai.mappings.form import cells_by_name
from gongkai.report import Fault, Number, State

__all__ = ["Discrepancy", "LookUp", "Tally", "lines_of", "number"]

LookUp = Callable[[str], Mapping[str, Any]]
"""Id of a report → its line of `parse`: where it came from, and how its figures were read."""


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Figures that do not agree: (report, figure) each, of `row` and of others; the finding is one of `row`.

    `is_doubtful`: the reports may be of two agencies, of which one became the other; nobody is accused then.
    """

    code: str
    message: str
    row: Row
    operands: tuple[tuple[Row, str], ...]
    is_doubtful: bool = False

    def fault(self, look_up: LookUp) -> Fault:
        """Return who is likelier at fault: our reading, when a figure was inferred."""
        usual = RULES[self.code].fault
        inferred = any((look_up(row.id).get("states") or {}).get(name) == State.INFERRED for row, name in self.operands)
        return Fault.PARSER_SUSPECT if inferred else Fault.UNDECIDED if self.is_doubtful else usual


@dataclass(slots=True)
class Tally:
    """How often a rule could be tried. What lacks an operand, or a report, is not assessable: it has not failed."""

    assessed: int = 0
    failed: int = 0
    not_assessable: int = 0


def _printed(row: Row, name: str, of: Row) -> str:
    """Return a figure as evidence for a finding of a report: whose it is where that is another agency's, year, label and number."""
    whose = "" if row.agency == of.agency else f"{row.agency or '机关不明'} "
    return f"{whose}{row.year}年 {cells_by_name()[name].label}：{number(row.figures.get(name))}"


def number(value: Number | float | None) -> str:
    """Return a number in digits."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "无数" if value is None else str(value)


def lines_of(discrepancies: Iterable[Discrepancy], look_up: LookUp) -> Iterator[dict[str, Any]]:
    """Yield the findings as `check` prints them; `others` are the ids of the other reports involved."""
    for one in discrepancies:
        yield {
            "source": look_up(one.row.id).get("source"),
            "id": one.row.id,
            "agency": one.row.agency,
            "year": one.row.year,
            "place": one.row.region or None,
            "code": one.code,
            "message": one.message,
            "figures": list(dict.fromkeys(name for _, name in one.operands)),
            "evidence": " / ".join(_printed(row, name, one.row) for row, name in one.operands[:6]),
            "fault": one.fault(look_up).value,
            "others": sorted({row.id for row, _ in one.operands} - {one.row.id}),
        }
