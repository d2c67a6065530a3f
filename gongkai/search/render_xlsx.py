"""How do rows become a workbook? Row by row in constant memory (XlsxWriter): text is text, never a formula or a link."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gongkai.errors import GongkaiError
from gongkai.mappings.fields import Kind
from gongkai.search.export_rows import Layout
from gongkai.search.render import plain

if TYPE_CHECKING:
    import xlsxwriter

__all__ = ["write_xlsx"]

_ROWS = 1_048_575  # a sheet holds, its headings aside; what is more goes on another
_LONGEST = 32_767  # characters that Excel holds in a cell
_OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write_xlsx(rows: Iterable[list[Any]], layout: Layout, path: Path, *, most: int = _ROWS) -> int:
    """Write the rows under their labels; return how many texts were cut to what a cell holds."""
    try:
        import xlsxwriter
    except ImportError:
        raise GongkaiError("Excel needs an extra package: pip install 'gongkai[xlsx]'.") from None
    cut = 0
    with xlsxwriter.Workbook(path, _OPTIONS) as book:
        days = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = _sheet(book, layout)
        for number, row in enumerate(rows):
            if number and number % most == 0:
                sheet = _sheet(book, layout)
            for column, (field, value) in enumerate(zip(layout.columns, row, strict=True)):
                place = (number % most + 1, column)
                if value is None:
                    continue
                if field.kind is Kind.DATE:
                    sheet.write_datetime(*place, date.fromisoformat(value), days)
                elif isinstance(value, int | float):
                    sheet.write_number(*place, value)
                else:
                    text = plain(value)
                    cut += len(text) > _LONGEST
                    sheet.write_string(*place, text[:_LONGEST])
    return cut


def _sheet(book: xlsxwriter.Workbook, layout: Layout) -> Any:
    number = len(book.worksheets()) + 1
    sheet = book.add_worksheet("报告" if number == 1 else f"报告 {number}")
    sheet.freeze_panes(1, 0)
    for column, field in enumerate(layout.columns):
        sheet.write_string(0, column, field.label)
    return sheet
