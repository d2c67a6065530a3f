"""`gongkai export`."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from gongkai.cli_index_option import opened_index
from gongkai.cli_output import format_option, leave
from gongkai.cli_query import QueryCommand, query_options, query_with, say_why_nothing
from gongkai.search.render import Sheet, dumps, print_sheet, write_csv
from gongkai.search.render_table import COLUMNS, report_rows, write_parquet

if TYPE_CHECKING:
    from gongkai.search.engine import Engine
    from gongkai.search.query import Query

__all__ = ["export", "write_reports"]

Documents = Iterator[Mapping[str, Any]]


@click.command(
    cls=QueryCommand,
    epilog="Example: gongkai export 三审三校 --year 2024 --output 三审三校.csv",
)
@query_options
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="File to write; its name may end in the form.")
@format_option("csv", "jsonl", "json", "parquet", "table", default="csv")
def export(output: Path | None, shape: str, **options: Any) -> None:
    """Write every report that QUERY finds: a row a report (csv, parquet), or the lines of `parse` (jsonl).

    The file is there whole or not at all.
    """
    source = click.get_current_context().get_parameter_source("shape")
    if output and source is click.core.ParameterSource.DEFAULT and output.suffix[1:] in ("csv", "jsonl", "json", "parquet"):
        shape = output.suffix[1:]
    if shape == "parquet" and output is None:
        raise click.UsageError("Parquet goes into a file: name it with --output FILE.")
    query = query_with(options)
    with opened_index() as engine:
        counted = _Counted(engine.export(query))
        if output is None:
            _write(counted, shape, sys.stdout)
        elif shape == "parquet":
            _in_place(output, lambda path: write_parquet(counted, path))
        else:
            _in_place(output, lambda path: _write_file(counted, shape, path))
        if not counted.count:
            say_why_nothing(engine, query)
    leave(0 if counted.count else 1)


def write_reports(engine: Engine, query: Query, path: Path) -> int:
    """Write the reports that a query finds into a CSV file, whole or not at all; return how many (`search --queries`)."""
    counted = _Counted(engine.export(query))
    _in_place(path, lambda part: _write_file(counted, "csv", part))
    return counted.count


class _Counted:
    """Documents on their way, counted."""

    def __init__(self, documents: Documents) -> None:
        self.documents = documents
        self.count = 0

    def __iter__(self) -> Documents:
        for document in self.documents:
            self.count += 1
            yield document


def _write(documents: _Counted, shape: str, out: TextIO) -> None:
    headings = tuple(field.label for field in COLUMNS)
    if shape == "csv":
        write_csv(headings, report_rows(documents), out)
    elif shape == "table":
        print_sheet(Sheet(headings, list(report_rows(documents))), out)
    elif shape == "jsonl":
        for document in documents:
            out.write(dumps(document) + "\n")
    else:
        opening = "["
        for document in documents:
            out.write(f"{opening}{dumps(document)}")
            opening = ",\n"
        out.write("[]\n" if opening == "[" else "]\n")


def _write_file(documents: _Counted, shape: str, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as out:
        _write(documents, shape, out)


def _in_place(path: Path, write: Callable[[Path], None]) -> None:
    """Write beside the file, then put it in its place in one step."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(descriptor)
    try:
        write(Path(name))
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)  # mkstemp's files are for their owner only
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)
