"""What was measured before: a measure of hours may be interrupted, and goes on where it stopped, if the code is the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

from renderers import Score

TREE = Path(__file__).resolve().parents[2]
MEASURED = ("gongkai", "tests/renderers")

Task = tuple[str, str, range]


class Measured:
    """The counts that a file keeps, a line each, by layout, form and seeds. A file of other code is begun anew."""

    def __init__(self, path: Path) -> None:
        """Read what the file has; what was cut off in the midst of a line is measured again."""
        head = json.dumps({"code": code()})
        self._path, self._counts = path, dict(_read(path, head))
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [head] + [_line(task, counts) for task, counts in self._counts.items()]
        path.write_text("".join(f"{line}\n" for line in lines))

    def __len__(self) -> int:
        return len(self._counts)

    def of(self, task: Task) -> Score | None:
        """Return the counts of these reports, if they were read before."""
        return self._counts.get(task)

    def add(self, task: Task, counts: Score) -> None:
        """Keep the counts of these reports."""
        with self._path.open("a") as file:
            file.write(f"{_line(task, counts)}\n")


def code() -> str:
    """Return one digest of all that decides the counts: the product with its data, and the renderers."""
    digest = sha256()
    for folder in MEASURED:
        for path in sorted((TREE / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(TREE)}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def _line(task: Task, counts: Score) -> str:
    name, form, seeds = task
    return json.dumps({"layout": name, "form": form, "first": seeds.start, "reports": len(seeds), "counts": asdict(counts)})


def _read(path: Path, head: str) -> Iterator[tuple[Task, Score]]:
    lines = path.read_text().splitlines() if path.exists() else []
    if not lines or lines[0] != head:
        return
    for line in lines[1:]:
        try:
            kept = json.loads(line)
        except ValueError:
            continue
        yield (kept["layout"], kept["form"], range(kept["first"], kept["first"] + kept["reports"])), Score(**kept["counts"])
