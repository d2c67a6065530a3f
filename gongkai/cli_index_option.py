"""Which index? `--index` before and after every command, `GONGKAI_INDEX`, or the user's own folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from gongkai.search.engine import Engine

__all__ = ["index_option", "index_place", "opened_index"]

_KEY = "gongkai.index"


def index_option() -> click.Option:
    """Return the option --index; the last one named counts."""
    return click.Option(
        ["--index", "index_place"],
        metavar="DIR|URL",
        expose_value=False,
        callback=_remember,
        shell_complete=_folders,
        help="Folder of the index, or http(s)://host:port/prefix of a cluster [env: GONGKAI_INDEX].",
    )


def _folders(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="dir")]


def _remember(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value is not None:
        if not value:
            raise click.UsageError("--index needs a folder or a URL.")
        ctx.meta[_KEY] = value


def index_place(ctx: click.Context | None = None) -> str:
    """Return the folder or URL of the index."""
    from gongkai.search.default_index import default_index

    return (ctx or click.get_current_context()).meta.get(_KEY) or default_index()


@contextmanager
def opened_index(*, create: bool = False) -> Iterator[Engine]:
    """Open the index for the length of a with statement."""
    from gongkai.search.engine import open_engine

    engine = open_engine(index_place(), create=create)
    try:
        yield engine
    finally:
        engine.close()
