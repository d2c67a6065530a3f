"""How large is a share among many reports? Sums above and below the line, over the reports that print all of both."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gongkai.mappings.ratios import SMALLEST, Ratio
from gongkai.report import Number
from gongkai.search.crosstab import Crosstab, crosstab
from gongkai.search.engine import Engine
from gongkai.search.query import Query

__all__ = ["Share", "share_text", "shares"]

Key = str | int | None


@dataclass(frozen=True, slots=True)
class Share:
    """`value` is `numerator` to `denominator`; null where the denominator is too small to say anything.

    The sums are of the `reports` that print every figure of the ratio; `missing` do not.
    """

    row: Key
    column: Key
    numerator: Number
    denominator: Number
    reports: int
    missing: int

    @property
    def is_small(self) -> bool:
        """Tell whether the denominator is below what a share needs."""
        return self.denominator < SMALLEST

    @property
    def value(self) -> float | None:
        """Return the share, to four places."""
        return None if self.is_small else round(float(self.numerator) / float(self.denominator), 4)


def shares(engine: Engine, query: Query, rows: str, columns: str | None, ratio: Ratio) -> list[Share]:
    """Return the share of each cell of a table by two facet fields."""
    found = []
    for cell in crosstab(engine, query, Crosstab((rows,), columns, ratio)).cells:
        row, column = (*cell.keys, None)[:2]
        assert not isinstance(row, Decimal)
        assert not isinstance(column, Decimal)
        found.append(Share(row, column, cell.above or 0, cell.below or 0, cell.reports, cell.missing))
    return found


def share_text(share: Share | None) -> str:
    """Return a share over its denominator, 45.3%（120）, on two lines; a small one is not shown."""
    if share is None or not share.reports:
        return ""
    if share.value is None:
        return f"—\n（{_number(share.denominator)}）"
    return f"{share.value:.1%}\n（{_number(share.denominator)}）"


def _number(value: Number) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else f"{value:,}"
