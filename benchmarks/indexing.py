"""Indexing, beside the raw tantivy writer and beside parsing alone; and the memory it takes."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import tantivy

from benchmarks.corpus import json_lines, pages
from benchmarks.measuring import Row
from gongkai.indexer.inputs.sources import Sources
from gongkai.indexer.pipeline import BATCH
from gongkai.indexer.workers import parse_all
from gongkai.mappings.tantivy import schema
from gongkai.search.embedded_index import HEAP
from gongkai.search.embedded_record import record_of, to_record

__all__ = ["index_at", "indexing", "memory"]


def indexing(count: int, files: int) -> list[Row]:
    """Return the rows; the index of the JSON lines is kept for the searches."""
    path = json_lines(count)
    ours, raw = _timed_index(path, index_at(count)), _raw(path)
    folder = pages(files)
    with tempfile.TemporaryDirectory() as place:
        whole = _timed_index(folder, Path(place) / "index")
    parsing = _parsing(folder)
    return [
        Row(
            f"index {count:,} lines of parse",
            f"{count / ours:,.0f}/s",
            "raw tantivy writer",
            f"{count / raw:,.0f}/s",
            raw / ours,
            "≥ 0.7",
        ),
        Row(
            f"index {files:,} pages",
            f"{files / whole:,.0f}/s",
            "parsing alone",
            f"{files / parsing:,.0f}/s",
            parsing / whole,
            "≥ 0.75",
        ),
    ]


def index_at(count: int) -> Path:
    """Return where the index of so many reports is kept."""
    return json_lines(count).with_suffix(".index")


def _timed_index(source: Path, index: Path) -> float:
    subprocess.run(["rm", "-rf", str(index)], check=True)
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "gongkai", "index", str(source), "--index", str(index)], check=True, capture_output=True
    )
    return time.perf_counter() - started


def _raw(path: Path) -> float:
    """Return the seconds that the writer itself takes: ready pairs of characters and columns, as much at a time as ours, one thread."""
    with tempfile.TemporaryDirectory() as place:
        writer = tantivy.Index(schema(), path=place).writer(HEAP, 1)
        seconds = 0.0
        for records in _records(path):
            started = time.perf_counter()
            for record in records:
                writer.add_document(record)
            writer.commit()
            seconds += time.perf_counter() - started
        started = time.perf_counter()
        writer.wait_merging_threads()
        return seconds + time.perf_counter() - started


def _records(path: Path) -> Iterator[list[tantivy.Document]]:
    with path.open(encoding="utf-8") as lines:
        numbered = enumerate(lines, 1)
        while records := [record_of(to_record(json.loads(line)), number) for number, line in islice(numbered, BATCH)]:
            yield records


def _parsing(folder: Path) -> float:
    started = time.perf_counter()
    for _ in parse_all(Sources([str(folder)])):
        pass
    return time.perf_counter() - started


def memory(small: int, large: int) -> list[Row]:
    """Return the row of the peak of anonymous memory while indexing."""
    peaks = [_peak(json_lines(count)) for count in (small, large)]
    return [
        Row(
            f"peak memory while indexing {large:,}",
            f"{peaks[1]:.0f} MB",
            f"while indexing {small:,}",
            f"{peaks[0]:.0f} MB",
            peaks[1] / peaks[0],
            "≤ 1.2",
        )
    ]


def _peak(path: Path) -> float:
    with tempfile.TemporaryDirectory() as place:
        command = [sys.executable, "-m", "gongkai", "index", str(path), "--index", place]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        status, peak = Path(f"/proc/{process.pid}/status"), 0
        while process.poll() is None:
            for line in status.read_text().splitlines():
                if line.startswith("RssAnon:"):
                    peak = max(peak, int(line.split()[1]))
            time.sleep(0.05)
    return peak / 1024
