"""`gongkai facets`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from gongkai import cli_completion as completion
from gongkai.cli_help import examples
from gongkai.cli_index_option import opened_index
from gongkai.cli_output import format_option, leave, print_answer
from gongkai.cli_query import QueryCommand, facet_names, query_options, query_text, query_with, say_why_nothing
from gongkai.search.chosen import listed

if TYPE_CHECKING:
    from gongkai.search.facets import Order

__all__ = ["facets"]


@click.command(
    cls=QueryCommand,
    epilog=examples(
        "gongkai facets 三审三校 --by province,year --level county",
        "gongkai facets 三审三校 --by place --contains 市 --count occurrences",
    ),
)
@query_options
@click.option(
    "--by",
    "--facet",
    "by",
    multiple=True,
    default=("province", "year"),
    metavar="FIELD,…",
    shell_complete=completion.countable,
    help="Fields to count by; place nests province, city, county and town.",
)
@click.option("--top", type=click.IntRange(0), metavar="N", help="Values a field (of places: a level); all unless given.")
@click.option("--sort", type=click.Choice(["count", "value"]), default="count", show_default=True, help="Order of the values.")
@click.option("--contains", default="", metavar="TEXT", help="Only values whose name contains the text; what is chosen stays.")
@click.option(
    "--count",
    "what",
    type=click.Choice(["reports", "occurrences"]),
    default="reports",
    show_default=True,
    help="Count reports, or how often they say the phrases of QUERY.",
)
@format_option("table", "json", "jsonl", "csv")
def facets(by: tuple[str, ...], top: int | None, sort: Order, contains: str, what: str, shape: str, **options: Any) -> None:
    """Count the reports that QUERY finds by the values of fields.

    A field is counted without its own selection: `--year 2024 --by year` still shows the other years. Occurrences are
    read from the text of every report found.
    """
    from gongkai.search.facets import PLACE, View, counted
    from gongkai.search.render_facets import counts_csv, counts_json, counts_lines, counts_sheets

    names = [name for text in by for name in listed(text)]
    order = tuple(dict.fromkeys(name if name == PLACE else facet_names([name])[0] for name in names))
    query = query_with(options, facets=tuple(name for name in order if name != PLACE), limit=0)
    view = View(sort, contains, top)
    with opened_index() as engine:
        counts = counted(engine, query, view, by_place=PLACE in order, by_occurrence=what == "occurrences")
        if not counts.total:
            say_why_nothing(engine, query)
    answer = counts_json(query_text(options["query"]), counts, order)
    print_answer(shape, answer, counts_lines(counts), counts_sheets(counts, order), counts_csv(counts))
    leave(0 if counts.total else 1)
