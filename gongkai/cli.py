"""The command line: which commands there are, and what happens when one fails."""

from __future__ import annotations

import errno
import importlib
import os
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn

import click

from gongkai.cli_everywhere import with_everywhere
from gongkai.cli_help import examples
from gongkai.cli_messages import FAILED, INTERRUPTED, print_error, send_nowhere
from gongkai.errors import BadQuery, GongkaiError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

__all__ = ["Commands", "cli", "main"]

COMMANDS: dict[str, tuple[str, str]] = {
    "parse": ("gongkai.cli_parse", "Read reports and print them, one JSON a line."),
    "index": ("gongkai.cli_index", "Bring files, folders, archives or JSON lines into an index."),
    "search": ("gongkai.cli_search", "Find the reports that contain a phrase."),
    "concordance": ("gongkai.cli_concordance", "Show every occurrence of a phrase in its context."),
    "facets": ("gongkai.cli_facets", "Count the reports found by province, year, outcome …"),
    "pivot": ("gongkai.cli_pivot", "Sum a figure of the reports found by two or three fields."),
    "trend": ("gongkai.cli_trend", "Follow a figure or a share over the years."),
    "show": ("gongkai.cli_show", "Print one report with its figures and findings."),
    "export": ("gongkai.cli_export", "Write the reports found as CSV, JSON lines, Parquet or Excel."),
    "check": ("gongkai.cli_check", "List what does not add up in reports."),
    "coverage": ("gongkai.cli_coverage", "Show which agencies published in which years, and which did not."),
    "fields": ("gongkai.cli_fields", "List every field that a query may name."),
    "ledger": ("gongkai.cli_index", "List what became of every input."),
    "elasticsearch": ("gongkai.cli_elasticsearch", "Make and look after the indices on a cluster."),
    "copy": ("gongkai.cli_elasticsearch", "Bring an index into another: a folder or a cluster."),
    "kibana": ("gongkai.cli_kibana", "Give Kibana the dashboards of an index on a cluster."),
    "sample": ("gongkai.cli_sample", "Make up reports to try it all on."),
}
"""Name → the module that is loaded when the command runs, and its line in `gongkai --help`."""


_COMPLETE = "_GONGKAI_COMPLETE"  # by which a shell asks


class _Failure(click.ClickException):
    """An error of ours as click passes it on."""

    exit_code = FAILED


class _Interrupted(click.ClickException):
    exit_code = INTERRUPTED


class Commands(click.Group):
    """A group that loads a command when it runs, and reports every error as one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which they are used."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(COMMANDS[cmd_name][0]), cmd_name)
        return with_everywhere(command)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        """Offer the commands without loading them, and the options."""
        from click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=line) for name, (_, line) in COMMANDS.items() if name.startswith(incomplete)]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete)]

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or name the closest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise click.exceptions.NoSuchCommand(args[0][:40], possibilities=list(COMMANDS), ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; whatever a user can do something about becomes one sentence."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:  # the reader, such as head, has enough
            send_nowhere(sys.stdout)
            ctx.exit(0)
        except KeyboardInterrupt:
            raise _Interrupted("Interrupted.") from None
        except GongkaiError as error:
            raise _Failure(_sentence(error)) from error
        except OSError as error:
            raise _Failure(_told(error)) from error
        return result

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **extra: Any
    ) -> Any:
        """Run and leave with the exit status: 0 found or done, 1 nothing found, 2 an error."""
        if _COMPLETE in os.environ:
            importlib.import_module("gongkai.cli_completion")  # has words of its own for bash
        try:
            status = super().main(args, prog_name or "gongkai", **{**extra, "standalone_mode": False})
        except click.exceptions.NoArgsIsHelpError as error:  # a group such as kibana, alone
            click.echo(error.format_message())
            status = 0
        except click.ClickException as error:
            print_error(error.format_message())
            status = error.exit_code
        except click.Abort:
            status = INTERRUPTED
        sys.exit(status if isinstance(status, int) else 0)


_NEXT_STEPS = {
    errno.ENOSPC: ": make room there, or write elsewhere.",
    errno.EACCES: ": give yourself the right to read and write it and to enter the folders above (chmod u+rwX), or name another place.",
}


def _told(error: OSError) -> str:
    """Return what the system refused, of which file where it says so, without its number."""
    what = error.strerror or str(error)
    more = _NEXT_STEPS.get(error.errno or 0, "")
    return f"{error.filename}: {what}{more}" if error.filename else f"{what}{more}"


def _sentence(error: GongkaiError) -> str:
    if isinstance(error, BadQuery) and error.text and error.position is not None:
        before, after = error.text[max(0, error.position - 12) : error.position], error.text[error.position :][:24]
        return f"{error} Here: {before}▸{after}"
    return str(error)


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["--help"], "max_content_width": 100},
    epilog="Exit status: 0 found or done, 1 nothing found (check: findings), 2 an error.\n\n"
    + examples("gongkai index reports/ more.zip", "gongkai search 三审三校 --year 2024 --facet province"),
)
@click.version_option(package_name="gongkai", message="gongkai %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Search, count and check China's annual open-government-information reports (政府信息公开工作年度报告)."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


with_everywhere(cli)


def _report_bug(kind: type[BaseException], error: BaseException, _traceback: TracebackType | None) -> NoReturn:
    if issubclass(kind, KeyboardInterrupt):
        print_error("Interrupted.")
        sys.exit(INTERRUPTED)
    print_error(f"A bug in gongkai: {kind.__name__}: {str(error)[:200]}. Please report it with what you ran.")
    sys.exit(FAILED)


def main() -> NoReturn:
    """Run the command line as a process."""
    if "GONGKAI_DEBUG" not in os.environ:
        sys.excepthook = _report_bug
    for stream in (sys.stdout, sys.stderr):  # in a Chinese Windows a pipe is GBK; half a surrogate pair is no text
        getattr(stream, "reconfigure", lambda **_: None)(encoding="utf-8", errors="backslashreplace")
    cli()
    raise SystemExit(0)
