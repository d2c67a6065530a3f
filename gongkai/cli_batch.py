"""`gongkai search --queries`: many queries, one table of counts, and a file of reports each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from gongkai.cli_export import write_reports
from gongkai.cli_messages import print_note
from gongkai.cli_output import print_answer
from gongkai.errors import BadQuery, GongkaiError
from gongkai.mappings.fields import field_label
from gongkai.search.engine import Engine
from gongkai.search.query import AllOf, Query
from gongkai.search.reasons import why_nothing
from gongkai.search.render import Sheet
from gongkai.search.render_results import facets_json
from gongkai.search.results import Facet, Results
from gongkai.search.syntax import parse_query
from gongkai.search.typed_tables import table_rows, text_of

__all__ = ["Named", "queries_in", "run_queries"]

_HEADINGS = {"query", "检索式", "查询", "检索词"}  # second cells of a first line that is no query
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')  # of the name of a file, on any system
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|(COM|LPT)[0-9¹²³])(\..*)?", re.IGNORECASE)  # names of devices on Windows
_LONGEST = 200  # bytes of the name of a file: systems take 255, an export in the making has a longer name


@dataclass(frozen=True, slots=True)
class Named:
    """A query with the name that its line gives it."""

    name: str
    text: str


def run_queries(engine: Engine, around: Query, file: IO[bytes], folder: Path | None, shape: str, *, words: bool) -> int:
    """Print how many reports each query finds, by facets; return the total of all. Raises GongkaiError.

    With `top` a facet has the values that are the commonest over all queries together: one column means one value.
    """
    named = queries_in(file.read())
    queries = [_within(around, one, number, words=words) for number, one in enumerate(named, 1)]
    results = _cut([engine.search(replace(query, limit=0, offset=0, top=None)) for query in queries], around.top)
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        for one, query in zip(named, queries, strict=True):
            write_reports(engine, query, folder / f"{_file_name(one.name)}.csv")
    answer = [
        {"name": one.name, "query": one.text, "total": found.total, "facets": facets_json(found.facets)}
        for one, found in zip(named, results, strict=True)
    ]
    print_answer(shape, answer, answer, [_table(named, results)])
    for one, query, found in zip(named, queries, results, strict=True):
        if not found.total:
            print_note(f"“{one.name[:40]}”: {why_nothing(engine, query)}")
    return sum(found.total for found in results)


def queries_in(content: bytes) -> list[Named]:
    """Return the queries of a CSV file: UTF-8, or what Excel writes in China. Raises GongkaiError with the line."""
    found: dict[str, Named] = {}
    for place, (number, row) in enumerate(table_rows(text_of(content), "The queries")):
        cells = [cell.strip() for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        if not cells or (place == 0 and cells[-1].lower() in _HEADINGS):
            continue
        if len(cells) == 1 and len(row) > 1:
            raise GongkaiError(f"Line {number} of the queries has no query behind the name “{cells[0][:40]}”.")
        if len(cells) > 2:
            raise GongkaiError(f"Line {number} of the queries has {len(cells)} cells: put quotes around a query with commas.")
        one = Named(cells[0], cells[-1])
        if _file_name(one.name).lower() in found:
            raise GongkaiError(f"Line {number} of the queries: the name “{one.name[:40]}” is there already.")
        found[_file_name(one.name).lower()] = one
    if not found:
        raise GongkaiError("There is no query in the file: write a name, a comma and a query on each line.")
    return list(found.values())


def _within(around: Query, one: Named, number: int, *, words: bool) -> Query:
    """Return the query of a line, narrowed by what was asked for all of them."""
    try:
        tree = parse_query(one.text, words=words)
    except BadQuery as error:
        raise BadQuery(f"Query {number}, “{one.name[:40]}”: {error}", error.text, error.position) from None
    parts = tuple(part for part in (around.tree, tree) if part != AllOf())
    return replace(around, tree=parts[0] if len(parts) == 1 else AllOf(parts))


def _file_name(name: str) -> str:
    """Return the name as that of a file: it stays in its folder, whatever it says."""
    fit = _UNFIT.sub("_", name).strip(" .")
    cut = fit.encode()[:_LONGEST].decode(errors="ignore").strip(" .") or "_"
    return f"_{cut}" if _RESERVED.fullmatch(cut) else cut


def _cut(results: Sequence[Results], top: int | None) -> list[Results]:
    """Return the results with only the `top` commonest values of each facet, and those that are selected."""
    if top is None:
        return list(results)
    counts: dict[str, Counter[str | int]] = {}
    for facet in (facet for found in results for facet in found.facets):
        counts.setdefault(facet.field, Counter()).update({bucket.value: bucket.count for bucket in facet.buckets})
    kept = {field: {value for value, _ in counted.most_common(top)} for field, counted in counts.items()}

    def fewer(facet: Facet) -> Facet:
        wanted = kept[facet.field]
        return replace(facet, buckets=tuple(one for one in facet.buckets if one.selected or one.value in wanted))

    return [replace(found, facets=tuple(map(fewer, found.facets))) for found in results]


def _table(named: Sequence[Named], results: Sequence[Results]) -> Sheet:
    """Return a row a query: its total, and its count under each value of each facet."""
    columns = list(dict.fromkeys(column for found in results for column, _ in _columns(found.facets)))
    fields = list(dict.fromkeys(field for field, _, _ in columns))
    columns.sort(key=lambda column: (fields.index(column[0]), column[1]))
    headings = [label if len(fields) == 1 else f"{field_label(field)} {label}" for field, _, label in columns]
    rows: list[tuple[Any, ...]] = []
    for one, found in zip(named, results, strict=True):
        counts = dict(_columns(found.facets))
        rows.append((one.name, one.text, found.total, *(counts.get(column, 0) for column in columns)))
    return Sheet(("名称", "检索式", "篇数", *headings), rows, frozenset(range(2, 3 + len(columns))), frozenset({1}))


def _columns(facets: Sequence[Facet]) -> Iterator[tuple[tuple[str, str | int, str], int]]:
    """Yield (field, value, label) → count of every bucket."""
    for facet in facets:
        for bucket in facet.buckets:
            yield (facet.field, bucket.value, bucket.label), bucket.count
