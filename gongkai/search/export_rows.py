"""What is a line of an export? A row a report (wide) or a row a figure (long), in columns that are chosen."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from gongkai.errors import BadQuery
from gongkai.mappings.document import flatten
from gongkai.mappings.fields import FIELDS, Field
from gongkai.mappings.long_form import LONG_FIELDS, every_row_of
from gongkai.report import Document
from gongkai.search.engine import Engine, Lining
from gongkai.search.query import Query
from gongkai.search.render import BOM, csv_text, dumps, one_line, plain
from gongkai.search.syntax_fields import field_called

__all__ = ["LONG", "WIDE", "Layout", "Lines", "layout_of", "lines_as", "rows_of", "texts_of"]

_SHAPES = ("wide", "long")
_SHORT = 100  # characters of a text that is likely to come again

WIDE: tuple[Field, ...] = tuple(field for field in FIELDS if not field.name.startswith("sections."))
"""The columns of a row a report, unless others are named; Parquet has the sections' texts too."""

_LONG = "report agency year province city county town adcode figure table_label row_label column_label applicant_label unit value state"
_LONG_FIELDS = {field.name: field for field in LONG_FIELDS if field.name != "current"}
LONG: tuple[Field, ...] = tuple(_LONG_FIELDS[name] for name in _LONG.split())
"""The columns of a row a figure, unless others are named."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The shape of an export and its columns; `is_whole` when a line of `parse` is written as it is."""

    shape: str  # wide, long
    columns: tuple[Field, ...]
    is_whole: bool = False


def layout_of(shape: str, form: str, names: Sequence[str]) -> Layout:
    """Return the layout of a form (csv, jsonl, …) with these columns, or the usual ones. Raises BadQuery."""
    if shape not in _SHAPES:
        close = get_close_matches(shape, _SHAPES, 1, 0.4)
        hint = f"Did you mean “{close[0]}”?" if close else "Choose wide or long."
        raise BadQuery(f"Rows have no shape “{shape[:40]}”. {hint}")
    if shape == "long":
        return Layout(shape, tuple(map(_long_field, names)) or LONG)
    if names:
        return Layout(shape, tuple(map(field_called, names)))
    return Layout(shape, FIELDS if form == "parquet" else WIDE, form in ("jsonl", "json"))


def _long_field(name: str) -> Field:
    found = _LONG_FIELDS.get(name) or next((field for field in _LONG_FIELDS.values() if field.label == name), None)
    if found is None:
        close = get_close_matches(name, _LONG_FIELDS, 1, 0.5)
        hint = f"Did you mean “{close[0]}”?" if close else f"It has {', '.join(_LONG_FIELDS)}."
        raise BadQuery(f"A row a figure has no column “{name[:40]}”. {hint}")
    return found


def rows_of(document: Document, layout: Layout) -> Iterator[list[Any]]:
    """Yield the rows of a document under the layout's columns; what it does not print is null."""
    names = [field.name for field in layout.columns]
    if layout.shape == "long":
        yield from every_row_of(document, names)
        return
    values = flatten(document)
    yield [values.get(name) for name in names]


@dataclass(frozen=True, slots=True)
class Lines:
    """A form of text: what comes first, between two documents and last, and the text and number of rows of a document."""

    head: str
    between: str
    tail: str
    of: Callable[[Document], tuple[str, int]]

    def written(self, documents: Iterable[Document]) -> Iterator[tuple[str, int]]:
        """Yield the whole text, head and tail and all, piece by piece, with how many documents a piece is of: 0 or 1."""
        yield self.head, 0
        rows = 0
        for document in documents:
            text, count = self.of(document)
            yield f"{self.between}{text}" if rows and count else text, 1
            rows += count
        yield self.tail, 0


def texts_of(engine: Engine, query: Query, after: str, form: str, layout: Layout) -> Iterator[tuple[str, bytes, int]]:
    """Yield the id, the text and the number of rows of every document that the query finds behind the id `after`."""
    if layout.is_whole and isinstance(engine, Lining):
        end = b"\n" if form == "jsonl" else b""
        yield from ((name, line + end, 1) for name, line in engine.export_lines(query, after))
        return
    lines = lines_as(form, layout)
    for document in engine.export(query, after):
        text, rows = lines.of(document)
        yield str(document["id"]), text.encode("utf-8", "backslashreplace"), rows


def lines_as(form: str, layout: Layout) -> Lines:
    """Return how documents become text in that form: csv, jsonl, json, table; anything else: JSON lines of bare rows."""
    labels = [field.label for field in layout.columns]
    if form == "csv":
        return Lines(BOM + _csv([labels]), "", "", lambda document: _counted(_csv, rows_of(document, layout)))
    if form == "table":
        return Lines(_tabbed([labels]), "", "", lambda document: _counted(_tabbed, rows_of(document, layout)))
    if form == "jsonl":
        return Lines("", "", "", lambda document: _json(document, layout, "\n", "\n"))
    if form == "json":
        return Lines("[", ",\n", "]\n", lambda document: _json(document, layout, ",\n", ""))
    return Lines("", "", "", lambda document: _counted(_bare, rows_of(document, layout)))


def _counted(write: Callable[[list[list[Any]]], str], rows: Iterator[list[Any]]) -> tuple[str, int]:
    held = list(rows)
    return write(held), len(held)


def _csv(rows: Sequence[Sequence[Any]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> Any:
    return _safe(value) if isinstance(value, str) and len(value) < _SHORT else csv_text(value)


@lru_cache(maxsize=10_000)
def _safe(text: str) -> str:
    """Return a short text for a spreadsheet: labels and names come again and again."""
    return csv_text(text)


def _tabbed(rows: Sequence[Sequence[Any]]) -> str:
    return "".join("\t".join(one_line(plain(cell)) for cell in row) + "\n" for row in rows)


def _bare(rows: Sequence[Sequence[Any]]) -> str:
    return "".join(dumps(row) + "\n" for row in rows)


def _json(document: Document, layout: Layout, between: str, end: str) -> tuple[str, int]:
    if layout.is_whole:
        return json.dumps(document, ensure_ascii=False, separators=(",", ":"), default=float) + end, 1
    names = [field.name for field in layout.columns]
    lines = [dumps(dict(zip(names, row, strict=True))) for row in rows_of(document, layout)]
    return between.join(lines) + (end if lines else ""), len(lines)
