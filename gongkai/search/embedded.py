"""How does one folder answer? The embedded engine: a SQLite store and the tantivy index derived from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import tantivy

from gongkai.errors import BadQuery, IndexMissing
from gongkai.report import Document, Prepare
from gongkai.search import embedded_order as order
from gongkai.search import named
from gongkai.search.embedded_columns import column_values
from gongkai.search.embedded_counts import count_values, facet_of, tabulate
from gongkai.search.embedded_damage import telling_damage
from gongkai.search.embedded_hits import StoredHits
from gongkai.search.embedded_index import DerivedIndex
from gongkai.search.embedded_query import Values, compile_near, compile_selected, compile_tree, spelled
from gongkai.search.engine import Entry, Incoming, prepared_of
from gongkai.search.intake import Intake
from gongkai.search.near import Verified, candidates
from gongkai.search.packing import line_of, unpack
from gongkai.search.pivot import pivot_cells
from gongkai.search.prepared import Prepared, prepare
from gongkai.search.query import Near, Pivot, Query, Tree, has_score
from gongkai.search.results import Facet, Group, PivotCell, Results, Value
from gongkai.search.snippets import wanted_of
from gongkai.search.store import FILE_NAME, Store
from gongkai.search.store_dump import dump

__all__ = ["EmbeddedEngine"]

_TEXTS = 500  # documents read at a time, where their text decides
_LINES = 200  # documents read at a time for an export


class EmbeddedEngine:
    """The engine of one folder. One process writes at a time; any number read meanwhile."""

    def __init__(self, folder: Path, store: Store) -> None:
        self._store = store
        self._index = DerivedIndex(folder, store)
        self._near = Verified(self.state)

    @classmethod
    def open(cls, where: str | Path, *, create: bool = False) -> EmbeddedEngine:
        """Open the index in a folder; IndexMissing when there is none and it is not to be made."""
        folder = Path(where)
        if not (folder / FILE_NAME).is_file():
            if not create:
                raise IndexMissing(f"There is no index in {folder}: run `gongkai index` first, or name another --index.")
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise IndexMissing(f"Cannot make the folder {folder}: {error.strerror}.") from error
        return cls(folder, Store.open(folder / FILE_NAME, create=create))

    # -- writing --------------------------------------------------------------------------------------
    def known(self, source: str, digest: str, parser: str) -> bool:
        """Tell whether that input was dealt with by that parser; what failed is to be tried again."""
        return self._store.known(source, digest, parser)

    @telling_damage
    def write(self, batch: Iterable[Incoming]) -> list[Entry]:
        """Store a batch, make it searchable and durable in one step; return its ledger lines.

        EngineUnavailable when another process is writing. The batch may be a generator: it is read once,
        and nothing of it is kept in memory. An error inside it undoes the whole batch.
        """
        from gongkai.search.embedded_record import record_of

        self._index.lock()
        intake = Intake(self._store)
        entries: list[Entry] = []
        try:
            for incoming in batch:
                prepared = prepared_of(incoming, Prepared, prepare)
                entry, changes = intake.put(incoming, prepared)
                entries.append(entry)
                for change in changes:
                    if change.was_absent and change.is_current and prepared is not None:
                        self._index.apply(change, record_of(prepared.record, change.no))
                    else:
                        self._index.apply(change)
            intake.commit()
            self._index.commit(intake.sequence)
        except BaseException:  # also when interrupted: the next use starts from what the store has
            intake.rollback()
            self._index.close()
            raise
        return entries

    def preparation(self) -> Prepare:
        """Return what worker processes can do of `write`."""
        return prepare

    def search_folder(self) -> Path:
        """Return the folder of the search index."""
        return self._index.folder()

    def close(self) -> None:
        """Let go of the folder."""
        self._index.close()
        self._store.close()

    # -- reading --------------------------------------------------------------------------------------
    @telling_damage
    def search(self, query: Query) -> Results:
        """Return the page of hits, the exact total and the facets."""
        searcher = self._index.searcher()
        tree = compile_tree(self._verified(searcher, query).tree, self._values(searcher))
        found = compile_selected(tree, query.selected, self._values(searcher))
        total, page = self._page(searcher, found, query)
        packed = self._store.packed([no for _, no in page])
        hits = StoredHits([(score, packed[no]) for score, no in page], wanted_of(query.tree), query.context)
        return Results(total, hits, self._facets(searcher, tree, found, query))

    def _page(self, searcher: tantivy.Searcher, found: tantivy.Query, query: Query) -> tuple[int, order.Page]:
        if query.offset < 0 or query.limit < 0:
            raise BadQuery("An offset and a limit are never negative.")
        # tantivy has no search without hits, and makes room for all that it is asked for.
        offset, limit = min(query.offset, searcher.num_docs), max(1, min(query.limit, searcher.num_docs))
        if query.sort == "relevance":
            pages = order.by_relevance if has_score(query.tree) else order.by_id
            total, page = pages(searcher, self._store, found, offset, limit)
        else:
            field, is_descending = named.sort_field(query.sort)
            direction = tantivy.Order.Desc if is_descending else tantivy.Order.Asc
            total, page = order.by_field(searcher, self._store, found, field, direction, offset, limit)
        return total, page[: query.limit]

    def _facets(self, searcher: tantivy.Searcher, tree: tantivy.Query, found: tantivy.Query, query: Query) -> tuple[Facet, ...]:
        fields = [named.facet(name) for name in query.facets]
        selected = {name: values for name, values in query.selected.items() if values}
        counts: dict[str, dict[str | int, int]] = {}
        free = [field for field in fields if field.name not in selected]
        if free:
            counts |= count_values(searcher, found, free)
        for field in fields:
            if field.name in selected:  # counted without its own selection
                others = compile_selected(tree, selected, self._values(searcher), but=field.name)
                counts |= count_values(searcher, others, [field])
        return tuple(facet_of(field, counts[field.name], selected.get(field.name, ()), query.top) for field in fields)

    def pivot(self, query: Query, pivot: Pivot) -> list[PivotCell]:
        """Return the cells of a table of sums, or of counts, by two facet fields."""
        return pivot_cells(self.tabulate, query, pivot)

    @telling_damage
    def tabulate(self, query: Query, by: Sequence[str], sums: Sequence[tuple[str, ...]] = ()) -> list[Group]:
        """Group the documents that the query finds by fields, and sum figures in each group."""
        searcher = self._index.searcher()
        fields = [named.grouping(name) for name in by]
        figures = [tuple(named.measure(name) for name in names) for names in sums]
        return tabulate(searcher, self._found(searcher, query), fields, figures)

    @telling_damage
    def export(self, query: Query, after: str = "") -> Iterator[Document]:
        """Yield every document the query finds, ordered by id, those behind `after`, in constant memory."""
        searcher = self._index.searcher()
        numbers = order.numbers_of_all(searcher, self._found(searcher, query))
        return map(self._store.document, self._store.ordered_by_id(numbers, after))

    @telling_damage
    def export_lines(self, query: Query, after: str = "") -> Iterator[tuple[str, bytes]]:
        """Yield what `export` yields, as id and compact JSON: a fraction of the work."""
        searcher = self._index.searcher()
        ordered = self._store.ordered_by_id(order.numbers_of_all(searcher, self._found(searcher, query)), after)
        while part := list(islice(ordered, _LINES)):
            packed, ids = self._store.packed(part), self._store.ids(part)
            yield from ((ids[no], line_of(packed[no])) for no in part)

    def state(self) -> str:
        """Return which store it is, the number of its last change, and how many documents are current."""
        meta = self._store.meta()
        return f"{meta.get('made', '')}-{meta.get('sequence', 0)}-{self.count()}"

    @telling_damage
    def columns(self, query: Query, names: Sequence[str]) -> Iterator[tuple[Value, ...]]:
        """Yield the values of those fields for every document the query finds."""
        searcher = self._index.searcher()
        return column_values(searcher, self._found(searcher, query), [named.column(name) for name in names])

    @telling_damage
    def request(self, query: Query) -> str:
        """Return what tantivy is asked, in its own words; of near(…) the candidates."""
        searcher = self._index.searcher()
        values = self._values(searcher)
        return spelled(compile_selected(compile_tree(candidates(query.tree), values), query.selected, values))

    def get(self, id: str) -> Document | None:
        """Return a document, current or not, by its id or a unique beginning of it."""
        return self._store.find(id)

    def history(self, report_key: str) -> list[Document]:
        """Return every document of the key, the current one first."""
        return self._store.history(report_key)

    def republished(self) -> Iterator[str]:
        """Yield each report key that several documents share."""
        return self._store.shared_keys()

    def ledger(self) -> Iterator[Entry]:
        """Yield the ledger, ordered by source."""
        return self._store.ledger()

    def dump(self) -> Iterator[Incoming]:
        """Yield what was brought in, in an order in which it can be brought again."""
        return dump(self._store)

    @telling_damage
    def count(self) -> int:
        """Return the number of current documents."""
        return int(self._index.searcher().num_docs)

    def _found(self, searcher: tantivy.Searcher, query: Query) -> tantivy.Query:
        values = self._values(searcher)
        return compile_selected(compile_tree(self._verified(searcher, query).tree, values), query.selected, values)

    def _verified(self, searcher: tantivy.Searcher, query: Query) -> Query:
        """Return the query with every condition that only the text decides replaced by the ids for which it holds."""

        def read(near: Near, tree: Tree) -> Iterator[Document]:
            numbers = order.numbers_of_all(searcher, compile_near(near, compile_tree(tree, self._values(searcher))))
            while part := list(islice(numbers, _TEXTS)):
                yield from map(unpack, self._store.packed(part).values())

        return self._near.resolved(query, read)

    def _values(self, searcher: tantivy.Searcher) -> Values:
        return lambda field: (value for value, _ in searcher.terms_with_prefix(field, ""))
