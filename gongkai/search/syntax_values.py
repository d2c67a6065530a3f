"""How are phrases and the values of a field read?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ParamSpec, TypeVar

from gongkai.errors import BadQuery
from gongkai.mappings.fields import Field, Kind
from gongkai.search.query import AnyOf, Exists, Phrase, Term, Tree, Words
from gongkai.search.syntax_fields import OPERATOR, exact, range_of, short
from gongkai.search.syntax_scan import CLOSE, COMMA, OPEN, QUOTES, Scanner
from gongkai.text import normalise

__all__ = ["Reader"]

P = ParamSpec("P")
R = TypeVar("R")

_RANGED = (Kind.INTEGER, Kind.DECIMAL, Kind.DATE)
_THOUSANDS = re.compile(rf"[(（]?\s*(?:[^\s(（)）,，]*[{COMMA}])*[^\s(（)）,，\d]*(\d{{1,3}}(?:[{COMMA}]\d{{3}})+)(?!\d)")
_WILD = re.compile("[*＊]")


@dataclass
class Reader(Scanner):
    """A text of which phrases, values and lists are read; errors point at the place."""

    words: bool = False  # what is not quoted is looked for by words

    def phrase(self, text: str, at: int, *, bare: bool = False) -> Phrase | Words:
        """Return what looks for the text; `bare`: it was not quoted."""
        if not normalise(text):
            raise self.error("There is nothing to look for in this phrase.", at)
        if bare and _WILD.search(text):
            raise self.error(_without_wildcards(text), at)
        if bare and '"' in text:
            raise self.error(
                'A quotation mark stands inside a word: quote all of the phrase; in it, write \\".', at + text.index('"')
            )
        return Words(text) if bare and self.words else Phrase(text)

    def values(self, field: Field, start: int) -> Tree:
        """Read the values behind a field and its colon."""
        if re.match(r"[*＊](?=[\s)）]|$)", self.text[self.at :]):
            self.at += 1
            return Exists(field.name)
        self._refuse_thousands(field)
        parts = self.list(lambda: self._value(field), start)
        terms = [part for part in parts if isinstance(part, Term)]
        if len(terms) == len(parts):
            return Term(field.name, tuple(value for term in terms for value in term.values))
        return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))

    def _refuse_thousands(self, field: Field) -> None:
        """Refuse 1,000 among numbers: it may be a thousand, or 1 and 000."""
        found = _THOUSANDS.match(self.text, self.at) if field.kind in (Kind.INTEGER, Kind.DECIMAL) else None
        if found:
            number = re.sub(r"\D", "", found[1])
            raise self.error(f"“{found[1]}” may be {number} or several numbers: write {number}, or a space behind each comma.")

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
            if value.lower() == "near" and self.next(OPEN):
                raise self.error(f"In one section: in:{field.name.removeprefix('sections.')} near(…).", at)
            return replace(self.phrase(value, at, bare=not quoted), fields=(field.name,))
        if not quoted and _WILD.search(value):
            raise self.error(f"A value has no wildcards: write it whole, or {field.name}:* for any.", at)
        if not quoted and field.kind in _RANGED and (operator or ".." in value):
            return self.pointed(at, range_of, field, self.text[at : self.at])
        return self.pointed(at, exact, field, value)

    def list(self, item: Callable[[], R], start: int) -> list[R]:
        """Read one item or several, parted by commas, in parentheses or not."""
        grouped = self.take(OPEN)
        items = [item()]
        while self.take(COMMA):
            items.append(item())
        if grouped:
            self.close("This list is not closed.", start)
        return items

    def pointed(self, at: int, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Call the function; a BadQuery of its own points at `at`."""
        try:
            return function(*args, **kwargs)
        except BadQuery as error:
            raise self.error(str(error), at) from None


def _without_wildcards(text: str) -> str:
    """Return how to write what a wildcard was meant for."""
    parts = [short(part, 12) for part in _WILD.split(text) if part]
    if len(parts) > 1:
        advice = f"write near({parts[0]}, {parts[1]}, 5) for up to five characters between"
    else:
        advice = (
            f"write {parts[0]}, which is found inside longer words, too" if parts else "FIELD:* asks whether there is a value"
        )
    return f"A phrase has no wildcards: {advice}; quote it to look for the asterisk itself."
