"""What do the style sheets of a web page say of its elements? Rules for tags, classes and ids are read (selectors.py)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.html.selectors import Selector, names_in, names_of, selector_of
from gongkai.indexer.readers.html.unhidden import are_for_screen, is_for_screen
from gongkai.indexer.readers.linear import LOWERED, RAISED

__all__ = [
    "BACKGROUND",
    "COLOUR",
    "GONE",
    "HIDDEN",
    "NOTE",
    "PICTURES",
    "SMALL",
    "STRUCK",
    "WHITE_STYLE",
    "Sheet",
    "looks",
    "sheet_of",
]

Element = etree._Element
HIDDEN = expression(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
STRUCK = expression(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_RAISED = expression(
    r"vertical-align\s*:\s*(?:super|text-top|top(?=.{0,80}font-size)|\+?0*[1-9][\d.]*(?:px|pt|r?em|ex|%))|font-size.{0,80}vertical-align\s*:\s*top",
    re.IGNORECASE,
)
NOTE = expression(r"(?:^|[\s#_.-])(?:Mso)?(?:foot|end)?(?:ftn|edn|fn|note|cite)(?:ref\w*)?(?:$|[\s_.:\d-])", re.IGNORECASE)
_PICTURES = r"[\"']?(?:wing|web)dings"  # typefaces in which a digit is a picture
# Transparent, off the page, cut off: a script or Word may show it, so that nobody knows.
_GONE = "|".join((
    r"(?<![-\w])(?:color|-webkit-text-fill-color)\s*:\s*(?:transparent|rgba\([^)]{0,40}[,/]\s*0*\.?0*%?\s*\)|#[0-9a-f]{6}00)",
    r"(?<![-\w])opacity\s*:\s*0*\.?0+%?\s*(?:[;!]|$)|opacity\(\s*0*\.?0+%?\s*\)|alpha\(\s*opacity\s*=\s*0\s*\)",
    r"(?<![-\w])(?:left|top|right|bottom|text-indent)\s*:\s*-\d{3}|(?<![-\w])(?:left|right|text-indent)\s*:\s*-\d\d+r?em",
    r"(?<![-\w])margin-(?:left|top)\s*:\s*-\d{4}|(?<![-\w])clip(?:-path)?\s*:(?!\s*(?:auto|none))",
    r"scale(?:3d|[xy])?\(\s*0*\.?0*\s*[,)]",
    rf"(?<![-\w])font(?:-family\s*:\s*|\s*:[^;,]{{0,60}}\s){_PICTURES}",
))  # fmt: skip
_SMALL = (
    r"(?<![-\w])font-size\s*:\s*(?:0(?:p[xt]|r?em|%)?|[01](?:\.\d+)?p[xt])\s*(?:[;!]|$)"
    r"|(?<![-\w])font\s*:[^;/]{0,40}?(?<![-\w.])0(?:px)?\s*(?:/|\s[a-z])"
)
_DOUBTFUL = expression(
    rf"{_GONE}|{_SMALL}|(?<![-\w])color\s*:\s*rgba\(\s*255\s*,\s*255\s*,\s*255|vertical-align\s*:\s*sub|mso-hide"
    r"|(?<![-\w])(?:width|height)\s*:\s*[01](?:px)?\s*(?:[;!]|$)",
    re.IGNORECASE,
)
PICTURES = expression(rf"\s*{_PICTURES}", re.IGNORECASE)
GONE, SMALL = expression(_GONE, re.IGNORECASE), expression(_SMALL, re.IGNORECASE)
COLOUR = expression(r"(?<![-\w])color\s*:\s*([^;!]+)", re.IGNORECASE)
BACKGROUND = expression(r"(?<![-\w])background(?:-color|-image)?\s*:\s*([^;!]+)", re.IGNORECASE)
_DOUBTFUL_NAME = expression(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader\S*|msoDel)(?:\s|$)", re.IGNORECASE)
WHITE_STYLE = expression(
    r"(?<![-\w])color\s*:\s*(?:#fff(?:fff)?(?![0-9a-f])|white|rgb\(\s*255\s*,\s*255\s*,\s*255)", re.IGNORECASE
)
_COMMENT = expression(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_BRACE = expression(r"([^{}]*)([{}])")
_MEDIUM = expression(r"@media\b([^{}]*)", re.IGNORECASE)
_SHOWING = expression(r"(?<![-\w])(display|visibility)\s*:\s*([-\w]+)(\s*!\s*important)?", re.IGNORECASE)
_COLOURS = (COLOUR, BACKGROUND)
_MOST_RULES = 200  # for one name
_FEW_RULES = 12  # which are sooner asked anew than looked up
_UNSURE = "unsure"  # whether it is hidden: another rule shows it, perhaps by a script's say


class Rule(NamedTuple):
    """What a rule of a sheet says of its elements."""

    selector: Selector
    style: str
    uncoloured: str | None = None  # the same but for colours, where they are most of what it says
    place: int = 0  # among those of the page


Rules = dict[str, list[Rule]]
"""By the key of their selectors."""


class Sheet:
    """What the page's style sheets say, by one name each of the elements that they say it of. Each element is looked at once."""

    def __init__(self, rules: Rules, unseen: frozenset[str] = frozenset(), *, folds: bool = False) -> None:
        self.rules = rules
        self._unseen = unseen  # names of rules that hide or strike
        self._folds = folds  # whether A is a in names
        self._names: dict[Element, frozenset[str]] = {}
        self._styles: dict[Element, str] = {}
        self._ways: dict[Element, int] = {}  # numbers of the ways from the root to elements: by tag and names, step by step
        self._numbers: dict[tuple[int, str, frozenset[str]], int] = {}
        self._meant: dict[int, list[str]] = {}

    def style_of(self, element: Element) -> str:
        """Return the element's declarations, its own behind those of the sheets, and of these the strongest last."""
        if not self.rules:
            return _own(element)
        style = self._styles.get(element)
        if style is None:
            style = self._styles[element] = self._style_of(element)
        return style

    def _style_of(self, element: Element) -> str:
        own = _own(element)
        names = (*self.names_of(element), element.tag)
        rules = [of_name for name in names if (of_name := self.rules.get(name))]
        is_short = sum(map(len, rules)) <= _FEW_RULES
        said = self._declared(element, rules) if is_short else self._declared_alike(element, rules)
        return _settled(";".join([*said, own])) if said else own

    def _declared(self, element: Element, rules: list[list[Rule]]) -> list[str]:
        """Return what those of the rules declare that mean the element, each once, the strongest last."""
        said = [rule for of_name in rules for rule in of_name if rule.selector.means(element, self.names_of)]
        said.sort(key=_strength)
        return list(dict.fromkeys(rule.style for rule in reversed(said)))[::-1]

    def _declared_alike(self, element: Element, rules: list[list[Rule]]) -> list[str]:
        """Return the same, found once for all elements that stand in others of the same tags and names: a page may have 10,000 of them."""
        way = self._way_to(element)
        said = self._meant.get(way)
        if said is None:
            said = self._meant[way] = self._declared(element, rules)
        return said

    def _way_to(self, element: Element) -> int:
        """Return the number of the way from the root to an element; elements may be nested thousands deep."""
        path = [element]
        while path[-1] not in self._ways and (outer := path[-1].getparent()) is not None:
            path.append(outer)
        way = self._ways.get(path[-1], 0)
        for inner in reversed(path):
            if inner not in self._ways:
                step = (way, str(inner.tag), self.names_of(inner))
                self._ways[inner] = self._numbers.setdefault(step, len(self._numbers) + 1)
            way = self._ways[inner]
        return way

    def names_of(self, element: Element) -> frozenset[str]:
        """Return what the sheets may call an element, its tag apart."""
        names = self._names.get(element)
        if names is None:
            names = self._names[element] = names_of(element, folds=self._folds)
        return names

    def may_hide(self, element: Element) -> bool:
        """Tell an element that may be hidden or struck, by its own style or by a rule."""
        said = element.attrib
        if "style" in said or element.tag in self._unseen:
            return True
        return bool(self._unseen) and ("class" in said or "id" in said) and not self._unseen.isdisjoint(self.names_of(element))

    def may_say(self, element: Element) -> bool:
        """Tell an element of which the sheets or its attributes may say something."""
        return bool(element.attrib) or element.tag in self.rules


