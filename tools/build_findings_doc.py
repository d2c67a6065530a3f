"""Write docs/findings.md from where the rules are declared; with --check only tell whether it is up to date."""

import sys
from pathlib import Path

from gongkai.mappings.findings import LEFT_OUT, reference

TARGET = Path(__file__).parent.parent / "docs" / "findings.md"
INTRODUCTION = """# Findings

A finding is a statement about a report: an identity that fails, a contradiction between text and table, a lost table. It has a stable
code, a sentence in Chinese that names table, row or column and both numbers, the figures involved, the passage it rests on, and who
is likelier at fault. Printed numbers are never repaired. Where an operand is null, nothing is found: that is *not assessable*, not failed.

The fault below is the one given when every figure involved was read from clean labels and cells. Where a figure was inferred, the
fault is `parser_suspect`.

"""
OMITTED = """
## Rules that others have and gongkai leaves out

"""


def page() -> str:
    """Return the whole page."""
    return INTRODUCTION + reference() + OMITTED + "".join(f"- **{rule}**: {reason}\n" for rule, reason in LEFT_OUT.items())


def main() -> int:
    """Write the page, or with --check compare it."""
    if "--check" in sys.argv[1:]:
        return 0 if TARGET.read_text("utf-8") == page() else 1
    TARGET.write_text(page(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
