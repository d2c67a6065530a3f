"""`gongkai concordance`."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
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
from gongkai.search.render import Sheet, dumps, one_line, plain, print_sheet, write_csv
from gongkai.search.render_results import joined

__all__ = ["concordance"]

_SHOWN = 200  # lines of a table unless --size says otherwise
_HEADINGS = ("左", "词", "右", "部分", "年度", "机关", "编号")
_LEAST = 10  # cells that the section and the agency get on a narrow terminal: they wrap


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
        rows = _fitted(rows, shutil.get_terminal_size().columns)
    print_sheet(Sheet(_HEADINGS, rows, frozenset({0, 4}), frozenset({3, 5}), frozenset({1, 2, 6}), foot=foot))
    for title, counts in (("左邻", found.left), ("右邻", found.right)):
        if commonest := _commonest(counts, top):
            sys.stdout.write("\n")
            print_sheet(Sheet((title, "处数"), [(text or "（边缘）", count) for text, count in commonest], frozenset({1})))


def _fitted(rows: Sequence[tuple[object, ...]], columns: int) -> list[tuple[object, ...]]:
    """Return the rows of a terminal: what does not fit is context, the far ends of it; word, year and id stay whole."""
    from rich.cells import cell_len, chop_cells

    texts = [[one_line(plain(cell)) for cell in row] for row in rows]
    left, word, right, section, year, agency, key = (max(map(cell_len, column)) for column in zip(_HEADINGS, *texts, strict=True))
    room = columns - word - year - key - (len(_HEADINGS) - 1)  # for the four others
    section = min(section, max(_LEAST, (room - left - right) // 2))
    agency = min(agency, max(_LEAST, room - left - right - section))
    room = max(0, room - section - agency)
    left, right = min(left, max(room // 2, room - right)), min(right, max(room - room // 2, room - left))
    fitted: list[tuple[object, ...]] = []
    for before, hit, behind, part, when, who, name in texts:
        near, after = (chop_cells(before[::-1], left) or [""])[0][::-1], (chop_cells(behind, right) or [""])[0]
        fitted.append((near, hit, after, "\n".join(chop_cells(part, section)), when, "\n".join(chop_cells(who, agency)), name))
    return fitted


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
