"""Was the markup taken out of a string? Of JSON or a script, with its backslashes, or of XML, with every < escaped."""

from __future__ import annotations

import re
from html import unescape

from gongkai.indexer.expressions import expression

__all__ = ["out_of_a_string"]

_SCRIPT = expression(r"<(/?)script\b", re.IGNORECASE)
_ESCAPE = expression(r'\\(?:u([0-9a-fA-F]{4})|(["\'/\\nrtbf]))')
_WRITTEN = {"n": "\n", "r": "\n", "t": "\t", "b": " ", "f": " "}
_MANY = 100  # characters written as \u4e00 in a page that holds no other Chinese


def out_of_a_string(text: str) -> str:
    """Return markup as it was before it was put into a string; any other as it is."""
    if "&lt;t" in text and text.count("&lt;td") > text.count("<td") and " srcdoc=" not in text:  # of a frame it is right
        text = unescape(text)
    if "\\" not in text:
        return text
    shown = _without_scripts(text)  # in a script a backslash is right
    escaped = (
        shown.count('=\\"') > shown.count('="')
        or shown.count("<\\/") > shown.count("</")
        or (shown.isascii() and shown.count("\\u") > _MANY)
    )
    return _written_out(text) if escaped else text


def _without_scripts(text: str) -> str:
    parts, start, inside = [], 0, False
    for tag in _SCRIPT.finditer(text):
        if inside == bool(tag[1]):  # opens outside, or closes
            parts.append("" if inside else text[start : tag.start()])
            start, inside = tag.end(), not inside
    return "".join(parts) + ("" if inside else text[start:])


def _written_out(text: str) -> str:
    plain = _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else _WRITTEN.get(found[2], found[2]), text)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # pairs of \ud83d\ude00 are one character
