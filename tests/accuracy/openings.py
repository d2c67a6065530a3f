"""Who, where and when: how many of the labelled openings come out right, field by field? Prints the first table of `make accuracy`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent)]

from labelled_openings import FIELDS, PLACE, labelled, read_case  # noqa: E402


def main() -> int:
    """Print the table; return 1 when a place is wrong: none is better."""
    cases = labelled()
    counts: dict[str, Counter[str]] = {name: Counter() for name in (*FIELDS, *PLACE)}
    for case in cases:
        for name, value in read_case(case).items():
            counts[name][_judged(value, case["expect"][name])] += 1
    print(f"{len(cases)} openings\n{'field':12}{'right':>8}{'wrong':>8}{'missed':>8}{'all':>9}{'printed':>9}")
    for name, count in counts.items():
        printed = sum(case["expect"][name] is not None for case in cases)
        print(f"{name:12}{count['right']:8}{count['wrong']:8}{count['missed']:8}{count['right'] / len(cases):9.2%}{printed:9}")
    return 1 if any(counts[name]["wrong"] for name in PLACE) else 0


def _judged(value: object, expected: object) -> str:
    if value == expected:
        return "right"
    return "missed" if value is None else "wrong"


if __name__ == "__main__":
    sys.exit(main())
