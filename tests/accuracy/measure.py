"""How many cells come out right, layout by layout? Prints the tables behind `make accuracy` and holds the floors.

Run as `python tests/accuracy/measure.py [--examples N] [--first N] [--family NAME…] [--layout NAME…] [--update]
[--resume FILE]`. A wrong number fails in every layout; a share of cells read that is below its floor fails too. `--update` raises
floors, and never lowers one. `--resume` keeps what is measured in the file, and begins with what it has of the same code.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from difflib import get_close_matches
from math import ceil, floor, sqrt
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(folder) for folder in (HERE.parents[1], HERE.parent, HERE)]

from renderers import CATALOGUE, Score, draw, score  # noqa: E402
from renderers.families import FAMILIES  # noqa: E402
from resuming import Measured, Task  # noqa: E402

from gongkai.errors import ParseError  # noqa: E402
from gongkai.indexer.page import Source  # noqa: E402
from gongkai.indexer.parse import parse_source  # noqa: E402
from gongkai.indexer.workers import spare_collections  # noqa: E402

FLOORS = HERE / "floors.json"
# A floor is checked on more reports than it was measured on, or on fewer: leave room for both draws. A share of
# n reports, some of which are read as a whole and others not, swings by 1.0 / √n: of 30 by 0.18, of 2,500 by 0.02.
SLACK, SWING = 0.005, 1.0


def measure(task: Task) -> Score:
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
    """Print the tables; return 1 when a number is wrong or a floor is broken."""
    options = _options()
    tasks = list(_tasks(options))
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    failures: list[str] = []
    families: dict[str, tuple[int, Score]] = {}
    promises: dict[str, tuple[int, Score]] = {}
    print(_row("layout", "reports", "form"))
    with ProcessPoolExecutor(initializer=spare_collections) as pool:
        for family, (name, form, seeds), counts in _counted(tasks, pool, options.resume):
            key, found = f"{name} {form}", shares(counts)
            print(_row(name, len(seeds), form, counts), flush=True)
            failures += [f"{key}: {counts.wrong} wrong numbers"] if counts.wrong else []
            failures += below(floors, key, found, len(seeds))
            floors[key] = raised(floors, key, found, len(seeds))
            for totals, part in ((families, family), (promises, CATALOGUE[name].promise.value)):
                reports, total = totals.setdefault(part, (0, Score()))
                total.add(counts)
                totals[part] = (reports + len(seeds), total)
    for what, totals in (("family", families), ("promise", promises)):
        print("\n" + _row(what, "reports", ""))
        for part, (reports, total) in totals.items():
            print(_row(part, reports, "", total))
    if options.update:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n")
    print("\n".join(failures), file=sys.stderr)
    return 1 if failures else 0


def _counted(tasks: list[tuple[str, Task]], pool: Executor, path: Path | None) -> Iterator[tuple[str, Task, Score]]:
    """Yield the family, the task and its counts, in order: from the file where it has them, measured and kept otherwise."""
    before = Measured(path) if path else None
    if before:
        print(f"{len(before)} layouts and forms of the same code were measured before; {path} has them.", file=sys.stderr)
    left = pool.map(measure, [task for _, task in tasks if not before or before.of(task) is None])
    for family, task in tasks:
        counts = before.of(task) if before is not None else None
        if counts is None:
            counts = next(left)
            if before is not None:
                before.add(task, counts)
        yield family, task, counts


def _tasks(options: argparse.Namespace) -> Iterator[tuple[str, Task]]:
    """Yield family, layout, form and seeds: a family's reports are dealt out to its layouts and their forms, one to each at least."""
    for family in options.family or FAMILIES:
        drawn = [(layout.name, form) for layout in FAMILIES[family] for form in layout.forms]
        seeds = range(options.first, options.first + max(1, ceil(options.examples / len(drawn))))
        for name, form in drawn:
            if not options.layout or name in options.layout:
                yield family, (name, form, seeds)


def _row(name: str, reports: int | str, form: str, counts: Score | None = None) -> str:
    head = f"{name:48} {form:5}{reports:>9}"
    if counts is None:
        return f"{head}{'right':>10}{'wrong':>7}{'missed':>9}{'all':>9}{'non-zero':>10}"
    found = shares(counts)
    return f"{head}{counts.right:10}{counts.wrong:7}{counts.missed:9}{found['all']:9.2%}{found['nonzero']:10.2%}"


def _known(names: Collection[str]) -> Callable[[str], str]:
    def named(name: str) -> str:
        if name not in names:
            raise argparse.ArgumentTypeError(f"nothing is called {name}; near it: {', '.join(get_close_matches(name, names))}")
        return name

    return named


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=5000, help="reports a family of layouts, of each form as many")
    parser.add_argument("--first", type=int, default=0, help="the first seed: what takes days is measured in parts")
    parser.add_argument("--family", action="append", type=_known(FAMILIES), metavar="NAME", help="only this family; repeatable")
    parser.add_argument("--layout", action="append", type=_known(CATALOGUE), metavar="NAME", help="only this layout; repeatable")
    parser.add_argument("--resume", type=Path, metavar="FILE", help="keep what is measured there, and go on from what it has")
    parser.add_argument("--update", action="store_true", help="raise the floors to what was measured")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
