"""How does a document lie in the store? As compressed JSON, its figures without their names where a form has them."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping
from typing import Any

from gongkai.mappings.form import FORMS
from gongkai.search.engine import Document

__all__ = ["LAYOUTS", "pack", "unpack"]

_LEVEL = 1  # of zlib: several times faster than the default for a tenth more bytes; writing must not hold up reading


def _layout(names: tuple[str, ...]) -> str:
    return hashlib.sha256(" ".join(names).encode()).hexdigest()[:8]


_NAMES = {form.key: tuple(cell.name for cell in form.cells()) for form in FORMS.values()}
_KEYS = {names: _layout(names) for names in _NAMES.values()}
LAYOUTS: dict[str, tuple[str, ...]] = {key: names for names, key in _KEYS.items()}
"""Digest of the names of a form's figures → the names. The store keeps those it was written with, and adds them
here when it is opened: a form may change, a document that was stored stays readable."""


def pack(document: Document) -> bytes:
    """Return a document as it lies in the store: half the bytes, a quarter of the time of writing every name."""
    figures = document.get("figures")
    if isinstance(figures, Mapping):
        key = _KEYS.get(tuple(figures))
        if key is not None:
            document = {**document, "figures": [key, *figures.values()]}
    line = json.dumps(document, ensure_ascii=False, separators=(",", ":"), default=float)  # Decimal → float
    return zlib.compress(line.encode("utf-8", "surrogatepass"), _LEVEL)


def unpack(packed: bytes) -> dict[str, Any]:
    """Return the document that `pack` packed."""
    document: dict[str, Any] = json.loads(zlib.decompress(packed).decode("utf-8", "surrogatepass"))
    figures = document.get("figures")
    if isinstance(figures, list):
        document["figures"] = dict(zip(LAYOUTS[figures[0]], figures[1:], strict=True))
    return document
