"""Which values of a field are chosen? As an option writes them, and a keyword of Python: `2021..2024`, `县级,乡级`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gongkai.errors import BadQuery
from gongkai.mappings.fields import Field, Kind
from gongkai.search.syntax_fields import OPERATOR, refuse_bytes, short, value_of

__all__ = ["listed", "values_of"]

_MANY_YEARS = 200
_SHORT_YEARS = 100  # 24 for 2024
_DASHED = re.compile(r"\s*(\d{0,9})\s*[-–—~～至]\s*(\d{0,9})\s*")


def listed(text: str) -> list[str]:
    """Return what stands between the commas of a list, ours or those of a Chinese keyboard."""
    return [part.strip() for part in text.replace("，", ",").split(",") if part.strip()]


def values_of(field: Field, texts: Iterable[str]) -> tuple[str | int, ...]:
    """Return the values that the texts choose, each once. Raises BadQuery."""
    values: list[str | int] = []
    for text in texts:
        refuse_bytes(text)
        for part in listed(text) or [text]:
            values += _whole(field, part) if field.kind is Kind.INTEGER else [str(value_of(field, part))]
    return tuple(dict.fromkeys(values))


def _whole(field: Field, text: str) -> range:
    """Return the numbers of `2021` or `2021..2024`; other ranges are the query's."""
    if dashed := _DASHED.fullmatch(text):
        meant = "..".join(dashed.groups()) if all(dashed.groups()) else "2019..2024"
        raise BadQuery(f"“{short(text)}” is no {field.name}: a range is written {meant}.")
    low, dots, high = text.partition("..")
    if OPERATOR.match(text) or (dots and not (low.strip() and high.strip())):
        side = "end" if low.strip() and not text.startswith(("<", "＜")) else "beginning"
        raise BadQuery(f"“{short(text)}” has no {side}: write {field.name}:{text} in the query, or both, as in 2019..2024.")
    first = int(value_of(field, low))
    last = int(value_of(field, high)) if dots else first
    if field.name == "year" and 0 <= first <= last < _SHORT_YEARS:
        raise BadQuery(f"“{short(text)}” is no year: write {first + 2000}{f'..{last + 2000}' if last > first else ''}.")
    if last < first:
        raise BadQuery(f"“{short(text)}” ends before it begins: write {last}..{first}.")
    if last - first > _MANY_YEARS:
        raise BadQuery(f"“{short(text)}” is too long a range.")
    return range(first, last + 1)
