"""What can a program ask? Pages are read by `parse`, an index is opened by `open_index`; both are in `gongkai` itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from gongkai.errors import BadQuery, GongkaiError, ParseError
from gongkai.report import Document, NotAReport, Report
from gongkai.search.chosen import values_of
from gongkai.search.engine import Engine, open_engine
from gongkai.search.query import Query
from gongkai.search.results import Facet, Results
from gongkai.search.syntax import parse_query
from gongkai.search.syntax_fields import field_called, short

if TYPE_CHECKING:
    from gongkai.indexer.inputs.sources import Input
    from gongkai.indexer.pipeline import Summary
    from gongkai.search.crosstab import Table

__all__ = ["Index", "Rows", "open_index", "parse"]

Names = str | Sequence[str]
"""Names of fields or statistics: one, or several."""

Chosen = str | int | Iterable[str | int]
"""A value of a facet, or several: OR."""


def parse(*pages: str | Path | bytes, on_error: Callable[[ParseError], object] | None = None) -> Iterator[Report | NotAReport]:
    """Read pages, one at a time, in this process: files, folders, archives, or the bytes of one page.

    A page that is no annual report says why. One that cannot be read raises ParseError, which ends the reading; with
    `on_error` it is called with that error, and the next page is read. Raises ParseError for a path where nothing is.
    """
    for page in pages:
        if not isinstance(page, str | Path | bytes):
            raise ParseError(f"parse takes paths, or the bytes of a page; {short(repr(page))} is neither.")
        if not isinstance(page, bytes) and not os.path.exists(page):  # noqa: PTH110 — of a long name Path.exists raises
            raise ParseError(f"There is no file or folder {page}.")
    return _read(pages, on_error)


def _read(pages: Sequence[str | Path | bytes], on_error: Callable[[ParseError], object] | None) -> Iterator[Report | NotAReport]:
    from gongkai.indexer.inputs.sources import Sources
    from gongkai.indexer.page import Source

    for page in pages:
        for item in (Source(page, "bytes"),) if isinstance(page, bytes) else Sources([str(page)]):
            try:
                found = _reports_of(item)
            except ParseError as error:
                told = ParseError(f"{item.origin}: {error}")
                if on_error is None:
                    raise told from error
                on_error(told)
            else:
                yield from found


def _reports_of(item: Input) -> list[Report | NotAReport]:
    from gongkai.indexer.inputs.sources import Ready, Unreadable
    from gongkai.indexer.parse import parse_source

    if isinstance(item, Unreadable):
        raise ParseError(item.reason)
    if isinstance(item, Ready):
        raise ParseError("is a line of `gongkai parse`, read already: json.loads gives it.")
    return parse_source(item)


def open_index(where: str | Path | None = None, *, create: bool = False) -> Index:
    """Open an index: a folder, `http(s)://host:port/prefix`, or the one that the command line uses.

    Raises IndexMissing when there is none and it is not to be made.
    """
    from gongkai.search.default_index import default_index

    if not isinstance(where, str | Path | None):
        raise GongkaiError(f"open_index takes a folder or a URL; {short(repr(where))} is neither.")
    return Index(open_engine(str(where or default_index()), create=create))


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows under the names of fields; null is what a report does not print."""

    columns: tuple[str, ...]
    rows: list[list[Any]]

    def to_pandas(self) -> Any:
        """Return a pandas.DataFrame. GongkaiError without pandas."""
        from gongkai.search.render_pandas import frame_of

        return frame_of(self.columns, self.rows)


