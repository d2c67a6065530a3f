"""Which reports? QUERY, one option a facet field, --where and --words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gongkai import cli_completion as completion
from gongkai.cli_help import Helped
from gongkai.cli_messages import print_note
from gongkai.errors import BadQuery
from gongkai.mappings.fields import FACETS, Field
from gongkai.search.chosen import listed, values_of
from gongkai.search.query import AllOf, AnyOf, Exists, Query, Range, Term, Tree
from gongkai.search.syntax import parse_comparison, parse_query
from gongkai.search.syntax_fields import field_called, refuse_bytes, short

if TYPE_CHECKING:
    from gongkai.search.engine import Engine

__all__ = ["QueryCommand", "facet_names", "query_options", "query_text", "query_with", "say_why_nothing"]

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_LETTER = re.compile("-[A-Za-z]")


class QueryCommand(Helped):
    """A command whose arguments are a query: `-phrase` is a phrase that must not be there, no option."""

    ignore_unknown_options = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and refuse what only looks like an option."""
        behind = args[args.index("--") :] if "--" in args else []
        rest = super().parse_args(ctx, args)
        for part in () if ctx.resilient_parsing else ctx.params.get("query") or ():
            if part.startswith("--") and part in behind:
                raise click.UsageError(f"All behind -- is the query, {part[:40]} as well: write options before it.", ctx)
            if part.startswith("--"):
                options = [name for parameter in self.get_params(ctx) for name in parameter.opts]
                raise click.NoSuchOption(part.split("=")[0][:40], possibilities=_close(part, options), ctx=ctx)
            if part == "-h":
                click.echo(ctx.get_help())
                ctx.exit()
            if _LETTER.fullmatch(part):
                leave_out = f"to leave out reports that hold the letter, quote it: '-\"{part[1:]}\"'"
                raise click.UsageError(f"No such option {part} (see --help); {leave_out}.", ctx)
        return rest


def _close(part: str, options: Iterable[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(part.split("=")[0], [name for name in options if name.startswith("--")], 1)


def query_options(command: Decorated) -> Decorated:
    """Add QUERY and the options that narrow it."""
    for field in reversed(FACETS):
        option = click.option(
            f"--{field.name}", multiple=True, metavar=field.label, help=field.help, shell_complete=completion.facet_values
        )
        command = option(command)
    command = click.option("--words", is_flag=True, help="Look for words instead of phrases.")(command)
    where = click.option(
        "--where",
        multiple=True,
        metavar="FIGURE>=N",
        help="Compare a figure; repeat for AND.",
        shell_complete=completion.figures,
    )
    return click.argument("query", nargs=-1, shell_complete=completion.query_parts)(where(command))


def query_text(parts: Iterable[str]) -> str:
    """Return the query as one text."""
    return " ".join(parts)


def query_with(options: dict[str, Any], **wanted: Any) -> Query:
    """Return the query that the options of `query_options` ask. Raises BadQuery."""
    trees = [parse_query(query_text(options["query"]), words=options["words"])]
    trees += [_comparison(text) for text in options["where"]]
    trees = [tree for tree in trees if tree != AllOf()]
    tree: Tree = trees[0] if len(trees) == 1 else AllOf(tuple(trees))
    selected = {field.name: _values(field, options[field.name]) for field in FACETS if options[field.name]}
    return Query(tree, selected, **wanted)


def _comparison(text: str) -> Tree:
    refuse_bytes(text)
    try:
        tree = parse_comparison(text)
    except BadQuery as error:
        raise BadQuery(f"--where “{short(text)}”: {error}") from None
    parts = tree.parts if isinstance(tree, AnyOf) else (tree,)  # 0,100.. is two of one field
    compared = {one.field if isinstance(one, Term | Range | Exists) else None for one in parts}
    if len(compared) > 1 or None in compared:
        raise BadQuery(f"--where “{short(text)}” compares more than one field, or more than compares: QUERY takes the rest.")
    return tree


def _values(field: Field, texts: Iterable[str]) -> tuple[str | int, ...]:
    try:
        return values_of(field, texts)
    except BadQuery as error:
        raise BadQuery(f"--{field.name}: {error}") from None


def facet_names(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the facet fields that `year,province` names, repeated or not. Raises BadQuery."""
    fields = [field_called(name) for text in texts for name in listed(text)]
    for field in fields:
        if not field.facet:
            raise BadQuery(f"{field.name} is no facet; the facets are {', '.join(facet.name for facet in FACETS)}.")
    return tuple(dict.fromkeys(field.name for field in fields))


def say_why_nothing(engine: Engine, query: Query) -> None:
    """Say in one line on standard error which part of the query finds nothing, and the closest that would."""
    from gongkai.search.reasons import why_nothing

    print_note(why_nothing(engine, query))
