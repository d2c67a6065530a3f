"""How many cells come out right, layout by layout? Prints the table behind `make accuracy` and holds its floors.

Run as `python tests/accuracy/measure.py [--examples N] [--first N] [--layout NAME…] [--update]`. A wrong number fails in every
layout; a share of cells read that is below its floor fails too. `--update` raises floors, and never lowers one.
"""

from __future__ import annotations

import argparse
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from difflib import get_close_matches
from math import floor, sqrt
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent)]

from renderers import CATALOGUE, Score, draw, score  # noqa: E402

from gongkai.errors import ParseError  # noqa: E402
from gongkai.indexer.page import Source  # noqa: E402
from gongkai.indexer.parse import parse_source  # noqa: E402

FLOORS = HERE / "floors.json"
# A floor is checked on more reports than it was measured on, or on fewer: leave room for both draws. A share of
# n reports, some of which are read as a whole and others not, swings by 1.0 / √n: of 30 by 0.18, of 2,500 by 0.02.
SLACK, SWING = 0.005, 1.0


def measure(task: tuple[str, str, range]) -> Score:
    """Read the reports of one layout and form that are drawn from these seeds, and count their cells."""
    name, form, seeds = task
    rendering, total = CATALOGUE[name], Score()
    for seed in seeds:
        facts, content = draw(rendering, seed, form)
        try:
            (report,) = parse_source(Source(content, rendering.name + rendering.suffix))
        except ParseError:
            report = None
        total.add(score(facts, report))
    return total


def shares(counts: Score) -> dict[str, float]:
    """Return the share of cells that are right, of all and of those that do not print zero."""
    every = counts.right + counts.wrong + counts.missed
    nonzero = counts.nonzero_right + counts.nonzero_wrong + counts.nonzero_missed
    return {"all": counts.right / every if every else 1.0, "nonzero": counts.nonzero_right / nonzero if nonzero else 1.0}


def below(floors: dict[str, dict[str, float]], key: str, found: dict[str, float], reports: int) -> list[str]:
    """Return a sentence for each share of so many reports that fell below its floor, by more than such a draw swings."""
    kept, swing = floors.get(key, {}), SWING / sqrt(reports)
    return [
        f"{key}: {name} {found[name]:.4f} is below its floor {kept[name]:.4f}"
        for name in found
        if name in kept and found[name] < kept[name] - swing
    ]


def raised(floors: dict[str, dict[str, float]], key: str, found: dict[str, float], reports: int) -> dict[str, float]:
    """Return the floors of a layout after `reports` were read, never lower than they were."""
    kept = floors.get(key, {})
    return {name: max(kept.get(name, 0.0), _floor(share, reports)) for name, share in found.items()}


def _floor(share: float, reports: int) -> float:
    slack = SLACK if share == 1 else SLACK + SWING / sqrt(reports)
    return floor(max(0.0, share - slack) * 1000) / 1000


def main() -> int:
    """Print the table; return 1 when a number is wrong or a floor is broken."""
    options = _options()
    names = [name for name in CATALOGUE if not options.layout or name in options.layout]
    seeds = range(options.first, options.first + options.examples // 2)
    tasks = [(name, form, seeds) for name in names for form in CATALOGUE[name].forms]
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    failures: list[str] = []
    print(f"{'layout':32}{'form':6}{'right':>9}{'wrong':>7}{'missed':>8}{'all':>9}{'non-zero':>10}")
    with ProcessPoolExecutor() as pool:
        for (name, form, _), counts in zip(tasks, pool.map(measure, tasks), strict=True):
            key, found = f"{name} {form}", shares(counts)
            cells = f"{counts.right:9}{counts.wrong:7}{counts.missed:8}"
            print(f"{name:32}{form:6}{cells}{found['all']:9.2%}{found['nonzero']:10.2%}", flush=True)
            failures += [f"{key}: {counts.wrong} wrong numbers"] if counts.wrong else []
            failures += below(floors, key, found, len(seeds))
            floors[key] = raised(floors, key, found, len(seeds))
    if options.update:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")
    print("\n".join(failures), file=sys.stderr)
    return 1 if failures else 0


def _layout(name: str) -> str:
    if name not in CATALOGUE:
        raise argparse.ArgumentTypeError(f"no layout is called {name}; near it: {', '.join(get_close_matches(name, CATALOGUE))}")
    return name


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=5000, help="reports a layout, half of each form")
    parser.add_argument("--first", type=int, default=0, help="the first seed: what takes days is measured in parts")
    parser.add_argument("--layout", action="append", type=_layout, metavar="NAME", help="only this layout; repeatable")
    parser.add_argument("--update", action="store_true", help="raise the floors to what was measured")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
