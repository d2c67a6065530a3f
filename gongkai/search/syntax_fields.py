"""Which field does a name mean, and what does a written value mean in it?"""

from __future__ import annotations

import calendar
import difflib
import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from gongkai.errors import BadQuery
from gongkai.mappings.fields import FIELDS, TEXTS, Field, Kind
from gongkai.mappings.labels import key_of, keys_of, label_of
from gongkai.report import Number
from gongkai.search.query import Range, Term

__all__ = ["OPERATOR", "exact", "field_called", "is_name", "range_of", "refuse_bytes", "section_called", "short", "value_of"]

OPERATOR = re.compile(r"[>＞][=＝]|[<＜][=＝]|[≥≤>＞<＜]")
_CLOSED = ("outcome", "level", "scope", "fault", "tables", "form")  # fields whose every value has a label
_INTEGER = re.compile(r"[-+]?\d{1,18}")
_DECIMAL = re.compile(r"[-+]?\d{1,18}(\.\d{1,18})?")
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def short(text: str, limit: int = 40) -> str:
    """Return `text` for a message: cut to `limit` characters."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def refuse_bytes(text: str) -> None:
    """Raise BadQuery for text that is none: bytes of another encoding, which a system passes on as surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        pass
    else:
        return
    try:
        said = text.encode("utf-8", "surrogateescape").decode("gb18030")
    except UnicodeError:
        raise BadQuery("This is no UTF-8: let the terminal or the script write UTF-8.") from None
    raise BadQuery(f"This is GBK, it seems (“{short(said)}”), not UTF-8: let the terminal or the script write UTF-8.")


def field_called(name: str) -> Field:
    """Return the field of that name, Chinese label, alias or unique tail.

    Raises BadQuery, which names the closest field.
    """
    found = _candidates().get(_fold(name), ())
    if len(found) == 1:
        return found[0]
    if found:
        names = ", ".join(field.name for field in found[:3])
        raise BadQuery(f"“{short(name)}” is the end of {len(found)} fields ({names} …): write more of the name.")
    raise BadQuery(f"Unknown field “{short(name)}”.{_closest(name, _candidates())} `gongkai fields` lists them all.")


def is_name(text: str) -> bool:
    """Tell whether a field, or several, may be called so."""
    return _fold(text) in _candidates()


def section_called(name: str) -> Field:
    """Return the text field (the title or a section) of that key or Chinese name."""
    field = _texts().get(_fold(name))
    if field is None:
        raise BadQuery(f"Unknown section “{short(name)}”.{_closest(name, _texts())}")
    return field


def value_of(field: Field, text: str) -> str | Number:
    """Return the value that `text` means in a field that holds exact values."""
    if field.kind in (Kind.INTEGER, Kind.DECIMAL):
        return _number(field, text)
    return _keyword(field, text)


def _bound(field: Field, text: str, *, high: bool) -> str | Number:
    """Return one end of a range; a month or a year stands for its first or last day."""
    if field.kind is not Kind.DATE:
        return _number(field, text)
    match = _DATE.fullmatch(unicodedata.normalize("NFKC", text))
    if match is None:
        raise BadQuery(f"“{short(text)}” is not a date: write 2024-01-31, 2024-01 or 2024.")
    year = int(match[1])
    month = int(match[2] or (12 if high else 1))
    if not (year and 1 <= month <= 12):
        raise BadQuery(f"“{short(text)}” is not a date: there is no such month.")
    last = calendar.monthrange(year, month)[1]
    day = int(match[3] or (last if high else 1))
    if not 1 <= day <= last:
        raise BadQuery(f"“{short(text)}” is not a date: there is no such day.")
    return f"{year:04}-{month:02}-{day:02}"


def exact(field: Field, text: str) -> Term | Range:
    """Return what a single value means: a month or a year of dates is a range of days."""
    if field.kind is Kind.DATE:
        low, high = _bound(field, text, high=False), _bound(field, text, high=True)
        return Term(field.name, (low,)) if low == high else Range(field.name, low, high)
    return Term(field.name, (value_of(field, text),))


