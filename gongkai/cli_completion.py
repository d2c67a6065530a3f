"""What may come next? Names of fields, and values from the index in use, for the completion of a shell.

Completion is silent: without an index, or with one that does not answer, there is nothing to offer.
"""

from __future__ import annotations

import re
import signal
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

import click
from click.shell_completion import BashComplete, CompletionItem, add_completion_class

from gongkai.cli_index_option import index_place
from gongkai.errors import GongkaiError

if TYPE_CHECKING:
    from gongkai.mappings.fields import Field

__all__ = [
    "axes",
    "countable",
    "facet_values",
    "facets",
    "fields",
    "figures",
    "measures",
    "paths",
    "query_parts",
    "sections",
    "shows",
    "sort_keys",
]

_BREAKS = (":", "=")
_SECONDS = 3
_MOST = 60  # values offered: more are a list that nobody reads
_SPECIAL = re.compile(r"""[\s"'\\$`()<>|&;*?\[\]{}!#~]""")  # a value with one of these is no word of a shell

Items = list[CompletionItem[str]]


# -- what an option or an argument may be -------------------------------------------------------------
def facet_values(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> Items:
    """Return the values of the facet that the option is named after, the commonest first."""
    from gongkai.mappings.fields import field_named

    field = field_named(parameter.name or "")
    return list(_values(ctx, field, incomplete)) if field else []


def facets(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> Items:
    """Return the facet fields, as a list with commas takes them."""
    from gongkai.mappings.fields import FACETS

    return _listed(((field.name, field.label) for field in FACETS), incomplete)


def countable(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> Items:
    """Return the facet fields and `place`."""
    from gongkai.mappings.fields import FACETS
    from gongkai.search.facets import PLACE

    return _listed([*((field.name, field.label) for field in FACETS), (PLACE, "省、市、县、乡镇街道")], incomplete)


def axes(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> Items:
    """Return what `pivot` may have as rows and columns."""
    from gongkai.mappings.fields import FACETS
    from gongkai.search.crosstab import AXES

    named = {**{field.name: field.label for field in FACETS}, **{name: label for name, (label, _) in AXES.items()}}
    return _listed(named.items(), incomplete)


def fields(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> Items:
    """Return every field, as a list with commas takes them."""
    from gongkai.mappings.fields import FIELDS

    return _listed(((field.name, field.label) for field in FIELDS), incomplete)


def figures(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> Items:
    """Return the figures; a comparison goes on in quotes, since `>` is the shell's."""
    return [CompletionItem(name, help=label) for name, label in _figures() if _begins(name, incomplete)]


def measures(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> Items:
    """Return the figures and the shares of the form."""
    from gongkai.mappings.ratios import RATIOS

    named = [*((name, ratio.label) for name, ratio in RATIOS.items()), *_figures()]
    return [CompletionItem(name, help=label) for name, label in named if _begins(name, incomplete)]


def sort_keys(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> Items:
    """Return what hits may be sorted by; `-` before it reverses."""
    from gongkai.mappings.fields import FIELDS

    sign = "-" * incomplete.startswith("-")
    named = [("relevance", "相关度"), *((field.name, field.label) for field in FIELDS if field.kind != "text")]
    return [CompletionItem(sign + name, help=label) for name, label in named if name.startswith(incomplete.removeprefix("-"))]


def shows(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> Items:
    """Return what a cell of `pivot` may show."""
    from gongkai.search.crosstab import SHOWS

    return _listed(SHOWS.items(), incomplete)


def paths(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> Items:
    """Leave it to the shell to name files and folders."""
    return [CompletionItem(incomplete, type="file")]


def sections(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> Items:
    """Return the sections of a report."""
    from gongkai.report import SECTIONS

    return [CompletionItem(key, help=label) for key, label in SECTIONS.items() if key.startswith(incomplete)]


def query_parts(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> Items:
    """Return what a word of a query may become: `field:`, or `field:value`; a phrase is the user's own, or a path of `check`."""
    if ctx.command.name == "check" and ":" not in incomplete:
        return paths(ctx, parameter, incomplete)
    from gongkai.mappings.fields import FIELDS, field_named

    sign = "-" * incomplete.startswith("-")
    name, colon, value = incomplete.removeprefix("-").replace("：", ":").partition(":")
    if not colon:
        found = [] if not name else [field for field in FIELDS if field.name.startswith(name)]
        return [CompletionItem(f"{sign}{field.name}:", help=field.label) for field in found]
    if name == "in":
        return [CompletionItem(f"{sign}in:{item.value}", help=item.help) for item in sections(ctx, parameter, value)]
    field = next((one for one in FIELDS if name in (one.name, one.label, *one.aliases)), None) or field_named(name)
    if field is None or not field.facet:
        return []
    kept, comma, last = value.rpartition(",")
    return [CompletionItem(f"{sign}{name}:{kept}{comma}{item.value}", help=item.help) for item in _values(ctx, field, last)]


def _begins(name: str, incomplete: str) -> bool:
    """Tell whether the name of a figure, or its end from any of its parts on, begins so."""
    return f".{incomplete}" in f".{name}"


def _figures() -> Iterator[tuple[str, str]]:
    from gongkai.mappings.fields import FIELDS

    return ((field.name, field.label) for field in FIELDS if field.figure)


def _listed(named: Iterable[tuple[str, str]], incomplete: str) -> Items:
    """Return the names that may follow the last comma and are not before it."""
    kept, comma, last = incomplete.rpartition(",")
    before = set(kept.split(","))
    return [
        CompletionItem(f"{kept}{comma}{name}", help=label)
        for name, label in named
        if name.startswith(last) and name not in before
    ]


def _values(ctx: click.Context, field: Field, incomplete: str) -> Iterator[CompletionItem[str]]:
    """Yield the values, or the Chinese labels, that begin so, the commonest first."""
    found = 0
    for value, label, count in _buckets(ctx, field):
        text = next((name for name in (value, label) if name.startswith(incomplete)), None)
        if text is not None and found < _MOST and not _SPECIAL.search(text):
            found += 1
            yield CompletionItem(text, help=f"{count:,} 篇" if text == label else f"{label} {count:,} 篇")


def _buckets(ctx: click.Context, field: Field) -> Sequence[tuple[str, str, int]]:
    """Return value, label and count of every value in the index; none when there is no index."""
    from gongkai.search.engine import open_engine
    from gongkai.search.query import Query

    try:
        with _patience(), closing(open_engine(index_place(ctx))) as engine:
            (facet,) = engine.search(Query(facets=(field.name,), limit=0)).facets
    except (GongkaiError, OSError, _TooSlow):
        return ()
    return [(str(bucket.value), bucket.label, bucket.count) for bucket in facet.buckets]


class _TooSlow(BaseException):
    """The index does not answer while somebody waits for the end of a word."""


@contextmanager
def _patience() -> Iterator[None]:
    """Raise _TooSlow when the block takes longer than a person waits; where there are no alarms, wait."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return
    former = signal.signal(signal.SIGALRM, _ring)
    signal.alarm(_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, former)


def _ring(_signal: int, _frame: object) -> None:
    raise _TooSlow


# -- bash ---------------------------------------------------------------------------------------------
class _Bash(BashComplete):
    """Completion in bash, which takes `:` and `=` for words of their own, and completes what stands behind them."""

    kept = ""  # what stands before the part of the word that bash completes

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is being typed, and that one, put together again."""
        before, word = super().get_completion_args()
        words: list[str] = []
        parts = 0  # of the last word
        for part in [*before, *([word] if word else [])]:
            if words and (part in _BREAKS or words[-1][-1:] in _BREAKS):
                words[-1] += part
                parts += 1
            else:
                words.append(part)
                parts = 1
        if not word:
            return words, ""
        if parts > 1:
            self.kept = words[-1].removesuffix(word) if word not in _BREAKS else words[-1]
        return words[:-1], words[-1]

    def format_completion(self, item: CompletionItem[str]) -> str:
        """Return the line for bash, without what it keeps itself."""
        value = item.value.removeprefix(self.kept) if item.type == "plain" else item.value
        return f"{item.type},{value}"


add_completion_class(_Bash)
