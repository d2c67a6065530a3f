"""`gongkai trend`."""

from __future__ import annotations

from typing import Any

import click

from gongkai import cli_completion as completion
from gongkai.audit.trend import trend_csv, trend_json, trend_lines, trend_sheet, trends
from gongkai.cli_help import examples
from gongkai.cli_index_option import opened_index
from gongkai.cli_messages import note_other_unit, print_note
from gongkai.cli_output import format_option, leave, print_answer
from gongkai.cli_query import QueryCommand, facet_names, query_options, query_with, say_why_nothing
from gongkai.errors import BadQuery
from gongkai.mappings.fields import field_label
from gongkai.mappings.ratios import RATIOS, Ratio

__all__ = ["trend"]


@click.command(
    cls=QueryCommand,
    epilog=examples(
        "gongkai trend --measure requests.received.total --by province",
        "gongkai trend --measure corrected_share --by level",
    ),
)
@query_options
@click.option(
    "--measure",
    metavar="FIGURE|SHARE",
    shell_complete=completion.measures,
    help=f"Figure to sum; a share: {', '.join(RATIOS)}; without it reports are counted.",
)
@click.option(
    "--by",
    metavar="FIELD",
    shell_complete=completion.facets,
    help="Facet field: a line each of its values; one line of all without it.",
)
@format_option("table", "json", "jsonl", "csv")
def trend(measure: str | None, by: str | None, shape: str, **options: Any) -> None:
    """Follow a figure, or a share, over the years, among the reports that QUERY finds.

    A share has its denominator beside it, and is not shown where that is below 30.
    """
    from gongkai.search.crosstab_names import measure_called
    from gongkai.search.crosstab_units import with_unit

    wanted = measure_called(measure)
    fields = facet_names([by]) if by else ()
    if len(fields) > 1:
        instead = f"`gongkai pivot --rows {','.join(fields[:2])} --columns year` takes two"
        raise BadQuery(f"--by takes one field here, not {' and '.join(fields)}: {instead}.")
    field = fields[0] if fields else None
    if field == "year":
        raise BadQuery("--by year: the columns are the years already; choose another field.")
    with opened_index() as engine:
        found, others = trends(engine, query := query_with(options), field, wanted)
        lines = trend_lines(found)
        if not lines:
            say_why_nothing(engine, query)
    if undated := sum(one.undated for one in found):
        print_note(
            f"{undated:,} of the reports tell no year, or contradict themselves: they are in no column."
            " `check --finding D1,D3` lists those that contradict themselves."
        )
    note_other_unit(others)
    label = wanted.label if isinstance(wanted, Ratio) else with_unit(field_label(wanted), wanted) if wanted else "篇数"
    heading = field_label(field) if field else "范围"
    sheet = trend_sheet(found, field, heading, wanted, label, others)
    print_answer(shape, trend_json(found, field, wanted, others), lines, [sheet], trend_csv(found, field, heading, label))
    leave(0 if lines else 1)
