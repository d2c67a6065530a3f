"""How is a roster of the user's read? One agency a line, or a table as spreadsheets write it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from gongkai.audit.rosters.columns import COLUMNS, headings_of, merged_cells, strange_columns
from gongkai.audit.rosters.names import is_heading, without_number
from gongkai.audit.rosters.roster import Expected
from gongkai.audit.rosters.sheets import Lines, Sheet, has_headings, sheets_of
from gongkai.audit.rows import CodeOf
from gongkai.errors import GongkaiError
from gongkai.search.typed_tables import called, content_of, table_rows, text_of
from gongkai.text import normalise

__all__ = ["read_roster"]

_LONGEST = 200  # characters of a name
_PLACES = ("province", "city", "county", "place", "town")
_ENDS = "，,；;。、:：*＊ "  # of names in a list that was a sentence
_MARKS = ",\t;，；|"
# Six digits, those of a town or a village behind them, or as a spreadsheet's number.
_CODE = re.compile(r"(\d{6})(?:\d{3}|\d{6}|\.0+)?")
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class _Entry(NamedTuple):
    line: int
    agency: str
    adcode: str = ""
    parent: str = ""
    under: str = ""
    is_empty: bool = False  # names a place alone, above the lines of its agencies, or has nothing in the columns that are read


def _silent(note: str) -> None:
    pass


def read_roster(path: Path, code_of: CodeOf, say: Callable[[str], None] = _silent) -> list[Expected]:
    """Read one agency a line, or CSV with the columns agency, adcode (perhaps) and parent (perhaps); what is left out is said."""
    content, what = content_of(path), called(path)
    if content.startswith(_WORKBOOKS):
        raise GongkaiError(f"{what} is a workbook or an archive: save the sheet as CSV.")
    found: list[Expected] = []
    rows = _rows(text_of(content), what)
    for title, entry in _entries(rows, lambda note: say(f"{what}{note}")):
        if is_heading(without_number(entry.agency)) or entry.is_empty:
            continue
        agency = without_number(entry.agency).strip(_ENDS)
        code = _CODE.fullmatch(normalise(entry.adcode))
        if not agency or len(agency) > _LONGEST or agency.isdecimal():
            raise GongkaiError(
                f"{what}, line {entry.line}: “{agency[:40]}” is no agency; the columns are 机关, 行政区划代码, 上级."
            )
        if entry.adcode and not code and rows[0] == (entry.line, rows[0][1]):
            raise GongkaiError(
                f"{what}, line {entry.line}: none of these columns is known as that of the agencies: call it 机关."
            )
        if entry.adcode and not code:
            raise GongkaiError(f"{what}, line {entry.line}: “{entry.adcode[:40]}” is no adcode: write six digits, or nothing.")
        adcode = code[1] if code else None
        place_id = code_of(adcode) if adcode else None
        one = Expected(agency, adcode=adcode, place_id=place_id, parent=entry.parent or None, line=entry.line)
        found.append(replace(one, under=entry.under or None, title=title))
    if not found:
        raise GongkaiError(f"{what} names no agency: write one a line.")
    return found


def _rows(text: str, what: str) -> list[tuple[int, list[str]]]:
    """Return the rows with their lines, split at the mark that makes headings, or that the first row has."""
    first: list[tuple[int, list[str]]] | None = None
    for mark in _MARKS:
        rows = [(line, [cell.strip() for cell in row]) for line, row in table_rows(text, what, mark)]
        rows = [(line, row) for line, row in rows if any(row) and not row[0].startswith("#")]
        if has_headings(rows):
            return rows
        if first is None or (rows and len(first[0][1]) == 1 < len(rows[0][1])):
            first = rows
    return first or []


def _entries(rows: Lines, say: Callable[[str], None]) -> Iterator[tuple[str | None, _Entry]]:
    """Yield the lines, each with the title above its table."""
    said: set[str] = set()

    def say_once(note: str) -> None:
        if note not in said:
            said.add(note)
            say(note)

    for sheet in sheets_of(rows):
        for entry in _under_headings(*sheet.headings, sheet.rows, say_once) if sheet.headings else _without_headings(sheet):
            yield sheet.title, entry


def _without_headings(sheet: Sheet) -> Iterator[_Entry]:
    for line, row in sheet.rows:
        start = 1 if row[0].isdecimal() and len(row) > 1 else 0  # a number of its own before the name
        yield _Entry(line, row[start], next(iter(row[start + 1 : start + 2]), ""))


def _under_headings(first: int, words: Sequence[str], rows: Lines, say: Callable[[str], None]) -> Iterator[_Entry]:
    headings = headings_of(words)
    if strange := strange_columns(words):
        known = "、".join(words.split()[-1] if part == "parent" else words.split()[1] for part, words in COLUMNS.items())
        say(f", line {first}: columns that are not read: {'、'.join(strange)[:_LONGEST]}; those known are the like of {known}.")
    agencies = [word for word, part in zip(words, headings, strict=True) if part == "agency"]
    if len(agencies) > 1:
        say(f", line {first}: {len(agencies)} columns of agencies, {'、'.join(agencies)[:_LONGEST]}: the first is read alone.")
    columns = {part: headings.index(part) for part in COLUMNS if part in headings}
    above = () if "parent" in columns else _PLACES  # parents are named as agencies are
    table = [{part: row[at] for part, at in columns.items() if at < len(row)} for _, row in rows]
    merged = list(merged_cells(table))
    if count := sum(map(bool, merged)):
        say(
            f": blank cells of {count} lines are taken for merged with those above (places, parents): fill them in where they are not."
        )
    for (line, _), cells, filled in zip(rows, table, merged, strict=True):
        own = [cells.get(part, "") for part in above]
        whole = [cells.get(part) or filled.get(part, "") for part in _PLACES]
        agency = _with_places(cells.get("agency", ""), whole if any(own) else ())
        parent = cells.get("parent") or filled.get("parent", "")
        under = "" if any(own) else "".join(dict.fromkeys(whole))
        is_empty = not agency and (any(cells.get(part) for part in _PLACES) or not (cells.get("adcode") or parent))
        yield _Entry(line, agency, cells.get("adcode", ""), parent, under, is_empty)


def _with_places(agency: str, places: Sequence[str]) -> str:
    """Return the name behind the places of its row, each once: 财政局 of 甘肃省, 敦煌市 → 甘肃省敦煌市财政局."""
    above = [place for place in dict.fromkeys(places) if place and not place.endswith("本级") and place not in "-—/无"]
    body = agency
    for place in above:
        body = body.removeprefix(place)
    return "".join(above) + body if agency else ""
