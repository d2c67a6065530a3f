"""How are the official tables printed? Their cells with spans, as a word processor would lay them out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gongkai.mappings.form import APPLICANTS, OUTCOME_GROUPS, Column, Form, Row, Table

__all__ = ["CORNER", "Grid", "PrintedCell", "grids"]


class PrintedCell(NamedTuple):
    """A cell as printed; `kind` is band, head, label or number."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    kind: str = "head"


Grid = list[list[PrintedCell]]

CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
# Labels whose printed form says more than form.py needs to tell the row from the others.
_PRINTED = {
    "部分公开": "部分公开（区分处理的，只计这一情形，不计其他情形）",
    "危及三安全一稳定": "危及“三安全一稳定”",
    "本年收费金额(单位:万元)": "本年收费金额（单位：万元）",
}


def grids(form: Form, printed: Mapping[str, str]) -> dict[str, Grid]:
    """Return section key → table with the characters of `printed` in its cells."""
    proactive, requests, review = form.tables
    return {
        "proactive": list(_proactive(proactive, printed)),
        "requests": list(_requests(requests, printed)),
        "review": list(_review(review, printed)),
    }


def _full_width(text: str) -> str:
    return _PRINTED.get(text, text.replace("(", "（").replace(")", "）"))


def _numbers(row: Row, printed: Mapping[str, str], spans: list[int]) -> list[PrintedCell]:
    cells = zip(row.columns, spans, strict=True)
    return [PrintedCell(printed[f"{row.key}.{column.key}"], 1, span, "number") for column, span in cells]


def _spans(columns: tuple[Column, ...]) -> list[int]:
    """Let the last column of a row take what is left of the three that table two has."""
    return [1] * (len(columns) - 1) + [4 - len(columns)]


def _proactive(table: Table, printed: Mapping[str, str]) -> Iterator[list[PrintedCell]]:
    band, head = "", None
    for row in table.rows:
        spans = _spans(row.columns)
        if row.band != band:
            yield [PrintedCell(_full_width(row.band), 1, 4, "band")]
        if row.band != band or head != row.columns:
            heads = (PrintedCell(_full_width(c.label), 1, s) for c, s in zip(row.columns, spans, strict=True))
            yield [PrintedCell("信息内容"), *heads]
        band, head = row.band, row.columns
        yield [PrintedCell(row.label, kind="label"), *_numbers(row, printed, spans)]


def _requests(table: Table, printed: Mapping[str, str]) -> Iterator[list[PrintedCell]]:
    yield [PrintedCell(CORNER, 3, 3), PrintedCell("申请人情况", 1, 7)]
    yield [PrintedCell("自然人", 2), PrintedCell("法人或其他组织", 1, 5), PrintedCell("总计", 2)]
    yield [PrintedCell(column.label) for column in APPLICANTS[1:-1]]
    sizes = {group: sum(row.group == group for row in table.rows) for group in OUTCOME_GROUPS}
    results = sum(row.band != "" for row in table.rows)
    group = ""
    for row in table.rows:
        cells = []
        if row.band and row.ordinal == "(一)":
            cells.append(PrintedCell(row.band, results, 1, "label"))
        if row.band.startswith("(") and row.group != group:
            cells.append(PrintedCell(_full_width(row.band), sizes[row.group], 1, "label"))
        group = row.group
        width = 3 if not row.band else 1 if row.band.startswith("(") else 2
        cells.append(PrintedCell(_ordinal(row) + _full_width(row.label), 1, width, "label"))
        yield cells + _numbers(row, printed, [1] * 7)


def _ordinal(row: Row) -> str:
    if row.ordinal.startswith("("):
        return row.ordinal.replace("(", "（").replace(")", "）")
    return f"{row.ordinal}." if row.ordinal.isdigit() else f"{row.ordinal}、"


def _review(table: Table, printed: Mapping[str, str]) -> Iterator[list[PrintedCell]]:
    first, *lawsuits = table.rows
    yield [PrintedCell(first.label, 1, 5), PrintedCell(lawsuits[0].band, 1, 10)]
    names = [PrintedCell(column.label, 2) for column in first.columns]
    yield [*names, *(PrintedCell(row.label, 1, 5) for row in lawsuits)]
    yield [PrintedCell(column.label) for row in lawsuits for column in row.columns]
    yield [cell for row in table.rows for cell in _numbers(row, printed, [1] * 5)]
