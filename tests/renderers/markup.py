"""How else is a table marked up? HTML table writers that only tests need."""

from __future__ import annotations

from gongkai.sample.chrome import escaped
from gongkai.sample.printed import Grid, PrintedCell

__all__ = ["PROSE_ROW", "bare_rows", "breaks", "decoys", "headed_table", "lists", "nested_spans", "spanless_table", "split_cells"]


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
