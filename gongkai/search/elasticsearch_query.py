"""What does a question mean to Elasticsearch? The query tree, written with its DSL.

A phrase is looked for in the exact fields, where it finds what a plain substring scan finds: from three
characters on as consecutive pairs, two as one pair, one as the beginning of a pair. smartcn, on the text as it
is printed, finds words and ranks what the phrases found; it filters nothing but `Words`.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from typing import Any

from elasticsearch.dsl import query as dsl

from gongkai.errors import BadQuery
from gongkai.mappings.elasticsearch import exact_path, path
from gongkai.mappings.fields import TEXTS, Field, Kind
from gongkai.report import Number
from gongkai.search import named
from gongkai.search.elasticsearch_document import escape
from gongkai.search.query import AllOf, AnyOf, Exists, Near, Not, Phrase, Range, Term, Tree, Words, has_score
from gongkai.search.snippets import words_of
from gongkai.text import normalise, storable

__all__ = ["compile_near", "compile_selected", "compile_tree"]

_LARGEST = 2**63 - 1
_TERMS = 65_536  # index.max_terms_count


def compile_tree(tree: Tree) -> dsl.Query:
    """Return the query; BadQuery for an unknown field or a value it cannot hold."""
    match tree:
        case Phrase(text, fields):
            return _phrase(normalise(text), fields)
        case Near():
            raise TypeError("near.resolved comes first")
        case Words(text, fields):
            return _words(text, fields)
        case Term(name, wanted):
            return _term(named.existing(name), wanted)
        case Range():
            return _unscored(_range(named.existing(tree.field), tree))
        case Exists(name):
            return _unscored(_exists(named.existing(name)))
        case Not(part):
            return dsl.Bool(must_not=[compile_tree(part)])
        case AnyOf(parts):
            return _any_of([compile_tree(part) for part in parts])
        case AllOf(parts):
            return _all_of(parts)


def compile_selected(selected: Mapping[str, tuple[str | int, ...]]) -> dict[str, dsl.Query]:
    """Return facet → the query that narrows to its selected values."""
    return {name: _term(named.facet(name), wanted) for name, wanted in selected.items() if wanted}


def compile_near(near: Near) -> dsl.Query:
    """Return a query of where the pairs of both texts are about as far apart: all that is near, and more."""
    texts = [escape(normalise(text)) for text in (near.first, near.second)]
    if min(map(len, texts)) < 2 or texts[0] == texts[1]:  # no pair; and two equal intervals are counted otherwise
        return dsl.MatchAll()
    parts = [{"match": {"query": text, "max_gaps": 0, "ordered": True}} for text in texts]
    both = {"all_of": {"intervals": parts, "max_gaps": near.within + 1}}  # the last pair begins a character before the end
    fields = [named.text_field(name) for name in near.fields] or TEXTS
    return _any_of([dsl.Q("intervals", **{exact_path(field): both}) for field in fields])


def _phrase(text: str, fields: tuple[str, ...]) -> dsl.Query:
    if not text:
        raise BadQuery("The phrase is empty.")
    chosen = [named.text_field(name) for name in fields] or TEXTS
    exact = _any_of([_phrase_in(exact_path(field), escape(text)) for field in chosen])
    return dsl.Bool(
        must=[dsl.ConstantScore(filter=exact)],
        should=[dsl.MultiMatch(query=text, fields=[f"{path(field)}^{field.boost:g}" for field in chosen])],
    )


def _phrase_in(name: str, text: str) -> dsl.Query:
    if len(text) == 1:
        return dsl.Prefix(**{name: {"value": text}})
    if len(text) == 2:
        return dsl.Term(**{name: {"value": text}})
    return dsl.MatchPhrase(**{name: {"query": text}})


def _words(text: str, fields: tuple[str, ...]) -> dsl.Query:
    if not words_of(text):
        raise BadQuery("There are no words to look for.", text)
    chosen = [named.text_field(name) for name in fields] or TEXTS
    paths = [f"{path(field)}^{field.boost:g}" for field in chosen]
    return dsl.MultiMatch(query=text, fields=paths, type="cross_fields", operator="and")


def _term(field: Field, wanted: tuple[str | Number, ...]) -> dsl.Query:
    if field.kind is Kind.TEXT:
        return _any_of([_phrase(normalise(str(value)), (field.name,)) for value in wanted])
    if field.kind is Kind.DATE:
        return _unscored(_any_of([_range(field, Range(field.name, value, value)) for value in wanted]))
    values: list[Any]
    if field.kind is Kind.KEYWORD:
        values = [storable(value) for value in wanted]
    elif field.kind is Kind.DECIMAL:
        values = [float(named.number(field, value)) for value in wanted]
    else:
        numbers = [named.number(field, value) for value in wanted]
        values = [int(n) for n in numbers if n == int(n) and abs(n) <= _LARGEST]
    parts = [values[start : start + _TERMS] for start in range(0, len(values), _TERMS)]
    return _unscored(_any_of([dsl.Q("terms", **{path(field): part}) for part in parts]))


def _exists(field: Field) -> dsl.Query:
    return dsl.Exists(field=exact_path(field) if field.kind is Kind.TEXT else path(field))


def _range(field: Field, bounds: Range) -> dsl.Query:
    if field.kind is Kind.TEXT:
        raise BadQuery(f"“{field.name}” is text: it has no ranges.", field.name)
    if bounds.low is None and bounds.high is None:
        return _exists(field)
    low = None if bounds.low is None else _bound(field, bounds.low, last=bounds.low_open)
    high = None if bounds.high is None else _bound(field, bounds.high, last=not bounds.high_open)
    if field.kind is Kind.INTEGER:  # a number beyond all others is refused by the server
        if (low is not None and low > _LARGEST) or (high is not None and high < -_LARGEST):
            return dsl.MatchNone()
        low = None if low is not None and low < -_LARGEST else low
        high = None if high is not None and high > _LARGEST else high
    between = {"gt" if bounds.low_open else "gte": low, "lt" if bounds.high_open else "lte": high}
    given = {operator: bound for operator, bound in between.items() if bound is not None}
    return dsl.Range(**{path(field): given}) if given else _exists(field)


def _bound(field: Field, value: str | Number, *, last: bool) -> Any:
    """Return an end of a range as Elasticsearch compares it."""
    if field.kind is Kind.KEYWORD:
        return str(value)
    if field.kind is Kind.DATE:
        return _day(named.day_bound(value, last=last))
    number = named.number(field, value)
    return int(number) if number == int(number) else float(number)


def _day(number: int) -> str:
    """Return yyyymmdd as a date; month or day 0 is the first, 99 the last."""
    year, month, day = number // 10_000, number // 100 % 100, number % 100
    month = min(max(month, 1), 12)
    return f"{year:04}-{month:02}-{min(max(day, 1), calendar.monthrange(year, month)[1]):02}"


def _any_of(parts: list[dsl.Query]) -> dsl.Query:
    if len(parts) == 1:
        return parts[0]
    return dsl.Bool(should=parts, minimum_should_match=1) if parts else dsl.MatchNone()


def _all_of(parts: tuple[Tree, ...]) -> dsl.Query:
    wanted = [part for part in parts if not isinstance(part, Not)]
    if not parts:
        return dsl.MatchAll()
    if len(wanted) == len(parts) == 1:
        return compile_tree(parts[0])
    clauses = {
        "must": [compile_tree(part) for part in wanted if has_score(part)],
        "filter": [compile_tree(part) for part in wanted if not has_score(part)],
        "must_not": [compile_tree(part.part) for part in parts if isinstance(part, Not)],
    }
    return dsl.Q("bool", **{occur: queries for occur, queries in clauses.items() if queries})


def _unscored(query: dsl.Query) -> dsl.Query:
    return dsl.Bool(filter=[query])
