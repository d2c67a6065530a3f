"""In which form? `--format`, what it prints, and the pager of a long table."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any, TypeVar

import click

from gongkai.search.render import Sheet, dumps, print_sheet, write_csv

__all__ = ["OUTPUT", "file_to_write", "format_option", "leave", "paged", "print_answer", "print_lines"]

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def format_option(*forms: str, default: str = "table") -> Callable[[Decorated], Decorated]:
    """Return the decorator for --format with these forms."""
    named = f"{', '.join(forms[:-1])} or {forms[-1]}."
    return click.option(
        "--format", "shape", type=click.Choice(forms), default=default, show_default=True, metavar="FORM", help=named
    )


class _Output(click.Path):
    """A file that is written: a folder, there or not, is none."""

    def convert(self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None) -> Any:
        text = os.fspath(value)
        if Path(text).is_dir():
            self.fail(f"{text[:80] or 'nothing'} is a folder: name a file in it.", param, ctx)
        if text.endswith(("/", os.sep)):
            self.fail(f"there is no folder {text[:80]}: make it first, and name a file in it.", param, ctx)
        return super().convert(value, param, ctx)


OUTPUT = _Output(path_type=Path)


def file_to_write(path: Path) -> Path:
    """Return the file that is written whole in the place of the one of that name: what a link leads to, never a device."""
    if path.exists() and not path.is_file():
        raise click.UsageError(f"{str(path)[:80]} is no file but a pipe or a device: leave the option out to print.")
    return path.resolve() if path.is_symlink() else path


def print_lines(lines: Iterable[object]) -> None:
    """Print JSON lines, each as soon as it is there."""
    for line in lines:
        sys.stdout.write(dumps(line) + "\n")


def print_answer(
    shape: str, value: object, lines: Iterable[object], tables: Sequence[Sheet], csv_table: Sheet | None = None
) -> None:
    """Print an answer: `value` as JSON, `lines` as JSON lines, the tables, or one table as CSV."""
    if shape == "json":
        sys.stdout.write(dumps(value, indent=2 if sys.stdout.isatty() else None) + "\n")
    elif shape == "jsonl":
        print_lines(lines)
    elif shape == "csv":
        sheet = csv_table or tables[0]
        write_csv(sheet.headings, sheet.rows, sys.stdout)
    else:
        with paged():
            for number, sheet in enumerate(tables):
                if number:
                    sys.stdout.write("\n")
                print_sheet(sheet)


class _Screen(io.StringIO):
    """What is on its way to a terminal."""

    def isatty(self) -> bool:
        """Tell that tables are to be drawn as on a terminal."""
        return True


@contextmanager
def paged() -> Iterator[None]:
    """Show what the block prints through $PAGER when it is longer than the terminal; in a pipe, print as ever."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield
        return
    screen = _Screen()
    try:
        with redirect_stdout(screen):
            yield
    finally:
        text = screen.getvalue()
        if text.count("\n") < shutil.get_terminal_size().lines:
            sys.stdout.write(text)
        else:
            click.echo_via_pager(text.removesuffix("\n"))


def leave(status: int) -> None:
    """End the command with an exit status; what was opened is closed."""
    click.get_current_context().exit(status)
