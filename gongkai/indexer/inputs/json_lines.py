"""What does a line of JSON hold? A page (`url`, `html`, `text` …) or a line of `parse`.

A line of a file is called FILE!NUMBER, and takes the place of what stood there before. On standard input a number says
nothing: a page is called after its bytes, a line of `parse` as the page that it was made of, where that lies here, else
after the report's id.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import IO, Any

from gongkai.errors import ParseError
from gongkai.indexer.expressions import expression
from gongkai.indexer.inputs.members import Limits
from gongkai.indexer.page import Source
from gongkai.mappings.document import DECIMALS, are_whole
from gongkai.mappings.fields import FIELDS, Kind
from gongkai.report import SECTIONS, NotAReport, State

__all__ = ["KEYS", "Ready", "Unreadable", "document_of", "is_json_line", "json_lines"]

KEYS: dict[str, str] = {name: name for name in ("url", "title", "html", "text", "content")}
"""What a page's parts are called in JSONL, unless the user names other keys; dots lead into objects."""

_BODIES = {"html": "text/html", "text": "text/plain", "content": None}
_PLAIN = tuple(f for f in FIELDS if not (f.figure or f.many or f.name.startswith("sections.") or f.name == "tables"))
_TYPES = tuple((f.name, int if f.kind is Kind.INTEGER else str) for f in _PLAIN)
_DAYS = tuple(f.name for f in _PLAIN if f.kind is Kind.DATE)
_NUMBERS = {f.name: (int,) if f.kind is Kind.INTEGER else (int, float) for f in FIELDS if f.figure}
_LARGEST = 2**53  # beyond it a number of JSON is no longer exact
_PRINTED = expression(  # how `parse` begins a line
    rb'\s*\{"source": ("(?:[^"\\]|\\.)*"), "report": (?:true|false)\b(?:, "id": "([0-9a-z]+)")?'
)
_STATES = frozenset(map(str, State))
_LONE = expression("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Ready:
    """A line of `parse`, not read yet: `document_of` is work for another process."""

    origin: str
    digest: str
    line: bytes


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that cannot be read, and why."""

    origin: str
    reason: str


def is_json_line(line: bytes) -> bool:
    """Tell whether the line is a JSON object."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def json_lines(
    first: bytes, stream: IO[bytes], origin: str, limits: Limits, keys: Mapping[str, str], number: int = 1
) -> Iterator[Source | Ready | Unreadable]:
    """Yield what each line holds; `first` is the line that was read already, of that number."""
    line = first
    while line:
        place = f"{origin}!{number}"
        if len(line) > limits.member:
            yield Unreadable(place, f"the line is longer than {limits.member >> 20} MB")
            while line and not line.endswith(b"\n"):
                line = stream.readline(1 << 20)
        elif text := line.strip():
            yield _read_line(text, place if origin != "-" else None, number, keys)
        number, line = number + 1, stream.readline(limits.member + 1)


def document_of(ready: Ready) -> dict[str, Any] | NotAReport:
    """Return the document of a line of `parse`, or why the page is no report.

    Raises ParseError unless the engines can take the document as it is.
    """
    value = _loaded(ready.line)
    if value.get("report") is False:
        return NotAReport(ready.origin, str(value.get("reason") or "not a report"), value.get("says_nothing") is True)
    _check(value)
    source = value.get("source") or ready.origin
    if not isinstance(source, str):
        raise ParseError("its source is no text")
    return {**value, "source": source}


def _read_line(line: bytes, place: str | None, number: int, keys: Mapping[str, str]) -> Source | Ready | Unreadable:
    digest = hashlib.blake2b(line, digest_size=32).hexdigest()
    try:
        if begins := _PRINTED.match(line):
            return Ready(place or _piped(_parsed(begins[1])[0], begins[2], digest), digest, line)
        value = _loaded(line)
        if "report" in value or ("figures" in value and "sections" in value):
            return Ready(place or _piped(value.get("source"), value.get("id"), digest), digest, line)
        return _page(value, place or f"-!{digest[:12]}", keys)
    except ParseError as error:
        return Unreadable(place or f"-!{number}", str(error))


def _piped(source: object, id: object, digest: str) -> str:
    """Return what a line of `parse` on standard input is called."""
    if isinstance(source, str) and source.startswith("-!"):
        return str(_mended(source))
    if isinstance(source, str) and _lies_here(source):
        return str(_mended(os.path.abspath(source)))  # noqa: PTH100 — as `index` names it
    return f"-!{(id.decode() if isinstance(id, bytes) else id) or digest[:12]}"


