"""Why was nothing found? The part of a query that finds nothing by itself, and the closest that would."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from gongkai.errors import BadQuery
from gongkai.mappings.document import flatten
from gongkai.mappings.fields import Kind, field_named
from gongkai.mappings.findings import compared_across
from gongkai.search.engine import Engine
from gongkai.search.query import AllOf, Exists, Near, Phrase, Query, Range, Term, Tree, Words
from gongkai.search.syntax_fields import short
from gongkai.search.syntax_print import write_query

__all__ = ["why_nothing"]

_PLACES = ("province", "city", "county", "town", "zone")
_MOST = 10  # parts of a query that are looked into
_VALUES = 20_000  # values of a field that are compared


def why_nothing(engine: Engine, query: Query) -> str:
    """Return in one sentence why the query finds nothing."""
    if engine.count() == 0:
        return "The index is empty: run `gongkai index` first."
    parts = list(_parts(query))
    for part in parts[:_MOST]:
        if not _total(engine, part):
            return _reason(engine, part)
    return "Each part of the query finds reports by itself, but no report has them all."


def _parts(query: Query) -> Iterator[Tree]:
    """Yield what must hold, the facets chosen first: they are what is misspelt."""
    yield from (Term(name, values) for name, values in query.selected.items() if values)
    waiting = [query.tree]
    parts: list[Tree] = []
    while waiting:
        part = waiting.pop(0)
        if isinstance(part, AllOf):
            waiting = [*part.parts, *waiting]
        else:
            parts.append(part)
    yield from sorted(parts, key=lambda part: not isinstance(part, Term | Range))


def _total(engine: Engine, tree: Tree) -> int:
    return engine.search(Query(tree, limit=0)).total


def _reason(engine: Engine, part: Tree) -> str:
    match part:
        case Term(name, values):
            said = " or ".join(f"“{short(str(value))}”" for value in values[:3])
            return f"No report has {name} {said}{_closest(engine, name, values)}"
        case Range():
            return f"No report has {short(write_query(part), 80)}{_farthest(engine, part)}"
        case Exists(name):
            return f"No report has a {name}."
        case Phrase(text, fields) if fields and _total(engine, replace(part, fields=())):
            return f"“{short(text)}” is said in reports, but never in {', '.join(fields)}."
        case Phrase(text):
            return f"No report says “{short(text)}”."
        case Words(text):
            return f"No report has all the words of “{short(text)}”."
        case Near(first, second, within):
            apart = AllOf((Phrase(first, part.fields), Phrase(second, part.fields)))
            both = "" if _total(engine, apart) else "; no report says both"
            return f"No report says “{short(first)}” within {within} characters of “{short(second)}”{both}."
        case _:
            return f"No report matches {short(write_query(part), 120)}."


def _closest(engine: Engine, name: str, values: tuple[Any, ...]) -> str:
    """Return the end of the sentence: the closest value that reports do have."""
    if name == "id":
        return _whole_id(engine, str(values[0]))
    field = field_named(name)
    if field is None or not field.facet:
        return "."
    known, wanted = _values(engine, name), str(values[0])
    if name == "finding":
        return _told_elsewhere(wanted, known)
    if known and field.kind is Kind.INTEGER:
        nearest = min(known, key=lambda value: (abs(value - int(values[0])), value))
        return f": the closest is {nearest} (they are of {min(known)}–{max(known)})."
    for other in _PLACES if name in _PLACES else ():
        if other != name and (total := _total(engine, Term(other, (wanted,)))):
            return f", but {total:,} have {other} “{short(wanted)}”."
    alike = [value for value in known if str(value).casefold() == wanted.casefold()]
    close = alike or difflib.get_close_matches(wanted[:40], known, 1, 0.4)
    if not close and name in _PLACES:
        return _elsewhere(engine, name, wanted)
    if not known:
        return ": none has any."
    return f": did you mean “{close[0]}”?" if close else f": `gongkai facets --by {name}` lists what they have."


def _told_elsewhere(code: str, known: list[str]) -> str:
    """Return the end of the sentence about a finding: codes are too short to be alike."""
    if side := compared_across(code):
        return f": it compares reports, `gongkai check --across {side}` tells it."
    return f": they have {', '.join(sorted(known))}." if known else ": none has any."


def _whole_id(engine: Engine, beginning: str) -> str:
    """Return the end of the sentence about an id of which perhaps only the beginning was written, as `search` prints it."""
    try:
        document = engine.get(beginning)
    except BadQuery:
        return ": several begin so, and id: takes all of one."
    return "." if document is None else f": id: takes all of one; {document['id']} begins so."


def _elsewhere(engine: Engine, name: str, wanted: str) -> str:
    """Return the closest name of a place of another rank."""
    for other in _PLACES:
        if other != name and (close := difflib.get_close_matches(wanted[:40], _values(engine, other), 1, 0.6)):
            return f": did you mean {other} “{close[0]}”?"
    return f": `gongkai facets --by {name}` lists what they have."


def _values(engine: Engine, name: str) -> list[Any]:
    (facet,) = engine.search(Query(facets=(name,), top=_VALUES, limit=0)).facets
    return [bucket.value for bucket in facet.buckets]


def _farthest(engine: Engine, part: Range) -> str:
    """Return the end of the sentence: the value that comes closest to the range."""
    if part.low is not None and part.high is not None and _is_beyond(part.low, part.high, above=False) and part.low != part.high:
        return f": this range ends before it begins: write {part.high}..{part.low}."
    high_end = part.low is not None
    found = engine.search(Query(Exists(part.field), sort=f"{'-' if high_end else ''}{part.field}", limit=1)).hits
    if not found:
        return ": none has any."
    value = flatten(found[0].document).get(part.field)
    beyond = _is_beyond(value, part.low if high_end else part.high, above=high_end)
    return f": the {'highest' if high_end else 'lowest'} is {value}." if beyond else ": none lies between."


def _is_beyond(value: Any, bound: Any, *, above: bool) -> bool:
    """Tell whether every value lies on this side of the range."""
    left, right = (str(value), str(bound)) if isinstance(value, str) else (Decimal(str(value)), Decimal(str(bound)))
    return left <= right if above else left >= right  # type: ignore[operator]
