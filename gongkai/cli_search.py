"""`gongkai search`."""

from __future__ import annotations

from typing import Any

import click

from gongkai.cli_index_option import opened_index
from gongkai.cli_output import format_option, leave, print_answer
from gongkai.cli_query import QueryCommand, facet_names, query_options, query_text, query_with
from gongkai.search.render_results import facet_sheets, hits_csv, hits_sheet, results_json

__all__ = ["search"]


@click.command(
    cls=QueryCommand,
    epilog="Examples: gongkai search 三审三校 -信访 --year 2024 · gongkai search 'in:problems 人员不足' --facet province",
)
@query_options
@click.option("--facet", multiple=True, metavar="FIELD,…", help="Count the reports found by these fields, too.")
@click.option("--top", type=click.IntRange(0), help="Values a facet; all unless given.")
@click.option("--sort", default="relevance", metavar="FIELD", help="relevance, or a field; -FIELD for descending.")
@click.option("--size", type=click.IntRange(0, 10_000), default=10, show_default=True, help="Reports a page.")
@click.option("--page", type=click.IntRange(1), default=1, show_default=True, help="Which page.")
@format_option("table", "json", "jsonl", "csv")
def search(facet: tuple[str, ...], top: int | None, sort: str, size: int, page: int, shape: str, **options: Any) -> None:
    """Find the reports whose title or one of whose sections contains every phrase of QUERY, exactly.

    `"…"` holds a phrase with spaces, `-…` must not be there, `OR` and parentheses combine, `year:2021..2025`
    and `province:甘肃省` compare fields, `in:problems …` looks in one section. Without QUERY every report counts.
    """
    offset = (page - 1) * size
    query = query_with(options, facets=facet_names(facet), top=top, sort=_sort(sort), offset=offset, limit=size)
    with opened_index() as engine:
        results = engine.search(query)
    answer = results_json(query_text(options["query"]), results)
    tables = [hits_sheet(results, offset), *facet_sheets(results.facets)]
    print_answer(shape, answer, answer["hits"], tables, hits_csv(results))
    leave(0 if results.total else 1)


def _sort(text: str) -> str:
    from gongkai.search.syntax_fields import field_called

    if text == "relevance":
        return text
    descending = text.startswith("-")
    return f"{'-' * descending}{field_called(text.removeprefix('-')).name}"
