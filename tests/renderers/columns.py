"""Which columns do pages print that the form does not have, or in another order? Functions from grid to grid."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from gongkai.mappings.form import APPLICANTS
from gongkai.sample.printed import Grid, PrintedCell

__all__ = [
    "add_last_year",
    "add_remarks",
    "add_serial_numbers",
    "add_subtotal",
    "add_units",
    "drop_legal_services",
    "drop_totals",
    "organisations_first",
    "other_before_legal_services",
]

_REMARKS = ("", "", "", "含2件撤回", "1件延期", "较上年增加3件")
_APPLICANTS = 7


def is_review(grid: Grid) -> bool:
    """Tell whether this is table four."""
    return grid[0][0].text == "行政复议"


def _added(grid: Grid, head: str, cell: Callable[[int], PrintedCell], at: Callable[[list[PrintedCell]], int]) -> Grid:
    """Add a column to tables two and three; `cell` is asked with the number of the row, `at` with its cells."""
    if is_review(grid):
        return grid
    changed: Grid = []
    number = 0
    for line, row in enumerate(grid):
        row = [c._replace(colspan=c.colspan + 1) if c.kind == "band" else c for c in row]
        if row[-1].kind == "number":
            number += 1
            row.insert(at(row), cell(number))
        elif row[0].text == "信息内容":
            row.insert(at(row), PrintedCell(head))
        elif line == 0 and row[0].kind != "band":
            row.insert(min(at(row), 1), PrintedCell(head, 3)) if at(row) < len(row) else row.append(PrintedCell(head, 3))
        changed.append(row)
    return changed


def add_serial_numbers(grid: Grid, random: Random) -> Grid:
    """Count the rows in a column before their labels."""
    return _added(grid, "序号", lambda number: PrintedCell(str(number), kind="label"), lambda row: 0)


def add_units(grid: Grid, random: Random) -> Grid:
    """Print the unit between labels and numbers."""
    return _added(grid, "单位", lambda number: PrintedCell("件", kind="label"), _labels)


def _labels(row: list[PrintedCell]) -> int:
    """Return how many labels a row begins with."""
    return next((at for at, cell in enumerate(row) if cell.kind == "number"), 1)


def add_last_year(grid: Grid, random: Random) -> Grid:
    """Print last year's number at the end of each row."""
    head = random.choice(("上年数", "上年总计", "去年同期"))
    return _added(grid, head, lambda number: PrintedCell(str(random.randint(0, 40)), kind="number"), len)


def add_remarks(grid: Grid, random: Random) -> Grid:
    """Print remarks, some with digits, at the end of each row."""
    return _added(grid, "备注", lambda number: PrintedCell(random.choice(_REMARKS), kind="number"), len)


def add_subtotal(grid: Grid, random: Random) -> Grid:
    """Add the column that the form does not have: the sum of the five kinds of organisation."""
    if is_review(grid) or grid[0][0].kind == "band":
        return grid
    people, organisations, total = grid[1]
    whole = grid[0][1]._replace(colspan=_APPLICANTS + 1)
    changed = [[grid[0][0], whole], [people, organisations._replace(colspan=6), total], [*grid[2], PrintedCell("小计")]]
    for row in grid[3:]:
        values = [int(cell.text) for cell in row[-6:-1] if cell.text.isdigit()]
        subtotal = str(sum(values)) if values else ""
        changed.append([*row[:-1], PrintedCell(subtotal, kind="number"), row[-1]])
    return changed


def organisations_first(grid: Grid, random: Random) -> Grid:
    """Print the five kinds of organisation before natural persons."""
    if is_review(grid) or grid[0][0].kind == "band":
        return grid
    people, organisations, total = grid[1]
    rows = [[*row[:-_APPLICANTS], *row[-6:-1], row[-_APPLICANTS], row[-1]] for row in grid[3:]]
    return [grid[0], [organisations, people, total], grid[2], *rows]


def other_before_legal_services(grid: Grid, random: Random) -> Grid:
    """Print the column 其他 before that of legal services."""
    if is_review(grid) or grid[0][0].kind == "band":
        return grid
    *first, services, other = grid[2]
    rows = [[*row[:-3], row[-2], row[-3], row[-1]] for row in grid[3:]]
    return [*grid[:2], [*first, other, services], *rows]


def drop_totals(grid: Grid, random: Random) -> Grid:
    """Print table three without its last column."""
    if is_review(grid) or grid[0][0].kind == "band":
        return grid
    whole = grid[0][1]._replace(colspan=_APPLICANTS - 1)
    return [[grid[0][0], whole], grid[1][:-1], grid[2], *(row[:-1] for row in grid[3:])]


def drop_legal_services(grid: Grid, random: Random) -> Grid:
    """Print table three without the column of legal services."""
    if is_review(grid) or grid[0][0].kind == "band":
        return grid
    organisations = [grid[1][0], grid[1][1]._replace(colspan=4), grid[1][2]]
    whole = grid[0][1]._replace(colspan=_APPLICANTS - 1)
    heads = [cell for cell in grid[2] if cell.text != APPLICANTS[4].label]
    return [[grid[0][0], whole], organisations, heads, *(row[:-3] + row[-2:] for row in grid[3:])]
