"""Made-up openings of reports, in the manner of real ones, and what each says of who, where and when."""

from __future__ import annotations

import json
from typing import Any

from folders import TESTS

from gongkai.indexer.agencies.metadata import Metadata, read_metadata
from gongkai.indexer.page import Page, Source

__all__ = ["FIELDS", "PLACE", "labelled", "read", "read_case", "values"]

FIELDS = ("title", "agency", "year", "published", "level", "kind")
PLACE = ("province", "city", "county", "town", "zone", "adcode")
_LABELLED = TESTS / "labelled" / "metadata.jsonl"


def labelled() -> list[dict[str, Any]]:
    """Return the cases: `text`, perhaps `url`, `html_title` and `meta`, and `expect`, a value or null for each field."""
    return [json.loads(line) for line in _LABELLED.read_text("utf-8").splitlines()]


def read(text: str, *, url: str | None = None, title: str | None = None, meta: dict[str, str] | None = None) -> Metadata:
    """Read what an opening says."""
    return read_metadata(Page(text=text, title=title, meta=meta or {}), Source(b"", "page.html", url=url))


def read_case(case: dict[str, Any]) -> dict[str, object]:
    """Return what is read of a labelled case, by field."""
    return values(read(case["text"], url=case.get("url"), title=case.get("html_title"), meta=case.get("meta")))


def values(metadata: Metadata) -> dict[str, object]:
    """Return the fields that are labelled."""
    return {name: getattr(metadata, name) for name in FIELDS} | {name: getattr(metadata.place, name) for name in PLACE}
