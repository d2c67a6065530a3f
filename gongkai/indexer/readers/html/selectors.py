"""Which elements of a web page does a rule of its sheets mean? Those of a tag, classes, an id, also inside others: td.old, .note em, p > .x.

Selectors of other kinds (of attributes, states, places among others) are not read. A library finds the elements of a selector in a
tree; here it is the other way round: the few elements that something is asked of find their rules, each by one name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import islice
from typing import NamedTuple

from lxml import etree

from gongkai.indexer.expressions import expression

__all__ = ["Selector", "names_in", "names_of", "selector_of", "tags_among"]

Element = etree._Element
Names = Callable[[Element], frozenset[str]]
_PART = expression(r"(?=[a-z.#])([a-z]\w*)?((?:[.#][-\w]+)*)", re.IGNORECASE)
_APART = expression(r"\s*(>)\s*|\s+")
_NAME = expression(r"[.#][-\w]+")
_HIGHEST = 64  # elements around one that are looked at: a page may nest thousands
_MOST_PARTS = 6


class _Part(NamedTuple):
    """One element of a selector."""

    tag: str
    names: frozenset[str]
    is_parent: bool  # of the part behind it; else anywhere around it

    def means(self, element: Element, names: Names) -> bool:
        """Tell whether an element is such a one."""
        return self.tag in ("", element.tag) and (not self.names or self.names <= names(element))


class Selector(NamedTuple):
    """Which elements a rule is for."""

    key: str  # one name of them: #id, .class or tag
    own: _Part
    around: tuple[_Part, ...]  # from the inside out
    weight: tuple[int, int, int]  # ids, classes, tags: rules of more weight hold against others

    @property
    def is_plain(self) -> bool:
        """Tell a selector of one name, and perhaps a tag."""
        return not self.around and len(self.own.names) <= 1

    def means(self, element: Element, names: Names) -> bool:
        """Tell whether an element that bears the key is meant."""
        if not self.own.means(element, names):
            return False
        for part in self.around:
            outer = islice(element.iterancestors(), 1 if part.is_parent else _HIGHEST)
            found = next((other for other in outer if part.means(other, names)), None)
            if found is None:
                return False
            element = found
        return True


def names_of(element: Element, *, folds: bool) -> frozenset[str]:
    """Return what sheets may call an element, its tag apart; `folds`: whether A is a there."""
    said = element.attrib
    classes, own = said.get("class"), said.get("id")
    names = [f".{name}" for name in classes.split()] if classes else []
    if own:
        names.append(f"#{own}")
    return frozenset(name.lower() for name in names) if folds else frozenset(names)


def tags_among(names: Iterable[str]) -> list[str]:
    """Return those of the names of rules that are tags."""
    return [name for name in names if name[0] not in ".#"]


def names_in(selectors: str) -> set[str]:
    """Return all names in a list of selectors, of any kind, and the tags of the elements that are meant."""
    last = (_APART.split(selector.strip())[-1] or "" for selector in selectors.split(","))
    tags = (found[1].lower() for part in last if (found := _PART.match(part)) and found[1])
    return {*_NAME.findall(selectors), *tags}


def selector_of(written: str) -> Selector | None:
    """Return what a selector means; null for one of another kind."""
    pieces = _APART.split(written.strip())  # parts, and between them > or null
    found = [_PART.fullmatch(piece) for piece in pieces[::2]]
    if not all(found) or len(found) > _MOST_PARTS:
        return None
    parents = [sign is not None for sign in pieces[1::2]] + [False]
    parts = [
        _Part((part[1] or "").lower(), frozenset(_NAME.findall(part[2])), is_parent)
        for part, is_parent in zip(filter(None, found), parents, strict=True)
    ]
    names = [name for part in parts for name in part.names]
    ids = sum(name[0] == "#" for name in names)
    own = parts[-1]
    key = min(own.names, default=own.tag)  # an id before a class
    return Selector(key, own, tuple(reversed(parts[:-1])), (ids, len(names) - ids, sum(bool(part.tag) for part in parts)))
