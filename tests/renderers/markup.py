"""How else is a table marked up? HTML table writers that only tests need."""

from __future__ import annotations

from gongkai.sample.chrome import escaped
from gongkai.sample.layouts_html import word_table
from gongkai.sample.printed import Grid, PrintedCell

__all__ = [
    "PROSE_ROW",
    "bare_rows",
    "breaks",
    "decoys",
    "doubled_cells",
    "escaped_attributes",
    "foot_first",
    "headed_table",
    "lists",
    "misaligned_columns",
    "nested_spans",
    "rows_in_forms",
    "spanless_table",
    "split_cells",
    "typed_in_tabs",
    "unspanned_heads",
]


def spanless_table(grid: Grid) -> str:
    """Print a table whose spans were lost."""
    rows = ("".join(f"<td>{escaped(cell.text)}</td>" for cell in row) for row in grid)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>\n"


def headed_table(grid: Grid) -> str:
    """Print a table with a caption, a head of `th`, closing tags left out as HTML allows."""
    rows = []
    for row in grid:
        cells = (f"<{_tag(cell)} rowspan={cell.rowspan} colspan='{cell.colspan}'>{escaped(cell.text)}" for cell in row)
        rows.append(f"<tr>{''.join(cells)}\n")
    return f"<TABLE class='wp_editor_art_table'><caption>统计表</caption><THEAD>{rows[0]}<TBODY>{''.join(rows[1:])}</TABLE>\n"


def _tag(cell: PrintedCell) -> str:
    return "th" if cell.kind in ("head", "band") else "td"


def nested_spans(grid: Grid) -> str:
    """Print cells in which every character run is a span of its own and spaces are `&nbsp;`."""
    rows = ("".join(_nested(cell) for cell in row) for row in grid)
    return "<table class=MsoNormalTable>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>\n"


def _nested(cell: PrintedCell) -> str:
    runs = [cell.text[:2], cell.text[2:]] if len(cell.text) > 3 and cell.kind != "number" else [cell.text]
    spans = "".join(f"<span lang=EN-US><span style='font-size:12.0pt'>{escaped(run)}</span></span>" for run in runs if run)
    inner = f"<p class=MsoNormal>{spans or '<o:p>&nbsp;</o:p>'}</p>" + ("<p>&nbsp;</p>" if cell.kind == "band" else "")
    return f'<td rowspan="{cell.rowspan}" colspan="{cell.colspan}">&nbsp;{inner}</td>'


def split_cells(grid: Grid) -> str:
    """Print heads over two lines within their cell: by `<br>` or by two paragraphs."""
    rows = ("".join(_split(cell, number % 2) for number, cell in enumerate(row)) for row in grid)
    return "<table border=1>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>\n"


def _split(cell: PrintedCell, style: int) -> str:
    text = escaped(cell.text)
    if cell.kind == "head" and len(text) >= 4:
        text = f"{text[:2]}<br/>{text[2:]}" if style else f"<p>{text[:2]}</p><p>{text[2:]}</p>"
    return f'<td rowspan="{cell.rowspan}" colspan="{cell.colspan}">{text}</td>'


def breaks(grid: Grid) -> str:
    """Print a cell a line with `<br>` between, in one paragraph."""
    return "<p>" + "<br>\n".join(escaped(cell.text) for row in grid for cell in row) + "</p>\n"


def lists(grid: Grid) -> str:
    """Print a list a row and an item a cell."""
    rows = ("".join(f"<li>{escaped(cell.text)}</li>" for cell in row) for row in grid)
    return "".join(f"<ul>{row}</ul>\n" for row in rows)


PROSE_ROW = "<tr><td colspan=10><p>{}</p></td></tr>\n"
"""A paragraph or heading where the whole article is one table."""


def bare_rows(grid: Grid) -> str:
    """Print only the rows, for a page that is one table."""
    width = sum(cell.colspan for cell in grid[0])
    spare = f"<td colspan={10 - width}></td>" if width < 10 else ""
    rows = ("".join(f"<td rowspan={c.rowspan} colspan={c.colspan}>{escaped(c.text)}</td>" for c in row) for row in grid)
    return "".join(f"<tr>{row}{spare}</tr>\n" for row in rows)


