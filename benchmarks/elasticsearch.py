"""Elasticsearch, beside the bare client: the same documents, the same requests, on the server of the tests.

What a field costs is measured by leaving it out.
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from click.testing import CliRunner

from benchmarks.corpus import json_lines
from benchmarks.measuring import Row, best_in_turns
from gongkai.cli import cli
from gongkai.mappings.elasticsearch import Layout, reports_index
from gongkai.search.crosstab import Crosstab, crosstab
from gongkai.search.elasticsearch import ElasticsearchEngine
from gongkai.search.elasticsearch_admin import OTHERS, init
from gongkai.search.elasticsearch_connection import THREADS, Cluster, connect
from gongkai.search.elasticsearch_document import slot_of, to_json, to_source
from gongkai.search.elasticsearch_write import TOGETHER
from gongkai.search.query import Phrase, Pivot, Query

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from servers.distribution import VERSIONS
from servers.server import Server

__all__ = ["elasticsearch"]

LAYOUT = Layout(replicas="0", figures="none")
RUNS = 2
FEW = 300  # lines that start all processes of ours
OF_FIELDS = 2_000  # documents by which the cost of fields is told
FACETS = ("province", "year", "level", "kind", "form")
Body = dict[str, Any]


def elasticsearch(count: int) -> list[Row]:
    """Return the rows, on servers that are started for them."""
    path = json_lines(count)
    with _server() as url:
        rows = _indexing(url, path, count, "on the same cores")
        rows += _asking(f"{url}/ours", count)
        rows += _parts(f"{url}/ours", count)
        rows += _fields(url, path, count)
    if hasattr(os, "sched_setaffinity") and len(os.sched_getaffinity(0)) > 1:
        with _server_apart() as url:
            rows[3:3] = _indexing(url, path, count, "on cores of its own")
    return rows


@contextmanager
def _server() -> Iterator[str]:
    server = Server(VERSIONS["8.19"], for_speed=True).start()
    try:
        yield server.url
    finally:
        server.stop()


@contextmanager
def _server_apart() -> Iterator[str]:
    """Yield the url of a server that has half of the cores; this process and its children have the others.

    A cluster is seldom on the machine that reads: here it does not lose the time that our part of the work takes.
    """
    cores = os.sched_getaffinity(0)
    its_own = set(sorted(cores)[: len(cores) // 2])
    try:
        os.sched_setaffinity(0, its_own)
        with _server() as url:
            os.sched_setaffinity(0, cores - its_own)
            yield url
    finally:
        os.sched_setaffinity(0, cores)


# -- indexing -----------------------------------------------------------------------------------------
def _warm(url: str, path: Path) -> None:
    """Let the server compile what is measured afterwards."""
    with _index(url, "warm", lambda body: body) as (cluster, name):
        _post(cluster, name, _serialised(path, 2_000))


def _indexing(url: str, path: Path, count: int, cores: str) -> list[Row]:
    """Return the rows of the shortest time of ours, as a process of its own, and of the bare client; they take turns.

    Beside the reports alone, and beside all the lines that ours writes: a report has one in the history and one in the ledger.
    The bare client is there already; what our process takes to start is told apart, or it would count for more the fewer there are.
    """
    _warm(url, path)
    reports, lines, few = _serialised(path), _sent(f"{url}/ours", path), json_lines(FEW)
    ours: list[float] = []
    begun: list[float] = []
    alone: list[float] = []
    raw: list[float] = []
    for _ in range(RUNS):
        with _index(url, "raw", lambda body: body) as (cluster, name):
            alone.append(_post(cluster, name, reports))
        cluster = _anew(f"{url}/ours")
        raw.append(_post(cluster, f"{cluster.prefix}-*", lines))
        begun.append(_timed_process(few, _anew(f"{url}/ours").where))
        ours.append(_timed_process(path, _anew(f"{url}/ours").where))
    each = (min(ours) - min(begun)) / (count - FEW)
    besides = {"the same reports": alone, "the same reports, lines of history and of ledger": raw}
    rows = [
        Row(
            f"index {count:,} lines of parse, Elasticsearch {cores}, start aside",
            f"{1 / each:,.0f}/s",
            f"{what}, serialised beforehand, by {THREADS} threads",
            f"{count / min(bare):,.0f}/s",
            min(bare) / (each * count),
            "≥ 0.9",
        )
        for what, bare in besides.items()
    ]
    start = min(begun) - FEW * each
    return [*rows, Row(f"its start, {cores}", f"{start:.1f} s", f"with it {count / min(ours):,.0f}/s", "", None, "")]


def _anew(where: str) -> Cluster:
    """Return a cluster with indices made anew."""
    cluster = connect(where)
    cluster.client.indices.delete(index=f"{cluster.prefix}-*")
    init(cluster, LAYOUT)
    return cluster


def _sent(where: str, path: Path) -> list[bytes]:
    """Return the bodies of the requests with which ours writes all of its lines."""
    client, bodies = type(_anew(where).client), []
    original = client.bulk

    def record(self: Any, *, operations: Sequence[str | bytes], **given: Any) -> Any:
        bodies.append(b"".join(line.encode() + b"\n" if isinstance(line, str) else line + b"\n" for line in operations))
        return original(self, operations=operations, **given)

    with patch.object(client, "bulk", record):
        CliRunner().invoke(cli, ["index", str(path), "--index", where], catch_exceptions=False)
    return bodies


def _timed_process(path: Path, where: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "gongkai", "index", str(path), "--index", where], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def _serialised(path: Path, most: int | None = None) -> list[bytes]:
    """Return the requests' bodies."""
    lines: Iterator[str] = itertools.islice(path.open(encoding="utf-8"), most)
    bodies = []
    while part := list(itertools.islice(lines, TOGETHER)):
        documents = [json.loads(line) for line in part]
        bodies.append(
            b"".join(to_json({"index": {"_id": slot_of(one)}}) + b"\n" + to_json(to_source(one)) + b"\n" for one in documents)
        )
    return bodies


