"""What does Kibana make of a condition in KQL? A reader of the part of KQL that we write → Elasticsearch's query DSL.

As in Kibana: quoted values are phrases (match_phrase), bare ones match, `field : *` asks that there is a value,
`or` inside brackets belongs to the field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

__all__ = ["KqlError", "fields_of", "to_dsl"]

_TOKEN = re.compile(r'\s*(?:(?P<quoted>"(?:[^"\\]|\\.)*")|(?P<mark>[():*]|<=|>=|<|>)|(?P<word>[^\s():"<>*]+))')
_RANGES = {"<": "lt", "<=": "lte", ">": "gt", ">=": "gte"}

Query = dict[str, Any]


class KqlError(ValueError):
    """The text is no KQL."""


def to_dsl(text: str) -> Query:
    """Return the query that Kibana would send."""
    tokens = _tokens(text)
    if not tokens:
        return {"match_all": {}}
    query = _either(tokens)
    if tokens:
        raise KqlError(f"left over: {tokens}")
    return query


def fields_of(query: object) -> Iterator[str]:
    """Yield the names of the fields that a query of the DSL asks for."""
    if isinstance(query, list):
        for part in query:
            yield from fields_of(part)
    elif isinstance(query, dict):
        for name, body in query.items():
            if name in ("match_phrase", "match", "range", "term", "terms"):
                yield from body
            elif name == "exists":
                yield body["field"]
            elif name == "multi_match":
                yield from body["fields"]
            else:
                yield from fields_of(body)


def _tokens(text: str) -> list[tuple[str, str]]:
    tokens, place = [], 0
    text = text.rstrip()
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise KqlError(f"cannot read from {place}: {text}")
        kind = str(match.lastgroup)
        value = match[kind]
        tokens.append((kind, re.sub(r"\\(.)", r"\1", value[1:-1]) if kind == "quoted" else value))
        place = match.end()
    return tokens


def _word(tokens: list[tuple[str, str]], word: str) -> bool:
    if tokens and tokens[0] == ("word", word):
        tokens.pop(0)
        return True
    return False


def _mark(tokens: list[tuple[str, str]], mark: str) -> None:
    if not tokens or tokens.pop(0) != ("mark", mark):
        raise KqlError(f"{mark} expected")


def _either(tokens: list[tuple[str, str]]) -> Query:
    parts = [_both(tokens)]
    while _word(tokens, "or"):
        parts.append(_both(tokens))
    return parts[0] if len(parts) == 1 else {"bool": {"should": parts, "minimum_should_match": 1}}


def _both(tokens: list[tuple[str, str]]) -> Query:
    parts = [_negated(tokens)]
    while _word(tokens, "and"):
        parts.append(_negated(tokens))
    return parts[0] if len(parts) == 1 else {"bool": {"filter": parts}}


def _negated(tokens: list[tuple[str, str]]) -> Query:
    if _word(tokens, "not"):
        return {"bool": {"must_not": [_negated(tokens)]}}
    if tokens and tokens[0] == ("mark", "("):
        tokens.pop(0)
        query = _either(tokens)
        _mark(tokens, ")")
        return query
    return _condition(tokens)


def _condition(tokens: list[tuple[str, str]]) -> Query:
    if not tokens or tokens[0][0] != "word":
        raise KqlError(f"a field expected: {tokens}")
    field = tokens.pop(0)[1]
    if not tokens:
        raise KqlError(f"{field} asks for nothing")
    kind, mark = tokens.pop(0)
    if kind == "mark" and mark in _RANGES:
        return {"range": {field: {_RANGES[mark]: tokens.pop(0)[1]}}}
    if (kind, mark) != ("mark", ":"):
        raise KqlError(f"{field} {mark}")
    if tokens and tokens[0] == ("mark", "("):
        tokens.pop(0)
        parts = [_value(field, tokens)]
        while _word(tokens, "or"):
            parts.append(_value(field, tokens))
        _mark(tokens, ")")
        return {"bool": {"should": parts, "minimum_should_match": 1}}
    return _value(field, tokens)


def _value(field: str, tokens: list[tuple[str, str]]) -> Query:
    if not tokens:
        raise KqlError(f"{field} : nothing")
    kind, value = tokens.pop(0)
    if (kind, value) == ("mark", "*"):
        return {"exists": {"field": field}}
    if kind == "mark":
        raise KqlError(f"{field} : {value}")
    return {"match_phrase" if kind == "quoted" else "match": {field: value}}
