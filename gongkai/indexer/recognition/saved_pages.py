"""Is a file one of the parts that a browser puts beside a page that it saves? Their pictures and fonts are no documents."""

from __future__ import annotations

import os
import re

from gongkai.indexer.expressions import expression

__all__ = ["PART_OF_PAGE", "is_beside_its_page"]

PART_OF_PAGE = "a picture or font of a saved web page, not a report"
_FOLDER = expression(r"(?:^|.*[/\\!])([^/\\!]+)(?:_files|\.files)[/\\][^/\\]+", re.DOTALL)
_PAGES = (".html", ".htm", ".shtml", ".xhtml")


def is_beside_its_page(origin: str) -> bool:
    """Tell whether the file lies in the folder of a saved page, X_files beside X.html; in an archive the folder's name alone says so."""
    found = _FOLDER.fullmatch(origin)
    if found is None:
        return False
    page = origin[: found.end(1)]
    return "!" in origin or any(os.path.isfile(page + ending) for ending in _PAGES)  # noqa: PTH113 — never raises
