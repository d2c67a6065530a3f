"""What tells the versions of one report apart? The days, the words, above all the numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from gongkai.audit.discrepancy import number
from gongkai.mappings.fields import field_label
from gongkai.mappings.labels import STATES
from gongkai.report import SECTIONS, Document
from gongkai.search.render import Sheet
from gongkai.search.render_report import history_sheet
from gongkai.text import normalise

__all__ = ["changes", "changes_sheet", "history_rows", "with_changes"]


_ABOUT = ("title", "published", "url", "form")


def changes(older: Document, newer: Document) -> list[dict[str, Any]]:
    """Return what the newer version changed: `field`, `from` and `to`; of a section only that it did (both null)."""
    found = [
        {"field": name, "from": older.get(name), "to": newer.get(name)} for name in _ABOUT if older.get(name) != newer.get(name)
    ]
    before, after = older.get("figures") or {}, newer.get("figures") or {}
    found += [
        {"field": name, "from": before.get(name), "to": after.get(name)}
        for name in dict.fromkeys((*before, *after))
        if before.get(name) != after.get(name)
    ]
    texts = (older.get("sections") or {}, newer.get("sections") or {})
    found += [
        {"field": f"sections.{key}", "from": None, "to": None}
        for key in SECTIONS
        if normalise(texts[0].get(key) or "") != normalise(texts[1].get(key) or "")
    ]
    return found


def with_changes(documents: Sequence[Document]) -> list[dict[str, Any]]:
    """Return the versions, the current one first, each with its `changes` from the one that follows it in the list."""
    older: list[Document | None] = [*documents[1:], None]
    return [
        {**document, "changes": changes(former, document) if former else []}
        for document, former in zip(documents, older, strict=True)
    ]


def changes_sheet(versions: Sequence[Document]) -> Sheet:
    """Return a row a change, by version; `versions` are those of `with_changes`."""
    rows = []
    for version, former in pairwise(versions):
        for change in version["changes"]:
            label = field_label(change["field"])
            cells = ("（文字有改动）", "") if change["field"].startswith("sections.") else _cells(change, former, version)
            rows.append((version["id"][:12], label, *cells))
    return Sheet(("编号", "项目", "原为", "改为"), rows, wide=frozenset({1}), title="与上一版相比的变动")


def history_rows(histories: Sequence[Sequence[Document]]) -> Sheet:
    """Return a row a version and, where it changed something, a row a change beside it; each history is that of `with_changes`."""
    rows: list[tuple[object, ...]] = []
    headings, changed = history_sheet(()).headings, changes_sheet(()).headings[1:]
    for versions in histories:
        for place, about in enumerate(history_sheet(versions).rows):
            made = [row[1:] for row in changes_sheet(versions[place : place + 2]).rows]
            rows += [(*about, *cells) for cells in made or [("",) * len(changed)]]
    return Sheet((*headings, *changed), rows)


def _cells(change: Mapping[str, Any], former: Document, version: Document) -> tuple[str, str]:
    return _shown(change["field"], change["from"], former), _shown(change["field"], change["to"], version)


def _shown(name: str, value: Any, document: Document) -> str:
    if value is None:
        states = document.get("states") or {}
        return STATES.get(states.get(name, ""), "无")
    return number(value) if isinstance(value, int | float) else str(value)
