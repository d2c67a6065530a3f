"""Pages that print table four in parts: a table for each block, a line a block or a ruling, a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from gongkai.sample.facts import Facts
from gongkai.sample.layouts_html import HtmlStyle, plain_table
from gongkai.sample.layouts_text import lines_of_cells, markdown_rows, ragged_pipe_rows, tab_rows
from gongkai.sample.printed import Grid, PrintedCell

from . import columns, damage, loss, neighbours, pages, stories
from .rendering import MARKS, Around, Promise, Rendering, html, text

__all__ = ["PARTS", "Writer"]

Writer = Callable[[Grid], str]
_RULINGS = [PrintedCell(word) for word in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")]
_SIZE = len(_RULINGS)
_NAMES = (
    ("行政复议", "未经复议直接起诉", "复议后起诉"),
    ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）"),
    ("行政复议", "未经复议直接起诉的行政诉讼", "复议后起诉的行政诉讼"),
)
Blocks = list[list[PrintedCell]]
Arrangement = Callable[[list[str], Blocks, list[int]], list[Grid]]


def _a_table_each(names: list[str], blocks: Blocks, order: list[int]) -> list[Grid]:
    head = [_RULINGS[i] for i in order]
    pairs = zip(names, blocks, strict=True)
    return [[[PrintedCell(name, 1, _SIZE)], head, [block[i] for i in order]] for name, block in pairs]


def _a_table_for_lawsuits(names: list[str], blocks: Blocks, order: list[int]) -> list[Grid]:
    head = [_RULINGS[i] for i in order]
    cells = [[block[i] for i in order] for block in blocks]
    suits = [PrintedCell("未经复议直接起诉", 1, _SIZE), PrintedCell("复议后起诉", 1, _SIZE)]
    lawsuits = [[PrintedCell("行政诉讼", 1, 2 * _SIZE)], suits, head * 2, cells[1] + cells[2]]
    return [[[PrintedCell("行政复议", 1, _SIZE)], head, cells[0]], lawsuits]


def _a_line_each(names: list[str], blocks: Blocks, order: list[int]) -> list[Grid]:
    rows = [[PrintedCell(name, kind="label"), *(block[i] for i in order)] for name, block in zip(names, blocks, strict=True)]
    return [[[PrintedCell("类别"), *(_RULINGS[i] for i in order)], *rows]]


def _a_line_a_ruling(names: list[str], blocks: Blocks, order: list[int]) -> list[Grid]:
    rows = [[_RULINGS[i]._replace(kind="label"), *(block[i] for block in blocks)] for i in order]
    return [[[PrintedCell("类别"), *map(PrintedCell, names)], *rows]]


def _listed(names: list[str], blocks: Blocks, order: list[int]) -> list[Grid]:
    pairs = zip(names, blocks, strict=True)
    return [
        [[PrintedCell(name, 1, 2)], *([_RULINGS[i]._replace(kind="label"), block[i]] for i in order)] for name, block in pairs
    ]


def _other_order(names: list[str], blocks: Blocks, order: list[int]) -> list[Grid]:
    heads = [PrintedCell(name, 1, _SIZE) for name in ("行政复议", "未经复议直接起诉", "复议后起诉")]
    turned = order if order != sorted(order) else [_SIZE - 1, *order[:-1]]
    return [[heads, [_RULINGS[i] for i in turned] * 3, [block[i] for block in blocks for i in turned]]]


_ARRANGEMENTS: dict[str, Arrangement] = {
    "three": _a_table_each,
    "two": _a_table_for_lawsuits,
    "lines": _a_line_each,
    "rulings": _a_line_a_ruling,
    "listed": _listed,
    "turned": _other_order,
}


def _printed(arrange: Arrangement, *, heading: str = "", past: bool = False) -> Around:
    """Return what prints table four so, perhaps with a line above each part, or with last year's above."""

    def around(grid: Grid, facts: Facts, random: Random) -> list[Grid | str]:
        if not columns.is_review(grid):
            return [grid]
        names = list(random.choice(_NAMES))
        order = random.choice(([0, 1, 2, 3, 4], [4, 0, 1, 2, 3], [1, 0, 2, 3, 4]))

        def parts(cells: list[PrintedCell]) -> list[Grid | str]:
            grids = arrange(names, [cells[at : at + _SIZE] for at in (0, 5, 10)], order)
            return [part for number, one in enumerate(grids, 1) for part in (heading.format(number), one) if part]

        this_year = parts(grid[-1])
        if not past:
            return this_year
        last_year = parts(neighbours.table_of_last_year(grid, facts)[-1])
        both = [[f"{facts.year}年情况", *this_year], [f"{facts.year - 1}年情况", *last_year]]
        return [part for printed in random.sample(both, 2) for part in printed]

    return around


def _parts() -> Iterator[Rendering]:
    lossy = {"promise": Promise.NEVER_WRONG, "broken": 0.1, "sections": False}
    writers: dict[str, Writer] = {
        "ragged": ragged_pipe_rows,
        "markdown": markdown_rows,
        "tabs": tab_rows,
        "lines": lines_of_cells,
        "spaces": loss.spaced_rows,
    }
    plain = HtmlStyle(plain_table)
    for name, arrange in _ARRANGEMENTS.items():
        around = _printed(arrange)
        yield html(f"html_review_{name}", plain, around=around, **lossy)
        yield html(f"html_review_{name}_mojibake", plain, damage.mojibake, around=around, blanks=(), **lossy)
        for written, table in writers.items():
            yield text(f"{written}_review_{name}", table, around=around, **{**lossy, "blanks": MARKS})
            yield text(f"{written}_review_{name}_headed", table, around=_printed(arrange, heading="（{}）案件情况"), **lossy)
            if written not in ("markdown", "tabs"):
                yield text(f"{written}_review_{name}_cells_dropped", table, damage.drop_cells, around=around, blanks=(), **lossy)
            yield text(f"{written}_review_{name}_page_numbers", table, page=pages.number_pages, around=around, blanks=(), **lossy)
            yield text(f"{written}_review_{name}_captioned", table, around=_printed(arrange, past=True), **lossy)
            yield text(f"{written}_review_{name}_unprinted", table, around=around, prepare=stories.unprinted_zeros, **lossy)
            yield text(f"{written}_review_{name}_mojibake", table, damage.mojibake, around=around, blanks=(), **lossy)


PARTS: tuple[Rendering, ...] = tuple(_parts())
