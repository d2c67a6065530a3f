"""How is a query tree written? `parse_query(write_query(tree)) == tree`."""

from __future__ import annotations

import re
from decimal import Decimal

from gongkai.report import Number
from gongkai.search.query import AllOf, AnyOf, Exists, Near, Not, Phrase, Range, Term, Tree, Words
from gongkai.text import HAN

__all__ = ["write_query"]

_PLAIN = re.compile(rf"[{HAN}0-9A-Za-z_][{HAN}0-9A-Za-z_.]*")


def write_query(tree: Tree) -> str:
    """Return the query's text. Phrases are quoted, words are not."""
    match tree:
        case AllOf(parts):
            return " ".join(_inner(part, AllOf) for part in parts)
        case AnyOf(parts):
            return " OR ".join(_inner(part, AnyOf) for part in parts)
        case Not(part):
            return f"-{_inner(part, Not)}"
        case Phrase(text, fields):
            return _scope(fields) + _quoted(text)
        case Near(first, second, within, fields):
            return f"{_scope(fields)}near({_quoted(first)}, {_quoted(second)}, {within})"
        case Words(text, fields):
            return _scope(fields) + text
        case Term(field, values):
            numbers = any(isinstance(value, int | Decimal) for value in values)  # 1,000 would be refused
            return f"{field}:{(', ' if numbers else ',').join(map(_value, values))}"
        case Exists(field):
            return f"{field}:*"
        case Range():
            return f"{tree.field}:{_range(tree)}"


def _inner(part: Tree, outer: type[Tree]) -> str:
    grouped = isinstance(part, AnyOf) or (isinstance(part, AllOf) and outer is not AnyOf)
    return f"({write_query(part)})" if grouped else write_query(part)


def _scope(fields: tuple[str, ...]) -> str:
    return f"in:{','.join(field.removeprefix('sections.') for field in fields)} " if fields else ""


def _range(part: Range) -> str:
    low = "" if part.low is None else _value(part.low)
    high = "" if part.high is None else _value(part.high)
    if part.high is None:
        return f"{'>' if part.low_open else '>='}{low}"
    if part.low is None:
        return f"{'<' if part.high_open else '<='}{high}"
    return f"{'>' if part.low_open else ''}{low}..{'<' if part.high_open else ''}{high}"


def _value(value: str | Number) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, int) or re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return str(value)
    return value if _PLAIN.fullmatch(value) else _quoted(value)


def _quoted(text: str) -> str:
    return '"' + re.sub(r'([\\"])', r"\\\1", text) + '"'
