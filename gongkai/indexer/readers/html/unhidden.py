"""What of a web page is not believed to be hidden? Every number of its tables, its only title, its only date: a script shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from lxml import etree

from gongkai.indexer.expressions import expression
from gongkai.indexer.readers.chrome import digits_in, text_of

__all__ = ["FEWEST_NUMBERS", "NUMBER", "are_for_screen", "is_for_screen", "not_believed", "only_titles"]

Element = etree._Element
_CELLS = ("td", "th")
_DATA_CELLS = etree.XPath(".//*[self::td or self::th][not(.//table)]")
NUMBER = expression(r"\s*\d[\d,.]*\s*")
FEWEST_NUMBERS = 10
"""Of tables of data: fewer may be hidden on purpose."""
_TITLE = expression(
    r"\s*[^\s。，；：|]{0,40}(?:20\d\d|二[〇○零].{2})年[^。，；|]{0,40}公[开開][^。，；|]{0,12}(?:报告|報告|年报|年報)\s*"
)
_DATE = expression(r"(?:发布|發布|发文|成文|生成|公开|印发)(?:日期|时间|時間)\W{0,3}20\d\d")
_LONGEST_LINE = 200  # characters of a title or of what stands below it
_SCREEN = frozenset(("", "all", "screen", "only screen"))


def is_for_screen(sheet: Element) -> bool:
    """Tell a style sheet that holds on every screen where scripts run, not in print nor on a telephone alone."""
    return are_for_screen(sheet.get("media") or "") and next(sheet.iterancestors("noscript", "template"), None) is None


def are_for_screen(media: str) -> bool:
    """Tell a list of media among which every screen is."""
    return any(" ".join(medium.split()).lower() in _SCREEN for medium in media.split(","))


def not_believed(root: Element, unseen: Sequence[Element]) -> frozenset[Element]:
    """Return those of the elements not seen without which the page would have no number in its tables, no title or no date."""
    in_tables = [element for element in unseen if _is_part_of_table(element)]
    kept = set(in_tables) if in_tables and _are_all_numbers(root, unseen, set(in_tables)) else set()
    lines = [element for element in unseen if len(text_of(element)) <= _LONGEST_LINE]
    titled = [element for element in lines if _titles(element) == 1 and _is_no_list(element)]
    if titled and _titles(root) == sum(map(_titles, unseen)):
        kept.update(titled)
    dated = [element for element in lines if _DATE.search(text_of(element))]
    if dated and _dates(root) == sum(map(_dates, unseen)):
        kept.update(dated)
    return frozenset(kept)


def only_titles(root: Element, unseen: Sequence[Element]) -> frozenset[Element]:
    """Return those of the elements not seen that are titles of reports, where none on the page is seen."""
    titles = frozenset(element for element in unseen if _TITLE.fullmatch(element.text or ""))
    if not titles or any(_TITLE.fullmatch(one.text or "") for one in root.iter("*") if one.tag != "title" and one not in titles):
        return frozenset()
    return titles


def _is_part_of_table(element: Element) -> bool:
    """Tell rows, cells and what stands in a cell, but no table that lies in a cell of another."""
    if element.tag == "table" or next(element.iterancestors("table"), None) is None:
        return False
    return next(element.iterdescendants("table"), None) is None


def _are_all_numbers(root: Element, unseen: Sequence[Element], in_tables: set[Element]) -> bool:
    """Tell whether no cell of a table that is shown would keep a digit of its number."""
    apart = {cell for element in unseen if element not in in_tables for cell in element.iter(*_CELLS)}
    cells = (cell for cell in cast("list[Element]", _DATA_CELLS(root)) if cell not in apart)
    numbers = {cell: digits_in(cell) for cell in cells if NUMBER.fullmatch(text_of(cell))}
    hidden = 0
    for element in in_tables:
        cell = element if element.tag in _CELLS else next(element.iterancestors(*_CELLS), None)
        if cell is None:
            hidden += sum(numbers.get(inner, 0) for inner in element.iter(*_CELLS))
        elif cell in numbers:
            hidden += digits_in(element)
    return len(numbers) >= FEWEST_NUMBERS and hidden == sum(numbers.values())


def _titles(element: Element) -> int:
    return sum(_TITLE.fullmatch(text) is not None for text in cast("Iterator[str]", element.itertext()))


def _dates(element: Element) -> int:
    return len(_DATE.findall(text_of(element)))


def _is_no_list(element: Element) -> bool:
    """Tell an element that does not lead to other reports."""
    return next(element.iterancestors("a", "li"), None) is None and all(part.tag not in ("a", "li") for part in element.iter())
