"""What does tantivy get of a document? Its fields as tantivy reads them from one line of JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from gongkai.errors import BadQuery
from gongkai.mappings.document import flatten
from gongkai.mappings.fields import FIELDS, Kind
from gongkai.mappings.tantivy import ALL, GROUP_TOTALS, NUMBER, ORDER
from gongkai.search.embedded_text import BETWEEN, bigrams
from gongkai.search.named import day_bound
from gongkai.search.prepared import Prepared
from gongkai.search.store import plain
from gongkai.text import normalise

__all__ = ["order_of", "record_of", "unnumbered_record"]

_TEXTS = frozenset(field.name for field in FIELDS if field.kind is Kind.TEXT)
_KEYWORDS = frozenset(field.name for field in FIELDS if field.kind is Kind.KEYWORD)
_INTEGERS = frozenset(field.name for field in FIELDS if field.kind is Kind.INTEGER)
_DATES = frozenset(field.name for field in FIELDS if field.kind is Kind.DATE)
_LARGEST = 2**63 - 1


def order_of(id: str) -> int:
    """Return a number that sorts as the id does, but for ids of the same first eight bytes (minus a bit)."""
    return int.from_bytes(id.encode("utf-8", "replace")[:8].ljust(8, b"\0")) >> 1


def record_of(document: Mapping[str, Any], no: int, prepared: object = None) -> str:
    """Return the line of JSON that the document is added by."""
    record = prepared.record if isinstance(prepared, Prepared) else unnumbered_record(document)
    return f'{record[:-1]},"{NUMBER}":{no}}}'


def unnumbered_record(document: Mapping[str, Any]) -> str:
    """Return the line of JSON without the number, which only the store knows."""
    record: dict[str, Any] = {}
    texts: list[str] = []
    for name, value in flatten(document).items():
        if name in _TEXTS:
            text = normalise(value)
            if text:
                record[name] = pairs = bigrams(text)
                texts.append(pairs)
        elif name in _KEYWORDS:
            record[name] = [plain(v) for v in value] if isinstance(value, list) else plain(value)
        elif name in _INTEGERS:
            if type(value) is int and -_LARGEST <= value <= _LARGEST:
                record[name] = value
            elif value == int(value) and abs(value) <= _LARGEST:
                record[name] = int(value)
        elif name in _DATES:
            day = _day(str(value))
            if day is not None:
                record[name] = day
        else:
            record[name] = float(value) if isinstance(value, Decimal) else value
    for column, leaves in GROUP_TOTALS.values():
        printed = [record[leaf] for leaf in leaves if leaf in record]
        if printed:
            record[column] = sum(printed)
    record[ALL] = BETWEEN.join(texts)
    record[ORDER] = order_of(record["id"])
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def _day(value: str) -> int | None:
    try:
        return day_bound(value, last=False)
    except BadQuery:
        return None
