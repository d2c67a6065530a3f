"""`gongkai facets`."""

from __future__ import annotations

from typing import Any

import click

from gongkai.cli_index_option import opened_index
from gongkai.cli_output import format_option, leave, print_answer
from gongkai.cli_query import QueryCommand, facet_names, query_options, query_text, query_with
from gongkai.search.render_results import facet_sheets, facets_json

__all__ = ["facets"]


@click.command(cls=QueryCommand, epilog="Example: gongkai facets 三审三校 --by province,year --level county")
@query_options
@click.option("--by", "--facet", "by", multiple=True, default=("province", "year"), metavar="FIELD,…", help="Fields to count by.")
@click.option("--top", type=click.IntRange(0), help="Values a field; all unless given.")
@format_option("table", "json", "jsonl", "csv")
def facets(by: tuple[str, ...], top: int | None, shape: str, **options: Any) -> None:
    """Count the reports that QUERY finds by the values of fields.

    A field is counted without its own selection: `--year 2024 --by year` still shows the other years.
    """
    query = query_with(options, facets=facet_names(by), top=top, limit=0)
    with opened_index() as engine:
        results = engine.search(query)
    counts = facets_json(results.facets)
    answer = {"query": query_text(options["query"]), "total": results.total, "facets": counts}
    lines = [{"field": name, **bucket} for name, buckets in counts.items() for bucket in buckets]
    print_answer(shape, answer, lines, facet_sheets(results.facets), facet_sheets(results.facets, named=True)[0])
    leave(0 if results.total else 1)
