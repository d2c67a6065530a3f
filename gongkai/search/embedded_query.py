"""What does a question mean to tantivy? The query tree, compiled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

import tantivy
from tantivy import FieldType, Occur

from gongkai.errors import BadQuery
from gongkai.mappings.fields import TEXTS, Field, Kind
from gongkai.mappings.tantivy import ALL, NAMES, schema
from gongkai.report import Number
from gongkai.search import named
from gongkai.search.embedded_text import escape, pairs_of, singles_pattern
from gongkai.search.query import AllOf, AnyOf, Exists, Near, Not, Phrase, Range, Term, Tree, Words
from gongkai.search.snippets import words_of
from gongkai.text import normalise, storable

__all__ = ["Values", "compile_near", "compile_selected", "compile_tree", "equal_to", "spelled"]

Values = Callable[[str], Iterable[str]]
"""Field name → every value that the index holds in it; asked for only by ranges over keywords."""

_LARGEST = 2**63 - 1
_BOOSTS = tuple((field.name, field.boost) for field in TEXTS if field.boost > 1)  # the title tells more
_ALL = tantivy.Query.all_query
_NONE = tantivy.Query.empty_query


def compile_tree(tree: Tree, values: Values) -> tantivy.Query:
    """Return tantivy's query for the tree; BadQuery for an unknown field or a value it cannot hold."""
    match tree:
        case Phrase(text, fields):
            return _phrase(normalise(text), fields)
        case Near():
            raise TypeError("near.resolved comes first")
        case Words(text, fields):
            return _words(text, fields)
        case Term(name, wanted):
            return _unscored(_term(named.existing(name), wanted, values))
        case Range():
            return _unscored(_range(named.existing(tree.field), tree, values))
        case Exists(name):
            return _unscored(_exists(named.existing(name)))
        case Not(part):
            return _all_of((), (compile_tree(part, values),))
        case AnyOf(parts):
            return _any_of([compile_tree(part, values) for part in parts])
        case AllOf(parts):
            wanted_parts = [compile_tree(part, values) for part in parts if not isinstance(part, Not)]
            unwanted = [compile_tree(part.part, values) for part in parts if isinstance(part, Not)]
            return _all_of(wanted_parts, unwanted)


def compile_selected(
    query: tantivy.Query, selected: Mapping[str, tuple[str | int, ...]], values: Values, but: str | None = None
) -> tantivy.Query:
    """Return the query narrowed to the values selected in every facet but that one."""
    chosen = [
        compile_tree(Term(named.facet(name).name, wanted), values) for name, wanted in selected.items() if wanted and name != but
    ]
    return _all_of([query, *chosen], ()) if chosen else query


def compile_near(near: Near, query: tantivy.Query) -> tantivy.Query:
    """Return the query narrowed to where the first pairs of both texts are about as far apart: all that is near, and more."""
    first, second = (escape(normalise(text)) for text in (near.first, near.second))
    if min(len(first), len(second)) < 2:
        return query
    names = [named.text_field(name).name for name in near.fields] or [field.name for field in TEXTS]
    orders = [(first, second), (second, first)]
    apart = [
        tantivy.Query.phrase_query(schema(), name, [(0, one[:2]), (len(one), other[:2])], slop=near.within)
        for name in names
        for one, other in orders
    ]
    return _all_of([query, _any_of(apart)], ())


def spelled(query: tantivy.Query) -> str:
    """Return the query as tantivy writes it, with the names of fields in the place of their numbers."""
    text = str(query).removeprefix("Query(").removesuffix(")")
    return re.sub(r"\b(field=|Field\()(\d+)", lambda found: f"{found[1]}{NAMES[int(found[2])]}", text)


def _phrase(text: str, fields: tuple[str, ...]) -> tantivy.Query:
    if not text:
        raise BadQuery("The phrase is empty.")
    escaped = escape(text)
    if fields:
        return _any_of([_phrase_in(named.text_field(name).name, escaped) for name in fields])
    found = _phrase_in(ALL, escaped)
    boosted = [(Occur.Should, tantivy.Query.boost_query(_phrase_in(name, escaped), boost)) for name, boost in _BOOSTS]
    return tantivy.Query.boolean_query([(Occur.Must, found), *boosted])


def _phrase_in(name: str, escaped: str) -> tantivy.Query:
    if len(escaped) == 1:
        return tantivy.Query.regex_query(schema(), name, singles_pattern(escaped))
    if len(escaped) == 2:
        return tantivy.Query.term_query(schema(), name, escaped)
    return tantivy.Query.phrase_query(schema(), name, pairs_of(escaped))


def _words(text: str, fields: tuple[str, ...]) -> tantivy.Query:
    words = words_of(text)
    if not words:
        raise BadQuery("There are no words to look for.", text)
    return _all_of([_phrase(word, fields) for word in words], ())


