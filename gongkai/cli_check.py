"""`gongkai check`."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from gongkai.cli_index_option import opened_index
from gongkai.cli_messages import FAILED, NOTHING
from gongkai.cli_output import format_option, leave, print_answer
from gongkai.cli_query import QueryCommand, query_options, query_with
from gongkai.mappings.document import flatten
from gongkai.search.render import Sheet
from gongkai.search.render_report import FINDING_HEADINGS, finding_row

__all__ = ["check"]

_ABOUT = ("source", "id", "agency", "year")


@click.command(cls=QueryCommand, epilog="Examples: gongkai check reports/ · gongkai check --year 2024 --fault source_error")
@query_options
@format_option("table", "json", "jsonl", "csv")
def check(shape: str, **options: Any) -> None:
    """List what does not add up in the reports at PATH…, or in the reports of the index that QUERY finds.

    Exit status 1 when there is a finding. --finding and --fault narrow the findings, too.
    """
    failures: list[str] = []
    wanted = {"code": options["finding"], "fault": options["fault"]}
    paths = options["query"]
    if _are_paths(paths):
        from gongkai.cli_parse import documents_at
        from gongkai.cli_sources import sources_at

        if options["where"] or options["words"]:
            raise click.UsageError("--where and --words ask an index: leave them out, or the paths.")
        selected = query_with({**options, "query": ()}).selected
        documents = documents_at(sources_at(paths, 64, ()), None, failures)
        count, lines = _findings((document for document in documents if _is_selected(document, selected)), wanted)
    else:
        with opened_index() as engine:
            count, lines = _findings(engine.export(query_with(options)), wanted)
    rows = [(line["agency"] or line["source"], line["year"], *finding_row(line)) for line in lines]
    sheet = Sheet(("机关", "年度", *FINDING_HEADINGS), rows, frozenset({1}), frozenset({0, 4, 5}), foot=_foot(count, lines))
    print_answer(shape, {"reports": count, "findings": lines}, lines, [sheet], _csv(lines))
    leave(FAILED if failures else NOTHING if lines or not count else 0)


def _are_paths(parts: tuple[str, ...]) -> bool:
    """Tell whether the arguments are files, not a query; a name that looks like a file must be one."""
    there = [part == "-" or Path(part).exists() for part in parts]
    for part, exists in zip(parts, there, strict=True):
        if not exists and (any(there) or os.sep in part):
            raise click.UsageError(f"There is no file or folder {part[:80]}.")
    return bool(parts) and all(there)


def _findings(documents: Iterable[Mapping[str, Any]], wanted: Mapping[str, tuple[str, ...]]) -> tuple[int, list[dict[str, Any]]]:
    count = 0
    lines: list[dict[str, Any]] = []
    for document in documents:
        count += document.get("report") is not False
        lines += _lines(document, wanted)
    return count, lines


def _is_selected(document: Mapping[str, Any], selected: Mapping[str, tuple[str | int, ...]]) -> bool:
    values = flatten(document)
    for name, chosen in selected.items():
        value = values.get(name)
        if not set(chosen) & set(value if isinstance(value, list) else [value]):
            return False
    return True


def _lines(document: Mapping[str, Any], wanted: Mapping[str, tuple[str, ...]]) -> Iterator[dict[str, Any]]:
    for finding in document.get("findings") or ():
        if all(not values or finding[name] in values for name, values in wanted.items()):
            yield {**{name: document.get(name) for name in _ABOUT}, **finding}


def _csv(lines: list[dict[str, Any]]) -> Sheet:
    rows = [(*(line[name] for name in _ABOUT), *finding_row(line), line["figures"]) for line in lines]
    return Sheet(("来源", "编号", "机关", "年度", *FINDING_HEADINGS, "数据项"), rows)


def _foot(count: int, lines: list[dict[str, Any]]) -> str:
    reports = len({line["id"] for line in lines})
    return f"查了 {count:,} 篇报告，{reports:,} 篇共有 {len(lines):,} 条发现"
