"""Which tables and cells of a report are lost? What is there and unread, and what is not there at all."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from gongkai.indexer.expressions import expression
from gongkai.mappings.form import SUBTOTAL
from gongkai.report import Figure, State

__all__ = ["lost_tables", "unread"]

_TABLES = (("L2", "proactive", "二"), ("L3", "requests", "三"), ("L4", "review", "四"))
# What the head of each table says and no sentence does; also where a part of the head is lost, and what its first rows say.
_HEADS = {
    "proactive": expression(r"信息内容本年|本年(?:制发件数|处理决定数量)(?:本年废止|\d)"),
    "requests": expression(r"商业企业科研机构|自然人法人|科研机构社会公益|(?:本年新收|上年结转)政府信息公开申请数量\d"),
    "review": expression("结果维持结果纠正|维持纠正|纠正其他结果|其他结果尚未审结|未经复议直接起诉复议后起诉"),
}
_PRINTED = expression(r"[\s|]+")
_REVIEW, _REVIEW_ENDS, _REVIEW_LENGTH = expression(r"行政复议[^\n]{0,3}行政诉讼"), expression("五、|存在"), 1000  # characters
_NUMBERS = expression(r"(?<!\d)\d{1,6}(?:[\s|]+\d{1,6}){9}(?!\d)")  # no sentence has ten numbers side by side
_OTHERS, _OTHER = "requests.other.", "requests.other.other"


def lost_tables(tables: Collection[str], text: str) -> Iterator[tuple[str, str]]:
    """Yield the finding and the sentence of each table that is not read."""
    for code, key, number in _TABLES:
        if key not in tables:
            said = f"表{number}无法辨认" if _is_printed(key, text) else f"没有找到表{number}"
            yield code, f"{said}，其数字全部缺失（不等于零）。"


def _is_printed(key: str, text: str) -> bool:
    """Tell whether the page prints the table: its head, a part of that, or a row of numbers in the place of table four."""
    if _HEADS[key].search(_PRINTED.sub("", text)):
        return True
    places = [found.end() for found in _REVIEW.finditer(text)] if key == "review" else []
    return any(
        _NUMBERS.search(_REVIEW_ENDS.split(text[place : place + _REVIEW_LENGTH], maxsplit=1)[0]) is not None
        for place in places[-3:]
    )


def unread(figures: Mapping[str, Figure], tables: Collection[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the figures whose cells are illegible, and those that the tables found do not print though their form does.

    Table three tells (六) in one row in 2019 and in three later, whatever else it is: it lacks none where it has either.
    """
    # What has no value: asked first for speed alone, as most of 250 figures have one and an enumeration's member costs more.
    empty = [(name, figure.state) for name, figure in figures.items() if figure.value is None]
    illegible = tuple(name for name, state in empty if state is State.ILLEGIBLE)
    missing = [name for name, state in empty if state is State.MISSING and _table_of(name) in tables]
    if _is_there(figures, SUBTOTAL):
        missing = [name for name in missing if not name.startswith(_OTHERS)]
    elif _is_there(figures, _OTHER):
        missing = [name for name in missing if not name.startswith(SUBTOTAL)]
    return illegible, tuple(missing)


def _table_of(name: str) -> str:
    table = name.partition(".")[0]
    return table if table in ("proactive", "requests", "legacy") else "review"


def _is_there(figures: Mapping[str, Figure], row: str) -> bool:
    figure = figures.get(f"{row}.total")
    return figure is not None and figure.state is not State.MISSING