def _post(cluster: Cluster, name: str, bodies: Sequence[bytes]) -> float:
    """Post the bodies by as many threads as ours; return the seconds until all can be searched. Lines for several indices name theirs."""
    client = cluster.client
    client.indices.put_settings(index=name, settings={"index.refresh_interval": "-1"})
    target = None if name.endswith("*") else name
    started = time.perf_counter()
    with ThreadPoolExecutor(THREADS) as threads:
        for answer in threads.map(lambda body: client.bulk(index=target, operations=body), bodies):
            assert not answer["errors"]
    client.indices.refresh(index=name)
    return time.perf_counter() - started


@contextmanager
def _index(url: str, prefix: str, change: Callable[[Body], Body]) -> Iterator[tuple[Cluster, str]]:
    """Yield an index of reports whose body was changed, and remove it."""
    cluster = connect(f"{url}/{prefix}")
    name = f"{prefix}-reports-x"
    cluster.client.indices.create(index=name, **change(reports_index(name, LAYOUT, {})))
    try:
        yield cluster, name
    finally:
        cluster.client.indices.delete(index=name)


# -- asking -------------------------------------------------------------------------------------------
def _asking(where: str, count: int) -> list[Row]:
    engine = ElasticsearchEngine.open(where)
    engine.cluster.client.indices.forcemerge(index=engine.cluster.name("reports"), max_num_segments=1)
    questions: dict[str, Callable[[], object]] = {
        "phrase": lambda: engine.search(Query(Phrase("三审三校"))),
        "phrase + 5 facets": lambda: engine.search(Query(Phrase("三审三校"), facets=FACETS)),
        "sum by year × province": lambda: engine.pivot(Query(), Pivot("year", "province", "requests.received.total")),
        "21 outcomes by year": lambda: engine.pivot(Query(), Pivot("outcome", "year")),
        "21 outcomes × 7 applicants by year": lambda: crosstab(engine, Query(), Crosstab(("outcome", "applicant"), "year")),
    }
    rows = []
    for what, ask in questions.items():
        requests = _recorded(engine, ask)
        ours, bare = best_in_turns(50, ask, lambda requests=requests: [engine.cluster.client.search(**one) for one in requests])
        rows.append(
            Row(
                f"{what}, {count:,} on Elasticsearch",
                f"{ours * 1e3:.1f} ms",
                "the same request",
                f"{bare * 1e3:.1f} ms",
                ours / bare,
                "≤ 2" if "applicants" in what else "≤ 1.3",
            )
        )
    rows.append(_exporting(engine, count))
    engine.close()
    return rows


