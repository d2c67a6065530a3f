"""`gongkai show`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from gongkai.cli_index_option import opened_index
from gongkai.cli_messages import NOTHING, print_error
from gongkai.cli_output import format_option, leave, print_answer
from gongkai.search.render import Sheet
from gongkai.search.render_report import history_sheet, report_sheets

__all__ = ["show"]


@click.command(epilog="Example: gongkai show 0b5ae04172f4 --history")
@click.argument("id")
@click.option("--history", is_flag=True, help="List every version instead, the current one first, and what each changed.")
@format_option("table", "json", "jsonl", "csv")
def show(id: str, history: bool, shape: str) -> None:
    """Print the report of that ID (its first characters are enough): head, findings, text, tables."""
    with opened_index() as engine:
        document = engine.get(id)
        if document is None:
            print_error(f"There is no report whose id begins with “{id[:40]}”: `gongkai search` prints ids.")
            leave(NOTHING)
            return
        key = document.get("report_key")
        versions = engine.history(key) if history and key else [document]
    if history:
        from gongkai.audit.versions import changes_sheet, with_changes

        told = with_changes(versions)
        sheets = [history_sheet(versions), *([changes_sheet(told)] if len(told) > 1 else [])]
        print_answer(shape, told, told, sheets)
    else:
        print_answer(shape, document, [document], report_sheets(document), _flat(document))


def _flat(document: Mapping[str, Any]) -> Sheet:
    """Return a row a figure: what a spreadsheet can take of one report."""
    from gongkai.mappings.fields import field_named

    states = document.get("states") or {}
    rows = []
    for name, value in (document.get("figures") or {}).items():
        field = field_named(name)
        rows.append((name, field.label if field else name, value, states.get(name, "read")))
    return Sheet(("字段", "名称", "数值", "状态"), rows)
