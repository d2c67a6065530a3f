"""What stands on a dashboard? Panels as data: which axis, which number, over which of the two data views."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

__all__ = [
    "WIDTH",
    "Board",
    "Chart",
    "Count",
    "Distinct",
    "Listing",
    "Panel",
    "Phrases",
    "Place",
    "Sum",
    "Terms",
    "View",
    "WordCloud",
]

WIDTH = 48  # columns of Kibana's grid


class View(StrEnum):
    """A data view: what one line of it is."""

    REPORTS = "reports"
    FIGURES = "figures"


class Chart(StrEnum):
    """How a panel is drawn."""

    BAR = "bar"
    BAR_STACKED = "bar_stacked"
    BAR_SHARES = "bar_percentage_stacked"
    BAR_LYING = "bar_horizontal"
    LINE = "line"
    DONUT = "donut"
    TABLE = "table"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Terms:
    """An axis: the values of a field, the largest first, or in their own order."""

    field: str
    size: int = 40
    in_order: bool = False


@dataclass(frozen=True, slots=True)
class Phrases:
    """An axis: reports whose text field contains a phrase, a row each."""

    field: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many lines: reports, or figures."""

    label: str = "报告数"


@dataclass(frozen=True, slots=True)
class Sum:
    """The sum of a field over the lines that have it."""

    field: str
    label: str


@dataclass(frozen=True, slots=True)
class Distinct:
    """How many different values a field has (Elasticsearch estimates above a few thousand)."""

    field: str
    label: str


Axis = Terms | Phrases
Measure = Count | Sum | Distinct
Where = tuple[tuple[str, tuple[str, ...]], ...]
"""Field and the values of which it has one; without values, that it has any."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A chart, a table or a number."""

    key: str
    title: str
    chart: Chart
    view: View
    measures: tuple[Measure, ...]
    rows: Axis | None = None
    split: Terms | None = None
    where: Where = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A saved search: the reports themselves, a line each."""

    key: str
    title: str
    columns: tuple[str, ...]
    where: Where = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class WordCloud:
    """Words that stand out in a text field in each value of another field (significant_text)."""

    key: str
    title: str
    field: str
    within: str
    words: int = 12
    groups: int = 8
    note: str = ""


Part = Panel | Listing | WordCloud


@dataclass(frozen=True, slots=True)
class Place:
    """Where a panel stands on the grid."""

    x: int
    y: int
    w: int
    h: int


@dataclass(frozen=True, slots=True)
class Board:
    """A dashboard: rows of panels, each row with its height and the panels' shares of the width."""

    key: str
    title: str
    note: str
    rows: tuple[tuple[int, tuple[tuple[int, Part], ...]], ...]
    phrases: tuple[str, ...] = ()  # filters, prepared and switched off

    def parts(self) -> Iterator[tuple[Part, Place]]:
        """Yield each panel and where it stands."""
        y = 0
        for height, parts in self.rows:
            x = 0
            for width, part in parts:
                yield part, Place(x, y, width, height)
                x += width
            y += height
