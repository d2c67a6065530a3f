"""How does a table look on a terminal? Fitted to its width, Chinese aligned and wrapped as it is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.containers import Lines
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from gongkai.search.render import Sheet, one_line, plain, shaded

__all__ = ["print_table"]

_MARKED = re.compile("【[^】]*】")
_NEVER_FIRST = "，。、；：！？）】」』〉》〕”’%％,.;:!?)]}"
_RAMP = ("black on #eff3ff", "black on #bdd7e7", "black on #6baed6", "white on #2b74b0", "white on #08519c")
_WRAPS_AT = 20  # cells: a column of words with more gives way to the numbers beside it
_NEVER_LAST = "（【「『〈《〔“‘([{"


def print_table(sheet: Sheet, out: TextIO) -> None:
    """Print the table; a wide column wraps, every other keeps to one line as long as there is room."""
    console = Console(file=out, highlight=False)
    if sheet.title:
        console.print(Text(one_line(sheet.title), "bold"))
    if sheet.below is None:
        for number, block in enumerate(_fitting(sheet, console.width)):
            if number:
                console.print()
            console.print(_table(block, console.color_system is not None and not console.no_color))
    else:
        _print_blocks(sheet, sheet.below, console)
    if sheet.foot:
        console.print(Text(sheet.foot, "dim"))


def _fitting(sheet: Sheet, width: int) -> list[Sheet]:
    """Return the table, or, where its numbers do not fit, blocks of its columns, each behind the labels: no digit is cut."""
    needs = [_needs(sheet, place) for place in range(len(sheet.headings))]
    if not sheet.numeric or sum(needs) + len(needs) - 1 <= width:
        return [sheet]
    first = min(sheet.numeric)
    room = width - sum(needs[:first]) - first
    blocks: list[list[int]] = [[]]
    used = 0
    for place in range(first, len(needs)):
        if blocks[-1] and used + needs[place] > room:
            blocks.append([])
            used = 0
        blocks[-1].append(place)
        used += needs[place] + 1
    return [_of_columns(sheet, [*range(first), *places]) for places in blocks]


def _needs(sheet: Sheet, place: int) -> int:
    """Return how many cells a column takes; words may wrap, numbers and what is kept whole may not."""
    texts = (sheet.headings[place], *(plain(row[place]) for row in sheet.rows))
    widest = max(cell_len(line) for text in texts for line in text.split("\n"))
    if any(at == place for _, at in sheet.shades):
        widest += 2  # the mark of how dark it is, where there are no colours
    return widest if place in sheet.numeric or place in sheet.whole else min(widest, _WRAPS_AT)


def _of_columns(sheet: Sheet, places: Sequence[int]) -> Sheet:
    at = {place: number for number, place in enumerate(places)}
    return replace(
        sheet,
        headings=tuple(sheet.headings[place] for place in places),
        rows=[[row[place] for place in places] for row in sheet.rows],
        numeric=frozenset(at[place] for place in sheet.numeric if place in at),
        wide=frozenset(at[place] for place in sheet.wide if place in at),
        whole=frozenset(at[place] for place in sheet.whole if place in at),
        shades={(row, at[place]): shade for (row, place), shade in sheet.shades.items() if place in at},
    )


def _table(sheet: Sheet, in_colour: bool) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold", pad_edge=False)
    for number, heading in enumerate(sheet.headings):
        if number in sheet.wide:
            table.add_column(_Chinese(heading), overflow="fold", ratio=1)
        else:
            right = number in sheet.numeric
            table.add_column(
                _Chinese(heading), justify="right" if right else "left", overflow="fold", no_wrap=right or number in sheet.whole
            )
    for number, row in enumerate(sheet.rows):
        table.add_row(*(_cell(cell, sheet.shades.get((number, place)), in_colour) for place, cell in enumerate(row)))
    return table


def _cell(value: object, shade: float | None, in_colour: bool) -> Text:
    if shade is None:
        return _text(value)
    if not in_colour:
        return _text(shaded(plain(value), shade))
    text = _text(value)
    text.stylize(_RAMP[min(int(shade * len(_RAMP)), len(_RAMP) - 1)])
    return text


def _print_blocks(sheet: Sheet, below: int, console: Console) -> None:
    """Print each row on a line, and the long column beneath it over the whole width."""
    for row in sheet.rows:
        head = (one_line(plain(cell)) for number, cell in enumerate(row) if number != below)
        console.print(_Chinese("  ".join(cell for cell in head if cell), "bold"))
        if text := plain(row[below]):
            console.print(Padding(_text(text), (0, 0, 0, 2)))


def _text(value: object) -> Text:
    text = _Chinese("\n".join(one_line(line) for line in plain(value).split("\n")))
    for match in _MARKED.finditer(text.plain):
        text.stylize("bold red", match.start() + 1, match.end() - 1)
    return text


class _Chinese(Text):
    """Text that may break between any two Chinese characters, but not before a full stop."""

    def wrap(self, console: Console, width: int, *args: Any, no_wrap: bool | None = None, **kwargs: Any) -> Lines:
        """Break into lines; rich breaks at spaces only, which leaves Chinese lines half empty."""
        if no_wrap:
            return super().wrap(console, width, *args, no_wrap=no_wrap, **kwargs)
        lines = Lines()
        for line in self.split(allow_blank=True):
            lines.extend(line.divide(_breaks(line.plain, width)))
        for line in lines:
            line.rstrip()
        justify = kwargs.get("justify") or self.justify or "left"
        lines.justify(console, width, justify=justify, overflow="fold")
        return lines


def _breaks(text: str, width: int) -> list[int]:
    """Return where the lines of the text begin, the first aside."""
    found: list[int] = []
    start = used = last = 0
    for place, char in enumerate(text):
        size = cell_len(char)
        if used + size > width and place > start:
            start = last if last > start else place
            found.append(start)
            used = cell_len(text[start:place])
        used += size
        after = text[place + 1 : place + 2]
        if after and after not in _NEVER_FIRST and char not in _NEVER_LAST and (char == " " or max(size, cell_len(after)) > 1):
            last = place + 1
    return found
