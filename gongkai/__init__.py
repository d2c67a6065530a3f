"""Search, count and check China's annual open-government-information reports (政府信息公开工作年度报告).

    from gongkai import open_index, parse

Names are loaded when they are first used: `gongkai --help` waits for none of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gongkai.api import Index, Rows, open_index, parse
    from gongkai.errors import BadQuery, EngineUnavailable, GongkaiError, IndexMissing, ParseError
    from gongkai.report import Figure, Finding, NotAReport, Place, Report, State
    from gongkai.search.results import Bucket, Facet, Hit, Results, Snippet

    __version__: str

__all__ = [
    "BadQuery",
    "Bucket",
    "EngineUnavailable",
    "Facet",
    "Figure",
    "Finding",
    "GongkaiError",
    "Hit",
    "Index",
    "IndexMissing",
    "NotAReport",
    "ParseError",
    "Place",
    "Report",
    "Results",
    "Rows",
    "Snippet",
    "State",
    "open_index",
    "parse",
]

_MODULES = ("gongkai.report", "gongkai.errors", "gongkai.search.results", "gongkai.api")


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version

        return version("gongkai")
    if name in __all__:
        for module in map(import_module, _MODULES):
            if name in module.__all__:
                value: object = getattr(module, name)
                globals()[name] = value
                return value
    raise AttributeError(f"module 'gongkai' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__, "__version__"])
