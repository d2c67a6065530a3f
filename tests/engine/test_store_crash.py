"""A writer killed at any moment loses nothing that it reported as done, and doubles nothing."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from contract.documents import make_document
from folders import ROOT, TESTS

from gongkai.search.embedded import EmbeddedEngine
from gongkai.search.engine import Incoming, Outcome
from gongkai.search.query import Phrase, Pivot, Query

KILLS = 20
INPUTS, BATCH, AHEAD = 320, 4, 2
assert KILLS * (2 + AHEAD) <= INPUTS // BATCH
SEED = 7
GRANTED = "requests.granted.total"


def inputs() -> Iterator[Incoming]:
    """Yield what a folder gives when a third of its files is read, changes and is read again."""
    chance = random.Random(SEED)
    for no in range(INPUTS):
        name = f"n{no}"
        source = f"f{chance.randrange(INPUTS // 2)}.html"  # the same file again is a changed file
        if chance.random() < 0.1:
            yield Incoming(source, name, "1", outcome=Outcome.NOT_A_REPORT, reason="目录页")
            continue
        if chance.random() < 0.1 and no:
            name = f"n{chance.randrange(no)}"  # a page that was seen before: a copy, or an old version come back
        document = make_document(
            name,
            title=f"第{name}号报告",
            year=2015 + no % 9,
            report_key=f"k{chance.randrange(60)}" if chance.random() < 0.5 else None,
            published=f"2022-01-{chance.randrange(1, 29):02}",
            sections={"overview": "三审三校制度。" * chance.randrange(3), "problems": f"不足{no}"},
            figures={GRANTED: no} if chance.random() < 0.7 else {},
        )
        yield Incoming(source, f"digest{no}", "1", document, b"<html>" * 50)


def write_all(folder: Path, most: int | None = None) -> None:
    """Write the inputs from wherever an earlier run was stopped, telling each batch that is done; wait after `most` of them."""
    engine = EmbeddedEngine.open(folder, create=True)
    every = list(inputs())
    start = _resume(engine, every)
    for number, at in enumerate(range(start, len(every), BATCH)):
        if number == most:
            signal.pause()  # until it is killed
        engine.write(every[at : at + BATCH])
        print(at + BATCH, flush=True)
    engine.close()


def _resume(engine: EmbeddedEngine, every: list[Incoming]) -> int:
    """Return the first batch whose last input's file does not stand as that batch or a later one left it."""
    digests = dict(engine._store.db.execute("SELECT source, digest FROM ledger"))
    done = 0
    for at in range(0, len(every), BATCH):
        if any(digests.get(one.source) == one.digest for one in every[at : at + BATCH]):
            done = at + BATCH
    return done


def dump(folder: Path) -> dict[str, Any]:
    """Return everything that a reader can see of the index."""
    engine = EmbeddedEngine.open(folder)
    query = Query(Phrase("三审三校"), facets=("year", "outcome", "tables"), limit=INPUTS, sort="id")
    results = engine.search(query)
    seen = {
        "ledger": list(engine.ledger()),
        "current": list(engine.export(Query())),
        "count": engine.count(),
        "every": [hit.id for hit in engine.search(Query(limit=INPUTS)).hits],
        "hits": [hit.id for hit in results.hits],
        "facets": results.facets,
        "pivot": engine.pivot(Query(), Pivot("year", None, GRANTED)),
        "history": {key: engine.history(key) for key in (f"k{n}" for n in range(60))},
    }
    engine.close()
    return seen


def _run(folder: Path, most: int | None = None) -> subprocess.Popen[str]:
    paths = [str(Path(__file__).parent), str(TESTS), str(ROOT)]
    code = f"import sys; sys.path[:0] = {paths!r}; import test_store_crash as t; t.write_all(t.Path({str(folder)!r}), {most})"
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)


def _killed_somewhere(folder: Path, chance: random.Random, kill: int) -> list[str]:
    """Run the writer and kill it while it starts, or in one of the two batches after some; return what it reported.

    It never writes more than those two: however fast the machine, the inputs last for all kills.
    """
    before = chance.randint(1, 2) if kill % 6 else 0
    process = _run(folder, before + AHEAD)
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(before)]
    time.sleep(chance.uniform(0, 0.06) if lines else chance.uniform(0, 0.5))
    os.kill(process.pid, signal.SIGKILL)
    lines += process.stdout.readlines()
    process.wait()
    return [line for line in lines if line.endswith("\n")]


def test_a_killed_writer_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    every = list(inputs())
    reported = 0
    for kill in range(KILLS):
        lines = _killed_somewhere(tmp_path / "killed", chance, kill)
        assert len(lines) <= 2 + AHEAD
        reported = max([reported, *(int(line) for line in lines)])
        if reported:
            engine = EmbeddedEngine.open(tmp_path / "killed")
            assert _resume(engine, every) >= reported
            ids = [hit.id for hit in engine.search(Query(limit=INPUTS)).hits]
            assert len(ids) == len(set(ids)) == engine.count()
            assert ids == [document["id"] for document in engine.export(Query())]
            engine.close()
    assert 0 < reported < INPUTS
    last = _run(tmp_path / "killed")
    last.communicate()
    assert last.returncode == 0
    write_all(tmp_path / "undisturbed")
    assert dump(tmp_path / "killed") == dump(tmp_path / "undisturbed")
