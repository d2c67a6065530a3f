"""What do the style sheets of a web page say of its elements? For plain names only (.hidden, td.hidden, #hidden)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.html.unhidden import is_for_screen
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
_PLAIN_NAME = expression(r"([a-z]\w*)?([.#][-\w]+)", re.IGNORECASE)
_TAG = expression(r"[a-z]\w*", re.IGNORECASE)
_NAME = expression(r"[.#][-\w]+")


class Sheet(NamedTuple):
    """What the page's style sheets say of plain names: name, the tag it is for or nothing, and the declarations."""

    rules: dict[str, list[tuple[str, str]]]

    def style_of(self, element: Element) -> str:
        """Return the element's declarations, its own behind those of the sheets."""
        own = element.get("style") or ""
        own = _COMMENT.sub("", own) if "/*" in own else own
        if not self.rules:
            return own
        names = [f".{name}" for name in (element.get("class") or "").split()]
        names += [f"#{element.get('id')}"] if element.get("id") else []
        names.append(str(element.tag))
        said = [style for name in names for tag, style in self.rules.get(name, ()) if tag in ("", element.tag)]
        return ";".join([*said, own])


def sheet_of(root: Element) -> Sheet:
    """Return the rules of the page's sheets for plain names; a name that another rule shows, by a script's say, hides nothing."""
    rules: dict[str, list[tuple[str, str]]] = {}
    shown: set[str] = set()
    for element in filter(is_for_screen, root.iter("style")):
        said, shows = _rules(element.text or "")
        shown |= shows
        for name, tag, style in said:
            rules.setdefault(name, []).append((tag, style))
    return Sheet(
        {name: [(tag, s) for tag, s in said if name not in shown or not HIDDEN.search(s)] for name, said in rules.items()}
    )


@lru_cache(maxsize=256)  # the pages of a site have the same sheets
def _rules(sheet: str) -> tuple[tuple[tuple[str, str, str], ...], frozenset[str]]:
    """Return name, tag and declarations of each rule that changes what is seen, and the names that a rule shows."""
    rules: list[tuple[str, str, str]] = []
    shown: set[str] = set()
    depth = 0
    for part in _COMMENT.sub("", sheet).split("}"):
        selectors, _, style = part.rpartition("{")
        is_inside = depth > 0 or "{" in selectors  # of another medium: print, a telephone
        depth = max(0, depth + part.count("{") - 1)
        if is_inside or not style:
            continue
        hides = HIDDEN.search(style) is not None
        is_whole = hides or STRUCK.search(style) or WHITE_STYLE.search(style) or looks(style, "")
        said = style if is_whole else ";".join(found[0] for rule in (COLOUR, BACKGROUND) for found in rule.finditer(style))
        for selector in map(str.strip, selectors.split(",") if said else ()):
            if plain := _PLAIN_NAME.fullmatch(selector):
                rules.append((plain[2], (plain[1] or "").lower(), said))
            elif _TAG.fullmatch(selector):
                rules += [(selector.lower(), "", found[0]) for rule in (COLOUR, BACKGROUND) for found in rule.finditer(style)]
        if not hides and ("display" in style or "visibility" in style):
            shown.update(_NAME.findall(selectors))
    return tuple(rules), frozenset(shown)


@lru_cache(maxsize=1 << 12)  # a page writes the same styles again and again
def looks(style: str, names: str) -> dict[int, int] | None:
    """Return what the digits of elements of that style and those classes become."""
    if _DOUBTFUL.search(style) or _DOUBTFUL_NAME.search(names):
        return LOWERED
    return RAISED if _RAISED.search(style) or NOTE.search(names) else None
