"""How are labels and numbers of a table set apart? By the foot of a page between them, or all labels before all numbers."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from gongkai.sample.facts import Facts
from gongkai.sample.layouts_text import lines_of_cells, ragged_pipe_rows
from gongkai.sample.printed import Grid

from . import damage, fillers, loss, pages, stories
from .rendering import Promise, Rendering, text

__all__ = ["APART"]

_FEET = (
    "— {page} —",
    "- {page} -",
    "{page}",
    "第{page}页 共9页",
    "{page}\n{title}",
    "{title}\n— {page} —",
    "{page} / 9",
    "\f{title}\n",
)


def _foot(facts: Facts, random: Random) -> str:
    return random.choice(_FEET).format(page=random.randint(2, 8), title=facts.title)


def _below_head(grid: Grid, facts: Facts, random: Random) -> list[Grid | str]:
    """Print the foot of a page between a table's head and its first row."""
    first = next(i for i, row in enumerate(grid) if row[-1].kind == "number")
    return [grid[:first], _foot(facts, random), grid[first:]]


def _between_rows(grid: Grid, facts: Facts, random: Random) -> list[Grid | str]:
    """Print the foot of a page between two rows."""
    rows = [i for i, row in enumerate(grid) if row[-1].kind == "number"]
    at = random.choice(rows)
    return [grid[:at], _foot(facts, random), grid[at:]]


def labels_then_rows(grid: Grid) -> str:
    """Print all labels, then the numbers of each row on a line."""
    cells = [cell.text for row in grid for cell in row if cell.kind != "number"]
    rows = [" ".join(cell.text for cell in row if cell.kind == "number") for row in grid if row[-1].kind == "number"]
    return "\n".join(cells + rows)


def numbers_of_columns(grid: Grid) -> str:
    """Print all labels, then the numbers column by column."""
    cells = [cell.text for row in grid for cell in row if cell.kind != "number"]
    rows = [[cell.text for cell in row if cell.kind == "number"] for row in grid if row[-1].kind == "number"]
    columns = [[row[i] for row in rows if i < len(row)] for i in range(max(map(len, rows)))]
    return "\n".join(cells + [number for column in columns for number in column])


def _apart() -> Iterator[Rendering]:
    lossy = {"promise": Promise.NEVER_WRONG, "blanks": (), "broken": 0.1, "sections": False}
    writers = {
        "lines": lines_of_cells,
        "spaces": loss.spaced_rows,
        "printed": loss.printed_lines,
        "ragged": ragged_pipe_rows,
        "filled": fillers.filled_rows(),
    }
    for name, table in writers.items():
        yield text(f"{name}_foot_below_head", table, around=_below_head, **lossy)
        yield text(f"{name}_foot_between_rows", table, around=_between_rows, **lossy)
        yield text(f"{name}_foot_below_head_blanks", table, around=_below_head, prepare=stories.blank_zeros, **lossy)
    for name, table in (("rows", labels_then_rows), ("columns", numbers_of_columns), ("numbers", loss.labels_then_numbers)):
        yield text(f"labels_then_{name}_talkative", table, prepare=stories.talkative, **lossy)
        yield text(f"labels_then_{name}_mojibake", table, damage.mojibake, **lossy)
        yield text(f"labels_then_{name}_page_numbers", table, page=pages.number_pages, **lossy)
        yield text(f"labels_then_{name}_unprinted", table, prepare=stories.unprinted_zeros, **lossy)
        yield text(f"labels_then_{name}_cells_dropped", table, damage.drop_cells, **lossy)


APART: tuple[Rendering, ...] = tuple(_apart())
