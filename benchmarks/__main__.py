"""Run the benchmarks: `python -m benchmarks [--reports 20000] [--large 100000] [--only reading …]`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from benchmarks.measuring import Row, table


def main() -> None:
    """Measure and print the table; each part is printed as it is done, on standard error."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=20_000, help="lines of parse to index and to search")
    parser.add_argument("--large", type=int, default=0, help="the same once more at this size, and the memory of both")
    parser.add_argument("--pages", type=int, default=5_000, help="pages to index")
    parser.add_argument("--audit", type=int, default=100_000, help="reports to look for gaps and contradictions in")
    parser.add_argument("--cluster", type=int, default=3_000, help="lines of parse to index on Elasticsearch")
    parts = ("reading", "resolving", "indexing", "searching", "tables", "starting", "memory", "audit", "elasticsearch")
    parser.add_argument("--only", nargs="*", choices=parts, default=parts)
    wanted = parser.parse_args()
    rows: list[Row] = []
    for name, measure in _parts(wanted).items():
        if name in wanted.only:
            print(f"{name} …", file=sys.stderr)
            rows += measure()
            print(table(rows), file=sys.stderr)
    print(table(rows))


def _parts(wanted: argparse.Namespace) -> dict[str, Callable[[], list[Row]]]:
    from benchmarks.audit import auditing
    from benchmarks.elasticsearch import elasticsearch
    from benchmarks.indexing import indexing, memory
    from benchmarks.reading import reading
    from benchmarks.resolving import resolving
    from benchmarks.searching import searching
    from benchmarks.starting import starting
    from benchmarks.tables import tables

    sizes = [wanted.reports, *([wanted.large] if wanted.large else [])]
    return {
        "reading": reading,
        "resolving": resolving,
        "indexing": lambda: indexing(wanted.reports, wanted.pages),
        "searching": lambda: [row for size in sizes for row in searching(size)],
        "tables": lambda: [row for size in sizes for row in tables(size)],
        "starting": lambda: starting(wanted.reports),
        "memory": lambda: memory(wanted.reports, wanted.large) if wanted.large else [],
        "audit": lambda: auditing(wanted.audit),
        "elasticsearch": lambda: elasticsearch(wanted.cluster),
    }


if __name__ == "__main__":
    main()