def range_of(field: Field, text: str) -> Range:
    """Return the range that `>=1`, `<5`, `1..5` or `>1..<5` means."""
    low, dots, high = text.partition("..")
    operator = OPERATOR.match(low)
    sign = re.sub("[>＞≥]", ">", re.sub("[<＜≤]", "<", operator.group()))[0] if operator else ""
    strict = operator is not None and operator.group() in ">＞<＜"
    low = low[operator.end() :] if operator else low
    if dots:
        ends = OPERATOR.match(high)
        below = ends is not None and ends.group() in "<＜"
        if sign == "<" or (operator and not strict) or (ends and not below) or not (low or high):
            raise BadQuery(f"“{short(text)}” is no range: write 1..5, >=1 or <5.")
        low_value = _bound(field, low, high=False) if low else None
        high_value = _bound(field, high[ends.end() :] if ends else high, high=True) if high else None
        return Range(field.name, low_value, high_value, strict, below)
    if sign == ">":
        return Range(field.name, low=_bound(field, low, high=strict), low_open=strict)
    return Range(field.name, high=_bound(field, low, high=not strict), high_open=strict)


def _number(field: Field, text: str) -> Number:
    plain = unicodedata.normalize("NFKC", text)
    whole = field.kind is not Kind.DECIMAL
    if not (_INTEGER if whole else _DECIMAL).fullmatch(plain):
        kind = "whole number" if whole else "number"
        raise BadQuery(f"“{short(text)}” is not a {kind}, which {field.name} needs; a range is written 1..5 or >=1.")
    return int(plain) if whole else Decimal(plain)


def _keyword(field: Field, text: str) -> str:
    key, known = key_of(field.name, text), keys_of(field.name)
    if field.name in _CLOSED and key not in known:
        labels = [label_of(field.name, name) for name in known]
        closest = difflib.get_close_matches(text[:80], [*known, *labels], 1, 0.4)
        hint = f"Did you mean “{closest[0]}”?" if closest else _every(field.name, known)
        raise BadQuery(f"Unknown {field.name} “{short(text)}”. {hint}")
    return key


def _every(name: str, known: Sequence[str]) -> str:
    """Return the sentence of all values; of those below another, how many there are."""
    below = [key for key in known if "." in key]
    above = dict.fromkeys([*(key.split(".")[0] for key in known)])
    more = f", or one of {len(below)} below them, such as {below[0]}: `gongkai facets --by {name}` counts all" if below else ""
    return f"It is one of {', '.join(above)}{more}."


def _fold(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip().lower()


def _closest(name: str, among: dict[str, Field] | dict[str, tuple[Field, ...]]) -> str:
    closest = difflib.get_close_matches(_fold(name)[:80], among, 1, 0.5)
    return f" Did you mean “{closest[0]}”?" if closest else ""


@cache
def _candidates() -> dict[str, tuple[Field, ...]]:
    """Every way to name a field; a full name, label or alias goes before the tail of a longer name."""
    tails: dict[str, list[Field]] = {}
    for field in FIELDS:
        parts = field.name.split(".")
        for start in range(1, len(parts)):
            tails.setdefault(".".join(parts[start:]), []).append(field)
    # `received` is a line of 2014 and a row of today's table three: neither is meant surely.
    for tail, fields in list(tails.items()):
        if rivals := [one for one in tails.get(f"{tail}.total", ()) if one.name.startswith("requests.")]:
            fields.extend(one for one in rivals if one not in fields)
    names = {tail: tuple(fields) for tail, fields in tails.items()}
    for field in FIELDS:
        names |= {_fold(name): (field,) for name in (field.label, *field.aliases)}
    return names | {field.name: (field,) for field in FIELDS}


@cache
def _texts() -> dict[str, Field]:
    return {
        _fold(name): field
        for field in TEXTS
        for name in (field.name, field.name.removeprefix("sections."), field.label, *field.aliases)
    }
