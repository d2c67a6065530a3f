"""`gongkai export`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from gongkai import cli_completion as completion
from gongkai.cli_help import examples
from gongkai.cli_index_option import index_place, opened_index
from gongkai.cli_messages import print_error, print_note
from gongkai.cli_output import OUTPUT, file_to_write, format_option, leave, print_answer
from gongkai.cli_query import QueryCommand, query_options, query_text, query_with, say_why_nothing
from gongkai.report import Document
from gongkai.search.chosen import listed
from gongkai.search.engine import Engine
from gongkai.search.export_file import MADE, Request, Text, export_file
from gongkai.search.export_rows import Layout, layout_of, lines_as, rows_of
from gongkai.search.query import Query
from gongkai.search.render import Sheet
from gongkai.search.syntax_print import write_query

__all__ = ["export", "write_reports"]

_FORMS = ("csv", "jsonl", "json", "parquet", "xlsx", "table")


@click.command(
    cls=QueryCommand,
    epilog=examples(
        "gongkai export 三审三校 --year 2024 --output 三审三校.csv",
        "gongkai export --shape long --fields agency,year,figure,value --output figures.jsonl",
    ),
)
@query_options
@click.option(
    "--output",
    type=OUTPUT,
    metavar="FILE",
    help="File to write; its name may end in the form.",
)
@click.option(
    "--shape",
    "layout",
    type=click.Choice(["wide", "long"]),
    default="wide",
    show_default=True,
    help="A row a report, or a row a figure (with its state).",
)
@click.option(
    "--fields",
    default="",
    metavar="FIELD,…",
    shell_complete=completion.fields,
    help="Columns, in this order; of a row a figure: docs/pivots-and-exports.md.",
)
@format_option(*_FORMS, default="csv")
def export(output: Path | None, layout: str, fields: str, shape: str, **options: Any) -> None:
    """Write every report that QUERY finds: rows (csv, parquet, xlsx), or the lines of `parse` (jsonl).

    A file is there whole or not at all, with FILE.manifest.json beside it. Stopped, the same command goes on where it was.
    """
    source = click.get_current_context().get_parameter_source("shape")
    if output and source is click.core.ParameterSource.DEFAULT and output.suffix[1:] in _FORMS:
        shape = output.suffix[1:]
    elif output and source is click.core.ParameterSource.DEFAULT and output.suffix:
        raise click.UsageError(f"What is {output.suffix}? Name the file .{', .'.join(_FORMS[:-1])}, or say --format.")
    if shape in MADE and output is None:
        raise click.UsageError(f"{shape} goes into a file: name it with --output FILE.")
    output = output and file_to_write(output)
    if output and not output.parent.is_dir():
        raise click.UsageError(f"There is no folder {str(output.parent)[:80]}: make it first, or name another --output.")
    columns = layout_of(layout, shape, listed(fields))
    query = query_with(options)
    with opened_index() as engine:
        if output is None:
            count = _print(engine.export(query), shape, columns)
        else:
            count = _write(engine, query, _asked(query, options), shape, columns, output)
        if not count:
            say_why_nothing(engine, query)
    leave(0 if count else 1)


def write_reports(engine: Engine, query: Query, path: Path) -> int:
    """Write the reports that a query finds into a CSV file, whole or not at all; return how many (`search --queries`)."""
    return _write(engine, query, _asked(query, {}), "csv", layout_of("wide", "csv", []), path)


def _asked(query: Query, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the query as it was typed, with its options, and as it was understood."""
    selected = {name: list(values) for name, values in query.selected.items()}
    typed = {"text": query_text(options.get("query", ())), "where": list(options.get("where", ()))}
    return {**typed, "words": bool(options.get("words")), "selected": selected, "understood": write_query(query.tree)}


def _write(engine: Engine, query: Query, asked: dict[str, Any], form: str, layout: Layout, path: Path) -> int:
    from gongkai.cli_progress import following

    place = index_place()
    kind = "elasticsearch" if place.startswith(("http://", "https://")) else "embedded"
    request = Request(asked, form, layout, place, kind)

    def follow(texts: Iterator[Text], done: int) -> Iterator[Text]:
        return following(texts, done, lambda: engine.search(_only_total(query)).total)

    manifest = export_file(engine, query, request, path, follow, print_note)
    if cut := manifest["cut_cells"]:
        print_error(f"{cut:,} texts are longer than a cell of Excel holds and were cut: csv, jsonl and parquet hold them whole.")
    return int(manifest["reports"])


def _only_total(query: Query) -> Query:
    from dataclasses import replace

    return replace(query, facets=(), limit=0, offset=0)


def _print(documents: Iterator[Document], form: str, layout: Layout) -> int:
    if form == "table" and sys.stdout.isatty():
        held = list(documents)
        rows = [row for document in held for row in rows_of(document, layout)]
        print_answer("table", rows, [], [Sheet(tuple(field.label for field in layout.columns), rows)])
        return len(held)
    count = 0
    for text, done in lines_as(form, layout).written(documents):
        sys.stdout.write(text)
        count += done
    return count
