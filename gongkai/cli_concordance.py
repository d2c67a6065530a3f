"""`gongkai concordance`."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from itertools import chain, islice
from typing import Any

import click

from gongkai.cli_help import examples
from gongkai.cli_index_option import opened_index
from gongkai.cli_output import format_option, leave, paged, print_lines
from gongkai.cli_query import QueryCommand, query_options, query_text, query_with, say_why_nothing
from gongkai.report import SECTIONS
from gongkai.search.concordance import Concordance, Line, Order
from gongkai.search.render import Sheet, dumps, print_sheet, write_csv
from gongkai.search.render_results import joined

__all__ = ["concordance"]

_SHOWN = 200  # lines of a table unless --size says otherwise
_HEADINGS = ("左", "词", "右", "部分", "年度", "机关", "编号")


@click.command(
    cls=QueryCommand,
    epilog=examples(
        "gongkai concordance 三审三校 --sort left --top 5",
        "gongkai concordance in:overview 公开 --year 2024 --format csv",
    ),
)
@query_options
@click.option("--sort", type=click.Choice(["right", "left", "report"]), default="right", show_default=True, help="By what.")
@click.option(
    "--context", type=click.IntRange(0, 500), metavar="N", default=12, show_default=True, help="Characters on both sides."
)
@click.option(
    "--neighbour", type=click.IntRange(1, 20), metavar="N", default=2, show_default=True, help="Characters of a neighbour."
)
@click.option(
    "--top", type=click.IntRange(0), metavar="N", default=10, show_default=True, help="How many of the commonest neighbours."
)
@click.option(
    "--size", type=click.IntRange(0), metavar="N", help=f"Occurrences shown; unless given {_SHOWN} in a table, else all."
)
@format_option("table", "json", "jsonl", "csv")
def concordance(sort: Order, context: int, neighbour: int, top: int, size: int | None, shape: str, **options: Any) -> None:
    """Print every occurrence of the phrases of QUERY in its context, and count what stands beside them.

    A neighbour is up to two characters, none of them behind a mark; a mark alone is one, too.
    """
    query = query_with(options)
    with opened_index() as engine:
        found = Concordance(engine, query, context, neighbour)
        lines = found.lines(sort)
        first = list(islice(lines, 1))  # by now all are counted
        size = _SHOWN if size is None and shape == "table" else size
        shown = islice(chain(first, lines), size)
        if shape == "table":
            with paged():
                _print_tables(found, shown, top)
        elif shape == "csv":
            write_csv(_HEADINGS, map(_row, shown), sys.stdout)
        elif shape == "jsonl":
            print_lines(asdict(line) for line in shown)
        else:
            _print_json(query_text(options["query"]), found, shown, top)
        if not found.occurrences:
            say_why_nothing(engine, query)
    leave(0 if found.occurrences else 1)


def _row(line: Line) -> tuple[object, ...]:
    section = SECTIONS.get(line.section, "标题")
    return joined(line.left), joined(line.keyword), joined(line.right), section, line.year, line.agency, line.id[:12]


def _print_tables(found: Concordance, lines: Iterator[Line], top: int) -> None:
    rows = [_row(line) for line in lines]
    shown = f"，以上为前 {len(rows):,} 处" if len(rows) < found.occurrences else ""
    foot = f"共 {found.reports:,} 篇 {found.occurrences:,} 处{shown}"
    if sys.stdout.isatty():
        from gongkai.search.render_terminal_concordance import fitted

        rows = fitted(_HEADINGS, rows, shutil.get_terminal_size().columns)
    print_sheet(Sheet(_HEADINGS, rows, frozenset({0, 4}), frozenset({3, 5}), frozenset({1, 2, 6}), foot=foot))
    for title, counts in (("左邻", found.left), ("右邻", found.right)):
        if commonest := _commonest(counts, top):
            sys.stdout.write("\n")
            print_sheet(Sheet((title, "处数"), [(text or "（边缘）", count) for text, count in commonest], frozenset({1})))


def _commonest(counts: Counter[str], top: int) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:top]


def _print_json(query: str, found: Concordance, lines: Iterator[Line], top: int) -> None:
    """Print one object whose lines are never all in memory."""
    sides = {
        side: [{"text": text, "count": count} for text, count in _commonest(counts, top)]
        for side, counts in (("left", found.left), ("right", found.right))
    }
    head = dumps({"query": query, "reports": found.reports, "occurrences": found.occurrences, "neighbours": sides})
    sys.stdout.write(f'{head[:-1]}, "lines": [')
    for number, line in enumerate(lines):
        sys.stdout.write(f"{',' if number else ''}\n{dumps(asdict(line))}")
    sys.stdout.write("]}\n")
