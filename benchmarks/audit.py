"""Coverage and checks across years, beside the raw tantivy aggregation that yields the same numbers, ungrouped and unjudged.

Run it alone: `python -m benchmarks.audit [100000]`. The index is kept in .cache/bench.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import tantivy
from tantivy import FieldType, Occur

from benchmarks.corpus import CACHE, base_documents
from benchmarks.measuring import Row, best_of, table
from gongkai.audit.coverage import Grid, coverage, publications
from gongkai.audit.rosters.roster import from_corpus
from gongkai.audit.rows import rows_in
from gongkai.audit.years import FIGURES, across_years
from gongkai.indexer.gazetteer.jurisdiction import lasting_place
from gongkai.mappings.form import APPLICANTS
from gongkai.mappings.tantivy import NUMBER, schema
from gongkai.search.embedded import EmbeddedEngine
from gongkai.search.engine import Incoming
from gongkai.search.query import Query

__all__ = ["auditing"]

YEARS = range(2019, 2026)
_BATCH = 2_000
_PART = 20_000  # documents an aggregation: tantivy allows 65,000 buckets in one


def auditing(count: int) -> list[Row]:
    """Return the rows for so many reports of agencies over seven years."""
    folder = _index(count)
    engine = EmbeddedEngine.open(folder)
    (place,) = folder.glob("search-*")
    raw = tantivy.Index.open(str(place)).searcher()
    days = {"reports": _terms("id", {"day": {"min": {"field": "published"}}})}
    sums = {name: {"stats": {"field": name}} for name in FIGURES}
    rows = []
    for what, ours, beside, asked in (
        ("coverage", _coverage, "raw aggregation agency × year × id, day", days),
        ("across years", _years, f"raw aggregation agency × year, {len(sums)} sums", sums),
    ):
        mine, theirs = best_of(3, partial(ours, engine)), best_of(3, partial(_raw, raw, count, asked))
        rows.append(Row(f"{what}, {count:,} reports", f"{mine:.2f} s", beside, f"{theirs:.2f} s", mine / theirs, "≤ 3"))
    engine.close()
    return rows


def _coverage(engine: EmbeddedEngine) -> Grid:
    rows = list(rows_in(engine, Query(), lasting_place))
    days = publications(engine, (row.report_key for row in rows))
    return coverage(from_corpus(rows), YEARS, days, today=date(2026, 6, 1))


def _years(engine: EmbeddedEngine) -> object:
    return across_years(rows_in(engine, Query(), lasting_place, FIGURES))


def _raw(searcher: tantivy.Searcher, count: int, asked: dict[str, Any]) -> object:
    request = {"agencies": _terms("agency", {"years": _terms("year", asked)})}
    answers = []
    for low in range(1, count + 1, _PART):
        inside = tantivy.Query.range_query(schema(), NUMBER, FieldType.Integer, low, low + _PART - 1)
        answers.append(searcher.aggregate(tantivy.Query.boolean_query([(Occur.Must, inside)]), request))
    return answers


def _terms(field: str, inner: dict[str, Any]) -> dict[str, Any]:
    return {"terms": {"field": field, "size": 65_000, "segment_size": 65_000}, "aggs": inner}


# -- the corpus ---------------------------------------------------------------------------------------
def _index(count: int) -> Path:
    folder = CACHE / f"audit-{count}.index"
    part = folder.with_suffix(".part")
    if not folder.exists():
        shutil.rmtree(part, ignore_errors=True)
        engine = EmbeddedEngine.open(part, create=True)
        batch: list[Incoming] = []
        for document in _documents(count):
            batch.append(Incoming(document["source"], document["id"], "1", document))
            if len(batch) == _BATCH:
                engine.write(batch)
                batch = []
        engine.write(batch)
        engine.close()
        part.rename(folder)
    return folder


def _documents(count: int) -> Iterator[dict[str, Any]]:
    """Yield reports without text, seven years an agency, whose carried figures agree but for one in fifty."""
    base = [document for document in base_documents() if document["agency"] and document["adcode"]]
    for number in range(count):
        agency, year = divmod(number, len(YEARS))
        chance = random.Random(agency)
        about, numbers = base[agency % len(base)], base[(number * 7) % len(base)]
        name = f"{about['agency']}{agency}"
        carried = {f"requests.carried_over.{column.key}": chance.randrange(9) for column in APPLICANTS}
        forward = {
            f"requests.carried_forward.{column.key}": carried[f"requests.carried_over.{column.key}"] for column in APPLICANTS
        }
        if number % 50 == 0:
            forward["requests.carried_forward.total"] += 1
        yield about | {
            "id": f"{number:024x}",
            "source": f"{number}.html",
            "agency": name,
            "year": YEARS[year],
            "published": f"{YEARS[year] + 1}-{1 + number % 3:02}-15",
            "report_key": f"{about['adcode']}/{name}/agency/{YEARS[year]}",
            "sections": {},
            "findings": [],
            "figures": numbers["figures"] | carried | forward,
            "states": {},
        }


if __name__ == "__main__":
    print(table(auditing(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)))
