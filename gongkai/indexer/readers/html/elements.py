"""Which elements of a web page end a line, which stand apart inside a cell, and which hold nothing to read?"""

from __future__ import annotations

__all__ = ["APART", "BLOCKS", "SKIPPED"]

SKIPPED = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "title",
        "iframe",
        "object",
        "svg",
        "select",
        "option",
        "button",
        "input",
        "textarea",
        "canvas",
        "audio",
        "video",
        "map",
    )
)

BLOCKS = frozenset(
    (
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "tbody",
        "thead",
        "tfoot",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "nav",
        "aside",
        "form",
        "fieldset",
        "center",
        "pre",
        "blockquote",
        "hr",
        "body",
        "html",
        "address",
        "figure",
        "figcaption",
        "caption",
        "details",
        "summary",
        "dialog",
        "legend",
        "ucapcontent",
    )
)

APART = tuple(BLOCKS - {"table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "html", "body"})
