"""Which of the pages that lie together are versions of one report, and which of them is the current one? As an index keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gongkai.report import Document
from gongkai.search.ranking import rank

__all__ = ["Current"]

_TOLD = ("id", "title", "published", "findings")
"""What is kept of the other versions."""


class Current:
    """The reports among lines of `parse`: of each key the version that ranks first, of each page one copy; texts are let go."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.pages = 0
        self._ranks: dict[str, int] = {}
        self._reports: dict[str, Document] = {}
        self._versions: dict[str, dict[str, Document]] = {}
        for document in documents:
            if document.get("report") is not False:
                self._add(document)

    def _add(self, document: Document) -> None:
        self.pages += 1
        digest, key = document["id"], document.get("report_key")
        name = f"key {key}" if key else f"id {digest}"
        if key:
            self._versions.setdefault(key, {})[digest] = {part: document.get(part) for part in _TOLD}
        if name not in self._reports or rank(document) > self._ranks[name]:
            self._ranks[name], self._reports[name] = rank(document), {**document, "sections": {}}

    @property
    def reports(self) -> Sequence[Document]:
        """The current ones, in the order in which the first version of each came."""
        return list(self._reports.values())

    def versions(self, key: str) -> Sequence[Document]:
        """Return all versions of a report, none where there is but one."""
        found = list(self._versions.get(key, {}).values())
        return found if len(found) > 1 else []
