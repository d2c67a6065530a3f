"""Golden pages: one made-up page for each phenomenon, the whole parse beside it.

A page that was once read wrong becomes a file in `reports/in`; `GONGKAI_UPDATE_GOLDEN=1` writes `reports/out`
anew, and the difference is reviewed by eye.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from folders import REPORTS

from gongkai.indexer.documents import to_document
from gongkai.indexer.page import Source
from gongkai.indexer.parse import parse_source

FOLDER = REPORTS
PAGES = sorted((FOLDER / "in").iterdir())


def _parse(page: Path) -> list[dict[str, object]]:
    documents = [to_document(report) for report in parse_source(Source(page.read_bytes(), page.name))]
    return json.loads(json.dumps(documents, ensure_ascii=False))


def test_there_are_golden_pages() -> None:
    assert len(PAGES) >= 20
    assert {page.name for page in PAGES} == {path.name.removesuffix(".json") for path in (FOLDER / "out").iterdir()}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_whole_parse(page: Path) -> None:
    parsed = _parse(page)
    expected = FOLDER / "out" / f"{page.name}.json"
    if os.environ.get("GONGKAI_UPDATE_GOLDEN"):
        expected.write_text(json.dumps(parsed, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert parsed == json.loads(expected.read_text("utf-8"))
