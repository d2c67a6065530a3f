"""What does tantivy get of a document? Its fields, sorted by how tantivy takes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import tantivy

from gongkai.errors import BadQuery
from gongkai.mappings.document import flatten
from gongkai.mappings.fields import FIELDS, Kind
from gongkai.mappings.tantivy import ALL, GROUP_TOTALS, NUMBER, ORDER
from gongkai.search.embedded_text import BETWEEN, bigrams
from gongkai.search.named import day_bound
from gongkai.search.prepared import Prepared
from gongkai.search.store import plain
from gongkai.text import normalise

__all__ = ["Record", "order_of", "record_of", "to_record"]

# The name itself is looked up too: records that travel between processes together then share its one object.
_FIELDS = {field.name: (field.name, field.kind) for field in FIELDS}
_LARGEST = 2**63 - 1


@dataclass(slots=True)
class Record:
    """The fields of a document but for its number, which only the store knows."""

    texts: list[tuple[str, str]] = field(default_factory=list)
    integers: dict[str, int] = field(default_factory=dict)
    decimals: dict[str, float] = field(default_factory=dict)


def order_of(id: str) -> int:
    """Return a number that sorts as the id does, but for ids of the same first eight bytes (minus a bit)."""
    return int.from_bytes(id.encode("utf-8", "replace")[:8].ljust(8, b"\0")) >> 1


def record_of(document: Mapping[str, Any], no: int, prepared: object = None) -> tantivy.Document:
    """Return what tantivy adds. Field by field: JSON would be written and read again in twice the time."""
    record = prepared.record if isinstance(prepared, Prepared) else to_record(document)
    added = tantivy.Document()
    for name, text in record.texts:
        added.add_text(name, text)
    for name, whole in record.integers.items():
        added.add_integer(name, whole)
    for name, decimal in record.decimals.items():
        added.add_float(name, decimal)
    added.add_integer(NUMBER, no)
    return added


def to_record(document: Mapping[str, Any]) -> Record:
    """Return the fields of a document as they are indexed."""
    record = Record()
    pairs: list[str] = []
    for key, value in flatten(document).items():
        name, kind = _FIELDS.get(key, (key, None))
        if kind is Kind.INTEGER:
            if value == int(value) and -_LARGEST <= value <= _LARGEST:
                record.integers[name] = int(value)
        elif kind is Kind.TEXT:
            if text := normalise(value):
                pairs.append(bigrams(text))
                record.texts.append((name, pairs[-1]))
        elif kind is Kind.KEYWORD:
            values = value if isinstance(value, list) else [value]
            record.texts += [(name, plain(one)) for one in values]
        elif kind is Kind.DATE:
            day = _day(str(value))
            if day is not None:
                record.integers[name] = day
        elif kind is Kind.DECIMAL:
            record.decimals[name] = float(value) if isinstance(value, Decimal) else value
    for column, leaves in GROUP_TOTALS.values():
        printed = [record.integers[leaf] for leaf in leaves if leaf in record.integers]
        if printed:
            record.integers[column] = sum(printed)
    record.texts.append((ALL, BETWEEN.join(pairs)))
    record.integers[ORDER] = order_of(str(document["id"]))
    return record


def _day(value: str) -> int | None:
    try:
        return day_bound(value, last=False)
    except BadQuery:
        return None
