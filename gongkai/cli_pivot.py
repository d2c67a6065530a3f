"""`gongkai pivot`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from gongkai import cli_completion as completion
from gongkai.cli_help import examples
from gongkai.cli_index_option import opened_index
from gongkai.cli_messages import note_other_unit, print_note
from gongkai.cli_output import OUTPUT, file_to_write, format_option, leave, print_answer
from gongkai.cli_query import QueryCommand, query_options, query_with, say_why_nothing
from gongkai.errors import BadQuery
from gongkai.search.chosen import listed

if TYPE_CHECKING:
    from gongkai.search.crosstab import Table
    from gongkai.search.engine import Engine
    from gongkai.search.query import Query

__all__ = ["pivot"]


@click.command(
    cls=QueryCommand,
    epilog=examples(
        "gongkai pivot --rows province --columns year --measure received.total",
        "gongkai pivot 三审三校 --rows outcome,applicant --columns year --totals",
    ),
)
@query_options
@click.option(
    "--rows",
    required=True,
    metavar="FIELD,…",
    shell_complete=completion.axes,
    help="One or two: a facet field, outcome, outcome_group, applicant or section.",
)
@click.option("--columns", metavar="FIELD", shell_complete=completion.axes, help="One more of them.")
@click.option(
    "--measure",
    metavar="FIGURE|SHARE",
    shell_complete=completion.measures,
    help="Figure to sum, or share (`gongkai trend --help`); else reports are counted.",
)
@click.option(
    "--show",
    "shows",
    default="value",
    metavar="WHAT,…",
    shell_complete=completion.shows,
    help="value (the sum or count), reports, missing, mean, min, max, median, share_of_row, share_of_column, share_of_all.",
)
@click.option("--missing", is_flag=True, help="Show how many reports do not print the figure, too.")
@click.option("--totals", is_flag=True, help="Add the totals of rows, of columns, and of all.")
@click.option("--chart", is_flag=True, help="Draw bars, or a heat map where there are columns.")
@click.option("--svg", type=OUTPUT, metavar="FILE", help="Draw them into this file, too.")
@format_option("table", "json", "jsonl", "csv")
def pivot(
    rows: str, columns: str | None, measure: str | None, shows: str, missing: bool, totals: bool, chart: bool, **options: Any
) -> None:
    """Sum a figure, or compute a share, of the reports that QUERY finds, by rows and columns.

    A report that does not print the figure counts as missing, never as zero. outcome (21 rows), outcome_group (6) and
    applicant choose among the figures of table three; section counts the reports that say a phrase of QUERY there.
    """
    from gongkai.search.crosstab import Crosstab, crosstab
    from gongkai.search.crosstab_names import axis_called, measure_called, shows_called
    from gongkai.search.render_pivot import lines, table_json, table_rows, table_sheet

    down = tuple(map(axis_called, listed(rows)))
    if not 1 <= len(down) <= 2:
        raise BadQuery("--rows takes one field or two; a third goes to --columns.")
    wanted = shows_called([*listed(shows), *(["missing"] if missing else [])]) or ("value",)
    asked = Crosstab(down, axis_called(columns) if columns else None, measure_called(measure), wanted, totals)
    shape, svg = options.pop("shape"), options.pop("svg")
    svg = svg and file_to_write(svg)
    with opened_index() as engine:
        table = crosstab(engine, query := query_with(options), asked)
        if table.is_empty:
            say_why_nothing(engine, query)
        _tell(engine, query, table)
    sheet = table_sheet(table)
    if chart or svg:
        from gongkai.search.render_chart import chart_sheet, drawing

        if svg:
            from gongkai.search.export_file import put
            from gongkai.search.render_svg import svg_of

            put(svg, svg_of(drawing(table)))
        sheet = chart_sheet(table) if chart else sheet
    print_answer(shape, table_json(table), lines(table), [sheet], table_rows(table))
    leave(1 if table.is_empty else 0)


def _tell(engine: Engine, query: Query, table: Table) -> None:
    """Say which reports stand under no year, and which in no sum."""
    from gongkai.search.crosstab_years import YEAR, count_doubtful

    if YEAR in table.asked.axes and (doubtful := count_doubtful(engine, query)):
        print_note(
            f"{doubtful:,} of the reports tell two years (D3), or came out before their year was over (D1): they stand under （无）."
        )
    note_other_unit(table.other_unit)
