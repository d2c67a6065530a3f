"""Which local rules hold besides article 49? Read from a file of the user."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from gongkai.errors import GongkaiError
from gongkai.mappings.deadlines import Deadline
from gongkai.mappings.labels import key_of, keys_of
from gongkai.search.typed_tables import called, content_of, table_rows, text_of

__all__ = ["read_deadlines"]

_HEADINGS = {"期限": "due", "行政区划代码": "adcode", "机关类型": "kind", "层级": "level", "首年": "first", "末年": "last"}
_LONG = re.compile(r"(\d{6})0{3,6}")  # the code of a place as the statistics write it
_DAY = re.compile(r"(\d{1,2})-(\d{1,2})")


def read_deadlines(path: Path) -> list[Deadline]:
    """Read CSV with the columns adcode (its first digits are enough), kind, level, due (MM-DD), first, last.

    Only due is needed; several kinds or levels stand with spaces between them; first and last are years of reports.
    """
    what = called(path)
    rows = ((number, [cell.strip() for cell in row]) for number, row in table_rows(text_of(content_of(path)), what))
    _, words = next(rows, (0, []))
    headings = [_HEADINGS.get(word, word.lower()) for word in words]
    if "due" not in headings:
        names = "adcode, kind, level, due, first, last (行政区划代码, 机关类型, 层级, 期限, 首年, 末年)"
        raise GongkaiError(f"{what} has no column “due”: its first line names {names}, with commas between.")
    return [_deadline(dict(zip(headings, row, strict=False)), f"{what}, line {number}") for number, row in rows if any(row)]


def _deadline(cells: Mapping[str, str], where: str) -> Deadline:
    found = _DAY.fullmatch(cells.get("due", ""))
    years = [cells.get(name, "") for name in ("first", "last")]
    code = _LONG.sub(r"\1", cells.get("adcode", ""))
    try:
        day = date(2001, int(found[1]), int(found[2])) if found else None
    except ValueError:
        day = None
    if day is None or any(year and not year.isdecimal() for year in years) or (code and not code.isdecimal()):
        raise GongkaiError(f"{where}: due is a day such as 01-26, first and last are years, adcode is digits.")
    first, last = int(years[0] or 2008), int(years[1] or 9999)
    if first > last:
        raise GongkaiError(f"{where}: first, {first}, is after last, {last}: the rule holds for no year.")
    return Deadline(
        day.month,
        day.day,
        _values("level", cells.get("level", ""), where),
        _values("kind", cells.get("kind", ""), where),
        code,
        first,
        last,
        where,
    )


def _values(field: str, text: str, where: str) -> frozenset[str]:
    values = frozenset(key_of(field, part) for part in text.replace("、", " ").split())
    if unknown := values - set(keys_of(field)):
        raise GongkaiError(f"{where}: there is no {field} “{min(unknown)[:40]}”; some are {', '.join(keys_of(field)[:4])}.")
    return values
