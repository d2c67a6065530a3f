"""What can be made of a document before the embedded engine has it? All that needs no look at the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gongkai.search.packing import pack, pack_page
from gongkai.search.ranking import rank
from gongkai.text import storable

if TYPE_CHECKING:
    from gongkai.search.embedded_record import Record

__all__ = ["Prepared", "prepare"]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document packed for the store, and its fields for tantivy that lack only its number."""

    id: str
    report_key: str | None
    rank: int
    record: Record
    document: bytes
    page: bytes | None


def prepare(document: Mapping[str, Any], page: bytes | None) -> tuple[Mapping[str, Any], Prepared]:
    """Prepare a document: three quarters of the work of writing it. Nothing else of it is needed then."""
    from gongkai.search.embedded_record import to_record

    key = document.get("report_key")
    prepared = Prepared(
        storable(document["id"]),
        None if key is None else storable(key),
        rank(document),
        to_record(document),
        pack(document),
        None if page is None else pack_page(page),
    )
    return {}, prepared
