"""How does a person read one report? Its head, findings, narrative and three tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from gongkai.mappings.fields import FIELDS
from gongkai.mappings.form import FORMS, Row, Table
from gongkai.mappings.labels import label_of
from gongkai.report import SECTIONS
from gongkai.search.render import Sheet
from gongkai.search.render_results import ABOUT

__all__ = ["FINDING_HEADINGS", "finding_row", "history_sheet", "report_sheets"]

FINDING_HEADINGS = ("代码", "可能归因", "发现", "原文")
_STATES = {"blank": "空", "missing": "缺", "illegible": "不清"}

Document = Mapping[str, Any]


def report_sheets(document: Document) -> list[Sheet]:
    """Return the report as tables, in the order in which it is read."""
    sheets = [_head(document)]
    if findings := document.get("findings"):
        sheets.append(Sheet(FINDING_HEADINGS, [finding_row(f) for f in findings], wide=frozenset({2, 3}), title="核查发现"))
    texts = [(SECTIONS[key], text.strip()) for key, text in (document.get("sections") or {}).items() if text.strip()]
    if texts:
        sheets.append(Sheet(("部分", "正文"), texts, wide=frozenset({1})))
    form = FORMS.get(document.get("form") or "2021", FORMS["2021"])
    return [*sheets, *(sheet for table in form.tables for sheet in _tables(table, document))]


def _head(document: Document) -> Sheet:
    rows = [
        (field.label, label_of(field.name, value))
        for field in FIELDS
        if field.name in ABOUT and (value := document.get(field.name)) is not None
    ]
    return Sheet(("项目", "内容"), rows, wide=frozenset({1}))


def finding_row(finding: Mapping[str, Any]) -> tuple[str, ...]:
    """Return a finding under FINDING_HEADINGS."""
    return finding["code"], label_of("fault", finding["fault"]), finding["message"], finding.get("evidence") or ""


def _tables(table: Table, document: Document) -> Iterator[Sheet]:
    """Yield the table, cut where its columns change."""
    block: list[Row] = []
    title = table.label
    for row in (*table.rows, None):
        if block and (row is None or row.columns != block[0].columns):
            headings = ("项目", *(column.label for column in block[0].columns))
            rows = [(row.label, *_cells(row, document)) for row in block]
            yield Sheet(headings, rows, frozenset(range(1, len(headings))), frozenset({0}), title=title)
            block, title = [], ""
        if row is not None:
            block.append(row)


def _cells(row: Row, document: Document) -> Iterator[object]:
    figures, states = document.get("figures") or {}, document.get("states") or {}
    for column in row.columns:
        name = f"{row.key}.{column.key}" if column.key else row.key
        value = figures.get(name)
        yield value if value is not None else _STATES.get(states.get(name, "missing"), "缺")


def history_sheet(documents: Sequence[Document]) -> Sheet:
    """Return the versions of one report, the current one first."""
    rows = [
        (
            document["id"],
            "现行" if place == 0 else "历史",
            document.get("published"),
            document.get("source"),
            document.get("title"),
        )
        for place, document in enumerate(documents)
    ]
    return Sheet(("编号", "版本", "发布日期", "来源", "标题"), rows, wide=frozenset({3, 4}))
