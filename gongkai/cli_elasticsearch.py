"""`gongkai elasticsearch init|status|migrate|swap|drop` and `gongkai copy`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gongkai.cli_completion import paths
from gongkai.cli_help import Helped, HelpedGroup, examples
from gongkai.cli_index import LABELS
from gongkai.cli_index_option import index_place
from gongkai.cli_messages import wants_progress
from gongkai.cli_output import format_option, leave, print_answer
from gongkai.search.engine import Outcome, open_engine
from gongkai.search.render import Sheet

if TYPE_CHECKING:
    from gongkai.mappings.elasticsearch import Layout
    from gongkai.search.elasticsearch_admin import Status
    from gongkai.search.elasticsearch_connection import Cluster

__all__ = ["copy", "elasticsearch"]

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

STATES = {"current": "现用", "previous": "前版", "half-built": "未建完", "beside": "附属"}


@click.group(
    cls=HelpedGroup,
    epilog=examples(
        "gongkai elasticsearch init --index http://localhost:9200/gongkai",
        "gongkai elasticsearch status --index http://localhost:9200/gongkai",
    ),
)
def elasticsearch() -> None:
    """Make and look after the indices on a cluster, which --index http://host:9200/prefix names."""


def layout_options(command: Decorated) -> Decorated:
    """Add what can be chosen when an index is made."""
    options = (
        click.option(
            "--shards", type=click.IntRange(1, 1024), metavar="N", default=1, show_default=True, help="Parts; one for 20–40 GB."
        ),
        click.option("--replicas", default="0-1", show_default=True, metavar="N|LEAST-MOST", help="Copies of each part."),
        click.option("--refresh", default="5s", show_default=True, metavar="TIME", help="After what time writes are seen."),
        click.option(
            "--codec",
            type=click.Choice(["best_compression", "default"]),
            default="best_compression",
            show_default=True,
            help="How what is kept is compressed.",
        ),
        click.option(
            "--figures",
            type=click.Choice(["nonzero", "all", "none"]),
            default="nonzero",
            show_default=True,
            help="Which figures have a line of their own, for Kibana; all: zeros too.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


@elasticsearch.command(
    epilog=examples(
        "gongkai elasticsearch init --index http://localhost:9200/gongkai",
        "gongkai elasticsearch init --shards 3 --replicas 1 --index http://localhost:9200/gongkai",
    )
)
@layout_options
@format_option("table", "json")
def init(shape: str, **options: Any) -> None:
    """Make the indices and aliases that are not there yet. Run twice it changes nothing."""
    from gongkai.search.elasticsearch_admin import init as make

    with _cluster() as cluster:
        made = make(cluster, _layout(options))
    _print_names(shape, "created", "新建", made)


@elasticsearch.command(
    epilog=examples(
        "gongkai elasticsearch status --index http://localhost:9200/gongkai",
        "gongkai elasticsearch status --format json --index http://localhost:9200/gongkai",
    )
)
@format_option("table", "json")
def status(shape: str) -> None:
    """Show the indices, their size and aliases, the ledger, and what is behind."""
    from gongkai.search.elasticsearch_admin import status as look

    with _cluster() as cluster:
        found = look(cluster)
    _print_status(shape, found)


@elasticsearch.command(
    epilog=examples(
        "gongkai elasticsearch migrate --index http://localhost:9200/gongkai",
        "gongkai elasticsearch migrate --again --shards 2 --index http://localhost:9200/gongkai",
    )
)
@layout_options
@click.option("--again", is_flag=True, help="Build it again although its format is that of this gongkai (other shards …).")
@format_option("table", "json")
def migrate(again: bool, shape: str, **options: Any) -> None:
    """Build an index of this gongkai's format from what the current one keeps, check it, and use it.

    The old one serves meanwhile, takes no writes, and is kept: `swap` goes back to it.
    """
    from gongkai.search.elasticsearch_migration import migrate as build

    with _cluster() as cluster, _counting() as watch:
        name = build(cluster, _layout(options), again=again, watch=watch)
    _print_names(shape, "created", "新建", [name] if name else [])


@elasticsearch.command(
    epilog=examples(
        "gongkai elasticsearch swap --index http://localhost:9200/gongkai",
        "gongkai elasticsearch swap --format json --index http://localhost:9200/gongkai",
    )
)
@click.argument("name", required=False)
@format_option("table", "json")
def swap(name: str | None, shape: str) -> None:
    """Use the previous index, or the one that is named; what was written since it left is not in it."""
    from gongkai.search.elasticsearch_migration import swap as move

    with _cluster() as cluster:
        old, new = move(cluster, name)
    answer = {"from": old, "to": new}
    print_answer(shape, answer, [answer], [Sheet(("停用", "启用"), [(old, new)])])


@elasticsearch.command(
    epilog=examples(
        "gongkai elasticsearch drop --yes --index http://localhost:9200/gongkai",
        "gongkai elasticsearch drop --all --yes --index http://localhost:9200/gongkai",
    )
)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--all", "everything", is_flag=True, help="Also the current index, the history, the ledger, the pages, the figures."
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@format_option("table", "json")
def drop(names: tuple[str, ...], everything: bool, yes: bool, shape: str) -> None:
    """Remove previous and half-built indices, those that are named, or all of them."""
    from gongkai.search.elasticsearch_admin import drop as remove
    from gongkai.search.elasticsearch_admin import status as look

    with _cluster() as cluster:
        found = {index.name: index.state for index in look(cluster).indices}
        if unknown := [name for name in names if name not in found]:
            raise click.UsageError(f"There is no index “{unknown[0][:80]}” of ours: `gongkai elasticsearch status` lists them.")
        chosen = list(names) or [name for name, state in found.items() if everything or state in ("previous", "half-built")]
        if not everything and any(found[name] in ("current", "beside") for name in chosen):
            raise click.UsageError("That index is in use: add --all to remove it nevertheless.")
        if chosen and not yes:
            click.confirm(f"Remove {', '.join(chosen)} for good?", abort=True, err=True)
        remove(cluster, chosen)
    _print_names(shape, "removed", "已删", chosen)


@click.command(
    cls=Helped,
    epilog=examples("gongkai copy index second-index", "gongkai copy index http://localhost:9200/gongkai"),
)
@click.argument("origin", metavar="FROM", shell_complete=paths)
@click.argument("target", metavar="TO", shell_complete=paths)
@format_option("table", "json")
def copy(origin: str, target: str, shape: str) -> None:
    """Bring an index with all of its documents, pages and ledger into another: a folder or a cluster, either way."""
    from gongkai.search.copying import copy as bring

    source = open_engine(origin)
    try:
        engine = open_engine(target, create=True)
        try:
            with _counting() as watch:
                outcomes = bring(source, engine, watch)
        finally:
            engine.close()
    finally:
        source.close()
    answer = {str(outcome): outcomes[outcome] for outcome in Outcome}
    row = tuple(outcomes[outcome] for outcome in LABELS)
    print_answer(shape, answer, [answer], [Sheet(tuple(LABELS.values()), [row], frozenset(range(len(row))))])


@contextmanager
def _cluster() -> Iterator[Cluster]:
    from gongkai.search.elasticsearch_connection import connect
    from gongkai.search.elasticsearch_errors import translated

    where = index_place()
    if not where.startswith(("http://", "https://")):
        raise click.UsageError("Name the cluster: --index http://host:9200/gongkai, or GONGKAI_INDEX.")
    cluster = connect(where)
    try:
        with translated(where):
            yield cluster
    finally:
        cluster.client.close()


def _layout(options: dict[str, Any]) -> Layout:
    import re

    from gongkai.mappings.elasticsearch import Layout

    if not re.fullmatch(r"\d+(-(\d+|all))?", options["replicas"]):
        raise click.BadParameter("write a number such as 1, or a range such as 0-1.", param_hint="--replicas")
    if not re.fullmatch(r"\d+(ms|s|m|h)|-1", options["refresh"]):
        raise click.BadParameter("write a time such as 5s.", param_hint="--refresh")
    return Layout(options["shards"], options["replicas"], options["refresh"], options["codec"], options["figures"])


def _print_names(shape: str, key: str, heading: str, names: list[str]) -> None:
    print_answer(shape, {key: names}, [{key: name} for name in names], [Sheet((heading,), [(name,) for name in names])])


def _print_status(shape: str, found: Status) -> None:
    rows = [
        (index.name, STATES[index.state], index.format, index.documents, round(index.bytes / 1e6, 1), " ".join(index.aliases))
        for index in found.indices
    ]
    sheets = [Sheet(("索引", "状态", "版式", "文档", "MB", "别名"), rows, frozenset({3, 4}), wide=frozenset({0, 5}))]
    if found.ledger:
        sheets.append(Sheet(("台账", "来源"), sorted(found.ledger.items()), frozenset({1})))
    if found.behind:
        sheets.append(Sheet(("待办",), [(sentence,) for sentence in found.behind], wide=frozenset({0})))
    print_answer(shape, asdict(found), [asdict(found)], sheets)
    leave(0)


@contextmanager
def _counting() -> Iterator[Callable[[int], None]]:
    """Show on a terminal how many documents are done, if that is wanted; nothing in a pipe."""
    is_terminal = wants_progress()

    def show(count: int) -> None:
        if is_terminal:
            click.echo(f"\r{count:,} documents", nl=False, err=True)

    yield show
    if is_terminal:
        click.echo("\r" + " " * 30 + "\r", nl=False, err=True)
