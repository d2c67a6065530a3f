"""What was understood? A query as a Chinese sentence."""

from __future__ import annotations

from collections.abc import Iterable

from gongkai.mappings.fields import TEXTS, field_label
from gongkai.mappings.labels import label_of
from gongkai.report import Number
from gongkai.search.query import AllOf, AnyOf, Exists, Near, Not, Phrase, Query, Range, Term, Tree, Words

__all__ = ["sentence"]


def sentence(query: Query) -> str:
    """Return what the query finds, and in which order."""
    parts = [query.tree] if query.tree != AllOf() else []
    parts += [Term(name, values) for name, values in query.selected.items() if values]
    tree = parts[0] if len(parts) == 1 else AllOf(tuple(parts))
    found = "查找全部报告" if tree == AllOf() else f"查找满足以下条件的报告：{_said(tree)}"
    return f"{found}；{_order(query.sort)}。"


def _order(sort: str) -> str:
    if sort == "relevance":
        return "按相关度排列"
    return f"按{field_label(sort.removeprefix('-'))}从{'大到小' if sort.startswith('-') else '小到大'}排列，没有该项的在后"


def _said(tree: Tree) -> str:
    match tree:
        case Phrase(text, fields):
            return f"{_where(fields)}含“{text}”"
        case Near(first, second, within, fields):
            return f"{_where(fields)}中，“{first}”与“{second}”相隔不超过{within}个字符（先后不限）"
        case Words(text, fields):
            return f"{_where(fields)}含词语“{text}”"
        case Term(field, values):
            return f"{field_label(field)}为{_either(label_of(field, _plain(value)) for value in values)}"
        case Range():
            return f"{field_label(tree.field)}{_bounds(tree)}"
        case Exists(field):
            return f"载有{field_label(field)}"
        case Not(part):
            return _denied(part)
        case AnyOf(parts):
            return "，或者".join(_grouped(part) for part in parts)
        case AllOf(parts):
            return "，并且".join(_grouped(part) for part in parts) or "任何报告"


def _denied(part: Tree) -> str:
    match part:
        case Phrase(text, fields):
            return f"{_where(fields, '标题和各部分', '和')}都不含“{text}”"
        case Term(field, values):
            return f"{field_label(field)}不是{_either(label_of(field, _plain(value)) for value in values)}"
        case Exists(field):
            return f"未载{field_label(field)}"
        case _:
            return f"不属于这种情况：（{_said(part)}）"


def _grouped(part: Tree) -> str:
    return f"（{_said(part)}）" if isinstance(part, AllOf | AnyOf) else _said(part)


def _where(fields: tuple[str, ...], everywhere: str = "标题或任一部分", joint: str = "或") -> str:
    names = ["标题" if f.name == "title" else f"“{f.label}”部分" for f in TEXTS if f.name in fields]
    return joint.join(names) if names else everywhere


def _bounds(part: Range) -> str:
    low = None if part.low is None else f"{'大于' if part.low_open else '不小于'}{_plain(part.low)}"
    high = None if part.high is None else f"{'小于' if part.high_open else '不大于'}{_plain(part.high)}"
    return "且".join(bound for bound in (low, high) if bound)


def _either(names: Iterable[str]) -> str:
    return "或".join(dict.fromkeys(names))


def _plain(value: str | Number) -> str:
    return str(value)
