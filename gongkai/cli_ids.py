"""Which reports are named? Ids as arguments, in a file, or on standard input."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import chain

from gongkai.errors import GongkaiError
from gongkai.search.engine import Engine
from gongkai.search.typed_tables import lines_of, table_rows

__all__ = ["ids_in", "whole_ids"]

_HEADINGS = {"编号", "id"}  # first cells of what other commands print
_WHOLE = 24  # characters of an id


def ids_in(stream: Iterable[bytes]) -> Iterator[str]:
    """Yield the id of each line: its first word, the first cell of a CSV, or the `id` of a line of JSON. Raises GongkaiError."""
    waiting = lines_of(stream)
    first = next(waiting, "")
    every = chain([first], waiting)
    if first.startswith(tuple(f"{heading}," for heading in _HEADINGS)):
        # other cells may hold line breaks
        cells: Iterable[str] = (row[0] if row else "" for _, row in table_rows(every, "The ids"))
    else:
        cells = (
            one for number, line in enumerate(every, 1) for one in (_ids_of(line, number) if line.startswith("{") else [line])
        )
    for cell in cells:
        words = cell.split()
        if words and words[0] not in _HEADINGS:
            yield words[0]


def _ids_of(line: str, number: int) -> list[str]:
    """Return the id of a report, or those of the hits of a search."""
    try:
        value = json.loads(line)
        return [str(one["id"]) for one in value.get("hits", [value])]
    except (ValueError, KeyError, TypeError) as error:
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
    if not found:
        raise GongkaiError("There is no id among the ids: `gongkai search --format csv` prints some.")
    return tuple(found)
