"""Which pages? Paths, and how much of them is read."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from gongkai.cli_completion import paths
from gongkai.indexer.inputs.sources import KEYS, Limits, Sources

__all__ = ["NOTHING_THERE", "shown", "source_options", "sources_at"]

NOTHING_THERE = (
    "No document was found there. Taken are web pages, text, PDF, .docx, archives (.zip, .tar, .gz, WARC) and JSON lines, and - for"
    " standard input; hidden files and those of an index are left out."
)

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def source_options(command: Decorated) -> Decorated:
    """Add PATH… and the options of reading."""
    options = (
        click.argument("path", nargs=-1, required=True, metavar="PATH...", shell_complete=paths),
        click.option("--workers", type=click.IntRange(1), metavar="N", help="Processes that read; one a core unless given."),
        click.option(
            "--max-size", type=click.IntRange(1), default=64, show_default=True, metavar="MB", help="Largest page or member."
        ),
        click.option(
            "--key",
            "keys",
            multiple=True,
            metavar="PART=NAME",
            help=f"JSON lines of pages: what {', '.join(KEYS)} are called; of nested ones, the way: html=data.content.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def sources_at(paths: tuple[str, ...], max_size: int, keys: tuple[str, ...], *, absolute: bool = False) -> Sources:
    """Return what lies at the paths; `absolute`: files are named by their whole path."""
    named = dict(KEYS)
    for text in keys:
        part, equals, name = text.partition("=")
        if part not in KEYS or not equals or not name:
            raise click.BadParameter(f"“{text[:40]}”: write one of {', '.join(KEYS)}, =, and its name.", param_hint="--key")
        named[part] = name
    return Sources(paths, Limits(member=max_size << 20), named, absolute=absolute)


def shown(source: str) -> str:
    """Return the name of a source as one writes it here: below this folder without the folder's own path."""
    try:
        return source.removeprefix(os.path.join(os.getcwd(), ""))  # noqa: PTH109, PTH118 — text, as the source is
    except FileNotFoundError:  # the folder is gone
        return source
