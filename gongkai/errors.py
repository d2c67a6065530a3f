"""What can go wrong, in sentences a user can act on.

GongkaiError
├── ParseError          a source cannot be read
└── SearchError         a question cannot be answered
    ├── BadQuery        the query is broken; carries the position
    ├── IndexMissing    there is no index at that place
    └── EngineUnavailable
"""

from __future__ import annotations

__all__ = ["BadQuery", "EngineUnavailable", "GongkaiError", "IndexMissing", "ParseError", "SearchError"]


class GongkaiError(Exception):
    """Root of all errors that are reported to the user as one line."""


class ParseError(GongkaiError):
    """A source cannot be read."""


class SearchError(GongkaiError):
    """A question cannot be answered."""


class BadQuery(SearchError):
    """The query is broken at `position` (a character offset into `text`)."""

    def __init__(self, message: str, text: str = "", position: int | None = None) -> None:
        super().__init__(message)
        self.text = text
        self.position = position


class IndexMissing(SearchError):
    """There is no index at the place that was named."""


class EngineUnavailable(SearchError):
    """The engine does not answer."""
