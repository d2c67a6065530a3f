"""How does a table look on a terminal? Fitted to its width, Chinese aligned, hits marked."""

from __future__ import annotations

import re
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from gongkai.search.render import Sheet, one_line, plain

__all__ = ["print_table"]

_MARKED = re.compile("【[^】]*】")
_NARROWEST = 40


def print_table(sheet: Sheet, out: TextIO) -> None:
    """Print the table; a wide column wraps, every other keeps to one line as long as there is room."""
    console = Console(file=out, highlight=False)
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold", title_justify="left", pad_edge=False)
    if sheet.title:
        table.title = Text(one_line(sheet.title), "bold")
    for number, heading in enumerate(sheet.headings):
        if number in sheet.wide:
            table.add_column(Text(heading), overflow="fold", ratio=1 if console.width >= _NARROWEST else None)
        else:
            right = number in sheet.numeric
            table.add_column(Text(heading), justify="right" if right else "left", overflow="fold", no_wrap=right)
    for row in sheet.rows:
        table.add_row(*(_text(plain(cell)) for cell in row))
    console.print(table)
    if sheet.foot:
        console.print(Text(sheet.foot, "dim"))


def _text(value: str) -> Text:
    text = Text("\n".join(one_line(line) for line in value.split("\n")))
    for match in _MARKED.finditer(text.plain):
        text.stylize("bold red", match.start() + 1, match.end() - 1)
    return text
