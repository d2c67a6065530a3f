"""`gongkai facets` and `gongkai pivot`."""

from __future__ import annotations

from typing import Any

import click

from gongkai.cli_index_option import opened_index
from gongkai.cli_output import format_option, leave, print_answer
from gongkai.cli_query import QueryCommand, facet_names, query_options, query_text, query_with
from gongkai.errors import BadQuery
from gongkai.mappings.ratios import RATIOS, Ratio, ratio_named
from gongkai.search.query import Pivot, Query
from gongkai.search.render_results import facet_sheets, facets_json, pivot_json, pivot_rows, pivot_sheet
from gongkai.search.syntax_fields import field_called

__all__ = ["facets", "measured", "pivot"]

_OUTCOMES = ("outcome", "outcome_group")


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


@click.command(
    cls=QueryCommand,
    epilog="Examples: gongkai pivot --rows province --columns year --measure requests.received.total · "
    "gongkai pivot 三审三校 --rows outcome_group --columns year",
)
@query_options
@click.option("--rows", required=True, metavar="FIELD", help="A facet field, outcome (21 rows) or outcome_group (6).")
@click.option("--columns", metavar="FIELD", help="A facet field.")
@click.option(
    "--measure", metavar="FIGURE|SHARE", help="Figure to sum, or share (`gongkai trend --help`); else reports are counted."
)
@format_option("table", "json", "jsonl", "csv")
def pivot(rows: str, columns: str | None, measure: str | None, shape: str, **options: Any) -> None:
    """Sum a figure, or compute a share, of the reports that QUERY finds, by rows and columns.

    A report that does not print the figure counts as missing, never as zero.
    """
    across = facet_names([columns])[0] if columns else None
    down = rows if rows in _OUTCOMES else facet_names([rows])[0]
    wanted = measured(measure)
    if isinstance(wanted, Ratio):
        _print_shares(query_with(options), down, across, wanted, shape)
        return
    asked = Pivot(down, across, wanted)
    with opened_index() as engine:
        cells = engine.pivot(query_with(options), asked)
    answer = pivot_json(asked, cells)
    print_answer(shape, answer, answer["cells"], [pivot_sheet(asked, cells)], pivot_rows(asked, cells))
    leave(0 if any(cell.reports or cell.missing for cell in cells) else 1)


def _print_shares(query: Query, rows: str, columns: str | None, ratio: Ratio, shape: str) -> None:
    from gongkai.audit.ratios import shares, shares_csv, shares_json, shares_sheet

    with opened_index() as engine:
        found = shares(engine, query, rows, columns, ratio)
    answer = shares_json(rows, columns, ratio, found)
    headings = (field_called(rows).label, field_called(columns).label if columns else "")
    sheet = shares_sheet(rows, columns, ratio, found, headings[0])
    print_answer(shape, answer, answer["cells"], [sheet], shares_csv(rows, columns, ratio, found, headings))
    leave(0 if found else 1)


def measured(name: str | None) -> str | Ratio | None:
    """Return the figure or the share that is asked for. Raises BadQuery."""
    if name is None:
        return None
    if ratio := ratio_named(name):
        return ratio
    field = field_called(name)
    if not field.figure:
        raise BadQuery(f"{field.name} is no figure; `gongkai fields --figures` lists them. Shares: {', '.join(RATIOS)}.")
    return field.name
