"""What can be made of a document before the embedded engine has it? All that needs no look at the store."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gongkai.search.engine import Incoming
from gongkai.search.packing import pack

if TYPE_CHECKING:
    from gongkai.search.embedded_record import Record

__all__ = ["Prepared", "packed_document", "packed_page", "prepare"]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document packed for the store, and its fields for tantivy that lack only its number."""

    record: Record
    document: bytes
    page: bytes | None


def prepare(document: Mapping[str, Any], page: bytes | None) -> Prepared:
    """Prepare a document: three quarters of the work of writing it."""
    from gongkai.search.embedded_record import to_record

    return Prepared(to_record(document), pack(document), None if page is None else zlib.compress(page, 1))


def packed_document(incoming: Incoming, document: Mapping[str, Any]) -> bytes:
    """Return the document as it lies in the store."""
    return incoming.prepared.document if isinstance(incoming.prepared, Prepared) else pack(document)


def packed_page(incoming: Incoming) -> bytes | None:
    """Return the page as it lies in the store."""
    if isinstance(incoming.prepared, Prepared):
        return incoming.prepared.page
    return None if incoming.page is None else zlib.compress(incoming.page, 1)