def _own(element: Element) -> str:
    """Return what an element's own style says."""
    style = element.get("style") or ""
    return _COMMENT.sub("", style) if "/*" in style else style


def _strength(rule: Rule) -> tuple[tuple[int, int, int], int]:
    return rule.selector.weight, rule.place


@lru_cache(maxsize=1 << 12)
def _settled(style: str) -> str:
    """Return declarations of which one alone tells whether an element is shown: the last, or the last that is important."""
    last: dict[str, re.Match[str]] = {}
    for found in _SHOWING.finditer(style):
        name = found[1].lower()
        if found[3] or name not in last or not last[name][3]:
            last[name] = found
    if not last:
        return style
    said = ["mso-hide:all" if found[2] == _UNSURE else f"{name}:{found[2]}" for name, found in last.items()]
    return ";".join([_SHOWING.sub("", style), *said])


def sheet_of(root: Element, *, folds: bool) -> Sheet:
    """Return what the page's sheets say; what another rule shows, by a script's say, is not surely hidden. `folds`: A is a in names."""
    texts = (element.text or "" for element in filter(is_for_screen, root.iter("style")))
    rules, unseen = _kept(tuple(text.lower() if folds else text for text in texts))
    return Sheet(rules, unseen, folds=folds)


@lru_cache(maxsize=256)  # the pages of a site have the same sheets
def _kept(sheets: tuple[str, ...]) -> tuple[Rules, frozenset[str]]:
    """Return the rules of a page's sheets, and the names of those that hide or strike."""
    said = [rule for sheet in sheets for rule in _rules(sheet)[0]]
    shown = frozenset[str]().union(*(_rules(sheet)[1] for sheet in sheets))
    is_coloured = any(map(_whitens, said))
    kept: Rules = {}
    unseen: set[str] = set()
    for place, (selector, style, uncoloured, _) in enumerate(said):
        if uncoloured is not None and not is_coloured and not selector.is_plain:
            style = uncoloured  # menus have hundreds of colours
        elif HIDDEN.search(style) and shown.issuperset(selector.own.names or {selector.own.tag}):
            style = _SHOWING.sub(rf"\1:{_UNSURE}\3", style)
        if HIDDEN.search(style) or STRUCK.search(style):
            unseen.add(selector.key)
        if style and len(of_name := kept.setdefault(selector.key, [])) < _MOST_RULES:
            of_name.append(Rule(selector, style, None, place))
    return kept, frozenset(unseen)


