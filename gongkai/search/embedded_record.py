"""What does tantivy get of a document? Its fields, sorted by how tantivy takes them."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import compress
from operator import itemgetter
from typing import Any

import tantivy

from gongkai.errors import BadQuery
from gongkai.mappings.document import comparable, described
from gongkai.mappings.fields import FIELDS, Kind
from gongkai.mappings.form import FORMS, names_of
from gongkai.mappings.tantivy import ALL, GROUP_TOTALS, NUMBER, ORDER
from gongkai.search.embedded_text import BETWEEN, bigrams_of
from gongkai.search.named import day_bound
from gongkai.text import normalise_all, storable

__all__ = ["Record", "order_of", "record_of", "to_record"]

# The name itself is looked up too: records that travel between processes together then share its one object.
_FIELDS = {field.name: (field.name, field.kind) for field in FIELDS}
_LEAVES = tuple((column, tuple(leaves)) for column, leaves in GROUP_TOTALS.values())
_LARGEST = 2**63 - 1
_DECIMALS = tuple(name for name, kind in _FIELDS.values() if kind is Kind.DECIMAL)
_WHOLE = {names: tuple(name for name in names if name not in _DECIMALS) for names in map(names_of, FORMS)}
_FORMS = {names: (whole, itemgetter(*whole)) for names, whole in _WHOLE.items()}


@dataclass(slots=True)
class Record:
    """The fields of a document but for its number, which only the store knows."""

    keywords: list[tuple[str, str]] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)  # of the characters of a text
    integers: dict[str, int] = field(default_factory=dict)
    decimals: dict[str, float] = field(default_factory=dict)
    form_names: tuple[str, ...] = ()  # of a form's whole figures: one object for all reports that print them all
    form_figures: tuple[int, ...] = ()  # by these names


def order_of(id: str) -> int:
    """Return a number that sorts as the id does, but for ids of the same first eight bytes (minus a bit)."""
    return int.from_bytes(id.encode("utf-8", "replace")[:8].ljust(8, b"\0")) >> 1


def record_of(record: Record, no: int) -> tantivy.Document:
    """Return what tantivy adds. Field by field: JSON would be written and read again in twice the time."""
    added = tantivy.Document()
    for name, text in record.keywords:
        added.add_text(name, text)
    for name, pairs in record.pairs:
        added.add_text(name, pairs)
    added.add_text(ALL, BETWEEN.join(pairs for _, pairs in record.pairs))
    for name, whole in record.integers.items():
        added.add_integer(name, whole)
    deque(map(added.add_integer, record.form_names, record.form_figures), maxlen=0)  # a loop takes a sixth longer
    for name, decimal in record.decimals.items():
        added.add_float(name, decimal)
    added.add_integer(NUMBER, no)
    return added


def to_record(document: Mapping[str, Any]) -> Record:
    """Return the fields of a document as they are indexed."""
    record = Record()
    texts: list[tuple[str, str]] = []
    for key, value in described(document).items():
        name, kind = _FIELDS.get(key, (key, None))
        if kind is Kind.TEXT:
            texts.append((name, value))
        elif kind is Kind.KEYWORD:
            values = value if isinstance(value, list) else [value]
            record.keywords += [(name, storable(one)) for one in values]
        elif kind is Kind.DATE:
            day = _day(str(value))
            if day is not None:
                record.integers[name] = day
        elif kind is Kind.INTEGER:
            record.integers[name] = value
    _add_figures(record, comparable(document))
    pairs = bigrams_of(normalise_all([text for _, text in texts]))
    record.pairs += [(name, text) for (name, _), text in zip(texts, pairs, strict=True) if text]
    record.integers[ORDER] = order_of(str(document["id"]))
    return record


def _add_figures(record: Record, figures: Mapping[str, Any]) -> None:
    if not _add_form(record, figures):
        for key, value in figures.items():
            name, kind = _FIELDS.get(key, (key, None))
            if value is None:
                continue
            if kind is not Kind.INTEGER:
                record.decimals[name] = float(value)
            elif -_LARGEST <= value <= _LARGEST and value == int(value):
                record.integers[name] = int(value)
    for column, leaves in _LEAVES:
        printed = [int(value) for leaf in leaves if (value := figures.get(leaf)) is not None and value == int(value)]
        if printed and abs(sum(printed)) <= _LARGEST:
            record.integers[column] = sum(printed)


def _add_form(record: Record, figures: Mapping[str, Any]) -> bool:
    """Take the figures of a form by their names, if all are whole but those that are decimal; false otherwise."""
    found = _FORMS.get(tuple(figures))
    if found is None:
        return False
    names, get = found
    values = get(figures)
    kinds = {*map(type, values)}
    if type(None) in kinds:
        present = [value is not None for value in values]
        names, values = tuple(compress(names, present)), tuple(compress(values, present))
        kinds.remove(type(None))
    if values and (kinds != {int} or max(values) > _LARGEST or min(values) < -_LARGEST):
        return False
    record.form_names, record.form_figures = names, values
    record.decimals |= {name: float(figures[name]) for name in _DECIMALS if figures.get(name) is not None}
    return True


def _day(value: str) -> int | None:
    try:
        return day_bound(value, last=False)
    except BadQuery:
        return None