def decoys(grid: Grid) -> str:
    """Print the table beside one in a comment, one in a script, one in a template and one that is hidden."""
    other = spanless_table([[c._replace(text="77") if c.kind == "number" else c for c in row] for row in grid])
    return (
        f"<!-- {other} -->\n<script type='text/template'>{other}</script>\n<template>{other}</template>\n"
        f"<div style='display:none'>{other}</div>\n{spanless_table(grid)}"
    )


def foot_first(grid: Grid) -> str:
    """Print a long table's last row in a foot that is written above the body, as HTML 4 asked."""
    rows = [f"<tr>{''.join(_spanned(cell) for cell in row)}</tr>\n" for row in grid]
    if len(rows) < 20:
        return f"<table>{''.join(rows)}</table>\n"
    head, body = "".join(rows[:3]), "".join(rows[3:-1])
    return f"<table><thead>{head}</thead><tfoot>{rows[-1]}</tfoot><tbody>{body}</tbody></table>\n"


def rows_in_forms(grid: Grid) -> str:
    """Print the cells of each row in a form of its own, which browsers do not show."""
    rows = (f"<tr><form>{''.join(_spanned(cell) for cell in row)}</form></tr>\n" for row in grid)
    return f"<table>{''.join(rows)}</table>\n"


def typed_in_tabs(grid: Grid) -> str:
    """Print a row a line and a tab between the cells, as typed."""
    return "<pre>\n" + "\n".join("\t".join(escaped(cell.text) for cell in row) for row in grid) + "\n</pre>\n"


def escaped_attributes(grid: Grid) -> str:
    """Print a table as it stands in a string of a script: every quotation mark behind a backslash."""
    rows = "".join(f"<tr>{''.join(_spanned(cell) for cell in row)}</tr>" for row in grid)
    return f"<table>{rows}</table>\n".replace('"', '\\\\"')


def _spanned(cell: PrintedCell) -> str:
    return f'<td colspan="{cell.colspan}" rowspan="{cell.rowspan}"><p>{escaped(cell.text) or "&nbsp;"}</p></td>'


def misaligned_columns(grid: Grid) -> str:
    """Print a table with the row of empty cells that a word processor adds where columns do not stand on one line."""
    cells = "".join(f"<td width={40 + at} style='border:none'></td>" for at in range(sum(cell.colspan for cell in grid[0])))
    row = f"<![if !supportMisalignedColumns]>\n<tr height=0>{cells}</tr>\n<![endif]>\n"
    return word_table(grid).replace("</table>", f"{row}</table>")


def unspanned_heads(grid: Grid) -> str:
    """Print heads over two rows as a word above an empty cell."""
    lines: list[str] = []
    below: set[tuple[int, int]] = set()
    for r, row in enumerate(grid):
        cells, column = [], 0
        for cell in row:
            while (r, column) in below:
                cells.append("<td></td>")
                column += 1
            tall = cell.kind == "head" and (cell.rowspan, cell.colspan) == (2, 1)
            below |= {(r + 1, column)} if tall else set()
            cells.append(_plain(cell._replace(rowspan=1) if tall else cell))
            column += cell.colspan
        cells += ["<td></td>" for at in sorted(at for line, at in below if line == r and at >= column)]
        lines.append(f"<tr>{''.join(cells)}</tr>\n")
    return f"<table>{''.join(lines)}</table>\n"


def doubled_cells(grid: Grid) -> str:
    """Print an empty cell behind each number, and none behind a head."""
    rows = ("".join(_plain(cell) + "<td>&nbsp;</td>" * (cell.kind == "number") for cell in row) for row in grid)
    return "<table>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>\n"


def _plain(cell: PrintedCell) -> str:
    return f'<td rowspan="{cell.rowspan}" colspan="{cell.colspan}">{escaped(cell.text)}</td>'
