"""Several machines index at once, or one dies in the middle: what is current follows from the ledger alone."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from contract.documents import incoming, make_document
from servers.distribution import VERSIONS
from servers.indices import prefix_on

from gongkai.search.elasticsearch import ElasticsearchEngine
from gongkai.search.elasticsearch_connection import connect
from gongkai.search.elasticsearch_loading import refresh_interval
from gongkai.search.engine import Incoming, Outcome
from gongkai.search.query import Query
from gongkai.search.ranking import rank

OLDEST = next(iter(VERSIONS))
MACHINES, SOURCES, PAGES, KEYS, BATCHES = 3, 10, 14, 3, 10


@pytest.fixture
def where() -> Iterator[str]:
    """Empty indices on the run's server."""
    with prefix_on(OLDEST) as address:
        yield address


def page(number: int) -> dict[str, Any]:
    """Return one of the pages; several share a key, some have none."""
    chance = random.Random(number)
    key = None if number % 7 == 0 else f"key{number % KEYS}"
    return make_document(f"p{number}", report_key=key, published=f"2022-01-{chance.randint(1, 28):02}")


def check_current(engine: ElasticsearchEngine) -> None:
    """Assert that the greatest of each key's living documents is current, and nothing else is."""
    pages = {page(number)["id"]: page(number) for number in range(PAGES)}
    living = {entry.id for entry in engine.ledger() if entry.id}
    best: dict[str, dict[str, Any]] = {}
    for name in living:
        document = pages[name]
        slot = document["report_key"] or name
        best[slot] = max(best.get(slot, document), document, key=lambda one: (rank(one), one["id"]))
    assert {one["id"] for one in engine.export(Query())} == {one["id"] for one in best.values()}
    for name in living:
        assert engine.get(name) == pages[name]


def test_machines_that_index_at_once(where: str) -> None:
    failures: list[BaseException] = []

    def work(machine: int) -> None:
        chance = random.Random(f"machine {machine}")
        engine = ElasticsearchEngine(connect(where))
        try:
            for turn in range(BATCHES):
                batch = []
                for source in chance.sample(range(SOURCES), chance.randint(1, 8)):
                    digest = f"{machine} {turn}"
                    if chance.random() < 0.1:
                        batch.append(Incoming(f"s{source}", digest, "1", outcome=Outcome.NOT_A_REPORT))
                    else:  # the sources of the machines overlap: pages move between them, and disappear
                        batch.append(incoming(page(chance.randrange(PAGES)), source=f"s{source}", digest=digest))
                engine.write(batch)
        except BaseException as error:
            failures.append(error)
            raise
        finally:
            engine.close()

    threads = [threading.Thread(target=work, args=(machine,)) for machine in range(MACHINES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    engine = ElasticsearchEngine(connect(where))
    assert not [entry for entry in engine.ledger() if entry.outcome is Outcome.FAILED]
    check_current(engine)
    engine.close()


def test_two_machines_bring_the_same_pages(where: str) -> None:
    def work(machine: int) -> None:
        engine = ElasticsearchEngine(connect(where))
        numbers = list(range(PAGES))
        random.Random(machine).shuffle(numbers)
        for start in range(0, PAGES, 10):
            engine.write([incoming(page(number), source=f"{machine}/{number}") for number in numbers[start : start + 10]])
        engine.close()

    threads = [threading.Thread(target=work, args=(machine,)) for machine in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    engine = ElasticsearchEngine(connect(where))
    entries = list(engine.ledger())
    assert len(entries) == 2 * PAGES
    assert {entry.outcome for entry in entries} <= {Outcome.INDEXED, Outcome.DUPLICATE}
    check_current(engine)
    engine.close()


def test_an_indexer_that_is_killed_is_run_again(where: str, tmp_path: Path) -> None:
    lines = tmp_path / "reports.jsonl"
    documents = [make_document(f"k{n}", report_key=f"k{n}", sections={"overview": f"第{n}号" * 50}) for n in range(3_000)]
    lines.write_text("".join(json.dumps(document, ensure_ascii=False) + "\n" for document in documents))
    command = [sys.executable, "-m", "gongkai", "index", str(lines), "--index", where]
    engine = ElasticsearchEngine(connect(where))
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    end = time.monotonic() + 120
    while _lines_of_the_ledger(engine) < 500 and time.monotonic() < end and process.poll() is None:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    done = _lines_of_the_ledger(engine)
    assert 0 < done < 3_000
    assert engine.count() >= done - 1  # what the ledger says is searchable, though the index did not refresh by itself
    again = subprocess.run([*command, "--format", "json"], capture_output=True, text=True, check=True)
    summary = json.loads(again.stdout)
    assert summary["indexed"] + summary["unchanged"] == 3_000
    assert summary["unchanged"] >= done
    fresh = ElasticsearchEngine(connect(where))
    assert fresh.count() == 3_000
    assert len(list(fresh.ledger())) == 3_000
    assert refresh_interval(fresh.cluster) == "1s"  # put off while loading, put right at the end
    fresh.close()
    engine.close()


def _lines_of_the_ledger(engine: ElasticsearchEngine) -> int:
    client, name = engine.cluster.client, engine.cluster.name("ledger")
    client.indices.refresh(index=name)
    return int(client.count(index=name)["count"])