def _exporting(engine: ElasticsearchEngine, count: int) -> Row:
    """Return the row of reading all documents, beside the same pages of hits by the bare client."""
    requests = _recorded(engine, lambda: deque(engine.export(Query()), maxlen=0))

    def bare() -> None:
        client = engine.cluster.client
        pit, last = client.open_point_in_time(index=engine.cluster.name("reports"), keep_alive="5m")["id"], None
        for request in requests:
            answer = client.search(**{**request, "pit": {"id": pit, "keep_alive": "5m"}, "search_after": last})
            pit, last = answer["pit_id"], (answer["hits"]["hits"] or [{"sort": None}])[-1]["sort"]
        client.close_point_in_time(id=pit)

    ours, theirs = best_in_turns(2, lambda: deque(engine.export(Query()), maxlen=0), bare)
    return Row(
        f"export, {count:,} on Elasticsearch",
        f"{count / ours:,.0f}/s",
        "the same pages of hits",
        f"{count / theirs:,.0f}/s",
        ours / theirs,
        "–",
    )


def _recorded(engine: ElasticsearchEngine, ask: Callable[[], object]) -> list[Body]:
    """Return the requests that a question makes."""
    client, recorded = engine.cluster.client, []
    original = client.search

    def record(**body: Any) -> Any:
        recorded.append(body)
        return original(**body)

    with patch.object(client, "search", record):
        ask()
    return recorded


# -- what it costs ------------------------------------------------------------------------------------
def _parts(where: str, count: int) -> list[Row]:
    cluster = connect(where)
    rows = []
    for kind in ("reports", *OTHERS):
        size = _bytes(cluster, cluster.name(kind))
        rows.append(Row(f"bytes a report, {kind}", f"{size / count:,.0f} B", "", "", None, ""))
    return rows


def _fields(url: str, path: Path, count: int) -> list[Row]:
    """Return rate and size with both kinds of text field, with one of them, with none."""
    most = min(count, OF_FIELDS)
    bodies = _serialised(path, most)
    variants = {
        "smartcn + exact": (True, True),
        "exact only": (False, True),
        "smartcn only": (True, False),
        "neither": (False, False),
    }
    rows = []
    for what, (words, exact) in variants.items():
        with _index(url, "fields", lambda body, words=words, exact=exact: _without(body, words=words, exact=exact)) as (
            cluster,
            name,
        ):
            seconds = _post(cluster, name, bodies)
            cluster.client.indices.forcemerge(index=name, max_num_segments=1)
            size = _bytes(cluster, name)
        rows.append(
            Row(f"fields of {most:,}: {what}", f"{most / seconds:,.0f}/s", "", f"{size / most:,.0f} B a report", None, "")
        )
    return rows


def _without(body: Body, *, words: bool, exact: bool) -> Body:
    properties = body["mappings"]["properties"]
    if not words:
        for holder in (properties, properties["sections"]["properties"]):
            for name, field in holder.items():
                if field.get("analyzer") == "smartcn":
                    holder[name] = {"type": "text", "index": False}
    if not exact:
        for name in properties["exact"]["properties"]:
            properties["exact"]["properties"][name] = {"type": "text", "index": False}
    return body


def _bytes(cluster: Cluster, name: str) -> int:
    cluster.client.indices.flush(index=name)
    cluster.client.indices.forcemerge(index=name, max_num_segments=1)
    time.sleep(1.5)  # what was merged away is removed
    stats = cluster.client.indices.stats(index=name, metric="store")
    return int(stats["_all"]["primaries"]["store"]["size_in_bytes"])
