"""What number does Word itself put before a paragraph? Lists counted as numbering.xml and styles.xml say."""

from __future__ import annotations

from typing import Any

from gongkai.indexer.expressions import expression

__all__ = ["Numbers", "value_of"]

MAX_LEVEL = 9
_LEVELS = frozenset("012345678")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = expression(r"%([1-9])")
_DIGITS = "〇一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_CHINESE = frozenset(
    {"chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographDigital", "taiwaneseCountingThousand"}
)


class Numbers:
    """Count the numbered paragraphs of a document in order."""

    def __init__(self, document: Any) -> None:
        self._styles = {style.get(_W + "styleId"): style for style in document.styles.element.iterchildren(_W + "style")}
        self._levels: dict[str, dict[int, Any]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, list[int]] = {}
        for relation in document.part.rels.values():
            if relation.reltype.endswith("/numbering") and not relation.is_external:
                self._load(relation.target_part.element)

    def _load(self, numbering: Any) -> None:
        for item in numbering.iterchildren(_W + "abstractNum"):
            named = ((level.get(_W + "ilvl") or "0", level) for level in item.iterchildren(_W + "lvl"))
            levels = {int(name): level for name, level in named if name in _LEVELS}
            self._levels[item.get(_W + "abstractNumId") or ""] = levels
        for item in numbering.iterchildren(_W + "num"):
            self._abstract[item.get(_W + "numId") or ""] = value_of(item, "abstractNumId")

    def before(self, paragraph: Any) -> str:
        """Return the number before `paragraph` and count it; empty when it has none."""
        number, level = self._place(paragraph)
        scheme = self._abstract.get(number, "")
        levels = self._levels.get(scheme, {})
        if number in ("", "0") or level not in levels:
            return ""
        counts = self._counts.setdefault(scheme, [0] * MAX_LEVEL)
        counts[level] = counts[level] + 1 if counts[level] else _start(levels[level])
        counts[level + 1 :] = [0] * (MAX_LEVEL - level - 1)
        if value_of(levels[level], "numFmt") == "bullet":
            return ""
        return _PLACE.sub(lambda place: _written(levels, counts, int(place.group(1)) - 1), value_of(levels[level], "lvlText"))

    def _place(self, paragraph: Any) -> tuple[str, int]:
        """Return the list and the level of a paragraph, its own or its style's."""
        holder = paragraph.find(_W + "pPr")
        style = "" if holder is None else value_of(holder, "pStyle")
        for _ in range(MAX_LEVEL):
            mark = None if holder is None else holder.find(_W + "numPr")
            if mark is not None:
                level = value_of(mark, "ilvl")
                return value_of(mark, "numId"), int(level) if level in _LEVELS else 0
            basis = self._styles.get(style)
            if basis is None:
                break
            holder, style = basis.find(_W + "pPr"), value_of(basis, "basedOn")
        return "", 0


def value_of(parent: Any, name: str) -> str:
    """Return what a property of an element says; nothing where it is not set."""
    child = parent.find(_W + name)
    return "" if child is None else child.get(_W + "val") or ""


def _start(level: Any) -> int:
    text = value_of(level, "start")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 1


def _written(levels: dict[int, Any], counts: list[int], level: int) -> str:
    """Return the count of a level in the way it is printed."""
    number = counts[level] or 1
    style = value_of(levels[level], "numFmt") if level in levels else "decimal"
    if style in _CHINESE:
        return _chinese(number)
    if style.startswith("decimalEnclosedCircle") and number <= len(_CIRCLED):
        return _CIRCLED[number - 1]
    if style in ("lowerLetter", "upperLetter") and number <= 26:
        return chr((97 if style == "lowerLetter" else 65) + number - 1)
    return "" if style == "none" else str(number)


def _chinese(number: int) -> str:
    """Return 1–99 in Chinese characters, larger numbers in digits."""
    tens, ones = divmod(number, 10)
    if number > 99:
        return str(number)
    lead = "" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十"
    return lead + (_DIGITS[ones] if ones else "")
