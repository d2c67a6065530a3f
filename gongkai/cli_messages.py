"""What is said when something goes wrong? One line, and an exit status."""

from __future__ import annotations

import click

__all__ = ["FAILED", "INTERRUPTED", "NOTHING", "print_error"]

NOTHING = 1  # exit status when nothing was found
FAILED = 2  # of every error
INTERRUPTED = 130  # after Ctrl-C, as shells say it
_LONGEST = 400  # characters of a message


def print_error(message: str) -> None:
    """Print one line on standard error: no control characters, no long input."""
    line = " ".join("".join(char if char.isprintable() else " " for char in message).split())
    click.echo(f"gongkai: {line if len(line) <= _LONGEST else line[:_LONGEST] + '…'}", err=True)