def _term(field: Field, wanted: tuple[str | Number, ...], values: Values) -> tantivy.Query:
    if field.kind is Kind.TEXT:
        return _any_of([_phrase(normalise(str(value)), (field.name,)) for value in wanted])
    if field.kind is Kind.DATE:
        return _any_of([_range(field, Range(field.name, value, value), values) for value in wanted])
    if field.kind is Kind.KEYWORD:
        terms = [storable(value) for value in wanted]
        several = len(terms) > 1
        return (
            tantivy.Query.term_set_query(schema(), field.name, terms) if several else _any_of([equal_to(field, t) for t in terms])
        )
    numbers = [named.number(field, value) for value in wanted]
    if field.kind is Kind.DECIMAL:
        return _any_of([equal_to(field, float(n)) for n in numbers])
    return _any_of([equal_to(field, int(n)) for n in numbers if n == int(n) and abs(n) <= _LARGEST])


def equal_to(field: Field, value: str | float) -> tantivy.Query:
    """Return the query for the documents whose column holds exactly that value."""
    if field.kind is Kind.DECIMAL:
        return tantivy.Query.range_query(schema(), field.name, FieldType.Float, float(value), float(value))
    if field.figure:
        return tantivy.Query.range_query(schema(), field.name, FieldType.Integer, int(value), int(value))
    return tantivy.Query.term_query(schema(), field.name, value, index_option="basic")


def _exists(field: Field) -> tantivy.Query:
    if field.kind is Kind.TEXT:  # a section is stored when it has a character, and its pairs say so
        return tantivy.Query.regex_query(schema(), field.name, "..")
    return tantivy.Query.exists_query(field.name)


def _range(field: Field, bounds: Range, values: Values) -> tantivy.Query:
    low, high = bounds.low, bounds.high
    if field.kind is Kind.TEXT:
        raise BadQuery(f"“{field.name}” is text: it has no ranges.", field.name)
    if low is None and high is None:
        return _exists(field)
    if field.kind is Kind.KEYWORD:
        return _keyword_range(field, bounds, values)
    if field.kind is Kind.DECIMAL:
        lowest, highest = (None if bound is None else float(named.number(field, bound)) for bound in (low, high))
        return tantivy.Query.range_query(
            schema(),
            field.name,
            FieldType.Float,
            lowest,
            highest,
            low is None or not bounds.low_open,
            high is None or not bounds.high_open,
        )
    if field.kind is Kind.DATE:
        first = None if low is None else named.day_bound(low, last=bounds.low_open) + bounds.low_open
        final = None if high is None else named.day_bound(high, last=not bounds.high_open) - bounds.high_open
    else:
        first = None if low is None else _whole(named.number(field, low), bounds.low_open, 1)
        final = None if high is None else _whole(named.number(field, high), bounds.high_open, -1)
    if (first is not None and first > _LARGEST) or (final is not None and final < -_LARGEST):
        return _NONE()
    first, final = (None if bound is None else max(-_LARGEST, min(_LARGEST, bound)) for bound in (first, final))
    return tantivy.Query.range_query(schema(), field.name, FieldType.Integer, first, final)


def _whole(bound: Decimal, is_open: bool, step: int) -> int:
    """Return the first whole number inside the bound, seen from outside in the direction of `step`."""
    whole = int(bound.to_integral_value(ROUND_CEILING if step > 0 else ROUND_FLOOR))
    return whole + step if is_open and whole == bound else whole


def _keyword_range(field: Field, bounds: Range, values: Values) -> tantivy.Query:
    low, high = (None if bound is None else str(bound) for bound in (bounds.low, bounds.high))
    inside = [
        value
        for value in values(field.name)
        if (low is None or value > low or (value == low and not bounds.low_open))
        and (high is None or value < high or (value == high and not bounds.high_open))
    ]
    return tantivy.Query.term_set_query(schema(), field.name, inside) if inside else _NONE()


def _any_of(parts: list[tantivy.Query]) -> tantivy.Query:
    if len(parts) == 1:
        return parts[0]
    return tantivy.Query.boolean_query([(Occur.Should, part) for part in parts]) if parts else _NONE()


def _all_of(parts: Iterable[tantivy.Query], unwanted: Iterable[tantivy.Query]) -> tantivy.Query:
    clauses = [(Occur.Must, part) for part in parts]
    without = [(Occur.MustNot, part) for part in unwanted]
    if not without and len(clauses) < 2:
        return clauses[0][1] if clauses else _ALL()
    return tantivy.Query.boolean_query([*(clauses or [(Occur.Must, _ALL())]), *without])


def _unscored(query: tantivy.Query) -> tantivy.Query:
    return tantivy.Query.const_score_query(query, 0.0)
