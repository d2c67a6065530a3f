"""What does a cluster keep of a document? The line of `parse`, with what is searched beside it, and back.

What no field can hold (a year that is no number, a key that we do not know) is kept in `rest`, so that a
document that came from elsewhere is never refused and comes back as it was. Processes that read import this module to
prepare what they read, so it does without the client of Elasticsearch, whose import costs each of them half a second.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from gongkai.mappings.document import AS_PRINTED, DECIMALS, are_whole, described
from gongkai.mappings.fields import FIELDS, TEXTS, Field, Kind
from gongkai.search.packing import pack_page, spelled
from gongkai.search.ranking import rank
from gongkai.text import normalise_all, storable

__all__ = [
    "DERIVED",
    "LONGEST_ID",
    "Prepared",
    "escape",
    "ledger_id",
    "packed",
    "prepare",
    "restore",
    "slot_of",
    "to_json",
    "to_source",
]

DERIVED = ("outcome", "finding", "fault", "other_unit", "tables", "rank", "exact", "rest")
"""What is added to a line of `parse`."""

_END = "\u2403"  # ends an exact text, so that its last character begins a pair too
_STANDS_FOR_END = "E"  # no normalised text holds an ASCII capital
_SURROGATE = re.compile("[\ud800-\udfff]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LARGEST = 2**63 - 1
LONGEST_ID = 512  # bytes that Elasticsearch takes as the _id
_FIELDS = {field.name: field for field in FIELDS}
_PLAIN = {field.name: field for field in FIELDS if "." not in field.name and field.name not in DERIVED}
_COUNTS = frozenset(field.name for field in FIELDS if field.figure)
_AS_PRINTED = frozenset(AS_PRINTED) - {"rest"}
_TEXTS = tuple(field.name for field in TEXTS)
_STRINGS = frozenset(name for name, field in _PLAIN.items() if field.kind in (Kind.KEYWORD, Kind.TEXT) and not field.many)
_PARTS = {"sections": "sections.", "figures": ""}  # maps in a document → what stands before their keys in the name of a field


def slot_of(document: Mapping[str, Any]) -> str:
    """Return the place that the document competes for in the index of current documents: its `_id` there."""
    key = document.get("report_key")
    slot = f"id:{storable(document['id'])}" if key is None else storable(key)
    return slot if len(slot.encode()) <= LONGEST_ID else f"long:{storable(document['id'])}"[:LONGEST_ID]


def ledger_id(source: str) -> str:
    """Return the `_id` of the ledger line of a source: names of files may be longer than an `_id`."""
    return hashlib.sha256(storable(source).encode()).hexdigest()[:40]


def to_source(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is sent: the document, the fields derived from it, and its texts as they are compared."""
    source: dict[str, Any] = {}
    rest: dict[str, Any] = {}
    for name, value in document.items():
        if value.__class__ is str and name in _STRINGS:  # most of them, at a third of the cost
            source[name] = value
        elif name in _PARTS and isinstance(value, Mapping):
            source[name] = fitting = _fitting(name, value)
            if len(fitting) < len(value):
                rest[name] = {key: part for key, part in value.items() if key not in fitting}
        elif name in _AS_PRINTED or (name == "report" and isinstance(value, bool)) or _fits(_PLAIN.get(name), value):
            source[name] = value
        else:
            rest[name] = value
    flat = described(document)
    source |= {name: flat[name] for name in ("outcome", "finding", "fault", "other_unit", "tables") if name in flat}
    if others := flat.get("other_unit"):
        _set_apart(source, rest, others)
    source["rank"] = rank(document)
    texts = {name: str(value) for name in _TEXTS if (value := flat.get(name))}
    compared = zip(texts, normalise_all([*texts.values()]), strict=True)
    source["exact"] = {name: escape(text) + _END for name, text in compared if text}
    if rest:
        source["rest"] = rest
    return source


def _set_apart(source: dict[str, Any], rest: dict[str, Any], names: Sequence[str]) -> None:
    """Move the figures that no column may hold into the rest; their names stay where they are, for their order."""
    figures = source["figures"]
    apart = {name: figures[name] for name in names if name in figures}
    source["figures"] = {**figures, **dict.fromkeys(apart)}
    rest["figures"] = {**rest.get("figures", {}), **apart}


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is sent of a document, as JSON, and its page, compressed: made where the document was read."""

    id: str
    slot: str
    rank: int
    source: bytes
    page: str | None

    def document(self) -> dict[str, Any]:
        """Return the document that it was made of."""
        return restore(json.loads(self.source))


def prepare(document: Mapping[str, Any], page: bytes | None) -> tuple[Mapping[str, Any], Prepared]:
    """Do what can be done before the cluster is asked: most of our part of writing a document. Nothing else is needed then."""
    source = to_source(document)
    spelled_source = spelled(source, "backslashreplace")
    kept = None if page is None else packed(page)
    return {}, Prepared(storable(document["id"]), slot_of(document), source["rank"], spelled_source, kept)


def packed(page: bytes) -> str:
    """Return a page as the index of pages keeps it."""
    return base64.b64encode(pack_page(page)).decode()


def to_json(data: Any, default: Callable[[Any], Any] = float) -> bytes:
    """Return JSON whose broken characters (half of a surrogate pair) are escapes, which UTF-8 can hold."""
    text = json.dumps(data, default=default, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace")


def restore(source: Mapping[str, Any]) -> dict[str, Any]:
    """Return the document that `to_source` was given."""
    document = {name: value for name, value in source.items() if name not in DERIVED}
    for name, value in (source.get("rest") or {}).items():
        is_part = name in ("sections", "figures") and isinstance(document.get(name), Mapping)
        document[name] = {**document[name], **value} if is_part else value
    return document


def escape(text: str) -> str:
    """Return normalised text as the exact fields hold it: without the sentinel, and without broken characters."""
    if _END in text:
        text = text.replace(_END, _STANDS_FOR_END)
    try:
        text.encode()  # in a tenth of the time of the expression
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def _fitting(name: str, part: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what of the sections or the figures their fields can hold."""
    if name == "figures" and _are_plain(part):
        return part
    return {key: value for key, value in part.items() if _fits(_FIELDS.get(f"{_PARTS[name]}{key}"), value)}


def _are_plain(figures: Mapping[str, Any]) -> bool:
    """Tell at little cost whether all figures fit: whole numbers that are not large, decimals where they belong, or none."""
    if not figures.keys() <= _COUNTS:
        return False
    decimals = [name for name in DECIMALS if isinstance(figures.get(name), float | Decimal)]
    return all(_fits(_FIELDS[name], figures[name]) for name in decimals) and are_whole(figures, len(decimals), _LARGEST)


def _fits(field: Field | None, value: Any) -> bool:
    """Tell whether the field's column can hold the value as it is."""
    if field is None:
        return False
    if value is None:
        return True
    if field.many:
        return isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)
    if field.kind in (Kind.KEYWORD, Kind.TEXT):
        return isinstance(value, str)
    if field.kind is Kind.DATE:
        return isinstance(value, str) and _is_day(value)
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return False
    return -_LARGEST <= value <= _LARGEST and (field.kind is Kind.DECIMAL or value == int(value))  # nan is not


def _is_day(value: str) -> bool:
    if not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True
