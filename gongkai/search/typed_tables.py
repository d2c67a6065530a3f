"""How is a table of the user's read? Rosters, deadlines, queries, ids: UTF-8, or what Excel writes in China: GBK, or UTF-16."""

from __future__ import annotations

import codecs
import csv
import io
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from gongkai.errors import GongkaiError

__all__ = ["called", "content_of", "lines_of", "table_rows", "text_of"]

_LONGEST = 1 << 30  # characters of a cell: the csv module's 131,072 are fewer than a section may have

_END = "\ufdd0"  # no character of any text


def content_of(path: Path) -> bytes:
    """Return the bytes of a file; of `-`, what comes by standard input."""
    return sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()


def called(path: Path) -> str:
    """Return what messages call that file."""
    return "Standard input" if str(path) == "-" else str(path)


def text_of(content: bytes) -> str:
    """Return the text of a file."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", "replace")


def lines_of(stream: Iterable[bytes]) -> Iterator[str]:
    """Yield the lines of a file or a pipe, each as soon as it is there: GBK from the first one on that is no UTF-8."""
    encoding = "utf-8-sig"
    for line in stream:
        try:
            text = line.decode(encoding, "strict" if encoding.startswith("utf") else "replace")
        except UnicodeDecodeError:
            encoding = "gb18030"
            text = line.decode(encoding, "replace")
        encoding = encoding.removesuffix("-sig")  # only a file begins with a mark
        yield from io.StringIO(text, newline="")


def table_rows(text: str | Iterable[str], what: str, mark: str = ",") -> Iterator[tuple[int, list[str]]]:
    """Yield each row of CSV, its cells apart by the mark, with the number of the line it ends on.

    Raises GongkaiError, which names `what` and the line.
    """
    csv.field_size_limit(_LONGEST)
    # A row of its own behind the last one, unless a quotation mark is open: the csv module would take all that follows it for one cell.
    reader = csv.reader(chain(io.StringIO(text, newline="") if isinstance(text, str) else text, (_END,)), delimiter=mark)
    begins = 1
    try:
        for row in reader:
            if row and row[-1].endswith(_END):
                if row != [_END]:
                    raise GongkaiError(f"{what}, line {begins}: a quotation mark in it is not closed: close it, or leave it out.")
                return
            yield reader.line_num, row
            begins = reader.line_num + 1
    except csv.Error as error:
        raise GongkaiError(f"{what}, line {reader.line_num}: this is no CSV ({error}); save it again as CSV.") from error
