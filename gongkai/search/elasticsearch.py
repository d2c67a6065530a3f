"""How does a cluster answer? The engine of Elasticsearch 8.19 and later.

Five aliases under one prefix: the current reports (`-reports` to read, `-reports-write` to write), the `-history`
of all documents, the `-ledger` of all inputs, and the `-pages` that were read. The rules of writing are in
`elasticsearch_write.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query as DslQuery

from gongkai.errors import BadQuery, IndexMissing, SearchError
from gongkai.mappings.elasticsearch import FORMAT
from gongkai.report import Document, Prepare
from gongkai.search import named
from gongkai.search.elasticsearch_columns import column_values, shared_keys, state_of
from gongkai.search.elasticsearch_connection import Cluster, connect
from gongkai.search.elasticsearch_counts import FacetRequest, tabulate
from gongkai.search.elasticsearch_document import LONGEST_ID, prepare, restore, slot_of
from gongkai.search.elasticsearch_dump import dump
from gongkai.search.elasticsearch_errors import translated
from gongkai.search.elasticsearch_hits import page_of_hits, request_of
from gongkai.search.elasticsearch_known import Known
from gongkai.search.elasticsearch_loading import Loading
from gongkai.search.elasticsearch_query import compile_near, compile_selected, compile_tree
from gongkai.search.elasticsearch_reading import LINE, Found, ask, fetch, glance, scan
from gongkai.search.elasticsearch_write import Writer
from gongkai.search.engine import Entry, Incoming, Outcome
from gongkai.search.near import Verified
from gongkai.search.pivot import pivot_cells
from gongkai.search.query import Near, Pivot, Query, Tree
from gongkai.search.results import Group, Hit, PivotCell, Results, Value
from gongkai.search.snippets import snippets_of, wanted_of
from gongkai.text import storable

__all__ = ["ElasticsearchEngine"]

T = TypeVar("T")
_TEXTS = ("id", "title", "sections", "rest")  # what is read of a document where its text decides


class ElasticsearchEngine:
    """The engine of one prefix on a cluster. Any number of machines read and write at the same time."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self._loading = Loading(cluster)
        self._writer: Writer | None = None
        self._known = Known(cluster)
        self._near = Verified(self.state)

    @classmethod
    def open(cls, where: str) -> ElasticsearchEngine:
        """Open the index at `http(s)://host:port/prefix`; IndexMissing when there is none."""
        cluster = connect(where)
        with translated(where):
            answer = cluster.client.indices.get_mapping(index=cluster.name("reports"), filter_path="*.mappings._meta")
        for index in answer.values():
            check_format(index, where)
            return cls(cluster)
        raise IndexMissing(f"The index at {where} was not made by gongkai: run `gongkai elasticsearch init`.")

    # -- writing --------------------------------------------------------------------------------------
    def known(self, source: str, digest: str, parser: str) -> bool:
        """Tell whether that input was dealt with by that parser; what failed is to be tried again."""
        with translated(self.cluster.where):
            return self._known.known(source, digest, parser)

    def write(self, batch: Iterable[Incoming]) -> list[Entry]:
        """Store a batch, make it searchable and durable; return its ledger lines.

        The batch may be a generator: it is read while what came before is written, and only a bounded part of
        it is in memory. An error leaves every input either done and in the ledger, or to be done again: the same
        batch written again completes it.
        """
        return list(self.write_on(batch))

    def write_on(self, incoming: Iterable[Incoming]) -> Iterator[Entry]:
        """Write the inputs as they come; yield the ledger line of each once it is there."""
        with translated(self.cluster.where):
            self._writer = self._writer or Writer(self.cluster, self._loading)
            yield from self._writer.write(self._known.passing(incoming))

    def preparation(self) -> Prepare:
        """Return what can be done with a document in another process."""
        return prepare

    def close(self) -> None:
        """Make visible what was written, and leave the index as it was found."""
        if self._writer is not None:
            self._writer.close()
        self._loading.close()
        self.cluster.client.close()

    # -- reading --------------------------------------------------------------------------------------
    def search(self, query: Query) -> Results:
        """Return the page of hits, the exact total and the facets."""
        tree = compile_tree(self._verified(query).tree)
        selections = compile_selected(query.selected)
        fields = [named.facet(name) for name in query.facets]
        facets = FacetRequest(self.cluster, tree, selections, query.selected, query.top)
        asked = {name: aggregation.to_dict() for name, aggregation in facets.aggregations(fields).items()}
        narrowing = Q("bool", filter=list(selections.values())) if selections else None
        if narrowing is not None and not fields:
            tree, narrowing = Q("bool", must=[tree], filter=[narrowing]), None
        with self._reading():
            answer = page_of_hits(self.cluster, tree, query, narrowing, asked)
            wanted = wanted_of(query.tree)
            hits = []
            for found in answer["hits"]["hits"]:
                document = restore(found["_source"])
                hits.append(Hit(document["id"], found["_score"] or 0.0, document, snippets_of(document, wanted, query.context)))
            counted = tuple(facets.facet(field, answer["aggregations"][field.name]) for field in fields)
        return Results(answer["hits"]["total"]["value"], tuple(hits), counted)

    def pivot(self, query: Query, pivot: Pivot) -> list[PivotCell]:
        """Return the cells of a table of sums, or of counts, by two facet fields."""
        return pivot_cells(self.tabulate, query, pivot)

    def tabulate(self, query: Query, by: Sequence[str], sums: Sequence[tuple[str, ...]] = ()) -> list[Group]:
        """Group the documents that the query finds by fields, and sum figures in each group."""
        fields = [named.grouping(name) for name in by]
        figures = [tuple(named.measure(name) for name in names) for names in sums]
        with self._reading():
            return tabulate(self.cluster, self._narrowed(query), fields, figures)

    def export(self, query: Query, after: str = "") -> Iterator[Document]:
        """Yield every document the query finds, ordered by id, those behind `after`, in constant memory."""
        narrowed = self._narrowed(query).to_dict()
        hits = self._lazily(lambda: scan(self.cluster, self.cluster.name("reports"), narrowed, by="id", after=after))
        return (restore(hit["_source"]) for hit in hits)

    def state(self) -> str:
        """Return which index it is, how many documents each shard holds, and the sum of the numbers of their last changes."""
        with self._reading():
            return state_of(self.cluster)

    def columns(self, query: Query, names: Sequence[str]) -> Iterator[tuple[Value, ...]]:
        """Yield the values of those fields for every document the query finds."""
        fields = [named.column(name) for name in names]
        narrowed = self._narrowed(query).to_dict()
        return self._lazily(lambda: column_values(self.cluster, narrowed, fields))

    def _lazily(self, read: Callable[[], Iterator[T]]) -> Iterator[T]:
        with self._reading():
            yield from read()

    def request(self, query: Query) -> Mapping[str, Any]:
        """Return the body of the search that the cluster is asked; of near(…) the candidates."""
        return request_of(query)

    def get(self, id: str) -> Document | None:
        """Return a document, current or not, by its id or a unique beginning of it."""
        beginning = storable(id)
        if not beginning or len(beginning.encode()) > LONGEST_ID:
            return None
        with self._reading():
            lines = glance(self.cluster, [("history", beginning)])
            found = [line.source for line in lines.values()]
            if not found:
                query = {"prefix": {"id": {"value": beginning}}}
                answer = ask(self.cluster, index=self.cluster.name("history"), query=query, size=2, source=LINE)
                found = [hit["_source"] for hit in answer["hits"]["hits"]]
            if len(found) > 1:
                raise BadQuery(f"More than one id begins with “{beginning}”: give more of it.", beginning)
            return next(iter(self._bodies(found)), None)

    def history(self, report_key: str) -> list[Document]:
        """Return every document of the key, the current one first, the others by rank."""
        with self._reading():
            query = {"term": {"slot": slot_of({"report_key": report_key, "id": ""})}}
            hits = scan(self.cluster, self.cluster.name("history"), query, fields=LINE)
            lines = [hit["_source"] for hit in hits]
            lines.sort(key=lambda line: (line["rank"], line["id"]), reverse=True)
            current = {found.source["id"] for found in self._seats(lines).values()}
            lines.sort(key=lambda line: line["id"] not in current)
            return self._bodies(lines)

    def republished(self) -> Iterator[str]:
        """Yield each report key that several documents share."""
        return self._lazily(lambda: shared_keys(self.cluster))

    def ledger(self) -> Iterator[Entry]:
        """Yield the ledger, ordered by source."""
        with self._reading():
            for hit in scan(self.cluster, self.cluster.name("ledger"), {"match_all": {}}, by="source", size=5_000):
                line = hit["_source"]
                yield Entry(line["source"], Outcome(line["outcome"]), line.get("id"), line.get("reason"))

    def dump(self) -> Iterator[Incoming]:
        """Yield what was brought in, in an order in which it can be brought again."""
        with self._reading():
            yield from dump(self.cluster)

    def count(self) -> int:
        """Return the number of current documents."""
        with self._reading():
            answer = ask(self.cluster, index=self.cluster.name("reports"), size=0, track_total_hits=True)
            return int(answer["hits"]["total"]["value"])

    def _narrowed(self, query: Query) -> DslQuery:
        selections = list(compile_selected(query.selected).values())
        return Q("bool", filter=[compile_tree(self._verified(query).tree), *selections])

    def _verified(self, query: Query) -> Query:
        """Return the query with every condition that only the text decides replaced by the ids for which it holds."""

        def read(near: Near, tree: Tree) -> Iterator[Document]:
            asked = Q("bool", filter=[compile_tree(tree), compile_near(near)]).to_dict()
            with self._reading():
                for hit in scan(self.cluster, self.cluster.name("reports"), asked, fields=_TEXTS):
                    yield restore(hit["_source"])

        return self._near.resolved(query, read)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with translated(self.cluster.where):
            self._loading.show()
            yield

    def _seats(self, lines: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str], Found]:
        return glance(self.cluster, [("reports", line["slot"]) for line in lines])

    def _bodies(self, lines: Sequence[Mapping[str, Any]]) -> list[Document]:
        """Return the documents of lines of the history: the current ones lie in the index of reports."""
        seats = self._seats(lines)
        sitting = {found.source["id"]: place for place, found in seats.items()}
        places = [sitting.get(line["id"], ("history", line["id"])) for line in lines]
        found = fetch(self.cluster, places)
        documents: list[Document] = []
        for place in places:
            source = found[place].source if place in found else {}
            if place[0] == "reports":
                documents.append(restore(source))
            elif "document" in source:
                documents.append(source["document"])
        return documents


def check_format(index: Mapping[str, Any], where: str) -> None:
    """Raise SearchError for an index that was made by another version of gongkai."""
    ours = index["mappings"]["_meta"].get("gongkai")
    if ours is None:
        raise IndexMissing(f"The index at {where} was not made by gongkai: name another --index.")
    if ours["format"] != FORMAT:
        raise SearchError(
            f"The index at {where} has format {ours['format']}, this gongkai needs {FORMAT}: run `gongkai elasticsearch migrate`."
        )
