"""How do crawlers leave a report as plain text? One function a habit, from facts to the characters of a page."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from random import Random

from gongkai.sample.facts import Blanks, Facts
from gongkai.sample.printed import Grid, PrintedCell, grids

__all__ = [
    "TEXT_LAYOUTS",
    "Layout",
    "TextStyle",
    "heading",
    "lines_of_cells",
    "lines_of_cells_with_pipes",
    "markdown_rows",
    "one_line_of_cells",
    "ragged_pipe_rows",
    "space_columns",
    "tab_rows",
    "text_page",
]

HEADINGS = {
    "overview": ("一、总体情况",),
    "proactive": ("二、主动公开政府信息情况",),
    "requests": ("三、收到和处理政府信息公开申请情况",),
    "review": ("四、政府信息公开行政复议、行政诉讼情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
    "problems": ("五、存在的主要问题及改进情况", "五、政府信息公开工作存在的主要问题及改进情况"),
    "other": ("六、其他需要报告的事项",),
}
_MARKS: Blanks = ("-", "/", "—", "无")
_HALF_WIDTH = str.maketrans("（）：，；", "():,;")


@dataclass(frozen=True, slots=True)
class Layout:
    """A way to print a report; `blanks` are the marks that it can show in a cell without a number."""

    name: str
    render: Callable[[Facts, Random], str]
    suffix: str = ".txt"
    encoding: str = "utf-8"
    blanks: Blanks = ()


@dataclass(frozen=True, slots=True)
class TextStyle:
    """What tells one text page from another. `wrap` is the width at which prose is broken, 0: never."""

    table: Callable[[Grid], str]
    separator: str = "\n"
    wrap: int = 0
    half_width: bool = False
    chrome: bool = True


def heading(section: str, random: Random) -> str:
    """Return the printed heading of a section, in one of its official wordings."""
    return random.choice(HEADINGS[section])


def text_page(facts: Facts, random: Random, style: TextStyle) -> str:
    """Return the whole page in that style."""
    tables = grids(facts.form, facts.printed)
    parts = _head_lines(facts, random) if style.chrome else [facts.title]
    for section, paragraphs in facts.prose.items():
        if section != "preamble":
            parts.append(heading(section, random))
        parts += (_wrapped(paragraph, style.wrap) for paragraph in paragraphs)
        if section in tables:
            parts.append(style.table(tables[section]))
    parts += _tail_lines(facts, random) if style.chrome else []
    page = style.separator.join(parts) + "\n"
    return page.translate(_HALF_WIDTH) if style.half_width else page


def _head_lines(facts: Facts, random: Random) -> list[str]:
    """Return breadcrumb, title and the line below it, as far as the crawler kept them."""
    day = f"{facts.published} {random.randint(8, 17):02d}:{random.randint(10, 59)}"
    lines = [
        f"发布日期：{day} 信息来源：{facts.agency.name} 浏览次数：{random.randint(12, 4000)}",
        f"发布时间：{day}　字号：[ 大 中 小 ]　打印本页",
        f"来源：{facts.agency.name}\n发布日期：{facts.published}\n浏览次数：",
        f"索 引 号：{facts.agency.place.adcode}-{facts.url[-11:-5]}\n生成日期：{facts.published}",
    ]
    crumbs = ["首页 > 政务公开 > 政府信息公开年报"] if random.random() < 0.5 else []
    return [*crumbs, facts.title, random.choice(lines)]


def _tail_lines(facts: Facts, random: Random) -> list[str]:
    day = f"{facts.published.year}年{facts.published.month}月{facts.published.day}日"
    signed = [facts.agency.name, day] if random.random() < 0.6 else []
    footers: tuple[list[str], ...] = (
        ["【打印本页】 【关闭窗口】"],
        ["扫一扫在手机打开当前页", "分享到："],
        ["上一篇：没有了", "下一篇：政府信息公开指南"],
        [],
    )
    return signed + random.choice(footers)


def _wrapped(paragraph: str, width: int) -> str:
    """Break the paragraph every `width` characters, never inside a number or a word of ASCII letters."""
    if not width:
        return paragraph
    lines = []
    while len(paragraph) > width:
        at = width
        while at > 1 and paragraph[at - 1].isascii() and paragraph[at].isascii():
            at -= 1
        lines.append(paragraph[:at])
        paragraph = paragraph[at:]
    return "\n".join([*lines, paragraph])


# -- Tables -------------------------------------------------------------------------------------------
def _columns(grid: Grid) -> int:
    return sum(cell.colspan for cell in grid[0])


def lines_of_cells(grid: Grid) -> str:
    """Print a cell a line with a blank line between: spans and empty cells are gone."""
    return "\n\n".join(cell.text for row in grid for cell in row)


def lines_of_cells_with_pipes(grid: Grid) -> str:
    """Print a cell a line with its pipe, a lone pipe between rows, the missing columns as further pipes."""
    rows = []
    for row in grid:
        spare = "|" * (_columns(grid) - len(row))
        rows.append("\n".join(f"{cell.text} |" for cell in row) + (f" {spare}" if spare else ""))
    return "\n|\n".join(rows) + "\n|"


def ragged_pipe_rows(grid: Grid) -> str:
    """Print a row a line, spans ignored, filled up with pipes at the end."""
    width = _columns(grid)
    return "\n".join(" | ".join(cell.text for cell in row) + " |" + "|" * (width - len(row)) for row in grid)


def markdown_rows(grid: Grid) -> str:
    """Print a Markdown table: leading pipes, a rule below the first row, empty cells where a span reaches."""
    rows = [f"| {' | '.join(cells)} |" for cells in _unrolled(grid)]
    return "\n".join([rows[0], "|" + " --- |" * _columns(grid), *rows[1:]])


def tab_rows(grid: Grid) -> str:
    """Print a row a line with tabs, as pasted from a word processor: an empty cell where a span reaches."""
    return "\n".join("\t".join(cells) for cells in _unrolled(grid))


def one_line_of_cells(grid: Grid) -> str:
    """Print the whole table on one line, a space between cells."""
    return " ".join(cell.text for row in grid for cell in row)


def space_columns(grid: Grid) -> str:
    """Print columns of equal width, filled with spaces; a Chinese character is two wide."""
    rows = list(_unrolled(grid))
    widths = [max(_width(row[column]) for row in rows) for column in range(_columns(grid))]
    return "\n".join(_padded(row, widths) for row in rows)


def _padded(cells: list[str], widths: list[int]) -> str:
    padded = (text + " " * (width - _width(text) + 2) for text, width in zip(cells, widths, strict=True) if width)
    return "".join(padded).rstrip()


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _unrolled(grid: Grid) -> Iterable[list[str]]:
    """Yield the rows of the rectangular grid; a spanned cell is printed at its first place only."""
    below: dict[tuple[int, int], str] = {}
    for number, row in enumerate(grid):
        cells = iter(row)
        line: list[str] = []
        while len(line) < _columns(grid):
            if (number, len(line)) in below:
                line.append("")
            else:
                line += _span(next(cells), number, len(line), below)
        yield line


def _span(cell: PrintedCell, row: int, column: int, below: dict[tuple[int, int], str]) -> list[str]:
    """Return the cell and the empty cells that it spans in its row; note the ones below."""
    for under in range(row + 1, row + cell.rowspan):
        for right in range(column, column + cell.colspan):
            below[under, right] = ""
    return [cell.text] + [""] * (cell.colspan - 1)


def _layout(name: str, style: TextStyle, blanks: Blanks = _MARKS) -> Layout:
    return Layout(name, lambda facts, random: text_page(facts, random, style), blanks=blanks)


TEXT_LAYOUTS: tuple[Layout, ...] = (
    _layout("text_cell_lines", TextStyle(lines_of_cells, "\n\n", half_width=True)),
    _layout("text_cell_lines_pipes", TextStyle(lines_of_cells_with_pipes, half_width=True)),
    _layout("text_ragged_pipes", TextStyle(ragged_pipe_rows, wrap=41, half_width=True), ("", *_MARKS)),
    _layout("text_markdown", TextStyle(markdown_rows, "\n\n"), ("", *_MARKS)),
    _layout("text_tabs", TextStyle(tab_rows, wrap=33), ("", *_MARKS)),
    _layout("text_spaces", TextStyle(one_line_of_cells)),
    _layout("text_columns", TextStyle(space_columns, wrap=37)),
)
"""The layouts that lose nothing but the blanks they cannot show."""
