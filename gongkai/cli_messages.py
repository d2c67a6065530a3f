"""What is said beside the answer? One line each on standard error, as little as is wanted, and an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TextIO

import click
from click.core import ParameterSource

__all__ = [
    "FAILED",
    "INTERRUPTED",
    "NOTHING",
    "given_of",
    "note_other_unit",
    "print_error",
    "print_note",
    "quiet_options",
    "send_nowhere",
    "wants_progress",
]

NOTHING = 1  # exit status when nothing was found
FAILED = 2  # of every error
INTERRUPTED = 130  # after Ctrl-C, as shells say it
_LONGEST = 400  # characters of a message
_QUIET, _NO_PROGRESS = "gongkai.quiet", "gongkai.no_progress"


def print_error(message: str) -> None:
    """Print one line on standard error: no control characters, no long input."""
    line = " ".join("".join(char if char.isprintable() else " " for char in message).split())
    try:
        click.echo(f"gongkai: {line if len(line) <= _LONGEST else line[:_LONGEST] + '…'}", err=True)
    except BrokenPipeError:  # who reads the messages, such as head, has enough: the work goes on
        send_nowhere(sys.stderr)


def send_nowhere(stream: TextIO) -> None:
    """Let what is still written to a stream that nobody reads go nowhere, so that nothing fails on it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def print_note(message: str) -> None:
    """Print one line that is good to know and no error; --quiet leaves it out."""
    if not _is_set(_QUIET):
        print_error(message)


def note_other_unit(count: int) -> None:
    """Say that sums leave out what some reports print in another unit, if any does."""
    if count:
        print_note(
            f"{count:,} of the reports print the figure in another unit than the form's (U1): they count as if they did not print it."
            " `check --finding U1` lists them."
        )


def given_of(names: Iterable[str]) -> list[str]:
    """Return which of these parameters of the current command were given, as options: what would change nothing is refused."""
    context = click.get_current_context()
    spelled = {str(parameter.name): max(parameter.opts, key=len) for parameter in context.command.params}
    return [spelled[name] for name in names if context.get_parameter_source(name) is ParameterSource.COMMANDLINE]


def wants_progress() -> bool:
    """Tell whether a bar may be drawn: on a terminal, unless --quiet or --no-progress."""
    return sys.stderr.isatty() and not _is_set(_QUIET) and not _is_set(_NO_PROGRESS)


def quiet_options() -> tuple[click.Option, click.Option]:
    """Return the options --quiet and --no-progress."""
    return (
        _switch("--quiet", _QUIET, "Say nothing but the answer and errors: no progress, no hints."),
        _switch("--no-progress", _NO_PROGRESS, "Draw no progress bar (in a pipe there never is one)."),
    )


def _switch(name: str, key: str, help: str) -> click.Option:
    def remember(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:
        if value:
            ctx.meta[key] = True

    return click.Option([name], is_flag=True, expose_value=False, callback=remember, help=help)


def _is_set(key: str) -> bool:
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.meta.get(key))
