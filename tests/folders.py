"""Where do the tests find what is not theirs alone?"""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent
DOCS = ROOT / "docs"
REPORTS = TESTS / "reports"
"""Golden pages, and the parse beside each."""
