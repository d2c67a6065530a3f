"""`gongkai fields`."""

from __future__ import annotations

import click

from gongkai.cli_help import Helped, examples
from gongkai.cli_messages import print_note
from gongkai.cli_output import format_option, leave, print_answer
from gongkai.mappings.fields import FIELDS, Field
from gongkai.mappings.series import counterparts
from gongkai.search.render import Sheet
from gongkai.search.syntax_fields import short

__all__ = ["fields"]


@click.command(
    cls=Helped,
    epilog=examples(
        "gongkai fields received",
        "gongkai fields --facets",
    ),
)
@click.argument("part", required=False)
@click.option("--facets", "only", flag_value="facets", help="Only those that are facets.")
@click.option("--figures", "only", flag_value="figures", help="Only the figures of the official form.")
@format_option("table", "json", "jsonl", "csv")
def fields(part: str | None, only: str | None, shape: str) -> None:
    """List the fields a query may name; with PART, those whose name or label contains it."""
    found = [
        field
        for field in FIELDS
        if (only is None or (field.facet if only == "facets" else field.figure))
        and (part is None or any(part.lower() in text for text in (field.name, field.label.lower(), *field.aliases)))
    ]
    lines = [_line(field) for field in found]
    rows = [(field.name, field.kind, field.label, "是" if field.facet else "", _comparable(field), field.help) for field in found]
    sheet = Sheet(("字段", "类型", "名称", "分面", "可比", "说明"), rows, wide=frozenset({2, 5}))
    print_answer(shape, lines, lines, [sheet])
    if not found:
        print_note(f"No field's name or label contains “{short(part or '')}”{_closest(part or '', only)}")
    leave(0 if found else 1)


def _closest(part: str, only: str | None) -> str:
    """Return the end of the sentence: the closest name, or part of one, of any field."""
    from difflib import get_close_matches

    if only and any(part.lower() in text for field in FIELDS for text in (field.name, field.label.lower(), *field.aliases)):
        return f" among the {only}."
    words = {word for field in FIELDS for word in (*field.name.split("."), field.label, *field.aliases)}
    close = get_close_matches(part.lower()[:80], sorted(words), 1, 0.5)
    return f": did you mean “{close[0]}”?" if close else ": `gongkai fields` lists them all."


def _comparable(field: Field) -> str:
    """Say in which older forms the figure means the same (=) or nearly the same (≈)."""
    signs = {"exact": "=", "approximate": "≈"}
    return " ".join(f"{signs[c.comparable]}{c.form}" for c in counterparts().get(field.name, ()) if c.comparable in signs)


def _line(field: Field) -> dict[str, object]:
    return {
        "name": field.name,
        "kind": str(field.kind),
        "label": field.label,
        "help": field.help,
        "facet": field.facet,
        "figure": field.figure,
        "many": field.many,
        "aliases": list(field.aliases),
        "comparable": {
            c.form: {"comparable": c.comparable, "figures": list(c.figures)} for c in counterparts().get(field.name, ())
        },
    }
