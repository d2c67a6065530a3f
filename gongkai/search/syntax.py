"""How is a question written? Text → Query tree; `syntax_print.py` is the way back.

    query  = all ("OR" all)*
    all    = (part | "applicant:" names)+
    part   = "-" part | "in:" names part | "(" query ")" | near | field ":" values | phrase
    near   = "near(" phrase "," phrase "," number ")"
    values = "*" | value ("," value)*
    value  = text | ">=" text | ">" text | "<=" text | "<" text | text? ".." text?

Hand-written, because the errors have to point at the place and name the closest field, and because a
Chinese keyboard's colons, quotes, parentheses and spaces count as their ASCII twins outside of quotes.
Phrases and values are read in `syntax_values.py`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from gongkai.errors import BadQuery
from gongkai.mappings.fields import Field
from gongkai.search.query import AllOf, AnyOf, Near, Not, Phrase, Tree, Words
from gongkai.search.syntax_applicants import applicant_called, asked_by
from gongkai.search.syntax_fields import OPERATOR, field_called, is_name, refuse_bytes, section_called, short
from gongkai.search.syntax_scan import CLOSE, COLON, COMMA, MINUS, OPEN, QUOTES
from gongkai.search.syntax_values import Reader

__all__ = ["parse_comparison", "parse_query"]

_LONGEST = 10_000
_DEEPEST = 50
_FARTHEST = 1_000  # characters between two phrases that are near each other
_COMPARISON = re.compile(rf"(.+?)\s*({OPERATOR.pattern}|[=＝:：])\s*(.+)", re.DOTALL)
_COMPARED = re.compile(rf"(?P<name>.*?)(?P<sign>{OPERATOR.pattern}|[=＝])(?P<value>.*)", re.DOTALL)
_APPLICANT = re.compile(rf"(?:applicant|申请人)[{COLON}]", re.IGNORECASE)
_JOINT = re.compile(r"(?:or|\|{1,2})(?=[\s(（)）]|$)", re.IGNORECASE)
_NEAR = "near(…) takes two phrases and the most characters between them, as in near(三审三校, 保密, 20)."


def parse_query(text: str, *, words: bool = False) -> Tree:
    """Return the tree that `text` writes; empty text finds every document.

    With `words`, unquoted text is looked for by words, quoted text still as a phrase. Raises BadQuery.
    """
    if len(text) > _LONGEST:
        raise BadQuery(f"The query is longer than {_LONGEST:,} characters.")
    refuse_bytes(text)
    return _Parser(text, words=words).parse()


def parse_comparison(text: str) -> Tree:
    """Return the tree of `FIGURE>=N`, `FIGURE=N` or `FIGURE:2..5`: what `--where` takes. Raises BadQuery."""
    refuse_bytes(text)
    match = _COMPARISON.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if match is None:
        raise BadQuery(f"“{short(text)}” is no comparison: write FIGURE>=N, as in requests.received.total>=100.")
    name, operator, value = match.groups()
    if operator in "=＝" and OPERATOR.match(value):  # => is no >
        raise BadQuery(f"“{short(text)}” is no comparison: at least is written >=, at most <=.")
    return parse_query(f"{name}:{'' if operator in '=＝:：' else operator}{value}")


@dataclass
class _Parser(Reader):
    """One reading of one text."""

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
        start, applicants = self.at, []
        while self.at < len(self.text) and not self.next(CLOSE) and not self.word("OR"):
            if prefix := _APPLICANT.match(self.text, self.at):
                start, self.at = self.at, prefix.end()
                applicants += self.list(self._applicant, start)
            else:
                parts.append(self._part())
            self.space()
        if not parts and not applicants:
            raise self.error("Something to look for is missing here.")
        tree: Tree = parts[0] if len(parts) == 1 else AllOf(tuple(parts))
        return self.pointed(start, asked_by, tree, tuple(dict.fromkeys(applicants))) if applicants else tree

    def _applicant(self) -> str:
        self.space()
        return self.pointed(self.at, applicant_called, self.until(OPEN + CLOSE + COMMA))

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
            tree = self._named(word, start) if self.take(COLON) else self.phrase(word, start)
        else:
            tree = self._bare(start)
        self.depth -= 1
        return tree

    def _bare(self, start: int) -> Tree:
        if self.word("AND") or self.word("NOT"):
            raise self.error("AND and NOT are not needed: parts side by side must all be there, -part must not.")
        if found := _JOINT.match(self.text, self.at):
            raise self.error(f"Alternatives are joined by OR, in capitals; quote “{found[0]}” to look for it.")
        if _APPLICANT.match(self.text, start):
            raise self.error("applicant: stands beside outcome:, never behind a minus or in:.")
        word = self.until(OPEN + CLOSE + COLON)
        if word.lower() == "near" and self.take(OPEN):
            return self._near(start)
        if not self.take(COLON):
            self._refuse_comparison(word, start)
            return self.phrase(word, start, bare=True)
        return self._scope(start) if word.lower() == "in" else self._named(word, start)

    def _refuse_comparison(self, word: str, start: int) -> None:
        """Refuse year>=2021 and year >= 2021, which would be phrases that no report says."""
        found = _COMPARED.fullmatch(word)
        if found is None or not (not found["name"] or is_name(found["name"])):
            return
        sign = "" if found["sign"] in "=＝" else found["sign"]
        written = f"{found['name'] or 'FIELD'}:{sign}{found['value'] or 'N'}"
        raise self.error(f"A comparison stands behind a colon, without spaces: {short(written)}; quote it to look for it.", start)

    def _named(self, word: str, start: int) -> Tree:
        if not word:
            raise self.error("A field is missing before this colon; quote the colon to search for it.", start)
        self.space()
        return self.values(self.pointed(start, field_called, word), start)

    def _near(self, start: int) -> Tree:
        first, second = self._near_phrase(), self._near_phrase()
        self.space()
        at, number = self.at, unicodedata.normalize("NFKC", self.until(OPEN + CLOSE + COMMA))
        if not re.fullmatch("[0-9]{1,4}", number) or int(number) > _FARTHEST:
            raise self.error(f"The most characters between the two is a whole number up to {_FARTHEST:,}. {_NEAR}", at)
        self.close(_NEAR, start)
        return Near(first, second, int(number))

    def _near_phrase(self) -> str:
        self.space()
        at, quoted = self.at, self.next(QUOTES)
        text = self.quoted() if quoted else self.until(OPEN + CLOSE + COMMA)
        self.space()
        if not text or not self.take(COMMA):
            raise self.error(f"{_NEAR} A phrase with a space or a comma is quoted.", self.at)
        self.phrase(text, at, bare=not quoted)
        return text

    def _scope(self, start: int) -> Tree:
        self.space()
        names = [field.name for field in self.list(self._section, start)]
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
        return self.pointed(self.at, section_called, self.until(OPEN + CLOSE + COMMA))


def _within(tree: Tree, fields: tuple[str, ...]) -> Tree:
    """Return the tree with every phrase that names no section bound to `fields`."""
    if isinstance(tree, Phrase | Near | Words):
        return tree if tree.fields else replace(tree, fields=fields)
    if isinstance(tree, Not):
        return Not(_within(tree.part, fields))
    if isinstance(tree, AllOf | AnyOf):
        return type(tree)(tuple(_within(part, fields) for part in tree.parts))
    return tree
