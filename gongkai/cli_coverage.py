"""`gongkai coverage`."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from gongkai.audit.coverage import Grid, publications
from gongkai.audit.coverage import coverage as grid_of
from gongkai.audit.coverage_view import cells_sheet, grid_json, grid_lines, grid_sheet
from gongkai.audit.lateness import doubt_of_first, first_told, of_its_year, versions_in
from gongkai.audit.local_deadlines import read_deadlines
from gongkai.audit.rosters.chosen import chosen_lines, told_by_found
from gongkai.audit.rosters.file import read_roster
from gongkai.audit.rosters.named import match_named
from gongkai.audit.rosters.roster import Expected, Listed, dated, from_corpus, having_one_of, match, reports_of
from gongkai.audit.rosters.unplaced import with_possible_reports
from gongkai.audit.rows import Row, rows_in
from gongkai.audit.towns import Stem, towns_named_twice
from gongkai.cli_help import examples
from gongkai.cli_index_option import opened_index
from gongkai.cli_messages import print_note
from gongkai.cli_output import format_option, leave, print_answer
from gongkai.cli_query import QueryCommand, query_options, query_with
from gongkai.indexer.agencies.told_by_name import told_by_name
from gongkai.indexer.gazetteer.jurisdiction import (
    begins_a_code,
    governments,
    lasting_code,
    lasting_place,
    names_of_place,
    towns_there_are,
    years_of,
)
from gongkai.indexer.places.place_written import place_written
from gongkai.mappings.deadlines import Deadline
from gongkai.mappings.labels import key_of
from gongkai.report import Document
from gongkai.search.engine import Engine
from gongkai.search.query import AllOf, Query
from gongkai.search.reasons import why_nothing

__all__ = ["coverage"]

_SHOWN = 20  # doubtful lines of a roster that are named
_NAMED = 4  # agencies that a note names
_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)


@click.command(
    cls=QueryCommand,
    epilog=examples(
        "gongkai coverage --of agencies.txt --year 2019..2025",
        "gongkai coverage --place 甘肃省 --level prefectural --year 2021..2024 --missing",
    ),
)
@query_options
@click.option("--of", "roster", type=_FILE, metavar="FILE", help="Roster: an agency a line, or CSV: agency, adcode; - reads it.")
@click.option("--place", metavar="NAME|CODE", help="Roster: every government of --level in this place, or in 全国.")
@click.option(
    "--deadlines",
    type=_FILE,
    metavar="FILE",
    help="Local deadlines as CSV: adcode, kind, level, due (MM-DD), first, last; - reads it.",
)
@click.option("--missing", is_flag=True, help="List only the gaps.")
@format_option("table", "json", "jsonl", "csv")
def coverage(roster: Path | None, place: str | None, deadlines: Path | None, missing: bool, shape: str, **options: Any) -> None:
    """Show which agencies published in which years: in time, late, again, or not at all.

    Without --of or --place every agency is expected that has a report of any year among those of QUERY. QUERY chooses agencies, of a
    roster, too; each is judged by all its reports.
    """
    if roster and place:
        raise click.UsageError("--of and --place are two rosters: choose one.")
    if roster == deadlines == Path("-"):
        raise click.UsageError("Standard input is read once: --of or --deadlines; name a file for the other.")
    if place and len(options["level"]) != 1:
        raise click.UsageError("--place needs one --level: provincial, prefectural, county or township.")
    local = read_deadlines(deadlines, begins_a_code) if deadlines else []
    source = "file" if roster else "gazetteer" if place else "corpus"
    with opened_index() as engine:
        query = query_with({**options, "year": (), **({"level": ()} if place else {})})
        rows = list(rows_in(engine, query, lasting_place))
        known = list(rows_in(engine, Query(), lasting_place)) if _narrows(query) and (rows or roster or place) else rows
        corpus = None if roster or place else _corpus(known, rows)
        years = _years(options, known if corpus is None else reports_of(corpus, rows))
        agencies = _listed(roster, place, options["level"], years, known, rows) if corpus is None else corpus
        if not rows:
            print_note(why_nothing(engine, query))
        elif place and not agencies:
            print_note(f"There is no {options['level'][0]} government in {place}.")
        if corpus is None and _narrows(query):
            agencies = _chosen(agencies, rows, query)
        rows = rows if known is rows else reports_of(agencies, rows)
        listed = dated(agencies, lambda place_id: years_of(place_id, years))
        grid = _grid(engine, listed, years, local)
    _print_doubts(listed)
    _print_unplaced(listed)
    _print_years(rows, years)
    table = cells_sheet(grid, only_gaps=True) if missing else grid_sheet(grid, blocks=sys.stdout.isatty())
    lines = list(grid_lines(grid, only_gaps=missing)) if shape == "jsonl" else []
    answer = grid_json(grid, source, only_gaps=missing) if shape == "json" else None
    print_answer(shape, answer, lines, [table], cells_sheet(grid, only_gaps=missing))
    found = grid.counts()["missing"] if missing else len(grid.lines)
    leave(0 if found else 1)


def _grid(engine: Engine, listed: Sequence[Listed], years: Sequence[int], local: Sequence[Deadline]) -> Grid:
    keys = (row.report_key for one in listed for row in one.reports if row.year in years)
    several = versions_in(engine)

    def versions_of(id: str) -> Sequence[Document]:
        document = engine.get(id) or {}
        versions = several(document.get("report_key") or "") or [document]
        return of_its_year(versions, document.get("year"))

    return grid_of(
        listed,
        years,
        publications(engine, keys),
        local=local,
        today=date.today(),
        doubt_of=lambda key: doubt_of_first(versions_of(key)),
        told_of=lambda key: first_told(versions_of(key)),
    )


def _print_doubts(listed: Sequence[Listed]) -> None:
    """Say of each line of a roster what is wrong with it."""
    doubted = [one for one in listed if one.note]
    for one in doubted[:_SHOWN]:
        judged = " (无法判断)" if one.ambiguous or one.unclear else ""
        print_note(f"Roster, line {one.expected.line}: “{one.expected.agency}” {one.note}{judged}.")
    if len(doubted) > _SHOWN:
        print_note(f"{len(doubted) - _SHOWN} more lines of the roster are as doubtful: --format json names those not judged.")


def _print_unplaced(listed: Sequence[Listed]) -> None:
    """Say how many reports may be those of agencies of a place, and count for none."""
    if unplaced := {row.id: row.agency or "" for one in listed for row in one.possible}:
        names = list(dict.fromkeys(unplaced.values()))
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        print_note(
            f"{len(unplaced):,} reports tell no place, and may be those of the agencies of their name: years of these without another"
            f" report are 无法判断: {', '.join(names[:_NAMED])}{more}."
        )


def _print_years(rows: Sequence[Row], years: Sequence[int]) -> None:
    """Say which reports and which years count for nobody."""
    of = f"of the {len(rows):,} reports"
    if nameless := sum(row.agency is None for row in rows):
        print_note(f"{nameless:,} {of} tell no agency: they are in no line.")
    if yearless := [row.agency for row in rows if row.year is None and row.agency]:
        names = dict.fromkeys(yearless)
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        print_note(
            f"{len(yearless):,} {of} tell no year, or contradict themselves: years without another report of these agencies are"
            f" 无法判断, not 未见: {', '.join(list(names)[:_NAMED])}{more}."
            " `check --finding D1,D3` lists those that contradict themselves."
        )
    if ahead := [year for year in years if year >= date.today().year]:
        print_note(f"{ahead[0]} is not over: of years from then on nobody is 未见.")


def _years(options: dict[str, Any], rows: Sequence[Row]) -> Sequence[int]:
    """Return the years asked for, or all from the first to the last that there is a report of."""
    if chosen := query_with({**options, "query": (), "where": ()}).selected.get("year"):
        return sorted(int(year) for year in chosen)
    years = [year for row in rows if (year := row.year or row.titled) is not None]
    return range(min(years), max(years) + 1) if years else ()


def _narrows(query: Query) -> bool:
    return bool(query.selected) or query.tree != AllOf()


def _chosen(listed: Sequence[Listed], found: Sequence[Row], query: Query) -> list[Listed]:
    """Return the lines of a roster that the query chooses, and say which those are."""
    chosen = chosen_lines(listed, found, query.selected, names_of_place)
    without = sum(not one.reports for one in chosen)
    print_note(
        f"The query chooses lines of the roster, {len(chosen):,} of {len(listed):,}: {len(chosen) - without:,} that it finds a report of, and"
        f" {without:,} without any report in the index. Each is judged by all its reports, also by those that the query does not find."
    )
    return chosen


def _corpus(known: Sequence[Row], rows: Sequence[Row]) -> list[Listed]:
    """Return the agencies of the reports that the query finds, with all their reports: others of them may lie elsewhere or be named otherwise."""
    listed = with_possible_reports(from_corpus(known, _towns_apart(known)), known)
    return listed if known is rows else having_one_of(listed, rows)


def _towns_apart(rows: Sequence[Row]) -> Collection[Stem]:
    return towns_named_twice(towns_there_are()) if any(row.town for row in rows) else ()


def _listed(
    roster: Path | None,
    place: str | None,
    levels: Sequence[str],
    years: Sequence[int],
    rows: Sequence[Row],
    chosen: Sequence[Row],
) -> list[Listed]:
    """Return the lines of a roster with their reports among all rows; `chosen` are those that the query finds."""
    apart = _towns_apart(rows)
    if roster:
        lines = read_roster(roster, lasting_code, print_note)
        found = list(match_named(lines, rows, told_by_name, apart))
        found = found if chosen is rows else told_by_found(found, match_named(lines, chosen, told_by_name, apart), rows)
    else:
        found = match(_governments(key_of("level", levels[0]), str(place), years), rows, apart) if years else []
    return with_possible_reports(found, rows)


def _governments(level: str, place: str, years: Sequence[int]) -> Iterator[Expected]:
    for one in governments(level, place_written(place), range(min(years), max(years) + 1)):
        kind = "subdistrict_office" if one.name.endswith("办事处") else "government"
        yield Expected(
            one.name,
            adcode=one.adcode,
            years=one.years,
            place_id=one.place_id,
            town=one.town,
            is_government=True,
            level=one.level,
            kind=kind,
        )
