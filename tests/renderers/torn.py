"""Pages whose labels were torn from their rows: a row of numbers on a line of its own, above or below labels that lost theirs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product
from random import Random

from gongkai.sample.printed import Grid

from .rendering import MARKS, Promise, Rendering, text

__all__ = ["TORN"]

_CELL = r"(?:[-+减增]? ?[\d,.]+(?:万?元)?|[-+/—无])"
_ROW = re.compile(rf"(?P<label>\| .*?[^\W\d_].*?) (?P<cells>\|(?: {_CELL} \|){{1,7}})")
_EDGE = re.compile(r"^\| | \|$")
_SHARE = 0.4  # of the rows of a page
Torn = tuple[str, str]
Arrangement = Callable[[list[Torn]], list[str]]


def _piped(grid: Grid) -> str:
    """Print a row a line, between separators, without the empty cells of merged ones."""
    rows = [[cell.text for cell in row if cell.text or cell.kind == "number"] for row in grid]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _labels_first(group: list[Torn]) -> list[str]:
    return [*(label for label, _ in group), *(cells for _, cells in group)]


def _rows_first(group: list[Torn]) -> list[str]:
    return [*(cells for _, cells in group), *(label for label, _ in group)]


def _each_row_first(group: list[Torn]) -> list[str]:
    return [line for label, cells in group for line in (cells, label)]


def _torn(arrange: Arrangement, mark: str = " | ", wide: int | None = None) -> Callable[[str, Random], str]:
    """Return what tears rows apart that follow each other, and prints labels so many characters a line, `mark` between cells."""

    def tear(page: str, random: Random) -> str:
        printed: list[str] = []
        group: list[Torn] = []
        for line in [*page.split("\n"), ""]:
            row = _ROW.fullmatch(line)
            if row and random.random() < _SHARE:
                label = row["label"].replace("|", "").strip()
                size = wide or len(label)
                group.append(("\n".join(label[at : at + size] for at in range(0, len(label), size)), row["cells"]))
                continue
            printed += [*arrange(group), line]
            group = []
        if mark == " | ":
            return "\n".join(printed)
        return "\n".join(_EDGE.sub("", line).replace(" | ", mark) for line in "\n".join(printed).split("\n"))

    return tear


def _layouts() -> Iterator[Rendering]:
    arrangements = {"labels_first": _labels_first, "rows_first": _rows_first, "each_row_first": _each_row_first}
    marks = {"": " | ", "_tabs": "\t", "_spaces": " "}
    for (name, arrange), (apart, mark) in product(arrangements.items(), marks.items()):
        lossy = {"promise": Promise.NEVER_WRONG, "sections": False, "broken": 0.3}
        lossy["blanks"] = ("无",) if mark == " " else MARKS  # between spaces - 2 - and 2 / 6 are the page's number to anybody
        yield text(f"torn_{name}{apart}", _piped, page=_torn(arrange, mark), **lossy)
        yield text(f"torn_{name}{apart}_wrapped", _piped, page=_torn(arrange, mark, 10), **lossy)


TORN: tuple[Rendering, ...] = tuple(_layouts())
