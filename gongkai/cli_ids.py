"""Which reports are named? Ids as arguments, in a file, or on standard input."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from itertools import chain

from gongkai.errors import GongkaiError
from gongkai.search.engine import Engine

__all__ = ["ids_in", "whole_ids"]

_HEADINGS = {"编号", "id"}  # first cells of what other commands print
_WHOLE = 24  # characters of an id


def ids_in(lines: Iterable[str]) -> Iterator[str]:
    """Yield the id of each line: its first word, the first cell of a CSV, or the `id` of a line of JSON. Raises GongkaiError."""
    waiting = iter(lines)
    first = next(waiting, "").removeprefix("\ufeff")
    every = chain([first], waiting)
    if first.startswith(tuple(f"{heading}," for heading in _HEADINGS)):
        cells: Iterable[str] = (row[0] if row else "" for row in csv.reader(every))  # other cells may hold line breaks
    else:
        cells = (_id_of(line, number) if line.startswith("{") else line for number, line in enumerate(every, 1))
    for cell in cells:
        words = cell.split()
        if words and words[0] not in _HEADINGS:
            yield words[0]


def _id_of(line: str, number: int) -> str:
    try:
        return str(json.loads(line)["id"])
    except (ValueError, KeyError) as error:
        raise GongkaiError(f"Line {number} of the ids is JSON without an id.") from error


def whole_ids(engine: Engine, ids: Iterable[str]) -> tuple[str, ...]:
    """Return each id in full; the first characters of one are enough. Raises GongkaiError for one that is not there."""
    found: dict[str, None] = {}
    for name in ids:
        whole = name
        if len(name) < _WHOLE:
            document = engine.get(name)
            if document is None:
                raise GongkaiError(f"There is no report whose id begins with “{name[:40]}”: `gongkai search` prints ids.")
            whole = str(document["id"])
        found[whole] = None
    return tuple(found)
