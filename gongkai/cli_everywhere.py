"""What does every command take? --index, --quiet and --no-progress, before the command and after it."""

from __future__ import annotations

import click

from gongkai.cli_index_option import index_option
from gongkai.cli_messages import quiet_options

__all__ = ["with_everywhere"]


def with_everywhere(command: click.Command) -> click.Command:
    """Give the command, and all below it, the options of every command."""
    known = {parameter.name for parameter in command.params}
    command.params += [option for option in (index_option(), *quiet_options()) if option.name not in known]
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            with_everywhere(inner)
    return command
