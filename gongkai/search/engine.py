"""What must an engine do? The contract, and how one is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol, TypeVar, runtime_checkable

from gongkai.errors import EngineUnavailable
from gongkai.report import Document, Prepare
from gongkai.search.query import AnyOf, Pivot, Query, Range
from gongkai.search.results import Group, PivotCell, Results, Value

__all__ = [
    "DEAD",
    "Engine",
    "Entry",
    "Flowing",
    "Incoming",
    "Lining",
    "Outcome",
    "Preparing",
    "open_engine",
    "places_on",
    "prepared_of",
]

Made = TypeVar("Made")


class Outcome(StrEnum):
    """What became of an input: exactly one per input file."""

    INDEXED = "indexed"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    NOT_A_REPORT = "not_a_report"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the ledger."""

    source: str
    outcome: Outcome
    id: str | None = None
    reason: str | None = None


DEAD = "left"
"""The digest by which `dump` marks a document that no source has any more."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """What the pipeline hands to an engine for one report of one input.

    `digest` is that of the input's bytes (or of the JSONL line); `page` the bytes themselves, kept so
    that a better parser can read them again, null for JSONL of `parse`. A `document` of null is an
    input that gave no report: only its ledger line is written, with `outcome` and `reason`.
    """

    source: str
    digest: str
    parser: str  # version of the parser
    document: Document | None = None
    page: bytes | None = None
    outcome: Outcome | None = None  # NOT_A_REPORT or FAILED when document is null
    reason: str | None = None
    says_nothing: bool = False  # no report, and no word either on whether the one that was there before is gone
    prepared: object = None  # what the engine's own `prepare` made of document and page in another process

    def leaves_alone(self, digest: str, outcome: str) -> bool:
        """Tell whether it says nothing of what its source brought before, of that digest and outcome in the ledger.

        The same page that a better parser takes for no report says that it never was one.
        """
        return self.says_nothing and (digest != self.digest or outcome == Outcome.NOT_A_REPORT)


def prepared_of(
    incoming: Incoming, kind: type[Made], prepare: Callable[[Document, bytes | None], tuple[Document, Made]]
) -> Made | None:
    """Return what an engine prepares of an incoming document, now if it has not been before; null when there is none."""
    if isinstance(incoming.prepared, kind):
        return incoming.prepared
    return None if incoming.document is None else prepare(incoming.document, incoming.page)[1]


@runtime_checkable
class Preparing(Protocol):
    """An engine part of whose work on a document can be done beforehand, in another process."""

    def preparation(self) -> Prepare:
        """Return a function that can be sent to another process.

        Of a document and its page it makes Incoming's `document`, as much of it as `write` still needs, and `prepared`.
        """
        ...


@runtime_checkable
class Flowing(Protocol):
    """An engine that writes without steps: nothing is held up until a batch has ended."""

    def write_on(self, incoming: Iterable[Incoming]) -> Iterator[Entry]:
        """Write the inputs as they come; yield the ledger line of each, in their order, once it is durable."""
        ...


@runtime_checkable
class Lining(Protocol):
    """An engine that has its documents as JSON already."""

    def export_lines(self, query: Query, after: str = "") -> Iterator[tuple[str, bytes]]:
        """Yield what `export` yields, as id and compact JSON."""
        ...


class Engine(Protocol):
    """One index. Reading methods see what the last `write` committed."""

    def known(self, source: str, digest: str, parser: str) -> bool:
        """Tell whether that input was already dealt with by that parser, so that it need not be read."""
        ...

    def write(self, batch: Iterable[Incoming]) -> list[Entry]:
        """Store a batch, make it searchable and durable in one step; return its ledger lines."""
        ...

    def search(self, query: Query) -> Results: ...

    def pivot(self, query: Query, pivot: Pivot) -> list[PivotCell]: ...

    def tabulate(self, query: Query, by: Sequence[str], sums: Sequence[tuple[str, ...]] = ()) -> list[Group]:
        """Group the documents that the query finds by facet fields or figures, and sum figures in each group.

        Groups come by their keys, what has no value last; a document counts under each of its values. Without `by`
        there is one group of all. A document counts in a sum of several figures when it prints one of them.
        """
        ...

    def export(self, query: Query, after: str = "") -> Iterator[Document]:
        """Yield every document the query finds, ordered by id, those behind the id `after`, in constant memory."""
        ...

    def state(self) -> str:
        """Return a short text that changes whenever what is current changes."""
        ...

    def columns(self, query: Query, names: Sequence[str]) -> Iterator[tuple[Value, ...]]:
        """Yield the values of those fields for every document the query finds, in any order, far faster than `export`.

        A field is of one value and no text; a date is ISO text; what a document does not have is null.
        """
        ...

    def request(self, query: Query) -> str | Mapping[str, Any]:
        """Return what the engine's own search is asked for the query, for people to read; of near(…) the candidates."""
        ...

    def get(self, id: str) -> Document | None:
        """Return a document, current or not, by its id or a unique beginning of it."""
        ...

    def history(self, report_key: str) -> list[Document]:
        """Return every document of the key, the current one first."""
        ...

    def republished(self) -> Iterator[str]:
        """Yield each report key that several documents share: `history` tells them apart."""
        ...

    def ledger(self) -> Iterator[Entry]: ...

    def dump(self) -> Iterator[Incoming]:
        """Yield what was brought in, in an order in which writing it to an empty index leads to the same one."""
        ...

    def count(self) -> int:
        """Return the number of current documents."""
        ...

    def close(self) -> None: ...


def places_on(engine: Engine, host: str) -> Iterator[str]:
    """Yield the code of its place for every report that was published on the host, where it is known."""
    starts = [f"{scheme}://{host}/" for scheme in ("http", "https")]
    tree = AnyOf(tuple(Range("url", start, start + "\uffff") for start in starts))
    return (str(code) for (code,) in engine.columns(Query(tree), ("adcode",)) if code)


def open_engine(where: str, *, create: bool = False) -> Engine:
    """Open the index at a folder or an `http(s)://host:port/prefix`; `create` makes a missing folder."""
    if where.startswith(("http://", "https://")):
        from gongkai.search.elasticsearch import ElasticsearchEngine

        return ElasticsearchEngine.open(where)
    if "://" in where:
        raise EngineUnavailable("This address of a cluster cannot be read: write http://host:9200/gongkai.")
    from gongkai.search.embedded import EmbeddedEngine

    return EmbeddedEngine.open(where, create=create)
