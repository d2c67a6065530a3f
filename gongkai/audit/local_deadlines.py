"""Which local rules hold besides article 49? Read from a file of the user."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from gongkai.errors import GongkaiError
from gongkai.mappings.deadlines import Deadline
from gongkai.mappings.labels import key_of, keys_of, label_of
from gongkai.search.typed_tables import called, content_of, table_rows, text_of

__all__ = ["read_deadlines"]

_HEADINGS = {"期限": "due", "行政区划代码": "adcode", "机关类型": "kind", "层级": "level", "首年": "first", "末年": "last"}
_REMARKS = ("note", "source", "备注", "说明", "依据", "来源", "文号")  # columns that say nothing of whom a rule holds for
_ALSO = {  # kinds and levels as rules of a place call them
    **dict.fromkeys(("政府", "各级政府", "各级人民政府"), "government"),
    **dict.fromkeys(("政府办", "人民政府办公室", "人民政府办公厅"), "government_office"),
    **dict.fromkeys(("政府部门", "工作部门", "政府工作部门", "各部门"), "department"),
    **dict.fromkeys(("街道", "街道办"), "subdistrict_office"),
    "管委会": "administrative_committee",
    **dict.fromkeys(("公安", "公安局"), "public_security"),
    **dict.fromkeys(("税务", "税务局"), "tax"),
    **dict.fromkeys(("市级", "设区市级", "州级"), "prefectural"),
    "区县级": "county",
    **dict.fromkeys(("乡镇级", "镇级"), "township"),
}
_LONG = re.compile(r"(\d{6})0{3,6}")  # the code of a place as the statistics write it
_DAY = re.compile(r"([0-9]{1,2})-([0-9]{1,2})|([0-9]{1,2})月([0-9]{1,2})日")
_WRITTEN_DAY = re.compile(r"(?<![0-9])([0-9]{1,2})[^0-9]([0-9]{1,2})[^0-9]?$")
_YEAR = re.compile("[12][0-9]{3}")
# What is said as one word is a kind and a level here: 县政府, 乡镇, 市级部门.
_OF_A_LEVEL = re.compile(
    "(?P<level>省|设区市|地市|市州|市|州|区县|县区|县市区|县|区|旗|乡镇|镇街|乡|镇|苏木)级?"
    "(?P<kind>(?:人民)?政府(?:办公?[室厅]?)?|部门)?"
)
_LEVELS = {
    "省": "provincial",
    "乡": "township",
    "镇": "township",
    "苏": "township",
    "县": "county",
    "区": "county",
    "旗": "county",
}


def read_deadlines(path: Path, begins_a_code: Callable[[str], bool] = bool) -> list[Deadline]:
    """Read CSV with the columns adcode (its first digits are enough), kind, level, due (MM-DD), first, last.

    Only due is needed; several kinds or levels stand with spaces between them; first and last are years of reports.
    `begins_a_code` tells whether there is a place whose code begins with these digits.
    """
    what = called(path)
    rows = ((number, [cell.strip() for cell in row]) for number, row in table_rows(text_of(content_of(path)), what))
    number, words = next(rows, (1, []))
    headings = [_HEADINGS.get(word, word.lower()) for word in words]
    _check_headings(headings, words, f"{what}, line {number}")
    found: list[Deadline] = []
    for number, row in rows:
        if any(row[len(headings) :]):
            raise GongkaiError(f"{what}, line {number}: there are {len(row)} cells, and line 1 names {len(headings)} columns.")
        if any(row):
            where = f"{what}, line {number}"
            rule = _deadline(dict(zip(headings, row, strict=False)), where)
            if rule.adcode and not begins_a_code(rule.adcode):
                raise GongkaiError(
                    f"{where}: there is no place whose code begins with {rule.adcode[:40]}: the rule holds for nobody."
                )
            if other := next((former for former in found if _contradict(former, rule)), None):
                about = f"of places {rule.adcode}…" if rule.adcode else "of every place"
                raise GongkaiError(
                    f"{where}: the rule on {other.source.rpartition(', ')[2]} names another day for the same agencies {about}: keep one."
                )
            found.append(rule)
    return found


def _contradict(one: Deadline, other: Deadline) -> bool:
    """Tell whether there are agencies and years for which both rules hold with the same right, and their days differ."""
    if one.adcode != other.adcode or (one.month, one.day) == (other.month, other.day):
        return False
    years = one.first <= other.last and other.first <= one.last
    levels = not one.levels or not other.levels or bool(one.levels & other.levels)
    return years and levels and (not one.kinds or not other.kinds or bool(one.kinds & other.kinds))


def _check_headings(headings: Sequence[str], words: Sequence[str], where: str) -> None:
    """Refuse a table without the day, and a column of another name: the rule would hold for more than it says."""
    names = f"{', '.join(_HEADINGS.values())} ({', '.join(_HEADINGS)})"
    for heading, word in zip(headings, words, strict=True):
        if heading and heading not in (*_HEADINGS.values(), *_REMARKS):
            near = get_close_matches(heading, (*_HEADINGS.values(), *_HEADINGS), 1)
            meant = f"did you mean “{near[0]}”?" if near else "a remark is called note (备注)."
            raise GongkaiError(f"{where}: there is no column “{word[:40]}”: {meant} The columns are {names}.")
    if "due" not in headings:
        raise GongkaiError(f"{where}: there is no column “due”: the first line names {names}, with commas between.")


def _deadline(cells: Mapping[str, str], where: str) -> Deadline:
    day = _day(cells.get("due", ""), where)
    code = _LONG.sub(r"\1", cells.get("adcode", ""))
    if code and not (code.isascii() and code.isdecimal()):
        raise GongkaiError(f"{where}: adcode “{code[:40]}” is no code: write its first digits, such as 62 or 620402.")
    years = [cells.get(name, "") for name in ("first", "last")]
    for name, year in zip(("first", "last"), years, strict=True):
        if year and not _YEAR.fullmatch(year):
            raise GongkaiError(f"{where}: {name} “{year[:40]}” is no year: write the year that reports cover, such as 2021.")
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


def _day(text: str, where: str) -> date:
    found = _DAY.fullmatch(text)
    try:
        return date(2001, int(found[1] or found[3]), int(found[2] or found[4]))  # type: ignore[index]
    except (TypeError, ValueError):
        said = f"due “{text[:40]}” is no day" if text else "due is empty"
        example = _as_day(text) or "01-31"
        raise GongkaiError(f"{where}: {said}: write MM-DD, such as {example}, the day of the year after the report's.") from None


def _as_day(text: str) -> str | None:
    """Return a day that is written otherwise, 01/31, 2024-01-31, as rules have it."""
    written = _WRITTEN_DAY.search(text)
    try:
        return date(2001, int(written[1]), int(written[2])).strftime("%m-%d") if written else None
    except ValueError:
        return None


def _values(field: str, text: str, where: str) -> frozenset[str]:
    parts = re.split(r"[\s、，,；;/]+", text.strip())
    values = {part: _ALSO.get(part) or key_of(field, part) for part in parts if part}
    if unknown := [part for part, value in values.items() if value not in keys_of(field)]:
        if field == "kind" and (said := _OF_A_LEVEL.fullmatch(unknown[0])):
            word = said["kind"] or "政府"
            kind = _ALSO.get(word) or key_of("kind", word)
            kind = kind if kind in keys_of("kind") else "government"
            level = _LEVELS.get(said["level"][0], "prefectural")
            raise GongkaiError(
                f"{where}: there is no kind “{unknown[0]}”: write kind {kind} ({label_of('kind', kind)})"
                f" and, in a column level (层级), {level} ({label_of('level', level)})."
            )
        known = ", ".join(f"{key} ({label_of(field, key)})" for key in keys_of(field))
        raise GongkaiError(f"{where}: there is no {field} “{unknown[0][:40]}”; write {known}.")
    return frozenset(values.values())
