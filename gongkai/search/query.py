"""What is asked? The query as a tree, independent of any engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from gongkai.report import Number

__all__ = ["AllOf", "AnyOf", "Exists", "Near", "Not", "Phrase", "Pivot", "Query", "Range", "Term", "Tree", "Words", "has_score"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Documents whose title or one of whose sections contains `text`, after normalisation."""

    text: str
    fields: tuple[str, ...] = ()  # text field names; empty: the title and every section


@dataclass(frozen=True, slots=True)
class Near:
    """Documents whose title or one of whose sections contains both texts near each other, after normalisation.

    Near is: an occurrence of one begins at most `within` characters after the end of one of the other, in
    either order. Characters are counted in the normalised text; occurrences that overlap are not near.
    """

    first: str
    second: str
    within: int
    fields: tuple[str, ...] = ()  # as of a phrase


@dataclass(frozen=True, slots=True)
class Words:
    """Documents that hold the words of `text` (smartcn on Elasticsearch)."""

    text: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """Documents whose field holds one of the values."""

    field: str
    values: tuple[str | Number, ...]


@dataclass(frozen=True, slots=True)
class Range:
    """Documents whose field lies in the range; a null bound is open; null values never match."""

    field: str
    low: str | Number | None = None
    high: str | Number | None = None
    low_open: bool = False  # True: greater than, not equal
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Exists:
    """Documents that have a value in the field."""

    field: str


@dataclass(frozen=True, slots=True)
class Not:
    """Documents that the part does not find."""

    part: Tree


@dataclass(frozen=True, slots=True)
class AllOf:
    """Documents that every part finds; without parts, every document."""

    parts: tuple[Tree, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Documents that one part or more finds."""

    parts: tuple[Tree, ...]


Tree = Phrase | Near | Words | Term | Range | Exists | Not | AllOf | AnyOf


def has_score(tree: Tree) -> bool:
    """Tell whether relevance tells the documents apart: whether the tree looks for text at all."""
    match tree:
        case Phrase() | Near() | Words():
            return True
        case AllOf(parts) | AnyOf(parts):
            return any(has_score(part) for part in parts)
        case _:
            return False


@dataclass(frozen=True, slots=True)
class Query:
    """A question: the tree, the values selected per facet (OR inside, AND between), and what to return."""

    tree: Tree = AllOf()
    selected: Mapping[str, tuple[str | int, ...]] = field(default_factory=lambda: MappingProxyType({}))
    facets: tuple[str, ...] = ()
    top: int | None = None  # buckets a facet; null: every value
    sort: str = "relevance"  # or a field name, "-" before it for descending; ties by id
    offset: int = 0
    limit: int = 10
    context: int = 40  # characters of a passage shown on both sides of its marks


@dataclass(frozen=True, slots=True)
class Pivot:
    """Sums of a figure by two facet fields; rows may also be `outcome` or `outcome_group`.

    Without a measure the value is the number of reports.
    """

    rows: str
    columns: str | None = None
    measure: str | None = None
