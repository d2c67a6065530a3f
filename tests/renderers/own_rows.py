"""Which rows do pages print that the form does not have? Functions from grid to grid."""

from __future__ import annotations

from random import Random

from gongkai.sample.printed import Grid, PrintedCell

__all__ = [
    "OWN_DECISIONS",
    "OWN_DOCUMENTS",
    "OWN_OUTCOMES",
    "add_own_outcomes",
    "add_own_rows",
    "number_labels",
    "on_its_side",
    "sum_groups_above",
    "sum_groups_below",
]

OWN_DOCUMENTS = ("部门规范性文件", "其中：政府规范性文件", "其他规范性文件", "其他主动公开文件")
"""Rows of the page's own below 规范性文件."""
OWN_DECISIONS = ("其他行政许可", "其中：行政许可延续")
"""Rows of the page's own below 行政许可."""
OWN_OUTCOMES = (
    "属于工作秘密",
    "属于内部管理信息",
    "其他情形",
    "不属于政府信息",
    "属于行政执法卷宗",
    "重复提交申请",
    "信息不存在",
)
"""Rows of the page's own among the results of table three."""
_OUTCOME = 8  # cells of a row under a group
_MARKS = ("1", "①", "[1]", "（注1）")


def _numbers(row: list[PrintedCell], random: Random) -> list[PrintedCell]:
    return [cell._replace(text=str(random.randint(0, 900))) for cell in row if cell.kind == "number"]


def add_own_rows(grid: Grid, random: Random) -> Grid:
    """Put one row of the page's own, or one after each, below the documents and below the licences of table two."""
    if grid[0][0].kind != "band":
        return grid
    where = random.choice((("规范性文件",), ("行政许可",), ("规范性文件", "行政许可")))
    changed: Grid = []
    for row in grid:
        changed.append(row)
        if row[0].text.endswith(where):
            labels = OWN_DECISIONS if row[0].text == "行政许可" else OWN_DOCUMENTS
            changed.append([PrintedCell(random.choice(labels), kind="label"), *_numbers(row, random)])
    return changed


def add_own_outcomes(grid: Grid, random: Random) -> Grid:
    """Put one to three rows of the page's own among the results of table three, numbered as the page likes."""
    if grid[0][0].kind == "band" or grid[0][0].text == "行政复议":
        return grid
    where = set(random.sample(range(4, len(grid) - 3), random.randint(1, 3)))
    changed: Grid = []
    for number, row in enumerate(grid):
        changed.append(row)
        if number in where and len(row) == _OUTCOME and row[0].text[0].isdigit():
            label = random.choice(("{}.", "", "9.")).format(int(row[0].text[0]) + 1) + random.choice(OWN_OUTCOMES)
            cells = [cell._replace(text=str(random.choice((0, 0, 0, 1, 2, 33)))) for cell in row[1:]]
            changed.append([PrintedCell(label, kind="label"), *cells])
    return changed


def number_labels(grid: Grid, random: Random) -> Grid:
    """Put the mark of a footnote behind some labels, in their cells."""
    mark = random.choice(_MARKS)
    return [[c._replace(text=c.text + mark) if c.kind == "label" and random.random() < 0.15 else c for c in row] for row in grid]


def _groups(grid: Grid) -> list[tuple[int, int]]:
    """Return the first row and the number of rows of every group of results with a label of its own."""
    found = []
    for number, row in enumerate(grid[3:], 3):
        spans = [c.rowspan for c in row if c.kind == "label" and c.text.startswith("（") and c.rowspan > 1]
        found += [(number, span) for span in spans]
    return found


def _sums(rows: Grid) -> list[PrintedCell]:
    """Return the sums of the columns of these rows; what is no number counts as zero."""
    columns = zip(*(row[-7:] for row in rows), strict=True)
    return [PrintedCell(str(sum(int(c.text) for c in cells if c.text.isdigit())), kind="number") for cells in columns]


def _lengthened(row: list[PrintedCell], by: int) -> list[PrintedCell]:
    return [c._replace(rowspan=c.rowspan + by) if c.text.startswith("三、") else c for c in row]


def sum_groups_above(grid: Grid, random: Random) -> Grid:
    """Print a group's label as a row with its own numbers, the sums of the rows below."""
    groups = dict(_groups(grid))
    changed: Grid = []
    left = 0
    for number, row in enumerate(grid):
        if number in groups:
            left = groups[number]
            label = next(c for c in row if c.rowspan == left and c.text.startswith("（"))
            changed.append([label._replace(rowspan=1, colspan=2), *_sums(grid[number : number + left])])
            row = [c for c in row if c is not label]
        if left:
            left -= 1
            row = [c._replace(colspan=2) if c.kind == "label" else c for c in row]
        changed.append(_lengthened(row, len(groups)))
    return changed


def sum_groups_below(grid: Grid, random: Random) -> Grid:
    """Close every group with a row of its sums."""
    name = random.choice(("小计", "合计"))
    groups = dict(_groups(grid))
    changed: Grid = []
    last = 0
    for number, row in enumerate(grid):
        if number in groups:
            last = number + groups[number] - 1
            row = [c._replace(rowspan=c.rowspan + 1) if c.text.startswith("（") and c.rowspan > 1 else c for c in row]
        changed.append(_lengthened(row, len(groups)))
        if last and number == last:
            first = max(start for start in groups if start <= number)
            changed.append([PrintedCell(name, kind="label"), *_sums(grid[first : last + 1])])
    return changed


def on_its_side(grid: Grid, random: Random) -> Grid:
    """Print table three with a row an applicant and a column a row of the form."""
    if grid[0][0].kind == "band" or grid[0][0].text == "行政复议":
        return grid
    rows = grid[3:]
    names = [grid[1][0].text, *(cell.text for cell in grid[2]), grid[1][2].text]
    head = [PrintedCell("申请人情况"), *(PrintedCell(row[-8].text) for row in rows)]
    return [head, *([PrintedCell(name, kind="label"), *(row[at - 7] for row in rows)] for at, name in enumerate(names))]
