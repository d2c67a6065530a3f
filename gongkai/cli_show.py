"""`gongkai show`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from gongkai.audit.lateness import told_apart, versions_in
from gongkai.cli_completion import sections as section_names
from gongkai.cli_help import Helped, examples
from gongkai.cli_ids import ids_in
from gongkai.cli_index_option import opened_index
from gongkai.cli_messages import NOTHING, given_of, print_error
from gongkai.cli_output import format_option, leave, paged, print_answer, print_lines
from gongkai.report import SECTIONS, Document
from gongkai.search.query import Query, Term
from gongkai.search.render import Sheet, dumps, print_sheet, write_csv
from gongkai.search.render_report import Parts, history_sheet, report_sheets

if TYPE_CHECKING:
    from gongkai.search.engine import Engine

__all__ = ["show"]


@click.command(
    cls=Helped,
    epilog=examples(
        "gongkai search 三审三校 --size 1 --format csv | gongkai show - --figures",
        "gongkai search 三审三校 --format csv | gongkai show - --section overview --mark 三审三校",
    ),
)
@click.argument("ids", nargs=-1, required=True, metavar="ID…")
@click.option("--figures", is_flag=True, help="Only the tables.")
@click.option(
    "--section",
    "sections",
    multiple=True,
    metavar="SECTION",
    shell_complete=section_names,
    help="Only this section's text; repeat for several.",
)
@click.option("--mark", metavar="QUERY", help="Mark the phrases of a query in the text.")
@click.option("--history", is_flag=True, help="List every version instead, the current one first, and what each changed.")
@click.option("--json", "shape", flag_value="json", help="The same as --format json.")
@format_option("table", "json", "jsonl", "csv")
def show(ids: tuple[str, ...], figures: bool, sections: tuple[str, ...], mark: str | None, history: bool, shape: str) -> None:
    """Print the reports of these IDs (first characters are enough; - reads ids): head, findings, text, tables, versions."""
    if history and (idle := given_of(("figures", "sections", "mark"))):
        raise click.UsageError(f"--history lists versions, not what they print: leave out {' and '.join(idle)}.")
    parts = _parts(figures, sections, mark)
    wanted = ids_in(sys.stdin.buffer) if ids == ("-",) else iter(ids)
    with opened_index() as engine:
        found = _Found(engine, wanted)
        if history:
            _print_history(engine, found, shape)
        else:
            _print(engine, found, parts, shape, alone=ids != ("-",) and len(ids) == 1)
    leave(NOTHING if found.missing or not found.count else 0)


def _parts(figures: bool, sections: tuple[str, ...], mark: str | None) -> Parts:
    """Return what of a report is wanted. Raises BadQuery."""
    from gongkai.search.syntax import parse_query
    from gongkai.search.syntax_fields import section_called

    keys = tuple(section_called(name).name.removeprefix("sections.") for name in sections)
    return Parts(figures=figures, sections=keys, mark=parse_query(mark) if mark else None)


class _Found:
    """The documents of the ids, one at a time; an id that is not there is one line on standard error."""

    def __init__(self, engine: Engine, ids: Iterator[str]) -> None:
        self._engine, self._ids = engine, ids
        self.count = self.missing = 0

    def __iter__(self) -> Iterator[Document]:
        for name in self._ids:
            document = self._engine.get(name)
            if document is None:
                self.missing += 1
                print_error(f"There is no report whose id begins with “{name[:40]}”: `gongkai search` prints ids.")
            else:
                self.count += 1
                yield from told_apart(versions_in(self._engine), [document])


def _print(engine: Engine, found: _Found, parts: Parts, shape: str, *, alone: bool) -> None:
    if shape == "jsonl":
        print_lines(map(parts.chosen, found))
    elif shape == "json" and alone:
        for document in found:
            print_answer(shape, parts.chosen(document), [], [])
    elif shape == "json":
        sys.stdout.write("[")
        for document in found:
            sys.stdout.write(f"{',' if found.count > 1 else ''}\n{dumps(parts.chosen(document))}")
        sys.stdout.write("]\n")
    elif shape == "csv":
        _print_csv(found, parts, alone=alone)
    else:
        with paged():
            _print_tables(engine, found, parts, alone=alone)


def _print_tables(engine: Engine, found: _Found, parts: Parts, *, alone: bool) -> None:
    for document in found:
        if found.count > 1:
            sys.stdout.write("\n")
        if not alone and (parts.sections or parts.figures):  # these do not say whose they are
            sys.stdout.write(f"{document['id'][:12]} {document.get('agency') or '-'} {document.get('year') or '-'}\n")
        for number, sheet in enumerate(report_sheets(document, parts, _versions(engine, document))):
            sys.stdout.write("\n" if number else "")
            print_sheet(sheet)


def _versions(engine: Engine, document: Document) -> list[Document]:
    """Return the versions of a report, each with whether it is the current one: none is when its page is one no more."""
    key = document.get("report_key")
    versions = engine.history(key) if key else [document]
    ids = tuple(str(one["id"]) for one in versions)
    current = {hit.id for hit in engine.search(Query(Term("id", ids), limit=1)).hits}
    return [{**one, "current": one["id"] in current} for one in versions]


def _print_history(engine: Engine, found: _Found, shape: str) -> None:
    """Print the versions of each report: one list of all, or a table or two of each."""
    from gongkai.audit.versions import changes_sheet, history_rows, with_changes

    histories = (with_changes(_versions(engine, document)) for document in found)
    if shape == "jsonl":
        print_lines(version for told in histories for version in told)
        return
    held = list(histories)
    every = [version for told in held for version in told]
    sheets: list[Sheet] = []
    for told in held:
        sheets += [history_sheet(told), *([changes_sheet(told)] if len(told) > 1 else [])]
    print_answer(shape, every, every, sheets, history_rows(held))


def _print_csv(found: Iterable[Document], parts: Parts, *, alone: bool) -> None:
    """Print a row a figure, or a row a section: what a spreadsheet can take of reports."""
    headings: tuple[str, ...] = ("部分", "正文") if parts.sections else ("字段", "名称", "数值", "状态")
    row_of = _sections if parts.sections else _figures
    rows = (row if alone else (document["id"], *row) for document in found for row in row_of(parts.chosen(document)))
    write_csv(headings if alone else ("编号", *headings), rows, sys.stdout)


def _sections(document: Document) -> Iterator[tuple[object, ...]]:
    return ((SECTIONS.get(key, key), text) for key, text in document["sections"].items())


def _figures(document: Document) -> Iterator[tuple[object, ...]]:
    from gongkai.mappings.fields import field_label

    states = document.get("states") or {}
    for name, value in (document.get("figures") or {}).items():
        yield name, field_label(name), value, states.get(name, "read")
