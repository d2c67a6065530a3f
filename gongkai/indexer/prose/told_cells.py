"""Which way to cut digits that run together does the prose tell? 行政规范性文件6233440 begins with 62 where the year brought 62 of them.

No sum tells the three cells of a row of table two apart. A number of two digits that the agency states of its year and that
stands in the row's digits in one place alone is that cell. The others are read where two of the three are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from gongkai.indexer.expressions import expression
from gongkai.indexer.prose.prose_sections import Prose
from gongkai.indexer.prose.told import is_of_whole
from gongkai.indexer.prose.wordings import AT_OTHER_TIMES, COUNT, number
from gongkai.mappings.form import FORMS
from gongkai.report import Figure, State

__all__ = ["printed_run", "told_cells"]

_ROW = next(row for row in FORMS["2021"].tables[0].rows if row.key.endswith("normative_documents"))
_LABEL = "规范性文件"
# With nothing behind it but the next heading: 6233 and 440 in the line below are three cells, 62 33 and an empty one two.
_RUN = expression(rf"{_LABEL}[ |]?(\d[\d ]{{1,24}}\d)\s*(?=第二十条|[(](?:五|六|八)[)]|信息内容|行政许可|其他)")
_OTHERS_FROM = 2  # cells told, for the third to be what is left: of two cells one may be empty
_FEWEST_DIGITS = 2  # of what is told: one digit may be that of any number by chance
_OF_DOCUMENTS = r"(?:的|了)?(?:各类|新的)?(?:行政)?规范性文件(?:共计?|总计|合计)?"
_DOCUMENTS = r"[件份部](?=[,。;、(]|$)"
_TOLD = (
    expression(rf"(?<!未)(?:制发|制定|印发|出台|制作){_OF_DOCUMENTS}{COUNT}{_DOCUMENTS}"),
    expression(rf"(?<!未)(?:废止|宣布失效|废止失效|废止和失效){_OF_DOCUMENTS}{COUNT}{_DOCUMENTS}"),
    expression(rf"现行有效{_OF_DOCUMENTS}(?:有|为)?{COUNT}{_DOCUMENTS}"),
)
"""What sentences say of the row's cells, in their order."""
_OF_SOME = expression(
    "审[查核]|备案|清理|评估|公开|通过|名义|其中|部门|草案|转发|收到|起草|归集|上级|由"
)  # what else is done with documents, or by whom


def printed_run(folded: str, table: tuple[int, int] | None, figures: Mapping[str, Figure]) -> re.Match[str] | None:
    """Return the digits of the row that counts documents where they are all there is of it and none of its cells could be read."""
    if table is None or any(name not in figures or figures[name].state is not State.ILLEGIBLE for name in _ROW.names):
        return None
    return _RUN.search(folded, *table) if folded.count(_LABEL, *table) == 1 else None


def told_cells(run: re.Match[str], prose: Prose) -> dict[str, Figure]:
    """Return the cells of the row that stand alike in every way to cut its digits which the prose leaves."""
    told = _told(prose)
    if sum(len(str(value)) for value in told.values()) < _FEWEST_DIGITS:
        return {}
    ways = [cuts for cuts in _ways(run[1]) if all(_value(run[1], cuts[place]) == value for place, value in told.items())]
    found = {}
    for place, name in enumerate(_ROW.names):
        cells = {cuts[place] for cuts in ways}
        if len(cells) == 1 and (place in told or len(told) >= _OTHERS_FROM):
            (cell,) = cells
            start, end = (run.start(1) + at for at in cell)
            found[name] = Figure(name, _value(run[1], cell), State.READ, run[1][slice(*cell)], (start, end), "sentence")
    return found


def _told(prose: Prose) -> dict[int, int]:
    """Return the number that the agency states of each cell, where all its sentences that state one agree."""
    told: dict[int, set[int]] = {}
    for sentence, _ in prose.sentences():
        for place, said in enumerate(_TOLD):
            for found in said.finditer(sentence.text):
                of_year = is_of_whole(sentence, found.start(), parts=AT_OTHER_TIMES) and not sentence.apart
                of_all = of_year and not _OF_SOME.search(sentence.clause(found.start("n")))
                told.setdefault(place, set()).add(number(found["n"]) if of_all else -1)
    return {place: value for place, values in told.items() if len(values) == 1 for value in values if value >= 0}


def _ways(printed: str) -> Iterator[tuple[tuple[int, int], ...]]:
    """Yield every way to cut digits into three numbers, none of which begins with a zero but zero itself; a space is a cut."""
    for first, second in combinations(range(1, len(printed)), 2):
        cuts = ((0, first), (first, second), (second, len(printed)))
        cells = tuple(_trimmed(printed, *cut) for cut in cuts)
        if all(_is_number(printed[slice(*cell)]) for cell in cells):
            yield cells


def _trimmed(printed: str, start: int, end: int) -> tuple[int, int]:
    piece = printed[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _is_number(piece: str) -> bool:
    return piece.isdecimal() and (piece == "0" or piece[0] != "0")


def _value(printed: str, cell: tuple[int, int]) -> int:
    return int(printed[slice(*cell)])
