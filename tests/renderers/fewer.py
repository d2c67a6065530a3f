"""Pages that print fewer columns of table three than the form has, and table two as a list or on its side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from gongkai.mappings.form import APPLICANTS
from gongkai.sample.facts import Facts
from gongkai.sample.layouts_html import HtmlStyle, paragraphs_of_cells, plain_table
from gongkai.sample.layouts_text import lines_of_cells, markdown_rows, ragged_pipe_rows, tab_rows
from gongkai.sample.printed import Grid, PrintedCell

from . import columns, damage, fillers, loss, neighbours, own_rows, pages
from .rendering import MARKS, Around, GridChange, Promise, Rendering, html, text

__all__ = ["FEWER"]

_COUNT = len(APPLICANTS)
_KEPT = {  # which columns are left, by their places from the right
    "totals": ("总计", (-1,)),
    "people": ("自然人 总计", (-_COUNT, -1)),
    "counts": ("件数", (-1,)),
}


def _is_requests(grid: Grid) -> bool:
    return not columns.is_review(grid) and grid[0][0].kind != "band"


def _few(names: str, places: tuple[int, ...]) -> GridChange:
    def fewer(grid: Grid, random: Random) -> Grid:
        if not _is_requests(grid):
            return grid
        corner = random.choice(("申请人情况", "项目", "指标名称"))
        head = [PrintedCell(corner, 1, 3), *map(PrintedCell, names.split())]
        return [head, *([*row[:-_COUNT], *(row[place] for place in places)] for row in grid[3:])]

    return fewer


def _shares(grid: Grid, random: Random) -> Grid:
    """Print the totals and their shares."""
    if not _is_requests(grid):
        return grid
    head = [PrintedCell("项目", 1, 3), PrintedCell("件数"), PrintedCell("占比")]
    share = [PrintedCell(f"{random.randint(0, 100)}%", kind="number") for _ in grid]
    return [head, *([*row[:-_COUNT], row[-1], share[at]] for at, row in enumerate(grid[3:]))]


def _years(grid: Grid, facts: Facts, random: Random) -> list[Grid | str]:
    """Print the totals of two or three years."""
    if not _is_requests(grid):
        return [grid]
    last = neighbours.table_of_last_year(grid, facts)
    size = random.choice((2, 3))
    years = [facts.year - back for back in range(size)][:: random.choice((1, -1))]
    head = [PrintedCell("项目", 1, 3), *(PrintedCell(f"{year}年") for year in years)]
    rows = zip(grid[3:], last[3:], strict=True)
    return [[head, *([*now[:-_COUNT], *(now[-1] if year == facts.year else old[-1] for year in years)] for now, old in rows)]]


def _lose(*kept: str) -> Callable[[Facts, Random], Facts]:
    """Return what takes the figures of the columns that are not printed out of table three."""

    def lost(facts: Facts, random: Random) -> Facts:
        names = [cell.name for cell in facts.form.tables[1].cells() if cell.column.key not in kept]
        return replace(facts, figures=dict(facts.figures) | dict.fromkeys(names, None))

    return lost


def _parts_of_two(grid: Grid) -> Iterator[tuple[list[PrintedCell], list[list[PrintedCell]]]]:
    """Yield the heads of table two, each with its rows."""
    head: list[PrintedCell] = []
    rows: list[list[PrintedCell]] = []
    for row in [*grid, [PrintedCell("", kind="band")]]:
        if row[0].kind == "label":
            rows.append(row)
            continue
        if rows:
            yield head, rows
        head, rows = row, []


def _listed(mark: str, between: str) -> Around:
    """Return what prints table two as a list, `mark` between a column's word and its number."""

    def around(grid: Grid, facts: Facts, random: Random) -> list[Grid | str]:
        if grid[0][0].kind != "band":
            return [grid]
        printed: list[Grid | str] = []
        for head, rows in _parts_of_two(grid):
            for label, *cells in rows:
                items = [f"{name.text}{mark}{cell.text}" for name, cell in zip(head[1:], cells, strict=True)]
                printed.append(between.join([label.text, *items]))
        return printed

    return around


def _turned(grid: Grid, facts: Facts, random: Random) -> list[Grid | str]:
    """Print a row of table two a column, those of the form's parts with as many columns beside each other."""
    if grid[0][0].kind != "band":
        return [grid]
    return [
        [
            [PrintedCell("信息内容"), *(row[0] for row in rows)],
            *([name, *(row[at] for row in rows)] for at, name in enumerate(head[1:], 1)),
        ]
        for head, rows in _parts_of_two(grid)
    ]


def _fewer() -> Iterator[Rendering]:
    lossy = {"promise": Promise.NEVER_WRONG, "broken": 0.1, "sections": False, "blanks": ()}
    whole = {**lossy, "broken": 0.0}
    writers = {
        "ragged": ragged_pipe_rows,
        "markdown": markdown_rows,
        "tabs": tab_rows,
        "lines": lines_of_cells,
        "spaces": loss.spaced_rows,
    }
    plain = HtmlStyle(plain_table)
    kept = {name: (_few(*of), "natural_person" if name == "people" else "total") for name, of in _KEPT.items()}
    for name, (change, column) in {**kept, "shares": (_shares, "total")}.items():
        few: dict[str, object] = {"prepare": _lose(column, "total")}
        yield html(f"html_fewer_{name}", plain, change, **lossy, **few)
        yield html(f"html_fewer_{name}_mojibake", plain, change, damage.mojibake, **whole, **few)
        for written, table in writers.items():
            yield text(f"{written}_fewer_{name}", table, change, **{**lossy, "blanks": MARKS}, **few)
            yield text(f"{written}_fewer_{name}_mojibake", table, change, damage.mojibake, **whole, **few)
            yield text(f"{written}_fewer_{name}_page_numbers", table, change, page=pages.number_pages, **whole, **few)
            captioned = {"around": neighbours.last_year_captioned}
            yield text(f"{written}_fewer_{name}_captioned", table, change, **captioned, **lossy, **few)
            if written not in ("markdown", "tabs"):
                yield text(f"{written}_fewer_{name}_cells_dropped", table, change, damage.drop_cells, **whole, **few)
                yield text(f"{written}_fewer_{name}_labels_lost", table, change, fillers.drop_labels, **whole, **few)
                yield text(f"{written}_fewer_{name}_own", table, own_rows.add_own_outcomes, change, **whole, **few)
    for written, table in writers.items():
        yield text(f"{written}_fewer_years", table, around=_years, prepare=_lose("total"), **lossy)
        yield text(f"{written}_two_turned", table, around=_turned, **lossy)
        yield text(f"{written}_two_turned_mojibake", table, damage.mojibake, around=_turned, **lossy)
        yield text(f"{written}_two_turned_page_numbers", table, around=_turned, page=pages.number_pages, **whole)
    yield html("html_fewer_years", plain, around=_years, prepare=_lose("total"), **lossy)
    yield html("html_two_turned", plain, around=_turned, **lossy)
    for name, (mark, between) in {
        "colons": ("：", "\n"),
        "spaces": (" ", "\n"),
        "line": ("：", " "),
        "commas": ("", "，"),
    }.items():
        yield text(f"two_listed_{name}", lines_of_cells, around=_listed(mark, between), **{**lossy, "blanks": MARKS})
        yield text(
            f"two_listed_{name}_page_numbers", lines_of_cells, around=_listed(mark, between), page=pages.number_pages, **whole
        )
        yield html(f"html_two_listed_{name}", HtmlStyle(paragraphs_of_cells), around=_listed(mark, between), **lossy)


FEWER: tuple[Rendering, ...] = tuple(_fewer())