def _whitens(rule: Rule) -> bool:
    """Tell a rule that may make digits white which no plain name finds: links are of any colour."""
    return not rule.selector.is_plain and rule.selector.own.tag != "a" and WHITE_STYLE.search(rule.style) is not None


@lru_cache(maxsize=256)
def _rules(sheet: str) -> tuple[tuple[Rule, ...], frozenset[str]]:
    """Return the rules that change what is seen, in their order, and the names that a rule shows."""
    rules: list[Rule] = []
    shown: set[str] = set()
    for selectors, style in _blocks(_COMMENT.sub("", sheet)):
        hides = HIDDEN.search(style) is not None
        marks = looks(style, "")
        is_whole = hides or STRUCK.search(style) or marks is LOWERED
        shows = ";".join(found[0] for found in _SHOWING.finditer(style))
        colours = ";".join(found[0] for rule in _COLOURS for found in rule.finditer(style))
        for selector in map(selector_of, selectors.split(",") if shows or colours or is_whole or marks else ()):
            if selector is None:
                continue
            if is_whole or (marks and (selector.own.names or "super" in style)):  # a site raises whole paragraphs too
                rules.append(Rule(selector, style))
            elif shows or colours:
                rules.append(Rule(selector, f"{colours};{shows}" if shows else colours, shows))
        if not hides and ("display" in style or "visibility" in style):
            shown |= names_in(selectors)
    return tuple(rules), frozenset(shown)


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors and the declarations of the rules of a sheet that hold on every screen."""
    around: list[str] = []
    for text, brace in _BRACE.findall(sheet + "}"):
        if brace == "{":
            around.append(text.rpartition(";")[2].strip())
        elif around:
            selectors = around.pop()
            if text.strip() and selectors[:1] not in "@" and all(map(_holds_on_screens, around)):
                yield selectors, text


def _holds_on_screens(prelude: str) -> bool:
    medium = _MEDIUM.fullmatch(prelude)
    return medium is not None and are_for_screen(medium[1])


@lru_cache(maxsize=1 << 12)  # a page writes the same styles again and again
def looks(style: str, names: str) -> dict[int, int] | None:
    """Return what the digits of elements of that style and those classes become."""
    if _DOUBTFUL.search(style) or _DOUBTFUL_NAME.search(names):
        return LOWERED
    return RAISED if _RAISED.search(style) or NOTE.search(names) else None
