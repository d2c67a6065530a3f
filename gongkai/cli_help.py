"""What does `--help` look like? It fits a screen: options that are alike share a paragraph, and examples end it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

import click

__all__ = ["EVERYWHERE", "Helped", "HelpedGroup", "examples"]

EVERYWHERE = ("--index", "--quiet", "--no-progress", "--help")
"""Options of every command: `gongkai --help` says what they do, every other --help names them on one line."""

_WHICH = ("where", "words")  # what narrows a query besides the facets


def examples(*lines: str) -> str:
    """Return an epilog of examples, each on its own line; a test runs them all."""
    return "\n".join(("\b", "Examples:", *(f"  {line}" for line in lines)))


class Helped(click.Command):
    """A command whose options are listed by how often they are looked up: its own, which reports, those of every command."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options in as few lines as they need."""
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        facets = [one for one in options if one.name in _facet_names()] if any(one.name == "where" for one in options) else []
        apart = {*facets, *(one for one in options if one.opts[0] in EVERYWHERE or one.name in _WHICH)}
        _list(formatter, "Options", ctx, [one for one in options if one not in apart])
        if facets:
            with formatter.section("Which reports (repeat one for OR; see `gongkai fields --facets`)"):
                _fill(formatter, map(_signature, facets))
                formatter.write_dl([record for one in options if one.name in _WHICH if (record := one.get_help_record(ctx))])
        with formatter.section("Everywhere (see `gongkai --help`)"):
            _fill(formatter, [_signature(one) for one in options if one.opts[0] in EVERYWHERE])


class HelpedGroup(Helped, click.Group):
    """A group whose commands are listed below its options."""

    command_class = Helped

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)


def _list(formatter: click.HelpFormatter, title: str, ctx: click.Context, options: Sequence[click.Option]) -> None:
    if records := [record for one in options if (record := one.get_help_record(ctx))]:
        with formatter.section(title):
            formatter.write_dl(records)


def _facet_names() -> set[str]:
    from gongkai.mappings.fields import FACETS  # `gongkai --help` has no use for them

    return {field.name for field in FACETS}


def _signature(option: click.Option) -> str:
    return option.opts[0] if option.is_flag else f"{option.opts[0]} {option.metavar}"


def _fill(formatter: click.HelpFormatter, parts: Iterable[str]) -> None:
    """Write the parts side by side, as many on a line as fit; a Chinese character takes two columns."""
    indent = " " * formatter.current_indent
    line = indent
    for part in parts:
        if line != indent and _width(line) + 2 + _width(part) > formatter.width:
            formatter.write(f"{line}\n")
            line = indent
        line += part if line == indent else f"  {part}"
    formatter.write(f"{line}\n")


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
