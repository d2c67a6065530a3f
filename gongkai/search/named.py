"""Which field is meant? Names in a query looked up in FIELDS; a wrong one is a BadQuery that names the closest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

from gongkai.errors import BadQuery
from gongkai.mappings.fields import FIELDS, Field, Kind, field_named
from gongkai.report import Number

__all__ = ["column", "day_bound", "existing", "facet", "grouping", "measure", "number", "of_sum", "sort_field", "text_field"]

_PLACES = 6  # of a sum of decimals: sums of doubles carry noise behind that


def existing(name: str) -> Field:
    """Return the field of that name."""
    field = field_named(name)
    if field is None:
        raise _unknown(name, (f.name for f in FIELDS), "field")
    return field


def text_field(name: str) -> Field:
    """Return the text field of that name."""
    field = existing(name)
    if field.kind is not Kind.TEXT:
        raise _unknown(name, (f.name for f in FIELDS if f.kind is Kind.TEXT), "text field")
    return field


def facet(name: str) -> Field:
    """Return the facet field of that name."""
    field = existing(name)
    if not field.facet:
        raise _unknown(name, (f.name for f in FIELDS if f.facet), "facet")
    return field


def measure(name: str) -> Field:
    """Return the figure of that name."""
    field = existing(name)
    if not field.figure:
        raise _unknown(name, (f.name for f in FIELDS if f.figure), "figure")
    return field


def grouping(name: str) -> Field:
    """Return the facet field or the figure of that name."""
    field = existing(name)
    return field if field.figure else facet(name)


def column(name: str) -> Field:
    """Return the field of one value and no text of that name."""
    field = existing(name)
    if field.many or field.kind is Kind.TEXT:
        raise BadQuery(f"“{field.name}” has no column: choose a field of one value, such as year or agency.", name)
    return field


def sort_field(name: str) -> tuple[Field, bool]:
    """Return the field to sort by and whether it is descending (`-` before the name)."""
    field = existing(name.removeprefix("-"))
    if field.many or field.kind is Kind.TEXT:
        raise BadQuery(f"Cannot sort by “{field.name}”: choose a field of one value, such as year or published.", name)
    return field, name.startswith("-")


def number(field: Field, value: str | Number | float) -> Decimal:
    """Return a value as the number that the field holds."""
    try:
        result = Decimal(str(value))
    except InvalidOperation:
        result = Decimal("NaN")
    if not result.is_finite():
        raise BadQuery(f"“{field.name}” holds numbers: “{value}” is none.", str(value))
    return result


def of_sum(fields: Sequence[Field]) -> Callable[[float], Number]:
    """Return what makes a number of the sum of those figures, which an engine gives as a double."""
    return _decimal if any(field.kind is Kind.DECIMAL for field in fields) else round


def _decimal(value: float) -> Decimal:
    return Decimal(repr(round(float(value), _PLACES)))


def day_bound(value: str | Number, *, last: bool) -> int:
    """Return the first or last day, as yyyymmdd, that a year, a month or a day reaches to."""
    parts = str(value).split("-")
    if len(parts) <= 3 and all(part.isdecimal() and part.isascii() for part in parts):
        padded = [*(int(part) for part in parts), *((99, 99) if last else (0, 0))][:3]
        year, month, day = padded
        try:
            date(year, month if 0 < month < 99 else 1, day if 0 < day < 99 else 1)
        except ValueError:
            pass
        else:
            return year * 10_000 + month * 100 + day
    raise BadQuery(f"“{value}” is no date: write 2024, 2024-03 or 2024-03-31.", str(value))


def _unknown(name: str, names: Iterable[str], what: str) -> BadQuery:
    close = get_close_matches(name, list(names), 1, 0.5)
    hint = f"Did you mean “{close[0]}”?" if close else "`gongkai fields` lists them."
    return BadQuery(f"Unknown {what} “{name}”. {hint}", name)
