"""In which words is it said? Every occurrence of a query's phrases with what stands beside it, and the commonest neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from gongkai.errors import BadQuery
from gongkai.search.engine import Engine
from gongkai.search.query import Query
from gongkai.search.snippets import occurrences_of, wanted_of
from gongkai.search.sorting import in_order

__all__ = ["Concordance", "Line", "Order", "neighbour"]

Order = Literal["right", "left", "report"]


@dataclass(frozen=True, slots=True)
class Line:
    """An occurrence: which report, where in it, and the report's own characters before, in and behind it."""

    id: str
    year: int | None
    agency: str | None
    section: str
    left: str
    keyword: str
    right: str


@dataclass
class Concordance:
    """Every occurrence that a query finds. The counts are whole once `lines` was read to its first line."""

    engine: Engine
    query: Query
    context: int = 15  # characters on both sides
    size: int = 2  # characters of a neighbour
    reports: int = 0
    occurrences: int = 0
    left: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def lines(self, order: Order) -> Iterator[Line]:
        """Yield the occurrences by what stands behind or before them, or by id; sorted in bounded memory.

        Raises BadQuery for a query that looks for no text.
        """
        if not wanted_of(self.query.tree):
            raise BadQuery("There is no phrase to show in context: write one, as in gongkai concordance 三审三校.")
        for line in in_order(self._counted(order)):
            yield Line(*line[3:])

    def _counted(self, order: Order) -> Iterator[list[Any]]:
        wanted = wanted_of(self.query.tree)
        for document in self.engine.export(self.query):
            place = -1
            for place, one in enumerate(occurrences_of(document, wanted, self.context)):
                before, behind = one.beside
                self.left[neighbour(before[::-1], self.size)[::-1]] += 1
                self.right[neighbour(behind, self.size)] += 1
                key = {"left": before[::-1], "right": behind, "report": ""}[order]
                about = document["id"], document.get("year"), document.get("agency") or document.get("title")
                yield [key, document["id"], place, *about, one.section, *one.printed]
            self.occurrences += place + 1
            self.reports += place >= 0


def neighbour(text: str, size: int) -> str:
    """Return the first characters of a text as one neighbour: letters up to a mark, or a mark alone."""
    for place, char in enumerate(text[:size]):
        if not char.isalnum():
            return text[: place or 1]
    return text[:size]
