"""`gongkai check`."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

import click

from gongkai.audit import summary
from gongkai.audit.across import Across, wanted_lines
from gongkai.audit.current import Current
from gongkai.audit.discrepancy import LookUp, Tally
from gongkai.audit.lateness import by_local_rules, told_apart, versions_in
from gongkai.audit.local_deadlines import read_deadlines
from gongkai.audit.page import ABOUT, Subject, page, subject_of
from gongkai.audit.rosters.file import read_roster
from gongkai.audit.rows import Row, rows_in, rows_of
from gongkai.cli_help import examples
from gongkai.cli_index_option import opened_index
from gongkai.cli_messages import FAILED, NOTHING, given_of, print_note
from gongkai.cli_output import format_option, leave, print_answer
from gongkai.cli_query import QueryCommand, query_options, query_with
from gongkai.mappings.deadlines import Deadline
from gongkai.mappings.document import flatten
from gongkai.mappings.findings import RULES, compared_across
from gongkai.report import Document, Fault
from gongkai.search.chosen import listed
from gongkai.search.engine import Engine
from gongkai.search.reasons import why_nothing
from gongkai.search.syntax_scan import QUOTES

__all__ = ["check"]

_NAME = re.compile(r"[A-Za-z\d_][\w.-]*", re.ASCII)  # of a file, rather than a phrase
_PAGE = re.compile(r".+\.(?:html?|docx?|pdf|txt|jsonl?|zip|tar|gz|tgz|bz2|xz|zst|warc)", re.I)
_FILE = click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)


@click.command(
    cls=QueryCommand,
    epilog=examples(
        "gongkai check reports/ --fault source_error",
        "gongkai check --year 2023..2025 --across years --format html > findings.html",
    ),
)
@query_options
@click.option("--by", type=click.Choice(["report", "rule", "place"]), default="report", show_default=True, help="What a row is.")
@click.option(
    "--across",
    multiple=True,
    type=click.Choice(["years", "levels"]),
    help="Compare reports, too: of an agency from year to year, of a government with those below it. Repeat for both.",
)
@click.option(
    "--of",
    "roster",
    type=_FILE,
    metavar="FILE",
    help="Who is below whom, for --across levels: CSV: agency, adcode, parent; - reads it.",
)
@click.option(
    "--deadlines",
    type=_FILE,
    metavar="FILE",
    help="Local deadlines as CSV: adcode, kind, level, due (MM-DD), first, last; - reads it.",
)
@format_option("table", "json", "jsonl", "csv", "html")
def check(by: str, across: tuple[str, ...], roster: Path | None, deadlines: Path | None, shape: str, **options: Any) -> None:
    """List what does not add up in the reports at PATH…, or in the reports of the index that QUERY finds.

    Arguments are paths when files of these names are there or they hold a /, else a query. Exit status 1 when
    there is a finding, or no report. --finding and --fault narrow the findings, too.
    """
    if roster and "levels" not in across:
        raise click.UsageError("--of is for --across levels.")
    if [*map(str, (roster, deadlines)), *options["query"]].count("-") > 1:
        raise click.UsageError("Standard input is read once: pages, --of or --deadlines; name a file for the others.")
    if shape == "html" and given_of(["by"]):
        raise click.UsageError("--format html is a page of reports: leave out --by, or choose another form.")
    _check_rules(options["finding"], (*across, *(["levels --of FILE"] if roster else [])))
    failures: list[str] = []
    compared = _comparison(across, roster)
    wanted = query_with({**options, "query": (), "where": ()}).selected
    local = _local(deadlines) if deadlines else []
    found = _Found({"code": wanted.get("finding", ()), "fault": wanted.get("fault", ())}, local)
    if _are_paths(options["query"]):
        _read(options, compared, found, failures)
    else:
        _ask(options, compared, found)
    _print(found, by, shape)
    leave(FAILED if failures else NOTHING if found.lines or found.is_empty else 0)


def _check_rules(texts: Iterable[str], across: Collection[str]) -> None:
    known = {name: code for code, rule in RULES.items() for name in (code, rule.name)}
    codes = []
    for name in (name for text in texts for name in listed(text)):
        if name not in known:
            near = [name.upper()] if name.upper() in known else get_close_matches(name, [rule.name for rule in RULES.values()], 1)
            hint = f"did you mean “{near[0]}”?" if near else f"there are {', '.join(RULES)}."
            raise click.UsageError(f"There is no finding “{name[:40]}”: {hint}")
        codes.append(known[name])
    untold = {code: side for code in codes if (side := compared_across(code)) and side not in across}
    if untold and len(untold) == len(codes):
        code, side = next(iter(untold.items()))
        raise click.UsageError(f"{code} compares reports: add --across {side}.")
    if untold:
        print_note(
            f"Not looked for: {', '.join(untold)}, which compare reports (--across {' and '.join(sorted(set(untold.values())))})."
        )


class _Found:
    """What was found so far."""

    def __init__(self, wanted: dict[str, tuple[str | int, ...]], local: list[Deadline]) -> None:
        self.wanted = wanted
        self.local = local
        self.reports = 0
        self.lines: list[dict[str, Any]] = []
        self.subjects: dict[str, Subject] = {}
        self.tallies: dict[str, Tally] = {}

    @property
    def is_empty(self) -> bool:
        """Tell that there was no report to check."""
        return not (self.reports or self.tallies)

    def add(self, document: Document) -> None:
        """Add the findings of one line of `parse`."""
        self.reports += document.get("report") is not False
        if lines := summary.finding_lines(document, self.wanted):
            self.lines += lines
            self.subjects[document["id"]] = subject_of(document, lines)

    def compare(self, across: Across, rows: Iterable[Row], look_up: LookUp, chosen: Mapping[str, Sequence[Any]]) -> None:
        """Add what does not agree between reports."""
        compared = list(rows)
        if doubtful := sum(row.titled is not None for row in compared):
            print_note(
                f"{doubtful:,} of the {len(compared):,} reports tell two years (D3), or came out before their year was over (D1):"
                " their numbers are compared with no other report's."
            )
        found, self.tallies = across.compare(compared)
        self.reports = self.reports or len(compared)  # none of them has a finding of its own that is asked for
        for line in wanted_lines(found, look_up, {**self.wanted, **chosen}):
            self.lines.append(line)
            subject = self.subjects.get(line["id"]) or subject_of({**line, **look_up(line["id"])}, ())
            subject.findings.append(line)
            self.subjects[line["id"]] = subject


def _comparison(across: tuple[str, ...], roster: Path | None) -> Across | None:
    if not across:
        return None
    from gongkai.indexer.agencies.told_by_name import told_by_name
    from gongkai.indexer.gazetteer.jurisdiction import children_of, lasting_code, towns_there_are, was_reshaped

    expected = read_roster(roster, lasting_code, print_note) if roster else ()
    compared = "years" in across, "levels" in across
    return Across(*compared, children_of, expected, told_by_name, was_reshaped, towns_there_are)


def _local(path: Path) -> list[Deadline]:
    from gongkai.indexer.gazetteer.jurisdiction import begins_a_code

    return read_deadlines(path, begins_a_code)


def _around(options: dict[str, Any]) -> dict[str, Any]:
    """Return the options without what would hide the reports that others are compared with."""
    return {**options, "year": (), "level": (), "finding": (), "fault": ()}


def _read(options: dict[str, Any], across: Across | None, found: _Found, failures: list[str]) -> None:
    """Check the reports at paths."""
    from gongkai.cli_parse import documents_at
    from gongkai.cli_sources import sources_at

    if options["where"] or options["words"]:
        raise click.UsageError("--where and --words ask an index: leave them out, or the paths.")
    paths, asked = options["query"], {**options, "query": ()}
    selected, around = query_with(asked).selected, query_with(_around(asked)).selected
    current = Current(documents_at(sources_at(paths, 64, ()), None, failures))
    reports = list(told_apart(current.versions, by_local_rules(current.reports, found.local), found.local))
    for document in reports:
        if _is_selected(document, selected):
            found.add(document)
    if across:
        from gongkai.indexer.gazetteer.jurisdiction import lasting_place

        known = {document["id"]: document for document in reports if _is_selected(document, around)}
        found.compare(across, rows_of(known.values(), lasting_place, across.figures), known.__getitem__, selected)
    if others := current.pages - len(reports):
        print_note(
            f"{others:,} of the {current.pages:,} pages are other versions or copies of reports there: the current ones are judged."
        )
    if reports and found.is_empty:
        print_note(f"None of the {len(reports):,} reports there is one that the options ask for.")
    elif not reports and not failures:
        print_note("No page there is a report: `gongkai parse` says of each why.")


def _ask(options: dict[str, Any], across: Across | None, found: _Found) -> None:
    """Check the reports of the index."""
    asked = (
        {**options, "finding": (), "fault": ()} if found.local else options
    )  # the index does not know who is late by a local rule
    with opened_index() as engine:
        documents = by_local_rules(_documents(engine, asked, found.wanted), found.local)
        for document in told_apart(versions_in(engine), documents, found.local):
            found.add(document)
        if across:
            from gongkai.indexer.gazetteer.jurisdiction import lasting_place

            @lru_cache(maxsize=1 << 14)
            def look_up(id: str) -> Document:
                document = engine.get(id) or {}
                return {name: document.get(name) for name in (*ABOUT, "states")}

            rows = rows_in(engine, query_with(_around(options)), lasting_place, across.figures)
            found.compare(across, rows, look_up, query_with(options).selected)
        if found.is_empty:
            names = "".join(
                f" There is no file or folder {part[:80]} either." for part in options["query"] if _NAME.fullmatch(part)
            )
            print_note(why_nothing(engine, query_with(options)) + names)


def _documents(engine: Engine, options: dict[str, Any], wanted: Mapping[str, Collection[str | int]]) -> Iterator[Document]:
    """Yield the reports that the options ask for, and those whose D2 their other versions may turn to the fault that is asked for."""
    asked = set()
    for document in engine.export(query_with(options)):
        asked.add(document["id"])
        yield document
    may_turn = options["fault"] and {Fault.UNDECIDED, Fault.SOURCE_ERROR} & set(wanted["fault"])
    if may_turn and "D2" in (wanted["code"] or ("D2",)):
        of_days = engine.export(query_with({**options, "finding": ("D2",), "fault": ()}))
        yield from (document for document in of_days if document["id"] not in asked)


def _print(found: _Found, by: str, shape: str) -> None:
    lines = found.lines
    if shape == "html":
        sys.stdout.writelines(page(list(found.subjects.values()), found.reports, made=date.today().isoformat()))
        return
    rules, places = summary.by_rule(lines), summary.by_place(lines)
    answer: dict[str, Any] = {"reports": found.reports, "findings": lines, "by_rule": rules, "by_place": places}
    if found.tallies:
        answer["across"] = summary.tallies_json(found.tallies)
    if by == "report":
        sheet, table, rows = summary.listing(lines, found.reports), summary.listing_csv(lines), lines
    else:
        sheet = summary.rule_sheet(lines) if by == "rule" else summary.place_sheet(lines)
        table, rows = sheet, rules if by == "rule" else places
    sheets = [sheet, summary.tally_sheet(found.tallies)] if found.tallies else [sheet]
    print_answer(shape, answer, rows, sheets, table)


def _are_paths(parts: tuple[str, ...]) -> bool:
    """Tell whether the arguments are files, not a query; what looks like the name of a file, and no quoted phrase, must be one."""
    there = [part == "-" or os.path.exists(part) for part in parts]  # noqa: PTH110 — of a long query Path.exists raises
    for part, exists in zip(parts, there, strict=True):
        if not exists and (any(there) or ((os.sep in part or _PAGE.fullmatch(part)) and part[0] not in QUOTES)):
            raise click.UsageError(f"There is no file or folder {part[:80]}.")
    return bool(parts) and all(there)


def _is_selected(document: Document, selected: Mapping[str, tuple[str | int, ...]]) -> bool:
    values = flatten(document)
    for name, chosen in selected.items():
        value = values.get(name)
        if not set(chosen) & set(value if isinstance(value, list) else [value]):
            return False
    return True
