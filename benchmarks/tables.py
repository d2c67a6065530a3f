"""Tables and exports, beside raw tantivy aggregations of the same numbers and a bare reading of the store."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import tantivy

from benchmarks.indexing import index_at
from benchmarks.measuring import Row, best_of
from gongkai.mappings.form import APPLICANTS, OUTCOMES
from gongkai.search.crosstab import Crosstab, crosstab
from gongkai.search.embedded import EmbeddedEngine
from gongkai.search.export_file import Request, Text, export_file
from gongkai.search.export_rows import layout_of
from gongkai.search.packing import unpack
from gongkai.search.query import Query

__all__ = ["tables"]

FIGURE = "requests.received.total"
CELLS = tuple(f"requests.{leaf}.{who.key}" for leaf in OUTCOMES for who in APPLICANTS)


def tables(count: int) -> list[Row]:
    """Return the rows for an index of so many reports."""
    folder = index_at(count)
    engine = EmbeddedEngine.open(folder)
    (place,) = folder.glob("search-*")
    raw = tantivy.Index.open(str(place)).searcher()
    one = best_of(5, lambda: crosstab(engine, Query(), Crosstab(("province",), "year", FIGURE)))
    all_of_them = best_of(3, lambda: crosstab(engine, Query(), Crosstab(("outcome", "applicant"), "year")))
    rows = [
        _row(f"figure by province × year, {count:,}", one, "raw tantivy", best_of(5, lambda: _raw_figure(raw)), "≤ 1.5"),
        _row(
            f"21 outcomes × 7 applicants by year, {count:,}", all_of_them, "raw tantivy", best_of(3, lambda: _raw_all(raw)), "≤ 2"
        ),
    ]
    read = best_of(2, lambda: _read(folder, is_unpacked=True))
    for form, shape in (("jsonl", "wide"), ("csv", "wide"), ("csv", "long")):
        written = best_of(2, lambda form=form, shape=shape: _export(engine, form, shape))
        aim = "≤ 1.43" if (form, shape) == ("jsonl", "wide") else "–"
        rows.append(_row(f"export {form} {shape}, {count:,}", written, "the store read and unpacked", read, aim))
    rows.append(
        _row(
            f"export jsonl wide, {count:,}",
            best_of(2, lambda: _export(engine, "jsonl", "wide")),
            "the store read",
            _bare(folder),
            "–",
        )
    )
    engine.close()
    return rows


def _row(what: str, ours: float, beside: str, theirs: float, aim: str) -> Row:
    return Row(what, f"{ours * 1000:.1f} ms", beside, f"{theirs * 1000:.1f} ms", ours / theirs, aim)


def _raw_figure(searcher: tantivy.Searcher) -> object:
    sums = {"columns": {"terms": {"field": "year", "size": 1000}, "aggs": {"sum": {"stats": {"field": FIGURE}}}}}
    return searcher.aggregate(tantivy.Query.all_query(), {"rows": {"terms": {"field": "province", "size": 1000}, "aggs": sums}})


def _raw_all(searcher: tantivy.Searcher) -> object:
    sums = {name: {"stats": {"field": name}} for name in CELLS}
    return searcher.aggregate(tantivy.Query.all_query(), {"rows": {"terms": {"field": "year", "size": 1000}, "aggs": sums}})


def _read(folder: Path, *, is_unpacked: bool) -> int:
    """Read every document that is current, in the order of ids, and do nothing with it."""
    db = sqlite3.connect(f"{(folder / 'store.sqlite').absolute().as_uri()}?mode=ro", uri=True)
    select = "SELECT document FROM documents JOIN contents USING (no) WHERE current ORDER BY id"
    size = 0
    for (packed,) in db.execute(select):
        size += len(unpack(packed)) if is_unpacked else len(packed)
    db.close()
    return size


def _bare(folder: Path) -> float:
    return best_of(2, lambda: _read(folder, is_unpacked=False))


def _export(engine: EmbeddedEngine, form: str, shape: str) -> None:
    def follow(documents: Iterator[Text], _done: int) -> Iterator[Text]:
        return documents

    request = Request({}, form, layout_of(shape, form, []), "", "embedded")
    export_file(engine, Query(), request, Path(tempfile.gettempdir()) / f"gongkai-bench.{form}", follow, lambda _: None)
