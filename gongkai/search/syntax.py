"""How is a question written? Text → Query tree; `syntax_print.py` is the way back.

    query  = all ("OR" all)*
    all    = part+
    part   = "-" part | "in:" names part | "(" query ")" | field ":" values | phrase
    values = "*" | value ("," value)*
    value  = text | ">=" text | ">" text | "<=" text | "<" text | text? ".." text?

Hand-written, because the errors have to point at the place and name the closest field, and because a
Chinese keyboard's colons, quotes, parentheses and spaces count as their ASCII twins outside of quotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ParamSpec, TypeVar

from gongkai.errors import BadQuery
from gongkai.mappings.fields import Field, Kind
from gongkai.search.query import AllOf, AnyOf, Exists, Not, Phrase, Term, Tree, Words
from gongkai.search.syntax_fields import OPERATOR, exact, field_called, range_of, section_called, short
from gongkai.search.syntax_scan import CLOSE, COLON, COMMA, MINUS, OPEN, QUOTES, Scanner
from gongkai.text import normalise

__all__ = ["parse_comparison", "parse_query"]

P = ParamSpec("P")
R = TypeVar("R")

_LONGEST = 10_000
_DEEPEST = 50
_COMPARISON = re.compile(rf"(.+?)\s*({OPERATOR.pattern}|[=＝:：])\s*(.+)", re.DOTALL)
_RANGED = (Kind.INTEGER, Kind.DECIMAL, Kind.DATE)


def parse_query(text: str, *, words: bool = False) -> Tree:
    """Return the tree that `text` writes; empty text finds every document.

    With `words`, unquoted text is looked for by words, quoted text still as a phrase. Raises BadQuery.
    """
    if len(text) > _LONGEST:
        raise BadQuery(f"The query is longer than {_LONGEST:,} characters.")
    return _Parser(text, words=words).parse()


def parse_comparison(text: str) -> Tree:
    """Return the tree of `FIGURE>=N`, `FIGURE=N` or `FIGURE:2..5`: what `--where` takes. Raises BadQuery."""
    match = _COMPARISON.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if match is None:
        raise BadQuery(f"“{short(text)}” is no comparison: write FIGURE>=N, as in requests.received.total>=100.")
    name, operator, value = match.groups()
    return parse_query(f"{name}:{'' if operator in '=＝:：' else operator}{value}")


@dataclass
class _Parser(Scanner):
    """One reading of one text."""

    words: bool = False
    depth: int = 0

    def parse(self) -> Tree:
        self.space()
        if self.at == len(self.text):
            return AllOf()
        tree = self._any()
        if self.at < len(self.text):
            raise self.error("This parenthesis was never opened; quote it to search for it.")
        return tree

    def _any(self) -> Tree:
        parts = [self._all()]
        while self.word("OR"):
            self.at += len("OR")
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _all(self) -> Tree:
        parts: list[Tree] = []
        self.space()
        while self.at < len(self.text) and not self.next(CLOSE) and not self.word("OR"):
            parts.append(self._part())
            self.space()
        if not parts:
            raise self.error("Something to look for is missing here.")
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _part(self) -> Tree:
        start = self.at
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self.error(f"The query is nested more than {_DEEPEST} deep.")
        if self.take(MINUS):
            if self.text[self.at : self.at + 1].strip() == "":
                raise self.error("A minus stands right before what is not wanted; quote it otherwise.", start)
            tree: Tree = Not(self._part())
        elif self.take(OPEN):
            tree = self._any()
            self.close("This parenthesis is not closed.", start)
        elif self.next(QUOTES):
            word = self.quoted()
            tree = self._named(word, start) if self.take(COLON) else self._phrase(word, start)
        else:
            tree = self._bare(start)
        self.depth -= 1
        return tree

    def _bare(self, start: int) -> Tree:
        if self.word("AND") or self.word("NOT"):
            raise self.error("AND and NOT are not needed: parts side by side must all be there, -part must not.")
        word = self.until(OPEN + CLOSE + COLON)
        if not self.take(COLON):
            return self._phrase(word, start, words=self.words)
        return self._scope(start) if word.lower() == "in" else self._named(word, start)

    def _named(self, word: str, start: int) -> Tree:
        if not word:
            raise self.error("A field is missing before this colon; quote the colon to search for it.", start)
        self.space()
        return self._values(self._pointed(start, field_called, word), start)

    def _scope(self, start: int) -> Tree:
        self.space()
        names = [field.name for field in self._list(self._section, start)]
        self.space()
        at = self.at
        if at == len(self.text) or self.next(CLOSE):
            raise self.error("After in: and its sections comes the phrase to look for.")
        tree = self._part()
        scoped = _within(tree, tuple(dict.fromkeys(names)))
        if scoped == tree:
            raise self.error("After in: and its sections comes a phrase or a group of phrases.", at)
        return scoped

    def _section(self) -> Field:
        self.space()
        return self._pointed(self.at, section_called, self.until(OPEN + CLOSE + COMMA))

    def _values(self, field: Field, start: int) -> Tree:
        if re.match(r"\*(?=[\s)）]|$)", self.text[self.at :]):
            self.at += 1
            return Exists(field.name)
        parts = self._list(lambda: self._value(field), start)
        terms = [part for part in parts if isinstance(part, Term)]
        if len(terms) == len(parts):
            return Term(field.name, tuple(value for term in terms for value in term.values))
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _value(self, field: Field) -> Tree:
        self.space()
        at = self.at
        operator = OPERATOR.match(self.text, at)
        self.at = operator.end() if operator else at
        quoted = operator is None and self.next(QUOTES)
        value = self.quoted() if quoted else self.until(OPEN + CLOSE + COMMA)
        if not value:
            raise self.error(f"A value for {field.name} is missing here.")
        if operator and field.kind not in _RANGED:
            raise self.error(f"{field.name} holds no numbers or dates: it takes values, not ranges.", at)
        if field.kind is Kind.TEXT:
            return replace(self._phrase(value, at, words=self.words and not quoted), fields=(field.name,))
        if not quoted and field.kind in _RANGED and (operator or ".." in value):
            return self._pointed(at, range_of, field, self.text[at : self.at])
        return self._pointed(at, exact, field, value)

    def _list(self, item: Callable[[], R], start: int) -> list[R]:
        grouped = self.take(OPEN)
        items = [item()]
        while self.take(COMMA):
            items.append(item())
        if grouped:
            self.close("This list is not closed.", start)
        return items

    def _phrase(self, text: str, at: int, *, words: bool = False) -> Phrase | Words:
        if not normalise(text):
            raise self.error("There is nothing to look for in this phrase.", at)
        return Words(text) if words else Phrase(text)

    def _pointed(self, at: int, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return function(*args, **kwargs)
        except BadQuery as error:
            raise self.error(str(error), at) from None


def _within(tree: Tree, fields: tuple[str, ...]) -> Tree:
    """Return the tree with every phrase that names no section bound to `fields`."""
    if isinstance(tree, Phrase | Words):
        return tree if tree.fields else replace(tree, fields=fields)
    if isinstance(tree, Not):
        return Not(_within(tree.part, fields))
    if isinstance(tree, AllOf | AnyOf):
        return type(tree)(tuple(_within(part, fields) for part in tree.parts))
    return tree
