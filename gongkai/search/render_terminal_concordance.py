"""How does a concordance fit a narrow terminal? Its context gives way, from the far ends."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, chop_cells

from gongkai.search.render import one_line, plain

__all__ = ["fitted"]

_LEAST = 10  # cells that the section and the agency get on a narrow terminal: they wrap


def fitted(headings: Sequence[str], rows: Sequence[tuple[object, ...]], columns: int) -> list[tuple[object, ...]]:
    """Return the rows of a terminal: what does not fit is context, the far ends of it; word, year and id stay whole."""
    texts = [[one_line(plain(cell)) for cell in row] for row in rows]
    left, word, right, section, year, agency, key = (max(map(cell_len, column)) for column in zip(headings, *texts, strict=True))
    room = columns - word - year - key - (len(headings) - 1)  # for the four others
    section = min(section, max(_LEAST, (room - left - right) // 2))
    agency = min(agency, max(_LEAST, room - left - right - section))
    room = max(0, room - section - agency)
    left, right = min(left, max(room // 2, room - right)), min(right, max(room - room // 2, room - left))
    found: list[tuple[object, ...]] = []
    for before, hit, behind, part, when, who, name in texts:
        near, after = (chop_cells(before[::-1], left) or [""])[0][::-1], (chop_cells(behind, right) or [""])[0]
        found.append((near, hit, after, "\n".join(chop_cells(part, section)), when, "\n".join(chop_cells(who, agency)), name))
    return found
