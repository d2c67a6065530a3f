"""How does a person read one report? Its head, findings, narrative and three tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from gongkai.mappings.fields import FIELDS
from gongkai.mappings.form import FORMS, Row, Table
from gongkai.mappings.labels import STATES, label_of
from gongkai.report import SECTIONS, Document
from gongkai.search.query import Tree
from gongkai.search.render import Sheet, plain
from gongkai.search.render_results import ABOUT, marked
from gongkai.search.snippets import marks_in, wanted_of

__all__ = ["FINDING_HEADINGS", "Parts", "finding_row", "history_sheet", "report_sheets"]

FINDING_HEADINGS = ("代码", "可能归因", "发现", "原文")
_INFERRED = "推"
_KEY = {
    STATES["blank"]: f"{STATES['blank']}：格中未填",
    STATES["missing"]: f"{STATES['missing']}：页上没有",
    STATES["illegible"]: f"{STATES['illegible']}：有数字而读法不唯一",
    _INFERRED: f"[{_INFERRED}]：由勾稽关系断定",
}
"""Signs in the cells of a table and what they mean, for the line under it."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Which parts of a report are wanted; without a choice, all of it."""

    figures: bool = False
    sections: tuple[str, ...] = ()  # keys of SECTIONS, or title
    mark: Tree | None = None  # its phrases are marked in the text

    @property
    def whole(self) -> bool:
        """Tell whether nothing was chosen."""
        return not (self.figures or self.sections)

    def chosen(self, document: Document) -> Document:
        """Return the line of `parse` with the parts chosen, and what says which report it is."""
        if self.whole:
            return document
        kept: dict[str, Any] = {name: document.get(name) for name in ABOUT}
        if self.sections:
            kept["sections"] = {key: text for key, text in (document.get("sections") or {}).items() if key in self.sections}
        if self.figures:
            kept |= {name: document.get(name) for name in ("figures", "states", "findings")}
        return kept


def report_sheets(document: Document, parts: Parts | None = None, versions: Sequence[Document] = ()) -> list[Sheet]:
    """Return the report as tables, in the order in which it is read."""
    parts = parts or Parts()
    sheets: list[Sheet] = []
    if parts.whole or "title" in parts.sections:
        sheets.append(_head(document))
    if parts.whole and (findings := document.get("findings")):
        sheets.append(Sheet(FINDING_HEADINGS, [finding_row(f) for f in findings], wide=frozenset({2, 3}), title="核查发现"))
    if parts.whole or parts.sections:
        sheets += _texts(document, parts)
    if parts.whole or parts.figures:
        form = FORMS.get(document.get("form") or _form_of_figures(document), FORMS["2021"])
        sheets += _with_key([sheet for table in form.tables for sheet in _tables(table, document)], document)
    if parts.whole and len(versions) > 1:
        sheets.append(replace(history_sheet(versions), title="版本"))
    return sheets


def _form_of_figures(document: Document) -> str:
    """Return the form that has names for the figures of a report without tables: the list of 2014 for those stated in prose."""
    stated = document.get("figures") or {}
    return "2014" if any(value is not None and name.startswith("legacy.") for name, value in stated.items()) else "2021"


def _texts(document: Document, parts: Parts) -> list[Sheet]:
    wanted = wanted_of(parts.mark) if parts.mark else ()
    texts = []
    for key, text in (document.get("sections") or {}).items():
        if text.strip() and (parts.whole or key in parts.sections):
            texts.append((SECTIONS.get(key, key), marked(text, marks_in(text, f"sections.{key}", wanted)).strip()))
    return [Sheet(("部分", "正文"), texts, wide=frozenset({1}))] if texts else []


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


def _with_key(sheets: list[Sheet], document: Document) -> list[Sheet]:
    """Return the tables with a key to the signs in their cells, under the last one."""
    cells = " ".join(plain(cell) for sheet in sheets for row in sheet.rows for cell in row[1:])
    signs = set(cells.replace("[", " ").replace("]", " ").split())
    meanings = [meaning for sign, meaning in _KEY.items() if sign in signs]
    if signs & {finding["code"] for finding in document.get("findings") or []}:
        meanings.append("[代码]：见核查发现")
    return [*sheets[:-1], replace(sheets[-1], foot="；".join(meanings))]


def _cells(row: Row, document: Document) -> Iterator[object]:
    figures, states = document.get("figures") or {}, document.get("states") or {}
    for name in row.names:
        value = figures.get(name)
        shown = value if value is not None else STATES.get(states.get(name, ""), STATES["missing"])
        codes = [finding["code"] for finding in document.get("findings") or [] if name in finding["figures"]]
        notes = [_INFERRED] if states.get(name) == "inferred" else []
        notes += dict.fromkeys(codes)
        yield f"{plain(shown)} [{' '.join(notes)}]" if notes else shown


def history_sheet(documents: Sequence[Document]) -> Sheet:
    """Return the versions of one report, the best one first; each says whether it is `current`."""
    rows = [
        (
            document["id"],
            "现行" if document["current"] else "历史",
            document.get("published"),
            document.get("source"),
            document.get("title"),
        )
        for document in documents
    ]
    return Sheet(("编号", "版本", "发布日期", "来源", "标题"), rows, wide=frozenset({3, 4}))