def _lies_here(source: str) -> bool:
    """Tell whether the page is a file, or in one: the source may be `archive!member`, or `file#2`."""
    return any(os.path.isfile(source[: end.start()]) for end in re.finditer("[!#]|$", source))  # noqa: PTH113 — never raises


def _loaded(line: bytes) -> dict[str, Any]:
    value, is_sound = _parsed(line)
    if not isinstance(value, dict):
        raise ParseError("the line is no JSON object")
    return value if is_sound else _mended(value)


def _parsed(text: bytes) -> tuple[Any, bool]:
    try:
        return _value(text)
    except (ValueError, RecursionError) as error:
        raise ParseError(f"the line is no JSON: {str(error)[:80]}") from error


def _value(line: bytes) -> tuple[Any, bool]:
    """Return the value of the line, and whether no text in it is broken.

    By orjson in half the time; what it refuses (half a surrogate pair too), `json` reads or says why not.
    """
    from orjson import JSONDecodeError, loads

    try:
        return loads(line), True
    except JSONDecodeError:
        return json.loads(line, parse_constant=_no_number), False


def _no_number(constant: str) -> None:
    raise ValueError(f"{constant} is no number")


def _mended(value: Any) -> Any:
    """Return the value with halves of surrogate pairs, which no file can hold, replaced."""
    if isinstance(value, str):
        return _LONE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_mended(key): _mended(item) for key, item in value.items()}
    return [_mended(item) for item in value] if isinstance(value, list) else value


def _page(value: Mapping[str, Any], place: str, keys: Mapping[str, str]) -> Source:
    called = KEYS | dict(keys)
    parts = {name: _at(value, key) for name, key in called.items()}
    if any(part is not None and not isinstance(part, str) for part in parts.values()):
        raise ParseError("a part of the page is no text")
    for name, media in _BODIES.items():
        if body := parts[name]:
            return Source(body.encode(), place, parts["url"], parts["title"], media)
    html, text, content = (called[name] for name in _BODIES)
    raise ParseError(
        f"it has no {html}, {text} or {content}; --key text=NAME says what yours is called (of nested ones: data.text)"
    )


def _at(value: Mapping[str, Any], key: str) -> Any:
    """Return what is called so, or lies on that way: data.content."""
    if key in value or "." not in key:
        return value.get(key)
    at: Any = value
    for step in key.split("."):
        at = at.get(step) if isinstance(at, dict) else None
    return at


def _check(document: Mapping[str, Any]) -> None:
    """Raise ParseError unless the engines can take the document as it is."""
    if not document.get("id"):
        raise ParseError("a line of parse needs an id")
    for name, wanted in _TYPES:
        value = document.get(name)
        if value is not None and value.__class__ is not wanted:
            raise ParseError(f"its {name} is no {'number' if wanted is int else 'text'}")
    if document.get("year") is not None and not 0 < document["year"] < date.max.year:
        raise ParseError("its year is no year")
    for name in _DAYS:
        if document.get(name) is not None and not _is_day(document[name]):
            raise ParseError(f"its {name} is no date like 2024-01-31")
    sections = document.get("sections")
    if not isinstance(sections, dict) or not all(key in SECTIONS and isinstance(text, str) for key, text in sections.items()):
        raise ParseError("its sections are not those of a report")
    _check_figures(document.get("figures"))
    states = document.get("states")
    if states is not None and not (isinstance(states, dict) and _STATES.issuperset(map(str, states.values()))):
        raise ParseError("its states are not those of figures")
    findings = document.get("findings", [])
    if not isinstance(findings, list) or not all(map(_is_finding, findings)):
        raise ParseError("its findings are not those of a report: each has a code, a message, figures, a fault")


def _is_finding(value: object) -> bool:
    return (
        isinstance(value, dict)
        and all(isinstance(value.get(name), str) for name in ("code", "message", "fault"))
        and isinstance(value.get("evidence", ""), str | None)
        and isinstance(value.get("figures"), list)
        and all(isinstance(name, str) for name in value["figures"])
    )


def _check_figures(figures: object) -> None:
    if not isinstance(figures, dict):
        raise ParseError("its figures are no object")
    if figures.keys() <= _NUMBERS.keys() and _are_numbers(figures):
        return  # nearly always
    for name, number in figures.items():
        types = _NUMBERS.get(name)
        if types is None:
            raise ParseError(f"“{name[:60]}” is no figure of the form")
        if number is not None and (type(number) not in types or abs(number) >= _LARGEST):
            raise ParseError(f"its {name} is no number that the form can hold")


def _are_numbers(figures: dict[str, Any]) -> bool:
    """Tell at little cost whether all figures are whole numbers that are not large, decimals where they belong, or none."""
    return are_whole(figures, sum(type(figures.get(name)) is float for name in DECIMALS), _LARGEST - 1)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
