"""What comes back? Results of a query, the same from every engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from gongkai.report import Number

__all__ = ["Bucket", "Facet", "Group", "Hit", "Key", "PivotCell", "Results", "Snippet", "Sum", "Value"]

Value = str | Number | float | None  # of a field, as an engine gives it
Key = str | Number | None  # by which documents are grouped; null: they have no value


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of one section on the report's own characters; `marks` are `[start, end)` in `text`."""

    section: str
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that was found. `document` is the whole line of `parse`."""

    id: str
    score: float
    document: Mapping[str, Any]
    snippets: tuple[Snippet, ...] = ()


@dataclass(frozen=True, slots=True)
class Bucket:
    """A value of a facet and how many documents have it."""

    value: str | int
    label: str
    count: int
    selected: bool = False
    reports: int | None = None  # when `count` counts something else


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field among the documents found; a selected value is there even at 0."""

    field: str
    buckets: tuple[Bucket, ...]

    def to_pandas(self) -> Any:
        """Return a pandas.DataFrame: a row a value. GongkaiError without pandas."""
        from gongkai.search.render_pandas import facet_frame

        return facet_frame(self)


class PivotCell(NamedTuple):
    """`value` is the sum over the `reports` that print the figure; `missing` do not print it."""

    row: Key
    column: Key
    value: Number | None
    reports: int
    missing: int


class Sum(NamedTuple):
    """Of some figures over a group: how many documents print one of them or more, and their sum; null when none does."""

    reports: int
    value: Number | None


class Group(NamedTuple):
    """The documents that share their values of some fields, and sums of figures over them."""

    keys: tuple[Key, ...]
    documents: int
    sums: tuple[Sum, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a query."""

    total: int
    hits: Sequence[Hit]
    facets: tuple[Facet, ...] = ()

    def to_pandas(self) -> Any:
        """Return a pandas.DataFrame: a row a hit. GongkaiError without pandas."""
        from gongkai.search.render_pandas import hits_frame

        return hits_frame(self)
