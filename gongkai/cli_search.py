"""`gongkai search`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from gongkai import cli_completion as completion
from gongkai.cli_help import examples
from gongkai.cli_index_option import opened_index
from gongkai.cli_messages import given_of, print_note
from gongkai.cli_output import format_option, leave, print_answer
from gongkai.cli_query import QueryCommand, facet_names, query_options, query_text, query_with, say_why_nothing
from gongkai.search.query import AllOf, Query, Term
from gongkai.search.render import Sheet, dumps
from gongkai.search.render_results import facet_sheets, hits_csv, hits_sheet, results_json

if TYPE_CHECKING:
    from gongkai.search.engine import Engine

__all__ = ["search"]

_OF_HITS = ("sort", "size", "page", "context")
"""Options that say which hits are listed, and how."""


@click.command(
    cls=QueryCommand,
    epilog=examples(
        "gongkai search 三审三校 -信访 --level county --year 2023..2025",
        "gongkai search 'near(三审三校, 保密, 20)' --facet year --explain",
    ),
)
@query_options
@click.option(
    "--facet",
    multiple=True,
    metavar="FIELD,…",
    shell_complete=completion.facets,
    help="Count the reports found by these fields, too.",
)
@click.option("--top", type=click.IntRange(0), metavar="N", help="Values a facet; all unless given.")
@click.option(
    "--sort",
    default="relevance",
    metavar="FIELD",
    shell_complete=completion.sort_keys,
    help="relevance, or a field; -FIELD for descending.",
)
@click.option("--size", type=click.IntRange(0, 10_000), metavar="N", default=10, show_default=True, help="Reports a page.")
@click.option("--page", type=click.IntRange(1), metavar="N", default=1, show_default=True, help="Which page.")
@click.option(
    "--context", type=click.IntRange(0, 2_000), metavar="N", default=40, show_default=True, help="Characters around a hit."
)
@click.option("--ids", type=click.File("rb"), metavar="FILE", help="Only reports whose ids this file lists; - reads them.")
@click.option(
    "--queries", type=click.File("rb"), metavar="FILE", help="CSV of a name and a query a line: a table of counts; - reads it."
)
@click.option(
    "--export", type=click.Path(file_okay=False, path_type=Path), metavar="DIR", help="With --queries: a CSV of reports each."
)
@click.option("--explain", is_flag=True, help="Say how the query is understood and what the engine is asked.")
@format_option("table", "json", "jsonl", "csv")
def search(
    ids: IO[bytes] | None, queries: IO[bytes] | None, export: Path | None, explain: bool, shape: str, **options: Any
) -> None:
    """Find the reports whose title or one of whose sections contains every phrase of QUERY, exactly.

    `"…"` holds a phrase with spaces, `-…` must not be there, `OR` and parentheses combine, `year:2021..2025`
    and `province:甘肃省` compare fields, `in:problems …` looks in one section. Without QUERY every report counts.
    """
    if export and not queries:
        raise click.UsageError("--export goes with --queries; `gongkai export QUERY` writes the reports of one query.")
    if explain and queries:
        raise click.UsageError("--explain is of one query: leave out --queries.")
    if queries and (idle := given_of(_OF_HITS)):
        raise click.UsageError(f"--queries counts reports and lists none: leave out {' and '.join(idle)}.")
    query = _query(options)
    text = query_text(options["query"])
    with opened_index() as engine:
        if ids:
            query = _among(engine, query, ids)
        if explain:
            _print_explained(engine, query, text, shape)
        elif queries:
            from gongkai.cli_batch import run_queries

            leave(0 if run_queries(engine, query, queries, export, shape, words=options["words"]) else 1)
        else:
            leave(0 if _print_found(engine, query, text, shape) else 1)


def _query(options: Mapping[str, Any]) -> Query:
    size = options["size"]
    return query_with(
        dict(options),
        facets=facet_names(options["facet"]),
        top=options["top"],
        sort=_sort(options["sort"]),
        offset=(options["page"] - 1) * size,
        limit=size,
        context=options["context"],
    )


def _among(engine: Engine, query: Query, ids: IO[bytes]) -> Query:
    from gongkai.cli_ids import ids_in, whole_ids

    chosen = Term("id", whole_ids(engine, ids_in(ids)))
    return replace(query, tree=chosen if query.tree == AllOf() else AllOf((query.tree, chosen)))


def _print_found(engine: Engine, query: Query, text: str, shape: str) -> int:
    results = engine.search(query)
    answer = results_json(text, results)
    only_total = not query.limit and not sys.stdout.isatty()  # a pipe has no foot to say it
    hits = Sheet(("篇数",), [(results.total,)]) if only_total else hits_sheet(results, query.offset)
    tables = [hits, *facet_sheets(results.facets)]
    print_answer(shape, answer, answer["hits"], tables, hits_csv(results))
    if results.facets and shape in ("csv", "jsonl"):
        names = ",".join(query.facets)
        print_note(f"{shape} holds the hits alone: `gongkai facets QUERY --by {names} --format {shape}` counts them.")
    if not results.total:
        say_why_nothing(engine, query)
    elif query.limit and query.offset >= results.total:
        pages = -(-results.total // query.limit)
        print_note(
            f"There is no page {query.offset // query.limit + 1}: {results.total:,} reports, {query.limit:,} a page, are {pages:,}."
        )
    return results.total


def _print_explained(engine: Engine, query: Query, text: str, shape: str) -> None:
    from gongkai.search.meaning import sentence
    from gongkai.search.near import has_near
    from gongkai.search.syntax_print import write_query

    request = engine.request(query)
    answer = {"query": text, "parsed": write_query(query.tree), "meaning": sentence(query), "request": request}
    asked = request if isinstance(request, str) else dumps(request, indent=2)
    rows = [("检索式", answer["parsed"]), ("含义", answer["meaning"]), ("引擎请求", asked)]
    if has_near(query.tree):
        rows.append(("正文核对", "引擎给出两个词语同在一处的报告，间隔由 gongkai 逐篇在正文上核对"))
    print_answer(shape, answer, [answer], [Sheet(("项目", "内容"), rows, wide=frozenset({1}))])


def _sort(text: str) -> str:
    from gongkai.search.syntax_fields import field_called

    if text == "relevance":
        return text
    descending = text.startswith("-")
    return f"{'-' * descending}{field_called(text.removeprefix('-')).name}"
