"""How is a Word document read? The body's paragraphs and tables in order → one linear text.

Merged cells come once, with their spans. Numbers that Word counts itself (一、二、三) are put before their
paragraphs, since a reader sees them. Deleted text, notes, heads and feet are left out.
"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from gongkai.errors import ParseError
from gongkai.indexer.expressions import expression
from gongkai.indexer.page import Page, Source
from gongkai.indexer.readers.docx.looks import Looks, joined
from gongkai.indexer.readers.docx.numbers import Numbers
from gongkai.indexer.readers.linear import MAX_SPAN, CellText, PageText, tidy

__all__ = ["read_docx"]

MAX_BYTES = 200_000_000  # unpacked
MAX_CELLS = 200_000
_BEGINS_WITH_DIGIT = expression(r"\s*[-+]?\d")
MAX_DEPTH = 20  # tables in cells of tables

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97–2003; also the wrapping of an encrypted .docx
# A broken archive or member, a member under a password, a missing part, broken XML (lxml's error is a
# SyntaxError), a part that is not what its name says (python-docx then misses its attributes).
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    LookupError,
    SyntaxError,
    ValueError,
    AttributeError,
    TypeError,
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DROPPED = frozenset({_FALLBACK, *(_W + name for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "rt"))})
_BOX = _W + "txbxContent"
_FORMULA_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_PICTURES = ("wingdings", "webdings", "zapfdingbats")  # fonts whose every character is a picture
_CHARACTERS = {_W + "tab": "\t", _W + "ptab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_WRAPPERS = frozenset(_W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml"))
# What else is a zip, by a part that each has.
_OTHERS = {
    "xl/workbook.xml": "is a spreadsheet; save its sheet as a web page (.html) or PDF",
    "ppt/presentation.xml": "is a presentation; save it as PDF",
    "OFD.xml": "is an OFD document; save it as PDF",
    "content.xml": "is an OpenDocument file; save it as .docx or PDF",
}


def read_docx(source: Source) -> Page:
    """Return the page of a `.docx` file.

    Raises ParseError when it is an old `.doc`, encrypted, broken or larger than the limits, or the package
    python-docx is missing.
    """
    body, numbers, looks = _open(source)
    text = PageText()
    if body is not None:
        _Reader(numbers, looks, text).blocks(body)
    return text.page(source, {})


def _open(source: Source) -> tuple[Any, Numbers, Looks]:
    """Return the document's body, its lists and its styles; what stops that becomes a ParseError with a way out."""
    if source.content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in source.content:
            raise ParseError("is encrypted; save it without a password")
        raise ParseError("old Word format; save it as .docx or PDF")
    try:
        import docx
        from docx.opc.exceptions import OpcError
    except ImportError:
        raise ParseError("Word documents need a package; run: pip install 'gongkai[docx]'") from None
    try:
        with zipfile.ZipFile(io.BytesIO(source.content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MAX_BYTES:
                raise ParseError(f"is larger than {MAX_BYTES // 1_000_000} MB unpacked; split the document")
            if other := next((what for part, what in _OTHERS.items() if part in archive.namelist()), None):
                raise ParseError(other)
        document = docx.Document(io.BytesIO(source.content))
        return document.element.body, Numbers(document), Looks(document)
    except (OpcError, *_BROKEN) as error:
        raise ParseError("is not a readable Word document; save it again as .docx") from error


class _Reader:
    """Walk the body and write paragraphs and tables."""

    def __init__(self, numbers: Numbers, looks: Looks, text: PageText) -> None:
        self._numbers, self._looks, self._text = numbers, looks, text
        self._cells = 0

    def blocks(self, parent: Any, depth: int = 0) -> None:
        """Write the block elements of a body or a cell."""
        for child in _unwrapped(parent):
            if child.tag == _W + "p":
                self._paragraph(child, depth)
            elif child.tag == _W + "tbl":
                self._table(child, depth)

    def _paragraph(self, paragraph: Any, depth: int) -> None:
        """Write a paragraph, then what its text boxes hold."""
        number = self._numbers.before(paragraph)
        for index, line in enumerate(_text(paragraph, self._looks).split("\n")):
            self._text.paragraph(tidy(number + line if index == 0 else line))
        if depth < MAX_DEPTH:
            for box in _boxes(paragraph):
                self.blocks(box, depth + 1)

    def _table(self, table: Any, depth: int) -> None:
        """Write a table; one that holds tables is there for the layout, and its cells are read as blocks.

        A table of one cell in a cell is a frame round its text.
        """
        rows = [(_skipped(row), list(_cells(row))) for row in _unwrapped(table) if row.tag == _W + "tr" and not _is_deleted(row)]
        cells = [cell for _, row in rows for cell in row]
        self._cells += len(cells)
        if self._cells > MAX_CELLS:
            raise ParseError(f"has more than {MAX_CELLS} table cells; split the document")
        if depth < MAX_DEPTH and any(map(_holds_table, cells)):
            for cell in cells:
                self.blocks(cell, depth + 1)
        else:
            self._text.table(self._spanned(rows))

    def _spanned(self, rows: list[tuple[int, list[Any]]]) -> list[list[CellText]]:
        """Return the cells that are printed: a cell that goes on from the row above lengthens that one."""
        written: list[list[CellText]] = []
        begun: dict[int, tuple[int, int]] = {}  # column → place in `written` of the cell that stands there
        for column, row in rows:
            line: list[CellText] = []
            for cell in row:
                colspan, goes_on = _spans(cell)
                above = begun.get(column)
                if line and _merges_left(cell):
                    line[-1] = line[-1]._replace(colspan=line[-1].colspan + colspan)
                elif goes_on and above is not None:
                    r, c = above
                    written[r][c] = written[r][c]._replace(rowspan=written[r][c].rowspan + 1)
                else:
                    begun[column] = len(written), len(line)
                    line.append(CellText(self._cell(cell), 1, colspan))
                column += colspan
            written.append(line)
        return written

    def _cell(self, cell: Any) -> str:
        lines = [_numbered(self._numbers.before(p), _text(p, self._looks)) for p in _paragraphs(cell)]
        return tidy("\n".join(lines))


def _numbered(number: str, text: str) -> str:
    """Return a paragraph of a cell behind the number of its list, which is no part of another number: 1. before 0 is not 1.0."""
    return text if _BEGINS_WITH_DIGIT.match(text) else number + text


def _unwrapped(parent: Any) -> Iterator[Any]:
    """Yield the children, those of content controls and marked insertions among them."""
    todo = [parent.iterchildren()]
    while todo:
        for child in todo[-1]:
            if child.tag in _WRAPPERS:
                todo.append(child.iterchildren())
                break
            yield child
        else:
            todo.pop()


def _cells(row: Any) -> Iterator[Any]:
    cells = (cell for cell in _unwrapped(row) if cell.tag == _W + "tc")
    return (cell for cell in cells if cell.find(f"{_W}tcPr/{_W}cellDel") is None)


def _holds_table(cell: Any) -> bool:
    """Return whether a table of more than one cell stands in a cell."""
    return any(len(list(table.iter(_W + "tc"))) > 1 for table in cell.iterchildren(_W + "tbl"))


def _is_deleted(row: Any) -> bool:
    """Return whether a marked change takes the row away."""
    return row.find(f"{_W}trPr/{_W}del") is not None


def _merges_left(cell: Any) -> bool:
    """Return whether a cell goes on with the one before it, as old programs write merged cells."""
    merge = cell.find(f"{_W}tcPr/{_W}hMerge")
    return merge is not None and merge.get(_W + "val") != "restart"


def _paragraphs(cell: Any) -> Iterator[Any]:
    """Yield the paragraphs of a cell, those of its text boxes after the one that holds the box."""
    for paragraph in cell.iter(_W + "p"):
        if all(above.tag != _FALLBACK for above in paragraph.iterancestors(_FALLBACK, _W + "tc")):
            yield paragraph


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the text boxes of a paragraph, each once: older programs find the same box again in a fallback."""
    for box in paragraph.iter(_BOX):
        outer = next(box.iterancestors(_BOX, _FALLBACK, paragraph.tag), None)
        if outer is paragraph:
            yield box


def _skipped(row: Any) -> int:
    """Return how many columns a row leaves out before its first cell."""
    mark = row.find(f"{_W}trPr/{_W}gridBefore")
    return 0 if mark is None else _number(mark.get(_W + "val"))


def _spans(cell: Any) -> tuple[int, bool]:
    """Return how many columns a cell covers, and whether it goes on from the row above."""
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    merge = cell.find(f"{_W}tcPr/{_W}vMerge")
    columns = 1 if span is None else max(1, _number(span.get(_W + "val")))
    return columns, merge is not None and merge.get(_W + "val") != "restart"


def _number(text: str | None) -> int:
    return min(int(text), MAX_SPAN) if text and text.isascii() and text.isdigit() and len(text) < 10 else MAX_SPAN if text else 0


def _symbol(mark: Any) -> str:
    """Return the character that a symbol is by its code; none for a picture."""
    code, font = mark.get(_W + "char") or "", (mark.get(_W + "font") or "").lower()
    if not re.fullmatch(r"[0-9A-Fa-f]{2,4}", code) or font.startswith(_PICTURES):
        return ""
    number = int(code, 16)
    char = chr(number - 0xF000 if number >= 0xF000 else number)  # F000 is where symbol fonts begin
    return char if char.isprintable() else ""


def _text(paragraph: Any, looks: Looks) -> str:
    """Return the printed text of a paragraph, without its text boxes."""
    parts: list[tuple[str, str]] = []
    fields: list[tuple[int, int | None]] = []
    todo, look = [paragraph.iterchildren()], ""
    while todo:
        for child in todo[-1]:
            if child.tag == _W + "r":
                look = looks.of(child)
            if child.tag == _W + "t":
                parts.append((child.text or "", look))
            elif child.tag == _FORMULA_TEXT:
                parts.append((child.text or "", looks.in_formula(child)))
            elif child.tag == _W + "sym":
                parts.append((_symbol(child), look))
            elif child.tag in _CHARACTERS:
                parts.append((_CHARACTERS[child.tag], look))
            elif child.tag == _W + "fldChar":
                _mark_field(child.get(_W + "fldCharType"), fields, parts)
            elif child.tag not in _DROPPED and child.tag != _BOX:
                todo.append(child.iterchildren())
                break
        else:
            todo.pop()
    return joined(parts)


def _mark_field(mark: str | None, fields: list[tuple[int, int | None]], parts: list[tuple[str, str]]) -> None:
    """Drop what stands in the code of a field once it ends: the results of fields in it, { = { MERGEFIELD n } + 1 }.

    `fields` are those that are open: how many parts there were where each began, and where its result does.
    """
    if mark == "begin":
        fields.append((len(parts), None))
    elif mark == "separate" and fields:
        fields[-1] = fields[-1][0], len(parts)
    elif mark == "end" and fields:
        begin, result = fields.pop()
        del parts[begin : begin if result is None else result]