class Index:
    """An open index; with a `with` statement it is closed.

    Every method takes a query as it is typed on the command line, and a keyword a facet field: `year=2024`,
    `year="2021..2025"` or `range(2021, 2026)`, `level=["county", "乡级"]`; several values: OR, several fields: AND.
    Raises BadQuery.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    def __enter__(self) -> Index:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __len__(self) -> int:
        """Return the number of current reports."""
        return self.engine.count()

    def close(self) -> None:
        """Close the index."""
        self.engine.close()

    def add(self, *paths: str | Path, workers: int = 1) -> Summary:
        """Bring files, folders, archives or JSON lines into the index; return how many came to which end."""
        from gongkai.indexer.inputs.sources import Sources
        from gongkai.indexer.pipeline import index_inputs

        for path in paths:
            if not isinstance(path, str | Path):
                raise GongkaiError(f"add takes paths; {short(repr(path))} is none.")
            if not os.path.exists(path):  # noqa: PTH110
                raise GongkaiError(f"There is no file or folder {path}.")
        return index_inputs(Sources([str(path) for path in paths], absolute=True), self.engine, workers=workers)

    def search(
        self,
        query: str = "",
        *,
        facets: Names = (),
        sort: str = "relevance",
        offset: int = 0,
        limit: int = 10,
        context: int = 40,
        words: bool = False,
        **chosen: Chosen,
    ) -> Results:
        """Return the total, a page of hits with their passages, and the facets that are named."""
        names = tuple(map(_facet, _listed(facets)))
        sort = _text("sort", sort)
        order = sort if sort == "relevance" else f"{'-' * sort.startswith('-')}{field_called(sort.removeprefix('-')).name}"
        return self.engine.search(
            _query(query, chosen, words=words, facets=names, sort=order, offset=offset, limit=limit, context=context)
        )

    def count(self, query: str = "", **chosen: Chosen) -> int:
        """Return how many reports the query finds."""
        return self.engine.search(_query(query, chosen, limit=0)).total

    def facet(self, field: str, query: str = "", *, top: int | None = None, **chosen: Chosen) -> Facet:
        """Return the values of one field among the reports found, the commonest first."""
        return self.engine.search(_query(query, chosen, facets=(_facet(field),), top=top, limit=0)).facets[0]

    def pivot(
        self,
        rows: Names,
        columns: str | None = None,
        measure: str | None = None,
        query: str = "",
        *,
        show: Names = "value",
        totals: bool = False,
        **chosen: Chosen,
    ) -> Table:
        """Return sums of a figure, a share, or numbers of reports, by one or two row fields and one column field."""
        from gongkai.search.crosstab import Crosstab, crosstab
        from gongkai.search.crosstab_names import axis_called, measure_called, shows_called

        down = tuple(map(axis_called, _listed(rows)))
        across = axis_called(_text("columns", columns)) if columns else None
        summed = measure_called(None if measure is None else _text("measure", measure))
        asked = Crosstab(down, across, summed, shows_called(_listed(show)), totals)
        return crosstab(self.engine, _query(query, chosen), asked)

    def rows(self, fields: Names = (), query: str = "", *, shape: str = "wide", **chosen: Chosen) -> Rows:
        """Return what `gongkai export` writes: a row a report (wide) or a row a figure (long), in these fields."""
        from gongkai.search.export_rows import layout_of, rows_of

        layout = layout_of(_text("shape", shape), "csv", _listed(fields))
        found = [row for document in self.reports(query, **chosen) for row in rows_of(document, layout)]
        return Rows(tuple(field.name for field in layout.columns), found)

    def reports(self, query: str = "", **chosen: Chosen) -> Iterator[Document]:
        """Yield every report found as a line of `gongkai parse`, by id, in constant memory."""
        return self.engine.export(_query(query, chosen))

    def get(self, id: str) -> Document | None:
        """Return one report by its id or a unique beginning of it."""
        return self.engine.get(_text("get", id))


def _listed(names: Names) -> Sequence[str]:
    listed = (names,) if isinstance(names, str) else tuple(names) if isinstance(names, Iterable) else (names,)
    if not all(isinstance(one, str) for one in listed):
        raise BadQuery(f"A name or several are texts; {short(repr(names))} is none.")
    return listed


def _text(name: str, value: object) -> str:
    """Return a text; BadQuery, which says what it is for, when it is something else."""
    if not isinstance(value, str):
        raise BadQuery(f"{name} takes a text; {short(repr(value))} is none.")
    return value


def _query(text: str, chosen: Mapping[str, Chosen], *, words: bool = False, **wanted: Any) -> Query:
    selected = {_facet(name): _values(name, values) for name, values in chosen.items()}
    for name in wanted.keys() & {"offset", "limit", "context", "top"}:
        number = wanted[name]
        if number is not None and (not isinstance(number, int) or number < 0):
            raise BadQuery(f"{name} takes a whole number, 0 or more; {short(repr(number))} is none.")
    return Query(parse_query(_text("A query", text), words=words), selected, **wanted)


def _facet(name: str) -> str:
    field = field_called(_text("A facet", name))
    if not field.facet:
        raise BadQuery(f"{field.name} is no facet; `gongkai fields --facets` lists them.")
    return field.name


def _values(name: str, values: Chosen) -> tuple[str | int, ...]:
    field = field_called(name)
    many = (values,) if isinstance(values, str | int) else values
    if not (isinstance(many, Iterable) and all(isinstance(one, str | int) for one in many)):
        raise BadQuery(f"{name} takes a text, a whole number, or several of them; {short(repr(values))} is none.")
    if not (found := values_of(field, map(str, many))):
        raise BadQuery(f"{name} is to be one of no values: leave it out to find all reports.")
    return found
