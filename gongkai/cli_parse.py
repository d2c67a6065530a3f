"""`gongkai parse`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import Any

import click

from gongkai.cli_help import Helped, examples
from gongkai.cli_messages import FAILED, print_error, print_note
from gongkai.cli_output import format_option, leave, print_answer
from gongkai.cli_sources import NOTHING_THERE, source_options, sources_at
from gongkai.mappings.labels import reason_label
from gongkai.report import NotAReport
from gongkai.search.render import Sheet, dumps, write_csv

__all__ = ["documents_at", "parse"]


@click.command(
    cls=Helped,
    epilog=examples(
        "gongkai parse reports/ > reports.jsonl",
        "gongkai parse reports/ --format table",
    ),
)
@source_options
@click.option("--explain", is_flag=True, help="Add what each figure and each piece of metadata rests on.")
@format_option("json", "jsonl", "table", "csv", default="jsonl")
def parse(path: tuple[str, ...], workers: int | None, max_size: int, keys: tuple[str, ...], explain: bool, shape: str) -> None:
    """Read every report at the paths (files, folders, archives, JSON lines, - for standard input).

    One JSON object a report, in the order of the input; a page that is no report says so and why. A file that
    cannot be read is a line on standard error and exit status 2, and the others still come out.
    """
    sources = sources_at(path, max_size, keys)
    failures: list[str] = []
    documents = _told_if_none(documents_at(sources, workers, failures, explain=explain), failures)
    if shape in ("json", "jsonl"):
        for document in documents:
            sys.stdout.write(dumps(document) + "\n")
            sys.stdout.flush()
    else:
        headings = ("来源", "机关", "年度", "发布日期", "标题", "核查发现", "不是报告")
        rows = (_row(document) for document in documents)
        if shape == "csv":
            write_csv(headings, rows, sys.stdout)
        else:
            print_answer(shape, [], [], [Sheet(headings, list(rows), frozenset({2}), frozenset({4, 6}))])
    leave(FAILED if failures else 0)


def _told_if_none(documents: Iterator[Mapping[str, Any]], failures: list[str]) -> Iterator[Mapping[str, Any]]:
    is_empty = True
    for document in documents:
        is_empty = False
        yield document
    if is_empty and not failures:
        print_note(NOTHING_THERE)


def documents_at(sources: Any, workers: int | None, failures: list[str], *, explain: bool = False) -> Iterator[Mapping[str, Any]]:
    """Yield the lines of `parse`; each input that cannot be read is reported at once and kept in `failures`."""
    from gongkai.indexer.documents import to_document
    from gongkai.indexer.workers import parse_all

    for source, parsed in parse_all(sources, workers, explain=explain):
        if parsed.failed:
            failures.append(source.origin)
            print_error(f"{source.origin}: {parsed.reason}")
        elif not parsed.documents:
            yield to_document(NotAReport(source.origin, parsed.reason or "", parsed.says_nothing))
        yield from parsed.documents


def _row(document: Mapping[str, Any]) -> tuple[object, ...]:
    about = (document.get(name) for name in ("source", "agency", "year", "published", "title"))
    codes = sorted({finding["code"] for finding in document.get("findings", ())})
    return (*about, codes, reason_label(document["reason"]) if document.get("reason") else None)
