"""`gongkai kibana export|install|uninstall`."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import click

from gongkai.cli_help import HelpedGroup, examples
from gongkai.cli_index_option import index_place
from gongkai.cli_output import format_option, print_answer
from gongkai.search.render import Sheet

if TYPE_CHECKING:
    from gongkai.mappings.kibana_names import Names
    from gongkai.search.kibana_connection import Kibana
    from gongkai.search.kibana_install import Step

__all__ = ["kibana"]

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

CHANGES = {"created": "新建", "updated": "更新", "kept": "未变", "removed": "移除", "absent": "不存在"}
_SPACE = re.compile("[a-z0-9_-]*")


@click.group(
    cls=HelpedGroup,
    epilog=examples("gongkai kibana export dashboards/", "gongkai kibana install --kibana http://localhost:5601"),
)
def kibana() -> None:
    """Give Kibana the data views, saved searches and dashboards of an index on a cluster."""


def _space(_ctx: click.Context, _parameter: click.Parameter, value: str) -> str:
    if not _SPACE.fullmatch(value):
        raise click.BadParameter("a space has small letters, digits, - and _ only.")
    return "" if value == "default" else value


def space_option(command: Decorated) -> Decorated:
    """Add --space."""
    return click.option(
        "--space", default="default", show_default=True, metavar="ID", callback=_space, help="Space of Kibana to use."
    )(command)


def kibana_option(command: Decorated) -> Decorated:
    """Add --kibana."""
    return click.option("--kibana", "url", metavar="URL", help="http(s)://host:5601, and a base path [env: GONGKAI_KIBANA_URL].")(
        command
    )


@kibana.command(
    epilog=examples(
        "gongkai kibana export dashboards/",
        "gongkai kibana export dashboards/ --space gongkai",
    )
)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@space_option
@format_option("table", "json", "jsonl", "csv")
def export(folder: Path, space: str, shape: str) -> None:
    """Write everything as files that Kibana imports by hand: all in one, and a file a dashboard."""
    from gongkai.mappings.kibana import needed_by, saved_objects, to_ndjson

    objects = saved_objects(_names(space))
    files = {"gongkai": objects}
    for each in objects:
        if each["type"] == "dashboard":
            files[each["id"]] = needed_by(each, objects)
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for name, held in files.items():
        path = folder / f"{name}.ndjson"
        path.write_text(to_ndjson(held), encoding="utf-8", newline="\n")
        lines.append({"file": str(path), "objects": len(held)})
    rows = [(line["file"], line["objects"]) for line in lines]
    print_answer(shape, lines, lines, [Sheet(("文件", "对象数"), rows, frozenset({1}))])


@kibana.command(
    epilog=examples(
        "gongkai kibana install --kibana http://localhost:5601 --dry-run",
        "gongkai kibana install --kibana http://localhost:5601 --space gongkai",
    )
)
@kibana_option
@space_option
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@click.option("--force", is_flag=True, help="Also write over what is as it was left, with changes of others.")
@format_option("table", "json", "jsonl", "csv")
def install(url: str | None, space: str, dry_run: bool, force: bool, shape: str) -> None:
    """Bring everything into Kibana 8.19 or later. Run twice it changes nothing."""
    from gongkai.search.kibana_install import install as bring

    _print(shape, bring(_kibana(url, space), _names(space), dry_run=dry_run, force=force))


@kibana.command(
    epilog=examples(
        "gongkai kibana uninstall --kibana http://localhost:5601 --dry-run",
        "gongkai kibana uninstall --kibana http://localhost:5601",
    )
)
@kibana_option
@space_option
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@format_option("table", "json", "jsonl", "csv")
def uninstall(url: str | None, space: str, dry_run: bool, shape: str) -> None:
    """Remove what `install` made and nothing else; the index stays."""
    from gongkai.search.kibana_install import uninstall as remove

    _print(shape, remove(_kibana(url, space), _names(space), dry_run=dry_run))


def _names(space: str) -> Names:
    """Return the names for the prefix in --index; the usual one when --index is a folder."""
    from gongkai.mappings.kibana_names import Names

    place = index_place()
    prefix = urlsplit(place).path.strip("/").rpartition("/")[2] if place.startswith(("http://", "https://")) else ""
    return Names(prefix or "gongkai", space)


def _kibana(url: str | None, space: str) -> Kibana:
    from gongkai.search.kibana_connection import connect_kibana

    where = url or os.environ.get("GONGKAI_KIBANA_URL")
    if not where:
        raise click.UsageError("Where is Kibana? Give --kibana http://host:5601, or set GONGKAI_KIBANA_URL.")
    return connect_kibana(where, space)


def _print(shape: str, steps: list[Step]) -> None:
    lines = [{"change": str(step.change), "type": step.kind, "id": step.id, "title": step.title} for step in steps]
    counted = {name: sum(line["change"] == name for line in lines) for name in CHANGES}
    answer = {name: number for name, number in counted.items() if number} | {"objects": lines}
    sheets = [Sheet(("结果", "种类", "标题", "编号"), [(CHANGES[step.change], step.kind, step.title, step.id) for step in steps])]
    sheets.append(
        Sheet(("结果", "对象数"), [(CHANGES[name], number) for name, number in counted.items() if number], frozenset({1}))
    )
    print_answer(shape, answer, lines, sheets, csv_table=sheets[0])
